"""What a widget says to a keyword it does not know."""

import difflib
from collections.abc import Collection

__all__ = ["refuse_unknown"]


def refuse_unknown(owner: str, given: Collection[str], known: Collection[str]) -> None:
    """Name the nearest keyword, as a typing mistake in a notebook must not pass unseen.

    Raises:
        TypeError: one of ``given`` is not among ``known``; one sentence with the fix.
    """
    for name in given:
        if name in known:
            continue
        nearest = difflib.get_close_matches(name, known, n=1, cutoff=0.4)
        fix = f"did you mean {nearest[0]!r}?" if nearest else "leave it out."
        raise TypeError(f"{owner}() has no keyword {name!r}: {fix} It knows {', '.join(sorted(known))}.")
