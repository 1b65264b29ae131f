"""JSON Lines in, JSON Lines out: one conversation a line, one decision a line, in constant memory."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, TextIO

from attrs import define, field

from warmhandoff.conversation import Context, Conversation, ConversationError
from warmhandoff.errors import CourseError
from warmhandoff.referral.decision import ReferralDecision
from warmhandoff.referral.guard import FailSafeGuard, Failure
from warmhandoff.serialise import from_plain, to_plain

__all__ = ["Tally", "assess_lines"]


@define
class Tally:
    """How a run went.

    Attributes:
        answered: Lines with a decision, fail-safe ones among them.
        bad: Lines that are no conversation; each was reported.
        failures: Fail-safe answers by kind; each was reported.
    """

    answered: int = 0
    bad: int = 0
    failures: Counter[str] = field(factory=Counter)

    @property
    def clean(self) -> bool:
        """Whether every line was read and every guard call came back."""
        return not self.bad and not self.failures


def assess_lines(  # noqa: PLR0913 - two streams, a guard and its two limits
    lines: Iterable[bytes],
    guard: object,
    out: TextIO,
    err: TextIO,
    *,
    timeout: float,
    isolate: bool,
) -> Tally:
    """Answer each line; report bad lines and failed calls by line number, and go on.

    Args:
        lines: UTF-8 JSON Lines, ``{"id", "messages"}`` with optional ``language``, ``place`` and
            ``context``; other keys are passed over.
        guard: A guard or function, or with ``isolate`` its SPEC.
        out: Where decisions go, ``{"id", "risk", "disposition", "urgency", "reasons"}``.
        err: Where reports go.
        timeout: Seconds a conversation.
        isolate: Whether the guard runs in a process of its own.
    """
    tally, number = Tally(), 0

    def note(failure: Failure) -> None:
        tally.failures[failure.kind] += 1
        print(f"line {number}: the guard failed, {failure.detail}; answered fail-safe.", file=err)

    safe = FailSafeGuard(guard, timeout=timeout, isolate=isolate, on_failure=note)
    try:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                conversation = _conversation(line)
            except CourseError as error:
                tally.bad += 1
                print(f"line {number}: {error}", file=err)
                continue
            print(json.dumps(_answer(conversation, safe.assess(conversation))), file=out)
            tally.answered += 1
    finally:
        safe.close()
    return tally


def _conversation(line: bytes) -> Conversation:
    try:
        record: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise ConversationError(
            'not JSON; write one object a line, {"id": "a", "messages": [...]}.'
        ) from None
    if not isinstance(record, dict):
        raise ConversationError('not an object; write {"id": "a", "messages": [...]}.')
    name, messages = record.get("id"), record.get("messages")
    if not isinstance(name, str):
        raise ConversationError("has no 'id'; give each line its own, as text.")
    if not isinstance(messages, list):
        raise ConversationError("has no list of 'messages'; add the turns, oldest first.")
    context = record.get("context") or {}
    language = record.get("language") or "en"
    try:
        return Conversation.from_messages(
            messages,
            id=name,
            language=language,
            place=record.get("place"),
            context=from_plain(context, Context),
        )
    except CourseError:
        raise
    except (TypeError, ValueError) as error:
        raise ConversationError(f"{error.args[0]}; mend that field.") from None


def _answer(conversation: Conversation, decision: ReferralDecision) -> dict[str, Any]:
    wanted = ("risk", "disposition", "urgency", "reasons")
    return {"id": conversation.id, **{key: to_plain(getattr(decision, key)) for key in wanted}}
