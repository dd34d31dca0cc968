"""Days and times of day that a text names, in the languages of the tables.

Nothing is guessed: 11/12 counts only where a weekday or a number over 12 settles the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, tzinfo
from zoneinfo import ZoneInfo

from mailer.reading.clocks import ON_WEEKDAY, Clock, read_clocks, zone_of_all
from mailer.reading.days import Day, read_days
from mailer.reading.spelt_times import in_digits

_DEADLINE = re.compile(
    r"(?:(?<!drop )(?<!come )(?<!stop )(?<!swing )(?<!pop )(?<!call )(?<!round )\bby|\buntil|\btill?|\bbefore|\bdeadline[: ]|\bsince|\bbis(?: zum| spätestens| längstens)?(?: am)?|\bspätestens(?: am)?|\bseit(?: dem)?|\bvor dem|\bavant(?: le)?|\bjusqu'au|\bdepuis(?: le)?|\bantes d[eo]l?|\bhasta(?: el)?|\bdesde(?: el)?|\baté(?: a| o| ao)?(?: dia)?|\bentro(?: il)?|\bfino a(?:l)?|\bdal|\bvoor|\buiterlijk(?: op)?|\bsinds|\bthrough|\bclos(?:es|ing)|\bexpires?|\bdo dnia|\bnajpóźniej|\bsenast(?: den)?|\bsenest(?: den)?)\W{0,2}(?:\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|uhr|h|uur)?\s(?:on |am |le |op )?)?(?:next |this |kommenden |nächsten |mercredi |\w+day,? )?$",
    re.I,
)
_UNTIL = re.compile(r"\s?分?(?:まで|迄|必着|締切|〆切|之前|以前|截止)")
"""Behind the hour at which something is due: `23:59まで`."""
_LAST = re.compile(
    r"\b(?:last|letzten|dernier|pasado|passada|scorso|afgelopen|vorige)\s+$|先週", re.I
)
_SAME_TIME = re.compile(
    r"\bsame time\b|\bgleiche (?:uhr)?zeit\b|\bselbe (?:uhr)?zeit\b|\bmême heure\b|\bmisma hora\b|\bmesma hora\b|\bstess[ao] (?:ora|orario)\b|\bzelfde tijd\b|同じ時間|同時刻",
    re.I,
)
_SHARE = re.compile(
    r"\W*(?:or|oder|ou|o|of|oppure|and|und|et|y|e|en|eller|lub|albo|または|か|、|,|/)\W*(?:(?:the|on|am|den|dem|der|le|el|il|al|op|på|w|we|na|no|em|di|also|auch)\s+)?",
    re.I,
)
_LABEL = re.compile(
    r"[\W_]*(?:(?:start(?:ing)?(?: time)?|time|uhrzeit|zeit|beginn|heure|horaire|hora|horario|horário|ora|orario|tijd|tijdstip|tid|godzina|時間|时间)[\W_]*)?",
    re.I,
)
_NEAR_AFTER, _NEAR_BEFORE = 60, 30
_BESIDE = 24


@dataclass(frozen=True, slots=True)
class Mention:
    """A day, a time of day, or both together."""

    day: Day | None
    clock: Clock | None
    words: str

    @property
    def is_whole(self) -> bool:
        """Tell whether it names a moment."""
        return self.day is not None and self.clock is not None

    @property
    def is_readers(self) -> bool:
        """Tell whether its time is the reader's, not the writer's."""
        return self.clock is not None and self.clock.is_readers

    def moment(self, sender: tzinfo | None, reader: tzinfo | None) -> datetime:
        """Return the moment, in the zone that it names, else the sender's; only of a whole one."""
        if self.day is None or self.clock is None:
            raise ValueError("no moment without day and time")
        zone = self.clock.zone or (reader if self.clock.is_readers else sender) or UTC
        return datetime.combine(self.day.day, self.clock.clock, tzinfo=zone)


_CHANGING = (
    "Europe/Berlin", "Europe/London", "America/New_York", "America/Chicago", "America/Denver",
    "America/Los_Angeles", "Europe/Helsinki", "Australia/Sydney", "America/Halifax",
)  # fmt: skip


def zone_at(moment: datetime, reader: tzinfo | None) -> tzinfo:
    """Return the zone in which somebody wrote, of which a message tells only the offset.

    It is the reader's where that had this offset then, else the likeliest that changes its clocks:
    otherwise a date behind such a change would be an hour off.
    """
    is_same = reader is not None and moment.astimezone(reader).utcoffset() == moment.utcoffset()
    if is_same and isinstance(reader, ZoneInfo):
        return reader
    for name in _CHANGING:
        zone = ZoneInfo(name)
        if moment.astimezone(zone).utcoffset() == moment.utcoffset():
            return zone
    return moment.tzinfo or UTC


def read_mentions(text: str, written: datetime, *, usual: time | None = None) -> list[Mention]:
    """Return what a text written then names, in its order; deadlines and past days are left out.

    `usual` is what `same time` means.
    """
    text = in_digits(text)
    dated = read_days(text, written)
    days = [d for d in dated if not _is_deadline(text, d)]
    taken = {place for d in dated for place in range(d.start, d.end)}
    clocks = [c for c in read_clocks(text) if taken.isdisjoint(range(c.start, c.end))]
    clocks = [c for c in _in_readers_hours(clocks) if not _UNTIL.match(text, c.end)]
    everywhere = zone_of_all(text)
    if everywhere is not None:
        clocks = [c if c.zone or c.is_readers else replace(c, zone=everywhere) for c in clocks]
    if usual is not None:
        clocks += [Clock(usual, f.start(), f.end()) for f in _SAME_TIME.finditer(text)]
    return list(_pair(text, days, sorted(clocks, key=lambda c: c.start)))


def _in_readers_hours(clocks: list[Clock]) -> list[Clock]:
    """Leave out the writer's hour beside the reader's: `10:00 here, 11:00 your time`."""
    yours = [c for c in clocks if c.is_readers]
    return [
        c
        for c in clocks
        if c.is_readers
        or not any(0 <= max(c.start - y.end, y.start - c.end) < _BESIDE for y in yours)
    ]


def _is_deadline(text: str, day: Day) -> bool:
    before = text[max(0, day.start - 32) : day.start]
    return bool(_DEADLINE.search(before) or _LAST.search(before))


def _pair(text: str, days: list[Day], clocks: list[Clock]) -> Iterator[Mention]:
    """Give each time of day its day: the one before it, else the one right behind it."""
    free = list(days)
    for clock in clocks:
        day = _day_of(clock, days, text)
        if day in free:
            free.remove(day)
        yield Mention(day, clock, _between(text, day, clock))
        for other in [d for d in free if day is not None and _shares(text, d, day)]:
            free.remove(other)
            yield Mention(other, clock, _between(text, other, clock))
    for day in free:
        yield Mention(day, None, text[day.start : day.end])


def _between(text: str, day: Day | None, clock: Clock) -> str:
    start = min(clock.start, day.start) if day else clock.start
    end = max(clock.end, day.end) if day else clock.end
    return " ".join(text[start:end].split())


def _day_of(clock: Clock, days: list[Day], text: str) -> Day | None:
    before = [d for d in days if d.end <= clock.start and clock.start - d.end <= _NEAR_AFTER]
    before = [d for d in before if _is_near(text[d.end : clock.start])]
    after = [d for d in days if 0 <= d.start - clock.end <= _NEAR_BEFORE]
    if before and not (after and ON_WEEKDAY.match(text[clock.end :])):
        return before[-1]
    return after[0] if after else None


def _is_near(between: str) -> bool:
    """Tell whether no paragraph ends between, but the line of a timetable's day."""
    return "\n\n" not in between.replace(" ", "") or bool(_LABEL.fullmatch(between))


def _shares(text: str, one: Day, other: Day) -> bool:
    """Tell whether two days stand side by side: `Tuesday or Wednesday at 3`."""
    between = text[one.end : other.start] if one.end <= other.start else ""
    return bool(between) and len(between) < 16 and bool(_SHARE.fullmatch(between))
