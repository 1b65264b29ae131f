"""A learner's work is never written over."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from warmhandoff.course import workspace
from warmhandoff.course.workspace import INDEX, MANIFEST, prepare
from warmhandoff.errors import CourseError

NAME = "08-recognising-risk/lesson.ipynb"
BESIDE = "08-recognising-risk/lesson.new.ipynb"


@pytest.fixture
def ship(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Pretend that the course ships this text as a lesson."""
    source = tmp_path / "shipped"
    monkeypatch.setattr(workspace, "lessons", lambda: source)

    def shipped(text: str) -> None:
        (source / NAME).parent.mkdir(parents=True, exist_ok=True)
        (source / NAME).write_text(text)

    shipped("one")
    return shipped


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "warm-handoff"


@pytest.mark.usefixtures("ship")
def test_a_new_workspace_has_the_page_and_the_lessons(home: Path) -> None:
    prepare(home)
    assert (home / NAME).read_text() == "one"
    assert NAME in (home / INDEX).read_text()
    assert NAME in json.loads((home / MANIFEST).read_text())


def test_an_untouched_file_is_brought_up_to_date(home: Path, ship: Callable[[str], None]) -> None:
    prepare(home)
    ship("two")
    prepare(home)
    assert (home / NAME).read_text() == "two"


def test_a_changed_file_stays_and_the_new_one_lands_beside_it_once(
    home: Path, ship: Callable[[str], None]
) -> None:
    prepare(home)
    (home / NAME).write_text("my work")
    ship("two")
    assert any(BESIDE in sentence for sentence in prepare(home))
    assert (home / NAME).read_text() == "my work"
    assert (home / BESIDE).read_text() == "two"
    assert not any(BESIDE in sentence for sentence in prepare(home))


def test_work_in_the_file_beside_is_work_too(home: Path, ship: Callable[[str], None]) -> None:
    prepare(home)
    (home / NAME).write_text("my work")
    ship("two")
    prepare(home)
    (home / BESIDE).write_text("my second thoughts")
    ship("three")
    prepare(home)
    assert (home / BESIDE).read_text() == "my second thoughts"
    assert (home / "08-recognising-risk/lesson.new2.ipynb").read_text() == "three"


@pytest.mark.usefixtures("ship")
def test_a_changed_file_without_news_is_left_alone(home: Path) -> None:
    prepare(home)
    (home / NAME).write_text("my work")
    assert len(prepare(home)) == 1
    assert not (home / BESIDE).exists()


@pytest.mark.usefixtures("ship")
def test_a_deleted_file_comes_back(home: Path) -> None:
    prepare(home)
    (home / NAME).unlink()
    prepare(home)
    assert (home / NAME).read_text() == "one"


@pytest.mark.parametrize("manifest", ["not json", "[]", None])
def test_without_a_manifest_every_file_counts_as_the_learner_s(
    home: Path, ship: Callable[[str], None], manifest: str | None
) -> None:
    prepare(home)
    (home / NAME).write_text("my work")
    ship("two")
    if manifest is None:
        (home / MANIFEST).unlink()
    else:
        (home / MANIFEST).write_text(manifest)
    prepare(home)
    assert (home / NAME).read_text() == "my work"
    assert (home / BESIDE).read_text() == "two"


@pytest.mark.usefixtures("ship")
def test_a_place_that_cannot_be_written_to_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CourseError, match="choose another folder with --workspace"):
        prepare(tmp_path / "file" / "below")
