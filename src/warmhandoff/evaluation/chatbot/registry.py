"""One name for what we register with Inspect, however the course is installed."""

from collections.abc import Callable
from typing import TypeVar

from inspect_ai.util import registry_info

__all__ = ["in_our_name"]

_PACKAGE = "warmhandoff"
Registered = TypeVar("Registered")


def in_our_name(register: Callable[[str], Registered], name: str) -> Registered:
    """Register something as ``warmhandoff/<name>``.

    Inspect puts the package's name before what comes from an installed package. In an editable install
    it looks for a distribution called like the package, and ours is ``warm-handoff``: there it does not.
    """
    registered = register(name)
    return registered if "/" in registry_info(registered).name else register(f"{_PACKAGE}/{name}")
