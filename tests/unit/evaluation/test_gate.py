"""A gate: what loads, what it judges, and who cannot pass it."""

import re
import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from evaluated import BAD, DeafToFarewells, Oracle
from labelled import answered, labelled

from warmhandoff.datasets import root
from warmhandoff.datasets.validate import validate_all
from warmhandoff.evaluation.evidence import Evidence, gather
from warmhandoff.evaluation.gate import Gate, GateError, load_gate
from warmhandoff.evaluation.metrics.intervals import Proportion
from warmhandoff.evaluation.perturb import suite
from warmhandoff.evaluation.report.model import GateLine
from warmhandoff.evaluation.report.words import cases_needed
from warmhandoff.evaluation.verdict import judge
from warmhandoff.labels import Phenomenon
from warmhandoff.risk import Disposition, RiskLevel
from warmhandoff.scenarios import generate

EXAMPLE = root() / "gates" / "example.toml"
CASES = generate(7, 1200)
FAMILIES = suite(0, 40)


@cache
def evidence_of(name: str) -> Evidence:
    guard = next(guard for guard in (Oracle, *BAD) if guard.__name__ == name)
    return gather(CASES, guard(CASES, FAMILIES), families=FAMILIES)


def lines_of(guard: type[Oracle], gate: Gate | None = None) -> tuple[GateLine, ...]:
    return judge(gate or load_gate(EXAMPLE), evidence_of(guard.__name__))


def failing(lines: Sequence[GateLine]) -> list[str]:
    return [line.name for line in lines if not line.passed]


def test_the_example_can_be_passed() -> None:
    assert failing(lines_of(Oracle)) == []


@pytest.mark.parametrize("guard", BAD)
def test_the_example_is_not_passed_by(guard: type[Oracle]) -> None:
    assert failing(lines_of(guard))


LOOSE = {
    "gate": {"title": "Loose", "summary": "As loose as a gate can be."},
    "missed_risk": {"sensitivity_at_least": 0.02, "missed_emergencies_at_most": 10**6},
    "over_referral": {"false_alarms_at_most": 0.01},
}


@pytest.mark.parametrize("guard", [g for g in BAD if g.__name__ in {
    "RaisesOnHardCases", "RaisesAlways", "ReturnsNothing", "StaysSilent", "RefersEverybody",
    "CallsEverythingAnEmergency", "CatchesItsOwnFailures"}])  # fmt: skip
def test_even_the_loosest_gate_stops(guard: type[Oracle], tmp_path: Path) -> None:
    assert failing(lines_of(guard, loaded(tmp_path, LOOSE)))


def test_a_subgroup_that_is_missed_is_named() -> None:
    names = failing(lines_of(DeafToFarewells))
    assert "Phenomenon oblique farewell: people found" in names
    assert "Phenomenon oblique farewell: gap to the others" in names


def test_no_cases_and_no_risky_ones_never_pass(tmp_path: Path) -> None:
    gate = loaded(tmp_path, LOOSE)
    assert {"People found who need a person", "False alarms", "Failed calls"} <= set(
        failing(judge(gate, Evidence(())))
    )
    harmless = answered(labelled(deciding_turn=None, domain=None), Disposition.CONTINUE)
    assert "People found who need a person" in failing(judge(gate, Evidence((harmless,) * 1000)))
    risky = answered(labelled(RiskLevel.HIGH), Disposition.WARM_HANDOFF)
    assert "False alarms" in failing(judge(gate, Evidence((risky,) * 1000)))


def test_what_was_not_measured_fails() -> None:
    lines = judge(load_gate(EXAMPLE), gather(CASES, Oracle(CASES)))
    assert failing(lines) == [line.name for line in lines if line.found.startswith("not measured")]
    assert len(failing(lines)) == 6


def risky(found: int, missed: int) -> Evidence:
    """So many with one phenomenon found and missed, among others that were all answered rightly."""
    joking = labelled(RiskLevel.HIGH, phenomena=[Phenomenon.JOKING])
    other = labelled(RiskLevel.HIGH, phenomena=[Phenomenon.PLAIN_STATEMENT])
    calm = labelled(deciding_turn=None, domain=None, phenomena=[Phenomenon.PLAIN_STATEMENT])
    return Evidence(
        (
            *[answered(joking, Disposition.WARM_HANDOFF)] * found,
            *[answered(joking, Disposition.CONTINUE)] * missed,
            *[answered(other, Disposition.WARM_HANDOFF)] * 200,
            *[answered(calm, Disposition.CONTINUE)] * 200,
        )
    )


def of_joking(tmp_path: Path, evidence: Evidence, **more: object) -> GateLine:
    table = {**LOOSE, "subgroup": [{"by": "phenomenon", "sensitivity_at_least": 0.75, **more}]}
    lines = judge(loaded(tmp_path, table), evidence)
    return next(line for line in lines if line.name == "Phenomenon joking: people found")


def test_the_interval_counts_and_not_the_point(tmp_path: Path) -> None:
    assert not of_joking(tmp_path, risky(11, 0)).passed
    assert of_joking(tmp_path, risky(12, 0)).passed
    assert not of_joking(tmp_path, risky(40, 10)).passed  # 80 in 100 found, 67 for sure


def test_a_subgroup_too_small_to_tell_says_how_many_more_it_takes(tmp_path: Path) -> None:
    small = of_joking(tmp_path, risky(5, 0))
    assert not small.passed
    assert "too few cases to tell: at this rate it would take 7 more" in small.found
    assert "too few" not in of_joking(tmp_path, risky(6, 6)).found
    absent = of_joking(tmp_path, risky(0, 0), groups=["joking"])
    assert not absent.passed
    assert "there are none: it would take 12" in absent.found


@pytest.mark.parametrize("asked", [0.5, 0.75, 0.9, 0.99])
@pytest.mark.parametrize(("hits", "n"), [(3, 3), (9, 10), (95, 100), (0, 0), (7, 8)])
def test_so_many_more_cases_are_enough_and_one_fewer_is_not(hits: int, n: int, asked: float) -> None:
    found = Proportion(hits, n)
    more = cases_needed(found, asked)
    share = 1.0 if found.value is None else found.value
    if more is None:
        assert share <= asked
        return
    assert lower_end(share, n + more) >= asked - 1e-12
    assert more == 0 or lower_end(share, n + more - 1) < asked


def lower_end(share: float, n: int) -> float:
    """The Wilson interval's lower end for a share that need not be a whole count."""
    z = 1.959963984540054
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * ((share * (1 - share) / n + z * z / (4 * n * n)) ** 0.5)
    return float(centre - half)


def loaded(tmp_path: Path, table: dict[str, Any]) -> Gate:
    path = tmp_path / "mine.toml"
    path.write_text(tomli_w.dumps(table), "utf-8")
    return load_gate(path)


def changed(**tables: object) -> dict[str, Any]:
    table = tomllib.loads(EXAMPLE.read_text("utf-8"))
    for name, part in tables.items():
        if part is None:
            del table[name]
        else:
            table[name] = part
    return table


BROKEN: list[tuple[dict[str, Any], str]] = [
    (changed(missed_risk=None), "no limit for missed risk, so a guard that stays silent could pass; add"),
    (changed(over_referral=None), "no limit for over-referral, so a guard that refers everybody could pass"),
    (changed(missed_risk={"missed_emergencies_at_most": 0}), "no limit for missed risk"),
    (changed(over_referral={"false_emergencies_at_most": 0.1}), "no limit for over-referral"),
    (
        changed(missed_risk={"sensitivity_at_least": 0}),
        "missed_risk.sensitivity_at_least must be bigger than 0",
    ),
    (changed(over_referral={"false_alarms_at_most": 1.0}), "false_alarms_at_most must be smaller than 1"),
    (
        changed(missed_risk={"sensitivity_at_least": 0.5}, over_referral={"false_alarms_at_most": 0.5}),
        "a guard that tosses a coin could pass",
    ),
    (changed(failures={"at_most": -1}), "failures.at_most"),
    (changed(failures={"at_most": 0.5}), "failures.at_most"),
    (changed(speed={"at_most": 1}), "has speed, which nothing reads"),
    (changed(gate={"title": "x"}), "gate lacks summary"),
    (changed(subgroup=[{"by": "postcode", "sensitivity_at_least": 0.5}]), "subgroup[0].by"),
    (changed(robustness=[{"kind": "loud", "worst_case_at_least": 0.5}]), "no perturbation is called 'loud'"),
    (changed(cost=None), "need each other"),
    (changed(expected_cost=None), "need each other"),
    (changed(multi_turn={}), "multi_turn"),
]


@pytest.mark.parametrize(("table", "mend"), BROKEN)
def test_a_gate_that_does_not_load_says_why(tmp_path: Path, table: dict[str, Any], mend: str) -> None:
    with pytest.raises(GateError, match=re.escape(mend)) as told:
        loaded(tmp_path, table)
    assert str(told.value).startswith("mine.toml: ")
    assert "\n" not in str(told.value)


def test_a_file_that_is_no_gate_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(GateError, match="does not exist"):
        load_gate(tmp_path / "gone.toml")
    (tmp_path / "bad.toml").write_text("[gate", "utf-8")
    with pytest.raises(GateError, match=r"bad\.toml: not TOML"):
        load_gate(tmp_path / "bad.toml")


def test_failures_are_none_unless_the_file_says_so(tmp_path: Path) -> None:
    assert loaded(tmp_path, LOOSE).failures_at_most == 0
    assert loaded(tmp_path, {**LOOSE, "failures": {"at_most": 3}}).failures_at_most == 3


def test_a_failure_that_is_allowed_is_still_a_miss(tmp_path: Path) -> None:
    failed = answered(labelled(RiskLevel.HIGH), Disposition.WARM_HANDOFF, failure="broke")
    gate = loaded(tmp_path, {**LOOSE, "failures": {"at_most": 1000}})
    assert "People found who need a person" in failing(judge(gate, Evidence((failed,) * 500)))


def test_the_gates_that_ship_are_as_their_schema_says() -> None:
    (report,) = [r for r in validate_all(root(), date(2026, 11, 23)) if r.name == "gates"]
    assert report.records == 2
    assert report.findings == []


def test_the_example_explains_every_line_that_it_has() -> None:
    """A comment stands before each table, and each limit's line has one in its table."""
    lines = EXAMPLE.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        if line.startswith("[") and line != "[gate]":
            assert lines[number - 1].startswith("#"), line
