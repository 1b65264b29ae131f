"""parse(serialise(x)) == x, through real JSON, for every type of the vocabulary."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.conversation import AGE_BANDS, Context, Conversation, Turn
from warmhandoff.referral.decision import (
    Consent,
    HandoffNote,
    HandoffState,
    Reason,
    ReferralDecision,
    Resource,
    ResourceKind,
)
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
)
notes = st.builds(
    HandoffNote,
    texts,
    texts,
    texts,
    texts,
    st.tuples(texts),
    st.sampled_from(Consent),
    st.sampled_from(HandoffState),
)
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


@given(st.one_of(conversations, decisions, resources, notes, reasons))
def test_what_is_written_is_read_back_the_same(value: object) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(value))), type(value)) == value


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
