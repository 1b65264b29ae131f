"""Run a lesson's notebooks as a learner would, with the answers that its forms would have saved."""

import os
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbgrader.utils import determine_grade, is_grade

from warmhandoff.errors import CourseError

__all__ = ["execute", "marks", "tidy"]

_TIMEOUT = 120  # seconds a cell
_WIDGET = "application/vnd.jupyter.widget-view+json"
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+>")


def execute(lesson: Path, answers: Path | None = None, secret: str | None = None) -> dict[str, NotebookNode]:
    """Run the notebooks of a folder in a copy of it, each in a kernel of its own.

    Args:
        lesson: The folder; nothing in it changes.
        answers: A folder whose TOML files are put beside the notebooks, as forms save them.
        secret: The course's secret, by which checks draw hidden cases; without it there are none.

    Returns:
        The notebooks as they are after the run, tidied, by file name.

    Raises:
        CourseError: a cell raises, or takes more than two minutes.
    """
    with TemporaryDirectory() as folder:
        here = Path(folder)
        files = [*lesson.glob("*.ipynb"), *(answers.glob("*.toml") if answers else ())]
        for path in files:
            shutil.copy(path, here)
        return {path.name: _run(lesson.name, path, secret) for path in sorted(here.glob("*.ipynb"))}


def _run(lesson: str, path: Path, secret: str | None) -> NotebookNode:
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook,
        timeout=_TIMEOUT,
        coalesce_streams=True,
        record_timing=False,
        store_widget_state=False,
        extra_arguments=["--IPKernelApp.log_level=ERROR"],  # no word about transport at every start
        resources={"metadata": {"path": str(path.parent)}},
    )
    environment = {**os.environ, "WARMHANDOFF_COURSE_SECRET": secret or ""}
    try:
        client.execute(env=environment)
    except CellExecutionError as error:
        raise CourseError(
            f"{lesson}/{path.name}, {_failed(notebook)} raises {error.ename}: {error.evalue}; mend it."
        ) from None
    except (CellTimeoutError, DeadKernelError) as error:
        raise CourseError(
            f"{lesson}/{path.name} does not run to its end ({str(error).splitlines()[0]}); mend it."
        ) from None
    return tidy(notebook)


def _failed(notebook: NotebookNode) -> str:
    for cell in notebook.cells:
        if any(output.output_type == "error" for output in cell.get("outputs", ())):
            return f"cell {cell.id}"
    return "a cell"


def tidy(notebook: NotebookNode) -> NotebookNode:
    """Take out what differs from run to run or from machine to machine, in place."""
    notebook.metadata.pop("widgets", None)
    notebook.metadata.get("language_info", {}).pop("version", None)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            data.pop(_WIDGET, None)
            if "text/plain" in data:
                data["text/plain"] = _ADDRESS.sub(">", data["text/plain"])
    return notebook


def marks(notebook: NotebookNode) -> dict[str, tuple[float, float]]:
    """By grade id: the points that a graded cell earned, and the points it gives, as nbgrader counts them."""
    graded = [cell for cell in notebook.cells if is_grade(cell)]
    return {cell.metadata.nbgrader.grade_id: determine_grade(cell) for cell in graded}
