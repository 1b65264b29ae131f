"""The report of a guard: what it did, in plain words first, and what that does not mean."""

from warmhandoff.evaluation.evidence import Evidence
from warmhandoff.evaluation.gate import Gate
from warmhandoff.evaluation.guard_report.closing import closing
from warmhandoff.evaluation.guard_report.data import plain
from warmhandoff.evaluation.guard_report.sections import sections
from warmhandoff.evaluation.guard_report.summary import summary
from warmhandoff.evaluation.guard_report.worst import worst_cases
from warmhandoff.evaluation.report.model import Report
from warmhandoff.evaluation.verdict import judge

__all__ = ["PREVALENCE", "guard_report"]

PREVALENCE = 0.05
"""Chosen for teaching: of 100 conversations, 5 in which a person should be brought in."""


def guard_report(  # noqa: PLR0913 - all but the evidence by name
    evidence: Evidence,
    *,
    guard: str,
    cases: str,
    gate: Gate | None = None,
    prevalence: float | None = None,
    summary_only: bool = False,
) -> Report:
    """The report of a guard: model only, drawn by `warmhandoff.evaluation.report.render`.

    Args:
        evidence: From `warmhandoff.evaluation.evidence.gather`.
        guard: What to call it, such as its SPEC.
        cases: Where the cases came from.
        gate: What it is held against; None for no gate.
        prevalence: Share of conversations that need a person, between 0 and 1, both excluded; by default
            the gate's, or else `PREVALENCE`.
        summary_only: Leave out what stands below the summary and the gate, and so all figures.

    Raises:
        CourseError: matplotlib is not installed.
        ValueError: ``prevalence`` is out of range.
    """
    if prevalence is None:
        stated = gate.expected_cost.prevalence if gate and gate.expected_cost else PREVALENCE
        prevalence = stated if 0 < stated < 1 else PREVALENCE
    lines = judge(gate, evidence) if gate else ()
    parts = (
        ()
        if summary_only
        else (
            *sections(evidence, gate, prevalence),
            worst_cases(evidence.answers),
            *closing(),
        )
    )
    return Report(
        title="What this guard did on written cases",
        subject=(
            ("Guard", guard),
            ("Cases", f"{cases} ({len(evidence.answers):,})"),
            ("Gate", gate.title if gate else "none"),
        ),
        summary=summary(evidence, gate, lines, prevalence),
        gate=lines,
        sections=parts,
        data=plain(evidence, prevalence),
    )
