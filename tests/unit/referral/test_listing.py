"""Resources as text and HTML: dialable, dated, honest about age, and nothing of theirs acts as markup."""

from datetime import date
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.referral.decision import Resource
from warmhandoff.referral.listing import STALE_NOTICE, resources_html, resources_text
from warmhandoff.referral.resources import LAST_RESORT, resources_for
from warmhandoff.referral.safety import SAFETY_ADVICE, SAFETY_SENTENCE, traces
from warmhandoff.risk import Domain

texts = st.text(st.characters(exclude_categories=()), min_size=1, max_size=60)


class Tags(HTMLParser):
    """The elements, their balance, and every link."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.links: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag != "br":
            self.open.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        assert not any(name.startswith("on") or name == "style" for name, _value in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    tags.close()
    assert not tags.open
    return tags


def test_a_number_is_a_link_where_it_can_be_dialled() -> None:
    links = read(resources_html(resources_for("US"))).links
    assert {"tel:911", "tel:988"} <= set(links)
    assert "tel:*4141" in read(resources_html(resources_for("CL"))).links


@pytest.mark.parametrize("phone", ["112 or 110", "javascript:alert(1)", "\uff10\uff18", "+", "call 112"])
def test_words_about_a_number_are_no_link(phone: str) -> None:
    html = resources_html([evolve(LAST_RESORT, phone=phone, web=None)])
    assert read(html).links == []


def test_only_a_web_address_is_a_link() -> None:
    html = resources_html([evolve(LAST_RESORT, web="javascript:alert('1')")])
    assert read(html).links == []


def test_text_says_where_and_when_it_was_read() -> None:
    text = resources_text(resources_for("GB"))
    assert "- Samaritans\n  Call: 116 123\n" in text
    assert "Source: Read on 2026-11-23 on the service's own page." in text
    assert STALE_NOTICE not in text


def test_an_old_entry_says_so() -> None:
    old = resources_for("GB", now=date(2027, 6, 1))
    assert STALE_NOTICE in " ".join(resources_text(old).split())
    assert STALE_NOTICE in resources_html(old)


def test_where_contact_is_unsafe_advice_and_traces_stand_beside() -> None:
    shown = resources_for("US", domain=Domain.ABUSE, unsafe_to_contact=True)
    text = " ".join(resources_text(shown, unsafe_to_contact=True).split())
    for advice in SAFETY_ADVICE:
        assert advice in text
    assert "The call stays in the list of calls" in text
    assert "Leaves a trace" not in resources_text(shown)
    assert "Leaves a trace" in resources_html(shown, unsafe_to_contact=True)


def test_how_to_call_without_speaking_is_told_where_it_matters() -> None:
    shown = resources_for("GB", unsafe_to_contact=True)
    assert "press 55" in " ".join(resources_text(shown, unsafe_to_contact=True).split())
    assert "press 55" not in resources_text(shown)


def test_each_way_has_its_trace_and_an_emergency_number_has_none() -> None:
    line = next(line for line in resources_for("US") if line.id == "us-988-lifeline")
    assert len(traces(line)) == 3
    assert len(traces(evolve(line, text=None, web=None))) == 1
    assert traces(resources_for("US")[0]) == ()


def test_the_advice_names_a_safer_device_and_a_way_out_first() -> None:
    assert "emergency number" in SAFETY_ADVICE[0]
    assert SAFETY_ADVICE[1] == SAFETY_SENTENCE


def test_nothing_chosen_still_shows_something() -> None:
    assert "findahelpline.com" in resources_text(())
    assert "findahelpline.com" in resources_html(())


def test_lines_of_text_are_short_enough_to_read() -> None:
    for place in ("GB", "JP", "GR"):
        text = resources_text(resources_for(place, unsafe_to_contact=True), unsafe_to_contact=True)
        assert all(len(line) <= 80 or "http" in line for line in text.split("\n"))


@given(texts, texts, texts)
def test_nothing_of_theirs_acts_as_markup(service: str, phone: str, web: str) -> None:
    strange: Resource = evolve(LAST_RESORT, service=service, phone=phone, web=web, note=service, text=phone)
    html = resources_html([strange], unsafe_to_contact=True)
    html.encode()
    assert read(html).seen <= {"div", "p", "ul", "li", "strong", "bdi", "dl", "dt", "dd", "a"}
    resources_text([strange]).encode()
