"""The appointments that calendar parts name, in whatever order these came.

The newest word counts (RFC 5546: SEQUENCE, then DTSTAMP); a CANCEL ends it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import Any

from mailer.calendars import open_calendar
from mailer.fields import display_name
from mailer.model import Address, Interview, Message

_MOST_INSTANCES = 1000


def read_invitations(messages: Iterable[Message], now: datetime) -> tuple[Interview, ...]:
    """Return the newest word on each appointment, by start; cancelled ones included.

    Of a series it is the next that stands: what was moved or cancelled by itself is skipped.
    """
    told = [(m, c, *event) for m in messages for c in m.calendars for event in _events(c)]
    moved = _moved(event for *_, event in told)
    newest: dict[str, tuple[tuple[int, datetime, datetime], Interview]] = {}
    for message, calendar, method, event in told:
        read = _read(event, method, calendar, message, now, moved)
        if read is None:
            continue
        found, stamp = read
        rank = (found.sequence, stamp, message.date)
        key = found.uid or f"{found.summary}{found.start}"
        if key not in newest or rank >= newest[key][0]:
            kept = newest.get(key)
            newest[key] = (rank, _merged(found, kept[1] if kept else None))
    return tuple(sorted((i for _, i in newest.values()), key=lambda i: i.start))


def _moved(events: Iterable[Any]) -> Mapping[str, frozenset[datetime]]:
    """Return, by UID, which instances of a series have a word of their own (RECURRENCE-ID)."""
    found: dict[str, set[datetime]] = defaultdict(set)
    for event in events:
        instance = event.get("RECURRENCE-ID")
        if instance is not None:
            found[str(event.get("UID", ""))].add(_aware(instance.dt, UTC))
    return {uid: frozenset(instants) for uid, instants in found.items()}


def _merged(found: Interview, earlier: Interview | None) -> Interview:
    """Fill in what a bare CANCEL leaves out."""
    if earlier is None or not found.is_cancelled:
        return found
    return replace(
        found,
        summary=found.summary or earlier.summary,
        organizer=found.organizer or earlier.organizer,
        attendees=found.attendees or earlier.attendees,
    )


@lru_cache(maxsize=256)  # a thread is read several times in a run; nobody changes an event
def _events(text: str) -> tuple[tuple[str, Any], ...]:
    """Return the events of a calendar part, each with the part's method."""
    try:
        calendar = open_calendar(text)
        method = str(calendar.get("METHOD", "")).upper()
        events = calendar.walk("VEVENT")
    except (
        Exception
    ):  # hostile or broken calendars raise whatever they like; there is no interview in them
        return ()
    is_no_word = method in ("REPLY", "COUNTER", "REFRESH")
    return () if is_no_word else tuple((method, e) for e in events)


def _read(
    event: Any,  # noqa: ANN401 - icalendar's component
    method: str,
    text: str,
    message: Message,
    now: datetime,
    moved: Mapping[str, frozenset[datetime]],
) -> tuple[Interview, datetime] | None:
    try:
        return _event(event, method, text, message, now, moved)
    except Exception:  # a hostile event raises what it likes; the others still count
        return None


def _event(
    event: Any,  # noqa: ANN401 - icalendar's component
    method: str,
    text: str,
    message: Message,
    now: datetime,
    moved: Mapping[str, frozenset[datetime]],
) -> tuple[Interview, datetime] | None:
    if event.get("DTSTART") is None:
        return None
    raw = event.get("DTSTART").dt
    zone = message.date.tzinfo or UTC
    is_all_day = isinstance(raw, date) and not isinstance(raw, datetime)
    start = _aware(raw, zone)
    end = _aware(event.get("DTEND").dt, zone) if event.get("DTEND") else None
    if event.get("RRULE"):
        length = end - start if end else None
        start = _next_occurrence(
            event, start, now, moved.get(str(event.get("UID", "")), frozenset())
        )
        end = start + length if length else None
    start = _local(start, event, now)
    organizer = event.get("ORGANIZER")
    stamp = event.get("DTSTAMP")
    is_cancelled = method == "CANCEL" or str(event.get("STATUS", "")).upper() == "CANCELLED"
    recurrence = event.get("RECURRENCE-ID")
    uid = str(event.get("UID", "")) + (f"/{recurrence.dt}" if recurrence else "")
    interview = Interview(
        start=start,
        end=end,
        timezone=_zone_name(event, start),
        is_cancelled=is_cancelled,
        is_all_day=is_all_day,
        uid=uid,
        sequence=int(event.get("SEQUENCE", 0) or 0),
        summary=str(event.get("SUMMARY", "")),
        location=str(event.get("LOCATION", "")),
        organizer=_calendar_address(organizer) if organizer else message.sender,
        attendees=tuple(a.address for a in map(_calendar_address, _listed(event, "ATTENDEE"))),
        message_id=message.message_id,
        calendar=text,
        arranged_by=_calendar_address(organizer).address if organizer else message.sender.address,
    )
    return interview, _aware(stamp.dt, UTC) if stamp else message.date


def _aware(moment: date | datetime, zone: Any) -> datetime:  # noqa: ANN401 - a tzinfo
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(0))
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _next_occurrence(
    event: Any,  # noqa: ANN401 - icalendar's component
    start: datetime,
    now: datetime,
    moved: frozenset[datetime],
) -> datetime:
    """Return the next of a series that stands, else the last one; in the series' own zone."""
    from dateutil.rrule import rrulestr

    rule = event.get("RRULE")
    until = next(iter(rule.get("UNTIL") or []), None)
    text = re.sub(r";?UNTIL=[^;]*", "", rule.to_ical().decode())
    skipped = moved | set(_left_out(event, start.tzinfo))
    found = start
    for naive in islice(rrulestr(text, dtstart=start.replace(tzinfo=None)), _MOST_INSTANCES):
        moment = naive.replace(tzinfo=start.tzinfo)
        if until is not None and moment > _aware(until, start.tzinfo):
            break
        if moment not in skipped:
            found = moment
            if moment >= now:
                break
    return found


def _left_out(event: Any, zone: Any) -> Iterator[datetime]:  # noqa: ANN401 - icalendar's, a tzinfo
    """Yield the instances that the series itself leaves out (EXDATE)."""
    for dates in _listed(event, "EXDATE"):
        for one in getattr(dates, "dts", ()):
            yield _aware(one.dt, zone)


def _local(start: datetime, event: Any, now: datetime) -> datetime:  # noqa: ANN401 - icalendar's
    """Show a time that was sent in UTC, as many calendars do, in the user's zone (E24)."""
    field = event.get("DTSTART")
    has_zone = field.params.get("TZID") or start.utcoffset() != timedelta(0)
    is_day = not isinstance(field.dt, datetime)
    return start if has_zone or is_day else start.astimezone(now.tzinfo)


def _zone_name(event: Any, start: datetime) -> str:  # noqa: ANN401 - icalendar's component
    key = getattr(start.tzinfo, "key", "")
    if key:
        return str(key)
    named = event.get("DTSTART").params.get("TZID")
    return str(named) if named else start.strftime("%z")


def _listed(event: Any, name: str) -> list[Any]:  # noqa: ANN401 - icalendar's component
    value = event.get(name)
    return [] if value is None else value if isinstance(value, list) else [value]


def _calendar_address(value: Any) -> Address:  # noqa: ANN401 - icalendar's vCalAddress
    bare = re.sub(r"^mailto:", "", str(value), flags=re.I)
    return Address(display_name(str(getattr(value, "params", {}).get("CN", ""))), bare)
