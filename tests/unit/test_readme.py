"""What the README shows is run as it stands there."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from warmhandoff import Conversation, RiskLevel

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def block(language: str, word: str) -> str:
    """The first example in that language that has the word in it."""
    blocks: list[tuple[str, str]] = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    return next(code for kind, code in blocks if kind == language and word in code)


def my_function(conversation: Conversation) -> RiskLevel:
    return RiskLevel.LOW if conversation.turns else RiskLevel.NONE


def test_the_python_example(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {"my_function": my_function}
    exec(compile(block("python", "note_for"), "README.md", "exec"), names)  # noqa: S102 - our own example
    printed = capsys.readouterr().out
    assert "I want to end my life on Friday" in printed
    assert "not clinically reviewed" in printed.lower()


@pytest.mark.parametrize(("word", "code"), [("warmhandoff assess", 0), ("warmhandoff evaluate", 1)])
def test_the_commands(tmp_path: Path, word: str, code: int) -> None:
    command = block("sh", word).replace("report.html", str(tmp_path / "report.html"))
    command = command.replace("scenarios:1200", "scenarios:51")
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    assert done.returncode == code, done.stderr
    if code:
        assert done.stderr.splitlines()[-1].endswith("below the gate.")
        assert (tmp_path / "report.html").is_file()
    else:
        assert json.loads(done.stdout)["id"] == "a"
        assert done.stderr == ""


def test_every_folder_of_the_tree_is_there_and_none_is_left_out() -> None:
    tree = block("", "what a learner opens")
    named = set(re.findall(r"^([a-z]+)/", tree, re.MULTILINE))
    here = {
        path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))
    } - {"build", "dist", "node_modules"}
    assert named == here
