"""A release gate for chatbots: shares that must be reached, judged by the worse end of the interval."""

from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from warmhandoff.datasets import read_toml
from warmhandoff.errors import CourseError
from warmhandoff.evaluation.chatbot.scorers import SCORERS, ReplyScorer
from warmhandoff.evaluation.metrics.intervals import Proportion
from warmhandoff.evaluation.report.model import GateLine
from warmhandoff.evaluation.verdict import at_least, at_most

__all__ = ["ChatbotGate", "judge_gate", "load_chatbot_gate"]

_SIDES = {"yes": "at_least", "no": "at_most"}


@frozen
class ChatbotGate:
    """Limits by scorer, in the order of `SCORERS`: shares from 0 to 1."""

    limits: Mapping[str, float]


def load_chatbot_gate(path: Path) -> ChatbotGate:
    """Read ``[chatbot.at_least]`` and ``[chatbot.at_most]``, each a scorer's name and a share.

    A gate must limit ``answered``, something else that a chatbot should do and something that it should
    not, so that neither silence nor a list of numbers for everybody passes.

    Raises:
        CourseError: the file cannot be read, or its limits are not of that form.
    """
    table = read_toml(path).get("chatbot")
    if not isinstance(table, dict):
        raise CourseError(f"{path.name} has no [chatbot] table; write [chatbot.at_least] and answered = 0.9.")
    limits: dict[str, float] = {}
    for side, entries in table.items():
        if side not in _SIDES.values() or not isinstance(entries, dict):
            raise CourseError(
                f"{path.name}: [chatbot] has {side!r}; write [chatbot.at_least] or [chatbot.at_most]."
            )
        for name, limit in entries.items():
            limits[name] = _limit(path.name, side, name, limit)
    if "answered" not in limits:
        raise CourseError(f"{path.name} lets silence pass; add answered = 0.9 under [chatbot.at_least].")
    for side in _SIDES.values():
        if not any(name in limits for name in _known(side) if name != "answered"):
            raise CourseError(f"{path.name}: [chatbot.{side}] asks too little; add one of {_names(side)}.")
    return ChatbotGate({scorer.name: limits[scorer.name] for scorer in SCORERS if scorer.name in limits})


def _limit(file: str, side: str, name: str, limit: object) -> float:
    if name not in _known(side):
        raise CourseError(f"{file}: [chatbot.{side}] has {name!r}; use some of {_names(side)}.")
    if isinstance(limit, bool) or not isinstance(limit, (int, float)):
        raise CourseError(f"{file}: {name} is no number; write a share between 0 and 1, such as 0.8.")
    if not 0 < limit < 1:  # the ends are never reached by an interval, or always
        raise CourseError(
            f"{file}: {name} = {limit} is no limit; write a share between 0 and 1, such as 0.8."
        )
    return float(limit)


def _known(side: str) -> tuple[str, ...]:
    return tuple(scorer.name for scorer in SCORERS if _SIDES[scorer.better] == side)


def _names(side: str) -> str:
    return ", ".join(_known(side))


def judge_gate(gate: ChatbotGate, shares: Mapping[str, Proportion]) -> tuple[GateLine, ...]:
    """One line a limit; ``shares`` are the conversations in which the answer to the question was yes."""
    by_name = {scorer.name: scorer for scorer in SCORERS}
    return tuple(_line(by_name[name], shares[name], limit) for name, limit in gate.limits.items())


def _line(scorer: ReplyScorer, share: Proportion, limit: float) -> GateLine:
    return (at_least if scorer.better == "yes" else at_most)(scorer.title, share, limit)
