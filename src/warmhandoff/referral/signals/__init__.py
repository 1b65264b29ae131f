"""Signals: small, documented detectors of words that speak of a danger, and of how they are meant.

They are what policies are written against. They read words, not people: a turn without a signal clears
nobody. Not clinically reviewed.
"""

from warmhandoff.referral.signals.model import SEEN, Assertion, Signal

__all__ = ["SEEN", "Assertion", "Signal"]
