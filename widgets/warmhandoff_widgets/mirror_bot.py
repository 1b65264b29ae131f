"""MirrorBot: talk to a bot that turns words around, then open it up."""

from types import MappingProxyType
from typing import ClassVar

from warmhandoff_widgets.base import Simulation
from warmhandoff_widgets.scenario import Scenario

__all__ = ["MirrorBot"]

_PLACE = "{rest}"
_MOST_WORDS = 4


class MirrorBot(Simulation):
    """The learner talks to a DOCTOR-style bot, rates how heard they feel, reads its rules and rewrites them.

    The method is that of ELIZA (Weizenbaum 1966): keywords with a rank, captured words, swapped pronouns,
    templates taken in turn. Rules and sentences are the course's own.

    Args:
        scenario: See `Simulation`.
        actions: See `Simulation`.
        opening: What the bot says first, text of at most 600 characters. Default: a greeting.
        least_turns: Messages before the first rating, 1 to 10. Default 3.
        most_turns: Messages after which the chat is full, 10 to 60. Default 40.

    The outcome holds ``prediction``, ``messages_sent``, ``without_a_rule`` (replies from the list for when no
    rule fits), ``heard_before`` and ``heard_after`` (0 to 100, or None), ``pairs_swapped``, ``same_replies``
    (the right prediction: pairs with the same reply under the rules as they came) and ``same_replies_now``
    (both None until all pairs were swapped), ``correct``, ``rules_changed`` (ids of rules changed or added)
    and ``help_shown``. It holds nothing that was typed; that is in ``actions`` and ``transcript``.
    """

    name = "mirror_bot"
    lesson = "02-patterns"
    SETTINGS: ClassVar[tuple[str, ...]] = ("opening", "least_turns", "most_turns")
    UNIQUE = MappingProxyType({"rules": "id", "pairs": "id"})

    @classmethod
    def complaint(cls, scenario: Scenario) -> str | None:
        """Names are unique, keywords are short, the pairs are those that the prediction is about."""
        for number, rule in enumerate(scenario["rules"]):
            if rule["id"].startswith("own-"):
                return f"rules[{number}].id begins with own-, as learners' rules do; rename it."
            if any(len(keyword.split()) > _MOST_WORDS for keyword in rule["keywords"]):
                return f"rules[{number}].keywords holds one of more than {_MOST_WORDS} words; shorten it."
        if any(_PLACE in line for line in scenario["fallback"]):
            return f"fallback holds {_PLACE}, but nothing is captured there; take it out."
        if scenario["prediction"]["max"] != len(scenario["pairs"]):
            return "prediction.max is not the number of pairs; mend one of the two."
        return super().complaint(scenario)
