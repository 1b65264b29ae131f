"""Both simulations of lesson 8, played to the end with the keyboard alone."""

from lab import tab_to
from playwright.sync_api import Locator


def press(where: Locator, role: str, name: str, key: str = "Enter", times: int = 1) -> None:
    """Tab to a control and press a key on it."""
    tab_to(where, role, name)
    for _press in range(times):
        where.page.keyboard.press(key)


def predict(where: Locator) -> None:
    """Move both sliders and commit."""
    press(where, "slider", "My prediction", "ArrowRight", 2)
    press(where, "slider", "My confidence", "ArrowRight", 3)
    press(where, "button", "Commit my prediction")


def keyword_alarm(where: Locator) -> None:
    """Predict, add a word, ring, raise the threshold, read the debrief."""
    predict(where)
    tab_to(where, "textbox", "Words and phrases, one a line")
    where.page.keyboard.press("Control+End")
    where.page.keyboard.type("\ngoodbye")
    press(where, "button", "Ring the alarm")
    press(where, "slider", "Alarm threshold", "ArrowRight")
    press(where, "slider", "Alarm threshold", "ArrowLeft")
    press(where, "button", "Read the debrief")
    where.get_by_role("heading", name="Debrief").wait_for()


def forgotten_disclosure(where: Locator) -> None:
    """Predict, narrow the window, chat on until it is forgotten, read the debrief."""
    predict(where)
    press(where, "slider", "Context window", "Home")
    group = where.get_by_role("group", name="writes next")
    for _message in range(3):
        name = group.get_by_role("button").first.inner_text()
        press(where, "button", name)
    where.get_by_role("heading", name="The moment it was forgotten").wait_for()
    press(where, "button", "Read the debrief")
    where.get_by_role("heading", name="Debrief").wait_for()


SIMULATIONS = {"keyword_alarm": keyword_alarm, "forgotten_disclosure": forgotten_disclosure}
