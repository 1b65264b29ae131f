"""AdviceGame: what no schema can say about its items."""

import json
from typing import Any

import pytest

from warmhandoff.datasets import root
from warmhandoff_widgets.advice_game import AdviceGame
from warmhandoff_widgets.scenario import ScenarioError, read


def changed(**fields: Any) -> dict[str, Any]:
    """The course's scenario with fields of its first item changed; None takes one away."""
    scenario, _where = read("advice_game")
    first = {**scenario["items"][0], **fields}
    kept = {field: value for field, value in first.items() if value is not None}
    return {**scenario, "items": [kept, *scenario["items"][1:]]}


def test_seed_and_tolerance_are_keywords() -> None:
    """What a course may want to change."""
    game = AdviceGame(seed=12, tolerance=15)
    assert (game.scenario["seed"], game.scenario["tolerance"]) == (12, 15)


def test_an_unknown_keyword_names_the_nearest() -> None:
    """A slip of the finger is met with the name."""
    with pytest.raises(TypeError, match="tolerance"):
        AdviceGame(tolerence=15)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"advice": 101}, r"items\[0\].advice is 101; keep it between 0 and 100"),
        ({"answer": None}, r"items\[0\].hedged_confidence goes with answer"),
        ({"hedged_confidence": None}, r"items\[0\].hedged_confidence goes with answer"),
        ({"id": "noor"}, "items holds the id 'noor' twice"),
        ({"advice": 90}, "set one: hedged_confidence is 60 on average and 40% of the advice is right"),
        ({"set": "three"}, "set"),
    ],
)
def test_an_item_that_cannot_be_played_is_refused(fields: dict[str, Any], sentence: str) -> None:
    """File, field and mend in one sentence."""
    with pytest.raises(ScenarioError, match=sentence):
        AdviceGame(changed(**fields))


def test_each_set_needs_an_item_with_an_answer() -> None:
    """An adviser without one could be neither right nor wrong."""
    scenario, _where = read("advice_game")
    only = [item for item in scenario["items"] if item["set"] == "one" or "answer" not in item]
    with pytest.raises(ScenarioError, match="none with an answer in set two"):
        AdviceGame({**scenario, "items": only})


def test_every_answer_stands_in_the_references_and_is_not_unverified() -> None:
    """A figure on the screen has a source that was looked at."""
    references = json.loads((root() / "references" / "references.json").read_text("utf-8"))
    status = {entry["id"]: entry["custom"]["status"] for entry in references}
    keys = [item["answer"]["key"] for item in AdviceGame.load()["items"] if "answer" in item]
    assert len(keys) == 9
    assert all(status[key] != "unverified" for key in keys)
