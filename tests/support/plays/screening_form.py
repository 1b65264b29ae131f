"""Predict, score six forms, change an answer, move the app's cut-off, read the debrief."""

from playwright.sync_api import Locator

from plays.keys import debrief, predict, press

FORMS = {
    "Tomasz": (6, 1, 3),
    "Ruth": (16, 3, 2),
    "Daniel": (17, 3, 4),
    "Amara": (12, 2, 0),
    "Nasreen": (9, 1, 2),
    "Jonas": (13, 2, 3),
}
"""Total, place of the band, place of the next step. Not always the best: mistakes are part of it."""


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    predict(where)
    for name in FORMS:
        _score(where, name)
        if name == "Nasreen":
            press(where, "slider", "What if", "ArrowRight")
        if name != "Jonas":
            press(where, "button", "Next form")
    press(where, "slider", "Cut-off of the app", "ArrowLeft")
    press(where, "checkbox", "Item 9 above zero brings in a person, whatever the total", "Space")
    debrief(where)


def drag(where: Locator) -> Locator:
    """One answer of the first person, which changes total, band and the app's step."""
    predict(where)
    _score(where, "Tomasz")
    return where.get_by_role("slider", name="What if")


def _score(where: Locator, name: str) -> None:
    total, band, step = FORMS[name]
    where.get_by_role("heading", name=f"{name}, ").wait_for()
    press(where, "slider", "Your total", "ArrowRight", total)
    _choose(where, "The band of this total", band)
    _choose(where, "Which sentence may stand in the note?", 0)
    _choose(where, f"What do you do next for {name}?", step)
    press(where, "slider", "My confidence", "ArrowRight", 2)
    press(where, "button", "Commit my answers")
    where.get_by_role("heading", name=f"{name}: you and the app").wait_for()


def _choose(where: Locator, group: str, place: int) -> None:
    first = where.get_by_role("group", name=group).locator("label").first.inner_text()
    press(where, "radio", first, "Space")
    for _step in range(place):
        where.page.keyboard.press("ArrowDown")
