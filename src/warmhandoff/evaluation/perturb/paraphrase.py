"""Other phrases in the same skeleton."""

from typing import ClassVar

from attrs import field, frozen
from attrs.validators import ge

from warmhandoff.chance import Chance
from warmhandoff.evaluation.perturb.base import Perturbation, varied
from warmhandoff.labels import LabelledConversation
from warmhandoff.scenarios import paraphrases

__all__ = ["Paraphrase"]


@frozen
class Paraphrase(Perturbation):
    """Fills each slot of a scenario's skeleton with another phrase, whose label is the same.

    Conversations that `warmhandoff.scenarios` did not compose, or that have no slot, have no variants.

    Attributes:
        k: How many variants, 1 or more.
    """

    name: ClassVar[str] = "paraphrase"
    title: ClassVar[str] = "other phrases with the same meaning"

    k: int = field(default=4, validator=ge(1))

    @property
    def names(self) -> tuple[str, ...]:
        """Numbered, because each is only another drawing."""
        return tuple(f"wording {number}" for number in range(1, self.k + 1))

    def variants(self, base: LabelledConversation, chance: Chance) -> tuple[LabelledConversation, ...]:
        """``k`` fillings, or none."""
        return tuple(
            varied(base, item.conversation.turns, f"{self.name}-{number}")
            for number, item in enumerate(paraphrases(base, self.k, chance), start=1)
        )
