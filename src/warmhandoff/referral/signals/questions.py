"""What an assistant's turn asks, of the five things that a careful interviewer wants to know."""

from warmhandoff.referral.signals.detectors import questions
from warmhandoff.referral.signals.words import cut

__all__ = ["asked_in"]


def asked_in(text: str) -> frozenset[str]:
    """Of `warmhandoff.risk.UNASKED`, what the questions in a text ask.

    Only a sentence that ends in a question mark asks. That something was asked does not mean that it was
    answered.

    Raises:
        DatasetError: a file of ``datasets/signals`` is missing or broken.
    """
    words = cut(text)
    if not words.questions:
        return frozenset()
    asking = set(words.questions)
    return frozenset(
        found.owner.asks
        for found in questions().find(words.words)
        if words.sentence_end(found.start) in asking
    )
