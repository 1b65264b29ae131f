"""PracticeForm: practice without code, saved as a file beside the notebook and checked at once."""

from pathlib import Path
from typing import Any

import traitlets

from warmhandoff.errors import CourseError
from warmhandoff_widgets.base import STATIC, CourseWidget
from warmhandoff_widgets.forms import Answers, load_form, read_answers, refuse_foreign, write_answers
from warmhandoff_widgets.keywords import refuse_unknown

__all__ = ["PracticeForm"]


class PracticeForm(CourseWidget):
    """A form over short cases. *Save* writes a TOML file and runs the check of the same name.

    Args:
        form: ``lesson/id`` of a form in ``datasets/forms``, and of its check.
        path: Where the answers are saved, relative to the notebook. Default: ``<id>.toml``.

    Raises:
        TypeError: a keyword that there is not; the sentence names the nearest.
        FormError: there is no such form, or its file is not as the schema describes it.
    """

    _esm = STATIC / "practice_form.js"
    _css = STATIC / "practice_form.css"

    form = traitlets.Dict().tag(sync=True)
    """What is asked: title, intro, items with messages and fields. No default."""

    answers = traitlets.Dict().tag(sync=True)
    """What is saved, by item and field: the key chosen, or for checkboxes the keys ticked. Default: what
    the file held when the form was opened, else empty."""

    result = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    """After a save: ``saved`` (whether), ``lines`` (what the page says), ``number`` (saves so far),
    ``points`` and ``max_points`` (None when no check ran). Default: None."""

    def __init__(self, form: str, path: str | Path | None = None, **unknown: Any) -> None:
        """Open the form, with the answers saved before."""
        refuse_unknown(type(self).__name__, unknown, ("form", "path"))
        self._name = form
        self._path = Path(path or f"{form.rpartition('/')[2]}.toml").absolute()
        self._damaged = False
        described = load_form(form)
        super().__init__(form=described, **self._before(described))
        self.on_msg(self._received)

    def _before(self, described: dict[str, Any]) -> dict[str, Any]:
        try:
            return {"answers": read_answers(self._path, described, self._name)}
        except CourseError as error:
            self._damaged = True
            aside = self._aside().name
            return {
                "answers": {},
                "result": _result(
                    0, f"{error} Nothing of it is shown here. When you save, it is kept as {aside}."
                ),
            }

    def _aside(self) -> Path:
        return self._path.with_name(f"{self._path.name}.old")

    def _received(self, _widget: object, content: object, _buffers: object) -> None:
        if isinstance(content, dict) and content.get("type") == "save":
            self.save(content.get("answers"))

    def save(self, answers: object) -> None:
        """Write the answers beside the notebook, run the check, and tell the page.

        Args:
            answers: By item and field, as the form sends them.
        """
        number = (self.result or {}).get("number", 0) + 1
        try:
            given = refuse_foreign(answers, self.form)
            if self._damaged:
                self._path.replace(self._aside())
                self._damaged = False
            write_answers(self._path, given, self._name)
        except (CourseError, OSError) as error:
            self.result = _result(number, f"Not saved: {error}")
            return
        self.answers = given
        self.result = self._checked(number, given)

    def _checked(self, number: int, given: Answers) -> dict[str, Any]:
        saved = f"Saved in {self._path}."
        still_open = _open_fields(self.form, given)
        if still_open:
            saved += f" Without an answer yet: {still_open}."
        try:
            # Here and not above: the simulations need no checks, and importing them takes a while.
            from warmhandoff.checks import check  # noqa: PLC0415

            marked = check(self._name, self._path)
        except CourseError as error:
            return _result(number, saved, f"The check could not run: {error}", saved=True)
        return {
            **_result(number, saved, *marked.text().splitlines(), saved=True),
            "points": marked.points,
            "max_points": marked.max_points,
        }


def _result(number: int, *lines: str, saved: bool = False) -> dict[str, Any]:
    return {
        "saved": saved,
        "number": number,
        "lines": list(lines),
        "points": None,
        "max_points": None,
    }


def _open_fields(form: dict[str, Any], answers: Answers) -> int:
    return sum(
        field["kind"] != "checkbox" and field["id"] not in answers.get(item["id"], {})
        for item in form["items"]
        for field in item["fields"]
    )
