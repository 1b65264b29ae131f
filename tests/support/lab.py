"""A real ``warmhandoff learn``, and a real Chromium that may talk to this machine only."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

ADDRESS = re.compile(r"The course page is at (\S+)")
LOCAL = {"localhost", "127.0.0.1", ""}
ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "build" / "screenshots"
NOTEBOOK = ".jp-WindowedPanel-outer:visible"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# Chromium itself would call its makers at start-up; a container's root has no sandbox.
SWITCHES = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    *(("--no-sandbox",) if os.geteuid() == 0 else ()),
)


@contextmanager
def learning(
    workspace: Path, command: tuple[str, ...] = (sys.executable, "-m", "warmhandoff")
) -> Iterator[str]:
    """Run ``warmhandoff learn`` headless in a workspace; yields the course page's address."""
    log = Path(tempfile.mkdtemp()) / "learn.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [*command, "learn", "--no-open", "--workspace", str(workspace)], stdout=out, stderr=out
        )
        try:
            yield printed_address(server, log, ADDRESS)
        finally:
            server.terminate()
            server.wait(20)


def printed_address(server: subprocess.Popen[bytes], log: Path, wanted: re.Pattern[str]) -> str:
    """What a server prints as its address, once it does.

    Raises:
        AssertionError: it ends, or two minutes pass, without one; with all that it printed.
    """
    end = time.monotonic() + 120
    while time.monotonic() < end and server.poll() is None:
        if found := wanted.search(log.read_text()):
            return found[1]
        time.sleep(0.2)
    raise AssertionError(f"no address was printed:\n{log.read_text()}")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's Chromium, else the one that Playwright has downloaded."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=[*SWITCHES])
        yield browser
        browser.close()


@contextmanager
def page(browser: Browser, **options: object) -> Iterator[Page]:
    """A page that fails the test when a request leaves the machine or an error reaches the console."""
    context: BrowserContext = browser.new_context(**options)  # type: ignore[arg-type]
    opened = context.new_page()
    left: list[str] = []
    opened.on("request", lambda request: left.append(request.url) if _leaves(request.url) else None)
    yield opened
    context.close()
    assert not left, f"requests left the machine: {left}"


def _leaves(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in LOCAL


def violations(shown: Page, within: str | None = None) -> list[str]:
    """What axe-core finds: rule, help and the elements, a line each."""
    shown.evaluate(AXE.read_text("utf-8"))
    found = shown.evaluate("within => axe.run(within ? {include: [within]} : document)", within)
    return [
        f"{item['id']}: {item['help']}: {[node['html'][:160] for node in item['nodes']]}"
        for item in found["violations"]
    ]


def run_all(shown: Page) -> None:
    """In JupyterLab: Run, Run All Cells, by the menu, once the kernel is there."""
    shown.get_by_text("Python 3 (ipykernel) | Idle").or_(
        shown.get_by_title("Kernel status: Idle")
    ).first.wait_for()
    shown.get_by_role("menuitem", name="Run", exact=True).click()
    shown.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def bring(shown: Page, selector: str) -> None:
    """Scroll a notebook until something is there: JupyterLab draws a cell when it comes near."""
    for _step in range(200):
        if shown.locator(selector).locator("visible=true").count():
            shown.locator(selector).locator("visible=true").first.scroll_into_view_if_needed()
            return
        shown.locator(NOTEBOOK).first.evaluate("box => box.scrollBy(0, 400)")
        shown.wait_for_timeout(100)
    raise AssertionError(f"nothing on the page is {selector}")


def to_top(shown: Page) -> None:
    """Scroll a notebook back to its beginning."""
    shown.locator(NOTEBOOK).first.evaluate("box => box.scrollTo(0, 0)")


def screenshot(shown: Page, name: str) -> None:
    """Keep what a person sees, for people to look at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    shown.screenshot(path=SCREENSHOTS / f"{name}.png")


def tab_to(where: Locator, role: str, name: str, *, limit: int = 400) -> None:
    """Reach a control with the Tab key alone, as somebody without a mouse does.

    Raises:
        AssertionError: it is not reached within ``limit`` steps.
    """
    shown = where.page
    wanted = where.get_by_role(role, name=name).first  # type: ignore[arg-type]
    wanted.wait_for()
    handle = wanted.element_handle()
    for _step in range(limit):
        if shown.evaluate("wanted => document.activeElement === wanted", handle):
            return
        shown.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach the {role} {name!r}")
