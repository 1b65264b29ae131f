"""The wheel in an empty environment, outside the checkout: ``warmhandoff learn`` works."""

import subprocess
import sys
import urllib.request
import venv
from pathlib import Path

import pytest
from lab import ROOT, learning


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_a_stranger_s_environment_opens_the_course(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "empty", with_pip=True)
    python = tmp_path / "empty" / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--constraint", str(ROOT / "constraints.txt")]
    subprocess.run([*install, f"{wheel}[learn]"], check=True, cwd=tmp_path)
    workspace = tmp_path / "workspace"
    command = (str(tmp_path / "empty" / "bin" / "warmhandoff"),)
    with learning(workspace, command) as address, urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310
        assert answer.status == 200
        assert b"JupyterLab" in answer.read()
    assert (workspace / "08-recognising-risk" / "lesson.ipynb").is_file()
    validate = subprocess.run([*command, "data", "validate"], cwd=tmp_path, check=False, capture_output=True)
    assert validate.returncode == 0, validate.stderr.decode()


def test_the_wheel_holds_no_solutions(wheel: Path) -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "zipfile", "-l", str(wheel)], check=True, capture_output=True, text=True
    ).stdout
    assert "warmhandoff/_data/lessons/08-recognising-risk/exercise.ipynb" in listed
    assert "warmhandoff_widgets/static/" in listed
    assert "solutions" not in listed
    assert "/answers/" not in listed
