"""Reading a conversation turn by turn: the same trace whether a guard streams or reads again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from labelled import decided, labelled

from warmhandoff.conversation import Conversation, Turn
from warmhandoff.evaluation.metrics import Trace, traces
from warmhandoff.labels import LabelledConversation
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.guard.streaming import StreamingGuard
from warmhandoff.risk import Disposition, RiskLevel

CONTINUE, HANDOFF = Disposition.CONTINUE, Disposition.WARM_HANDOFF
SAID = ["hi", "bot: hello", "DANGER", "bot: oh", "nice weather", "bot: yes"]


class Streams(StreamingGuard[int]):
    """Rings from the first DANGER on; breaks, or answers fail-safe, at words that say so."""

    def _begin(self, setting: Conversation) -> int:
        assert setting.turns == ()
        return 0

    def observe(self, state: int, turn: Turn) -> int:
        if "raise" in turn.content:
            raise ZeroDivisionError("by design")
        return state + ("DANGER" in turn.content)

    def conclude(self, state: int) -> ReferralDecision:
        return decided(HANDOFF if state else CONTINUE)


class ReadsAgain:
    """The same, reading the whole conversation each time."""

    def assess(self, conversation: Conversation) -> ReferralDecision:
        return Streams().assess(conversation)


class OwnFailSafe(Streams):
    """Catches its own failure, and says so."""

    def conclude(self, state: int) -> ReferralDecision:
        return decided(HANDOFF if state else CONTINUE, rule="fail_safe:mine")


@pytest.mark.parametrize("guard", [Streams(), ReadsAgain()])
def test_there_is_one_decision_after_each_of_the_person_s_turns(guard: object) -> None:
    case = labelled(RiskLevel.HIGH, SAID, deciding_turn=2)
    (trace,) = traces([case], guard)
    assert trace == Trace(case, (0, 2, 4), (CONTINUE, HANDOFF, HANDOFF))
    assert trace.enough is HANDOFF
    assert trace.since_first_sign == (HANDOFF, HANDOFF)


@settings(max_examples=25)
@given(st.lists(st.sampled_from(["hi", "DANGER", "bot: hello", "bot: DANGER"]), max_size=6))
def test_streaming_equals_reading_again(said: list[str]) -> None:
    case = labelled(RiskLevel.HIGH, said)
    assert [*traces([case], Streams())] == [*traces([case], ReadsAgain())]


def only_this_turn(conversation: Conversation) -> RiskLevel:
    return RiskLevel.HIGH if "DANGER" in conversation.turns[-1].content else RiskLevel.NONE


def test_a_plain_function_sees_beginnings_that_end_with_the_person() -> None:
    (trace,) = traces([labelled(RiskLevel.HIGH, SAID)], only_this_turn)
    assert trace.given == (CONTINUE, HANDOFF, CONTINUE)


@pytest.mark.parametrize("guard", [Streams(), ReadsAgain()])
def test_a_guard_that_raises_has_failed_from_there_on(guard: object) -> None:
    (trace,) = traces([labelled(RiskLevel.HIGH, ["DANGER", "raise", "hi"])], guard)
    assert trace.given == (HANDOFF, None, None)


def test_a_stream_that_cannot_begin_has_failed() -> None:
    class Broken(Streams):
        def _begin(self, setting: Conversation) -> int:
            raise RuntimeError(f"by design, in {setting.language}")

    (trace,) = traces([labelled(RiskLevel.HIGH, SAID)], Broken())
    assert trace.given == (None, None, None)


class ReadsAgainFailSafe:
    """The same, reading again."""

    def assess(self, conversation: Conversation) -> ReferralDecision:
        return OwnFailSafe().assess(conversation)


@pytest.mark.parametrize("guard", [OwnFailSafe(), ReadsAgainFailSafe()])
def test_an_answer_marked_fail_safe_is_a_failure(guard: object) -> None:
    (trace,) = traces([labelled(RiskLevel.HIGH, ["DANGER"])], guard)
    assert trace.given == (None,)


@pytest.mark.parametrize(
    "case",
    [
        labelled(RiskLevel.NONE, SAID),
        labelled(RiskLevel.HIGH, SAID, deciding_turn=None),
        labelled(RiskLevel.MODERATE, SAID, dispositions=(Disposition.OFFER_SUPPORT, HANDOFF)),
        labelled(RiskLevel.HIGH, ["bot: hello"]),
    ],
)
def test_what_cannot_be_judged_has_no_first_sign(case: LabelledConversation) -> None:
    (trace,) = traces([case], Streams())
    assert trace.since_first_sign == ()


def test_what_is_no_guard_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="is no guard"):
        traces([], 3)
