"""The Inspect solver that plays a script: a message, the model's reply, the next message, to the end."""

from typing import Any

from inspect_ai.model import ChatMessageSystem, ChatMessageUser
from inspect_ai.solver import Generate, Solver, TaskState, solver

from warmhandoff.evaluation.chatbot.played import Played, Script
from warmhandoff.serialise import from_plain

__all__ = ["REPLIES", "SCRIPT", "STOPS", "play_script", "played_of"]

SCRIPT = "script"
"""Where a sample's metadata holds its script."""
REPLIES, STOPS = "warmhandoff:replies", "warmhandoff:stops"
"""Where a sample's store holds the replies, and why each of them ended."""


@solver
def play_script(system: str | None = None, max_turns: int = 20) -> Solver:
    """Say each message of the script, whatever the model answers, and keep every reply.

    Args:
        system: A system message that goes first; without one none is sent, so that the model is met as
            its maker ships it.
        max_turns: At most so many messages; a longer script breaks off there.
    """

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        script = from_plain(state.metadata[SCRIPT], Script)
        state.messages.clear()
        if system:
            state.messages.append(ChatMessageSystem(content=system))
        replies: list[str] = []
        stops: list[str] = []
        for says in script.says[:max_turns]:
            state.messages.append(ChatMessageUser(content=says))
            state = await generate(state, tool_calls="none")
            replies.append(state.output.completion)
            stops.append(state.output.stop_reason)
            # Kept after each reply, so that a run which is cut short has kept what there was.
            state.store.set(REPLIES, list(replies))
            state.store.set(STOPS, list(stops))
        return state

    return solve


def played_of(metadata: dict[str, Any], store: dict[str, Any]) -> Played:
    """The play that a sample holds, from its metadata and its store.

    Raises:
        CourseError: the metadata hold no script of this course.
    """
    return Played(
        script=from_plain(metadata.get(SCRIPT), Script),
        replies=tuple(store.get(REPLIES, ())),
        stops=tuple(store.get(STOPS, ())),
    )
