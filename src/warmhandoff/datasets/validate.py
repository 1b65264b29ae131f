"""Every data set against its schema and its own rules: file, line, what, and the mend."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from attrs import define, field

from warmhandoff.datasets import BadLine, DatasetError, read_jsonl, read_toml
from warmhandoff.datasets.places import read_json, table_line
from warmhandoff.datasets.rules import RULES, Finding, Record
from warmhandoff.datasets.schema import against

__all__ = ["Report", "validate_all"]


@define
class Report:
    """What was found in one data set."""

    name: str
    records: int = 0
    findings: list[Finding] = field(factory=list)

    @property
    def errors(self) -> int:
        """Findings that must be mended."""
        return sum(not finding.warning for finding in self.findings)

    @property
    def warnings(self) -> int:
        """Findings that should be looked at."""
        return sum(finding.warning for finding in self.findings)


def validate_all(folder: Path, as_of: date) -> list[Report]:
    """Check every data set in a folder: its card, its schema, each record, its own rules.

    Args:
        folder: A ``datasets`` folder.
        as_of: The day from which the age of crisis lines is counted.

    Raises:
        DatasetError: there is no such folder, or it holds no data set.
    """
    names = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    if not names:
        raise DatasetError(f"{folder} holds no data sets; name the folder called 'datasets'.")
    return [_validate(folder, name, as_of) for name in names]


def _validate(folder: Path, name: str, as_of: date) -> Report:
    report = Report(name)
    card = folder / name / "README.md"
    if not card.is_file() or "not clinically reviewed" not in card.read_text("utf-8").lower():
        report.findings.append(
            Finding(
                f"{name}/README.md",
                None,
                "the data card must say 'Not clinically reviewed'; add it.",
            )
        )
    records: list[Record] = []
    for path in _files(folder / name):
        _read(folder, name, path, report, records)
    for rule in RULES.get(name, ()):
        report.findings += rule(records, as_of)
    return report


def _read(folder: Path, name: str, path: Path, report: Report, records: list[Record]) -> None:
    """Count and check what stands in a file; keep the records that are as their schema says."""
    where = path.relative_to(folder).as_posix()

    def find(line: int | None, message: str) -> None:
        report.findings.append(Finding(where, line, message))

    try:
        schema = _schema_for(folder / name, path)
        for line, record in _records(path, find):
            report.records += 1
            if complaint := against(schema, record):
                find(line or table_line(path, complaint), complaint)
            else:
                records.append((where, line, record))
    except DatasetError as error:
        find(None, str(error))


def _files(folder: Path) -> list[Path]:
    kinds = {".jsonl", ".json", ".toml"}
    return sorted(
        path for path in folder.rglob("*") if path.suffix in kinds and not path.name.endswith("schema.json")
    )


def _records(path: Path, bad_line: BadLine) -> Iterable[tuple[int | None, dict[str, Any]]]:
    if path.suffix == ".jsonl":
        return read_jsonl(path, bad_line)
    if path.suffix == ".toml":
        return [(None, read_toml(path))]
    return read_json(path)


def _schema_for(folder: Path, path: Path) -> Path:
    """That of the file, ``words.schema.json``; that of its kind, ``toml.schema.json``; or the only one."""
    for name in (path.stem, path.suffix[1:]):
        if (own := folder / f"{name}.schema.json").is_file():
            return own
    return folder / "schema.json"
