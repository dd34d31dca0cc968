"""Tells whether a message fits a `Search`; for providers whose service can't search itself."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import filterfalse

from mailer.model import Address, Message, Search


def matches(message: Message, search: Search) -> bool:
    """Tell whether any alternative of the search fits, by what was read of the message.

    Case and accents make no difference.
    """
    if search.since is not None and message.date < search.since:
        return False
    if not (search.phrases or search.participants or search.message_ids):
        return True
    ids = {message.message_id, *message.in_reply_to, *message.references}
    if ids & set(search.message_ids):
        return True
    people = (message.sender, *message.reply_to, *message.to, *message.cc)
    if any(is_participant(a, wanted) for a in people for wanted in search.participants):
        return True
    if not search.phrases:
        return False
    told = (message.subject, *map(str, people), message.text or "", *message.calendars)
    text = _folded(" ".join(told))
    return any(all(w in text for w in fold(p).split()) for p in search.phrases if p.strip())


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """Return `fold` of a whole message, kept: one mailbox is asked several times in a row."""
    return fold(text)


def is_participant(address: Address, wanted: str) -> bool:
    """Tell whether an address is that bare address, or lies in that domain or below it."""
    wanted = wanted.casefold()
    if "@" in wanted:
        return address.folded == wanted
    return address.domain == wanted or address.domain.endswith("." + wanted)


_BARRED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)
"""Letters that no decomposition makes plain."""


def fold(text: str) -> str:
    """Return text for comparing: no case, no accents, full-width evened out."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_BARRED))
    return "".join(filterfalse(unicodedata.combining, decomposed))
