"""What learners get: made from the solutions as it stands, harmless to run, and without the answers."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from warmhandoff.course.citations import keys
from warmhandoff.course.execute import execute, marks
from warmhandoff.course.references import listed
from warmhandoff.course.release import answers_of
from warmhandoff.datasets import read_jsonl, read_toml
from warmhandoff.datasets import root as datasets

_TELLING = 20  # characters of a line or phrase that nobody writes twice by chance


@pytest.fixture(scope="module")
def generated(root: Path, lesson: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    course = tmp_path_factory.mktemp("course")
    shutil.copytree(root / "solutions" / lesson, course / "solutions" / lesson)
    shutil.copy(root / "nbgrader_config.py", course)
    command = [sys.executable, "-m", "warmhandoff.course.release", "--no-execute", lesson]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return course / "lessons" / lesson


@pytest.fixture(scope="module")
def executed(generated: Path) -> dict[str, NotebookNode]:
    return execute(generated)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    }


def notebooks(folder: Path) -> dict[str, NotebookNode]:
    return {
        path.name: nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
        for path in sorted(folder.glob("*.ipynb"))
    }


def test_the_committed_lessons_are_those_of_the_solutions(root: Path, lesson: str, generated: Path) -> None:
    fresh, committed = contents(generated), contents(root / "lessons" / lesson)
    assert fresh.keys() == committed.keys(), "run: make lessons"
    stale = [name for name in fresh if fresh[name] != committed[name]]
    assert stale == [], f"lessons/{lesson} is not what solutions/{lesson} gives; run: make lessons"


def test_only_the_notebooks_are_released(generated: Path) -> None:
    assert contents(generated).keys() == {"lesson.ipynb", "exercise.ipynb"}


def test_no_cell_raises_and_just_the_graded_ones_lose_points(executed: dict[str, NotebookNode]) -> None:
    outputs = [
        (cell.id, output)
        for notebook in executed.values()
        for cell in notebook.cells
        for output in cell.get("outputs", ())
    ]
    assert [where for where, output in outputs if output.output_type == "error"] == []
    assert [where for where, output in outputs if output.get("name") == "stderr"] == []
    graded = [mark for notebook in executed.values() for mark in marks(notebook).values()]
    assert graded
    assert [mark for mark in graded if mark[0] >= mark[1]] == []


def test_no_output_is_released(generated: Path) -> None:
    for notebook in notebooks(generated).values():
        for cell in notebook.cells:
            assert not cell.get("outputs"), cell.id
            assert cell.get("execution_count") is None, cell.id


def test_every_citation_is_a_link_and_the_references_are_listed(
    root: Path, lesson: str, generated: Path
) -> None:
    source = notebooks(root / "solutions" / lesson)
    for name, notebook in notebooks(generated).items():
        texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
        assert [key for text in texts for key in keys(text)] == []
        released = [cell for cell in source[name].cells if "solution" not in tags(cell)]
        cited = {key for cell in released for key in keys(cell.source)}
        assert cited
        assert any(listed(cited) in text for text in texts)


def tags(cell: NotebookNode) -> list[str]:
    found: list[str] = cell.metadata.get("tags", [])
    return found


def test_cells_for_instructors_are_not_released(root: Path, lesson: str, generated: Path) -> None:
    ours = [cell for nb in notebooks(root / "solutions" / lesson).values() for cell in nb.cells]
    released = {cell.id for nb in notebooks(generated).values() for cell in nb.cells}
    assert {cell.id for cell in ours if "solution" in tags(cell)} & released == set()
    assert {cell.id for cell in ours if "solution" not in tags(cell)} == released


def test_no_line_of_a_solution_is_released(root: Path, lesson: str, generated: Path) -> None:
    released = " ".join(cell.source for nb in notebooks(generated).values() for cell in nb.cells)
    assert "BEGIN SOLUTION" not in released
    inside, outside = solution_lines(root / "solutions" / lesson)
    assert inside
    assert [line for line in inside - outside if line in released] == []


def solution_lines(folder: Path) -> tuple[set[str], set[str]]:
    """The telling lines of answer cells, within solution regions and without."""
    inside: set[str] = set()
    outside: set[str] = set()
    for notebook in notebooks(folder).values():
        for cell in notebook.cells:
            within = False
            for line in (line.strip() for line in cell.source.splitlines()):
                within = (within or "BEGIN SOLUTION" in line) and "END SOLUTION" not in line
                if len(line) >= _TELLING and "BEGIN SOLUTION" not in line:
                    (inside if within else outside).add(line)
    return inside, outside


def test_no_answer_of_a_form_is_released(root: Path, lesson: str, generated: Path) -> None:
    answers = [path.name for path in answers_of(root, lesson).glob("*.toml")]
    assert answers
    assert not set(answers) & contents(generated).keys()
    assert not set(answers) & contents(root / "solutions" / lesson).keys()


def test_no_hidden_phrase_is_released(root: Path, lesson: str, generated: Path) -> None:
    told = [json.dumps(nb, ensure_ascii=False) for nb in notebooks(generated).values()]
    told += [json.dumps(nb, ensure_ascii=False) for nb in notebooks(root / "solutions" / lesson).values()]
    hidden = hidden_phrases()
    assert hidden
    assert [phrase for phrase in hidden if any(phrase in text for text in told)] == []


def hidden_phrases() -> list[str]:
    """What the hidden half of the scenarios says between its slots."""
    folder = datasets() / "scenarios" / "hidden"
    said = [
        message["content"]
        for path in folder.rglob("*.jsonl")
        for _line, skeleton in read_jsonl(path)
        for message in skeleton["messages"]
    ]
    said += list(strings(read_toml(folder / "phrases.toml")))
    pieces = [piece.strip() for text in said for piece in re.split(r"\{\w*\}", text)]
    return [piece for piece in pieces if len(piece) >= _TELLING]


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in inner for text in strings(item)]
