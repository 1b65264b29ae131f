"""What must hold in a notebook of ``solutions/`` before it is released, a rule a function."""

import ast
from collections import Counter
from collections.abc import Callable, Iterator

from attrs import frozen
from nbformat import NotebookNode
from nbgrader.nbgraderformat import MetadataValidator, SchemaTooNewError, SchemaTooOldError, ValidationError
from nbgrader.utils import is_grade, is_solution

from warmhandoff.checks.model import load
from warmhandoff.course.citations import LIST, keys
from warmhandoff.course.references import references
from warmhandoff.course.regions import region_complaints
from warmhandoff.datasets import DatasetError

__all__ = ["RULES", "Notebook", "checked"]

_REVIEW = "not clinically reviewed"


@frozen
class Notebook:
    """A notebook as it stands in its file, with nothing added or repaired."""

    name: str
    cells: list[NotebookNode]

    def placed(self) -> list[tuple[str, NotebookNode]]:
        """Every cell with its place: its id, or its number where it has none."""
        return [
            (f", cell {cell.get('id') or number}", cell) for number, cell in enumerate(self.cells, start=1)
        ]

    def of(self, kind: str) -> list[tuple[str, NotebookNode]]:
        """The cells of a kind, each with its place."""
        return [(at, cell) for at, cell in self.placed() if cell.cell_type == kind]


Complaints = Iterator[tuple[str, str]]
"""The place in a notebook (empty: all of it), and what is wrong with the mend."""


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
    for at, cell in notebook.placed():
        if not cell.get("id"):
            yield at, "has no id; give it a readable one (nbformat 4.5)."
        elif uses[cell.id] > 1:
            yield at, "is not the only cell of that id; rename one."


def _grade_ids(notebook: Notebook) -> Complaints:
    marked = [
        (at, cell.metadata.nbgrader.get("grade_id"))
        for at, cell in notebook.placed()
        if "nbgrader" in cell.metadata
    ]
    uses = Counter(grade_id for _at, grade_id in marked)
    for at, grade_id in marked:
        if uses[grade_id] > 1:
            yield at, f"is not the only cell of the grade id {grade_id!r}; rename one."


def _marks(notebook: Notebook) -> Complaints:
    for at, cell in notebook.placed():
        try:
            MetadataValidator().validate_cell(cell)
        except (ValidationError, SchemaTooOldError, SchemaTooNewError) as error:
            said = str(error).partition("\n")[0].partition(": ")[0]
            yield (
                at,
                f"would stop nbgrader ({said}); mend its marks. Text for instructors has the tag 'solution'.",
            )


def _regions(notebook: Notebook) -> Complaints:
    for at, cell in notebook.of("code"):
        yield from ((at, what) for what in region_complaints(cell))


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

RULES: tuple[Rule, ...] = (_ids, _grade_ids, _marks, _regions, _graded, _citations, _reviewed)
