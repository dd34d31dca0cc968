"""The appointments that both sides agreed on in words, the newest word last; pure.

Prose counts only where day and time are certain and both sides agreed, or where an office sets
the date itself. One option among several is none until one is chosen; a refusal, a later move or
a cancellation ends what was agreed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta, tzinfo

from mailer.model import Interview, Me, Message
from mailer.reading.agreement import (
    AGREES,
    ANEW,
    APPOINTMENT,
    CANCELS,
    OFFERS,
    OLDER,
    OURS_SETTLED,
    PROGRAMME,
    REFUSES,
    find_calling_off,
    settles,
)
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.moments import Mention, read_mentions, zone_at
from mailer.reading.quotes import said_in

_SAME_WITHIN = timedelta(hours=3)
"""Words that name a time this near a calendar's only say it again, unless they move it."""


@dataclass
class _Talk:
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
    is_moving: bool = False
    """Somebody asked to move or refused since the last agreement."""

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


def read_prose(
    messages: Sequence[Message], me: Me, now: datetime, invited: Sequence[Interview] = ()
) -> tuple[Interview, ...]:
    """Return the appointments agreed in words, in the order in which they were agreed.

    Those of `invited`, the calendars', are among them, called off where later words do so.
    """
    talk = _Talk(seen=frozenset(m.message_id for m in messages))
    for message in sorted(messages, key=lambda m: m.date):
        _hear_calendar(talk, message, invited)
        kind = classify(message, me)
        if kind not in _SPEAKING or message.calendars:
            continue
        said = said_in(message)
        if kind not in (AnswerKind.OWN, AnswerKind.PERSON):  # a booking's subject tells what it is
            said = f"{message.subject}\n{message.text or message.snippet}"
        named = read_mentions(said, message.date, usual=talk.usual)
        talk.forget_before(message.date, now.tzinfo)
        if kind is AnswerKind.OWN:
            _hear_us(talk, message, said, named, now.tzinfo)
        else:
            _hear_them(talk, message, said, named, now.tzinfo)
    return tuple(talk.agreed)


_SPEAKING = (AnswerKind.OWN, AnswerKind.PERSON, AnswerKind.ACKNOWLEDGEMENT, AnswerKind.INVITATION)


def _hear_calendar(talk: _Talk, message: Message, invited: Sequence[Interview]) -> None:
    """A calendar's newest word stands in the row of what was agreed."""
    for interview in invited:
        if interview.message_id == message.message_id and not interview.is_cancelled:
            talk.agreed.append(interview)
            talk.threads.append(message.thread_key)
            talk.theirs, talk.ours, talk.is_moving = [], [], False


def _hear_us(
    talk: _Talk, message: Message, said: str, named: list[Mention], reader: tzinfo | None
) -> None:
    """The user answers a proposal, refuses it, or proposes."""
    refuses = bool(REFUSES.search(said))
    chosen = _chosen(talk.theirs, named, message, reader)
    if chosen is None and not refuses and not _has_days(named) and AGREES.search(said):
        chosen = _only(talk.theirs)
    if chosen is not None and not (refuses and len(talk.theirs) == 1):
        mention, asked = chosen
        _agree(talk, mention, asked, message, by=asked.sender.address, reader=reader)
        return
    off = find_calling_off(said, refusals=True)
    if off and _is_about_agreed(talk, message, off, named, bool(off)):
        _cancel(talk, message, named)
    whole = [m for m in named if m.is_whole]
    moments = {m.moment(zone_at(message.date, reader), reader) for m in whole}
    is_unseen = bool(message.in_reply_to) and talk.seen.isdisjoint(message.in_reply_to)
    settles = OURS_SETTLED.search(said) or (is_unseen and AGREES.search(said))
    if len(moments) == 1 and settles and not refuses and not re.search(r"[?\uFF1F]", said):
        by = message.to[0].address if message.to else ""
        _agree(talk, whole[0], message, message, by=by, reader=reader)
        return
    if named:
        talk.ours = [(_filled(m, talk.theirs), message) for m in named]
        talk.theirs = [] if refuses else talk.theirs


def _hear_them(
    talk: _Talk, message: Message, said: str, named: list[Mention], reader: tzinfo | None
) -> None:
    """They answer the user's proposal, settle, propose, or call off."""
    plan = _programme(talk, message, said, named)
    named = named if plan is None else [plan]
    whole = [m for m in named if m.is_whole]
    off = find_calling_off(said)
    moves = bool(off or REFUSES.search(said))
    if moves and _is_about_agreed(talk, message, off, named, bool(off or whole)):
        _cancel(talk, message, named)
    chosen = _chosen(talk.ours, named, message, reader)
    if chosen is None and not moves and not _has_days(named) and AGREES.search(said):
        chosen = _only(talk.ours)
    if chosen is not None and not (moves and not whole):
        mention, asked = chosen
        _agree(talk, mention, asked, message, by=message.sender.address, reader=reader)
        return
    if not moves and any(_repeats(talk, m) for m in named):
        named = [m for m in named if not _repeats(talk, m)]
        whole = [m for m in named if m.is_whole]
    moments = {m.moment(zone_at(message.date, reader), reader) for m in whole}
    for moment in moments:
        talk.proposers.setdefault(moment, message.sender.address)
    is_question = "?" in said or "\uff1f" in said
    is_settled = plan is not None or settles(said)
    if len(moments) == 1 and is_settled and not (is_question and moves):
        _agree(talk, whole[0], message, message, by=message.sender.address, reader=reader)
    elif whole:
        talk.theirs = [(m, message) for m in whole]
        talk.ours = []


def _repeats(talk: _Talk, mention: Mention) -> bool:
    """Tell whether a bare weekday with its time only says again what was agreed last."""
    if not talk.agreed or talk.agreed[-1].is_cancelled or mention.day is None:
        return False
    start = talk.agreed[-1].start
    is_day = mention.day.is_loose and mention.day.day.weekday() == start.weekday()
    return (
        is_day and mention.clock is not None and _is_same_clock(mention.clock.clock, start.time())
    )


def _has_days(named: list[Mention]) -> bool:
    return any(m.day is not None for m in named)


def _only(proposed: list[tuple[Mention, Message]]) -> tuple[Mention, Message] | None:
    whole = [p for p in proposed if p[0].is_whole]
    return whole[0] if len(whole) == 1 else None


def _chosen(
    proposed: list[tuple[Mention, Message]],
    named: list[Mention],
    answer: Message,
    reader: tzinfo | None,
) -> tuple[Mention, Message] | None:
    """Return the one proposal that an answer names, whole or in part; None where none or several.

    Who lives elsewhere may answer in their own time.
    """
    whole = [p for p in proposed if p[0].is_whole]
    zone = zone_at(answer.date, reader)
    told = {m.moment(zone, reader) for m in named if m.is_whole and not m.is_readers}
    meant = {id(p): p[0].moment(zone_at(p[1].date, reader), reader) for p in whole}
    fitting = [p for p in whole if meant[id(p)] in told or any(_fits(p[0], m) for m in named)]
    return fitting[0] if len({meant[id(p)] for p in fitting}) == 1 else None


def _fits(proposal: Mention, answer: Mention) -> bool:
    """Tell whether an answer names a proposal: the same day and time, as far as it names them."""
    if answer.day is not None and proposal.day is not None:
        is_day = answer.day.day == proposal.day.day
        is_weekday = answer.day.day.weekday() == proposal.day.day.weekday()
        is_number = answer.day.day.day == proposal.day.day.day
        if not (is_day or (answer.day.is_loose and (is_weekday or is_number))):
            return False
    if answer.clock is not None and proposal.clock is not None:
        return _is_same_clock(answer.clock.clock, proposal.clock.clock)
    return True


def _is_same_clock(one: time, other: time) -> bool:
    """Tell whether two times are the same, also where one leaves out the half of the day."""
    return one.minute == other.minute and one.hour % 12 == other.hour % 12


def _filled(mention: Mention, theirs: list[tuple[Mention, Message]]) -> Mention:
    """Give a bare time the day on which they had proposed another: `I could do 1 pm that day`."""
    days = {m.day.day: m.day for m, _ in theirs if m.day is not None}
    if mention.day is None and len(days) == 1:
        return replace(mention, day=next(iter(days.values())))
    return mention


def _is_about_agreed(
    talk: _Talk, message: Message, off: str, named: list[Mention], is_clear: bool
) -> bool:
    """Tell whether a message that calls off or moves something speaks of what was agreed.

    Of a calendar's appointment it has to name the day or say what it calls off.
    """
    number = _target(talk, message, named)
    if number is None:
        return False
    meant = talk.agreed[number]
    is_same = message.thread_key == talk.threads[number]
    is_arranger = message.sender.folded == meant.arranged_by.casefold()
    is_named = any(_is_day_of(m, meant) for m in named)
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
    own = [m for m in days if _is_day_of(m, meant)]
    others = [m for m in days if m not in own]
    cancels = bool(CANCELS.search(off))
    in_off = any(_is_day_of(m, meant) for m in read_mentions(off, message.date))
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


_ONTO = r"\b(?:to|onto|naar|auf(?: den)?|au|al?|para(?: [ao])?|till|na|op)\s+(?:the |den |de |el |le |il |next |komende |kommenden )?"
"""In front of the day onto which something was moved."""


def _target(talk: _Talk, message: Message, named: list[Mention]) -> int | None:
    """Return which standing appointment is spoken of: the one whose day is named, else the last."""
    standing = [
        n for n, i in enumerate(talk.agreed) if not i.is_cancelled and i.start > message.date
    ]
    by_day = [n for n in standing if any(_is_day_of(m, talk.agreed[n]) for m in named)]
    last = len(talk.agreed) - 1
    return by_day[-1] if by_day else last if last in standing else None


def _is_day_of(mention: Mention, interview: Interview) -> bool:
    if mention.day is None:
        return False
    day, start = mention.day.day, interview.start.date()
    return day == start or (mention.day.is_loose and not mention.is_whole and day.weekday() == start.weekday())  # fmt: skip


def _cancel(talk: _Talk, message: Message, named: list[Mention]) -> None:
    number = _target(talk, message, named)
    if number is not None:
        meant = talk.agreed[number]
        talk.agreed[number] = replace(meant, is_cancelled=True, message_id=message.message_id)
        talk.is_moving = True


def _programme(talk: _Talk, message: Message, said: str, named: list[Mention]) -> Mention | None:
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
    talk: _Talk,
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
    if not talk.is_moving and any(_says_again(i, start) for i in talk.agreed):
        return
    for number, earlier in enumerate(talk.agreed):
        is_moved = talk.threads[number] == message.thread_key and earlier.start > message.date
        is_moved |= earlier.start.date() == start.date()
        if is_moved and (talk.is_moving or earlier.source == "prose"):
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
    talk.theirs, talk.ours, talk.is_moving = [], [], False


def _says_again(interview: Interview, start: datetime) -> bool:
    is_near = abs(interview.start - start) < _SAME_WITHIN
    return interview.source != "prose" and not interview.is_cancelled and is_near
