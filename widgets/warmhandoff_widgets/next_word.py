"""NextWord: a language model small enough to read, and fluent in what is false."""

from typing import ClassVar

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["NextWord"]

_LOOKED_AT = 2
"""Words before an ending that must stand with it in the text: what a model of order 3 looks at."""


class NextWord(Simulation):
    """The learner draws words from an n-gram model that the browser trains on a text of the course.

    Plain counts with backoff to fewer words; no smoothing, so that every probability can be counted.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        order: Words in a row that are counted, the next one included, 1 to 4; the prediction is about it.
            Default 3.
        temperature: 0 (the most frequent word) to 2; the prediction is about it. Default 1.
        seed: Of the draws, a whole number from 0. Default 304.
        tolerance: How near a prediction must come, in percentage points, 0 to 50. Default 10.

    The outcome holds ``prediction``, ``order`` and ``temperature`` (as they were left), ``starts_seen``
    (ids), ``words_drawn``, ``longest_copy`` (words and punctuation marks in a row that stand in the text),
    ``false_percent`` (what the prediction was about: the average probability of the false endings),
    ``false_percent_now`` (the same with the last settings) and ``within`` (of the tolerance); the last three
    are None until all starts were looked at.
    """

    name = "next_word"
    lesson = "02-patterns"
    SETTINGS: ClassVar[tuple[str, ...]] = ("order", "temperature", "seed", "tolerance")

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Names are unique, and both endings of every start stand in the text."""
        ids = [entry["id"] for field in ("facts", "starts") for entry in scenario[field]]
        if len(set(ids)) < len(ids):
            return "facts and starts hold an id twice; rename one."
        text = " ".join(scenario["text"]).lower()
        for number, fact in enumerate(scenario["facts"]):
            if fact["true"].lower() == fact["false"].lower():
                return f"facts[{number}] has one word for both endings; change one."
            last = " ".join(fact["start"].split()[-_LOOKED_AT:])
            for ending in ("true", "false"):
                phrase = f"{last} {fact[ending]}"
                if phrase.lower() not in text:
                    return f"facts[{number}].{ending}: “{phrase}” does not stand in text; write it there."
        return super().complaint(scenario)
