"""Warm Handoff: how AI mental-health support differs from psychotherapy, and how to refer safely.

The names below are loaded when first used, so that ``import warmhandoff`` costs next to nothing.
"""

from importlib import import_module

TYPE_CHECKING = False  # type checkers read it as true; importing `typing` would take most of the time
if TYPE_CHECKING:
    from warmhandoff.checks import check as check
    from warmhandoff.conversation import Context as Context
    from warmhandoff.conversation import Conversation as Conversation
    from warmhandoff.conversation import Turn as Turn
    from warmhandoff.labels import Label as Label
    from warmhandoff.labels import LabelledConversation as LabelledConversation
    from warmhandoff.labels import Phenomenon as Phenomenon
    from warmhandoff.referral.decision import Reason as Reason
    from warmhandoff.referral.decision import ReferralDecision as ReferralDecision
    from warmhandoff.referral.guard import FailSafeGuard as FailSafeGuard
    from warmhandoff.referral.guard import Guard as Guard
    from warmhandoff.referral.guard import KeywordGuard as KeywordGuard
    from warmhandoff.referral.guard import StreamingGuard as StreamingGuard
    from warmhandoff.referral.guard import first_of as first_of
    from warmhandoff.referral.guard import highest_of as highest_of
    from warmhandoff.referral.handoff import note_for as note_for
    from warmhandoff.referral.policy import PolicyGuard as PolicyGuard
    from warmhandoff.referral.policy import load_policy as load_policy
    from warmhandoff.referral.resources import resources_for as resources_for
    from warmhandoff.referral.signals import signals_in as signals_in
    from warmhandoff.risk import Disposition as Disposition
    from warmhandoff.risk import Domain as Domain
    from warmhandoff.risk import RiskLevel as RiskLevel
    from warmhandoff.risk import Urgency as Urgency

__version__ = "0.1.0"

_HOMES = {
    "check": "checks",
    "Context": "conversation",
    "Conversation": "conversation",
    "Turn": "conversation",
    "Label": "labels",
    "LabelledConversation": "labels",
    "Phenomenon": "labels",
    "Reason": "referral.decision",
    "ReferralDecision": "referral.decision",
    "FailSafeGuard": "referral.guard",
    "Guard": "referral.guard",
    "KeywordGuard": "referral.guard",
    "StreamingGuard": "referral.guard",
    "first_of": "referral.guard",
    "highest_of": "referral.guard",
    "note_for": "referral.handoff",
    "PolicyGuard": "referral.policy",
    "load_policy": "referral.policy",
    "resources_for": "referral.resources",
    "signals_in": "referral.signals",
    "Disposition": "risk",
    "Domain": "risk",
    "RiskLevel": "risk",
    "Urgency": "risk",
}

__all__ = list(_HOMES)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'warmhandoff' has no attribute {name!r}")
    return getattr(import_module(f"warmhandoff.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*_HOMES, "__version__"])
