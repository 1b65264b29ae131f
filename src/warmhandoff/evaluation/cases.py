"""Labelled conversations from a file, a folder or the generator: the cases that a guard is judged on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from warmhandoff.datasets import DatasetError, read_jsonl
from warmhandoff.datasets.rules import labels_agree
from warmhandoff.errors import CourseError
from warmhandoff.labels import LabelledConversation
from warmhandoff.risk import UNASKED
from warmhandoff.scenarios import generate

__all__ = ["CasesError", "load_cases", "read_cases"]

_NEEDED: tuple[tuple[str, type, str], ...] = (
    ("id", str, "give each line its own, as text"),
    ("messages", list, "add the turns, oldest first"),
    ("label", dict, "add what a careful reader finds there"),
)


class CasesError(CourseError):
    """Cases that cannot be read: one sentence with file, line and mend."""


def load_cases(spec: str) -> tuple[LabelledConversation, ...]:
    """The cases that a word of the command names: a file, a folder, ``scenarios:N`` or ``scenarios:N:SEED``.

    The last two are ``N`` conversations composed by `warmhandoff.scenarios`, of its public half.

    Raises:
        CasesError: they cannot be read, or ``N`` or ``SEED`` is no number.
    """
    name, colon, rest = spec.partition(":")
    if name != "scenarios" or not colon:
        return read_cases(Path(spec))
    n, _colon, seed = rest.partition(":")
    if not n.isdecimal() or int(n) < 1 or not (seed or "0").isdecimal():
        raise CasesError(
            f"{spec!r} names no scenarios; write scenarios:1200, or scenarios:1200:7 for seed 7."
        )
    return generate(int(seed or "0"), int(n))


def read_cases(path: Path) -> tuple[LabelledConversation, ...]:
    """The cases of a JSON Lines file, or of every ``*.jsonl`` in a folder, in the order of their names.

    A line is a conversation with its label, as ``datasets/conversations/schema.json`` describes it; ids
    may be of any form, each its own.

    Raises:
        CasesError: there are none, a line is no labelled conversation, or an id stands twice.
    """
    cases: list[LabelledConversation] = []
    wrong: list[str] = []
    seen: dict[str, str] = {}
    for file in _files(path):
        for where, found in _read(file):
            if isinstance(found, str):
                wrong.append(f"{where}: {found}")
                continue
            name = found.conversation.id or ""
            if name in seen:
                wrong.append(f"{where}: the id {name[:80]!r} stands in {seen[name]} too; rename one.")
            seen.setdefault(name, where)
            cases.append(found)
    if wrong:
        more = f" ({len(wrong) - 1} more lines are wrong.)" if len(wrong) > 1 else ""
        raise CasesError(wrong[0] + more)
    if not cases:
        raise CasesError(f"{path} holds no cases; write one labelled conversation a line.")
    return tuple(cases)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    if files := sorted(path.glob("*.jsonl")):
        return files
    raise CasesError(f"{path} holds no .jsonl file; name a folder that does, or a file.")


def _read(path: Path) -> Iterator[tuple[str, LabelledConversation | str]]:
    """Each line's place, with its case or what is wrong there."""
    broken: list[tuple[int, str]] = []
    read: list[tuple[int, LabelledConversation | str]] = []
    try:
        read = [
            (number, _case(record)) for number, record in read_jsonl(path, lambda *bad: broken.append(bad))
        ]
    except DatasetError as error:
        raise CasesError(str(error)) from None
    for number, found in sorted([*read, *broken], key=lambda line: line[0]):
        yield f"{path.name}, line {number}", found


def _case(record: dict[str, Any]) -> LabelledConversation | str:
    for key, kind, mend in _NEEDED:
        if not isinstance(record.get(key), kind) or not record[key]:
            return f"no {key!r}; {mend}."
    turn, unasked = record["label"].get("deciding_turn"), record["label"].get("unasked")
    if turn is not None and type(turn) is not int:
        return "deciding_turn is no whole number; count the messages from 0, or write null."
    if not isinstance(unasked, list) or not set(map(str, unasked)) <= set(UNASKED):
        return f"unasked is no list of {', '.join(UNASKED)}; write [] for nothing."
    try:
        case = LabelledConversation.from_record(record)
        finding = next(labels_agree([("", None, record)], date.min), None)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        told = str(error.args[0] if error.args else error).rstrip(".")
        return f"{told}; mend it as datasets/conversations/schema.json describes it."
    return case if finding is None else finding.message
