"""One table of a policy file: gives out what is as it should be, and notes everything that is not."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from attrs import field, frozen

__all__ = ["Table"]

_SHOWN = 40  # characters of a stranger's text in our sentence


def _short(value: object) -> str:
    # A list may be nested thousands deep, and its text as long; its kind says enough.
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a table"
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value[:_SHOWN]) if isinstance(value, str) else f"{value!r:.{_SHOWN}}"


@frozen
class Table:
    """Keys and values as a file has them.

    Every method gives the value, or None when it is missing or wrong; what is wrong is then noted.

    Attributes:
        values: What stands in the file.
        complaints: One sentence for each fault: what is wrong, and the mend.
    """

    values: Mapping[str, Any]
    complaints: list[str] = field(factory=list)

    def only(self, *known: str) -> None:
        """No other keys stand here."""
        for key in self.values:
            if key not in known:
                near = get_close_matches(key[:_SHOWN].lower(), known, 1)
                mend = f"write {near[0]!r}" if near else f"use {', '.join(known)}"
                self.complaints.append(f"nothing reads the key {_short(key)}; {mend}.")

    def text(self, key: str, example: str | None = None) -> str | None:
        """Words; needed when an example is given, which is then the mend."""
        value: str | None = self._value(
            key, str, "text in quotation marks", example and f'{key} = "{example}"'
        )
        if value is not None and not value.strip():
            self.complaints.append(f"{key!r} is empty; write something there, or leave it out.")
            return None
        return value

    def truth(self, key: str) -> bool | None:
        """True or false."""
        value: bool | None = self._value(key, bool, "true or false, without quotation marks")
        return value

    def whole(self, key: str) -> int | None:
        """A whole number from 1."""
        value: int | None = self._value(key, int, "a whole number from 1")
        if value is not None and value < 1:
            self.complaints.append(f"{key!r} is {_short(value)}; write a whole number from 1.")
            return None
        return value

    def one(self, key: str, known: Iterable[str], *, needed: bool = False) -> str | None:
        """One of the known names."""
        names = ", ".join(known := list(known))
        value = self._value(key, str, f"one of {names}", f"{key}, one of {names}" if needed else None)
        return None if value is None else self._known(key, value, known)

    def some(self, key: str, known: Iterable[str]) -> tuple[str, ...]:
        """A list of known names; without those that are none."""
        known = list(known)
        found = [self._known(key, value, known) for value in self.listed(key, known[0])]
        return tuple(name for name in found if name is not None)

    def listed(self, key: str, example: str, *, needed: bool = False) -> tuple[Any, ...]:
        """A list of anything; one that is not needed is not empty either."""
        mend = f'{key} = ["{example}"]' if needed else None
        value = self._value(key, list, f'a list in brackets, such as ["{example}"]', mend)
        if value == [] and not needed:
            self.complaints.append(f"{key!r} is empty; name at least one, or leave it out.")
        return tuple(value or ())

    def table(self, key: str, header: str) -> "Table | None":
        """A table within this one, needed; its complaints are its own."""
        value = self._value(key, dict, f"a table, {header}, with a line for each of its keys", header)
        return None if value is None else Table(value)

    def _value(self, key: str, kind: type, wanted: str, needed: str | None = None) -> Any:
        if key not in self.values:
            if needed:
                self.complaints.append(f"{key!r} is missing; add {needed}.")
            return None
        value = self.values[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.complaints.append(f"{key!r} is {_short(value)}; write {wanted}.")
            return None
        return value

    def _known(self, key: str, value: object, known: list[str]) -> str | None:
        if isinstance(value, str) and value in known:
            return value
        self.complaints.append(f"{key!r} has {_short(value)}, which is none; use one of {', '.join(known)}.")
        return None
