"""Rules that never answer, and rules that contradict, are named with the mend."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from policies import LEVELS, policies, some, whens

from warmhandoff.conversation import AGE_BANDS, Context, Conversation
from warmhandoff.labels import Phenomenon
from warmhandoff.referral.policy import Hours, Policy, Rule, Then, When
from warmhandoff.referral.policy import review as module
from warmhandoff.referral.policy.review import covers, review
from warmhandoff.referral.signals import rules
from warmhandoff.referral.signals.model import SEEN, Assertion, Signal
from warmhandoff.risk import Disposition, Domain, RiskLevel, Urgency

CONTINUE = Then(Disposition.CONTINUE, Urgency.ROUTINE)
OFFER = Then(Disposition.OFFER_SUPPORT, Urgency.DAYS)
HANDOFF = Then(Disposition.WARM_HANDOFF, Urgency.NOW)
LATER = Then(Disposition.WARM_HANDOFF, Urgency.DAYS)
OFFICE = Hours("Europe/London", ("mon-fri 09:00-17:00",))

ANY = When(level=RiskLevel.LOW)
HIGH = When(level=RiskLevel.HIGH)
SUICIDE = When(domains=(Domain.SUICIDE,))


def found(*rules: tuple[When, Then], default: Then = CONTINUE, hours: Hours = OFFICE) -> list[str]:
    named = [Rule("abcdef"[number], when, then) for number, (when, then) in enumerate(rules)]
    policy = Policy("p", "P", named, default, HANDOFF, hours)
    return [f"{policy.rules[position].name}: {complaint}" for position, complaint in review(policy)]


def test_a_ladder_of_levels_is_left_in_peace() -> None:
    assert not found((HIGH, HANDOFF), (ANY, OFFER), (SUICIDE, LATER))


@pytest.mark.parametrize(
    ("rules", "complaint"),
    [
        (
            [(ANY, HANDOFF), (HIGH, OFFER)],
            "b: it never answers: rule 'a' holds whenever it does and answers hi",
        ),
        (
            [(HIGH, OFFER), (ANY, HANDOFF)],
            "a: it never answers: rule 'b' holds whenever it does and answers hi",
        ),
        (
            [(ANY, OFFER), (SUICIDE, OFFER)],
            "b: it never answers: rule 'a' holds whenever it does and answers as",
        ),
        ([(ANY, OFFER), (When(level=RiskLevel.LOW, turns=2), OFFER)], "b: it never answers: rule 'a'"),
        ([(ANY, OFFER), (When(level=RiskLevel.LOW, visit=2), OFFER)], "b: it never answers: rule 'a'"),
        ([(When(visit=2), OFFER), (When(visit=3), OFFER)], "b: it never answers: rule 'a'"),
        ([(When(places=("GB",)), OFFER), (When(places=("GB-SCT",)), OFFER)], "b: it never answers: rule 'a'"),
        ([(ANY, OFFER), (ANY, OFFER)], "b: it says what rule 'a' says; take one of them out."),
        ([(ANY, OFFER), (ANY, HANDOFF)], "b: it has the conditions of rule 'a' and another answer"),
    ],
)
def test_a_rule_that_never_answers_is_told_with_the_one_in_its_place(
    rules: list[tuple[When, Then]], complaint: str
) -> None:
    told = found(*rules)
    assert len(told) == 1
    assert told[0].startswith(complaint)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (SUICIDE, When(domains=(Domain.ABUSE,))),
        (When(level=RiskLevel.LOW, turns=2), ANY),
        (When(level=RiskLevel.LOW, present=(Phenomenon.NEGATION,)), ANY),
        (When(level=RiskLevel.LOW, absent=(Phenomenon.NEGATION,)), ANY),
        (When(level=RiskLevel.LOW, places=("GB",)), ANY),
        (When(level=RiskLevel.LOW, places=("GB-SCT",)), When(level=RiskLevel.LOW, places=("GB",))),
        (When(level=RiskLevel.LOW, age_bands=AGE_BANDS), ANY),  # an unknown age is of no band
        (When(level=RiskLevel.LOW, staffed=False), ANY),
        (ANY, When(visit=2)),
    ],
)
def test_a_narrower_rule_before_a_broader_one_takes_nothing(first: When, second: When) -> None:
    assert not found((first, OFFER), (second, OFFER))


def test_the_default_holds_always() -> None:
    told = found((ANY, OFFER), (HIGH, HANDOFF), default=LATER)
    assert told == ["a: it never answers: [default] always holds and answers higher; raise its answer."]
    assert not found((ANY, OFFER), default=OFFER)


def test_with_and_without_the_same_can_never_hold() -> None:
    both = When(level=RiskLevel.LOW, present=(Phenomenon.NEGATION,), absent=(Phenomenon.NEGATION,))
    assert found((both, OFFER)) == ["a: it can never hold, with and without negation; take one of them out."]


@pytest.mark.parametrize(
    ("shifts", "staffed", "effect"),
    [
        (("mon-sun 00:00-24:00",), True, "holds at any time that is known, because every hour"),
        (("mon-sun 00:00-24:00",), False, "can hold only when the time is unknown, because every hour"),
        ((), True, "can never hold, because no hour"),
        ((), False, "always holds, because no hour"),
    ],
)
def test_hours_that_never_change_say_nothing(shifts: tuple[str, ...], staffed: bool, effect: str) -> None:
    told = found((When(level=RiskLevel.LOW, staffed=staffed), OFFER), hours=Hours("UTC", shifts))
    assert len(told) == 1
    assert f"staffed = {str(staffed).lower()} {effect}" in told[0]
    assert not found((ANY, OFFER), hours=Hours("UTC", shifts))


def test_a_name_stands_for_one_rule() -> None:
    rules = [Rule("a", ANY, OFFER), Rule("a", HIGH, HANDOFF)]
    told = list(review(Policy("p", "P", rules, CONTINUE, HANDOFF)))
    assert told == [(place, "2 rules have this name; give each its own.") for place in (0, 1)]


def test_a_level_that_nothing_detects_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    few = [
        rule
        for rule in rules()
        if rule.domain is not Domain.ABUSE
        and not (rule.domain is Domain.SCOPE and rule.level > RiskLevel.LOW)
    ]
    monkeypatch.setattr(module, "rules", lambda: few)
    assert found((When(domains=(Domain.ABUSE,)), OFFER), (HIGH, HANDOFF)) == [
        "a: no signal of abuse reaches low; leave it out."
    ]
    assert found((When(domains=(Domain.SCOPE,), level=RiskLevel.HIGH), OFFER)) == [
        "a: no signal of scope reaches high; ask for low at most."
    ]


def test_every_domain_and_level_has_a_detector() -> None:
    for domain in Domain:
        assert not found((When(domains=(domain,), level=RiskLevel.IMMINENT), OFFER))


signals = st.builds(
    Signal,
    st.just("a.rule"),
    st.sampled_from(Domain),
    st.sampled_from(LEVELS),
    st.just(0),
    st.just(1),
    some(Assertion, 2).map(frozenset),
)


def narrowed(draw: st.DrawFn, when: When) -> When:
    """Those conditions, and perhaps more of them."""
    reads = when.reads_signals
    fewer = some(when.domains or Domain, least=1) if reads else st.just(())
    return evolve(
        when,
        domains=draw(fewer),
        level=draw(st.sampled_from([level for level in LEVELS if level >= (when.level or 0)]))
        if reads
        else None,
        present=when.present + (draw(some(SEEN, 1)) if reads else ()),
        absent=when.absent + (draw(some(SEEN, 1)) if reads else ()),
        turns=when.turns + (draw(st.integers(0, 1)) if reads else 0),
        places=draw(st.just(when.places) if "GB" not in when.places else st.just(("GB-SCT",))),
        age_bands=when.age_bands or draw(some(AGE_BANDS, 2)),
        staffed=when.staffed,
        visit=draw(st.integers(when.visit or 1, 3)),
    )


@given(st.data(), whens(), st.booleans(), st.lists(st.lists(signals, max_size=3), max_size=4))
def test_what_covers_holds_whenever_the_other_does(
    data: st.DataObject, broad: When, unrelated: bool, turns: list[list[Signal]]
) -> None:
    narrow = data.draw(whens() if unrelated else st.composite(narrowed)(broad))
    assert unrelated or covers(broad, narrow)
    if not covers(broad, narrow):
        return
    setting = Conversation(
        (),
        place=data.draw(st.sampled_from([None, "GB", "GB-SCT", "IN"])),
        context=Context(
            visit=data.draw(st.sampled_from([None, 1, 2, 3])),
            age_band=data.draw(st.sampled_from([None, *AGE_BANDS])),
        ),
    )

    def holds(when: When) -> bool:
        enough = sum(any(when.meets(signal) for signal in turn) for turn in turns) >= when.turns
        return when.fits(setting) and (enough or not when.reads_signals)

    assert holds(broad) or not holds(narrow)


@given(whens())
def test_conditions_cover_themselves(when: When) -> None:
    assert covers(when, when)


@given(policies())
def test_any_policy_is_reviewed(policy: Policy) -> None:
    for position, complaint in review(policy):
        assert 0 <= position < len(policy.rules)
        assert complaint.endswith(".")
