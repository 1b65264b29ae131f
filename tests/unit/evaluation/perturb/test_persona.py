"""Other registers; the words stay."""

import pytest
from hypothesis import given
from perturbed import bases, own, plain, replies, seeds, variants

from warmhandoff.evaluation.perturb.persona import _STYLES, Persona
from warmhandoff.labels import LabelledConversation, Phenomenon


@given(bases, seeds)
def test_every_message_keeps_its_words_in_order(base: LabelledConversation, seed: int) -> None:
    found = variants(Persona(), base, seed)
    assert len(found) == len(Persona().names)
    for variant in found:
        assert replies(variant) == replies(base)
        for before, after in zip(own(base), own(variant), strict=True):
            assert plain(before) in plain(after)
            assert after.count("?") >= before.count("?")
        assert plain(own(variant)[0]) != plain(own(base)[0])


@given(bases, seeds)
def test_each_variant_is_another_register(base: LabelledConversation, seed: int) -> None:
    found = variants(Persona(), base, seed)
    assert len({tuple(own(variant)) for variant in found}) == len(found)


@given(bases, seeds)
def test_only_a_teenagers_typing_adds_slips(base: LabelledConversation, seed: int) -> None:
    slips = Phenomenon.MISSPELLING_SLANG
    for name, variant in zip(Persona().names, variants(Persona(), base, seed), strict=True):
        assert (slips in variant.label.phenomena) == (name == "teenager" or slips in base.label.phenomena)


TEXT = 'I can\'t, at 10.30, say "So what?" Really! No...'
STYLED = {
    "as_written": TEXT,
    "lower_case": 'i cant at 10.30 say "so what?" really\nno',
    "run_on": 'I can\'t at 10.30 say "So what?" Really No',
    "capitals": 'I CAN\'T, AT 10.30, SAY "SO WHAT?" REALLY! NO...',
}


@pytest.mark.parametrize("style", _STYLES)
def test_the_surface_of_each_style(style: str) -> None:
    assert _STYLES[style](TEXT) == STYLED[style]
