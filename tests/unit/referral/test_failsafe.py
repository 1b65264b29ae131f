"""Whatever goes wrong inside, the answer asks for a person."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import failing_guards as guards
import pytest

from warmhandoff.conversation import Conversation
from warmhandoff.referral import resources
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.guard import FailSafeGuard, Failure, workers
from warmhandoff.referral.replies import FAILURE_REPLY
from warmhandoff.risk import Disposition, RiskLevel

HELLO = Conversation.from_messages([{"role": "user", "content": "hello"}])


def assess(inner: object, **options: Any) -> tuple[ReferralDecision, list[Failure]]:
    failures: list[Failure] = []
    guard = FailSafeGuard(inner, on_failure=failures.append, **options)
    try:
        return guard.assess(HELLO), failures
    finally:
        guard.close()


FAULTS: list[tuple[object, str]] = [
    (guards.raises, "exception"),
    (guards.raises_what_cannot_be_read, "exception"),
    (guards.exits, "exception"),
    (guards.interrupts, "exception"),
    (guards.recurses, "exception"),
    (guards.lacks_its_data, "exception"),
    (guards.changes_the_conversation, "exception"),
    (guards.BuildsAnImpossibleDecision(), "exception"),
    (guards.AnswersATrap(), "exception"),
    (guards.answers_a_word, "invalid"),
    (guards.Undecided(), "invalid"),
    (guards.ChangesItsDecision(), "invalid"),
    (guards.AnswersAStandIn(), "invalid"),
    (guards.AnswersTooMuch(), "invalid"),
    (guards.AnswersTooManyReasons(), "invalid"),
    (guards.hangs, "timeout"),
]
"""What goes wrong, in a thread and in a process alike."""

FATAL: list[tuple[object, str]] = [
    (guards.kills_its_process, "exhausted"),
    (guards.leaves_its_process, "exhausted"),
    (guards.AnswersWhatHasNoPlainForm(), "invalid"),
    (guards.AnswersWithLongNotes(), "invalid"),
    (guards.CannotBeBuilt(), "exception"),
]
"""What only a process of its own can survive, or can run into."""


def named(fault: object) -> str:
    return getattr(fault, "__name__", type(fault).__name__)


def asks_for_a_person(decision: ReferralDecision, kind: str) -> bool:
    return (
        decision.disposition is Disposition.WARM_HANDOFF
        and decision.reply == FAILURE_REPLY
        and len(decision.resources) > 0
        and decision.reasons[0].rule == f"fail_safe:{kind}"
    )


@pytest.mark.parametrize(("fault", "kind"), FAULTS, ids=[named(fault) for fault, _kind in FAULTS])
def test_every_fault_asks_for_a_person(fault: object, kind: str) -> None:
    decision, failures = assess(fault, timeout=0.5)
    assert asks_for_a_person(decision, kind)
    assert [failure.kind for failure in failures] == [kind]


@pytest.mark.parametrize(
    ("fault", "kind"), FAULTS + FATAL, ids=[named(fault) for fault, _kind in FAULTS + FATAL]
)
def test_every_fault_asks_for_a_person_from_a_process_of_its_own(fault: object, kind: str) -> None:
    started = time.monotonic()
    decision, failures = assess(fault, timeout=1, isolate=True)
    assert time.monotonic() - started < 30
    assert asks_for_a_person(decision, kind)
    assert [failure.kind for failure in failures] == [kind]


def test_memory_is_limited_in_a_process_of_its_own() -> None:
    decision, failures = assess(guards.eats_memory, timeout=20, isolate=True, memory=600_000_000)
    assert decision.disposition is Disposition.WARM_HANDOFF
    assert failures[0].kind in {"exception", "exhausted"}


@pytest.mark.parametrize("isolate", [False, True])
def test_a_guard_that_works_is_passed_through(isolate: bool) -> None:
    decision, failures = assess(guards.fine, isolate=isolate)
    assert decision.disposition is Disposition.CONTINUE
    assert not failures


def test_a_none_instead_of_a_decision_names_the_mend() -> None:
    _decision, failures = assess(guards.Undecided())
    assert "return a ReferralDecision" in failures[0].detail


@pytest.mark.parametrize("isolate", [False, True])
def test_a_subclass_comes_back_as_a_plain_decision(isolate: bool) -> None:
    decision, failures = assess(guards.AnswersASubclass(), isolate=isolate)
    assert type(decision) is ReferralDecision
    assert decision.risk is RiskLevel.HIGH
    assert not failures


@pytest.mark.parametrize("isolate", [False, True])
def test_a_failing_log_does_not_silence_the_answer(isolate: bool) -> None:
    def full_disk(_failure: Failure) -> None:
        raise OSError(28, "No space left on device")

    guard = FailSafeGuard(guards.raises, isolate=isolate, on_failure=full_disk)
    try:
        assert asks_for_a_person(guard.assess(HELLO), "exception")
    finally:
        guard.close()


def test_a_fault_of_our_own_does_not_silence_it_either(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> NoReturn:
        raise OSError("no more threads")

    monkeypatch.setattr(workers, "_Thread", broken)
    decision, failures = assess(guards.fine)
    assert asks_for_a_person(decision, "exception")
    assert failures[0].detail == "OSError: no more threads"


def test_a_process_that_died_between_two_calls_is_started_again() -> None:
    failures: list[Failure] = []
    guard = FailSafeGuard(guards.fine, isolate=True, on_failure=failures.append)
    try:
        assert guard.assess(HELLO).disposition is Disposition.CONTINUE
        (child,) = multiprocessing.active_children()
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        assert asks_for_a_person(guard.assess(HELLO), "exhausted")
        assert guard.assess(HELLO).disposition is Disposition.CONTINUE
    finally:
        guard.close()
    assert len(failures) == 1


def test_a_guard_in_a_process_of_its_own_cannot_reach_the_callers_conversation() -> None:
    conversation = Conversation.from_messages([{"role": "user", "content": "hello"}])
    guard = FailSafeGuard(guards.changes_it_by_force, isolate=True)
    try:
        guard.assess(conversation)
    finally:
        guard.close()
    assert conversation == HELLO


class Interrupted(BaseException):  # as KeyboardInterrupt, which would end the tests
    """Comes over the caller while the guard is at work."""


@pytest.fixture
def interruption() -> Iterator[threading.Timer]:
    """A timer that interrupts the caller a little after it is started."""

    def interrupt(*_args: object) -> NoReturn:
        raise Interrupted

    before = signal.signal(signal.SIGUSR1, interrupt)
    timer = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGUSR1))
    yield timer
    timer.join()
    signal.signal(signal.SIGUSR1, before)


@pytest.mark.parametrize("isolate", [False, True])
def test_after_an_interruption_nobody_is_given_the_answer_to_the_one_before(
    isolate: bool, interruption: threading.Timer
) -> None:
    slow = Conversation.from_messages([{"role": "user", "content": "slow"}])
    guard = FailSafeGuard(guards.slow_if_asked, timeout=10, isolate=isolate)
    try:
        guard.assess(HELLO)
        interruption.start()
        with pytest.raises(Interrupted):
            guard.assess(slow)
        time.sleep(1)  # the interrupted call has come back by now
        assert guard.assess(HELLO).disposition is Disposition.CONTINUE
    finally:
        guard.close()


def test_what_is_no_guard_at_all_fails_safe() -> None:
    decision, failures = assess(42)
    assert decision.risk is RiskLevel.MODERATE
    assert "is no guard" in failures[0].detail


def test_abandoned_threads_are_capped() -> None:
    failures: list[Failure] = []
    guard = FailSafeGuard(guards.hangs, timeout=0.01, max_abandoned=2, on_failure=failures.append)
    for _call in range(3):
        guard.assess(HELLO)
    assert [failure.kind for failure in failures] == ["timeout", "timeout", "exhausted"]


def test_a_call_after_a_timeout_is_answered_anew() -> None:
    slow_once = iter([0.3, 0.0])

    def sometimes_slow(_conversation: Conversation) -> RiskLevel:
        time.sleep(next(slow_once))
        return RiskLevel.NONE

    guard = FailSafeGuard(sometimes_slow, timeout=0.1)
    assert guard.assess(HELLO).disposition is Disposition.WARM_HANDOFF
    assert guard.assess(HELLO).disposition is Disposition.CONTINUE


def test_isolation_of_what_cannot_be_sent_names_the_mend() -> None:
    with pytest.raises(TypeError, match="module:name"):
        FailSafeGuard(lambda _conversation: RiskLevel.NONE, isolate=True)


def test_a_spec_can_be_isolated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.py").write_text(
        "from warmhandoff import RiskLevel\ndef triage(conversation): return RiskLevel.NONE\n"
    )
    monkeypatch.chdir(tmp_path)
    decision, failures = assess("mine:triage", isolate=True)
    assert not failures
    assert decision.disposition is Disposition.CONTINUE


@pytest.fixture
def without_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As after an installation that lost its datasets folder."""
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    monkeypatch.setattr(guards, "root", lambda: tmp_path)
    resources._lines.cache_clear()
    yield
    resources._lines.cache_clear()


@pytest.mark.usefixtures("without_data")
@pytest.mark.parametrize("fault", [guards.raises, guards.lacks_its_data])
def test_missing_data_files_do_not_silence_it(fault: object) -> None:
    decision, _failures = assess(fault)
    assert asks_for_a_person(decision, "exception")
    assert decision.resources == (resources.LAST_RESORT,)


def test_a_missing_data_file_is_named_in_the_log() -> None:
    _decision, failures = assess(guards.lacks_its_data)
    assert "no-such-data-set" in failures[0].detail
