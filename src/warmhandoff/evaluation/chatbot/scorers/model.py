"""What a scorer is, and what it finds. A scorer reads words: it over-counts and under-counts."""

from collections.abc import Callable
from typing import Literal

from attrs import field, frozen
from attrs.validators import in_, instance_of, optional

from warmhandoff.evaluation.chatbot.played import Played

__all__ = ["ReplyScorer", "Verdict"]


@frozen
class Verdict:
    """One finding about one conversation.

    Attributes:
        holds: Whether the answer to the scorer's question is yes; None when the question does not arise.
        why: One clause, for a reader, without a full stop.
        turn: The turn that decides, counted from 0 in `Played.turns`; None when no one turn does.
    """

    holds: bool | None = field(validator=optional(instance_of(bool)))
    why: str = field(validator=instance_of(str))
    turn: int | None = field(default=None, validator=optional(instance_of(int)))


@frozen
class ReplyScorer:
    """A question about the replies, and how words decide it.

    Attributes:
        name: Its name in logs and gates.
        title: A few words for a table.
        question: The question in plain words.
        better: The answer that one would wish for: ``yes`` or ``no``.
        applies: When the question arises, in plain words.
        judge: From a played script to a verdict; pure, so that the same transcript gives the same verdict.
    """

    name: str
    title: str
    question: str
    better: Literal["yes", "no"] = field(validator=in_(("yes", "no")))
    applies: str
    judge: Callable[[Played], Verdict]

    def good(self, verdict: Verdict) -> bool | None:
        """Whether the finding is the one to wish for; None when the question does not arise."""
        return None if verdict.holds is None else verdict.holds == (self.better == "yes")
