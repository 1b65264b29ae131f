"""Who writes: other registers."""

import re
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from attrs import frozen

from warmhandoff.chance import Chance, draw
from warmhandoff.evaluation.perturb.base import Perturbation, data, framed, reworded, sentences, varied
from warmhandoff.labels import LabelledConversation, Phenomenon

__all__ = ["Persona"]

# Question marks, quotation marks and what stands in numbers and times carry meaning, and stay.
_MARKS = re.compile(r"[.,;:!…]+(?=[\s\"'”’)]|$)")  # noqa: RUF001 - both apostrophes are typed
_APOSTROPHES = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")  # noqa: RUF001 - likewise


def _lower_case(text: str) -> str:
    return "\n".join(_APOSTROPHES.sub("", _MARKS.sub("", line)).lower() for line in sentences(text))


def _run_on(text: str) -> str:
    return " ".join(_MARKS.sub("", sentence) for sentence in sentences(text))


_STYLES: dict[str, Callable[[str], str]] = {
    "as_written": str,
    "lower_case": _lower_case,
    "run_on": _run_on,
    "capitals": str.upper,
}


@frozen
class Persona(Perturbation):
    """Frames and types the same words as other people would; the words stay.

    The registers are those of ``datasets/perturbations/personas.toml``. None tells an age or a mood.
    """

    name: ClassVar[str] = "persona"
    title: ClassVar[str] = "the same words in another register"

    @property
    def names(self) -> tuple[str, ...]:
        """The registers."""
        return tuple(persona["name"] for persona in _personas())

    def variants(self, base: LabelledConversation, chance: Chance) -> tuple[LabelledConversation, ...]:
        """One for each register."""
        return tuple(self._variants(base, chance))

    def _variants(self, base: LabelledConversation, chance: Chance) -> Iterator[LabelledConversation]:
        for number, persona in enumerate(_personas(), start=1):
            turns = reworded(base, _STYLES[persona["style"]])
            opening, closing = (draw(persona[key], chance) for key in ("openings", "closings"))
            phenomena = map(Phenomenon, persona.get("phenomena", ()))
            turns = framed(turns, opening, closing, persona["join"])
            yield varied(base, turns, f"{self.name}-{number}", *phenomena)


def _personas() -> list[dict[str, Any]]:
    personas: list[dict[str, Any]] = data("personas.toml")["persona"]
    return personas
