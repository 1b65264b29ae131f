"""How somebody writes: decided by the surface alone, and for any text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.conversation import Conversation
from warmhandoff.datasets import conversations
from warmhandoff.evaluation.metrics import STYLES, writing_style
from warmhandoff.labels import Phenomenon


def style(*said: str, bot: str = "") -> str:
    messages = [{"role": "user", "content": text} for text in said]
    return writing_style(Conversation.from_messages([{"role": "assistant", "content": bot}, *messages]))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I have not slept since Tuesday. It's my own fault.", "standard"),
        ("i have not slept since tuesday. it's my own fault", "lower case"),
        ("i havent slept since tuesday", "misspelt or slang"),
        ("Idk what to do tbh", "misspelt or slang"),
        ("i haven\u2019t slept", "lower case"),
        ("PLEASE ANSWER ME", "capitals"),
        ("I have not slept \U0001f62d", "emoji"),
        ("i luv u \u2764\ufe0f", "emoji"),
        ("OK", "standard"),
        ("", "standard"),
        ("12:30 \u2026", "standard"),
        ("\u0644\u0627 \u0623\u0633\u062a\u0637\u064a\u0639", "standard"),
    ],
)
def test_each_style(said: str, expected: str) -> None:
    assert style(said) == expected


def test_the_first_style_that_holds_is_the_one() -> None:
    assert style("u ok?", "NO I AM NOT OK AT ALL", "\U0001f494") == "emoji"
    assert style("u ok?", "NO I AM NOT OK AT ALL") == "capitals"
    assert style("u ok?", "no i am not") == "misspelt or slang"


def test_one_slip_in_a_long_text_is_a_slip() -> None:
    assert style("dont " + "and so it went on " * 20) == "lower case"


def test_every_turn_must_begin_small() -> None:
    assert style("hello", "Are you there?") == "standard"


def test_the_bot_s_writing_is_not_read() -> None:
    assert style("I cannot sleep.", bot="u ok hun? \U0001f62d") == "standard"


def test_every_style_occurs_in_the_course_s_conversations_and_none_swallows_the_rest() -> None:
    seen = [writing_style(case.conversation) for case in conversations()]
    assert set(seen) == set(STYLES)
    assert max(map(seen.count, STYLES)) < 0.8 * len(seen)


def test_what_was_written_as_misspelt_rarely_looks_standard() -> None:
    written = [case for case in conversations() if Phenomenon.MISSPELLING_SLANG in case.label.phenomena]
    standard = sum(writing_style(case.conversation) == "standard" for case in written)
    assert standard < 0.2 * len(written)


@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_has_one_style(said: list[str]) -> None:
    assert style(*said) in STYLES


@pytest.mark.parametrize("unit", ["\x00", "\u202e", "\ud800", "I'", "''''", "a ", "\U0001f1e6"])
def test_a_megabyte_of_anything_is_read_at_once(unit: str) -> None:
    start = time.perf_counter()
    assert style(unit * (1_000_000 // len(unit))) in STYLES
    assert time.perf_counter() - start < 20  # a square of a million would take hours
