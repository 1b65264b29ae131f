"""A report as one self-contained page of HTML, with its figures as JSON beside it."""

import base64
import hashlib
import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

from attrs import asdict

from warmhandoff.errors import CourseError
from warmhandoff.evaluation.report.model import Report
from warmhandoff.files import replace_file
from warmhandoff.referral.resources import general_resources

__all__ = ["json_text", "page", "prepare", "require", "write"]

_HERE = Path(__file__).parent
_SPEAKERS = {
    "user": "Person",
    "assistant": "Chatbot",
    "guard": "The guard",
    "system": "Instructions to the chatbot",
}
# What no page may hold: control characters other than tab and newline, and halves of surrogate pairs.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@cache
def _template() -> Any:
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - an extra
    except ImportError:
        raise CourseError(
            'a report needs Jinja2, which is not installed; run pip install "warm-handoff[evaluate]".'
        ) from None
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html")


def require() -> None:
    """Make sure that a page can be made, before the work that it is to show.

    Raises:
        CourseError: Jinja2 is not installed.
    """
    _template()


def page(report: Report) -> str:
    """The report as HTML: no script, no request to any network, every value escaped.

    Raises:
        CourseError: Jinja2 is not installed.
    """
    style = (_HERE / "report.css").read_text("utf-8")
    drawn: str = _template().render(
        report=report,
        failing=[line for line in report.gate if not line.passed],
        holding=[line for line in report.gate if line.passed],
        resources=general_resources(),
        speakers=_SPEAKERS,
        style=style,
        style_hash="sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", drawn)


def json_text(report: Report) -> str:
    """The report's figures as JSON: the same figures give the same bytes."""
    plain = {
        "title": report.title,
        "subject": dict(report.subject),
        "summary": report.summary,
        "passed": report.passed if report.gate else None,
        "gate": [asdict(line) for line in report.gate],
        "data": report.data,
        "note": "Passing is not clearance to deploy. Not clinically reviewed.",
    }
    return json.dumps(plain, indent=2, sort_keys=True, allow_nan=False) + "\n"


def prepare(path: Path) -> Path:
    """Make sure that a page can be written there; returns the place of its figures, beside it.

    Raises:
        CourseError: the page's name ends in ``.json`` itself, is that of a folder, or lies where nothing can
            be written.
    """
    figures = path.with_suffix(".json")
    if figures == path or path.is_dir():
        raise CourseError(f"{path} is no place for a page; name a file for it, such as report.html.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error.strerror) from None
    if not os.access(path.parent, os.W_OK):
        raise _unwritable(path, "no permission")
    return figures


def _unwritable(path: Path, why: str | None) -> CourseError:
    return CourseError(f"{path} cannot be written ({why}); name a folder that you may write to.")


def write(report: Report, path: Path) -> Path:
    """Write the page, and its figures beside it; returns the latter's path.

    Raises:
        CourseError: nothing can be written there, or Jinja2 is not installed.
    """
    figures = prepare(path)
    drawn = page(report)
    try:
        replace_file(path, drawn.encode())
        replace_file(figures, json_text(report).encode())
    except OSError as error:
        raise _unwritable(path, error.strerror) from None
    return figures
