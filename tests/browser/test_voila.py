"""Every simulation in a real Voila, as clinicians meet it: no code, no cell, no menu."""

from collections.abc import Iterator

import pytest
from lab import chromium, page, screenshot, violations
from plays import PLAYS
from playwright.sync_api import ConsoleMessage, Page
from voila_server import voila

from notebooks import showing, write
from warmhandoff_widgets import SIMULATIONS, Simulation


@pytest.fixture(scope="module")
def errors() -> list[str]:
    return []


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, errors: list[str]) -> Iterator[Page]:
    """One page with all of them, drawn."""

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    notebook = tmp_path_factory.mktemp("voila") / "simulations.ipynb"
    write(notebook, *(showing(simulation) for simulation in SIMULATIONS))
    viewport = {"width": 1280, "height": 900}
    with (
        voila(notebook) as address,
        chromium() as browser,
        page(browser, viewport=viewport, reduced_motion="reduce") as opened,
    ):
        opened.set_default_timeout(60_000)
        opened.on("console", heard)
        opened.on("pageerror", lambda error: errors.append(str(error)))
        opened.goto(address)
        opened.locator("section.wh-frame").nth(len(SIMULATIONS) - 1).wait_for()
        yield opened


@pytest.mark.parametrize("simulation", SIMULATIONS, ids=lambda simulation: simulation.name)
def test_it_is_played_by_keyboard_and_axe_finds_nothing(
    shown: Page, errors: list[str], simulation: type[Simulation]
) -> None:
    selector = f'section[aria-label="Simulation: {simulation.load()["title"]}"]'
    frame = shown.locator(selector)
    frame.get_by_role("slider", name="My prediction").focus()
    assert violations(shown, selector) == []
    PLAYS[simulation.name].play(frame)
    assert violations(shown, selector) == []
    frame.scroll_into_view_if_needed()
    screenshot(shown, f"voila-{simulation.name}")
    assert errors == []


def test_the_page_as_a_whole_passes_axe(shown: Page) -> None:
    assert violations(shown) == []
