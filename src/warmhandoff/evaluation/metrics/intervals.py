"""Proportions and how sure one can be of them."""

from math import sqrt
from statistics import NormalDist

from attrs import field, frozen
from attrs.validators import ge, instance_of

__all__ = ["Proportion", "wilson"]


def wilson(hits: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """The Wilson score interval of a proportion, as (low, high) within 0 to 1.

    Args:
        hits: How many of them, 0 to ``n``.
        n: How many there were; with none the interval is (0, 1), since nothing is known.
        confidence: Between 0 and 1, both excluded.

    Raises:
        ValueError: an argument is out of range.

    Source: Wilson (1927), J. Am. Stat. Assoc. 22, 209-212.
    """
    if not 0 <= hits <= n:
        raise ValueError(f"{hits} of {n} is no proportion; give 0 <= hits <= n.")
    if not 0 < confidence < 1:
        raise ValueError(f"confidence is {confidence}; give a number between 0 and 1, such as 0.95.")
    if n == 0:
        return 0.0, 1.0
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, weight = hits / n, 1 + z * z / n
    centre = (share + z * z / (2 * n)) / weight
    half = z / weight * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    # At the ends rounding alone would keep the bound from 0 or 1.
    low = 0.0 if hits == 0 else max(0.0, centre - half)
    high = 1.0 if hits == n else min(1.0, centre + half)
    return low, high


@frozen
class Proportion:
    """So many of so many, with its 95 % Wilson interval.

    Attributes:
        hits: How many of them.
        n: How many there were.
    """

    hits: int = field(validator=[instance_of(int), ge(0)])
    n: int = field(validator=[instance_of(int), ge(0)])

    def __attrs_post_init__(self) -> None:
        """No more hits than there were."""
        if self.hits > self.n:
            raise ValueError(f"{self.hits} of {self.n} is no proportion; give hits <= n.")

    @property
    def value(self) -> float | None:
        """The share, 0 to 1; None when there were none."""
        return self.hits / self.n if self.n else None

    @property
    def low(self) -> float:
        """The lower end of the interval."""
        return wilson(self.hits, self.n)[0]

    @property
    def high(self) -> float:
        """The upper end of the interval."""
        return wilson(self.hits, self.n)[1]
