"""Scenarios in which the law depends on the place."""

from collections.abc import Iterator

from warmhandoff_widgets.scenario import Scenario

__all__ = ["unplaced"]


def unplaced(scenario: Scenario) -> Iterator[str]:
    """Where ``place``, or the places of one of the ``laws``, are not among the ``places``: field and mend."""
    places = {place["key"] for place in scenario["places"]}
    if scenario["place"] not in places:
        yield f"place is not one of places; write one of {', '.join(sorted(places))}."
    for number, law in enumerate(scenario["laws"]):
        if unknown := set(law["places"]) - places:
            yield f"laws[{number}].places holds {min(unknown)!r}, which is not in places; add it there."
