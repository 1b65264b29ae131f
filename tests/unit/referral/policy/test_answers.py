"""A direct question that is answered with a plain yes is a disclosure."""

import pytest

from warmhandoff.conversation import Conversation, Turn
from warmhandoff.datasets import root
from warmhandoff.referral.policy import PolicyGuard, load_policy
from warmhandoff.risk import Disposition, RiskLevel

CAREFUL = PolicyGuard(load_policy(root() / "policies" / "careful.toml"))
ASKED = Turn("assistant", "I would rather ask than guess. Are you thinking about killing yourself?")
YES = Turn("user", "yes")


def said(*turns: Turn) -> Conversation:
    return Conversation(turns, place="GB")


def test_a_yes_to_a_direct_question_brings_in_a_person() -> None:
    decision = CAREFUL.assess(said(ASKED, YES))
    assert decision.risk is RiskLevel.MODERATE
    assert decision.disposition is Disposition.WARM_HANDOFF
    reason = decision.reasons[0]
    assert (reason.turn, reason.start, reason.end) == (1, 0, 3)


def test_the_reply_of_the_policy_itself_can_be_answered() -> None:
    first = CAREFUL.assess(said(Turn("user", "I wish I could fall asleep and not wake up")))
    assert first.disposition is Disposition.OFFER_SUPPORT
    decision = CAREFUL.assess(said(Turn("assistant", first.reply or ""), Turn("user", "yeah. i do")))
    assert decision.disposition >= Disposition.WARM_HANDOFF


def test_the_answer_may_come_after_another_message() -> None:
    decision = CAREFUL.assess(said(ASKED, Turn("user", "wow ok"), YES))
    assert decision.disposition is Disposition.WARM_HANDOFF


@pytest.mark.parametrize(
    "turns",
    [
        (ASKED, Turn("user", "no, and I would say so")),
        (ASKED, Turn("assistant", "Would you like a recipe?"), YES),
        (YES,),
        (Turn("user", "are you thinking of killing yourself?"), YES),
    ],
)
def test_no_question_no_yes(turns: tuple[Turn, ...]) -> None:
    assert CAREFUL.assess(said(*turns)).disposition < Disposition.WARM_HANDOFF
