"""What is said next, by disposition. Written for this course; not clinically reviewed."""

from warmhandoff.risk import Disposition, Domain

__all__ = ["ASK_PLACE", "FAILURE_REPLY", "question", "reply_for"]

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


_ABOUT_SUICIDE = {
    "intent": "Are you thinking about killing yourself, and do you mean to act on it?",
    "plan": "Do you have a plan for how you would end your life?",
    "time": "Is there a day or a time when you would do it?",
    "means": "Do you have what you would use within reach?",
    "past_acts": "Have you ever tried to end your life before?",
}
_ABOUT_SELF_HARM = {
    **_ABOUT_SUICIDE,
    "intent": "Do you mean to die when you hurt yourself, or are you thinking about killing yourself?",
}
_ABOUT_HARM_TO_OTHERS = {
    "intent": "Are you thinking about hurting somebody, and do you mean to act on it?",
    "plan": "Do you have a plan for how you would do it?",
    "time": "Is there a day or a time when you would do it?",
    "means": "Do you have what you would use within reach?",
    "past_acts": "Have you ever hurt somebody before, or come close to it?",
}


def question(topic: str, domain: Domain | None = None) -> str:
    """How the course asks about a topic: plainly, because asking does not put the idea into anybody's head.

    Args:
        topic: One of `warmhandoff.risk.UNASKED`.
        domain: What the concern is about. Harm to others has words of its own; anything else is asked
            about as suicide, which may lie behind it.
    """
    if domain is Domain.HARM_TO_OTHERS:
        return _ABOUT_HARM_TO_OTHERS[topic]
    return (_ABOUT_SELF_HARM if domain is Domain.SELF_HARM else _ABOUT_SUICIDE)[topic]
