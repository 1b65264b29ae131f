"""What the validator says about crisis lines and emergency exceptions, beyond their schemas."""

from datetime import date
from typing import Any

import pytest

from warmhandoff.datasets import read_jsonl, root
from warmhandoff.datasets.rules import RULES, Finding, Record

DAY = date(2026, 11, 23)


def first(name: str, file: str, **changes: Any) -> list[Record]:
    _line, record = next(read_jsonl(root() / name / file))
    return [(f"{name}/{file}", 1, {**record, **changes})]


def told(name: str, records: list[Record]) -> list[Finding]:
    return [finding for rule in RULES[name] for finding in rule(records, DAY)]


@pytest.mark.parametrize(
    ("serves", "audiences", "mend"),
    [
        ("Anyone at all", ["anyone", "women"], "'women'; take it out"),
        ("Women in danger", ["anyone", "women"], "'anyone'; take it out"),
        ("Anyone, and those around them", ["anyone"], "'worried_about_someone'; add it"),
        ("Children and young people up to 25", ["children"], "'young_adults'; add it"),
    ],
)
def test_an_audience_that_serves_does_not_name_is_found(serves: str, audiences: list[str], mend: str) -> None:
    records = first("crisis-lines", "lines.jsonl", serves=serves, audiences=audiences)
    findings = told("crisis-lines", records)
    assert len(findings) == 1
    assert mend in findings[0].message


def test_an_exception_from_the_future_or_long_ago_is_found() -> None:
    late = told("emergency-exceptions", first("emergency-exceptions", "exceptions.jsonl", read="2027-01-01"))
    assert ["mend the date" in finding.message for finding in late] == [True]
    old = told("emergency-exceptions", first("emergency-exceptions", "exceptions.jsonl", read="2026-01-01"))
    assert [finding.warning for finding in old] == [True]
