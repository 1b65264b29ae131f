"""The one pass on how words are meant: how far a trigger reaches, and what ends it."""

import pytest

from warmhandoff.referral.signals import SEEN, Assertion, signals_in
from warmhandoff.referral.signals.detectors import Group, Kind, meanings


def meant(text: str) -> frozenset[Assertion]:
    """How the words *suicidal* in a text are meant, in all of its sentences together."""
    return frozenset().union(*(signal.assertions for signal in signals_in(text)))


def test_every_assertion_can_be_found_and_every_phenomenon_that_is_seen_has_one() -> None:
    for text, assertion in {
        "I am not suicidal": Assertion.NEGATED,
        "ten years ago I was suicidal": Assertion.PAST,
        "my brother is suicidal": Assertion.OTHER_PERSON,
        "if a client is suicidal": Assertion.HYPOTHETICAL,
        'she read "suicidal" aloud': Assertion.QUOTED,
        "suicidal lol": Assertion.FIGURATIVE,
    }.items():
        assert assertion in meant(text), text
    assert set(SEEN.values()) == set(Assertion)


@pytest.mark.parametrize("between", ["", "a b c d e"])
def test_a_negation_reaches_over_five_words(between: str) -> None:
    assert meant(f"not {between} suicidal") == {Assertion.NEGATED}


@pytest.mark.parametrize(
    "between",
    ["a b c d e f", "x.", "x!", "x\n", "x, y", "x (y)", "x ... y", "x but", "x because", "and", "i am"],
)
def test_and_no_farther_nor_past_what_ends_it(between: str) -> None:
    assert meant(f"not {between} suicidal") == frozenset()


def test_a_time_reaches_over_a_comma_and_not_over_the_present() -> None:
    assert meant("Ten years ago, before the children, I was suicidal") == {Assertion.PAST}
    assert meant("Ten years ago I was well and now suicidal") == frozenset()
    assert meant("Ten years ago. Suicidal") == frozenset()


def test_the_writer_ends_the_reach_of_another_person() -> None:
    assert meant("my brother, who is nineteen, is suicidal") == {Assertion.OTHER_PERSON}
    assert meant("my brother left and I am suicidal") == frozenset()


def test_what_only_looks_like_a_trigger_is_none_and_the_real_one_beside_it_is() -> None:
    assert meant("not only suicidal") == frozenset()
    assert meant("I'm not only tired, and not suicidal") == {Assertion.NEGATED}


def test_what_a_longer_trigger_holds_does_not_end_its_reach() -> None:
    # "today" would bar the past, were it not part of "ten years ago today".
    assert meant("ten years ago today he was suicidal") == {Assertion.PAST, Assertion.OTHER_PERSON}


def test_ways_of_meaning_add_up() -> None:
    assert meant("my brother is not suicidal") == {Assertion.NEGATED, Assertion.OTHER_PERSON}


def test_a_quotation_ends_on_its_line_and_may_hold_sentences() -> None:
    assert meant('she texted "It is late. Suicidal. Bye." and left') >= {Assertion.QUOTED}
    assert Assertion.QUOTED not in meant('she texted "It is late.\nSuicidal." and left')


@pytest.mark.parametrize(
    "says", ["I said", "I texted him", "I keep saying", "my note says", "the voices say"]
)
def test_what_writers_said_themselves_is_not_quoted_away(says: str) -> None:
    assert Assertion.QUOTED not in meant(f'{says} "I am suicidal" and nobody came')


def test_each_group_is_documented_and_each_assertion_has_triggers() -> None:
    groups: set[Group] = set()
    ahead = [meanings()._root]
    while ahead:
        node = ahead.pop()
        groups.update(node.owners)
        ahead += [*node.next.values(), *node.gaps.values()]
    assert all(group.describes.endswith(".") and group.source for group in groups)
    for assertion in Assertion:
        assert any(
            group.assertion is assertion and group.kind in {Kind.BEFORE, Kind.WITHIN} for group in groups
        )
    assert all(group.reach > 0 for group in groups if group.kind is Kind.BEFORE)
