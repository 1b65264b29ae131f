"""Resources for a reader: as text that can be read aloud, and as an HTML list. Everything is escaped."""

import re
from collections.abc import Iterator, Sequence
from textwrap import fill

from attrs import frozen

from warmhandoff.referral.decision import Resource
from warmhandoff.referral.resources import general_resources
from warmhandoff.referral.safety import SAFETY_ADVICE, traces
from warmhandoff.referral.visible import escaped, isolated, visible

__all__ = ["STALE_NOTICE", "resources_html", "resources_text"]

STALE_NOTICE = "Not checked since: try it, and keep another at hand."

_WIDTH = 78
_DIALABLE = re.compile(r"[+*]?[0-9][0-9 ()-]*")
_WEB = re.compile(r"https?://[^\s\"'<>\\]+")
_SOURCES = {
    "own page": "the service's own page",
    "official body": "an official page",
    "directory": "a directory's page",
    "secondary": "somebody else's page",
}


@frozen
class _Fact:
    name: str
    words: str
    link: str | None = None


def _telephone(phone: str) -> str | None:
    """A link only where every character can be dialled; words around a number are left to a person."""
    return f"tel:{re.sub('[^+*0-9]', '', phone)}" if _DIALABLE.fullmatch(phone) else None


def _facts(line: Resource, unsafe_to_contact: bool) -> Iterator[_Fact]:
    if line.phone:
        yield _Fact("Call", line.phone, _telephone(line.phone))
    if line.text:
        yield _Fact("Text", line.text)
    if line.silent and unsafe_to_contact:
        yield _Fact("Without speaking", line.silent)
    if line.web:
        yield _Fact("Web", line.web, line.web if _WEB.fullmatch(line.web) else None)
    yield _Fact("Open", line.hours)
    yield _Fact("For", line.serves)
    if line.languages:
        yield _Fact("Languages", ", ".join(line.languages))
    left = traces(line) if unsafe_to_contact else ()
    if left:
        yield _Fact("Leaves a trace", " ".join(left))
    if line.note:
        yield _Fact("Note", line.note)
    source = _SOURCES.get(line.source_kind, line.source_kind)
    yield _Fact(
        "Source", f"Read on {line.read.isoformat()} on {source}.{f' {STALE_NOTICE}' if line.stale else ''}"
    )


def _wrapped(words: str, first: str = "", rest: str = "") -> str:
    return fill(
        visible(words),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def resources_text(resources: Sequence[Resource], *, unsafe_to_contact: bool = False) -> str:
    """The services one after the other, in lines of at most 78 characters where no word is longer.

    Args:
        resources: What `resources_for` chose; without any, what holds anywhere.
        unsafe_to_contact: Adds the advice for a watched phone, what each way leaves behind, and how an
            emergency number is called without speaking.
    """
    blocks = [_wrapped(advice) for advice in SAFETY_ADVICE] if unsafe_to_contact else []
    parts = ["\n".join(blocks)] if blocks else []
    for line in resources or general_resources():
        facts = [
            _wrapped(f"{fact.name}: {fact.words}", "  ", "    ") for fact in _facts(line, unsafe_to_contact)
        ]
        parts.append("\n".join((_wrapped(line.service, "- ", "  "), *facts)))
    return "\n\n".join(parts)


def resources_html(resources: Sequence[Resource], *, unsafe_to_contact: bool = False) -> str:
    """The services as a list, for a page of any heading level and style. Arguments as in `resources_text`."""
    items = "".join(_item(line, unsafe_to_contact) for line in resources or general_resources())
    advice = "".join(f"<p>{escaped(sentence)}</p>" for sentence in SAFETY_ADVICE) if unsafe_to_contact else ""
    return f'<div class="resources" lang="en">{advice}<ul>{items}</ul></div>'


def _item(line: Resource, unsafe_to_contact: bool) -> str:
    facts = "".join(
        f"<div><dt>{fact.name}</dt><dd>{_linked(fact)}</dd></div>" for fact in _facts(line, unsafe_to_contact)
    )
    return f"<li><strong>{isolated(line.service)}</strong><dl>{facts}</dl></li>"


def _linked(fact: _Fact) -> str:
    if fact.link is None:
        return isolated(fact.words)
    return f'<a href="{escaped(fact.link)}" rel="noreferrer">{isolated(fact.words)}</a>'
