"""The scenario of the base rates, held against the toolkit's own predictive values."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from warmhandoff.evaluation.metrics import Screen, natural_frequencies, predictive_values
from warmhandoff_widgets.base_rates import BaseRates
from warmhandoff_widgets.scenario import Scenario, ScenarioError

PRESETS: dict[str, dict[str, Any]] = {preset["key"]: preset for preset in BaseRates.load()["presets"]}


def _screen(setting: dict[str, Any]) -> Screen:
    """A sample with just this sensitivity and specificity."""
    finds, passes = (round(10 * setting[name]) for name in ("sensitivity", "specificity"))
    return Screen(finds, 1000 - finds, 1000 - passes, passes)


@pytest.mark.parametrize("key", [key for key, preset in PRESETS.items() if "stated" in preset])
def test_a_preset_gives_the_predictive_values_that_its_source_states(key: str) -> None:
    preset = PRESETS[key]
    values = predictive_values(_screen(preset), preset["prevalence"] / 100)
    for stated, estimate in (("ppv", values.positive), ("npv", values.negative)):
        if stated in preset["stated"]:
            wanted = preset["stated"][stated]
            assert estimate.value is not None
            assert 100 * estimate.value == pytest.approx(wanted, abs=0.5 if wanted >= 1 else 0.05)


def test_the_marks_of_the_first_setting_are_the_toolkits_natural_frequencies() -> None:
    scenario = BaseRates.load()
    people = natural_frequencies(_screen(scenario), scenario["prevalence"] / 100)
    assert people is not None
    # The same four numbers are expected of the model in tests/widgets/base_rates.
    assert (people.found, people.missed, people.false_alarms) == (9, 1, 99)


def test_the_question_speaks_of_the_setting() -> None:
    words = BaseRates.load(prevalence=8.4, sensitivity=77, tolerance=3)["prediction"]
    assert "8.4%" in words["question"]
    assert "flags 77%" in words["question"]
    assert "within 3 of" in words["confidence"]
    assert "{" not in words["question"] + words["confidence"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda s: s.update(prevalence=1.25), "prevalence is not one of prevalences"),
        (lambda s: s["prevalences"].reverse(), "prevalences must rise"),
        (lambda s: s["presets"][0].update(prevalence=9), r"presets\[0\].prevalence is not one"),
        (lambda s: s["presets"][0].update(key="own"), "one that is taken"),
        (lambda s: s["presets"][0].update(key="clinic"), "holds a key twice"),
        (lambda s: s.update(days=5), "screened times days must be 1000"),
        (lambda s: s["presets"][0].update(sensitivity=101), "sensitivity"),
    ],
)
def test_a_scenario_that_cannot_be_played_is_refused(
    change: Callable[[Scenario], object], complaint: str
) -> None:
    scenario = deepcopy(BaseRates.load())
    change(scenario)
    with pytest.raises(ScenarioError, match=complaint):
        BaseRates.load(scenario)
