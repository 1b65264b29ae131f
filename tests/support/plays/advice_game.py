"""Predict, answer twelve items twice, say who decided, read the debrief."""

from lab import tab_to
from playwright.sync_api import Locator

from plays.keys import debrief, predict, press


def play(where: Locator) -> None:
    """To the end, by keyboard: some advice is followed, some is not."""
    predict(where)
    for number in range(1, 13):
        where.get_by_role("heading", name=f"Question {number} of 12").wait_for()
        press(where, "slider", "My answer", "PageDown", number % 4)
        press(where, "button", "Commit my first answer")
        where.get_by_role("heading", name="advice: ").wait_for()
        press(where, "slider", "My answer", "PageUp", number % 3)
        press(where, "button", "Commit my final answer")
    where.get_by_role("heading", name="How far you moved").wait_for()
    press(where, "radio", "I did, and the advice changed nothing", "Space")
    debrief(where)


def drag(where: Locator) -> Locator:
    """The answer, before the advice is in."""
    predict(where)
    tab_to(where, "slider", "My answer")
    return where.get_by_role("slider", name="My answer")
