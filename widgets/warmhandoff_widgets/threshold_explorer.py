"""ThresholdExplorer: move a threshold over a guard's scores, and see who pays."""

from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar

from warmhandoff.datasets import conversations, root
from warmhandoff.evaluation.metrics.groups import GROUPINGS, NOT_STATED
from warmhandoff.labels import LabelledConversation
from warmhandoff.referral.guard import Guard
from warmhandoff.referral.policy import PolicyGuard, load_policy
from warmhandoff_widgets.guarded import GuardedSimulation
from warmhandoff_widgets.scenario import Scenario
from warmhandoff_widgets.scores import LEVELS, cuts, drawn_scores, has_scores, scores

__all__ = ["ThresholdExplorer"]

_SHOWN = ("phenomenon", "age band", "writing style")


class ThresholdExplorer(GuardedSimulation):
    """The learner moves a threshold over a guard's scores and sees who is caught, missed, and kept waiting.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        guard: One more guard to look at: an object with ``assess``, a function, or a SPEC such as
            ``my_guard:guard``. With a method ``score(conversation) -> float`` its scores are used, else its
            risk levels. Default: none.
        prevalence: Risky conversations in a hundred on an ordinary day, 0.1 to 50. Default 2.
        staff: Alarms that the people on duty can answer in a day, 0 to 300. Default 40.

    The outcome holds ``prediction``, ``guard``, ``threshold`` (a score; None: never an alarm), ``counts``
    (``caught``, ``missed``, ``false_alarm``, ``quiet``: conversations of the data set), ``sensitivity`` and
    ``specificity`` (``share``, ``low``, ``high``: per cent, a 95 % Wilson interval), ``prevalence``, ``day``
    (``alarms``, ``true_alarms``, ``missed``, ``waiting``: expected conversations a day), ``true_in_hundred``
    (the right prediction; None before it) and ``correct``.
    """

    name = "threshold_explorer"
    lesson = "11-evaluation"
    SETTINGS: ClassVar[tuple[str, ...]] = ("guard", "prevalence", "staff")
    UNIQUE = MappingProxyType({"guards": "key"})

    @classmethod
    def with_guard(cls, prepared: Scenario, own: Guard) -> Scenario:
        """A guard that is given stands after the course's own."""
        found = scores(own, _cases())
        entry = {
            "key": "own",
            "label": "Your guard",
            "about": "The guard that was given, over the conversations of the course.",
            "made_up": False,
            "levels": not has_scores(own),
        }
        entry["cuts"] = list(LEVELS) if entry["levels"] else cuts(found)
        return {
            **prepared,
            "guards": [*prepared["guards"], entry],
            "cases": [
                {**case, "scores": [*case["scores"], score]}
                for case, score in zip(prepared["cases"], found, strict=True)
            ],
        }

    @classmethod
    def prepare(cls, scenario: Scenario) -> Scenario:
        """Run the guards over the course's conversations, and say to which groups each belongs."""
        cases = _cases()
        by_guard = [_found(entry, scenario) for entry in scenario["guards"]]
        groupings = [_grouping(way, cases) for way in _SHOWN]
        return {
            **scenario,
            "guards": [
                {**entry, "cuts": list(LEVELS) if entry["levels"] else cuts(found)}
                for entry, found in zip(scenario["guards"], by_guard, strict=True)
            ],
            "groupings": [
                {"key": way.replace(" ", "_"), "label": way.capitalize(), "groups": names}
                for way, (names, _places) in zip(_SHOWN, groupings, strict=True)
            ],
            "cases": [
                {
                    "risky": case.label.risky,
                    "groups": [places[number] for _names, places in groupings],
                    "scores": [found[number] for found in by_guard],
                }
                for number, case in enumerate(cases)
            ],
        }

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """The learner's guard keeps its name, and there is something to catch."""
        if "own" in {entry["key"] for entry in scenario["guards"]}:
            return "guards holds the key 'own', which is the learner's; rename it."
        if not any(case["risky"] for case in scenario["cases"]):
            return "cases holds no risky conversation; a threshold has nothing to catch."
        return super().complaint(scenario)


@cache
def _cases() -> tuple[LabelledConversation, ...]:
    return tuple(conversations())


def _found(entry: dict[str, Any], scenario: Scenario) -> list[float]:
    if entry["made_up"]:
        return drawn_scores(scenario["made_up"], _cases())
    return list(_policy_scores(entry["policy"]))


@cache
def _policy_scores(name: str) -> tuple[float, ...]:
    guard = PolicyGuard(load_policy(root() / "policies" / f"{name}.toml"))
    return tuple(scores(guard, _cases()))


def _grouping(way: str, cases: tuple[LabelledConversation, ...]) -> tuple[list[str], list[list[int]]]:
    """The names of the groups, and for each conversation the places of its groups among them."""
    found = [list(GROUPINGS[way](case)) for case in cases]
    # "under-13" comes before "13-17" in a table that people read by age.
    names = sorted(
        {str(name) for groups in found for name in groups},
        key=lambda name: (name == NOT_STATED, not name.startswith("under"), name),
    )
    places = [[names.index(str(name)) for name in groups] for groups in found]
    return [name.replace("_", " ") for name in names], places
