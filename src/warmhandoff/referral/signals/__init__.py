"""Signals: small, documented detectors of words that speak of a danger, and of how they are meant.

They are what policies are written against. They read words, not people: a turn without a signal clears
nobody. Not clinically reviewed.
"""

from warmhandoff.referral.signals.answers import affirmed_by, proposed_by
from warmhandoff.referral.signals.detect import signals_in
from warmhandoff.referral.signals.detectors import Rule, rules
from warmhandoff.referral.signals.model import SEEN, Assertion, Signal
from warmhandoff.referral.signals.questions import asked_in

__all__ = [
    "SEEN",
    "Assertion",
    "Rule",
    "Signal",
    "affirmed_by",
    "asked_in",
    "proposed_by",
    "rules",
    "signals_in",
]
