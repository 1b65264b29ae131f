"""Brier score and calibration error against scikit-learn, and their parts against each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss

from warmhandoff.evaluation.metrics import (
    brier_parts,
    brier_score,
    expected_calibration_error,
    reliability_table,
)

PAIRS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)
TENTHS = st.lists(
    st.tuples(st.integers(0, 10).map(lambda tenth: tenth / 10), st.booleans()), min_size=1, max_size=60
)


def apart(pairs: list[tuple[float, bool]]) -> tuple[list[float], list[bool]]:
    return [forecast for forecast, _came in pairs], [came for _forecast, came in pairs]


@given(PAIRS)
def test_the_brier_score_is_scikit_learn_s(pairs: list[tuple[float, bool]]) -> None:
    forecasts, outcomes = apart(pairs)
    theirs = brier_score_loss(outcomes, forecasts, pos_label=True, labels=[False, True])
    assert brier_score(forecasts, outcomes) == pytest.approx(theirs)


@given(PAIRS | TENTHS)
def test_its_three_parts_add_up(pairs: list[tuple[float, bool]]) -> None:
    forecasts, outcomes = apart(pairs)
    parts = brier_parts(forecasts, outcomes)
    assert parts is not None
    assert parts.score == pytest.approx(brier_score(forecasts, outcomes), abs=1e-12)
    assert min(parts.reliability, parts.resolution, parts.uncertainty) >= 0
    assert parts.resolution <= parts.uncertainty + 1e-12


def test_the_parts_of_a_calibrated_forecaster() -> None:
    forecasts = [0.25] * 4 + [0.75] * 4
    outcomes = [True, False, False, False, True, True, True, False]
    parts = brier_parts(forecasts, outcomes)
    assert parts is not None
    assert (parts.reliability, parts.resolution, parts.uncertainty) == pytest.approx((0, 0.0625, 0.25))


@given(PAIRS | TENTHS, st.integers(1, 20))
def test_the_table_holds_every_forecast_once(pairs: list[tuple[float, bool]], bins: int) -> None:
    forecasts, outcomes = apart(pairs)
    rows = reliability_table(forecasts, outcomes, bins)
    assert sum(row.observed.n for row in rows) == len(pairs)
    assert sum(row.observed.hits for row in rows) == sum(outcomes)
    for row in rows:
        inside = [f for f in forecasts if row.low <= f < row.high or f == row.high == 1]
        assert len(inside) == row.observed.n
        assert row.forecast == pytest.approx(sum(inside) / len(inside))
        assert -1 <= row.gap <= 1


@given(st.lists(st.tuples(st.floats(0.001, 0.999), st.booleans()), min_size=1, max_size=60))
def test_the_bins_are_scikit_learn_s(pairs: list[tuple[float, bool]]) -> None:
    # At an edge its bins close on the other side; such forecasts are left to the test above.
    pairs = [(f, came) for f, came in pairs if all(abs(f - edge / 5) > 1e-9 for edge in range(6))]
    if not pairs:
        return
    forecasts, outcomes = apart(pairs)
    observed, mean = calibration_curve([*outcomes, True, False], [*forecasts, 0.0001, 0.9999], n_bins=5)
    rows = reliability_table([*forecasts, 0.0001, 0.9999], [*outcomes, True, False], bins=5)
    assert [row.forecast for row in rows] == pytest.approx(list(mean))
    assert [row.observed.value for row in rows] == pytest.approx(list(observed))


def test_the_calibration_error_by_hand() -> None:
    forecasts = [0.9, 0.9, 0.9, 0.9, 0.15]
    outcomes = [True, True, False, False, False]
    assert expected_calibration_error(forecasts, outcomes) == pytest.approx(0.8 * 0.4 + 0.2 * 0.15)


@given(PAIRS)
def test_with_one_bin_it_is_the_distance_of_the_means(pairs: list[tuple[float, bool]]) -> None:
    forecasts, outcomes = apart(pairs)
    gap = abs(sum(forecasts) - sum(outcomes)) / len(pairs)
    assert expected_calibration_error(forecasts, outcomes, bins=1) == pytest.approx(gap)


@pytest.mark.parametrize(("forecast", "low"), [(0.0, 0.0), (0.3, 0.3), (0.29, 0.2), (0.7, 0.7), (1.0, 0.9)])
def test_an_edge_belongs_to_the_bin_above_and_1_to_the_last(forecast: float, low: float) -> None:
    (row,) = reliability_table([forecast], [True])
    assert row.low == low


def test_no_forecasts_have_no_score() -> None:
    assert brier_score([], []) is None
    assert brier_parts([], []) is None
    assert expected_calibration_error([], []) is None
    assert reliability_table([], []) == ()


def test_mistakes_are_sentences() -> None:
    with pytest.raises(ValueError, match="2 forecasts and 1 outcomes do not pair up"):
        brier_score([0.5, 0.5], [True])
    for wrong in (-0.1, 1.1, 80, float("nan")):
        with pytest.raises(ValueError, match=r"forecast 1 is .* such as 0\.8"):
            brier_score([0.5, wrong], [True, True])
    with pytest.raises(ValueError, match="0 bins hold nothing"):
        reliability_table([0.5], [True], bins=0)
