"""A note as a fragment of HTML: headings, lists, quotations; no style, no script; everything is escaped."""

import re

from warmhandoff.referral.handoff.sections import Section, Spoken, sections
from warmhandoff.referral.note import HandoffNote
from warmhandoff.referral.visible import escaped, isolated

__all__ = ["as_html"]

_DEEPEST = 5  # the headings of the parts are one deeper


def as_html(
    note: HandoffNote, *, name: str = "handoff-note", title: str = "Handoff note", level: int = 2
) -> str:
    """One ``section`` element with a heading of its own, to be put into a page.

    Args:
        note: The note.
        name: Its ``id``, and the beginning of those inside; give each note of a page its own. What cannot
            stand in an ``id`` becomes a hyphen.
        title: Its heading, by which a screen reader tells it from another note on the page.
        level: Of its heading, 1 to 5; the parts are one deeper.
    """
    top = min(max(level, 1), _DEEPEST)
    name = re.sub(r"[^A-Za-z0-9_-]", "-", name)
    parts = "".join(_part(section, top + 1, note.language) for section in sections(note))
    return (
        f'<section id="{name}" class="handoff-note" aria-labelledby="{name}-title" lang="en">'
        f'<h{top} id="{name}-title">{isolated(title)}</h{top}>{parts}</section>'
    )


def _part(section: Section, level: int, language: str) -> str:
    paragraphs = "".join(f"<p>{_lines(words)}</p>" for words in section.paragraphs)
    spoken = "".join(_said(each, language) for each in section.spoken)
    steps = "".join(f"<li>{_lines(step)}</li>" for step in section.steps)
    return (
        f"<h{level}>{section.title}</h{level}>{paragraphs}"
        f"{f'<ol>{spoken}</ol>' if spoken else ''}{f'<ol>{steps}</ol>' if steps else ''}"
    )


def _said(spoken: Spoken, language: str) -> str:
    words = escaped(spoken.words).replace("\n", "<br>")
    return (
        f"<li><p>{isolated(spoken.about)}</p>"
        f'<blockquote lang="{escaped(language)}" dir="auto"><p>{words}</p></blockquote></li>'
    )


def _lines(words: str) -> str:
    """Our sentences can hold names and remarks of others: each paragraph keeps its direction to itself."""
    return isolated(words).replace("\n", "<br>")
