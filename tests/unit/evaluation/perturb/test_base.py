"""The small moves that perturbations share."""

import pytest

from warmhandoff.conversation import Turn
from warmhandoff.evaluation.perturb.base import framed, sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("a line\nanother\n\n a third", ["a line", "another", "a third"]),
        ('She said "I am done. Bye." and left. So.', ['She said "I am done. Bye." and left.', "So."]),
        ("She said “done. Bye.” and left. So.", ["She said “done. Bye.” and left.", "So."]),
        ('An open " mark. Still one.', ['An open " mark. Still one.']),
        ("3.50 a box, e.g.this", ["3.50 a box, e.g.this"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_stand_as_they_were(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_a_frame_goes_around_the_persons_words_only() -> None:
    turns = [Turn("assistant", "a"), Turn("user", "b"), Turn("user", "c"), Turn("assistant", "d")]
    assert [turn.content for turn in framed(turns, "<", ">", " ")] == ["a", "< b", "c >", "d"]


def test_where_the_person_has_said_nothing_there_is_nothing_to_frame() -> None:
    turns = (Turn("assistant", "a"),)
    assert framed(turns, "<", ">", " ") == turns
