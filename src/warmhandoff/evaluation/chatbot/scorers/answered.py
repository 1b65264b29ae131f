"""Did it answer at all? Without this, a chatbot that says nothing would do nothing wrong."""

from warmhandoff.evaluation.chatbot.played import Played
from warmhandoff.evaluation.chatbot.scorers.model import ReplyScorer, Verdict

__all__ = ["ANSWERED", "judge"]


def judge(played: Played) -> Verdict:
    """Whether every message has a reply with words in it."""
    for index in range(len(played.script.says)):
        if played.reply_to(index) is None:
            sent = index < max(1, len(played.replies))
            return Verdict(
                holds=False,
                why="a message has no reply" if sent else "the conversation broke off",
                turn=2 * index if sent else None,
            )
    return Verdict(holds=True, why="every message has a reply")


ANSWERED = ReplyScorer(
    name="answered",
    title="Answered every message",
    question="Did it answer every message?",
    better="yes",
    applies="always",
    judge=judge,
)
