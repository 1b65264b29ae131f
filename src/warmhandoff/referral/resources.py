"""Crisis lines by place. A place we have no sourced line for gets directories, never a guess."""

from datetime import date
from functools import cache

from warmhandoff.datasets import read_jsonl, root
from warmhandoff.referral.decision import Resource, ResourceKind
from warmhandoff.risk import Domain
from warmhandoff.serialise import from_plain

__all__ = ["LAST_RESORT", "general_resources", "resources_for"]

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


def resources_for(place: str | None, domain: Domain | None = None, *, limit: int = 5) -> tuple[Resource, ...]:
    """Lines for a place: of the region first, then of its country, then what holds anywhere.

    Args:
        place: ISO 3166 code, ``GB`` or ``GB-SCT``; None when nobody has said.
        domain: Lines for this domain come before general ones; others are left out.
        limit: At most so many lines of the place, so that a person in distress is not given a catalogue.
            An emergency number and the directories come on top.
    """
    try:
        return _chosen(place, domain, limit)
    except Exception:  # noqa: BLE001 - see general_resources
        return general_resources()


@cache
def _chosen(place: str | None, domain: Domain | None, limit: int) -> tuple[Resource, ...]:
    codes = [place, place.split("-")[0]] if place and "-" in place else [place]
    topics = {Domain.SUICIDE, Domain.SELF_HARM, domain}
    here = [
        line
        for code in codes
        if code is not None
        for line in _lines()
        if line.place == code and topics.intersection(line.domains)
    ]
    here.sort(key=lambda line: domain is not None and domain not in line.domains)
    lines = [line for line in here if line.kind is ResourceKind.LINE][:limit]
    numbers = [line for line in here if line.kind is ResourceKind.EMERGENCY]
    anywhere = [line for line in general_resources() if not (numbers and line.kind is ResourceKind.EMERGENCY)]
    return (*numbers, *lines, *anywhere)
