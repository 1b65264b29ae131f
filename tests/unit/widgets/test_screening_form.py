"""What no schema can say about the forms, the people and the steps."""

from collections.abc import Callable
from copy import deepcopy

import pytest

from warmhandoff_widgets.scenario import Scenario, ScenarioError
from warmhandoff_widgets.screening_form import ScreeningForm


def _changed(change: Callable[[Scenario], object]) -> Scenario:
    scenario = deepcopy(ScreeningForm.load())
    change(scenario)
    return scenario


def test_the_cutoff_is_a_keyword() -> None:
    assert ScreeningForm.load(cutoff=8)["cutoff"] == 8
    with pytest.raises(ScenarioError, match="cutoff"):
        ScreeningForm.load(cutoff=0)


def test_no_text_of_the_instruments_is_reproduced() -> None:
    """The items' own openings: the topics are in the course's words."""
    shown = str(ScreeningForm.load()).lower()
    for taken in (
        "pleasure in doing",
        "better off dead",
        "let yourself or your family",
        "on edge",
        "awful might",
    ):
        assert taken not in shown


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda s: s.update(direct="shout"), "direct names no step"),
        (lambda s: s["forms"][0]["bands"][1].update(start=0), "bands must begin at 0"),
        (lambda s: s["forms"][0].update(suicide="hope"), "suicide names no topic"),
        (lambda s: s["people"][1].update(form="bdi"), r"people\[1\].form names no form"),
        (lambda s: s["people"][0].update(id="ruth"), "the id 'ruth' twice"),
        (lambda s: s["people"][0]["answers"].pop(), "one for each of the 9 topics"),
        (lambda s: s["people"][0]["steps"].pop(), "judge each of steps once"),
        (lambda s: [step.update(verdict="misses") for step in s["people"][0]["steps"]], "none that fits"),
        (lambda s: s["people"].pop(), "number of people"),
        (lambda s: s.update(enough=7), "enough is more than the number"),
    ],
)
def test_a_scenario_that_cannot_be_played_is_refused(
    change: Callable[[Scenario], object], complaint: str
) -> None:
    with pytest.raises(ScenarioError, match=complaint):
        ScreeningForm.load(_changed(change))
