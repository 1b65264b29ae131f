"""A note as titled sections, the same for text and HTML, so that neither leaves anything out."""

from collections.abc import Iterator

from attrs import frozen

from warmhandoff.referral.handoff.exceptions import NO_EXCEPTION
from warmhandoff.referral.handoff.phrases import ABOUT, CAVEAT, moment
from warmhandoff.referral.handoff.states import what_then
from warmhandoff.referral.note import Consent, EmergencyException, Event, HandoffNote, Quote
from warmhandoff.risk import Urgency

__all__ = ["NOT_PASSED_ON", "Section", "Spoken", "sections"]

NOT_PASSED_ON = "Not to be passed on: the person has not agreed."
"""Stands at the top, so that nobody reads on by mistake."""

_ANSWERS = {
    Consent.NOT_ASKED: "The person was not asked yet whether this may be passed on.",
    Consent.GIVEN: "The person agreed that this is passed on.",
    Consent.DECLINED: "The person did not agree that this is passed on.",
    Consent.EMERGENCY_EXCEPTION: "The person did not agree; a human named an emergency exception.",
}


@frozen
class Spoken:
    """Somebody's words, with what there is to say about them in ours."""

    about: str
    words: str


@frozen
class Section:
    """A heading and what stands under it: paragraphs, then words of the person, then steps."""

    title: str
    paragraphs: tuple[str, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    steps: tuple[str, ...] = ()


def sections(note: HandoffNote) -> tuple[Section, ...]:
    """The whole note in the order in which it is read aloud."""
    return (
        Section("Status", tuple(_status(note))),
        Section("Situation", (note.situation,)),
        Section("In their own words", tuple(_words_told(note)), tuple(map(_spoken, note.own_words))),
        Section("Background", (note.background,)),
        Section("Assessment", (note.assessment,)),
        Section("Recommendation", (note.recommendation,)),
        Section("Consent", tuple(_consent(note)), _answer(note)),
        *([Section("If consent cannot be had", _exceptions(note))] if _without_consent(note) else []),
        Section("What happened with the handoff", _nothing_yet(note), steps=tuple(map(_event, note.history))),
        Section("What then", steps=what_then(note.state)),
    )


def _status(note: HandoffNote) -> Iterator[str]:
    yield CAVEAT
    if not note.may_be_passed_on:
        yield NOT_PASSED_ON
    if note.is_closed:
        yield "State: confirmed. The receiver has taken over."
    elif note.is_handoff:
        yield "State: connected, and not confirmed yet. Somebody checks back."
    else:
        yield f"State: {note.state}. This is a request and not yet a handoff."
    if note.person:
        yield f"Person: {note.person}"


def _words_told(note: HandoffNote) -> Iterator[str]:
    if not note.own_words:
        yield "The program points at no words of theirs."
    if note.more_words:
        yield f"{note.more_words} more such passage{'' if note.more_words == 1 else 's'} not shown here."


def _spoken(quote: Quote) -> Spoken:
    facts = [f"Turn {quote.turn + 1}"]
    if quote.at is not None:
        facts.append(moment(quote.at))
    if quote.domain is not None:
        facts.append(f"about {ABOUT[quote.domain]}")
    cut = [place for place, is_cut in (("before", quote.cut_before), ("after", quote.cut_after)) if is_cut]
    if cut:
        facts.append(f"the sentence goes on {' and '.join(cut)}")
    return Spoken(", ".join(facts), quote.words)


def _consent(note: HandoffNote) -> Iterator[str]:
    record = note.consent
    yield _ANSWERS[record.answer]
    if record.at is not None:
        yield f"When: {moment(record.at)}."
    if record.asked:
        yield f"Asked in these words: {record.asked}"
    if record.exception is not None:
        yield f"Decided by: {record.decided_by}."
        yield _exception(record.exception)


def _answer(note: HandoffNote) -> tuple[Spoken, ...]:
    words = note.consent.words
    return (Spoken("Answered in these words", words),) if words else ()


def _without_consent(note: HandoffNote) -> bool:
    """Whether somebody may have to act now without consent, and so will look for the rule."""
    return note.urgency is Urgency.NOW and not note.may_be_passed_on


def _exceptions(note: HandoffNote) -> tuple[str, ...]:
    if not note.exceptions:
        return (NO_EXCEPTION,)
    return (
        "A human may decide under one of these rules and a written policy. Not legal advice.",
        *map(_exception, note.exceptions),
    )


def _exception(rule: EmergencyException) -> str:
    since = f" In force since {rule.in_force.isoformat()}." if rule.in_force else ""
    source = f"{rule.source} ({rule.source_kind}, read on {rule.read.isoformat()})"
    remark = f" {rule.note}" if rule.note else ""
    return (
        f"{rule.name}. {rule.allows} Who decides: {rule.who_decides} "
        f"Basis: {rule.basis}.{since} Source: {source}.{remark}"
    )


def _nothing_yet(note: HandoffNote) -> tuple[str, ...]:
    return () if note.history else ("Nothing is recorded yet.",)


def _event(event: Event) -> str:
    facts = [f"{event.state}, {moment(event.at)}"]
    if event.sender:
        facts.append(f"from {event.sender}")
    if event.receiver:
        facts.append(f"to {event.receiver}")
    return f"{', '.join(facts)}.{f' {event.remark}' if event.remark else ''}"
