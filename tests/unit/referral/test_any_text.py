"""No text, however long or strange, raises in a guard or takes more than linear time.

There is no clock here: these texts are so long that anything quadratic would outlast the test's time.
"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.conversation import Conversation, Turn
from warmhandoff.datasets import root
from warmhandoff.referral.guard import KeywordGuard
from warmhandoff.referral.guard.streaming import StreamingGuard
from warmhandoff.referral.policy import PolicyGuard, load_policy
from warmhandoff.risk import Disposition

GUARDS: dict[str, StreamingGuard[Any]] = {
    "KeywordGuard": KeywordGuard(),
    **{path.stem: PolicyGuard(load_policy(path)) for path in sorted((root() / "policies").glob("*.toml"))},
}
MILLION = 1_000_000

LONG = {
    "null bytes": "\0" * MILLION,
    "one word": "a" * MILLION,
    "no word": " " * MILLION,
    "lines": "\n" * MILLION,
    "full stops": "a. " * (MILLION // 3),
    "quotation marks": '"' * MILLION,
    "quoted words": '"a ' * (MILLION // 3),
    "apostrophes": "'" * MILLION,
    "opening brackets": "(" * MILLION,
    "negations": "not " * (MILLION // 4),
    "beginnings of a phrase": "i want to " * (MILLION // 10),
    "a phrase over and over": "i want to die " * (MILLION // 14),
    "questions": "if someone asked " * (MILLION // 17),
    "other people": "my brother said my friend " * (MILLION // 26),
    "years ago": "years ago when i was " * (MILLION // 21),
    "right to left": "\u202e\u2067die\u2069\u202c " * (MILLION // 8),
    "lone surrogates": "\ud800 \udfff" * (MILLION // 3),
    "combining marks": "e" + "\u0301" * MILLION,
    "emoji": "\U0001f469\u200d\U0001f4bb" * (MILLION // 3),
    "full width": "\uff44\uff49\uff45\u3000" * (MILLION // 4),
}


# All policies read their turns alike: one of them stands for the others here.
@pytest.mark.timeout(60)
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
@pytest.mark.parametrize("name", ["KeywordGuard", "careful"])
def test_a_text_of_a_million_characters_is_answered(name: str, text: str) -> None:
    decision = GUARDS[name].assess(Conversation((Turn("user", text), Turn("assistant", text)), place="GB"))
    assert not decision.reasons[0].rule.startswith("fail_safe")


@pytest.mark.timeout(60)
@pytest.mark.parametrize("guard", GUARDS.values(), ids=GUARDS)
def test_ten_thousand_turns_are_answered(guard: StreamingGuard[Any]) -> None:
    said = [Turn("user", "I want to kill myself tonight."), *[Turn("user", "and the weather?")] * 9_999]
    assert guard.assess(Conversation(said)).disposition > Disposition.CONTINUE


@given(st.lists(st.tuples(st.sampled_from(["user", "assistant", "system"]), st.text(st.characters()))))
def test_any_text_is_answered_whole_as_turn_by_turn(said: list[tuple[Any, str]]) -> None:
    conversation = Conversation(Turn(role, content) for role, content in said)
    for guard in GUARDS.values():
        state = guard.begin(conversation)
        decision = guard.conclude(state)
        for turn in conversation.turns:
            state, decision = guard.assess_turn(state, turn)
        assert decision == guard.assess(conversation)
        assert not decision.reasons[0].rule.startswith("fail_safe")
