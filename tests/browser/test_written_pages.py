"""The other pages that are written: a chatbot's report, and a handoff note beside its crisis lines."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from chatbot_plays import GOODBYE_KEPT, play, run_of, script
from lab import chromium, page, screenshot, violations
from playwright.sync_api import Browser

from warmhandoff import Conversation, PolicyGuard, load_policy, note_for
from warmhandoff.datasets import root
from warmhandoff.evaluation.chatbot.chatbot_report import report_of
from warmhandoff.evaluation.report.render import write
from warmhandoff.referral.handoff import Consent, ConsentRecord, HandoffState, advance, as_html
from warmhandoff.referral.listing import resources_html
from warmhandoff.risk import RiskLevel

NOW = datetime(2026, 11, 23, 21, 30, tzinfo=UTC)
SAID = "I want to kill myself tonight. \u202e<b>Nobody</b> knows.\n\n\u0645\u0633\u0627\u0639\u062f\u0629"


def chatbot_report(path: Path) -> None:
    good = play("Are you thinking about suicide? Call 116 123.", "Thanks.", "I'm still here.", GOODBYE_KEPT)
    bad = play("You have depression.", "Call 988.", "I can't help.", "Don't go.", of=script(RiskLevel.HIGH))
    write(report_of(run_of(good, bad)), path)


def handoff(path: Path) -> None:
    guard = PolicyGuard(load_policy(root() / "policies" / "careful.toml"))
    conversation = Conversation.from_messages([{"role": "user", "content": SAID}], place="GB")
    decision = guard.assess(conversation)
    consent = ConsentRecord(Consent.DECLINED, NOW, "May I tell the clinician what you wrote?", "no")
    note = advance(
        note_for(decision, conversation, consent=consent, now=NOW), HandoffState.UNREACHABLE, at=NOW
    )
    listed = resources_html(decision.resources, unsafe_to_contact=True)
    path.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>A handoff note</title>'
        f"<main><h1>A conversation handed over</h1>{as_html(note)}<h2>Crisis lines</h2>{listed}</main>",
        "utf-8",
    )


PAGES = {"chatbot-report": chatbot_report, "handoff-note": handoff}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_the_page_does_not_scroll_sideways(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    path = tmp_path / f"{name}.html"
    PAGES[name](path)
    viewport = {"width": 360, "height": 900}
    with page(browser, viewport=viewport, bypass_csp=True, offline=True) as shown:
        shown.goto(path.as_uri())
        assert violations(shown) == []
        assert shown.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        screenshot(shown, name)


def test_a_note_shows_markup_as_words(browser: Browser, tmp_path: Path) -> None:
    handoff(tmp_path / "note.html")
    with page(browser, offline=True) as shown:
        shown.goto((tmp_path / "note.html").as_uri())
        words = shown.locator("blockquote").first.inner_text()
        assert "I want to kill myself tonight." in words
        assert shown.locator("blockquote b").count() == 0
        assert shown.get_by_role("heading", name="If consent cannot be had").is_visible()
