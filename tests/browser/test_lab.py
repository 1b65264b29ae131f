"""Lesson 8 in a real JupyterLab, as `warmhandoff learn` opens it: read, run, play, save, look."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel import OUTCOMES, ask
from lab import chromium, learning, page, screenshot, tab_to, violations
from plays import PLAYS
from playwright.sync_api import Page

LESSON = "08-recognising-risk/lesson.ipynb"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workspace")


@pytest.fixture(scope="module")
def address(workspace: Path) -> Iterator[str]:
    with learning(workspace) as running:
        yield running


@pytest.fixture(scope="module")
def lesson(address: str) -> Iterator[Page]:
    """The lesson, reached from the course page and run, with every widget drawn."""
    viewport = {"width": 1280, "height": 900}
    with chromium() as browser, page(browser, viewport=viewport, reduced_motion="reduce") as shown:
        shown.set_default_timeout(60_000)
        shown.goto(address)
        shown.get_by_role("heading", name="Warm Handoff").wait_for()
        screenshot(shown, "lab-course-page")
        shown.get_by_role("link", name="Open the lesson").first.click()
        shown.get_by_role("heading", name="8. Recognising risk").wait_for()
        run_all(shown)
        yield shown


def run_all(shown: Page) -> None:
    """Run, Run All Cells, by the menu; then wait until the last graded cell has its feedback."""
    shown.get_by_text("Python 3 (ipykernel) | Idle").or_(
        shown.get_by_title("Kernel status: Idle")
    ).first.wait_for()
    shown.get_by_role("menuitem", name="Run", exact=True).click()
    shown.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    bring(shown, ".warmhandoff-check")


def bring(shown: Page, selector: str) -> None:
    """Scroll until something is there: JupyterLab draws a cell when it comes near."""
    for _step in range(200):
        if shown.locator(selector).count():
            shown.locator(selector).first.scroll_into_view_if_needed()
            return
        shown.locator(".jp-WindowedPanel-outer").first.evaluate("box => box.scrollBy(0, 400)")
        shown.wait_for_timeout(100)
    raise AssertionError(f"nothing on the page is {selector}")


@pytest.mark.parametrize(
    ("name", "title"), [("keyword_alarm", "Keyword alarm"), ("forgotten_disclosure", "Forgotten disclosure")]
)
def test_a_simulation_is_played_by_keyboard_and_python_reads_the_outcome(
    lesson: Page, address: str, name: str, title: str
) -> None:
    frame = f'section[aria-label="Simulation: {title}"]'
    lesson.locator(".jp-WindowedPanel-outer").first.evaluate("box => box.scrollTo(0, 0)")
    bring(lesson, frame)
    lesson.locator(frame).get_by_role("slider", name="My prediction").focus()
    PLAYS[name].play(lesson.locator(frame))
    lesson.wait_for_timeout(1000)  # the debounced save reaches the kernel
    played = json.loads(ask(address, LESSON, OUTCOMES))
    outcome, transcript = played["".join(word.title() for word in name.split("_"))]
    assert outcome["simulation"] == name
    assert outcome["finished"] is True
    assert outcome["prediction"] is not None
    assert "Transcript of one run" in transcript
    assert violations(lesson, frame) == []
    lesson.locator(frame).scroll_into_view_if_needed()
    screenshot(lesson, f"lab-{name}")


def test_the_form_saves_beside_the_notebook_and_says_what_it_is_worth(lesson: Page, workspace: Path) -> None:
    bring(lesson, 'button:has-text("Save my answers")')
    form = lesson.locator(".wh").filter(has=lesson.get_by_role("button", name="Save my answers"))
    first = form.get_by_role("radio").first
    first.focus()
    lesson.keyboard.press("Space")
    tab_to(form, "button", "Save my answers")
    lesson.keyboard.press("Enter")
    form.get_by_text("of 10 points").first.wait_for()
    saved = workspace / "08-recognising-risk" / "decisions.toml"
    assert "[answers" in saved.read_text("utf-8")
    screenshot(lesson, "lab-form")


def test_everything_we_draw_passes_axe(lesson: Page) -> None:
    for selector in (".wh", ".warmhandoff-check"):
        bring(lesson, selector)
        assert violations(lesson, selector) == []


def test_no_cell_failed_and_nothing_was_refused(lesson: Page) -> None:
    assert lesson.locator(".jp-OutputArea-output[data-mime-type*='error']").count() == 0
    assert "Traceback" not in lesson.locator(".jp-Notebook").inner_text()
