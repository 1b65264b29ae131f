"""The command line for conversations: every line answered or reported."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from warmhandoff.assess import Tally, assess_lines
from warmhandoff.conversation import Conversation
from warmhandoff.risk import RiskLevel

GOOD = b'{"id": "a", "messages": [{"role": "user", "content": "I feel low"}], "place": "GB"}'


def run(
    *lines: bytes, guard: object = None, timeout: float = 2.0
) -> tuple[Tally, list[dict[str, object]], str]:
    out, err = io.StringIO(), io.StringIO()
    tally = assess_lines(lines, guard or low, out, err, timeout=timeout, isolate=False)
    return tally, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def low(_conversation: Conversation) -> RiskLevel:
    return RiskLevel.LOW


def test_a_line_is_answered_with_lower_case_names() -> None:
    tally, (answer,), told = run(GOOD)
    assert tally.clean
    assert not told
    assert {key: answer[key] for key in ("id", "risk", "disposition", "urgency")} == {
        "id": "a",
        "risk": "low",
        "disposition": "offer_support",
        "urgency": "days",
    }
    assert answer["reasons"][0]["rule"] == "low"  # type: ignore[index]


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        (b"{", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "not an object"),
        (b'{"messages": []}', "has no 'id'"),
        (b'{"id": "b"}', "has no list of 'messages'"),
        (b'{"id": "b", "messages": [{"role": "bot", "content": ""}]}', "use one of user"),
        (b'{"id": "b", "messages": [], "place": "England"}', "write it like GB"),
        (b'{"id": "b", "messages": [], "place": 44}', "mend that field"),
        (b'{"id": "b", "messages": [], "context": {"age": 3}}', "extra fields"),
        (b'{"id": "b", "messages": [], "context": {"now": "2026-11-23T21:30:00"}}', "with an offset"),
    ],
)
def test_a_bad_line_is_reported_by_number_and_the_rest_is_answered(line: bytes, mend: str) -> None:
    tally, answers, told = run(GOOD, b"", line, GOOD)
    assert len(answers) == 2
    assert tally.bad == 1
    assert told.startswith("line 3: ")
    assert mend in told
    assert told.count("\n") == 1


def test_a_failing_guard_is_counted_and_answered_fail_safe() -> None:
    def fails(_conversation: Conversation) -> RiskLevel:
        raise RuntimeError("no model")

    tally, (answer,), told = run(GOOD, guard=fails)
    assert not tally.clean
    assert tally.failures == {"exception": 1}
    assert answer["disposition"] == "warm_handoff"
    assert "line 1: the guard failed, RuntimeError: no model; answered fail-safe." in told


def command(*arguments: str, given: bytes, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "warmhandoff", *arguments],
        input=given,
        capture_output=True,
        check=False,
        cwd=folder,
    )


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    (tmp_path / "mine.py").write_text(
        "from warmhandoff import RiskLevel\ndef triage(conversation): return RiskLevel.NONE\n"
    )
    return tmp_path


def test_the_command_answers_and_its_exit_code_tells(mine: Path) -> None:
    done = command("assess", "--guard", "mine:triage", given=GOOD + b"\n", folder=mine)
    assert done.returncode == 0
    assert json.loads(done.stdout)["risk"] == "none"
    failed = command("assess", "--guard", "mine:triage", "-", given=b"{\n" + GOOD, folder=mine)
    assert failed.returncode == 1
    assert json.loads(failed.stdout)["id"] == "a"
    assert b"1 bad line" in failed.stderr


@pytest.mark.parametrize("arguments", [("gone.jsonl",), ("--guard", "mine:other")])
def test_a_mistake_is_one_sentence_and_no_traceback(mine: Path, arguments: tuple[str, ...]) -> None:
    done = command("assess", "--guard", "mine:triage", *arguments, given=b"", folder=mine)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr
