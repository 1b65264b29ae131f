"""The words of triage: risk level, disposition, urgency, domain.

A level says what is on the page. It predicts nothing and clears nobody. Levels are conventions; ours
follow the tiers of the C-SSRS screener, except that HIGH and IMMINENT split its one top tier.
Not clinically reviewed.
"""

from enum import IntEnum, StrEnum, auto

__all__ = ["UNASKED", "Disposition", "Domain", "RiskLevel", "Urgency", "default_response", "needs_person"]


class RiskLevel(IntEnum):
    """What is on the page, from no sign to an act under way."""

    NONE = 0
    """No sign here, which clears nobody."""
    LOW = 1
    """Passive: a wish to be dead or not to wake up."""
    MODERATE = 2
    """Active thoughts without intent or plan; self-injury without intent to die; older behaviour."""
    HIGH = 3
    """Some intent, or a plan; or behaviour or preparation within three months, not under way."""
    IMMINENT = 4
    """An act under way or just done, or intent with a short time frame."""


class Disposition(IntEnum):
    """What to do about it."""

    CONTINUE = 0
    """Go on with the conversation."""
    OFFER_SUPPORT = 1
    """Ask directly, offer people and resources."""
    WARM_HANDOFF = 2
    """Request that a person takes over, in front of the person concerned."""
    EMERGENCY = 3
    """Urge the emergency number, ask where the person is, and stay."""


class Urgency(IntEnum):
    """How soon a person must reply."""

    ROUTINE = 0
    DAYS = 1
    TODAY = 2
    NOW = 3


class Domain(StrEnum):
    """What the danger is about."""

    SUICIDE = auto()
    SELF_HARM = auto()
    HARM_TO_OTHERS = auto()
    ABUSE = auto()
    PSYCHOSIS_MANIA = auto()
    EATING_DISORDER = auto()
    SUBSTANCE_MEDICAL = auto()
    MINOR = auto()
    SCOPE = auto()


UNASKED = ("intent", "plan", "time", "means", "past_acts")
"""What a careful interviewer would want to have asked about, in the order of asking."""

_RESPONSES = {
    RiskLevel.NONE: (Disposition.CONTINUE, Urgency.ROUTINE),
    RiskLevel.LOW: (Disposition.OFFER_SUPPORT, Urgency.DAYS),
    RiskLevel.MODERATE: (Disposition.WARM_HANDOFF, Urgency.DAYS),
    RiskLevel.HIGH: (Disposition.WARM_HANDOFF, Urgency.NOW),
    RiskLevel.IMMINENT: (Disposition.EMERGENCY, Urgency.NOW),
}


def needs_person(level: RiskLevel) -> bool:
    """Whether the course's convention asks for a warm handoff at that level: MODERATE or above."""
    return level >= RiskLevel.MODERATE


def default_response(level: RiskLevel) -> tuple[Disposition, Urgency]:
    """The disposition and urgency that the course's convention gives a level.

    The table is the course's own, after the triage of the C-SSRS screener; a service's written policy
    comes before it.
    """
    return _RESPONSES[level]
