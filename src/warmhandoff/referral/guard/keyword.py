"""The baseline that lesson 08 takes apart: a list of words, matched as strings."""

import re
from collections.abc import Iterable

from attrs import evolve, field, frozen

from warmhandoff.conversation import Conversation, Turn
from warmhandoff.referral.decision import Reason, ReferralDecision
from warmhandoff.referral.guard.protocol import decide
from warmhandoff.referral.guard.streaming import StreamingGuard
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
class _State:
    setting: Conversation
    turns: int = 0
    hit: Reason | None = None


@frozen
class KeywordGuard(StreamingGuard[_State]):
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

    def _begin(self, setting: Conversation) -> _State:
        return _State(setting)

    def observe(self, state: _State, turn: Turn) -> _State:
        """The state with the first hit, once there is one."""
        hit = None
        if state.hit is None and self._pattern is not None and turn.role == "user":
            hit = self._pattern.search(turn.content)
        reason = Reason("keyword", Domain.SUICIDE, state.turns, hit.start(), hit.end()) if hit else state.hit
        return evolve(state, turns=state.turns + 1, hit=reason)

    def conclude(self, state: _State) -> ReferralDecision:
        """The list's level when there was a hit, else NONE."""
        level = self.level if state.hit else RiskLevel.NONE
        return decide(level, state.setting, state.hit)


BASELINE = KeywordGuard()
"""The guard with the usual words, by a name that a SPEC can give."""
