"""Guards: whatever reads a conversation and decides who should see it."""

from warmhandoff.referral.guard.compose import first_of, highest_of
from warmhandoff.referral.guard.failsafe import FailSafeGuard, Failure
from warmhandoff.referral.guard.keyword import KeywordGuard
from warmhandoff.referral.guard.protocol import FunctionGuard, Guard, as_guard, decide
from warmhandoff.referral.guard.streaming import StreamingGuard

__all__ = [
    "FailSafeGuard",
    "Failure",
    "FunctionGuard",
    "Guard",
    "KeywordGuard",
    "StreamingGuard",
    "as_guard",
    "decide",
    "first_of",
    "highest_of",
]
