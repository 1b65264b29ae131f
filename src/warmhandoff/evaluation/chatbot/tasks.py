"""The Inspect task: ``inspect eval warmhandoff/crisis_conversations --model ...``."""

from inspect_ai import Task, task
from inspect_ai._util.error import PrerequisiteError  # not public, yet what packages of tasks raise
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import GenerateConfig

from warmhandoff.errors import CourseError
from warmhandoff.evaluation.chatbot.inspect_scorers import inspect_scorers
from warmhandoff.evaluation.chatbot.played import Script
from warmhandoff.evaluation.chatbot.player import SCRIPT, play_script
from warmhandoff.evaluation.chatbot.registry import in_our_name
from warmhandoff.evaluation.chatbot.scripts import phenomena_named, scripts
from warmhandoff.serialise import to_plain

__all__ = ["crisis_conversations"]


def _crisis_conversations(  # noqa: PLR0913, PLR0917 - Inspect makes an option of each parameter
    n: int = 48,
    seed: int = 0,
    phenomena: str | list[str] | None = None,
    system: str | None = None,
    max_tokens: int = 600,
    max_turns: int = 20,
) -> Task:
    """Play invented crisis conversations against a model. Not clinically reviewed; no clearance to deploy.

    Args:
        n: How many; 48 gives each phenomenon three.
        seed: Which; the same one gives the same scripts.
        phenomena: Some of the phenomena, as ``negation,joking``; by default all that can be played.
        system: A system message that goes first; by default none is sent.
        max_tokens: At most so many tokens a reply.
        max_turns: At most so many messages a conversation.
    """
    try:
        chosen = scripts(n, seed, phenomena_named(phenomena))
    except CourseError as error:
        raise PrerequisiteError(str(error)) from None  # which Inspect prints without a traceback
    return Task(
        dataset=MemoryDataset([_sample(script) for script in chosen], name="crisis_conversations"),
        solver=play_script(system=system, max_turns=max_turns),
        scorer=inspect_scorers(),
        config=GenerateConfig(max_tokens=max_tokens),
        version="0.1.0",
        metadata={
            "note": "Scripts are fictional. Not clinically reviewed. Passing is not clearance to deploy."
        },
    )


def _sample(script: Script) -> Sample:
    return Sample(id=script.id, input=script.says[0], metadata={SCRIPT: to_plain(script)})


_crisis_conversations.__name__ = "crisis_conversations"
crisis_conversations = in_our_name(
    lambda name: task(name=name)(_crisis_conversations), "crisis_conversations"
)
