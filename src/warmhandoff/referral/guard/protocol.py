"""The one method of a guard, and how a plain function becomes one."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from attrs import field, frozen
from attrs.validators import is_callable

from warmhandoff.conversation import Conversation
from warmhandoff.referral.decision import Reason, ReferralDecision
from warmhandoff.referral.replies import ASK_PLACE, reply_for
from warmhandoff.referral.resources import audience_of, region_question, resources_for
from warmhandoff.risk import UNASKED, Domain, RiskLevel, default_response

__all__ = ["FunctionGuard", "Guard", "InvalidResultError", "as_guard", "decide"]


class InvalidResultError(TypeError):
    """A guard or function answered something that is no decision or no level."""


@runtime_checkable
class Guard(Protocol):
    """Reads a conversation, decides who should see it."""

    def assess(self, conversation: Conversation) -> ReferralDecision:
        """The decision for all that has been said so far."""
        ...


def decide(
    level: RiskLevel,
    conversation: Conversation,
    reason: Reason | None = None,
    *,
    unasked: tuple[str, ...] = UNASKED,
) -> ReferralDecision:
    """The decision that the course's convention gives a level, with lines for the person's place and age.

    Args:
        level: What is on the page.
        conversation: Where it stands; its place, age band and time choose the lines.
        reason: What fired; None for the reason ``default``.
        unasked: What nobody has asked; everything, when the caller does not know.
    """
    disposition, urgency = default_response(level)
    concern = level > RiskLevel.NONE
    domain: Domain | None = reason.domain if reason else None
    reply = reply_for(disposition)
    place, context = conversation.place, conversation.context
    audience = audience_of(context.age_band)
    where = ASK_PLACE if place is None else region_question(place, audience, domain)
    if reply is not None and where is not None:
        reply = f"{reply} {where}"
    return ReferralDecision(
        risk=level,
        disposition=disposition,
        urgency=urgency,
        reasons=(reason or Reason("default"),),
        unasked=unasked if concern else (),
        resources=resources_for(place, audience, domain, context.now) if concern else (),
        reply=reply,
    )


@frozen
class FunctionGuard:
    """A guard out of a function from a conversation to a risk level, such as a learner's ``triage``."""

    function: Callable[[Conversation], RiskLevel] = field(validator=is_callable())

    def assess(self, conversation: Conversation) -> ReferralDecision:
        """The function's level with the course's response to it.

        Raises:
            InvalidResultError: the function answered something that is not a risk level.
        """
        level = self.function(conversation)
        name = getattr(self.function, "__name__", "the function")
        if not isinstance(level, RiskLevel):
            raise InvalidResultError(
                f"{name} returned {str(level)[:40]!r} ({type(level).__name__}); "
                "return a RiskLevel, such as RiskLevel.HIGH."
            )
        reason = Reason(name) if level > RiskLevel.NONE else None
        return decide(level, conversation, reason)


def as_guard(candidate: object) -> Guard:
    """A guard as it is, or one out of a plain function.

    Raises:
        TypeError: it is neither.
    """
    if isinstance(candidate, Guard) and not isinstance(candidate, type):
        return candidate
    if callable(candidate) and not isinstance(candidate, type):
        return FunctionGuard(candidate)
    raise TypeError(
        f"a {type(candidate).__name__} is no guard; give an object with assess(conversation), "
        "or a function from a conversation to a RiskLevel."
    )
