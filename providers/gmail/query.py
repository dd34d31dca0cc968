"""Turns a `Search` into Gmail's search operators; no character of a query is an operator."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailer.model import Search

_LONGEST = 1_500
"""Characters of a query that Gmail takes without complaint."""
_WORD = re.compile(r"[^\W_]+(?:[.'&@-][^\W_]+)*")


def to_query(search: Search) -> str:
    """Return the text for `q`: any alternative, since then; never chats, spam or trash."""
    alternatives = [*_phrases(search.phrases), *_participants(search.participants)]
    alternatives += [f"rfc822msgid:{_id(i)}" for i in search.message_ids if _id(i)]
    parts = ["-in:chats"]
    if alternatives:
        parts.insert(0, _any_of(alternatives))
    if search.since is not None:
        parts.append(f"after:{int(search.since.timestamp())}")
    return " ".join(parts)


def sent_query(message_ids: Iterable[str]) -> str:
    """Return the text for `q` that finds messages of these ids."""
    return _any_of([f"rfc822msgid:{_id(i)}" for i in message_ids if _id(i)])


def _any_of(alternatives: Iterable[str]) -> str:
    chosen: list[str] = []
    length = 0
    for alternative in dict.fromkeys(alternatives):
        length += len(alternative) + 1
        if length > _LONGEST and chosen:
            break
        chosen.append(alternative)
    return chosen[0] if len(chosen) == 1 else "{" + " ".join(chosen) + "}"


def _phrases(phrases: Iterable[str]) -> Iterable[str]:
    for phrase in phrases:
        words = [f'"{word}"' for word in _WORD.findall(phrase)]
        if words:
            yield words[0] if len(words) == 1 else "(" + " ".join(words) + ")"


def _participants(participants: Iterable[str]) -> Iterable[str]:
    for participant in participants:
        address = re.sub(r"[^\w.@+-]", "", participant)
        if address:
            yield from (f"{field}:{address}" for field in ("from", "to", "cc"))


def _id(message_id: str) -> str:
    return re.sub(r"[\s{}()\"]", "", message_id).strip("<>")
