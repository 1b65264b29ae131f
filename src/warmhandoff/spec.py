"""Guards by name: ``module:name``, ``notebook.ipynb:name`` or ``path/to/policy.toml``.

A notebook is loaded by running its imports, definitions and assignments, in order; bare expressions,
graded cells and magics are passed over, so that loading shows no widget and marks nothing. A policy's
file is one guard, and nothing in it is run.
"""

import ast
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from warmhandoff.errors import CourseError
from warmhandoff.referral.guard.protocol import Guard, as_guard
from warmhandoff.referral.policy import PolicyGuard, load_policy

__all__ = ["SpecError", "load", "load_guard"]

_KEPT = (
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Assign,
    ast.AnnAssign,
    ast.AugAssign,
)


class SpecError(CourseError):
    """A guard that cannot be loaded: one sentence with what, where, and the mend."""


def load_guard(spec: str) -> Guard:
    """The guard that a SPEC names; a plain function counts as one, and so does a policy's file.

    Raises:
        SpecError: there is no such file, module or name, it does not load, or it is no guard.
        PolicyError: the policy's file is not whole; every fault is named.
    """
    if spec.endswith(".toml"):
        return PolicyGuard(load_policy(spec))
    try:
        return as_guard(load(spec))
    except TypeError as error:
        raise SpecError(f"{spec}: {error}") from None


def load(spec: str) -> object:
    """Whatever a SPEC names.

    Raises:
        SpecError: there is no such file, module or name, or it does not load.
    """
    place, colon, name = spec.rpartition(":")
    if not (place and colon and name.isidentifier()):
        raise SpecError(
            f"{spec!r} names no guard; write module:name, notebook.ipynb:name or path/to/policy.toml."
        )
    module = _notebook(Path(place)) if place.endswith(".ipynb") else _module(place)
    try:
        return getattr(module, name)
    except AttributeError:
        raise SpecError(f"{place} defines no {name!r}; name a function or object in it.") from None


def _module(name: str) -> ModuleType:
    here = str(Path.cwd())
    if here not in sys.path:
        # As `python -m` does, so that a guard beside the learner's shell is found.
        sys.path.insert(0, here)
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise SpecError(f"no module named {error.name!r}; run from the folder that holds it.") from None
    except Exception as error:  # noqa: BLE001 - a module may raise anything while it loads
        raise _broken(name, error) from None


def _broken(place: str, error: BaseException) -> SpecError:
    text = " ".join(str(error).split())[:200]
    return SpecError(f"{place} does not load ({type(error).__name__}: {text}); mend it and try again.")


def _notebook(path: Path) -> ModuleType:
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except OSError:
        raise SpecError(f"{path} cannot be opened; check the path.") from None
    except (ValueError, KeyError, TypeError):
        raise SpecError(f"{path} is not a notebook; save it again from JupyterLab.") from None
    module = ModuleType(f"notebook_{path.stem}")  # a json.ipynb must not stand in for json
    module.__file__ = str(path)
    sys.modules[module.__name__] = module  # attrs and pickle look a class's module up
    for number, cell in enumerate(cells, start=1):
        if cell.get("cell_type") == "code" and not _graded(cell):
            _run(f"{path}, cell {number}", "".join(cell["source"]), module)
    return module


def _graded(cell: dict[str, Any]) -> bool:
    marks = cell.get("metadata", {}).get("nbgrader", {})
    return bool(marks.get("grade")) and not marks.get("solution")


def _without_magics(source: str) -> str:
    # Blank lines keep the line numbers of errors true.
    return "\n".join("" if line.lstrip()[:1] in {"%", "!"} else line for line in source.split("\n"))


def _definitions(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    return (node for node in body if isinstance(node, _KEPT))


def _run(place: str, source: str, module: ModuleType) -> None:
    try:
        tree = ast.parse(_without_magics(source), filename=place)
        tree.body = list(_definitions(tree.body))
        exec(compile(tree, place, "exec"), vars(module))  # noqa: S102 - loading a guard is running it
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a notebook may raise anything, exits too
        raise _broken(place, error) from None
