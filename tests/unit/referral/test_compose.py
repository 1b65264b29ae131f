"""Guards made of guards: in order, or by the highest answer; streaming where every part streams."""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.conversation import Conversation, Turn
from warmhandoff.referral.decision import Reason, ReferralDecision
from warmhandoff.referral.guard import (
    FailSafeGuard,
    Guard,
    KeywordGuard,
    StreamingGuard,
    first_of,
    highest_of,
)
from warmhandoff.referral.guard.protocol import decide
from warmhandoff.risk import UNASKED, Disposition, Domain, RiskLevel, Urgency

COMPOSE = [first_of, highest_of]
HELLO = Conversation((Turn("user", "hello"),), place="GB")


@frozen
class Says:
    """A guard with one answer, which counts how often it was asked."""

    decision: ReferralDecision
    asked: list[Conversation]

    def assess(self, conversation: Conversation) -> ReferralDecision:
        self.asked.append(conversation)
        return self.decision


def says(level: RiskLevel, name: str = "rule", **changes: Any) -> Says:
    decision = decide(level, HELLO, Reason(name) if level else None)
    return Says(evolve(decision, **changes), [])


def response(decision: ReferralDecision) -> tuple[Disposition, Urgency, RiskLevel]:
    return decision.disposition, decision.urgency, decision.risk


words = st.lists(st.sampled_from(["die", "sad", "gone"]), max_size=2)
keyword_guards = st.builds(KeywordGuard, words, st.sampled_from(RiskLevel))
turns = st.builds(Turn, st.sampled_from(["user", "assistant"]), st.sampled_from(["die", "so sad", "ok"]))
conversations = st.builds(Conversation, st.lists(turns, max_size=5), place=st.sampled_from([None, "GB"]))
decisions = st.builds(
    lambda level, disposition, urgency: ReferralDecision(
        level, disposition, Urgency.NOW if disposition is Disposition.EMERGENCY else urgency, (Reason("any"),)
    ),
    st.sampled_from(RiskLevel),
    st.sampled_from(Disposition),
    st.sampled_from(Urgency),
)


def test_the_first_that_asks_for_something_answers() -> None:
    one, two, three = says(RiskLevel.NONE), says(RiskLevel.LOW), says(RiskLevel.IMMINENT)
    assert first_of(one, two, three).assess(HELLO) == two.decision


def test_those_after_the_first_are_not_asked() -> None:
    costly = says(RiskLevel.IMMINENT)
    first_of(says(RiskLevel.LOW), costly).assess(HELLO)
    assert not costly.asked


def test_when_none_asks_for_anything_the_last_one_answers() -> None:
    last = says(RiskLevel.NONE, reasons=(Reason("last"),))
    assert first_of(says(RiskLevel.NONE), last).assess(HELLO) == last.decision


@given(st.lists(decisions, min_size=1, max_size=4))
def test_the_highest_is_lower_than_no_part_in_anything(parts: list[ReferralDecision]) -> None:
    found = highest_of(*(Says(part, []) for part in parts)).assess(HELLO)
    for part in parts:
        assert found.disposition >= part.disposition
        assert found.urgency >= part.urgency
        assert found.risk >= part.risk
    assert response(found) >= max(map(response, parts))


@given(st.permutations([says(level, level.name) for level in RiskLevel]))
def test_the_order_changes_no_response(parts: list[Guard]) -> None:
    assert response(highest_of(*parts).assess(HELLO)) == response(says(RiskLevel.IMMINENT).decision)


def test_among_equals_the_first_one_replies() -> None:
    one, two = (says(RiskLevel.HIGH, reply=reply, hand_to=reply) for reply in ("one", "two"))
    found = highest_of(one, two).assess(HELLO)
    assert (found.reply, found.hand_to) == ("one", "one")


def test_urgency_decides_between_equal_dispositions() -> None:
    calm = says(RiskLevel.HIGH, urgency=Urgency.DAYS, reply="calm")
    soon = says(RiskLevel.MODERATE, urgency=Urgency.NOW, reply="soon")
    found = highest_of(calm, soon).assess(HELLO)
    assert (found.reply, found.urgency, found.risk) == ("soon", Urgency.NOW, RiskLevel.HIGH)


def test_all_reasons_to_be_concerned_are_kept_once_and_in_order() -> None:
    low, none, high = says(RiskLevel.LOW, "a"), says(RiskLevel.NONE), says(RiskLevel.HIGH, "b")
    found = highest_of(low, none, high, low).assess(HELLO)
    assert [reason.rule for reason in found.reasons] == ["a", "b"]


def test_what_one_concerned_part_has_seen_asked_is_not_unasked() -> None:
    knows = says(RiskLevel.LOW, unasked=("plan", "time"))
    looks_at_words_only = says(RiskLevel.HIGH)
    idle = says(RiskLevel.NONE)
    assert highest_of(knows, looks_at_words_only, idle).assess(HELLO).unasked == ("plan", "time")
    assert highest_of(looks_at_words_only, idle).assess(HELLO).unasked == UNASKED


def test_crisis_lines_of_the_highest_come_first_and_each_stands_once() -> None:
    eating = Says(decide(RiskLevel.LOW, HELLO, Reason("a", Domain.EATING_DISORDER)), [])
    suicide = Says(decide(RiskLevel.HIGH, HELLO, Reason("b", Domain.SUICIDE)), [])
    found = highest_of(eating, suicide).assess(HELLO).resources
    assert found[: len(suicide.decision.resources)] == suicide.decision.resources
    assert set(found) == {*eating.decision.resources, *suicide.decision.resources}
    assert len(found) == len(set(found))


@pytest.mark.parametrize("compose", COMPOSE)
def test_a_part_that_fails_safe_is_heard(compose: Callable[..., Guard]) -> None:
    def breaks(_conversation: Conversation) -> RiskLevel:
        raise ZeroDivisionError

    found = compose(FailSafeGuard(breaks), KeywordGuard()).assess(HELLO)
    assert found.disposition is Disposition.WARM_HANDOFF
    assert found.reasons[0].rule == "fail_safe:exception"


@pytest.mark.parametrize("compose", COMPOSE)
@given(parts=st.lists(keyword_guards, min_size=1, max_size=3), conversation=conversations)
def test_streaming_equals_the_whole(
    compose: Callable[..., Guard], parts: list[KeywordGuard], conversation: Conversation
) -> None:
    guard = compose(*parts)
    assert isinstance(guard, StreamingGuard)
    plain = compose(*parts, lambda _conversation: RiskLevel.NONE)
    state = guard.begin(conversation)
    for number, turn in enumerate(conversation.turns, start=1):
        state, decision = guard.assess_turn(state, turn)
        so_far = evolve(conversation, turns=conversation.turns[:number])
        assert decision == guard.assess(so_far)
        assert response(decision) == response(plain.assess(so_far))


@pytest.mark.parametrize("compose", COMPOSE)
def test_a_plain_part_makes_the_whole_plain(compose: Callable[..., Guard]) -> None:
    guard = compose(KeywordGuard(), lambda _conversation: RiskLevel.LOW)
    assert isinstance(guard, Guard)
    assert not isinstance(guard, StreamingGuard)
    assert guard.assess(HELLO).risk is RiskLevel.LOW


def test_compositions_compose() -> None:
    guard = highest_of(first_of(KeywordGuard(("sad",), RiskLevel.LOW)), highest_of(KeywordGuard()))
    assert isinstance(guard, StreamingGuard)
    assert guard.assess(Conversation((Turn("user", "sad"),))).risk is RiskLevel.LOW


@pytest.mark.parametrize("compose", COMPOSE)
def test_no_guard_at_all_is_one_sentence(compose: Callable[..., Guard]) -> None:
    with pytest.raises(TypeError, match=r"has no guard to ask; name at least one"):
        compose()
    with pytest.raises(TypeError, match="is no guard"):
        compose(KeywordGuard(), 42)
