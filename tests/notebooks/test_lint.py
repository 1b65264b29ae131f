"""The lint names file and cell of everything that would go wrong after a release."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from warmhandoff.checks import model
from warmhandoff.course.lint import lint

LESSON = "90-example"
CHECKS = """
[[check]]
id = "plain"
title = "Plain words"
points = 3
call = "function"
argument = "text"
returns = "bool"
rule = "Plain words are taken at their word."
"""
ANSWER = "def plain(text):\n    ### BEGIN SOLUTION\n    return 'die' in text\n    ### END SOLUTION"
MARKS = {"schema_version": 3, "task": False}
Cell = dict[str, Any]


@pytest.fixture(autouse=True)
def checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A lesson with one check, in place of the course's."""
    data = tmp_path / "datasets" / "checks"
    (data / LESSON).mkdir(parents=True)
    (data / f"{LESSON}.toml").write_text(CHECKS)
    (data / LESSON / "plain.jsonl").write_text(
        '{"id": "a", "title": "plain", "argument": "die", "expected": [true], "why": "It says so."}\n'
    )
    monkeypatch.setattr(model, "root", lambda: tmp_path / "datasets")
    model.load_all.cache_clear()
    yield
    model.load_all.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty lesson."""
    empty = tmp_path / "solutions" / LESSON
    empty.mkdir(parents=True)
    return empty


def markdown(name: str, source: str) -> Cell:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


def code(name: str, source: str, **marks: Any) -> Cell:
    metadata = {"nbgrader": {**MARKS, "grade_id": name, **marks}} if marks else {}
    return {
        "cell_type": "code",
        "id": name,
        "metadata": metadata,
        "source": source.splitlines(keepends=True),
        "execution_count": None,
        "outputs": [],
    }


def answer(name: str = "plain-answer", source: str = ANSWER) -> Cell:
    return code(name, source, grade=False, locked=False, solution=True)


def graded(source: str = f'check("{LESSON}/plain", plain)', points: float = 3, **marks: Any) -> Cell:
    return code(
        "plain-check", source, **{"grade": True, "locked": True, "solution": False, "points": points, **marks}
    )


TITLE = markdown("title", "# Example\n\nNot clinically reviewed.")


def complaints(folder: Path, *cells: Cell, minor: int = 5) -> list[str]:
    content = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": minor}
    (folder / "lesson.ipynb").write_text(json.dumps(content))
    return lint(folder)


def test_a_good_lesson_has_none(folder: Path) -> None:
    cited = [markdown("text", "So [@bordin1979]."), markdown("list", "<!-- references -->")]
    assert complaints(folder, TITLE, *cited, answer(), graded()) == []


def test_it_names_a_grade_id_that_stands_twice(folder: Path) -> None:
    twin = {**answer("other"), "metadata": answer()["metadata"]}
    said = "is not the only cell of the grade id 'plain-answer'; rename one."
    assert complaints(folder, TITLE, answer(), twin, graded()) == [
        f"{LESSON}/lesson.ipynb, cell plain-answer: {said}",
        f"{LESSON}/lesson.ipynb, cell other: {said}",
    ]


def test_it_names_points_that_are_not_the_checks(folder: Path) -> None:
    (complaint,) = complaints(folder, TITLE, answer(), graded(points=4))
    assert complaint == (
        f"{LESSON}/lesson.ipynb, cell plain-check: gives 4 points and its check 3; make them equal."
    )


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def plain(t):\n    ### BEGIN SOLUTION\n    return True", "no '### END SOLUTION'"),
        ("def plain(t):\n    return True\n    ### END SOLUTION", "'### END SOLUTION' out of turn"),
        ("### BEGIN SOLUTION\n### BEGIN SOLUTION\n### END SOLUTION", "'### BEGIN SOLUTION' out of turn"),
        ("### BEGIN SOLUTION\n### END HIDDEN TESTS", "'### END HIDDEN TESTS' out of turn"),
        ("### BEGIN SOLUTON\nx = 1\n### END SOLUTON", "nbgrader knows SOLUTION"),
    ],
)
def test_it_names_unbalanced_markers(folder: Path, source: str, said: str) -> None:
    found = complaints(folder, TITLE, answer(source=source), graded())
    assert found
    assert found[0].startswith(f"{LESSON}/lesson.ipynb, cell plain-answer: has ")
    assert said in found[0]


def test_it_names_what_would_stop_nbgrader(folder: Path) -> None:
    text = {**answer("reflection", "A model answer"), "cell_type": "markdown"}
    del text["execution_count"], text["outputs"]
    old = code("old", "", grade=False, locked=False, solution=True, schema_version=2)
    found = complaints(folder, TITLE, text, old, answer(), graded())
    said = (
        f"{LESSON}/lesson.ipynb, cell reflection: would stop nbgrader (Markdown solution cell is not marked"
    )
    assert found[0].startswith(said)
    assert found[1].startswith(
        f"{LESSON}/lesson.ipynb, cell old: would stop nbgrader (Outdated schema version"
    )


def test_it_names_a_solution_outside_an_answer_cell(folder: Path) -> None:
    (complaint,) = complaints(folder, TITLE, code("demo", ANSWER), graded())
    assert "cell demo: has '### BEGIN SOLUTION' and is no answer cell" in complaint


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "plain = None\n### BEGIN SOLUTION\nplain = 1\n### END SOLUTION",
            "would raise when a learner runs it",
        ),
        ("plain = 1", "would raise when a learner runs it"),
        ("def plain(t):\n### BEGIN SOLUTION\n    return 1\n### END SOLUTION", "is no Python once"),
    ],
)
def test_it_names_a_stub_that_would_raise(folder: Path, source: str, said: str) -> None:
    (complaint,) = complaints(folder, TITLE, answer(source=source), graded())
    assert complaint.startswith(f"{LESSON}/lesson.ipynb, cell plain-answer: {said}")


@pytest.mark.parametrize(
    "source",
    [
        f'result = check("{LESSON}/plain", plain)',
        f'check("{LESSON}/plain", plain)\nprint("done")',
        f'# marked\ncheck("{LESSON}/plain", plain)',
        f'check(name="{LESSON}/plain", target=plain)',
        "check(name, plain)",
        "assert plain('die')",
        "check('90-example/plain', plain",
        "",
    ],
)
def test_it_names_a_graded_cell_that_is_not_one_check(folder: Path, source: str) -> None:
    found = complaints(folder, TITLE, answer(), graded(source))
    assert f'{LESSON}/lesson.ipynb, cell plain-check: is graded, so its one line must be check("' in found[0]


def test_it_names_a_check_that_nobody_knows(folder: Path) -> None:
    found = complaints(folder, TITLE, answer(), graded(f'check("{LESSON}/plane", plain)'))
    assert found == [
        f"{LESSON}/lesson.ipynb, cell plain-check: {LESSON} has no check 'plane'; it has plain.",
        f"{LESSON}/plain: this check is graded 0 times; grade it once.",
    ]


def test_it_names_a_check_that_is_graded_twice(folder: Path) -> None:
    twin = {**graded(grade_id="twin"), "id": "twin"}
    assert complaints(folder, TITLE, answer(), graded(), twin) == [
        f"{LESSON}/plain: this check is graded 2 times; grade it once."
    ]


def test_it_names_a_citation_that_nobody_knows(folder: Path) -> None:
    text = markdown("text", "So [@nobody1999].\n\n<!-- references -->")
    (complaint,) = complaints(folder, TITLE, text, answer(), graded())
    assert complaint.startswith(
        f"{LESSON}/lesson.ipynb, cell text: cites 'nobody1999', which no reference has"
    )


def test_it_asks_for_a_list_of_references(folder: Path) -> None:
    (complaint,) = complaints(folder, TITLE, markdown("text", "[@bordin1979]"), answer(), graded())
    assert complaint.startswith(f"{LESSON}/lesson.ipynb: cites and lists nothing")


def test_it_names_a_cell_without_an_id_by_its_number(folder: Path) -> None:
    nameless = {key: value for key, value in markdown("x", "Text").items() if key != "id"}
    (complaint,) = complaints(folder, TITLE, nameless, answer(), graded())
    assert complaint.startswith(f"{LESSON}/lesson.ipynb, cell 2: has no id")


def test_it_names_an_id_that_stands_twice(folder: Path) -> None:
    found = complaints(folder, TITLE, TITLE, answer(), graded())
    assert found == [f"{LESSON}/lesson.ipynb, cell title: is not the only cell of that id; rename one."] * 2


def test_it_asks_for_the_missing_review(folder: Path) -> None:
    (complaint,) = complaints(folder, markdown("title", "# Example"), answer(), graded())
    assert complaint.startswith(f"{LESSON}/lesson.ipynb: must say 'Not clinically reviewed'")


def test_it_names_a_file_that_would_be_copied_to_learners(folder: Path) -> None:
    (folder / "decisions.toml").write_text("")
    (complaint,) = complaints(folder, TITLE, answer(), graded())
    assert complaint.startswith(f"{LESSON}/decisions.toml: would be copied to every learner")


@pytest.mark.parametrize("content", ["{", "[]", '{"nbformat": 4, "nbformat_minor": 5}', '{"cells": 3}'])
def test_it_names_a_file_that_is_no_notebook(folder: Path, content: str) -> None:
    (folder / "broken.ipynb").write_text(content)
    found = complaints(folder, TITLE, answer(), graded())
    assert len(found) == 1
    assert found[0].startswith(f"{LESSON}/broken.ipynb: is no notebook of nbformat 4.5 (")
    assert "\n" not in found[0]


def test_an_older_format_is_no_notebook_for_it(folder: Path) -> None:
    found = complaints(folder, TITLE, answer(), graded(), minor=4)
    assert found[0].startswith(f"{LESSON}/lesson.ipynb: is no notebook of nbformat 4.5 (it is 4.4)")
