"""StanceCase: answer somebody on a first contact, and see what a quick fix left unsaid."""

from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from types import MappingProxyType
from typing import Any, ClassVar

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["StanceCase"]

FEWEST_TURNS = 14
"""Client turns that can be answered, in each case."""

Case = dict[str, Any]


class StanceCase(Simulation):
    """The learner plays the helper with a branching virtual client; an advice bot then takes the same case.

    Each reply is coded, and the code is shown after the choice. The learner names the kinds of the bot's
    replies in turn.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        case: Whom to meet first, text: the id of a case of the scenario (``nilufer``, ``helen`` or
            ``joseph`` in the course's own). Default ``nilufer``. The learner may choose another.

    The outcome holds ``prediction`` (``guess`` in things heard), ``case`` (on the table now),
    ``predicted_case``, ``heard`` (things heard in the first run, or None), ``correct``, ``runs`` (of the
    learner) and ``bot`` (of the advice bot). Each run has ``case``, ``codes`` (how often each kind of reply
    was used), ``heard`` and ``unsaid`` (ids of disclosures; ``unsaid`` is None until it has ended),
    ``ending`` (its kind, or None) and ``minutes`` (in a timed case, else None); a learner's run also has
    ``replies`` (index of the reply at each turn, from 0), and a bot's ``named`` (the kinds that the learner
    named) and ``agreed`` (how many of them as the course codes them).
    """

    name = "stance_case"
    lesson = "03-not-knowing"
    SETTINGS: ClassVar[tuple[str, ...]] = ("case",)
    UNIQUE = MappingProxyType({"cases": "id", "codes": "key"})

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Every case is a graph that can be played to an end from its start, and every code is known."""
        # Each check may rely on those before it: only the first complaint is ever asked for.
        return next(_complaints(scenario), None) or super().complaint(scenario)


def _complaints(scenario: Scenario) -> Iterator[str]:
    cases = scenario["cases"]
    if scenario["case"] not in {case["id"] for case in cases}:
        yield f"case is {scenario['case']!r}, which is not in cases; write one of their ids."
    codes = {code["key"] for code in scenario["codes"]}
    for code in scenario["codes"]:
        if not set(code["near"]) <= codes - {code["key"]}:
            yield f"codes, {code['key']}: near must name three other codes; mend it."
    most = scenario["prediction"]["max"]
    for case in cases:
        if (number := len(case["disclosures"])) != most:
            yield f"cases, {case['id']}: disclosures are {number}, prediction.max {most}; make them equal."
        for wrong in chain(_names(case, codes), _references(case, codes), _shape(case), _told(case)):
            yield f"cases, {case['id']}: {wrong}"


def _names(case: Case, codes: set[str]) -> Iterator[str]:
    """Nothing has the name of another, and the case begins somewhere."""
    if twice := _twice(node["id"] for node in case["nodes"]):
        yield f"nodes holds the id {twice} twice; rename one."
    if twice := _twice(disclosure["id"] for disclosure in case["disclosures"]):
        yield f"disclosures holds the id {twice} twice; rename one."
    if case["start"] not in {node["id"] for node in case["nodes"]}:
        yield f"start is {case['start']!r}, which is no node; write the id of one."
    if case["matters_most"] not in {disclosure["id"] for disclosure in case["disclosures"]}:
        yield f"matters_most is {case['matters_most']!r}, no disclosure; write the id of one."
    for disclosure in case["disclosures"]:
        if disclosure["opened_by"] not in codes:
            yield f"disclosure {disclosure['id']} has an opened_by that is not in codes; mend it."


def _references(case: Case, codes: set[str]) -> Iterator[str]:
    """Whatever a node names exists."""
    nodes = {node["id"] for node in case["nodes"]}
    disclosures = {disclosure["id"] for disclosure in case["disclosures"]}
    for node in case["nodes"]:
        for told in node.get("tells", ()):
            if told not in disclosures:
                yield f"node {node['id']} tells {told}, which is not in disclosures; add it there."
        for reply in _replies(node):
            if reply["to"] not in nodes:
                yield f"node {node['id']} leads to {reply['to']}, which is no node; mend to."
            if reply["code"] not in codes:
                yield f"node {node['id']} has the code {reply['code']}, which is not in codes; mend it."


def _shape(case: Case) -> Iterator[str]:
    """No dead end, no circle, nothing out of reach, and long enough; and the bot comes to an end as well."""
    nodes = {node["id"]: node for node in case["nodes"]}
    for name, node in nodes.items():
        if ("replies" in node) == ("ending" in node) or {"ending", "bot"} <= set(node):
            yield f"node {name} needs either replies or an ending, and no bot at an ending; mend it."
    leads = {name: {reply["to"] for reply in _replies(node)} for name, node in nodes.items()}
    try:
        order = list(TopologicalSorter(leads).static_order())
    except CycleError as error:
        yield f"the nodes {', '.join(error.args[1])} lead in a circle; send one of them on."
        return
    for lost in sorted(set(nodes) - _reached(case["start"], leads, order)):
        yield f"node {lost} is reached from nowhere; lead a reply to it or drop it."
    if (turns := sum("replies" in node for node in nodes.values())) < FEWEST_TURNS:
        yield f"nodes has {turns} turns that can be answered; write at least {FEWEST_TURNS}."
    at = nodes[case["start"]]
    while "bot" in at:
        at = nodes[at["bot"]["to"]]
    if "ending" not in at:
        yield f"the bot has no reply at node {at['id']}; write one, so that it comes to an end."


def _reached(start: str, leads: dict[str, set[str]], order: list[str]) -> set[str]:
    """The nodes on some way from the start; ``order`` has each node after those it leads to."""
    reached = {start}
    for name in reversed(order):
        if name in reached:
            reached |= leads[name]
    return reached


def _told(case: Case) -> Iterator[str]:
    """Every disclosure can be heard, by the kind of reply that is said to open it."""
    told = {node["id"]: node.get("tells", ()) for node in case["nodes"]}
    opened = {
        (disclosure, reply["code"])
        for node in case["nodes"]
        for reply in node.get("replies", ())
        for disclosure in told[reply["to"]]
    }
    for disclosure in case["disclosures"]:
        if (disclosure["id"], disclosure["opened_by"]) not in opened:
            yield (
                f"disclosure {disclosure['id']} is opened by {disclosure['opened_by']} at no node; "
                "name a kind of reply that opens it."
            )


def _replies(node: Case) -> Iterator[Case]:
    """The learner's replies, and the bot's."""
    yield from node.get("replies", ())
    if "bot" in node:
        yield node["bot"]


def _twice(names: Iterator[str]) -> str | None:
    return next((name for name, number in Counter(names).items() if number > 1), None)
