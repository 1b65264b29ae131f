"""A turn's text cut into words, each with its place in the text.

Words are compared without case, accents, apostrophes and invisible marks, so that *Don't*, *don’t* and
*dont* are one word. Everything else (spaces, punctuation, emoji, null bytes) only separates words.
"""

import re
import unicodedata
from bisect import bisect_left
from typing import NamedTuple

__all__ = ["NUMBER", "STOP", "YEAR", "Span", "Words", "cut"]

STOP = ""
"""Stands among the words where a sentence or a line ends: no phrase and no scope goes across."""
NUMBER = "#"
"""Stands for every number in figures that is not a year."""
YEAR = "#year"
"""Stands for 1900 to 2099 in figures."""

Span = tuple[int, int]
"""First word and one past the last, counted in `Words.words`."""

_LONGEST = 40  # characters; no word of ours is as long, and a longer one need not be compared

# Apostrophes, and what is invisible or stands on top of a letter.
_INSIDE = "'’‘ʼ＇`´\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0f\ufeff"  # noqa: RUF001
# Each alternative reads characters that none before it can begin with, so that reading is linear.
_TOKEN = re.compile(
    rf"""(?P<word>[^\W_]+(?:[{_INSIDE}]+[^\W_]+)*)
    |(?P<line>[\n\r\v\f\x85\u2028\u2029])
    |(?P<stop>[.!?…]+)
    |(?P<pause>[,;:()\[\]–—]|(?<=\s)-)
    |(?P<quote>["“”„«»]|(?<!\w)['‘]|['’](?!\w))""",  # noqa: RUF001
    re.VERBOSE,
)
_DROPPED = re.compile(f"[{_INSIDE}]+")
_DRAWN_OUT = re.compile(r"(.)\1{2,}", re.DOTALL)


class Words(NamedTuple):
    """The words of a text, in order; a `STOP` follows the last word of every sentence and line.

    Attributes:
        words: What is compared.
        starts: The first character of each in the text.
        ends: One past its last character.
        stops: Where in `words` the stops are.
        questions: Which of those end a question.
        pauses: Words that come after a comma, a colon, a bracket, a dash or an ellipsis.
        quotes: Words between quotation marks that are closed on the same line.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    stops: list[int]
    questions: list[int]
    pauses: list[int]
    quotes: list[Span]

    def sentence_end(self, word: int) -> int:
        """The stop of the sentence that a word is in."""
        return self.stops[bisect_left(self.stops, word)]


def cut(text: str) -> Words:
    """The words of a text, whatever it holds, in time that grows with its length."""
    cutter = _Cutter(text)
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "word":
            cutter.word(token[0], token.start(), token.end())
        elif kind == "stop":
            cutter.stop(token[0], token.start(), token.end())
        elif kind == "pause":
            cutter.pause()
        elif kind == "quote":
            cutter.quote(token[0], token.start(), token.end())
        else:
            cutter.line(token.start())
    cutter.line(len(text))
    return cutter.found


class _Cutter:
    """Puts tokens where they belong. Nothing is carried from one line to the next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = Words([], [], [], [], [], [], [])
        self._drawn_out = _DRAWN_OUT.search(text) is not None
        self._line = 0  # first word of this line
        self._spoken = 0  # words on this line
        self._open: tuple[str, int, int] | None = None  # the mark, the word after it, words before it
        self._closed: list[tuple[Span, int]] = []  # the quotations of this line, and the words in each

    def word(self, raw: str, start: int, end: int) -> None:
        self.found.words.append(_plain(raw, self._drawn_out))
        self.found.starts.append(start)
        self.found.ends.append(end)
        self._spoken += 1

    def stop(self, marks: str, start: int, end: int) -> None:
        if "?" in marks or "!" in marks:
            self._stop(start, question="?" in marks)
        elif marks == "." and not self.text[end : end + 1].isalnum():
            self._stop(start)
        else:  # an ellipsis, or a full stop in the middle of something
            self.pause()

    def _stop(self, at: int, *, question: bool = False) -> None:
        found = self.found
        if found.words and found.words[-1] != STOP:
            if question:
                found.questions.append(len(found.words))
            found.stops.append(len(found.words))
            found.words.append(STOP)
            found.starts.append(at)
            found.ends.append(at)

    def pause(self) -> None:
        pauses, here = self.found.pauses, len(self.found.words)
        if not pauses or pauses[-1] != here:
            pauses.append(here)

    def quote(self, mark: str, start: int, end: int) -> None:
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        here = len(self.found.words)
        kind = "'" if mark in "'‘’" else '"'  # noqa: RUF001
        opens = mark in "“„«‘" or (mark not in "”»’" and (not before or before.isspace() or before in "([-–—:"))  # noqa: RUF001
        if opens and after and not after.isspace():
            self._open = (kind, here, self._spoken)
        elif not opens and self._open and self._open[0] == kind:
            self._closed.append(((self._open[1], here), self._spoken - self._open[2]))
            self._open = None

    def line(self, at: int) -> None:
        self._stop(at)
        # Marks around the whole line set nothing apart from it.
        self.found.quotes.extend(span for span, words in self._closed if 0 < words < self._spoken)
        self._open, self._spoken = None, 0
        self._closed.clear()


def _plain(raw: str, drawn_out: bool) -> str:
    """The word as it is compared: *DIEEEE* as *die*, *Isn’t* as *isnt*, *15* as a number."""
    if len(raw) > _LONGEST:
        return raw[:_LONGEST]
    word = raw.lower() if raw.isascii() else unicodedata.normalize("NFKD", raw).casefold()
    if not word.isalnum():
        word = _DROPPED.sub("", word)
    if word.isdecimal():
        return YEAR if len(word) == 4 and word[:2] in {"19", "20"} else NUMBER  # noqa: PLR2004 - digits of a year
    return _DRAWN_OUT.sub(_once, word) if drawn_out else word


def _once(run: re.Match[str]) -> str:
    return "ll" if run[1] == "l" else run[1]  # killlll, but dieeee
