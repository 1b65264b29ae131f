"""Drawing by chance, the same on every platform.

Of all that `random` offers only ``Random(text).random()`` is promised to stay the same between versions
of Python; the rest here is made of it.
"""

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["Chance", "draw", "seeded", "shuffled"]

T = TypeVar("T")

Chance = Callable[[], float]
"""Gives the next number, 0 to below 1."""


def seeded(*names: object) -> Chance:
    """Numbers that follow from these names alone, such as a purpose and a seed."""
    return random.Random("/".join(map(str, names))).random  # noqa: S311 - reproducible, not secret


def draw(items: Sequence[T], chance: Chance) -> T:
    """One of the items; there must be one."""
    return items[int(chance() * len(items))]


def shuffled(items: Sequence[T], chance: Chance) -> list[T]:
    """The items in a drawn order."""
    drawn = sorted((chance(), number) for number in range(len(items)))
    return [items[number] for _key, number in drawn]
