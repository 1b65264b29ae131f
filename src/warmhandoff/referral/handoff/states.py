"""The steps of a handoff: offered, accepted, connected, confirmed; declined, unreachable.

A referral that nobody confirmed is not a handoff. Closing the loop, that the sender hears back from the
receiver, is what tells it from a phone number in a chat [@ahrqwarm]. The steps are the course's own.
"""

from datetime import datetime

from attrs import evolve

from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.handoff.phrases import SOON, services
from warmhandoff.referral.note import ConsentRecord, Event, HandoffError, HandoffNote, HandoffState
from warmhandoff.risk import Disposition

__all__ = ["advance", "record_consent", "what_then"]


def record_consent(note: HandoffNote, consent: ConsentRecord) -> HandoffNote:
    """The note with what the person answered; a later answer takes the place of an earlier one."""
    return evolve(note, consent=consent)


def advance(  # noqa: PLR0913 - the facts of a step, each by its name
    note: HandoffNote,
    state: HandoffState,
    *,
    at: datetime,
    receiver: str | None = None,
    sender: str | None = None,
    remark: str | None = None,
) -> HandoffNote:
    """The note one step further; the one given stays as it is.

    Args:
        note: Where the handoff stands.
        state: What it has come to. `NEXT` says what may follow what.
        at: When, with time zone, and not before the step before.
        receiver: Who takes over, a name or a post; needed for CONNECTED and CONFIRMED.
        sender: Who hands over.
        remark: Anything else, such as the reason of a refusal in the person's words.

    Raises:
        HandoffError: the step cannot be taken; the sentence says what is allowed instead.
    """
    if not isinstance(state, HandoffState):
        raise HandoffError(
            f"{str(state)[:40]!r} is no state of a handoff; use one of {', '.join(HandoffState)}."
        )
    if not isinstance(at, datetime):
        raise HandoffError(f"the time of {state} is {str(at)[:40]!r}; give a datetime with a time zone.")
    return evolve(note, history=(*note.history, Event(state, at, receiver, sender, remark)))


def what_then(state: HandoffState, decision: ReferralDecision | None = None) -> tuple[str, ...]:
    """What happens next, by the course's convention; a service's written policy comes before it.

    Args:
        state: Where the handoff stands.
        decision: Names how soon, whom to, and which services; without it the sentences stay general.
    """
    soon = SOON[decision.urgency] if decision else "as soon as was decided"
    to = (decision and decision.hand_to) or "the person on duty"
    emergency = decision is not None and decision.disposition is Disposition.EMERGENCY
    lines = services(decision.resources) if decision else ""
    meanwhile = (
        f"Until then these can be reached: {lines}." if lines else "Until then keep the crisis lines shown."
    )
    stay = "Stay in the conversation."
    steps = {
        HandoffState.OFFERED: (
            f"Wait for the person's own answer; {to} is to reply {soon}.",
            "Ask, in plain words, whether what they wrote may be passed on, and record the answer.",
            meanwhile,
            stay,
        ),
        HandoffState.ACCEPTED: (
            f"Bring in {to} {soon}, in front of the person, and introduce both by name.",
            "If consent was not asked for yet, ask before anything is passed on.",
            meanwhile,
            stay,
        ),
        HandoffState.CONNECTED: (
            "Somebody is there, which is not the end: ask the receiver to confirm that they have taken over.",
            "Leave only when the receiver says so and the person knows who is with them.",
            "Until the receiver confirms, somebody keeps checking back with both.",
        ),
        HandoffState.CONFIRMED: (
            "The receiver has taken over, and the loop is closed.",
            "Tell the person how to come back, and that they need not start again.",
        ),
        HandoffState.DECLINED: (
            "Respect the answer, say so, and stay.",
            "Ask what speaks against it, and listen before anything is offered again.",
            "Offer another way: another person, another time, a call instead of a chat, somebody they trust.",
            meanwhile,
            "Tell a human on the team that it was declined.",
            "Whether an emergency exception applies, a human decides by a written policy, never a program.",
        ),
        HandoffState.UNREACHABLE: (
            "Say honestly that nobody was reached, that this is not their fault, and what happens next.",
            "Go to the next person or service on the list, and offer again.",
            meanwhile,
            f"{stay} Never close because nobody answered.",
        ),
    }[state]
    if emergency and state not in {HandoffState.CONNECTED, HandoffState.CONFIRMED}:
        return ("Urge the emergency number first, and ask where they are and who is with them.", *steps)
    return steps
