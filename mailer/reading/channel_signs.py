"""The signs by which the mail of who leads tells whether they would rather talk on the phone."""

from __future__ import annotations

from collections.abc import Sequence

from mailer.model import Me, Message
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.dossiers import PHONE_NUMBER
from mailer.reading.quotes import said_in, split_quote
from mailer.reading.signs import STANDING, few, names_in_signs, runs


def signs_of_channel(messages: Sequence[Message], led: Sequence[Message], me: Me) -> frozenset[str]:
    """Return all that tells how they talk; `led` are the mails of who leads, all oldest first."""
    names = names_in_signs((m.sender.name for m in messages if not me.is_me(m.sender)), me.name)
    own = [m for m in messages if classify(m, me) is AnswerKind.OWN]
    found: set[str] = set()
    for place, mails in (("1", led[-1:]), ("4", led[-4:]), ("o", own[-1:]), ("p", own[-3:])):
        for mail in mails:
            text = split_quote(mail.text or mail.snippet).own
            found |= {*runs(text, f"{place}:", 2, names, beginning=True)}
    numbers = [PHONE_NUMBER.search(said_in(m)) is not None for m in led]
    return frozenset(
        found
        | {
            f"{STANDING}mails:{few(len(led))}",
            f"{STANDING}own:{few(len(own))}",
            f"{STANDING}number:{any(numbers[-1:]):d}{few(sum(numbers))}",
        }
    )
