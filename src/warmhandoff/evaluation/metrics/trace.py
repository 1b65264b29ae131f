"""What a guard decides as a conversation goes on: one decision after each of the person's turns."""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from warmhandoff.evaluation.metrics.rates import either_way
from warmhandoff.evaluation.run import answers
from warmhandoff.labels import LabelledConversation
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.guard.protocol import as_guard
from warmhandoff.referral.guard.streaming import StreamingGuard
from warmhandoff.risk import Disposition

__all__ = ["Trace", "traces"]


@frozen
class Trace:
    """A conversation, and the dispositions along it.

    A label is of the whole conversation. It is taken to hold from its deciding turn to the end; what
    would have been right before that turn, nobody has labelled, and nothing is judged there.

    Attributes:
        case: The whole conversation with its label.
        turns: Indices of the person's turns in it, in order.
        given: What the guard decided after each of these turns; None where it failed.
    """

    case: LabelledConversation
    turns: tuple[int, ...]
    given: tuple[Disposition | None, ...]

    @property
    def enough(self) -> Disposition:
        """The lowest disposition that raters accept. More is enough too: over-referral is for `screen`."""
        return min(self.case.label.disposition_accepted)

    @property
    def since_first_sign(self) -> tuple[Disposition | None, ...]:
        """What was decided from the deciding turn on.

        Empty where the turns cannot be judged: nothing decides, no person is needed, or raters accept both.
        """
        label = self.case.label
        if label.deciding_turn is None or not label.risky or either_way(label):
            return ()
        decides = label.deciding_turn
        return tuple(given for turn, given in zip(self.turns, self.given, strict=True) if turn >= decides)


def traces(cases: Iterable[LabelledConversation], guard: object) -> Iterator[Trace]:
    """Let a guard read each conversation turn by turn.

    A `StreamingGuard` is given one turn at a time. Any other guard or function reads every beginning
    of the conversation that ends with a turn of the person's, under the fail-safe wrapper, which takes time
    that grows with the square of the turns. A stream that raised is not gone on with: it counts as failed
    from there to the end.

    Raises:
        TypeError: ``guard`` is neither a guard nor a function.
    """
    judge = as_guard(guard)
    if isinstance(judge, StreamingGuard):
        return (_trace(case, _streamed(case, judge)) for case in cases)
    return _read_again(cases, judge)


def _trace(case: LabelledConversation, given: Iterable[Disposition | None]) -> Trace:
    return Trace(case, tuple(index for index, _turn in case.conversation.said_by("user")), tuple(given))


def _streamed(case: LabelledConversation, guard: StreamingGuard[object]) -> Iterator[Disposition | None]:
    state: object = None
    broken = False
    for number, turn in enumerate(case.conversation.turns):
        given = None
        if not broken:
            try:
                state = state if number else guard.begin(case.conversation)
                state, decision = guard.assess_turn(state, turn)
                given = _given(decision)
            except Exception:  # noqa: BLE001 - whatever a guard raises, it has failed
                broken = True
        if turn.role == "user":
            yield given


def _given(decision: ReferralDecision) -> Disposition | None:
    return None if decision.fail_safe else decision.disposition


def _read_again(cases: Iterable[LabelledConversation], guard: object) -> Iterator[Trace]:
    for case in cases:
        beginnings = (
            evolve(case, conversation=evolve(case.conversation, turns=case.conversation.turns[: index + 1]))
            for index, _turn in case.conversation.said_by("user")
        )
        yield _trace(
            case,
            (
                answer.decision.disposition if answer.failure is None else None
                for answer in answers(beginnings, guard)
            ),
        )
