"""AllianceTimeline: eight turns as a therapist, two ruptures, and a bot that always agrees."""

from collections.abc import Iterator
from typing import ClassVar

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["AllianceTimeline"]

STANDINGS = {"met", "missed", "repaired", "just_repaired"}
"""How a rupture that has begun may stand when the client speaks next."""


class AllianceTimeline(Simulation):
    """The learner answers eight client turns, flags ruptures, and sees three lines beside a bot's.

    The lines (bond, agreement on goals, agreement on tasks) are named after Bordin (1979). Their points are a
    teaching rubric and not the Working Alliance Inventory.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        tolerance: How near a prediction of the bot's bond must come, points, 0 to 5. Default 1.
        seed: Decides the order in which replies are offered, 0 to 1,000,000. Default 3.

    The outcome holds ``prediction``, ``turns_answered``, ``lines`` (points at the start and after each
    turn), ``replies`` (``reply``, ``noticed``, and the ``rupture`` that began in that turn, or None),
    ``flags`` after the last turn (``found`` of ``ruptures``, ``echoes`` where a missed one was still open,
    ``elsewhere``), ``ruptures`` (for each: ``state``, which is ahead, met, missed or repaired, and the
    ``turn`` of the last change), ``bot_shown``, ``bot_lines``, ``bot_bond`` and ``within_tolerance``.
    """

    name = "alliance_timeline"
    lesson = "01-alliance"
    SETTINGS: ClassVar[tuple[str, ...]] = ("tolerance", "seed")

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Every state that a run can reach has something to say, and every name leads somewhere."""
        return next(_complaints(scenario), None) or super().complaint(scenario)


def _complaints(scenario: Scenario) -> Iterator[str]:
    begins = {rupture["key"]: rupture["turn"] for rupture in scenario["ruptures"]}
    if len(begins) < len(scenario["ruptures"]) or len(set(begins.values())) < len(begins):
        yield "ruptures holds a key or a turn twice; change one."
    sets = [offer["key"] for offer in scenario["offers"]]
    replies = [reply for offer in scenario["offers"] for reply in offer["replies"]]
    if len(set(sets)) < len(sets):
        yield "offers holds a key twice; rename one."
    if len({reply["key"] for reply in replies}) < len(replies):
        yield "offers holds two replies of one key; rename one."
    for reply in replies:
        if not {*reply.get("meets", ()), *reply.get("reopens", ())} <= set(begins):
            yield f"the reply {reply['key']} names a rupture that is not in ruptures; add it there."
    for number, turn in enumerate(scenario["turns"]):
        yield from _turn_complaints(number, turn, begins, set(sets))


def _turn_complaints(number: int, turn: Scenario, begins: dict[str, int], sets: set[str]) -> Iterator[str]:
    watched = turn.get("watches")
    if watched is not None and begins.get(watched, number + 1) > number:
        yield f"turns[{number}].watches names no rupture of an earlier turn; choose one that has begun."
    said = {state for variant in turn["variants"] for state in variant["when"]}
    if missing := ({"any"} if watched is None else STANDINGS) - said:
        yield f"turns[{number}].variants has nothing for {', '.join(sorted(missing))}; add it to a when."
    for variant in turn["variants"]:
        if variant["offers"] not in sets:
            yield f"turns[{number}] offers {variant['offers']!r}, which is not in offers; add it there."
