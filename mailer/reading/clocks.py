"""Times of day that a text names, in the languages of the tables; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time, tzinfo
from zoneinfo import ZoneInfo

from mailer.reading.days import IN_HOUSE, WEEKDAY
from mailer.reading.zones import ZONE, ZONE_BEFORE, ZONES, zone_of

_CLOCK = re.compile(
    r"(?<![\d.,/€$£])(?<!\d:)(?<![^\d ]-)(?P<hour>\d{1,2})(?:(?:\s?(?:[:h時点]|Uhr|heures?)\s?|u|\s?\.)(?P<minute>\d{2})分?)?\s?"
    r"(?P<mark>a\.?m\b\.?|p\.?m\b\.?|[ap]\. m\.|uhr\b|heures?\b|h\b|時|点|hrs?\b|hs?\b|uur\b|u\b|o'clock\b|in the (?:morning|afternoon|evening)\b|de la (?:mañana|tarde)|da (?:manhã|tarde)|du matin|de l'après-midi)?(?!\d|[\d.]*\s?%|\s?min|\s?(?:days?|tagen?|jours|d[ií]as|giorni|dagen|dagar|dni|weeks?|wochen?|semaines?|semanas?|settimane|weken|veckor|hours?|stunden|horas|ore di|uren|people|k\b)|/|月|[間间])",
    re.I,
)
_LEADS = re.compile(
    r"(?:\bat|@|(?:day|\d(?:st|nd|rd|th)?|tomorrow),? from|\bum|\bà|\ba las?|\bàs|\bd?alle(?: ore)?|\bore|\bom|\bvanaf|\bab|\bod|\bdesde las|\bpelas?|\bpor volta das|\bsobre las|\bgegen|\bgodz\.|\bgodzinie|\bkl\.?|\bklo|\bklockan|\bsaat|"
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
_HOURLY = re.compile(r"^(?:uhr|uur|u|heures?|hr?s?|時|点)$")
"""Marks of the full day; 3 with one of them is still said of the afternoon."""
ON_WEEKDAY = re.compile(rf"^\s*(?:on|am|op)?\s*(?:{WEEKDAY.pattern})", re.I)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day that a text names; `zone` is None where it names none."""

    clock: time
    start: int
    end: int
    zone: tzinfo | None = None
    is_readers: bool = False
    """It says `your time`."""


def read_clocks(text: str) -> Iterator[Clock]:
    """Yield the times of day; of a span only where it begins, midday last."""
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
_IS_DAY = re.compile(
    r"(?:\b(?:le|el|il|dia|día|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?,?|"
    r"lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)\s)\d{1,2}\s?(?:à|a|às|alle)\s?$",
    re.I,
)
"""A day before its hour, no span: `jeudi 19 à 18h`."""
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
    if start is not None and _IS_DAY.search(text[: found.start()][-40:]):
        return None
    if start is None or not re.search(r"(?:and|und|y|et|e|en)\s$", before, re.I):
        return start
    return start if _BETWEEN.search(before[: start.start()]) else None


def _clock(text: str, found: re.Match[str]) -> time | None:
    hour, minute = int(found["hour"]), found["minute"]
    mark = (found["mark"] or "").lower()
    before = text[max(0, found.start() - 20) : found.start()]
    is_led = bool(_LEADS.search(before))
    if IN_HOUSE.search(before):
        return None
    if (
        not mark
        and minute is None
        and not is_led
        and not ON_WEEKDAY.match(text[found.end() : found.end() + 24])
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


def zone_of_all(text: str) -> tzinfo | None:
    """Return the zone that a text tells of all its times: `10:30 or 2, both Central`; else None."""
    for found in _OF_ALL.finditer(text):
        told = ZONE.match(text[found.end() : found.end() + 30])
        zone = zone_of(told) if told and not told["yours"] else None
        if zone is not None:
            return zone
    return None


_OF_ALL = re.compile(
    r"\b(?:that(?:'s| is| would be)|das (?:ist|wäre)|(?:ce sont|c'est) (?:des heures|l'heure|les heures) de|(?:eso |esto )?es hora de|è ora di|dat is|det är|both|either|(?:all )?(?:the )?times(?: (?:are|in|given|shown|stated))*|beide(?: zeiten)?|(?:alle )?(?:zeiten|uhrzeiten|zeitangaben)(?: (?:sind|in))*|les deux|(?:toutes les )?(?:heures|horaires)(?: (?:sont|en|à))*|"
    r"ambas|(?:todas las )?horas (?:son|en)|(?:todos os )?horários(?: (?:são|em|no))*|entrambi|(?:tutti gli )?orari(?: (?:sono|in))*|(?:alle )?tijden(?: (?:zijn|in))*|båda|(?:alla )?tider(?: (?:är|i))*|oba|(?:wszystkie )?godziny(?: (?:są|w|według))*)(?= )|(?:時間|時刻)は(?:すべて|全て)?|时间(?:均|都)?为",
    re.I,
)


def _with_zone(text: str, clock: Clock) -> Clock:
    behind = re.sub(r"^\s*(?:[-–—〜~～]|to|bis|à)\s*\d{1,2}(?:[:.h]\d{2})?\s?(?:am|pm|uhr|h)?", "", text[clock.end : clock.end + 40], flags=re.I)  # fmt: skip
    found = ZONE.match(behind)
    if found and found["yours"]:
        return replace(clock, is_readers=True)
    if found:
        return replace(clock, zone=zone_of(found))
    ahead = ZONE_BEFORE.search(text[max(0, clock.start - 40) : clock.start])
    return replace(clock, zone=ZoneInfo(ZONES[ahead[1]])) if ahead else clock
