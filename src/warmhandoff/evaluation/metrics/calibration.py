"""When somebody says 80 %, does it happen in 80 of 100 cases?

For stated probabilities: a learner's confidence, a model's score. A risk level is none: it says what is
on the page, and predicts nothing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from attrs import frozen

from warmhandoff.evaluation.metrics.intervals import Proportion

__all__ = [
    "BrierParts",
    "ReliabilityBin",
    "brier_parts",
    "brier_score",
    "expected_calibration_error",
    "reliability_table",
]


def brier_score(forecasts: Sequence[float], outcomes: Sequence[bool]) -> float | None:
    """The mean squared distance of forecast and outcome: 0 perfect, 0.25 for always one half, 1 worst.

    Args:
        forecasts: Probabilities, 0 to 1.
        outcomes: Whether it came true, in the same order.

    Returns:
        0 to 1; None without forecasts.

    Raises:
        ValueError: the two are not of one length, or a forecast is no probability.

    Source: Brier (1950), Mon. Weather Rev. 78, 1-3, in its form for two outcomes.
    """
    pairs = _pairs(forecasts, outcomes)
    return sum((forecast - came) ** 2 for forecast, came in pairs) / len(pairs) if pairs else None


@frozen
class BrierParts:
    """Where a Brier score comes from: ``reliability - resolution + uncertainty``, each 0 to 1.

    Attributes:
        reliability: How far forecasts lie from what then happened; 0 is well calibrated.
        resolution: How far forecasts tell cases apart; higher is better.
        uncertainty: How hard the cases are: base rate times one minus base rate.
    """

    reliability: float
    resolution: float
    uncertainty: float

    @property
    def score(self) -> float:
        """The Brier score."""
        return self.reliability - self.resolution + self.uncertainty


def brier_parts(forecasts: Sequence[float], outcomes: Sequence[bool]) -> BrierParts | None:
    """Murphy's three parts, over the forecasts that differ, so that they add up exactly.

    Meant for forecasts of few values, such as 50, 60, ... 100 %: where each occurs once, all is resolution
    and the parts tell nothing. Arguments and errors as for `brier_score`; None without forecasts.

    Source: Murphy (1973), J. Appl. Meteorol. 12, 595-600.
    """
    pairs = _pairs(forecasts, outcomes)
    if not pairs:
        return None
    said: dict[float, list[bool]] = {}
    for forecast, came in pairs:
        said.setdefault(forecast, []).append(came)
    n, base = len(pairs), sum(came for _forecast, came in pairs) / len(pairs)
    rates = [(forecast, sum(came) / len(came), len(came)) for forecast, came in said.items()]
    return BrierParts(
        reliability=sum(count * (forecast - rate) ** 2 for forecast, rate, count in rates) / n,
        resolution=sum(count * (rate - base) ** 2 for _forecast, rate, count in rates) / n,
        uncertainty=base * (1 - base),
    )


@frozen
class ReliabilityBin:
    """Forecasts of about the same height, and what happened.

    Attributes:
        low, high: The bin: from ``low`` up to but without ``high``; the last bin includes 1.
        forecast: Their mean.
        observed: How many came true, of how many.
    """

    low: float
    high: float
    forecast: float
    observed: Proportion

    @property
    def gap(self) -> float:
        """Mean forecast minus share that came true, -1 to 1: above 0 is overconfident."""
        return self.forecast - self.observed.hits / self.observed.n


def reliability_table(
    forecasts: Sequence[float], outcomes: Sequence[bool], bins: int = 10
) -> tuple[ReliabilityBin, ...]:
    """The rows of a reliability diagram: bins of equal width, lowest first, empty ones left out.

    Args:
        forecasts: Probabilities, 0 to 1.
        outcomes: Whether it came true, in the same order.
        bins: How many, 1 or more.

    Raises:
        ValueError: the two are not of one length, a forecast is no probability, or there is no bin.
    """
    if bins < 1:
        raise ValueError(f"{bins} bins hold nothing; give 1 or more, such as 10.")
    edges = [edge / bins for edge in range(bins + 1)]
    held: dict[int, list[tuple[float, bool]]] = {}
    for forecast, came in _pairs(forecasts, outcomes):
        held.setdefault(bisect_right(edges, forecast, 1, bins), []).append((forecast, came))
    return tuple(
        ReliabilityBin(
            edges[place - 1],
            edges[place],
            forecast=sum(forecast for forecast, _came in pairs) / len(pairs),
            observed=Proportion(sum(came for _forecast, came in pairs), len(pairs)),
        )
        for place, pairs in sorted(held.items())
    )


def expected_calibration_error(
    forecasts: Sequence[float], outcomes: Sequence[bool], bins: int = 10
) -> float | None:
    """The mean distance between forecast and outcome over the bins, each weighted by its cases: 0 to 1.

    It depends on the bins, and in small samples it is too high even for perfect forecasts; show the table.
    Arguments and errors as for `reliability_table`; None without forecasts.

    Source: Naeini, Cooper and Hauskrecht (2015), AAAI 29, with bins of equal width as in
        Guo, Pleiss, Sun and Weinberger (2017), ICML 34.
    """
    rows = reliability_table(forecasts, outcomes, bins)
    n = sum(row.observed.n for row in rows)
    return sum(row.observed.n * abs(row.gap) for row in rows) / n if n else None


def _pairs(forecasts: Iterable[float], outcomes: Iterable[bool]) -> list[tuple[float, bool]]:
    said, came = list(forecasts), [bool(outcome) for outcome in outcomes]
    if len(said) != len(came):
        raise ValueError(
            f"{len(said)} forecasts and {len(came)} outcomes do not pair up; give one of each a case."
        )
    for number, forecast in enumerate(said):
        if not 0 <= forecast <= 1:
            raise ValueError(f"forecast {number} is {forecast}; give a probability from 0 to 1, such as 0.8.")
    return list(zip(said, came, strict=True))
