"""Writes `$search`: KQL inside one pair of double quotes.

See learn.microsoft.com/graph/search-query-parameter. Words are taken out of what the user typed,
in lower case, so that nothing in it can be an operator or a quote. Every word must occur, as a
word or at the beginning of one, in From, Subject or body (what a bare word searches) or among the
participants. `$search` never travels with `$filter` or `$orderby` (G52).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, timedelta

from mailer.model import Message, Search

_WORD = re.compile(r"\w+", re.UNICODE)
_ADDRESS = re.compile(r"[\w.+-]+(@[\w.-]+)?")
_MOST_WORDS = 10
_MOST_PARTS = 20
_SHORTEST_BEGINNING = 3


def search_option(search: Search) -> str:
    """Return the value of `$search`; empty where nothing in it can be searched for."""
    phrases = [_phrase(phrase) for phrase in search.phrases]
    people = [_person(person) for person in search.participants]
    parts = list(dict.fromkeys(p for p in (*phrases, *people) if p))[:_MOST_PARTS]
    if not parts:
        return ""
    query = " OR ".join(parts)
    if search.since:
        # KQL compares dates in a zone of the service's choosing
        day = (search.since.astimezone(UTC) - timedelta(days=1)).date()
        query = f"received>={day} AND ({query})"
    return f'"{query}"'


def matches(message: Message, search: Search) -> bool:
    """Tell whether a message fits, for mail that the service's index does not know yet."""
    if search.since and message.date < search.since:
        return False
    people = (message.sender, *message.reply_to, *message.recipients)
    named = " ".join(f"{a.name} {a.address}" for a in people)
    text = f"{named} {message.subject} {message.text or ''} {message.snippet}".casefold()
    if any(_all_occur(phrase, text) for phrase in search.phrases):
        return True
    wanted = [p.casefold().lstrip("@") for p in search.participants if p.strip("@ ")]
    return any(_is_of(a.folded, person) for a in people for person in wanted)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words that a search can use, each once, in lower case."""
    return tuple(dict.fromkeys(w.casefold() for w in _WORD.findall(text)))[:_MOST_WORDS]


def _phrase(phrase: str) -> str:
    return _joined(_one_word(word) for word in words_of(phrase))


def _one_word(word: str) -> str:
    open_end = "*" if len(word) >= _SHORTEST_BEGINNING else ""
    return f"({word}{open_end} OR participants:{word}{open_end})"


def _joined(words: Iterable[str]) -> str:
    parts = list(words)
    return f"({' AND '.join(parts)})" if len(parts) > 1 else "".join(parts)


def _person(person: str) -> str:
    bare = person.strip().lstrip("@")
    return f"participants:{bare}" if _ADDRESS.fullmatch(bare) else ""


def _all_occur(phrase: str, text: str) -> bool:
    words = words_of(phrase)
    return bool(words) and all(word in text for word in words)


def _is_of(address: str, person: str) -> bool:
    if "@" in person:
        return address == person
    domain = address.rpartition("@")[2]
    return domain == person or domain.endswith(f".{person}")
