"""What ``warmhandoff evaluate`` does: load, ask, judge, write."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from attrs import field, frozen

from warmhandoff.errors import CourseError
from warmhandoff.evaluation import figures
from warmhandoff.evaluation.cases import load_cases
from warmhandoff.evaluation.evidence import gather, steps
from warmhandoff.evaluation.gate import load_gate
from warmhandoff.evaluation.guard_report import guard_report
from warmhandoff.evaluation.perturb import suite
from warmhandoff.evaluation.report import render
from warmhandoff.evaluation.report.model import Report
from warmhandoff.spec import load_guard

__all__ = ["Request", "evaluate"]

_SEED = 0  # of the conversations that are said in other words: the same for everybody


def _share(_request: object, _attribute: object, value: float | None) -> None:
    if value is not None and not 0 < value < 1:
        raise CourseError(
            f"--prevalence is {value}; give the share of conversations that need a person, such as 0.05."
        )


def _time(_request: object, _attribute: object, value: float) -> None:
    if not value > 0:
        raise CourseError(f"--timeout is {value}; give the seconds that a call may take, such as 2.")


def _number(_request: object, _attribute: object, value: int) -> None:
    if value < 0:
        raise CourseError(f"--robustness is {value}; give how many conversations, such as 40, or 0 for none.")


@frozen
class Request:
    """What is to be evaluated.

    Attributes:
        guard: SPEC of the guard.
        cases: File or folder of labelled conversations, or ``scenarios:N``.
        gate: Gate file; None for no gate.
        report: Where the page goes; None for none.
        timeout: Seconds a call, above 0.
        isolate: Whether the guard runs in a process of its own.
        robustness: How many conversations are said in other words; 0 for none.
        prevalence: Share of conversations that need a person, between 0 and 1, both excluded; None for the
            gate's.

    Raises:
        CourseError: a number is out of range.
    """

    guard: str
    cases: str
    gate: Path | None = None
    report: Path | None = None
    timeout: float = field(default=2.0, validator=_time)
    isolate: bool = False
    robustness: int = field(default=40, validator=_number)
    prevalence: float | None = field(default=None, validator=_share)


def evaluate(
    request: Request, progress: Callable[[int], AbstractContextManager[Callable[[int], object]]]
) -> Report:
    """Evaluate a guard, and write the page and its JSON where one was asked for.

    Whatever a user can have got wrong is found before the guard is first asked.

    Args:
        request: What, and how.
        progress: Given the number of steps, a context in which steps done are reported.

    Raises:
        CourseError: the guard, the cases or the gate cannot be loaded, something is not installed, or the
            page cannot be written.
    """
    if request.report is not None:
        render.require()
        figures.require()
        render.prepare(request.report)
    guard = load_guard(request.guard)
    gate = None if request.gate is None else load_gate(request.gate)
    cases = load_cases(request.cases)
    families = suite(_SEED, request.robustness)
    with progress(steps(cases, families)) as done:
        evidence = gather(
            cases,
            request.guard if request.isolate else guard,
            timeout=request.timeout,
            isolate=request.isolate,
            families=families,
            progress=done,
        )
    report = guard_report(
        evidence,
        guard=request.guard,
        cases=request.cases,
        gate=gate,
        prevalence=request.prevalence,
        summary_only=request.report is None,
    )
    if request.report is not None:
        render.write(report, request.report)
    return report
