"""ScreeningForm: what a total says, what it cannot, and what an answer above zero opens."""

from types import MappingProxyType
from typing import ClassVar

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["ScreeningForm"]


class ScreeningForm(Simulation):
    """The learner scores PHQ-9 and GAD-7 forms of fictional people beside an app that goes by the total.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        cutoff: Points from which on the app books an appointment, 1 to 20. Default 10.

    The outcome holds ``prediction``, ``people`` (for each answered form: ``id``, ``total``, ``total_right``,
    ``band`` and ``band_right`` (places, from 0), ``note``, ``note_verdict``, ``step``, ``step_verdict``,
    ``confidence`` in per cent, ``app_step``, ``app_verdict``), the counts ``totals_correct``,
    ``bands_correct``, ``notes_stand``, ``steps_fit`` and ``steps_defensible``, ``app_steps_fit`` (the right
    prediction; None before ``enough`` forms), ``correct`` and ``app_rule`` (``cutoff``, ``item_nine``: the
    app as the learner left it).
    """

    name = "screening_form"
    lesson = "07-good-uses"
    SETTINGS: ClassVar[tuple[str, ...]] = ("cutoff",)
    UNIQUE = MappingProxyType({"people": "id"})

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Forms, people and steps fit together: every answer that can be given has its feedback."""
        problem = _forms_problem(scenario) or _people_problem(scenario)
        if not problem and scenario["prediction"]["max"] != len(scenario["people"]):
            problem = "prediction.max is not the number of people; write that number there."
        if not problem and scenario["enough"] > len(scenario["people"]):
            problem = "enough is more than the number of people; write that number or a smaller one."
        return problem or super().complaint(scenario)


def _forms_problem(scenario: Scenario) -> str | None:
    steps = [step["key"] for step in scenario["steps"]]
    for field in ("below", "above", "direct"):
        if scenario[field] not in steps:
            return f"{field} names no step; write the key of one of steps."
    for number, form in enumerate(scenario["forms"]):
        starts = [band["start"] for band in form["bands"]]
        if starts[0] != 0 or starts != sorted(set(starts)):
            return f"forms[{number}].bands must begin at 0 and rise; mend the starts."
        if "suicide" in form and form["suicide"] not in {topic["key"] for topic in form["topics"]}:
            return f"forms[{number}].suicide names no topic; write the key of one, or leave it out."
    return None


def _people_problem(scenario: Scenario) -> str | None:
    forms = {form["key"]: form for form in scenario["forms"]}
    steps = [step["key"] for step in scenario["steps"]]
    for number, person in enumerate(scenario["people"]):
        form = forms.get(person["form"])
        if form is None:
            return f"people[{number}].form names no form; write the key of one of forms."
        if len(person["answers"]) != len(form["topics"]):
            return f"people[{number}].answers needs one for each of the {len(form['topics'])} topics."
        if sorted(judged["key"] for judged in person["steps"]) != sorted(steps):
            return f"people[{number}].steps must judge each of steps once; add or remove some."
        if not any(judged["verdict"] == "fits" for judged in person["steps"]):
            return f"people[{number}].steps has none that fits; mark one."
    return None
