"""Talks about an appointment, for tests: they begin, then both take turns."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from mailer.model import Me, Message
from mailer.reading.appointments import read_prose
from mailer.reading.interviews import read_interviews
from mailer.testing.builders import make_message

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 16, 9, tzinfo=BERLIN)  # a Monday
ME = Me("Sam Rivera", ("sam@rivera.example",))


def talk(*said: str) -> list[Message]:
    """Return a thread: they begin, then both take turns, an hour apart; `me: ` marks the user."""
    messages: list[Message] = []
    for number, text in enumerate(said):
        is_mine = text.startswith("me: ")
        message = make_message(
            text.removeprefix("me: "),
            sender="Sam Rivera <sam@rivera.example>"
            if is_mine
            else "Dana <dana@northwind.example>",
            to="dana@northwind.example" if is_mine else "sam@rivera.example",
            date=NOW - timedelta(days=1) + timedelta(hours=number),
            answers=messages[-1] if messages else None,
        )
        messages.append(message)
    return messages


def standing(*said: str) -> list[datetime]:
    return [i.start for i in read_prose(talk(*said), ME, NOW) if not i.is_cancelled]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN)


def invited(*said: str) -> list[datetime]:
    """Return what stands after a calendar's Friday the 20th at 10 and these words."""
    event = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@x\r\n"
        "DTSTAMP:20261114T080000Z\r\nDTSTART:20261120T090000Z\r\nSUMMARY:Interview\r\n"
        "ORGANIZER:mailto:dana@northwind.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    first, *others = talk("Please find the invitation.", *said)
    messages = [replace(first, calendars=(event,)), *others]
    return [i.start for i in read_interviews(messages, ME, NOW) if not i.is_cancelled]
