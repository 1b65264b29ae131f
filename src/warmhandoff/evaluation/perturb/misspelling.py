"""Slips of the fingers."""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import ClassVar

from attrs import frozen

from warmhandoff.chance import Chance, draw, shuffled
from warmhandoff.evaluation.perturb.base import Perturbation, reworded, varied
from warmhandoff.labels import LabelledConversation, Phenomenon
from warmhandoff.scenarios import phrases, skeletons

__all__ = ["Misspelling"]

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_EVERY = 6  # one slip in so many words
_SHORTEST = 4  # letters; a slip in a shorter word makes another word of it

# A word with a digit in it, such as 2nite or 4th, is no word here: numbers are never touched.
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['’][^\W\d_]+)*(?!\w)")  # noqa: RUF001 - both apostrophes are typed


def _neighbours(letter: str) -> str:
    row = next((row for row in _ROWS if letter in row), letter)
    place = row.index(letter)
    return row[max(0, place - 1) : place] + row[place + 1 : place + 2]


def _neighbour(word: str, place: int, chance: Chance) -> str:
    keys = _neighbours(word[place])
    return word[:place] + draw(keys, chance) + word[place + 1 :] if keys else word


def _dropped(word: str, place: int, _chance: Chance) -> str:
    return word[:place] + word[place + 1 :]


def _doubled(word: str, place: int, _chance: Chance) -> str:
    return word[:place] + word[place] + word[place:]


Slip = Callable[[str, int, Chance], str]
_SLIPS: dict[str, tuple[Slip, ...]] = {
    "neighbouring keys": (_neighbour,),
    "dropped letters": (_dropped,),
    "doubled letters": (_doubled,),
    "slips of every kind": (_neighbour, _dropped, _doubled),
}


@cache
def _known() -> frozenset[str]:
    """Words that the course's scenarios use: a slip must not turn *dead* into *dad*."""
    texts = [text for choices in phrases("public").values() for text in choices]
    for kind in Phenomenon:
        for skeleton in skeletons("public", kind):
            texts += [message["content"] for message in skeleton["messages"]]
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


@frozen
class Misspelling(Perturbation):
    """Slips in about one word of six, at most one in a word, the first and last letter kept.

    In a word with an apostrophe the slip is that it is missing. A slip never makes another word that
    the course's scenarios use, and never touches a word with a digit in it.
    """

    name: ClassVar[str] = "misspelling"
    title: ClassVar[str] = "typing slips in about one word of six"

    @property
    def names(self) -> tuple[str, ...]:
        """The kinds of slip."""
        return tuple(_SLIPS)

    def variants(self, base: LabelledConversation, chance: Chance) -> tuple[LabelledConversation, ...]:
        """One for each kind of slip; none where no word is long enough."""
        found = tuple(self._variants(base, chance))
        unchanged = any(item.conversation.turns == base.conversation.turns for item in found)
        return () if unchanged else found

    def _variants(self, base: LabelledConversation, chance: Chance) -> Iterator[LabelledConversation]:
        for number, slips in enumerate(_SLIPS.values(), start=1):
            turns = reworded(base, partial(_misspelt, slips=slips, chance=chance))
            yield varied(base, turns, f"{self.name}-{number}", Phenomenon.MISSPELLING_SLANG)


def _misspelt(text: str, slips: tuple[Slip, ...], chance: Chance) -> str:
    words = list(_WORD.finditer(text))
    wanted = max(1, len(words) // _EVERY)
    changed: dict[int, str] = {}
    for number in shuffled(range(len(words)), chance):
        if len(changed) == wanted:
            break
        word = words[number][0]
        slipped = _slipped(word, draw(slips, chance), chance)
        if slipped != word:
            changed[words[number].start()] = slipped
    return _WORD.sub(lambda word: changed.get(word.start(), word[0]), text)


def _slipped(word: str, slip: Slip, chance: Chance) -> str:
    """The word with one slip, or as it is where every slip would make another word of it."""
    bare = re.sub("['’]", "", word)  # noqa: RUF001 - both apostrophes are typed
    if bare != word or len(word) < _SHORTEST:
        return bare
    for place in shuffled(range(1, len(word) - 1), chance):
        slipped = slip(word, place, chance)
        if slipped.casefold() not in _known():
            return slipped
    return word
