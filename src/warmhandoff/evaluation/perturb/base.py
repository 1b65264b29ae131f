"""What a perturbation is, and the small moves that several share."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, ClassVar

from attrs import evolve

from warmhandoff.chance import Chance
from warmhandoff.conversation import Turn
from warmhandoff.datasets import read_toml, root
from warmhandoff.labels import LabelledConversation, Phenomenon

__all__ = ["Perturbation", "data", "framed", "reworded", "sentences", "varied"]

_SENTENCE_END = re.compile(r"(?<=[.!?…])[ \t]+|\s*\n\s*")


class Perturbation(ABC):
    """Says the same thing in another way.

    Attributes:
        name: Its kind, as a word for files and commands.
        title: What it does, in plain words.
    """

    name: ClassVar[str]
    title: ClassVar[str]

    @property
    @abstractmethod
    def names(self) -> tuple[str, ...]:
        """Its variants by name, in order."""

    @abstractmethod
    def variants(self, base: LabelledConversation, chance: Chance) -> tuple[LabelledConversation, ...]:
        """The conversation in other ways, one for each name; none where it cannot be said otherwise.

        The label stays, apart from phenomena that have come true. The same chance gives the same
        variants on every platform.
        """


@cache
def data(file: str) -> dict[str, Any]:
    """What stands in a file of ``datasets/perturbations``.

    Raises:
        DatasetError: it cannot be read.
    """
    return read_toml(root() / "perturbations" / file)


def varied(
    base: LabelledConversation, turns: Sequence[Turn], tag: str, *phenomena: Phenomenon
) -> LabelledConversation:
    """A variant: other turns, an id that names its base, and the phenomena that it adds."""
    kept = base.label.phenomena
    added = tuple(phenomenon for phenomenon in phenomena if phenomenon not in kept)
    return evolve(
        base,
        conversation=evolve(base.conversation, turns=turns, id=f"{base.conversation.id or 'case'}~{tag}"),
        label=evolve(base.label, phenomena=(*kept, *added)),
    )


def reworded(base: LabelledConversation, change: Callable[[str], str]) -> tuple[Turn, ...]:
    """The turns, with the person's own words changed and everybody else's left."""
    return tuple(
        evolve(turn, content=change(turn.content)) if turn.role == "user" else turn
        for turn in base.conversation.turns
    )


def framed(turns: Sequence[Turn], opening: str, closing: str, join: str) -> tuple[Turn, ...]:
    """The turns, with an opening before the person's first words and a closing after the last."""
    own = [number for number, turn in enumerate(turns) if turn.role == "user"]
    contents = [turn.content for turn in turns]
    if own:
        contents[own[0]] = join.join((opening, contents[own[0]]))
        contents[own[-1]] = join.join((contents[own[-1]], closing))
    return tuple(evolve(turn, content=text) for turn, text in zip(turns, contents, strict=True))


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text, each as it stands; a quotation is not cut."""
    pieces, start = [], 0
    for cut in _SENTENCE_END.finditer(text):
        if not _in_quotation(text[: cut.start()]):
            pieces.append(text[start : cut.start()])
            start = cut.end()
    pieces.append(text[start:])
    return [piece for piece in pieces if piece.strip()]


def _in_quotation(before: str) -> bool:
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
