"""The steps of a handoff: none is skipped, time runs forward, and only a confirmation closes."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.referral.decision import Reason, ReferralDecision
from warmhandoff.referral.handoff import (
    NEXT,
    Consent,
    ConsentRecord,
    EmergencyException,
    Event,
    HandoffError,
    HandoffNote,
    HandoffState,
    advance,
    exception_for,
    record_consent,
    what_then,
)
from warmhandoff.referral.resources import resources_for
from warmhandoff.risk import Disposition, RiskLevel, Urgency

T = datetime(2026, 11, 23, 21, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
AGREED = ConsentRecord(Consent.GIVEN, T, "May I pass on what you told me?", "yes please")
STEPS = (HandoffState.OFFERED, HandoffState.ACCEPTED, HandoffState.CONNECTED, HandoffState.CONFIRMED)


def note(**more: Any) -> HandoffNote:
    return HandoffNote("s", "b", "a", "r", consent=AGREED, **more)


def at(state: HandoffState) -> HandoffNote:
    """A note that has come to a state by a way that can be gone."""
    way = {
        HandoffState.DECLINED: (HandoffState.OFFERED, HandoffState.DECLINED),
        HandoffState.UNREACHABLE: (HandoffState.OFFERED, HandoffState.UNREACHABLE),
    }.get(state, STEPS[: STEPS.index(state) + 1] if state in STEPS else ())
    reached = note()
    for number, step in enumerate(way):
        reached = advance(reached, step, at=T + number * MINUTE, receiver="Mira")
    return reached


def decision(disposition: Disposition = Disposition.WARM_HANDOFF) -> ReferralDecision:
    return ReferralDecision(
        RiskLevel.HIGH,
        disposition,
        Urgency.NOW,
        (Reason("rule"),),
        resources=resources_for("GB"),
        hand_to="the night team",
    )


def test_the_whole_way() -> None:
    closed = at(HandoffState.CONFIRMED)
    assert [event.state for event in closed.history] == list(STEPS)
    assert closed.is_handoff
    assert closed.is_closed


@pytest.mark.parametrize("state", HandoffState)
@pytest.mark.parametrize("following", HandoffState)
def test_no_step_is_skipped(state: HandoffState, following: HandoffState) -> None:
    here = at(state)
    if following in NEXT[state]:
        there = advance(here, following, at=T + 9 * MINUTE, receiver="Mira")
        assert there.state is following
        assert there.history[:-1] == here.history
    else:
        with pytest.raises(HandoffError, match=f"{state} cannot become {following}: ") as caught:
            advance(here, following, at=T + 9 * MINUTE, receiver="Mira")
        for allowed in NEXT[state]:
            assert allowed in str(caught.value)


@given(st.lists(st.sampled_from(HandoffState), max_size=8))
def test_no_order_of_steps_reaches_confirmed_but_through_all(steps: list[HandoffState]) -> None:
    reached = note()
    for number, step in enumerate(steps):
        try:
            reached = advance(reached, step, at=T + number * MINUTE, receiver="Mira")
        except HandoffError:
            continue
    went = [event.state for event in reached.history]
    if reached.is_closed:
        assert went[-3:] == [HandoffState.ACCEPTED, HandoffState.CONNECTED, HandoffState.CONFIRMED]
    assert reached.is_handoff == (reached.state in {HandoffState.CONNECTED, HandoffState.CONFIRMED})


@pytest.mark.parametrize("state", [HandoffState.CONNECTED, HandoffState.CONFIRMED])
@pytest.mark.parametrize("nobody", [None, "", "  "])
def test_nobody_is_connected_to_nobody(state: HandoffState, nobody: str | None) -> None:
    here = at(STEPS[STEPS.index(state) - 1])
    with pytest.raises(HandoffError, match="give 'receiver', or record it as unreachable"):
        advance(here, state, at=T + 9 * MINUTE, receiver=nobody)


def test_time_does_not_run_back() -> None:
    here = at(HandoffState.ACCEPTED)
    with pytest.raises(HandoffError, match="cannot be connected before that"):
        advance(here, HandoffState.CONNECTED, at=T, receiver="Mira")
    elsewhere = (T + MINUTE).astimezone(timezone(timedelta(hours=9)))
    assert advance(here, HandoffState.CONNECTED, at=elsewhere, receiver="Mira").is_handoff


def test_a_time_has_a_zone_and_is_a_time() -> None:
    with pytest.raises(HandoffError, match="write it with an offset"):
        advance(note(), HandoffState.OFFERED, at=datetime(2026, 11, 23))  # noqa: DTZ001 - the mistake
    with pytest.raises(HandoffError, match="give a datetime with a time zone"):
        advance(note(), HandoffState.OFFERED, at="now")  # type: ignore[arg-type]


def test_a_word_is_no_state() -> None:
    with pytest.raises(HandoffError, match="use one of offered, accepted"):
        advance(note(), "done", at=T)  # type: ignore[arg-type]


def test_nothing_is_connected_before_consent_was_sought() -> None:
    unasked = HandoffNote("s", "b", "a", "r")
    accepted = advance(unasked, HandoffState.ACCEPTED, at=T)
    with pytest.raises(HandoffError, match="ask, and record the answer with record_consent"):
        advance(accepted, HandoffState.CONNECTED, at=T, receiver="Mira")
    asked = record_consent(accepted, AGREED)
    assert advance(asked, HandoffState.CONNECTED, at=T, receiver="Mira").is_handoff
    refused = record_consent(accepted, ConsentRecord(Consent.DECLINED, T, "May I pass it on?", "no"))
    connected = advance(refused, HandoffState.CONNECTED, at=T, receiver="Mira")
    assert not connected.may_be_passed_on, "they talk to Mira, and say what they want to say"


def test_a_history_that_cannot_have_happened_cannot_be_built() -> None:
    with pytest.raises(HandoffError, match="offered cannot become confirmed"):
        note(history=(Event(HandoffState.CONFIRMED, T, "Mira"),))


def test_a_consent_is_an_answer_to_a_question() -> None:
    with pytest.raises(HandoffError, match="give 'asked'"):
        ConsentRecord(Consent.GIVEN, T)
    with pytest.raises(HandoffError, match="give 'asked'"):
        ConsentRecord(Consent.DECLINED, asked="May I?")


def test_an_exception_names_its_rule_its_time_and_the_human_who_decided() -> None:
    rule = exception_for("GB")
    assert isinstance(rule, EmergencyException)
    for missing in ({"exception": None}, {"at": None}, {"decided_by": " "}):
        facts: dict[str, Any] = {"exception": rule, "at": T, "decided_by": "Dr A, on call"} | missing
        with pytest.raises(HandoffError, match="the human who decided"):
            ConsentRecord(Consent.EMERGENCY_EXCEPTION, **facts)
    kept = ConsentRecord(Consent.EMERGENCY_EXCEPTION, T, exception=rule, decided_by="Dr A, on call")
    assert record_consent(note(), kept).may_be_passed_on
    with pytest.raises(HandoffError, match="leave 'exception' out"):
        ConsentRecord(Consent.DECLINED, T, "May I?", exception=rule)


@pytest.mark.parametrize("state", HandoffState)
def test_every_state_says_what_then(state: HandoffState) -> None:
    assert what_then(state)
    said = " ".join(what_then(state, decision()))
    if state in {HandoffState.OFFERED, HandoffState.ACCEPTED}:
        assert "the night team" in said
        assert "116 123" in said
    if state is HandoffState.CONNECTED:
        assert "checking back" in said
    if state is HandoffState.DECLINED:
        assert "Respect" in said
        assert "never a program" in said
    if state is HandoffState.UNREACHABLE:
        assert "next person" in said
        assert "Never close" in said


@pytest.mark.parametrize("state", HandoffState)
def test_in_an_emergency_the_number_comes_first_until_somebody_is_there(state: HandoffState) -> None:
    first = what_then(state, decision(Disposition.EMERGENCY))[0]
    there = state in {HandoffState.CONNECTED, HandoffState.CONFIRMED}
    assert first.startswith("Urge the emergency number") != there
