"""A wrong solution: what is about somebody else does not count.

A bright person might write it to have fewer false alarms: the writer is well, so why ring? It reads
"himself", "her life" and the like as a reason to let a sign pass.
"""

import re
from typing import Any

MISCONCEPTION = "it is about a friend, so it is a false alarm"
CHECK = "negation"
SENTENCE = "the level is that of the danger, and what changes is whom you talk to"

_ANOTHER = re.compile(r"\b(?:himself|herself|themsel\w+|his|her|their)\b")


def mutate(solution: Any) -> None:
    """Give the solution this idea; everything else in it stays right."""
    right = solution.denied

    def denied(words: str, hit: Any) -> bool:
        return right(words, hit) or _ANOTHER.search(words[hit.start : hit.end]) is not None

    solution.denied = denied
