"""The solutions earn full marks, with hidden cases and without, and running them again changes nothing."""

from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from warmhandoff.checks.cases import draw
from warmhandoff.checks.model import load_all
from warmhandoff.course.execute import execute, marks
from warmhandoff.course.release import answers_of

Notebooks = dict[str, NotebookNode]

SECRET = "of this test"  # noqa: S105 - it guards nothing


@pytest.fixture(scope="module")
def executed(root: Path, lesson: str) -> Notebooks:
    return execute(root / "solutions" / lesson, answers_of(root, lesson))


@pytest.fixture(scope="module")
def executed_with_secret(root: Path, lesson: str) -> Notebooks:
    return execute(root / "solutions" / lesson, answers_of(root, lesson), secret=SECRET)


def earned(notebooks: Notebooks) -> dict[str, tuple[float, float]]:
    return {name: mark for notebook in notebooks.values() for name, mark in marks(notebook).items()}


def feedback(notebooks: Notebooks) -> str:
    return " ".join(
        output.data.get("text/html", "")
        for notebook in notebooks.values()
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if output.output_type == "execute_result"
    )


def test_every_graded_cell_earns_its_points(lesson: str, executed: Notebooks) -> None:
    got = earned(executed)
    assert sum(points for _mark, points in got.values()) == sum(check.points for check in load_all(lesson))
    assert {name: mark for name, (mark, points) in got.items() if mark != points} == {}


def test_every_graded_cell_earns_its_points_on_hidden_cases(
    lesson: str, executed_with_secret: Notebooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    got = earned(executed_with_secret)
    assert {name: mark for name, (mark, points) in got.items() if mark != points} == {}
    for check in load_all(lesson):
        if check.hidden is not None:
            monkeypatch.setenv("WARMHANDOFF_COURSE_SECRET", SECRET)
            cases = draw(check)
            assert len(cases) > len(check.cases)
            assert f" of {len(cases)} cases are right" in feedback(executed_with_secret)


def test_running_again_gives_the_same_bytes(root: Path, lesson: str, executed: Notebooks) -> None:
    for name, notebook in executed.items():
        stored = (root / "solutions" / lesson / name).read_text("utf-8")
        again = nbformat.writes(notebook) + "\n"  # type: ignore[no-untyped-call]
        assert again == stored, f"the outputs of solutions/{lesson}/{name} are old; run: make lessons"
