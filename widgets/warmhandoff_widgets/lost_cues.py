"""LostCues: the same words with three timings, and the one line of text that is left of them."""

import base64
import json
from typing import Any, ClassVar

from warmhandoff.datasets import root
from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario, ScenarioError

__all__ = ["LostCues"]


class LostCues(Simulation):
    """The learner hears or reads six answers, says what their timing means, and sees what a text bot gets.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        seed: Decides the order of the recordings, a whole number from 0. Default 4.

    The outcome holds ``prediction``, ``mode`` ("listen" or "read"), ``heard`` (recordings that were played),
    ``readings`` (a dict for each recording, in the order shown: ``recording``, ``reading``, ``confidence``,
    ``fits``: how many of the people behind it the reading fits), ``sure`` (readings of which the learner
    was at least ``sure_from`` per cent sure; None before the last), ``mean_confidence``, ``different_lines``
    (of text, among the recordings) and ``replies`` (tried on the pause, in order).
    """

    name = "lost_cues"
    lesson = "04-unsaid"
    SETTINGS: ClassVar[tuple[str, ...]] = ("seed",)

    @classmethod
    def prepare(cls, scenario: Scenario) -> Scenario:
        """Put in the course's sounds and their timing, for the recordings of the scenario."""
        keys = [recording["key"] for recording in _recordings(scenario)]
        return {
            **scenario,
            "sounds": scenario.get("sounds") or {key: sound for key in keys if (sound := _sound(key))},
            "timing": scenario.get("timing") or _timing(keys),
        }

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Every recording has its sound and timing; people, readings and replies belong together."""
        recordings = {recording["key"]: recording for recording in _recordings(scenario)}
        if len(recordings) < sum(1 for _each in _recordings(scenario)):
            return "utterances holds a recording's key twice; rename one."
        text = scenario["prediction"]
        if text["max"] != len(recordings) or f"{scenario['sure_from']}%" not in text["question"]:
            return "prediction must go up to the number of recordings and name sure_from in its question."
        return (
            _sound_complaint(scenario)
            or _people_complaint(scenario)
            or _ask_complaint(scenario, recordings)
            or super().complaint(scenario)
        )


def _recordings(scenario: Scenario) -> list[dict[str, Any]]:
    return [recording for utterance in scenario["utterances"] for recording in utterance["recordings"]]


def _sound(key: str) -> str | None:
    """The sound as an address that holds it; None when the course has none of that name."""
    try:
        data = (root() / "simulations" / "lost_cues" / f"{key}.ogg").read_bytes()
    except FileNotFoundError:
        return None
    return f"data:audio/ogg;base64,{base64.b64encode(data).decode()}"


def _timing(keys: list[str]) -> dict[str, Any]:
    path = root() / "simulations" / "lost_cues" / "timing.json"
    try:
        timing = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ScenarioError(f"{path.name} cannot be read ({error}); run make.py beside it.") from None
    return {
        "frame_ms": timing["frame_ms"],
        "recordings": [recording for recording in timing["recordings"] if recording["key"] in keys],
    }


def _sound_complaint(scenario: Scenario) -> str | None:
    timings = {recording["key"]: recording for recording in scenario["timing"]["recordings"]}
    for utterance in scenario["utterances"]:
        said = [utterance["question"], *utterance["phrases"]]
        for recording in utterance["recordings"]:
            key = recording["key"]
            if key not in scenario["sounds"] or key not in timings:
                return f"recording {key} has no sound; put it into sounds and timing."
            if [phrase["text"] for phrase in timings[key]["phrases"]] != said:
                return f"the sound of {key} says other words than utterances; make the sounds anew."
            if not len(recording["gaps"]) == len(timings[key]["pauses"]) == len(utterance["phrases"]):
                return f"recording {key} needs a gap for each phrase; write as many as there are phrases."
    return None


def _people_complaint(scenario: Scenario) -> str | None:
    readings = {reading["key"] for reading in scenario["readings"]}
    for recording in _recordings(scenario):
        for person in recording["people"]:
            if person["reading"] not in readings:
                return f"people of {recording['key']}: {person['reading']} is not in readings; add it there."
    return None


def _ask_complaint(scenario: Scenario, recordings: dict[str, dict[str, Any]]) -> str | None:
    ask = scenario["ask"]
    if ask["recording"] not in recordings:
        return f"ask.recording is {ask['recording']}, which is not in utterances; name one that is."
    behind = len(recordings[ask["recording"]]["people"])
    if {len(ask["names"]), *(len(reply["answers"]) for reply in ask["replies"])} != {behind}:
        return f"ask needs {behind} names and {behind} answers to each reply, one for each person."
    return None
