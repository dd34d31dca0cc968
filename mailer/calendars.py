"""Opens calendar parts (RFC 5545), each by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Calendar


def open_calendar(text: str) -> Calendar:
    """Parse a calendar; what other calendars defined as a zone of the same name is forgotten.

    The library keeps every VTIMEZONE it has seen for as long as the process runs, so that one
    mail's calendar could move the hours of another's. Raises what the library raises.
    """
    from icalendar import Calendar
    from icalendar.timezone import tzp

    tzp.use_default()
    return Calendar.from_ical(text)
