"""The parts of a policy file, each from its table; what is wrong is noted there, all of it."""

from collections.abc import Iterator
from typing import Any

from warmhandoff.conversation import AGE_BANDS
from warmhandoff.labels import Phenomenon
from warmhandoff.referral.policy.hours import Hours
from warmhandoff.referral.policy.model import Rule, Then, When, is_place
from warmhandoff.referral.policy.table import Table
from warmhandoff.referral.policy.template import check
from warmhandoff.referral.signals.model import SEEN
from warmhandoff.risk import UNASKED, Disposition, Domain, RiskLevel, Urgency

__all__ = ["RESERVED", "THEN", "WHEN", "hours", "rule", "then"]

RESERVED = ("default", "fail_safe")
"""Reasons of a decision that no rule may be called."""

WHEN = (
    *("domains", "level", "with", "without", "turns"),
    *("places", "age_bands", "staffed", "visit"),
)
THEN = ("disposition", "urgency", "ask", "reply", "to")
"""The keys of a rule's two tables."""


def _names(kind: Any, above: int = -1) -> dict[str, Any]:
    return {member.name.lower(): member for member in kind if member > above}


_LEVELS = _names(RiskLevel, above=RiskLevel.NONE)
_DISPOSITIONS = _names(Disposition)
_URGENCIES = _names(Urgency)


def rule(table: Table, *, hours_given: bool) -> Rule | None:
    """A rule from its ``[[rule]]``; None when anything in it is wrong."""
    table.only("name", "when", "then")
    name = table.text("name", "a-name-of-its-own")
    if name is not None and name.split(":")[0] in RESERVED:
        table.complaints.append(
            f"the name {name[:40]!r} stands for something else in a decision; choose another."
        )
    conditions, answer = table.table("when", "[rule.when]"), table.table("then", "[rule.then]")
    held = _when(conditions) if conditions else None
    if conditions and "staffed" in conditions.values and not hours_given:
        conditions.complaints.append(
            "'staffed' asks about hours and there are none; add [hours] to the policy."
        )
    said = then(answer) if answer else None
    for part in (conditions, answer):
        table.complaints.extend(part.complaints if part else ())
    if table.complaints or name is None or held is None or said is None:
        return None
    return Rule(name, held, said)


def _when(table: Table) -> When | None:
    table.only(*WHEN)
    if not table.values:
        table.complaints.append("it holds always; give it a condition, or put its answer in [default].")
    if not {"domains", "level"} & set(table.values):
        for key in ("with", "without", "turns"):
            if key in table.values:
                table.complaints.append(
                    f"{key!r} is about a signal and none is named; add 'domains' or 'level'."
                )
    domains = table.some("domains", Domain)
    level = table.one("level", _LEVELS)
    shown = {key: tuple(_phenomena(table, key)) for key in ("with", "without")}
    places = table.listed("places", "GB")
    for code in places:
        if not is_place(code):
            table.complaints.append(
                f"'places' has {str(code)[:40]!r}, which is none; write ISO 3166 codes, such as GB or GB-SCT."
            )
    turns, visit = table.whole("turns"), table.whole("visit")
    age_bands, staffed = table.some("age_bands", AGE_BANDS), table.truth("staffed")
    if table.complaints:
        return None
    return When(
        domains=tuple(Domain(name) for name in domains),
        level=_LEVELS[level] if level else None,
        present=shown["with"],
        absent=shown["without"],
        turns=turns or 1,
        places=places,
        age_bands=age_bands,
        staffed=staffed,
        visit=visit,
    )


def _phenomena(table: Table, key: str) -> Iterator[Phenomenon]:
    seen = ", ".join(SEEN)
    for name in table.listed(key, next(iter(SEEN))):
        if name in tuple(SEEN):
            yield Phenomenon(name)
        elif name in tuple(Phenomenon):
            table.complaints.append(
                f"{key!r} has {name!r}, which no single turn can show; use one of {seen}."
            )
        else:
            table.complaints.append(f"{key!r} has {str(name)[:40]!r}, which is none; use one of {seen}.")


def then(table: Table) -> Then | None:
    """An answer from ``[rule.then]``, ``[default]`` or ``[fail_safe]``; None when anything is wrong."""
    table.only(*THEN)
    disposition = table.one("disposition", _DISPOSITIONS, needed=True)
    urgency = table.one("urgency", _URGENCIES, needed=True)
    if disposition == "emergency" and urgency not in {"now", None}:
        table.complaints.append(
            f"an emergency cannot wait and 'urgency' is {urgency!r}; write urgency = \"now\"."
        )
    ask, reply, to = table.some("ask", UNASKED), table.text("reply"), table.text("to")
    table.complaints.extend(check(reply, asks="ask" in table.values))
    if table.complaints or disposition is None or urgency is None:
        return None
    return Then(_DISPOSITIONS[disposition], _URGENCIES[urgency], ask, reply, to)


def hours(table: Table) -> Hours | None:
    """Staffed hours from ``[hours]``; None when anything is wrong."""
    table.only("time_zone", "open")
    zone = table.text("time_zone", "Europe/London")
    shifts = table.listed("open", "mon-fri 09:00-17:00", needed=True)
    # One by one first, so that each is told of.
    for time_zone, lines in [(zone or "UTC", ()), *(("UTC", (shift,)) for shift in shifts)]:
        _try(table, time_zone, lines)
    return None if table.complaints or zone is None else _try(table, zone, shifts)


def _try(table: Table, zone: str, shifts: tuple[str, ...]) -> Hours | None:
    try:
        return Hours(zone, shifts)
    except ValueError as error:
        table.complaints.append(str(error))
        return None
