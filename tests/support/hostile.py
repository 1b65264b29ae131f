"""Scenarios as a careless or hostile hand would write them."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from warmhandoff.errors import CourseError
from warmhandoff_widgets import Simulation
from warmhandoff_widgets.scenario import Scenario, read

__all__ = ["HOSTILE", "hostile", "texts", "with_text", "written"]

HOSTILE = "<img src=x onerror=alert(1)></script>"

Place = tuple[str | int, ...]


def written(simulation: type[Simulation]) -> Scenario:
    """The scenario as its file holds it, before Python prepares it."""
    return read(simulation.name)[0]


def texts(data: object, place: Place = ()) -> Iterator[Place]:
    """Where in the data a sentence stands: text with a space, as keys and settings have none."""
    if isinstance(data, str) and " " in data:
        yield place
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, (*place, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts(value, (*place, index))


def with_text(scenario: Scenario, place: Place, text: str) -> Scenario:
    """A copy with one text changed."""
    changed = copy.deepcopy(scenario)
    _set(changed, place, text)
    return changed


def _set(data: Any, place: Place, value: object) -> None:
    *way, last = place
    for step in way:
        data = data[step]
    data[last] = value


def hostile(simulation: type[Simulation]) -> Scenario:
    """The scenario with markup for every sentence, numbered so that no two are equal.

    A sentence that must agree with another, or be one of a few words, stays.
    """
    scenario = written(simulation)
    for field in scenario:
        scenario = _turned(simulation, scenario, (field,))
    assert json.dumps(scenario).count("onerror") > 10
    return scenario


def _turned(simulation: type[Simulation], scenario: Scenario, place: Place) -> Scenario:
    """With markup below this place, as far as the simulation lets it through."""
    data: Any = scenario
    for step in place:
        data = data[step]
    below = list(texts(data, place))
    if not below:
        return scenario
    changed = copy.deepcopy(scenario)
    for number, leaf in enumerate(below):
        _set(changed, leaf, f"{HOSTILE} {'.'.join(map(str, leaf))[:30]} {number}")
    try:
        simulation.load(changed)
    except CourseError:
        parts = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
        for part in parts:
            scenario = _turned(simulation, scenario, (*place, part))
        return scenario
    return changed
