"""``warmhandoff evaluate``: what it prints, writes and returns, for good and for bad."""

import json
import os
import pty
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from typer.testing import CliRunner

from warmhandoff.cli import app
from warmhandoff.datasets import root
from warmhandoff.errors import CourseError
from warmhandoff.evaluation.evaluate import Request

EXAMPLE = root() / "gates" / "example.toml"
LOOSE = """
[gate]
title = "Loose"
summary = "For a test."
[missed_risk]
sensitivity_at_least = 0.5
[over_referral]
false_alarms_at_most = 0.2
"""
GUARD = """
from evaluated import Oracle
from warmhandoff.scenarios import generate
knows = Oracle(generate(3, 200))
def fails(conversation): raise RuntimeError("no model")
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "mine.py").write_text(GUARD, "utf-8")
    (tmp_path / "loose.toml").write_text(LOOSE, "utf-8")
    return tmp_path


def command(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    support = str(Path(__file__).parents[2] / "support")
    return subprocess.run(
        [sys.executable, "-m", "warmhandoff", "evaluate", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": support, "PYTHONUTF8": "1"},
    )


KNOWS = ("--guard", "mine:knows", "--cases", "scenarios:200:3", "--robustness", "0")


def test_a_guard_above_its_gate(here: Path) -> None:
    done = command(here, *KNOWS, "--gate", "loose.toml", "--report", "out/page.html", "--prevalence", "0.1")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "It passes the gate “Loose”" in done.stdout
    assert "Picture 1,000 conversations of which 100 need a person" in done.stdout
    assert "The report: out/page.html" in done.stdout
    assert json.loads((here / "out" / "page.json").read_text("utf-8"))["passed"] is True
    assert "The gate: passed" in (here / "out" / "page.html").read_text("utf-8")


def test_a_guard_below_its_gate_exits_with_the_failing_lines(here: Path) -> None:
    done = command(
        here, "--guard", "mine:fails", "--cases", "scenarios:50", "--robustness", "0", "--gate", "loose.toml"
    )
    assert done.returncode == 1
    assert "It does not pass the gate “Loose”" in done.stdout
    lines = done.stderr.splitlines()
    assert lines[-1] == "4 of 4 requirements do not hold: below the gate."
    assert any(line.startswith("Failed calls: asked at most 0; found 50 of 50") for line in lines)
    assert "Traceback" not in done.stderr


def test_without_a_gate_nothing_passes_or_fails(here: Path) -> None:
    done = command(here, *KNOWS)
    assert done.returncode == 0
    assert "held against no gate" in done.stdout


def test_the_same_run_gives_the_same_files(here: Path) -> None:
    files = []
    for name in ("one", "two"):
        done = command(here, *KNOWS[:-1], "4", "--gate", str(EXAMPLE), "--report", f"{name}.html")
        assert done.returncode == 1
        files.append([(here / f"{name}.{kind}").read_bytes() for kind in ("html", "json")])
    assert files[0] == files[1]


def test_a_guard_may_live_in_a_process_of_its_own(here: Path) -> None:
    done = command(here, *KNOWS, "--isolate", "--timeout", "20", "--gate", "loose.toml")
    assert done.returncode == 0, done.stderr


def test_a_policy_is_a_guard(here: Path) -> None:
    policy = next(iter(sorted((root() / "policies").glob("*.toml"))))
    done = command(here, "--guard", str(policy), "--cases", "scenarios:17", "--robustness", "0")
    assert done.returncode == 0, done.stderr
    assert "calls failed" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--timeout", "0"), "--timeout is 0.0; give the seconds"),
        (("--timeout", "nan"), "--timeout is nan; give the seconds"),
        (("--prevalence", "1"), "--prevalence is 1.0; give the share"),
        (("--robustness", "-3"), "--robustness is -3; give how many"),
        (("--cases", "gone.jsonl"), "gone.jsonl does not exist"),
        (("--cases", "scenarios:none"), "names no scenarios"),
        (("--gate", "gone.toml"), "gone.toml does not exist"),
        (("--guard", "mine:other"), "mine defines no 'other'"),
        (("--report", "out.json"), "is no place for a page"),
        (("--report", "mine.py/out.html"), "cannot be written"),
    ],
)
def test_a_mistake_is_one_sentence(here: Path, arguments: tuple[str, ...], told: str) -> None:
    done = command(here, *KNOWS, *arguments)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert told in done.stderr
    assert done.stdout == ""


def test_a_gate_without_a_limit_does_not_load(here: Path) -> None:
    (here / "half.toml").write_text(LOOSE.partition("[over_referral]")[0], "utf-8")
    done = command(here, *KNOWS, "--gate", "half.toml")
    assert done.returncode == 1
    assert "no limit for over-referral" in done.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("--guard", "mine:knows"), (*KNOWS, "--timeout", "soon"), ("--what",)]
)
def test_wrong_options_are_a_mistake_like_any_other(here: Path, arguments: tuple[str, ...]) -> None:
    done = command(here, *arguments)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "--help" in done.stderr


def test_a_request_is_checked_before_anything_is_loaded() -> None:
    with pytest.raises(CourseError, match="--prevalence"):
        Request("gone:gone", "gone", prevalence=0.0)


def test_people_see_progress_and_logs_do_not(here: Path) -> None:
    assert command(here, *KNOWS).stderr == ""
    ours, theirs = pty.openpty()
    support = str(Path(__file__).parents[2] / "support")
    with subprocess.Popen(
        [sys.executable, "-m", "warmhandoff", "evaluate", *KNOWS],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        cwd=here,
        env={**os.environ, "PYTHONPATH": support, "TERM": "xterm", "COLUMNS": "100"},
    ) as running:
        os.close(theirs)
        seen = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:
                break
            if not part:
                break
            seen += part
    os.close(ours)
    assert running.returncode == 0
    assert b"asking the guard" in seen


def test_the_help_tells_what_the_exit_code_means() -> None:
    shown = CliRunner().invoke(app, ["evaluate", "--help"], env={"COLUMNS": "200"})
    text = re.sub(r"\x1b\[[0-9;]*m", "", shown.output)
    assert "exit code is 1 below the gate" in text
    assert "no clearance" in text or "not clearance" in text


def workflow() -> dict[Any, Any]:
    path = root().parent / "deploy" / "release-gate.yml"
    read: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return read


def test_the_release_gate_is_a_workflow_that_keeps_its_report() -> None:
    table = workflow()
    assert table["permissions"] == {"contents": "read"}
    assert "pull_request" in table[True]  # YAML reads the key `on` as true
    steps = table["jobs"]["gate"]["steps"]
    (kept,) = [step for step in steps if "upload-artifact" in step.get("uses", "")]
    assert kept["if"] == "always()"


def test_the_command_of_the_release_gate_runs_as_it_stands(tmp_path: Path) -> None:
    table = workflow()
    (step,) = [step for step in table["jobs"]["gate"]["steps"] if step.get("name") == "Evaluate"]
    (line,) = [line for line in step["run"].splitlines() if line.strip()]
    for name, value in table["env"].items():
        line = line.replace(f'"${name}"', shlex.quote(value))
    words = shlex.split(line)
    assert words[:2] == ["warmhandoff", "evaluate"]
    words[words.index("--report") + 1] = str(tmp_path / "report" / "gate.html")
    done = command(root().parent, *words[2:], "--robustness", "2")
    assert done.returncode == 1, done.stderr
    assert "below the gate" in done.stderr
    assert (tmp_path / "report" / "gate.html").stat().st_size > 10_000
    assert (tmp_path / "report" / "gate.json").is_file()
