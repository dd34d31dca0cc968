"""The appointments of a process: what calendars say, and what was agreed in words beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from mailer.model import Interview, Me, Message
from mailer.reading import stage_words
from mailer.reading.answers import is_bulk
from mailer.reading.appointments import read_prose
from mailer.reading.invitations import read_invitations

_SAME = timedelta(hours=3)
"""Two appointments that begin this near each other are one, said twice."""


def read_interviews(messages: Sequence[Message], me: Me, now: datetime) -> tuple[Interview, ...]:
    """Return all appointments: the calendar's, and those in prose that no calendar covers.

    Words later than the calendar's newest may call it off or move it; of a whole day in the
    calendar the hour stands in words. No interview is what was sent to many (an open day), or a
    whole day of travel.
    """
    messages = [m for m in messages if not _invites_many(m)]
    told = [i for i in read_invitations(messages, now) if not _is_no_talk(i)]
    spoken = read_prose(messages, me, now, [i for i in told if not i.is_all_day])
    hours = {i.start.date() for i in spoken if i.source == "prose" and not i.is_cancelled}
    whole_days = {i.start.date() for i in told if i.is_all_day and not i.is_cancelled}
    called_off = {(i.uid, i.summary) for i in spoken if i.source != "prose" and i.is_cancelled}
    invited = [
        replace(i, is_cancelled=i.is_cancelled or (i.uid, i.summary) in called_off)
        for i in told
        if not (i.is_all_day and i.start.date() in hours)
    ]
    last = max((m.date for m in messages if m.calendars), default=None)
    dates = {m.message_id: m.date for m in messages}
    prose = [
        i
        for i in spoken
        if i.source == "prose"
        and not _is_in_calendar(i, invited)
        and (
            last is None
            or dates.get(i.message_id, last) > last
            or (i.start.date() in whole_days and not _is_ended(i, invited))
        )
    ]
    return tuple(sorted([*invited, *prose], key=lambda i: i.start))


def _is_in_calendar(spoken: Interview, invited: Sequence[Interview]) -> bool:
    """Tell whether a calendar says what words said too; what they called off, in any state."""
    return any(
        abs(spoken.start - i.start) < _SAME
        for i in invited
        if spoken.is_cancelled or not i.is_cancelled
    )


def _is_ended(spoken: Interview, invited: Sequence[Interview]) -> bool:
    """Tell whether a calendar ended what words had named."""
    return any(i.is_cancelled and abs(i.start - spoken.start) < _SAME for i in invited)


def _invites_many(message: Message) -> bool:
    """Tell whether a calendar's mail bears a mark of mass mail and speaks of no interview."""
    if not (message.calendars and is_bulk(message)):
        return False
    told = f"{message.subject}\n{message.text or message.snippet}"
    return not (stage_words.INTERVIEW.search(told) or stage_words.SCREEN.search(told))


def _is_no_talk(interview: Interview) -> bool:
    """Tell whether a whole day is one of travel, or reminds of what is due then."""
    summary = interview.summary
    return interview.is_all_day and bool(_TRAVEL.search(summary) or _DUE.search(summary))


_DUE = re.compile(
    r"\b(?:reminder|deadline|due|hand-?in|submission|erinnerung|abgabe\w*|frist|rappel|échéance|(?:date de )?rendu|recordatorio|entrega|lembrete|prazo|promemoria|consegna|scadenza|herinnering|inleveren|deadline|påminnelse|inlämning|przypomnienie|termin oddania|inventur|on leave|out of (?:the )?office|ooo|vacation|annual leave|urlaub|abwesend|congés?|absente?|vacaciones|férias|ferie|vakantie|verlof|semester|ledig|urlop|closed|geschlossen|fermé)\b|締切|提出|リマインド|截止|提交|提醒",
    re.I,
)


_TRAVEL = re.compile(
    r"\b(?:hotel\w*|flights?|travel|train|check-?in|flug|anreise|abreise|reise|zug|vol|voyage|vuelo|"
    r"viaje|voo|viagem|volo|viaggio|vlucht|flyg|resa|lot)\b|ホテル|航班|酒店",
    re.I,
)
"""What a whole day in the calendar holds that is no interview: a night, a journey."""
