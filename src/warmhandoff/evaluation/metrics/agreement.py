"""Do raters agree more than chance would have them? Kappa, for two raters and for several."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from math import sqrt
from typing import Literal, TypeVar

from attrs import frozen

from warmhandoff.evaluation.metrics.intervals import wilson, z_value

__all__ = ["Kappa", "Weights", "cohen_kappa", "fleiss_kappa"]

T = TypeVar("T", bound=Hashable)

Weights = Literal["none", "linear", "quadratic"]
"""What a disagreement over several steps counts: one in full, or by its steps, or by their square."""


@frozen
class Kappa:
    """Agreement beyond chance: 1 complete, 0 as chance alone would have it, below 0 worse.

    Attributes:
        value: Kappa, -1 to 1; None where it does not exist.
        low, high: The ends of the interval; -1 and 1 where nothing is known.
        standard_error: In the same unit; None where kappa does not exist.
        n: Cases.
        undefined: Why there is no value, one sentence; None when there is one.
    """

    value: float | None
    low: float
    high: float
    standard_error: float | None
    n: int
    undefined: str | None = None


def _undefined(n: int) -> Kappa:
    why = (
        "every rating is the same, so chance alone would agree fully and nothing can exceed it"
        if n
        else "there are no cases"
    )
    return Kappa(None, -1.0, 1.0, None, n, f"Kappa does not exist here: {why}.")


def cohen_kappa(
    one: Sequence[T],
    other: Sequence[T],
    scale: Iterable[T],
    weights: Weights = "none",
    confidence: float = 0.95,
) -> Kappa:
    """Cohen's kappa of two raters, or of a guard and the labels.

    With ``linear`` or ``quadratic`` weights a near miss counts less than a far one; the steps are those of
    ``scale``, so give all of it, used or not. The interval holds for large samples. Complete
    agreement has a standard error of 0, however few the cases; the lower end then comes from the
    Wilson interval of the observed agreement, with chance agreement as it is, which is a convention
    of ours. Any other standard error of 0 says nothing, and the interval is -1 to 1.

    Args:
        one: The first rater's ratings.
        other: The second rater's, of the same cases in the same order.
        scale: All possible ratings, in order; an enum such as ``RiskLevel`` will do.
        weights: ``none``, ``linear`` or ``quadratic``.
        confidence: Between 0 and 1, both excluded.

    Returns:
        The value is None without cases, and where both gave all cases the same rating.

    Raises:
        ValueError: the two are not of one length, a rating is not on the scale, or an argument is unknown.

    Source: Cohen (1960), Educ. Psychol. Meas. 20, 37-46; weighted, Cohen (1968), Psychol. Bull. 70, 213-220;
        standard error, Fleiss, Cohen and Everitt (1969), Psychol. Bull. 72, 323-327.
    """
    place, z = _places(scale), z_value(confidence)
    if len(one) != len(other):
        raise ValueError(f"{len(one)} and {len(other)} ratings do not pair up; give one of each a case.")
    pairs = [(_at(place, first), _at(place, second)) for first, second in zip(one, other, strict=True)]
    agreed = _agreement_weights(len(place), weights)
    n, steps = len(pairs), range(len(place))
    if not n:
        return _undefined(n)
    cells = {cell: count / n for cell, count in Counter(pairs).items()}
    rows, columns = (
        [sum(p for cell, p in cells.items() if cell[side] == i) for i in steps] for side in (0, 1)
    )
    observed = sum(agreed[i][j] * p for (i, j), p in cells.items())
    chance = sum(agreed[i][j] * rows[i] * columns[j] for i in steps for j in steps)
    if set(pairs) == {(pairs[0][0], pairs[0][0])}:  # and not chance == 1, which rounding may hide
        return _undefined(n)
    value = (observed - chance) / (1 - chance)
    by_row = [sum(agreed[i][j] * columns[j] for j in steps) for i in steps]
    by_column = [sum(agreed[i][j] * rows[i] for i in steps) for j in steps]
    spread = sum(
        p * (agreed[i][j] * (1 - chance) - (by_row[i] + by_column[j]) * (1 - observed)) ** 2
        for (i, j), p in cells.items()
    )
    variance = (spread - (observed * chance - 2 * chance + observed) ** 2) / (n * (1 - chance) ** 4)
    complete = all(first == second for first, second in pairs)
    return _kappa(value, variance, n, z, _lowest(n, chance, confidence) if complete else None)


def fleiss_kappa(ratings: Iterable[Sequence[T]], scale: Iterable[T], confidence: float = 0.95) -> Kappa:
    """Fleiss' kappa of several raters, who need not be the same ones for each case.

    Every disagreement counts alike, near or far. The interval takes the cases as a sample of more cases, and
    does not assume that raters are independent; at complete agreement it is as for `cohen_kappa`.

    Args:
        ratings: A row a case: all the ratings that it was given, as many in every row, 2 or more.
        scale: All possible ratings; an enum such as ``RiskLevel`` will do.
        confidence: Between 0 and 1, both excluded.

    Returns:
        The value is None without cases, and where all ratings are the same.

    Raises:
        ValueError: rows are not of one length of 2 or more, a rating is not on the scale, or ``confidence``
            is out of range.

    Source: Fleiss (1971), Psychol. Bull. 76, 378-382; variance, Gwet (2008), Br. J. Math. Stat. Psychol. 61,
        29-48.
    """
    place, z = _places(scale), z_value(confidence)
    rows = [[_at(place, rating) for rating in row] for row in ratings]
    n, raters = len(rows), len(rows[0]) if rows else 2
    for number, row in enumerate(rows):
        if len(row) != raters or raters < 2:  # noqa: PLR2004 - agreement takes two
            raise ValueError(
                f"case {number} has {len(row)} ratings, and case 0 has {raters}; give each 2 or more."
            )
    given = [Counter(sorted(row)) for row in rows]
    totals = Counter(step for row in rows for step in row)
    shares = {step: totals[step] / (n * raters) for step in sorted(totals)}
    if len(shares) < 2:  # noqa: PLR2004 - one rating throughout, or none
        return _undefined(n)
    agreed = [sum(c * (c - 1) for c in row.values()) / (raters * (raters - 1)) for row in given]
    observed, chance = sum(agreed) / n, sum(share * share for share in shares.values())
    value = (observed - chance) / (1 - chance)
    # Each case's pull on kappa: through its own agreement, and through the chance agreement it shifts.
    expected = [sum(shares[step] * count for step, count in row.items()) / raters for row in given]
    pulls = [
        ((a - chance) - 2 * (1 - value) * (e - chance)) / (1 - chance)
        for a, e in zip(agreed, expected, strict=True)
    ]
    variance = sum((pull - value) ** 2 for pull in pulls) / (n * (n - 1)) if n > 1 else 0.0
    complete = all(len(row) == 1 for row in given)
    return _kappa(value, variance, n, z, _lowest(n, chance, confidence) if complete else None)


def _kappa(value: float, variance: float, n: int, z: float, lowest: float | None) -> Kappa:
    error = sqrt(max(0.0, variance))  # rounding may leave it a hair below 0
    if lowest is not None:
        return Kappa(1.0, lowest, 1.0, 0.0, n)
    if error < _ZERO:
        return Kappa(value, -1.0, 1.0, 0.0, n)
    return Kappa(value, max(-1.0, value - z * error), min(1.0, value + z * error), error, n)


_ZERO = 1e-9


def _lowest(n: int, chance: float, confidence: float) -> float:
    return max(-1.0, (wilson(n, n, confidence)[0] - chance) / (1 - chance))


def _places(scale: Iterable[T]) -> dict[T, int]:
    return {step: number for number, step in enumerate(scale)}


def _at(place: dict[T, int], rating: T) -> int:
    if rating not in place:
        raise ValueError(
            f"the rating {str(rating)[:40]!r} is not on the scale; give a scale that holds all ratings."
        )
    return place[rating]


def _agreement_weights(steps: int, weights: Weights) -> list[list[float]]:
    """How far two ratings agree: 1 the same, 0 as far apart as can be."""
    powers = {"none": 0, "linear": 1, "quadratic": 2}
    if weights not in powers:
        raise ValueError(f"weights are {str(weights)[:40]!r}; give one of {', '.join(powers)}.")
    widest = max(steps - 1, 1)
    return [
        [1.0 - (abs(i - j) / widest) ** powers[weights] if i != j else 1.0 for j in range(steps)]
        for i in range(steps)
    ]
