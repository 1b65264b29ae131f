"""Write each simulation as one self-contained page, and a gallery of them.

    python -m warmhandoff_widgets.pages build/pages

A page opens from a disk, a web server or a learning management system as it is. Its security policy
forbids every network request.
"""

import base64
import hashlib
import html
import json
import sys
from pathlib import Path
from string import Template

from warmhandoff.errors import CourseError
from warmhandoff_widgets import SIMULATIONS
from warmhandoff_widgets.base import STATIC, Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["LARGEST_PAGE", "page", "write_pages"]

LARGEST_PAGE = 150 * 1024
"""Bytes a page may take without its sounds, so that it opens at once on a phone."""

_TEMPLATES = Path(__file__).parent / "templates"


def page(simulation: type[Simulation], scenario: Scenario | str | Path | None = None) -> str:
    """The page of one simulation, whole.

    Args:
        simulation: Its class.
        scenario: None for the course's own; else as `Simulation` takes it.

    Raises:
        CourseError: the scenario is not as the schema describes it, or the page has grown too large.
    """
    played = simulation.load(scenario)
    style = _template("page.css").template + (STATIC / f"{simulation.name}.css").read_text("utf-8")
    script = (STATIC / f"{simulation.name}.js").read_text("utf-8")
    text = _template("page.html").substitute(
        name=simulation.name,
        title=html.escape(played["title"]),
        summary=html.escape(played["summary"]),
        lesson=_lesson(simulation),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        # A script element ends at the first "</script", and a comment opens at "<!--": no "<" stays.
        scenario=json.dumps(played, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c"),
    )
    if (size := len(text.encode()) - _sound(played)) > LARGEST_PAGE:
        raise CourseError(
            f"{simulation.name}.html takes {size} bytes, more than {LARGEST_PAGE}; shorten its scenario."
        )
    return text


def gallery() -> str:
    """The page that leads to all the others."""
    style = _template("page.css").template
    entries = "".join(_entry(simulation) for simulation in SIMULATIONS)
    return _template("index.html").substitute(
        entries=entries.strip(), number=len(SIMULATIONS), style=style, style_hash=_hash(style)
    )


def _entry(simulation: type[Simulation]) -> str:
    scenario = simulation.load()
    return _template("entry.html").substitute(
        name=simulation.name,
        title=html.escape(scenario["title"]),
        summary=html.escape(scenario["summary"]),
        lesson=_lesson(simulation),
    )


def _lesson(simulation: type[Simulation]) -> str:
    return f"Lesson {int(simulation.lesson.partition('-')[0])}"


def _sound(scenario: Scenario) -> int:
    """Bytes that recordings take; they do not keep the page from being drawn."""
    return len(json.dumps(scenario.get("sounds", "")))


def write_pages(folder: Path) -> list[Path]:
    """Write ``<name>.html`` for every simulation, and ``index.html``.

    Returns:
        The files written.

    Raises:
        CourseError: a scenario cannot be used, a page is too large, or the folder cannot be written to.
    """
    texts = {f"{simulation.name}.html": page(simulation) for simulation in SIMULATIONS}
    texts["index.html"] = gallery()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise CourseError(f"{folder} cannot be written to ({error.strerror}); name another folder.") from None
    return [folder / name for name in texts]


def _template(name: str) -> Template:
    return Template((_TEMPLATES / name).read_text("utf-8"))


def _hash(inline: str) -> str:
    digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def main(arguments: list[str]) -> int:
    """The command line: one argument, the folder."""
    if len(arguments) != 1:
        sys.stderr.write("Name the folder to write to: python -m warmhandoff_widgets.pages build/pages\n")
        return 2
    try:
        written = write_pages(Path(arguments[0]))
    except CourseError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for path in written:
        sys.stdout.write(f"{path} ({path.stat().st_size} bytes)\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
