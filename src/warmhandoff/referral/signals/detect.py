"""The signals of one turn."""

from collections import deque
from collections.abc import Iterable, Iterator

from attrs import frozen

from warmhandoff.referral.signals.assertion import Meaning
from warmhandoff.referral.signals.detectors import Rule, dangers, meanings
from warmhandoff.referral.signals.model import Assertion, Signal
from warmhandoff.referral.signals.phrases import LONGEST
from warmhandoff.referral.signals.words import cut
from warmhandoff.risk import Domain

__all__ = ["signals_in"]


def signals_in(text: str) -> tuple[Signal, ...]:
    """The signals of one turn, in the order of their first character.

    A line is read by itself, so that nothing which is added on another line changes what stands here.
    Words that carry two dangers give two signals. Of signals of one danger that lie within each other,
    those are kept that say more: the longer; the shorter too if its level is higher (unless the longer
    softens it) or if it is meant differently.

    Args:
        text: What somebody wrote, of any length and with any characters; time grows with its length.

    Raises:
        DatasetError: a file of ``datasets/signals`` is missing or broken.
    """
    words = cut(text)
    found = list(dangers().find(words.words))
    if not found:
        return ()
    meaning = Meaning(words, meanings().find(words.words))
    return tuple(
        Signal(
            rule=read.rule.id,
            domain=read.rule.domain,
            level=read.rule.level,
            start=words.starts[read.start],
            end=words.ends[read.end - 1],
            assertions=read.assertions,
            tells=read.rule.tells,
        )
        for read in _telling(_Read(start, end, rule, meaning.of((start, end))) for start, end, rule in found)
    )


@frozen
class _Read:
    """A rule's phrase in the text, from a word to one past another, and how it is meant."""

    start: int
    end: int
    rule: Rule
    assertions: frozenset[Assertion]

    def covers(self, other: "_Read") -> bool:
        """Whether the other lies within this one and adds nothing: it is no higher and tells no more."""
        return (
            self.start <= other.start
            and other.end <= self.end
            and self.assertions <= other.assertions
            and (
                self.rule.softens
                or (self.rule.level >= other.rule.level and set(self.rule.tells) >= set(other.rule.tells))
            )
        )


def _telling(found: Iterable[_Read]) -> Iterator[_Read]:
    """Those that no other one of the same danger covers."""
    kept: dict[Domain, deque[_Read]] = {}
    for read in sorted(found, key=lambda read: (read.start, -read.end, -read.rule.level)):
        near = kept.setdefault(read.rule.domain, deque())
        while near and near[0].start <= read.start - LONGEST:
            near.popleft()
        if not any(other.covers(read) for other in near):
            near.append(read)
            yield read
