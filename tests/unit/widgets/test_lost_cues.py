"""The sounds of LostCues: that they are there, small, and say what the scenario says."""

import base64
import copy
from typing import Any

import pytest

from warmhandoff.datasets import root
from warmhandoff_widgets.lost_cues import LostCues
from warmhandoff_widgets.scenario import Scenario, ScenarioError

FOLDER = root() / "simulations" / "lost_cues"


def _recordings(scenario: Scenario) -> list[dict[str, Any]]:
    return [recording for utterance in scenario["utterances"] for recording in utterance["recordings"]]


def test_every_recording_brings_its_sound_as_it_lies_in_the_data_set() -> None:
    scenario = LostCues.load()
    assert len(scenario["sounds"]) == 6
    for recording in _recordings(scenario):
        kind, _, data = scenario["sounds"][recording["key"]].partition(",")
        assert kind == "data:audio/ogg;base64"
        sound = base64.b64decode(data)
        assert sound == (FOLDER / f"{recording['key']}.ogg").read_bytes()
        assert sound[:4] == b"OggS"
        assert len(sound) <= 30 * 1024


def test_the_silence_in_the_sounds_is_as_long_as_the_scenario_says() -> None:
    scenario = LostCues.load()
    timings = {timing["key"]: timing for timing in scenario["timing"]["recordings"]}
    for recording in _recordings(scenario):
        assert timings[recording["key"]]["pauses"] == pytest.approx(recording["gaps"], abs=0.01)


def test_only_the_silence_differs_between_the_recordings_of_an_utterance() -> None:
    scenario = LostCues.load()
    timings = {timing["key"]: timing for timing in scenario["timing"]["recordings"]}
    for utterance in scenario["utterances"]:
        lengths = [
            [phrase["end"] - phrase["start"] for phrase in timings[recording["key"]]["phrases"]]
            for recording in utterance["recordings"]
        ]
        assert lengths == [pytest.approx(lengths[0], abs=0.002)] * 3


def test_a_prepared_scenario_can_be_loaded_again() -> None:
    scenario = LostCues.load()
    assert LostCues.load(scenario) == scenario


def _without_sound(scenario: Scenario) -> None:
    scenario["utterances"][0]["recordings"][0]["key"] = "whispered"


def _other_words(scenario: Scenario) -> None:
    scenario["utterances"][0]["phrases"][0] = "Splendid."


def _gap_too_few(scenario: Scenario) -> None:
    scenario["utterances"][1]["recordings"][2]["gaps"].pop()


def _unknown_reading(scenario: Scenario) -> None:
    scenario["utterances"][0]["recordings"][0]["people"][0]["reading"] = "bored"


def _twice(scenario: Scenario) -> None:
    first, second, _third = scenario["utterances"][0]["recordings"]
    second["key"] = first["key"]


def _ask_elsewhere(scenario: Scenario) -> None:
    scenario["ask"]["recording"] = "nowhere"


def _answer_too_few(scenario: Scenario) -> None:
    scenario["ask"]["replies"][0]["answers"].pop()


def _other_mark(scenario: Scenario) -> None:
    scenario["sure_from"] = 80


def _remote_sound(scenario: Scenario) -> None:
    scenario["sounds"]["fine-late"] = "https://example.org/fine.ogg"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_without_sound, "recording whispered has no sound"),
        (_other_words, "says other words"),
        (_gap_too_few, "needs a gap for each phrase"),
        (_unknown_reading, "bored is not in readings"),
        (_twice, "key twice"),
        (_ask_elsewhere, "not in utterances"),
        (_answer_too_few, "3 answers to each reply"),
        (_other_mark, "name sure_from in its question"),
        (_remote_sound, "sounds"),
    ],
)
def test_a_scenario_that_does_not_fit_together_is_refused(change: Any, sentence: str) -> None:
    scenario = copy.deepcopy(LostCues.load())
    change(scenario)
    with pytest.raises(ScenarioError, match=sentence):
        LostCues.load(scenario)


def test_the_seed_is_a_keyword_and_the_mark_for_being_sure_is_not() -> None:
    assert LostCues.load(seed=9)["seed"] == 9
    with pytest.raises(TypeError, match="no keyword"):
        LostCues(sure_from=80)
