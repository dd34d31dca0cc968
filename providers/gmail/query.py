"""Turns a `Search` into Gmail's search operators; no character of a query is an operator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote_plus

from mailer.model import Search

_LONGEST = 1_500
"""Octets of a query as it stands in an address: beyond 2,048 for the whole address Google's library
turns the read into a POST."""
_MOST_WORDS = 30
"""Of one phrase; more than these find nothing else."""
_WORD = re.compile(r"[^\W_]+(?:[.'&@-][^\W_]+)*")


def to_queries(search: Search) -> tuple[str, ...]:
    """Return texts for `q`: any alternative, since then; never chats, spam or trash.

    One text, or several where one would be too long; together they find all of it.
    """
    alternatives = [*_phrases(search.phrases), *_participants(search.participants)]
    alternatives += [f"rfc822msgid:{_id(i)}" for i in search.message_ids if _id(i)]
    is_anything = not (search.phrases or search.participants or search.message_ids)
    always = ["-in:chats"]
    if search.since is not None:
        always.append(f"after:{int(search.since.timestamp())}")
    choices = [""] if is_anything else [_any_of(group) for group in _groups(alternatives)]
    return tuple(" ".join([choice, *always]).strip() for choice in choices)


def id_queries(message_ids: Iterable[str]) -> tuple[str, ...]:
    """Return texts for `q` that find the messages of these ids, together."""
    alternatives = [f"rfc822msgid:{_id(i)}" for i in message_ids if _id(i)]
    return tuple(_any_of(group) for group in _groups(alternatives))


def _any_of(alternatives: Iterable[str]) -> str:
    chosen = list(dict.fromkeys(alternatives))
    return chosen[0] if len(chosen) == 1 else "{" + " ".join(chosen) + "}"


def _groups(alternatives: Iterable[str]) -> Iterator[list[str]]:
    """Cut the alternatives into groups that each make a query of bearable length."""
    group: list[str] = []
    length = 0
    for alternative in dict.fromkeys(alternatives):
        added = len(quote_plus(alternative)) + 1
        if group and length + added > _LONGEST:
            yield group
            group, length = [], 0
        group.append(alternative)
        length += added
    if group:
        yield group


def _phrases(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        words = list(dict.fromkeys(f'"{word}"' for word in _WORD.findall(phrase)))[:_MOST_WORDS]
        if words:
            yield words[0] if len(words) == 1 else "(" + " ".join(words) + ")"


def _participants(participants: Iterable[str]) -> Iterator[str]:
    for participant in participants:
        address = re.sub(r'[\s"\\\x00-\x1f]', "", participant)
        if re.search(r"[^\w.@+-]", address):
            address = f'"{address}"'
        if address:
            yield from (f"{field}:{address}" for field in ("from", "to", "cc"))


def _id(message_id: str) -> str:
    return re.sub(r"[\s{}()\"]", "", message_id).strip("<>")
