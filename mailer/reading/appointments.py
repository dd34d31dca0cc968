"""The appointments that both sides agreed on in words, the newest word last; pure.

Prose counts only where day and time are certain and both sides agreed, or where an office sets
the date itself. One option among several is none until one is chosen; a refusal, a later move or
a cancellation ends what was agreed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from mailer.model import Interview, Me, Message
from mailer.reading.agreement import (
    AGREES,
    ANEW,
    APPOINTMENT,
    ASKS_ANOTHER,
    CANCELS,
    KEEPS,
    OFFERS,
    OLDER,
    OURS_SETTLED,
    PROGRAMME,
    REFUSES,
    REPLACES,
    find_calling_off,
    find_void,
    moves_to,
    settles,
    without_declined,
)
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.clocks import Clock
from mailer.reading.days import WEEKDAY, Day, read_days
from mailer.reading.moments import Mention, read_mentions, zone_at
from mailer.reading.proposals import (
    fill,
    find_answered,
    find_chosen,
    find_timed,
    has_days,
    wavers,
)
from mailer.reading.quotes import said_in
from mailer.reading.shifts import find_shift
from mailer.reading.talks import (
    Talk,
    find_target,
    is_day_of,
    is_past,
    is_theirs,
    on_same_day,
    repeats,
    stands,
    withdraw,
)

_SAME_WITHIN = timedelta(hours=3)
"""Words that name a time this near a calendar's only say it again, unless they move it."""


def read_prose(
    messages: Sequence[Message], me: Me, now: datetime, invited: Sequence[Interview] = ()
) -> tuple[Interview, ...]:
    """Return the appointments agreed in words, in the order in which they were agreed.

    Those of `invited`, the calendars', are among them, called off where later words do so.
    """
    talk = Talk(seen=frozenset(m.message_id for m in messages))
    for message in sorted(messages, key=lambda m: m.date):
        _hear_calendar(talk, message, invited)
        kind = classify(message, me)
        if kind not in _SPEAKING or message.calendars:
            continue
        said = said_in(message)
        if kind not in (AnswerKind.OWN, AnswerKind.PERSON):  # a booking's subject tells what it is
            said = f"{message.subject}\n{message.text or message.snippet}"
        named = read_mentions(said, message.date, usual=talk.usual)
        named = on_same_day(talk, said, _on_titled_day(message, named))
        talk.forget_before(message.date, now.tzinfo)
        proposed = talk.theirs if kind is AnswerKind.OWN else talk.ours
        if len(proposed) > 1 and (left := _left(said, message)) != said:
            said, named = left, read_mentions(left, message.date, usual=talk.usual)
        if kind is AnswerKind.OWN:
            _hear_us(talk, message, said, named, now.tzinfo)
        else:
            _hear_them(talk, message, said, named, now.tzinfo)
    return tuple(talk.agreed)


def _on_titled_day(message: Message, named: list[Mention]) -> list[Mention]:
    """Return what is named, times without a day on the date that the subject alone names."""
    if has_days(named) or not any(m.clock for m in named):
        return named
    dates = {d.day: d for d in read_days(message.subject, message.date) if not d.is_loose}
    days = [d for day, d in dates.items() if day >= message.date.date()]
    if len(days) != 1:
        return named
    return [replace(m, day=days[0]) if m.clock else m for m in named]


def _left(said: str, message: Message) -> str:
    """Return an answer without the days that it turns down beside another one."""
    return without_declined(
        said, lambda part: [(d.start, d.end) for d in read_days(part, message.date)]
    )


_SPEAKING = (AnswerKind.OWN, AnswerKind.PERSON, AnswerKind.ACKNOWLEDGEMENT, AnswerKind.INVITATION)


def _hear_calendar(talk: Talk, message: Message, invited: Sequence[Interview]) -> None:
    """A calendar's newest word stands in the row of what was agreed."""
    for interview in invited:
        if interview.message_id != message.message_id:
            continue
        if interview.is_cancelled:  # what was proposed in words beside it is off too
            withdraw(talk, _near(interview.start))
            continue
        talk.agreed.append(interview)
        talk.threads.append(message.thread_key)
        talk.theirs, talk.ours, talk.is_moving, talk.replaced = [], [], False, None


def _near(moment: datetime) -> Callable[[datetime], bool]:
    return lambda start: abs(start - moment) < _SAME_WITHIN


def _hear_us(
    talk: Talk, message: Message, said: str, named: list[Mention], reader: tzinfo | None
) -> None:
    """The user answers a proposal, refuses it, or proposes."""
    if _keeps(talk, message, said, named):
        talk.theirs, talk.replaced, talk.is_moving = [], None, False
        return
    named, _ = _shifted(talk, message, said, named)
    refuses = bool(REFUSES.search(said) or ASKS_ANOTHER.search(said))
    chosen = None if wavers(said, message) else find_chosen(talk.theirs, named, message, reader)
    if chosen is None and not refuses and not has_days(named):
        chosen = find_answered(talk.theirs, said, by_user=True)
    if chosen is not None and not (refuses and len(talk.theirs) == 1):
        mention, asked = chosen
        _agree(talk, mention, asked, message, by=asked.sender.address, reader=reader)
        return
    off = find_calling_off(said, refusals=True) or find_void(said)
    talk.replaced = _replaced(talk, message, said, named)
    if off and _is_about_agreed(talk, message, off, named, bool(off)):
        _cancel(talk, message, named)
    whole = [m for m in named if m.is_whole]
    moments = {m.moment(zone_at(message.date, reader), reader) for m in whole}
    is_unseen = bool(message.in_reply_to) and talk.seen.isdisjoint(message.in_reply_to)
    is_told = any(m.day is not None and m.day.day in talk.told for m in whole)
    settles = OURS_SETTLED.search(said) or ((is_unseen or is_told) and AGREES.search(said))
    if len(moments) == 1 and settles and not refuses and not re.search(r"[?\uFF1F]", said):
        by = message.to[0].address if message.to else ""
        _agree(talk, whole[0], message, message, by=by, reader=reader)
        return
    if named:
        talk.ours = [(fill(m, talk.theirs), message) for m in named]
        talk.theirs = [] if refuses else talk.theirs


def _hear_them(
    talk: Talk, message: Message, said: str, named: list[Mention], reader: tzinfo | None
) -> None:
    """They answer the user's proposal, settle, propose, or call off."""
    talk.told = frozenset(m.day.day for m in named if m.day is not None)
    is_question = "?" in said or "\uff1f" in said
    if _keeps(talk, message, said, named):
        talk.ours, talk.replaced, talk.is_moving = [], None, False
        return
    named, is_shifted = _shifted(talk, message, said, named)
    plan = _programme(talk, message, said, named)
    named = named if plan is None else [plan]
    whole = [m for m in named if m.is_whole and not is_past(m, message, reader)]
    moved = moves_to(said) if whole and not _is_invited(talk, whole, message, reader) else ""
    off = find_calling_off(said) or moved
    void = "" if off else find_void(said)
    moves = bool(off or void or REFUSES.search(said))
    talk.replaced = _replaced(talk, message, said, named)
    if moved and talk.replaced is None and is_theirs(talk, message, named):
        talk.replaced = find_target(talk, message, named)
    is_meant = not void or _is_day_spoken(talk, message, void, named)
    is_clear = bool(off or void or whole)
    if moves and is_meant and _is_about_agreed(talk, message, off or void, named, is_clear):
        _cancel(talk, message, named)
    if (off or void) and not whole:
        days = {m.day.day for m in named if m.day is not None}
        withdraw(talk, lambda start: not days or start.date() in days)
    chosen = None if wavers(said, message) else find_chosen(talk.ours, named, message, reader)
    if chosen is None and not moves and not has_days(named):
        chosen = find_answered(talk.ours, said, by_user=False)
    if chosen is not None and not (moves and not whole):
        mention, asked = chosen
        _agree(talk, mention, asked, message, by=message.sender.address, reader=reader)
        return
    timed = None if moves or is_question else find_timed(talk.ours, named)
    if timed is not None:
        _agree(talk, *timed, message, by=message.sender.address, reader=reader)
        return
    if not moves and any(repeats(talk, m) for m in named):
        whole = [m for m in whole if not repeats(talk, m)]
    moments = {m.moment(zone_at(message.date, reader), reader) for m in whole}
    for moment in moments:
        talk.proposers.setdefault(moment, message.sender.address)
    is_one = len(moments) == 1 and not (is_question and moves)
    if is_one and (plan is not None or is_shifted or moved or settles(said)):
        _agree(talk, whole[0], message, message, by=message.sender.address, reader=reader)
    elif whole:
        talk.theirs = [(m, message) for m in whole]
        talk.ours = []


def _is_invited(talk: Talk, whole: list[Mention], message: Message, reader: tzinfo | None) -> bool:
    """Tell whether a calendar said so already: the words explain what it did."""
    zone = zone_at(message.date, reader)
    moments = [m.moment(zone, reader) for m in whole]
    told = [i.start for i in talk.agreed if i.source != "prose" and not i.is_cancelled]
    return any(abs(start - moment) < _SAME_WITHIN for start in told for moment in moments)


def _keeps(talk: Talk, message: Message, said: str, named: list[Mention]) -> bool:
    """Tell whether another time is refused and the one agreed on stays."""
    return (
        find_target(talk, message, named) is not None
        and KEEPS.search(said) is not None
        and not any(m.is_whole and not stands(talk, m, message) for m in named)
    )


def _shifted(
    talk: Talk, message: Message, said: str, named: list[Mention]
) -> tuple[list[Mention], bool]:
    """Return what is named, with the moment that `an hour later` means of what was agreed.

    Also whether it is said as a fact.
    """
    number = find_target(talk, message, named)
    shift = find_shift(said) if number is not None else None
    if number is None or shift is None or any(m.is_whole for m in named):
        return named, False
    start = talk.agreed[number].start + shift[0]
    day, clock = Day(start.date(), 0, 0), Clock(start.time(), 0, 0, zone=start.tzinfo)
    talk.replaced = number
    return [Mention(day, clock, " ".join(said.split())[:60])], shift[1]


def _is_about_agreed(
    talk: Talk, message: Message, off: str, named: list[Mention], is_clear: bool
) -> bool:
    """Tell whether a message that calls off or moves something speaks of what was agreed.

    Of a calendar's appointment it has to name the day or say what it calls off.
    """
    number = find_target(talk, message, named)
    if number is None:
        return False
    meant = talk.agreed[number]
    is_same = message.thread_key == talk.threads[number]
    is_arranger = message.sender.folded == meant.arranged_by.casefold()
    is_named = any(is_day_of(m, meant) for m in named)
    if meant.source != "prose":
        return _ends_invited(meant, message, off, named, is_same=is_same)
    return (is_same or is_arranger or (is_named and bool(off))) and is_clear


def _ends_invited(
    meant: Interview, message: Message, off: str, named: list[Mention], *, is_same: bool
) -> bool:
    """Tell whether words call off what a calendar said, rather than explain what it did already.

    Who names the calendar's own time as well speaks of the change that it brought.
    """
    if not off or OLDER.search(off):
        return False
    zone = meant.start.tzinfo
    days = [m for m in named if m.day is not None]
    own = [m for m in days if is_day_of(m, meant)]
    others = [m for m in days if m not in own]
    cancels = bool(CANCELS.search(off) or find_void(off))
    in_off = any(is_day_of(m, meant) for m in read_mentions(off, message.date))
    if any(m.is_whole and abs(m.moment(zone, zone) - meant.start) < _SAME_WITHIN for m in own):
        return cancels and in_off and not others and not ANEW.search(off)
    if own:
        return in_off and not any(
            re.search(rf"{_ONTO}{re.escape(m.words)}", off, re.I) for m in own
        )
    if others:
        is_new = all(m.is_whole for m in others)
        return is_new and is_same and bool(APPOINTMENT.search(off))
    return cancels and is_same and bool(APPOINTMENT.search(off))


_ONTO = rf"\b(?:to|onto|naar|auf(?: den)?|au|al?|para(?: [ao])?|till|na|op)\s+(?:the |den |de |el |le |il |next |komende |kommenden )?(?:(?:{WEEKDAY.pattern}),? (?:den |the |le |el |il |de )?)?"
"""In front of the day onto which something was moved."""


def _is_day_spoken(talk: Talk, message: Message, void: str, named: list[Mention]) -> bool:
    """Tell whether what is said to be off is the agreed day, or no day is named there."""
    number = find_target(talk, message, named)
    days = [m for m in read_mentions(void, message.date) if m.day is not None]
    return not days or (number is not None and any(is_day_of(m, talk.agreed[number]) for m in days))


def _replaced(talk: Talk, message: Message, said: str, named: list[Mention]) -> int | None:
    """Return the standing appointment in whose place another time is proposed.

    The day of the old one is named, or that the entry in the calendar is to be disregarded.
    """
    if REPLACES.search(said) is None:
        return talk.replaced
    number = find_target(talk, message, named)
    if number is None:
        return None
    meant = talk.agreed[number]
    zone = meant.start.tzinfo
    others = [m for m in named if m.is_whole and m.moment(zone, zone).date() != meant.start.date()]
    is_spoken = any(is_day_of(m, meant) for m in named)
    return number if others and is_spoken and is_theirs(talk, message, named) else None


def _cancel(talk: Talk, message: Message, named: list[Mention]) -> None:
    number = find_target(talk, message, named)
    if number is not None:
        meant = talk.agreed[number]
        talk.agreed[number] = replace(meant, is_cancelled=True, message_id=message.message_id)
        talk.is_moving = True
        withdraw(talk, lambda start: start == meant.start)


def _programme(talk: Talk, message: Message, said: str, named: list[Mention]) -> Mention | None:
    """Return the first item of a day's programme, whose day may stand in the subject alone."""
    clocks = [m for m in named if m.clock is not None]
    if len({m.clock.clock for m in clocks if m.clock}) < 2 or not PROGRAMME.search(f"{message.subject}\n{said}"):  # fmt: skip
        return None
    days = {m.day.day: m.day for m in named if m.day is not None}
    if not days and not message.in_reply_to:
        titled = read_mentions(message.subject, message.date)
        days = {m.day.day: m.day for m in titled if m.day is not None}
    if len(days) != 1 or OFFERS.search(said):
        return None
    (day,) = days.values()
    if any(i.start.date() == day.day and not i.is_cancelled for i in talk.agreed):
        return None
    return replace(clocks[0], day=day)


def _agree(
    talk: Talk,
    mention: Mention,
    asked: Message,
    message: Message,
    *,
    by: str,
    reader: tzinfo | None,
) -> None:
    """Note an appointment; an earlier one in the same thread that is still to come is moved."""
    start = mention.moment(zone_at(asked.date, reader), reader)
    is_over = start < message.date - timedelta(hours=12)
    if is_over or any(i.start == start and not i.is_cancelled for i in talk.agreed):
        return
    if (
        not talk.is_moving
        and talk.replaced is None
        and any(_says_again(i, start) for i in talk.agreed)
    ):
        return
    for number, earlier in enumerate(talk.agreed):
        is_moved = talk.threads[number] == message.thread_key and earlier.start > message.date
        is_moved |= earlier.start.date() == start.date()
        if number == talk.replaced or (is_moved and (talk.is_moving or earlier.source == "prose")):
            talk.agreed[number] = replace(earlier, is_cancelled=True)
    talk.agreed.append(
        Interview(
            start=start,
            timezone=getattr(start.tzinfo, "key", "") or start.strftime("%z"),
            source="prose",
            summary=mention.words[:80],
            message_id=message.message_id,
            arranged_by=talk.proposers.get(start, by),
        )
    )
    talk.threads.append(message.thread_key)
    talk.theirs, talk.ours, talk.is_moving, talk.replaced = [], [], False, None


def _says_again(interview: Interview, start: datetime) -> bool:
    is_near = abs(interview.start - start) < _SAME_WITHIN
    return interview.source != "prose" and not interview.is_cancelled and is_near
