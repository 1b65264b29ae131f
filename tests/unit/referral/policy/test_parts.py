"""The parts of a policy's file: parse(serialise(x)) == x through real TOML, and every fault is noted."""

import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from policies import rule_table, rules, then_table, thens

from warmhandoff.referral.policy import Hours, Rule, Then, When
from warmhandoff.referral.policy.parts import hours, rule, then
from warmhandoff.referral.policy.table import Table


@given(rules())
def test_parse_of_serialise_is_the_same_rule(drawn: Rule) -> None:
    plain = tomllib.loads(tomli_w.dumps(rule_table(drawn)))
    table = Table(plain)
    assert rule(table, hours_given=True) == (None if drawn.when == When() else drawn)
    assert bool(table.complaints) is (drawn.when == When())


@given(thens())
def test_parse_of_serialise_is_the_same_answer(drawn: Then) -> None:
    assert then(Table(then_table(drawn))) == drawn


def test_hours_are_those_that_are_written() -> None:
    table = Table({"time_zone": "Asia/Kolkata", "open": ["mon-sat 08:00-20:00", "sun 22:00-02:00"]})
    assert hours(table) == Hours("Asia/Kolkata", ("mon-sat 08:00-20:00", "sun 22:00-02:00"))
    assert hours(Table({"time_zone": "UTC", "open": []})) == Hours("UTC", ())


@pytest.mark.parametrize(
    ("values", "complaints"),
    [
        ({}, 2),
        ({"time_zone": "Mars", "open": ["mon 9-5", "sun 25:00-26:00"]}, 3),
        ({"time_zone": "UTC", "open": [3, {}, "mon 09:00-17:00"]}, 2),
        ({"time_zone": "UTC", "open": ["mon 09:00-17:00"] * 51}, 1),
        ({"time_zone": 1, "open": 2, "shut": 3}, 3),
    ],
)
def test_every_fault_of_the_hours_is_noted(values: dict[str, Any], complaints: int) -> None:
    table = Table(values)
    assert hours(table) is None
    assert len(table.complaints) == complaints, table.complaints


def test_every_fault_of_an_answer_is_noted() -> None:
    table = Table(
        {"disposition": "emergency", "urgency": "days", "reply": "{where}", "ask": ["name"], "x": 1}
    )
    assert then(table) is None
    assert len(table.complaints) == 5, table.complaints
