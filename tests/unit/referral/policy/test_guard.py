"""A policy at work: the highest answer of all rules that hold, whatever is said later or fails inside."""

import pickle
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from policies import policies

from warmhandoff.conversation import Context, Conversation, Turn
from warmhandoff.labels import Phenomenon
from warmhandoff.referral.decision import Audience, Reason
from warmhandoff.referral.guard import Failure
from warmhandoff.referral.guard.streaming import StreamingGuard
from warmhandoff.referral.policy import Hours, Policy, PolicyGuard, Rule, Then, When
from warmhandoff.referral.policy import guard as module
from warmhandoff.referral.replies import ASK_PLACE, FAILURE_REPLY, question
from warmhandoff.referral.resources import general_resources, resources_for
from warmhandoff.referral.signals import Assertion, Signal, signals_in
from warmhandoff.risk import UNASKED, Disposition, Domain, RiskLevel, Urgency

CONTINUE = Then(Disposition.CONTINUE, Urgency.ROUTINE)
OFFER = Then(Disposition.OFFER_SUPPORT, Urgency.DAYS)
HANDOFF = Then(Disposition.WARM_HANDOFF, Urgency.NOW, reply="A person.", to="the duty clinician")
EMERGENCY = Then(Disposition.EMERGENCY, Urgency.NOW)

SUICIDE = (Domain.SUICIDE,)
ANY = When(level=RiskLevel.LOW)
HIGH = When(level=RiskLevel.HIGH)

MARK = re.compile(r"<(\w+) (\w+)(?: ([\w+]+))?(?: tells=(\w+))?>")


def marked(text: str) -> tuple[Signal, ...]:
    """Signals written out, ``<suicide high negated tells=plan>``, so that a test says what it means."""
    return tuple(
        Signal(
            "a.rule",
            Domain(mark[1]),
            RiskLevel[mark[2].upper()],
            mark.start(),
            mark.end(),
            frozenset(Assertion(name) for name in (mark[3] or "").split("+") if name),
            (mark[4],) if mark[4] else (),
        )
        for mark in MARK.finditer(text)
    )


def marked_questions(text: str) -> frozenset[str]:
    return frozenset(topic for topic in UNASKED if f"{topic}?" in text)


@pytest.fixture
def _marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "signals_in", marked)
    monkeypatch.setattr(module, "asked_in", marked_questions)


def guard(*rules: tuple[When, Then], default: Then = CONTINUE, fail_safe: Then = HANDOFF) -> PolicyGuard:
    named = [Rule("abcdef"[number], when, then) for number, (when, then) in enumerate(rules)]
    hours = Hours("Europe/London", ("mon-fri 09:00-17:00",))
    return PolicyGuard(Policy("p", "P", named, default, fail_safe, hours))


def said(*contents: str, **setting: Any) -> Conversation:
    """The person's turns; one that begins with a dash is the bot's, with an equals sign the system's."""
    roles = {"-": "assistant", "=": "system"}
    messages = [{"role": roles.get(text[:1], "user"), "content": text} for text in contents]
    return Conversation.from_messages(messages, **setting)


pytestmark = pytest.mark.usefixtures("_marks")


def test_it_is_a_guard_that_streams() -> None:
    assert isinstance(guard(), StreamingGuard)
    assert pickle.loads(pickle.dumps(guard((ANY, OFFER)))) == guard((ANY, OFFER))  # noqa: S301 - our own


def test_without_a_signal_the_default_answers() -> None:
    decision = guard((ANY, OFFER)).assess(said("hello", "-hello"))
    assert (decision.risk, decision.disposition) == (RiskLevel.NONE, Disposition.CONTINUE)
    assert decision.reasons == (Reason("default"),)
    assert (decision.unasked, decision.resources, decision.reply, decision.handoff) == ((), (), None, None)


def test_the_highest_answer_wins_and_the_others_are_told() -> None:
    decision = guard((ANY, OFFER), (HIGH, HANDOFF), (When(domains=SUICIDE), OFFER)).assess(
        said("hello", "x <suicide high> <abuse low>")
    )
    assert (decision.disposition, decision.urgency) == HANDOFF.rank
    assert decision.risk is RiskLevel.HIGH
    spot = Reason("b", Domain.SUICIDE, 1, 2, 16)
    assert decision.reasons == (spot, evolve(spot, rule="a"), evolve(spot, rule="c"))
    assert decision.hand_to == "the duty clinician"


def test_among_equals_the_first_answers() -> None:
    first, second = evolve(OFFER, reply="First."), evolve(OFFER, reply="Second.")
    assert guard((ANY, first), (HIGH, second)).assess(said("<suicide high>")).reply == "First."


def test_the_reason_is_the_earliest_of_the_highest() -> None:
    decision = guard((ANY, OFFER)).assess(
        said("<abuse low>", "<abuse high> <suicide high>", "<suicide high>", "<abuse moderate>")
    )
    assert decision.reasons == (Reason("a", Domain.ABUSE, 1, 0, 12),)


def test_a_rule_that_asks_for_less_than_the_default_does_not_lower_it() -> None:
    decision = guard((ANY, CONTINUE), default=OFFER).assess(said("<suicide low>"))
    assert (decision.disposition, decision.urgency) == OFFER.rank
    assert [reason.rule for reason in decision.reasons] == ["default", "a"]


@pytest.mark.parametrize("content", ["-<suicide imminent>", "=<suicide imminent>"])
def test_only_the_person_is_read_for_signals(content: str) -> None:
    assert guard((ANY, OFFER)).assess(said(content)).reasons == (Reason("default"),)


def test_turns_are_counted_once_each_and_need_not_follow_one_another() -> None:
    twice = guard((When(level=RiskLevel.LOW, turns=2), OFFER))
    once = "<suicide low> and <abuse high>"
    assert twice.assess(said(once)).disposition is Disposition.CONTINUE
    assert twice.assess(said(once, "-well?", "nothing", once)).disposition is Disposition.OFFER_SUPPORT


def test_a_phenomenon_is_asked_of_one_signal_and_taken_back_by_none() -> None:
    meant = guard((When(level=RiskLevel.LOW, absent=(Phenomenon.NEGATION,)), OFFER))
    assert meant.assess(said("<suicide high negated>")).disposition is Disposition.CONTINUE
    told = said("<suicide low>", "<suicide low negated>", "<suicide high negated>")
    assert meant.assess(told).disposition is Disposition.OFFER_SUPPORT
    assert meant.assess(told).risk is RiskLevel.LOW


@pytest.mark.parametrize(
    ("when", "setting", "holds"),
    [
        (When(places=("GB",)), {"place": "GB-SCT"}, True),
        (When(places=("GB",)), {}, False),
        (When(visit=2), {"context": Context(visit=2)}, True),
        (When(visit=2), {"context": Context(visit=1)}, False),
        (When(visit=2), {}, False),
        (When(age_bands=("13-17",)), {"context": Context(age_band="13-17")}, True),
        (When(age_bands=("13-17",)), {}, False),
    ],
)
def test_a_rule_about_the_setting_holds_without_a_signal(
    when: When, setting: dict[str, Any], holds: bool
) -> None:
    decision = guard((when, OFFER)).assess(said("hello", **setting))
    assert (decision.disposition is Disposition.OFFER_SUPPORT) is holds
    assert decision.risk is RiskLevel.NONE
    assert decision.reasons == (Reason("a" if holds else "default"),)
    assert decision.unasked == ()


MONDAY_AT_TEN = datetime(2026, 11, 23, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "outside"), [(None, True), (MONDAY_AT_TEN, False), (MONDAY_AT_TEN + timedelta(hours=9), True)]
)
def test_outside_staffed_hours_is_where_nobody_is_known_to_answer(
    now: datetime | None, outside: bool
) -> None:
    after_hours = guard((When(level=RiskLevel.LOW, staffed=False), HANDOFF))
    decision = after_hours.assess(said("<suicide low>", context=Context(now=now)))
    assert (decision.disposition is Disposition.WARM_HANDOFF) is outside


def test_a_long_stream_notices_that_the_staff_went_home() -> None:
    after_hours = guard((When(level=RiskLevel.LOW, staffed=False), HANDOFF))
    state = after_hours.begin(said(context=Context(now=MONDAY_AT_TEN)))
    state, at_ten = after_hours.assess_turn(state, Turn("user", "<suicide low>", MONDAY_AT_TEN))
    state, at_seven = after_hours.assess_turn(
        state, Turn("user", "hello", MONDAY_AT_TEN + timedelta(hours=9))
    )
    assert (at_ten.disposition, at_seven.disposition) == (
        Disposition.CONTINUE,
        Disposition.WARM_HANDOFF,
    )


ASKS = Then(
    Disposition.WARM_HANDOFF, Urgency.DAYS, UNASKED, "Thank you.\nI ask: {questions}\nHere. {ask_place}"
)


def test_what_was_asked_or_told_is_not_asked_again() -> None:
    asking = guard((ANY, ASKS))
    first = asking.assess(said("<suicide low>"))
    assert first.unasked == UNASKED
    assert first.reply == (f"Thank you. I ask: {question('intent')} {question('plan')} Here. {ASK_PLACE}")
    talked = said("<suicide low>", "-intent? plan?", "<suicide high tells=means>", place="GB")
    assert asking.assess(talked).unasked == ("time", "past_acts")
    assert asking.assess(talked).reply == (f"Thank you. I ask: {question('time')} {question('past_acts')}")
    done = said("<suicide low tells=means>", "-intent? plan? time? past_acts?")
    assert (asking.assess(done).unasked, asking.assess(done).reply) == ((), f"Thank you. Here. {ASK_PLACE}")


@pytest.mark.parametrize(
    ("content", "unasked"),
    [
        ("<suicide low>", UNASKED),
        ("<self_harm low>", UNASKED),
        ("<abuse high>", ()),
        ("<abuse high> <suicide low>", UNASKED),
        ("<suicide low> <suicide high quoted tells=plan>", UNASKED),
        ("<suicide low> <suicide high figurative tells=plan>", UNASKED),
        ("<suicide low> <harm_to_others high tells=plan>", UNASKED),
        ("<suicide high negated tells=plan>", tuple(topic for topic in UNASKED if topic != "plan")),
        ("<suicide high other_person tells=plan>", tuple(topic for topic in UNASKED if topic != "plan")),
    ],
)
def test_unasked_is_about_suicide_and_self_harm(content: str, unasked: tuple[str, ...]) -> None:
    assert guard((ANY, OFFER)).assess(said(content)).unasked == unasked


def test_the_person_s_own_questions_count_for_nothing() -> None:
    assert guard((ANY, OFFER)).assess(said("<suicide low> intent?", "=plan?")).unasked == UNASKED


def test_harm_to_others_is_asked_about_in_its_own_words() -> None:
    reply = guard((ANY, ASKS)).assess(said("<harm_to_others high>")).reply or ""
    assert question("intent", Domain.HARM_TO_OTHERS) in reply
    assert question("intent") not in reply


def test_lines_are_those_of_the_place_the_age_and_the_danger() -> None:
    decision = guard((ANY, OFFER)).assess(said("<abuse low>", place="GB"))
    assert decision.resources == resources_for("GB", domain=Domain.ABUSE)
    young = Context(now=MONDAY_AT_TEN, age_band="13-17")
    decision = guard((ANY, OFFER)).assess(said("<suicide low>", place="GB", context=young))
    assert decision.resources == resources_for("GB", Audience.CHILDREN, Domain.SUICIDE, MONDAY_AT_TEN)
    assert guard((ANY, CONTINUE)).assess(said("<abuse low>", place="GB")).resources == ()


# --- failing -----------------------------------------------------------------------------------------


def broken(_given: object) -> Any:
    raise OSError("suicide.toml is gone")


def test_a_turn_that_cannot_be_read_brings_in_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "signals_in", broken)
    decision = guard((ANY, OFFER)).assess(said("hello", place="GB"))
    assert decision.disposition is Disposition.WARM_HANDOFF
    assert decision.risk is RiskLevel.MODERATE
    assert decision.reasons == (Reason("fail_safe:exception"),)
    assert (decision.reply, decision.hand_to) == ("A person.", "the duty clinician")
    assert decision.unasked == UNASKED
    assert decision.resources == resources_for("GB")


def test_a_bot_s_turn_that_cannot_be_read_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "asked_in", broken)
    assert guard().assess(said("-hello")).reasons == (Reason("fail_safe:exception"),)


def test_a_stream_that_failed_once_remembers_it(monkeypatch: pytest.MonkeyPatch) -> None:
    failing = guard((ANY, OFFER), (HIGH, EMERGENCY))
    state = failing.begin()
    with monkeypatch.context() as patch:
        patch.setattr(module, "signals_in", broken)
        state = failing.observe(state, Turn("user", "?"))
    for content, rules in [
        ("hello", ["fail_safe:exception"]),
        ("<abuse low>", ["fail_safe:exception", "a"]),
        ("<abuse high>", ["b", "fail_safe:exception", "a"]),
    ]:
        state, decision = failing.assess_turn(state, Turn("user", content))
        assert [reason.rule for reason in decision.reasons] == rules
        assert decision.disposition >= Disposition.WARM_HANDOFF
    assert decision.reasons[0].turn == 3


@pytest.mark.parametrize("name", ["fill", "resources_for", "question"])
def test_an_answer_that_cannot_be_given_brings_in_a_person(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def fails(*_given: object, **_named: object) -> Any:
        raise MemoryError

    monkeypatch.setattr(module, name, fails)
    decision = guard((ANY, ASKS)).assess(said("<suicide low>"))
    assert decision.disposition is Disposition.WARM_HANDOFF
    assert decision.reasons == (Reason("fail_safe:exception"),)
    assert decision.reply == FAILURE_REPLY
    assert decision.resources == general_resources()


def test_an_operator_hears_of_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Failure] = []
    monkeypatch.setattr(module, "signals_in", broken)
    PolicyGuard(guard().policy, on_failure=heard.append).assess(said("hello"))
    assert heard == [Failure("exception", "OSError: suicide.toml is gone")]
    deaf = PolicyGuard(guard().policy, on_failure=broken)
    assert deaf.assess(said("hello")).reasons == (Reason("fail_safe:exception"),)


@pytest.mark.parametrize("turn", [None, "hello", 3])
def test_what_is_no_turn_is_a_failure_and_no_error(turn: Any) -> None:
    quiet = guard()
    _state, decision = quiet.assess_turn(quiet.begin(), turn)
    assert decision.reasons == (Reason("fail_safe:exception"),)


# --- properties, with the signals that ship -----------------------------------------------------------

PHRASES = (
    "I want to die",
    "I am going to kill myself tonight",
    "I have a plan to kill myself",
    "my brother wants to kill himself",
    "I don't want to kill myself",
    "I cut myself last night",
    "my husband hits me",
    'he said "kill me" as a joke',
    "I will hurt him",
    "I'm 12 and home alone",
    "I have not eaten for a week",
    "the voices tell me what to do",
)

texts = st.one_of(st.sampled_from(PHRASES), st.text(st.characters(exclude_categories=()), max_size=40))
contents = st.lists(texts, max_size=3).map("\n".join) | st.lists(texts, max_size=3).map(" ".join)
turns = st.builds(
    Turn,
    st.sampled_from(["user", "user", "assistant", "system"]),
    contents,
    st.none() | st.datetimes(timezones=st.just(UTC)),
)
settings_drawn = st.builds(
    Conversation,
    st.just(()),
    place=st.sampled_from([None, "GB", "GB-SCT", "IN"]),
    context=st.builds(
        Context,
        st.none() | st.datetimes(timezones=st.just(UTC)),
        st.sampled_from([None, 1, 2]),
        st.sampled_from([None, "13-17", "65-plus"]),
    ),
)
conversations = st.builds(
    lambda setting, turns: evolve(setting, turns=tuple(turns)),
    settings_drawn,
    st.lists(turns, max_size=6),
)


@given(policies(), conversations, st.sampled_from([signals_in, marked]))
def test_streaming_equals_batch(policy: Policy, conversation: Conversation, read: Any) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "signals_in", read)
        streamed = PolicyGuard(policy)
        state = streamed.begin(conversation)
        assert streamed.conclude(state) == streamed.assess(evolve(conversation, turns=()))
        for number, turn in enumerate(conversation.turns, start=1):
            before = state
            state, decision = streamed.assess_turn(state, turn)
            assert decision == streamed.assess(evolve(conversation, turns=conversation.turns[:number]))
            assert streamed.observe(before, turn) == state


@given(policies(), conversations, st.sampled_from(PHRASES), st.data())
def test_more_risk_never_lowers_the_answer(
    policy: Policy, conversation: Conversation, risky: str, data: st.DataObject
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "signals_in", signals_in)
        patched = PolicyGuard(policy)
        before = patched.assess(conversation)
        place = data.draw(st.integers(0, len(conversation.turns)))
        told = list(conversation.turns)
        if place < len(told) and data.draw(st.booleans()):
            lines = told[place].content.split("\n")
            lines.insert(data.draw(st.integers(0, len(lines))), risky)
            told[place] = evolve(told[place], content="\n".join(lines))
        else:
            told.insert(place, Turn("user", risky))
        after = patched.assess(evolve(conversation, turns=tuple(told)))
    assert (after.disposition, after.urgency) >= (before.disposition, before.urgency)
    assert after.risk >= before.risk


@given(policies(), st.lists(st.sampled_from(["hello", "<suicide low>", "<abuse high past>"]), max_size=8))
def test_the_state_does_not_grow(policy: Policy, contents: list[str]) -> None:
    growing = PolicyGuard(policy)
    state = growing.begin()
    for content in contents * 3:
        quiet = growing.observe(state, Turn("user", "hello"))
        assert quiet.seen is state.seen
        state = growing.observe(state, Turn("user", content))
    assert len(state.seen) == len(policy.rules)
    for seen, rule in zip(state.seen, policy.rules, strict=True):
        assert seen.turns <= rule.when.turns


@given(policies(), conversations)
def test_any_failure_brings_in_a_person(policy: Policy, conversation: Conversation) -> None:
    failing = PolicyGuard(policy)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "signals_in", broken)
        patch.setattr(module, "asked_in", broken)
        decision = failing.assess(conversation)
    if any(turn.role in {"user", "assistant"} for turn in conversation.turns):
        assert decision.disposition >= Disposition.WARM_HANDOFF
        assert "fail_safe:exception" in {reason.rule for reason in decision.reasons}
