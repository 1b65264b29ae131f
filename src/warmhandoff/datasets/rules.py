"""What a schema cannot say: rules that look at several fields, several records, or the calendar."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Any

from attrs import frozen

from warmhandoff.datasets import root
from warmhandoff.datasets.places import read_json
from warmhandoff.risk import Disposition, Domain, RiskLevel

__all__ = ["RULES", "Finding", "Record"]

STALE = timedelta(days=90)
"""How long a crisis line, or a rule of law, is trusted after its page was read; chosen by the course."""

Record = tuple[str, int | None, dict[str, Any]]
"""File, line, and what stands there."""


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


Rule = Callable[[Sequence[Record], date], Iterator[Finding]]


def unique_ids(records: Sequence[Record], _as_of: date) -> Iterator[Finding]:
    """No id stands twice in a data set."""
    seen: dict[str, str] = {}
    for file, line, record in records:
        if "id" not in record:
            continue
        place = file if line is None else f"{file}, line {line}"
        if record["id"] in seen:
            yield Finding(
                file,
                line,
                f"the id {record['id']!r} stands in {seen[record['id']]} too; rename one.",
            )
        seen.setdefault(record["id"], place)


def ids_name_their_file(records: Sequence[Record], _as_of: date) -> Iterator[Finding]:
    """``negation-07`` lies in ``negation.jsonl``, so that it is found at once."""
    for file, line, record in records:
        stem = PurePosixPath(file).stem
        if not str(record.get("id", stem)).startswith(f"{stem}-"):
            yield Finding(file, line, f"the id {record['id']!r} should begin with '{stem}-'.")


def labels_agree(records: Sequence[Record], _as_of: date) -> Iterator[Finding]:
    """What is accepted holds what is meant; the deciding turn is the user's."""
    for file, line, record in records:
        if "label" in record:
            for message in _label(record["label"], record["messages"]):
                yield Finding(file, line, f"{record['id']}: {message}")


def _label(label: dict[str, Any], messages: list[dict[str, Any]]) -> Iterator[str]:
    for key, kind in (("risk", RiskLevel), ("disposition", Disposition)):
        meant, accepted = label[key], label[f"{key}_accepted"]
        if meant not in accepted:
            yield f"{key}_accepted leaves out {meant!r}; add it."
        distances = [abs(kind[name.upper()] - kind[meant.upper()]) for name in accepted]
        if max(distances, default=0) > 1 or len(set(accepted)) != len(accepted):
            yield f"{key}_accepted may add neighbours of {meant!r} only, each once."
    turn = label["deciding_turn"]
    if turn is not None and not (turn < len(messages) and messages[turn]["role"] == "user"):
        yield f"deciding_turn {turn} is no message of the user; count from 0."
    if turn is None and label["risk"] != "none":
        yield "there is a risk but no deciding_turn; name the message, counted from 0."


def slots_are_known(records: Sequence[Record], _as_of: date) -> Iterator[Finding]:
    """Every slot of a skeleton has phrases in its own half."""
    slots = {_half(file): set(record) for file, _line, record in records if file.endswith(".toml")}
    for file, line, record in records:
        for message in record.get("messages", ()):
            for slot in re.findall(r"\{(\w*)\}", message["content"]):
                if slot not in slots.get(_half(file), ()):
                    yield Finding(
                        file,
                        line,
                        f"{record['id']}: no phrases for the slot {slot!r}; add or rename it.",
                    )


def _half(file: str) -> str:
    return PurePosixPath(file).parts[1]


def lines_can_be_reached(records: Sequence[Record], _as_of: date) -> Iterator[Finding]:
    """A line can be called or texted; a page alone is no line."""
    for file, line, record in records:
        if record["kind"] == "line" and not (record["phone"] or record["text"]):
            yield Finding(file, line, f"{record['id']}: no way to reach it; add 'phone' or 'text'.")


_AUDIENCE = {
    "anyone": r"^(anyone|people)\b",
    "children": r"^children\b",
    "young_adults": r"\b2[4-9]\b",
    "adults": r"^adults\b",
    "women": r"\bwomen\b",
    "worried_about_someone": (
        r"worried about (some|them|a child)|\b(those|people) (around|close to|who support)"
        r"|famil|carers|some(body|one) else"
    ),
    "bereaved": r"bereaved",
    "professionals": r"professionals",
}
"""The words of 'serves' that speak of each audience. Ages are read as the upper end of a range."""


def audiences_are_what_serves_says(records: Sequence[Record], _as_of: date) -> Iterator[Finding]:
    """Nobody is named in 'audiences' whom 'serves' does not name, and nobody is left out."""
    for file, line, record in records:
        serves = record["serves"].lower()
        named = {name for name, words in _AUDIENCE.items() if re.search(words, serves)}
        for odd in sorted(named ^ set(record["audiences"])):
            mend = "add it, or mend 'serves'" if odd in named else "take it out, or say so in 'serves'"
            yield Finding(file, line, f"{record['id']}: 'audiences' and 'serves' differ on {odd!r}; {mend}.")


def pages_are_fresh(records: Sequence[Record], as_of: date) -> Iterator[Finding]:
    """A page read long ago is looked up again: numbers change, and so do laws."""
    for file, line, record in records:
        age = as_of - date.fromisoformat(record["read"])
        if age < timedelta():
            yield Finding(
                file,
                line,
                f"{record['id']}: read on {record['read']}, after {as_of}; mend the date.",
            )
        elif age > STALE:
            yield Finding(
                file,
                line,
                f"{record['id']}: read {age.days} days before {as_of}; open {record['source']} again, "
                "then change 'read'.",
                warning=True,
            )


def checks_are_whole(records: Sequence[Record], _as_of: date) -> Iterator[Finding]:
    """Every check has cases, and every misconception points at cases there are."""
    cases: dict[tuple[str, str], set[str]] = {}
    for file, _line, record in records:
        path = PurePosixPath(file)
        if path.suffix == ".jsonl":
            cases.setdefault((path.parent.name, path.stem), set()).add(record["id"])
    for file, _line, record in records:
        for check in record.get("check", ()):
            known = cases.get((PurePosixPath(file).stem, check["id"]), set())
            if not known:
                yield Finding(file, None, f"{check['id']}: no cases; write {check['id']}.jsonl.")
            for idea in check.get("misconceptions", ()):
                for missing in sorted(set(idea["cases"]) - known):
                    yield Finding(file, None, f"{check['id']}: {idea['name']!r} names no case {missing!r}.")


def names_stand_once(records: Sequence[Record], _as_of: date) -> Iterator[Finding]:
    """No two languages or personas share a name: a report names the variant that a guard lost."""
    for file, _line, record in records:
        for kind in ("language", "persona"):
            names = [entry["name"] for entry in record.get(kind, ())]
            for name in sorted({name for name in names if names.count(name) > 1}):
                yield Finding(file, None, f"the {kind} {name!r} stands there twice; rename one.")


def policies_are_whole(records: Sequence[Record], _as_of: date) -> Iterator[Finding]:
    """Every rule of a policy can answer, none contradicts another, and every blank of a reply is filled."""
    # Policies read signals and crisis lines, and these read this module.
    from warmhandoff.referral.policy.load import examine  # noqa: PLC0415

    for file, line, record in records:
        for fault in examine(record)[1]:
            yield Finding(file, line, str(fault))


def signals_cover_every_level(records: Sequence[Record], _as_of: date) -> Iterator[Finding]:
    """Each domain has its file, with a detector at every level from LOW up; each id stands once."""
    levels = [level.name.lower() for level in RiskLevel if level > RiskLevel.NONE]
    tables = {PurePosixPath(file).stem: (file, record) for file, _line, record in records}
    for domain in Domain:
        file, record = tables.get(domain, (f"signals/{domain}.toml", {}))
        ids = [rule["id"] for rule in record.get("rule", ())]
        for name in sorted({name for name in ids if ids.count(name) > 1}):
            yield Finding(file, None, f"the id {name!r} stands there twice; rename one.")
        for name in ids:
            if not name.startswith(f"{domain}."):
                yield Finding(file, None, f"the id {name!r} should begin with '{domain}.'.")
        for level in levels:
            if not any(name.startswith(f"{domain}.{level}.") for name in ids):
                yield Finding(file, None, f"no rule for {domain} at the level {level}; write one.")


def signals_have_sources(records: Sequence[Record], _as_of: date) -> Iterator[Finding]:
    """Every idea is the course's own or names a work of the references."""
    known = {
        "convention",
        *(entry["id"] for _line, entry in read_json(root() / "references/references.json")),
    }
    for file, _line, record in records:
        for kind in ("rule", "group", "topic"):
            for source in sorted({entry["source"] for entry in record.get(kind, ())} - known):
                yield Finding(
                    file, None, f"the source {source!r} is in no reference; add it, or mend the key."
                )


def signals_can_be_read(records: Sequence[Record], _as_of: date) -> Iterator[Finding]:
    """Every phrase is of the small language, and every list that it names is there."""
    # Signals read data sets, and these read this module.
    from warmhandoff.referral.signals.phrases import PhraseError, Phrases  # noqa: PLC0415

    tables = {PurePosixPath(file).stem: record for file, _line, record in records}
    lists = {name: entry["any"] for name, entry in tables.get("words", {}).items()}
    for file, _line, record in records:
        for kind in ("rule", "group", "topic"):
            for phrase in [phrase for entry in record.get(kind, ()) for phrase in entry["phrases"]]:
                try:
                    Phrases([(phrase, file)], lists)
                except PhraseError as error:
                    yield Finding(file, None, str(error))


RULES: dict[str, tuple[Rule, ...]] = {
    "checks": (checks_are_whole,),
    "conversations": (unique_ids, ids_name_their_file, labels_agree),
    "crisis-lines": (
        unique_ids,
        lines_can_be_reached,
        audiences_are_what_serves_says,
        pages_are_fresh,
    ),
    "emergency-exceptions": (unique_ids, pages_are_fresh),
    "perturbations": (names_stand_once,),
    "policies": (policies_are_whole,),
    "references": (unique_ids,),
    "scenarios": (unique_ids, labels_agree, slots_are_known),
    "signals": (signals_cover_every_level, signals_have_sources, signals_can_be_read),
}
"""By data set; one without an entry has its schema alone."""
