"""What a plain yes says: it takes over the words of the question before it."""

from bisect import bisect_left
from collections.abc import Iterable

from attrs import evolve

from warmhandoff.referral.signals.detect import signals_in
from warmhandoff.referral.signals.detectors import answers
from warmhandoff.referral.signals.model import Assertion, Signal
from warmhandoff.referral.signals.words import Span, cut

__all__ = ["affirmed_by", "proposed_by"]


def proposed_by(text: str) -> tuple[Signal, ...]:
    """The signals in the questions of an assistant's turn: what somebody would say who said yes to them.

    That a question supposes something, as every question does, is no way of meaning it.

    Raises:
        DatasetError: a file of ``datasets/signals`` is missing or broken.
    """
    words = cut(text)
    asking = set(words.questions)
    if not asking:
        return ()
    return tuple(
        evolve(signal, assertions=signal.assertions - {Assertion.HYPOTHETICAL}, tells=())
        for signal in signals_in(text)
        if words.sentence_end(bisect_left(words.starts, signal.start)) in asking
    )


def affirmed_by(text: str, proposed: Iterable[Signal]) -> tuple[Signal, ...]:
    """What the person's turn takes over, where a sentence of it is a yes; the span is that of the yes.

    Which of several questions a yes is about cannot be told, so it counts for all of them.

    Args:
        text: The person's turn.
        proposed: `proposed_by` of the assistant's last turn.

    Raises:
        DatasetError: a file of ``datasets/signals`` is missing or broken.
    """
    proposed = tuple(proposed)
    span = _yes(text) if proposed else None
    if span is None:
        return ()
    return tuple(evolve(signal, start=span[0], end=span[1]) for signal in proposed)


def _yes(text: str) -> Span | None:
    """The characters of the first yes: it begins its sentence, and nothing there takes it back."""
    words = cut(text)
    begins = {0, *(stop + 1 for stop in words.stops)}
    agreed: list[Span] = []
    taken_back = set()
    for found in answers().find(words.words):
        if found.owner.says == "no":
            taken_back.add(words.sentence_end(found.start))
        elif found.start in begins:
            agreed.append((found.start, found.end))
    for start, end in agreed:
        if words.sentence_end(start) not in taken_back:
            return words.starts[start], words.ends[end - 1]
    return None
