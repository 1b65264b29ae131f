"""The phrase language, and that finding phrases takes a bounded number of steps a word."""

import random

import pytest

from warmhandoff.referral.signals.phrases import LONGEST, PhraseError, Phrases
from warmhandoff.referral.signals.words import cut

LISTS = {
    "not": ["not", "never"],
    "die": ["die", "dying"],
    "act": ["end it", "kill <self>", "<die>"],
    "self": ["me"],
}


def found(phrase: str, text: str) -> list[str]:
    words = cut(text).words
    spans = Phrases([(phrase, "it")], LISTS, {"to": ["2"], "end": ["nd"]}).find(words)
    return [" ".join(words[span.start : span.end]) for span in spans]


@pytest.mark.parametrize(
    ("phrase", "text", "there"),
    [
        ("want to", "I want to go", ["want to"]),
        ("want to", "I want. To go", []),
        ("want to", "I WANT, to go", ["want to"]),
        ("a|b c", "a c b c d c", ["a c", "b c"]),
        ("want really? to", "want to want really to", ["want to", "want really to"]),
        ("x .. y", "x y x 1 2 3 y x 1 2 3 4 y", ["x y", "x 1 2 3 y"]),
        ("x ..1 y", "x 1 y x 1 2 y", ["x 1 y"]),
        ("x .. y", "x not y", []),
        ("x .. not", "x 1 not", ["x 1 not"]),
        ("x .. y", "x. y", []),
        ("<die>|gone", "dying gone die", ["dying", "gone", "die"]),
        ("<act> now", "end it now kill me now die now", ["end it now", "kill me now", "die now"]),
        ("by_now|then", "by now then", ["by now", "then"]),
        ("want to", "want 2", ["want 2"]),
        ("# days", "2 days, 30 days, two days", ["2 days", "30 days"]),
        ("in #year", "in 2009 in 15 in 1850", ["in 2009"]),
        ("im 14|15", "im 14 im 16", ["im 14"]),
        ("# and 14", "14 and 14", ["14 and 14"]),
        ("going to", "goin 2", ["goin 2"]),
    ],
)
def test_the_language(phrase: str, text: str, there: list[str]) -> None:
    assert sorted(found(phrase, text)) == sorted(there)


@pytest.mark.parametrize(
    ("phrase", "mend"),
    [
        ("Want to", "lower case"),
        ("don't", "without apostrophes"),
        (".. die", "begin and end with a word"),
        ("want ..", "begin and end with a word"),
        ("want?", "begin and end with a word"),
        ("<nothing> here", "add it to words.toml"),
        ("a ..9 b ..9 c ..9 d", "shorten it"),
        (" ".join("a?" for _ in range(12)) + " b", "two phrases"),
    ],
)
def test_what_is_no_phrase_is_refused_with_the_mend(phrase: str, mend: str) -> None:
    with pytest.raises(PhraseError, match=mend):
        Phrases([(phrase, "it")], LISTS)


def test_no_phrase_is_longer_than_it_may_be() -> None:
    tangled = Phrases([("a ..9 a ..9 a", 1), ("a|b ..9 b ..9 a", 2)], LISTS)
    words = ["a", "b"] * 300
    assert max(span.end - span.start for span in tangled.find(words)) <= LONGEST


def test_states_are_forgotten_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warmhandoff.referral.signals.phrases._STATES", 10)
    many = [(f"w{a} ..3 w{b}", a * 30 + b) for a in range(30) for b in range(30)]
    phrases = Phrases(many, LISTS)
    fresh = Phrases(many, LISTS)
    chance = random.Random(3)  # noqa: S311 - reproducible, not secret
    words = [f"w{chance.randrange(30)}" for _ in range(500)]
    assert list(phrases.find(words)) == list(phrases.find(words))
    monkeypatch.undo()
    assert list(phrases.find(words)) == list(fresh.find(words))
