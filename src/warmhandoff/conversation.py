"""Turns, conversations, and what a service knows around them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Literal, Self, cast, get_args

from attrs import field, frozen
from attrs.validators import deep_iterable, in_, instance_of, optional

from warmhandoff.errors import CourseError

__all__ = ["AGE_BANDS", "Context", "Conversation", "ConversationError", "Role", "Turn"]

Role = Literal["user", "assistant", "system"]
ROLES: tuple[str, ...] = get_args(Role)

AGE_BANDS = ("under-13", "13-17", "18-24", "25-44", "45-64", "65-plus")
"""Bands, because a guard needs no birthday."""

_PLACE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class ConversationError(CourseError):
    """A conversation that cannot be read. The message is one sentence: what, where, the mend."""


def _aware(_owner: object, attribute: Any, value: datetime | None) -> None:
    if value is not None and value.utcoffset() is None:
        raise ConversationError(
            f"'{attribute.name}' has no time zone; write it with an offset, such as "
            "2026-11-23T21:30:00+00:00."
        )


def _whole(pattern: re.Pattern[str], example: str) -> Any:
    def check(_owner: object, attribute: Any, value: str | None) -> None:
        if value is not None and not pattern.fullmatch(value):
            raise ConversationError(
                f"'{attribute.name}' is {value[:40]!r}; write it like {example}, or leave it out."
            )

    return check


@frozen
class Turn:
    """One message.

    Attributes:
        role: Who speaks: ``user``, ``assistant`` or ``system``.
        content: The text, any length, any characters.
        at: When it was sent, with time zone; None when the service does not know.
    """

    role: Role = field(validator=in_(ROLES))
    content: str = field(validator=instance_of(str))
    at: datetime | None = field(default=None, validator=[optional(instance_of(datetime)), _aware])


@frozen
class Context:
    """What the service knows besides the words.

    Attributes:
        now: The time of the assessment, with time zone.
        visit: Which visit of this person this is, from 1; None when unknown.
        age_band: One of `AGE_BANDS`, stated by the person; None when unknown.
    """

    now: datetime | None = field(default=None, validator=[optional(instance_of(datetime)), _aware])
    visit: int | None = field(default=None, validator=optional(instance_of(int)))
    age_band: str | None = field(default=None, validator=optional(in_(AGE_BANDS)))


def _tuple(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    return tuple(turns)


@frozen
class Conversation:
    """What has been said so far, oldest turn first.

    Attributes:
        turns: The turns.
        id: The caller's own name for it.
        language: BCP 47 tag of the words. It says nothing about where somebody is.
        place: ISO 3166 code (``GB``, ``GB-SCT``), stated or consented; None when unknown.
        context: What else the service knows.
    """

    turns: tuple[Turn, ...] = field(converter=_tuple, validator=deep_iterable(instance_of(Turn)))
    id: str | None = field(default=None, validator=optional(instance_of(str)))
    language: str = field(default="en", validator=[instance_of(str), _whole(_LANGUAGE, "en or pt-BR")])
    place: str | None = field(
        default=None, validator=[optional(instance_of(str)), _whole(_PLACE, "GB or GB-SCT")]
    )
    context: Context = field(factory=Context, validator=instance_of(Context))

    @classmethod
    def from_messages(
        cls,
        messages: Iterable[Mapping[str, Any]],
        *,
        id: str | None = None,  # noqa: A002 - the field's name in every chat format
        language: str = "en",
        place: str | None = None,
        context: Context | None = None,
    ) -> Self:
        """Read chat messages, ``[{"role": "user", "content": "..."}]``, as chat services exchange them.

        Raises:
            ConversationError: a message is not of that form; the sentence says which, and the mend.
        """
        return cls(
            turns=tuple(_turn(number, message) for number, message in enumerate(messages)),
            id=id,
            language=language,
            place=place,
            context=context or Context(),
        )

    def said_by(self, role: Role) -> Iterator[tuple[int, Turn]]:
        """The turns of one speaker, each with its index in the conversation."""
        return ((index, turn) for index, turn in enumerate(self.turns) if turn.role == role)


def _turn(number: int, message: Mapping[str, Any]) -> Turn:
    if not isinstance(message, Mapping):
        raise ConversationError(
            f"message {number} is a {type(message).__name__}; "
            'write it as {"role": "user", "content": "..."}.'
        )
    role, content, sent = (message.get(key) for key in ("role", "content", "at"))
    if role not in ROLES:
        raise ConversationError(
            f"message {number} has the role {str(role)[:40]!r}; use one of {', '.join(ROLES)}."
        )
    if not isinstance(content, str):
        raise ConversationError(
            f"message {number} has no text in 'content'; write the words there as one string."
        )
    return Turn(role=cast("Role", role), content=content, at=_time(number, sent))


def _time(number: int, sent: object) -> datetime | None:
    if sent is None or isinstance(sent, datetime):
        return sent
    try:
        return datetime.fromisoformat(str(sent))
    except ValueError:
        raise ConversationError(
            f"message {number} was sent at {str(sent)[:40]!r}; write the time like 2026-11-23T21:30:00+00:00."
        ) from None
