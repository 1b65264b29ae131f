"""The warm handoff: the note, the consent, the steps until somebody confirms, and how it is shown."""

from warmhandoff.referral.handoff.build import MOST_WORDS, note_for
from warmhandoff.referral.handoff.exceptions import NO_EXCEPTION, exception_for, exceptions_for
from warmhandoff.referral.handoff.html import as_html
from warmhandoff.referral.handoff.states import advance, record_consent, what_then
from warmhandoff.referral.handoff.text import as_text
from warmhandoff.referral.note import (
    NEXT,
    Consent,
    ConsentRecord,
    EmergencyException,
    Event,
    HandoffError,
    HandoffNote,
    HandoffState,
    Quote,
)

__all__ = [
    "MOST_WORDS",
    "NEXT",
    "NO_EXCEPTION",
    "Consent",
    "ConsentRecord",
    "EmergencyException",
    "Event",
    "HandoffError",
    "HandoffNote",
    "HandoffState",
    "Quote",
    "advance",
    "as_html",
    "as_text",
    "exception_for",
    "exceptions_for",
    "note_for",
    "record_consent",
    "what_then",
]
