"""Labelled conversations composed from skeletons and phrases: same seed, same bytes, everywhere."""

import os
import random
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

from warmhandoff.datasets import DatasetError, read_jsonl, read_toml, root
from warmhandoff.labels import LabelledConversation, Phenomenon

__all__ = ["Half", "generate", "phrases", "skeletons"]

Half = Literal["public", "hidden"]

_SLOT = re.compile(r"\{([a-z_]+)\}")


def generate(
    seed: int,
    n: int,
    *,
    phenomena: Sequence[Phenomenon] | None = None,
    half: Half = "public",
    phrase_bank: Path | None = None,
) -> tuple[LabelledConversation, ...]:
    """Compose ``n`` labelled conversations.

    Args:
        seed: Any whole number; the same one gives the same conversations on every platform.
        n: How many, 0 or more.
        phenomena: Which, taken in turn so that each has its share; all of them by default.
        half: ``public`` for learners; ``hidden`` has no skeleton and no phrase in common with it.
        phrase_bank: A course's private phrases, a TOML file like ``phrases.toml``; by default the one
            that ``WARMHANDOFF_PHRASES`` names, for the hidden half only.

    Raises:
        DatasetError: a phrase bank cannot be read.
    """
    # Of all that `random` offers only `random()` is promised to stay the same between versions.
    chance = random.Random(f"{half}/{seed}").random  # noqa: S311 - reproducible, not secret
    bank = _bank(half, phrase_bank)
    kinds = tuple(phenomena) if phenomena is not None else tuple(Phenomenon)
    decks = {kind: _shuffled(skeletons(half, kind), chance) for kind in kinds}
    composed = []
    for number in range(n):
        deck = decks[kinds[number % len(kinds)]]
        skeleton = deck[(number // len(kinds)) % len(deck)]
        composed.append(_fill(skeleton, bank, chance, f"{half}-{seed}-{number:04d}"))
    return tuple(composed)


@cache
def skeletons(half: Half, phenomenon: Phenomenon) -> tuple[dict[str, Any], ...]:
    """The skeletons of a phenomenon, in the order of their file."""
    path = root() / "scenarios" / half / "skeletons" / f"{phenomenon}.jsonl"
    return tuple(record for _line, record in read_jsonl(path))


@cache
def phrases(half: Half) -> dict[str, tuple[str, ...]]:
    """What may fill each slot."""
    return _read_phrases(root() / "scenarios" / half / "phrases.toml")


def _read_phrases(path: Path) -> dict[str, tuple[str, ...]]:
    table = read_toml(path)
    try:
        return {slot: tuple(entry["phrases"]) for slot, entry in table.items()}
    except (KeyError, TypeError):
        raise DatasetError(
            f'{path.name}: a slot has no list; write [slot] and phrases = ["...", "..."] under it.'
        ) from None


def _bank(half: Half, private: Path | None) -> dict[str, tuple[str, ...]]:
    bank = phrases(half)
    if private is None and half == "hidden" and (named := os.environ.get("WARMHANDOFF_PHRASES")):
        private = Path(named)
    if private is None:
        return bank
    own = _read_phrases(private)
    if unknown := sorted(own.keys() - bank.keys()):
        raise DatasetError(
            f"{private.name} fills the slot {unknown[0]!r}, which no skeleton has; "
            f"use one of {', '.join(bank)}."
        )
    return {**bank, **{slot: filling for slot, filling in own.items() if filling}}


def _shuffled(items: Sequence[Any], chance: Any) -> list[Any]:
    drawn = [(chance(), number) for number in range(len(items))]
    return [items[number] for _key, number in sorted(drawn)]


def _fill(
    skeleton: dict[str, Any], bank: dict[str, tuple[str, ...]], chance: Any, name: str
) -> LabelledConversation:
    def phrase(slot: re.Match[str]) -> str:
        choices = bank[slot[1]]
        return choices[int(chance() * len(choices))]

    messages = [
        {**message, "content": _SLOT.sub(phrase, message["content"])} for message in skeleton["messages"]
    ]
    return LabelledConversation.from_record({**skeleton, "id": name, "messages": messages})
