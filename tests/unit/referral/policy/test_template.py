"""Replies with two blanks; a line goes when its blanks stay empty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.referral.policy.template import check, fill

TEMPLATE = """I am glad you wrote.
I would rather ask than guess: {questions}
I am a program.

{ask_place}
Whatever you say, you can say it here."""


def test_both_blanks_are_filled() -> None:
    assert fill(TEMPLATE, questions="Do you have a plan?", ask_place="Where are you?") == (
        "I am glad you wrote. I would rather ask than guess: Do you have a plan? I am a program.\n\n"
        "Where are you? Whatever you say, you can say it here."
    )


def test_a_line_goes_with_its_blank() -> None:
    assert fill(TEMPLATE, questions="", ask_place="") == (
        "I am glad you wrote. I am a program.\n\nWhatever you say, you can say it here."
    )


def test_a_paragraph_of_blanks_goes_whole() -> None:
    assert fill("Hello.\n\n{ask_place}\n\n\nBye.", questions="", ask_place="") == "Hello.\n\nBye."


def test_a_reply_of_one_line_stays_without_its_question() -> None:
    assert fill("Thank you. {questions}", questions="", ask_place="") == "Thank you."


def test_nothing_at_all_is_no_reply() -> None:
    assert fill("{questions}", questions="", ask_place="") is None


def test_braces_in_what_goes_in_are_left_alone() -> None:
    assert fill("{questions}", questions="{ask_place} \\1", ask_place="x") == "{ask_place} \\1"


@pytest.mark.parametrize(
    ("template", "asks", "mend"),
    [
        ("{question}", False, "write {questions}"),
        ("{place}", False, "write {ask_place}"),
        ("{name}", False, "use {questions} or {ask_place}"),
        ("{}", False, "{}, which nothing fills"),
        ("{" + "x" * 9000 + "}", False, "which nothing fills"),
        ("a { b", False, "brace without its other half"),
        ("{{questions}}", True, "brace without its other half"),
        ("Hello.", True, "write {questions} where they belong"),
        (None, True, "write {questions} where they belong"),
        ("{questions}", False, 'add ask = ["intent"]'),
    ],
)
def test_what_cannot_be_filled_is_one_sentence(template: str | None, asks: bool, mend: str) -> None:
    assert any(mend in complaint for complaint in check(template, asks=asks))
    assert all(len(complaint) < 200 for complaint in check(template, asks=asks))


@pytest.mark.parametrize(("template", "asks"), [(TEMPLATE, True), (None, False), ("Hello.", False)])
def test_what_can_be_filled_is_left_in_peace(template: str | None, asks: bool) -> None:
    assert not list(check(template, asks=asks))


@given(st.text(), st.booleans(), st.text(), st.text())
def test_any_text_is_checked_or_filled(template: str, asks: bool, questions: str, ask_place: str) -> None:
    if not list(check(template, asks=asks)):
        fill(template, questions=questions, ask_place=ask_place)
