"""A note as plain text: short lines, no tables, in an order that can be read aloud over a phone."""

from collections.abc import Iterator
from textwrap import fill

from warmhandoff.referral.handoff.sections import Section, Spoken, sections
from warmhandoff.referral.note import HandoffNote
from warmhandoff.referral.visible import visible

__all__ = ["as_text"]

_WIDTH = 78


def as_text(note: HandoffNote) -> str:
    """The whole note, in lines of at most 78 characters where no word is longer."""
    return "\n\n".join(("HANDOFF NOTE", *map(_section, sections(note)))) + "\n"


def _section(section: Section) -> str:
    return "\n".join((section.title.upper(), *_lines(section)))


def _lines(section: Section) -> Iterator[str]:
    yield from map(_wrapped, section.paragraphs)
    for number, spoken in enumerate(section.spoken, start=1):
        yield from _said(number, spoken)
    for number, step in enumerate(section.steps, start=1):
        yield _wrapped(step, f"{number}. ", "   ")


def _said(number: int, spoken: Spoken) -> Iterator[str]:
    """Their line breaks stay; quotation marks show where their words begin and end."""
    yield _wrapped(f"{spoken.about}:", f"{number}. ", "   ")
    lines = f'"{visible(spoken.words)}"'.split("\n")
    yield from (_wrapped(line, "   ", "   ") for line in lines)


def _wrapped(words: str, first: str = "", rest: str = "") -> str:
    return fill(
        visible(words),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
