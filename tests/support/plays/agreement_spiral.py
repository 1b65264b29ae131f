"""Predict, pick the first line eight times, compare with another bot, read the debrief."""

from lab import tab_to
from playwright.sync_api import Locator

from plays.keys import debrief, predict, press


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    _eight_turns(where)
    where.get_by_role("heading", name="After eight turns").wait_for()
    press(where, "slider", "What if the bot had been this agreeable", "ArrowLeft")
    debrief(where)


def drag(where: Locator) -> Locator:
    """The agreeableness of the what-if bot, when all eight turns are drawn anew with every move."""
    _eight_turns(where)
    tab_to(where, "slider", "What if the bot had been this agreeable")
    return where.get_by_role("slider", name="What if the bot had been this agreeable")


def _eight_turns(where: Locator) -> None:
    predict(where)
    group = where.get_by_role("group", name="writes next")
    for number in range(1, 9):
        group.get_by_text(f"Turn {number} of 8").wait_for()
        press(where, "button", group.get_by_role("button").first.inner_text())
