"""Families: one base, one kind, every variant by name, the same on every platform."""

import hashlib
import json

import pytest
from attrs import evolve
from hypothesis import given, settings
from perturbed import BASES, seeds

from warmhandoff.errors import CourseError
from warmhandoff.evaluation.perturb import PERTURBATIONS, Family, families, suite
from warmhandoff.scenarios import generate
from warmhandoff.serialise import to_plain

ALWAYS = {"misspelling": 4, "emoji": 3, "code_switching": 5, "distance": 4, "persona": 6}


@settings(max_examples=20)
@given(seeds)
def test_every_conversation_has_a_family_of_each_kind_but_paraphrase(seed: int) -> None:
    found = suite(seed, 6)
    bases = generate(seed, 6)
    for kind, size in ALWAYS.items():
        of_kind = [family for family in found if family.kind == kind]
        assert [family.base for family in of_kind] == list(bases)
        assert all(len(family.variants) == size for family in of_kind)
    assert all(len(family.variants) == 4 for family in found if family.kind == "paraphrase")


def test_the_kinds_have_names_and_titles_of_their_own() -> None:
    assert {perturbation.name for perturbation in PERTURBATIONS} == {"paraphrase", *ALWAYS}
    assert len({perturbation.title for perturbation in PERTURBATIONS}) == len(PERTURBATIONS)
    for perturbation in PERTURBATIONS:
        assert len(set(perturbation.names)) == len(perturbation.names)


def digest(found: tuple[Family, ...]) -> str:
    return hashlib.sha256(json.dumps(to_plain(found)).encode()).hexdigest()


def test_the_same_seed_gives_the_same_bytes_and_another_one_others() -> None:
    assert digest(suite(7, 20)) == digest(suite(7, 20))
    assert digest(families(BASES[:5], 1)) != digest(families(BASES[:5], 2))


def test_leaving_a_kind_or_a_later_conversation_out_changes_no_other_family() -> None:
    whole = suite(7, 12)
    assert suite(7, 12, ["emoji"]) == tuple(family for family in whole if family.kind == "emoji")
    assert set(suite(7, 5)) <= set(whole)


def test_two_conversations_without_an_id_are_perturbed_each_for_itself() -> None:
    nameless = evolve(BASES[0], conversation=evolve(BASES[0].conversation, id=None))
    one, two = families([nameless, nameless], 1, ["code_switching"])
    assert one.variants != two.variants


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(CourseError, match="no perturbation is called 'typos'; use one of paraphrase, miss"):
        suite(1, 1, ["typos"])


def test_a_family_names_each_variant() -> None:
    with pytest.raises(ValueError, match="a name for each"):
        Family(BASES[0], "mine", (BASES[1],), ())
    with pytest.raises(ValueError, match="at least one variant"):
        Family(BASES[0], "mine", (), ())
