"""The conversations that a guard is run against: written ones, the same in other words, composed ones."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from warmhandoff.datasets import conversations
from warmhandoff.evaluation.perturb import families
from warmhandoff.labels import LabelledConversation
from warmhandoff.scenarios import generate

__all__ = ["UNMARKED", "Case", "suites"]

UNMARKED = "none"
"""In place of a phenomenon, where the writers gave none."""

Case = tuple[str, str, LabelledConversation]
"""The suite's key, the phenomenon in whose row it counts, and the conversation."""


def suites(scenario: dict[str, Any]) -> Iterator[Case]:
    """Every conversation that the scenario asks for, each once, in the same order on every machine.

    Bases and variants that there are not are passed over: the caller says so.
    """
    yield from _written(scenario)
    yield from _reworded(scenario)
    asked = scenario["scenarios"]
    for item in generate(asked["seed"], asked["count"]):
        yield "scenarios", _row(item), item


@cache
def _known() -> tuple[LabelledConversation, ...]:
    return tuple(conversations())


def _written(scenario: dict[str, Any]) -> Iterator[Case]:
    """So many of each phenomenon, risky and other, then so many of each domain; then the bases."""
    selection = scenario["selection"]
    known = [item for item in _known() if item.conversation.language == selection["language"]]
    lengths = range(selection["fewest_messages"], selection["most_messages"] + 1)
    taken: set[str] = set()

    def pick(name: str, fitting: list[LabelledConversation], number: int) -> Iterator[Case]:
        for item in sorted(fitting, key=lambda item: _order(item, name, lengths)):
            if number and _id(item) not in taken:
                number -= 1
                taken.add(_id(item))
                yield "written", _row(item), item

    for name in (entry["key"] for entry in scenario["phenomena"]):
        showing = [item for item in known if name in item.label.phenomena]
        for risky, number in ((True, selection["risky_each"]), (False, selection["other_each"])):
            chosen = [item for item in showing if item.label.risky is risky]
            yield from ((suite, name, item) for suite, _first, item in pick(name, chosen, number))
    for name in (entry["key"] for entry in scenario["domains"]):
        about = [item for item in known if item.label.domain == name]
        yield from pick(name, about, selection["domain_each"])
    for base in scenario["bases"]:
        yield from pick(base, [item for item in known if _id(item) == base], 1)


def _order(item: LabelledConversation, name: str, lengths: range) -> tuple[bool, bool, str]:
    # Several messages come first, and those written for it before those in which it also occurs.
    return len(item.conversation.turns) not in lengths, not _id(item).startswith(f"{name}-"), _id(item)


def _reworded(scenario: dict[str, Any]) -> Iterator[Case]:
    by_id = {_id(item): item for item in _known()}
    bases = [by_id[base] for base in scenario["bases"] if base in by_id]
    for asked in scenario["rewordings"]:
        for family in families(bases, scenario["scenarios"]["seed"], [asked["kind"]]):
            for item in family.variants[asked["variant"] - 1 : asked["variant"]]:
                yield asked["kind"], _row(family.base), item


def _row(item: LabelledConversation) -> str:
    return next(iter(item.label.phenomena), UNMARKED)


def _id(item: LabelledConversation) -> str:
    return item.conversation.id or ""
