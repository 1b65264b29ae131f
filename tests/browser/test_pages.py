"""The simulations as pages of their own: from a file, without a network, by keyboard, for everybody."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import hostile
from lab import SCREENSHOTS, chromium, page, screenshot, violations
from plays import PLAYS
from playwright.sync_api import Browser, ConsoleMessage

from warmhandoff_widgets import SIMULATIONS, Simulation
from warmhandoff_widgets.pages import page as single

NAMES = list(PLAYS)
SCREENS = (
    (1000, "light", 1),
    (1000, "dark", 1),
    (360, "light", 1),
    (360, "dark", 1),
    # At a zoom of 200 % a window of 1280 pixels is 640 wide, and each of them is two.
    (640, "light", 2),
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    subprocess.run([sys.executable, "-m", "warmhandoff_widgets.pages", str(folder)], check=True)
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: "-".join(map(str, screen)))
@pytest.mark.parametrize("name", NAMES)
def test_it_is_played_by_keyboard_and_axe_finds_nothing(
    browser: Browser, pages: Path, name: str, screen: tuple[int, str, int]
) -> None:
    width, scheme, zoom = screen
    errors: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            errors.append(message.text)

    viewport = {"width": width, "height": 900 // zoom}
    options = {"color_scheme": scheme, "device_scale_factor": zoom, "reduced_motion": "reduce"}
    with page(browser, viewport=viewport, bypass_csp=True, offline=True, **options) as shown:
        shown.on("console", heard)
        shown.on("pageerror", lambda error: errors.append(str(error)))
        shown.goto((pages / f"{name}.html").as_uri())
        assert violations(shown) == []
        PLAYS[name].play(shown.locator("main"))
        assert violations(shown) == []
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        assert shown.evaluate("document.getAnimations().length") == 0
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


@pytest.mark.parametrize("simulation", SIMULATIONS, ids=lambda simulation: simulation.name)
def test_hostile_text_is_shown_as_text(
    browser: Browser, tmp_path: Path, simulation: type[Simulation]
) -> None:
    """The page as it ships, under its own policy, with markup for every sentence."""
    file = tmp_path / "hostile.html"
    file.write_text(single(simulation, hostile(simulation)), "utf-8")
    errors: list[str] = []
    with page(browser, offline=True) as shown:
        shown.on("dialog", lambda dialog: errors.append(dialog.message))
        shown.on("pageerror", lambda error: errors.append(str(error)))
        shown.goto(file.as_uri())
        assert shown.get_by_role("heading", level=1).inner_text().startswith("<img src=x")
        shown.get_by_role("button", name="Commit my prediction").press("Enter")
        shown.get_by_text("Step 2 of 3").wait_for()
        assert shown.locator("img").count() == 0
    assert errors == []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_names_what_it_is_not(pages: Path, name: str) -> None:
    text = (pages / f"{name}.html").read_text("utf-8").lower()
    for words in ("not clinically reviewed", "written for this course", "your local emergency number"):
        assert words in text


@pytest.mark.parametrize(("width", "scheme"), [(1000, "light"), (360, "dark")])
def test_the_gallery_links_every_page(browser: Browser, pages: Path, width: int, scheme: str) -> None:
    with page(
        browser, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    ) as shown:
        shown.goto((pages / "index.html").as_uri())
        assert violations(shown) == []
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        screenshot(shown, f"gallery-{width}-{scheme}")
        links = [link.get_attribute("href") or "" for link in shown.get_by_role("link").all()]
        assert [f"{name}.html" for name in NAMES] == [link for link in links if link.endswith(".html")]


def test_a_page_and_the_gallery_can_be_printed(browser: Browser, pages: Path) -> None:
    with page(browser) as shown:
        for name in ("index", NAMES[0]):
            shown.goto((pages / f"{name}.html").as_uri())
            shown.emulate_media(media="print")
            assert shown.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            assert shown.pdf(path=SCREENSHOTS / f"print-{name}.pdf").startswith(b"%PDF")
