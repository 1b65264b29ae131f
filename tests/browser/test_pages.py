"""The simulations as pages of their own: from a file, without a network, by keyboard, for everybody."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lab import chromium, page, screenshot, violations
from plays import PLAYS
from playwright.sync_api import Browser, ConsoleMessage

NAMES = list(PLAYS)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    subprocess.run([sys.executable, "-m", "warmhandoff_widgets.pages", str(folder)], check=True)
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1000, 360])
@pytest.mark.parametrize("name", NAMES)
def test_it_is_played_by_keyboard_and_axe_finds_nothing(
    browser: Browser, pages: Path, name: str, width: int, scheme: str
) -> None:
    errors: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            errors.append(message.text)

    viewport = {"width": width, "height": 900}
    with page(browser, viewport=viewport, color_scheme=scheme, bypass_csp=True, offline=True) as shown:
        shown.on("console", heard)
        shown.on("pageerror", lambda error: errors.append(str(error)))
        shown.goto((pages / f"{name}.html").as_uri())
        assert violations(shown) == []
        PLAYS[name].play(shown.locator("main"))
        assert violations(shown) == []
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        screenshot(shown, f"page-{name}-{width}-{scheme}")
    assert errors == []


@pytest.mark.parametrize("name", NAMES)
def test_stopping_is_one_key_away_and_going_on_too(browser: Browser, pages: Path, name: str) -> None:
    with page(browser) as shown:
        shown.goto((pages / f"{name}.html").as_uri())
        shown.get_by_role("button", name="Stop here").press("Enter")
        assert "Nothing is lost" in shown.locator("main").inner_text()
        assert shown.get_by_role("link", name="findahelpline.com").first.is_visible()
        shown.get_by_role("button", name="Go on").press("Enter")
        assert shown.get_by_role("button", name="Commit my prediction").is_visible()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_small_and_names_what_it_is_not(pages: Path, name: str) -> None:
    content = (pages / f"{name}.html").read_bytes()
    assert len(content) <= 150_000
    text = content.decode().lower()
    for words in ("not clinically reviewed", "written for this course", "your local emergency number"):
        assert words in text


def test_the_index_links_every_page(browser: Browser, pages: Path) -> None:
    with page(browser, bypass_csp=True) as shown:
        shown.goto((pages / "index.html").as_uri())
        assert violations(shown) == []
        links = [link.get_attribute("href") or "" for link in shown.get_by_role("link").all()]
        assert {f"{name}.html" for name in NAMES} <= set(links)
