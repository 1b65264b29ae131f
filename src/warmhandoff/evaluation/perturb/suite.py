"""The suite: one family of variants for every conversation and perturbation."""

from collections.abc import Sequence

from attrs import field, frozen
from attrs.validators import deep_iterable, instance_of

from warmhandoff.chance import seeded
from warmhandoff.errors import CourseError
from warmhandoff.evaluation.perturb.base import Perturbation
from warmhandoff.evaluation.perturb.code_switching import CodeSwitching
from warmhandoff.evaluation.perturb.distance import Distance
from warmhandoff.evaluation.perturb.emoji import Emoji
from warmhandoff.evaluation.perturb.misspelling import Misspelling
from warmhandoff.evaluation.perturb.paraphrase import Paraphrase
from warmhandoff.evaluation.perturb.persona import Persona
from warmhandoff.labels import LabelledConversation
from warmhandoff.scenarios import Half, generate

__all__ = ["PERTURBATIONS", "Family", "families", "suite"]

PERTURBATIONS: tuple[Perturbation, ...] = (
    Paraphrase(),
    Misspelling(),
    Emoji(),
    CodeSwitching(),
    Distance(),
    Persona(),
)
"""The suite, in the order in which it is reported."""


@frozen
class Family:
    """One conversation, said in several ways.

    Attributes:
        base: As it was.
        kind: The perturbation's name.
        variants: The other ways, at least one.
        names: What each of them is called.
    """

    base: LabelledConversation = field(validator=instance_of(LabelledConversation))
    kind: str = field(validator=instance_of(str))
    variants: tuple[LabelledConversation, ...] = field(
        validator=deep_iterable(instance_of(LabelledConversation), instance_of(tuple))
    )
    names: tuple[str, ...] = field(validator=deep_iterable(instance_of(str), instance_of(tuple)))

    def __attrs_post_init__(self) -> None:
        """A family has variants, and each has a name."""
        if not self.variants or len(self.variants) != len(self.names):
            raise ValueError(
                f"a family of {len(self.variants)} variants has {len(self.names)} names; "
                "give at least one variant, and a name for each."
            )


def suite(
    seed: int, n: int, kinds: Sequence[str] | None = None, *, half: Half = "public"
) -> tuple[Family, ...]:
    """The families of ``n`` composed conversations.

    Args:
        seed: Any whole number; the same one gives the same families on every platform.
        n: How many conversations, 0 or more.
        kinds: Names of perturbations; all of them by default.
        half: Which half of the scenarios.

    Raises:
        CourseError: there is no perturbation of that name.
    """
    return families(generate(seed, n, half=half), seed, kinds)


def families(
    bases: Sequence[LabelledConversation], seed: int, kinds: Sequence[str] | None = None
) -> tuple[Family, ...]:
    """The families of conversations of your own. See `suite`.

    A conversation that a perturbation cannot say otherwise has no family there: paraphrases need the
    skeleton of a scenario.
    """
    chosen = PERTURBATIONS if kinds is None else tuple(map(_named, kinds))
    # Each family draws for itself, so that leaving a kind or a conversation out changes no other.
    drawn = (
        (base, kind, kind.variants(base, seeded(kind.name, seed, base.conversation.id, number)))
        for kind in chosen
        for number, base in enumerate(bases)
    )
    return tuple(Family(base, kind.name, variants, kind.names) for base, kind, variants in drawn if variants)


def _named(name: str) -> Perturbation:
    for perturbation in PERTURBATIONS:
        if perturbation.name == name:
            return perturbation
    known = ", ".join(perturbation.name for perturbation in PERTURBATIONS)
    raise CourseError(f"no perturbation is called {name[:40]!r}; use one of {known}.")
