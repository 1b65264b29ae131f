"""At most one slip in a word, about one word in six, and never another word of it."""

import re

import pytest
from hypothesis import given
from perturbed import BASES, bases, own, replies, seeds, variants

from warmhandoff.chance import seeded
from warmhandoff.conversation import Conversation
from warmhandoff.evaluation.perturb.misspelling import _SLIPS, Misspelling, _known, _slipped
from warmhandoff.labels import LabelledConversation, Phenomenon


def pairs(base: LabelledConversation, variant: LabelledConversation) -> list[tuple[str, str]]:
    """Each word of the person with what became of it."""
    found: list[tuple[str, str]] = []
    for before, after in zip(own(base), own(variant), strict=True):
        found += zip(before.split(), after.split(), strict=True)
    return found


def slips(before: str, after: str) -> bool:
    """Whether one letter was added, dropped or changed."""
    if len(before) == len(after):
        return sum(one != two for one, two in zip(before, after, strict=True)) == 1
    short, long = sorted((before, after), key=len)
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))


@given(bases, seeds)
def test_a_word_has_one_slip_at_most_and_a_number_none(base: LabelledConversation, seed: int) -> None:
    for variant in variants(Misspelling(), base, seed):
        changed = [(before, after) for before, after in pairs(base, variant) if before != after]
        assert changed
        for before, after in changed:
            # A word may hang together with another by a hyphen or a slash; each has a slip at most.
            parts = zip(re.split(r"[-/]", before), re.split(r"[-/]", after), strict=True)
            assert all(one == two or slips(one, two) for one, two in parts)
            assert re.findall(r"\w*\d\w*", before) == re.findall(r"\w*\d\w*", after)


@given(bases, seeds)
def test_the_chatbot_does_not_slip_and_the_label_says_so(base: LabelledConversation, seed: int) -> None:
    for variant in variants(Misspelling(), base, seed):
        assert replies(variant) == replies(base)
        assert Phenomenon.MISSPELLING_SLANG in variant.label.phenomena


def test_about_one_word_in_six_has_a_slip() -> None:
    drawn = [
        pair for base in BASES for item in variants(Misspelling(), base, 7) for pair in pairs(base, item)
    ]
    share = sum(before != after for before, after in drawn) / len(drawn)
    assert 1 / 8 < share < 1 / 5


@pytest.mark.parametrize("kind", _SLIPS)
def test_no_slip_makes_another_word_of_the_scenarios(kind: str) -> None:
    for word in sorted(_known()):
        for slip in _SLIPS[kind]:
            slipped = _slipped(word, slip, seeded(word))
            if "'" not in word and slipped != word:
                assert slipped.casefold() not in _known()
                assert (slipped[0], slipped[-1]) == (word[0], word[-1])


def test_an_apostrophe_goes_missing() -> None:
    assert _slipped("don't", _SLIPS["dropped letters"][0], seeded(1)) == "dont"
    assert _slipped("I’m", _SLIPS["doubled letters"][0], seeded(1)) == "Im"  # noqa: RUF001 - typed by phones


def test_words_too_short_to_slip_in_are_left() -> None:
    base = LabelledConversation(
        Conversation.from_messages([{"role": "user", "content": "ok 12345 so, no 4ever"}]), BASES[0].label
    )
    assert not variants(Misspelling(), base, 1)
