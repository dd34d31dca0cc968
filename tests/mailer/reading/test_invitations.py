from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest
from tables import each

from mailer.model import Me, Message
from mailer.reading.interviews import read_interviews
from mailer.reading.invitations import read_invitations
from mailer.testing.builders import make_message

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 16, 9, tzinfo=BERLIN)
ME = Me("Sam Rivera", ("sam@rivera.example",))


def event(
    start: str = "DTSTART:20261118T140000Z",
    *,
    method: str = "REQUEST",
    sequence: int = 0,
    uid: str = "one",
    stamp: str = "20261110T090000Z",
    more: str = "",
) -> str:
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\n"
        f"UID:{uid}\r\nDTSTAMP:{stamp}\r\n{start}\r\nSEQUENCE:{sequence}\r\nSUMMARY:Interview\r\n"
        f"ORGANIZER;CN=Dana:mailto:dana@northwind.example\r\n{more}END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def carry(calendar: str, days_ago: float = 3) -> Message:
    return make_message(
        "You are invited.", calendars=(calendar,), date=NOW - timedelta(days=days_ago)
    )


@each("order", list(permutations(range(3))))
def test_the_newest_word_counts_in_whatever_order_it_came(order: tuple[int, ...]) -> None:
    words = [
        carry(event(), 5),
        carry(event("DTSTART:20261119T140000Z", sequence=1), 4),
        carry(event("DTSTART:20261120T150000Z", sequence=2), 3),
    ]

    (interview,) = read_invitations([words[n] for n in order], NOW)

    assert interview.start == datetime(2026, 11, 20, 15, tzinfo=UTC)
    assert not interview.is_cancelled


@pytest.mark.parametrize("is_reversed", [False, True])
def test_a_cancellation_ends_it_and_keeps_what_was_said_before(is_reversed: bool) -> None:
    words = [carry(event(), 5), carry(event(method="CANCEL", sequence=1), 4)]

    (interview,) = read_invitations(words[::-1] if is_reversed else words, NOW)

    assert interview.is_cancelled
    assert interview.summary == "Interview"


def test_a_new_appointment_after_a_cancelled_one_stands() -> None:
    words = [
        carry(event(), 5),
        carry(event(method="CANCEL", sequence=1), 4),
        carry(event("DTSTART:20261125T100000Z", uid="two"), 3),
    ]

    standing = [i for i in read_invitations(words, NOW) if not i.is_cancelled]

    assert [i.uid for i in standing] == ["two"]


def test_a_time_in_utc_is_told_in_the_users_zone() -> None:
    (interview,) = read_invitations([carry(event())], NOW)

    assert interview.timezone == "Europe/Berlin"
    assert interview.start.hour == 15


def test_a_time_in_the_inviters_zone_stays_there_over_a_change_of_the_clocks() -> None:
    start = "DTSTART;TZID=America/New_York:20261102T090000"

    (interview,) = read_invitations([carry(event(start))], NOW)

    assert interview.timezone == "America/New_York"
    assert interview.start.astimezone(UTC) == datetime(2026, 11, 2, 14, tzinfo=UTC)


def test_a_whole_day_is_no_hour() -> None:
    (interview,) = read_invitations([carry(event("DTSTART;VALUE=DATE:20261118"))], NOW)

    assert interview.is_all_day
    assert interview.start.date().isoformat() == "2026-11-18"


def test_the_next_of_a_weekly_series_is_told() -> None:
    start = "DTSTART:20261012T070000Z"

    (interview,) = read_invitations([carry(event(start, more="RRULE:FREQ=WEEKLY\r\n"))], NOW)

    assert interview.start.date().isoformat() == "2026-11-23"


@each(
    "calendar",
    [
        "",
        "BEGIN:VCALENDAR",
        event("DTSTART:tomorrow"),
        event().replace("DTSTART", "X"),
        "\x00" * 50,
    ],
)
def test_a_broken_calendar_is_no_interview_and_spoils_no_other(calendar: str) -> None:
    found = read_invitations([carry(calendar), carry(event(uid="whole"))], NOW)

    assert [i.uid for i in found] == ["whole"]


def test_an_answer_of_somebody_is_no_invitation() -> None:
    assert read_invitations([carry(event(method="REPLY"))], NOW) == ()


def test_a_time_that_both_sides_agreed_in_prose_is_found_and_marked() -> None:
    asked = make_message(
        "Would Wednesday 18 November at 3 pm work for the interview?", date=NOW - timedelta(days=2)
    )
    agreed = make_message(
        "Wednesday 18 November at 3 pm is perfect.",
        sender="Sam Rivera <sam@rivera.example>",
        to="dana@northwind.example",
        answers=asked,
    )

    (interview,) = read_interviews([asked, agreed], ME, NOW)

    assert interview.source == "prose"
    assert interview.start == datetime(2026, 11, 18, 15, tzinfo=BERLIN)


@each("said", ["sometime next week", "Wednesday", "the 18th?", "at 3"])
def test_a_vague_time_is_no_appointment(said: str) -> None:
    asked = make_message(f"Could you come {said}?", date=NOW - timedelta(days=2))
    agreed = make_message(
        "Yes.", sender="Sam Rivera <sam@rivera.example>", to="dana@northwind.example", answers=asked
    )

    assert read_interviews([asked, agreed], ME, NOW) == ()


def zoned(offset: str) -> str:
    """A calendar that defines a zone of a name that no table knows, at a fixed distance."""
    zone = (
        f"BEGIN:VTIMEZONE\r\nTZID:Our Office\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        f"TZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    made = event("DTSTART;TZID=Our Office:20261118T140000")
    return made.replace("BEGIN:VEVENT", zone + "BEGIN:VEVENT")


def test_one_mails_zone_does_not_move_the_hours_of_another() -> None:
    starts = [read_invitations([carry(zoned(o))], NOW)[0].start for o in ("-0900", "+0300")]

    assert [s.astimezone(UTC).hour for s in starts] == [23, 11]


def _whole_day(summary: str, headers: tuple[tuple[str, str], ...] = ()) -> Message:
    event = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"
        "UID:day@x\r\nDTSTAMP:20261101T080000Z\r\nDTSTART;VALUE=DATE:20261120\r\n"
        f"SUMMARY:{summary}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    message = make_message("See you.", subject=summary, calendars=(event,))
    return replace(message, headers=headers)


def test_a_whole_day_of_travel_or_for_many_is_no_interview() -> None:
    night = _whole_day("HOLD: hotel night for candidate")
    open_day = _whole_day("Open day for teachers", (("List-Unsubscribe", "<https://x.example/u>"),))
    visit = _whole_day("Visit of Sam Rivera")

    assert read_interviews([night], ME, NOW) == ()
    assert read_interviews([open_day], ME, NOW) == ()
    assert [i.is_all_day for i in read_interviews([visit], ME, NOW)] == [True]
