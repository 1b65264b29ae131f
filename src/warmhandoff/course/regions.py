"""The parts of a cell between ``### BEGIN`` and ``### END``: balanced, and harmless once they are out."""

import ast
import copy
from collections.abc import Iterator

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearSolutions
from nbgrader.utils import is_solution

__all__ = ["region_complaints"]

_REGIONS = ("SOLUTION", "HIDDEN TESTS", "MARK SCHEME")  # nbgrader's


def region_complaints(cell: NotebookNode) -> list[str]:
    """What is wrong with the regions of a code cell, each with its mend."""
    if complaints := list(_unbalanced(cell)):
        return complaints
    return list(_released(cell)) if is_solution(cell) else []


def _unbalanced(cell: NotebookNode) -> Iterator[str]:
    opened: str | None = None
    for line in (line.strip() for line in cell.source.splitlines()):
        mark, _space, region = line.lstrip("# ").partition(" ")
        if not line.startswith("#") or mark not in {"BEGIN", "END"}:
            continue
        if region not in _REGIONS:
            yield f"has the marker {line!r}; nbgrader knows {', '.join(_REGIONS)}."
        elif opened != (None if mark == "BEGIN" else region):
            yield f"has {line!r} out of turn; each BEGIN needs one END of its own."
        elif line.endswith("BEGIN SOLUTION") and not is_solution(cell):
            yield f"has {line!r} and is no answer cell; mark it as one (nbgrader's 'solution')."
        opened = region if mark == "BEGIN" else None
    if opened is not None:
        yield f"has no '### END {opened}'; add it where that part ends."


def _released(cell: NotebookNode) -> Iterator[str]:
    """What a learner would meet in an answer cell whose solution nbgrader has taken out."""
    released, _resources = ClearSolutions().preprocess_cell(copy.deepcopy(cell), {"language": "python"}, 0)
    try:
        body = ast.parse(released.source).body
    except SyntaxError as error:
        yield f"is no Python once its solution is out (line {error.lineno}); move the markers."
    else:
        if any(isinstance(node, ast.Raise) for node in body):
            yield "would raise when a learner runs it; keep the solution inside a function."
