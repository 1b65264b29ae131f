"""Predictive values against the worked example of Mercaldo and others, and by counting people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.evaluation.metrics import (
    Estimate,
    NaturalFrequencies,
    Screen,
    natural_frequencies,
    predictive_values,
)

PREVALENCE = st.floats(1e-6, 1 - 1e-6)
COUNTS = st.integers(0, 200)
SCREENS = st.builds(
    Screen, true_positives=COUNTS, false_negatives=COUNTS, false_positives=COUNTS, true_negatives=COUNTS
)


def parts(estimate: Estimate) -> tuple[float | None, float, float]:
    return estimate.value, estimate.low, estimate.high


# The 70-gene signature of the paper at 7 %: standard logit, as printed by the R package CIfinder.
SIGNATURE = Screen(true_positives=31, false_negatives=3, false_positives=12, true_negatives=32)


def test_the_standard_logit_interval_is_the_published_one() -> None:
    found = predictive_values(SIGNATURE, 0.07)
    assert parts(found.positive) == pytest.approx((0.2010444, 0.1331384, 0.2919216), abs=5e-8)
    assert parts(found.negative) == pytest.approx((0.9909508, 0.9734141, 0.9969560), abs=5e-8)


def test_with_an_empty_cell_it_is_the_adjusted_one() -> None:
    # 31 of 34 and 44 of 44: there the package prints 0.2886800 to 0.8676335 round an estimate of 0.62.
    found = predictive_values(
        Screen(true_positives=31, false_negatives=3, false_positives=0, true_negatives=44), 0.07
    )
    assert found.positive.value == 1.0
    assert found.positive.low == pytest.approx(0.2886800, abs=5e-8)
    assert found.positive.high == 1.0  # stretched from 0.8676335 to what was seen
    assert parts(found.negative)[1:] == pytest.approx((0.9772354, 0.9955563), abs=5e-8)
    assert found.negative.value == pytest.approx(44 * 0.93 / (44 * 0.93 + 44 * 3 / 34 * 0.07))


@given(SCREENS, PREVALENCE)
def test_it_is_bayes_rule_within_its_interval(screen: Screen, prevalence: float) -> None:
    found = predictive_values(screen, prevalence)
    for estimate in (found.positive, found.negative):
        assert 0 <= estimate.low <= estimate.high <= 1
        assert estimate.low < estimate.high or estimate.value in {0.0, 1.0}
    sensitivity, specificity = screen.sensitivity.value, screen.specificity.value
    if sensitivity is None or specificity is None:
        assert found.positive == found.negative == Estimate(None, 0.0, 1.0)
        return
    rang = sensitivity * prevalence + (1 - specificity) * (1 - prevalence)
    if rang > 0:
        assert found.positive.value == pytest.approx(sensitivity * prevalence / rang)


@given(st.tuples(*[st.integers(1, 50)] * 4))
def test_at_the_sample_s_own_prevalence_it_is_the_sample_s_own(cells: tuple[int, int, int, int]) -> None:
    screen = Screen(*cells)
    found = predictive_values(screen, screen.sensitivity.n / sum(cells))
    assert found.positive.value == pytest.approx(screen.positive_predictive_value.value)
    assert found.negative.value == pytest.approx(screen.negative_predictive_value.value)


@given(st.tuples(*[st.integers(1, 50)] * 4), st.integers(2, 9), PREVALENCE)
def test_more_of_the_same_narrows_it(cells: tuple[int, int, int, int], times: int, prevalence: float) -> None:
    few, many = (
        predictive_values(Screen(*(cell * factor for cell in cells)), prevalence).positive
        for factor in (1, times)
    )
    assert few.low < many.low < many.high < few.high


def test_a_guard_that_never_rings_has_no_positive_predictive_value() -> None:
    silent = Screen(true_positives=0, false_negatives=5, false_positives=0, true_negatives=5)
    assert predictive_values(silent, 0.1).positive == Estimate(None, 0.0, 1.0)
    assert predictive_values(silent, 0.1).negative.value == pytest.approx(0.9)


def test_a_guard_that_rings_only_for_nothing_is_not_sure_to_be_worthless() -> None:
    useless = Screen(true_positives=0, false_negatives=5, false_positives=2, true_negatives=3)
    found = predictive_values(useless, 0.1).positive
    assert (found.value, found.low) == (0.0, 0.0)
    assert 0 < found.high < 1


@pytest.mark.parametrize("prevalence", [0, 1, 7, -0.2, float("nan")])
def test_a_prevalence_is_a_share(prevalence: float) -> None:
    for measure in (predictive_values, natural_frequencies):
        with pytest.raises(ValueError, match=r"such as 0\.02"):
            measure(SIGNATURE, prevalence)


def test_natural_frequencies_read_as_a_sentence() -> None:
    found = natural_frequencies(SIGNATURE, 0.07)
    assert found == NaturalFrequencies(of=1000, risky=70, found=64, false_alarms=254)
    assert str(found) == (
        "Of 1,000 conversations, 70 need a person: 64 are found and 6 missed. "
        "Of the other 930, 254 ring for nothing. So 64 of 318 alarms are right."
    )


@given(SCREENS, PREVALENCE, st.integers(1, 10**6))
def test_natural_frequencies_add_up(screen: Screen, prevalence: float, of: int) -> None:
    found = natural_frequencies(screen, prevalence, of)
    if found is None:
        assert 0 in {screen.sensitivity.n, screen.specificity.n}
        return
    assert 0 <= found.found <= found.risky <= of
    assert 0 <= found.false_alarms <= of - found.risky
    assert found.missed + found.found == found.risky


def test_nothing_cannot_be_pictured() -> None:
    with pytest.raises(ValueError, match="such as 1000"):
        natural_frequencies(SIGNATURE, 0.07, of=0)
