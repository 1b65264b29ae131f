"""What no schema says about a data trail is refused in a sentence."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from warmhandoff_widgets.data_trail import DataTrail
from warmhandoff_widgets.scenario import ScenarioError

Scenario = dict[str, Any]


def _unknown_place(scenario: Scenario) -> None:
    scenario["laws"][0]["places"] = ["atlantis"]


def _twice(scenario: Scenario) -> None:
    scenario["stations"][1]["id"] = scenario["stations"][0]["id"]


def _short_scale(scenario: Scenario) -> None:
    scenario["prediction"].update(max=6, start=3)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_unknown_place, r"laws\[0\].places holds 'atlantis'"),
        (_twice, "stations holds the id .* twice"),
        (_short_scale, "prediction must reach from 0 to 12"),
    ],
)
def test_names_file_and_field(spoil: Callable[[Scenario], None], sentence: str) -> None:
    scenario = deepcopy(DataTrail.load())
    spoil(scenario)
    with pytest.raises(ScenarioError, match=sentence):
        DataTrail.load(scenario)


def test_place_and_choices_are_keywords() -> None:
    shipped = {**DataTrail.load()["shipped"], "retention": 0}
    loaded = DataTrail.load(place="utah", shipped=shipped)
    assert (loaded["place"], loaded["shipped"]["retention"]) == ("utah", 0)
    with pytest.raises(ScenarioError, match="place is not one of places"):
        DataTrail.load(place="atlantis")
    with pytest.raises(ScenarioError, match="shipped"):
        DataTrail.load(shipped={**shipped, "retention": 400})
