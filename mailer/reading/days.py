"""Days that a text names, in the languages of the tables; pure.

Nothing is guessed: 11/12 counts only where a weekday or a number over 12 settles the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mailer.reading.company import fold

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari stycznia styczeń sty ocak",
            "february feb februar feber février févr febrero fevereiro fev febbraio febr februari lutego luty şubat",
            "march mar märz mär mars marzo março maart mrt mars marts marca marzec mart",
            "april apr avril avr abril abr aprile kwietnia kwiecień kwi nisan",
            "may mai mayo maio maggio mag mei maj maja mayıs",
            "june jun juni juin junio junho giugno giu czerwca czerwiec cze haziran",
            "july jul juli juillet juil julio julho luglio lug lipca lipiec temmuz",
            "august aug août agosto ago augustus augusti sierpnia sierpień ağustos",
            "september sep sept septembre septiembre setembro set settembre setiembre września wrzesień wrz eylül",
            "october oct oktober okt octobre octubre outubro out ottobre ott października październik paź ekim",
            "november nov novembre noviembre novembro listopada listopad lis kasım",
            "december dec dezember dez décembre déc diciembre dic dezembro dicembre grudnia grudzień gru aralık",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon montag lundi lunes segunda segunda-feira lunedì lunedi maandag måndag måndagen mandag poniedziałek poniedzialek poniedziałku poniedziałkowy poniedziałkowa poniedziałkowe poniedziałkową pazartesi 月曜 月",
            "tuesday tue tues dienstag mardi martes terça terça-feira terca terca-feira martedì martedi dinsdag tisdag tisdagen tirsdag wtorek wtorku wtorkowy wtorkowa wtorkowe wtorkową salı 火曜 火",
            "wednesday wed mittwoch mercredi miércoles miercoles quarta quarta-feira mercoledì mercoledi woensdag onsdag onsdagen środa środę środy środowy środowa środowe środową sroda srode çarşamba 水曜 水",
            "thursday thu thurs thur donnerstag jeudi jueves quinta quinta-feira giovedì giovedi donderdag torsdag torsdagen czwartek czwartku czwartkowy czwartkowa czwartkowe czwartkową perşembe 木曜 木",
            "friday fri freitag vendredi viernes sexta sexta-feira venerdì venerdi vrijdag fredag fredagen piątek piątku piątkowy piątkowa piątkowe piątkową piatek cuma 金曜 金",
            "saturday sat samstag samedi sábado sabado sabato zaterdag lördag lördagen lørdag sobota sobotę soboty cumartesi 土曜 土",
            "sunday sun sonntag dimanche domingo domenica zondag söndag söndagen søndag niedziela niedzielę niedzieli pazar 日曜",
        )
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DATES = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.|:[ea])?\s+(?:de\s+)?(?P<month>{_MONTH})\b\.?(?:\s+(?:de\s+)?(?P<year>\d{{4}})(?:\s?r\.)?)?", re.I),
    re.compile(rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}}))?", re.I),
    re.compile(r"(?:(?P<year>\d{4})\s?年\s?)?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"),
    re.compile(r"\b(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"\b(?P<day>\d{1,2})-(?P<month>\d{2})-(?P<year>\d{4})\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})-(?P<month>{_MONTH})(?:-(?P<year>\d{{4}}))?\b", re.I),
    re.compile(r"(?<!\bum )(?<!\bkl )(?<!\bkl\. )(?<!\bat )(?<!\bore )(?<!\balle )\b(?P<day>\d{1,2})\.\s?(?P<month>1[0-2]|0?[1-9])\.(?:\s?(?P<year>\d{4}|\d{2}(?=\s|,)(?!\s?(?:uhr|h)\b)))?", re.I),
)  # fmt: skip
IN_HOUSE = re.compile(
    r"\b(?:raum|zi(?:mmer|\.)|büro|etage|stock|room|rm\.?|suite|floor|salle|bureau|étage|sala|aula|despacho|planta|stanza|ufficio|piano|kamer|zaal|verdieping|rum|sal|våning|sala|pokój|piętro|version|v\.?|kapitel|section|§|punkt|ziffer)\s?(?:nr\.? ?|no\.? ?)?$",
    re.I,
)
"""In front of a number of a room or a chapter that looks like a date: `Raum 4.12.`"""
_SLASHED = re.compile(
    r"(?<![0-9A-Za-z/.])(?P<one>\d{1,2})/(?P<two>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?(?![0-9A-Za-z/])"
)
_DAY_FIRST = re.compile(
    r"\b(?:para|dia|día|em|no|ao|le|du|au|el|del|al|il|dal|op|den|am|vom|zum|på|dnia) (?:o |a )?$",
    re.I,
)
"""In front of a date of a language in which the day stands first; English has both orders."""
_KANA = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
"""Beside a date of Japanese or Chinese, which names the month first."""
WEEKDAY = re.compile(
    r"\b("
    + "|".join(sorted((re.escape(w) for w in _WEEKDAYS if w.isascii() or len(w) > 3), key=len, reverse=True))
    + r")(?:(?<=tag)(?:s|vormittag|nachmittag|morgen|mittag|abend|früh)|(?<=woch)(?:s|vormittag|nachmittag|morgen|mittag|abend|früh)|(?<=dag)(?:ochtend|middag|avond))?\b|([月火水木金土日])曜|(?<=[\d日])[(\uFF08]([月火水木金土日])[)\uFF09]|(?:星期|周|週|礼拜)([一二三四五六日天])",
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
RELATIVE = re.compile(
    r"\b(?P<after>(?:the )?day after tomorrow|übermorgen|après-demain|pasado mañana|depois de amanhã|dopodomani|overmorgen|övermorgon|i övermorgon|pojutrze)\b|"
    r"(?<!guten )(?<!goede )(?<!good )(?<!am )(?<!jeden )(?<!de la )(?<!por la )(?<!de )\b(?:(?P<today>today|tonight|this (?:morning|afternoon|evening)|heute|aujourd'hui|cet après-midi|hoy|esta (?:mañana|tarde)|hoje|oggi|questo pomeriggio|vandaag|vanmiddag|idag|i dag|dzisiaj|dziś)|"
    r"(?P<tomorrow>tomorrow|morgen|demain|mañana|amanhã|domani|imorgon|i morgon|jutro))\b|"
    r"(?P<ja_today>本日|今日|今天)|(?P<ja_tomorrow>明日|明天)|(?P<zh_later>大后天)|(?P<ja_after>明後日|あさって|后天)",
    re.I,
)
_EVERY = re.compile(
    r"\b(?:every|each|jeden|jeder?|chaque|tous les|cada|todos los|tod[ao]s?(?: [oa]s)?|ogni|elke|iedere|varje|hver|każd[yaą]|w każd[yaą]) $",
    re.I,
)
"""Before a weekday that is none in particular: `o comitê se reúne toda segunda`."""
_NEXT_WEEK = re.compile(
    r"\bnext week\b|\b(?:nächste[rn]?|kommende[rn]?) woche\b|\bla semaine prochaine\b|\bla (?:próxima semana|semana que viene)\b|\b(?:na )?próxima semana\b|\bsemana que vem\b|\b(?:prossima settimana|settimana prossima)\b|\bvolgende week\b|\bnästa vecka\b|\b(?:przyszłym|następnym) tygodniu\b|来週|翌週|下个?(?=周|週|星期|礼拜)",
    re.I,
)
_NEXT_DAY = re.compile(r"(?:\bnext|\bvolgende|\bnästa|\bprzyszł[yaą]) $", re.I)
"""`Next Friday` is not the Friday of the running week."""
_IN_A_WEEK = re.compile(
    r"\s+(?:week\b(?! of)|in (?:einer woche|acht tagen|a week)\b|en huit\b|over een week\b|tra una settimana\b|om en vecka\b|za tydzień\b)",
    re.I,
)
_A_WEEK_ON = re.compile(r"\ba week (?:on|from|this|next) $", re.I)

_A_FORTNIGHT_ON = re.compile(r"\b(?:two weeks|a fortnight) (?:on|from|this|next) $", re.I)
_IN_A_FORTNIGHT = re.compile(r"\s+(?:fortnight\b|en quinze\b)", re.I)
_WEEK_AFTER_NEXT = re.compile(
    r"\bweek after next\b|\bübernächste[rn]? woche\b|\buebernaechste[rn]? woche\b|再来週|下下个?(?=周|週|星期|礼拜)",
    re.I,
)
_IN_TWO_WEEKS = re.compile(
    r"\b(?:in (?:two weeks|a fortnight|zwei wochen|(?:14|vierzehn) tagen|14 days)|dans (?:deux semaines|quinze jours)|(?:dentro de|en) dos semanas|(?:daqui a|dentro de|em) duas semanas|(?:fra|tra) (?:due settimane|quindici giorni)|over (?:twee weken|veertien dagen|14 dagen)|om (?:två veckor|14 dagar|fjorton dagar)|za dwa tygodnie)\b|二週間後|两周后|两个星期后",
    re.I,
)
_VAGUE = re.compile(r"\s+(?:after next|d'après|suivant|de la otra semana)\b", re.I)
"""Which of two days is meant is not said for certain."""
_AFTER_NEXT = re.compile(r"\b(?:über|ueber)n(?:ä|ae)chste[nrs]? $", re.I)


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text names."""

    day: date
    start: int
    end: int
    is_loose: bool = False
    """A weekday or a day of the month alone: what was proposed settles which one is meant."""


def read_days(text: str, written: datetime) -> list[Day]:
    """Return the days that a text written then names, in its order; past ones included."""
    found: list[Day] = []

    taken: set[int] = set()
    for reader in _READERS if _DIGIT.search(text) else _IN_WORDS:
        for day in reader(text, written):
            if not taken.isdisjoint(range(day.start, day.end)) or (
                reader in (_weekdays, _ordinals)
                and _names_same(day, found, is_number=reader is _ordinals)
            ):
                continue
            found.append(day)
            taken.update(range(day.start, day.end))
    return sorted(found, key=lambda d: d.start)


_DIGIT = re.compile(r"\d")


def _names_same(day: Day, found: list[Day], *, is_number: bool) -> bool:
    """Tell whether a weekday or a number only adds to a date beside it: `Tuesday, March 23`."""
    return any(
        not d.is_loose
        and (0 <= d.start - day.end < 10 or 0 <= day.start - d.end < 4)
        and (not is_number or d.day.day == day.day.day)
        for d in found
    )


def _dated(text: str, written: datetime) -> Iterator[Day]:
    for pattern in _DATES:
        for found in pattern.finditer(text):
            day = _day(found["year"], found["month"], found["day"], written)
            if day is not None and not IN_HOUSE.search(
                text[max(0, found.start() - 16) : found.start()]
            ):
                yield Day(day, found.start(), found.end())


def _slashed(text: str, written: datetime) -> Iterator[Day]:
    for found in _SLASHED.finditer(text):
        day = _slashed_day(found, text, written)
        if day is not None:
            yield Day(day, found.start(), found.end())


def _weekdays(text: str, written: datetime) -> Iterator[Day]:
    for found in WEEKDAY.finditer(text):
        weekday = _weekday_number(found)
        if weekday is None or _EVERY.search(text[max(0, found.start() - 12) : found.start()]):
            continue
        number = _DAY_NUMBER.match(text, found.end())
        if number:
            day = _weekday_with_number(weekday, int(number[1]), written)
            if day is not None:
                yield Day(day, found.start(), number.end())
                continue
        ahead = _days_ahead(text, found, weekday, written)
        if ahead is not None:
            day = written.date() + timedelta(days=ahead)
            yield Day(day, found.start(), found.end(), is_loose=True)


def _days_ahead(text: str, found: re.Match[str], weekday: int, written: datetime) -> int | None:
    """Return in how many days a weekday is that a text names; None where two may be meant."""
    ahead = (weekday - written.weekday()) % 7 or 7
    before = text[max(0, found.start() - 30) : found.start()]
    if _IN_A_FORTNIGHT.match(text, found.end()) or _A_FORTNIGHT_ON.search(before):
        return ahead + 14
    if _VAGUE.match(text, found.end()):
        return None
    near = _around(text, found)
    if _WEEK_AFTER_NEXT.search(near):
        return 14 - written.weekday() + weekday
    if _IN_TWO_WEEKS.search(near):
        return 14 + ahead if weekday > written.weekday() else None
    is_week_on = (
        _IN_A_WEEK.match(text, found.end())
        or _A_WEEK_ON.search(before)
        or _AFTER_NEXT.search(before)
        or (_is_next_week(text, found) and written.weekday() + ahead < 7)
    )
    return ahead + 7 if is_week_on else ahead


def _is_next_week(text: str, found: re.Match[str]) -> bool:
    """Tell whether a weekday is said to be next week's, in the same sentence."""
    before = text[max(0, found.start() - 30) : found.start()]
    return bool(_NEXT_DAY.search(before) or _NEXT_WEEK.search(_around(text, found)))


def _around(text: str, found: re.Match[str]) -> str:
    """Return what stands near a weekday in the same sentence."""
    before = re.split(r"[.!?;。\n]", text[max(0, found.start() - 30) : found.start()])[-1]
    behind = re.split(r"[.!?;。\n]", text[found.end() : found.end() + 30])[0]
    return f"{before}{found[0]}{behind}"


def _ordinals(text: str, written: datetime) -> Iterator[Day]:
    for found in _ORDINAL.finditer(text):
        number = int(next(filter(None, found.groups())))
        for ahead in range(45):
            day = written.date() + timedelta(days=ahead)
            if day.day == number:
                yield Day(day, found.start(), found.end(), is_loose=True)
                break


def _relative(text: str, written: datetime) -> Iterator[Day]:
    for found in RELATIVE.finditer(text):
        is_today = bool(found["today"] or found["ja_today"])
        is_after = found["after"] or found["ja_after"]
        ahead = 0 if is_today else 3 if found["zh_later"] else 2 if is_after else 1
        if _IN_A_WEEK.match(text, found.end()):
            ahead += 7
        day = written.date() + timedelta(days=ahead)
        yield Day(day, found.start(), found.end(), is_loose=ahead == 0)


_IN_WORDS = (_weekdays, _relative)
_READERS = (_dated, _slashed, _weekdays, _ordinals, _relative)


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
    if word in _ALSO_ORDINALS and (
        not _BEHIND_DAY.match(behind)
        or found.string[: found.start()].endswith(("la ", "La "))  # the second, in Spanish
    ):
        return None
    return _WEEKDAYS.get(word)


_ALSO_WORDS = frozenset("mon sat sun wed fri tue thu".split())
_ALSO_ORDINALS = frozenset("segunda terça quarta quinta sexta".split())
_BEHIND_DAY = re.compile(
    r"\.?,?\s*(?:\d|at\b|the\b|às?\b|dia\b|de manhã|da semana\b|da próxima\b|que vem\b|próxima\b|(?:não|pode|posso|então|dá|ou|seria|tenho|mas)\b|à tarde|$)|\s*[.,;:!?)–-]"
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
    """Read 11/12 only where a number over 12, the script or the weekday beside it settles the order."""
    options = {
        _day(found["year"], a, b, written)
        for a, b in ((found["one"], found["two"]), (found["two"], found["one"]))
    } - {None}
    if len(options) == 1:
        return options.pop()
    if _DAY_FIRST.search(text[max(0, found.start() - 8) : found.start()]):
        return _day(found["year"], found["two"], found["one"], written)
    near = text[max(0, found.start() - 16) : found.end() + 16]
    if _KANA.search(near):
        return _day(found["year"], found["one"], found["two"], written)
    weekday = WEEKDAY.search(near)
    if weekday:
        number = _weekday_number(weekday)
        fitting = [o for o in options if o is not None and o.weekday() == number]
        return fitting[0] if len(fitting) == 1 else None
    return None


def is_calendar_word(word: str) -> bool:
    """Tell whether a folded word names a day of the week or a month: it is nobody's name."""
    return word in _CALENDAR_WORDS


_CALENDAR_WORDS = frozenset(map(fold, (*_WEEKDAYS, *_MONTHS)))
