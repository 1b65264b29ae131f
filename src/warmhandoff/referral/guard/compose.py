"""Guards made of guards: the first that asks for something, or the highest answer of all.

A part that raises makes the whole raise: wrap each part, or the whole, in `FailSafeGuard`. A part that is
wrapped and fails answers WARM_HANDOFF, which `highest_of` keeps unless another answer is higher.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from attrs import evolve, frozen

from warmhandoff.conversation import Conversation, Turn
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.guard.protocol import Guard, as_guard
from warmhandoff.referral.guard.streaming import StreamingGuard
from warmhandoff.risk import Disposition

__all__ = ["first_of", "highest_of"]

T = TypeVar("T")

Choice = Callable[[Iterable[ReferralDecision]], ReferralDecision]
"""One decision out of those of the parts, in order; none is asked for that is not needed."""


def first_of(*guards: object) -> Guard:
    """The first guard, in order, whose disposition is above CONTINUE; the last one's answer otherwise.

    Later guards are not asked once one has answered, so that a costly one may stand last.

    Args:
        guards: Guards or functions, at least one. When all are `StreamingGuard`, so is the result.

    Raises:
        TypeError: there is no guard, or one of them is none.
    """
    return _composed("first_of", guards, _first)


def highest_of(*guards: object) -> Guard:
    """Asks every guard; the answer with the highest (disposition, urgency, risk), the first among equals.

    That answer also carries the highest urgency and risk of any part, so that it is lower than no part
    in anything; the reasons of every part that asks for something, in order; the crisis lines of its own
    and then theirs; and of what is unasked only what all of these find unasked, because a part that has
    seen the question or its answer knows more than one that has not looked.

    Args:
        guards: Guards or functions, at least one. When all are `StreamingGuard`, so is the result.

    Raises:
        TypeError: there is no guard, or one of them is none.
    """
    return _composed("highest_of", guards, _highest)


@frozen
class _Composed:
    """Asks guards about whole conversations."""

    parts: tuple[Guard, ...]
    choose: Choice

    def assess(self, conversation: Conversation) -> ReferralDecision:
        return self.choose(part.assess(conversation) for part in self.parts)


@frozen
class _Streaming(StreamingGuard[tuple[Any, ...]]):
    """Keeps a state for every part."""

    parts: tuple[StreamingGuard[Any], ...]
    choose: Choice

    def _begin(self, setting: Conversation) -> tuple[Any, ...]:
        return tuple(part.begin(setting) for part in self.parts)

    def observe(self, state: tuple[Any, ...], turn: Turn) -> tuple[Any, ...]:
        return tuple(part.observe(own, turn) for part, own in zip(self.parts, state, strict=True))

    def conclude(self, state: tuple[Any, ...]) -> ReferralDecision:
        return self.choose(part.conclude(own) for part, own in zip(self.parts, state, strict=True))


def _composed(name: str, guards: tuple[object, ...], choose: Choice) -> Guard:
    if not guards:
        raise TypeError(f"{name}() has no guard to ask; name at least one, such as {name}(KeywordGuard()).")
    parts = tuple(map(as_guard, guards))
    streaming = tuple(part for part in parts if isinstance(part, StreamingGuard))
    return _Streaming(streaming, choose) if len(streaming) == len(parts) else _Composed(parts, choose)


def _first(decisions: Iterable[ReferralDecision]) -> ReferralDecision:
    for decision in decisions:  # the last one answers when none asks for anything
        if decision.disposition > Disposition.CONTINUE:
            break
    return decision


def _highest(decisions: Iterable[ReferralDecision]) -> ReferralDecision:
    answers = tuple(decisions)
    # max() keeps the first among equals.
    highest = max(answers, key=lambda answer: (answer.disposition, answer.urgency, answer.risk))
    concerned = [answer for answer in answers if answer.disposition > Disposition.CONTINUE] or [highest]
    return evolve(
        highest,
        risk=max(answer.risk for answer in answers),
        urgency=max(answer.urgency for answer in answers),
        reasons=_merged(answer.reasons for answer in concerned),
        unasked=tuple(
            topic for topic in highest.unasked if all(topic in answer.unasked for answer in concerned)
        ),
        resources=_merged(answer.resources for answer in (highest, *concerned)),
    )


def _merged(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(item for part in parts for item in part))
