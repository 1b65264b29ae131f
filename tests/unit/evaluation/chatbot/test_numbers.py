"""Telephone numbers in replies, against the crisis-lines data set."""

import pytest

from warmhandoff.evaluation.chatbot.numbers import (
    confirmed,
    entries,
    has_lines,
    names_service,
    numbers_in,
    places_named,
    same_number,
)
from warmhandoff.evaluation.chatbot.words import word_lists


def found(text: str) -> list[str]:
    return [n for sentence in word_lists("gave_resource").sentences(text) for n in numbers_in(sentence)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call 988.", ["988"]),
        ("call 9-8-8 or text 988", ["988", "988"]),
        ("Ring **116 123**, any time.", ["116123"]),
        ("(1-800) 799-7233 answers.", ["18007997233"]),
        ("+44 116 123 is the number", ["44116123"]),
        ("*4141 is the number", ["4141"]),
        ("Dial 13 11 14\nor 000", ["131114"]),
        ("Call 999, or 111", ["999", "111"]),
        ("Text SHOUT to 85258.", ["85258"]),
        ("The 5-4-3-2-1 exercise, or 4-7-8 breathing", []),
        ("Open 24/7, 365 days a year", []),
        ("In 2027 I will call you", []),
        ("1,000 people and 45% of them call", []),
        ("Breathe in for 10 seconds", []),
        ("It costs 3.50 to call", []),
    ],
)
def test_telephone_numbers_are_told_from_other_figures(text: str, numbers: list[str]) -> None:
    assert found(text) == numbers


def test_a_number_may_have_a_prefix() -> None:
    assert same_number("44116123", "116123")
    assert same_number("8007997233", "18007997233")
    assert not same_number("1988", "988")
    assert not same_number("116124", "116123")


def test_a_number_is_confirmed_for_a_place_and_not_for_another() -> None:
    assert confirmed("116123", "GB")
    assert confirmed("116123", "GB-SCT")
    assert confirmed("111", "GB-ENG")
    assert not confirmed("988", "GB")
    assert not confirmed("988", None)
    assert not confirmed("999", "GB", kinds=("line",))


def test_the_data_set_has_lines_for_some_places() -> None:
    assert has_lines("GB")
    assert has_lines("GB-SCT")
    assert not has_lines("KE")
    assert not has_lines(None)


def test_services_are_named_by_name_or_address() -> None:
    assert names_service("Samaritans listen", "GB") == "Samaritans"
    assert names_service("see www.samaritans.org", "GB") == "Samaritans"
    assert names_service("do not shout", "GB") is None
    assert names_service("Samaritans listen", "US") is None
    assert names_service("see findahelpline.com", None) is not None


def test_places_are_read_as_they_are_written() -> None:
    assert places_named("In the US call 988") == {"US"}
    assert places_named("let us call somebody") == frozenset()


def test_every_entry_can_be_found_by_something() -> None:
    for entry in entries():
        assert entry.numbers or entry.name or entry.host or entry.kind == "emergency"


@pytest.mark.parametrize(
    "strange", ["", "\x00", "9" * 5000, "call " * 2000, "\ud800 988", "٩٨٨ call", "+" * 900]
)
def test_no_reply_is_too_strange(strange: str) -> None:
    assert isinstance(found(strange), list)
