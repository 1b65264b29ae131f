"""Staffed hours: when a person answers, by the clock of a place and with its summer time."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from zoneinfo import ZoneInfo, available_timezones

from attrs import field, frozen

__all__ = ["DAYS", "Hours"]

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""In the order of `datetime.date.weekday`."""

_DAY = 24 * 60  # minutes
_WEEK = 7 * _DAY
_MOST = 50  # shifts; a plan of a week needs no more
_SHIFT = re.compile(r"([a-z,-]+) (\d\d):(\d\d)-(\d\d):(\d\d)")


@frozen
class _Shift:
    """One weekday's shift: minutes after midnight; a shift that ends after midnight has ``closes`` > 1440."""

    day: int
    opens: int
    closes: int

    @property
    def in_week(self) -> tuple[tuple[int, int], ...]:
        """Minutes of the week; a shift over the end of Sunday is cut there."""
        begins, ends = self.day * _DAY + self.opens, self.day * _DAY + self.closes
        return ((begins, ends),) if ends <= _WEEK else ((begins, _WEEK), (0, ends - _WEEK))

    def on(self, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """The instants at which the shift of that day opens and closes."""
        # The clock on the wall is asked for both ends, so that a night shift is an hour shorter or longer
        # when the clocks change; instants are compared in UTC, because Python compares two times of one
        # zone by their clocks alone.
        return _instant(day, self.opens, zone), _instant(day, self.closes, zone)


def _instant(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    later, minute = divmod(minutes, _DAY)
    clock = time(minute // 60, minute % 60)
    return datetime.combine(day + timedelta(days=later), clock, tzinfo=zone).astimezone(UTC)


def _zone(name: object) -> ZoneInfo:
    """The zone of that name; raises ValueError with the mend."""
    try:
        return ZoneInfo(str(name))
    except (OSError, LookupError, ValueError):
        # A folder of the time-zone data, such as "Europe", is an OSError; so is a name too long.
        near = get_close_matches(str(name)[:60], sorted(available_timezones()), 1, 0.5)
        mend = f"write {near[0]!r}" if near else "write a name such as 'Europe/London'"
        raise ValueError(f"there is no time zone {str(name)[:40]!r}; {mend}.") from None


def _shifts(text: object) -> tuple[_Shift, ...]:
    """The shifts of one line such as ``mon-fri 09:00-17:00``; raises ValueError with the mend."""
    parts = _SHIFT.fullmatch(text) if isinstance(text, str) else None
    if parts is None:
        raise ValueError(
            f"{str(text)[:40]!r} is no shift; write days and times such as 'mon-fri 09:00-17:00' "
            "or 'sat,sun 22:00-06:00'."
        )
    opens, closes = (int(parts[hour]) * 60 + int(parts[hour + 1]) for hour in (2, 4))
    if max(int(parts[3]), int(parts[5])) > 59 or opens >= _DAY or closes > _DAY:  # noqa: PLR2004 - minutes
        raise ValueError(f"{parts[0]!r} has a time that no clock shows; use 00:00 to 24:00.")
    if opens == closes:
        raise ValueError(
            f"{parts[0]!r} opens and closes at the same time; write 00:00-24:00 for a whole day."
        )
    return tuple(
        _Shift(day, opens, closes if closes > opens else closes + _DAY) for day in _days(parts[1], parts[0])
    )


def _days(text: str, shift: str) -> Iterator[int]:
    for part in text.split(","):
        first, dash, last = part.partition("-")
        for name in (first, last) if dash else (first,):
            if name not in DAYS:
                raise ValueError(f"{shift!r} has the day {name!r}; use {', '.join(DAYS)}.")
        begin, end = DAYS.index(first), DAYS.index(last if dash else first)
        yield from ((begin + step) % 7 for step in range((end - begin) % 7 + 1))


def _texts(lines: object) -> tuple[str, ...]:
    if isinstance(lines, str) or not isinstance(lines, (list, tuple)):
        raise ValueError(f"{str(lines)[:40]!r} is no list of shifts; write it in [brackets].")  # noqa: TRY004
    return tuple(lines)


@frozen
class Hours:
    """When staff answer, every week alike.

    Public holidays are not known here; a service writes its own rule for these days, or none.

    Attributes:
        time_zone: An IANA name, such as ``Europe/London``; summer time follows from it.
        open: Shifts: days (``mon``, ``mon-fri``, ``sat,sun``), a space, and times by the clock on the
            wall, ``HH:MM-HH:MM``, the end not included. One that ends before it begins ends on the
            next day: ``fri 22:00-06:00`` is the night to Saturday. At most 50; none means nobody ever.

    Raises:
        ValueError: there is no such zone, day or time. One sentence, with the mend.
    """

    time_zone: str
    open: tuple[str, ...] = field(converter=_texts)
    _zone: ZoneInfo = field(init=False, eq=False, repr=False)
    _shifts: tuple[_Shift, ...] = field(init=False, eq=False, repr=False)

    @_zone.default
    def _find_zone(self) -> ZoneInfo:
        return _zone(self.time_zone)

    @_shifts.default
    def _read_shifts(self) -> tuple[_Shift, ...]:
        if len(self.open) > _MOST:
            raise ValueError(f"there are {len(self.open)} shifts; a week needs no more than {_MOST}.")
        return tuple(shift for text in self.open for shift in _shifts(text))

    def staffed(self, now: datetime | None) -> bool:
        """Whether somebody answers at that instant; at an unknown time nobody does.

        Args:
            now: With time zone, any; None when unknown.
        """
        if now is None:
            return False
        try:
            today = now.astimezone(self._zone).date()
            return any(
                begins <= now.astimezone(UTC) < ends
                for day in (today, today - timedelta(days=1))
                for shift in self._shifts
                if shift.day == day.weekday()
                for begins, ends in [shift.on(day, self._zone)]
            )
        except OverflowError:  # a day before the year 1 or after 9999
            return False

    @property
    def always(self) -> bool:
        """Whether the shifts cover every minute of a week."""
        covered = 0
        for begins, ends in sorted(span for shift in self._shifts for span in shift.in_week):
            if begins > covered:
                return False
            covered = max(covered, ends)
        return covered == _WEEK

    @property
    def never(self) -> bool:
        """Whether there is no shift at all."""
        return not self._shifts
