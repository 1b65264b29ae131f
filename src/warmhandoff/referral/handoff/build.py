"""From a decision and a conversation to a note: what the receiver needs, and no more."""

from collections.abc import Iterator
from datetime import datetime

from warmhandoff.conversation import Conversation, Turn
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.handoff.exceptions import exceptions_for
from warmhandoff.referral.handoff.phrases import ABOUT, ASKS, CAVEAT, LEVEL, SOON, listed, moment, services
from warmhandoff.referral.handoff.words import quotes
from warmhandoff.referral.note import ConsentRecord, Event, HandoffNote, HandoffState, Quote
from warmhandoff.risk import UNASKED, Disposition, Domain, RiskLevel, Urgency

__all__ = ["MOST_WORDS", "note_for"]

MOST_WORDS = 5
"""So many passages of their own words a note shows; the rest is counted. Chosen by the course."""

_MOST_RULES = 5

_TASKS = {
    Disposition.CONTINUE: "No handoff was asked for. Whoever reads this may see it otherwise.",
    Disposition.OFFER_SUPPORT: "Ask them directly how they are, {soon}, and offer a person to talk to.",
    Disposition.WARM_HANDOFF: (
        "Take over {soon}, in front of the person: say who you are and what you were told, so that they need "
        "not start again."
    ),
    Disposition.EMERGENCY: (
        "Now: urge the emergency number, ask where they are and who is with them, and stay until somebody is "
        "there. Sending help without consent is a human's decision under a written policy."
    ),
}


def note_for(
    decision: ReferralDecision,
    conversation: Conversation,
    *,
    consent: ConsentRecord | None = None,
    now: datetime | None = None,
    person: str | None = None,
) -> HandoffNote:
    """The note for the person who takes over, in the order of SBAR.

    It holds the person's own words that carry risk, verbatim, and otherwise only what the receiver needs:
    no transcript, no words of the assistant, and nothing that says who they are unless ``person`` does.
    Where the program failed, or names no words, the note says so.

    Args:
        decision: What a guard answered.
        conversation: What it was answered about.
        consent: What the person answered; without it, that they were not asked.
        now: When the handoff is offered; by default the time of the conversation's context. Without either
            the history begins with the first step that is recorded.
        person: Who it is about, where the service may and must say so.

    Raises:
        HandoffError: ``now`` has no time zone.
    """
    words = quotes(decision.reasons, conversation)
    at = now or conversation.context.now
    asked = decision.disposition >= Disposition.WARM_HANDOFF
    return HandoffNote(
        situation=" ".join(_situation(decision, person)),
        background=" ".join(_background(conversation, words)),
        assessment=" ".join(_assessment(decision, words)),
        recommendation=" ".join(_recommendation(decision)),
        own_words=words[:MOST_WORDS],
        more_words=len(words[MOST_WORDS:]),
        unasked=decision.unasked,
        urgency=decision.urgency,
        consent=consent or ConsentRecord(),
        exceptions=exceptions_for(conversation.place) if decision.urgency is Urgency.NOW else (),
        history=(Event(HandoffState.OFFERED, at),) if at and asked else (),
        person=person,
        place=conversation.place,
        language=conversation.language,
    )


def _domains(decision: ReferralDecision) -> tuple[Domain, ...]:
    return tuple(dict.fromkeys(reason.domain for reason in decision.reasons if reason.domain is not None))


def _situation(decision: ReferralDecision, person: str | None) -> Iterator[str]:
    who = person or "Somebody who writes in a chat"
    if decision.disposition is Disposition.CONTINUE:
        yield f"{who}: no reply by a person was asked for."
    else:
        yield f"{who} needs a reply by a person {SOON[decision.urgency]}."
    if decision.fail_safe:
        yield "The program failed and cannot tell how they are."
    elif domains := _domains(decision):
        yield f"What they wrote speaks of {listed(ABOUT[domain] for domain in domains)}."


def _background(conversation: Conversation, words: tuple[Quote, ...]) -> Iterator[str]:
    context = conversation.context
    yield (
        f"Place: {conversation.place}, stated or consented."
        if conversation.place
        else "Place: not known; ask."
    )
    yield f"Age: {context.age_band}." if context.age_band else "Age: not known."
    if context.visit is not None:
        yield f"Visit: {context.visit}."
    yield f"Language of their words: {conversation.language}."
    turns = [turn for _index, turn in conversation.said_by("user")]
    yield f"They wrote {len(turns)} message{'' if len(turns) == 1 else 's'}{_span(turns)}."
    if words:
        first = min(quote.turn for quote in words)
        yield f"The first words that carry risk stand in turn {first + 1} of {len(conversation.turns)}."
    yield "What else was said is not in this note."


def _span(turns: list[Turn]) -> str:
    times = [turn.at for turn in turns if turn.at is not None]
    if not times:
        return ""
    first, last = moment(min(times)), moment(max(times))
    return f", at {first}" if first == last else f", from {first} to {last}"


def _assessment(decision: ReferralDecision, words: tuple[Quote, ...]) -> Iterator[str]:
    if decision.fail_safe:
        yield "The program assessed nothing; the level stands for 'a person must look' and for nothing else."
    elif decision.risk is RiskLevel.NONE:
        yield "The program saw no sign of danger on the page, which clears nobody."
    else:
        yield f"The program put what is on the page at {LEVEL[decision.risk]}, by the course's convention."
    rules = list(dict.fromkeys(reason.rule for reason in decision.reasons))
    more = f" and {len(rules) - _MOST_RULES} more" if len(rules) > _MOST_RULES else ""
    named = ", ".join(f"“{rule}”" for rule in rules[:_MOST_RULES])
    yield f"Rules that fired: {named}{more}."
    if not words and decision.risk > RiskLevel.NONE:
        yield "It points at no words of theirs: ask them, and listen."
    if decision.unasked:
        topics = listed((ASKS[topic] for topic in UNASKED if topic in decision.unasked), "or")
        yield f"Nobody has asked, and they have not told, {topics}."
    yield f"{CAVEAT} It predicts nothing."


def _recommendation(decision: ReferralDecision) -> Iterator[str]:
    yield _TASKS[decision.disposition].format(soon=SOON[decision.urgency])
    if decision.hand_to:
        yield f"Meant for: {decision.hand_to}."
    if decision.unasked:
        yield "Ask plainly about what is not known."
    if lines := services(decision.resources):
        yield f"Services for their place: {lines}."
    yield "Confirm that you have taken over; until then somebody keeps trying."
