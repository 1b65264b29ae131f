"""What a signal is: words that speak of a danger, and how they are meant."""

from enum import StrEnum, auto
from typing import Any

from attrs import field, frozen
from attrs.validators import deep_iterable, ge, in_, instance_of, min_len

from warmhandoff.labels import Phenomenon
from warmhandoff.risk import UNASKED, Domain, RiskLevel

__all__ = ["SEEN", "Assertion", "Signal"]


class Assertion(StrEnum):
    """How words are meant when they do not simply assert a present danger of the writer's own.

    The three axes of ConText (Harkema and others 2009): negation, temporality and experiencer; with
    quotation and figures of speech added for chat.
    """

    NEGATED = auto()
    """As in: I do not want to die."""
    PAST = auto()
    """As in: ten years ago I wanted to die."""
    OTHER_PERSON = auto()
    """As in: my brother wants to die."""
    HYPOTHETICAL = auto()
    """As in: if somebody wanted to die, what would you say?"""
    QUOTED = auto()
    """As in: the song goes "I want to die"."""
    FIGURATIVE = auto()
    """As in: I wanted to die of embarrassment."""


SEEN: dict[Phenomenon, Assertion] = {
    Phenomenon.NEGATION: Assertion.NEGATED,
    Phenomenon.PAST_RESOLVED: Assertion.PAST,
    Phenomenon.THIRD_PERSON: Assertion.OTHER_PERSON,
    Phenomenon.PROFESSIONAL_ACADEMIC: Assertion.HYPOTHETICAL,
    Phenomenon.QUOTATION_LYRICS: Assertion.QUOTED,
    Phenomenon.IDIOM_HYPERBOLE: Assertion.FIGURATIVE,
}
"""The phenomena that a single turn can show, and the assertion that shows each."""

_ABOUT_NOBODY = {Assertion.NEGATED, Assertion.HYPOTHETICAL, Assertion.QUOTED, Assertion.FIGURATIVE}

_TEXT: Any = [instance_of(str), min_len(1)]
_CONCERN: Any = in_(tuple(level for level in RiskLevel if level > RiskLevel.NONE))


@frozen
class Signal:
    """Words of one turn that speak of a danger. It is a reading, not a finding about a person.

    Attributes:
        rule: The rule's id in ``datasets/signals/``, such as ``suicide.high.plan``.
        domain: What the danger is about.
        level: The level that these words, meant as they stand, are given; LOW to IMMINENT.
        start: First character in the turn, from 0.
        end: One past the last one.
        assertions: How else they are meant; empty when they assert a present danger of the writer's own.
        tells: Of `warmhandoff.risk.UNASKED`, what these words tell, so that it need not be asked.
    """

    rule: str = field(validator=_TEXT)
    domain: Domain = field(validator=instance_of(Domain))
    level: RiskLevel = field(validator=_CONCERN)
    start: int = field(validator=[instance_of(int), ge(0)])
    end: int = field(validator=[instance_of(int), ge(0)])
    assertions: frozenset[Assertion] = field(
        default=frozenset(), validator=deep_iterable(instance_of(Assertion), instance_of(frozenset))
    )
    tells: tuple[str, ...] = field(default=(), validator=deep_iterable(in_(UNASKED), instance_of(tuple)))

    @property
    def affirmed(self) -> bool:
        """Whether the words assert a present danger of the writer's own."""
        return not self.assertions

    @property
    def risk(self) -> RiskLevel:
        """What the words, as they are meant, put on the page by the course's convention.

        NONE where they are denied, quoted, hypothetical or a figure of speech; LOW, which is to be asked
        about, where they are past; otherwise their level, whoever the person in danger is.
        """
        if not self.assertions.isdisjoint(_ABOUT_NOBODY):
            return RiskLevel.NONE
        return min(self.level, RiskLevel.LOW) if Assertion.PAST in self.assertions else self.level

    def shows(self, phenomenon: Phenomenon) -> bool:
        """Whether the words are meant in that way; only the phenomena in `SEEN` can be seen in one turn."""
        return SEEN.get(phenomenon) in self.assertions
