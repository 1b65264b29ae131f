"""A learner's own copies of the lessons, brought up to date without touching their work."""

import hashlib
import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from warmhandoff.course.catalogue import index_page, load
from warmhandoff.datasets import lessons
from warmhandoff.errors import CourseError
from warmhandoff.files import replace_file

__all__ = ["INDEX", "MANIFEST", "prepare"]

INDEX = "index.md"
MANIFEST = ".warmhandoff/manifest.json"


def prepare(workspace: Path) -> list[str]:
    """Bring the course page and the lessons into a workspace.

    A file the learner has not changed is brought up to date. One they have changed stays, and a newer
    version of it lands beside it as ``NAME.new.ipynb``, once. The manifest keeps the hash of what was
    delivered, which is how the two are told apart.

    Returns:
        What was done, a sentence each.

    Raises:
        CourseError: the folder cannot be written to.
    """
    try:
        workspace.mkdir(parents=True, exist_ok=True)
        delivery = _Delivery(workspace)
        for name, content in _shipped():
            delivery.bring(name, content)
        delivery.finish()
    except OSError as error:
        raise CourseError(
            f"{workspace} cannot be written to ({error.strerror}); choose another folder with --workspace."
        ) from None
    return delivery.sentences


def _shipped() -> Iterator[tuple[str, bytes]]:
    yield INDEX, index_page(load()).encode()
    source = lessons()
    for path in sorted(source.rglob("*")):
        if path.is_file() and ".ipynb_checkpoints" not in path.parts:
            yield path.relative_to(source).as_posix(), path.read_bytes()


class _Delivery:
    """One run of `prepare`: the manifest, and what was said."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace
        self._manifest = _read(workspace / MANIFEST)
        self._new = 0
        self._beside: list[str] = []

    def bring(self, name: str, content: bytes) -> None:
        target, shipped = self._workspace / name, _hash(content)
        known = self._manifest.get(name)
        if not target.exists() or known == _hash(target.read_bytes()):
            if known != shipped or not target.exists():
                self._new += 1
                _write(target, content)
        elif known != shipped and _hash(target.read_bytes()) != shipped:
            self._set_beside(name, content)
        self._manifest[name] = shipped

    def _set_beside(self, name: str, content: bytes) -> None:
        for number in count(1):
            beside = _beside(name, number)
            target = self._workspace / beside
            if not target.exists() or _hash(target.read_bytes()) == self._manifest.get(beside):
                _write(target, content)
                self._manifest[beside] = _hash(content)
                self._beside.append(beside)
                return

    def finish(self) -> None:
        _write(
            self._workspace / MANIFEST,
            json.dumps(self._manifest, indent=1, sort_keys=True).encode(),
        )

    @property
    def sentences(self) -> list[str]:
        said = [f"Your workspace is {self._workspace}."]
        if self._new:
            said.append(
                f"{self._new} files were copied or brought up to date; your own work is as you left it."
            )
        said += [f"A newer version of a file you changed is beside it: {name}" for name in self._beside]
        return said


def _beside(name: str, number: int) -> str:
    path = Path(name)
    mark = ".new" if number == 1 else f".new{number}"
    return path.with_name(f"{path.stem}{mark}{path.suffix}").as_posix()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read(path: Path) -> dict[str, str]:
    # An unreadable manifest only means that every file counts as the learner's own.
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, content)
