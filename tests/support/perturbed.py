"""What the tests of every perturbation ask: conversations to perturb, and what must hold for all variants."""

import re

from attrs import evolve
from hypothesis import strategies as st

from warmhandoff.chance import seeded
from warmhandoff.evaluation.perturb import Perturbation
from warmhandoff.labels import LabelledConversation
from warmhandoff.scenarios import generate

BASES = generate(5, 204)
"""Every phenomenon a dozen times."""

bases = st.sampled_from(BASES)
seeds = st.integers(0, 10_000)


def variants(
    perturbation: Perturbation, base: LabelledConversation, seed: int
) -> tuple[LabelledConversation, ...]:
    """The variants for a seed, after the rules that hold for every kind."""
    found = perturbation.variants(base, seeded(seed))
    assert found == perturbation.variants(base, seeded(seed))
    assert len(found) in {0, len(perturbation.names)}
    assert len({variant.conversation.id for variant in found} | {base.conversation.id}) == 1 + len(found)
    for variant in found:
        assert variant.conversation.turns != base.conversation.turns
        assert evolve(variant.label, phenomena=base.label.phenomena) == base.label
        assert variant.label.phenomena[: len(base.label.phenomena)] == base.label.phenomena
        deciding = base.label.deciding_turn
        assert deciding is None or variant.conversation.turns[deciding].role == "user"
        setting = evolve(variant.conversation, turns=base.conversation.turns, id=base.conversation.id)
        assert setting == base.conversation
    return found


def own(item: LabelledConversation) -> list[str]:
    """What the person wrote, turn by turn."""
    return [turn.content for _index, turn in item.conversation.said_by("user")]


def replies(item: LabelledConversation) -> list[str]:
    """What the chatbot wrote, turn by turn."""
    return [turn.content for _index, turn in item.conversation.said_by("assistant")]


def plain(text: str) -> str:
    """The words alone, in small letters and without apostrophes, with single spaces around them."""
    bare = re.sub(r"['’]", "", text.lower())  # noqa: RUF001 - both apostrophes are typed
    words = re.findall(r"[^\W_]+", bare)
    return f" {' '.join(words)} "
