"""Predict, lower the threshold until enough are caught, look at the other guard and the groups."""

from playwright.sync_api import Locator

from plays.keys import debrief, predict, press


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    predict(where)
    press(where, "slider", "Alarm threshold", "Home")
    press(where, "slider", "Alarm threshold", "ArrowRight", 3)
    press(where, "slider", "Risky conversations on a day", "ArrowRight")
    press(where, "slider", "Alarms that staff can answer in a day", "ArrowLeft")
    press(where, "combobox", "Groups by", "ArrowDown")
    press(where, "radio", "A made-up guard, scores from 0 to 100", "ArrowDown")
    where.get_by_text("Done. Read the debrief below").wait_for()
    debrief(where)


def drag(where: Locator) -> Locator:
    """The threshold: counts, the day, two dots, and a table of seventeen groups."""
    predict(where)
    return where.get_by_role("slider", name="Alarm threshold").locator("visible=true")
