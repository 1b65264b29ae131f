"""Open what lies in ``datasets/``. This is the one place that knows where the course's files are."""

import json
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from warmhandoff.errors import CourseError
from warmhandoff.labels import LabelledConversation

__all__ = [
    "BadLine",
    "DatasetError",
    "conversations",
    "lessons",
    "read_jsonl",
    "read_text",
    "read_toml",
    "root",
]

_PACKAGE = Path(__file__).parents[1]
_CHECKOUT = _PACKAGE.parents[1]


class DatasetError(CourseError):
    """A course file that cannot be read: one sentence with file, line and mend."""


def root() -> Path:
    """The ``datasets`` folder: of the checkout, or inside the installed package."""
    return _data("datasets")


def lessons() -> Path:
    """The ``lessons`` folder: of the checkout, or inside the installed package."""
    return _data("lessons")


def _data(name: str) -> Path:
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _CHECKOUT / name


BadLine = Callable[[int, str], object]
"""Told a line number and what is wrong there."""


def read_jsonl(path: Path, bad_line: BadLine | None = None) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a JSON Lines file, each with its line number from 1; empty lines are passed over.

    Args:
        path: The file.
        bad_line: Called for a line that is not a JSON object, and the rest is read; without it that raises.

    Raises:
        DatasetError: the file cannot be opened, or a line is not a JSON object.
    """
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        record = _object(line)
        if isinstance(record, dict):
            yield number, record
        elif bad_line is not None:
            bad_line(number, record)
        else:
            raise DatasetError(f"{path.name}, line {number}: {record}")


def _object(line: str) -> dict[str, Any] | str:
    """The object on a line, or what is wrong with the line."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        return f"not JSON ({error.msg} at column {error.colno}); write one JSON object a line."
    return record if isinstance(record, dict) else "not an object; write {...} there."


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file.

    Raises:
        DatasetError: the file cannot be opened, or is not TOML.
    """
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise DatasetError(f"{path.name}: not TOML ({error}); mend that line.") from None


def read_text(path: Path) -> str:
    """The text of a course file.

    Raises:
        DatasetError: it cannot be opened, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DatasetError(f"{path} does not exist; look for it under another name.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(f"{path.name} cannot be read ({error}); save it as UTF-8 text.") from None


@cache
def conversations() -> tuple[LabelledConversation, ...]:
    """Every labelled conversation of the course, in the order of file names and lines."""
    return tuple(
        LabelledConversation.from_record(record)
        for path in sorted((root() / "conversations").glob("*.jsonl"))
        for _line, record in read_jsonl(path)
    )
