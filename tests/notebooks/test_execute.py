"""Running a lesson: in a copy, without what differs from run to run, and with errors that name the cell."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from warmhandoff.course.execute import execute
from warmhandoff.course.release import release
from warmhandoff.errors import CourseError

LESSON = "08-recognising-risk"


def write(folder: Path, *sources: str) -> Path:
    """A lesson of one notebook with these code cells."""
    cells: list[dict[str, Any]] = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {"execution": {"shell.execute_reply": "2026-11-23T00:00:00"}},
            "source": source,
            "execution_count": None,
            "outputs": [],
        }
        for number, source in enumerate(sources, start=1)
    ]
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    content = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    lesson = folder / "90-example"
    lesson.mkdir()
    (lesson / "lesson.ipynb").write_text(json.dumps(content))
    return lesson


def test_what_differs_from_run_to_run_is_taken_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARMHANDOFF_COURSE_SECRET", "of the instructor's shell")
    lesson = write(
        tmp_path,
        "import ipywidgets\nipywidgets.Label('hello')",
        "object()",
        "from warmhandoff.checks.cases import course_secret\nprint(course_secret())",
        "print('one')\nprint('two')",
        "open('decisions.toml').read()",
    )
    answers = tmp_path / "answers"
    answers.mkdir()
    (answers / "decisions.toml").write_text("[answers]")
    before = (lesson / "lesson.ipynb").read_bytes()
    notebook = execute(lesson, answers)["lesson.ipynb"]
    widget, thing, secret, prints, read = (cell.outputs[0] for cell in notebook.cells)
    assert widget.data == {"text/plain": "Label(value='hello')"}
    assert thing.data == {"text/plain": "<object>"}
    assert secret.text == "None\n"
    assert prints.text == "one\ntwo\n"
    assert read.data == {"text/plain": "'[answers]'"}
    assert [cell.metadata for cell in notebook.cells] == [{}] * 5
    assert "widgets" not in notebook.metadata
    assert "version" not in notebook.metadata.language_info
    assert (lesson / "lesson.ipynb").read_bytes() == before


def test_a_cell_that_raises_is_named(tmp_path: Path) -> None:
    lesson = write(tmp_path, "x = 1", "triage(x)")
    with pytest.raises(CourseError) as error:
        execute(lesson)
    assert str(error.value) == (
        "90-example/lesson.ipynb, cell cell-2 raises NameError: name 'triage' is not defined; mend it."
    )


def test_a_solution_that_loses_points_is_not_released(root: Path, tmp_path: Path) -> None:
    solutions = tmp_path / "solutions" / LESSON
    shutil.copytree(root / "solutions" / LESSON, solutions)
    before = {path.name: path.read_bytes() for path in solutions.iterdir()}
    with pytest.raises(CourseError, match=r"the solution earns 0 of 10 points; mend the solution"):
        release(tmp_path, [LESSON])  # there are no answers in this course
    assert {path.name: path.read_bytes() for path in solutions.iterdir()} == before
    assert not (tmp_path / "lessons").exists()


def test_a_lesson_with_complaints_is_not_released(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "solutions" / LESSON, tmp_path / "solutions" / LESSON)
    (tmp_path / "solutions" / LESSON / "decisions.toml").write_text("")
    with pytest.raises(CourseError, match="would be copied to every learner"):
        release(tmp_path, [])
    assert not (tmp_path / "lessons").exists()


def test_a_lesson_that_is_not_there_is_told_from_those_that_are(root: Path) -> None:
    with pytest.raises(CourseError, match=f"solutions has no lesson '99-none'; it has .*{LESSON}"):
        release(root, ["99-none"])


def test_outside_the_course_it_says_where_to_run(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="run this in the root of a clone of the course"):
        release(tmp_path, [])
