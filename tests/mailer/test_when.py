from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mailer.errors import UsageError
from mailer.when import parse_span, parse_when

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 10, 16, 30, tzinfo=BERLIN)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-12 15:00", "2026-11-12T15:00+01:00"),
        ("2026-11-12T15:00-05:00", "2026-11-12T15:00-05:00"),
        ("2026-11-12", "2026-11-12T09:00+01:00"),
        ("today 3pm", "2026-11-10T15:00+01:00"),
        ("tomorrow 8:15", "2026-11-11T08:15+01:00"),
        ("thursday at 3:30 pm", "2026-11-12T15:30+01:00"),
        ("thu 15:00", "2026-11-12T15:00+01:00"),
        ("next tuesday 10am", "2026-11-17T10:00+01:00"),
        ("12.11. 14:00", "2026-11-12T14:00+01:00"),
        ("12am tomorrow", "2026-11-11T00:00+01:00"),
        ("noon tomorrow", "2026-11-11T12:00+01:00"),
        ("+7d", "2026-11-17T16:30+01:00"),
        ("in 2 weeks", "2026-11-24T16:30+01:00"),
        ("+90 minutes", "2026-11-10T18:00+01:00"),
    ],
)
def test_times_are_read_as_people_type_them(text: str, expected: str) -> None:
    assert parse_when(text, NOW) == datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today 3pm", "2026-11-10T15:00+01:00"),
        ("15:00", "2026-11-10T15:00+01:00"),
        ("17:00", "2026-11-09T17:00+01:00"),
        ("yesterday 9am", "2026-11-09T09:00+01:00"),
        ("monday 11:00", "2026-11-09T11:00+01:00"),
        ("friday 11:00", "2026-11-06T11:00+01:00"),
    ],
)
def test_a_call_lies_in_the_past(text: str, expected: str) -> None:
    assert parse_when(text, NOW, is_past=True) == datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    "text", ["", "soon", "10/11/2026", "25:00", "13pm", "31.2. 10:00", "t 10:00"]
)
def test_what_is_not_certain_is_refused(text: str) -> None:
    if not text:
        assert parse_when(text, NOW).date() == NOW.date()
        return
    with pytest.raises(UsageError):
        parse_when(text, NOW)


def test_a_clock_time_holds_across_the_end_of_summer_time() -> None:
    before = datetime(2026, 10, 24, 12, 0, tzinfo=BERLIN)

    assert parse_when("monday 9:00", before).astimezone(UTC).hour == 8


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3d", timedelta(days=3)), ("48h", timedelta(hours=48)), ("2 weeks", timedelta(weeks=2))],
)
def test_spans(text: str, expected: timedelta) -> None:
    assert parse_span(text) == expected


def test_a_wrong_span_is_refused() -> None:
    with pytest.raises(UsageError):
        parse_span("a while")


def test_a_time_with_an_offset_is_the_same_instant_on_the_users_clock() -> None:
    now = datetime(2026, 11, 16, 10, tzinfo=ZoneInfo("Europe/Berlin"))

    found = parse_when("2026-11-20T09:00+09:00", now)

    assert (found.hour, found.utcoffset()) == (1, timedelta(hours=1))
