"""Lines by place: never empty, never a guess."""

import pytest

from warmhandoff.referral.decision import ResourceKind
from warmhandoff.referral.resources import general_resources, resources_for
from warmhandoff.risk import Domain


def test_a_known_place_gets_its_own_lines_first() -> None:
    shown = resources_for("GB")
    assert shown[0].kind is ResourceKind.EMERGENCY
    assert {line.place for line in shown} == {"GB", None}


def test_a_region_gets_its_lines_and_then_its_country_s() -> None:
    places = [line.place for line in resources_for("GB-WLS") if line.kind is ResourceKind.LINE]
    assert places[0] == "GB-WLS"
    assert "GB" in places


@pytest.mark.parametrize("place", [None, "AQ"])
def test_an_unknown_place_gets_directories_and_no_number(place: str | None) -> None:
    shown = resources_for(place)
    assert shown == general_resources()
    assert {line.phone for line in shown} == {None}
    assert {"findahelpline", "iasp"} <= {
        word
        for line in shown
        for word in (line.web or "").replace("https://", "").replace("www.", "").split(".")
    }


def test_a_domain_brings_its_own_lines_to_the_front() -> None:
    first = next(line for line in resources_for("US", Domain.ABUSE) if line.kind is ResourceKind.LINE)
    assert Domain.ABUSE in first.domains


def test_a_line_for_another_trouble_is_left_out() -> None:
    assert all(
        Domain.SUBSTANCE_MEDICAL not in line.domains or line.kind is not ResourceKind.LINE
        for line in resources_for("US")
    )


def test_every_domain_and_place_has_somewhere_to_go() -> None:
    for place in (None, "GB", "US", "JP", "ZZ"):
        for domain in (None, *Domain):
            assert resources_for(place, domain)
