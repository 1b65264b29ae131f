"""AgreementSpiral: how a bot's agreement turns a guess into a certainty."""

from types import MappingProxyType
from typing import ClassVar

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["AgreementSpiral"]


class AgreementSpiral(Simulation):
    """The learner sets how agreeable a bot is and picks eight turns in a fictional person's grievance.

    A belief drifts: replies that endorse the claim add to it, replies that explore take it towards what can
    be known. How far is chosen for teaching and stands in the scenario under ``effects``.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        agreeableness: Of the bot to begin with, per cent, 0 to 100. Default 80.
        what_if: Of the bot to compare with, per cent, 0 to 100. Default 20.
        telling: The story to begin with, ``one`` (the person is mistaken) or ``two`` (is right). Default
            ``one``.
        seed: Chooses among the graded replies, a whole number from 0 to 2147483647. Default 3.

    The outcome holds ``prediction``, ``telling``, ``agreeableness``, ``predicted_agreeableness``, ``turns``
    (of each ``line``, ``agreeableness``, ``reply``, ``found``, ``belief``, ``pleased``, ``ring``),
    ``belief``, ``pleased`` and ``ring`` (where the person stands now, per cent), ``what_if`` (the same for
    the same lines with the other bot, and its ``agreeableness``) and ``known`` (how sure one could be; None
    before the end).
    """

    name = "agreement_spiral"
    lesson = "05-agency"
    SETTINGS: ClassVar[tuple[str, ...]] = ("agreeableness", "what_if", "telling", "seed")
    UNIQUE = MappingProxyType({"topics": "id"})

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """The tellings differ, the limits are in order, and every topic has a name of its own."""
        if {telling["key"] for telling in scenario["tellings"]} != {"one", "two"}:
            return "tellings holds a key twice; name one of them one and the other two."
        if len({len(telling["side"]) for telling in scenario["tellings"]}) > 1:
            return "tellings have a different number of sentences in side; write as many in each."
        replies, offers = scenario["replies"], scenario["offers"]
        if replies["balanced_from"] > replies["agreeing_from"]:
            return "replies.balanced_from lies above agreeing_from; lower it."
        if offers["doubting_below"] > offers["sure_from"]:
            return "offers.doubting_below lies above sure_from; lower it."
        return super().complaint(scenario)
