"""Guards by name, from modules, notebooks and policies."""

import json
import sys
from pathlib import Path

import pytest

from warmhandoff.conversation import Conversation
from warmhandoff.errors import CourseError
from warmhandoff.referral.guard import FailSafeGuard
from warmhandoff.risk import Disposition, RiskLevel
from warmhandoff.spec import SpecError, load, load_guard

HELLO = Conversation.from_messages([{"role": "user", "content": "hello"}])


def notebook(folder: Path, *cells: str | tuple[str, dict[str, bool]]) -> str:
    written = [
        {
            "cell_type": "code",
            "source": cell if isinstance(cell, str) else cell[0],
            "metadata": {} if isinstance(cell, str) else {"nbgrader": cell[1]},
        }
        for cell in cells
    ]
    path = folder / "mine.ipynb"
    path.write_text(json.dumps({"cells": written}))
    return str(path)


def test_a_notebook_s_function_is_a_guard(tmp_path: Path) -> None:
    path = notebook(
        tmp_path,
        "%matplotlib inline\nfrom warmhandoff import RiskLevel\nLEVEL = RiskLevel.LOW",
        "print('never')\nraise SystemExit",
        "def triage(conversation):\n    return LEVEL",
        ("1 / 0", {"grade": True, "solution": False}),
        ("LEVEL = RiskLevel.HIGH", {"grade": False, "solution": True}),
    )
    assert load_guard(f"{path}:triage").assess(HELLO).risk is RiskLevel.HIGH


def test_a_notebook_may_be_called_like_a_module(tmp_path: Path) -> None:
    path = notebook(tmp_path, "def triage(conversation): ...")
    (tmp_path / "json.ipynb").write_bytes(Path(path).read_bytes())
    load(f"{tmp_path / 'json.ipynb'}:triage")
    assert sys.modules["json"] is json


def test_a_module_s_name_is_loaded() -> None:
    assert load("warmhandoff.risk:RiskLevel") is RiskLevel


@pytest.mark.parametrize(
    ("spec", "mend"),
    [
        ("triage", "write module:name, notebook.ipynb:name or path/to/policy.toml"),
        ("nowhere_at_all:triage", "no module named 'nowhere_at_all'"),
        ("warmhandoff.risk:triage", "defines no 'triage'"),
        ("gone.ipynb:triage", "check the path"),
    ],
)
def test_what_cannot_be_loaded_is_one_sentence(spec: str, mend: str) -> None:
    with pytest.raises(SpecError, match=mend):
        load(spec)


def test_a_broken_notebook_says_which_cell(tmp_path: Path) -> None:
    path = notebook(tmp_path, "x = 1", "def triage(:\n")
    with pytest.raises(SpecError, match="cell 2 does not load \\(SyntaxError"):
        load(f"{path}:triage")


def test_a_text_file_is_no_notebook(tmp_path: Path) -> None:
    (tmp_path / "mine.ipynb").write_text("hello")
    with pytest.raises(SpecError, match="is not a notebook"):
        load(f"{tmp_path / 'mine.ipynb'}:triage")


def test_a_name_that_is_no_guard_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="is no guard"):
        load_guard(f"{notebook(tmp_path, 'triage = 3')}:triage")


POLICY = """
[policy]
name = "anybody"
title = "A person for anybody"
[[rule]]
name = "anything"
[rule.when]
level = "low"
[rule.then]
disposition = "warm_handoff"
urgency = "now"
[default]
disposition = "offer_support"
urgency = "days"
[fail_safe]
disposition = "warm_handoff"
urgency = "now"
"""


def test_a_policy_s_file_is_a_guard(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(POLICY)
    assert load_guard(str(path)).assess(HELLO).disposition is Disposition.OFFER_SUPPORT
    isolated = FailSafeGuard(str(path), isolate=True, timeout=30)
    assert isolated.assess(HELLO).disposition is Disposition.OFFER_SUPPORT
    isolated.close()


def test_a_broken_policy_tells_every_fault_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(POLICY.replace('"low"', '"lo"').replace('"days"', '"soon"'))
    with pytest.raises(CourseError) as told:
        load_guard(str(path))
    assert [line.split(":")[0] for line in str(told.value).split("\n")] == [
        "mine.toml, line 5, rule 'anything'",
        "mine.toml, line 12, [default]",
    ]


@pytest.mark.parametrize("spec", ["gone.toml", ".toml", "a\0b.toml", "x" * 9000 + ".toml"])
def test_a_policy_that_cannot_be_opened_is_one_sentence(spec: str) -> None:
    with pytest.raises(CourseError, match="check the path"):
        load_guard(spec)
