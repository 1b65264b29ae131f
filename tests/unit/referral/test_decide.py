"""The course's response to a level: what is said, what is shown, what is still to be asked."""

import pytest

from warmhandoff.conversation import Conversation
from warmhandoff.referral.decision import Reason
from warmhandoff.referral.guard import FunctionGuard, decide
from warmhandoff.risk import UNASKED, Disposition, Domain, RiskLevel


def hello(place: str | None = None) -> Conversation:
    return Conversation.from_messages([{"role": "user", "content": "hello"}], place=place)


def test_none_goes_on_and_clears_nobody() -> None:
    decision = decide(RiskLevel.NONE, hello("GB"))
    assert decision.disposition is Disposition.CONTINUE
    assert decision.reasons == (Reason("default"),)
    assert (decision.reply, decision.resources, decision.unasked) == (None, (), ())


@pytest.mark.parametrize("level", [RiskLevel.LOW, RiskLevel.MODERATE, RiskLevel.HIGH])
def test_from_low_up_it_asks_directly(level: RiskLevel) -> None:
    decision = decide(level, hello("GB"), Reason("rule", Domain.SUICIDE, 0))
    assert "Are you thinking about killing yourself?" in (decision.reply or "")
    assert decision.unasked == UNASKED
    assert any(line.place == "GB" for line in decision.resources)


def test_without_a_place_it_asks_for_one_and_shows_no_number() -> None:
    decision = decide(RiskLevel.IMMINENT, hello())
    assert "Which country are you in?" in (decision.reply or "")
    assert "Which country" not in (decide(RiskLevel.IMMINENT, hello("GB")).reply or "")
    assert {line.phone for line in decision.resources} == {None}


def test_an_emergency_urges_asks_where_and_stays() -> None:
    reply = decide(RiskLevel.IMMINENT, hello("GB")).reply or ""
    for words in ("local emergency number", "Where are you", "I will stay"):
        assert words in reply


def test_a_function_s_wrong_answer_names_the_right_kind() -> None:
    with pytest.raises(TypeError, match=r"return a RiskLevel, such as RiskLevel\.HIGH"):
        FunctionGuard(lambda _conversation: 3).assess(hello())  # type: ignore[arg-type, return-value]
