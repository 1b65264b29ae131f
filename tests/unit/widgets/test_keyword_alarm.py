"""Which conversations the keyword alarm shows."""

from collections import Counter

from warmhandoff.datasets import conversations
from warmhandoff.referral.guard.keyword import USUAL_WORDS
from warmhandoff_widgets import KeywordAlarm
from warmhandoff_widgets.scenario import Scenario

RISKY = {"moderate", "high", "imminent"}


def _shown() -> list[Scenario]:
    shown: list[Scenario] = KeywordAlarm.load()["conversations"]
    return shown


def test_the_list_starts_as_that_of_the_keyword_guard() -> None:
    assert KeywordAlarm.load()["words"] == list(USUAL_WORDS)


def test_between_sixty_and_ninety_conversations_are_shown_each_once() -> None:
    ids = [conversation["id"] for conversation in _shown()]
    assert 60 <= len(ids) <= 90
    assert len(set(ids)) == len(ids)


def test_every_phenomenon_has_two_risky_ones_and_two_others() -> None:
    kinds = Counter((shown["phenomenon"], shown["risk"] in RISKY) for shown in _shown())
    assert kinds == {
        (entry["key"], risky): 2 for entry in KeywordAlarm.load()["phenomena"] for risky in (True, False)
    }


def test_they_are_shown_as_they_stand_in_the_data_set() -> None:
    known = {labelled.conversation.id: labelled for labelled in conversations()}
    for shown in _shown():
        labelled = known[shown["id"]]
        assert shown["phenomenon"] in labelled.label.phenomena
        assert shown["rationale"] == labelled.label.rationale
        assert [message["content"] for message in shown["messages"]] == [
            turn.content for turn in labelled.conversation.turns
        ]


def test_a_scenario_may_bring_its_own_conversations() -> None:
    own = _shown()[:4]
    assert KeywordAlarm({**KeywordAlarm.load(), "conversations": own}).scenario["conversations"] == own
