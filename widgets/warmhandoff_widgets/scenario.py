"""Scenarios of simulations: from ``datasets/simulations/``, or brought along, always held to the schema."""

import json
from pathlib import Path
from typing import Any

from warmhandoff.datasets import root
from warmhandoff.datasets.schema import against
from warmhandoff.errors import CourseError

__all__ = ["Scenario", "ScenarioError", "read", "validate"]

Scenario = dict[str, Any]
"""Plain data, as ``<simulation>.schema.json`` in ``datasets/simulations`` describes it."""


class ScenarioError(CourseError):
    """A scenario that cannot be played: one sentence with file, field and mend."""


def read(source: Scenario | str | Path) -> tuple[Scenario, str]:
    """A scenario, unvalidated, and how to call it in an error.

    Args:
        source: The data itself, a path, or the name of a file of ``datasets/simulations`` without its ending.

    Raises:
        ScenarioError: the file cannot be read or is not JSON.
    """
    if isinstance(source, dict):
        return source, "scenario"
    path = Path(source)
    if path.suffix != ".json":
        path = root() / "simulations" / f"{source}.json"
    try:
        scenario = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ScenarioError(f"{path} does not exist; look for it under another name.") from None
    except (OSError, ValueError) as error:
        raise ScenarioError(f"{path.name} is not JSON ({error}); mend that line.") from None
    if not isinstance(scenario, dict):
        raise ScenarioError(f"{path.name} holds no object; write {{...}} there.")
    return scenario, path.name


def validate(scenario: Scenario, name: str, where: str) -> None:
    """Hold a scenario to the schema.

    Args:
        scenario: The data.
        name: The simulation it should be for.
        where: What to call it in the error, mostly a file name.

    Raises:
        ScenarioError: it is for another simulation, or a field is missing, unknown or not of its kind.
    """
    if scenario.get("simulation") != name:
        raise ScenarioError(
            f"{where}: simulation is {str(scenario.get('simulation'))[:40]!r}; write {name!r} there."
        )
    if complaint := against(root() / "simulations" / f"{name}.schema.json", scenario):
        raise ScenarioError(f"{where}: {complaint}")
