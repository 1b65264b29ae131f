"""Emergency exceptions by place: named with their source, never made up, and decided by a person."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.referral.handoff import EmergencyException, exception_for, exceptions_for
from warmhandoff.referral.handoff import exceptions as module

anything = st.one_of(st.none(), st.text(), st.integers(), st.lists(st.text()), st.binary())


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("GB", ["gb-vital-interests", "gb-gmc-confidentiality"]),
        ("GB-WLS", ["gb-vital-interests", "gb-gmc-confidentiality"]),
        (
            "GB-ENG",
            ["gb-eng-suicide-prevention-consensus", "gb-vital-interests", "gb-gmc-confidentiality"],
        ),
        ("DE", ["de-justifying-necessity", "eu-vital-interests"]),
        ("ie", ["eu-vital-interests"]),
        ("CA-QC", ["ca-qc-serious-risk"]),
        ("CA", []),
        ("CH", []),
        ("EU", []),
        (None, []),
    ],
)
def test_the_closest_rule_comes_first_and_no_rule_is_made_up(place: str | None, expected: list[str]) -> None:
    assert [rule.id for rule in exceptions_for(place)] == expected
    closest = exception_for(place)
    assert (closest.id if closest else None) == (expected[0] if expected else None)


@pytest.mark.parametrize("rule", module._exceptions(), ids=lambda rule: rule.id)
def test_every_rule_has_a_basis_a_source_and_a_human_who_decides(rule: EmergencyException) -> None:
    assert rule.source.startswith("http")
    assert rule.source_kind in {"official body", "secondary"}
    assert rule.basis
    assert rule.who_decides.lower().endswith("never the program.")


@given(anything)
def test_an_odd_place_has_no_rule_and_does_not_raise(place: Any) -> None:
    assert exceptions_for(place) == () or isinstance(place, str)


def test_a_missing_data_set_keeps_nobody_from_writing_a_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "root", lambda: tmp_path)
    module._exceptions.cache_clear()
    try:
        assert exceptions_for("GB") == ()
    finally:
        module._exceptions.cache_clear()
