"""What an assistant's questions ask: written for this test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.referral.signals import asked_in
from warmhandoff.risk import UNASKED

ASKED = [
    ("Do you intend to act on these thoughts?", {"intent"}),
    ("Have you decided to end your life?", {"intent"}),
    ("Do you mean to do it, or is it a thought that comes and goes?", {"intent"}),
    ("Do you have a plan?", {"plan"}),
    ("Have you thought about how you would do it?", {"plan"}),
    ("Is there a plan for how?", {"plan"}),
    ("When would you do it?", {"time"}),
    ("Is it for tonight, or for some day?", {"time"}),
    ("Have you set a date?", {"time"}),
    ("Do you have what you would need?", {"means"}),
    ("Is it in the house with you?", {"means"}),
    ("Do you have access to it right now?", {"means"}),
    ("Have you ever tried before?", {"past_acts"}),
    ("Have you ever tried to kill yourself?", {"past_acts"}),
    ("Have you done anything to hurt yourself already?", {"past_acts"}),
    ("Do you have a plan, a date in mind, or what you would use?", {"plan", "time", "means"}),
    ("Thank you for telling me. Have you decided anything? Is it within reach?", {"intent", "means"}),
    ("Are you going to kill yourself tonight?", {"intent", "time"}),
]

ASKS_NONE_OF_THEM = [
    "Are you thinking about killing yourself?",
    "Do you have thoughts of suicide?",
    "Have you tried joining a local club?",
    "Have you tried a hot bath before bed?",
    "What is the plan for dinner?",
    "When did it start?",
    "Is it for a card?",
    "Who is with you today?",
    "What brings it up today?",
    "I will not ask whether you have a plan.",
    "You have a plan. That is serious.",
    "",
]


@pytest.mark.parametrize(("text", "topics"), ASKED)
def test_a_question_asks(text: str, topics: set[str]) -> None:
    assert asked_in(text) == topics


@pytest.mark.parametrize("text", ASKS_NONE_OF_THEM)
def test_other_questions_and_sentences_do_not(text: str) -> None:
    assert asked_in(text) == frozenset()


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert asked_in(text) <= set(UNASKED)
