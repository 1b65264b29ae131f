"""Chance that is the same everywhere."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.chance import draw, seeded, shuffled


def test_the_draws_are_the_same_on_every_platform() -> None:
    chance = seeded("a", 7)
    assert [draw("abcdefgh", chance) for _draw in range(8)] == list("fegfdbhf")
    assert "".join(shuffled("abcdefgh", chance)) == "hacegbdf"


def test_another_name_draws_otherwise() -> None:
    assert [seeded("a", 1)() for _ in range(3)] != [seeded("a", 2)() for _ in range(3)]


@given(st.lists(st.integers()), st.integers())
def test_a_shuffle_loses_nothing(items: list[int], seed: int) -> None:
    assert Counter(shuffled(items, seeded(seed))) == Counter(items)
