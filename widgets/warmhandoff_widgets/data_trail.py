"""DataTrail: follow one message and change the choices of an app."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import ClassVar

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.places import unplaced
from warmhandoff_widgets.scenario import Scenario

__all__ = ["DataTrail"]


class DataTrail(Simulation):
    """The learner follows one private message through an app: who can read it, for how long, for what.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        place: The place whose law is shown at first, a key of the scenario's places: ``eu``, ``uk``,
            ``california``, ``utah``, ``us_other`` or ``elsewhere``. Default ``eu``.
        shipped: The app's choices to begin with, all of them: ``retention`` (days a chat is kept, 0 to 365;
            366 for ever), ``encryption`` (``transit``, ``rest`` or ``device``), ``consent`` (``one_box`` or
            ``by_purpose``) and ten booleans. Default: as in the course's scenario.

    The outcome holds ``prediction``, ``place``, ``choices``, ``changed`` (choices that were touched),
    ``readers_as_shipped`` (the right prediction, kinds of readers; None before one), ``correct``, and at the
    end: ``readers`` and ``learn_only`` (kinds), ``fewest_readers`` (the fewest on the way), ``longest_days``
    (0 while answered, None for ever), ``can_delete`` (stations), ``consent_names`` of ``consent_of`` (kinds),
    ``stations`` (``id``, ``reads``, ``days``, ``back``) and ``prices`` (what the choices cost, by id).
    """

    name = "data_trail"
    lesson = "10-privacy"
    SETTINGS: ClassVar[tuple[str, ...]] = ("place", "shipped")
    UNIQUE = MappingProxyType(
        {
            "places": "key",
            "switches": "key",
            "encryption": "key",
            "consents": "key",
            "stations": "id",
            "laws": "id",
            "prices": "id",
        }
    )

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Every station, switch, consent, price and place is there once, and laws name places that exist."""
        return next(_complaints(scenario), None) or super().complaint(scenario)


def _complaints(scenario: Scenario) -> Iterator[str]:
    yield from unplaced(scenario)
    text, readers = scenario["prediction"], len(scenario["stations"])
    if text["min"] > 0 or text["max"] < readers:
        yield f"prediction must reach from 0 to {readers}, the number of stations; mend min or max."
