"""The note: their own words, verbatim; otherwise only what the receiver needs."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.conversation import Context, Conversation, Turn
from warmhandoff.referral.decision import Reason, ReferralDecision
from warmhandoff.referral.guard import KeywordGuard
from warmhandoff.referral.guard.failsafe import FailSafeGuard
from warmhandoff.referral.handoff import (
    MOST_WORDS,
    Consent,
    HandoffError,
    HandoffNote,
    HandoffState,
    as_html,
    as_text,
    note_for,
)
from warmhandoff.referral.resources import resources_for
from warmhandoff.risk import Disposition, Domain, RiskLevel, Urgency

T = datetime(2026, 11, 23, 21, 30, tzinfo=UTC)
strange = st.text(st.characters(exclude_categories=()), max_size=80)


def decided(*reasons: Reason, **more: Any) -> ReferralDecision:
    facts: dict[str, Any] = {
        "risk": RiskLevel.HIGH,
        "disposition": Disposition.WARM_HANDOFF,
        "urgency": Urgency.NOW,
        "reasons": reasons or (Reason("default"),),
    } | more
    return ReferralDecision(**facts)


def said(*contents: str, **more: Any) -> Conversation:
    return Conversation([Turn("user", content) for content in contents], **more)


def reason(conversation: Conversation, turn: int, words: str, rule: str = "rule") -> Reason:
    start = conversation.turns[turn].content.index(words)
    return Reason(rule, Domain.SUICIDE, turn, start, start + len(words))


def words(note: HandoffNote) -> list[str]:
    return [quote.words for quote in note.own_words]


@pytest.mark.parametrize(
    ("content", "span", "kept"),
    [
        ("Hi. I want to die, I think. Bye.", "to die", "I want to die, I think."),
        ("first line\nI want to die\nlast line", "to die", "I want to die"),
        ("I want to die", "to die", "I want to die"),
        ("No! I want to die?! Why", "to die", "I want to die?!"),
        ("今日は。死にたい。さようなら。", "死に", "死にたい。"),
        ("  I want to die  ", "to die", "I want to die"),
        ("one. two. three.", "one. two", "one. two."),
    ],
)
def test_words_are_widened_to_their_sentence(content: str, span: str, kept: str) -> None:
    conversation = said(content)
    note = note_for(decided(reason(conversation, 0, span)), conversation)
    assert words(note) == [kept]
    assert not note.own_words[0].cut_before
    assert not note.own_words[0].cut_after


def test_a_sentence_without_end_is_cut_at_a_word_and_says_so() -> None:
    conversation = said(f"{'so and ' * 200}I want to die {'and so ' * 200}")
    note = note_for(decided(reason(conversation, 0, "want to die")), conversation)
    quote = note.own_words[0]
    assert "I want to die" in quote.words
    assert len(quote.words) < 700
    assert quote.words.split()[0] in {"so", "and"}
    assert quote.cut_before
    assert quote.cut_after


def test_a_long_span_is_never_shortened() -> None:
    conversation = said("die " * 1000)
    note = note_for(decided(Reason("rule", None, 0, 0, 3999)), conversation)
    assert len(note.own_words[0].words) == 3999


def test_the_most_severe_and_latest_come_first_and_the_rest_is_counted() -> None:
    conversation = said(*[f"I said this {number} times." for number in range(MOST_WORDS + 3)])
    rules = ["suicide.low.wish"] * (MOST_WORDS + 2) + ["suicide.high.plan"]
    reasons = [reason(conversation, number, "said", rule) for number, rule in enumerate(reversed(rules))]
    note = note_for(decided(*reasons), conversation)
    assert [quote.turn for quote in note.own_words] == [0, 7, 6, 5, 4]
    assert note.more_words == 3
    assert "3 more such passages not shown here." in as_text(note)


def test_passages_that_overlap_become_one() -> None:
    conversation = said("I want to die and I have a plan.")
    note = note_for(
        decided(reason(conversation, 0, "to die"), reason(conversation, 0, "a plan", "suicide.high.plan")),
        conversation,
    )
    assert words(note) == ["I want to die and I have a plan."]


def test_a_turn_without_a_span_gives_its_first_line() -> None:
    conversation = said("I cannot go on.\nThe rest is small talk.")
    assert words(note_for(decided(Reason("triage", None, 0)), conversation)) == ["I cannot go on."]


@pytest.mark.parametrize("turn", [-1, 1, 2, 9])
def test_only_the_person_s_own_words_are_theirs(turn: int) -> None:
    conversation = Conversation([Turn("user", "hello"), Turn("assistant", "to die"), Turn("system", "x")])
    note = note_for(decided(Reason("rule", None, turn, 0, 2)), conversation)
    assert note.own_words == ()
    assert "ask them, and listen" in note.assessment
    assert "The program points at no words of theirs." in as_text(note)


def test_no_transcript_no_id_and_no_words_of_the_assistant() -> None:
    conversation = Conversation(
        [
            Turn("user", "My name is Kim Example and I live in Elm Street."),
            Turn("assistant", "Thank you, Kim."),
            Turn("user", "I want to die."),
        ],
        id="patient-4711",
    )
    note = note_for(decided(reason(conversation, 2, "to die")), conversation)
    shown = as_text(note) + as_html(note) + repr(note)
    for private in ("Kim", "Elm Street", "4711", "Thank you"):
        assert private not in shown
    named = note_for(decided(), conversation, person="Kim, room 4")
    assert "Kim, room 4" in as_text(named)


def test_the_four_parts_tell_what_is_known_and_what_is_not() -> None:
    conversation = said(
        "I want to die.", place="GB-WLS", context=Context(T, visit=3, age_band="18-24"), language="cy"
    )
    decision = decided(
        reason(conversation, 0, "to die", "suicide.low.wish"),
        unasked=("plan", "means"),
        resources=resources_for("GB-WLS"),
        hand_to="the crisis team",
    )
    note = note_for(decision, conversation)
    assert "needs a reply by a person now" in note.situation
    assert "suicide" in note.situation
    for fact in ("GB-WLS", "18-24", "Visit: 3", "cy", "1 message"):
        assert fact in note.background
    assert "high (3 of 4)" in note.assessment
    assert "whether they have a plan or what they have at hand" in note.assessment
    assert "It predicts nothing" in note.assessment
    assert "the crisis team" in note.recommendation
    assert "NHS 111 Wales, option 2 (111)" in note.recommendation
    assert note.unasked == ("plan", "means")
    assert [rule.id for rule in note.exceptions] == ["gb-vital-interests", "gb-gmc-confidentiality"]


def test_rules_for_an_emergency_are_named_only_where_a_person_must_come_now() -> None:
    conversation = said("hello", place="GB")
    assert note_for(decided(urgency=Urgency.DAYS), conversation).exceptions == ()


def test_a_failure_is_called_a_failure() -> None:
    def breaks(_conversation: Conversation) -> RiskLevel:
        raise RuntimeError

    conversation = said("hello")
    note = note_for(FailSafeGuard(breaks).assess(conversation), conversation)
    assert "The program failed" in note.situation
    assert "assessed nothing" in note.assessment
    assert "moderate" not in note.assessment


def test_a_decision_to_continue_asks_for_nobody() -> None:
    conversation = said("hello", context=Context(T))
    note = note_for(KeywordGuard().assess(conversation), conversation)
    assert "no reply by a person was asked for" in note.situation
    assert "clears nobody" in note.assessment
    assert note.history == ()


def test_an_offer_has_the_time_that_is_known_and_no_other() -> None:
    later = T + timedelta(hours=1)
    assert note_for(decided(), said("hello")).history == ()
    assert note_for(decided(), said("hello", context=Context(T))).history[0].at == T
    offered = note_for(decided(), said("hello", context=Context(T)), now=later)
    assert offered.history[0].at == later
    assert offered.state is HandoffState.OFFERED
    assert offered.consent.answer is Consent.NOT_ASKED
    with pytest.raises(HandoffError, match="offset"):
        note_for(decided(), said("hello"), now=datetime(2026, 11, 23))  # noqa: DTZ001 - the mistake


@st.composite
def decisions_about_strange_conversations(
    draw: st.DrawFn,
) -> tuple[ReferralDecision, Conversation]:
    turns = draw(
        st.lists(st.builds(Turn, st.sampled_from(["user", "assistant", "system"]), strange), max_size=5)
    )
    reasons = []
    for _number in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, 90))
        turn = draw(st.integers(-2, 6))
        end = start + draw(st.integers(0, 40))
        reasons.append(
            Reason(draw(strange.filter(bool)), draw(st.none() | st.sampled_from(Domain)), turn, start, end)
        )
    place = draw(st.sampled_from([None, "GB", "DE", "ZZ", "CA-QC"]))
    decision = decided(
        *reasons,
        risk=draw(st.sampled_from(RiskLevel)),
        hand_to=draw(st.none() | strange),
        resources=resources_for(place),
    )
    return decision, Conversation(turns, place=place)


@given(decisions_about_strange_conversations(), st.none() | strange)
def test_strange_text_never_raises_and_their_words_are_verbatim(
    made: tuple[ReferralDecision, Conversation], person: str | None
) -> None:
    decision, conversation = made
    note = note_for(decision, conversation, person=person, now=T)
    for quote in note.own_words:
        assert quote.words in conversation.turns[quote.turn].content
        assert conversation.turns[quote.turn].role == "user"
    as_text(note).encode()
    as_html(note).encode()


@given(decisions_about_strange_conversations())
def test_every_span_of_theirs_is_in_the_note_or_counted(made: tuple[ReferralDecision, Conversation]) -> None:
    decision, conversation = made
    note = note_for(decision, conversation)
    for each in decision.reasons:
        if each.turn is None or not 0 <= each.turn < len(conversation.turns):
            continue
        turn = conversation.turns[each.turn]
        span = turn.content[each.start : each.end].strip()
        if turn.role == "user" and span and not note.more_words:
            assert any(span in quote.words for quote in note.own_words if quote.turn == each.turn)


def test_a_million_characters_and_ten_thousand_turns_make_a_short_note() -> None:
    conversation = said("I want to die " * 70_000, *["and the weather?"] * 10_000)
    note = note_for(decided(reason(conversation, 0, "die")), conversation)
    assert len(as_text(note)) < 10_000
