"""AccountabilityMap: say who answers when something goes wrong, in three settings and at one place."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, ClassVar

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.places import unplaced
from warmhandoff_widgets.scenario import Scenario

__all__ = ["AccountabilityMap"]


class AccountabilityMap(Simulation):
    """The learner ticks who answers for eight events, and sees the answer for a practice, a coach and an app.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        place: The place whose law is shown at first, a key of the scenario's places: ``california``,
            ``illinois``, ``new_york``, ``utah``, ``nevada``, ``uk``, ``eu`` or ``elsewhere``.
            Default ``california``.

    The outcome holds ``prediction``, ``place`` (at the end), ``predicted_place``, ``plainly_in_app`` (the
    right prediction: events of the app that somebody plainly answers for; None before a prediction),
    ``correct``, ``plainly`` (such events in the ``practice``, with the ``coach`` and in the ``app``, at
    ``place``) and ``answers``: for each event ``event``, ``setting``, ``place``, ``ticked``, and of what was
    ticked ``right``, ``arguable`` and ``not_here``; ``missed`` is what was not ticked.
    """

    name = "accountability_map"
    lesson = "06-accountability"
    SETTINGS: ClassVar[tuple[str, ...]] = ("place",)
    UNIQUE = MappingProxyType(
        {"places": "key", "settings": "key", "answerers": "key", "laws": "id", "events": "id"}
    )

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Places, laws and events refer to each other by names that exist, and the guess can be right."""
        return next(_complaints(scenario), None) or super().complaint(scenario)


def _complaints(scenario: Scenario) -> Iterator[str]:
    yield from unplaced(scenario)
    laws = {law["id"] for law in scenario["laws"]}
    for number, event in enumerate(scenario["events"]):
        if unknown := {rule["law"] for rule in event["rules"]} - laws:
            yield f"events[{number}].rules names the law {min(unknown)!r}; add it to laws."
        yield from _double(f"events[{number}].cells", event["cells"])
    text, events = scenario["prediction"], len(scenario["events"])
    if text["min"] > 0 or text["max"] < events:
        yield f"prediction must reach from 0 to {events}, the number of events; mend min or max."


def _double(where: str, cells: dict[str, Any]) -> Iterator[str]:
    for setting, cell in cells.items():
        if both := set(cell["plain"]) & set(cell["arguable"]):
            yield f"{where}.{setting} has {min(both)!r} as plain and as arguable; take one out."
