"""Make ``lessons/`` out of ``solutions/``: ``python -m warmhandoff.course.release [LESSON ...]``.

Run it in the course's root, where ``nbgrader_config.py`` lies.
"""

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import nbformat
import typer
from rich.console import Console

from warmhandoff.course.execute import execute, marks
from warmhandoff.course.lint import lint
from warmhandoff.errors import CourseError

__all__ = ["answers_of", "release"]


def answers_of(root: Path, lesson: str) -> Path:
    """Where the reference answers of a lesson's forms lie; never in ``solutions/``."""
    return root / "tests" / "notebooks" / "answers" / lesson


def release(root: Path, names: list[str], *, run: bool = True) -> None:
    """Lint lessons, run their solutions, prove that these earn full marks, and generate the release.

    Args:
        root: The course's root.
        names: Folders of ``solutions/``; all of them when empty.
        run: Whether to run the solutions and write their outputs back.

    Raises:
        CourseError: a lesson is missing, has a complaint, does not run, or loses points.
    """
    folders = _folders(root, names)
    if complaints := [complaint for folder in folders for complaint in lint(folder)]:
        raise CourseError("\n".join(complaints))
    if run:
        for folder in folders:
            _execute(root, folder)
    for folder in folders:
        _generate(root, folder.name)


def _folders(root: Path, names: list[str]) -> list[Path]:
    source = root / "solutions"
    known = sorted(path.parent.name for path in source.glob("*/lesson.ipynb"))
    if not known:
        raise CourseError(f"{source} holds no lessons; run this in the root of a clone of the course.")
    if unknown := [name for name in names if name not in known]:
        raise CourseError(f"solutions has no lesson {unknown[0]!r}; it has {', '.join(known)}.")
    return [source / name for name in names or known]


def _execute(root: Path, folder: Path) -> None:
    notebooks = execute(folder, answers_of(root, folder.name))
    for name, notebook in notebooks.items():
        for grade_id, (earned, points) in marks(notebook).items():
            if earned != points:
                raise CourseError(
                    f"{folder.name}/{name}, cell {grade_id}: the solution earns {earned:g} of {points:g} "
                    "points; mend the solution or the check."
                )
    for name, notebook in notebooks.items():
        nbformat.write(notebook, folder / name)  # type: ignore[no-untyped-call]


def _generate(root: Path, lesson: str) -> None:
    # Without --force, nbgrader passes an existing lesson over and says it is well.
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", "--no-db", "--force", lesson]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 - nbgrader
    if done.returncode != 0 or not any((root / "lessons" / lesson).glob("*.ipynb")):
        said = [line.strip() for line in done.stderr.splitlines() if "Error: " in line]
        raise CourseError(
            f"nbgrader does not release {lesson}: {said[0] if said else 'it does not say why'}; "
            f"more by: nbgrader generate_assignment --no-db --force {lesson}"
        )


def main(
    lessons: Annotated[list[str] | None, typer.Argument(help="Folders of solutions/; all when none.")] = None,
    execute: Annotated[
        bool, typer.Option(help="Run the solutions and write their outputs back first.")
    ] = True,
) -> None:
    """Make lessons/ out of solutions/: lint, run, prove full marks, generate."""
    try:
        release(Path.cwd(), lessons or [], run=execute)
    except CourseError as error:
        Console(stderr=True, soft_wrap=True, highlight=False).print(str(error), markup=False)
        raise typer.Exit(1) from None


if __name__ == "__main__":
    typer.run(main)
