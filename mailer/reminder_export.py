"""Writes reminders as VTODO with VALARM (RFC 5545) for any calendar program; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from mailer.journal_following import About
from mailer.version import VERSION

if TYPE_CHECKING:
    from icalendar import Alarm, Todo

    from mailer.following import Listed

_HIGH, _MEDIUM = 1, 5
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""What no text of a calendar may hold (RFC 5545 section 3.1)."""


def make_calendar_text(listed: Sequence[Listed], now: datetime) -> bytes:
    """Return one VCALENDAR of all reminders; the same reminder keeps its UID in every export.

    Times are UTC instants (form 2 of section 3.3.5), so that no VTIMEZONE is needed.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//bowout//bowout {VERSION}//EN")
    calendar.add("version", "2.0")
    for one in listed:
        calendar.add_component(_todo(one, now))
    return bytes(calendar.to_ical())


def _todo(one: Listed, now: datetime) -> Todo:
    from icalendar import Todo

    reminder = one.reminder
    title, text = (_CONTROLS.sub(" ", t) for t in (_title(one), reminder.text))
    todo = Todo()
    todo.add("uid", f"{reminder.withdrawal}-{reminder.id}@bowout.invalid")
    todo.add("dtstamp", now.astimezone(UTC))
    todo.add("created", reminder.created_at.astimezone(UTC))
    todo.add("summary", f"{title}: {text}")
    todo.add("due", one.due.astimezone(UTC))
    todo.add("categories", ["bowout", reminder.about.value])
    todo.add("priority", _HIGH if reminder.about in (About.PROMISE, About.CALL) else _MEDIUM)
    if reminder.state == "open":
        todo.add("status", "NEEDS-ACTION")
        todo.add_component(_alarm(text))
    else:
        todo.add("status", "COMPLETED" if reminder.state == "done" else "CANCELLED")
        if reminder.state == "done" and reminder.ended_at:
            todo.add("completed", reminder.ended_at.astimezone(UTC))
    return todo


def _title(one: Listed) -> str:
    return one.withdrawal.company or one.withdrawal.id


def _alarm(text: str) -> Alarm:
    """Make the alarm: at the due time, which in a VTODO without DTSTART is its end."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", timedelta(0), parameters={"RELATED": "END"})
    return alarm
