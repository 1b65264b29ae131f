"""Generated conversations: reproducible, labelled, and in two halves that share nothing."""

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

from warmhandoff import scenarios
from warmhandoff.chance import seeded
from warmhandoff.datasets import DatasetError
from warmhandoff.labels import Phenomenon
from warmhandoff.risk import RiskLevel
from warmhandoff.scenarios import Half, generate, paraphrases, phrases, skeletons
from warmhandoff.serialise import to_plain

GOLDEN = ["1cc", "3ae", "2ae", "0hb", "1fg", "3ee"]
HALVES: tuple[Half, ...] = ("public", "hidden")
RUN = 6  # so many words in a row that two halves share are a copy and no chance


@pytest.mark.parametrize("phenomenon", Phenomenon)
def test_every_phenomenon_has_forty_skeletons_half_of_them_hidden(phenomenon: Phenomenon) -> None:
    for half in HALVES:
        found = skeletons(half, phenomenon)
        assert len(found) >= 20
        assert all(phenomenon in skeleton["label"]["phenomena"] for skeleton in found)


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+|\{\w+\}", text.lower())


def runs(half: Half) -> set[tuple[str, ...]]:
    """Every run of words in a half's skeletons and phrases; a slot ends a run."""
    texts = [phrase for choices in phrases(half).values() for phrase in choices]
    texts += [
        piece
        for phenomenon in Phenomenon
        for skeleton in skeletons(half, phenomenon)
        for message in skeleton["messages"]
        for piece in re.split(r"\{\w+\}", message["content"])
    ]
    found = set()
    for text in texts:
        row = words(text)
        found |= {tuple(row[start : start + RUN]) for start in range(len(row) - RUN + 1)}
    return found


def test_the_halves_share_no_wording() -> None:
    assert not runs("public") & runs("hidden")
    for slot, choices in phrases("public").items():
        assert not {choice.lower() for choice in choices} & {
            choice.lower() for choice in phrases("hidden")[slot]
        }


def test_the_same_seed_gives_the_same_bytes() -> None:
    one, two = (json.dumps(to_plain(generate(7, 50))) for _run in range(2))
    assert one == two


def test_the_same_seed_gives_the_same_bytes_on_every_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    # Known draws from a small deck: another Python or platform must come to the same ones.
    deck = [{**skeletons("public", Phenomenon.JOKING)[0], "messages": message(n)} for n in range(4)]
    monkeypatch.setattr(scenarios, "skeletons", lambda _half, _kind: deck)
    monkeypatch.setattr(scenarios, "phrases", lambda _half: {"opener": tuple("abcdefgh")})
    drawn = generate(7, 6, phenomena=[Phenomenon.JOKING])
    assert [item.conversation.turns[0].content for item in drawn] == GOLDEN


def message(number: int) -> list[dict[str, str]]:
    return [{"role": "user", "content": f"{number}{{opener}}{{opener}}"}]


def test_another_seed_or_half_gives_other_conversations() -> None:
    drawn = [generate(1, 40), generate(2, 40), generate(1, 40, half="hidden")]
    texts = [{turn.content for item in items for turn in item.conversation.turns} for items in drawn]
    for one, two in pairwise(texts):
        assert one != two


def test_no_slot_is_left_open() -> None:
    for half in HALVES:
        for item in generate(3, 400, half=half):
            assert not any("{" in turn.content for turn in item.conversation.turns)


def test_each_phenomenon_has_its_share_and_all_levels_occur() -> None:
    kinds = (Phenomenon.NEGATION, Phenomenon.JOKING)
    drawn = generate(5, 40, phenomena=kinds)
    for number, item in enumerate(drawn):
        assert kinds[number % 2] in item.label.phenomena
    assert set(Counter(item.label.risk for item in generate(5, 200))) == set(RiskLevel)


def test_a_private_phrase_bank_is_used_where_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank = tmp_path / "private.toml"
    bank.write_text('[active]\nphrases = ["PRIVATE WORDS"]\n')
    monkeypatch.setenv("WARMHANDOFF_PHRASES", str(bank))
    hidden = [turn.content for item in generate(1, 300, half="hidden") for turn in item.conversation.turns]
    public = [turn.content for item in generate(1, 300) for turn in item.conversation.turns]
    assert any("PRIVATE WORDS" in text for text in hidden)
    assert not any("PRIVATE WORDS" in text for text in public)


@pytest.mark.parametrize("half", HALVES)
def test_paraphrases_exist_for_every_skeleton_with_a_slot(half: Half) -> None:
    for kind in Phenomenon:
        for item in generate(1, 42, phenomena=[kind], half=half):
            slots = has_slots(item.label.rationale, half, kind)
            found = paraphrases(item, 3, seeded(1))
            assert len(found) == 3 * slots
            assert {other.label for other in found} <= {item.label}
            assert len({each.conversation.turns for each in (item, *found)}) == 1 + len(found)


def has_slots(rationale: str, half: Half, kind: Phenomenon) -> bool:
    (skeleton,) = [it for it in skeletons(half, kind) if it["label"]["rationale"] == rationale]
    return any("{" in message["content"] for message in skeleton["messages"])


def test_a_paraphrase_of_a_paraphrase_can_lead_back() -> None:
    item = next(item for item in generate(1, 20) if paraphrases(item, 1, seeded(1)))
    (other,) = paraphrases(item, 1, seeded(1))
    assert other.conversation.turns != item.conversation.turns
    assert item.conversation.turns in {
        back.conversation.turns for seed in range(400) for back in paraphrases(other, 16, seeded(seed))
    }


def test_a_paraphrase_keeps_what_a_caller_added() -> None:
    item = next(item for item in generate(1, 20) if paraphrases(item, 1, seeded(1)))
    placed = evolve(item, conversation=evolve(item.conversation, place="GB", id="mine"))
    (other,) = paraphrases(placed, 1, seeded(1))
    assert (other.conversation.place, other.conversation.id) == ("GB", "mine")


def test_what_was_not_composed_here_has_no_paraphrase() -> None:
    item = next(item for item in generate(1, 20) if paraphrases(item, 1, seeded(1)))
    edited = evolve(item.conversation.turns[0], content="Something else.")
    turns = (edited, *item.conversation.turns[1:])
    assert not paraphrases(evolve(item, conversation=evolve(item.conversation, turns=turns)), 1, seeded(1))


@pytest.mark.parametrize(
    ("content", "mend"),
    [("[active\n", "not TOML"), ("active = 3\n", "under it"), ('[sun]\nphrases = ["x"]\n', "use one of")],
)
def test_a_bad_phrase_bank_is_one_sentence(tmp_path: Path, content: str, mend: str) -> None:
    bank = tmp_path / "private.toml"
    bank.write_text(content)
    with pytest.raises(DatasetError, match=mend):
        generate(1, 1, phrase_bank=bank)
