"""The labelled conversations: enough of each kind, and as the rubric asks."""

import re
from collections import Counter

import pytest

from warmhandoff.datasets import conversations
from warmhandoff.labels import LabelledConversation, Phenomenon
from warmhandoff.risk import Domain, RiskLevel

ALL = conversations()
USUAL = re.compile(
    r"\b(suicid\w*|kill\w*|die|dying|dead|death|end it|hurt(ing)? myself|self-?harm\w*|overdos\w*)\b",
    re.IGNORECASE,
)


def uses_the_words(item: LabelledConversation) -> bool:
    return any(USUAL.search(turn.content) for _index, turn in item.conversation.said_by("user"))


def test_there_are_three_hundred_of_one_to_twelve_turns() -> None:
    assert len(ALL) >= 300
    assert {len(item.conversation.turns) for item in ALL} <= set(range(1, 13))


@pytest.mark.parametrize("level", RiskLevel)
def test_every_level_has_forty(level: RiskLevel) -> None:
    assert sum(item.label.risk is level for item in ALL) >= 40


@pytest.mark.parametrize("phenomenon", Phenomenon)
def test_every_phenomenon_has_twelve(phenomenon: Phenomenon) -> None:
    assert sum(phenomenon in item.label.phenomena for item in ALL) >= 12


def test_the_other_domains_have_sixty() -> None:
    others = Counter(item.label.domain for item in ALL)
    own = {Domain.SUICIDE, Domain.SELF_HARM, None}
    assert sum(count for domain, count in others.items() if domain not in own) >= 60
    assert set(Domain) <= set(others)


def test_half_of_the_risky_ones_hold_none_of_the_usual_words_and_many_harmless_ones_do() -> None:
    risky = [uses_the_words(item) for item in ALL if item.label.risky]
    harmless = [uses_the_words(item) for item in ALL if item.label.risk is RiskLevel.NONE]
    assert sum(risky) / len(risky) <= 0.5
    assert sum(harmless) / len(harmless) >= 0.3


def test_no_two_begin_alike() -> None:
    openings = Counter(" ".join(item.conversation.turns[0].content.lower().split()[:5]) for item in ALL)
    assert [opening for opening, count in openings.items() if count > 1 and opening] == []


def test_no_number_to_call_stands_in_a_dialogue() -> None:
    # Numbers are shown from the crisis lines, with source and date, and nowhere else.
    number = re.compile(r"\b(988|911|999|116 ?123|13 11 14)\b|\d{3}[- ]\d{3,4}")
    for item in ALL:
        assert not any(number.search(turn.content) for turn in item.conversation.turns), item.conversation.id
