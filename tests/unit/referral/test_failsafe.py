"""Whatever goes wrong inside, the answer asks for a person."""

import time
from pathlib import Path
from typing import Any

import failing_guards as guards
import pytest

from warmhandoff.conversation import Conversation
from warmhandoff.referral import resources
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.guard import FailSafeGuard, Failure
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


FAULTS = [
    ("raises", "exception"),
    ("exits", "exception"),
    ("recurses", "exception"),
    ("answers_a_word", "invalid"),
    ("hangs", "timeout"),
]


@pytest.mark.parametrize("isolate", [False, True])
@pytest.mark.parametrize(("name", "kind"), FAULTS)
def test_every_fault_asks_for_a_person(name: str, kind: str, isolate: bool) -> None:
    started = time.monotonic()
    decision, failures = assess(getattr(guards, name), timeout=0.5, isolate=isolate)
    assert time.monotonic() - started < 30
    assert decision.disposition is Disposition.WARM_HANDOFF
    assert decision.reply == FAILURE_REPLY
    assert decision.resources
    assert decision.reasons[0].rule == f"fail_safe:{kind}"
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


def test_a_none_instead_of_a_decision_is_invalid() -> None:
    _decision, failures = assess(guards.Undecided())
    assert failures[0].kind == "invalid"
    assert "return a ReferralDecision" in failures[0].detail


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


def test_a_missing_crisis_line_file_does_not_silence_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    resources._lines.cache_clear()
    try:
        decision, _failures = assess(guards.raises)
    finally:
        resources._lines.cache_clear()
    assert decision.resources == (resources.LAST_RESORT,)
