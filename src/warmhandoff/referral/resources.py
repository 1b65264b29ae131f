"""Crisis lines by place. A place we have no sourced line for gets directories, never a guess."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, TypeVar

from attrs import evolve

from warmhandoff.conversation import AGE_BANDS
from warmhandoff.datasets import read_jsonl, root
from warmhandoff.datasets.rules import STALE
from warmhandoff.referral.decision import Audience, Resource, ResourceKind
from warmhandoff.risk import Domain
from warmhandoff.serialise import from_plain

__all__ = [
    "ASK_REGION",
    "LAST_RESORT",
    "audience_of",
    "general_resources",
    "region_question",
    "resources_for",
]

LAST_RESORT = Resource(
    id="local-emergency-number",
    place=None,
    kind=ResourceKind.EMERGENCY,
    service="Your local emergency number",
    phone=None,
    text=None,
    web="https://findahelpline.com",
    hours="24 hours a day, every day",
    languages=(),
    serves="Anyone whose life is in danger now",
    domains=(Domain.SUICIDE, Domain.SELF_HARM),
    source="https://findahelpline.com",
    source_kind="directory",
    read=date(2026, 11, 23),
    note="The number differs by country; the directory lists crisis lines by country.",
)
"""Shown when even the data set cannot be opened, so that an answer is never empty."""

ASK_REGION = "Which part of the country are you in? Some lines answer in one part only."
"""England's lines are not shown to somebody who said the United Kingdom; asked, they can be."""

_GENERAL = frozenset({Domain.SUICIDE, Domain.SELF_HARM})
_AGES = frozenset({Audience.CHILDREN, Audience.YOUNG_ADULTS, Audience.ADULTS})
_BANDS = dict(
    zip(
        AGE_BANDS,
        (Audience.CHILDREN, Audience.CHILDREN, Audience.YOUNG_ADULTS, *[Audience.ADULTS] * 3),
        strict=True,
    )
)
_CODE = re.compile(r"[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?")

E = TypeVar("E", Audience, Domain)


@cache
def _lines() -> tuple[Resource, ...]:
    path = root() / "crisis-lines" / "lines.jsonl"
    return tuple(from_plain(record, Resource) for _line, record in read_jsonl(path))


def general_resources() -> tuple[Resource, ...]:
    """What holds anywhere: the directories, and the words "your local emergency number".

    Never raises and never empty, because the fail-safe answer is made of it.
    """
    try:
        return tuple(line for line in _lines() if line.place is None) or (LAST_RESORT,)
    except Exception:  # noqa: BLE001 - a broken data file must not silence the fail-safe
        return (LAST_RESORT,)


def audience_of(age_band: str | None) -> Audience | None:
    """The audience that an age band belongs to; None when the age is not known."""
    return _BANDS.get(age_band) if isinstance(age_band, str) else None


def resources_for(  # noqa: PLR0913 - what is known of a person, each by its name
    place: str | None,
    audience: Audience | Iterable[Audience] | None = None,
    domain: Domain | None = None,
    now: datetime | date | None = None,
    *,
    unsafe_to_contact: bool = False,
    limit: int = 5,
) -> tuple[Resource, ...]:
    """What a person can reach: emergency numbers, lines of their place, then what holds anywhere.

    Never empty, never a guess, never raises: an argument that makes no sense counts as not known, and a
    place that is not known gets the directories and the words "your local emergency number".

    Lines of a region come before those of its country. Where only the country is known, the lines of its
    regions are not shown, because they may not answer; `region_question` says whether to ask. A domain
    without a line of its own gets the general lines and the directories.

    A line for some people only (children, women, ...) is shown when it is theirs, and comes first then; a
    line for another age never. Where nothing else is known for the need, a line for some people is shown
    to somebody of whom we do not know whether it is theirs: it says itself whom it serves.

    Args:
        place: ISO 3166 code, ``GB`` or ``GB-SCT``; None when nobody has said.
        audience: What is known of the person: one `Audience` or several. `audience_of` reads an age band.
        domain: Lines for this domain come before general ones; those for others are left out.
        now: Says which entries are stale, read more than `STALE` before; without it nothing is claimed.
        unsafe_to_contact: Somebody may watch the phone or hurt them for calling. Lines on abuse come
            first, and ways on which an answer arrives as a message are left out; show
            `warmhandoff.referral.safety.SAFETY_ADVICE` beside them.
        limit: At most so many lines of the place, so that a person in distress is not given a catalogue.
            Emergency numbers and directories come on top.
    """
    try:
        chosen = _chosen(
            _codes(place),
            _people(audience),
            _member(Domain, domain),
            bool(unsafe_to_contact),
            max(0, int(limit)),
        )
    except Exception:  # noqa: BLE001 - see general_resources
        chosen = general_resources()
    return tuple(evolve(line, stale=True) if _is_stale(line, now) else line for line in chosen)


def region_question(
    place: str | None, audience: Audience | Iterable[Audience] | None = None, domain: Domain | None = None
) -> str | None:
    """`ASK_REGION`, where a line for the domain answers in regions only and nothing shown is for the person.

    None where there is nothing to gain by asking, or the region is known. Arguments as in `resources_for`.
    """
    try:
        codes, need = _codes(place), _member(Domain, domain)
        if not codes or need is None or "-" in str(place):
            return None
        return ASK_REGION if _regions_know_more(codes, _people(audience), need) else None
    except Exception:  # noqa: BLE001 - see general_resources
        return None


@cache
def _places() -> frozenset[str]:
    return frozenset(line.place for line in _lines() if line.place)


def _codes(place: object) -> tuple[str, ...]:
    """The places that lines are looked up for, narrowest first; only places that the data set knows."""
    if not isinstance(place, str) or not _CODE.fullmatch(place):
        return ()
    return tuple(code for code in dict.fromkeys((place.upper(), place[:2].upper())) if code in _places())


def _member(kind: type[E], value: Any) -> E | None:
    try:
        return kind(value)
    except ValueError:
        return None


def _people(audience: object) -> frozenset[Audience]:
    given = audience if isinstance(audience, Iterable) and not isinstance(audience, str) else (audience,)
    people = {_member(Audience, one) for one in given} - {None, Audience.ANYONE}
    if Audience.YOUNG_ADULTS in people:
        people.add(Audience.ADULTS)
    return frozenset(one for one in people if one is not None)


_THEIRS, _ANYONE_S, _UNKNOWN, _ANOTHER_S = range(4)


def _fit(line: Resource, people: frozenset[Audience]) -> int:
    served = frozenset(line.audiences)
    if served & people:
        return _THEIRS
    if Audience.ANYONE in served:
        return _ANYONE_S
    another_age = bool(people & _AGES) and served <= _AGES
    return _ANOTHER_S if another_age else _UNKNOWN


def _fitting(lines: list[Resource], people: frozenset[Audience]) -> list[Resource]:
    """Those for the person, theirs first; failing that, those of which we do not know."""
    fits = [(line, _fit(line, people)) for line in lines]
    worst = _ANYONE_S if any(fit < _UNKNOWN for _line, fit in fits) else _UNKNOWN
    return [line for line, fit in sorted(fits, key=lambda pair: pair[1]) if fit <= worst]


def _of_a_place(lines: Iterable[Resource]) -> list[Resource]:
    return [line for line in lines if line.place is not None and line.kind is ResourceKind.LINE]


def _answers_by_voice(line: Resource) -> Resource | None:
    return evolve(line, text=None) if line.phone else None


@lru_cache(maxsize=1024)
def _chosen(
    codes: tuple[str, ...], people: frozenset[Audience], domain: Domain | None, unsafe: bool, limit: int
) -> tuple[Resource, ...]:
    every = _lines()  # raises without the data set, so that a last resort is never kept
    here = [line for code in codes for line in every if line.place == code]
    # A child's own lines are marked as being about children, whatever the trouble.
    child = {Domain.MINOR} if Audience.CHILDREN in people else set()
    tiers: list[set[Domain | None]] = [{Domain.ABUSE}] if unsafe else []
    tiers += [{domain} | child, {*_GENERAL}]
    lines: list[Resource] = []
    for topics in tiers:
        about = [line for line in _of_a_place(here) if topics.intersection(line.domains)]
        lines += [line for line in _fitting(about, people) if line not in lines]
    if unsafe:
        lines = [spoken for line in lines if (spoken := _answers_by_voice(line))]
    needs = set().union(*tiers)
    numbers = [
        line for line in here if line.kind is ResourceKind.EMERGENCY and needs.intersection(line.domains)
    ]
    first = Domain.ABUSE if unsafe else domain
    numbers.sort(key=lambda line: first is not None and first not in line.domains)
    anywhere = [line for line in general_resources() if not (numbers and line.kind is ResourceKind.EMERGENCY)]
    return (*numbers, *lines[:limit], *anywhere)


@lru_cache(maxsize=1024)
def _regions_know_more(codes: tuple[str, ...], people: frozenset[Audience], need: Domain) -> bool:
    shown = _of_a_place(_chosen(codes, people, need, False, len(_lines())))
    if any(need in line.domains and _fit(line, people) < _UNKNOWN for line in shown):
        return False
    return any(need in line.domains and (line.place or "").startswith(f"{codes[0]}-") for line in _lines())


def _is_stale(line: Resource, now: object) -> bool:
    if not isinstance(now, date):  # a datetime is a date too
        return False
    day = now.date() if isinstance(now, datetime) else now
    return day - line.read > STALE
