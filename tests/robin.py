"""Mail between Robin Castell and Dana Ortiz about a job, for tests of stage and channel."""

from __future__ import annotations

import datetime

from mailer.model import Me, Message
from mailer.reading.stage import StageFound, read_stage
from mailer.testing.builders import make_message

ME = Me("Robin Castell", ("robin@castell.example",))
DANA = "Dana Ortiz <dana@northwind.example>"
NOON = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)


def mail(text: str, day: int, *, own: bool = False, subject: str = "Re: Data Engineer") -> Message:
    """Return a mail of Dana's, or of Robin's own, so many days after `NOON`."""
    sender, to = ("robin@castell.example", DANA) if own else (DANA, "robin@castell.example")
    date = NOON + datetime.timedelta(days=day)
    return make_message(text, sender=sender, to=to, subject=subject, date=date)


def stage_after(text: str, *, own: bool = False) -> StageFound:
    """Return the stage of a talk in which an interview was agreed, after one more mail."""
    talk = [
        mail("Hi Robin, would you come to an interview with the team on Tuesday?", 0),
        mail("Tuesday is fine. Robin", 1, own=True),
        mail(text, 5, own=own),
    ]
    return read_stage(talk, (), ME)
