"""From an event to the change on the screen: every simulation beside ``ipywidgets.interact``, in one run.

Each stands in a notebook of its own in a real JupyterLab in Chromium. It is played to its end by keyboard and
every event of the play is timed; then its slider that redraws most is moved 60 single steps, and 60 steps at
one a frame. The peer asks the kernel, which redraws a chart of 17 rows inline with matplotlib. Last, every
page is opened from the disk, three times, and its first frame timed.

Bars: 95th percentile at most 16.7 ms (one frame at 60 Hz), in the drag and in the play; all 60 frames; at
least 20 times the peer; a page of at most 150 KB without its sounds, and its first frame within 500 ms.

    python benchmarks/interaction.py [NAME...]     all simulations, or those that are named
"""

import json
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from warmhandoff_widgets import SIMULATIONS, Simulation
from warmhandoff_widgets.pages import LARGEST_PAGE, write_pages

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from lab import chromium, learning, page, run_all  # noqa: E402 - the support code of the browser tests
from plays import PLAYS  # noqa: E402 - likewise

from notebooks import showing, write  # noqa: E402 - likewise

FRAME = 16.7  # milliseconds
FIRST_FRAME = 500
FASTER = 20
PEER = """
%matplotlib inline
import matplotlib.pyplot as plt
from ipywidgets import IntSlider, interact
def draw(threshold):
    plt.barh(range(17), [threshold + row for row in range(17)])
    plt.show()
interact(draw, threshold=IntSlider(value=2, min=1, max=5));
"""
MEASURE = (ROOT / "benchmarks" / "interaction.js").read_text("utf-8")
TIME_EVENTS = (ROOT / "benchmarks" / "events.js").read_text("utf-8")
NAME_IT = """slider => {
  slider.classList.add("measured");
  return slider.closest(".wh-slider").querySelector("label").textContent;
}"""
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"

Measured = dict[str, Any]


def ours(shown: Page, simulation: type[Simulation]) -> Measured:
    """Play it to its end, begin again, and move its slider."""
    frame = shown.locator("section.wh-frame:visible")
    frame.get_by_role("slider", name="My prediction").wait_for()
    frame.get_by_role("slider", name="My prediction").focus()
    shown.evaluate(TIME_EVENTS)
    PLAYS[simulation.name].play(frame)
    played: list[float] = shown.evaluate("window.taken")
    frame.get_by_role("button", name="Start again").locator("visible=true").press("Enter")
    slider = PLAYS[simulation.name].drag(frame)
    name = slider.evaluate(NAME_IT)
    options = {
        "control": ".measured",
        "drawing": ".wh-frame",
        "kind": "native",
        "settle": 2000,
    }
    return {**shown.evaluate(MEASURE, options), "played": played, "slider": name}


def peer(shown: Page) -> Measured:
    """Move the slider of ``interact``."""
    shown.locator(".jupyter-widgets img").first.wait_for()
    options = {
        "control": ".noUi-handle",
        "drawing": ".jupyter-widgets .jp-OutputArea",
        "kind": "nouislider",
        "settle": 2000,
    }
    figures: Measured = shown.evaluate(MEASURE, options)
    return figures


def in_lab(browser: Browser, address: str, name: str) -> Page:
    """A notebook of the workspace, opened in a new window and run."""
    shown: Page = browser.new_page(viewport={"width": 1280, "height": 900})
    shown.set_default_timeout(60_000)
    shown.goto(f"{address.replace('index.md', f'{name}.ipynb')}&reset")
    run_all(shown)
    return shown


def first_frame(browser: Browser, file: Path) -> float:
    """Milliseconds until a page shows something: the median of three openings, nothing kept in between."""
    times: list[float] = []
    for _opening in range(3):
        with page(browser) as shown:
            shown.goto(file.as_uri())
            shown.wait_for_function(f"() => {FIRST_PAINT} !== null")
            times.append(shown.evaluate(FIRST_PAINT))
    return statistics.median(times)


def percentile(times: list[float]) -> float:
    """The 95th."""
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def main(names: list[str]) -> int:
    """Print a line each and the bars; 1 if one is missed."""
    chosen = [simulation for simulation in SIMULATIONS if not names or simulation.name in names]
    workspace = Path(tempfile.mkdtemp())
    write(workspace / "peer.ipynb", PEER)
    for simulation in chosen:
        write(workspace / f"{simulation.name}.ipynb", showing(simulation))
    pages = {path.stem: path for path in write_pages(Path(tempfile.mkdtemp()))}
    missed: list[str] = []
    with learning(workspace) as address, chromium() as browser:
        shown = in_lab(browser, address, "peer")
        beside = peer(shown)
        shown.close()
        bar = percentile(beside["latencies"])
        print(
            f"{'':<22}{'drag ms':>9}{'95 %':>8}{'frames':>8}{'play 95 %':>11}{'page KB':>9}{'first ms':>10}"
        )
        print(f"{'interact + matplotlib':<22}{_drag(beside)}")
        for simulation in chosen:
            shown = in_lab(browser, address, simulation.name)
            figures = ours(shown, simulation)
            shown.close()
            file = pages[simulation.name]
            sound = len(json.dumps(simulation.load().get("sounds", "")))
            size, first = file.stat().st_size - sound, first_frame(browser, file)
            print(
                f"{simulation.name:<22}{_drag(figures)}{percentile(figures['played']):>11.2f}"
                f"{size / 1000:>9.0f}{first:>10.0f}  {figures['slider']}",
                flush=True,
            )
            met = (
                percentile(figures["latencies"]) <= min(FRAME, bar / FASTER)
                and percentile(figures["played"]) <= FRAME
                and figures["shown"] == figures["steps"]
                and size <= LARGEST_PAGE
                and first <= FIRST_FRAME
            )
            missed += [] if met else [simulation.name]
    print(f"a bar was missed by {', '.join(missed)}" if missed else "bars met")
    return 1 if missed else 0


def _drag(figures: Measured) -> str:
    times = figures["latencies"]
    return f"{statistics.median(times):>9.2f}{percentile(times):>8.2f}{figures['shown']:>8}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
