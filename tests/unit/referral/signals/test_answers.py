"""A yes says what the question said; nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.referral.signals import Assertion, affirmed_by, proposed_by
from warmhandoff.risk import Domain, RiskLevel

ASKED = "Thank you for telling me. Are you thinking about killing yourself?"

YES = [
    "yes",
    "Yes.",
    "yeah",
    "yesss",
    "YES",
    "mhm",
    "I am",
    "sometimes, at night",
    "maybe",
    "kind of",
    "most days",
    "Yes. Since the spring.",
    "what do you mean?\nyes",
    "you ask a lot. yes",
]
NO = [
    "no",
    "No, and I'd tell you",
    "yes no not really",
    "yeah i'm fine",
    "yep, only joking",
    "why",
    "I said yes to the job",
    "",
    "the answer is somewhere else",
]


@pytest.mark.parametrize("text", YES)
def test_a_yes_takes_over_the_question(text: str) -> None:
    (signal,) = affirmed_by(text, proposed_by(ASKED))
    assert (signal.domain, signal.level) == (Domain.SUICIDE, RiskLevel.MODERATE)
    assert signal.affirmed
    assert text[signal.start : signal.end]


@pytest.mark.parametrize("text", NO)
def test_what_is_no_yes_takes_over_nothing(text: str) -> None:
    assert affirmed_by(text, proposed_by(ASKED)) == ()


def test_the_span_is_that_of_the_yes() -> None:
    (signal,) = affirmed_by("hm. yes, since may", proposed_by(ASKED))
    assert (signal.start, signal.end) == (4, 7)


def test_only_a_question_proposes() -> None:
    told = "If you think about killing yourself, there are people who answer. Would you like tea?"
    assert proposed_by(told) == ()
    assert proposed_by("You said that you want to die.") == ()


def test_that_a_question_supposes_is_no_way_of_meaning_it() -> None:
    assert all(Assertion.HYPOTHETICAL not in signal.assertions for signal in proposed_by(ASKED))


def test_a_plan_that_is_asked_for_and_admitted_is_a_plan() -> None:
    (signal,) = affirmed_by("yes", proposed_by("Do you have a plan for how you would end your life?"))
    assert signal.level is RiskLevel.HIGH


@given(st.sampled_from(YES), st.text(st.characters()), st.text(st.characters()))
def test_other_lines_take_no_yes_away(text: str, before: str, after: str) -> None:
    for line in (f"{before}\n{text}", f"{text}\n{after}"):
        assert len(affirmed_by(line, proposed_by(ASKED))) == 1


@given(st.text(st.characters()), st.text(st.characters()))
def test_any_text_is_answered(question: str, answer: str) -> None:
    affirmed_by(answer, proposed_by(f"{question}?"))
