"""What was said stays in front, word for word; small talk follows."""

import pytest
from hypothesis import given
from perturbed import BASES, bases, seeds, variants

from warmhandoff.conversation import Conversation, Turn
from warmhandoff.evaluation.perturb.distance import Distance
from warmhandoff.labels import LabelledConversation, Phenomenon


@given(bases, seeds)
def test_the_conversation_goes_on_and_nothing_before_changes(base: LabelledConversation, seed: int) -> None:
    turns = base.conversation.turns
    found = variants(Distance(), base, seed)
    for variant, count in zip(found, (1, 5, 20, 50), strict=True):
        said = variant.conversation.turns
        assert said[: len(turns)] == turns
        assert len(said) - len(turns) == 2 * count
        assert [turn.role for turn in said[len(turns) - 1 :]] == alternate(turns[-1], 2 * count + 1)
        talk = [turn.content for turn in said[len(turns) :] if turn.role == "user"]
        assert len(set(talk)) == len(talk) == count


def alternate(last: Turn, count: int) -> list[str]:
    roles = ["user", "assistant"] if last.role == "user" else ["assistant", "user"]
    return [roles[number % 2] for number in range(count)]


@pytest.mark.parametrize("told", [False, True])
def test_only_what_was_disclosed_is_an_early_disclosure(told: bool) -> None:
    early = Phenomenon.EARLY_DISCLOSURE_THEN_SMALL_TALK
    for base in BASES:
        if (base.label.deciding_turn is not None) == told:
            for variant in variants(Distance(), base, 1):
                assert (early in variant.label.phenomena) == (told or early in base.label.phenomena)


def test_a_conversation_that_ends_with_the_chatbot_still_does() -> None:
    spoken = Conversation((Turn("user", "hello"), Turn("assistant", "Hello there.")))
    (variant,) = variants(Distance((1,)), LabelledConversation(spoken, BASES[0].label), 1)
    assert [turn.role for turn in variant.conversation.turns] == ["user", "assistant", "user", "assistant"]


def test_a_distance_beyond_the_small_talk_there_is_begins_again() -> None:
    (variant,) = variants(Distance((200,)), BASES[0], 1)
    assert len(variant.conversation.turns) == len(BASES[0].conversation.turns) + 400


def test_where_nobody_has_spoken_there_is_no_distance() -> None:
    assert not variants(Distance(), LabelledConversation(Conversation(()), BASES[0].label), 1)
