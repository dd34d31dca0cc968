"""Joins messages to threads by References and In-Reply-To (RFC 5256 REFERENCES, RFC 5322 §3.6.4).

A missing message still joins those that name it; a loop or a message that names itself joins
nothing wrong. Two messages are never joined by their subject: two processes at one company often
share it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from mailer.model import Message, Thread

_MADE_UP = "@no-message-id>"


def group_threads(messages: Iterable[Message]) -> tuple[Thread, ...]:
    """Return the threads, newest last message first, each with its messages oldest first.

    A thread's key is the Message-ID of its root: the oldest id that all its chains lead to,
    whether or not that message is there; a message without any id is a thread of its own. A
    message that occurs twice (in two mailboxes) is kept once, the one that is no draft first.
    """
    unique = _without_copies(messages)
    union = _Union()
    for message in unique:
        own = own_id(message)
        for other in (*message.references, *message.in_reply_to):
            union.join(own, other)
    groups: dict[str, list[Message]] = defaultdict(list)
    for message in unique:
        groups[union.find(own_id(message))].append(message)
    threads = [_make_thread(group) for group in groups.values()]
    return tuple(sorted(threads, key=lambda t: t.last_message_at, reverse=True))


def own_id(message: Message) -> str:
    """Return the Message-ID, or a stable made-up one for a message that has none."""
    if message.message_id:
        return message.message_id
    seed = f"{message.date.isoformat()}\0{message.sender.folded}\0{message.subject}\0{message.key}"
    return f"<{hashlib.sha256(seed.encode()).hexdigest()[:24]}{_MADE_UP}"


def is_made_up(message_id: str) -> bool:
    """Tell whether an id is one of `own_id`'s, which stands in no message."""
    return message_id.endswith(_MADE_UP)


def root_id(message: Message) -> str:
    """Return the id at the start of a message's chain: its thread's key, as far as it knows."""
    chain = message.references or message.in_reply_to[:1]
    return chain[0] if chain else own_id(message)


def _climb(key: str, there: Mapping[str, Message]) -> str:
    """Follow a chain that a mail program cut short up to where no message leads on."""
    passed = {key}
    while key in there and (above := root_id(there[key])) not in passed:
        passed.add(above)
        key = above
    return key


class _Union:
    """Union-find over ids."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, item: str) -> str:
        """Return the representative of an id's group."""
        path = []
        while (parent := self._parent.setdefault(item, item)) != item:
            path.append(item)
            item = parent
        for passed in path:
            self._parent[passed] = item
        return item

    def join(self, one: str, other: str) -> None:
        """Put two ids into one group."""
        self._parent[self.find(one)] = self.find(other)


def _without_copies(messages: Iterable[Message]) -> list[Message]:
    kept: dict[str, Message] = {}
    for message in messages:
        key = own_id(message)
        if key not in kept or (kept[key].is_draft and not message.is_draft):
            kept[key] = message
    return list(kept.values())


def _make_thread(group: list[Message]) -> Thread:
    ordered = sorted(group, key=lambda m: (m.date, own_id(m)))
    longest = max(ordered, key=lambda m: len(m.references))
    there = {own_id(m) for m in ordered}
    key = root_id(longest) if longest.references else root_id(ordered[0])
    key = _climb(key, {own_id(m): m for m in ordered})
    if key not in there and own_id(ordered[0]) in there and not ordered[0].references:
        key = root_id(ordered[0])
    return Thread(key, tuple(replace(m, thread_key=key) for m in ordered))
