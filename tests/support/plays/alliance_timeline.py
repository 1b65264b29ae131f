"""Predict, flag one turn, answer eight, see the bot's session, read the debrief."""

from playwright.sync_api import Locator

from plays.keys import debrief, predict, press

TURNS = 8


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    predict(where)
    group = where.get_by_role("group", name="What you answer")
    for turn in range(1, TURNS + 1):
        where.get_by_text(f"Turn {turn} of {TURNS}").wait_for()
        if turn == 3:
            press(where, "checkbox", "I noticed something between us", "Space")
        press(where, "button", group.get_by_role("button").first.inner_text())
    where.get_by_role("heading", name="What your flags found").wait_for()
    press(where, "button", "Show the same session with the bot")
    where.get_by_role("heading", name="The same session with a bot that agrees").wait_for()
    debrief(where)


def drag(where: Locator) -> Locator:
    """The prediction: the play itself has no slider."""
    return where.get_by_role("slider", name="My prediction")
