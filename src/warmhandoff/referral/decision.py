"""What a guard decides, and what it hands over: frozen, validated, serialisable."""

from datetime import date
from enum import StrEnum, auto
from typing import Any

from attrs import field, frozen
from attrs.validators import deep_iterable, in_, instance_of, min_len, optional

from warmhandoff.referral.note import Consent, HandoffNote, HandoffState
from warmhandoff.risk import UNASKED, Disposition, Domain, RiskLevel, Urgency

__all__ = [
    "Audience",
    "Consent",
    "HandoffNote",
    "HandoffState",
    "Reason",
    "ReferralDecision",
    "Resource",
    "ResourceKind",
]

_TEXT: Any = [instance_of(str), min_len(1)]


def _tuple_of(kind: type) -> Any:
    return deep_iterable(instance_of(kind), instance_of(tuple))


@frozen
class Reason:
    """Why: the rule that fired, and the words it fired on.

    Attributes:
        rule: The rule's name; ``default`` when nothing fired.
        domain: What the danger is about, if any.
        turn: Index of the turn in the conversation, from 0.
        start: First character of the words in that turn, from 0.
        end: One past their last character.
    """

    rule: str = field(validator=_TEXT)
    domain: Domain | None = field(default=None, validator=optional(instance_of(Domain)))
    turn: int | None = field(default=None, validator=optional(instance_of(int)))
    start: int | None = field(default=None, validator=optional(instance_of(int)))
    end: int | None = field(default=None, validator=optional(instance_of(int)))

    def __attrs_post_init__(self) -> None:
        """A span needs its turn and both its ends, in order."""
        if (self.start is None) != (self.end is None):
            raise ValueError("a reason has 'start' without 'end'; give both or neither.")
        if self.start is not None and self.end is not None:
            if self.turn is None:
                raise ValueError("a reason has a span but no 'turn'; name the turn it lies in.")
            if not 0 <= self.start <= self.end:
                raise ValueError(
                    f"a reason's span runs from {self.start} to {self.end}; "
                    "it must run forward from 0 or more."
                )


class ResourceKind(StrEnum):
    """What answers there."""

    LINE = auto()
    EMERGENCY = auto()
    DIRECTORY = auto()


class Audience(StrEnum):
    """Whom a service is for, as far as the words about it tell."""

    ANYONE = auto()
    CHILDREN = auto()
    """Under 18."""
    YOUNG_ADULTS = auto()
    """18 to 24."""
    ADULTS = auto()
    WOMEN = auto()
    WORRIED_ABOUT_SOMEONE = auto()
    """People around somebody in trouble: family, friends, carers, supporters."""
    BEREAVED = auto()
    """By suicide."""
    PROFESSIONALS = auto()


@frozen
class Resource:
    """A service that a person can reach, as looked up on a day.

    Attributes:
        id: Its name in the data set.
        place: ISO 3166 code; None for worldwide directories.
        kind: A line, an emergency number, or a directory of lines.
        service: What it is called.
        phone, text, web: How to reach it; ``text`` says how to text.
        hours: When, in plain words.
        languages: ISO 639-1 codes.
        serves: Whom, in plain words.
        domains: What about.
        source: Address of the page that was read, ``source_kind`` whose page that is, ``read`` when.
        note: What remains uncertain.
        audiences: Whom it serves, for choosing; the same as ``serves`` says in words.
        silent: How to call it without speaking, in plain words; None where no page was read about it.
        stale: Whether its page was read too long before the time of use; never said without a time.
    """

    id: str = field(validator=_TEXT)
    place: str | None = field(validator=optional(instance_of(str)))
    kind: ResourceKind = field(validator=instance_of(ResourceKind))
    service: str = field(validator=_TEXT)
    phone: str | None = field(validator=optional(instance_of(str)))
    text: str | None = field(validator=optional(instance_of(str)))
    web: str | None = field(validator=optional(instance_of(str)))
    hours: str = field(validator=_TEXT)
    languages: tuple[str, ...] = field(validator=_tuple_of(str))
    serves: str = field(validator=_TEXT)
    domains: tuple[Domain, ...] = field(validator=_tuple_of(Domain))
    source: str = field(validator=_TEXT)
    source_kind: str = field(validator=_TEXT)
    read: date = field(validator=instance_of(date))
    note: str | None = field(default=None, validator=optional(instance_of(str)))
    audiences: tuple[Audience, ...] = field(default=(Audience.ANYONE,), validator=_tuple_of(Audience))
    silent: str | None = field(default=None, validator=optional(instance_of(str)))
    stale: bool = field(default=False, validator=instance_of(bool))


@frozen
class ReferralDecision:
    """The answer of a guard. It is a request for a person, never a clearance.

    Attributes:
        risk: What is on the page.
        disposition: What to do.
        urgency: How soon a person must reply.
        reasons: At least one; CONTINUE carries the reason ``default``.
        unasked: Of `warmhandoff.risk.UNASKED`, what nobody has asked or told yet.
        resources: Crisis lines for the person's place.
        reply: What to say next; None leaves it to the caller.
        hand_to: Whom a policy hands to, in its own words; None when nobody is named.
        handoff: The note for the receiving person, where there is one.

    Raises:
        ValueError, TypeError: a field is not of its type, there is no reason, or an emergency could wait.
    """

    risk: RiskLevel = field(validator=instance_of(RiskLevel))
    disposition: Disposition = field(validator=instance_of(Disposition))
    urgency: Urgency = field(validator=instance_of(Urgency))
    reasons: tuple[Reason, ...] = field(validator=[_tuple_of(Reason), min_len(1)])
    unasked: tuple[str, ...] = field(default=(), validator=deep_iterable(in_(UNASKED), instance_of(tuple)))
    resources: tuple[Resource, ...] = field(default=(), validator=_tuple_of(Resource))
    reply: str | None = field(default=None, validator=optional(instance_of(str)))
    hand_to: str | None = field(default=None, validator=optional(instance_of(str)))
    handoff: HandoffNote | None = field(default=None, validator=optional(instance_of(HandoffNote)))

    def __attrs_post_init__(self) -> None:
        """An emergency cannot wait."""
        if self.disposition is Disposition.EMERGENCY and self.urgency is not Urgency.NOW:
            raise ValueError("an EMERGENCY has the urgency NOW; no other one is possible.")

    @property
    def fail_safe(self) -> bool:
        """Whether it stands in for an answer that failed: the rule of a reason begins with ``fail_safe``."""
        return any(reason.rule.startswith("fail_safe") for reason in self.reasons)
