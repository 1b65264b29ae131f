"""Predict, raise the prevalence, sharpen the test, staff the team, load a measured setting, debrief."""

from playwright.sync_api import Locator

from plays.keys import debrief, predict, press


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    predict(where)
    press(where, "slider", "Prevalence", "ArrowRight", 9)
    press(where, "combobox", "Setting", "Home")
    press(where, "checkbox", "Second step", "Space")
    press(where, "slider", "Specificity", "ArrowRight", 2)
    press(where, "slider", "Seen a day", "End")
    press(where, "combobox", "Setting", "Home")
    press(where, "combobox", "Setting", "ArrowDown")
    debrief(where)


def drag(where: Locator) -> Locator:
    """The prevalence, which redraws up to a thousand marks."""
    predict(where)
    return where.get_by_role("slider", name="Prevalence")
