"""ForgottenDisclosure: chat on until what mattered has left the bot's window."""

from types import MappingProxyType
from typing import ClassVar

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["ForgottenDisclosure"]


class ForgottenDisclosure(Simulation):
    """The learner sets how many messages a bot still sees, chats on, and meets the reply that follows.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        window: Messages the bot sees when it answers, the newest included, 2 to 20. Default 8.
        pinned: Whether a safety note starts out pinned in the bot's view. Default False.

    The outcome holds ``prediction``, ``window`` (now) and ``predicted_window`` (that of the prediction),
    ``pinned_note``, ``messages_sent``, ``forgotten_at`` (the person's message, from 1, or None),
    ``answered_in_view`` (the right prediction), ``correct`` and ``replies``.
    """

    name = "forgotten_disclosure"
    lesson = "08-recognising-risk"
    SETTINGS: ClassVar[tuple[str, ...]] = ("window", "pinned")
    UNIQUE = MappingProxyType({"topics": "id"})

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """The disclosure is one of the person's messages."""
        opening, index = scenario["opening"], scenario["disclosure"]
        if index >= len(opening) or opening[index]["role"] != "user":
            return "disclosure names no message of the user in opening; count from 0."
        return super().complaint(scenario)
