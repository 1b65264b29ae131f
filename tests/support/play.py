"""Both simulations of lesson 8, played to the end with the keyboard alone."""

from lab import tab_to
from playwright.sync_api import Page


def press(shown: Page, role: str, name: str, key: str = "Enter", times: int = 1) -> None:
    """Tab to a control and press a key on it."""
    tab_to(shown, role, name)
    for _press in range(times):
        shown.keyboard.press(key)


def predict(shown: Page) -> None:
    """Move both sliders and commit."""
    press(shown, "slider", "My prediction", "ArrowRight", 2)
    press(shown, "slider", "My confidence", "ArrowRight", 3)
    press(shown, "button", "Commit my prediction")


def keyword_alarm(shown: Page) -> None:
    """Predict, add a word, ring, raise the threshold, read the debrief."""
    predict(shown)
    tab_to(shown, "textbox", "Words and phrases, one a line")
    shown.keyboard.press("Control+End")
    shown.keyboard.type("\ngoodbye")
    press(shown, "button", "Ring the alarm")
    press(shown, "slider", "Alarm threshold", "ArrowRight")
    press(shown, "slider", "Alarm threshold", "ArrowLeft")
    press(shown, "button", "Read the debrief")
    shown.get_by_role("heading", name="Debrief").wait_for()


def forgotten_disclosure(shown: Page) -> None:
    """Predict, narrow the window, chat on until it is forgotten, read the debrief."""
    predict(shown)
    press(shown, "slider", "Context window", "Home")
    group = shown.get_by_role("group", name="writes next")
    for _message in range(3):
        name = group.get_by_role("button").first.inner_text()
        press(shown, "button", name)
    shown.get_by_role("heading", name="The moment it was forgotten").wait_for()
    press(shown, "button", "Read the debrief")
    shown.get_by_role("heading", name="Debrief").wait_for()


SIMULATIONS = {"keyword_alarm": keyword_alarm, "forgotten_disclosure": forgotten_disclosure}
