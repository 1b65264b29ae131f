"""The keyboard alone: what all plays share."""

from lab import tab_to
from playwright.sync_api import Locator

__all__ = ["debrief", "predict", "press"]


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


def debrief(where: Locator) -> None:
    """Read the debrief, which is there when the play is done."""
    press(where, "button", "Read the debrief")
    where.get_by_role("heading", name="Debrief").wait_for()
