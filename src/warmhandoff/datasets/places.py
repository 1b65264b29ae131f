"""On which line a record stands, in files whose own readers do not tell."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warmhandoff.datasets import DatasetError, read_text

__all__ = ["read_json", "table_line"]

_BETWEEN = re.compile(r"[\s,\[]*")


def read_json(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The object of a JSON file, or the objects of its array, each with the line on which it begins.

    Raises:
        DatasetError: the file cannot be opened, or is not JSON.
    """
    text = read_text(path)
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise DatasetError(f"{path.name}, line {error.lineno}: not JSON ({error.msg}); mend it.") from None
    decoder, start = json.JSONDecoder(), _start(text, 0)
    while text[start : start + 1] == "{":
        record, end = decoder.raw_decode(text, start)
        yield text.count("\n", 0, start) + 1, record
        start = _start(text, end)


def _start(text: str, position: int) -> int:
    between = _BETWEEN.match(text, position)
    return between.end() if between else position


def table_line(path: Path, complaint: str) -> int | None:
    """Where the table begins that a complaint such as ``check[2].points must be ...`` is about, in TOML."""
    named = re.match(r"(\w+)\[(\d+)\]", complaint)
    if path.suffix != ".toml" or named is None:
        return None
    lines = read_text(path).splitlines()
    begins = [number for number, line in enumerate(lines, start=1) if line.strip() == f"[[{named[1]}]]"]
    return begins[int(named[2])] if int(named[2]) < len(begins) else None
