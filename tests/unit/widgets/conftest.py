"""A small course in a temporary folder: one form, and the conversations that it names."""

import shutil
from pathlib import Path

import pytest

from warmhandoff.datasets import root

FORM = """
version = 1

[[form]]
id = "decisions"
title = "Decide"
intro = "Read and decide."

[[form.field]]
id = "risk"
label = "What is on the page?"
kind = "radio"
options = [{ key = "none", label = "None" }, { key = "high", label = "High" }]

[[form.field]]
id = "unasked"
label = "What has nobody asked?"
kind = "checkbox"
options = [{ key = "plan", label = "Plan" }, { key = "intent", label = "Intent" }]

[[form.item]]
id = "sam"
title = "Sam"
messages = [{ role = "user", content = "<b>hello</b>" }]

[[form.item]]
id = "kim"
title = "Kim"
text = "Kim writes at three in the morning."

[[form.item.field]]
id = "next"
label = "What next?"
kind = "select"
options = [{ key = "continue", label = "Go on" }, { key = "warm_handoff", label = "Hand over" }]
"""


@pytest.fixture
def form_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the forms of ``99-test``, which a test may change before it opens one."""
    folder = tmp_path / "datasets" / "forms"
    folder.mkdir(parents=True)
    shutil.copy(root() / "forms" / "schema.json", folder)
    monkeypatch.setattr("warmhandoff_widgets.forms.root", lambda: tmp_path / "datasets")
    path = folder / "99-test.toml"
    path.write_text(FORM, "utf-8")
    return path
