"""Lesson 8 in a real JupyterLab, as `warmhandoff learn` opens it: read, run, play, save, look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lab import bring, chromium, learning, page, run_all, screenshot, tab_to, violations
from playwright.sync_api import Page


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
        bring(shown, ".warmhandoff-check")  # the last graded cell has its feedback
        yield shown


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
