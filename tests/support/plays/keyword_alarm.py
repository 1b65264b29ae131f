"""Predict, add a word, ring, raise the threshold, read the debrief."""

from lab import tab_to
from playwright.sync_api import Locator

from plays.keys import debrief, predict, press


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    predict(where)
    tab_to(where, "textbox", "Words and phrases, one a line")
    where.page.keyboard.press("Control+End")
    where.page.keyboard.type("\ngoodbye")
    press(where, "button", "Ring the alarm")
    press(where, "slider", "Alarm threshold", "ArrowRight")
    press(where, "slider", "Alarm threshold", "ArrowLeft")
    debrief(where)


def drag(where: Locator) -> Locator:
    """The threshold, which redraws 17 rows."""
    predict(where)
    press(where, "button", "Ring the alarm")
    return where.get_by_role("slider", name="Alarm threshold")
