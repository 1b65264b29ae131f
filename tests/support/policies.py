"""Policies drawn at random, and the tables that a file would hold for them."""

from typing import Any

from hypothesis import strategies as st

from warmhandoff.conversation import AGE_BANDS
from warmhandoff.referral.policy import Hours, Policy, Rule, Then, When
from warmhandoff.referral.signals.model import SEEN
from warmhandoff.risk import UNASKED, Disposition, Domain, RiskLevel, Urgency

LEVELS = tuple(level for level in RiskLevel if level > RiskLevel.NONE)


def some(values: Any, most: int = 3, least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few of the values, each once."""
    values = list(values)
    most = min(most, len(values))
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True).map(tuple)


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Conditions of any kind; most of them about signals."""
    level = draw(st.sampled_from(LEVELS))
    domains = draw(some(Domain))
    reads = draw(st.sampled_from([True, True, True, False]))
    return When(
        domains=domains if reads else (),
        level=level if reads and (not domains or draw(st.booleans())) else None,
        present=draw(some(SEEN, 1)) if reads else (),
        absent=draw(some(SEEN)) if reads else (),
        turns=draw(st.integers(1, 3)) if reads else 1,
        places=draw(some(["GB", "GB-SCT", "IN"], 1)),
        age_bands=draw(some(AGE_BANDS, 1)),
        staffed=draw(st.sampled_from([None, None, None, True, False])),
        visit=draw(st.sampled_from([None, None, None, 1, 2])),
    )


@st.composite
def thens(draw: st.DrawFn, lowest: Disposition = Disposition.CONTINUE) -> Then:
    """Answers from a disposition up."""
    disposition = draw(st.sampled_from([each for each in Disposition if each >= lowest]))
    emergency = disposition is Disposition.EMERGENCY
    ask = draw(some(UNASKED))
    reply = "I would rather ask: {questions}\nI am a program. {ask_place}" if ask else None
    return Then(
        disposition,
        Urgency.NOW if emergency else draw(st.sampled_from(Urgency)),
        ask,
        reply,
        draw(st.sampled_from([None, "the duty clinician"])),
    )


def rules() -> st.SearchStrategy[Rule]:
    """A rule of any kind."""
    return st.builds(Rule, st.just("drawn"), whens(), thens())


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Policies that a model allows; what a review would say of them is another matter."""
    rules = draw(st.lists(st.tuples(whens(), thens()), max_size=6))
    return Policy(
        name="drawn",
        title="Drawn at random",
        rules=tuple(Rule(f"rule-{number}", when, then) for number, (when, then) in enumerate(rules)),
        default=draw(thens()),
        fail_safe=draw(thens(Disposition.WARM_HANDOFF)),
        hours=Hours("Europe/London", ("mon-fri 09:00-17:00",)),
    )


def rule_table(rule: Rule) -> dict[str, Any]:
    """What ``[[rule]]`` would hold."""
    when = rule.when
    conditions: dict[str, Any] = {}
    if when.domains:
        conditions["domains"] = [str(domain) for domain in when.domains]
    if when.level is not None:
        conditions["level"] = when.level.name.lower()
    for key, shown in (("with", when.present), ("without", when.absent)):
        if shown:
            conditions[key] = [str(phenomenon) for phenomenon in shown]
    for key in ("places", "age_bands"):
        if getattr(when, key):
            conditions[key] = list(getattr(when, key))
    for key in ("staffed", "visit"):
        if getattr(when, key) is not None:
            conditions[key] = getattr(when, key)
    if when.turns > 1:
        conditions["turns"] = when.turns
    return {"name": rule.name, "when": conditions, "then": then_table(rule.then)}


def then_table(then: Then) -> dict[str, Any]:
    """What ``[rule.then]`` would hold."""
    answer: dict[str, Any] = {
        "disposition": then.disposition.name.lower(),
        "urgency": then.urgency.name.lower(),
    }
    for key in ("reply", "to"):
        if getattr(then, key) is not None:
            answer[key] = getattr(then, key)
    if then.ask:
        answer["ask"] = list(then.ask)
    return answer
