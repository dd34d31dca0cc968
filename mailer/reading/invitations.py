"""The appointments of a process: calendar parts in any order, and times agreed in prose.

A calendar's newest word counts (RFC 5546: SEQUENCE, then DTSTAMP); a CANCEL ends it. Prose counts
only where date and time are certain and both sides agreed; it is marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from mailer.model import Address, Interview, Me, Message
from mailer.parsing import display_name
from mailer.reading.quotes import own_words

# --- calendar parts -------------------------------------------------------------------------


def read_invitations(messages: Iterable[Message], now: datetime) -> tuple[Interview, ...]:
    """Return the newest word on each appointment, by start; cancelled ones included."""
    newest: dict[str, tuple[tuple[int, datetime, datetime], Interview]] = {}
    for message in messages:
        for calendar in message.calendars:
            for found, stamp in _events(calendar, message, now):
                rank = (found.sequence, stamp, message.date)
                key = found.uid or f"{found.summary}{found.start}"
                if key not in newest or rank >= newest[key][0]:
                    kept = newest.get(key)
                    newest[key] = (rank, _merged(found, kept[1] if kept else None))
    return tuple(sorted((i for _, i in newest.values()), key=lambda i: i.start))


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


def _events(text: str, message: Message, now: datetime) -> list[tuple[Interview, datetime]]:
    try:
        from icalendar import Calendar

        calendar = Calendar.from_ical(text)
    except (
        Exception
    ):  # hostile or broken calendars raise whatever they like; there is no interview in them
        return []
    method = str(calendar.get("METHOD", "")).upper()
    if method in ("REPLY", "COUNTER", "REFRESH"):
        return []
    found = []
    for event in calendar.walk("VEVENT"):
        try:
            interview = _event(event, method, text, message, now)
        except Exception:  # noqa: S112 (as above: one broken event does not spoil the others)
            continue
        if interview is not None:
            found.append(interview)
    return found


def _event(
    event: Any,  # noqa: ANN401 - icalendar's component
    method: str,
    text: str,
    message: Message,
    now: datetime,
) -> tuple[Interview, datetime] | None:
    if event.get("DTSTART") is None:
        return None
    raw = event.get("DTSTART").dt
    zone = message.date.tzinfo or UTC
    is_all_day = isinstance(raw, date) and not isinstance(raw, datetime)
    start = _aware(raw, zone)
    end = _aware(event.get("DTEND").dt, zone) if event.get("DTEND") else None
    if event.get("RRULE"):
        start, end = _next_occurrence(event, start, end, now)
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
    end: datetime | None,
    now: datetime,
) -> tuple[datetime, datetime | None]:
    """Return the next occurrence of a simple daily or weekly rule; the first one otherwise."""
    rule = event.get("RRULE")
    steps = {"DAILY": timedelta(days=1), "WEEKLY": timedelta(weeks=1)}
    step = steps.get(str((rule.get("FREQ") or [""])[0]).upper())
    if step is None:
        return start, end
    step *= int((rule.get("INTERVAL") or [1])[0])
    until = (rule.get("UNTIL") or [None])[0]
    count = (rule.get("COUNT") or [None])[0]
    length = end - start if end else None
    number = 0
    while start < now and number < 1000:
        number += 1
        if count is not None and number >= int(count):
            break
        if until is not None and start + step > _aware(until, start.tzinfo):
            break
        start += step
    return start, start + length if length else None


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


# --- prose ----------------------------------------------------------------------------------

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier janv enero ene janeiro gennaio gen januari",
            "february feb februar février févr febrero fevereiro fev febbraio febr februari",
            "march mar märz mär mars marzo março maart mrt",
            "april apr avril avr abril abr aprile",
            "may mai mayo maio maggio mag mei",
            "june jun juni juin junio junho giugno giu",
            "july jul juli juillet juil julio julho luglio lug",
            "august aug août agosto ago augustus",
            "september sep sept septembre septiembre setembro set settembre",
            "october oct oktober okt octobre octubre outubro out ottobre ott",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre déc diciembre dic dezembro dicembre",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon montag lundi lunes segunda segunda-feira lunedì maandag 月曜 月",
            "tuesday tue tues dienstag mardi martes terça terça-feira martedì dinsdag 火曜 火",
            "wednesday wed mittwoch mercredi miércoles quarta quarta-feira mercoledì woensdag 水曜 水",
            "thursday thu thurs thur donnerstag jeudi jueves quinta quinta-feira giovedì donderdag 木曜 木",
            "friday fri freitag vendredi viernes sexta sexta-feira venerdì vrijdag 金曜 金",
            "saturday sat samstag samedi sábado sabato zaterdag 土曜 土",
            "sunday sun sonntag dimanche domingo domenica zondag 日曜",
        )
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DATES = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?\s+(?:de\s+)?(?P<month>{_MONTH})\b\.?(?:\s+(?:de\s+)?(?P<year>\d{{4}}))?", re.I),
    re.compile(rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}}))?", re.I),
    re.compile(r"(?:(?P<year>\d{4})\s?年\s?)?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?:(?P<year>\d{4}))?"),
)  # fmt: skip
_SLASHED = re.compile(r"\b(?P<one>\d{1,2})/(?P<two>\d{1,2})(?:/(?P<year>\d{4}))?\b")
_TIME = re.compile(
    r"(?<![\d.,/])(?P<hour>\d{1,2})(?:\s?(?:[:.h時]|Uhr)\s?(?P<minute>\d{2})分?)?\s?"
    r"(?P<mark>a\.?m\b\.?|p\.?m\b\.?|uhr\b|h\b|時|hs?\b|uur\b|o'clock\b)?(?!\d|\s?%|\s?min|/)",
    re.I,
)
_BEFORE_TIME = re.compile(
    r"(?:\bat|@|\bum|\bà|\ba las?|\bàs|\balle(?: ore)?|\bore|\bom|\bvanaf|\bab|\bfrom|[,)）:（ ])\s*$",
    re.I,
)
_WEEKDAY = re.compile(
    r"\b(" + "|".join(sorted((re.escape(w) for w in _WEEKDAYS if w.isascii() or len(w) > 3), key=len, reverse=True)) + r")\b",
    re.I,
)  # fmt: skip
_DAY_NUMBER = re.compile(
    r"(?:,? (?:the |den |le |el |dia |il |de )?)(\d{1,2})(?:st|nd|rd|th|\.)?(?!\d|\s?[:.h]\s?\d|\s?(?:uhr|am|pm|a\.m|p\.m|uur|h\b))",
    re.I,
)
_OR = re.compile(r"\s(?:or|oder|ou|of|oppure)\s|または", re.I)
_AGREES = re.compile(
    r"\b(?:works|perfect|confirm(?:ed|o|e|s)?|sounds good|see you|i'll be there|fine|great|yes|looking forward|"
    r"passt|bestätige|gerne?|einverstanden|bis dann|parfait|entendu|d'accord|confirme|convient|volontiers|avec plaisir|"
    r"perfecto|de acuerdo|confirmo|me va bien|vale|perfeito|combinado|confirmado|pode ser|perfetto|va bene|volentieri|"
    r"lukt|prima|akkoord|bevestig|uitstekend|tot dan)\b|承知|大丈夫|よろしくお願い|問題ございません|伺います|可以|没问题",
    re.I,
)
_REFUSES = re.compile(
    r"\b(?:can't|cannot|unable|unfortunately|instead|reschedul|conflict|leider|kann (?:ich )?nicht|impossible|ne peux pas|"
    r"no puedo|desgraciadamente|não posso|infelizmente|purtroppo|non posso|helaas|kan niet|lukt niet)|都合が(?:悪|つか)",
    re.I,
)
_SETTLED = re.compile(
    r"\b(?:(?:is|are) (?:confirmed|booked|scheduled|set)|we(?:'ll| will) see you|see you (?:on|then)|confirming|"
    r"bestätig(?:e|en|t)|steht fest|ist gebucht|est (?:fixé|confirmé)|queda(?:mos)? (?:confirmad|para)|"
    r"está confirmad|è (?:fissato|confermato)|staat vast|is bevestigd)|確定|決定(?:いたし|しま)|にて(?:実施|お願い)|日時[:：]",
    re.I,
)
_CALLED_OFF = re.compile(
    r"\b(?:cancel|postpone|push|move|reschedul|called off|won't take place|absagen|verschieb|entfällt|annul|report(?:er|é)|"
    r"aplaz|cancelar|adiar|annullat|rinvia|rimanda|verzet|verplaats|gaat niet door)|延期|中止|変更",
    re.I,
)
_ZONES = {
    "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "eastern": "America/New_York", "pt": "America/Los_Angeles", "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles", "pacific": "America/Los_Angeles", "ct": "America/Chicago",
    "cst": "America/Chicago", "central": "America/Chicago", "cet": "Europe/Berlin",
    "cest": "Europe/Berlin", "mez": "Europe/Berlin", "gmt": "Europe/London", "bst": "Europe/London",
    "uk": "Europe/London", "jst": "Asia/Tokyo", "日本時間": "Asia/Tokyo", "utc": "UTC",
}  # fmt: skip
_ZONE = re.compile(r"^\s*\(?(et|est|edt|eastern|pt|pst|pdt|pacific|ct|cst|central|cet|cest|mez|gmt|bst|uk|jst|日本時間|utc)\b", re.I)  # fmt: skip
_TALK = re.compile(
    r"interview|panel|round|conversation|meeting|\bcall\b|gespräch|termin|entretien|rendez|visio|échange|entrevista|reunión|"
    r"llamada|conversa|reunião|colloquio|incontro|gesprek|afspraak|rondlopen|面接|面談|選考|面试|teams|zoom|meet\b|video",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A moment that a text names."""

    start: datetime
    place: int
    words: str


def read_prose(messages: Sequence[Message], me: Me, now: datetime) -> tuple[Interview, ...]:
    """Return the appointments that both sides agreed on in words, the newest word last.

    One option among several is none until one is chosen; a refusal or a later move ends it.
    """
    agreed: list[Interview] = []
    proposed: list[_Named] = []
    for message in sorted(messages, key=lambda m: m.date):
        words = own_words(message.text or "")
        named = list(_moments(words, message, now))
        is_own = me.is_me(message.sender)
        if is_own:
            chosen = _chosen(proposed, named, words)
            if chosen is not None:
                agreed.append(_interview(chosen, message))
                proposed = []
            elif named:
                proposed = named if len(named) == 1 and not _REFUSES.search(words) else []
            continue
        if agreed and _CALLED_OFF.search(words):
            agreed[-1] = replace(agreed[-1], is_cancelled=True, message_id=message.message_id)
        if len(named) == 1 and _SETTLED.search(words):
            agreed.append(_interview(named[0], message))
            proposed = []
        elif named:
            proposed = [n for n in named if _TALK.search(words)]
        elif proposed and _AGREES.search(words) and len(proposed) == 1:
            agreed.append(_interview(proposed[0], message))
            proposed = []
    return tuple(agreed)


def _chosen(proposed: list[_Named], named: list[_Named], words: str) -> _Named | None:
    if _REFUSES.search(words):
        return None
    both = [n for n in named if any(n.start == p.start for p in proposed)]
    if both:
        return both[0]
    if len(proposed) == 1 and not named and _AGREES.search(words):
        return proposed[0]
    return None


def _interview(named: _Named, message: Message) -> Interview:
    return Interview(
        start=named.start,
        timezone=named.start.strftime("%z"),
        source="prose",
        summary=named.words[:80],
        message_id=message.message_id,
        arranged_by=message.sender.address,
    )


def _moments(words: str, message: Message, now: datetime) -> Iterable[_Named]:
    """Yield every moment whose date and time are both certain."""
    seen: set[datetime] = set()
    for day, begin, end in _days(words, message.date):
        window = _OR.split(words[end : end + 45].split("\n\n")[0])[0]
        clock = _first_time(window)
        if clock is None:
            continue
        moment = datetime.combine(day, clock[0], tzinfo=_zone(words[end + clock[1] :], message))
        if moment not in seen:
            seen.add(moment)
            yield _Named(moment, begin, " ".join(words[begin : end + clock[1]].split()))


def _days(words: str, written: datetime) -> Iterable[tuple[date, int, int]]:
    taken: list[tuple[int, int]] = []
    for pattern in _DATES:
        for found in pattern.finditer(words):
            if any(a < found.end() and found.start() < b for a, b in taken):
                continue
            day = _day(found["year"], found["month"], found["day"], written)
            if day is not None:
                taken.append(found.span())
                yield day, found.start(), found.end()
    for found in _SLASHED.finditer(words):
        day = _slashed_day(found, words, written)
        if day is not None and not any(a < found.end() and found.start() < b for a, b in taken):
            taken.append(found.span())
            yield day, found.start(), found.end()
    for found in _WEEKDAY.finditer(words):
        if any(abs(a - found.end()) < 25 or abs(found.start() - b) < 25 for a, b in taken):
            continue
        weekday = _WEEKDAYS[found[1].lower()]
        number = _DAY_NUMBER.match(words, found.end())
        if number:
            day = _weekday_with_number(weekday, int(number[1]), written)
            if day is not None:
                yield day, found.start(), number.end()
            continue
        ahead = (weekday - written.weekday()) % 7 or 7
        yield written.date() + timedelta(days=ahead), found.start(), found.end()


def _weekday_with_number(weekday: int, number: int, written: datetime) -> date | None:
    """Return the coming day that is both: `mercredi 21`."""
    for ahead in range(45):
        day = written.date() + timedelta(days=ahead)
        if day.day == number and day.weekday() == weekday:
            return day
    return None


def _day(year: str | None, month: str, day: str, written: datetime) -> date | None:
    number = _MONTHS.get(month.lower()) if not month.isdigit() else int(month)
    if not number:
        return None
    try:
        if year:
            return date(int(year), number, int(day))
        candidate = date(written.year, number, int(day))
        if candidate < written.date() - timedelta(days=60):
            candidate = date(written.year + 1, number, int(day))
    except ValueError:
        return None
    return candidate


def _slashed_day(found: re.Match[str], words: str, written: datetime) -> date | None:
    """Read 11/12 only where the weekday beside it, or a number over 12, settles the order."""
    options = {
        _day(found["year"], a, b, written)
        for a, b in ((found["one"], found["two"]), (found["two"], found["one"]))
    } - {None}
    if len(options) == 1:
        return options.pop()
    near = words[max(0, found.start() - 16) : found.end() + 16]
    weekday = _WEEKDAY.search(near)
    if weekday:
        number = _WEEKDAYS[weekday[1].lower()]
        fitting = [o for o in options if o is not None and o.weekday() == number]
        return fitting[0] if len(fitting) == 1 else None
    return None


def _first_time(window: str) -> tuple[time, int] | None:
    for found in _TIME.finditer(window):
        hour, minute, mark = int(found["hour"]), found["minute"], (found["mark"] or "").lower()
        if not mark and minute is None and not _BEFORE_TIME.search(window[: found.start()]):
            continue
        if not mark and minute is None:
            if not re.search(
                r"(?:\bat|@|\bum|à|a las?|às|alle|ore|om|vanaf|ab)\s*$",
                window[: found.start()],
                re.I,
            ):
                continue
            hour += 12 if 1 <= hour <= 6 else 0
        if mark.startswith("p") and hour < 12:
            hour += 12
        if mark.startswith("a") and hour == 12:
            hour = 0
        if not mark and minute is not None and 1 <= hour <= 6:
            hour += 12
        if hour < 24 and int(minute or 0) < 60:
            return time(hour, int(minute or 0)), found.end()
    return None


def _zone(after: str, message: Message) -> Any:  # noqa: ANN401 - a tzinfo
    found = _ZONE.match(after)
    if found:
        from zoneinfo import ZoneInfo

        return ZoneInfo(_ZONES[found[1].lower()])
    return message.date.tzinfo or UTC
