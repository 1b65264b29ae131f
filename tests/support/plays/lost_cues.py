"""Predict, listen to the first and read the rest, commit six readings, try two replies, read the debrief."""

from lab import tab_to
from playwright.sync_api import Locator

from plays.keys import debrief, predict, press

RECORDINGS = 6


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    predict(where)
    press(where, "button", "Play recording 1")
    where.get_by_role("button", name="Stop recording 1").wait_for()
    press(where, "button", "Stop recording 1")
    for number in range(1, RECORDINGS + 1):
        where.get_by_role("heading", name=f"Recording {number} of {RECORDINGS}").wait_for()
        tab_to(where, "radio", "Means just what the words say")
        where.page.keyboard.press("Space")
        for _step in range(number % 5):
            where.page.keyboard.press("ArrowDown")
        press(where, "slider", "My confidence", "ArrowRight", number)
        press(where, "button", "Commit my reading")
    where.get_by_role("heading", name="What was there, and what is left of it").wait_for()
    press(where, "button", "You sound worn out. It's the nights again, isn't it?")
    press(where, "button", "There was a pause before that. It may mean nothing. Was there something in it?")
    where.get_by_role("table").get_by_text("That was the interpreting.").wait_for()
    debrief(where)


def drag(where: Locator) -> Locator:
    """How sure the learner is of the first reading: the slider that the play repeats."""
    predict(where)
    return where.get_by_role("slider", name="My confidence")
