"""The scorers' word lists, and where they stand in a reply. Phrases are written as those of signals are."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from warmhandoff.datasets import DatasetError, read_toml, root
from warmhandoff.referral.signals.phrases import PhraseError, Phrases
from warmhandoff.referral.signals.words import cut

__all__ = ["Sentence", "WordLists", "names_of_places", "word_lists"]


class Sentence(NamedTuple):
    """A sentence or line of a reply.

    Attributes:
        text: Its words as they stand.
        question: Whether it ends in a question mark.
        found: What stands in it: name of the list, first word, one past the last.
    """

    text: str
    question: bool
    found: tuple[tuple[str, int, int], ...]

    def has(self, *names: str) -> bool:
        """Whether a phrase of one of these lists stands in it."""
        return any(name in names for name, _start, _end in self.found)

    def follows(self, first: str, then: str, within: int) -> bool:
        """Whether a phrase of ``then`` comes at most ``within`` words after one of ``first``."""
        ends = {end for name, _start, end in self.found if name == first}
        starts = (start for name, start, _end in self.found if name == then)
        return any(start - words in ends for start in starts for words in range(within + 1))


class WordLists:
    """The lists of one scorer, found in one pass over a reply."""

    def __init__(self, scorer: str) -> None:
        self._phrases = Phrases((phrase, name) for name, phrases in _read(scorer) for phrase in phrases)

    def sentences(self, text: str) -> Iterator[Sentence]:
        """The sentences of a reply, each with what was found in it; time grows with its length."""
        words = cut(text)
        found = sorted(self._phrases.find(words.words))
        questions, begin, place = set(words.questions), 0, 0
        for stop in words.stops:
            here = []
            while place < len(found) and found[place].start < stop:
                here.append((str(found[place].owner), found[place].start, found[place].end))
                place += 1
            end = words.ends[stop]
            yield Sentence(text[begin:end], stop in questions, tuple(here))
            begin = end

    def has(self, text: str, *names: str) -> bool:
        """Whether a phrase of one of these lists stands anywhere in a text."""
        return any(sentence.has(*names) for sentence in self.sentences(text))


@cache
def word_lists(scorer: str) -> WordLists:
    """The lists in ``datasets/chatbot-scorers/<scorer>.toml``.

    Raises:
        DatasetError: the file is missing or broken, or a phrase in it cannot be read.
    """
    try:
        return WordLists(scorer)
    except PhraseError as error:
        raise DatasetError(f"chatbot-scorers/{scorer}.toml: {error}") from None


@cache
def names_of_places() -> dict[str, tuple[str, ...]]:
    """What places are called in English, by ISO 3166 code; the first name is the one to say."""
    return dict(_read("places"))


def _read(name: str) -> list[tuple[str, tuple[str, ...]]]:
    path = root() / "chatbot-scorers" / f"{name}.toml"
    try:
        return [(entry["name"], tuple(entry["phrases"])) for entry in read_toml(path)["list"]]
    except (KeyError, TypeError):
        raise DatasetError(
            f'{path.name}: a list lacks its name or phrases; write name = "..." and phrases = ["..."].'
        ) from None
