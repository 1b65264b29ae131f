"""Citation keys in a notebook's Markdown become links, and its references a list."""

import re
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from traitlets import Bool

from warmhandoff.course.references import address, label, listed, references
from warmhandoff.errors import CourseError

__all__ = ["LIST", "CitationError", "Citations", "keys"]

LIST = "<!-- references -->"
"""The line that becomes the list of what the notebook cites."""

_CITED = re.compile(r"\[(@[^\]\n]*)\]")


class CitationError(CourseError):
    """A key that no reference has: one sentence with notebook, cell and key."""


def keys(source: str) -> list[str]:
    """The citation keys of a Markdown text, in its order; ``[@a, @b]`` cites both."""
    return [key for group in _CITED.findall(source) for key in _split(group)]


def _split(group: str) -> list[str]:
    return [part.strip().removeprefix("@") for part in group.split(",")]


class Citations(Preprocessor):
    """Turns ``[@key]`` into a link with author and year, and the line `LIST` into the references.

    Put it before every preprocessor that computes checksums or saves cells.
    """

    enabled = Bool(True, help="Whether to use it; nbconvert's own preprocessors start switched off.").tag(
        config=True
    )

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Rewrite the Markdown cells.

        Raises:
            CitationError: a cell cites a key that no reference has.
        """
        cells = [cell for cell in nb.cells if cell.cell_type == "markdown"]
        cited: dict[str, None] = {}
        for cell in cells:
            for key in keys(cell.source):
                if key not in references():
                    raise CitationError(
                        f"{_notebook(resources)}, cell {cell.get('id')}: no reference has the key {key!r}; "
                        "mend the key or add it to datasets/references/references.json."
                    )
                cited[key] = None
        for cell in cells:
            cell.source = _CITED.sub(lambda match: _linked(match[1]), cell.source)
            if LIST in cell.source:
                cell.source = cell.source.replace(LIST, listed(cited))
        return nb, resources


def _linked(group: str) -> str:
    return f"({'; '.join(_link(key) for key in _split(group))})"


def _link(key: str) -> str:
    entry = references()[key]
    where = address(entry)
    return f'[{label(entry)}]({where} "{key}")' if where else label(entry)


def _notebook(resources: dict[str, Any]) -> str:
    assignment = resources.get("nbgrader", {}).get("assignment")
    name = resources.get("metadata", {}).get("name", "the notebook")
    return f"{assignment}/{name}.ipynb" if assignment else str(name)
