"""Every simulation played to its end with the keyboard alone: one module each, named after it.

``play(where)`` goes from the prediction to the debrief. ``drag(where)`` goes to the slider whose move redraws
most, for the benchmark.
"""

from importlib import import_module
from typing import Protocol, cast

from playwright.sync_api import Locator

from warmhandoff_widgets import SIMULATIONS

__all__ = ["PLAYS", "Play"]


class Play(Protocol):
    """What each module has."""

    def play(self, where: Locator) -> None:
        """From the prediction to the debrief."""

    def drag(self, where: Locator) -> Locator:
        """Goes to the slider whose move redraws most."""


PLAYS = {
    simulation.name: cast("Play", import_module(f"plays.{simulation.name}")) for simulation in SIMULATIONS
}
"""By name, in the order of the lessons."""
