"""Predict, go step by step with three partners, guess, read the debrief."""

from lab import tab_to
from playwright.sync_api import Locator

from plays.keys import debrief, predict, press

TOGETHER = 8


def play(where: Locator) -> None:
    """To the end, by keyboard; step by step, so that nothing hangs on the clock."""
    predict(where)
    _step_by_step(where)
    press(where, "slider", "My own pace", "ArrowLeft", 4)
    press(where, "button", "Use this pace")
    for letter, choice in (("A", "The same"), ("B", "A little slower"), ("C", "A little faster")):
        where.get_by_role("heading", name=f"Partner {letter}").wait_for()
        press(where, "button", choice, times=TOGETHER)
        press(where, "button", f"Rest, and let {letter} go on alone")
    where.get_by_role("heading", name="Which is which?").wait_for()
    for number, letter in enumerate("ABC", start=1):
        press(where, "combobox", f"Partner {letter}", "ArrowDown", number)
    tab_to(where, "radio", "Partner A")
    where.page.keyboard.press("Space")
    press(where, "slider", "My confidence", "ArrowRight", 2)
    press(where, "button", "Commit my guess")
    where.get_by_role("heading", name="All three were code").wait_for()
    debrief(where)


def drag(where: Locator) -> Locator:
    """The learner's own pace, which redraws where the partners will begin."""
    predict(where)
    _step_by_step(where)
    return where.get_by_role("slider", name="My own pace")


def _step_by_step(where: Locator) -> None:
    tab_to(where, "radio", "I tap a rhythm")
    where.page.keyboard.press("ArrowDown")
    where.get_by_role("slider", name="My own pace").wait_for()
