"""What no schema can say about a scenario of the next word."""

from typing import Any

import pytest

from warmhandoff_widgets.next_word import NextWord
from warmhandoff_widgets.scenario import ScenarioError


def test_the_keywords_change_the_scenario() -> None:
    scenario = NextWord.load(order=2, temperature=0.5, seed=7, tolerance=5)
    assert [scenario[field] for field in ("order", "temperature", "seed", "tolerance")] == [2, 0.5, 7, 5]


def _first(**change: str) -> Any:
    return lambda facts: [{**facts[0], **change}, *facts[1:]]


@pytest.mark.parametrize(
    ("field", "change", "told"),
    [
        ("facts", _first(true="west"), "facts[0].true: “river runs west” does not stand in text"),
        ("facts", _first(false="SOUTH"), "facts[0] has one word for both endings"),
        ("facts", _first(id="evening"), "facts and starts hold an id twice"),
        ("facts", _first(true="two words"), "facts"),
        ("order", lambda _order: 5, "order"),
    ],
)
def test_a_scenario_that_cannot_be_played_is_refused_with_its_field(
    field: str, change: Any, told: str
) -> None:
    scenario = NextWord.load()
    with pytest.raises(ScenarioError, match=r"^scenario: ") as refused:
        NextWord({**scenario, field: change(scenario[field])})
    assert told in str(refused.value)
