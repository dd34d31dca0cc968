"""The signs by which the mail of a process tells its stage: the words of the newest mails, who wrote last."""

from __future__ import annotations

from collections.abc import Sequence

from mailer.model import Me, Message
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.quotes import split_quote
from mailer.reading.signs import STANDING, few, names_in_signs, runs

_SPEAKING = (AnswerKind.PERSON, AnswerKind.ACKNOWLEDGEMENT)
_NEWEST = 4
"""So many of their mails are read, and the user's last."""


def signs_of_stage(messages: Sequence[Message], me: Me) -> frozenset[str]:
    """Return all that tells how far a process is; `messages` are its own, oldest first."""
    names = names_in_signs((m.sender.name for m in messages if not me.is_me(m.sender)), me.name)
    spoken = [(m, classify(m, me)) for m in messages if not m.is_draft]
    theirs = [m for m, kind in spoken if kind in _SPEAKING]
    own = [m for m, kind in spoken if kind is AnswerKind.OWN]
    found: set[str] = set()
    for place, mails in (("1", theirs[-1:]), ("4", theirs[-_NEWEST:]), ("o", own[-1:])):
        for mail in mails:
            text = split_quote(mail.text or mail.snippet).own
            found |= {
                *runs(text, f"{place}:", 2, names, beginning=True),
                *runs(mail.subject, f"s{place}:", 2, names),
            }
    return frozenset(
        found
        | {
            f"{STANDING}mails:{few(len(theirs))}",
            f"{STANDING}own:{few(len(own))}",
            f"{STANDING}last:{spoken[-1][1] if spoken else ''}",
            f"{STANDING}invited:{any(kind is AnswerKind.INVITATION for _, kind in spoken):d}",
            f"{STANDING}writers:{few(len({m.sender.folded for m in theirs}))}",
        }
    )
