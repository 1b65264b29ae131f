"""Talk, rate, look inside, rate again, swap all feelings, add a rule, read the debrief."""

from lab import tab_to
from playwright.sync_api import Locator

from plays.keys import debrief, predict, press


def play(where: Locator) -> None:
    """To the end, by keyboard."""
    _to_the_pairs(where)
    press(where, "button", "Swap “love” for “hate”")
    press(where, "button", "Swap all the feelings")
    where.page.keyboard.press("Tab")
    where.get_by_text("Add a rule", exact=True).press("Enter")
    tab_to(where, "textbox", "Keyword of the new rule")
    where.page.keyboard.type("hate")
    tab_to(where, "textbox", "Reply of the new rule")
    where.page.keyboard.type("That is a strong word. What is behind it?")
    press(where, "button", "Add the rule")
    debrief(where)


def drag(where: Locator) -> Locator:
    """A rank, which answers the conversation and the pairs anew."""
    _to_the_pairs(where)
    press(where, "button", "Swap all the feelings")
    where.get_by_role("list", name="The rules").locator("summary").first.press("Enter")
    return where.get_by_role("slider", name="Rank of “mother”")


def _to_the_pairs(where: Locator) -> None:
    predict(where)
    tab_to(where, "textbox", "Write to the bot")
    where.page.keyboard.type("I am tired of my work")
    where.page.keyboard.press("Enter")
    for _sentence in range(2):
        group = where.get_by_role("group", name="Ready sentences")
        press(where, "button", group.get_by_role("button").first.inner_text())
    press(where, "slider", "How heard do you feel?", "ArrowRight", 3)
    press(where, "button", "Commit my rating and show the rules")
    press(where, "slider", "How heard do you feel now?", "ArrowLeft", 3)
    press(where, "button", "Commit my second rating")
    where.get_by_role("heading", name="Opposite feelings").wait_for()
