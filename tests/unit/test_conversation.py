"""Turns and conversations: read from chat messages, or refused with a sentence."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.conversation import Context, Conversation, ConversationError, Turn

HELLO = {"role": "user", "content": "hello"}


def test_messages_become_turns() -> None:
    conversation = Conversation.from_messages(
        [HELLO, {"role": "assistant", "content": "hi", "at": "2026-11-23T21:30:00+00:00"}],
        id="a",
        place="GB-SCT",
        context=Context(visit=2, age_band="18-24"),
    )
    assert conversation.turns == (
        Turn("user", "hello"),
        Turn("assistant", "hi", datetime(2026, 11, 23, 21, 30, tzinfo=UTC)),
    )
    assert [index for index, _turn in conversation.said_by("assistant")] == [1]


@pytest.mark.parametrize(
    ("message", "mend"),
    [
        ("hello", "message 0 is a str"),
        ({"role": "bot", "content": "x"}, "use one of user, assistant, system"),
        ({"role": "user"}, "write the words there"),
        ({"role": "user", "content": ["x"]}, "write the words there"),
        ({"role": "user", "content": "x", "at": "noon"}, "write the time like"),
        ({"role": "user", "content": "x", "at": "2026-11-23T21:30:00"}, "write it with an offset"),
    ],
)
def test_a_bad_message_is_one_sentence_with_the_mend(message: Any, mend: str) -> None:
    with pytest.raises(ConversationError, match=mend):
        Conversation.from_messages([message])


@pytest.mark.parametrize("place", ["gb", "England", "GB-", "en-US"])
def test_a_place_is_an_iso_code(place: str) -> None:
    with pytest.raises(ConversationError, match="write it like GB or GB-SCT"):
        Conversation.from_messages([HELLO], place=place)


def test_language_is_not_place() -> None:
    assert Conversation.from_messages([HELLO], language="en-US").place is None


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_a_turn(content: str) -> None:
    assert Conversation.from_messages([{"role": "user", "content": content}]).turns[0].content == content
