"""Look at the four starts, draw ten words, change the order, read the debrief."""

from playwright.sync_api import Locator

from plays.keys import debrief, predict, press


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    predict(where)
    group = where.get_by_role("group", name="The starts with two endings")
    for start in range(4):
        press(where, "button", group.get_by_role("button").nth(start).inner_text())
    press(where, "button", "Ten words")
    press(where, "slider", "Order", "ArrowRight")
    press(where, "button", "Next word", times=3)
    debrief(where)


def drag(where: Locator) -> Locator:
    """The temperature at order 1, which weighs every word of the text and the four starts."""
    predict(where)
    press(where, "slider", "Order", "Home")
    return where.get_by_role("slider", name="Temperature")
