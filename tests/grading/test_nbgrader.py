"""Submissions of every kind through nbgrader's own commands, with the marks read from its gradebook."""

import ast
import html
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import nbformat
import pytest
import tomli_w
from attrs import frozen
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.utils import is_grade, is_solution

from warmhandoff.checks.cases import draw
from warmhandoff.checks.model import load_all
from warmhandoff.course.release import answers_of

LESSON = "08-recognising-risk"
FORM = "decisions"
ROOT = Path(__file__).parents[2]
SECRET = "of this test"  # noqa: S105 - and no other
CHECKS = {check.id: check for check in load_all(LESSON)}
POINTS = {name: check.points for name, check in CHECKS.items()}
HIDDEN = [check for check in CHECKS.values() if check.hidden]
STEPS = [name for name in CHECKS if name != FORM]
DONE = STEPS[: len(STEPS) // 2]  # by a student who is half through
ASKED = len(CHECKS[FORM].cases)
RIGHT = ASKED // 2  # of these, by the same student

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
            (folder / f"{FORM}.toml").write_text(form, encoding="utf-8")

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


def saved(right: int | None = None) -> str:
    """A saved form with so many right answers, the others wrong; all right when None."""
    form = tomllib.loads((answers_of(ROOT, LESSON) / f"{FORM}.toml").read_text("utf-8"))
    for case in CHECKS[FORM].cases[ASKED if right is None else right :]:
        item, field = case.argument.split(".")
        form["answers"][item][field] = "none of these"
    return tomli_w.dumps(form)


def right(_target: str, source: str) -> str:
    """The solution's answer."""
    return source


def noisy(target: str, source: str) -> str:
    """The same by somebody who logs to stderr."""
    return (
        f"{source}\n\n\nimport sys\n\nquiet_{target} = {target}\n\n\n"
        f"def {target}(given):\n    print('assessing', file=sys.stderr)\n    return quiet_{target}(given)\n"
    )


def broken(_target: str, source: str) -> str:
    """The same with a bracket too many."""
    return f"{source}\n    print((len([])))))\n"


def constant(target: str, _source: str) -> str:
    """One answer to everything."""
    return f"from warmhandoff import RiskLevel\n\n\ndef {target}(given):\n    return RiskLevel.HIGH\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course whose students have all been marked and answered."""
    course = new_course(tmp_path_factory.mktemp("course"))
    lesson = notebook(course.root / "lessons", "lesson")
    done, last = dict.fromkeys(STEPS, right), STEPS[-1]
    course.submit("perfect", saved(), lesson=lesson, exercise=written(course, done))
    course.submit("noisy", saved(), lesson=lesson, exercise=written(course, dict.fromkeys(STEPS, noisy)))
    course.submit(
        "half", saved(right=RIGHT), lesson=lesson, exercise=written(course, dict.fromkeys(DONE, right))
    )
    course.submit("broken", None, lesson=lesson, exercise=written(course, {**done, last: broken}))
    course.submit("wrong", saved(right=0), lesson=lesson, exercise=written(course, {last: constant}))
    course.submit("absent", saved(), lesson=lesson)
    # A form that an instructor saved beside the solution must not land on the students' own.
    (course.root / "solutions" / LESSON / f"{FORM}.toml").write_text("[answers]\n", encoding="utf-8")
    course.nbgrader("autograde")
    course.nbgrader("generate_feedback")
    return course


def test_perfect_work_has_all_points(course: Course) -> None:
    assert course.score("perfect") == (30, 30)
    assert course.marks("perfect") == POINTS
    assert "That is practice passed, not clearance to deploy." in course.feedback("perfect", "exercise")


def test_what_a_learner_logs_costs_nothing(course: Course) -> None:
    assert course.marks("noisy") == POINTS
    assert "Your code printed: assessing" in course.feedback("noisy", "exercise")


def test_half_the_work_has_its_own_points(course: Course) -> None:
    unwritten = dict.fromkeys(STEPS, 0) | {name: POINTS[name] for name in DONE}
    assert course.marks("half") == {**unwritten, FORM: 10 * RIGHT / ASKED}
    assert "is not written yet: replace the raise with your code." in course.feedback("half", "exercise")


def test_a_broken_cell_costs_its_own_points(course: Course) -> None:
    assert course.marks("broken") == {**POINTS, STEPS[-1]: 0, FORM: 0}
    assert "SyntaxError" in course.feedback("broken", "exercise")


def test_a_missing_form_is_told_how_to_save_it(course: Course) -> None:
    assert f"There is no {FORM}.toml beside this notebook yet" in course.feedback("broken", "lesson")


def test_a_wrong_form_has_no_points_and_is_told_why(course: Course) -> None:
    assert course.marks("wrong")[FORM] == 0
    page = course.feedback("wrong", "lesson")
    assert "you chose NONE OF THESE, and it is" in page
    assert "The rule of safety:" in page


def test_a_missing_notebook_has_no_points_and_the_other_one_has_its_own(course: Course) -> None:
    assert course.score("absent") == (10, 30)
    assert course.marks("absent") == dict.fromkeys(STEPS, 0) | {FORM: 10}
    assert "10 of 10 points" in course.feedback("absent", "lesson")


def test_the_courses_secret_reaches_hidden_cases(course: Course) -> None:
    page = course.feedback("perfect", "exercise")
    for check in HIDDEN:
        assert check.hidden is not None
        cases = len(check.cases) + check.hidden.n
        assert f"{cases} of {cases} cases are right" in page


def test_hidden_cases_are_told_by_their_rule_alone(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    page = html.unescape(course.feedback("wrong", "exercise"))
    assert "What they are about:" in page
    monkeypatch.setenv("WARMHANDOFF_COURSE_SECRET", SECRET)
    said = [
        turn["content"]
        for check in HIDDEN
        for case in draw(check)
        if case.hidden
        for turn in case.argument["turns"]
    ]
    assert said
    assert [text for text in said if text in page] == []


def test_a_learners_form_is_not_overwritten(course: Course) -> None:
    submitted = (course.root / "submitted" / "half" / LESSON / f"{FORM}.toml").read_bytes()
    assert (course.root / "autograded" / "half" / LESSON / f"{FORM}.toml").read_bytes() == submitted


def test_a_class_without_code_is_marked_out_of_ten(tmp_path: Path) -> None:
    course = new_course(tmp_path, '\nc.CourseDirectory.notebook_id = "lesson"\n')
    assert [path.name for path in (tmp_path / "lessons" / LESSON).iterdir()] == ["lesson.ipynb"]
    course.submit("clinician", saved(), lesson=notebook(tmp_path / "lessons", "lesson"))
    course.nbgrader("autograde")
    course.nbgrader("generate_feedback")
    assert course.score("clinician") == (10, 10)
    assert "10 of 10 points" in course.feedback("clinician", "lesson")
