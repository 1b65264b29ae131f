"""Text is cut into words that know their place, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.referral.signals.words import STOP, cut

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


def spoken(text: str) -> list[str]:
    return [word for word in cut(text).words if word != STOP]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't — don\u2019t, DONT", ["dont", "dont", "dont"]),
        ("naïve café", ["naive", "cafe"]),
        ("nai\u0308ve", ["naive"]),
        ("my\u200bself su\u00adi\u00adcide", ["myself", "suicide"]),
        ("\u202ekill\u202c", ["kill"]),
        ("ｋｉｌｌ 𝐤𝐢𝐥𝐥", ["kill", "kill"]),  # noqa: RUF001 - letters that only look plain
        ("a\x00b", ["a", "b"]),
        ("snake_case", ["snake", "case"]),
        ("I'm 15, since 2009", ["im", "15", "since", "2009"]),
        ("dieeee killllll sooo", ["die", "kill", "so"]),
        ("\ud800\udfff", []),
        ("💀 lol 💀", ["lol"]),
    ],
)
def test_words_are_compared_without_what_does_not_matter(text: str, words: list[str]) -> None:
    assert spoken(text) == words


def test_a_word_knows_its_place_in_the_text() -> None:
    text = "  I’m fine… don't\tworry!"  # noqa: RUF001
    found = cut(text)
    places = [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    assert places == ["I’m", "fine", "don't", "worry", ""]  # noqa: RUF001


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", 4),
        ("one\ntwo\r\nthree\u2028four", 4),
        ("it costs 3.50 at example.com today", 1),
        ("I want... to... stop… now", 1),
        ("What?! No.", 2),
        ("...", 0),
        ("", 0),
        ("\n\n.\n", 0),
    ],
)
def test_a_stop_ends_every_sentence_and_line(text: str, sentences: int) -> None:
    assert len(cut(text).stops) == sentences


def test_a_question_is_known_by_its_mark() -> None:
    found = cut("Are you there? I am. Really?!")
    assert [found.stops.index(stop) for stop in found.questions] == [0, 2]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('he said "go away now" and left', ["go away now"]),
        ("he said “go away” and left", ["go away"]),
        ("he said 'go away' and left", ["go away"]),
        ("he said «go» twice", ["go"]),
        ('"all of it"', []),
        ('he said "go away', []),
        ('he said go away" and left', []),
        ('he said "go\naway" and left', []),
        ("the kids' turn, the dogs' turn", []),
        ("don't and won't and can't", []),
        ('first "one" then "two', ["one"]),
        ('an "open one and a "closed one" here', ["closed one"]),
        ("5'10\" tall", []),
    ],
)
def test_only_marks_that_are_closed_on_their_line_quote(text: str, quoted: list[str]) -> None:
    found = cut(text)
    assert [" ".join(found.words[first:end]) for first, end in found.quotes] == quoted


@given(ANY_TEXT)
def test_any_text_is_cut(text: str) -> None:
    found = cut(text)
    assert len(found.words) == len(found.starts) == len(found.ends)
    assert all(0 <= start <= end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
    assert list(found.starts) == sorted(found.starts)
    assert found.stops == [place for place, word in enumerate(found.words) if word == STOP]
    assert not found.words or found.words[-1] == STOP


@given(ANY_TEXT, ANY_TEXT)
def test_a_line_is_cut_by_itself(first: str, second: str) -> None:
    alone, together = cut(second), cut(f"{first}\n{second}")
    shift, words = len(first) + 1, len(cut(first).words)
    assert together.words == cut(first).words + alone.words
    assert together.starts[words:] == [start + shift for start in alone.starts]
    assert together.quotes == cut(first).quotes + [(a + words, b + words) for a, b in alone.quotes]


def test_each_character_is_read_once() -> None:
    """No token begins before the last one has ended: there are no more steps than characters."""
    for text in ("'" * 999, "a'" * 999, '"a ' * 999, "." * 999, "- " * 999, "a" * 999, "e\u0301" * 999):
        found = cut(text)
        assert all(end <= start for end, start in zip(found.ends, found.starts[1:], strict=False))
        assert len(found.words) <= len(text)
