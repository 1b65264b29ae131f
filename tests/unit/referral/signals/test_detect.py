"""Signals: where they are, what is left out, and that no text breaks them or another line."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmhandoff.referral.signals import Assertion, Signal, rules, signals_in
from warmhandoff.risk import Domain, RiskLevel


def test_a_signal_says_where_its_words_are() -> None:
    text = "Hello. Lately I keep thinking about ending my life, you see"
    (signal,) = signals_in(text)
    assert text[signal.start : signal.end] == "ending my life"
    assert (signal.domain, signal.level) == (Domain.SUICIDE, RiskLevel.MODERATE)
    assert signal.rule == "suicide.moderate.thoughts"
    assert signal.affirmed


def test_signals_come_in_the_order_of_the_text() -> None:
    found = signals_in("I want to die. She cuts herself. I hear voices. I want to die.")
    assert [signal.domain for signal in found] == ["suicide", "self_harm", "psychosis_mania", "suicide"]


def test_what_a_longer_signal_of_the_same_danger_says_is_not_said_again() -> None:
    levels = [signal.level for signal in signals_in("I am killing myself tonight")]
    assert levels == [RiskLevel.IMMINENT]


def test_a_higher_signal_within_a_longer_one_is_kept() -> None:
    found = signals_in("I wish I had never been born, so I am going to kill myself")
    assert max(signal.level for signal in found) is RiskLevel.HIGH


def test_words_that_soften_leave_out_what_lies_within() -> None:
    (signal,) = signals_in("I'm scared I'll hurt him")
    assert signal.rule == "harm_to_others.moderate.fear_of_it"
    assert max(signal.level for signal in signals_in("I'll hurt him")) is RiskLevel.HIGH


def test_words_that_carry_two_dangers_give_two_signals() -> None:
    assert {signal.domain for signal in signals_in("I stopped taking my tablets")} == {
        "scope",
        "substance_medical",
    }


def test_what_words_tell_is_told() -> None:
    assert {"intent", "time"} <= {
        topic for signal in signals_in("tonight I'll kill myself") for topic in signal.tells
    }
    assert not any(signal.tells for signal in signals_in("I think about suicide"))


def keys(text: str, shift: int = 0) -> set[tuple[str, RiskLevel, int, int, frozenset[Assertion]]]:
    return {
        (found.rule, found.level, found.start + shift, found.end + shift, found.assertions)
        for found in signals_in(text)
    }


WORDS = sorted(
    {
        word
        for rule in rules()
        for phrase in rule.phrases
        for element in phrase.split()
        for word in element.rstrip("?").replace("_", "|").split("|")
        if word.isalpha()
    }
)
SAID = st.sampled_from(
    [
        "I want to kill myself",
        "I'm not suicidal",
        "ten years ago",
        "my brother",
        "if someone",
        "the song goes",
        "tonight",
        "lol",
        "but",
        "not",
        '"',
        "'",
        "“",
        "”",
        ".",
        "?",
        "...",
        ", ",
        "\n",
        "\r\n",
        " - ",
        "I said",
        "took all of them",
        "he won't wake up",
        "eee",
        "\ud800",
        "\x00",
        "\u202e",
    ]
)
PIECES = st.one_of(SAID, st.sampled_from(WORDS), st.text(st.characters(exclude_categories=()), max_size=6))
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " ", " "])), max_size=25).map(
    lambda pieces: "".join(f"{piece}{space}" for piece, space in pieces)
)


@settings(max_examples=300)
@given(TEXTS, TEXTS)
def test_nothing_on_another_line_changes_a_reading(first: str, second: str) -> None:
    both = f"{first}\n{second}"
    assert keys(both) == keys(first) | keys(second, shift=len(first) + 1)


@settings(max_examples=200)
@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    found = signals_in(text)
    assert all(isinstance(signal, Signal) and 0 <= signal.start < signal.end <= len(text) for signal in found)
    assert [signal.start for signal in found] == sorted(signal.start for signal in found)
    assert signals_in(text) == found


STRANGE = {
    "null bytes": "\0",
    "bidirectional marks": "\u202eI want to die\u202c ",
    "lone surrogates": "\ud800 ",
    "quotation marks": '"',
    "apostrophes": "'a",
    "one word": "a",
    "one drawn out": "ab\u0301",
    "stops": ".",
    "lines": "\n",
    "risk": "I want to kill myself ",
    "risk, denied": "I do not want to kill myself, not ever, ",
    "risk in quotes": '"kill myself" i said ',
    "everything": 'my brother said "i want to kill myself" years ago lol, if someone did not ',
    "triggers": "not never no i im my brother ago lol if someone ",
    "openings": "i want to i want to i want to ",
}


def work(function: Callable[[str], object], text: str) -> int:
    """How many calls a function makes and answers on a text: steps, not seconds."""
    steps = 0

    def count(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal steps
        steps += 1

    sys.setprofile(count)
    try:
        function(text)
    finally:
        sys.setprofile(None)
    return steps


@pytest.mark.parametrize("name", STRANGE)
def test_work_grows_with_the_text(name: str) -> None:
    signals_in(STRANGE[name] * 400)  # what is learned of the phrases once is not counted
    small, large = (work(signals_in, STRANGE[name] * times) for times in (400, 1600))
    assert large <= 4.4 * small + 200


@pytest.mark.parametrize("name", STRANGE)
def test_a_megabyte_does_no_harm(name: str) -> None:
    part = STRANGE[name]
    found = signals_in(part * (1_000_000 // len(part)) if len(part) < 3 else part * 10_000)
    assert all(signal.end <= 1_000_000 for signal in found)
