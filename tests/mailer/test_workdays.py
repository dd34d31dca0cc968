from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailer.errors import UsageError
from mailer.settings import Settings
from mailer.workdays import (
    WorkCalendar,
    add_exactly,
    after_span,
    localise,
    make_calendar,
    parse_quiet,
    system_country,
)

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("country", "start", "count", "end"),
    [
        ("", date(2026, 11, 12), 3, date(2026, 11, 17)),  # Thursday, over a weekend
        ("", date(2026, 11, 14), 0, date(2026, 11, 16)),  # Saturday: the next Monday
        ("", date(2026, 11, 14), 1, date(2026, 11, 16)),
        ("US", date(2026, 11, 24), 3, date(2026, 11, 30)),  # over Thanksgiving
        ("DE", date(2026, 12, 23), 2, date(2026, 12, 28)),  # over Christmas
        ("DE-BY", date(2026, 1, 5), 1, date(2026, 1, 7)),  # Epiphany is a holiday in Bavaria …
        ("DE-BE", date(2026, 1, 5), 1, date(2026, 1, 6)),  # … and none in Berlin
        ("IL", date(2026, 11, 12), 1, date(2026, 11, 15)),  # weekends are Friday and Saturday
        ("JP", date(2026, 5, 1), 1, date(2026, 5, 7)),  # Golden Week
    ],
)
def test_working_days_are_those_of_the_country(
    country: str, start: date, count: int, end: date
) -> None:
    assert WorkCalendar(country=country).add_days(start, count) == end


@settings(deadline=None)  # the machine may be busy
@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.integers(0, 15))
def test_the_day_found_is_a_working_day_and_never_earlier(start: date, count: int) -> None:
    calendar = WorkCalendar(country="DE")

    found = calendar.add_days(start, count)

    days = [start + timedelta(days=i) for i in range(1, (found - start).days + 1)]
    assert calendar.is_working_day(found)
    assert count == 0 or sum(map(calendar.is_working_day, days)) == count


def test_an_unknown_country_is_said_in_a_sentence() -> None:
    with pytest.raises(UsageError, match="ZZ"):
        WorkCalendar(country="ZZ").is_working_day(date(2026, 1, 1))


@pytest.mark.parametrize(
    ("environ", "country"),
    [
        ({"LANG": "de_AT.UTF-8"}, "AT"),
        ({"LC_TIME": "en_GB.UTF-8", "LANG": "de_DE.UTF-8"}, "GB"),
        ({"LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8"}, ""),
        ({"LANG": "zh_Hant_TW"}, "TW"),
        ({"LANG": "C"}, ""),
        ({}, ""),
    ],
)
def test_the_country_comes_from_the_locale(environ: dict[str, str], country: str) -> None:
    assert system_country(environ) == country


def test_the_setting_wins_over_the_locale() -> None:
    settings = Settings({"reminders.country": "de_by", "reminders.quiet": ""})

    assert make_calendar(settings, {"LANG": "en_US.UTF-8"}) == WorkCalendar(country="DE-BY")
    assert make_calendar(Settings(), {"LANG": "en_US.UTF-8"}).country == "US"


@pytest.mark.parametrize(
    ("clock", "is_quiet"),
    [
        (time(19, 59), False),
        (time(20), True),
        (time(2), True),
        (time(7, 59), True),
        (time(8), False),
    ],
)
def test_quiet_hours_span_midnight(clock: time, is_quiet: bool) -> None:
    calendar = WorkCalendar(quiet=parse_quiet("20:00-08:00"))

    assert calendar.is_quiet(datetime.combine(date(2026, 11, 12), clock, BERLIN)) is is_quiet


def test_what_falls_into_quiet_hours_waits_for_their_end() -> None:
    calendar = WorkCalendar(quiet=(time(22), time(10, 30)))

    assert calendar.morning(date(2026, 11, 12)) == datetime(2026, 11, 12, 10, 30)
    assert calendar.wake(datetime(2026, 11, 12, 23)) == datetime(2026, 11, 13, 10, 30)


@pytest.mark.parametrize("text", ["late", "25:00-08:00", "20:00", "20:00-08:00-09:00"])
def test_wrong_quiet_hours_are_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_quiet(text)


def test_days_are_working_days_and_end_in_the_morning() -> None:
    now = datetime(2026, 11, 12, 16, 40, tzinfo=BERLIN)

    assert after_span("3d", now, WorkCalendar()) == datetime(2026, 11, 17, 9, tzinfo=BERLIN)
    assert after_span("1w", now, WorkCalendar()) == datetime(2026, 11, 19, 9, tzinfo=BERLIN)


def test_hours_are_exact_across_the_change_of_clocks() -> None:
    now = datetime(2026, 10, 24, 12, tzinfo=BERLIN)  # clocks go back that night

    due = after_span("48h", now, WorkCalendar())

    assert due.astimezone(UTC) - now.astimezone(UTC) == timedelta(hours=48)
    assert due.time() == time(11)


def test_a_morning_stays_a_morning_across_the_change_of_clocks() -> None:
    now = datetime(2026, 10, 23, 12, tzinfo=BERLIN)

    due = after_span("1d", now, WorkCalendar())

    assert due == datetime(2026, 10, 26, 9, tzinfo=BERLIN)
    assert due.utcoffset() == timedelta(hours=1)


def test_a_time_that_the_clocks_skip_becomes_the_next_that_exists() -> None:
    skipped = localise(datetime(2026, 3, 29, 2, 30), BERLIN)

    assert (skipped.hour, skipped.minute) == (3, 30)
    assert skipped.astimezone(UTC).astimezone(BERLIN) == skipped


def test_a_time_that_comes_twice_is_the_first() -> None:
    assert localise(datetime(2026, 10, 25, 2, 30), BERLIN).utcoffset() == timedelta(hours=2)


@settings(deadline=None)  # the machine may be busy
@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),
    st.sampled_from([BERLIN, NEW_YORK, ZoneInfo("Australia/Lord_Howe"), UTC]),
    st.integers(0, 400),
)
def test_exact_spans_are_exact_in_every_zone(wall: datetime, zone: ZoneInfo, hours: int) -> None:
    start = localise(wall, zone)

    end = add_exactly(start, timedelta(hours=hours))

    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=hours)
