"""One answer a case, whatever the guard does."""

from collections.abc import Iterator

import failing_guards
import pytest
from evaluated import CatchesItsOwnFailures, Oracle

from warmhandoff.conversation import Conversation
from warmhandoff.evaluation.evidence import gather, steps
from warmhandoff.evaluation.perturb import suite
from warmhandoff.evaluation.run import answers
from warmhandoff.labels import LabelledConversation
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.guard import KeywordGuard, decide
from warmhandoff.risk import Disposition, RiskLevel
from warmhandoff.scenarios import generate

CASES = generate(1, 34)


def test_every_case_has_its_answer_in_order() -> None:
    seen = list(answers(CASES, KeywordGuard()))
    assert [answer.case for answer in seen] == list(CASES)
    assert all(answer.failure is None for answer in seen)


@pytest.mark.parametrize(
    ("guard", "told"),
    [
        (failing_guards.raises, "by design"),
        (failing_guards.exits, "SystemExit"),
        (failing_guards.answers_a_word, "return a RiskLevel"),
        (failing_guards.Undecided(), "return a ReferralDecision"),
    ],
)
def test_a_failure_is_kept_with_its_answer_and_finds_nobody(guard: object, told: str) -> None:
    for answer in answers(CASES[:3], guard):
        assert answer.failure is not None
        assert told in answer.failure
        assert answer.decision.disposition is Disposition.WARM_HANDOFF
        assert not answer.brought_in


def test_a_guard_that_hangs_is_cut_off() -> None:
    (answer,) = answers(CASES[:1], failing_guards.hangs, timeout=0.05)
    assert answer.failure is not None


def test_an_isolated_guard_may_end_its_process() -> None:
    seen = list(answers(CASES[:2], "failing_guards:exits", timeout=20, isolate=True))
    assert all(answer.failure for answer in seen)


def test_catching_ones_own_failure_is_a_failure() -> None:
    failed = [answer for answer in answers(CASES, CatchesItsOwnFailures(CASES)) if answer.failure]
    assert failed
    assert all(answer.case.label.risk is RiskLevel.IMMINENT for answer in failed)


def test_a_failure_does_not_stick_to_the_next_answer() -> None:
    asked: list[Conversation] = []

    def fails_once(conversation: Conversation) -> RiskLevel:
        asked.append(conversation)
        if len(asked) == 1:
            raise ValueError("once")
        return RiskLevel.NONE

    assert [bool(answer.failure) for answer in answers(CASES[:3], fails_once)] == [True, False, False]


def test_a_guard_sees_no_name_that_tells_the_label() -> None:
    def reads_the_name(conversation: Conversation) -> RiskLevel:
        assert conversation.id is None
        return RiskLevel.NONE

    assert not any(answer.failure for answer in answers(CASES[:3], reads_the_name))


def test_one_case_is_held_at_a_time() -> None:
    drawn: list[int] = []

    def endless() -> Iterator[LabelledConversation]:
        for number, case in enumerate(CASES):
            drawn.append(number)
            yield case

    running = answers(endless(), KeywordGuard())
    next(running)
    assert drawn == [0]


def test_what_is_gathered_is_in_step_with_the_cases_and_progress_adds_up() -> None:
    families = suite(0, 4)
    done: list[int] = []
    oracle = Oracle(CASES, families)
    evidence = gather(CASES, oracle, families=families, progress=done.append)
    assert sum(done) == steps(CASES, families)
    assert [answer.case for answer in evidence.answers] == list(CASES)
    for case, trace in zip(CASES, evidence.traces, strict=True):
        assert trace.turns == tuple(index for index, _turn in case.conversation.said_by("user"))
        assert len(trace.given) == len(trace.turns)
        if trace.since_first_sign:
            assert set(trace.since_first_sign) == {case.label.disposition}


def test_traces_follow_the_guard_turn_by_turn() -> None:
    class CountsTurns:
        def assess(self, conversation: Conversation) -> ReferralDecision:
            said = sum(1 for _turn in conversation.said_by("user"))
            return decide(RiskLevel(min(said, 4)), conversation)

    for trace in gather(CASES, CountsTurns()).traces:
        levels = [RiskLevel(min(said, 4)) for said in range(1, len(trace.turns) + 1)]
        expected = [decide(level, Conversation(())).disposition for level in levels]
        assert list(trace.given) == expected
