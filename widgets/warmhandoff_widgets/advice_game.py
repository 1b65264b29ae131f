"""AdviceGame: estimate, hear an adviser, revise, and see what moved you."""

from statistics import mean
from types import MappingProxyType
from typing import Any, ClassVar

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["AdviceGame"]


class AdviceGame(Simulation):
    """The learner answers twelve questions, each before and after an adviser's answer.

    Two advisers give the same kind of advice in two blocks: one hedges with a confidence that fits, the other
    is as sure of everything. Items without an answer are personal choices; nothing in them counts as right.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        seed: Deals the items: who comes first, with which set, in which order. A whole number from 0 to
            2147483647. Default 7.
        tolerance: How near an answer, an advice or the prediction must come to count, in points, 0 to 50.
            Default 10.

    The outcome holds ``prediction``, ``items`` (of each finished item ``item``, ``adviser``, ``personal``,
    ``first``, ``first_confidence``, ``advice``, ``stated_confidence``, ``final``, ``final_confidence``,
    ``answer``, ``moved_percent``), ``weight_of_advice`` (means in per cent or None: ``all``, ``hedged``,
    ``sure``, ``with_answer``, ``personal``), ``advisers`` and ``learner`` (for ``hedged`` and ``sure``,
    the learner's ``before`` and ``after``: ``items``, ``said``, ``right``, ``share``, ``distance``), and
    ``decided`` (``me``, ``nudged``, ``advice`` or None).

    Weight of advice is the way moved over the way to the advice, clipped to 0 and 1, and None when the
    advice was the learner's own answer (Bonaccio and Dalal, 2006).
    """

    name = "advice_game"
    lesson = "05-agency"
    SETTINGS: ClassVar[tuple[str, ...]] = ("seed", "tolerance")
    UNIQUE = MappingProxyType({"items": "id"})

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Every item can be played, and the hedging adviser is as sure as it is right."""
        items = scenario["items"]
        for number, item in enumerate(items):
            if complaint := _item_complaint(item):
                return f"items[{number}].{complaint}"
        for name in ("one", "two"):
            facts = [item for item in items if item["set"] == name and "answer" in item]
            if not facts:
                return f"items holds none with an answer in set {name}; add one."
            if complaint := _calibration_complaint(facts, name, scenario["tolerance"]):
                return complaint
        return super().complaint(scenario)


def _item_complaint(item: dict[str, Any]) -> str | None:
    scale = item["scale"]
    low, high = scale["min"], scale["max"]
    values = {"scale.start": scale["start"], "advice": item["advice"]}
    if "answer" in item:
        values["answer.value"] = item["answer"]["value"]
    for field, value in values.items():
        if not low <= value <= high:
            return f"{field} is {value}; keep it between {low} and {high}, the item's scale."
    if ("answer" in item) is not ("hedged_confidence" in item):
        return "hedged_confidence goes with answer; write both, or neither for a personal choice."
    return None


def _calibration_complaint(facts: list[dict[str, Any]], name: str, tolerance: int) -> str | None:
    right = [abs(item["advice"] - item["answer"]["value"]) <= tolerance for item in facts]
    share, said = 100 * mean(right), mean(item["hedged_confidence"] for item in facts)
    # What the page calls well calibrated must be so.
    if abs(share - said) > 10:  # noqa: PLR2004
        return (
            f"items of set {name}: hedged_confidence is {said:.0f} on average and {share:.0f}% of the advice "
            "is right; bring the two within 10."
        )
    return None
