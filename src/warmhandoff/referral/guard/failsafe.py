"""A guard that fails towards people: whatever goes wrong inside, the answer asks for a person."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from attrs import field, frozen
from attrs.validators import gt

from warmhandoff.conversation import Conversation
from warmhandoff.referral.decision import Reason, ReferralDecision
from warmhandoff.referral.guard.workers import Failed, ProcessWorker, ThreadWorkers, Worker, told
from warmhandoff.referral.replies import FAILURE_REPLY
from warmhandoff.referral.resources import general_resources
from warmhandoff.risk import UNASKED, Disposition, RiskLevel, Urgency

__all__ = ["FailSafeGuard", "Failure"]


@frozen
class Failure:
    """What went wrong inside: for an operator's log, never for the person.

    Attributes:
        kind: ``exception``, ``timeout``, ``invalid`` (not a decision, or one beyond all measure) or
            ``exhausted`` (too many abandoned calls, or an isolated process that died).
        detail: One sentence.
    """

    kind: str
    detail: str


def _ignore(_failure: Failure) -> None:
    pass


@frozen
class FailSafeGuard:
    """Wraps a guard; on exception, time-out or invalid result answers WARM_HANDOFF, never CONTINUE.

    The failed answer carries the level MODERATE, the lowest that calls for a person: it is no
    assessment, and the reply says so. In process, a call that overruns is abandoned on its thread,
    which Python cannot kill; after ``max_abandoned`` of these every call fails at once. With
    ``isolate=True`` the guard lives in a process that is killed when it overruns and that the
    operating system keeps within ``memory`` (POSIX). Only there can a guard neither use up the
    caller's memory, nor end its process, nor reach its objects.

    Attributes:
        inner: A guard or a function; with ``isolate=True`` it must be importable (or be a SPEC,
            ``"module:name"`` or ``"notebook.ipynb:name"``), because the process loads it anew.
        timeout: Seconds a call may take, above 0.
        isolate: Whether the guard gets a process of its own.
        memory: Bytes that process may map; None for no limit.
        max_abandoned: How many overrun threads may linger.
        on_failure: Called with each `Failure`, for a log or a count; what it raises is passed over.
    """

    inner: Any
    timeout: float = field(default=2.0, validator=gt(0))
    isolate: bool = False
    memory: int | None = 1 << 30  # one GiB
    max_abandoned: int = field(default=4, validator=gt(0))
    on_failure: Callable[[Failure], None] = _ignore
    _worker: Worker = field(init=False, eq=False, repr=False)

    @_worker.default
    def _start(self) -> Worker:
        if self.isolate:
            return ProcessWorker(self.inner, self.memory)
        return ThreadWorkers(self.inner, self.max_abandoned)

    def assess(self, conversation: Conversation) -> ReferralDecision:
        """The inner guard's decision, or the fail-safe one. Does not raise."""
        try:
            return self._worker.call(conversation, self.timeout)
        except Failed as failed:
            failure = Failure(failed.kind, failed.detail)
        except Exception as error:  # noqa: BLE001 - a fault of our own must not silence it either
            failure = Failure("exception", told(error))
        # A full disk under somebody's log is no reason to leave a person without an answer.
        with suppress(Exception):
            self.on_failure(failure)
        return ReferralDecision(
            risk=RiskLevel.MODERATE,
            disposition=Disposition.WARM_HANDOFF,
            urgency=Urgency.NOW,
            reasons=(Reason(f"fail_safe:{failure.kind}"),),
            unasked=UNASKED,
            resources=general_resources(),
            reply=FAILURE_REPLY,
        )

    def close(self) -> None:
        """End the isolated process, if there is one. A later call starts it again."""
        self._worker.close()
