"""Days and times of day that a text names, in the languages of the tables.

Nothing is guessed: 11/12 counts only where a weekday or a number over 12 settles the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from mailer.reading.spelt_times import in_digits
from mailer.reading.zones import ZONE, ZONE_BEFORE, ZONES

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier janv enero ene janeiro gennaio gen januari january stycznia styczeń ocak",
            "february feb februar février févr febrero fevereiro fev febbraio febr februari lutego luty şubat",
            "march mar märz mär mars marzo março maart mrt mars marca marzec mart",
            "april apr avril avr abril abr aprile",
            "may mai mayo maio maggio mag mei maj maja mayıs",
            "june jun juni juin junio junho giugno giu czerwca czerwiec haziran",
            "july jul juli juillet juil julio julho luglio lug lipca lipiec temmuz",
            "august aug août agosto ago augustus augusti sierpnia sierpień ağustos",
            "september sep sept septembre septiembre setembro set settembre",
            "october oct oktober okt octobre octubre outubro out ottobre ott października październik ekim",
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
            "monday mon montag lundi lunes segunda segunda-feira lunedì maandag måndag mandag poniedziałek pazartesi 月曜 月",
            "tuesday tue tues dienstag mardi martes terça terça-feira martedì dinsdag tisdag tirsdag wtorek salı 火曜 火",
            "wednesday wed mittwoch mercredi miércoles quarta quarta-feira mercoledì woensdag onsdag środa środę çarşamba 水曜 水",
            "thursday thu thurs thur donnerstag jeudi jueves quinta quinta-feira giovedì donderdag torsdag czwartek perşembe 木曜 木",
            "friday fri freitag vendredi viernes sexta sexta-feira venerdì vrijdag fredag piątek cuma 金曜 金",
            "saturday sat samstag samedi sábado sabato zaterdag lördag lørdag sobota sobotę cumartesi 土曜 土",
            "sunday sun sonntag dimanche domingo domenica zondag söndag søndag niedziela niedzielę pazar 日曜",
        )
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DATES = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?\s+(?:de\s+)?(?P<month>{_MONTH})\b\.?(?:\s+(?:de\s+)?(?P<year>\d{{4}}))?", re.I),
    re.compile(rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}}))?", re.I),
    re.compile(r"(?:(?P<year>\d{4})\s?年\s?)?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"),
    re.compile(r"\b(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"\b(?P<day>\d{1,2})-(?P<month>\d{2})-(?P<year>\d{4})\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})-(?P<month>{_MONTH})(?:-(?P<year>\d{{4}}))?\b", re.I),
    re.compile(r"(?<!\bum )(?<!\bkl )(?<!\bkl\. )(?<!\bat )(?<!\bore )(?<!\balle )\b(?P<day>\d{1,2})\.\s?(?P<month>1[0-2]|0?[1-9])\.(?:\s?(?P<year>\d{4}|\d{2}(?=\s|,)(?!\s?(?:uhr|h)\b)))?", re.I),
)  # fmt: skip
_SLASHED = re.compile(r"\b(?P<one>\d{1,2})/(?P<two>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?\b")
_WEEKDAY = re.compile(
    r"\b("
    + "|".join(sorted((re.escape(w) for w in _WEEKDAYS if w.isascii() or len(w) > 3), key=len, reverse=True))
    + r")\b|([月火水木金土日])曜|(?<=\d日)[(\uFF08]([月火水木金土日])[)\uFF09]|(?:星期|周|週|礼拜)([一二三四五六日天])",
    re.I,
)  # fmt: skip
_KANJI = "月火水木金土日"
_HANZI = "一二三四五六日"
_DAY_NUMBER = re.compile(
    r"(?:,? (?:the |den |dem |le |el |dia |il |de )?)(\d{1,2})(?:st|nd|rd|th|\.)?(?!\d|\s?[:.h]\s?\d|\s?(?:uhr|am|pm|a\.m|p\.m|uur|h\b|k\b))",
    re.I,
)
_ORDINAL = re.compile(
    r"\b(?:the|on) (?P<en>\d{1,2})(?:st|nd|rd|th)\b|\b(?:am|den|der|dem|vom|zum) (?P<de>\d{1,2})\.(?!\d)|"
    r"\b(?:le|el|il|dia|día|op|de) (?P<ro>\d{1,2})\b(?!\s?[h:.]|\s(?:a|à|às|tot)\s\d|\s?(?:uur|heures|horas|ore|minut|ans|años|anni|jaar|h\b))|(?<![\d月])(?P<ja>\d{1,2})日(?!間)",
    re.I,
)
_RELATIVE = re.compile(
    r"\b(?P<after>(?:the )?day after tomorrow|übermorgen|après-demain|pasado mañana|depois de amanhã|dopodomani|overmorgen|övermorgon|i övermorgon|pojutrze)\b|"
    r"(?<!guten )(?<!goede )(?<!good )(?<!am )(?<!jeden )(?<!de la )(?<!por la )(?<!de )\b(?:(?P<today>today|tonight|this (?:morning|afternoon|evening)|heute|aujourd'hui|cet après-midi|hoy|esta (?:mañana|tarde)|hoje|oggi|questo pomeriggio|vandaag|vanmiddag|idag|i dag|dzisiaj|dziś)|"
    r"(?P<tomorrow>tomorrow|morgen|demain|mañana|amanhã|domani|imorgon|i morgon|jutro))\b|"
    r"(?P<ja_today>本日|今日|今天)|(?P<ja_tomorrow>明日|明天)|(?P<ja_after>明後日|あさって|后天)",
    re.I,
)
_CLOCK = re.compile(
    r"(?<![\d.,/€$£])(?<!\d:)(?<![^\d ]-)(?P<hour>\d{1,2})(?:\s?(?:[:.h時点]|Uhr|heures?)\s?(?P<minute>\d{2})分?)?\s?"
    r"(?P<mark>a\.?m\b\.?|p\.?m\b\.?|uhr\b|heures?\b|h\b|時|点|hs?\b|uur\b|o'clock\b|in the (?:morning|afternoon|evening)\b|de la (?:mañana|tarde)|da (?:manhã|tarde)|du matin|de l'après-midi)?(?!\d|[\d.]*\s?%|\s?min|\s?(?:hours?|stunden|horas|ore di|uren|people|k\b)|/|月)",
    re.I,
)
_LEADS = re.compile(
    r"(?:\bat|@|\bum|\bà|\ba las?|\bàs|\bd?alle(?: ore)?|\bore|\bom|\bvanaf|\bab|\bod|\bdesde las|\bgegen|\bgodz\.|\bgodzinie|\bkl\.?|\bklo|\bklockan|\bsaat|"
    r"(?:poniedziałek|wtorek|środę|czwartek|piątek|jutro|pojutrze|dzisiaj|dziś|nia|ca|pada) o|"
    r"\b(?:time|start|uhrzeit|beginn|heure|hora|ora|orario|tijd|tid|godzina)\s?[:\uFF1A])\s*$",
    re.I,
)
_LATE = re.compile(r"^p|afternoon|evening|tarde|après")
_EARLY = re.compile(r"^a|morning|mañana|manhã|matin")
_NOON = re.compile(
    r"(?<!après-)(?<!apres-)\b(?:noon|midday|mittags?|midi|mediodía|meio-dia|mezzogiorno)\b|正午",
    re.I,
)
_HALF_DAY = re.compile(r"午(?P<half>前|後)\s?$|(?P<am>上午|早上)\s?$|(?P<pm>下午|晚上)\s?$")
_LATE_BEHIND = re.compile(
    r"\s?(?:(?:in the|this|am|nach|de la|por la|da|à|di|du|del|'s|på|po|w) ?)?(?:afternoon|evening|nachmittags?|abends?|tarde|noche|noite|soir|pomeriggio|sera|middags|avonds|eftermiddagen|kvällen|południu|wieczorem)\b",
    re.I,
)
_EVENING_BEFORE = re.compile(
    r"(?:evening|abend|soir|noche|noite|sera|avond|kväll|wieczorem),?\s+(?:at|um|à|a las|às|alle|om|kl\.?|o)\s+$",
    re.I,
)
_HOURLY = re.compile(r"^(?:uhr|uur|heures?|hs?|時|点)$")
"""Marks of the full day; 3 with one of them is still said of the afternoon."""
_ON_WEEKDAY = re.compile(rf"^\s*(?:on|am|op)?\s*(?:{_WEEKDAY.pattern})", re.I)
_DEADLINE = re.compile(
    r"(?:\bby|\buntil|\btill?|\bbefore|\bdeadline[: ]|\bsince|\bbis(?: zum| spätestens| längstens)?(?: am)?|\bspätestens(?: am)?|\bseit(?: dem)?|\bvor dem|\bavant(?: le)?|\bjusqu'au|\bdepuis(?: le)?|\bantes d[eo]l?|\bhasta(?: el)?|\bdesde(?: el)?|\baté(?: a| o| ao)?(?: dia)?|\bentro(?: il)?|\bfino a(?:l)?|\bdal|\bvoor|\buiterlijk(?: op)?|\bsinds|\bthrough|\bclos(?:es|ing)|\bexpires?)\W{0,2}(?:next |this |kommenden |nächsten |mercredi |\w+day,? )?$",
    re.I,
)
_LAST = re.compile(
    r"\b(?:last|letzten|dernier|pasado|passada|scorso|afgelopen|vorige)\s+$|先週", re.I
)
_NEXT_WEEK = re.compile(
    r"\bnext week\b|\b(?:nächste[rn]?|kommende[rn]?) woche\b|\bla semaine prochaine\b|\bla (?:próxima semana|semana que viene)\b|\b(?:na )?próxima semana\b|\bsemana que vem\b|\b(?:prossima settimana|settimana prossima)\b|\bvolgende week\b|\bnästa vecka\b|\b(?:przyszłym|następnym) tygodniu\b|来週|翌週|下个?(?=周|週|星期|礼拜)",
    re.I,
)
_NEXT_DAY = re.compile(r"(?:\bnext|\bvolgende|\bnästa|\bprzyszł[yaą]) $", re.I)
"""`Next Friday` is not the Friday of the running week."""
_IN_A_WEEK = re.compile(
    r"\s+(?:week\b(?! of)|in (?:einer woche|acht tagen|a week)\b|en huit\b|over een week\b|tra una settimana\b|om en vecka\b)",
    re.I,
)
_A_WEEK_ON = re.compile(r"\ba week (?:on|from|this|next) $", re.I)
_SAME_TIME = re.compile(
    r"\bsame time\b|\bgleiche (?:uhr)?zeit\b|\bselbe (?:uhr)?zeit\b|\bmême heure\b|\bmisma hora\b|\bmesma hora\b|\bstess[ao] (?:ora|orario)\b|\bzelfde tijd\b|同じ時間|同時刻",
    re.I,
)
_SHARE = re.compile(r"^\W*(?:or|oder|ou|o|of|oppure|and|und|et|y|e|en|または|か|、|,|/)\W*", re.I)
_LABEL = re.compile(
    r"[\W_]*(?:(?:start(?:ing)?(?: time)?|time|uhrzeit|zeit|beginn|heure|horaire|hora|horario|horário|ora|orario|tijd|tijdstip|tid|godzina|時間|时间)[\W_]*)?",
    re.I,
)
_NEAR_AFTER, _NEAR_BEFORE = 60, 30


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text names."""

    day: date
    start: int
    end: int
    is_loose: bool = False
    """A weekday or a day of the month alone: what was proposed settles which one is meant."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day that a text names; `zone` is None where it names none."""

    clock: time
    start: int
    end: int
    zone: tzinfo | None = None
    is_readers: bool = False
    """It says `your time`."""


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
    dated = _days(text, written)
    days = [d for d in dated if not _is_deadline(text, d)]
    clocks = [
        c for c in _clocks(text) if not any(d.start < c.end and c.start < d.end for d in dated)
    ]
    if usual is not None:
        clocks += [Clock(usual, f.start(), f.end()) for f in _SAME_TIME.finditer(text)]
    return list(_pair(text, days, sorted(clocks, key=lambda c: c.start)))


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
    if before and not (after and _ON_WEEKDAY.match(text[clock.end :])):
        return before[-1]
    return after[0] if after else None


def _is_near(between: str) -> bool:
    """Tell whether no paragraph ends between, but the line of a timetable's day."""
    return "\n\n" not in between.replace(" ", "") or bool(_LABEL.fullmatch(between))


def _shares(text: str, one: Day, other: Day) -> bool:
    """Tell whether two days stand side by side: `Tuesday or Wednesday at 3`."""
    between = text[one.end : other.start] if one.end <= other.start else ""
    return bool(between) and len(between) < 16 and bool(_SHARE.match(between))


# --- days -----------------------------------------------------------------------------------


def _days(text: str, written: datetime) -> list[Day]:
    found: list[Day] = []

    def is_taken(start: int, end: int) -> bool:
        return any(d.start < end and start < d.end for d in found)

    for reader in (_dated, _slashed, _weekdays, _ordinals, _relative):
        for day in reader(text, written):
            if is_taken(day.start, day.end) or (
                reader in (_weekdays, _ordinals) and _names_same(text, day, found)
            ):
                continue
            found.append(day)
    return sorted(found, key=lambda d: d.start)


def _names_same(text: str, day: Day, found: list[Day]) -> bool:
    """Tell whether a weekday only adds to a date beside it: `Tuesday, March 23`."""
    return any(
        not d.is_loose and (0 <= d.start - day.end < 10 or 0 <= day.start - d.end < 4)
        for d in found
    )


def _dated(text: str, written: datetime) -> Iterator[Day]:
    for pattern in _DATES:
        for found in pattern.finditer(text):
            day = _day(found["year"], found["month"], found["day"], written)
            if day is not None:
                yield Day(day, found.start(), found.end())


def _slashed(text: str, written: datetime) -> Iterator[Day]:
    for found in _SLASHED.finditer(text):
        day = _slashed_day(found, text, written)
        if day is not None:
            yield Day(day, found.start(), found.end())


def _weekdays(text: str, written: datetime) -> Iterator[Day]:
    for found in _WEEKDAY.finditer(text):
        weekday = _weekday_number(found)
        if weekday is None:
            continue
        number = _DAY_NUMBER.match(text, found.end())
        if number:
            day = _weekday_with_number(weekday, int(number[1]), written)
            if day is not None:
                yield Day(day, found.start(), number.end())
                continue
        ahead = (weekday - written.weekday()) % 7 or 7
        before = text[max(0, found.start() - 30) : found.start()]
        if _IN_A_WEEK.match(text, found.end()) or _A_WEEK_ON.search(before):
            ahead += 7
        elif _is_next_week(text, found) and written.weekday() + ahead < 7:
            ahead += 7
        yield Day(written.date() + timedelta(days=ahead), found.start(), found.end(), is_loose=True)


def _is_next_week(text: str, found: re.Match[str]) -> bool:
    """Tell whether a weekday is said to be next week's, in the same sentence."""
    before = re.split(r"[.!?;。\n]", text[max(0, found.start() - 30) : found.start()])[-1]
    behind = re.split(r"[.!?;。\n]", text[found.end() : found.end() + 30])[0]
    return bool(_NEXT_DAY.search(before) or _NEXT_WEEK.search(f"{before}{found[0]}{behind}"))


def _ordinals(text: str, written: datetime) -> Iterator[Day]:
    for found in _ORDINAL.finditer(text):
        number = int(next(filter(None, found.groups())))
        for ahead in range(45):
            day = written.date() + timedelta(days=ahead)
            if day.day == number:
                yield Day(day, found.start(), found.end(), is_loose=True)
                break


def _relative(text: str, written: datetime) -> Iterator[Day]:
    for found in _RELATIVE.finditer(text):
        is_today = bool(found["today"] or found["ja_today"])
        ahead = 0 if is_today else 2 if found["after"] or found["ja_after"] else 1
        if _IN_A_WEEK.match(text, found.end()):
            ahead += 7
        day = written.date() + timedelta(days=ahead)
        yield Day(day, found.start(), found.end(), is_loose=ahead == 0)


def _weekday_number(found: re.Match[str]) -> int | None:
    """Return the weekday; None for a word that only looks like one, `mon équipe` or `sat down`."""
    if found[2] or found[3]:
        return _KANJI.index(found[2] or found[3])
    if found[4]:
        return _HANZI.index(found[4].replace("天", "日"))
    word = found[1].lower()
    behind = found.string[found.end() : found.end() + 12]
    if word in _ALSO_WORDS and not found[1][0].isupper() and not _BEHIND_DAY.match(behind):
        return None
    if word in _ALSO_ORDINALS and not _BEHIND_DAY.match(behind):
        return None
    return _WEEKDAYS.get(word)


_ALSO_WORDS = frozenset("mon sat sun wed fri tue thu".split())
_ALSO_ORDINALS = frozenset("segunda terça quarta quinta sexta".split())
_BEHIND_DAY = re.compile(
    r"\.?,?\s*(?:\d|at\b|the\b|às?\b|dia\b|de manhã|da semana\b|da próxima\b|à tarde|$)|\s*[.,;:!?)–-]"
)


def _weekday_with_number(weekday: int, number: int, written: datetime) -> date | None:
    """Return the coming day that is both: `mercredi 21`."""
    for ahead in range(62):
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
            return date(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
        candidate = date(written.year, number, int(day))
        if candidate < written.date() - timedelta(days=60):
            candidate = date(written.year + 1, number, int(day))
    except ValueError:
        return None
    return candidate


def _slashed_day(found: re.Match[str], text: str, written: datetime) -> date | None:
    """Read 11/12 only where the weekday beside it, or a number over 12, settles the order."""
    options = {
        _day(found["year"], a, b, written)
        for a, b in ((found["one"], found["two"]), (found["two"], found["one"]))
    } - {None}
    if len(options) == 1:
        return options.pop()
    near = text[max(0, found.start() - 16) : found.end() + 16]
    weekday = _WEEKDAY.search(near)
    if weekday:
        number = _weekday_number(weekday)
        fitting = [o for o in options if o is not None and o.weekday() == number]
        return fitting[0] if len(fitting) == 1 else None
    return None


# --- times of day ---------------------------------------------------------------------------


def _clocks(text: str) -> Iterator[Clock]:
    end = -1
    for found in _CLOCK.finditer(text):
        clock = _clock(text, found)
        if clock is None or (end >= 0 and _is_range(text[end : found.start()])):
            end = found.end() if clock is not None else end
            continue
        end = found.end()
        yield _with_zone(text, Clock(clock, found.start(), end))
    for found in _NOON.finditer(text):
        near = text[max(0, found.start() - 8) : found.start()], text[found.end() : found.end() + 14]
        if re.search(r"\d(?: uhr)?\s$", near[0], re.I) or re.match(r"\s\D{0,6}\d{1,2}\b", near[1]):
            continue  # `12 noon`, `vendredi midi à 12h30`
        yield _with_zone(text, Clock(time(12), found.start(), found.end()))


_TO = r"(?:[-–—〜~～]|to|until|till|bis|à|a|às|alle|tot|till|do|から|至|到|and|und|y|et|e|en)"
_SPAN_START = re.compile(
    rf"(?<![\d.,/:€$£-])(?P<hour>\d{{1,2}})(?:\s?(?:[時点]|uhr|h))?\s?{_TO}\s?$", re.I
)
_BETWEEN = re.compile(
    r"(?:between|zwischen|entre|tra|fra|tussen|mellan|między)(?: le| las)? $", re.I
)


def _is_range(between: str) -> bool:
    """Tell whether a time only ends a span: `9:30 - 10:30`, `10 to 11 am`."""
    return bool(re.fullmatch(r"\s*(?:[-–—〜~～]|to|until|till|bis|à|a|às|alle|tot|から|至|到)\s*(?:las |les )?(?:午[前後])?", between, re.I))  # fmt: skip


def _span_start(text: str, found: re.Match[str]) -> re.Match[str] | None:
    """Return the bare hour at which a span begins whose end carries the mark: `10-11 am`."""
    if not found["mark"]:
        return None
    before = text[max(0, found.start() - 14) : found.start()]
    start = _SPAN_START.search(before)
    if start is None or not re.search(r"(?:and|und|y|et|e|en)\s$", before, re.I):
        return start
    return start if _BETWEEN.search(before[: start.start()]) else None


def _clock(text: str, found: re.Match[str]) -> time | None:
    hour, minute = int(found["hour"]), found["minute"]
    mark = (found["mark"] or "").lower()
    before = text[max(0, found.start() - 20) : found.start()]
    is_led = bool(_LEADS.search(before))
    if (
        not mark
        and minute is None
        and not is_led
        and not _ON_WEEKDAY.match(text[found.end() : found.end() + 24])
    ):
        return None
    if minute is None and not is_led and mark in ("h", "hs", "heures", "heure") and hour < 7:
        return None  # a length, not a time
    start = _span_start(text, found)
    if start is not None and int(start["hour"]) < 24:
        end_hour, hour, minute = hour, int(start["hour"]), None
        if _LATE.search(mark) and hour > end_hour and hour < 12:
            mark = "am"
    half = _HALF_DAY.search(before)
    is_late = bool(_LATE.search(mark) or (half and (half["half"] == "後" or half["pm"])))
    if not is_late and not _EARLY.search(mark):
        is_late = bool(
            _LATE_BEHIND.match(text, found.end())
            or (
                hour > 5
                and _EVENING_BEFORE.search(text[max(0, found.start() - 24) : found.start()])
            )
        )
    is_early = bool(_EARLY.search(mark) or (half and not is_late))
    if is_late and hour < 12:
        hour += 12
    elif is_early and hour == 12:
        hour = 0
    elif not half and (
        (mark in ("", "o'clock") and 1 <= hour <= 6) or (_HOURLY.match(mark) and 1 <= hour <= 5)
    ):
        hour += 12
    return time(hour, int(minute or 0)) if hour < 24 and int(minute or 0) < 60 else None


def _with_zone(text: str, clock: Clock) -> Clock:
    behind = re.sub(r"^\s*(?:[-–—〜~～]|to|bis|à)\s*\d{1,2}(?:[:.h]\d{2})?\s?(?:am|pm|uhr|h)?", "", text[clock.end : clock.end + 40], flags=re.I)  # fmt: skip
    found = ZONE.match(behind)
    if found and found["yours"]:
        return replace(clock, is_readers=True)
    if found:
        return replace(clock, zone=ZoneInfo(ZONES[found[1].lower()]))
    ahead = ZONE_BEFORE.search(text[max(0, clock.start - 40) : clock.start])
    return replace(clock, zone=ZoneInfo(ZONES[ahead[1]])) if ahead else clock
