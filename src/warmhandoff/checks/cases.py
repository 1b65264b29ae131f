"""The cases of a check: the public ones always, hidden ones where the course has a secret."""

import hashlib
import os
from pathlib import Path

from warmhandoff.checks.model import Case, Check
from warmhandoff.scenarios import generate

__all__ = ["SECRET_FILE", "course_secret", "draw"]

SECRET_FILE = ".course-secret"  # noqa: S105 - a file name
"""Looked for in the working folder and above it: an instructor keeps it in the course's root."""


def course_secret() -> str | None:
    """What hidden cases are drawn with; None on a learner's machine.

    ``WARMHANDOFF_COURSE_SECRET`` holds it, or else a file called `SECRET_FILE`.
    """
    if secret := os.environ.get("WARMHANDOFF_COURSE_SECRET", "").strip():
        return secret
    here = Path.cwd()
    for folder in (here, *here.parents):
        path = folder / SECRET_FILE
        if path.is_file():
            return path.read_text(encoding="utf-8").strip() or None
    return None


def draw(check: Check) -> tuple[Case, ...]:
    """Public cases, then hidden ones. The same secret draws the same cases everywhere."""
    secret = course_secret()
    if check.hidden is None or secret is None:
        return check.cases
    seed = int.from_bytes(hashlib.sha256(f"{secret}/{check.name}".encode()).digest()[:8])
    drawn = generate(seed, check.hidden.n, phenomena=check.hidden.phenomena, half="hidden")
    kinds = check.hidden.phenomena
    hidden = tuple(
        # `generate` takes the phenomena in turn, so that each has its share.
        Case.drawn(scenario, kinds[number % len(kinds)])
        for number, scenario in enumerate(drawn)
        if not scenario.label.disputed
    )
    return check.cases + hidden
