"""Guards that fail in each of the ways a guard can; a process must be able to import them."""

import time

from warmhandoff.conversation import Conversation
from warmhandoff.risk import RiskLevel


def fine(_conversation: Conversation) -> RiskLevel:
    return RiskLevel.NONE


def raises(_conversation: Conversation) -> RiskLevel:
    raise ZeroDivisionError("by design")


def exits(_conversation: Conversation) -> RiskLevel:
    raise SystemExit


def hangs(_conversation: Conversation) -> RiskLevel:
    time.sleep(60)
    return RiskLevel.NONE


def answers_a_word(_conversation: Conversation) -> RiskLevel:
    return "high"  # type: ignore[return-value]


def recurses(conversation: Conversation) -> RiskLevel:
    return recurses(conversation)


def eats_memory(_conversation: Conversation) -> RiskLevel:
    kept = []
    while True:
        kept.append(bytearray(100_000_000))


class Undecided:
    """A guard whose answer is no decision."""

    def assess(self, _conversation: Conversation) -> None:
        return None
