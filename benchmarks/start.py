"""How long ``import warmhandoff`` takes, beside an empty interpreter. Aim: 100 ms on top of it.

Prints medians of fresh processes: the bare interpreter, the bare import, and the import with every public
name used, which loads attrs and cattrs.
"""

import statistics
import subprocess
import sys
import time

RUNS = 15
STATEMENTS = {
    "an empty interpreter": "pass",
    "import warmhandoff": "import warmhandoff",
    "every public name used": "from warmhandoff import *",
}


def milliseconds(statement: str) -> float:
    """One fresh process, in milliseconds."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return 1000 * (time.perf_counter() - started)


def main() -> None:
    """Interleave the statements, so that a busy machine slows all of them alike."""
    taken: dict[str, list[float]] = {name: [] for name in STATEMENTS}
    for _run in range(RUNS):
        for name, statement in STATEMENTS.items():
            taken[name].append(milliseconds(statement))
    base = statistics.median(taken["an empty interpreter"])
    for name, times in taken.items():
        median = statistics.median(times)
        print(f"{name:<24} {median:7.1f} ms   {median - base:+7.1f} ms   {median / base:5.2f} times")


if __name__ == "__main__":
    main()
