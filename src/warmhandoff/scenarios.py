"""Labelled conversations composed from skeletons and phrases: same seed, same bytes, everywhere."""

import os
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from attrs import evolve

from warmhandoff.chance import Chance, draw, seeded, shuffled
from warmhandoff.datasets import DatasetError, read_jsonl, read_toml, root
from warmhandoff.labels import LabelledConversation, Phenomenon

__all__ = ["Half", "generate", "paraphrases", "phrases", "skeletons"]

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
    chance = seeded(half, seed)
    bank = _bank(half, phrase_bank)
    kinds = tuple(phenomena) if phenomena is not None else tuple(Phenomenon)
    decks = {kind: shuffled(skeletons(half, kind), chance) for kind in kinds}
    composed = []
    for number in range(n):
        deck = decks[kinds[number % len(kinds)]]
        skeleton = deck[(number // len(kinds)) % len(deck)]
        messages = _fill(skeleton, lambda slot: draw(bank[slot], chance))
        name = f"{half}-{seed}-{number:04d}"
        composed.append(LabelledConversation.from_record({**skeleton, "id": name, "messages": messages}))
    return tuple(composed)


def paraphrases(item: LabelledConversation, k: int, chance: Chance) -> tuple[LabelledConversation, ...]:
    """The same skeleton ``k`` times with another phrase in every slot.

    Args:
        item: A conversation that `generate` composed, however it was stored since.
        k: How many. They differ from one another while there are phrases enough.
        chance: From `warmhandoff.chance.seeded`.

    Returns:
        ``k`` conversations with the label of the first, or none when the conversation was not composed
        here, or of a skeleton without slots.
    """
    for half in get_args(Half):
        bank = _bank(half, None)
        for kind in item.label.phenomena:
            for skeleton in skeletons(half, kind):
                said = _fillings(skeleton, bank, item)
                if said:
                    decks = [_others(bank[slot], phrase, chance) for slot, phrase in said]
                    return tuple(_refilled(item, skeleton, decks, number) for number in range(k))
    return ()


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


def _fill(skeleton: dict[str, Any], choose: Callable[[str], str]) -> list[dict[str, Any]]:
    """The messages of a skeleton, every slot filled by choice, in reading order."""
    return [
        {**message, "content": _SLOT.sub(lambda slot: choose(slot[1]), message["content"])}
        for message in skeleton["messages"]
    ]


def _fillings(
    skeleton: dict[str, Any], bank: dict[str, tuple[str, ...]], item: LabelledConversation
) -> list[tuple[str, str]] | None:
    """Which phrase stands in which slot, in reading order; None when it is not of this skeleton."""
    turns, messages = item.conversation.turns, skeleton["messages"]
    # The rationale is a skeleton's own, so that hardly any other one is looked at.
    if skeleton["label"]["rationale"] != item.label.rationale or len(turns) != len(messages):
        return None
    said: list[tuple[str, str]] = []
    for turn, message in zip(turns, messages, strict=True):
        pieces = _SLOT.split(message["content"])
        slots = pieces[1::2]
        pieces[1::2] = [f"({'|'.join(map(re.escape, bank[slot]))})" for slot in slots]
        pieces[::2] = map(re.escape, pieces[::2])
        found = re.fullmatch("".join(pieces), turn.content)
        if found is None:
            return None
        said += zip(slots, found.groups(), strict=True)
    return said


def _others(choices: Sequence[str], said: str, chance: Chance) -> list[str]:
    return shuffled([phrase for phrase in choices if phrase != said], chance) or [said]


def _refilled(
    item: LabelledConversation, skeleton: dict[str, Any], decks: list[list[str]], number: int
) -> LabelledConversation:
    hands = iter(decks)

    def next_phrase(_slot: str) -> str:
        deck = next(hands)
        return deck[number % len(deck)]

    messages = _fill(skeleton, next_phrase)
    turns = tuple(
        evolve(turn, content=message["content"])
        for turn, message in zip(item.conversation.turns, messages, strict=True)
    )
    return evolve(item, conversation=evolve(item.conversation, turns=turns))
