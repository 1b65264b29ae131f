"""Scenarios as a careless or hostile hand would write them."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from warmhandoff.datasets import root
from warmhandoff.datasets.schema import against
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
    """The scenario with every sentence turned into markup, numbered so that no two are equal.

    A sentence that the schema lets be only one of a few words stays.
    """
    scenario = copy.deepcopy(written(simulation))
    schema = root() / "simulations" / f"{simulation.name}.schema.json"
    for number, place in enumerate(list(texts(scenario))):
        changed = with_text(scenario, place, f"{HOSTILE} {number}")
        if against(schema, changed) is None:
            scenario = changed
    assert json.dumps(scenario).count("onerror") > 10
    return scenario
