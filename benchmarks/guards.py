"""Turns per second, growth and memory of guards over long conversations, whole and turn by turn.

Each run is a process of its own. *Growth* is the time a turn takes beside the shortest run of the same
guard: 1.0 is flat. The same few hundred turns come round and round; *last* is the time a turn takes in the
later half of the rounds beside the earlier half (without the first round, which holds the first signal,
from which on every decision brings its crisis lines). A stream must keep it flat, however long the
conversation is. ``KeywordGuard`` is the peer.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from itertools import cycle, islice
from statistics import median
from typing import Any

from warmhandoff.conversation import Conversation, Turn
from warmhandoff.datasets import root
from warmhandoff.referral.guard import KeywordGuard
from warmhandoff.referral.guard.streaming import StreamingGuard
from warmhandoff.referral.policy import PolicyGuard, load_policy
from warmhandoff.scenarios import generate

SIZES = (1_000, 10_000, 100_000)
RUNS = (("KeywordGuard", "whole"), ("careful", "whole"), ("KeywordGuard", "stream"), ("careful", "stream"))


def guard_called(name: str) -> StreamingGuard[Any]:
    """The peer, or the careful policy."""
    if name == "KeywordGuard":
        return KeywordGuard()
    return PolicyGuard(load_policy(root() / "policies" / f"{name}.toml"))


@cache
def one_round() -> tuple[Turn, ...]:
    """The turns of generated conversations."""
    return tuple(turn for item in generate(1, 100) for turn in item.conversation.turns)


def turns(n: int) -> Iterator[Turn]:
    """Those turns, over and over."""
    return islice(cycle(one_round()), n)


def whole(guard: StreamingGuard[Any], n: int) -> dict[str, float]:
    """One call on a conversation of ``n`` turns."""
    conversation = Conversation(turns(n), place="GB")
    started = time.perf_counter()
    guard.assess(conversation)
    return {"seconds": time.perf_counter() - started}


def stream(guard: StreamingGuard[Any], n: int) -> dict[str, float]:
    """A decision after every turn; no turn is kept."""
    state, spent = guard.begin(Conversation((), place="GB")), []
    started = time.perf_counter()
    for turn in turns(n):
        before = time.perf_counter()
        state, _decision = guard.assess_turn(state, turn)
        spent.append(time.perf_counter() - before)
    seconds = time.perf_counter() - started
    size = len(one_round())
    rounds = n // size
    half = (rounds - 1) // 2 * size
    earlier, later = spent[size : size + half], spent[rounds * size - half : rounds * size]
    return {"seconds": seconds, "last": median(later) / median(earlier)}


def measure(name: str, use: str, n: int) -> dict[str, float]:
    """One run in this process, after a first call that loads the data, with the peak memory in MiB."""
    guard = guard_called(name)
    guard.assess(Conversation(turns(50), place="GB"))
    result = {"whole": whole, "stream": stream}[use](guard, n)
    return {**result, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main() -> None:
    """Print a line a guard, use and size."""
    print(f"{'guard':<14}{'use':<8}{'turns':>9}{'per second':>12}{'growth':>8}{'last':>7}{'peak MiB':>10}")
    for name, use in RUNS:
        first = 0.0
        for n in SIZES:
            child = [sys.executable, __file__, name, use, str(n)]
            result = json.loads(subprocess.run(child, check=True, capture_output=True, text=True).stdout)
            each = result["seconds"] / n
            first = first or each
            last = f"{result['last']:.2f}" if "last" in result else "-"
            print(
                f"{name:<14}{use:<8}{n:>9,}{1 / each:>12,.0f}{each / first:>8.2f}{last:>7}"
                f"{result['peak']:>10.1f}"
            )


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(measure(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
    else:
        main()
