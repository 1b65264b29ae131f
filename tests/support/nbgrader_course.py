"""A course in a folder of its own, as an instructor keeps one, and submissions made for it."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import nbformat
from attrs import frozen
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.utils import is_grade, is_solution

LESSON = "08-recognising-risk"
SECRET = "of this test"  # noqa: S105 - and no other
ROOT = Path(__file__).parents[2]

Answer = Callable[[str, str], str]
"""A student's cell, from the name that is checked and the solution's source."""


@frozen
class Course:
    """A course's root: configuration, solutions, and a secret of its own."""

    root: Path

    def nbgrader(self, command: str, *options: str) -> None:
        """Run ``nbgrader COMMAND LESSON`` in the root, as an instructor does."""
        binaries = Path(sys.executable).parent
        path = os.pathsep.join([str(binaries), os.environ["PATH"]])  # nbgrader calls alembic by name
        done = subprocess.run(
            [binaries / "nbgrader", command, LESSON, *options],
            cwd=self.root,
            env={**os.environ, "PATH": path, "WARMHANDOFF_COURSE_SECRET": ""},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    def submit(self, student: str, form: str | None, **notebooks: NotebookNode) -> None:
        """Put a student's work where the exchange would."""
        folder = self.root / "submitted" / student / LESSON
        folder.mkdir(parents=True)
        for name, notebook in notebooks.items():
            nbformat.write(notebook, folder / f"{name}.ipynb")  # type: ignore[no-untyped-call]
        if form is not None:
            (folder / "decisions.toml").write_text(form, encoding="utf-8")

    def score(self, student: str) -> tuple[float, float]:
        """What a student has, and what there was to earn."""
        with self._gradebook() as gradebook:
            submission = gradebook.find_submission(LESSON, student)
            return submission.score, submission.max_score

    def marks(self, student: str) -> dict[str, float]:
        """A student's points by check."""
        with self._gradebook() as gradebook:
            notebooks = gradebook.find_submission(LESSON, student).notebooks
            return {
                grade.name.removesuffix("-check"): grade.score for each in notebooks for grade in each.grades
            }

    def feedback(self, student: str, notebook: str) -> str:
        """The page that a student gets back."""
        return (self.root / "feedback" / student / LESSON / f"{notebook}.html").read_text("utf-8")

    def _gradebook(self) -> Gradebook:
        return Gradebook(f"sqlite:///{self.root / 'gradebook.db'}", "warm-handoff")


def new_course(folder: Path, settings: str = "") -> Course:
    """A course with its first release made."""
    config = (ROOT / "nbgrader_config.py").read_text("utf-8")
    (folder / "nbgrader_config.py").write_text(config + settings, encoding="utf-8")
    (folder / ".course-secret").write_text(f"{SECRET}\n", encoding="utf-8")
    shutil.copytree(ROOT / "solutions" / LESSON, folder / "solutions" / LESSON)
    course = Course(folder)
    course.nbgrader("generate_assignment")
    return course


def notebook(folder: Path, name: str) -> NotebookNode:
    path = folder / LESSON / f"{name}.ipynb"
    read: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return read


def written(course: Course, steps: Mapping[str, Answer]) -> NotebookNode:
    """A released exercise whose steps are answered out of the solution's."""
    solved = {cell.id: cell.source for cell in notebook(course.root / "solutions", "exercise").cells}
    exercise = notebook(course.root / "lessons", "exercise")
    open_cells: list[NotebookNode] = []
    for cell in exercise.cells:
        if is_solution(cell):
            open_cells.append(cell)
        elif is_grade(cell):
            step, target = checked(cell)
            for each in open_cells if step in steps else ():
                each.source = steps[step](target, solved[each.id])
            open_cells = []
    return exercise


def checked(cell: NotebookNode) -> tuple[str, str]:
    """The id of a graded cell's check, and the name of what is checked."""
    match ast.parse(cell.source).body:
        case [ast.Expr(ast.Call(_, [ast.Constant(str(name)), ast.Name(target)], _))]:
            return name.removeprefix(f"{LESSON}/"), target
    raise AssertionError(cell.source)
