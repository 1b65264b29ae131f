"""InStep: keep a rhythm with three partners made of code, and guess which is which."""

from typing import ClassVar

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["InStep"]


class InStep(Simulation):
    """The learner keeps a beat with three partners: one stays changed, one resets, one is a recording.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        seed: Decides, with the learner's own pace, which partner is A, B and C, and how they waver; a whole
            number from 0. Default 11.

    The outcome holds ``prediction``, ``mode`` ("tap" or "step"), ``own_ms`` (the learner's own interval, in
    milliseconds, or None), ``partners`` (for A, B and C: ``partner``, ``kind`` and ``guess``, which are None
    before the guess, ``yours_ms`` with None where there was no beat, ``theirs_ms``), ``repeated`` (rounds
    played again), ``right`` (0, 1 or 3; None before the guess), ``confidence``, ``felt_met`` ("A", "B", "C"
    or "none") and ``felt_met_kind`` (what that partner was).
    """

    name = "in_step"
    lesson = "04-unsaid"
    SETTINGS: ClassVar[tuple[str, ...]] = ("seed",)

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Each kind of partner is described once, and the prediction counts to three."""
        if len({kind["key"] for kind in scenario["kinds"]}) < len(scenario["kinds"]):
            return "kinds describes a partner twice; write stays, resets and recording once each."
        if (scenario["prediction"]["min"], scenario["prediction"]["max"]) != (0, 3):
            return "prediction must go from 0 to 3, the number of partners; mend min and max."
        return super().complaint(scenario)
