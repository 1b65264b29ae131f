"""Plain data from the course's types, and back: enums as lower-case names, times as ISO 8601."""

from datetime import date, datetime
from enum import Enum, IntEnum, StrEnum
from functools import cache
from typing import Any, TypeVar

from cattrs import Converter, transform_error
from cattrs.v import format_exception

from warmhandoff.errors import CourseError

T = TypeVar("T")

__all__ = ["SerialiseError", "from_plain", "to_plain"]


class SerialiseError(CourseError):
    """Plain data that is not of the type asked for. One sentence names every field that is wrong."""


def _enum_name(value: IntEnum) -> str:
    return value.name.lower()


def _enum_member(value: object, kind: type[Enum]) -> Enum:
    members = {member.name.lower(): member for member in kind}
    if not isinstance(value, str) or value not in members:
        raise ValueError(f"{str(value)[:40]!r} is not one of {', '.join(members)}")
    return members[value]


def _sentence(error: BaseException, kind: type | None) -> str:
    """Our own and the validators' words where they say more than cattrs does."""
    if isinstance(error, (ValueError, TypeError)) and error.args and isinstance(error.args[0], str):
        return error.args[0]
    return format_exception(error, kind)


def _text(value: object, _kind: type[str]) -> str:
    if not isinstance(value, str):
        # cattrs would turn a number into text, and a mistake in a file would pass unseen.
        raise TypeError(f"expected text, found {type(value).__name__}")
    return value


@cache
def _converter() -> Converter:
    # JSON has no sets; sorted, so that equal values give equal bytes.
    converter = Converter(forbid_extra_keys=True, unstruct_collection_overrides={frozenset: sorted})
    converter.register_unstructure_hook(IntEnum, _enum_name)
    converter.register_unstructure_hook(StrEnum, str)
    for enum in (IntEnum, StrEnum):
        converter.register_structure_hook(enum, _enum_member)
    converter.register_structure_hook(str, _text)
    for kind in (date, datetime):
        converter.register_unstructure_hook(kind, kind.isoformat)
        converter.register_structure_hook(
            kind,
            lambda value, kind: value if isinstance(value, kind) else kind.fromisoformat(value),
        )
    return converter


def to_plain(value: object) -> Any:
    """Dicts, lists, text, numbers and None: what JSON and TOML hold."""
    return _converter().unstructure(value)


def from_plain(plain: object, kind: type[T]) -> T:
    """The inverse of `to_plain`.

    Raises:
        SerialiseError: a field is missing, unknown, or not of its type.
    """
    try:
        return _converter().structure(plain, kind)
    except Exception as error:  # noqa: BLE001 - whatever a hook raises, the file is at fault
        raise SerialiseError(
            "; ".join(transform_error(error, path=kind.__name__, format_exception=_sentence))
        ) from None
