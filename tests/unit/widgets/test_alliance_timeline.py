"""What no schema can say about a session: every run must have words to the end."""

import copy
from typing import Any

import pytest

from warmhandoff_widgets.alliance_timeline import AllianceTimeline
from warmhandoff_widgets.scenario import ScenarioError


def _changed(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(AllianceTimeline.load()), **changes}


def test_the_settings_are_held_to_the_schema() -> None:
    assert AllianceTimeline(seed=5, tolerance=2).scenario["seed"] == 5
    with pytest.raises(ScenarioError, match="tolerance must be smaller"):
        AllianceTimeline(tolerance=6)


def test_two_ruptures_in_one_turn_are_refused() -> None:
    scenario = _changed()
    scenario["ruptures"][1]["turn"] = scenario["ruptures"][0]["turn"]
    with pytest.raises(ScenarioError, match="ruptures holds a key or a turn twice"):
        AllianceTimeline(scenario)


def test_a_turn_that_watches_what_has_not_begun_is_refused() -> None:
    scenario = _changed()
    scenario["turns"][3]["watches"] = "confrontation"
    with pytest.raises(ScenarioError, match=r"turns\[3\]\.watches names no rupture"):
        AllianceTimeline(scenario)


def test_a_state_without_words_is_refused() -> None:
    scenario = _changed()
    scenario["turns"][5]["variants"][0]["when"] = ["met"]
    with pytest.raises(ScenarioError, match=r"turns\[5\]\.variants has nothing for repaired"):
        AllianceTimeline(scenario)


def test_replies_that_are_nowhere_are_refused() -> None:
    scenario = _changed()
    scenario["turns"][0]["variants"][0]["offers"] = "nowhere"
    with pytest.raises(ScenarioError, match=r"turns\[0\] offers 'nowhere'"):
        AllianceTimeline(scenario)


@pytest.mark.parametrize(("field", "said"), [("meets", "names a rupture"), ("reopens", "names a rupture")])
def test_a_reply_can_meet_only_ruptures_that_there_are(field: str, said: str) -> None:
    scenario = _changed()
    scenario["offers"][0]["replies"][0][field] = ["nowhere"]
    with pytest.raises(ScenarioError, match=said):
        AllianceTimeline(scenario)


def test_replies_of_one_key_are_refused() -> None:
    scenario = _changed()
    scenario["offers"][1]["replies"][0]["key"] = scenario["offers"][0]["replies"][0]["key"]
    with pytest.raises(ScenarioError, match="two replies of one key"):
        AllianceTimeline(scenario)


def test_sets_of_one_key_are_refused() -> None:
    scenario = _changed()
    scenario["offers"][1]["key"] = scenario["offers"][0]["key"]
    with pytest.raises(ScenarioError, match="offers holds a key twice"):
        AllianceTimeline(scenario)
