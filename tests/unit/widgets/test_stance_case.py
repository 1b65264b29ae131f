"""What a case must be so that it can be played, and what is said when it is not."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from warmhandoff_widgets.scenario import Scenario, ScenarioError
from warmhandoff_widgets.stance_case import FEWEST_TURNS, StanceCase

Change = Callable[[Scenario], object]


def _node(scenario: Scenario, name: str, case: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = next(node for node in scenario["cases"][case]["nodes"] if node["id"] == name)
    return found


def _lead(scenario: Scenario, node: str, index: int, to: str) -> None:
    _node(scenario, node)["replies"][index]["to"] = to


def _few_turns(scenario: Scenario) -> None:
    """A chain of thirteen turns and two endings."""
    names = [f"turn-{number}" for number in range(FEWEST_TURNS - 1)]
    reply = {"code": "open", "text": "And?", "why": "Because."}
    onward = zip(names, [*names[1:], "end"], strict=True)
    turns = [
        {"id": name, "said": "Well.", "replies": [{**reply, "to": to} for _ in range(3)]}
        for name, to in onward
    ]
    turns[0]["replies"][0]["to"] = "other"  # type: ignore[index]
    ends = [
        {"id": name, "said": "Bye.", "ending": {"kind": "polite_goodbye", "left": "Gone."}}
        for name in ("end", "other")
    ]
    scenario["cases"][0] |= {"start": names[0], "nodes": [*turns, *ends]}


@pytest.mark.parametrize("case", ["nilufer", "helen", "joseph"])
def test_the_first_case_may_be_chosen(case: str) -> None:
    assert StanceCase(case=case).scenario["case"] == case


def test_an_unknown_case_is_refused() -> None:
    with pytest.raises(ScenarioError, match=r"stance_case.json: case is 'robin', which is not in cases"):
        StanceCase(case="robin")


def test_every_case_has_turns_enough_and_replies_at_each() -> None:
    for case in StanceCase.load()["cases"]:
        turns = [node for node in case["nodes"] if "replies" in node]
        assert len(turns) >= FEWEST_TURNS
        assert all(3 <= len(turn["replies"]) <= 4 for turn in turns)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda whole: _lead(whole, "start", 0, "nowhere"), "node start leads to nowhere, which is no node"),
        (lambda whole: _lead(whole, "leaving", 0, "start"), "lead in a circle; send one of them on"),
        (
            lambda whole: _lead(whole, "tooth", 0, "meaning"),
            "node dentist is reached from nowhere",
        ),
        (lambda whole: _node(whole, "start").pop("replies"), "node start needs either replies or an ending"),
        (
            lambda whole: _node(whole, "goodbye").update(bot=_node(whole, "start")["bot"]),
            "node goodbye needs either replies or an ending, and no bot",
        ),
        (lambda whole: _node(whole, "debt").pop("bot"), "the bot has no reply at node debt"),
        (lambda whole: _node(whole, "start")["replies"][0].update(code="hint"), "code hint, which is not in"),
        (lambda whole: _node(whole, "sums").update(tells=["secret"]), "node sums tells secret"),
        (lambda whole: _node(whole, "tips").update(id="hours"), "nodes holds the id hours twice"),
        (_few_turns, "nodes has 13 turns that can be answered; write at least 14"),
        (
            lambda whole: whole["cases"][0]["disclosures"].pop(),
            "cases, nilufer: disclosures are 5, prediction.max 6",
        ),
        (
            lambda whole: whole["cases"][0]["disclosures"][4].update(opened_by="reassurance"),
            "disclosure suicide is opened by reassurance at no node",
        ),
        (lambda whole: _node(whole, "reason").pop("tells"), "disclosure reason is opened by open at no node"),
        (lambda whole: whole["cases"][0].update(matters_most="luck"), "matters_most is 'luck'"),
        (lambda whole: whole["cases"][0].update(start="nowhere"), "start is 'nowhere', which is no node"),
        (lambda whole: whole["cases"][1].update(id="nilufer"), "cases holds the id 'nilufer' twice"),
        (lambda whole: whole["codes"][1].update(key="open"), "codes holds the key 'open' twice"),
        (
            lambda whole: whole["codes"][0].update(near=["open", "direct", "advice"]),
            "near must name three other codes",
        ),
        (lambda whole: _node(whole, "goodbye")["ending"].update(kind="death"), "ending.kind must be one of"),
        (lambda whole: whole["prediction"].update(start=9), "prediction.start lies outside"),
    ],
)
def test_a_case_that_cannot_be_played_is_refused_with_the_field(change: Change, said: str) -> None:
    whole = copy.deepcopy(StanceCase.load())
    change(whole)
    with pytest.raises(ScenarioError, match=said) as caught:
        StanceCase(whole)
    assert len(str(caught.value)) < 500
