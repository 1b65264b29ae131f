"""Guards that read one turn at a time: the same answer as over the whole conversation, at a flat cost."""

from abc import ABC, abstractmethod
from functools import reduce
from typing import Generic, TypeVar

from attrs import evolve

from warmhandoff.conversation import Conversation, Turn
from warmhandoff.referral.decision import ReferralDecision

__all__ = ["StreamingGuard"]

S = TypeVar("S")


class StreamingGuard(ABC, Generic[S]):
    """A guard whose state has a fixed size, whatever the number of turns.

    A subclass says how a state begins, what a turn changes in it, and what follows from it. States are
    immutable, so that one can be kept and gone on from twice.
    """

    def begin(self, conversation: Conversation | None = None) -> S:
        """The state before the first turn.

        Args:
            conversation: Its language, place and context hold for the stream; its turns are not read.
        """
        setting = Conversation(()) if conversation is None else evolve(conversation, turns=())
        return self._begin(setting)

    @abstractmethod
    def _begin(self, setting: Conversation) -> S: ...

    @abstractmethod
    def observe(self, state: S, turn: Turn) -> S:
        """The state after one more turn, in time that depends on that turn alone."""

    @abstractmethod
    def conclude(self, state: S) -> ReferralDecision:
        """The decision for all turns seen, in constant time."""

    def assess_turn(self, state: S, turn: Turn) -> tuple[S, ReferralDecision]:
        """One more turn of a conversation under way: the state to keep, and the decision now."""
        state = self.observe(state, turn)
        return state, self.conclude(state)

    def assess(self, conversation: Conversation) -> ReferralDecision:
        """The decision for a whole conversation: every turn observed, one decision."""
        return self.conclude(reduce(self.observe, conversation.turns, self.begin(conversation)))
