"""Cases from files: read whole, or named by file and line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from evaluated import record

from warmhandoff.datasets import conversations, root
from warmhandoff.evaluation.cases import CasesError, load_cases, read_cases
from warmhandoff.scenarios import generate


def written(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    return path


def test_a_folder_is_read_in_the_order_of_its_files() -> None:
    assert read_cases(root() / "conversations") == conversations()


def test_what_was_composed_can_be_stored_and_read_again(tmp_path: Path) -> None:
    cases = generate(3, 40)
    assert read_cases(written(tmp_path / "mine.jsonl", *map(record, cases))) == cases


def test_scenarios_are_composed_by_name() -> None:
    assert load_cases("scenarios:20") == generate(0, 20)
    assert load_cases("scenarios:20:5") == generate(5, 20)


@pytest.mark.parametrize(
    "spec", ["scenarios:", "scenarios:0", "scenarios:many", "scenarios:5:x", "scenarios:-1"]
)
def test_scenarios_that_are_no_number_are_one_sentence(spec: str) -> None:
    with pytest.raises(CasesError, match="names no scenarios; write scenarios:1200"):
        load_cases(spec)


def test_a_conversation_may_be_longer_than_those_of_the_course(tmp_path: Path) -> None:
    long = record(generate(3, 1)[0])
    long["messages"] = long["messages"] * 30
    (case,) = read_cases(written(tmp_path / "mine.jsonl", long))
    assert len(case.conversation.turns) == len(long["messages"])


BROKEN: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda r: r.pop("id"), "no 'id'"),
    (lambda r: r.update(id=7), "no 'id'"),
    (lambda r: r.pop("label"), "no 'label'"),
    (lambda r: r.update(messages={}), "no 'messages'"),
    (lambda r: r["messages"].append(3), "write it as"),
    (lambda r: r["messages"][0].update(role="bot"), "use one of user"),
    (lambda r: r["label"].pop("risk"), "required field missing @ Label.risk"),
    (lambda r: r["label"].update(risk="dire"), "'dire' is not one of none"),
    (lambda r: r["label"].update(risk_accepted=[]), "leaves out 'none'"),
    (lambda r: r["label"].update(disposition_accepted=["continue", "emergency"]), "neighbours"),
    (lambda r: r["label"].update(deciding_turn=11), "count from 0"),
    (lambda r: r["label"].update(deciding_turn="1"), "no whole number"),
    (lambda r: r["label"].update(deciding_turn=True), "no whole number"),
    (lambda r: r["label"].update(unasked="plan"), "unasked is no list"),
    (lambda r: r["label"].update(unasked=[["plan"]]), "unasked is no list"),
    (lambda r: r["label"].update(phenomena=["x"]), "'x' is not one of"),
    (lambda r: r["label"].update(extra=1), "extra"),
    (lambda r: r.update(age_band="old"), "age_band"),
    (lambda r: r.update(place="England"), "write it like GB"),
]


@pytest.mark.parametrize(("edit", "mend"), BROKEN)
def test_a_broken_line_is_named(tmp_path: Path, edit: Callable[[dict[str, Any]], object], mend: str) -> None:
    fine, broken = record(conversations()[0]), record(next(c for c in conversations() if c.label.risk == 0))
    edit(broken)
    with pytest.raises(CasesError) as told:
        read_cases(written(tmp_path / "mine.jsonl", fine, broken))
    assert str(told.value).startswith("mine.jsonl, line 2: ")
    assert mend in str(told.value)
    assert "\n" not in str(told.value)


def test_the_first_of_several_is_told_and_the_others_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text('{}\n{,\n\n["a"]\n', "utf-8")
    with pytest.raises(CasesError, match=r"mine\.jsonl, line 1: no 'id'.*\(2 more lines are wrong\.\)"):
        read_cases(path)


def test_an_id_that_stands_twice_is_named_with_both_places(tmp_path: Path) -> None:
    written(tmp_path / "a.jsonl", record(conversations()[0]))
    written(tmp_path / "b.jsonl", record(conversations()[1]), record(conversations()[0]))
    with pytest.raises(
        CasesError, match=r"b\.jsonl, line 2: the id 'abuse-01' stands in a\.jsonl, line 1 too"
    ):
        read_cases(tmp_path)


def test_nothing_to_read_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CasesError, match=r"holds no \.jsonl file"):
        read_cases(tmp_path)
    with pytest.raises(CasesError, match="holds no cases"):
        read_cases(written(tmp_path / "empty.jsonl"))
    with pytest.raises(CasesError, match="does not exist"):
        read_cases(tmp_path / "gone.jsonl")
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(CasesError, match="save it as UTF-8"):
        read_cases(tmp_path / "bytes.jsonl")
