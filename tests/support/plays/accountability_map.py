"""Predict, answer eight events, change the place, read the debrief."""

from lab import tab_to
from playwright.sync_api import Locator

from plays.keys import debrief, predict, press

EVENTS = 8


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    predict(where)
    for number in range(1, EVENTS + 1):
        where.get_by_role("heading", name=f"Event {number} of {EVENTS}").wait_for()
        press(where, "checkbox", "A court that can be asked for damages", "Space")
        press(where, "button", "Commit my answer")
        where.get_by_role("heading", name="Who answers").wait_for()
        if number < EVENTS:
            press(where, "button", "Next event")
    tab_to(where, "combobox", "Place")
    where.page.keyboard.press("ArrowDown")
    debrief(where)


def drag(where: Locator) -> Locator:
    """The play has no slider; the prediction has."""
    return where.get_by_role("slider", name="My prediction")
