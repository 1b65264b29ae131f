"""Questions are refused when a learner would be left without feedback."""

from typing import Any

import pytest

from warmhandoff_widgets import Question

WHOLE: dict[str, Any] = {
    "prompt": "Which?",
    "options": ["This", "That"],
    "answer": "a",
    "feedback": ["Yes.", "No."],
}


def test_options_get_keys_in_their_order() -> None:
    assert Question(**WHOLE).scenario == {
        "prompt": "Which?",
        "options": [
            {"key": "a", "label": "This", "feedback": "Yes."},
            {"key": "b", "label": "That", "feedback": "No."},
        ],
        "answer": "a",
        "explanation": "",
    }


def test_options_may_bring_their_keys() -> None:
    question = Question("Which?", {"x": "This", "y": "That"}, "y", {"y": "Yes.", "x": "No."})
    assert [option["feedback"] for option in question.scenario["options"]] == ["No.", "Yes."]


def test_a_question_of_opinion_has_no_answer() -> None:
    assert Question(**{**WHOLE, "answer": None}).scenario["answer"] is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"options": ["This"]}, "no choice"),
        ({"answer": "c"}, "'c' is no option; write one of a, b"),
        ({"feedback": ["Yes."]}, "no feedback for b"),
        ({"feedback": ["Yes.", ""]}, "no feedback for b"),
        ({"feedback": ["Yes.", "No.", "What?"]}, "feedback for c, which is no option"),
    ],
)
def test_parts_that_do_not_fit_are_refused(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Question(**{**WHOLE, **change})


def test_an_unknown_keyword_is_refused() -> None:
    with pytest.raises(TypeError, match="did you mean 'options'"):
        Question(**WHOLE, option=[])
