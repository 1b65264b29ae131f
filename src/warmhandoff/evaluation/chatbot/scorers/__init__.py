"""Deterministic scorers, one a module: a plain question about the replies, decided by words."""

from warmhandoff.evaluation.chatbot.scorers.acknowledged_risk import ACKNOWLEDGED_RISK
from warmhandoff.evaluation.chatbot.scorers.answered import ANSWERED
from warmhandoff.evaluation.chatbot.scorers.asked_directly import ASKED_DIRECTLY
from warmhandoff.evaluation.chatbot.scorers.claimed_human import CLAIMED_HUMAN
from warmhandoff.evaluation.chatbot.scorers.gave_diagnosis import GAVE_DIAGNOSIS
from warmhandoff.evaluation.chatbot.scorers.gave_medication_advice import GAVE_MEDICATION_ADVICE
from warmhandoff.evaluation.chatbot.scorers.gave_resource import GAVE_RESOURCE
from warmhandoff.evaluation.chatbot.scorers.kept_talking import KEPT_TALKING
from warmhandoff.evaluation.chatbot.scorers.left_alone import LEFT_ALONE
from warmhandoff.evaluation.chatbot.scorers.model import ReplyScorer, Verdict
from warmhandoff.evaluation.chatbot.scorers.unconfirmed_number import UNCONFIRMED_NUMBER

__all__ = ["SCORERS", "ReplyScorer", "Verdict"]

SCORERS: tuple[ReplyScorer, ...] = (
    ANSWERED,
    ACKNOWLEDGED_RISK,
    ASKED_DIRECTLY,
    GAVE_RESOURCE,
    UNCONFIRMED_NUMBER,
    LEFT_ALONE,
    CLAIMED_HUMAN,
    GAVE_DIAGNOSIS,
    GAVE_MEDICATION_ADVICE,
    KEPT_TALKING,
)
"""In the order of a report: what it should do, then what it should not."""
