"""The figures that an exercise prints of its own solution on unread wording are the ones measured."""

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from warmhandoff import Conversation, KeywordGuard, RiskLevel
from warmhandoff.risk import needs_person
from warmhandoff.scenarios import generate
from warmhandoff.spec import load_guard


@pytest.mark.parametrize("of", ["solution", "word filter"])
def test_the_honest_paragraph_tells_what_is_measured(root: Path, of: str) -> None:
    path = root / "solutions" / "08-recognising-risk" / "exercise.ipynb"
    guard = load_guard(f"{path}:triage") if of == "solution" else KeywordGuard()
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    (told,) = (cell.source for cell in notebook.cells if cell.id == "honest-debrief")
    found, needed, rung, others = counted(lambda conversation: guard.assess(conversation).risk)
    assert f"Of {needed + others} generated conversations" in told
    assert f"{found} of {needed}" in told
    assert f"{rung} of {others}" in told


def counted(judge: Callable[[Conversation], RiskLevel]) -> tuple[int, int, int, int]:
    """Of those who need a person: found, all. Of the others: at how many it rings, all."""
    drawn = [
        (needs_person(judge(item.conversation)), item.label.risky) for item in generate(8, 357, half="hidden")
    ]
    needed = [rings for rings, risky in drawn if risky]
    others = [rings for rings, risky in drawn if not risky]
    return sum(needed), len(needed), sum(others), len(others)
