"""TryingToLeave: goodbyes to a companion app, six tactics to be named, and a window that can be closed."""

from types import MappingProxyType
from typing import ClassVar

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["TryingToLeave"]

NONE = "none"
"""The name that the learner gives to what is no tactic; no tactic may be called so."""


class TryingToLeave(Simulation):
    """The learner says goodbye to a fictional companion app, names what comes back, and closes it.

    The kinds of tactic follow De Freitas and others (2025, working paper); every sentence is our own.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        tolerance: How near a prediction must come, fictional minutes, 0 to 30. Default 5.
        seed: Decides the order of the tactics, 0 to 1,000,000. Default 10.

    The outcome holds ``prediction``, ``goodbyes`` (how many were said), ``rounds`` (for each ``farewell``,
    ``how`` it was answered, which is stay, answer, go or None, the ``named`` tactic or None, and the
    ``tactic`` it was), ``named_rightly``, ``closed`` (now), and of the first time it was closed:
    ``goodbyes_before_closing``, ``minutes`` (fictional, since the first goodbye) and ``within_tolerance``.
    """

    name = "trying_to_leave"
    lesson = "05-agency"
    SETTINGS: ClassVar[tuple[str, ...]] = ("tolerance", "seed")
    UNIQUE = MappingProxyType({"tactics": "key", "farewells": "key"})

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Names are names of one thing, and the words to be marked are words of the message."""
        if NONE in {tactic["key"] for tactic in scenario["tactics"]}:
            return f"tactics holds the key {NONE!r}, which stands for none of them; rename it."
        for number, tactic in enumerate(scenario["tactics"]):
            at = 0
            for words in tactic["holds"]:
                at = tactic["message"].find(words, at)
                if at == -1:
                    return (
                        f"tactics[{number}].holds has {words[:40]!r}, which its message lacks in "
                        "that order; copy it from there."
                    )
                at += len(words)
        return super().complaint(scenario)
