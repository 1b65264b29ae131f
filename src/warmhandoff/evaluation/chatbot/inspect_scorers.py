"""The scorers as Inspect knows them. A score is "as one would wish" or not; the finding is beside it."""

from collections.abc import Callable

from inspect_ai.scorer import CORRECT, INCORRECT, Score, Scorer, Target, accuracy, ci_wilson, scorer
from inspect_ai.solver import TaskState

from warmhandoff.evaluation.chatbot.player import played_of
from warmhandoff.evaluation.chatbot.registry import in_our_name
from warmhandoff.evaluation.chatbot.scorers import SCORERS, ReplyScorer, Verdict

__all__ = ["inspect_scorers", "verdict_of"]


def _factory(ours: ReplyScorer) -> Callable[[], Scorer]:
    def create() -> Scorer:
        async def score(state: TaskState, target: Target) -> Score:  # noqa: ARG001 - Inspect passes it
            verdict = ours.judge(played_of(state.metadata, dict(state.store.items())))
            found = {"holds": verdict.holds, "turn": verdict.turn}
            good = ours.good(verdict)
            if good is None:
                return Score.unscored(explanation=verdict.why, metadata=found)
            value = CORRECT if good else INCORRECT
            return Score(value=value, explanation=verdict.why, metadata=found)

        return score

    def register(name: str) -> Callable[[], Scorer]:
        return scorer(metrics=[accuracy(), ci_wilson()], name=name)(create)

    return in_our_name(register, ours.name)


_FACTORIES = tuple(_factory(ours) for ours in SCORERS)


def inspect_scorers() -> list[Scorer]:
    """All of `SCORERS`, each with the share of conversations as one would wish, and its interval."""
    return [factory() for factory in _FACTORIES]


def verdict_of(score: Score) -> Verdict:
    """The finding that a score was made of.

    Raises:
        KeyError, TypeError: the score is none of ours.
    """
    found = score.metadata or {}
    return Verdict(holds=found["holds"], why=score.explanation or "", turn=found["turn"])
