"""BaseRates: what a flag is worth where the thing is rare, and who waits for it."""

from typing import ClassVar

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["BaseRates"]

PEOPLE = 1000
"""One mark each; so many are screened in the days that the queue is pictured over."""


class BaseRates(Simulation):
    """The learner sets prevalence, sensitivity, specificity and staff, and counts 1,000 people.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        prevalence: To begin with, and what the prediction is about: per cent, one of the scenario's
            ``prevalences``. Default 1.
        sensitivity: Likewise, per cent, 0 to 100. Default 90.
        specificity: Likewise, per cent, 0 to 100. Default 90.
        staff: People seen a day to begin with, 1 to 50. Default 5.
        tolerance: How near a prediction must come, in people of 100 flagged, 0 to 50. Default 5.

    The outcome holds ``prediction``, the setting as it was left (``prevalence``, ``sensitivity``,
    ``specificity`` in per cent, ``second_step``, ``staff`` a day, ``preset``), ``counts`` of 1,000 people
    (``found``, ``missed``, ``false_alarms``, ``passed``), ``ppv`` and ``npv`` (shares from 0 to 1; None when
    nobody is flagged, or passed), ``queue`` (``flagged``, ``seen``, ``waiting`` in people, ``wait_days`` in
    working days), ``tasks`` (those tried), ``answer`` (the right prediction) and ``within`` (the tolerance).
    """

    name = "base_rates"
    lesson = "07-good-uses"
    SETTINGS: ClassVar[tuple[str, ...]] = ("prevalence", "sensitivity", "specificity", "staff", "tolerance")

    @classmethod
    def prepare(cls, scenario: Scenario) -> Scenario:
        """Write the setting into the question and into the words about confidence."""
        words = scenario["prediction"]
        filled = {key: _filled(words[key], scenario) for key in ("question", "confidence")}
        return {**scenario, "prediction": {**words, **filled}}

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Every prevalence stands on the slider's ladder, and the queue is that of the people pictured."""
        ladder = scenario["prevalences"]
        if ladder != sorted(set(ladder)):
            return "prevalences must rise; put them in order, each once."
        if scenario["prevalence"] not in ladder:
            return "prevalence is not one of prevalences; choose one of them, or add it there."
        if scenario["screened"] * scenario["days"] != PEOPLE:
            return f"screened times days must be {PEOPLE}, the people pictured; change one of the two."
        return _presets_problem(scenario) or super().complaint(scenario)


def _presets_problem(scenario: Scenario) -> str | None:
    keys = [preset["key"] for preset in scenario["presets"]]
    if len({*keys, "start", "own"}) < len(keys) + 2:
        return "presets holds a key twice, or one that is taken (start, own); rename it."
    for number, preset in enumerate(scenario["presets"]):
        if preset["prevalence"] not in scenario["prevalences"]:
            return f"presets[{number}].prevalence is not one of prevalences; add it there."
    return None


def _filled(text: str, scenario: Scenario) -> str:
    for name in ("prevalence", "sensitivity", "specificity", "tolerance"):
        text = text.replace("{" + name + "}", f"{scenario[name]:g}")
    return text
