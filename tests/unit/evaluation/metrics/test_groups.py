"""Each group against everybody else."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import answered, labelled

from warmhandoff.evaluation.metrics import (
    GROUPINGS,
    NOT_STATED,
    Estimate,
    Proportion,
    difference,
    group_gaps,
    screen,
)
from warmhandoff.labels import LabelledConversation, Phenomenon
from warmhandoff.risk import Disposition, RiskLevel

HIGH, NONE = RiskLevel.HIGH, RiskLevel.NONE
FOUND, MISSED = Disposition.WARM_HANDOFF, Disposition.CONTINUE


def test_a_case_counts_in_each_of_its_phenomena() -> None:
    both = labelled(HIGH, phenomena=[Phenomenon.NEGATION, Phenomenon.JOKING])
    joking = labelled(HIGH, phenomena=[Phenomenon.JOKING])
    neither = labelled(HIGH)
    answers = [answered(both, MISSED), answered(joking, FOUND), answered(neither, FOUND)]
    negation, jokes = group_gaps(answers, GROUPINGS["phenomenon"])
    assert (negation.group, jokes.group) == ("negation", "joking")
    assert negation.screen.sensitivity == Proportion(0, 1)
    assert negation.others.sensitivity == Proportion(2, 2)
    assert jokes.screen.sensitivity == Proportion(1, 2)
    assert jokes.others.sensitivity == Proportion(1, 1)


def test_the_gap_is_the_group_s_minus_the_others() -> None:
    answers = [
        *[answered(labelled(HIGH, place="IE"), MISSED)] * 30,
        *[answered(labelled(HIGH, place="GB"), FOUND)] * 30,
        *[answered(labelled(NONE, place="IE"), FOUND)] * 30,
        *[answered(labelled(NONE, place="GB"), MISSED)] * 30,
    ]
    british, irish = group_gaps(answers, GROUPINGS["place"])
    assert irish.sensitivity_gap == difference(Proportion(0, 30), Proportion(30, 30))
    assert irish.sensitivity_gap.value == -1.0
    assert irish.false_alarm_gap.value == 1.0
    assert (british.sensitivity_gap.value, british.false_alarm_gap.value) == (1.0, -1.0)


def test_too_small_a_group_tells_nothing() -> None:
    answers = [
        *[answered(labelled(HIGH, age_band="65-plus"), given) for given in (MISSED, MISSED, FOUND)],
        *[answered(labelled(HIGH, age_band="18-24"), given) for given in [FOUND] * 8 + [MISSED] * 2],
    ]
    _young, old = group_gaps(answers, GROUPINGS["age band"])
    assert old.sensitivity_gap.value == pytest.approx(1 / 3 - 0.8)
    assert old.sensitivity_gap.high > 0 > old.sensitivity_gap.low


def test_a_group_of_everybody_has_nobody_to_be_compared_with() -> None:
    (only,) = group_gaps([answered(labelled(HIGH), FOUND)], GROUPINGS["age band"])
    assert only.group == NOT_STATED
    assert only.sensitivity_gap == only.false_alarm_gap == Estimate(None, -1.0, 1.0)


def test_places_are_countries_and_ages_stand_in_their_order() -> None:
    cases = [
        labelled(place="GB-SCT", age_band="65-plus"),
        labelled(place="GB", age_band="under-13"),
        labelled(age_band="13-17"),
        labelled(place="BE"),
    ]
    answers = [answered(case, MISSED) for case in cases]
    assert [gap.group for gap in group_gaps(answers, GROUPINGS["place"])] == ["BE", "GB", NOT_STATED]
    ages = [gap.group for gap in group_gaps(answers, GROUPINGS["age band"])]
    assert ages == ["under-13", "13-17", "65-plus", NOT_STATED]


def test_writing_styles_are_told_apart() -> None:
    answers = [answered(labelled(HIGH, [said]), MISSED) for said in ("I am low.", "i am low", "im low tbh")]
    styles = [gap.group for gap in group_gaps(answers, GROUPINGS["writing style"])]
    assert styles == ["misspelt or slang", "lower case", "standard"]


def test_a_grouping_can_be_one_s_own() -> None:
    def by_length(case: LabelledConversation) -> Iterable[str]:
        return ("long",) if len(case.conversation.turns) > 1 else ()

    answers = [answered(labelled(HIGH, ["a", "b"]), MISSED), answered(labelled(HIGH), FOUND)]
    (long,) = group_gaps(answers, by_length)
    assert (long.screen.sensitivity, long.others.sensitivity) == (Proportion(0, 1), Proportion(1, 1))


CASES = st.lists(
    st.tuples(
        st.sampled_from(RiskLevel),
        st.sampled_from(Disposition),
        st.sampled_from(["IE", "GB", None]),
        st.sets(st.sampled_from(list(Phenomenon)[:4])),
    ),
    max_size=30,
)


@given(CASES, st.sampled_from(list(GROUPINGS)))
def test_group_and_others_are_everybody(
    cases: list[tuple[RiskLevel, Disposition, str | None, set[Phenomenon]]], by: str
) -> None:
    answers = [
        answered(labelled(risk, place=place, phenomena=tuple(phenomena)), disposition)
        for risk, disposition, place, phenomena in cases
    ]
    everybody = screen(answers)
    gaps = group_gaps(iter(answers), GROUPINGS[by])
    assert all(earlier.group != later.group for earlier, later in pairwise(gaps))
    for gap in gaps:
        for rate in ("sensitivity", "specificity"):
            here, elsewhere, all_of_them = (
                getattr(part, rate) for part in (gap.screen, gap.others, everybody)
            )
            assert here.hits + elsewhere.hits == all_of_them.hits
            assert here.n + elsewhere.n == all_of_them.n


def test_no_answers_have_no_groups() -> None:
    assert group_gaps([], GROUPINGS["place"]) == ()


def test_the_groupings_cannot_be_changed_by_accident() -> None:
    with pytest.raises(TypeError):
        GROUPINGS["place"] = lambda _case: ()  # type: ignore[index]
