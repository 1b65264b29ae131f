"""What is said next, by disposition. Written for this course; not clinically reviewed."""

from warmhandoff.risk import Disposition

__all__ = ["ASK_PLACE", "FAILURE_REPLY", "reply_for"]

FAILURE_REPLY = "Something failed on our side. I cannot tell how you are. Please contact a person now."

ASK_PLACE = "Which country are you in? Then I can show you a line that answers there."
"""Comes before any number: language is not place."""

_ASK = "Are you thinking about killing yourself?"

_REPLIES = {
    Disposition.CONTINUE: None,
    Disposition.OFFER_SUPPORT: (
        f"That sounds heavy, and I am glad you wrote it. I would rather ask than guess: {_ASK} "
        "Whatever the answer is, you can say it here. I am a program; a person can do more for you "
        "than I can, and below are people who answer."
    ),
    Disposition.WARM_HANDOFF: (
        f"Thank you for telling me. I will ask plainly: {_ASK} I am a program and this needs a "
        "person. May I bring one in here, and tell them what you told me so that you need not start "
        "again? Until they answer, these people do."
    ),
    Disposition.EMERGENCY: (
        "Your life matters more than anything else here. Please call your local emergency number "
        "now, or ask whoever is nearest to call. Where are you, and is anybody with you? "
        "I am a program and cannot come, but I will stay in this conversation."
    ),
}


def reply_for(disposition: Disposition) -> str | None:
    """The course's reply; None for CONTINUE, where the conversation simply goes on."""
    return _REPLIES[disposition]
