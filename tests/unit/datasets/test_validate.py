"""``warmhandoff data validate``: clean on what ships, and exact about what is broken."""

import json
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from warmhandoff.cli import app
from warmhandoff.datasets import DatasetError, root
from warmhandoff.datasets.validate import validate_all

READ = date(2026, 11, 23)


def test_what_ships_is_clean() -> None:
    reports = validate_all(root(), READ)
    assert [str(finding) for report in reports for finding in report.findings] == []
    assert all(report.records for report in reports)


def test_every_data_set_has_a_card_with_version_and_licence() -> None:
    for folder in root().iterdir():
        card = (folder / "README.md").read_text("utf-8").lower()
        for word in ("version", "licence", "limits", "not clinically reviewed"):
            assert word in card, f"{folder.name}/README.md says nothing of {word!r}"


def test_a_line_read_more_than_ninety_days_ago_is_a_warning() -> None:
    def warnings(as_of: date) -> int:
        return sum(report.warnings for report in validate_all(root(), as_of))

    assert warnings(READ + timedelta(days=90)) == 0
    assert warnings(READ + timedelta(days=91)) > 100


def test_at_least_twenty_five_countries_have_a_line() -> None:
    path = root() / "crisis-lines" / "lines.jsonl"
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    countries = {line["place"][:2] for line in lines if line["place"] and line["kind"] == "line"}
    assert len(countries) >= 25
    assert all(line["source"].startswith("http") and line["read"] for line in lines)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(root(), tmp_path / "datasets")
    return tmp_path / "datasets"


def change(path: Path, line: int, edit: Callable[[dict[str, Any]], object]) -> None:
    lines = path.read_text("utf-8").splitlines()
    record = json.loads(lines[line - 1])
    edit(record)
    lines[line - 1] = json.dumps(record)
    path.write_text("\n".join(lines), "utf-8")


BROKEN: list[tuple[str, Callable[[dict[str, Any]], object], str]] = [
    ("conversations/negation.jsonl", lambda r: r["label"].pop("risk"), "label"),
    ("conversations/negation.jsonl", lambda r: r["label"].update(risk="dire"), "label.risk"),
    ("conversations/negation.jsonl", lambda r: r["label"].update(deciding_turn=11), "count from 0"),
    ("conversations/negation.jsonl", lambda r: r.update(id="negation-02"), "rename one"),
    ("conversations/negation.jsonl", lambda r: r.update(id="joking-99"), "begin with 'negation-'"),
    ("scenarios/public/skeletons/joking.jsonl", lambda r: r["messages"][0].update(content="{sun}"), "sun"),
    ("crisis-lines/lines.jsonl", lambda r: r.update(read="2027-01-01"), "mend the date"),
    ("crisis-lines/lines.jsonl", lambda r: r.update(phone=None, text=None, web=None), "no way to reach"),
]


@pytest.mark.parametrize(("file", "edit", "mend"), BROKEN)
def test_a_broken_record_is_named_by_file_line_and_mend(
    copy: Path, file: str, edit: Callable[[dict[str, Any]], object], mend: str
) -> None:
    change(copy / file, 1, edit)
    found = [str(finding) for report in validate_all(copy, READ) for finding in report.findings]
    assert found
    assert any(line.startswith(f"error: {file}, line ") and mend in line for line in found), found


def test_a_line_that_is_no_json_is_named(copy: Path) -> None:
    path = copy / "conversations" / "joking.jsonl"
    path.write_text("{}\n{,\n[]\n", "utf-8")
    found = [str(finding) for report in validate_all(copy, READ) for finding in report.findings]
    assert any(line.startswith("error: conversations/joking.jsonl, line 2: not JSON") for line in found)
    assert any(line.startswith("error: conversations/joking.jsonl, line 3: not an object") for line in found)


def test_an_entry_of_an_array_or_a_table_is_named_by_its_line(copy: Path) -> None:
    references = copy / "references" / "references.json"
    lines = references.read_text("utf-8").splitlines()
    lines[4] = lines[4].replace('"title"', '"tittle"', 1)
    references.write_text("\n".join(lines), "utf-8")
    checks = copy / "checks" / "08-recognising-risk.toml"
    text = checks.read_text("utf-8").replace("points = 5", "points = -5")
    checks.write_text(text, "utf-8")
    tables = [n for n, line in enumerate(text.splitlines(), start=1) if line == "[[check]]"]
    found = [str(finding) for report in validate_all(copy, READ) for finding in report.findings]
    assert any(line.startswith("error: references/references.json, line 5: ") for line in found), found
    place = f"error: checks/08-recognising-risk.toml, line {tables[5]}: check[5].points"
    assert any(line.startswith(place) for line in found), found


def test_a_card_that_claims_review_is_an_error(copy: Path) -> None:
    (copy / "conversations" / "README.md").write_text("Reviewed.")
    found = [str(finding) for report in validate_all(copy, READ) for finding in report.findings]
    assert found == [
        "error: conversations/README.md: the data card must say 'Not clinically reviewed'; add it."
    ]


def test_an_empty_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="holds no data sets"):
        validate_all(tmp_path, READ)


def test_the_command_fails_when_a_data_set_does(copy: Path) -> None:
    runner = CliRunner()
    assert runner.invoke(app, ["data", "validate", "--as-of", "2026-11-23"]).exit_code == 0
    (copy / "conversations" / "README.md").unlink()
    broken = runner.invoke(app, ["data", "validate", str(copy), "--as-of", "2026-11-23"])
    assert broken.exit_code == 1
    assert "1 error" in broken.output


def test_the_folder_of_the_data_sets_is_printed_bare() -> None:
    assert CliRunner().invoke(app, ["data", "where"]).output == f"{root()}\n"
