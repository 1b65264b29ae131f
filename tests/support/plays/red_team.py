"""Predict, foresee five decisions, name three failures, look at the other guard, draft a hazard line."""

from lab import tab_to
from playwright.sync_api import Locator

from plays.keys import debrief, predict, press

ROUNDS = 5
NAMES = 3


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    predict(where)
    named = 0
    for number in range(1, ROUNDS + 1):
        where.get_by_role("heading", name=f"Conversation {number}", exact=True).wait_for()
        press(where, "button", "As labelled" if number % 2 else "Too little: less than the label asks for")
        where.get_by_role("button", name="Next conversation").wait_for()
        if where.get_by_label("What made it fail?").locator("visible=true").count() and named < NAMES:
            press(where, "combobox", "What made it fail?", "ArrowDown", named + 1)
            press(where, "button", "Name it")
            named += 1
        if number < ROUNDS:
            press(where, "button", "Next conversation")
    where.get_by_role("heading", name="What the guard did").wait_for()
    press(where, "combobox", "Show", "Home")
    press(where, "radio", "careful policy", "ArrowDown")
    tab_to(where, "textbox", "Control: what will stand between this failure and the person?")
    where.page.keyboard.type("A person reads every conversation that the guard calls low, the same day")
    press(where, "button", "Keep this line in my transcript")
    debrief(where)


def drag(where: Locator) -> Locator:
    """The play has no slider: the prediction."""
    return where.get_by_role("slider", name="My prediction")
