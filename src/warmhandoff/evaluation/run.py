"""Run a guard over labelled cases: one answer a case, whatever the guard does."""

from collections.abc import Callable, Iterable, Iterator

from attrs import evolve

from warmhandoff.evaluation.answers import Answer
from warmhandoff.labels import LabelledConversation
from warmhandoff.referral.guard import FailSafeGuard, Failure

__all__ = ["answers"]


def answers(
    cases: Iterable[LabelledConversation],
    guard: object,
    *,
    timeout: float = 2.0,
    isolate: bool = False,
    progress: Callable[[], object] | None = None,
) -> Iterator[Answer]:
    """Answer each case in turn; holds one case at a time.

    A call that raises, overruns or gives no decision is a failure, and so is an answer that the guard
    itself marks as fail-safe: catching one's own exception does not make a find of it.

    Args:
        cases: What to judge it on.
        guard: A guard or function, or with ``isolate`` its SPEC.
        timeout: Seconds a call, above 0.
        isolate: Whether the guard runs in a process of its own, which can be killed.
        progress: Called after each case.
    """
    failed: list[Failure] = []
    safe = FailSafeGuard(guard, timeout=timeout, isolate=isolate, on_failure=failed.append)
    try:
        for case in cases:
            # Ids of cases tell what the case is about; a guard is to read the words.
            decision = safe.assess(evolve(case.conversation, id=None))
            own = "the guard answered fail-safe" if decision.fail_safe else None
            yield Answer(case, decision, failed.pop().detail if failed else own)
            if progress is not None:
                progress()
    finally:
        safe.close()
