"""Proportions, differences of proportions, and how sure one can be of them."""

from math import sqrt
from statistics import NormalDist

from attrs import field, frozen
from attrs.validators import ge, instance_of

__all__ = ["Estimate", "Proportion", "difference", "wilson", "z_value"]


def z_value(confidence: float) -> float:
    """How many standard errors to either side hold that share of a normal distribution: 1.96 for 0.95.

    Raises:
        ValueError: ``confidence`` is not between 0 and 1, both excluded.
    """
    if not 0 < confidence < 1:
        raise ValueError(f"confidence is {confidence}; give a number between 0 and 1, such as 0.95.")
    return NormalDist().inv_cdf((1 + confidence) / 2)


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
    z = z_value(confidence)
    if n == 0:
        return 0.0, 1.0
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

    @property
    def rest(self) -> "Proportion":
        """The others: of those found, the missed."""
        return Proportion(self.n - self.hits, self.n)

    def __str__(self) -> str:
        """As in a sentence: ``80 % (69 to 88 %; 56 of 70)``."""
        if self.value is None:
            return "unknown (there were none)"
        low, high = (f"{100 * end:.0f}" for end in (self.low, self.high))
        return f"{100 * self.value:.0f} % ({low} to {high} %; {self.hits} of {self.n})"


@frozen
class Estimate:
    """A number that is no simple proportion, with the interval that its function describes.

    Attributes:
        value: The number; None when the data do not give one.
        low, high: The ends of the interval, as wide as can be when nothing is known.
    """

    value: float | None
    low: float
    high: float

    def __attrs_post_init__(self) -> None:
        """The interval holds the value."""
        middle = self.low if self.value is None else self.value
        if not self.low <= middle <= self.high:
            raise ValueError(
                f"the interval {self.low} to {self.high} does not hold {middle}; give low <= value <= high."
            )

    def __str__(self) -> str:
        """As in a sentence: ``0.20 (0.05 to 0.33)``."""
        value = "unknown" if self.value is None else f"{self.value:.2f}"
        return f"{value} ({self.low:.2f} to {self.high:.2f})"


def difference(one: Proportion, other: Proportion, confidence: float = 0.95) -> Estimate:
    """How much higher ``one`` is than ``other``, -1 to 1, for two groups without a member in common.

    The hybrid score interval: the two Wilson intervals, put together. It stays within -1 to 1, and has a
    width even when both proportions are 0 or 1. With an empty group the value is None, the interval -1 to 1;
    with a handful it can be too narrow: 0 of 1 against 3 of 3 would leave out 0.

    Raises:
        ValueError: ``confidence`` is not between 0 and 1, both excluded.

    Source: Newcombe (1998), Statist. Med. 17, 873-890, method 10.
    """
    (low, high), (other_low, other_high) = (wilson(p.hits, p.n, confidence) for p in (one, other))
    if one.value is None or other.value is None:
        return Estimate(None, -1.0, 1.0)
    gap = one.value - other.value
    below = sqrt((one.value - low) ** 2 + (other_high - other.value) ** 2)
    above = sqrt((high - one.value) ** 2 + (other.value - other_low) ** 2)
    return Estimate(gap, max(-1.0, gap - below), min(1.0, gap + above))
