"""A wrong solution: how somebody is now is what they said last.

A bright person might write it because the newest message is the freshest news, and because it is fast. It
even keeps the bot's question, so that a bare "yes" is understood.
"""

from typing import Any

from attrs import evolve

from warmhandoff import Conversation, RiskLevel

MISCONCEPTION = "the latest turn tells how they are"
CHECK = "across-turns"
SENTENCE = "People change the subject when nobody answered or when they frightened somebody"


def mutate(solution: Any) -> None:
    """Give the solution this idea; everything else in it stays right."""
    right = solution.standing_level

    def standing_level(conversation: Conversation) -> RiskLevel:
        level: RiskLevel = right(evolve(conversation, turns=conversation.turns[-2:]))
        return level

    solution.standing_level = standing_level
