"""Guards: whatever reads a conversation and decides who should see it."""

from warmhandoff.referral.guard.failsafe import FailSafeGuard, Failure
from warmhandoff.referral.guard.keyword import KeywordGuard
from warmhandoff.referral.guard.protocol import FunctionGuard, Guard, as_guard, decide

__all__ = [
    "FailSafeGuard",
    "Failure",
    "FunctionGuard",
    "Guard",
    "KeywordGuard",
    "as_guard",
    "decide",
]
