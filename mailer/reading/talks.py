"""What has been proposed and agreed so far in a talk about an appointment, and which is meant; pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo

from mailer.model import Interview, Message
from mailer.reading.days import Day
from mailer.reading.moments import Mention, zone_at


@dataclass
class Talk:
    """What has been proposed and agreed so far."""

    theirs: list[tuple[Mention, Message]] = field(default_factory=list)
    ours: list[tuple[Mention, Message]] = field(default_factory=list)
    agreed: list[Interview] = field(default_factory=list)
    proposers: dict[datetime, str] = field(default_factory=dict)
    """Who named a moment first."""
    threads: list[str] = field(default_factory=list)
    """The thread of each agreed appointment."""
    seen: frozenset[str] = frozenset()
    """The messages at hand: what answers another one may accept what is not seen."""
    told: frozenset[date] = frozenset()
    """The days that their last mail names, the hour of which may stand in another sentence."""
    is_moving: bool = False
    """Somebody asked to move or refused since the last agreement."""
    replaced: int | None = None
    """The agreed appointment whose place another time is to take."""

    def forget_before(self, moment: datetime, reader: tzinfo | None) -> None:
        """Drop proposals whose time is over: nobody agrees to them any more."""
        self.theirs, self.ours = (
            [
                (mention, asked)
                for mention, asked in proposed
                if not mention.is_whole
                or mention.moment(zone_at(asked.date, reader), reader) >= moment
            ]
            for proposed in (self.theirs, self.ours)
        )

    @property
    def usual(self) -> time | None:
        """The time of day that `same time` means."""
        if self.agreed:
            return self.agreed[-1].start.timetz().replace(tzinfo=None)
        whole = [m for m, _ in self.theirs if m.clock is not None]
        return whole[-1].clock.clock if whole and whole[-1].clock else None


def on_same_day(talk: Talk, said: str, named: list[Mention]) -> list[Mention]:
    """Return what is named, an hour alone on the agreed day where `the same day` is said."""
    standing = [i for i in talk.agreed if not i.is_cancelled]
    if not standing or any(m.day is not None for m in named) or not _SAME_DAY.search(said):
        return named
    day = Day(standing[-1].start.date(), 0, 0)
    return [replace(m, day=day) if m.clock is not None else m for m in named]


_SAME_DAY = re.compile(
    r"\b(?:(?:the )?same day|am (?:selben|gleichen) tag|(?:selber|gleicher) tag|(?:le )?même jour|(?:el )?mismo día|(?:no )?mesmo dia|(?:lo )?stesso giorno|"
    r"(?:de)?zelfde dag|samma dag|te(?:go|n) sam(?:ego)? d(?:nia|zień)|(?:day|date) (?:stays|stands|remains|is unchanged|is the same|does(?:n't| not) change)|"
    r"(?:der tag|das datum) bleibt|(?:le jour|la date) (?:reste|ne change pas|est inchangée?)|(?:el día|la fecha) (?:sigue|se mantiene|no cambia)|(?:o dia|a data) (?:mantém|não muda|continua)|"
    r"(?:il giorno|la data) (?:resta|rimane|non cambia)|(?:de dag|de datum) (?:blijft|verandert niet)|(?:dagen|datumet) (?:är (?:den|det) ?samma|står kvar|ändras inte)|(?:dzień|data) (?:bez zmian|pozostaje|zostaje|się nie zmienia))\b|"
    r"同日|同じ日|同一天|(?:日程|日にち|日付)は(?:そのまま|変わり)|(?:日期|日子)不变",
    re.I,
)


def withdraw(talk: Talk, is_meant: Callable[[datetime], bool]) -> None:
    """Drop the proposals whose moment is meant: nobody agrees to them any more."""
    talk.theirs, talk.ours = (
        [(m, a) for m, a in proposed if not (m.is_whole and is_meant(moment_of(m, a)))]
        for proposed in (talk.theirs, talk.ours)
    )


def moment_of(mention: Mention, asked: Message) -> datetime:
    """Return the moment in the writer's own hours, near enough to compare."""
    return mention.moment(asked.date.tzinfo, asked.date.tzinfo)


def find_target(talk: Talk, message: Message, named: list[Mention]) -> int | None:
    """Return which standing appointment is spoken of: the one whose day is named, else the last."""
    standing = [
        n for n, i in enumerate(talk.agreed) if not i.is_cancelled and i.start > message.date
    ]
    by_day = [n for n in standing if any(is_day_of(m, talk.agreed[n]) for m in named)]
    last = len(talk.agreed) - 1
    return by_day[-1] if by_day else last if last in standing else None


def is_day_of(mention: Mention, interview: Interview) -> bool:
    """Tell whether a day is an appointment's, also where only its weekday is named."""
    if mention.day is None:
        return False
    day, start = mention.day.day, interview.start.date()
    return day == start or (mention.day.is_loose and not mention.is_whole and day.weekday() == start.weekday())  # fmt: skip


def is_theirs(talk: Talk, message: Message, named: list[Mention]) -> bool:
    """Tell whether who writes arranged the appointment spoken of, or writes in its thread."""
    number = find_target(talk, message, named)
    if number is None:
        return False
    is_arranger = message.sender.folded == talk.agreed[number].arranged_by.casefold()
    return is_arranger or message.thread_key == talk.threads[number]


def stands(talk: Talk, mention: Mention, message: Message) -> bool:
    """Tell whether a moment is agreed on and not called off."""
    return any(not i.is_cancelled and i.start == moment_of(mention, message) for i in talk.agreed)


def repeats(talk: Talk, mention: Mention) -> bool:
    """Tell whether a bare weekday with its time only says again what was agreed last."""
    if not talk.agreed or talk.agreed[-1].is_cancelled or mention.day is None:
        return False
    start = talk.agreed[-1].start
    is_day = mention.day.is_loose and mention.day.day.weekday() == start.weekday()
    has_zone = mention.clock is not None and mention.clock.zone is not None
    is_day = is_day or (mention.day.day == start.date() and not has_zone)
    return is_day and mention.clock is not None and is_same_clock(mention.clock.clock, start.time())


def is_past(mention: Mention, message: Message, reader: tzinfo | None) -> bool:
    """Tell whether a moment was over when it was named: the date of a quote, the last interview."""
    moment = mention.moment(zone_at(message.date, reader), reader)
    return moment < message.date - timedelta(hours=12)


def is_same_clock(one: time, other: time) -> bool:
    """Tell whether two times are the same, also where one leaves out the half of the day."""
    return one.minute == other.minute and one.hour % 12 == other.hour % 12
