"""Shares in words that need no statistics: so many of so many, so many in 100."""

from math import ceil

from warmhandoff.evaluation.metrics.intervals import Proportion, z_value

__all__ = ["cases_needed", "count", "hundred", "paragraphs", "span"]


def hundred(share: float) -> str:
    """``76 in 100``, for a share from 0 to 1; never rounded to none or to all."""
    if 0 < share < 0.005:  # noqa: PLR2004 - what would round to 0
        return "fewer than 1 in 100"
    if 0.995 <= share < 1:  # noqa: PLR2004 - what would round to 100
        return "more than 99 in 100"
    return f"{100 * share:.0f} in 100"


def span(found: Proportion) -> str:
    """``12 of 15 (80 in 100; between 55 and 93)``: a share with its 95 % interval."""
    if found.value is None:
        return "0 of 0 (nothing is known)"
    low, high = round(100 * found.low), round(100 * found.high)
    return f"{found.hits} of {found.n} ({hundred(found.value)}; between {low} and {high})"


def count(number: int, thing: str, things: str | None = None) -> str:
    """``1 case``, ``2 cases``, ``no cases``."""
    several = things or f"{thing}s"
    return f"{number or 'no'} {thing if number == 1 else several}"


def paragraphs(text: str) -> tuple[str, ...]:
    """Paragraphs out of a text that is wrapped and indented as code is; empty lines part them."""
    return tuple(" ".join(part.split()) for part in text.strip().split("\n\n"))


def cases_needed(found: Proportion, asked: float) -> int | None:
    """How many more cases would lift the interval's lower end to ``asked``, if the share stayed as it is.

    None when the share itself is not above ``asked``: then more cases alone would not help. With no cases
    at all, the least number that could do, every one of them found.

    Args:
        found: The share so far.
        asked: What its lower end must reach, between 0 and 1, 1 excluded.

    Source: the Wilson interval is the score test turned round, so its lower end reaches ``asked`` from
        n = z^2 asked (1 - asked) / (share - asked)^2 on.
    """
    share = 1.0 if found.value is None else found.value
    if share <= asked:
        return None
    least = ceil(z_value(0.95) ** 2 * asked * (1 - asked) / (share - asked) ** 2)
    return max(0, least - found.n)
