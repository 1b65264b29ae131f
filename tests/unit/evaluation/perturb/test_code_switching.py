"""Another language between English sentences; each of these stays as it stands."""

from hypothesis import given
from perturbed import bases, own, plain, replies, seeds, variants

from warmhandoff.evaluation.perturb.base import sentences
from warmhandoff.evaluation.perturb.code_switching import CodeSwitching
from warmhandoff.labels import LabelledConversation


@given(bases, seeds)
def test_every_sentence_keeps_its_words_in_order(base: LabelledConversation, seed: int) -> None:
    found = variants(CodeSwitching(), base, seed)
    assert len(found) == 5
    for variant in found:
        assert replies(variant) == replies(base)
        assert variant.label == base.label
        for before, after in zip(own(base), own(variant), strict=True):
            assert plain(after) != plain(before)
            start = 0
            for sentence in sentences(before):
                start = after.index(sentence, start) + len(sentence)


@given(bases, seeds)
def test_each_variant_speaks_another_language(base: LabelledConversation, seed: int) -> None:
    found = variants(CodeSwitching(), base, seed)
    assert len({tuple(own(variant)) for variant in found}) == len(found)
