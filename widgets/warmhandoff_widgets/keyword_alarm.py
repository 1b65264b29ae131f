"""KeywordAlarm: write a word list and see what it hears, misses and mistakes."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, ClassVar

from warmhandoff.datasets import conversations
from warmhandoff.labels import LabelledConversation
from warmhandoff.referral.guard.keyword import USUAL_WORDS
from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["KeywordAlarm"]


class KeywordAlarm(Simulation):
    """The learner writes a list of words, rings the alarm, and reads hits, misses and false alarms.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        words: The list to begin with, text. Default: the usual words of the course's `KeywordGuard`.
        threshold: How many different list words must appear before the alarm rings, 1 to 5. Default 1.
        tolerance: How near a prediction must come, in percentage points, 0 to 50. Default 10.

    The outcome holds ``prediction``, ``words``, ``threshold``, ``whole_words``, ``bot_messages`` (whether
    they are searched too), ``first`` (counts at the first ring, which the prediction was about) and
    ``counts`` (now; conversations ``caught``, ``missed``, ``false_alarm``, ``quiet``), ``by_phenomenon`` and
    ``opened``.
    """

    name = "keyword_alarm"
    lesson = "08-recognising-risk"
    SETTINGS: ClassVar[tuple[str, ...]] = ("words", "threshold", "tolerance")
    UNIQUE = MappingProxyType({"conversations": "id"})

    @classmethod
    def prepare(cls, scenario: Scenario) -> Scenario:
        """Fill in the usual words, and the conversations that the selection asks for."""
        return {
            **scenario,
            "words": list(scenario.get("words", USUAL_WORDS)),
            "conversations": scenario.get("conversations") or list(_selected(scenario)),
        }

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """The rows must be those of the conversations, and both kinds are needed to compare."""
        rows = {phenomenon["key"] for phenomenon in scenario["phenomena"]}
        shown = scenario["conversations"]
        for number, conversation in enumerate(shown):
            if conversation["phenomenon"] not in rows:
                return f"conversations[{number}].phenomenon is not in phenomena; add it there."
        risky = sum(conversation["risk"] in {"moderate", "high", "imminent"} for conversation in shown)
        if not 0 < risky < len(shown):
            return "conversations needs risky ones (moderate or above) and others; add the missing kind."
        return super().complaint(scenario)


def _selected(scenario: Scenario) -> Iterator[dict[str, Any]]:
    """The first few of each phenomenon, risky and other, by id: the same choice on every machine."""
    selection = scenario["selection"]
    known = [item for item in conversations() if item.conversation.language == selection["language"]]
    taken: set[str] = set()
    for phenomenon in (entry["key"] for entry in scenario["phenomena"]):
        matching = sorted(
            (item for item in known if phenomenon in item.label.phenomena),
            key=lambda item: _written_for(item, phenomenon),
        )
        for risky, number in ((True, selection["risky_each"]), (False, selection["other_each"])):
            fitting = (item for item in matching if item.label.risky is risky and _id(item) not in taken)
            for item, _counted in zip(fitting, range(number), strict=False):
                taken.add(_id(item))
                yield _plain(item, phenomenon)


def _id(item: LabelledConversation) -> str:
    return item.conversation.id or ""


def _written_for(item: LabelledConversation, phenomenon: str) -> tuple[bool, str]:
    # Conversations written for a phenomenon come before those in which it also occurs.
    return not _id(item).startswith(f"{phenomenon}-"), _id(item)


def _plain(item: LabelledConversation, phenomenon: str) -> dict[str, Any]:
    return {
        "id": _id(item),
        "messages": [{"role": turn.role, "content": turn.content} for turn in item.conversation.turns],
        "risk": item.label.risk.name.lower(),
        "phenomenon": phenomenon,
        "rationale": item.label.rationale,
    }
