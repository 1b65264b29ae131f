"""A turn's text cut into words, each with its place in the text.

Words are compared without case, accents, apostrophes and invisible marks, so that *Don't* and *dont*
are one word. Everything else (spaces, punctuation, emoji, null bytes) only separates words.
"""

import re
import unicodedata
from bisect import bisect_left
from typing import NamedTuple

__all__ = ["STOP", "Span", "Words", "cut"]

STOP = ""
"""Stands among the words where a sentence or a line ends: no phrase and no scope goes across."""
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
_SINGLE = "'‘’"  # noqa: RUF001
_OPENING = "“„«‘"  # noqa: RUF001
_CLOSING = "”»’"  # noqa: RUF001
_BEFORE_QUOTE = ("", "(", "[", "-", "–", "—", ":")  # noqa: RUF001
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
    found = Words([], [], [], [], [], [], [])
    marks = _Marks(text, found)
    words, starts, ends = found.words, found.starts, found.ends
    plain = _plain if _DRAWN_OUT.search(text) is None else _once
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "word":
            words.append(plain(token[0]))
            starts.append(token.start())
            ends.append(token.end())
        else:
            marks.read(kind, token)
    marks.line(len(text))
    return found


class _Marks:
    """Reads what stands between words. Nothing is carried from one line to the next."""

    def __init__(self, text: str, found: Words) -> None:
        self._text = text
        self._found = found
        self._line = 0  # the first word of this line
        self._open: tuple[bool, int] | None = None  # whether the mark is single, and the word after it
        self._closed: list[Span] = []  # the quotations of this line

    def read(self, kind: str | None, token: re.Match[str]) -> None:
        if kind == "stop":
            self._stop(token)
        elif kind == "quote":
            self._quote(token)
        elif kind == "line":
            self.line(token.start())
        else:
            self._pause()

    def _stop(self, token: re.Match[str]) -> None:
        marks = token[0]
        if "?" in marks or "!" in marks:
            self._end(token.start(), question="?" in marks)
        elif marks == "." and not self._text[token.end() : token.end() + 1].isalnum():
            self._end(token.start())
        else:  # an ellipsis, or a full stop in the middle of something
            self._pause()

    def _end(self, at: int, *, question: bool = False) -> None:
        found = self._found
        if found.words and found.words[-1] != STOP:
            if question:
                found.questions.append(len(found.words))
            found.stops.append(len(found.words))
            found.words.append(STOP)
            found.starts.append(at)
            found.ends.append(at)

    def _pause(self) -> None:
        pauses, here = self._found.pauses, len(self._found.words)
        if not pauses or pauses[-1] != here:
            pauses.append(here)

    def _quote(self, token: re.Match[str]) -> None:
        mark = token[0]
        before = self._text[max(token.start() - 1, 0) : token.start()]
        after = self._text[token.end() : token.end() + 1]
        here = len(self._found.words)
        opens = mark in _OPENING or (mark not in _CLOSING and (before in _BEFORE_QUOTE or before.isspace()))
        single = mark in _SINGLE
        if opens and after and not after.isspace():
            self._open = (single, here)
        elif not opens and self._open and self._open[0] == single:
            if self._open[1] < here:
                self._closed.append((self._open[1], here))
            self._open = None

    def line(self, at: int) -> None:
        """The line ends: so does its sentence, and what was not closed quotes nothing."""
        self._end(at)
        words = self._found.words
        for first, end in self._closed:
            # Marks around the whole line set nothing apart from it.
            if first > self._line or any(word != STOP for word in words[end : end + 2]):
                self._found.quotes.append((first, end))
        self._open, self._line = None, len(words)
        self._closed.clear()


def _plain(raw: str) -> str:
    """The word as it is compared: *Isn't* as *isnt*, *naïve* as *naive*."""
    if raw.isascii() and raw.isalpha():
        return raw.lower()
    word = unicodedata.normalize("NFKD", raw[:_LONGEST]).casefold()
    word = "".join(filter(str.isalnum, word))
    return word or raw[:1]


def _once(raw: str) -> str:
    """As `_plain`, with letters that are drawn out said once: *dieeee* as *die*, *killlll* as *kill*."""
    return _plain(_DRAWN_OUT.sub(lambda run: "ll" if run[1] == "l" else run[1], raw))
