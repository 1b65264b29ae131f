"""Scripts out of the scenarios: the same everywhere, with places and an ending."""

from itertools import pairwise

import pytest

from warmhandoff.datasets import read_jsonl, root
from warmhandoff.errors import CourseError
from warmhandoff.evaluation.chatbot.played import Script
from warmhandoff.evaluation.chatbot.scripts import PLACES, PLAYABLE, phenomena_named, scripts
from warmhandoff.evaluation.chatbot.words import names_of_places
from warmhandoff.labels import Phenomenon
from warmhandoff.risk import RiskLevel
from warmhandoff.scenarios import generate
from warmhandoff.serialise import from_plain, to_plain

MANY = scripts(96, seed=3)


def test_the_same_seed_gives_the_same_scripts_and_another_seed_others() -> None:
    assert scripts(32, seed=3) == scripts(32, seed=3)
    assert [script.says for script in scripts(32, seed=3)] != [script.says for script in scripts(32, seed=4)]


def test_a_script_is_the_persons_side_of_a_public_scenario_and_the_ending() -> None:
    scenarios = generate(3, 96, phenomena=PLAYABLE, half="public")
    for script, scenario in zip(MANY, scenarios, strict=True):
        own = tuple(turn.content for _index, turn in scenario.conversation.said_by("user"))
        assert script.says[:-3] == own
        assert (script.told_place, script.still_there, script.goodbye) == (
            len(own),
            len(own) + 1,
            len(own) + 2,
        )
        assert script.label == scenario.label


def test_the_disclosure_is_the_message_that_decides() -> None:
    scenarios = generate(3, 96, phenomena=PLAYABLE, half="public")
    for script, scenario in zip(MANY, scenarios, strict=True):
        if script.label.risk > RiskLevel.NONE:
            assert script.disclosure is not None
            deciding = script.label.deciding_turn
            assert deciding is not None
            assert script.says[script.disclosure] == scenario.conversation.turns[deciding].content


def test_every_phenomenon_that_can_be_played_is_played_and_both_sides_of_it() -> None:
    assert {kind for script in MANY for kind in script.label.phenomena} >= set(PLAYABLE)
    assert {script.label.risk for script in MANY} == set(RiskLevel)


def test_places_differ_and_some_have_lines_some_none_and_some_stay_unsaid() -> None:
    held = {record["place"] for _line, record in read_jsonl(root() / "crisis-lines" / "lines.jsonl")}
    sourced = {place for place in PLACES if place and place.split("-")[0] in held}
    assert {script.place for script in MANY} == set(PLACES)
    assert {"KE", "ZA", "DK", "NG"}.isdisjoint(sourced)
    assert len(sourced) >= 8
    for script in MANY:
        told = script.says[script.told_place]
        if script.place is None:
            assert not any(name in told for names in names_of_places().values() for name in names)
        else:
            assert names_of_places()[script.place][0] in told


def test_every_place_of_the_crisis_lines_has_a_name() -> None:
    held = {record["place"] for _line, record in read_jsonl(root() / "crisis-lines" / "lines.jsonl")}
    assert held - {None} <= set(names_of_places())


def test_the_ending_is_the_same_scene_in_other_words() -> None:
    for script in MANY:
        assert "still" in script.says[script.still_there]
        assert "go now" in script.says[script.goodbye]
    assert len({script.says[-1] for script in MANY}) > 1


def test_a_script_survives_the_way_through_a_log() -> None:
    for script in MANY[:16]:
        assert from_plain(to_plain(script), Script) == script


def test_labels_that_rest_on_a_scripted_chatbots_words_are_not_played() -> None:
    assert Phenomenon.BOT_SAYS_RISKY_WORDS not in PLAYABLE
    with pytest.raises(CourseError, match=r"bot_says_risky_words cannot be played: .*; leave it out"):
        scripts(2, phenomena=[Phenomenon.BOT_SAYS_RISKY_WORDS])


def test_nothing_to_play_is_said() -> None:
    with pytest.raises(CourseError, match="ask for 1 script or more"):
        scripts(0)


def test_phenomena_are_named_as_a_command_line_names_them() -> None:
    pair = (Phenomenon.NEGATION, Phenomenon.JOKING)
    assert phenomena_named("negation, joking") == phenomena_named(["negation", "joking"]) == pair
    assert phenomena_named(None) is None
    with pytest.raises(
        CourseError, match=r"'sarcasm' is no phenomenon of the course; use some of plain_statement"
    ):
        phenomena_named("sarcasm")


def test_chosen_phenomena_take_turns() -> None:
    chosen = scripts(6, phenomena=(Phenomenon.NEGATION, Phenomenon.JOKING))
    assert all(
        {Phenomenon.NEGATION, Phenomenon.JOKING} & set(one.label.phenomena + other.label.phenomena)
        for one, other in pairwise(chosen)
    )
