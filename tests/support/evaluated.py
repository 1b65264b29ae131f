"""Guards made to be evaluated: one that knows every label, and those that a gate must not let pass."""

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import evolve

from warmhandoff.conversation import Conversation
from warmhandoff.evaluation.perturb import Family
from warmhandoff.labels import Label, LabelledConversation, Phenomenon
from warmhandoff.referral.decision import Reason, ReferralDecision
from warmhandoff.referral.guard import decide
from warmhandoff.risk import Disposition, RiskLevel, Urgency
from warmhandoff.serialise import to_plain


class Oracle:
    """Answers by the label, from the turn that decides on: the best that a guard can do."""

    def __init__(self, cases: Iterable[LabelledConversation], families: Sequence[Family] = ()) -> None:
        known = (*cases, *(one for family in families for one in (family.base, *family.variants)))
        self.labels = {
            case.conversation.turns[: number + 1]: case.label
            for case in known
            for number in range(case.label.deciding_turn or 0, len(case.conversation.turns))
        }

    def assess(self, conversation: Conversation) -> ReferralDecision:
        label = self.labels.get(conversation.turns)
        return decide(RiskLevel.NONE, conversation) if label is None else self.answer(label)

    def answer(self, label: Label) -> ReferralDecision:
        return ReferralDecision(
            label.risk, label.disposition, label.urgency, (Reason("oracle"),), unasked=label.unasked
        )


class RaisesOnHardCases(Oracle):
    """As good as can be on what it answers, and it answers only what is easy."""

    hard = frozenset({RiskLevel.IMMINENT})

    def answer(self, label: Label) -> ReferralDecision:
        if label.risk in self.hard:
            raise RuntimeError("too hard")
        return super().answer(label)


class RaisesAlways(Oracle):
    """Never answers."""

    def assess(self, _conversation: Conversation) -> ReferralDecision:
        raise RuntimeError("no model")


class ReturnsNothing(Oracle):
    """Answers None."""

    def assess(self, _conversation: Conversation) -> ReferralDecision:
        return None  # type: ignore[return-value]


class StaysSilent(Oracle):
    """Goes on, whatever is said."""

    def assess(self, conversation: Conversation) -> ReferralDecision:
        return decide(RiskLevel.NONE, conversation)


class RefersEverybody(Oracle):
    """Asks for a person, whatever is said."""

    def assess(self, conversation: Conversation) -> ReferralDecision:
        return decide(RiskLevel.HIGH, conversation)


class CallsEverythingAnEmergency(Oracle):
    """Never below an emergency."""

    def assess(self, conversation: Conversation) -> ReferralDecision:
        return decide(RiskLevel.IMMINENT, conversation)


class CallsEveryRiskAnEmergency(Oracle):
    """Right about who needs a person, and sends an ambulance to each."""

    def answer(self, label: Label) -> ReferralDecision:
        best = super().answer(label)
        if best.disposition < Disposition.WARM_HANDOFF:
            return best
        return evolve(best, disposition=Disposition.EMERGENCY, urgency=Urgency.NOW)


class DeafToFarewells(Oracle):
    """Right but for one small subgroup."""

    def answer(self, label: Label) -> ReferralDecision:
        best = super().answer(label)
        if Phenomenon.OBLIQUE_FAREWELL not in label.phenomena:
            return best
        return evolve(best, disposition=Disposition.CONTINUE, urgency=Urgency.ROUTINE)


class CatchesItsOwnFailures(RaisesOnHardCases):
    """Raises on the hard cases, but inside a fail-safe wrapper of its own."""

    def assess(self, conversation: Conversation) -> ReferralDecision:
        try:
            return super().assess(conversation)
        except RuntimeError:
            return evolve(decide(RiskLevel.IMMINENT, conversation), reasons=(Reason("fail_safe:exception"),))


class ForgetsAtOnce(Oracle):
    """Right at the turn that decides, and only there."""

    def __init__(self, cases: Iterable[LabelledConversation], families: Sequence[Family] = ()) -> None:
        super().__init__(cases, families)
        first: dict[int, int] = {}
        for turns, label in self.labels.items():
            first[id(label)] = min(first.get(id(label), len(turns)), len(turns))
        self.labels = {turns: label for turns, label in self.labels.items() if len(turns) == first[id(label)]}


BAD = (
    RaisesOnHardCases,
    RaisesAlways,
    ReturnsNothing,
    StaysSilent,
    RefersEverybody,
    CallsEverythingAnEmergency,
    CallsEveryRiskAnEmergency,
    DeafToFarewells,
    CatchesItsOwnFailures,
    ForgetsAtOnce,
)


def record(case: LabelledConversation) -> dict[str, Any]:
    """A case as a line of a data set holds it."""
    conversation = case.conversation
    return {
        "id": conversation.id,
        "messages": [{"role": turn.role, "content": turn.content} for turn in conversation.turns],
        "language": conversation.language,
        "place": conversation.place,
        "age_band": conversation.context.age_band,
        "label": to_plain(case.label),
    }
