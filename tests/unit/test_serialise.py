"""parse(serialise(x)) == x, through real JSON, for every type of the vocabulary."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policies import policies

from warmhandoff.conversation import AGE_BANDS, Context, Conversation, Turn
from warmhandoff.datasets import conversations as course_conversations
from warmhandoff.evaluation.answers import Answer
from warmhandoff.evaluation.metrics import Proportion
from warmhandoff.referral.decision import (
    Audience,
    Reason,
    ReferralDecision,
    Resource,
    ResourceKind,
)
from warmhandoff.referral.note import (
    NEXT,
    Consent,
    ConsentRecord,
    EmergencyException,
    Event,
    HandoffNote,
    HandoffState,
    Quote,
)
from warmhandoff.referral.signals import Assertion, Signal
from warmhandoff.risk import UNASKED, Disposition, Domain, RiskLevel, Urgency
from warmhandoff.serialise import SerialiseError, from_plain, to_plain

texts = st.text(st.characters(exclude_categories=()), min_size=1, max_size=40)
maybe_text = st.none() | texts
times = st.none() | st.datetimes(min_value=datetime(1, 1, 2), timezones=st.just(UTC))  # noqa: DTZ001
turns = st.builds(Turn, st.sampled_from(["user", "assistant", "system"]), texts, times)
contexts = st.builds(Context, times, st.none() | st.integers(1, 9), st.sampled_from([None, *AGE_BANDS]))
conversations = st.builds(
    Conversation,
    st.lists(turns, max_size=4),
    maybe_text,
    st.sampled_from(["en", "pt-BR"]),
    st.sampled_from([None, "GB", "GB-SCT"]),
    contexts,
)
reasons = st.builds(
    Reason, texts, st.none() | st.sampled_from(Domain), st.integers(0, 9), st.just(1), st.integers(1, 9)
)
resources = st.builds(
    Resource,
    id=texts,
    place=st.sampled_from([None, "GB"]),
    kind=st.sampled_from(ResourceKind),
    service=texts,
    phone=maybe_text,
    text=maybe_text,
    web=maybe_text,
    hours=texts,
    languages=st.tuples(texts),
    serves=texts,
    domains=st.tuples(st.sampled_from(Domain)),
    source=texts,
    source_kind=texts,
    read=st.dates(min_value=date(2000, 1, 1)),
    note=maybe_text,
    audiences=st.tuples(st.sampled_from(Audience)),
    silent=maybe_text,
    stale=st.booleans(),
)
exceptions = st.builds(
    EmergencyException,
    id=texts,
    places=st.tuples(texts),
    name=texts,
    allows=texts,
    who_decides=texts,
    basis=texts,
    in_force=st.none() | st.dates(),
    source=texts,
    source_kind=texts,
    read=st.dates(),
    note=maybe_text,
)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
named = st.text(st.characters(categories=["L"]), min_size=1, max_size=20)
consents = st.one_of(
    st.builds(ConsentRecord),
    st.builds(
        ConsentRecord, st.sampled_from([Consent.GIVEN, Consent.DECLINED]), st.just(NOON), named, maybe_text
    ),
    st.builds(
        ConsentRecord,
        st.just(Consent.EMERGENCY_EXCEPTION),
        st.just(NOON),
        maybe_text,
        maybe_text,
        exceptions,
        named,
    ),
)
quotes = st.builds(
    Quote, texts, st.integers(0, 9), times, st.none() | st.sampled_from(Domain), st.booleans(), st.booleans()
)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Event, ...]:
    """Steps that can have happened, one after the other."""
    events: list[Event] = []
    allowed: tuple[HandoffState, ...] = (HandoffState.OFFERED, *NEXT[HandoffState.OFFERED])
    for number in range(draw(st.integers(0, 6))):
        if not allowed:
            break
        state = draw(st.sampled_from(allowed))
        events.append(Event(state, NOON + number * timedelta(minutes=1), draw(named), draw(maybe_text)))
        allowed = NEXT[state]
    return tuple(events)


@st.composite
def handoff_notes(draw: st.DrawFn) -> HandoffNote:
    history = draw(histories())
    met = any(event.state is HandoffState.CONNECTED for event in history)
    facts: dict[str, Any] = {
        "own_words": draw(st.tuples(quotes)),
        "more_words": draw(st.integers(0, 9)),
        "unasked": draw(st.lists(st.sampled_from(UNASKED)).map(tuple)),
        "urgency": draw(st.sampled_from(Urgency)),
        "consent": draw(consents.filter(lambda one: not met or one.answer is not Consent.NOT_ASKED)),
        "exceptions": draw(st.tuples(exceptions) | st.just(())),
        "history": history,
        "person": draw(maybe_text),
        "place": draw(st.sampled_from([None, "GB", "CA-QC"])),
        "language": draw(st.sampled_from(["en", "pt-BR"])),
    }
    return HandoffNote(draw(texts), draw(texts), draw(texts), draw(texts), **facts)


notes = handoff_notes()
decisions = st.builds(
    ReferralDecision,
    risk=st.sampled_from(RiskLevel),
    disposition=st.sampled_from(Disposition),
    urgency=st.just(Urgency.NOW),
    reasons=st.tuples(reasons),
    unasked=st.lists(st.sampled_from(UNASKED)).map(tuple),
    resources=st.tuples(resources) | st.just(()),
    reply=maybe_text,
    hand_to=maybe_text,
    handoff=st.none() | notes,
)


signals = st.builds(
    Signal,
    texts,
    st.sampled_from(Domain),
    st.sampled_from([level for level in RiskLevel if level]),
    st.integers(0, 9),
    st.integers(9, 99),
    st.frozensets(st.sampled_from(Assertion)),
    st.lists(st.sampled_from(UNASKED)).map(tuple),
)
cases = st.sampled_from(course_conversations())
answers = st.builds(Answer, cases, decisions, maybe_text)
proportions = st.integers(0, 9).flatmap(lambda n: st.builds(Proportion, st.integers(0, n), st.just(n)))
facts = st.one_of(conversations, decisions, resources, notes, reasons, exceptions, consents, quotes)
readings = st.one_of(signals, policies(), cases, cases.map(lambda case: case.label), answers, proportions)


@given(facts | readings)
def test_what_is_written_is_read_back_the_same(value: object) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(value))), type(value)) == value


def test_a_file_with_a_handoff_that_cannot_have_happened_is_refused() -> None:
    note = to_plain(HandoffNote("s", "b", "a", "r"))
    note["history"] = [
        {
            "state": "confirmed",
            "at": "2026-11-23T12:00:00+00:00",
            "receiver": "Mira",
            "sender": None,
            "remark": None,
        }
    ]
    with pytest.raises(SerialiseError, match="offered cannot become confirmed"):
        from_plain(note, HandoffNote)


def test_enums_are_lower_case_names() -> None:
    assert to_plain(RiskLevel.IMMINENT) == "imminent"
    assert to_plain((Domain.SELF_HARM, Disposition.WARM_HANDOFF)) == ["self_harm", "warm_handoff"]


def test_every_wrong_field_is_named() -> None:
    plain = {"risk": "dire", "disposition": "continue", "urgency": 3, "reasons": [], "color": "red"}
    with pytest.raises(SerialiseError) as caught:
        from_plain(plain, ReferralDecision)
    told = str(caught.value)
    assert "'dire' is not one of none, low, moderate, high, imminent @ ReferralDecision.risk" in told
    assert "ReferralDecision.urgency" in told
    assert "extra fields found (color)" in told
