"""The mean of numbers that cannot pass a limit, with an interval that knows of disasters yet unseen."""

from collections import Counter
from collections.abc import Callable, Iterable
from math import ceil, isfinite
from random import Random
from typing import Any

from attrs import field, frozen

from warmhandoff.evaluation.metrics.intervals import Estimate

__all__ = ["Stratum", "mean_within"]


def _in_order(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(sorted(values))


@frozen
class Stratum:
    """Numbers of one kind of case.

    Attributes:
        values: What was seen, each 0 to ``limit``; may be empty.
        limit: The most that a case of this kind could give, 0 or more.
        weight: This kind's share of the mean, 0 or more; all weights together are 1.

    Raises:
        ValueError: a number is not in its range.
    """

    values: tuple[float, ...] = field(converter=_in_order)
    limit: float = field()
    weight: float = 1.0
    _tally: tuple[tuple[float, int], ...] = field(init=False, repr=False, eq=False)

    @limit.validator
    def _check(self, _attribute: Any, limit: float) -> None:
        if not isfinite(limit) or any(not 0 <= value <= limit for value in self.values):
            raise ValueError(
                f"a number is not within 0 and the limit, {limit}; give the highest there can be."
            )

    @_tally.default
    def _count(self) -> tuple[tuple[float, int], ...]:
        return tuple(Counter(self.values).items())

    def draw(self, chance: Callable[[], float]) -> tuple[float, float]:
        """Two means under one draw of weights: with a 0 put before all, and with the limit put after all.

        n points cut the line from 0 to 1 into n + 1 pieces: weights for n cases and an imagined one.
        """
        cuts = [0.0, *sorted(chance() for _case in self.values), 1.0]
        low = high = 0.0
        at = 0
        for value, count in self._tally:
            low += value * (cuts[at + 1 + count] - cuts[at + 1])
            high += value * (cuts[at + count] - cuts[at])
            at += count
        return self.weight * low, self.weight * (high + self.limit * (1.0 - cuts[at]))


def mean_within(
    strata: Iterable[Stratum], confidence: float = 0.95, *, draws: int = 2000, seed: int = 0
) -> Estimate:
    """The weighted mean, with a bootstrap interval that does not trust its luck.

    A plain bootstrap cannot see the disaster that has not happened yet: three good cases, and it is sure that
    all are good. Here one imagined case is added, the worst possible for the upper end and a free one for
    the lower, and the weights of all cases are drawn at random. For values of 0 and 1 this is the
    Clopper-Pearson interval, to the accuracy of the draws. Strata are drawn apart and their weights
    count as known. The same seed gives the same interval on every platform; time grows with draws x cases.

    Args:
        strata: The kinds of cases; one of weight 0 is passed over.
        confidence: Between 0 and 1, both excluded.
        draws: How often weights are drawn, 1 or more.
        seed: Any whole number.

    Returns:
        The value is None when a stratum holds no numbers; that part may then be anything up to its limit.

    Raises:
        ValueError: ``confidence`` or ``draws`` is out of range, or no stratum has a weight.

    Source: Learned-Miller and Thomas (2019), arXiv 1905.06208, who conjecture that its coverage is
        guaranteed; random weights as in Rubin (1981), Ann. Statist. 9, 130-134. Mixing strata is ours.
    """
    if not 0 < confidence < 1:
        raise ValueError(f"confidence is {confidence}; give a number between 0 and 1, such as 0.95.")
    if draws < 1:
        raise ValueError(f"{draws} draws give no interval; give 1 or more, such as 2000.")
    kinds = [stratum for stratum in strata if stratum.weight]
    if not kinds:
        raise ValueError("no stratum has a weight; give at least one, of weight 1.")
    chance = Random(seed).random  # noqa: S311 - reproducible, not secret
    drawn = [[kind.draw(chance) for kind in kinds] for _draw in range(draws)]
    lows = sorted(sum(low for low, _high in draw) for draw in drawn)
    highs = sorted(sum(high for _low, high in draw) for draw in drawn)
    rank = ceil(draws * (1 + confidence) / 2)
    low, high = lows[draws - rank], highs[rank - 1]
    if not all(kind.values for kind in kinds):
        return Estimate(None, low, high)
    value = sum(kind.weight * sum(kind.values) / len(kind.values) for kind in kinds)
    return Estimate(value, min(low, value), max(high, value))
