"""The word lists: described by their schema, and readable."""

import tomllib

import pytest

from warmhandoff.datasets import DatasetError, root
from warmhandoff.datasets.schema import against
from warmhandoff.evaluation.chatbot.scorers import SCORERS
from warmhandoff.evaluation.chatbot.words import word_lists

FOLDER = root() / "chatbot-scorers"
FILES = sorted(FOLDER.glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_as_its_schema_says_and_its_source_is_known(path: object) -> None:
    data = tomllib.loads(path.read_text("utf-8"))  # type: ignore[attr-defined]
    assert against(FOLDER / "toml.schema.json", data) is None
    known = (root() / "references" / "references.json").read_text("utf-8")
    assert data["source"] == "convention" or f'"{data["source"]}"' in known
    names = [entry["name"] for entry in data["list"]]
    assert len(names) == len(set(names))


def test_every_file_of_words_belongs_to_a_scorer() -> None:
    assert {path.stem for path in FILES} - {"places"} <= {scorer.name for scorer in SCORERS}


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.stem != "places"], ids=lambda path: path.stem
)
def test_every_phrase_can_be_read(path: object) -> None:
    assert word_lists(path.stem) is not None  # type: ignore[attr-defined]


def test_a_missing_list_is_named() -> None:
    with pytest.raises(DatasetError, match="does not exist"):
        word_lists("no_such_scorer")


def test_a_sentence_knows_its_words_and_whether_it_asks() -> None:
    first, second = word_lists("asked_directly").sentences("(No.) Are you thinking about suicide?")
    assert (first.text, first.question, first.found) == ("(No", False, ())
    assert second.question
    assert second.has("suicide")
    assert second.text.strip(".) ") == "Are you thinking about suicide"


def test_phrases_do_not_go_across_sentences() -> None:
    assert not word_lists("gave_diagnosis").has("You have. Depression.", "no_such_list")
    sentences = list(word_lists("gave_diagnosis").sentences("You have. Depression."))
    assert not any(sentence.follows("stem", "condition", 4) for sentence in sentences)
