"""Every data set against its schema and its own rules: file, line, what, and the mend."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from warmhandoff.datasets import DatasetError, read_jsonl, read_toml
from warmhandoff.datasets.rules import RULES, Complaint
from warmhandoff.datasets.schema import against

__all__ = ["Finding", "Report", "validate_all"]


@frozen
class Finding:
    """One thing to mend.

    Attributes:
        file: Path within the datasets folder.
        line: Line number from 1; None when it is about the whole file.
        message: What is wrong, and the mend.
        warning: Whether the file is usable all the same.
    """

    file: str
    line: int | None
    message: str
    warning: bool = False

    def __str__(self) -> str:
        """``error: file, line 3: what and the mend``."""
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{'warning' if self.warning else 'error'}: {place}: {self.message}"


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
    records = []
    for path in _files(folder / name):
        where = path.relative_to(folder).as_posix()
        try:
            schema = _schema_for(folder / name, path)
            for line, record in _records(path):
                report.records += 1
                if complaint := against(schema, record):
                    report.findings.append(Finding(where, line, complaint))
                else:
                    records.append((where, line, record))
        except DatasetError as error:
            report.findings.append(Finding(where, None, str(error)))
    for rule in RULES.get(name, ()):
        report.findings += _findings(rule(records, as_of))
    return report


def _findings(complaints: Iterable[Complaint]) -> Iterator[Finding]:
    return (Finding(item.file, item.line, item.message, item.warning) for item in complaints)


def _files(folder: Path) -> list[Path]:
    kinds = {".jsonl", ".json", ".toml"}
    return sorted(
        path for path in folder.rglob("*") if path.suffix in kinds and not path.name.endswith("schema.json")
    )


def _records(path: Path) -> Iterator[tuple[int | None, dict[str, Any]]]:
    if path.suffix == ".jsonl":
        yield from read_jsonl(path)
    elif path.suffix == ".toml":
        yield None, read_toml(path)
    else:
        try:
            content = json.loads(path.read_text("utf-8"))
        except ValueError as error:
            raise DatasetError(f"not JSON ({error}); mend that line.") from None
        for record in content if isinstance(content, list) else [content]:
            yield None, record


def _schema_for(folder: Path, path: Path) -> Path:
    """A data set of two kinds of files has a schema for each: ``toml.schema.json``, ``jsonl.schema.json``."""
    own = folder / f"{path.suffix[1:]}.schema.json"
    return own if own.is_file() else folder / "schema.json"
