"""Predict, run the day, change the policy, answer the four what-ifs, read the debrief."""

from lab import tab_to
from playwright.sync_api import Locator

from plays.keys import debrief, predict, press

ANSWERS = {
    "The service is down": "Say that it failed and ask for a person",
    "The place is unknown": "The directories, with a question about the country",
    "Contact is unsafe": "Stay in the chat; ring or write only if asked to",
    "The person says no": "Accept it and stay; offer another way; tell a colleague",
}


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    predict(where)
    press(where, "button", "Run the day")
    where.get_by_role("heading", name="What came of the day").wait_for()
    press(where, "combobox", "Serious danger soon", "End")
    press(where, "checkbox", "Desk closed", "Space")
    press(where, "slider", "People on the desk", "ArrowRight")
    _answer(where)
    press(where, "combobox", "Show", "ArrowDown")
    debrief(where)


def _answer(where: Locator) -> None:
    for title, answer in ANSWERS.items():
        part = where.get_by_role("region", name=title)
        tab_to(where, "radio", part.get_by_role("radio").first.evaluate("node => node.parentNode.innerText"))
        wanted = part.get_by_role("radio", name=answer)
        while not wanted.is_checked():
            where.page.keyboard.press("ArrowDown")


def drag(where: Locator) -> Locator:
    """The people on the desk, which redraws the day, the what-ifs and every conversation."""
    predict(where)
    press(where, "button", "Run the day")
    _answer(where)
    return where.get_by_role("slider", name="People on the desk")
