"""Intervals against SciPy and against the figures that their authors printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, norm

from warmhandoff.evaluation.metrics import Estimate, Proportion, difference, wilson
from warmhandoff.evaluation.metrics.intervals import z_value


@st.composite
def proportions(draw: st.DrawFn, least: int = 0) -> Proportion:
    n = draw(st.integers(least, 400))
    return Proportion(draw(st.integers(0, n)), n)


CONFIDENCE = st.floats(0.5, 0.999)


@given(proportions(least=1), CONFIDENCE)
def test_wilson_is_scipy_s(part: Proportion, confidence: float) -> None:
    theirs = binomtest(part.hits, part.n).proportion_ci(confidence, method="wilson")
    assert wilson(part.hits, part.n, confidence) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


@given(CONFIDENCE)
def test_the_normal_quantile_is_scipy_s(confidence: float) -> None:
    assert z_value(confidence) == pytest.approx(norm.ppf((1 + confidence) / 2))


@given(proportions(least=1))
def test_a_proportion_lies_in_its_interval_and_mirrors_the_rest(part: Proportion) -> None:
    assert part.value is not None
    assert 0 <= part.low <= part.value <= part.high <= 1
    assert (1 - part.rest.high, 1 - part.rest.low) == pytest.approx((part.low, part.high))


@given(proportions(least=1), st.integers(2, 9))
def test_more_of_the_same_narrows_it(part: Proportion, times: int) -> None:
    more = Proportion(part.hits * times, part.n * times)
    assert more.high - more.low < part.high - part.low


def test_nothing_seen_is_nothing_known() -> None:
    nothing = Proportion(0, 0)
    assert (nothing.value, nothing.low, nothing.high) == (None, 0.0, 1.0)
    assert str(nothing) == "unknown (there were none)"


def test_it_reads_as_in_a_sentence() -> None:
    assert str(Proportion(56, 70)) == "80 % (69 to 88 %; 56 of 70)"
    assert str(Estimate(0.2, 0.05, 0.334)) == "0.20 (0.05 to 0.33)"
    assert str(Estimate(None, -1.0, 1.0)) == "unknown (-1.00 to 1.00)"


# Newcombe (1998), Table II, method 10, as in the tests of the R package propint.
PRINTED = [((56, 70), (48, 80), (0.0524, 0.3339)), ((9, 10), (3, 10), (0.1705, 0.8090))]


@pytest.mark.parametrize(("one", "other", "printed"), PRINTED)
def test_the_difference_is_newcombe_s(
    one: tuple[int, int], other: tuple[int, int], printed: tuple[float, float]
) -> None:
    gap = difference(Proportion(*one), Proportion(*other))
    assert gap.value == pytest.approx(one[0] / one[1] - other[0] / other[1])
    assert (gap.low, gap.high) == pytest.approx(printed, abs=5e-5)


@given(proportions(least=1), proportions(least=1), CONFIDENCE)
def test_a_difference_lies_in_its_interval_and_turns_round(
    one: Proportion, other: Proportion, confidence: float
) -> None:
    there, back = difference(one, other, confidence), difference(other, one, confidence)
    assert there.value is not None
    assert -1 <= there.low < there.high <= 1
    assert there.low <= there.value <= there.high
    assert (-back.high, -back.low) == pytest.approx((there.low, there.high))


@given(proportions())
def test_against_an_empty_group_nothing_is_known(part: Proportion) -> None:
    assert difference(part, Proportion(0, 0)) == Estimate(None, -1.0, 1.0)
    assert difference(Proportion(0, 0), part) == Estimate(None, -1.0, 1.0)


@pytest.mark.parametrize("confidence", [0, 1, 95, -0.1])
def test_confidence_is_between_0_and_1(confidence: float) -> None:
    with pytest.raises(ValueError, match=r"such as 0\.95"):
        wilson(1, 2, confidence)


@pytest.mark.parametrize(("hits", "n"), [(3, 2), (-1, 2), (0, -1)])
def test_a_proportion_is_of_what_there_is(hits: int, n: int) -> None:
    with pytest.raises(ValueError, match=r"give 0 <= hits <= n"):
        wilson(hits, n)
    with pytest.raises(ValueError, match=r"hits|n"):
        Proportion(hits, n)


def test_an_estimate_lies_in_its_interval() -> None:
    with pytest.raises(ValueError, match=r"give low <= value <= high"):
        Estimate(0.5, 0.6, 0.7)
