"""The course's words for levels and dispositions, as a clinician would say them."""

from warmhandoff.evaluation.answers import Answer
from warmhandoff.risk import Disposition, RiskLevel

__all__ = ["DISPOSITIONS", "answered", "name_of", "wanted"]

DISPOSITIONS = {
    Disposition.CONTINUE: "go on",
    Disposition.OFFER_SUPPORT: "offer support",
    Disposition.WARM_HANDOFF: "bring in a person",
    Disposition.EMERGENCY: "emergency",
}


def name_of(key: str) -> str:
    """``oblique_farewell`` as words."""
    return key.replace("_", " ")


def _both(risk: RiskLevel, disposition: Disposition) -> str:
    level = "no sign of risk" if risk is RiskLevel.NONE else f"{risk.name.lower()} risk"
    return f"{level}, {DISPOSITIONS[disposition]}"


def answered(answer: Answer) -> str:
    """What the guard answered: ``no sign of risk, go on``; or what failed."""
    if answer.failure is not None:
        return f"no answer, because the call failed: {answer.failure}"
    return _both(answer.decision.risk, answer.decision.disposition)


def wanted(answer: Answer) -> str:
    """What the label says: ``high risk, bring in a person``."""
    return _both(answer.case.label.risk, answer.case.label.disposition)
