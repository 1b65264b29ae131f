"""Predict, talk with Nilufer to an end, name what the advice bot does, read the debrief."""

from lab import tab_to
from playwright.sync_api import Locator

from plays.keys import debrief, predict

MOST = 20


def play(where: Locator) -> None:
    """To the end, by keyboard; the focus stays on the first button while there is something to say."""
    predict(where)
    _answer(where, "What you say next", "How it ended")
    _answer(where, "What kind of reply was that", "conversation ended")
    where.get_by_role("button", name="Meet Helen").wait_for()
    debrief(where)


def _answer(where: Locator, group: str, until: str) -> None:
    first = where.get_by_role("group", name=group).get_by_role("button").first
    tab_to(where, "button", first.inner_text())
    end = where.get_by_role("heading", name=until)
    for _reply in range(MOST):
        where.page.keyboard.press("Enter")
        if end.is_visible():
            return
    raise AssertionError(f"there is no {until!r} after {MOST} replies")


def drag(where: Locator) -> Locator:
    """The play has no slider: the prediction."""
    return where.get_by_role("slider", name="My prediction")
