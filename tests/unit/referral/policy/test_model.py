"""A policy cannot be built wrong, and survives plain data."""

import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from policies import policies

from warmhandoff.conversation import Context, Conversation
from warmhandoff.labels import Phenomenon
from warmhandoff.referral.policy import Hours, Policy, Rule, Then, When
from warmhandoff.referral.signals.model import Assertion, Signal
from warmhandoff.risk import Disposition, Domain, RiskLevel, Urgency
from warmhandoff.serialise import from_plain, to_plain

CONTINUE = Then(Disposition.CONTINUE, Urgency.ROUTINE)
HANDOFF = Then(Disposition.WARM_HANDOFF, Urgency.NOW)


def signal(level: RiskLevel, *assertions: Assertion, domain: Domain = Domain.SUICIDE) -> Signal:
    return Signal("a.rule", domain, level, 0, 1, frozenset(assertions))


@given(policies())
def test_parse_of_serialise_is_the_same_policy(policy: Policy) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(policy))), Policy) == policy
    assert pickle.loads(pickle.dumps(policy)) == policy  # noqa: S301 - our own bytes


def test_the_same_conditions_are_equal_however_they_are_written() -> None:
    one = When(domains=(Domain.SUICIDE, Domain.ABUSE), places=("IN", "GB"))
    assert one == When(domains=(Domain.ABUSE, Domain.SUICIDE, Domain.ABUSE), places=("GB", "IN"))


@pytest.mark.parametrize(
    ("when", "met"),
    [
        (When(level=RiskLevel.HIGH), True),
        (When(level=RiskLevel.IMMINENT), False),
        (When(domains=(Domain.SUICIDE,)), True),
        (When(domains=(Domain.ABUSE,)), False),
        (When(level=RiskLevel.LOW, present=(Phenomenon.NEGATION,)), True),
        (When(level=RiskLevel.LOW, present=(Phenomenon.NEGATION, Phenomenon.THIRD_PERSON)), False),
        (When(level=RiskLevel.LOW, absent=(Phenomenon.THIRD_PERSON,)), True),
        (When(level=RiskLevel.LOW, absent=(Phenomenon.THIRD_PERSON, Phenomenon.NEGATION)), False),
    ],
)
def test_one_signal_meets_all_conditions_or_none(when: When, met: bool) -> None:
    assert when.meets(signal(RiskLevel.HIGH, Assertion.NEGATED)) is met


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        (When(places=("GB",)), True),
        (When(places=("GB-SCT", "IN")), True),
        (When(places=("GB-WLS",)), False),
        (When(age_bands=("13-17",)), True),
        (When(age_bands=("under-13",)), False),
        (When(visit=2), True),
        (When(visit=3), True),
        (When(visit=4), False),
        (When(), True),
    ],
)
def test_place_age_and_visit_are_those_of_the_setting(when: When, fits: bool) -> None:
    known = Conversation((), place="GB-SCT", context=Context(visit=3, age_band="13-17"))
    assert when.fits(known) is fits
    assert when.fits(Conversation(())) is (when == When())


@pytest.mark.parametrize(
    ("make", "mend"),
    [
        (lambda: When(present=(Phenomenon.NEGATION,)), "name 'domains' or 'level'"),
        (lambda: When(turns=2), "name 'domains' or 'level'"),
        (lambda: When(level=RiskLevel.LOW, turns=0), "turns"),
        (lambda: When(visit=0), "visit"),
        (lambda: When(level=RiskLevel.NONE), "level"),
        (lambda: When(level=RiskLevel.LOW, present=(Phenomenon.JOKING,)), "present"),
        (lambda: When(places=("England",)), "write an ISO 3166 code"),
        (lambda: When(age_bands=("teen",)), "age_bands"),
        (lambda: Then(Disposition.EMERGENCY, Urgency.DAYS), 'write urgency = "now"'),
        (lambda: Then(*HANDOFF.rank, reply="{question}"), "write {questions}"),
        (lambda: Then(*HANDOFF.rank, ask=("name",)), "ask"),
        (lambda: Policy("a", "A", (), CONTINUE, CONTINUE), "must bring in a person"),
        (
            lambda: Policy("a", "A", (Rule("late", When(staffed=False), HANDOFF),), CONTINUE, HANDOFF),
            "give the policy its hours",
        ),
        (lambda: Policy("a", "A", (HANDOFF,), CONTINUE, HANDOFF), "Rule"),
        (lambda: Policy("", "A", (), CONTINUE, HANDOFF), "name"),
    ],
)
def test_what_cannot_be_is_refused(make: Any, mend: str) -> None:
    with pytest.raises((ValueError, TypeError), match=mend):
        make()


def test_hours_may_be_asked_about_once_they_are_given() -> None:
    hours = Hours("Europe/London", ("mon-fri 09:00-17:00",))
    assert Policy("a", "A", (Rule("late", When(staffed=False), HANDOFF),), CONTINUE, HANDOFF, hours).hours
