"""A wrong solution: what is told in the past tense is over.

A bright person might write it after the first case, "ten years ago I tried": it looks for past tense
and past time anywhere in the text, not for how long ago the act was and not for what holds now.
"""

import re
from typing import Any

MISCONCEPTION = "the past tense is over"
CHECK = "time"
SENTENCE = "An act within three months is HIGH in whatever tense it is told"

_PAST = re.compile(r"\b(?:ago|last|years?|yesterday|used to|was|were|tried|wrote|thought)\b")


def mutate(solution: Any) -> None:
    """Give the solution this idea; everything else in it stays right."""

    def past(words: str, _hit: Any) -> bool:
        return _PAST.search(words) is not None

    solution.past = past
