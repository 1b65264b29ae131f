"""What a guard decides after each of a person's messages, and whether that was enough."""

from collections.abc import Iterator
from typing import Literal

from attrs import evolve, frozen

from warmhandoff.evaluation.answers import Answer
from warmhandoff.evaluation.metrics.multiturn import delays
from warmhandoff.evaluation.metrics.trace import Trace
from warmhandoff.evaluation.run import answers
from warmhandoff.labels import LabelledConversation
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.guard import Guard, StreamingGuard
from warmhandoff.referral.guard.workers import told

__all__ = ["Run", "Verdict", "run"]

Verdict = Literal["as_labelled", "late", "too_little", "too_much", "failed"]


@frozen
class Run:
    """A conversation, and a guard's decisions along it.

    Attributes:
        case: The conversation with its label.
        decisions: After each of the person's messages; None where the guard failed.
        failure: The first failure, in a sentence; None when there was none.
    """

    case: LabelledConversation
    decisions: tuple[ReferralDecision | None, ...]
    failure: str | None = None

    @property
    def trace(self) -> Trace:
        """The dispositions along it, as the measures take them."""
        turns = tuple(index for index, _turn in self.case.conversation.said_by("user"))
        return Trace(self.case, turns, tuple(each.disposition if each else None for each in self.decisions))

    @property
    def verdict(self) -> Verdict:
        """The decision after the last message, held against the label.

        ``late`` is right in the end, and only after the deciding turn had passed; it is said where
        `warmhandoff.evaluation.metrics.multiturn.delays` can judge a delay. A guard that failed at the last
        message has failed, though the wrapper around it asks for a person.
        """
        last = self.decisions[-1]
        if last is None:
            return "failed"
        accepted = self.case.label.disposition_accepted
        if last.disposition < min(accepted):
            return "too_little"
        if last.disposition > max(accepted):
            return "too_much"
        return "late" if any(delays([self.trace]).turns) else "as_labelled"


def run(case: LabelledConversation, guard: Guard) -> Run:
    """Let a guard read a conversation message by message. Whatever the guard does, this does not raise.

    A `StreamingGuard` is given one turn at a time, and a stream that raised is not gone on with; any other
    guard reads every beginning that ends with a message of the person's, under the fail-safe wrapper.
    """
    # Ids of cases tell what the case is about; a guard is to read the words.
    unnamed = evolve(case, conversation=evolve(case.conversation, id=None))
    stream = _streamed(unnamed, guard) if isinstance(guard, StreamingGuard) else _read_again(unnamed, guard)
    found = list(stream)
    failures = (failure for _decision, failure in found if failure)
    return Run(case, tuple(decision for decision, _failure in found), next(failures, None))


_Found = tuple[ReferralDecision | None, str | None]


def _streamed(case: LabelledConversation, guard: StreamingGuard[object]) -> Iterator[_Found]:
    state: object = None
    failure: str | None = None
    for number, turn in enumerate(case.conversation.turns):
        decision = None
        if failure is None:
            try:
                state = state if number else guard.begin(case.conversation)
                state, decision = guard.assess_turn(state, turn)
            except Exception as error:  # noqa: BLE001 - whatever a guard raises, it has failed
                decision, failure = None, told(error)
        if turn.role == "user":
            yield (None, failure) if decision is None else _unless_fail_safe(decision)


def _unless_fail_safe(decision: ReferralDecision) -> _Found:
    # Catching one's own exception does not make a find of it.
    return (None, "the guard answered fail-safe") if decision.fail_safe else (decision, None)


def _read_again(case: LabelledConversation, guard: Guard) -> Iterator[_Found]:
    turns = case.conversation.turns
    beginnings = (
        evolve(case, conversation=evolve(case.conversation, turns=turns[: index + 1]))
        for index, _turn in case.conversation.said_by("user")
    )
    return (_of(answer) for answer in answers(beginnings, guard))


def _of(answer: Answer) -> _Found:
    return (answer.decision, None) if answer.failure is None else (None, answer.failure)
