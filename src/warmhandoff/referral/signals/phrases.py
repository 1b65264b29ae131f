"""The small language that phrases are written in, and one pass that finds them all.

A phrase is a row of elements with spaces between them:

``die``
    that word, without case and apostrophes (``dont``);
``die|dying|not_be_here``
    one of those words, or the words that an underscore joins;
``<die>``
    one of the words or phrases that ``words.toml`` lists under that name; also among others, ``<die>|gone``;
``really?``
    that element, or nothing;
``..`` or ``..5``
    up to three (or five) words of any kind, but never past one that ``words.toml`` lists under ``not``;
``$``
    the end of the sentence or line; it stands last.

A number in figures is ``#``, a year ``#year``. A phrase lies within one sentence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, product
from typing import Any, NamedTuple

from warmhandoff.referral.signals.words import STOP

__all__ = ["LONGEST", "Found", "PhraseError", "Phrases"]

LONGEST = 24
"""Words that a phrase can be long, gaps included."""

_ATOM = r"(?:[a-z0-9#]+|<[a-z]+>)"
_WORD = rf"{_ATOM}(?:_{_ATOM})*"
_END = "$"
_ELEMENT = re.compile(rf"{_WORD}(?:\|{_WORD})*\??")
_LIST = re.compile(r"<[a-z]+>")
_GAP = re.compile(r"\.\.([1-9])?")
_GAP_WORDS = 3
_FORMS = 2000  # forms of one phrase; more would slow loading down
_NOT = "not"
NUMBER = "#"
YEAR = "#year"
_FIRST, _LAST = "1900", "2099"
_OTHER = "-"  # any word that is in no phrase
_STATES = 20_000  # joined states that are kept; far more than texts in earnest lead to

Form = tuple[str, ...]


class PhraseError(ValueError):
    """A phrase that cannot be read: which, why, and the mend."""


class Found(NamedTuple):
    """A phrase in a text.

    Attributes:
        start: Its first word.
        end: One past its last word.
        owner: Whose phrase it is.
    """

    start: int
    end: int
    owner: Any


class _Node:
    """Where a phrase stands after some of its elements."""

    __slots__ = ("gaps", "next", "owners")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.gaps: dict[int, _Node] = {}
        self.owners: list[Any] = []


class _State:
    """All the nodes that the words so far can have led to, and where a further word leads.

    Attributes:
        nodes: Each node with the number of words that may be passed over before its next element.
        owners: Whose phrases end here.
        next: What is known of further words; filled as texts are read.
    """

    __slots__ = ("next", "nodes", "owners")

    def __init__(self, nodes: Mapping[_Node, int], owners: Iterable[Any]) -> None:
        self.nodes = nodes
        self.owners = tuple(dict.fromkeys(owners))
        self.next: dict[str, _State | None] = {}


class Phrases:
    """Many phrases, each with its owner, as one tree of elements.

    From each word the tree is walked as far as it fits, at most `LONGEST` words, so that time grows with
    the text. Places in the tree that are walked together are joined into one state when a text first
    leads there (a lazily built automaton), so that a word costs one look-up.

    Args:
        owned: Each phrase with whatever is to be found with it.
        lists: What ``<name>`` stands for: words, or phrases.
        spellings: Other spellings of a word; each counts as the word, and as itself.

    Raises:
        PhraseError: a phrase is not of the language, or names no list.
    """

    def __init__(
        self,
        owned: Iterable[tuple[str, Any]],
        lists: Mapping[str, Sequence[str]] | None = None,
        spellings: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._lists = lists or {}
        self._elements: dict[str, list[str]] = {}
        root = _Node()
        for phrase, owner in owned:
            for form in self._forms(phrase):
                _add(root, form, owner)
        spelt = spellings or {}
        figures = {NUMBER: [word for word in self._elements if word.isdecimal()]}
        for word, variants in chain(figures.items(), spelt.items()):
            for variant in variants:
                names = dict.fromkeys([*self._elements.get(variant, ()), *self._elements.get(word, ())])
                if names:
                    self._elements[variant] = list(names)
        nots = self._lists.get(_NOT, ())
        self._barred = {STOP, *nots, *chain.from_iterable(spelt.get(word, ()) for word in nots)}
        self._known = self._barred | self._elements.keys()
        self._root = root
        self._forget()

    def _forget(self) -> None:
        self._start = _State({self._root: 0}, ())
        self._states: dict[tuple[frozenset[tuple[_Node, int]], tuple[Any, ...]], _State] = {}

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        """Every phrase in the words, in the order of their first word."""
        known = [word if word in self._known else self._kind(word) for word in words]
        known.append(STOP)
        for start in range(len(words)):
            state: _State | None = self._start
            here = start
            while state is not None:
                word = known[here]
                here += 1
                # The loop that every word of every text goes through: no call where the way is known.
                state = state.next[word] if word in state.next else self._after(state, word)
                if state is not None and state.owners:
                    for owner in state.owners:
                        yield Found(start, here if word else here - 1, owner)  # a stop is no word

    def _kind(self, word: str) -> str:
        """What stands for a word that no phrase has."""
        if word[:1].isdecimal():  # 15, 2009, 3rd
            return YEAR if len(word) == len(_FIRST) and _FIRST <= word <= _LAST else NUMBER
        full = f"{word}g"  # goin
        return full if word.endswith("in") and full in self._known else _OTHER

    def _after(self, state: _State, word: str) -> _State | None:
        state.next[word] = reached = self._step(state, word)
        return reached

    def _step(self, state: _State, word: str) -> _State | None:
        """Where a word leads from all nodes of a state; None when it leads nowhere."""
        reached: dict[_Node, int] = {}
        owners: list[Any] = []
        for node, slack in state.nodes.items():
            for element in self._elements.get(word, ()):
                if child := node.next.get(element):
                    owners += child.owners
                    reached.setdefault(child, 0)
                    for gap, beyond in child.gaps.items():
                        reached[beyond] = max(gap, reached.get(beyond, 0))
            if slack and word not in self._barred:
                reached[node] = max(slack - 1, reached.get(node, 0))
        if not reached:
            return None
        if len(self._states) >= _STATES:
            self._forget()
        new = _State(reached, owners)
        return self._states.setdefault((frozenset(reached.items()), new.owners), new)

    def _forms(self, phrase: str) -> Iterator[Form]:
        """A phrase with each of its choices made and its words resolved."""
        choices = [tuple(self._choices(element, phrase)) for element in phrase.split()]
        forms = 1
        for choice in choices:
            forms *= len(choice)
        if forms > _FORMS:
            raise PhraseError(f"{phrase!r} has {forms} forms, more than {_FORMS}; write it as two phrases.")
        for form in map(tuple, map(chain.from_iterable, product(*choices))):
            if not form or STOP in form[:-1] or _GAP.fullmatch(form[0]) or _GAP.fullmatch(form[-1]):
                raise PhraseError(f"{phrase!r} can begin or end with a gap; begin and end with a word.")
            if sum(_longest(element) for element in form) > LONGEST:
                raise PhraseError(f"{phrase!r} can be longer than {LONGEST} words; shorten it or its gaps.")
            yield form

    def _choices(self, element: str, phrase: str) -> Iterator[Form]:
        """What an element can be: one word or gap, several words, or nothing."""
        if _GAP.fullmatch(element):
            yield (element,)
            return
        if element == _END:
            yield (self._one_of([STOP]),)
            return
        if not _ELEMENT.fullmatch(element):
            raise PhraseError(
                f"{phrase!r}: {element!r} is no word, no choice of words and no gap; "
                "write words in lower case and without apostrophes."
            )
        if element.endswith("?"):
            yield ()
        words: list[str] = []
        for each in chain.from_iterable(
            self._listed(part, phrase) for part in element.removesuffix("?").split("|")
        ):
            if " " in each or "|" in each:
                yield from self._forms(each)
            elif "_" in each:
                yield from self._forms(each.replace("_", " "))
            else:
                words.append(each)
        if words:
            yield (self._one_of(words),)

    def _listed(self, part: str, phrase: str) -> Iterator[str]:
        """A word as it is, a list by all that stands in it."""
        if not _LIST.fullmatch(part):
            yield part
        elif part[1:-1] in self._lists:
            for each in self._lists[part[1:-1]]:
                yield from self._listed(each, phrase)
        else:
            raise PhraseError(f"{phrase!r}: no list is called {part}; add it to words.toml.")

    def _one_of(self, words: Iterable[str]) -> str:
        """One name for one set of words, however it is written; each word learns that it can stand for it."""
        chosen = sorted(set(words))
        name = "|".join(chosen)
        for word in chosen:
            names = self._elements.setdefault(word, [])
            if name not in names:
                names.append(name)
        return name


def _add(root: _Node, form: Form, owner: Any) -> None:
    node = root
    for element in form:
        if gap := _GAP.fullmatch(element):
            node = node.gaps.setdefault(int(gap[1] or _GAP_WORDS), _Node())
        else:
            node = node.next.setdefault(element, _Node())
    if owner not in node.owners:
        node.owners.append(owner)


def _longest(element: str) -> int:
    gap = _GAP.fullmatch(element)
    return int(gap[1] or _GAP_WORDS) if gap else 1
