"""What every simulation does with its scenario, its keywords and its traits."""

import copy
import inspect
import json
import re
from pathlib import Path
from typing import Any, cast

import pytest

from warmhandoff.datasets import root
from warmhandoff_widgets import (
    SIMULATIONS,
    ForgottenDisclosure,
    KeywordAlarm,
    PracticeForm,
    Question,
    Simulation,
)
from warmhandoff_widgets.scenario import ScenarioError


@pytest.mark.parametrize(
    ("given", "nearest"), [("word", "words"), ("treshold", "threshold"), ("Scenario", "scenario")]
)
def test_an_unknown_keyword_is_refused_and_the_nearest_named(given: str, nearest: str) -> None:
    with pytest.raises(TypeError, match=f"no keyword '{given}': did you mean '{nearest}'"):
        KeywordAlarm(**{given: cast("Any", 1)})


def test_a_keyword_like_no_other_is_refused_too() -> None:
    with pytest.raises(TypeError, match="leave it out"):
        ForgottenDisclosure(zzz=1)


@pytest.mark.parametrize("simulation", SIMULATIONS)
def test_every_simulation_refuses_what_it_does_not_know(simulation: type[Simulation]) -> None:
    with pytest.raises(TypeError, match=r"\(\) has no keyword 'scenari': did you mean 'scenario'\?"):
        simulation(scenari=cast("Any", 1))


@pytest.mark.parametrize("simulation", SIMULATIONS)
def test_every_keyword_is_described_with_its_default(simulation: type[Simulation]) -> None:
    described = inspect.getdoc(simulation) or ""
    for keyword in simulation.SETTINGS:
        entry = re.search(rf"^    {keyword}: (.*?)(?=^    \w|^\w|\Z)", described, re.DOTALL | re.MULTILINE)
        assert entry, keyword
        assert "efault" in entry[1], keyword


def test_there_are_eighteen_in_the_order_of_the_lessons() -> None:
    lessons = [simulation.lesson for simulation in SIMULATIONS]
    assert len(lessons) == 18
    assert lessons == sorted(lessons)
    assert len({simulation.name for simulation in SIMULATIONS}) == 18


@pytest.mark.parametrize("simulation", SIMULATIONS)
def test_the_shipped_scenario_is_sound(simulation: type[Simulation]) -> None:
    assert simulation().scenario["simulation"] == simulation.name


@pytest.mark.parametrize("simulation", SIMULATIONS)
def test_the_scenario_is_the_same_each_time(simulation: type[Simulation]) -> None:
    assert json.dumps(simulation().scenario) == json.dumps(simulation().scenario)


@pytest.mark.parametrize("simulation", SIMULATIONS)
def test_what_a_debrief_cites_is_among_the_references(simulation: type[Simulation]) -> None:
    records = json.loads((root() / "references" / "references.json").read_text("utf-8"))
    debrief = simulation.load()["debrief"]
    cited = {claim["key"] for claim in [*debrief["evidence"], *debrief["counter"]] if "key" in claim}
    assert cited
    assert cited <= {record["id"] for record in records}


def _set(scenario: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    changed = copy.deepcopy(scenario)
    place: Any = changed
    *way, last = path.split(".")
    for step in way:
        place = place[int(step) if step.isdigit() else step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return changed


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("threshold", 9, "threshold must be smaller than or equal to 5"),
        ("title", None, "the top lacks title"),
        ("titel", "x", "the top has titel, which nothing reads"),
        ("debrief.evidence.0.key", None, r"debrief.evidence\[0\] lacks key"),
        ("debrief.mechanism", "x" * 601, "debrief.mechanism must be shorter"),
        (
            "conversations.0.messages.0.role",
            "system",
            r"conversations\[0\].messages\[0\].role must be",
        ),
        ("conversations.0.messages.0.content", "x" * 4001, "content must be shorter"),
        ("conversations.3.phenomenon", "unheard-of", r"conversations\[3\].phenomenon is not in phenomena"),
        ("conversations.1.id", "plain_statement-01", "conversations holds the id 'plain_statement-01' twice"),
        ("prediction.start", 1000, "prediction.start lies outside"),
        ("simulation", "forgotten_disclosure", "write 'keyword_alarm' there"),
    ],
)
def test_a_wrong_scenario_is_refused_with_file_and_field(
    tmp_path: Path, path: str, value: object, said: str
) -> None:
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(_set(KeywordAlarm.load(), path, value)), "utf-8")
    with pytest.raises(ScenarioError, match=said) as caught:
        KeywordAlarm(file)
    assert str(caught.value).startswith("mine.json: ")
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("disclosure", 1, "disclosure names no message of the user"),
        ("disclosure", 9, "disclosure names no message of the user"),
        ("window", 1, "window must be bigger"),
        ("topics", [], "topics must contain at least 3"),
    ],
)
def test_a_disclosure_that_cannot_be_forgotten_is_refused(field: str, value: object, said: str) -> None:
    with pytest.raises(ScenarioError, match=said):
        ForgottenDisclosure({**ForgottenDisclosure.load(), field: value})


def test_two_topics_of_one_name_are_refused() -> None:
    topics = ForgottenDisclosure.load()["topics"]
    with pytest.raises(ScenarioError, match=r"topics holds the id .* twice"):
        ForgottenDisclosure({**ForgottenDisclosure.load(), "topics": [*topics, topics[0]]})


@pytest.mark.parametrize(("text", "said"), [("{", "is not JSON"), ("[]", "holds no object")])
def test_a_broken_file_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "mine.json"
    path.write_text(text, "utf-8")
    with pytest.raises(ScenarioError, match=said):
        KeywordAlarm(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="does not exist"):
        KeywordAlarm(tmp_path / "gone.json")


def test_keywords_change_the_scenario_and_are_held_to_the_schema() -> None:
    alarm = KeywordAlarm(words=["goodbye"], threshold=2)
    assert (alarm.scenario["words"], alarm.scenario["threshold"]) == (["goodbye"], 2)
    assert ForgottenDisclosure(window=20, pinned=True).scenario["window"] == 20
    with pytest.raises(ScenarioError, match="window must be smaller"):
        ForgottenDisclosure(window=21)


def test_actions_can_be_given_and_the_rest_is_empty_until_shown() -> None:
    action = {"type": "predict", "guess": 10, "confidence": 50}
    alarm = KeywordAlarm(actions=[action])
    assert (alarm.actions, alarm.outcome, alarm.transcript) == ([action], {}, "")


def test_the_text_form_holds_no_address() -> None:
    assert repr(KeywordAlarm()) == "KeywordAlarm()"


@pytest.mark.parametrize("widget", [*SIMULATIONS, PracticeForm, Question])
def test_every_trait_says_its_default(widget: type) -> None:
    source = "".join(inspect.getsource(base) for base in widget.__mro__ if "warmhandoff" in base.__module__)
    traits = source.count(".tag(sync=True)")
    documented = source.count('.tag(sync=True)\n    """')
    assert traits == documented > 0
