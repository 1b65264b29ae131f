"""Predict, say two goodbyes, name what came back, close the app, read the debrief."""

from playwright.sync_api import Locator

from plays.keys import debrief, predict, press


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    predict(where)
    group = where.get_by_role("group", name="What you do")
    for how in ("Stay a little", "Go: leave that unanswered"):
        press(where, "button", group.get_by_role("button").first.inner_text())
        press(where, "button", how)
        where.get_by_role("heading", name="Name it").wait_for()
        press(where, "button", "Fear of missing out")
    press(where, "button", "Close the app")
    where.get_by_role("heading", name="You are out").wait_for()
    debrief(where)


def drag(where: Locator) -> Locator:
    """The prediction: the play itself has no slider."""
    return where.get_by_role("slider", name="My prediction")
