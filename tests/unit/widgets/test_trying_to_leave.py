"""What no schema can say about a scenario of leaving."""

import copy
from typing import Any

import pytest

from warmhandoff_widgets.scenario import ScenarioError
from warmhandoff_widgets.trying_to_leave import TryingToLeave


@pytest.fixture
def scenario() -> dict[str, Any]:
    return copy.deepcopy(TryingToLeave.load())


def test_the_settings_are_held_to_the_schema() -> None:
    assert TryingToLeave(seed=1, tolerance=0).scenario["seed"] == 1
    with pytest.raises(ScenarioError, match="tolerance must be smaller"):
        TryingToLeave(tolerance=31)


@pytest.mark.parametrize("key", ["none", "neglect"])
def test_tactics_have_names_of_their_own(scenario: dict[str, Any], key: str) -> None:
    scenario["tactics"][0]["key"] = key
    with pytest.raises(ScenarioError, match="tactics holds the key"):
        TryingToLeave(scenario)


def test_goodbyes_have_names_of_their_own(scenario: dict[str, Any]) -> None:
    scenario["farewells"][1]["key"] = scenario["farewells"][0]["key"]
    with pytest.raises(ScenarioError, match=r"farewells holds the key .* twice"):
        TryingToLeave(scenario)


@pytest.mark.parametrize("change", ["nowhere", "twice"])
def test_words_to_mark_must_stand_in_the_message(scenario: dict[str, Any], change: str) -> None:
    holds = scenario["tactics"][0]["holds"]
    holds.append("nowhere in it" if change == "nowhere" else holds[0])
    with pytest.raises(ScenarioError, match=r"tactics\[0\]\.holds has"):
        TryingToLeave(scenario)
