"""Rules by place for an emergency in which consent cannot be had. Named, never applied: a human decides."""

import re
from functools import cache

from warmhandoff.datasets import read_jsonl, root
from warmhandoff.referral.note import EmergencyException
from warmhandoff.serialise import from_plain

__all__ = ["NO_EXCEPTION", "exception_for", "exceptions_for"]

NO_EXCEPTION = (
    "The course knows no sourced rule for an emergency in this place. A person decides, under their own law "
    "and their service's written policy."
)
"""Said instead of an exception, where there is none in the data set."""

_CODE = re.compile(r"[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?")


@cache
def _exceptions() -> tuple[EmergencyException, ...]:
    path = root() / "emergency-exceptions" / "exceptions.jsonl"
    return tuple(from_plain(record, EmergencyException) for _line, record in read_jsonl(path))


def exceptions_for(place: str | None) -> tuple[EmergencyException, ...]:
    """The rules that a place is known to have: of its region, of its country, then of a union of countries.

    Empty where we could read none, where nobody said the place, and where the data set cannot be opened:
    a missing rule is never made up. Does not raise.

    Args:
        place: ISO 3166 code, ``CA`` or ``CA-QC``.
    """
    if not isinstance(place, str) or not _CODE.fullmatch(place):
        return ()
    code, country = place.upper(), place[:2].upper()
    try:
        here = [rule for rule in _exceptions() if {code, country}.intersection(rule.places)]
    except Exception:  # noqa: BLE001 - a broken data file must not keep anybody from writing a note
        return ()
    here.sort(key=lambda rule: (code not in rule.places or "-" not in code, len(rule.places)))
    return tuple(here)


def exception_for(place: str | None) -> EmergencyException | None:
    """The closest of `exceptions_for`; None where no sourced rule is known."""
    return next(iter(exceptions_for(place)), None)
