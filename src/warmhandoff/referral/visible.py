"""Other people's text, fit to be shown: what is hidden in it becomes visible, what is markup does not act."""

import re
from html import escape

__all__ = ["escaped", "isolated", "visible"]

_NEWLINE = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters, but for tab and line feed
    "\u202a-\u202e\u2066-\u2069"  # turn the direction of what follows
    "\ufeff\ufffe\uffff\ud800-\udfff]"  # no characters at all; a lone surrogate cannot even be saved
)


def visible(text: str) -> str:
    """The text with hidden characters named, as in ``[U+202E]``; what joins emoji and letters stays."""
    return _HIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", _NEWLINE.sub("\n", text))


def escaped(text: str) -> str:
    """The text for HTML, in an element or a quoted attribute."""
    return escape(visible(text), quote=True)


def isolated(text: str) -> str:
    """The text for HTML, with a direction of its own that cannot spill into what stands around it."""
    return f'<bdi dir="auto">{escaped(text)}</bdi>'
