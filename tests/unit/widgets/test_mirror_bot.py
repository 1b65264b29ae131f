"""What no schema can say about a scenario of the mirror bot."""

from typing import Any

import pytest

from warmhandoff_widgets.mirror_bot import MirrorBot
from warmhandoff_widgets.scenario import ScenarioError


def test_the_keywords_change_the_scenario() -> None:
    scenario = MirrorBot.load(opening="Good evening.", least_turns=5, most_turns=20)
    assert (scenario["opening"], scenario["least_turns"], scenario["most_turns"]) == ("Good evening.", 5, 20)


@pytest.mark.parametrize(
    ("field", "change", "told"),
    [
        ("rules", lambda rules: [*rules, rules[0]], "rules holds the id 'family' twice"),
        ("pairs", lambda pairs: [*pairs, pairs[0]], "pairs holds the id 'mother' twice"),
        ("pairs", lambda pairs: pairs[:-1], "prediction.max is not the number of pairs"),
        ("rules", lambda rules: [{**rules[0], "id": "own-1"}], "rules[0].id begins with own-"),
        ("rules", lambda rules: [{**rules[0], "keywords": ["a b c d e"]}], "more than 4 words"),
        ("fallback", lambda _lines: ["And {rest}?"], "fallback holds {rest}"),
        ("least_turns", lambda _least: 0, "least_turns"),
    ],
)
def test_a_scenario_that_cannot_be_played_is_refused_with_its_field(
    field: str, change: Any, told: str
) -> None:
    scenario = MirrorBot.load()
    with pytest.raises(ScenarioError, match=r"^scenario: ") as refused:
        MirrorBot({**scenario, field: change(scenario[field])})
    assert told in str(refused.value)
