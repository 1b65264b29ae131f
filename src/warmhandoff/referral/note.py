"""The handoff note: what the receiving person needs, whether they may have it, and how far it has come."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum, auto
from typing import Any

from attrs import field, frozen
from attrs.validators import deep_iterable, ge, in_, instance_of, min_len, optional

from warmhandoff.errors import CourseError
from warmhandoff.risk import UNASKED, Domain, Urgency

__all__ = [
    "NEXT",
    "Consent",
    "ConsentRecord",
    "EmergencyException",
    "Event",
    "HandoffError",
    "HandoffNote",
    "HandoffState",
    "Quote",
]

_TEXT: Any = [instance_of(str), min_len(1)]
_MAYBE_TEXT: Any = optional(instance_of(str))


class HandoffError(CourseError):
    """A note or a step of a handoff that cannot be: one sentence with what, and what is allowed instead."""


def _tuple_of(kind: type) -> Any:
    return deep_iterable(instance_of(kind), instance_of(tuple))


def _aware(_owner: object, attribute: Any, value: datetime | None) -> None:
    if value is not None and value.utcoffset() is None:
        raise HandoffError(
            f"the handoff's '{attribute.name}' has no time zone; write it with an offset, such as "
            "2026-11-23T21:30:00+00:00."
        )


_TIME: Any = [instance_of(datetime), _aware]
_MAYBE_TIME: Any = [optional(instance_of(datetime)), _aware]


def _named(name: str | None) -> bool:
    return bool(name and name.strip())


class Consent(StrEnum):
    """Whether the person agreed that their words are passed on."""

    NOT_ASKED = auto()
    GIVEN = auto()
    DECLINED = auto()
    EMERGENCY_EXCEPTION = auto()
    """A human decided, under a rule of law and a written policy, to pass them on all the same."""


@frozen
class EmergencyException:
    """A rule under which words may be passed on without consent, as read on a day. Not legal advice.

    Attributes:
        id: Its name in the data set, or the service's own.
        places: ISO 3166 codes of where it applies.
        name: What it is called.
        allows: What it allows and under which conditions, in our words.
        who_decides: Who may decide; never the program.
        basis: Act or guidance, with article or section.
        in_force: Since when, where a page named it.
        source: Address of the page that was read, ``source_kind`` whose page that is, ``read`` when.
        note: What remains open.
    """

    id: str = field(validator=_TEXT)
    places: tuple[str, ...] = field(validator=[_tuple_of(str), min_len(1)])
    name: str = field(validator=_TEXT)
    allows: str = field(validator=_TEXT)
    who_decides: str = field(validator=_TEXT)
    basis: str = field(validator=_TEXT)
    in_force: date | None = field(validator=optional(instance_of(date)))
    source: str = field(validator=_TEXT)
    source_kind: str = field(validator=_TEXT)
    read: date = field(validator=instance_of(date))
    note: str | None = field(default=None, validator=_MAYBE_TEXT)


@frozen
class ConsentRecord:
    """What the person answered when asked whether their words may be passed on.

    Attributes:
        answer: The answer.
        at: When, with time zone.
        asked: The question, in the words in which it was put.
        words: The answer in the person's own words, where there are any.
        exception: With EMERGENCY_EXCEPTION, the rule that was relied on.
        decided_by: With EMERGENCY_EXCEPTION, the human who decided: a name or a post.

    Raises:
        HandoffError: an answer without its question and time, or an exception without its rule, the
            human who decided, and the time.
    """

    answer: Consent = field(default=Consent.NOT_ASKED, validator=instance_of(Consent))
    at: datetime | None = field(default=None, validator=_MAYBE_TIME)
    asked: str | None = field(default=None, validator=_MAYBE_TEXT)
    words: str | None = field(default=None, validator=_MAYBE_TEXT)
    exception: EmergencyException | None = field(
        default=None, validator=optional(instance_of(EmergencyException))
    )
    decided_by: str | None = field(default=None, validator=_MAYBE_TEXT)

    def __attrs_post_init__(self) -> None:
        """An answer has a question; an exception has a rule and a human who chose it."""
        if self.answer in {Consent.GIVEN, Consent.DECLINED} and not (self.at and _named(self.asked)):
            raise HandoffError(
                f"consent is recorded as {self.answer} without its question or its time; give 'asked', the "
                "words in which it was asked, and 'at'."
            )
        if self.answer is Consent.EMERGENCY_EXCEPTION:
            if not (self.exception and self.at and _named(self.decided_by)):
                raise HandoffError(
                    "an emergency exception is recorded without its rule, its time or the human who decided; "
                    "give 'exception' (see exceptions_for), 'at' and 'decided_by'."
                )
        elif self.exception is not None:
            raise HandoffError(
                f"consent is {self.answer} and yet names an emergency exception; leave 'exception' out, or "
                "record the answer as emergency_exception."
            )


class HandoffState(StrEnum):
    """How far a handoff has come. It exists only from CONNECTED on; before that it is a request."""

    OFFERED = auto()
    ACCEPTED = auto()
    CONNECTED = auto()
    CONFIRMED = auto()
    DECLINED = auto()
    UNREACHABLE = auto()


NEXT: dict[HandoffState, tuple[HandoffState, ...]] = {
    HandoffState.OFFERED: (HandoffState.ACCEPTED, HandoffState.DECLINED, HandoffState.UNREACHABLE),
    HandoffState.ACCEPTED: (HandoffState.CONNECTED, HandoffState.DECLINED, HandoffState.UNREACHABLE),
    HandoffState.CONNECTED: (HandoffState.CONFIRMED, HandoffState.UNREACHABLE),
    HandoffState.CONFIRMED: (),
    HandoffState.DECLINED: (HandoffState.OFFERED,),
    HandoffState.UNREACHABLE: (HandoffState.OFFERED,),
}
"""What may follow. A refusal, or nobody there, leads to another offer and never to an end."""

_NEEDS_RECEIVER = frozenset({HandoffState.CONNECTED, HandoffState.CONFIRMED})


@frozen
class Event:
    """One step of a handoff.

    Attributes:
        state: What it has come to.
        at: When, with time zone.
        receiver: Who takes over: a name or a post. CONNECTED and CONFIRMED cannot be without.
        sender: Who hands over.
        remark: Anything else, such as the reason of a refusal.
    """

    state: HandoffState = field(validator=instance_of(HandoffState))
    at: datetime = field(validator=_TIME)
    receiver: str | None = field(default=None, validator=_MAYBE_TEXT)
    sender: str | None = field(default=None, validator=_MAYBE_TEXT)
    remark: str | None = field(default=None, validator=_MAYBE_TEXT)

    def __attrs_post_init__(self) -> None:
        """Nobody is connected to nobody."""
        if self.state in _NEEDS_RECEIVER and not _named(self.receiver):
            raise HandoffError(
                f"a handoff cannot be {self.state} without a named receiver; give 'receiver', or record it "
                "as unreachable."
            )


@frozen
class Quote:
    """The person's own words, verbatim.

    Attributes:
        words: A stretch of one turn, character for character.
        turn: Which turn, from 0.
        at: When it was sent, if known.
        domain: What the words speak of, if a rule said so.
        cut_before, cut_after: Whether the sentence goes on there.
    """

    words: str = field(validator=_TEXT)
    turn: int = field(validator=[instance_of(int), ge(0)])
    at: datetime | None = field(default=None, validator=_MAYBE_TIME)
    domain: Domain | None = field(default=None, validator=optional(instance_of(Domain)))
    cut_before: bool = field(default=False, validator=instance_of(bool))
    cut_after: bool = field(default=False, validator=instance_of(bool))


def _states(states: Sequence[HandoffState]) -> str:
    return " or ".join(filter(None, (", ".join(states[:-1]), states[-1])))


@frozen
class HandoffNote:
    """What the receiving person needs, in the order of SBAR. It holds no transcript.

    Attributes:
        situation, background, assessment, recommendation: One short paragraph each.
        own_words: The person's own words that carry the risk, verbatim, most severe and latest first.
        more_words: How many more such passages the conversation holds.
        unasked: Of `warmhandoff.risk.UNASKED`, what nobody has asked or told.
        urgency: How soon a person must reply; rules for an emergency are looked up for NOW only.
        consent: What they answered when asked whether this may be passed on.
        exceptions: Rules of their place for an emergency in which consent cannot be had.
        history: What has happened with the handoff so far, oldest first.
        person: Who it is about, where the service gives it; the toolkit adds nothing that identifies.
        place: ISO 3166 code, stated or consented.
        language: BCP 47 tag of their words.

    Raises:
        HandoffError: the history skips a step, runs back in time, or connects before consent was sought.
    """

    situation: str = field(validator=_TEXT)
    background: str = field(validator=_TEXT)
    assessment: str = field(validator=_TEXT)
    recommendation: str = field(validator=_TEXT)
    own_words: tuple[Quote, ...] = field(default=(), validator=_tuple_of(Quote))
    more_words: int = field(default=0, validator=[instance_of(int), ge(0)])
    unasked: tuple[str, ...] = field(default=(), validator=deep_iterable(in_(UNASKED), instance_of(tuple)))
    urgency: Urgency = field(default=Urgency.NOW, validator=instance_of(Urgency))
    consent: ConsentRecord = field(factory=ConsentRecord, validator=instance_of(ConsentRecord))
    exceptions: tuple[EmergencyException, ...] = field(default=(), validator=_tuple_of(EmergencyException))
    history: tuple[Event, ...] = field(default=(), validator=_tuple_of(Event))
    person: str | None = field(default=None, validator=_MAYBE_TEXT)
    place: str | None = field(default=None, validator=_MAYBE_TEXT)
    language: str = field(default="en", validator=_TEXT)

    def __attrs_post_init__(self) -> None:
        """The history is one that can have happened."""
        last: Event | None = None
        for event in self.history:
            self._follows(last, event)
            last = event

    def _follows(self, last: Event | None, event: Event) -> None:
        if last is None:  # where the time of the offer is not known, it is not made up
            allowed = (HandoffState.OFFERED, *NEXT[HandoffState.OFFERED])
        else:
            allowed = NEXT[last.state]
            if event.at < last.at:
                raise HandoffError(
                    f"the handoff was {last.state} at {last.at.isoformat()} and cannot be {event.state} "
                    f"before that, at {event.at.isoformat()}; give the time at which it happened."
                )
        if event.state not in allowed:
            before = last.state if last else HandoffState.OFFERED
            mend = f"only {_states(allowed)} can follow" if allowed else "nothing follows; write a new note"
            raise HandoffError(f"a handoff that is {before} cannot become {event.state}: {mend}.")
        if event.state is HandoffState.CONNECTED and self.consent.answer is Consent.NOT_ASKED:
            raise HandoffError(
                "a handoff cannot be connected before the person was asked whether their words may be passed "
                "on; ask, and record the answer with record_consent."
            )

    @property
    def state(self) -> HandoffState:
        """How far it has come, by its history; OFFERED while nothing has happened."""
        return self.history[-1].state if self.history else HandoffState.OFFERED

    @property
    def is_handoff(self) -> bool:
        """Whether a named person has taken over. Before that it is a request."""
        return self.state in _NEEDS_RECEIVER

    @property
    def is_closed(self) -> bool:
        """Whether the receiver confirmed. Nothing else closes a handoff: no refusal, and no busy line."""
        return self.state is HandoffState.CONFIRMED

    @property
    def may_be_passed_on(self) -> bool:
        """Whether the receiver may have this note: the person agreed, or a human named an exception."""
        return self.consent.answer in {Consent.GIVEN, Consent.EMERGENCY_EXCEPTION}
