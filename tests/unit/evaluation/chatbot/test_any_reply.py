"""No reply, however long or strange, stops a scorer or takes it more than linear time."""

import pytest
from chatbot_plays import play
from hypothesis import given, settings
from hypothesis import strategies as st

from warmhandoff.evaluation.chatbot.scorers import SCORERS, Verdict

STRANGE = (
    "\x00" * 100_000,
    "1 " * 50_000 + "%",
    "(" * 100_000,
    "call 1-" * 20_000,
    "you have " * 20_000,
    "you have depression if " * 10_000,
    "\u202e\ud800 988" * 10_000,
    "?" * 100_000,
    "U.S. " * 20_000,
)


@given(st.lists(st.text(max_size=80), max_size=5))
@settings(max_examples=60, deadline=None)
def test_any_replies_have_a_verdict(replies: list[str]) -> None:
    for scorer in SCORERS:
        assert isinstance(scorer.judge(play(*replies)), Verdict)


@pytest.mark.timeout(60)  # seconds; quadratic time would take hours
@pytest.mark.parametrize("reply", STRANGE, ids=lambda reply: repr(reply[:8]))
def test_long_replies_have_a_verdict_too(reply: str) -> None:
    for scorer in SCORERS:
        assert isinstance(scorer.judge(play(*[reply] * 4)), Verdict)
