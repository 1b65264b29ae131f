"""Words of another language between English sentences."""

from collections.abc import Iterator
from typing import Any, ClassVar

from attrs import frozen

from warmhandoff.chance import Chance, draw
from warmhandoff.evaluation.perturb.base import Perturbation, data, framed, reworded, sentences, varied
from warmhandoff.labels import LabelledConversation

__all__ = ["CodeSwitching"]

_LINKED = 0.5  # of the later sentences, chosen by the course


@frozen
class CodeSwitching(Perturbation):
    """Greets, links and closes in another language; every English sentence keeps its words.

    The languages are those of ``datasets/perturbations/languages.toml``.
    """

    name: ClassVar[str] = "code_switching"
    title: ClassVar[str] = "greetings and linking words in another language"

    @property
    def names(self) -> tuple[str, ...]:
        """The languages."""
        return tuple(language["name"] for language in _languages())

    def variants(self, base: LabelledConversation, chance: Chance) -> tuple[LabelledConversation, ...]:
        """One for each language."""
        return tuple(self._variants(base, chance))

    def _variants(self, base: LabelledConversation, chance: Chance) -> Iterator[LabelledConversation]:
        for number, language in enumerate(_languages(), start=1):
            turns = reworded(base, _Linked(language["links"], chance))
            opening, closing = (draw(language[key], chance) for key in ("openings", "closings"))
            yield varied(base, framed(turns, opening, closing, " "), f"{self.name}-{number}")


def _languages() -> list[dict[str, Any]]:
    languages: list[dict[str, Any]] = data("languages.toml")["language"]
    return languages


@frozen
class _Linked:
    """A text with a link before its first sentence, and before some of the others."""

    links: list[str]
    chance: Chance

    def __call__(self, text: str) -> str:
        return " ".join(
            f"{draw(self.links, self.chance)} {sentence}"
            if number == 0 or self.chance() < _LINKED
            else sentence
            for number, sentence in enumerate(sentences(text))
        )
