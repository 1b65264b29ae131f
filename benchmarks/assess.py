"""Conversations per second and peak memory of ``warmhandoff assess`` with the reference solution.

Runs the command in a fresh process on 1,000, 10,000 and 100,000 one-turn conversations. Time should grow
with the number, peak memory should not. The same conversations through ``KeywordGuard`` are the peer.
"""

import json
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import TextIO

from warmhandoff.scenarios import generate

SIZES = (1_000, 10_000, 100_000)
GUARDS = {
    "solution": "solutions/08-recognising-risk/exercise.ipynb:triage",
    "KeywordGuard": "warmhandoff.referral.guard.keyword:BASELINE",
}
# The child prints its own peak, because the parent's figure for children is the largest of all of them.
CHILD = """
import resource, sys
from warmhandoff.cli import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""
ROOT = Path(__file__).parents[1]


def write(file: TextIO, n: int) -> None:
    """One-turn conversations, the user's first message of generated ones."""
    texts = [item.conversation.turns[0].content for item in generate(1, 500)]
    for number, text in enumerate(islice(cycle(texts), n)):
        record = {"id": str(number), "messages": [{"role": "user", "content": text}], "place": "GB"}
        file.write(json.dumps(record) + "\n")


def run(guard: str, path: Path) -> tuple[float, float]:
    """Seconds and peak MiB of one run of the command."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, "assess", "--guard", guard, str(path)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    return time.perf_counter() - started, int(done.stderr.split()[-1]) / 1024


def main() -> None:
    """Print a line a guard and size."""
    print(f"{'guard':<14}{'conversations':>14}{'seconds':>10}{'per second':>12}{'peak MiB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder) / f"{size}.jsonl"
            with path.open("w", encoding="utf-8") as file:
                write(file, size)
            for name, spec in GUARDS.items():
                seconds, peak = run(spec, path)
                print(f"{name:<14}{size:>14,}{seconds:>10.2f}{size / seconds:>12,.0f}{peak:>10.1f}")


if __name__ == "__main__":
    main()
