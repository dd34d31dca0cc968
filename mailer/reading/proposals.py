"""Which proposal an answer accepts: the only one, the one it names in part, `the second`; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import tzinfo

from mailer.model import Message
from mailer.reading.agreement import AGREES, find_tentative, turns_nothing_down
from mailer.reading.choices import EARLIER, LATER, find_choice
from mailer.reading.days import read_days
from mailer.reading.moments import Mention, zone_at
from mailer.reading.quotes import said_in
from mailer.reading.talks import is_same_clock, moment_of


def has_days(named: list[Mention]) -> bool:
    """Tell whether a day is among what is named."""
    return any(m.day is not None for m in named)


def _only(proposed: list[tuple[Mention, Message]]) -> tuple[Mention, Message] | None:
    whole = [p for p in proposed if p[0].is_whole]
    return whole[0] if len(whole) == 1 else None


def find_answered(
    proposed: list[tuple[Mention, Message]], said: str, *, by_user: bool
) -> tuple[Mention, Message] | None:
    """Return the proposal that an answer accepts which names no day: the only one, or `the second`.

    The user, who was asked, accepts the only one by turning nothing down; they say that they do.
    """
    only = _only(proposed)
    if find_tentative(said):
        return None
    if only is not None:
        return only if AGREES.search(said) or (by_user and turns_nothing_down(said)) else None
    whole = {moment_of(m, a): (m, a) for m, a in proposed if m.is_whole}
    choice = find_choice(said) if len(whole) > 1 else None
    if choice is None:
        return None
    if choice in (EARLIER, LATER):
        return whole[min(whole) if choice == EARLIER else max(whole)]
    written = sorted(whole.values(), key=lambda p: _place(p[0]))
    return written[choice] if choice < len(written) else None


def wavers(said: str, message: Message) -> bool:
    """Tell whether a day is named only to be looked at: `Friday could work, let me check`."""
    return bool(read_days(find_tentative(said), message.date))


def _place(mention: Mention) -> tuple[int, int]:
    """Return where a proposal stands in its text."""
    return (
        mention.day.start if mention.day else 0,
        mention.clock.start if mention.clock else 0,
    )


def find_chosen(
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
    if len({meant[id(p)] for p in fitting}) != 1:
        return None
    mention, asked = fitting[0]
    return _in_zone_of(mention, named), asked


def _in_zone_of(proposal: Mention, named: list[Mention]) -> Mention:
    """Return a proposal in the zone that its answer names, where it names none: `10:30 Central`."""
    clock = proposal.clock
    if clock is None or clock.zone or clock.is_readers:
        return proposal
    same = (m.clock.zone for m in named if m.clock and m.clock.clock == clock.clock)
    return replace(proposal, clock=replace(clock, zone=next(filter(None, same), None)))


def find_timed(
    proposed: list[tuple[Mention, Message]], named: list[Mention]
) -> tuple[Mention, Message] | None:
    """Return the one day that was taken, with the time that an answer adds: `What time?`, `10am`."""
    days = {m.day.day: (m, a) for m, a in proposed if m.day is not None}
    clocks = [m for m in named if m.clock is not None]
    if len(days) != 1 or any(m.clock is not None for m, _ in proposed) or has_days(named):
        return None
    (day, asked) = next(iter(days.values()))
    if len(clocks) != 1 or not re.search(r"[?\uFF1F]", said_in(asked)):
        return None
    return replace(clocks[0], day=day.day), asked


def _fits(proposal: Mention, answer: Mention) -> bool:
    """Tell whether an answer names a proposal: the same day and time, as far as it names them."""
    if answer.day is not None and proposal.day is not None:
        is_day = answer.day.day == proposal.day.day
        is_weekday = answer.day.day.weekday() == proposal.day.day.weekday()
        is_number = answer.day.day.day == proposal.day.day.day
        if not (is_day or (answer.day.is_loose and (is_weekday or is_number))):
            return False
    if answer.clock is not None and proposal.clock is not None:
        return is_same_clock(answer.clock.clock, proposal.clock.clock)
    return True


def fill(mention: Mention, theirs: list[tuple[Mention, Message]]) -> Mention:
    """Give a bare time the day on which they had proposed another: `I could do 1 pm that day`."""
    days = {m.day.day: m.day for m, _ in theirs if m.day is not None}
    if mention.day is None and len(days) == 1:
        return replace(mention, day=next(iter(days.values())))
    return mention
