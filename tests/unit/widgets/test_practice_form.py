"""A form: what it shows, what it saves, and that nothing a learner wrote is ever lost."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from warmhandoff.errors import CourseError
from warmhandoff_widgets import PracticeForm
from warmhandoff_widgets.forms import FormError

NAME = "99-test/decisions"
GIVEN = {"sam": {"risk": "high", "unasked": ["plan"]}, "kim": {"next": "warm_handoff"}}


class _Marked:
    points = 7.0
    max_points = 10.0

    def text(self) -> str:
        return "Decide: 7 of 10 points.\n<b>Sam</b>: look again."


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Path]]:
    """The calls of a check that always gives seven points."""
    calls: list[tuple[str, Path]] = []

    def check(name: str, path: Path) -> _Marked:
        calls.append((name, path))
        return _Marked()

    monkeypatch.setattr("warmhandoff.checks.check", check)
    return calls


@pytest.fixture
def made(form_file: Path, tmp_path: Path) -> Callable[[], PracticeForm]:
    assert form_file.is_file()
    return lambda: PracticeForm(NAME, tmp_path / "decisions.toml")


def test_items_have_their_own_fields_or_those_of_the_form(made: Callable[[], PracticeForm]) -> None:
    sam, kim = made().form["items"]
    assert [field["id"] for field in sam["fields"]] == ["risk", "unasked"]
    assert [field["id"] for field in kim["fields"]] == ["next"]
    assert sam["messages"] == [{"role": "user", "content": "<b>hello</b>"}]


def test_a_conversation_can_be_named(form_file: Path) -> None:
    text = form_file.read_text("utf-8")
    form_file.write_text(text.replace('id = "kim"', 'id = "kim"\nconversation = "negation-01"'), "utf-8")
    assert PracticeForm(NAME).form["items"][1]["messages"][0]["role"] == "user"
    form_file.write_text(text.replace('id = "kim"', 'id = "kim"\nconversation = "nobody-01"'), "utf-8")
    with pytest.raises(FormError, match="names no conversation 'nobody-01'"):
        PracticeForm(NAME)


def test_saving_writes_the_file_and_runs_the_check(
    made: Callable[[], PracticeForm], checked: list[tuple[str, Path]], tmp_path: Path
) -> None:
    form = made()
    form.save(GIVEN)
    path = tmp_path / "decisions.toml"
    assert tomllib.loads(path.read_text("utf-8")) == {"version": 1, "form": NAME, "answers": GIVEN}
    assert checked == [(NAME, path)]
    assert form.result == {
        "saved": True,
        "number": 1,
        "lines": [f"Saved in {path}.", "Decide: 7 of 10 points.", "<b>Sam</b>: look again."],
        "points": 7.0,
        "max_points": 10.0,
    }


def test_the_page_saves_by_a_message(
    made: Callable[[], PracticeForm], checked: list[tuple[str, Path]]
) -> None:
    form = made()
    form._handle_custom_msg({"type": "save", "answers": GIVEN}, [])
    assert form.answers == GIVEN
    assert len(checked) == 1


@pytest.mark.usefixtures("checked")
def test_reopening_shows_what_was_saved(made: Callable[[], PracticeForm]) -> None:
    made().save(GIVEN)
    assert made().answers == GIVEN


@pytest.mark.usefixtures("checked")
def test_what_is_still_open_is_counted(made: Callable[[], PracticeForm]) -> None:
    form = made()
    form.save({"sam": {"unasked": []}, "kim": {}})
    assert "Without an answer yet: 2." in form.result["lines"][0]


def test_a_check_that_cannot_run_does_not_undo_the_save(
    made: Callable[[], PracticeForm], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def check(_name: str, _path: Path) -> None:
        raise CourseError("There is no such check.")

    monkeypatch.setattr("warmhandoff.checks.check", check)
    form = made()
    form.save(GIVEN)
    assert (tmp_path / "decisions.toml").is_file()
    assert form.result["saved"]
    assert form.result["lines"][1] == "The check could not run: There is no such check."


@pytest.mark.parametrize(
    "answers",
    [
        None,
        {"sam": "high"},
        {"nobody": {"risk": "high"}},
        {"sam": {"mood": "high"}},
        {"sam": {"risk": "<script>"}},
        {"sam": {"risk": ["high"]}},
        {"sam": {"unasked": ["plan", 3]}},
    ],
)
def test_answers_that_the_form_cannot_give_are_not_saved(
    made: Callable[[], PracticeForm], tmp_path: Path, answers: Any
) -> None:
    form = made()
    form.save(answers)
    assert not form.result["saved"]
    assert form.result["lines"][0].startswith("Not saved: ")
    assert not (tmp_path / "decisions.toml").exists()


@pytest.mark.usefixtures("checked")
@pytest.mark.parametrize("text", ["not [ toml", 'form = "another/form"\n[answers.sam]\nrisk = "high"\n'])
def test_a_file_that_cannot_be_shown_is_kept_aside(
    made: Callable[[], PracticeForm], tmp_path: Path, text: str
) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(text, "utf-8")
    form = made()
    assert form.answers == {}
    assert "it is kept as decisions.toml.old" in form.result["lines"][0]
    assert path.read_text("utf-8") == text
    form.save(GIVEN)
    assert (tmp_path / "decisions.toml.old").read_text("utf-8") == text
    assert made().answers == GIVEN


def test_a_failed_write_leaves_the_old_file_and_no_rest(
    made: Callable[[], PracticeForm],
    checked: list[tuple[str, Path]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    made().save(GIVEN)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.toml*")}

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    form = made()
    form.save({"sam": {"risk": "none"}, "kim": {}})
    assert form.result["lines"][0].startswith("Not saved: ")
    assert "No space left on device" in form.result["lines"][0]
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.toml*")} == before
    assert len(checked) == 1


def test_the_path_is_named_after_the_form(form_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(form_file.parent)
    form = PracticeForm(NAME)
    form.save({"sam": {}, "kim": {}})
    assert (form_file.parent / "decisions.toml").is_file()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "radio"', 'kind = "slider"', r"99-test.toml: form\[0\].field\[0\].kind must be one of"),
        ('title = "Sam"\n', "", r"form\[0\].item\[0\] lacks title"),
        ("version = 1", "version = ", "99-test.toml: not TOML"),
        ('id = "decisions"', 'id = "other"', "has no form 'decisions'; it has other"),
    ],
)
def test_a_wrong_form_file_is_refused(form_file: Path, old: str, new: str, said: str) -> None:
    form_file.write_text(form_file.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(CourseError, match=said):
        PracticeForm(NAME)


def test_an_unknown_keyword_is_refused() -> None:
    with pytest.raises(TypeError, match="did you mean 'path'"):
        PracticeForm(NAME, paht="x")
