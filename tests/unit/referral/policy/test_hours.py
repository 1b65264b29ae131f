"""Staffed hours: by the clock on the wall, over midnight, and when the clocks change."""

import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmhandoff.referral.policy.hours import DAYS, Hours

LONDON = "Europe/London"
OFFICE = Hours(LONDON, ("mon-fri 09:00-17:00",))
NIGHT = Hours(LONDON, ("fri-sat 22:00-06:00",))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("hours", "now", "staffed"),
    [
        (OFFICE, "2026-11-23T09:00:00+00:00", True),  # a Monday; the beginning counts
        (OFFICE, "2026-11-23T17:00:00+00:00", False),  # the end does not
        (OFFICE, "2026-11-22T12:00:00+00:00", False),  # Sunday
        (OFFICE, "2026-11-23T10:00:00+05:00", False),  # it is five in the morning in London
        (OFFICE, "2026-07-01T08:30:00+00:00", True),  # half past nine there, in summer
        (NIGHT, "2026-11-27T22:00:00+00:00", True),
        (NIGHT, "2026-11-28T05:59:00+00:00", True),  # Friday's shift, on Saturday morning
        (NIGHT, "2026-11-28T12:00:00+00:00", False),
        (NIGHT, "2026-11-29T05:59:00+00:00", True),
        (NIGHT, "2026-11-27T05:00:00+00:00", False),  # Thursday night has no shift
        (Hours(LONDON, ("sun 22:00-06:00",)), "2026-11-23T03:00:00+00:00", True),  # into the next week
        (Hours(LONDON, ("sat-mon 00:00-24:00",)), "2026-11-22T12:00:00+00:00", True),  # over the weekend
        (Hours("Asia/Kathmandu", ("mon 09:00-10:00",)), "2026-11-23T03:30:00+00:00", True),  # 5:45 ahead
    ],
)
def test_the_clock_of_the_place_decides(hours: Hours, now: str, staffed: bool) -> None:
    assert hours.staffed(at(now)) is staffed


def test_a_night_shift_is_an_hour_longer_when_the_clocks_go_back() -> None:
    # 25 October 2026: 02:00 becomes 01:00 in London; 06:00 is 06:00 UTC, and 22:00 was 21:00 UTC.
    begins, ends = at("2026-10-24T21:00:00+00:00"), at("2026-10-25T06:00:00+00:00")
    minutes = int((ends - begins).total_seconds() // 60)
    assert minutes == 9 * 60
    assert all(NIGHT.staffed(begins + timedelta(minutes=minute)) for minute in range(minutes))
    assert not NIGHT.staffed(begins - timedelta(minutes=1))
    assert not NIGHT.staffed(ends)


def test_a_shift_that_ends_in_the_repeated_hour_ends_once() -> None:
    until_half_past_one = Hours(LONDON, ("sat 22:00-01:30",))
    inside = [
        until_half_past_one.staffed(at("2026-10-24T23:00:00+00:00") + timedelta(minutes=30 * step))
        for step in range(8)
    ]
    assert inside == sorted(inside, reverse=True)


def test_a_shift_that_begins_in_the_hour_that_is_skipped_begins_once_it_is_over() -> None:
    # 29 March 2026: 01:00 becomes 02:00.
    early = Hours(LONDON, ("sun 01:30-05:00",))
    assert not early.staffed(at("2026-03-29T00:59:00+00:00"))
    assert early.staffed(at("2026-03-29T01:30:00+00:00"))
    assert early.staffed(at("2026-03-29T03:59:00+00:00"))
    assert not early.staffed(at("2026-03-29T04:00:00+00:00"))


def test_an_unknown_time_is_outside() -> None:
    assert not Hours(LONDON, ("mon-sun 00:00-24:00",)).staffed(None)


@pytest.mark.parametrize("now", ["0001-01-01T00:00:00", "9999-12-31T23:59:59"])
@pytest.mark.parametrize("offset", [-14, 0, 14])
def test_the_ends_of_the_calendar_raise_nothing(now: str, offset: int) -> None:
    zone = timezone(timedelta(hours=offset))
    assert OFFICE.staffed(at(now).replace(tzinfo=zone)) in {True, False}


@given(st.datetimes(timezones=st.just(UTC)))
def test_any_time_has_an_answer(now: datetime) -> None:
    everywhen = Hours("Pacific/Kiritimati", ("mon-sun 00:00-24:00",))
    assert everywhen.staffed(now) or now.year in {1, 9999}


@pytest.mark.parametrize(
    ("shifts", "always", "never"),
    [
        ((), False, True),
        (("mon-fri 09:00-17:00",), False, False),
        (("mon-sun 00:00-24:00",), True, False),
        (("mon-sun 09:00-21:00", "mon-sun 21:00-09:00"), True, False),
        (("mon-sun 09:00-21:00", "mon-sat 21:00-09:00"), False, False),
        (("mon-sun 09:00-21:00", "mon-sun 20:00-09:00", "wed 10:00-11:00"), True, False),
        (("mon-sun 00:00-23:59",), False, False),
    ],
)
def test_hours_that_never_change_are_known(shifts: tuple[str, ...], always: bool, never: bool) -> None:
    hours = Hours(LONDON, shifts)
    assert (hours.always, hours.never) == (always, never)


@pytest.mark.parametrize(
    ("zone", "shift", "mend"),
    [
        ("Europe/Londn", "mon 09:00-17:00", "write 'Europe/London'"),
        ("Europe", "mon 09:00-17:00", "no time zone 'Europe'"),
        ("../../etc/passwd", "mon 09:00-17:00", "no time zone"),
        ("", "mon 09:00-17:00", "no time zone ''"),
        ("x" * 9000, "mon 09:00-17:00", "such as 'Europe/London'"),
        ("a\0b", "mon 09:00-17:00", "no time zone"),
        (LONDON, "monday 09:00-17:00", "has the day 'monday'; use mon, tue"),
        (LONDON, "mon-fri 9-5", "is no shift; write days and times such as"),
        (LONDON, "mon-fri 09:00-17:60", "no clock shows"),
        (LONDON, "mon-fri 09:00-25:00", "no clock shows"),
        (LONDON, "mon-fri 24:00-06:00", "no clock shows"),
        (LONDON, "mon-fri 09:00-09:00", "write 00:00-24:00 for a whole day"),
        (LONDON, "mon-xyz 09:00-17:00", "has the day 'xyz'"),
        (LONDON, "mon-tue-wed 09:00-17:00", "has the day 'tue-wed'"),
        (LONDON, "", "is no shift"),
    ],
)
def test_what_is_no_time_is_one_sentence(zone: str, shift: str, mend: str) -> None:
    with pytest.raises(ValueError, match=mend) as told:
        Hours(zone, (shift,))
    assert "\n" not in str(told.value)
    assert len(str(told.value)) < 300


def test_one_text_is_no_list_of_shifts() -> None:
    with pytest.raises(ValueError, match=r"write it in \[brackets\]"):
        Hours(LONDON, "mon 09:00-17:00")


def test_a_week_needs_no_thousand_shifts() -> None:
    with pytest.raises(ValueError, match="no more than 50"):
        Hours(LONDON, ("mon 09:00-17:00",) * 51)


@given(st.sampled_from(DAYS), st.sampled_from(DAYS), st.integers(0, 10079))
def test_a_span_of_days_goes_round_the_week(first: str, last: str, minute: int) -> None:
    hours = Hours("UTC", (f"{first}-{last} 00:00-24:00",))
    now = at("2026-11-23T00:00:00+00:00") + timedelta(minutes=minute)
    after_first = (now.weekday() - DAYS.index(first)) % 7
    assert hours.staffed(now) is (after_first <= (DAYS.index(last) - DAYS.index(first)) % 7)


def test_hours_survive_a_process() -> None:
    assert pickle.loads(pickle.dumps(NIGHT)) == NIGHT  # noqa: S301 - our own bytes
