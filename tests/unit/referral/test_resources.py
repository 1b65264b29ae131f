"""Lines by place: never empty, never a guess, for whom they are, and how old they are."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.conversation import AGE_BANDS, Context, Conversation
from warmhandoff.datasets.rules import STALE
from warmhandoff.referral import resources
from warmhandoff.referral.decision import Audience, Reason, Resource, ResourceKind
from warmhandoff.referral.guard import decide
from warmhandoff.referral.resources import (
    ASK_REGION,
    audience_of,
    general_resources,
    region_question,
    resources_for,
)
from warmhandoff.risk import Domain, RiskLevel

READ = date(2026, 11, 23)
PLACES = sorted({line.place for line in resources._lines() if line.place})
anything = st.one_of(st.none(), st.text(), st.integers(), st.lists(st.text()), st.binary(), st.dates())


def lines(shown: tuple[Resource, ...]) -> list[Resource]:
    return [line for line in shown if line.kind is ResourceKind.LINE]


def ids(shown: tuple[Resource, ...]) -> list[str]:
    return [line.id for line in lines(shown)]


def test_a_known_place_gets_its_own_lines_first() -> None:
    shown = resources_for("GB")
    assert shown[0].kind is ResourceKind.EMERGENCY
    assert {line.place for line in shown} == {"GB", None}


def test_a_region_gets_its_lines_and_then_its_country_s() -> None:
    places = [line.place for line in lines(resources_for("GB-WLS"))]
    assert places[0] == "GB-WLS"
    assert "GB" in places


def test_a_region_without_lines_gets_its_country_s() -> None:
    assert resources_for("GB-SCT") == resources_for("GB")


def test_letter_case_is_no_place_of_its_own() -> None:
    assert resources_for("gb-wls") == resources_for("GB-WLS")


@pytest.mark.parametrize(
    "place", [None, "AQ", "", "UK", "England", "GBR", "GB-", "ß", "\uff27\uff22", "GB\n", 44, ["GB"]]
)
def test_an_unknown_place_gets_directories_and_no_number(place: Any) -> None:
    shown = resources_for(place)
    assert shown == general_resources()
    assert {line.phone for line in shown} == {None}
    assert {"findahelpline", "iasp"} <= {
        word
        for line in shown
        for word in (line.web or "").replace("https://", "").replace("www.", "").split(".")
    }


def test_a_domain_brings_its_own_lines_to_the_front() -> None:
    first = lines(resources_for("US", domain=Domain.ABUSE))[0]
    assert Domain.ABUSE in first.domains


def test_a_line_for_another_trouble_is_left_out() -> None:
    assert all(Domain.SUBSTANCE_MEDICAL not in line.domains for line in lines(resources_for("US")))


def test_a_domain_without_a_line_gets_the_general_ones_and_the_directories() -> None:
    shown = resources_for("JP", domain=Domain.EATING_DISORDER)
    assert ids(shown) == ids(resources_for("JP"))
    assert {line.id for line in general_resources() if line.kind is ResourceKind.DIRECTORY} <= {
        line.id for line in shown
    }


@given(
    place=anything | st.sampled_from(PLACES), audience=anything, domain=anything, now=anything, limit=anything
)
def test_it_is_never_empty_and_never_raises(
    place: Any, audience: Any, domain: Any, now: Any, limit: Any
) -> None:
    for unsafe in (False, True):
        assert resources_for(place, audience, domain, now, unsafe_to_contact=unsafe, limit=limit)
    assert region_question(place, audience, domain) in {None, ASK_REGION}
    assert audience_of(place) is None


@given(
    st.sampled_from(PLACES),
    st.none() | st.frozensets(st.sampled_from(Audience)),
    st.none() | st.sampled_from(Domain),
    st.booleans(),
)
def test_every_place_has_a_number_or_directory_and_nothing_of_another_place(
    place: str, audience: frozenset[Audience] | None, domain: Domain | None, unsafe: bool
) -> None:
    shown = resources_for(place, audience, domain, unsafe_to_contact=unsafe)
    assert {line.place for line in shown} <= {place, place[:2], None}
    assert any(line.kind is ResourceKind.DIRECTORY for line in shown)
    assert sum(line.kind is ResourceKind.EMERGENCY for line in shown) >= 1
    assert len({line.id for line in shown}) == len(shown)
    assert len(lines(shown)) <= 5


def test_at_most_so_many_lines_are_shown() -> None:
    assert len(lines(resources_for("GB-WLS", limit=1))) == 1
    assert lines(resources_for("GB", limit=0)) == []


def test_a_line_for_children_is_a_child_s_first_and_no_adult_s() -> None:
    assert ids(resources_for("GB", Audience.CHILDREN, Domain.SUICIDE))[0] == "gb-childline"
    assert "gb-childline" not in ids(resources_for("GB", Audience.ADULTS, Domain.SUICIDE))
    assert "gb-childline" not in ids(resources_for("GB", domain=Domain.SUICIDE))
    assert "gb-samaritans" in ids(resources_for("GB", Audience.CHILDREN, Domain.SUICIDE))


def test_a_line_for_children_about_anything_is_theirs_whatever_the_trouble() -> None:
    assert ids(resources_for("DE", Audience.CHILDREN, Domain.SUICIDE)) == [
        "de-nummer-gegen-kummer",
        "de-telefonseelsorge",
    ]


def test_a_line_for_adults_is_no_child_s() -> None:
    assert ids(resources_for("CH", Audience.ADULTS)) == ["ch-143"]
    assert ids(resources_for("CH", Audience.CHILDREN)) == ["ch-147"]


def test_a_young_adult_is_an_adult_too() -> None:
    assert ids(resources_for("AU", Audience.YOUNG_ADULTS))[0] == "au-kids-helpline"
    assert ids(resources_for("CH", Audience.YOUNG_ADULTS)) == ["ch-143"]


def test_where_nothing_else_is_known_a_line_for_some_is_shown_and_says_for_whom() -> None:
    """Withholding the only line on violence until somebody has said that she is a woman would harm her."""
    only = lines(resources_for("DE", domain=Domain.ABUSE))[0]
    assert only.id == "de-hilfetelefon"
    assert "Women" in only.serves
    assert ids(resources_for("LU")) == ["lu-sos-detresse"]


def test_somebody_worried_gets_the_lines_that_serve_them_first() -> None:
    assert ids(resources_for("IE", Audience.WORRIED_ABOUT_SOMEONE))[0] == "ie-samaritans"


def test_what_is_known_of_a_person_can_be_several_things() -> None:
    both = {Audience.WOMEN, Audience.ADULTS}
    assert ids(resources_for("FR", both, Domain.ABUSE))[0] == "fr-3919"


@pytest.mark.parametrize("band", AGE_BANDS)
def test_every_age_band_has_an_audience(band: str) -> None:
    audience = audience_of(band)
    assert (audience is Audience.CHILDREN) == (band in {"under-13", "13-17"})
    assert audience is not None


def test_a_country_does_not_get_its_regions_lines_but_the_question() -> None:
    assert not any("-" in (line.place or "") for line in resources_for("GB", domain=Domain.ABUSE))
    assert region_question("GB", Audience.ADULTS, Domain.ABUSE) == ASK_REGION
    assert region_question("GB-ENG", Audience.ADULTS, Domain.ABUSE) is None
    assert region_question("GB-SCT", Audience.ADULTS, Domain.ABUSE) is None
    assert region_question("GB", Audience.CHILDREN, Domain.ABUSE) is None, "Childline answers in the country"
    assert region_question("GB", None, Domain.SUICIDE) is None, "general lines answer in the whole country"
    assert region_question("US", None, Domain.ABUSE) is None


def test_an_entry_is_stale_after_ninety_days_and_not_without_a_time() -> None:
    fresh, old = READ + STALE, READ + STALE + timedelta(days=1)
    assert not any(line.stale for line in resources_for("GB"))
    assert not any(line.stale for line in resources_for("GB", now=fresh))
    assert all(line.stale for line in resources_for("GB", now=old))
    assert all(line.stale for line in resources_for(None, now=datetime(2027, 6, 1, tzinfo=UTC)))
    assert not any(line.stale for line in resources_for("GB", now=READ - timedelta(days=900)))


def test_where_contact_is_unsafe_abuse_lines_come_first_and_no_message_comes_back() -> None:
    shown = resources_for("US", domain=Domain.SUICIDE, unsafe_to_contact=True)
    assert shown[0].kind is ResourceKind.EMERGENCY
    assert ids(shown)[0] == "us-domestic-violence-hotline"
    assert "us-988-lifeline" in ids(shown)
    assert {line.text for line in shown} == {None}
    assert "gb-shout" not in ids(resources_for("GB", unsafe_to_contact=True)), "it answers by text only"


def test_where_contact_is_unsafe_the_police_come_before_the_ambulance() -> None:
    assert resources_for("BR")[0].id == "br-ambulance"
    assert resources_for("BR", unsafe_to_contact=True)[0].id == "br-police"


def test_a_missing_data_set_leaves_the_last_resort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    caches = (resources._lines, resources._places, resources._chosen)

    def forget() -> None:
        for cached in caches:
            cached.cache_clear()

    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    forget()
    try:
        assert resources_for("GB", Audience.ADULTS) == (resources.LAST_RESORT,)
        stale = evolve(resources.LAST_RESORT, stale=True)
        assert resources_for("GB", now=date(2030, 1, 1)) == (stale,)
        assert region_question("GB", None, Domain.ABUSE) is None
    finally:
        forget()


def test_a_decision_shows_lines_for_the_age_and_the_time() -> None:
    said = Conversation.from_messages(
        [{"role": "user", "content": "hello"}],
        place="GB",
        context=Context(now=datetime(2027, 6, 1, tzinfo=UTC), age_band="13-17"),
    )
    decision = decide(RiskLevel.HIGH, said, Reason("rule", Domain.SUICIDE, 0))
    assert ids(decision.resources)[0] == "gb-childline"
    assert all(line.stale for line in decision.resources)


def test_a_decision_asks_for_the_region_where_that_brings_a_line() -> None:
    said = Conversation.from_messages([{"role": "user", "content": "hello"}], place="GB")
    assert ASK_REGION in (decide(RiskLevel.HIGH, said, Reason("rule", Domain.ABUSE, 0)).reply or "")
    assert ASK_REGION not in (decide(RiskLevel.HIGH, said, Reason("rule", Domain.SUICIDE, 0)).reply or "")


def test_every_audience_is_somebody_s() -> None:
    assert {audience for line in resources._lines() for audience in line.audiences} == set(Audience)
