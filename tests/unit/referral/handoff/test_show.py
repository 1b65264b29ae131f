"""The note as text and as HTML: nothing left out, nothing acts, and it can be read aloud."""

from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.referral.handoff import (
    NO_EXCEPTION,
    Consent,
    ConsentRecord,
    HandoffNote,
    HandoffState,
    Quote,
    advance,
    as_html,
    as_text,
    exception_for,
    exceptions_for,
    record_consent,
)
from warmhandoff.risk import Urgency

T = datetime(2026, 11, 23, 21, 30, tzinfo=UTC)
CAVEAT = "Written by a program; not clinically reviewed; not a risk assessment by a clinician."
AGREED = ConsentRecord(Consent.GIVEN, T, "May I tell Mira what you wrote?", "ok, yes")
ATTACK = "<script>alert(1)</script>\u202e\x00 \"'&\nnext line"


def note(**more: object) -> HandoffNote:
    return HandoffNote("the s", "the b", "the a", "the r", **more)  # type: ignore[arg-type]


def unwrapped(text: str) -> str:
    return " ".join(text.split())


class Outline(HTMLParser):
    """The headings, the ids, and the balance of a fragment."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.seen: set[str] = set()
        self.words = ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag != "br":
            self.open.append(tag)
        if tag[0] == "h":
            self.headings.append(int(tag[1]))
        for name, value in attrs:
            assert not name.startswith("on")
            if name == "id":
                self.ids.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += f" {data}"


def test_both_say_who_wrote_it_and_what_it_is_not() -> None:
    assert CAVEAT in unwrapped(as_text(note()))
    assert CAVEAT in as_html(note())


@pytest.mark.parametrize("show", [as_text, as_html])
def test_nothing_is_left_out(show: object) -> None:
    whole = note(
        own_words=(Quote("I want to die.", 2, T), Quote("bye", 4, cut_before=True)),
        more_words=1,
        unasked=("plan",),
        consent=AGREED,
        person="room 4",
    )
    whole = advance(whole, HandoffState.OFFERED, at=T, sender="the chat")
    whole = advance(whole, HandoffState.ACCEPTED, at=T, remark="fine by me")
    whole = advance(whole, HandoffState.CONNECTED, at=T + timedelta(minutes=2), receiver="Mira")
    shown = unwrapped(Outline(as_html(whole)).words if show is as_html else as_text(whole))
    for fact in (
        "the s",
        "the b",
        "the a",
        "the r",
        "I want to die.",
        "Turn 3, 2026-11-23 21:30 UTC+00:00",
        "the sentence goes on before",
        "1 more such passage not shown here.",
        "room 4",
        "The person agreed",
        "May I tell Mira what you wrote?",
        "ok, yes",
        "from the chat",
        "to Mira",
        "fine by me",
        "connected, and not confirmed yet",
        "checking back",
    ):
        assert fact in shown
    assert "Not to be passed on" not in shown


def test_without_consent_it_says_so_at_the_top_and_names_the_rules() -> None:
    text = unwrapped(as_text(note(exceptions=exceptions_for("US"))))
    assert text.index("Not to be passed on") < text.index("the s")
    assert "45 CFR 164.512(j)" in text
    assert "Not legal advice." in text
    assert "never the program" in text
    assert NO_EXCEPTION in unwrapped(as_text(note()))
    assert "IF CONSENT CANNOT BE HAD" not in as_text(note(consent=AGREED, exceptions=exceptions_for("US")))


def test_where_there_is_time_to_ask_no_rule_for_an_emergency_is_spoken_of() -> None:
    assert "IF CONSENT CANNOT BE HAD" not in as_text(note(urgency=Urgency.DAYS))


def test_an_exception_that_was_relied_on_is_named_with_who_decided() -> None:
    relied = ConsentRecord(
        Consent.EMERGENCY_EXCEPTION, T, exception=exception_for("US"), decided_by="Dr A, on call"
    )
    text = unwrapped(as_text(record_consent(note(), relied)))
    assert "Decided by: Dr A, on call." in text
    assert "45 CFR 164.512(j)" in text
    assert "hhs.gov" in text
    assert "Not to be passed on" not in text


def test_a_request_is_not_called_a_handoff() -> None:
    assert "This is a request and not yet a handoff." in as_text(note())


def test_text_is_short_enough_to_read_and_keeps_their_lines() -> None:
    words = "one line\nanother " + "long " * 40
    text = as_text(note(own_words=(Quote(words, 0),), exceptions=exceptions_for("DE")))
    assert all(len(line) <= 80 or "http" in line for line in text.split("\n"))
    assert '   "one line\n   another long' in text


def test_headings_step_down_by_one_and_ids_are_unique() -> None:
    outline = Outline(as_html(note()) + as_html(note(), name="second", level=3))
    assert len(set(outline.ids)) == len(outline.ids) == 4
    first, second = (
        outline.headings[: len(outline.headings) // 2],
        outline.headings[len(outline.headings) // 2 :],
    )
    assert (first[0], set(first[1:])) == (2, {3})
    assert (second[0], set(second[1:])) == (3, {4})


def test_their_words_carry_their_language_and_keep_their_direction_to_themselves() -> None:
    html = as_html(note(own_words=(Quote("לא רוצה לחיות", 0),), language="he"))
    assert '<blockquote lang="he" dir="auto"><p>לא רוצה לחיות</p></blockquote>' in html
    assert '<bdi dir="auto">the s</bdi>' in html


def test_what_was_typed_cannot_act_or_hide() -> None:
    attacked = HandoffNote(
        ATTACK, ATTACK, ATTACK, ATTACK, own_words=(Quote(ATTACK, 0),), person=ATTACK, language='"><script>'
    )
    html = as_html(attacked, name='"><script>')
    assert "script" not in Outline(html).seen
    assert "[U+202E][U+0000]" in html
    assert "\u202e" not in html
    assert "\x00" not in as_text(attacked)


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_text_can_be_shown_and_saved(text: str) -> None:
    strange = HandoffNote(
        text,
        text,
        text,
        text,
        own_words=(Quote(text, 0),),
        person=text,
        consent=ConsentRecord(Consent.GIVEN, T, f"?{text}", text),
    )
    as_text(strange).encode()
    html = as_html(strange, name=text)
    html.encode()
    assert Outline(html).seen <= {"section", "h2", "h3", "p", "bdi", "ol", "li", "blockquote", "br"}
