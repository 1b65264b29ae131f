"""Guards that fail in each of the ways a guard can; a process must be able to import them."""

import os
import signal
import time
from typing import Any, NoReturn

from attrs import evolve, frozen

from warmhandoff.conversation import Conversation
from warmhandoff.datasets import read_toml, root
from warmhandoff.referral.decision import Reason, ReferralDecision
from warmhandoff.referral.guard import decide
from warmhandoff.referral.resources import LAST_RESORT
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


def slow_if_asked(conversation: Conversation) -> RiskLevel:
    if conversation.turns[0].content != "slow":
        return RiskLevel.NONE
    time.sleep(0.6)
    return RiskLevel.HIGH


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


def interrupts(_conversation: Conversation) -> RiskLevel:
    raise KeyboardInterrupt


class UnreadableError(Exception):
    """An exception that raises when it is printed."""

    def __str__(self) -> str:
        """Fail."""
        raise ZeroDivisionError("by design")


def raises_what_cannot_be_read(_conversation: Conversation) -> RiskLevel:
    raise UnreadableError


def kills_its_process(_conversation: Conversation) -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("a killed process goes on")


def leaves_its_process(_conversation: Conversation) -> NoReturn:
    os._exit(0)


def lacks_its_data(_conversation: Conversation) -> RiskLevel:
    """As a policy or the signals would read their files."""
    read_toml(root() / "no-such-data-set" / "rules.toml")
    return RiskLevel.NONE


def changes_the_conversation(conversation: Conversation) -> RiskLevel:
    conversation.turns = ()  # type: ignore[misc]
    return RiskLevel.NONE


def changes_it_by_force(conversation: Conversation) -> RiskLevel:
    object.__setattr__(conversation, "turns", ())
    return RiskLevel.NONE


class Answers:
    """A guard that answers one thing, made when it is asked."""

    def assess(self, conversation: Conversation) -> ReferralDecision:
        answer: ReferralDecision = self.make(decide(RiskLevel.HIGH, conversation))
        return answer

    def make(self, decision: ReferralDecision) -> Any:
        return decision


class AnswersTooMuch(Answers):
    def make(self, decision: ReferralDecision) -> ReferralDecision:
        return evolve(decision, reply="word " * 1_000_000)


class AnswersTooManyReasons(Answers):
    def make(self, decision: ReferralDecision) -> ReferralDecision:
        return evolve(decision, reasons=(Reason("again"),) * 100_000)


class AnswersWhatHasNoPlainForm(Answers):
    """Python writes no number with so many digits."""

    def make(self, decision: ReferralDecision) -> ReferralDecision:
        return evolve(decision, reasons=(Reason("late", turn=10**5000),))


class AnswersWithLongNotes(Answers):
    """Each part is within bounds, all of them are not."""

    def make(self, decision: ReferralDecision) -> ReferralDecision:
        return evolve(decision, resources=(evolve(LAST_RESORT, note="word " * 1_000_000),) * 5)


class ChangesItsDecision(Answers):
    """Past the validators, as nobody should."""

    def make(self, decision: ReferralDecision) -> ReferralDecision:
        object.__setattr__(decision, "risk", "high")
        return decision


class BuildsAnImpossibleDecision(Answers):
    """The validators raise inside the guard."""

    def make(self, decision: ReferralDecision) -> ReferralDecision:
        return evolve(decision, reasons=())


@frozen
class Special(ReferralDecision):
    """A subclass with a field of its own."""

    mood: str = "sunny"


class AnswersASubclass(Answers):
    def make(self, decision: ReferralDecision) -> ReferralDecision:
        return Special(decision.risk, decision.disposition, decision.urgency, decision.reasons)


class Trap(ReferralDecision):
    """A subclass that raises when it is read."""

    @property
    def disposition(self) -> NoReturn:
        raise ZeroDivisionError("by design")


class AnswersATrap(Answers):
    def make(self, decision: ReferralDecision) -> ReferralDecision:
        trap = Trap.__new__(Trap)
        for name in ("risk", "urgency", "reasons", "unasked", "resources", "reply", "hand_to", "handoff"):
            object.__setattr__(trap, name, getattr(decision, name))
        return trap


class StandsIn:
    """What a mock with a spec does: it says that it is a decision."""

    __class__ = ReferralDecision  # type: ignore[assignment]

    def __getattr__(self, name: str) -> str:
        """Have every attribute."""
        return name


class AnswersAStandIn(Answers):
    def make(self, _decision: ReferralDecision) -> Any:
        return StandsIn()


class CannotBeBuilt:
    """Raises when another process loads it."""

    def __setstate__(self, _state: object) -> None:
        """Fail."""
        raise FileNotFoundError("datasets/policies/careful.toml")

    def __getstate__(self) -> tuple[str, ...]:
        """Have a state, so that it is set."""
        return ("state",)

    def assess(self, conversation: Conversation) -> ReferralDecision:
        return decide(RiskLevel.NONE, conversation)
