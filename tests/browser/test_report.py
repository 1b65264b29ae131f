"""The report as a page: readable by everybody, from a file, without a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from evaluated import RaisesOnHardCases
from lab import chromium, page, screenshot, tab_to, violations
from playwright.sync_api import Browser, ConsoleMessage, Page

from warmhandoff.conversation import Conversation
from warmhandoff.datasets import conversations, root
from warmhandoff.evaluation.evidence import gather
from warmhandoff.evaluation.gate import load_gate
from warmhandoff.evaluation.guard_report import guard_report
from warmhandoff.evaluation.perturb import suite
from warmhandoff.evaluation.report.render import write
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.guard import KeywordGuard


class Mixed(RaisesOnHardCases):
    """A word list that fails on emergencies: its report has misses, failures and false alarms."""

    def assess(self, conversation: Conversation) -> ReferralDecision:
        super().assess(conversation)
        return KeywordGuard().assess(conversation)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    cases = conversations()
    evidence = gather(cases, Mixed(cases), families=suite(0, 12))
    gate = load_gate(root() / "gates" / "example.toml")
    path: Path = tmp_path_factory.mktemp("report") / "guard.html"
    write(guard_report(evidence, guard="a word list that fails", cases="the course's", gate=gate), path)
    return path.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


def overflowing(shown: Page) -> list[str]:
    """Elements that stick out of the page, other than within a region that scrolls."""
    found: list[str] = shown.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter(it => !it.closest(".scroll, .skip") && it.getBoundingClientRect().right > innerWidth + 1)
            .map(it => it.outerHTML.slice(0, 80))"""
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1000, 360])
def test_axe_finds_nothing_and_the_page_does_not_scroll_sideways(
    browser: Browser, report: str, width: int, scheme: str
) -> None:
    viewport = {"width": width, "height": 900}
    with page(browser, viewport=viewport, color_scheme=scheme, bypass_csp=True, offline=True) as shown:
        shown.goto(report)
        assert violations(shown) == []
        for summary in shown.locator("summary").all():
            summary.press("Enter")
        assert violations(shown) == []
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        assert overflowing(shown) == []
        shown.evaluate("scrollTo(0, 0)")
        screenshot(shown, f"report-{width}-{scheme}")


def test_its_own_policy_lets_everything_through_that_it_holds(browser: Browser, report: str) -> None:
    told: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        told.append(message.text)

    with page(browser, offline=True) as shown:
        shown.on("console", heard)
        shown.goto(report)
        ink = shown.locator(".drawing svg text").first
        assert ink.evaluate("it => getComputedStyle(it).fill") == "rgb(29, 35, 39)"
        assert shown.locator("body").evaluate("it => getComputedStyle(it).maxWidth") == "960px"
    assert told == []


def test_the_keyboard_reaches_the_skip_links_first_and_they_lead_somewhere(
    browser: Browser, report: str
) -> None:
    with page(browser, viewport={"width": 360, "height": 900}) as shown:
        shown.goto(report)
        shown.keyboard.press("Tab")
        skip = shown.get_by_role("link", name="Skip to the report")
        assert skip.evaluate("it => it === document.activeElement")
        box = skip.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        skip.press("Enter")
        assert shown.evaluate("document.activeElement.id") == "main"


def test_the_conversations_can_be_skipped_by_keyboard(browser: Browser, report: str) -> None:
    with page(browser) as shown:
        shown.goto(report)
        tab_to(shown.locator("main"), "link", "Skip the conversations")
        shown.keyboard.press("Enter")
        place = shown.evaluate("document.activeElement.textContent")
        assert place == "End of the conversations."
        shown.keyboard.press("Tab")
        assert shown.evaluate("document.activeElement.closest('footer, section h2, .scroll') !== null")


def test_a_table_scrolls_by_keyboard_where_it_is_wider_than_the_page(browser: Browser, report: str) -> None:
    with page(browser, viewport={"width": 360, "height": 900}) as shown:
        shown.goto(report)
        table = shown.get_by_role("region", name="What the gate asks").first
        table.focus()
        shown.keyboard.press("ArrowRight")
        shown.wait_for_function("it => it.scrollLeft > 0", arg=table.element_handle())


def test_a_figure_has_a_name_and_its_words_are_on_the_page(browser: Browser, report: str) -> None:
    with page(browser) as shown:
        shown.goto(report)
        assert shown.get_by_role("img", name="People found, by phenomenon").count() == 1
        words = shown.locator("figure").first.locator("details p")
        assert not words.is_visible()
        shown.locator("figure").first.locator("summary").press("Enter")
        assert words.is_visible()


def test_the_gate_and_the_severity_are_words(browser: Browser, report: str) -> None:
    with page(browser) as shown:
        shown.goto(report)
        text = shown.locator("main").inner_text()
        assert "The gate: not passed" in text
        assert ": failed" in text
        assert ": missed" in text
        assert ": false alarm" in text
        assert "the turn that decides" in text


def test_it_prints_light_and_whole(browser: Browser, report: str) -> None:
    with page(browser, color_scheme="dark") as shown:
        shown.goto(report)
        shown.emulate_media(media="print")
        background = shown.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert background == "rgb(255, 255, 255)"
        assert shown.locator(".scroll").first.evaluate("it => getComputedStyle(it).overflowX") == "visible"
