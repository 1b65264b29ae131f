"""The baseline that lesson 08 takes apart: a list of words, matched as strings."""

import re
from collections.abc import Iterable

from attrs import field, frozen

from warmhandoff.conversation import Conversation
from warmhandoff.referral.decision import Reason, ReferralDecision
from warmhandoff.referral.guard.protocol import decide
from warmhandoff.risk import Domain, RiskLevel

__all__ = ["BASELINE", "USUAL_WORDS", "KeywordGuard"]

USUAL_WORDS = (
    "suicide",
    "suicidal",
    "kill myself",
    "end my life",
    "end it all",
    "want to die",
    "better off dead",
    "hurt myself",
    "self-harm",
    "overdose",
)
"""What such lists usually hold; chosen for teaching."""


def _words(words: Iterable[str]) -> tuple[str, ...]:
    if isinstance(words, str):
        raise TypeError(f"the word list is one text; give a list, such as [{words[:40]!r}].")
    return tuple(word for word in (word.strip() for word in words) if word)


@frozen
class KeywordGuard:
    """Rings at whole words or phrases in what the person wrote, whatever they mean there.

    Attributes:
        words: The list; letter case does not matter.
        level: The level that a hit is given; HIGH by default, as alarms of this kind have one tier.
    """

    words: tuple[str, ...] = field(default=USUAL_WORDS, converter=_words)
    level: RiskLevel = RiskLevel.HIGH
    _pattern: re.Pattern[str] | None = field(init=False, eq=False, repr=False)

    @_pattern.default
    def _compile(self) -> re.Pattern[str] | None:
        if not self.words:
            return None
        # Longest first, so that the reason shows the whole phrase.
        either = "|".join(re.escape(word) for word in sorted(self.words, key=len, reverse=True))
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

    def assess(self, conversation: Conversation) -> ReferralDecision:
        """The list's level at the first hit, else NONE."""
        if self._pattern is not None:
            for index, turn in conversation.said_by("user"):
                if hit := self._pattern.search(turn.content):
                    reason = Reason("keyword", Domain.SUICIDE, index, hit.start(), hit.end())
                    return decide(self.level, conversation, reason)
        return decide(RiskLevel.NONE, conversation)


BASELINE = KeywordGuard()
"""The guard with the usual words, by a name that a SPEC can give."""
