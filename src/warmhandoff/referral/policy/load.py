"""A policy from its file: TOML that a clinician writes, with everything that is wrong told at once."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from attrs import frozen

from warmhandoff.errors import CourseError
from warmhandoff.referral.policy import parts
from warmhandoff.referral.policy.hours import Hours
from warmhandoff.referral.policy.model import Policy, Rule, Then
from warmhandoff.referral.policy.review import review
from warmhandoff.referral.policy.table import Table
from warmhandoff.risk import Disposition, Urgency

__all__ = ["MOST_RULES", "Fault", "PolicyError", "examine", "load_policy"]

MOST_RULES = 200
"""Nobody can review more of them."""

T = TypeVar("T")

_OFFICE = Hours("UTC", ("mon-fri 09:00-17:00",))
_NAME = 60  # characters of a name that a sentence repeats
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEADER = re.compile(r"[ \t]*\[{1,2}[ \t]*(\w+)[ \t]*\]")
_LARGEST = 1 << 20  # bytes of a file; a policy is a few pages


@frozen
class Fault:
    """One thing to mend in a policy.

    Attributes:
        message: What is wrong, and the mend.
        where: ``rule 'night'`` or ``[hours]``; empty when it is about the whole file.
        line: On which that table begins, from 1; None when it cannot be told.
    """

    message: str
    where: str = ""
    line: int | None = None

    def __str__(self) -> str:
        """``line 12, rule 'night': what and the mend``."""
        place = ", ".join(part for part in (self.line and f"line {self.line}", self.where) if part)
        return f"{place}: {self.message}" if place else self.message


class PolicyError(CourseError):
    """A policy that cannot be used: a line for each fault, with file, rule and mend."""

    def __init__(self, file: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(
            "\n".join(
                f"{file}, {fault}" if fault.where or fault.line else f"{file}: {fault}" for fault in faults
            )
        )
        self.faults = faults


def load_policy(path: Path | str) -> Policy:
    """Read a policy and prove it whole: every rule can answer, and no two contradict each other.

    Args:
        path: A TOML file. ``datasets/policies/`` has four, and the card there describes the form.

    Raises:
        PolicyError: the file cannot be opened, or anything in it is wrong. Every fault is named.
    """
    path = Path(path)
    text = _text(path)
    try:
        plain = tomllib.loads(text)
    except RecursionError:
        raise _unreadable(path, "its tables lie too deep in each other; write them flat.") from None
    except ValueError as error:  # also a number of thousands of digits
        raise _unreadable(path, f"not TOML ({error}); mend that line.") from None
    policy, faults = examine(plain, text)
    if policy is None:
        raise PolicyError(path.name, faults)
    return policy


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:  # a null byte in the path is a ValueError
        why = getattr(error, "strerror", None) or str(error)
        raise _unreadable(path, f"it cannot be opened ({why}); check the path.") from None
    if len(data) > _LARGEST:
        raise _unreadable(path, "longer than a megabyte; a policy is a few pages, so shorten it.")
    try:
        return data.decode("utf-8-sig")  # some editors begin a file with a byte-order mark
    except UnicodeDecodeError:
        raise _unreadable(path, "not UTF-8 text; save it as UTF-8.") from None


def _unreadable(path: Path, complaint: str) -> PolicyError:
    return PolicyError(path.name[:_NAME], (Fault(complaint),))


def examine(plain: Mapping[str, Any], text: str = "") -> tuple[Policy | None, tuple[Fault, ...]]:
    """The policy in the tables of a file, or all that is wrong with it.

    Args:
        plain: The tables, as ``tomllib`` reads them.
        text: The file's text, where the lines of tables are looked for; without it none are told.

    Returns:
        The policy, or None, and the faults: one of the two is empty.
    """
    reader = _Reader(text)
    policy = reader.policy(Table(plain))
    faults = sorted(reader.faults, key=lambda fault: fault.line or 0)
    return (None if faults else policy), tuple(faults)


class _Reader:
    """Goes through a file part by part, and then through the policy as far as it could be read."""

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self._headers: dict[str, list[int]] = {}
        for number, line in enumerate(text.split("\n"), start=1):
            if header := _HEADER.match(line):
                self._headers.setdefault(header[1], []).append(number)

    def policy(self, top: Table) -> Policy:
        """The policy; where something could not be read, a stand-in lets the review of the rest go on."""
        top.only("policy", "hours", "rule", "default", "fail_safe")
        title = self._part(top, "policy", _title) or ("", "", "")
        hours = self._part(top, "hours", parts.hours) if "hours" in top.values else None
        default = self._part(top, "default", parts.then)
        fail_safe = self._part(top, "fail_safe", _fail_safe)
        read = list(self._rules(top, hours_given="hours" in top.values))
        self.faults[:0] = [Fault(complaint) for complaint in top.complaints]
        policy = Policy(
            name=title[0] or "unnamed",
            title=title[1] or "untitled",
            summary=title[2],
            rules=tuple(rule for rule, _where, _line in read),
            default=default or Then(Disposition.CONTINUE, Urgency.ROUTINE),
            fail_safe=fail_safe or Then(Disposition.WARM_HANDOFF, Urgency.NOW),
            hours=hours or (_OFFICE if "hours" in top.values else None),
        )
        for position, complaint in review(policy):
            _rule, where, line = read[position]
            self.faults.append(Fault(complaint, where, line))
        return policy

    def _part(self, top: Table, key: str, read: Callable[[Table], T | None]) -> T | None:
        table = top.table(key, f"[{key}]")
        if table is None:
            return None
        part = read(table)
        self._tell(table, f"[{key}]", self._line(key, 0, 1))
        return part

    def _rules(self, top: Table, *, hours_given: bool) -> Iterator[tuple[Rule, str, int | None]]:
        """The rules without fault, each with what it is called and the line it begins on."""
        tables = top.values.get("rule")
        if not isinstance(tables, list) or not tables or not all(isinstance(each, dict) for each in tables):
            top.complaints.append("there are no rules; write each as [[rule]] with a name, when and then.")
            return
        if len(tables) > MOST_RULES:
            top.complaints.append(
                f"there are {len(tables)} rules and nobody can review that many; keep to {MOST_RULES}."
            )
            return
        for position, values in enumerate(tables):
            table = Table(values)
            rule = parts.rule(table, hours_given=hours_given)
            name = values.get("name")
            where = f"rule {name[:_NAME]!r}" if isinstance(name, str) else f"rule {position + 1}"
            line = self._line("rule", position, len(tables))
            self._tell(table, where, line)
            if rule is not None:
                yield rule, where, line

    def _tell(self, table: Table, where: str, line: int | None) -> None:
        self.faults.extend(Fault(complaint, where, line) for complaint in table.complaints)

    def _line(self, key: str, position: int, count: int) -> int | None:
        """Where a table begins, if there are as many headers as tables; else other text looks like one."""
        begins = self._headers.get(key, ())
        return begins[position] if len(begins) == count else None


def _title(table: Table) -> tuple[str, str, str]:
    table.only("name", "title", "summary")
    name = table.text("name", "night-shift")
    if name is not None and not _SLUG.fullmatch(name):
        table.complaints.append(
            f"the name {name[:_NAME]!r} has more than small letters, figures and hyphens."
        )
    return name or "", table.text("title", "What we do at night") or "", table.text("summary") or ""


def _fail_safe(table: Table) -> Then | None:
    answer = parts.then(table)
    if answer is not None and answer.disposition < Disposition.WARM_HANDOFF:
        table.complaints.append(
            f"a failure must bring in a person and 'disposition' is {answer.disposition.name.lower()!r}; "
            "write warm_handoff or emergency."
        )
        return None
    return answer
