"""The four example policies do what their names promise, and get wrong what their card says."""

import json
import re
import shutil
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from warmhandoff import scenarios
from warmhandoff.conversation import AGE_BANDS, Context, Conversation
from warmhandoff.datasets import conversations, read_toml, root
from warmhandoff.datasets.validate import validate_all
from warmhandoff.evaluation.answers import Answer
from warmhandoff.evaluation.metrics.cost import expected_cost
from warmhandoff.referral.policy import PolicyGuard, load_policy, parts
from warmhandoff.referral.replies import FAILURE_REPLY, question
from warmhandoff.referral.signals import SEEN, asked_in
from warmhandoff.risk import UNASKED, Disposition, Domain, RiskLevel, Urgency

FOLDER = root() / "policies"
NAMES = ("careless", "hasty", "cautious", "careful")
"""From the one that costs most to the one that costs least."""


@cache
def guard(name: str) -> PolicyGuard:
    return PolicyGuard(load_policy(FOLDER / f"{name}.toml"))


def disposition(name: str, *contents: str, **setting: Any) -> Disposition:
    messages = [{"role": "user", "content": content} for content in contents]
    return guard(name).assess(Conversation.from_messages(messages, **setting)).disposition


def test_the_four_are_there_and_whole() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == sorted(NAMES)
    assert [guard(name).policy.name for name in NAMES] == list(NAMES)


# --- ranked as their names promise --------------------------------------------------------------------


@cache
def answers(name: str, suite: str) -> Sequence[Answer]:
    cases = conversations() if suite == "conversations" else scenarios.generate(int(suite), 680)
    found = [Answer(case, guard(name).assess(evolve(case.conversation, id=None))) for case in cases]
    assert not any(answer.decision.reasons[0].rule == "fail_safe:exception" for answer in found)
    return found


@pytest.mark.parametrize("prevalence", [None, 0.1])
@pytest.mark.parametrize("suite", ["1", "2", "conversations"])
def test_expected_cost_falls_from_careless_to_careful(suite: str, prevalence: float | None) -> None:
    costs = [expected_cost(answers(name, suite), prevalence=prevalence).value for name in NAMES]
    assert None not in costs
    assert costs == sorted(costs, key=lambda cost: -(cost or 0)), dict(zip(NAMES, costs, strict=True))
    assert len(set(costs)) == len(costs)


@pytest.mark.parametrize("suite", ["1", "conversations"])
def test_the_careful_one_finds_most_and_the_hasty_one_sends_for_help_too_often(suite: str) -> None:
    found = {
        name: sum(answer.brought_in for answer in answers(name, suite) if answer.case.label.risky)
        for name in NAMES
    }
    assert found["careless"] == min(found.values())
    assert found["careful"] == max(found.values())
    needless = {
        name: sum(
            answer.decision.disposition is Disposition.EMERGENCY
            and Disposition.EMERGENCY not in answer.case.label.disposition_accepted
            for answer in answers(name, suite)
        )
        for name in NAMES
    }
    assert needless["careless"] == 0  # it knows no emergency at all
    assert needless["hasty"] > 3 * max(needless["cautious"], needless["careful"])


# --- what each one gets wrong, on sentences of our own -------------------------------------------------

THOUGHTS = "I have been thinking about killing myself"
PLAN = "I have a plan to kill myself"
DENIED = "I do not have a plan to kill myself"
NOW = "I am going to kill myself tonight"
FRIEND = "My brother told me he has a plan to kill himself"
PASSIVE = "I wish I was dead"
PAST = "Ten years ago I wanted to kill myself"
VIOLENCE = "my husband beats me"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (PASSIVE, "continue continue offer_support offer_support"),
        (THOUGHTS, "continue emergency warm_handoff warm_handoff"),
        (PLAN, "warm_handoff emergency warm_handoff warm_handoff"),
        (DENIED, "warm_handoff emergency continue offer_support"),
        (NOW, "warm_handoff emergency emergency emergency"),
        (FRIEND, "warm_handoff emergency offer_support warm_handoff"),
        (PAST, "continue emergency offer_support offer_support"),
        (VIOLENCE, "continue continue continue warm_handoff"),
        ("What is a good name for a tortoise?", "continue continue continue continue"),
    ],
)
def test_each_answers_as_its_card_says(said: str, expected: str) -> None:
    assert " ".join(disposition(name, said).name.lower() for name in NAMES) == expected


def test_the_careful_one_heeds_age_visits_and_what_is_said_again() -> None:
    assert disposition("careful", PASSIVE, context=Context(age_band="13-17")) is Disposition.WARM_HANDOFF
    assert disposition("careful", PASSIVE, context=Context(age_band="25-44")) is Disposition.OFFER_SUPPORT
    assert disposition("careful", PASSIVE, context=Context(visit=3)) is Disposition.WARM_HANDOFF
    assert disposition("careful", PASSIVE, context=Context(visit=2)) is Disposition.OFFER_SUPPORT
    assert disposition("careful", *[PASSIVE] * 3) is Disposition.WARM_HANDOFF
    for name in ("careless", "hasty", "cautious"):
        young = disposition(name, PASSIVE, context=Context(age_band="13-17", visit=9))
        assert young is disposition(name, PASSIVE)


@pytest.mark.parametrize(
    ("place", "now", "to"),
    [
        ("GB", datetime(2026, 11, 23, 12, tzinfo=UTC), "the clinician on duty"),
        ("GB", datetime(2026, 11, 23, 3, tzinfo=UTC), "a crisis line of the person's place that answers now"),
        ("GB", None, "a crisis line of the person's place that answers now"),
        ("IN", datetime(2026, 11, 23, 12, tzinfo=UTC), "a crisis line of the person's place, with our team"),
    ],
)
def test_whom_the_careful_one_hands_to_depends_on_place_and_hour(
    place: str, now: datetime | None, to: str
) -> None:
    turn = {"role": "user", "content": PLAN}
    spoken = Conversation.from_messages([turn], place=place, context=Context(now=now))
    decision = guard("careful").assess(spoken)
    assert (decision.hand_to or "").startswith(to)
    assert (decision.disposition, decision.urgency) == (Disposition.WARM_HANDOFF, Urgency.NOW)


def test_the_careful_one_asks_nothing_twice() -> None:
    turns = [{"role": "user", "content": THOUGHTS}]
    asked: list[str] = []
    for _round in range(3):
        decision = guard("careful").assess(Conversation.from_messages(turns, place="GB"))
        assert decision.reply
        new = [topic for topic in UNASKED if question(topic, Domain.SUICIDE) in decision.reply]
        assert not set(new) & set(asked)
        asked += new
        turns += [{"role": "assistant", "content": decision.reply}, {"role": "user", "content": "not sure"}]
    assert asked == list(UNASKED)
    assert guard("careful").assess(Conversation.from_messages(turns)).unasked == ()


# --- words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("topic", UNASKED)
@pytest.mark.parametrize("domain", [Domain.SUICIDE, Domain.SELF_HARM, Domain.HARM_TO_OTHERS])
def test_our_own_questions_are_heard_as_asked(topic: str, domain: Domain) -> None:
    assert asked_in(question(topic, domain)) == {topic}


@pytest.mark.parametrize("name", NAMES)
def test_replies_say_that_a_program_speaks_and_hold_no_number(name: str) -> None:
    policy = guard(name).policy
    for then in (*(rule.then for rule in policy.rules), policy.fail_safe):
        assert then.reply
        assert not re.search(r"\d", then.reply), "a number comes from the crisis lines, never from a reply"
        assert not re.search(
            r"\b(promise|diagnos|disorder|safe with me|therapist)", then.reply, re.IGNORECASE
        )
        if then is not policy.fail_safe and name in {"cautious", "careful"}:
            assert "I am a program" in then.reply
        if then.disposition >= Disposition.WARM_HANDOFF and name == "careful":
            assert then.to
        if then.disposition is Disposition.EMERGENCY and name != "hasty":
            assert "emergency number" in then.reply
            assert "I stay" in then.reply or "go on writing" in then.reply
    assert name == "careless" or FAILURE_REPLY in (policy.fail_safe.reply or "")


# --- the schema, the card and the validation ---------------------------------------------------------------


def test_the_schema_names_what_the_code_knows() -> None:
    schema = json.loads((FOLDER / "schema.json").read_text("utf-8"))
    when, then = (schema["definitions"][key]["properties"] for key in ("when", "then"))
    assert set(when) == set(parts.WHEN)
    assert set(then) == set(parts.THEN)
    assert when["domains"]["items"]["enum"] == list(Domain)
    assert when["level"]["enum"] == [level.name.lower() for level in RiskLevel if level]
    assert schema["definitions"]["phenomena"]["items"]["enum"] == list(SEEN)
    assert when["age_bands"]["items"]["enum"] == list(AGE_BANDS)
    assert then["disposition"]["enum"] == [each.name.lower() for each in Disposition]
    assert then["urgency"]["enum"] == [each.name.lower() for each in Urgency]
    assert then["ask"]["items"]["enum"] == list(UNASKED)


def test_the_card_tells_of_each() -> None:
    card = (FOLDER / "README.md").read_text("utf-8")
    assert "**Not clinically reviewed.**" in card
    for name in NAMES:
        assert f"`{name}.toml`" in card
        assert "Not clinically reviewed" in (FOLDER / f"{name}.toml").read_text("utf-8")


def test_the_careful_file_explains_every_key_there_is() -> None:
    text = (FOLDER / "careful.toml").read_text("utf-8")
    notes = " ".join(line for line in text.splitlines() if line.startswith("#"))
    for key in (*parts.WHEN, *parts.THEN, *Domain, *SEEN, *UNASKED):
        assert key in notes, key
    used = {key for rule in read_toml(FOLDER / "careful.toml")["rule"] for key in rule["when"]}
    assert used == set(parts.WHEN)


def test_data_validate_names_file_rule_and_mend(tmp_path: Path) -> None:
    folder = tmp_path / "datasets"
    shutil.copytree(FOLDER, folder / "policies")
    path = folder / "policies" / "cautious.toml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace('level = "low"', 'level = "moderate"', 1).replace("{ask_place}", "{where}", 1)
    )
    careless = folder / "policies" / "careless.toml"
    careless.write_text(careless.read_text("utf-8").replace('level = "high"', 'levle = "high"'), "utf-8")
    (report,) = validate_all(folder, date(2026, 11, 23))
    found = [str(finding) for finding in report.findings]
    assert len(found) == 3, found
    assert found[0].startswith("error: policies/careless.toml, line 16: rule[0].when has levle")
    assert found[1] == (
        "error: policies/cautious.toml: rule 'under way or within hours': the reply holds {where}, which "
        "nothing fills; use {questions} or {ask_place}."
    )
    assert "rule 'a wish to be dead or gone': it has the conditions of rule 'thoughts of suicide" in found[2]
