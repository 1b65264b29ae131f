"""Emoji around the words; the words stay."""

import unicodedata

from hypothesis import given
from perturbed import bases, own, plain, replies, seeds, variants

from warmhandoff.evaluation.perturb.emoji import Emoji
from warmhandoff.labels import LabelledConversation


@given(bases, seeds)
def test_every_word_stays_in_its_place(base: LabelledConversation, seed: int) -> None:
    found = variants(Emoji(), base, seed)
    assert len(found) == 3
    for variant in found:
        assert [plain(text) for text in own(variant)] == [plain(text) for text in own(base)]
        assert replies(variant) == replies(base)
        assert variant.label == base.label


@given(bases, seeds)
def test_every_message_has_one_and_a_question_stays_one(base: LabelledConversation, seed: int) -> None:
    for variant in variants(Emoji(), base, seed):
        for before, after in zip(own(base), own(variant), strict=True):
            assert sum(unicodedata.category(mark) == "So" for mark in after) > sum(
                unicodedata.category(mark) == "So" for mark in before
            )
            assert after.count("?") == before.count("?")


@given(bases, seeds)
def test_in_two_of_three_places_the_marks_stay_too(base: LabelledConversation, seed: int) -> None:
    _after, around, _instead = variants(Emoji(), base, seed)
    for before, variant in zip(own(base), own(around), strict=True):
        assert before in variant
