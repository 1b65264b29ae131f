"""Open what lies in ``datasets/``. This is the one place that knows where the course's files are."""

import json
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from warmhandoff.errors import CourseError
from warmhandoff.labels import LabelledConversation

__all__ = ["DatasetError", "conversations", "lessons", "read_jsonl", "read_toml", "root"]

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


def read_jsonl(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of a JSON Lines file, each with its line number from 1; empty lines are passed over.

    Raises:
        DatasetError: the file cannot be opened, or a line is not a JSON object.
    """
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise DatasetError(
                f"{path.name}, line {number}: not JSON ({error.msg} at column {error.colno}); "
                "write one JSON object a line."
            ) from None
        if not isinstance(record, dict):
            raise DatasetError(f"{path.name}, line {number}: not an object; write {{...}} there.")
        yield number, record


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file.

    Raises:
        DatasetError: the file cannot be opened, or is not TOML.
    """
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise DatasetError(f"{path.name}: not TOML ({error}); mend that line.") from None


def _text(path: Path) -> str:
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
