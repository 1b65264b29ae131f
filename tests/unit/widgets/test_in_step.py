"""What a scenario of InStep must hold beyond its schema."""

import copy

import pytest

from warmhandoff_widgets.in_step import InStep
from warmhandoff_widgets.scenario import ScenarioError


def test_a_kind_described_twice_is_refused() -> None:
    scenario = copy.deepcopy(InStep.load())
    scenario["kinds"][0]["key"] = scenario["kinds"][1]["key"]
    with pytest.raises(ScenarioError, match="kinds describes a partner twice"):
        InStep.load(scenario)


def test_a_prediction_that_does_not_count_the_partners_is_refused() -> None:
    scenario = copy.deepcopy(InStep.load())
    scenario["prediction"]["max"] = 6
    with pytest.raises(ScenarioError, match="from 0 to 3"):
        InStep.load(scenario)


def test_the_seed_is_a_keyword() -> None:
    assert InStep.load(seed=3)["seed"] == 3
    with pytest.raises(ScenarioError, match="seed"):
        InStep.load(seed=-1)
