"""What was right against what was given, level by level: where a guard errs, and to which side."""

from collections.abc import Collection, Iterable, Sequence
from enum import IntEnum
from typing import Generic, TypeVar

from attrs import frozen

from warmhandoff.evaluation.answers import Answer
from warmhandoff.evaluation.metrics.intervals import Proportion
from warmhandoff.risk import Disposition, RiskLevel

__all__ = ["Confusion", "confusion", "disposition_confusion", "level_confusion"]

L = TypeVar("L", bound=IntEnum)


@frozen
class Confusion(Generic[L]):
    """A confusion matrix over an ordered scale.

    Attributes:
        scale: The steps, lowest first.
        counts: ``counts[i][j]`` cases whose label is ``scale[i]`` and that were given ``scale[j]``.
        failed: ``failed[i]`` cases whose label is ``scale[i]`` and that were given no answer.
        accepted: Cases given the label or a neighbour that raters accept.
        under: Cases given less than everything that is accepted: under-triage.
        over: Cases given more than everything that is accepted: over-triage.
    """

    scale: tuple[L, ...]
    counts: tuple[tuple[int, ...], ...]
    failed: tuple[int, ...]
    accepted: int
    under: int
    over: int

    @property
    def n(self) -> int:
        """All cases, those without an answer among them."""
        return sum(self.right_totals)

    @property
    def right_totals(self) -> tuple[int, ...]:
        """Cases by label, along the scale; the rows' totals."""
        return tuple(sum(row) + failed for row, failed in zip(self.counts, self.failed, strict=True))

    @property
    def given_totals(self) -> tuple[int, ...]:
        """Cases by answer, along the scale; the columns' totals, without the failures."""
        return tuple(sum(column) for column in zip(*self.counts, strict=True))

    @property
    def exact(self) -> Proportion:
        """Given the label itself."""
        return Proportion(sum(row[step] for step, row in enumerate(self.counts)), self.n)

    @property
    def agreement(self) -> Proportion:
        """Given the label or an accepted neighbour."""
        return Proportion(self.accepted, self.n)

    @property
    def under_triage(self) -> Proportion:
        """Given less than is accepted, of all cases."""
        return Proportion(self.under, self.n)

    @property
    def over_triage(self) -> Proportion:
        """Given more than is accepted, of all cases."""
        return Proportion(self.over, self.n)

    @property
    def head(self) -> tuple[str, ...]:
        """Column names of `rows`, in words."""
        return ("label", *map(_words, self.scale), "failed", "all")

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The table as text: a row for each step of the scale, then the totals."""
        body = [
            (_words(step), *map(str, row), str(failed), str(total))
            for step, row, failed, total in zip(
                self.scale, self.counts, self.failed, self.right_totals, strict=True
            )
        ]
        return (*body, ("all", *map(str, self.given_totals), str(sum(self.failed)), str(self.n)))


def _words(step: IntEnum) -> str:
    return step.name.lower().replace("_", " ")


def confusion(
    scale: type[L],
    right: Sequence[L],
    given: Sequence[L | None],
    accepted: Sequence[Collection[L]] | None = None,
) -> Confusion[L]:
    """Count what was given against what was right.

    Args:
        scale: The ordered enum that both are of, such as ``RiskLevel``.
        right: The labels, one a case; none at all gives a matrix of zeros.
        given: The answers, in the same order; None where there was no answer, which is counted apart
            and is neither under- nor over-triage.
        accepted: For each case every answer that raters accept; by default the label alone.

    Raises:
        ValueError: the three are not of one length, or a case accepts nothing.
    """
    accepted = [(label,) for label in right] if accepted is None else accepted
    if not len(right) == len(given) == len(accepted):
        raise ValueError(
            f"{len(right)} labels, {len(given)} answers and {len(accepted)} sets of accepted answers do not "
            "pair up; give one of each a case."
        )
    steps = tuple(scale)
    place = {step: index for index, step in enumerate(steps)}
    counts, failed = [[0] * len(steps) for _ in steps], [0] * len(steps)
    within = under = over = 0
    for number, (label, answer, fine) in enumerate(zip(right, given, accepted, strict=True)):
        if not fine:
            raise ValueError(f"case {number} accepts no answer; give at least its label.")
        if answer is None:
            failed[place[label]] += 1
            continue
        counts[place[label]][place[answer]] += 1
        within += answer in fine
        under += answer < min(fine)
        over += answer > max(fine)
    return Confusion(steps, tuple(map(tuple, counts)), tuple(failed), within, under, over)


def level_confusion(answers: Iterable[Answer]) -> Confusion[RiskLevel]:
    """Risk levels: the label's against the guard's. A fail-safe answer is a failure, not a level."""
    seen = tuple(answers)
    return confusion(
        RiskLevel,
        [answer.case.label.risk for answer in seen],
        [_given(answer, answer.decision.risk) for answer in seen],
        [answer.case.label.risk_accepted for answer in seen],
    )


def disposition_confusion(answers: Iterable[Answer]) -> Confusion[Disposition]:
    """Dispositions: the label's against the guard's. A fail-safe answer is a failure, not a disposition."""
    seen = tuple(answers)
    return confusion(
        Disposition,
        [answer.case.label.disposition for answer in seen],
        [_given(answer, answer.decision.disposition) for answer in seen],
        [answer.case.label.disposition_accepted for answer in seen],
    )


def _given(answer: Answer, step: L) -> L | None:
    return step if answer.failure is None else None
