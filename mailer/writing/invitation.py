"""Declines an invitation: the iTIP REPLY that tells the organizer's calendar (RFC 5546, 6047)."""

# ruff: noqa: ANN401 - icalendar has no types for properties

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from mailer.calendars import open_calendar
from mailer.errors import UsageError
from mailer.model import Interview

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_KEPT = "UID SEQUENCE RECURRENCE-ID ORGANIZER DTSTART DTEND DURATION SUMMARY LOCATION".split()
"""What a REPLY keeps of the REQUEST as it stands (RFC 5546 §3.2.3)."""


def make_decline(interview: Interview, me_address: str, now: datetime) -> str:
    """Return the iCalendar text of a REPLY with PARTSTAT=DECLINED for one own ATTENDEE.

    UID, SEQUENCE, RECURRENCE-ID, DTSTART and ORGANIZER are the REQUEST's own, time zones
    included; DTSTAMP is `now` in UTC. Lines end with CRLF and are folded at 75 octets.

    Raises:
        UsageError: there is no invitation, or it can't be read, or nobody sent it.
    """
    request, event = _read_request(interview)
    if "ORGANIZER" not in event or "UID" not in event:
        raise UsageError("The invitation names no organizer to answer. Nothing was stored.")
    reply = _make_calendar(request)
    answer = _make_event(event)
    answer.add("DTSTAMP", now.astimezone(UTC))
    answer.add("ATTENDEE", _own_attendee(event, me_address), encode=False)
    reply.add_component(answer)
    text: str = reply.to_ical().decode("utf-8")
    return text


def _read_request(interview: Interview) -> tuple[Calendar, Event]:
    """Return the calendar and the event that the interview stands for."""
    if not interview.calendar:
        raise UsageError("There is no invitation to decline. Nothing was stored.")
    try:
        request = open_calendar(interview.calendar)
        events: list[Any] = list(request.walk("VEVENT"))
    except (ValueError, KeyError, IndexError) as error:
        raise UsageError("The invitation can't be read. Nothing was stored.") from error
    fitting = [e for e in events if not interview.uid or str(e.get("UID", "")) == interview.uid]
    if not fitting:
        raise UsageError("The invitation holds no appointment. Nothing was stored.")
    return request, max(fitting, key=lambda e: _is_at(e, interview.start))


def _is_at(event: Event, start: datetime) -> bool:
    begins = getattr(event.get("DTSTART"), "dt", None)
    return isinstance(begins, datetime) and begins.tzinfo is not None and begins == start


def _make_calendar(request: Calendar) -> Calendar:
    from icalendar import Calendar

    reply = Calendar()
    reply.add("PRODID", "-//bowout//bowout//EN")
    reply.add("VERSION", "2.0")
    reply.add("METHOD", "REPLY")
    for zone in request.walk("VTIMEZONE"):
        reply.add_component(zone)
    return reply


def _make_event(event: Event) -> Event:
    from icalendar import Event

    answer = Event()
    for name in _KEPT:
        if name in event:
            answer.add(name, event[name], encode=False)
    return answer


def _own_attendee(event: Event, me_address: str) -> Any:
    """Return the user's own ATTENDEE, as invited, now declining."""
    from icalendar import vCalAddress

    attendees = event.get("ATTENDEE", [])
    listed = attendees if isinstance(attendees, list) else [attendees]
    own = next((a for a in listed if _bare(a) == me_address.casefold()), None)
    answer = vCalAddress(str(own) if own is not None else f"mailto:{me_address}")
    if own is not None and "CN" in own.params:
        answer.params["CN"] = own.params["CN"]
    answer.params["PARTSTAT"] = "DECLINED"
    return answer


def _bare(attendee: Any) -> str:
    return str(attendee).casefold().removeprefix("mailto:")
