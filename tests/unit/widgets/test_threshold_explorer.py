"""What the threshold explorer is handed: scores, groups, and one more guard when one is given."""

from typing import Any

import pytest

from warmhandoff import Conversation, RiskLevel
from warmhandoff.datasets import conversations, root
from warmhandoff.evaluation.metrics.groups import GROUPINGS
from warmhandoff.referral.policy import PolicyGuard, load_policy
from warmhandoff.spec import SpecError
from warmhandoff_widgets.scenario import ScenarioError
from warmhandoff_widgets.scores import cuts
from warmhandoff_widgets.threshold_explorer import ThresholdExplorer

CASES = list(conversations())


def _scores(scenario: dict[str, Any], guard: int) -> list[float]:
    return [case["scores"][guard] for case in scenario["cases"]]


def test_a_policy_is_scored_by_what_it_answers() -> None:
    guard = PolicyGuard(load_policy(root() / "policies" / "careful.toml"))
    scenario = ThresholdExplorer.load()
    assert scenario["guards"][1]["policy"] == "careful"
    for case, score in zip(CASES[::20], _scores(scenario, 1)[::20], strict=True):
        assert score == guard.assess(case.conversation).risk.value
    assert [case["risky"] for case in scenario["cases"]] == [case.label.risky for case in CASES]


def test_made_up_scores_stay_on_their_scale_and_say_something_but_not_all() -> None:
    scenario = ThresholdExplorer.load()
    assert scenario["guards"][0]["made_up"]
    found = _scores(scenario, 0)
    assert all(0 <= score <= 100 for score in found)
    risky = [score for score, case in zip(found, CASES, strict=True) if case.label.risky]
    others = [score for score, case in zip(found, CASES, strict=True) if not case.label.risky]
    assert sum(risky) / len(risky) - sum(others) / len(others) > 10
    assert min(risky) < max(others)


def test_groups_are_those_of_the_evaluation_report() -> None:
    scenario = ThresholdExplorer.load()
    for place, way in enumerate(("phenomenon", "age band", "writing style")):
        names = scenario["groupings"][place]["groups"]
        for case, shown in zip(CASES, scenario["cases"], strict=True):
            wanted = {str(name).replace("_", " ") for name in GROUPINGS[way](case)}
            assert {names[group] for group in shown["groups"][place]} == wanted


def _always_high(_conversation: Conversation) -> RiskLevel:
    return RiskLevel.HIGH


class _Longest:
    """Scores by length, which is nonsense, and has more scores than a slider has places."""

    def assess(self, _conversation: Conversation) -> None:
        raise AssertionError("a guard with a score is asked for that")

    def score(self, conversation: Conversation) -> float:
        return sum(len(turn.content) for turn in conversation.turns) / 7


def test_a_guard_of_ones_own_is_looked_at_beside_the_others() -> None:
    scenario = ThresholdExplorer(guard=_always_high).scenario
    assert [guard["key"] for guard in scenario["guards"]] == ["made_up", "careful", "own"]
    assert set(_scores(scenario, 2)) == {RiskLevel.HIGH.value}


def test_a_guard_with_scores_is_asked_for_them() -> None:
    scenario = ThresholdExplorer.load(guard=_Longest())
    own = scenario["guards"][2]
    assert not own["levels"]
    assert len(own["cuts"]) == 50
    assert own["cuts"] == sorted(own["cuts"])
    found = _scores(scenario, 2)
    assert (own["cuts"][0], own["cuts"][-1]) == (min(found), max(found))


def test_few_scores_are_all_thresholds() -> None:
    assert cuts([3, 1, 1, 2]) == [1, 2, 3]


def test_a_guard_that_cannot_be_loaded_is_named() -> None:
    with pytest.raises(SpecError, match="nowhere"):
        ThresholdExplorer(guard="nowhere:guard")


def test_the_learners_name_is_not_given_away() -> None:
    scenario = ThresholdExplorer.load()
    guards = [{**scenario["guards"][0], "key": "own"}, scenario["guards"][1]]
    written = {key: value for key, value in scenario.items() if key not in {"groupings", "cases"}}
    for guard in guards:
        guard.pop("cuts")
    with pytest.raises(ScenarioError, match="'own', which is the learner's"):
        ThresholdExplorer({**written, "guards": guards})
