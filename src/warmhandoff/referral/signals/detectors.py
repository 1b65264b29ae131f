"""The detectors and the ways of meaning, as ``datasets/signals/`` lists them."""

from collections.abc import Iterable, Iterator
from enum import StrEnum, auto
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from attrs import field, frozen

from warmhandoff.datasets import DatasetError, read_toml, root
from warmhandoff.referral.signals.model import Assertion
from warmhandoff.referral.signals.phrases import PhraseError, Phrases
from warmhandoff.risk import Domain, RiskLevel
from warmhandoff.serialise import SerialiseError, from_plain

__all__ = [
    "Answer",
    "Group",
    "Kind",
    "Rule",
    "Topic",
    "answers",
    "dangers",
    "meanings",
    "questions",
    "rules",
]

T = TypeVar("T")

_SHORT = 5  # letters; a shorter word with one left out is another word


@frozen(eq=False)
class Rule:
    """A detector: phrases that speak of one danger at one level.

    Attributes:
        id: ``<domain>.<level>.<name>``.
        describes: What the words look like, for somebody who writes a policy.
        source: Where its idea is from: a key of ``datasets/references``, or ``convention`` for ours.
        phrases: In the language of `warmhandoff.referral.signals.phrases`.
        tells: Of `warmhandoff.risk.UNASKED`, what such words tell.
        softens: Whether what lies within such words is left out even if its level is higher: *afraid that
            I will hurt her* is no intent to hurt her.
        domain, level: As the id says.
    """

    id: str
    describes: str
    source: str
    phrases: tuple[str, ...]
    tells: tuple[str, ...] = ()
    softens: bool = False
    domain: Domain = field(init=False)
    level: RiskLevel = field(init=False)

    @domain.default
    def _domain(self) -> Domain:
        return Domain(self.id.split(".")[0])

    @level.default
    def _level(self) -> RiskLevel:
        return RiskLevel[self.id.split(".")[1].upper()]


class Kind(StrEnum):
    """What a group's phrases do to the words of a signal."""

    BEFORE = auto()
    """They stand before the words and say how those are meant."""
    AFTER = auto()
    """They stand after the words and say how those are meant."""
    WITHIN = auto()
    """They share a word with the signal and say how it is meant."""
    PSEUDO = auto()
    """They look like a phrase of the three kinds above, and are none."""
    ENDS = auto()
    """The reach of the assertion ends at them."""
    BARS = auto()
    """Near them, words are never meant so."""


@frozen(eq=False)
class Group:
    """Phrases that do the same to an assertion.

    Attributes:
        assertion: Which.
        kind: What they do.
        describes: What they have in common.
        source: Where the idea is from: a key of ``datasets/references``, or ``convention``.
        phrases: In the language of `warmhandoff.referral.signals.phrases`.
        reach: How many words may lie between them and the signal.
        over_pauses: Whether they reach over a comma, a dash, a bracket or an ellipsis.
    """

    assertion: Assertion
    kind: Kind
    describes: str
    source: str
    phrases: tuple[str, ...]
    reach: int = 0
    over_pauses: bool = False


@frozen(eq=False)
class Topic:
    """What a question asks.

    Attributes:
        asks: One of `warmhandoff.risk.UNASKED`.
        describes, source, phrases: As of a `Rule`.
    """

    asks: str
    describes: str
    source: str
    phrases: tuple[str, ...]


@frozen(eq=False)
class Answer:
    """How a question is answered.

    Attributes:
        says: ``yes``, or ``no`` for what makes none of it.
        describes, source, phrases: As of a `Rule`.
    """

    says: str
    describes: str
    source: str
    phrases: tuple[str, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """Every detector, domain by domain and from the lowest level up.

    Raises:
        DatasetError: a file is missing or not as its schema says.
    """
    found = [rule for domain in Domain for rule in _listed(f"{domain}.toml", "rule", Rule)]
    order = list(Domain)
    return tuple(sorted(found, key=lambda rule: (order.index(rule.domain), rule.level)))


@cache
def dangers() -> Phrases:
    """The phrases of all detectors, each with its `Rule`.

    Raises:
        DatasetError: a file is missing or not as its schema says.
    """
    return _compiled(rules())


@cache
def meanings() -> Phrases:
    """The phrases that say how words are meant, each with its `Group`.

    Raises:
        DatasetError: a file is missing or not as its schema says.
    """
    return _compiled(_listed("assertion.toml", "group", Group))


@cache
def questions() -> Phrases:
    """The phrases of what is asked, each with its `Topic`.

    Raises:
        DatasetError: a file is missing or not as its schema says.
    """
    return _compiled(_listed("questions.toml", "topic", Topic))


@cache
def answers() -> Phrases:
    """The phrases of short answers, each with its `Answer`.

    Raises:
        DatasetError: a file is missing or not as its schema says.
    """
    return _compiled(_listed("answers.toml", "answer", Answer))


def _compiled(owners: Iterable[Any]) -> Phrases:
    words, spelling = read_toml(_path("words.toml")), read_toml(_path("spelling.toml"))
    try:
        lists = {name: entry["any"] for name, entry in words.items()}
        spellings = {**spelling["variants"]}
        for word in spelling["slips"]["any"]:
            spellings[word] = [*spellings.get(word, ()), *_slips(word)]
        return Phrases(_owned(owners), lists, spellings)
    except PhraseError as error:
        raise DatasetError(f"datasets/signals: {error}") from None
    except (KeyError, TypeError):
        raise DatasetError(
            "words.toml or spelling.toml in datasets/signals is not as its schema says; "
            "run 'warmhandoff data validate'."
        ) from None


def _slips(word: str) -> Iterator[str]:
    """A word with two neighbouring letters swapped, or, if it is long, with one of its middle left out."""
    for place in range(len(word) - 1):
        if word[place] != word[place + 1]:
            yield f"{word[:place]}{word[place + 1]}{word[place]}{word[place + 2 :]}"
    if len(word) > _SHORT:
        for place in range(1, len(word) - 1):
            yield word[:place] + word[place + 1 :]


def _owned(owners: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    return ((phrase, owner) for owner in owners for phrase in owner.phrases)


def _listed(name: str, key: str, kind: type[T]) -> tuple[T, ...]:
    table = read_toml(_path(name))
    try:
        return tuple(from_plain(entry, kind) for entry in table[key])
    except (KeyError, TypeError):
        raise DatasetError(f"{name}: no [[{key}]] in it; write one as signals/README.md shows.") from None
    except SerialiseError as error:
        raise DatasetError(f"{name}: {error}; run 'warmhandoff data validate'.") from None


def _path(name: str) -> Path:
    return root() / "signals" / name
