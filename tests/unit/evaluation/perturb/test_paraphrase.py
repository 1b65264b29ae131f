"""Other phrases, the same skeleton."""

from hypothesis import given
from perturbed import BASES, bases, own, seeds, variants

from warmhandoff.datasets import conversations
from warmhandoff.evaluation.perturb.paraphrase import Paraphrase
from warmhandoff.labels import LabelledConversation
from warmhandoff.scenarios import phrases


@given(bases, seeds)
def test_variants_differ_in_their_phrases_alone(base: LabelledConversation, seed: int) -> None:
    found = variants(Paraphrase(), base, seed)
    assert len({variant.conversation.turns for variant in found}) == len(found)
    for variant in found:
        assert len(variant.conversation.turns) == len(base.conversation.turns)
        assert variant.label == base.label


def test_most_scenarios_have_slots_to_fill() -> None:
    perturbed = [base for base in BASES if variants(Paraphrase(), base, 1)]
    assert len(perturbed) > len(BASES) / 2


def test_the_phrase_that_carries_the_risk_is_another_one_too() -> None:
    active = phrases("public")["active"]

    def of(item: LabelledConversation) -> set[str]:
        return {phrase for phrase in active for text in own(item) if phrase in text}

    checked = 0
    for base in BASES:
        if said := of(base):
            checked += 1
            for variant in variants(Paraphrase(), base, 1):
                assert of(variant)
                assert not of(variant) & said
    assert checked


def test_a_conversation_from_elsewhere_has_no_paraphrase() -> None:
    assert not any(variants(Paraphrase(), item, 1) for item in conversations()[:50])


def test_as_many_as_are_asked_for() -> None:
    found = (variants(Paraphrase(k=2), base, 1) for base in BASES)
    assert {len(family) for family in found} == {0, 2}
