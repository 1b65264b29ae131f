"""Labelled conversations and answers in one line each, for tests of evaluation."""

from collections.abc import Sequence

from warmhandoff.conversation import Context, Conversation
from warmhandoff.evaluation.answers import Answer
from warmhandoff.labels import Label, LabelledConversation, Phenomenon
from warmhandoff.referral.decision import Reason, ReferralDecision
from warmhandoff.risk import Disposition, Domain, RiskLevel, Urgency, default_response


def labelled(  # noqa: PLR0913 - a label has many fields
    risk: RiskLevel = RiskLevel.NONE,
    said: Sequence[str] = ("hello",),
    *,
    levels: Sequence[RiskLevel] = (),
    dispositions: Sequence[Disposition] = (),
    domain: Domain | None = Domain.SUICIDE,
    deciding_turn: int | None = 0,
    unasked: Sequence[str] = (),
    phenomena: Sequence[Phenomenon] = (),
    place: str | None = None,
    age_band: str | None = None,
) -> LabelledConversation:
    """A case in which the person says these things in a row; a text beginning with ``bot:`` is the bot's."""
    messages = [
        {"role": "assistant" if text.startswith("bot:") else "user", "content": text.removeprefix("bot:")}
        for text in said
    ]
    conversation = Conversation.from_messages(
        messages, id="x", place=place, context=Context(age_band=age_band)
    )
    disposition, urgency = default_response(risk)
    label = Label(
        risk=risk,
        risk_accepted=tuple(levels) or (risk,),
        disposition=disposition,
        disposition_accepted=tuple(dispositions) or (disposition,),
        urgency=urgency,
        domain=domain,
        deciding_turn=deciding_turn,
        unasked=tuple(unasked),
        phenomena=tuple(phenomena),
        rationale="made up for a test",
    )
    return LabelledConversation(conversation, label)


def decided(
    disposition: Disposition,
    risk: RiskLevel | None = None,
    unasked: Sequence[str] = (),
    rule: str = "test",
) -> ReferralDecision:
    """A decision with that disposition."""
    emergency = disposition is Disposition.EMERGENCY
    return ReferralDecision(
        risk=RiskLevel(disposition) if risk is None else risk,
        disposition=disposition,
        urgency=Urgency.NOW if emergency else Urgency.DAYS,
        reasons=(Reason(rule),),
        unasked=tuple(unasked),
    )


def answered(
    case: LabelledConversation,
    disposition: Disposition,
    *,
    risk: RiskLevel | None = None,
    unasked: Sequence[str] = (),
    failure: str | None = None,
) -> Answer:
    """A guard's answer to a case."""
    return Answer(case, decided(disposition, risk, unasked), failure)
