"""Whether a lesson of ``solutions/`` can be released: every complaint names file and cell."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from nbformat import reader
from nbformat.validator import ValidationError, iter_validate
from nbgrader.utils import is_grade

from warmhandoff.checks.model import load_all
from warmhandoff.course.rules import RULES, Notebook, checked
from warmhandoff.datasets import DatasetError

__all__ = ["lint"]

_PASSED_OVER = {".ipynb_checkpoints", "__pycache__"}  # by nbgrader, when it copies what lies beside


def lint(lesson: Path) -> list[str]:
    """Every complaint about a lesson's folder, a sentence each; none when it can be released."""
    notebooks: list[Notebook] = []
    complaints = list(_strangers(lesson))
    for path in sorted(lesson.glob("*.ipynb")):
        try:
            notebooks.append(_read(path))
        except (OSError, ValueError, LookupError, TypeError, AttributeError, ValidationError) as error:
            said = str(error).partition("\n")[0]
            complaints.append(f"{path.name}: is no notebook of nbformat 4.5 ({said}); save it anew.")
    for notebook in notebooks:
        for rule in RULES:
            complaints += [f"{notebook.name}{at}: {what}" for at, what in rule(notebook)]
    return [f"{lesson.name}/{complaint}" for complaint in complaints] + [*_ungraded(lesson.name, notebooks)]


def _read(path: Path) -> Notebook:
    # Not nbformat.read, which gives ids to cells that have none: here they are to be noticed.
    content = reader.reads(path.read_text(encoding="utf-8"))  # type: ignore[no-untyped-call]
    if (content.nbformat, content.nbformat_minor) != (4, 5):
        raise ValueError(f"it is {content.nbformat}.{content.nbformat_minor}")
    whole = [{"id": f"cell-{number}", **cell} for number, cell in enumerate(content.cells)]
    for error in iter_validate({**content, "cells": whole}):  # type: ignore[no-untyped-call]
        raise error
    return Notebook(path.name, content.cells)


def _strangers(lesson: Path) -> Iterator[str]:
    for path in sorted(lesson.iterdir()):
        if path.suffix != ".ipynb" and path.name not in _PASSED_OVER:
            yield f"{path.name}: would be copied to every learner; keep only notebooks here."


def _ungraded(lesson: str, notebooks: list[Notebook]) -> Iterator[str]:
    """Each check of a lesson is graded once, so that the points add up."""
    graded = Counter(
        checked(cell) for notebook in notebooks for _at, cell in notebook.of("code") if is_grade(cell)
    )
    try:
        for check in load_all(lesson):
            if graded[check.name] != 1:
                yield f"{check.name}: this check is graded {graded[check.name]} times; grade it once."
    except DatasetError as error:
        yield f"{lesson}: {error}"
