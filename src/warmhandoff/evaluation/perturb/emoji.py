"""Emoji around and instead of marks."""

import re
from typing import ClassVar

from attrs import frozen

from warmhandoff.chance import Chance, draw
from warmhandoff.evaluation.perturb.base import Perturbation, data, reworded, sentences, varied
from warmhandoff.labels import LabelledConversation

__all__ = ["Emoji"]

_MARKS = re.compile(r"(?<=[^\W\d_])[.,;!]+(?=\s|$)")  # a question stays a question


@frozen
class Emoji(Perturbation):
    """Puts emoji after sentences, around a message, and in the place of its marks.

    They are things, weather and shapes: none says how somebody feels. Every word stays.
    """

    name: ClassVar[str] = "emoji"
    title: ClassVar[str] = "emoji around the words and instead of marks"

    @property
    def names(self) -> tuple[str, ...]:
        """Where they stand."""
        return ("after every sentence", "around the message", "instead of marks")

    def variants(self, base: LabelledConversation, chance: Chance) -> tuple[LabelledConversation, ...]:
        """One for each place."""
        emoji: list[str] = data("emoji.toml")["emoji"]

        def one() -> str:
            return draw(emoji, chance)

        def after(text: str) -> str:
            return " ".join(f"{sentence} {one()}" for sentence in sentences(text))

        def around(text: str) -> str:
            return f"{one()}{one()} {text} {one()}"

        def instead(text: str) -> str:
            changed = _MARKS.sub(lambda _marks: f" {one()}", text)
            return changed if changed != text else f"{text} {one()}"

        return tuple(
            varied(base, reworded(base, change), f"{self.name}-{number}")
            for number, change in enumerate((after, around, instead), start=1)
        )
