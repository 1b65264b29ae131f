"""The confusion matrix against scikit-learn's, and to which side a guard errs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import answered, labelled
from sklearn.metrics import accuracy_score, confusion_matrix

from warmhandoff.evaluation.metrics import (
    Proportion,
    confusion,
    disposition_confusion,
    level_confusion,
)
from warmhandoff.risk import Disposition, RiskLevel

LEVELS = st.sampled_from(RiskLevel)
PAIRS = st.lists(st.tuples(LEVELS, LEVELS), min_size=1, max_size=60)


@given(PAIRS)
def test_the_counts_are_scikit_learn_s(pairs: list[tuple[RiskLevel, RiskLevel]]) -> None:
    right, answers = map(list, zip(*pairs, strict=True))
    ours = confusion(RiskLevel, right, answers)
    theirs = confusion_matrix(right, answers, labels=list(RiskLevel))
    assert [list(row) for row in ours.counts] == theirs.tolist()
    assert ours.exact.value == pytest.approx(accuracy_score(right, answers))
    assert ours.right_totals == tuple(theirs.sum(axis=1))
    assert ours.given_totals == tuple(theirs.sum(axis=0))


@given(st.lists(st.tuples(LEVELS, LEVELS | st.none(), st.sets(LEVELS)), max_size=60))
def test_every_case_is_accepted_under_over_or_failed(
    cases: list[tuple[RiskLevel, RiskLevel | None, set[RiskLevel]]],
) -> None:
    ours = confusion(
        RiskLevel,
        [right for right, _given, _others in cases],
        [given for _right, given, _others in cases],
        [{right, *others} for right, _given, others in cases],
    )
    gaps = sum(
        answer is not None and min({right, *others}) < answer < max({right, *others}) and answer not in others
        for right, answer, others in cases
        if answer != right
    )  # accepted answers are neighbours in our data; between two that are not, an answer is neither
    assert ours.accepted + ours.under + ours.over + sum(ours.failed) + gaps == ours.n == len(cases)


def test_an_accepted_neighbour_is_no_error() -> None:
    case = labelled(RiskLevel.HIGH, dispositions=(Disposition.WARM_HANDOFF, Disposition.EMERGENCY))
    ours = disposition_confusion(answered(case, given) for given in Disposition)
    assert (ours.exact, ours.agreement) == (Proportion(1, 4), Proportion(2, 4))
    assert (ours.under_triage, ours.over_triage) == (Proportion(2, 4), Proportion(0, 4))


def test_a_fail_safe_answer_is_no_level() -> None:
    case = labelled(RiskLevel.MODERATE)
    answers = [answered(case, Disposition.WARM_HANDOFF, risk=RiskLevel.MODERATE, failure="timeout")]
    for ours in (level_confusion(answers), disposition_confusion(answers)):
        assert (ours.n, sum(ours.failed), ours.accepted, ours.under, ours.over) == (1, 1, 0, 0, 0)


def test_levels_and_dispositions_are_told_apart() -> None:
    answers = [answered(labelled(RiskLevel.HIGH), Disposition.WARM_HANDOFF, risk=RiskLevel.LOW)]
    assert level_confusion(answers).under == 1
    assert disposition_confusion(answers).accepted == 1


def test_the_table_is_plain_text_with_totals() -> None:
    ours = confusion(
        Disposition,
        [Disposition.CONTINUE, Disposition.EMERGENCY, Disposition.EMERGENCY],
        [Disposition.CONTINUE, Disposition.OFFER_SUPPORT, None],
    )
    assert ours.head == (
        "label", "continue", "offer support", "warm handoff", "emergency", "failed", "all",
    )  # fmt: skip
    assert ours.rows == (
        ("continue", "1", "0", "0", "0", "0", "1"),
        ("offer support", "0", "0", "0", "0", "0", "0"),
        ("warm handoff", "0", "0", "0", "0", "0", "0"),
        ("emergency", "0", "1", "0", "0", "1", "2"),
        ("all", "1", "1", "0", "0", "1", "3"),
    )


def test_no_answers_give_zeros_and_no_value() -> None:
    ours = level_confusion([])
    assert ours.n == 0
    assert (
        ours.exact.value is ours.agreement.value is ours.under_triage.value is ours.over_triage.value is None
    )


def test_what_does_not_pair_up_is_a_sentence() -> None:
    with pytest.raises(ValueError, match=r"2 labels, 1 answers .* give one of each"):
        confusion(RiskLevel, [RiskLevel.LOW] * 2, [RiskLevel.LOW])
    with pytest.raises(ValueError, match=r"case 0 accepts no answer; give at least its label"):
        confusion(RiskLevel, [RiskLevel.LOW], [RiskLevel.LOW], [()])
