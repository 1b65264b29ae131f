"""What must hold in a notebook of ``solutions/`` before it is released, a rule a function."""

import ast
import copy
from collections import Counter
from collections.abc import Callable, Iterator

from attrs import frozen
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearSolutions
from nbgrader.utils import is_grade, is_solution

from warmhandoff.checks.model import load
from warmhandoff.course.citations import LIST, keys
from warmhandoff.course.references import references
from warmhandoff.datasets import DatasetError

__all__ = ["RULES", "Notebook", "checked"]

_REVIEW = "not clinically reviewed"
_REGIONS = ("SOLUTION", "HIDDEN TESTS", "MARK SCHEME")  # nbgrader's


@frozen
class Notebook:
    """A notebook as it stands in its file, with nothing added or repaired."""

    name: str
    cells: list[NotebookNode]

    def of(self, kind: str) -> list[tuple[str, NotebookNode]]:
        """The cells of a kind, each with its place."""
        places = enumerate(self.cells, start=1)
        return [(_place(cell, number), cell) for number, cell in places if cell.cell_type == kind]


Complaints = Iterator[tuple[str, str]]
"""The place in a notebook (empty: all of it), and what is wrong with the mend."""


def _place(cell: NotebookNode, number: int) -> str:
    return f", cell {cell.get('id') or number}"


def checked(cell: NotebookNode) -> str | None:
    """The name of the check that is a cell's only line; None when the cell is anything else."""
    try:
        body = ast.parse(cell.source).body
    except SyntaxError:
        return None
    if len(cell.source.strip().splitlines()) != 1:
        return None
    match body:
        case [ast.Expr(ast.Call(ast.Name("check"), [ast.Constant(str(name)), _], []))]:
            return name
    return None


def _ids(notebook: Notebook) -> Complaints:
    uses = Counter(cell.get("id") for cell in notebook.cells)
    for number, cell in enumerate(notebook.cells, start=1):
        if not cell.get("id"):
            yield _place(cell, number), "has no id; give it a readable one (nbformat 4.5)."
        elif uses[cell.id] > 1:
            yield _place(cell, number), "is not the only cell of that id; rename one."


def _grade_ids(notebook: Notebook) -> Complaints:
    marked = [
        (_place(cell, number), cell.metadata.nbgrader.get("grade_id"))
        for number, cell in enumerate(notebook.cells, start=1)
        if "nbgrader" in cell.metadata
    ]
    uses = Counter(grade_id for _at, grade_id in marked)
    for at, grade_id in marked:
        if uses[grade_id] > 1:
            yield at, f"is not the only cell of the grade id {grade_id!r}; rename one."


def _regions(notebook: Notebook) -> Complaints:
    for at, cell in notebook.of("code"):
        yield from ((at, what) for what in _unbalanced(cell))


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


def _stubs(notebook: Notebook) -> Complaints:
    for at, cell in notebook.of("code"):
        if not is_solution(cell) or any(_unbalanced(cell)):
            continue
        released, _resources = ClearSolutions().preprocess_cell(
            copy.deepcopy(cell), {"language": "python"}, 0
        )
        try:
            body = ast.parse(released.source).body
        except SyntaxError as error:
            yield at, f"is no Python once its solution is out (line {error.lineno}); move the markers."
        else:
            if any(isinstance(node, ast.Raise) for node in body):
                yield at, "would raise when a learner runs it; keep the solution inside a function."


def _graded(notebook: Notebook) -> Complaints:
    for at, cell in notebook.of("code"):
        if not is_grade(cell):
            continue
        name = checked(cell)
        if name is None or is_solution(cell):
            yield at, 'is graded, so its one line must be check("lesson/id", name).'
            continue
        points = cell.metadata.nbgrader.get("points")
        try:
            if points != (worth := load(name).points):
                yield at, f"gives {points} points and its check {worth:g}; make them equal."
        except DatasetError as error:
            yield at, str(error)


def _citations(notebook: Notebook) -> Complaints:
    texts = notebook.of("markdown")
    cited = [(at, key) for at, cell in texts for key in keys(cell.source)]
    for at, key in cited:
        if key not in references():
            yield at, f"cites {key!r}, which no reference has; mend the key or add the reference."
    if cited and not any(LIST in cell.source for _at, cell in texts):
        yield "", f"cites and lists nothing; add the line {LIST} where the references belong."


def _reviewed(notebook: Notebook) -> Complaints:
    if not any(_REVIEW in cell.source.lower() for _at, cell in notebook.of("markdown")):
        yield "", "must say 'Not clinically reviewed'; add it to the first cell."


Rule = Callable[[Notebook], Complaints]

RULES: tuple[Rule, ...] = (_ids, _grade_ids, _regions, _stubs, _graded, _citations, _reviewed)
