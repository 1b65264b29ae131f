"""Predict, shorten the time, flip choices, change the place, read the debrief."""

from lab import tab_to
from playwright.sync_api import Locator

from plays.keys import debrief, predict, press


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    predict(where)
    where.get_by_role("heading", name="The trail of her message").wait_for()
    press(where, "slider", "How long chats are kept", "PageDown")
    tab_to(where, "combobox", "Consent")
    where.page.keyboard.press("ArrowDown")
    press(where, "checkbox", "An advertising and analytics kit is built in", "Space")
    tab_to(where, "combobox", "Law of")
    where.page.keyboard.press("ArrowDown")
    debrief(where)


def drag(where: Locator) -> Locator:
    """How long chats are kept, which redraws the whole trail."""
    predict(where)
    return where.get_by_role("slider", name="How long chats are kept")
