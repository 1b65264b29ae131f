"""Every simulation in a real JupyterLab: played by keyboard, read in Python, played again from its log."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kernel import OUTCOMES, ask
from lab import bring, chromium, learning, page, run_all, screenshot, to_top, violations
from plays import PLAYS
from playwright.sync_api import ConsoleMessage, Page

from notebooks import showing, write
from warmhandoff_widgets import SIMULATIONS, Simulation

# One fixture plays all of them, which a slow machine does in minutes.
pytestmark = pytest.mark.timeout(1200)

SETTLED = 1000  # milliseconds until the debounced save has reached the kernel

Played = dict[str, list[Any]]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workspace")
    write(folder / "simulations.ipynb", *(showing(simulation) for simulation in SIMULATIONS))
    return folder


@pytest.fixture(scope="module")
def address(workspace: Path) -> Iterator[str]:
    with learning(workspace) as running:
        yield running


@pytest.fixture(scope="module")
def errors() -> list[str]:
    return []


@pytest.fixture(scope="module")
def shown(errors: list[str]) -> Iterator[Page]:
    """A browser that listens for errors."""

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    viewport = {"width": 1280, "height": 900}
    with chromium() as browser, page(browser, viewport=viewport, reduced_motion="reduce") as opened:
        opened.set_default_timeout(60_000)
        opened.on("console", heard)
        opened.on("pageerror", lambda error: errors.append(str(error)))
        yield opened


def _selector(simulation: type[Simulation]) -> str:
    return f'section[aria-label="Simulation: {simulation.load()["title"]}"]'


@pytest.fixture(scope="module")
def played(shown: Page, address: str, errors: list[str]) -> Played:
    """Opens the notebook, plays them all, and asks the kernel what it holds."""
    shown.goto(address.replace("index.md", "simulations.ipynb"))
    run_all(shown)
    for simulation in SIMULATIONS:
        to_top(shown)
        bring(shown, _selector(simulation))
        frame = shown.locator(_selector(simulation))
        frame.get_by_role("slider", name="My prediction").focus()
        PLAYS[simulation.name].play(frame)
        assert violations(shown, _selector(simulation)) == [], simulation.name
        frame.scroll_into_view_if_needed()
        screenshot(shown, f"lab-{simulation.name}")
    shown.wait_for_timeout(SETTLED)
    assert errors == []
    held: Played = json.loads(ask(address, "simulations.ipynb", OUTCOMES))
    return held


@pytest.mark.parametrize("simulation", SIMULATIONS, ids=lambda simulation: simulation.name)
def test_python_reads_what_came_of_it(played: Played, simulation: type[Simulation]) -> None:
    outcome, transcript, actions = played[simulation.__name__]
    assert outcome["simulation"] == simulation.name
    assert outcome["finished"] is True
    assert outcome["stopped"] is False
    assert set(outcome["prediction"]) == {"guess", "confidence"}
    own = set(outcome) - {"simulation", "finished", "stopped", "prediction"}
    assert own
    assert [key for key in own if f"``{key}``" not in (simulation.__doc__ or "")] == []
    assert "Transcript of one run" in transcript
    assert "Prediction: " in transcript
    assert actions[0]["type"] != "debrief"
    assert actions[-1] == {"type": "debrief"}


def test_the_same_actions_give_the_same_outcome_byte_for_byte(
    played: Played, shown: Page, address: str, workspace: Path
) -> None:
    again = [showing(simulation, played[simulation.__name__][2]) for simulation in SIMULATIONS]
    write(workspace / "again.ipynb", *again)
    # Without the tabs of before, so that the notebook in front is this one.
    shown.goto(f"{address.replace('index.md', 'again.ipynb')}&reset")
    run_all(shown)
    for simulation in SIMULATIONS:
        bring(shown, _selector(simulation))
    shown.wait_for_timeout(SETTLED)
    second: Played = json.loads(ask(address, "again.ipynb", OUTCOMES))
    for simulation in SIMULATIONS:
        name = simulation.__name__
        assert json.dumps(second[name]) == json.dumps(played[name]), name
