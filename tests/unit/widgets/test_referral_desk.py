"""The referral desk: PolicyGuard decides as the page does, and a policy is saved whole or not at all."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from warmhandoff.chance import draw, seeded
from warmhandoff.conversation import Context, Conversation
from warmhandoff.datasets import conversations
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.policy import PolicyError, PolicyGuard, load_policy
from warmhandoff.referral.replies import ASK_PLACE
from warmhandoff_widgets.referral_desk import ReferralDesk
from warmhandoff_widgets.scenario import Scenario, ScenarioError

ROOT = Path(__file__).parents[3]
NODE = shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}") or "node"
ANSWERS = ("none", "support", "days", "today", "now", "emergency")
CONVENTION = {
    "suicide_imminent": "emergency",
    "suicide_high": "now",
    "suicide_moderate": "days",
    "suicide_low": "support",
    "other_imminent": "emergency",
    "other_high": "now",
    "other_moderate": "days",
    "other_low": "support",
}
"""What the course's convention gives a level, as the policies of the course do."""


def _desk(
    rows: dict[str, str], *, on: str = "", answers: dict[str, str] | None = None, closes: int = 17
) -> Any:
    """Settings by the rows and the names of what is ticked."""
    ticked = on.split()
    return {
        "settings": {
            "title": "A policy",
            "to": "somebody",
            "rows": rows,
            "ignore": {key: key in ticked for key in ("denied", "past", "others")},
            "extras": {key: key in ticked for key in ("young", "repeated", "returning", "night")},
        },
        "answers": answers or {},
        "events": [],
        "staff": 2,
        "closes": closes,
    }


def _every(answer: str) -> dict[str, str]:
    return dict.fromkeys(CONVENTION, answer)


def _any(seed: int) -> Any:
    chance = seeded("desks", seed)
    ticks = ("denied", "past", "others", "young", "repeated", "returning", "night")
    return _desk(
        {row: draw(ANSWERS, chance) for row in CONVENTION},
        on=" ".join(tick for tick in ticks if chance() < 0.5),
        answers={
            "down": draw(("person", "emergency"), chance),
            "place": draw(("ask", "guess", "nothing"), chance),
            "unsafe": draw(("quiet", "call_back", "note"), chance),
        },
        closes=draw(range(12, 25), chance),
    )


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return ReferralDesk.load()


def _made(scenario: Scenario, desks: list[Any]) -> list[Any]:
    """What the browser's model makes of them."""
    ran = subprocess.run(
        [NODE, str(ROOT / "tests" / "support" / "referral_desk.mjs")],
        input=json.dumps({"scenario": scenario, "desks": desks}),
        capture_output=True,
        text=True,
        check=True,
    )
    made: list[Any] = json.loads(ran.stdout)
    return made


def _conversations(scenario: Scenario) -> Iterator[Conversation]:
    for arrival, record in zip(scenario["day"], scenario["conversations"], strict=True):
        hour, minute = map(int, arrival["at"].split(":"))
        now = datetime(2026, 11, 24, hour, minute, tzinfo=ZoneInfo(scenario["time_zone"]))
        yield Conversation.from_messages(
            record["messages"],
            id=record["id"],
            place=arrival["place"] if arrival["told"] else None,
            context=Context(now=now, visit=arrival.get("visit"), age_band=record["age_band"]),
        )


def _plain(decision: ReferralDecision) -> dict[str, Any]:
    first, *others = decision.reasons
    return {
        "disposition": decision.disposition.name.lower(),
        "urgency": decision.urgency.name.lower(),
        "rule": first.rule,
        "where": (first.domain, first.turn, first.start, first.end),
        "others": [reason.rule for reason in others],
    }


def _from_browser(decision: dict[str, Any]) -> dict[str, Any]:
    reason = decision["reason"] or dict.fromkeys(("domain", "turn", "start", "end"))
    return {
        **{key: decision[key] for key in ("disposition", "urgency", "rule", "others")},
        "where": tuple(reason[key] for key in ("domain", "turn", "start", "end")),
    }


def _written(folder: Path, text: str) -> Path:
    path = folder / "policy.toml"
    path.write_text(text, "utf-8")
    return path


DESKS = {
    "strong words, as careless": _desk({**_every("none"), "suicide_high": "today"}),
    "every sign, as hasty": _desk({**_every("none"), "suicide_moderate": "emergency"}),
    "suicide only, as cautious": _desk(
        {row: answer if row.startswith("suicide") else "none" for row, answer in CONVENTION.items()},
        on="denied past others",
    ),
    "everything, as careful": _desk(CONVENTION, on="denied past young repeated returning night"),
    "everything an emergency": _desk(_every("emergency")),
    "everything now, at night too": _desk(_every("now"), on="night young repeated returning", closes=24),
    "support for everything": _desk(_every("support"), on="young"),
    "only rules of their own": _desk(_every("none"), on="young repeated returning night"),
    "upside down": _desk(dict(zip(CONVENTION, reversed(CONVENTION.values()), strict=True)), on="night past"),
    **{f"by chance {seed}": _any(seed) for seed in range(40)},
}


def test_policy_guard_decides_as_the_page_does(scenario: Scenario, tmp_path: Path) -> None:
    start = {**_desk({}), "settings": scenario["start"]}
    desks = {"the one on the desk": start, **DESKS}
    talks = list(_conversations(scenario))
    for name, made in zip(desks, _made(scenario, list(desks.values())), strict=True):
        assert made["complaint"] is None, name
        guard = PolicyGuard(load_policy(_written(tmp_path, made["policy"])))
        for talk, decided in zip(talks, made["decisions"], strict=True):
            assert _plain(guard.assess(talk)) == _from_browser(decided), (name, talk.id)


def test_it_decides_so_on_every_conversation_of_the_course(scenario: Scenario, tmp_path: Path) -> None:
    ids = [item.conversation.id for item in conversations()]
    times = [f"{number % 24:02}:30" for number in range(len(ids))]
    day = [
        {"id": name, "at": at, "place": "GB", "told": number % 2 == 0, "visit": 1 + number % 4}
        for number, (name, at) in enumerate(zip(ids, times, strict=True))
    ]
    full = ReferralDesk.prepare({**scenario, "conversations": [], "day": day})
    names = ("everything, as careful", "everything now, at night too")
    talks = list(_conversations(full))
    assert len(talks) > 300
    for name, made in zip(names, _made(full, [DESKS[name] for name in names]), strict=True):
        guard = PolicyGuard(load_policy(_written(tmp_path, made["policy"])))
        for talk, decided in zip(talks, made["decisions"], strict=True):
            assert _plain(guard.assess(talk)) == _from_browser(decided), (name, talk.id)


def test_a_failure_is_answered_as_the_page_does(
    scenario: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day_long = {**scenario, "outage": {"from": "00:00", "to": "23:59"}}
    desks = [
        {**_desk(CONVENTION, answers={"down": answer}), "events": ["down"]}
        for answer in ("person", "emergency")
    ]

    def broken(_text: str) -> None:
        raise RuntimeError("down")

    monkeypatch.setattr("warmhandoff.referral.policy.guard.signals_in", broken)
    for made in _made(day_long, desks):
        guard = PolicyGuard(load_policy(_written(tmp_path, made["policy"])))
        for talk, decided in zip(_conversations(scenario), made["decisions"], strict=True):
            answer = guard.assess(talk)
            assert answer.fail_safe
            assert answer.disposition.name.lower() == decided["disposition"]
            assert answer.urgency.name.lower() == decided["urgency"]
            assert (ASK_PLACE in (answer.reply or "")) is (talk.place is None)


@pytest.mark.parametrize(
    ("desk", "words"),
    [
        (_desk(_every("none")), "no rules"),
        (_desk(CONVENTION, answers={"down": "go_on"}), "a failure must bring in a person"),
    ],
)
def test_what_the_page_refuses_is_refused(scenario: Scenario, tmp_path: Path, desk: Any, words: str) -> None:
    [made] = _made(scenario, [desk])
    assert words in made["complaint"].lower()
    with pytest.raises(PolicyError, match=words):
        load_policy(_written(tmp_path, made["policy"]))


@pytest.mark.parametrize(
    "typed",
    ['"]\n[fail_safe]\n', "back\\slash\\", '"""', "\x00\x7f\x85\u2028", "{questions} {none}", "<script>"],
)
def test_whatever_is_typed_the_file_can_be_read(scenario: Scenario, tmp_path: Path, typed: str) -> None:
    desk = _desk(CONVENTION)
    desk["settings"] |= {"title": typed, "to": typed}
    [made] = _made(scenario, [desk])
    policy = load_policy(_written(tmp_path, made["policy"]))
    assert len(policy.rules) > len(CONVENTION)
    assert policy.title in {" ".join(typed.split()), scenario["start"]["title"]} or typed.startswith("\x00")


def test_the_labels_and_words_are_those_of_the_data_set(scenario: Scenario) -> None:
    known = {item.conversation.id: item for item in conversations()}
    for record in scenario["conversations"]:
        item = known[record["id"]]
        assert record["risk"] == item.label.risk.name.lower()
        assert [message["content"] for message in record["messages"]] == [
            turn.content for turn in item.conversation.turns
        ]


def test_a_yes_to_the_bots_question_is_heard(scenario: Scenario) -> None:
    own = {
        "id": "own",
        "messages": [
            {"role": "user", "content": "bad week"},
            {"role": "assistant", "content": "Are you thinking about killing yourself?"},
            {"role": "user", "content": "yes"},
        ],
        "age_band": None,
        "risk": "moderate",
        "accepted": ["warm_handoff"],
        "urgency": "days",
        "rationale": "A yes.",
    }
    small = {
        **scenario,
        "conversations": [own],
        "day": [{"id": "own", "at": "09:00", "place": "GB", "told": False}, scenario["day"][-1]],
        "prediction": {**scenario["prediction"], "max": 2, "start": 0},
    }
    heard = next(
        record["signals"] for record in ReferralDesk.load(small)["conversations"] if record["id"] == "own"
    )
    assert [(signal["turn"], signal["domain"]) for signal in heard] == [(2, "suicide")]


STRANGER = {"id": "nobody-01", "at": "09:00", "place": "GB", "told": True}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"day": [dict(STRANGER), {**STRANGER, "id": "nobody-02"}]}, "no conversation"),
        ({"day": [STRANGER] * 2}, "day holds the id 'nobody-01' twice"),
        ({"closes": 25}, "closes"),
        ({"staff": 0}, "staff"),
    ],
)
def test_a_scenario_that_cannot_be_played_is_refused(change: Scenario, words: str) -> None:
    with pytest.raises(ScenarioError, match=words):
        ReferralDesk.load({**ReferralDesk.load(), **change})


def test_a_reply_that_makes_no_policy_is_refused(scenario: Scenario) -> None:
    replies = {**scenario["replies"], "young": "{question}"}
    with pytest.raises(ScenarioError, match=r"replies\.young: the reply holds {question}"):
        ReferralDesk.load({**scenario, "replies": replies})


def test_the_prediction_reaches_to_everybody_in_need(scenario: Scenario) -> None:
    with pytest.raises(ScenarioError, match=r"prediction\.max is 3 and 19 of the day need a person"):
        ReferralDesk.load({**scenario, "prediction": {**scenario["prediction"], "max": 3, "start": 1}})


def test_saving_writes_a_policy_that_can_be_used(scenario: Scenario, tmp_path: Path) -> None:
    [made] = _made(scenario, [_desk(CONVENTION)])
    path = tmp_path / "policy.toml"
    desk = ReferralDesk(path=path)
    desk.save(made["policy"])
    assert desk.saved == {"saved": True, "number": 1, "line": desk.saved["line"]}
    assert str(path) in desk.saved["line"]
    assert load_policy(path).name == "referral-desk"
    assert list(tmp_path.iterdir()) == [path]


def test_a_policy_that_cannot_be_used_leaves_the_old_file(scenario: Scenario, tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text("what was there", "utf-8")
    [made] = _made(scenario, [_desk(_every("none"))])
    desk = ReferralDesk(path=path)
    for number, text in enumerate((made["policy"], "not toml [", 7, "", None, "\ud800"), start=1):
        desk.save(text)
        assert desk.saved["saved"] is False
        assert desk.saved["number"] == number
        assert desk.saved["line"].startswith("Not saved: ")
        assert path.read_text("utf-8") == "what was there"


def test_a_place_that_cannot_be_written_to_is_told(scenario: Scenario, tmp_path: Path) -> None:
    [made] = _made(scenario, [_desk(CONVENTION)])
    desk = ReferralDesk(path=tmp_path / "nowhere" / "policy.toml")
    desk.save(made["policy"])
    assert desk.saved["saved"] is False
    assert "choose another path" in desk.saved["line"]


def test_the_button_and_the_outcome_are_saved_alike(scenario: Scenario, tmp_path: Path) -> None:
    [made] = _made(scenario, [_desk(CONVENTION)])
    desk = ReferralDesk(path=tmp_path / "policy.toml")
    desk._handle_custom_msg({"type": "save", "policy": made["policy"]}, [])
    assert desk.saved["saved"] is True
    desk.outcome = {"policy": made["policy"]}
    desk.save()
    assert (desk.saved["saved"], desk.saved["number"]) == (True, 2)


def test_an_unknown_keyword_names_the_nearest() -> None:
    with pytest.raises(TypeError, match="did you mean 'path'"):
        ReferralDesk(pth="policy.toml")
