"""The words in which a note tells levels, domains, urgency and times. English; written for this course."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from warmhandoff.referral.decision import Resource, ResourceKind
from warmhandoff.risk import Domain, RiskLevel, Urgency

__all__ = ["ABOUT", "ASKS", "CAVEAT", "LEVEL", "SOON", "listed", "moment", "services"]

CAVEAT = "Written by a program; not clinically reviewed; not a risk assessment by a clinician."

SOON = {
    Urgency.ROUTINE: "in the usual time",
    Urgency.DAYS: "within days",
    Urgency.TODAY: "today",
    Urgency.NOW: "now",
}

LEVEL = {level: f"{level.name.lower()} ({int(level)} of {int(max(RiskLevel))})" for level in RiskLevel}

ABOUT = {
    Domain.SUICIDE: "suicide",
    Domain.SELF_HARM: "self-harm",
    Domain.HARM_TO_OTHERS: "harm to others",
    Domain.ABUSE: "abuse",
    Domain.PSYCHOSIS_MANIA: "signs of psychosis or mania",
    Domain.EATING_DISORDER: "an eating disorder",
    Domain.SUBSTANCE_MEDICAL: "substances or a medical danger",
    Domain.MINOR: "a child or young person",
    Domain.SCOPE: "something beyond what a program may do",
}

ASKS = {
    "intent": "whether they mean to do it",
    "plan": "whether they have a plan",
    "time": "when",
    "means": "what they have at hand",
    "past_acts": "what happened before",
}


def listed(words: Iterable[str], last: str = "and") -> str:
    """``a, b and c``."""
    *before, end = words
    return f"{', '.join(before)} {last} {end}" if before else end


def services(resources: Sequence[Resource]) -> str:
    """The services by name, with the number where there is one; directories are left out."""
    named = [
        f"{line.service} ({line.phone})" if line.phone else line.service
        for line in resources
        if line.kind is not ResourceKind.DIRECTORY
    ]
    return listed(named) if named else ""


def moment(at: datetime) -> str:
    """``2026-11-23 21:30 UTC+00:00``: with the zone, because sender and receiver may be in two."""
    day, zone = at.date().isoformat(), at.strftime("%z")
    return f"{day} {at:%H:%M} UTC{zone[:3]}:{zone[3:5]}"
