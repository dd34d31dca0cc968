"""What is asked of SEARCH (RFC 9051 section 6.4.4), as tokens that are ready to send.

Everything is written without parentheses that a literal could end up in: a conjunction inside of
an OR ends with `ALL)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from mailer.model import Search
from providers.imap.wire import quoted

Criteria = list[bytes]

NOT_DELETED: Criteria = [b"UNDELETED"]
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_WORD = re.compile(r"[^\s\"“”„]+")
_ASCII_RUN = re.compile(r"[\x21-\x7e]{2,}")


def words_of(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as they are searched for."""
    return tuple(dict.fromkeys(_WORD.findall(phrase)))


def for_search(search: Search, *, ascii_only: bool = False) -> Criteria:
    """Return the criteria of a whole search; `ascii_only` asks for less than was wanted."""
    alternatives = [for_phrase(p, ascii_only=ascii_only) for p in search.phrases if words_of(p)]
    alternatives += [for_participant(p) for p in search.participants if p.strip()]
    alternatives += [for_message_id(i) for i in search.message_ids if i]
    wanted = any_of(alternatives) if alternatives else [b"ALL"]
    return [*since(search.since), *NOT_DELETED, *wanted]


def for_phrase(phrase: str, *, ascii_only: bool = False) -> Criteria:
    """Match what holds all words of a phrase, in header fields or bodies."""
    words: Iterable[str] = words_of(phrase)
    if ascii_only:
        words = [run for word in words for run in _ASCII_RUN.findall(word)]
    return all_of([[b"TEXT", quoted(word)] for word in words])


def for_participant(participant: str) -> Criteria:
    """Match an address, or a domain, in From, Reply-To, To or Cc."""
    name = quoted(participant.strip())
    keys = [[field, name] for field in (b"FROM", b"TO", b"CC")]
    return any_of([*keys, [b"HEADER", b"Reply-To", name]])


def for_message_id(message_id: str) -> Criteria:
    """Match the message with that id, and those that name it as what they answer."""
    return any_of([is_message(message_id), *names_message(message_id)])


def is_message(message_id: str) -> Criteria:
    """Match the message with that id."""
    return [b"HEADER", b"Message-ID", quoted(message_id)]


def names_message(message_id: str) -> list[Criteria]:
    """Match messages with that id in References, and such with it in In-Reply-To."""
    name = quoted(message_id)
    return [[b"HEADER", b"References", name], [b"HEADER", b"In-Reply-To", name]]


def since(moment: datetime | None) -> Criteria:
    """Match what came at that time or later; a day early, for SINCE knows no zones."""
    if moment is None or moment.year < 1972:
        return []
    return [b"SINCE", imap_date(moment.date() - timedelta(days=1))]


def imap_date(day: date) -> bytes:
    """Write a date as IMAP does, whatever the locale."""
    return f"{day.day:02d}-{_MONTHS[day.month - 1]}-{day.year:04d}".encode()


def any_of(alternatives: Sequence[Criteria]) -> Criteria:
    """Match what matches at least one of these."""
    *firsts, last = alternatives
    tokens: Criteria = []
    for each in firsts:
        tokens += [b"OR", *each]
    return [*tokens, *last]


def all_of(keys: Sequence[Criteria]) -> Criteria:
    """Match what matches all of these, as one key that can stand in an OR."""
    if len(keys) == 1:
        return list(keys[0])
    if not keys:
        return [b"ALL"]
    flat = [token for key in keys for token in key]
    return [b"(" + flat[0], *flat[1:], b"ALL)"]


def for_gmail(search: Search) -> Criteria:
    """Return the same search in Gmail's own words (X-GM-RAW), which search attachments too.

    References can't be asked for in that language, so ids stay SEARCH keys beside it.
    """
    raw = [_gmail_words(p) for p in search.phrases if words_of(p)]
    for participant in (p.strip() for p in search.participants if p.strip()):
        raw.append(f"{{from:{participant} to:{participant} cc:{participant}}}")
    ids = [for_message_id(i) for i in search.message_ids if i]
    alternatives = [[b"X-GM-RAW", quoted(f"{{{' '.join(raw)}}}")]] if raw else []
    wanted = any_of([*alternatives, *ids]) if alternatives or ids else [b"ALL"]
    return [*since(search.since), b"NOT", b"X-GM-RAW", quoted("in:chats"), *wanted]


def _gmail_words(phrase: str) -> str:
    words = [word.translate(_GMAIL_SYNTAX) for word in words_of(phrase)]
    return "(" + " ".join(f'"{part}"' for word in words for part in word.split()) + ")"


_GMAIL_SYNTAX = str.maketrans(dict.fromkeys('(){}[]"\\|:', " "))
