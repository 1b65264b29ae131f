"""Small talk after what was said."""

from collections.abc import Iterator
from typing import ClassVar

from attrs import field, frozen

from warmhandoff.chance import Chance, draw, shuffled
from warmhandoff.conversation import Turn
from warmhandoff.evaluation.perturb.base import Perturbation, data, varied
from warmhandoff.labels import LabelledConversation, Phenomenon

__all__ = ["Distance"]


@frozen
class Distance(Perturbation):
    """Goes on with small talk, so that what was said lies further and further back.

    The whole conversation stays in front as it was, answers to questions and all. Each exchange is a
    turn of the person and a reply; the last one ends with whoever spoke last before. Nothing in it takes
    anything back, so the label stays, and so does the index of the deciding turn.

    Attributes:
        exchanges: How many, for each variant.
    """

    name: ClassVar[str] = "distance"
    title: ClassVar[str] = "small talk between what was said and the end"

    exchanges: tuple[int, ...] = field(default=(1, 5, 20, 50))

    @property
    def names(self) -> tuple[str, ...]:
        """How much small talk."""
        return tuple(f"{count} exchange{'s' if count > 1 else ''}" for count in self.exchanges)

    def variants(self, base: LabelledConversation, chance: Chance) -> tuple[LabelledConversation, ...]:
        """One for each length; none where nobody has said anything."""
        return tuple(self._variants(base, chance)) if base.conversation.turns else ()

    def _variants(self, base: LabelledConversation, chance: Chance) -> Iterator[LabelledConversation]:
        talk, turns = data("small_talk.toml"), base.conversation.turns
        told = base.label.deciding_turn is not None
        phenomena = (Phenomenon.EARLY_DISCLOSURE_THEN_SMALL_TALK,) if told else ()
        person_last = turns[-1].role == "user"
        for number, count in enumerate(self.exchanges, start=1):
            deck = shuffled(talk["exchange"], chance)
            added = [
                Turn(role, deck[place % len(deck)][role])
                for place in range(count)
                for role in ("user", "assistant")
            ]
            if person_last:
                added = [Turn("assistant", draw(talk["acknowledgements"], chance)), *added[:-1]]
            yield varied(base, (*turns, *added), f"{self.name}-{number}", *phenomena)
