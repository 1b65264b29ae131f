"""What holds for the scenario file of every simulation: bounded, closed, and refused with file and field."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile import hostile, texts, with_text, written

from warmhandoff.datasets import root
from warmhandoff_widgets import SIMULATIONS, Simulation
from warmhandoff_widgets.scenario import ScenarioError

HUGE = "word " * 20_000
EVERY = pytest.mark.parametrize("simulation", SIMULATIONS, ids=lambda simulation: simulation.name)


def _refused(simulation: type[Simulation], scenario: object, folder: Path) -> str:
    file = folder / "mine.json"
    file.write_text(json.dumps(scenario), "utf-8")
    with pytest.raises(ScenarioError) as caught:
        simulation.load(file)
    said = str(caught.value)
    assert said.startswith("mine.json: ")
    assert len(said) < 500
    return said


@EVERY
def test_a_missing_field_is_named(simulation: type[Simulation], tmp_path: Path) -> None:
    whole = written(simulation)
    schema = json.loads((root() / "simulations" / f"{simulation.name}.schema.json").read_text("utf-8"))
    for field in set(schema["required"]) - {"simulation"}:
        said = _refused(simulation, {key: whole[key] for key in whole if key != field}, tmp_path)
        assert f"lacks {field}" in said


@EVERY
def test_a_field_that_nothing_reads_is_named(simulation: type[Simulation], tmp_path: Path) -> None:
    assert "the top has titel, which nothing reads" in _refused(
        simulation, {**written(simulation), "titel": "A title"}, tmp_path
    )


@EVERY
def test_huge_text_is_refused_wherever_it_stands(simulation: type[Simulation], tmp_path: Path) -> None:
    whole = written(simulation)
    places = list(texts(whole))
    for place in places[:: max(1, len(places) // 40)]:
        said = _refused(simulation, with_text(whole, place, HUGE), tmp_path)
        assert str(next(step for step in reversed(place) if isinstance(step, str))) in said


@EVERY
def test_a_list_or_a_number_in_place_of_text_is_refused(simulation: type[Simulation], tmp_path: Path) -> None:
    wrongs: list[object] = [[], 7, None]
    for wrong in wrongs:
        assert "title must be string" in _refused(
            simulation, {**written(simulation), "title": wrong}, tmp_path
        )


@EVERY
def test_hostile_text_is_let_through_as_text(simulation: type[Simulation]) -> None:
    assert "onerror" in simulation.load(hostile(simulation))["title"]


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from _objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _objects(value)


@pytest.mark.parametrize(
    "path", sorted((root() / "simulations").rglob("*.schema.json")), ids=lambda path: path.name
)
def test_a_schema_bounds_whatever_it_describes(path: Path) -> None:
    for part in _objects(json.loads(path.read_text("utf-8"))):
        if part.get("type") == "object":
            assert part.get("additionalProperties") is not None, part
        if part.get("type") == "array":
            assert "maxItems" in part, part
        if part.get("type") == "string":
            assert {"maxLength", "pattern", "enum", "const"} & set(part), part
