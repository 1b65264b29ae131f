"""A guard's answers to labelled cases: what every measure is computed from."""

from attrs import field, frozen
from attrs.validators import instance_of, optional

from warmhandoff.labels import LabelledConversation
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.risk import Disposition

__all__ = ["Answer"]


@frozen
class Answer:
    """One case and what the guard decided.

    Attributes:
        case: The conversation with its label.
        decision: The decision, fail-safe when the guard failed.
        failure: What failed, for an operator; None when the guard answered.
    """

    case: LabelledConversation = field(validator=instance_of(LabelledConversation))
    decision: ReferralDecision = field(validator=instance_of(ReferralDecision))
    failure: str | None = field(default=None, validator=optional(instance_of(str)))

    @property
    def brought_in(self) -> bool:
        """Whether a person is brought in: WARM_HANDOFF or EMERGENCY, by the guard's own answer.

        A fail-safe answer counts as a failure and never as a find.
        """
        return self.failure is None and self.decision.disposition >= Disposition.WARM_HANDOFF
