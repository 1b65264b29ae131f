"""What no schema says about an accountability map is refused in a sentence."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from warmhandoff_widgets.accountability_map import AccountabilityMap
from warmhandoff_widgets.scenario import ScenarioError

Scenario = dict[str, Any]


def _unknown_place(scenario: Scenario) -> None:
    scenario["laws"][0]["places"] = ["atlantis"]


def _unknown_law(scenario: Scenario) -> None:
    scenario["events"][2]["rules"][0]["law"] = "lost"


def _both(scenario: Scenario) -> None:
    scenario["events"][0]["cells"]["app"]["plain"] = ["court"]


def _twice(scenario: Scenario) -> None:
    scenario["events"][1]["id"] = scenario["events"][0]["id"]


def _short_scale(scenario: Scenario) -> None:
    scenario["prediction"].update(max=6, start=3)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_unknown_place, r"laws\[0\].places holds 'atlantis'"),
        (_unknown_law, r"events\[2\].rules names the law 'lost'"),
        (_both, r"events\[0\].cells.app has 'court' as plain and as arguable"),
        (_twice, "events holds the id .* twice"),
        (_short_scale, "prediction must reach from 0 to 8"),
    ],
)
def test_names_file_and_field(spoil: Callable[[Scenario], None], sentence: str) -> None:
    scenario = deepcopy(AccountabilityMap.load())
    spoil(scenario)
    with pytest.raises(ScenarioError, match=sentence):
        AccountabilityMap.load(scenario)


def test_place_is_a_keyword() -> None:
    assert AccountabilityMap.load(place="uk")["place"] == "uk"
    with pytest.raises(ScenarioError, match="place is not one of places"):
        AccountabilityMap.load(place="atlantis")
