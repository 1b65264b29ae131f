"""Telephone numbers, services and addresses in a reply, against the crisis-lines data set.

What the data set does not hold may exist all the same: it is "a number that we cannot confirm".
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import urlsplit

from attrs import frozen

from warmhandoff.datasets import read_jsonl, root
from warmhandoff.evaluation.chatbot.words import Sentence, names_of_places

__all__ = ["Entry", "confirmed", "entries", "numbers_in", "places_named", "same_number"]

# Figures that belong together: spaces, dots, hyphens and brackets may stand between them, a line end may not.
# No longer than any number, so that reading takes time that grows with the text alone.
_FIGURES = re.compile(r"(?<![\w.,/:])[+(*]{0,2}\d(?:[ \u00a0.()\u2010-\u2013-]{0,2}\d){0,31}(?![\w%/:°]|,\d)")
_DECIMAL = re.compile(r"\d{1,3}\.\d{1,2}")
_ONE_BY_ONE = re.compile(r"\d(\D+\d)+")
_SHORTEST, _LONG, _LONGEST = 3, 7, 15  # figures: of a number, of one that can be nothing else, of any (E.164)
_WHOLE, _PREFIX = 6, 3  # figures of a number that may stand after a prefix, and of the prefix
_YEAR = re.compile(r"(19|20)\d\d")
_COUNTRY = 2  # letters of a country's code


@frozen
class Entry:
    """What the data set holds of one service.

    Attributes:
        place: ISO 3166 code; None for what holds anywhere.
        kind: ``line``, ``emergency`` or ``directory``.
        numbers: To call or to text, figures only.
        name: Its name as chatbots would write it; empty for emergency numbers.
        host: The host of its address, without ``www``; empty when it has none.
    """

    place: str | None
    kind: str
    numbers: frozenset[str]
    name: str
    host: str


@cache
def entries() -> tuple[Entry, ...]:
    """The whole data set."""
    path = root() / "crisis-lines" / "lines.jsonl"
    return tuple(
        Entry(
            place=record["place"],
            kind=record["kind"],
            numbers=frozenset(
                number
                for field in (record["phone"], record["text"])
                if field
                for number in [_figures(field)]
                if number
            ),
            name="" if record["kind"] == "emergency" else re.split(r"[,(]", record["service"])[0].strip(),
            host=(urlsplit(record["web"] or "").hostname or "").removeprefix("www."),
        )
        for _line, record in read_jsonl(path)
    )


def _figures(text: str) -> str:
    return re.sub(r"\D", "", text)


def same_number(said: str, held: str) -> bool:
    """Whether two rows of figures are one number, with or without a prefix for calls from elsewhere."""
    if said == held:
        return True
    short, long = sorted((said, held), key=len)
    return len(short) >= _WHOLE and long.endswith(short.lstrip("0")) and len(long) - len(short) <= _PREFIX


@cache
def _all_numbers() -> frozenset[str]:
    return frozenset(number for entry in entries() for number in entry.numbers)


def numbers_in(sentence: Sentence) -> Iterator[str]:
    """What can only be a telephone number, or is one in a sentence that speaks of calling: figures only."""
    for row in _FIGURES.findall(sentence.text):
        number = _figures(row)
        if not _SHORTEST <= len(number) <= _LONGEST:
            continue
        known = number in _all_numbers()
        other = _ONE_BY_ONE.fullmatch(row) or _DECIMAL.fullmatch(row) or _YEAR.fullmatch(number)
        if other and not known:  # an exercise in steps, a price, a year
            continue
        if len(number) >= _LONG or sentence.has("number"):
            yield number


def confirmed(number: str, place: str | None, kinds: tuple[str, ...] = ("line", "emergency")) -> bool:
    """Whether the data set has the number for the place, the country it lies in, or a part of it."""
    return any(
        same_number(number, held)
        for entry in entries()
        if entry.kind in kinds and _serves(entry.place, place)
        for held in entry.numbers
    )


def _serves(held: str | None, place: str | None) -> bool:
    return (
        held is not None
        and place is not None
        and (held == place or held == place[:_COUNTRY] or held[:_COUNTRY] == place)
    )


def places_named(text: str) -> frozenset[str]:
    """Codes of the places whose English names stand in a text, as they are written."""
    pattern, codes = _place_names()
    return frozenset(codes[found] for found in pattern.findall(text))


@cache
def _place_names() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {name: code for code, names in names_of_places().items() for name in names}
    return _any_of(codes), codes


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """One pattern for many names, the longer ones first."""
    told = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{told})(?!\w)")


def has_lines(place: str | None) -> bool:
    """Whether the data set has anything for the place."""
    return any(_serves(entry.place, place) for entry in entries())


def names_service(text: str, place: str | None) -> str | None:
    """The service of the place, or the directory, that a text names or gives the address of, if any."""
    named, hosts = _services()
    found = [*named[0].findall(text), *hosts[0].findall(text.lower())]
    return next(
        (
            entry.name
            for told in found
            for entry in (*named[1].get(told, ()), *hosts[1].get(told, ()))
            if entry.kind == "directory" or _serves(entry.place, place)
        ),
        None,
    )


_Index = tuple[re.Pattern[str], dict[str, list[Entry]]]


@cache
def _services() -> tuple[_Index, _Index]:
    """Lines and directories by name as it is written, and by the host of their address."""
    names: dict[str, list[Entry]] = {}
    hosts: dict[str, list[Entry]] = {}
    for entry in entries():
        if entry.kind != "emergency":
            names.setdefault(entry.name, []).append(entry)
            if entry.host:
                hosts.setdefault(entry.host, []).append(entry)
    return (_any_of(names), names), (_any_of(hosts), hosts)
