"""Times as people type them: `2026-11-10 15:00`, `today 3pm`, `tuesday 15:00`, `+7d`, `in 2 weeks`.

Never guesses between day and month: `10.11.2026` is read as the German-style day first only with
dots, slashes are refused. All answers are aware, in the zone of `now`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from mailer.errors import UsageError

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CLOCK = re.compile(
    r"\b(?:at\s+)?(?:(\d{1,2})(?::(\d{2}))?\s*([ap]\.?m\.?)|(\d{1,2}):(\d{2})|noon)(?!\w)", re.I
)
_SPAN = re.compile(r"(?:\+|in\s+)?(\d{1,4})\s*(minutes?|min|hours?|h|days?|d|weeks?|w)", re.I)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def parse_when(text: str, now: datetime, *, is_past: bool = False) -> datetime:
    """Return the moment that a text names; `is_past` reads a bare weekday or clock as the last one.

    A day without a clock time means 9:00, or, for the past, the time of `now`.

    Raises:
        UsageError: it names no certain moment.
    """
    wanted = " ".join(text.lower().split())
    for reading in (_iso, _span, _relative):
        found = reading(wanted, now, is_past)
        if found is not None:
            return found
    raise UsageError(
        f"The time {text!r} is not certain enough. Nothing was stored.",
        hint="Write it like `2026-11-10 15:00`, `today 3pm`, `tuesday 15:00` or `+7d`.",
    )


def parse_span(text: str) -> timedelta:
    """Return the length of time that `3d`, `2 weeks` or `48h` name.

    Raises:
        UsageError: it names none.
    """
    found = _SPAN.fullmatch(text.strip().lower())
    if found is None:
        raise UsageError(f"{text!r} is no length of time. Write it like `3d`, `48h` or `2w`.")
    return timedelta(**{_UNITS[found[2][0]]: int(found[1])})


def _iso(text: str, now: datetime, is_past: bool) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    if len(text) == 10:
        moment = datetime.combine(moment.date(), _usual_time(now, is_past))
    return moment.astimezone(now.tzinfo) if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)


def _span(text: str, now: datetime, is_past: bool) -> datetime | None:
    if is_past or not _SPAN.fullmatch(text):
        return None
    return now + parse_span(text.removeprefix("+").removeprefix("in ").strip())


def _relative(text: str, now: datetime, is_past: bool) -> datetime | None:
    clock_found = _CLOCK.search(text)
    rest = (_CLOCK.sub("", text, count=1)).strip(" ,")
    clock = _clock(clock_found) if clock_found else None
    if clock_found and clock is None:
        return None
    day = _day(rest, now, is_past)
    if day is None:
        return None
    moment = datetime.combine(day, clock or _usual_time(now, is_past), tzinfo=now.tzinfo)
    if not rest and is_past and moment > now:
        moment -= timedelta(days=1)
    return moment


def _clock(found: re.Match[str]) -> time | None:
    if found[0].strip().endswith("noon"):
        return time(12)
    hour, minute = int(found[1] or found[4]), int(found[2] or found[5] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3].lower().startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day(text: str, now: datetime, is_past: bool) -> date | None:
    today = now.date()
    if text in ("", "today", "now"):
        return today
    if text in ("tomorrow", "yesterday"):
        return today + timedelta(days=1 if text == "tomorrow" else -1)
    if dotted := _DOTTED.fullmatch(text):
        return _date(int(dotted[3] or today.year), int(dotted[2]), int(dotted[1]))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return _date(*map(int, text.split("-")))
    name = text.removeprefix("on ").removeprefix("next ").removeprefix("last ")
    matches = [i for i, day in enumerate(_WEEKDAYS) if len(name) >= 3 and day.startswith(name)]
    if len(matches) != 1:
        return None
    ahead = (matches[0] - today.weekday()) % 7
    if is_past:
        return today - timedelta(days=(-ahead) % 7)
    return today + timedelta(days=ahead or 7)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _usual_time(now: datetime, is_past: bool) -> time:
    return now.time().replace(second=0, microsecond=0) if is_past else time(9)
