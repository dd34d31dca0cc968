"""Takes from a message file only what threading and searching need, without parsing it whole.

Most files of a mailbox fit no search. What can be told from the octets alone is told from them;
only where an encoding may hide the words is the message read properly.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from mailer.fields import message_ids, parse_date
from mailer.matching import fold, matches
from mailer.model import Message, Search
from mailer.parsing import parse_message
from mailer.threads import own_id

HEADER_OCTETS = 32 * 1024
TEXT_OCTETS = 512 * 1024
"""What is read of a file to search it; attachments stand behind the text."""

_FIELDS = re.compile(
    rb"^(message-id|in-reply-to|references|date)[ \t]*:((?:.*)(?:\r?\n[ \t].*)*)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_HIDING = (b"quoted-printable", b"base64", b"charset=utf-7", b'charset="utf-7', b"iso-2022")


@dataclass(frozen=True, slots=True)
class Skim:
    """What threading needs to know of one message; ids are hashes, for memory's sake."""

    own: int
    named: tuple[int, ...]
    """The ids in References and In-Reply-To."""
    date: float
    """Seconds since 1970."""


def id_hash(message_id: str) -> int:
    """Return what stands for a Message-ID within this run."""
    return hash(message_id)


def header_of(raw: bytes) -> bytes:
    """Return the header of a message."""
    end = _HEADER_END.search(raw)
    return raw[: end.start()] if end else raw


def skim(raw: bytes, key: str, received: Callable[[], datetime]) -> Skim:
    """Read ids and date; `key` and `received` stand for those that a message lacks."""
    fields: dict[bytes, str] = {}
    for match in _FIELDS.finditer(header_of(raw)):
        fields.setdefault(match.group(1).lower(), match.group(2).decode("utf-8", "replace"))
    own = message_ids(fields.get(b"message-id", ""))
    named = (
        *message_ids(fields.get(b"references", "")),
        *message_ids(fields.get(b"in-reply-to", "")),
    )
    date = parse_date(fields.get(b"date", ""))
    own_hash = id_hash(own[0]) if own else _made_up(raw, key, received())
    return Skim(own_hash, tuple(map(id_hash, named)), (date or received()).timestamp())


def _made_up(raw: bytes, key: str, received: datetime) -> int:
    return id_hash(own_id(parse_message(raw, key=key, received=received, headers_only=True)))


class Sieve:
    """Tells whether a message file fits a search."""

    def __init__(self, search: Search) -> None:
        """Prepare the search's words for comparing octets."""
        self._search = search
        self._since = search.since.timestamp() if search.since else 0.0
        self._ids = frozenset(map(id_hash, search.message_ids))
        self._phrases = [[w.encode() for w in fold(p).split()] for p in search.phrases]
        self._phrases = [words for words in self._phrases if words]
        self._participants = [p.casefold().encode() for p in search.participants]
        self._takes_all = not (search.phrases or search.participants or search.message_ids)
        self.octets = TEXT_OCTETS if self._phrases else HEADER_OCTETS

    def fits(self, raw: bytes, skimmed: Skim) -> bool:
        """Tell whether the message fits; `raw` may end after `octets`."""
        if skimmed.date < self._since:
            return False
        if self._takes_all or not self._ids.isdisjoint({skimmed.own, *skimmed.named}):
            return True
        header = header_of(raw).lower()
        if self._may_name_participant(header) and self._fits_parsed(raw, headers_only=True):
            return True
        return bool(self._phrases) and self._fits_words(raw, header)

    def _may_name_participant(self, header: bytes) -> bool:
        return any(p in header or not p.isascii() for p in self._participants)

    def _fits_words(self, raw: bytes, header: bytes) -> bool:
        low = raw.lower()
        if not raw.isascii() or b"=?" in header or any(mark in low for mark in _HIDING):
            return self._fits_parsed(raw)
        if any(all(word in low for word in words) for words in self._phrases):
            return True
        return b"text/html" in low and b"&" in low and self._fits_parsed(raw)

    def _fits_parsed(self, raw: bytes, *, headers_only: bool = False) -> bool:
        return matches(_parsed(raw, headers_only=headers_only), self._search)


def _parsed(raw: bytes, *, headers_only: bool) -> Message:
    return parse_message(raw, key="", headers_only=headers_only)
