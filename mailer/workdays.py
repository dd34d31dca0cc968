"""Working days of the user's country, quiet hours, and local times that survive zone changes.

A reminder means a time of day where the user is, so what counts is its wall time, read in the
zone of the moment; the UTC instant beside it is what it was when it was set.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

from mailer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from holidays import HolidayBase

    from mailer.settings import Settings

_MORNING = time(9)
_LOCALE = re.compile(r"[a-z]{2,3}[_-](?:[A-Z][a-z]{3}[_-])?([A-Z]{2})\b")
_SPAN = re.compile(r"(?:\+|in\s+)?(\d{1,4})\s*(minutes?|min|hours?|h|days?|d|weeks?|w)", re.I)
_FURTHEST = 20_000
"""Days to look ahead; `9999d` still fits."""


@dataclass(frozen=True)
class WorkCalendar:
    """Which days count and which hours are quiet, for one user."""

    country: str = ""
    """`DE` or `DE-BY`; empty: no public holidays, weekends on Saturday and Sunday."""
    quiet: tuple[time, time] | None = None
    """From and until; may span midnight."""

    @cached_property
    def _holidays(self) -> HolidayBase | None:
        if not self.country:
            return None
        import holidays

        country, _, region = self.country.partition("-")
        try:
            return holidays.country_holidays(country, subdiv=region or None)
        except NotImplementedError as error:  # how the library says that it knows none there
            raise UsageError(
                f"The holidays of {self.country!r} are not known.",
                hint="Set `country` under [reminders] to a code such as DE, US or DE-BY.",
            ) from error

    def is_working_day(self, day: date) -> bool:
        """Tell whether people work on that day in the user's country."""
        if self._holidays is None:
            return day.weekday() < 5
        return bool(self._holidays.is_working_day(day))

    def add_days(self, day: date, count: int) -> date:
        """Return the day that is `count` working days later; with 0 the first one from `day` on."""
        for _ in range(_FURTHEST):
            if count <= 0 and self.is_working_day(day):
                return day
            day += timedelta(days=1)
            count -= self.is_working_day(day)
            if count == 0 and self.is_working_day(day):
                return day
        raise OverflowError("no working day within fifty years")

    def is_quiet(self, moment: datetime) -> bool:
        """Tell whether nothing should be shown at that local time."""
        if self.quiet is None or self.quiet[0] == self.quiet[1]:
            return False
        start, end = self.quiet
        clock = moment.time()
        return start <= clock < end if start < end else clock >= start or clock < end

    def wake(self, wall: datetime) -> datetime:
        """Return the wall time, or the end of the quiet hours it falls into."""
        if not self.is_quiet(wall):
            return wall
        assert self.quiet is not None
        end = datetime.combine(wall.date(), self.quiet[1], tzinfo=wall.tzinfo)
        return end if end > wall else end + timedelta(days=1)

    def morning(self, day: date) -> datetime:
        """Return the naive wall time at which a day's reminders are due."""
        return self.wake(datetime.combine(day, _MORNING))


def make_calendar(settings: Settings, environ: Mapping[str, str] | None = None) -> WorkCalendar:
    """Make the user's calendar of the settings and, where they are silent, the system's locale."""
    country = str(settings["reminders.country"]).strip().upper().replace("_", "-")
    quiet = parse_quiet(str(settings["reminders.quiet"]))
    if country:
        return WorkCalendar(country=country, quiet=quiet)
    return WorkCalendar(country=_known(system_country(environ)), quiet=quiet)


def system_country(environ: Mapping[str, str] | None = None) -> str:
    """Return the two-letter country of the system's locale; empty where it names none."""
    found = os.environ if environ is None else environ
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        value = found.get(name, "")
        if value:
            match = _LOCALE.match(value)
            return match[1] if match else ""
    return _windows_country() if environ is None and os.name == "nt" else ""


def parse_quiet(text: str) -> tuple[time, time] | None:
    """Return the quiet hours that `20:00-08:00` names; None where it is empty.

    Raises:
        UsageError: it names none.
    """
    if not text.strip():
        return None
    try:
        start, end = (time.fromisoformat(part.strip().zfill(5)) for part in text.split("-"))
    except ValueError as error:
        raise UsageError(
            f"{text!r} are no quiet hours.",
            hint="Write `quiet` under [reminders] like `20:00-08:00`, or leave it empty.",
        ) from error
    return start, end


def after_span(text: str, now: datetime, calendar: WorkCalendar) -> datetime:
    """Return when a span such as `3d`, `48h` or `2w` is over, as an aware local time.

    Days are working days, and like weeks they end in the morning; hours and minutes are exact.

    Raises:
        UsageError: it names no span.
    """
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        raise UsageError(f"{text!r} is no length of time. Write it like `3d`, `48h` or `2w`.")
    count, unit = int(found[1]), found[2][0].lower()
    if unit in "mh":
        return add_exactly(now, timedelta(hours=count) if unit == "h" else timedelta(minutes=count))
    if unit == "w":
        day = calendar.add_days(now.date() + timedelta(weeks=count), 0)
    else:
        day = calendar.add_days(now.date(), count)
    return localise(calendar.morning(day), now.tzinfo)


def is_span(text: str) -> bool:
    """Tell whether a text is a span such as `3d`."""
    return _SPAN.fullmatch(text.strip()) is not None


def is_exact(span: str) -> bool:
    """Tell whether a span counts hours or minutes, so that its end is an instant."""
    found = _SPAN.fullmatch(span.strip())
    return found is not None and found[2][0].lower() in "hm"


def add_exactly(moment: datetime, span: timedelta) -> datetime:
    """Return the instant that much later, whatever the clocks do in between."""
    return (moment.astimezone(UTC) + span).astimezone(moment.tzinfo)


def localise(wall: datetime, zone: tzinfo | None) -> datetime:
    """Return a naive wall time in a zone; one that the clocks skip becomes the next that exists.

    Of a time that comes twice, when clocks go back, the first is meant.
    """
    moment = wall.replace(tzinfo=zone, fold=0)
    return moment.astimezone(UTC).astimezone(zone)


def zone_name(zone: tzinfo | None) -> str:
    """Return the IANA name of a zone, or its offset where it has none."""
    return str(getattr(zone, "key", "") or zone or "")


def _known(country: str) -> str:
    if not country:
        return ""
    import holidays

    return country if country in holidays.list_supported_countries() else ""


def _windows_country() -> str:
    """Ask Windows where the user says they are."""
    import ctypes

    buffer = ctypes.create_unicode_buffer(16)
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows alone
    kernel.GetUserDefaultGeoName(buffer, len(buffer))
    return buffer.value if re.fullmatch(r"[A-Z]{2}", buffer.value) else ""
