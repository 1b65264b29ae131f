"""Questions that nobody asked, against scikit-learn's recall and precision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import answered, labelled
from sklearn.metrics import precision_score, recall_score

from warmhandoff.evaluation.metrics import Asking, Proportion, asking
from warmhandoff.risk import UNASKED, Disposition, Domain, RiskLevel

QUESTIONS = st.sets(st.sampled_from(UNASKED))
OFFER = Disposition.OFFER_SUPPORT


@given(st.lists(st.tuples(QUESTIONS, QUESTIONS), min_size=1, max_size=20))
def test_recall_and_precision_are_scikit_learn_s(cases: list[tuple[set[str], set[str]]]) -> None:
    ours = asking(
        answered(labelled(RiskLevel.LOW, unasked=tuple(open_)), OFFER, unasked=tuple(named))
        for open_, named in cases
    )
    right = [question in open_ for open_, _named in cases for question in UNASKED]
    given_ = [question in named for _open, named in cases for question in UNASKED]
    if any(right):
        assert ours.recall.value == pytest.approx(recall_score(right, given_))
    else:
        assert ours.recall.value is None
    if any(given_):
        assert ours.precision.value == pytest.approx(precision_score(right, given_))
    else:
        assert ours.precision.value is None


def test_only_suicide_and_self_harm_are_labelled_with_questions() -> None:
    elsewhere = [
        answered(labelled(RiskLevel.LOW, domain=domain), OFFER, unasked=UNASKED)
        for domain in (None, *Domain)
        if domain not in {Domain.SUICIDE, Domain.SELF_HARM}
    ]
    assert asking(elsewhere) == Asking(Proportion(0, 0), Proportion(0, 0))


def test_a_fail_safe_answer_asks_nothing() -> None:
    case = labelled(RiskLevel.HIGH, unasked=("time", "means"))
    ours = asking([answered(case, Disposition.WARM_HANDOFF, unasked=UNASKED, failure="timeout")])
    assert ours == Asking(recall=Proportion(0, 2), precision=Proportion(0, 0))
