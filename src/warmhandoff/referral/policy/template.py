"""Replies with two blanks: the questions that nobody has asked yet, and the question of place.

``{questions}`` becomes the questions of ``ask`` that are still open, two at a time, because more than two
at once read like a form. ``{ask_place}`` becomes the question of country, only while nobody has said.

A line whose blanks all stay empty is left out, so that "I would rather ask than guess: {questions}" goes
when there is nothing left to ask; unless that would leave no line at all. The lines are joined by spaces, and
an empty line begins a paragraph.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

__all__ = ["PLACEHOLDERS", "check", "fill"]

PLACEHOLDERS = ("questions", "ask_place")

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def check(template: str | None, *, asks: bool) -> Iterator[str]:
    """What is wrong with a template; one sentence each, with the mend.

    Args:
        template: What the author wrote, if anything.
        asks: Whether there are topics to ask about.
    """
    text = template or ""
    names = _PLACEHOLDER.findall(text)
    for name in dict.fromkeys(names):
        if name not in PLACEHOLDERS:
            near = get_close_matches(name[:40], PLACEHOLDERS, 1, 0.5)
            mend = f"write {{{near[0]}}}" if near else "use {questions} or {ask_place}"
            yield f"the reply holds {{{name[:40]}}}, which nothing fills; {mend}."
    if set(_PLACEHOLDER.sub("", text)) & {"{", "}"}:
        yield "the reply has a brace without its other half; write {questions} or {ask_place}, or no brace."
    if asks and "questions" not in names:
        yield "'ask' names topics but the reply has no place for them; write {questions} where they belong."
    if "questions" in names and not asks:
        yield "the reply holds {questions} but 'ask' names no topic; add ask = [\"intent\"], or more of them."


def fill(template: str, *, questions: str, ask_place: str) -> str | None:
    """The reply with its blanks filled; None when no word is left.

    Args:
        template: One for which `check` finds nothing.
        questions: What goes there; empty when all was asked.
        ask_place: Likewise; empty when the place is known.
    """
    blanks = {"questions": questions, "ask_place": ask_place}
    lines = [line.strip() for line in template.split("\n")]
    kept = [line for line in lines if _stays(line, blanks)]
    if not any(kept):
        kept = lines
    filled = [_PLACEHOLDER.sub(lambda blank: blanks[blank[1]], line) for line in kept]
    paragraphs = "\n".join(filled).split("\n\n")
    return "\n\n".join(text for text in (" ".join(part.split()) for part in paragraphs) if text) or None


def _stays(line: str, blanks: Mapping[str, str]) -> bool:
    names = _PLACEHOLDER.findall(line)
    return not names or any(blanks[name] for name in names)
