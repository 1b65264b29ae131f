"""The screen against scikit-learn's rates, and what counts as found."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import answered, labelled
from sklearn.metrics import precision_score, recall_score

from warmhandoff.evaluation.metrics import Proportion, Screen, either_way, screen
from warmhandoff.labels import LabelledConversation
from warmhandoff.risk import Disposition, RiskLevel

CASES = st.lists(st.tuples(st.sampled_from(RiskLevel), st.sampled_from(Disposition)), min_size=1, max_size=60)


@given(CASES)
def test_the_rates_are_scikit_learn_s(cases: list[tuple[RiskLevel, Disposition]]) -> None:
    ours = screen(answered(labelled(risk), given) for risk, given in cases)
    risky = [risk >= RiskLevel.MODERATE for risk, _given in cases]
    rang = [given >= Disposition.WARM_HANDOFF for _risk, given in cases]
    for rate, theirs in [
        (ours.sensitivity, recall_score(risky, rang, zero_division=nan)),
        (ours.specificity, recall_score(risky, rang, pos_label=False, zero_division=nan)),
        (ours.positive_predictive_value, precision_score(risky, rang, zero_division=nan)),
        (
            ours.negative_predictive_value,
            precision_score(risky, rang, pos_label=False, zero_division=nan),
        ),
    ]:
        assert (nan if rate.value is None else rate.value) == pytest.approx(theirs, nan_ok=True)
    assert ours.false_alarm_rate == ours.specificity.rest


def test_a_fail_safe_answer_counts_against_the_guard_on_either_side() -> None:
    ours = screen(
        answered(labelled(risk), Disposition.WARM_HANDOFF, failure="exception")
        for risk in (RiskLevel.HIGH, RiskLevel.NONE)
    )
    assert ours == Screen(
        true_positives=0, false_negatives=1, false_positives=1, true_negatives=0, failures=2
    )


def test_no_guard_passes_by_failing_everywhere() -> None:
    cases = [labelled(risk) for risk in RiskLevel]
    ours = screen(answered(case, Disposition.WARM_HANDOFF, failure="timeout") for case in cases)
    assert (ours.sensitivity, ours.specificity) == (Proportion(0, 3), Proportion(0, 2))


@pytest.mark.parametrize("given", Disposition)
@pytest.mark.parametrize(
    "case",
    [
        labelled(RiskLevel.LOW, levels=(RiskLevel.LOW, RiskLevel.MODERATE)),
        labelled(RiskLevel.LOW, dispositions=(Disposition.OFFER_SUPPORT, Disposition.WARM_HANDOFF)),
        labelled(RiskLevel.MODERATE, dispositions=(Disposition.OFFER_SUPPORT, Disposition.WARM_HANDOFF)),
    ],
)
def test_where_both_are_accepted_neither_is_scored(case: LabelledConversation, given: Disposition) -> None:
    ours = screen([answered(case, given)])
    assert ours.either_way == 1
    assert (ours.sensitivity.n, ours.specificity.n) == (0, 0)


def test_neighbours_on_one_side_of_the_line_are_scored() -> None:
    assert not either_way(
        labelled(
            RiskLevel.HIGH,
            levels=(RiskLevel.HIGH, RiskLevel.IMMINENT),
            dispositions=(Disposition.WARM_HANDOFF, Disposition.EMERGENCY),
        ).label
    )


def test_no_answers_have_no_rates() -> None:
    ours = screen([])
    for rate in (
        ours.sensitivity,
        ours.specificity,
        ours.false_alarm_rate,
        ours.positive_predictive_value,
        ours.negative_predictive_value,
    ):
        assert (rate.value, rate.low, rate.high) == (None, 0.0, 1.0)


def test_a_screen_can_be_written_down_from_a_paper() -> None:
    paper = Screen(true_positives=31, false_negatives=3, false_positives=12, true_negatives=32)
    assert str(paper.sensitivity) == "91 % (77 to 97 %; 31 of 34)"
    with pytest.raises(ValueError, match="true_positives"):
        Screen(true_positives=-1, false_negatives=3, false_positives=12, true_negatives=32)
