"""The baseline matches strings, and only strings."""

import pytest

from warmhandoff.conversation import Conversation
from warmhandoff.referral.guard import KeywordGuard, as_guard
from warmhandoff.risk import Disposition, RiskLevel


def said(*contents: str, role: str = "user") -> Conversation:
    return Conversation.from_messages([{"role": role, "content": content} for content in contents])


def test_it_rings_at_the_whole_phrase_and_shows_where() -> None:
    decision = KeywordGuard(("die", "want to die")).assess(said("hello", "some days I Want To Die."))
    assert decision.risk is RiskLevel.HIGH
    reason = decision.reasons[0]
    assert (reason.turn, reason.start, reason.end) == (1, 12, 23)


@pytest.mark.parametrize("text", ["my diet", "a dietary rule", ""])
def test_it_knows_where_words_end(text: str) -> None:
    assert KeywordGuard(("die",)).assess(said(text)).disposition is Disposition.CONTINUE


def test_it_does_not_hear_the_bot() -> None:
    assert KeywordGuard().assess(said("suicide", role="assistant")).risk is RiskLevel.NONE


def test_it_misses_meaning_and_rings_at_denial() -> None:
    # This is what the lesson takes apart; a guard that passed here would leave nothing to teach.
    assert KeywordGuard().assess(said("I won't be a problem much longer")).risk is RiskLevel.NONE
    assert KeywordGuard().assess(said("I'm not suicidal, just tired")).risk is RiskLevel.HIGH


def test_an_empty_list_never_rings() -> None:
    assert KeywordGuard(()).assess(said("suicide")).reasons[0].rule == "default"


def test_one_text_is_no_list() -> None:
    with pytest.raises(TypeError, match="give a list"):
        KeywordGuard("suicide")


def test_characters_with_a_meaning_in_patterns_are_plain_here() -> None:
    assert KeywordGuard(("(", "a.b")).assess(said("axb")).risk is RiskLevel.NONE


@pytest.mark.parametrize("candidate", [42, KeywordGuard, "module:name"])
def test_what_is_no_guard_is_refused(candidate: object) -> None:
    with pytest.raises(TypeError, match="is no guard"):
        as_guard(candidate)
