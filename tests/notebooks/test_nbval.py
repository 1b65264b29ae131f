"""nbval runs the solutions again, cell by cell, and compares what they show with what is stored."""

import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from warmhandoff.course.release import answers_of

_CELL_TIMEOUT = 60  # seconds
_QUIET = (  # statements that show nothing, so that a cell of these alone needs no output
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.ClassDef,
    ast.Assign,
    ast.AnnAssign,
    ast.AugAssign,
)
_UNCOMPARED = {"nbval-skip", "nbval-ignore-output"}


@pytest.fixture(scope="module")
def cells(root: Path, lesson: str) -> list[tuple[str, NotebookNode]]:
    """The code cells of a lesson's solutions, each with its place."""
    return [
        (f"{path.name}, cell {cell.id}", cell)
        for path in sorted((root / "solutions" / lesson).glob("*.ipynb"))
        for cell in nbformat.read(path, as_version=4).cells  # type: ignore[no-untyped-call]
        if cell.cell_type == "code"
    ]


@pytest.fixture(scope="module")
def report(root: Path, lesson: str, tmp_path_factory: pytest.TempPathFactory) -> ET.Element:
    """What pytest says of a copy of the solutions with the answers beside them."""
    here = tmp_path_factory.mktemp("nbval")
    for path in (root / "solutions" / lesson).glob("*.ipynb"):
        shutil.copy(path, here)
    for path in answers_of(root, lesson).glob("*.toml"):
        shutil.copy(path, here)
    command = [sys.executable, "-m", "pytest", "--nbval", "--junitxml=report.xml", "-p", "no:cacheprovider"]
    command += [f"--nbval-cell-timeout={_CELL_TIMEOUT}", "--nbval-current-env"]
    command += [f"--nbval-sanitize-with={Path(__file__).with_name('nbval_sanitize.cfg')}", "."]
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return ET.parse(here / "report.xml").getroot()  # noqa: S314 - pytest wrote it a moment ago


def test_every_code_cell_runs_and_shows_what_is_stored(
    report: ET.Element, cells: list[tuple[str, NotebookNode]]
) -> None:
    (suite,) = report.iter("testsuite")
    told = {name: int(suite.attrib[name]) for name in ("tests", "failures", "errors", "skipped")}
    assert told == {"tests": len(cells), "failures": 0, "errors": 0, "skipped": 0}


def test_every_compared_cell_has_been_run(cells: list[tuple[str, NotebookNode]]) -> None:
    # nbval compares nothing on a cell without an execution count.
    assert cells
    assert [where for where, cell in compared(cells) if cell.execution_count is None] == []


def test_every_compared_cell_shows_something(cells: list[tuple[str, NotebookNode]]) -> None:
    silent = [where for where, cell in compared(cells) if not cell.outputs and not quiet(cell)]
    assert silent == [], "nothing is compared in these cells; let each end in a value"


def test_no_cell_is_left_out(cells: list[tuple[str, NotebookNode]]) -> None:
    assert [where for where, cell in cells if "NBVAL" in cell.source.upper()] == []
    assert len(list(compared(cells))) == len(cells)


def compared(cells: list[tuple[str, NotebookNode]]) -> Iterator[tuple[str, NotebookNode]]:
    return ((at, cell) for at, cell in cells if not _UNCOMPARED & set(cell.metadata.get("tags", ())))


def quiet(cell: NotebookNode) -> bool:
    return all(isinstance(node, _QUIET) for node in ast.parse(cell.source).body)
