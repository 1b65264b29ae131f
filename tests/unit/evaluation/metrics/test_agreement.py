"""Kappa against scikit-learn, SAS and the published examples."""

from math import isfinite, sqrt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from warmhandoff.evaluation.metrics import Kappa, Weights, cohen_kappa, fleiss_kappa
from warmhandoff.risk import RiskLevel

LEVELS = st.sampled_from(RiskLevel)
PAIRS = st.lists(st.tuples(LEVELS, LEVELS), min_size=1, max_size=60)
WEIGHTS: tuple[Weights, ...] = ("none", "linear", "quadratic")


def from_table(table: list[list[int]]) -> tuple[list[int], list[int]]:
    pairs = [(i, j) for i, row in enumerate(table) for j, count in enumerate(row) for _case in range(count)]
    return [i for i, _j in pairs], [j for _i, j in pairs]


def from_counts(rows: list[list[int]]) -> list[list[int]]:
    return [[step for step, count in enumerate(row) for _rater in range(count)] for row in rows]


@given(PAIRS, st.sampled_from(WEIGHTS))
def test_cohen_s_kappa_is_scikit_learn_s(pairs: list[tuple[RiskLevel, RiskLevel]], weights: Weights) -> None:
    one, other = map(list, zip(*pairs, strict=True))
    ours = cohen_kappa(one, other, RiskLevel, weights)
    if len({*one, *other}) == 1:
        assert ours.value is None
        return
    theirs = cohen_kappa_score(
        one, other, labels=list(RiskLevel), weights=None if weights == "none" else weights
    )
    assert ours.value == pytest.approx(theirs)
    assert ours.value is not None
    assert -1 <= ours.low <= ours.value <= ours.high <= 1
    assert ours.undefined is None


# The table and figures of a SAS example, as in the tests of statsmodels.
SAS = [[0, 4, 1], [0, 8, 0], [0, 1, 5]]


@pytest.mark.parametrize(
    ("weights", "printed"),
    [("none", (0.4842, 0.1380, 0.2137, 0.7547)), ("linear", (0.4701, 0.1457, 0.1845, 0.7558))],
)
def test_the_standard_error_is_that_of_sas(weights: Weights, printed: tuple[float, ...]) -> None:
    ours = cohen_kappa(*from_table(SAS), range(3), weights)
    assert (ours.value, ours.standard_error, ours.low, ours.high) == pytest.approx(printed, abs=5e-5)


@settings(max_examples=20)
@given(st.lists(st.tuples(LEVELS, LEVELS), min_size=5, max_size=12), st.sampled_from(WEIGHTS))
def test_the_standard_error_is_the_delta_method_s(
    pairs: list[tuple[RiskLevel, RiskLevel]], weights: Weights
) -> None:
    one, other = map(list, zip(*pairs, strict=True))
    ours = cohen_kappa(one, other, RiskLevel, weights)
    if ours.value is None or ours.standard_error is None:
        return
    kappa = ours.value
    # A case's pull: with many copies of all cases and one case more, how far does kappa move?
    copies = 400
    pulls = []
    for case in pairs:
        more = [*pairs * copies, case]
        moved = cohen_kappa([i for i, _j in more], [j for _i, j in more], RiskLevel, weights).value
        assert moved is not None
        pulls.append((moved - kappa) * len(more))
    by_moving = sqrt(sum(pull * pull for pull in pulls)) / len(pairs)
    assert ours.standard_error == pytest.approx(by_moving, rel=0.02, abs=0.002)


@given(PAIRS, st.sampled_from(WEIGHTS))
def test_raters_can_change_places(pairs: list[tuple[RiskLevel, RiskLevel]], weights: Weights) -> None:
    one, other = map(list, zip(*pairs, strict=True))
    there, back = cohen_kappa(one, other, RiskLevel, weights), cohen_kappa(other, one, RiskLevel, weights)
    assert (there.value, there.low, there.high) == pytest.approx((back.value, back.low, back.high))


def test_a_near_miss_costs_less_than_a_far_one_only_with_weights() -> None:
    right = list(RiskLevel) * 4
    near = [RiskLevel(max(level - 1, 0)) for level in right]
    far = [RiskLevel(4 - level) for level in right]
    values = {
        weights: [cohen_kappa(right, given, RiskLevel, weights).value for given in (near, far)]
        for weights in WEIGHTS
    }
    assert values["none"] == pytest.approx([0, 0])
    assert values["quadratic"] == pytest.approx([0.8, -1])


# Fleiss (1971): 30 patients, 6 psychiatrists; kappa as printed by the R package irr.
FLEISS_1971 = [
    [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0], [2, 0, 4, 0, 0],
    [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6], [1, 0, 0, 5, 0], [1, 1, 0, 4, 0],
    [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1], [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0],
    [0, 2, 0, 4, 0], [1, 0, 2, 0, 3], [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0],
    [1, 0, 0, 4, 1], [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6],
]  # fmt: skip


def test_fleiss_kappa_is_fleiss_s() -> None:
    assert fleiss_kappa(from_counts(FLEISS_1971), range(5)).value == pytest.approx(0.4302445, abs=5e-8)


def test_its_standard_error_is_gwet_s() -> None:
    # The first 15 of these patients are distrib.6raters of the R package irrCAC, with its printed figures.
    ours = fleiss_kappa(from_counts(FLEISS_1971[:15]), range(5))
    assert ours.value == pytest.approx(0.4139265, abs=5e-8)
    assert ours.standard_error == pytest.approx(0.08119291, abs=5e-9)
    assert ours.low < 0.4139265 < ours.high


ROWS = st.integers(2, 6).flatmap(
    lambda raters: st.lists(st.lists(LEVELS, min_size=raters, max_size=raters), min_size=1, max_size=30)
)


@given(ROWS, st.randoms(use_true_random=False))
def test_it_does_not_matter_who_said_what(rows: list[list[RiskLevel]], chance: Random) -> None:
    shuffled = [sorted(row, key=lambda _rating: chance.random()) for row in rows]
    one, other = fleiss_kappa(rows, RiskLevel), fleiss_kappa(shuffled, RiskLevel)
    assert one == other
    if one.value is not None:
        assert one.standard_error is not None
        assert -1 <= one.low <= one.value <= one.high <= 1
        assert all(map(isfinite, (one.value, one.low, one.high, one.standard_error)))


@pytest.mark.parametrize(
    "constant",
    [
        cohen_kappa([RiskLevel.NONE] * 5, [RiskLevel.NONE] * 5, RiskLevel),
        cohen_kappa([RiskLevel.NONE] * 5, [RiskLevel.NONE] * 5, RiskLevel, "quadratic"),
        fleiss_kappa([[RiskLevel.NONE] * 3] * 5, RiskLevel),
    ],
)
def test_constant_raters_have_no_kappa_and_are_told_why(constant: Kappa) -> None:
    assert (constant.value, constant.standard_error) == (None, None)
    assert (constant.low, constant.high) == (-1.0, 1.0)
    assert "chance alone would agree fully" in (constant.undefined or "")


def test_one_constant_rater_has_a_kappa_of_0() -> None:
    ours = cohen_kappa(
        [RiskLevel.LOW] * 4, [RiskLevel.LOW, RiskLevel.LOW, RiskLevel.HIGH, RiskLevel.NONE], RiskLevel
    )
    assert ours.value == 0


def test_no_cases_have_no_kappa() -> None:
    for nothing in (cohen_kappa([], [], RiskLevel), fleiss_kappa([], RiskLevel)):
        assert (nothing.value, nothing.low, nothing.high, nothing.n) == (None, -1.0, 1.0, 0)
        assert nothing.undefined == "Kappa does not exist here: there are no cases."


@pytest.mark.parametrize("weights", WEIGHTS)
def test_complete_agreement_on_few_cases_is_not_sure(weights: Weights) -> None:
    few, many = (
        cohen_kappa(list(RiskLevel) * times, list(RiskLevel) * times, RiskLevel, weights) for times in (1, 40)
    )
    assert few.value == many.value == few.high == 1
    assert few.low < 0.6 if weights == "none" else few.low < 0.9
    assert few.low < many.low < 1
    several = fleiss_kappa([[level] * 3 for level in RiskLevel], RiskLevel)
    assert (several.value, several.high) == (1.0, 1.0)
    assert several.low < 0.6


def test_a_single_case_says_nothing() -> None:
    ours = cohen_kappa([RiskLevel.LOW], [RiskLevel.HIGH], RiskLevel)
    assert (ours.value, ours.low, ours.high) == (0.0, -1.0, 1.0)


def test_mistakes_are_sentences() -> None:
    with pytest.raises(ValueError, match="2 and 1 ratings do not pair up"):
        cohen_kappa([1, 2], [1], range(3))
    with pytest.raises(ValueError, match="'9' is not on the scale"):
        cohen_kappa([1], [9], range(3))
    with pytest.raises(ValueError, match="give one of none, linear, quadratic"):
        cohen_kappa([1], [1], range(3), "cubic")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="case 1 has 3 ratings, and case 0 has 2"):
        fleiss_kappa([[1, 1], [1, 1, 2]], range(3))
    with pytest.raises(ValueError, match="give each 2 or more"):
        fleiss_kappa([[1], [2]], range(3))
    with pytest.raises(ValueError, match=r"such as 0\.95"):
        fleiss_kappa([[1, 1]], range(3), confidence=95)
