"""What answers cost: the table as data, and the asymmetry that it states."""

import tomllib
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from labelled import answered, labelled

from warmhandoff.evaluation.metrics import DEFAULT_COSTS, CostError, CostTable, answer_cost, expected_cost
from warmhandoff.risk import Disposition, RiskLevel

TABLE = """
[cost.continue]
continue = 0
offer_support = 1
warm_handoff = 2
emergency = 3
failed = 9
[cost.offer_support]
continue = 4
offer_support = 0
warm_handoff = 5
emergency = 6
failed = 9.5
[cost.warm_handoff]
continue = 7
offer_support = 8
warm_handoff = 0
emergency = 9
failed = 10
[cost.emergency]
continue = 100
offer_support = 11
warm_handoff = 12
emergency = 0
failed = 13
"""
EMERGENCY = labelled(RiskLevel.IMMINENT)
HARMLESS = labelled(RiskLevel.NONE)


def test_a_table_is_read_from_toml_and_written_back() -> None:
    tables = tomllib.loads(TABLE)["cost"]
    table = CostTable.from_plain(tables)
    assert table.costs[Disposition.EMERGENCY][Disposition.OFFER_SUPPORT] == 11
    assert table.failed[Disposition.OFFER_SUPPORT] == 9.5
    assert table.to_plain() == tables


def change(path: tuple[str, ...], value: object) -> dict[str, Any]:
    tables: dict[str, Any] = deepcopy(DEFAULT_COSTS.to_plain())
    place: Any = tables
    for name in path[:-1]:
        place = place[name]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return tables


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        ([], r"write \[cost\.continue\]"),
        (change(("emergency",), None), r"\[cost\] has nothing for emergency; add it"),
        (change(("emergency",), 3), r"write \[cost\.emergency\]"),
        (change(("emergency", "failed"), None), r"\[cost\.emergency\] has nothing for failed; add it"),
        (change(("emergency", "ignore"), 3), r"names 'ignore'; use continue, "),
        (change(("panic",), {}), r"names 'panic'; use continue, "),
        (
            change(("emergency", "continue"), -1),
            r"\[cost\.emergency\] gives '-1' for continue; give a number",
        ),
        (change(("emergency", "continue"), "much"), r"gives 'much' for continue; give a number"),
        (change(("emergency", "continue"), True), r"gives 'True' for continue; give a number"),
        (change(("emergency", "continue"), float("inf")), r"gives 'inf' for continue; give a number"),
        (change(("emergency", "continue"), float("nan")), r"gives 'nan' for continue; give a number"),
        (change(("emergency", "emergency"), 1), r"charges for the right answer; make it 0"),
        (change(("continue", "failed"), 0), r"or a guard could pass by failing"),
    ],
)
def test_a_bad_table_is_one_sentence_with_the_mend(tables: Any, sentence: str) -> None:
    with pytest.raises(CostError, match=sentence):
        CostTable.from_plain(tables)


@pytest.mark.parametrize(("costs", "failed"), [(((0.0,),), (1.0,)), (DEFAULT_COSTS.costs, (1.0,))])
def test_a_table_has_its_shape(costs: tuple[tuple[float, ...], ...], failed: tuple[float, ...]) -> None:
    with pytest.raises(CostError, match="give "):
        CostTable(costs, failed)


def test_the_default_is_steep_to_one_side() -> None:
    missed = answer_cost(answered(EMERGENCY, Disposition.CONTINUE))
    alarmed = answer_cost(answered(HARMLESS, Disposition.EMERGENCY))
    assert missed == DEFAULT_COSTS.highest()
    assert missed > 10 * alarmed > 0


@pytest.mark.parametrize("right", Disposition)
def test_by_default_each_step_further_off_costs_more(right: Disposition) -> None:
    row = DEFAULT_COSTS.costs[right]
    assert list(row[right:]) == sorted(set(row[right:]))
    assert list(row[: right + 1]) == sorted(set(row[: right + 1]), reverse=True)


@pytest.mark.parametrize("right", Disposition)
def test_failing_costs_more_than_the_handoff_that_stands_in(right: Disposition) -> None:
    assert DEFAULT_COSTS.failed[right] > DEFAULT_COSTS.costs[right][Disposition.WARM_HANDOFF]


def test_the_nearest_accepted_label_counts() -> None:
    case = labelled(RiskLevel.HIGH, dispositions=(Disposition.WARM_HANDOFF, Disposition.EMERGENCY))
    assert [answer_cost(answered(case, given)) for given in Disposition] == [100, 40, 0, 0]
    assert answer_cost(answered(case, Disposition.WARM_HANDOFF, failure="timeout")) == 20


ANSWERS = st.lists(st.tuples(st.sampled_from(RiskLevel), st.sampled_from(Disposition)), max_size=15)


@settings(max_examples=25)
@given(ANSWERS, st.none() | st.floats(0, 1))
def test_the_cost_lies_within_the_table(
    cases: list[tuple[RiskLevel, Disposition]], prevalence: float | None
) -> None:
    found = expected_cost((answered(labelled(risk), given) for risk, given in cases), prevalence=prevalence)
    assert 0 <= found.low <= found.high <= DEFAULT_COSTS.highest() + 1e-9
    if found.value is not None:
        assert found.low <= found.value <= found.high


def test_prevalence_re_weights_risky_against_harmless() -> None:
    answers = [answered(EMERGENCY, Disposition.CONTINUE), answered(HARMLESS, Disposition.WARM_HANDOFF)]
    assert expected_cost(answers).value == pytest.approx((1000 + 5) / 2)
    assert expected_cost(answers, prevalence=0.01).value == pytest.approx(0.01 * 1000 + 0.99 * 5)
    assert expected_cost(answers, prevalence=0).value == 5


def test_a_guard_that_refers_everybody_and_one_that_refers_nobody_both_pay() -> None:
    cases = [labelled(risk) for risk in RiskLevel] * 4
    everybody, nobody, failing, careful = (
        expected_cost(answers).value
        for answers in (
            [answered(case, Disposition.WARM_HANDOFF) for case in cases],
            [answered(case, Disposition.CONTINUE) for case in cases],
            [answered(case, Disposition.WARM_HANDOFF, failure="exception") for case in cases],
            [answered(case, case.label.disposition) for case in cases],
        )
    )
    assert careful == 0
    assert everybody is not None
    assert nobody is not None
    assert failing is not None
    assert 0 < everybody < failing < nobody


def test_without_the_cases_it_needs_there_is_no_value() -> None:
    nothing = expected_cost([])
    assert (nothing.value, nothing.low, nothing.high) == (None, 0.0, 1000.0)
    no_risky = expected_cost([answered(HARMLESS, Disposition.CONTINUE)] * 200, prevalence=0.5)
    assert no_risky.value is None
    assert no_risky.high > 500


@pytest.mark.parametrize("prevalence", [-0.1, 1.1, 20])
def test_a_prevalence_is_a_share(prevalence: float) -> None:
    with pytest.raises(ValueError, match="give a share from 0 to 1"):
        expected_cost([], prevalence=prevalence)
