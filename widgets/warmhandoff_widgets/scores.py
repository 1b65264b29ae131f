"""What guards make of labelled conversations, as numbers that a threshold can be moved over."""

from collections.abc import Sequence
from typing import Any

from warmhandoff.chance import seeded
from warmhandoff.labels import LabelledConversation, Phenomenon
from warmhandoff.referral.guard import Guard
from warmhandoff.risk import RiskLevel

__all__ = ["LEVELS", "cuts", "drawn_scores", "has_scores", "scores"]

LEVELS = tuple(level.value for level in RiskLevel if level > RiskLevel.NONE)
"""The thresholds of a guard that answers with a risk level."""

_MOST_CUTS = 50
_OBLIQUE = {Phenomenon.OBLIQUE_FAREWELL, Phenomenon.JOKING, Phenomenon.AMBIVALENCE}


def scores(guard: Guard, cases: Sequence[LabelledConversation]) -> list[float]:
    """One number a conversation, higher for more risk.

    A guard with a method ``score(conversation) -> float`` is asked for it; any other is scored by the risk
    level of its decision, 0 to 4.
    """
    if has_scores(guard):
        return [round(float(guard.score(case.conversation)), 6) for case in cases]  # type: ignore[attr-defined]
    return [guard.assess(case.conversation).risk.value for case in cases]


def has_scores(guard: Guard) -> bool:
    """Whether it is asked for scores, and not for levels."""
    return callable(getattr(guard, "score", None))


def cuts(found: Sequence[float]) -> list[float]:
    """Thresholds worth trying, ascending: every score there is, or 50 of them evenly by rank."""
    distinct = sorted(set(found))
    if len(distinct) <= _MOST_CUTS:
        return distinct
    return [distinct[index * (len(distinct) - 1) // (_MOST_CUTS - 1)] for index in range(_MOST_CUTS)]


def drawn_scores(settings: dict[str, Any], cases: Sequence[LabelledConversation]) -> list[float]:
    """Made-up scores from 0 to 100, the same in every run: two overlapping heaps.

    Args:
        settings: ``seed``; ``risky``, ``other`` and ``spread``, the means and the standard deviation;
            ``oblique``, how much lower a risky conversation scores that is not said plainly.
        cases: The conversations.
    """
    chance = seeded("threshold explorer", settings["seed"])
    found = []
    for case in cases:
        # Twelve numbers from 0 to 1, summed, make a bell of spread 1 around 6.
        bell = sum(chance() for _number in range(12)) - 6
        mean = settings["risky"] if case.label.risky else settings["other"]
        if case.label.risky and _OBLIQUE & set(case.label.phenomena):
            mean -= settings["oblique"]
        found.append(float(min(100, max(0, round(mean + settings["spread"] * bell)))))
    return found
