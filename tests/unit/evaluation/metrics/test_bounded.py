"""The interval of a bounded mean: Clopper and Pearson's where there are only 0 and 1, and never too sure."""

from random import Random
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from warmhandoff.evaluation.metrics import Estimate, Stratum, mean_within


@pytest.mark.parametrize(("hits", "n"), [(0, 1), (0, 5), (3, 5), (7, 30), (30, 30), (50, 100)])
def test_for_0_and_1_it_is_clopper_pearson(hits: int, n: int) -> None:
    ours = mean_within([Stratum([1.0] * hits + [0.0] * (n - hits), 1.0)], draws=20_000)
    theirs = binomtest(hits, n).proportion_ci(method="exact")
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=0.01)


@settings(max_examples=40)
@given(st.lists(st.floats(0, 50), max_size=30), st.lists(st.floats(0, 9), max_size=30), st.floats(0, 1))
def test_the_mean_lies_in_its_interval(one: list[float], other: list[float], weight: float) -> None:
    strata = Stratum(one, 50.0, weight), Stratum(other, 9.0, 1 - weight)
    found = mean_within(strata, draws=200)
    assert 0 <= found.low <= found.high <= 50 * weight + 9 * (1 - weight) + 1e-9
    if one and other:
        assert found.value == pytest.approx(weight * fmean(one) + (1 - weight) * fmean(other))
        assert found.value is not None
        assert found.low <= found.value <= found.high


def test_a_few_good_cases_are_not_sure_to_be_good() -> None:
    three, many = (mean_within([Stratum([0.0] * n, 1000.0)]) for n in (3, 300))
    assert (three.value, three.low) == (0.0, 0.0)
    assert three.high > 600
    assert many.high < 20


def test_it_holds_the_true_mean_as_often_as_it_says() -> None:
    # Rare and dear: 3 % cost 100. Most samples of 20 see none, where a plain bootstrap would be sure of 0.
    chance = Random(5).random  # noqa: S311 - reproducible, not secret
    samples = ([100.0 if chance() < 0.03 else 0.0 for _case in range(20)] for _sample in range(200))
    found = [mean_within([Stratum(sample, 100.0)], draws=400) for sample in samples]
    assert sum(one.low <= 3.0 <= one.high for one in found) >= 190


def test_the_same_seed_gives_the_same_interval_everywhere() -> None:
    strata = [Stratum([0, 1, 1, 5], 5.0, 0.25), Stratum([0, 0, 2], 3.0, 0.75)]
    found = mean_within(strata, draws=50, seed=7)
    assert found == mean_within(strata, draws=50, seed=7)
    assert found != mean_within(strata, draws=50, seed=8)
    # Known ends: another Python or platform must come to the same ones.
    assert (found.low, found.high) == pytest.approx(GOLDEN, abs=1e-12)


GOLDEN = (0.250785863545506, 2.672642272849778)


def test_without_numbers_everything_up_to_the_limit_is_possible() -> None:
    assert mean_within([Stratum([], 7.0)]) == Estimate(None, 0.0, 7.0)
    half = mean_within([Stratum([], 8.0, 0.5), Stratum([2.0] * 999, 2.0, 0.5)])
    assert half.value is None
    assert half.low == pytest.approx(1.0, abs=0.01)
    assert half.high == pytest.approx(5.0)


def test_what_has_no_weight_need_not_be_known() -> None:
    assert mean_within([Stratum([], 8.0, 0.0), Stratum([2.0], 2.0)]).value == 2.0


def test_mistakes_are_sentences() -> None:
    with pytest.raises(ValueError, match="highest there can be"):
        Stratum([3.0], 2.0)
    with pytest.raises(ValueError, match=r"such as 0\.95"):
        mean_within([Stratum([1.0], 2.0)], 95)
    with pytest.raises(ValueError, match="such as 2000"):
        mean_within([Stratum([1.0], 2.0)], draws=0)
    with pytest.raises(ValueError, match="at least one"):
        mean_within([])
