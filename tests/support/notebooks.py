"""Notebooks of a few cells, as a course would write them."""

import json
from pathlib import Path
from typing import Any

from warmhandoff_widgets import Simulation

__all__ = ["notebook", "showing", "write"]


def notebook(*sources: str) -> dict[str, Any]:
    """A notebook of code cells, not yet run."""
    cells: list[dict[str, Any]] = [
        {
            "id": f"cell-{number}",
            "cell_type": "code",
            "source": source.strip(),
            "metadata": {},
            "outputs": [],
            "execution_count": None,
        }
        for number, source in enumerate(sources)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}


def showing(simulation: type[Simulation], actions: list[dict[str, Any]] | None = None) -> str:
    """The source of a cell that shows a simulation, played so far."""
    name = simulation.__name__
    return f"from {simulation.__module__} import {name}\n{name}(actions={actions or []!r})"


def write(path: Path, *sources: str) -> None:
    """Write such a notebook."""
    path.write_text(json.dumps(notebook(*sources)), "utf-8")
