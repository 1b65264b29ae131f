"""A form, its check and its reference answers belong together."""

import tomllib
from pathlib import Path

import pytest

from warmhandoff.checks import check
from warmhandoff.checks.model import load
from warmhandoff.datasets import root
from warmhandoff_widgets.forms import load_form

FORMS = ["08-recognising-risk/decisions"]
ANSWERS = Path(__file__).parents[2] / "notebooks" / "answers"


def test_no_form_is_left_out() -> None:
    known = {
        f"{path.stem}/{form['id']}"
        for path in (root() / "forms").glob("*.toml")
        for form in tomllib.loads(path.read_text("utf-8"))["form"]
    }
    assert known == set(FORMS)


@pytest.mark.parametrize("name", FORMS)
def test_every_field_has_one_case_and_every_expected_answer_is_an_option(name: str) -> None:
    options = {
        f"{item['id']}.{field['id']}": {option["key"] for option in field["options"]}
        for item in load_form(name)["items"]
        for field in item["fields"]
    }
    cases = load(name).cases
    assert sorted(case.argument for case in cases) == sorted(options)
    for case in cases:
        assert set(case.expected) < options[case.argument], case.id
        assert case.why


@pytest.mark.parametrize("name", FORMS)
def test_the_reference_answers_earn_full_marks_and_others_less(name: str, tmp_path: Path) -> None:
    lesson, form = name.split("/")
    assert check(name, ANSWERS / lesson / f"{form}.toml").passed
    half = check(name, ANSWERS / lesson / "half.toml")
    assert 0.4 < half.points / half.max_points < 0.6
    assert check(name, tmp_path / f"{form}.toml").points == 0


@pytest.mark.parametrize("name", FORMS)
def test_one_answer_to_everything_does_not_pass(name: str, tmp_path: Path) -> None:
    saved = tmp_path / "answers.toml"
    form = load_form(name)
    fields = {field["id"]: len(field["options"]) for item in form["items"] for field in item["fields"]}
    for number in range(max(fields.values())):
        lines = [
            f"[answers.{item['id']}]\n"
            + "".join(
                f'{field["id"]} = "{field["options"][min(number, len(field["options"]) - 1)]["key"]}"\n'
                for field in item["fields"]
            )
            for item in form["items"]
        ]
        saved.write_text("".join(lines))
        result = check(name, saved)
        assert result.points < result.max_points / 2
