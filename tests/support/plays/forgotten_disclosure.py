"""Predict, narrow the window, chat on until it is forgotten, read the debrief."""

from playwright.sync_api import Locator

from plays.keys import debrief, predict, press


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    predict(where)
    press(where, "slider", "Context window", "Home")
    group = where.get_by_role("group", name="writes next")
    for _message in range(3):
        press(where, "button", group.get_by_role("button").first.inner_text())
    where.get_by_role("heading", name="The moment it was forgotten").wait_for()
    debrief(where)


def drag(where: Locator) -> Locator:
    """The window, which redraws the row of boxes and what stands out of view."""
    predict(where)
    return where.get_by_role("slider", name="Context window")
