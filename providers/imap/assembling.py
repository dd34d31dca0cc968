"""Searches the mailboxes that matter, and puts whole threads together from what matches.

A thread's messages lie in several mailboxes: the answers in Sent, the rest in INBOX or Archive.
What matches is completed by asking every mailbox for the ids of its chain, a bounded number at a
time; children of a message came after it, so only what is younger is asked for them. Gmail names
the thread itself (X-GM-THRID).
"""

from __future__ import annotations

import imaplib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mailer.errors import MailerError, ProviderUnavailableError
from mailer.model import Message, Search, Thread
from mailer.threads import group_threads
from providers.imap import criteria, wire
from providers.imap.connection import Connection, response_code
from providers.imap.mailboxes import Layout, Mailbox
from providers.imap.reading import Found, Place, fetch_headers, fetch_whole

if TYPE_CHECKING:
    from imapclient import IMAPClient

_HITS_PER_THREAD = 8
_IDS_AT_ONCE = 20
_ROUNDS = 6
_MOST_IN_THREADS = 5_000
_SLACK = timedelta(days=2)
_LOCAL_FILTER = 300
BY_KEY = "key:"
"""How the key of a thread begins whose root has no Message-ID (mailer.threads)."""


@dataclass
class Gathered:
    """Messages found so far, by key."""

    found: dict[str, Found] = field(default_factory=dict)

    def add(self, found: Iterable[Found]) -> list[Found]:
        """Take these; returns those that are new."""
        new = [each for each in found if each.place.key not in self.found]
        self.found.update({each.place.key: each for each in new})
        return new

    @property
    def messages(self) -> list[Message]:
        """All messages, each once: of a draft and its sent copy the copy."""
        unique: dict[str, Message] = {}
        for message in (each.message for each in self.found.values()):
            own = own_id(message)
            if own not in unique or (unique[own].is_draft and not message.is_draft):
                unique[own] = message
        return list(unique.values())


class Assembler:
    """Finds threads through one connection."""

    def __init__(self, connection: Connection, layout: Layout) -> None:
        """Take an account's connection and its mailboxes."""
        self.connection = connection
        self.layout = layout

    # --- searching ---

    def search(self, search: Search) -> tuple[tuple[Thread, ...], Gathered]:
        """Return the threads that match, header-level, and where their messages lie."""
        hits = Gathered()
        for mailbox in self.layout.searched:
            uids = self._matching(mailbox, search)
            newest = uids[::-1][: search.limit * _HITS_PER_THREAD]
            for batch in fetch_headers(self.connection, mailbox, newest):
                hits.add(batch)
        best = group_threads(hits.messages)[: search.limit]
        ids = {own_id(m) for thread in best for m in thread.messages}
        chosen = Gathered({k: f for k, f in hits.found.items() if own_id(f.message) in ids})
        self.complete(chosen)
        threads = [t for t in group_threads(chosen.messages) if _ids(t) & ids]
        return tuple(threads[: search.limit]), chosen

    def _matching(self, mailbox: Mailbox, search: Search) -> list[int]:
        """Return the UIDs that match in one mailbox; a mailbox that is gone has none."""

        def ask(client: IMAPClient) -> list[int]:
            if mailbox.is_all and client.has_capability("X-GM-EXT-1"):
                return wire.search_uids(client, criteria.for_gmail(search))
            return wire.search_uids(client, criteria.for_search(search))

        try:
            return self._run(mailbox, ask)
        except ProviderUnavailableError as error:
            if not _is_charset_refused(error, search):
                raise
        return self._matching_in_ascii(mailbox, search)

    def _matching_in_ascii(self, mailbox: Mailbox, search: Search) -> list[int]:
        """Ask a server that knows no UTF-8 for less, and look at what it found ourselves."""
        plain = criteria.for_search(search, ascii_only=True)
        uids = self.find_uids(mailbox, plain)
        newest = uids[::-1][:_LOCAL_FILTER]
        found = [f for b in fetch_headers(self.connection, mailbox, newest) for f in b]
        whole = fetch_whole(self.connection, found)
        return sorted(
            each.place.uid
            for each in found
            if _matches_locally(whole.get(each.place.key, each.message), search)
        )

    def find_uids(self, mailbox: Mailbox, tokens: criteria.Criteria) -> list[int]:
        """Search a mailbox as it is now; ascending, none where it was deleted meanwhile."""
        return self._run(mailbox, lambda client: wire.search_uids(client, tokens))

    def _run(self, mailbox: Mailbox, ask: Callable[[IMAPClient], list[int]]) -> list[int]:
        try:
            return self.connection.read(ask, mailbox=mailbox.name, is_fresh=True)
        except ProviderUnavailableError as error:
            if _is_gone(error):
                return []
            raise

    # --- completing ---

    def complete(self, gathered: Gathered) -> None:
        """Add every message of the mailboxes that belongs to one of these threads."""
        self._complete_by_service(gathered)
        asked: set[str] = set()
        for _ in range(_ROUNDS):
            ids = _to_ask(gathered.messages) - asked
            if not ids or len(gathered.found) > _MOST_IN_THREADS:
                return
            asked |= ids
            self._ask_for(gathered, sorted(ids))

    def _ask_for(self, gathered: Gathered, ids: Sequence[str]) -> None:
        there = {own_id(m) for m in gathered.messages}
        oldest = _oldest(gathered)
        for mailbox in self.layout.searched:
            wanted: set[int] = set()
            for start in range(0, len(ids), _IDS_AT_ONCE):
                batch = ids[start : start + _IDS_AT_ONCE]
                wanted |= self._named(mailbox, batch, oldest)
                missing = [i for i in batch if i not in there]
                wanted |= self._with_ids(mailbox, missing)
            self._add(gathered, mailbox, wanted)

    def _named(self, mailbox: Mailbox, ids: Sequence[str], oldest: datetime | None) -> set[int]:
        """Find the messages that name one of these ids as what they answer."""
        keys = criteria.any_of([key for i in ids for key in criteria.names_message(i)])
        tokens = [*criteria.since(oldest), *criteria.NOT_DELETED, *keys]
        return set(self.find_uids(mailbox, tokens))

    def _with_ids(self, mailbox: Mailbox, ids: Sequence[str]) -> set[int]:
        if not ids:
            return set()
        keys = criteria.any_of([criteria.is_message(i) for i in ids])
        tokens = [*criteria.NOT_DELETED, *keys]
        return set(self.find_uids(mailbox, tokens))

    def _complete_by_service(self, gathered: Gathered) -> None:
        """Ask Gmail for the rest of its own threads."""
        numbers = sorted({f.service_thread for f in gathered.found.values() if f.service_thread})
        mailboxes = [m for m in self.layout.searched if m.is_all]
        for start in range(0, len(numbers) if mailboxes else 0, _IDS_AT_ONCE):
            batch = numbers[start : start + _IDS_AT_ONCE]
            tokens = criteria.any_of([[b"X-GM-THRID", str(n).encode()] for n in batch])
            self._add(gathered, mailboxes[0], self.find_uids(mailboxes[0], tokens))

    def _add(self, gathered: Gathered, mailbox: Mailbox, uids: Iterable[int]) -> None:
        known = {f.place.uid for f in gathered.found.values() if f.place.mailbox == mailbox.name}
        for batch in fetch_headers(self.connection, mailbox, sorted(set(uids) - known)):
            gathered.add(batch)

    # --- whole threads ---

    def gather(self, ids: Sequence[str]) -> Gathered:
        """Find the messages with these ids, those that name them, and the rest of the threads."""
        gathered = Gathered()
        real = [i for i in ids if i and not i.startswith(BY_KEY)]
        for mailbox in self.layout.searched:
            wanted: set[int] = set()
            for start in range(0, len(real), _IDS_AT_ONCE):
                batch = real[start : start + _IDS_AT_ONCE]
                keys = criteria.any_of([criteria.for_message_id(i) for i in batch])
                wanted |= set(self.find_uids(mailbox, [*criteria.NOT_DELETED, *keys]))
            self._add(gathered, mailbox, wanted)
        self._add_by_key(gathered, (i.removeprefix(BY_KEY) for i in ids if i.startswith(BY_KEY)))
        self.complete(gathered)
        return gathered

    def _add_by_key(self, gathered: Gathered, keys: Iterable[str]) -> None:
        """Add messages that have no Message-ID, whose threads go by their own keys."""
        for key in keys:
            place = Place.from_key(key)
            mailbox = next(
                (m for m in self.layout.searched if place and m.name == place.mailbox), None
            )
            if place is None or mailbox is None:
                continue
            for batch in fetch_headers(self.connection, mailbox, [place.uid]):
                gathered.add(each for each in batch if each.place == place)

    def whole(self, threads: Sequence[Thread], gathered: Gathered) -> tuple[Thread, ...]:
        """Fetch the bodies of threads; messages that are gone meanwhile are left out."""
        wanted = [gathered.found[m.key] for thread in threads for m in thread.messages]
        whole = fetch_whole(self.connection, wanted)
        return tuple(
            Thread(
                thread.key,
                tuple(
                    replace(whole[m.key], thread_key=thread.key)
                    for m in thread.messages
                    if m.key in whole
                ),
            )
            for thread in threads
        )


def own_id(message: Message) -> str:
    """Return what a message is known by: its Message-ID, or its key where it has none."""
    return message.message_id or BY_KEY + message.key


def thread_with(threads: Iterable[Thread], message_id: str) -> Thread | None:
    """Return the thread that has this key, or a message which is or names that id."""
    candidates = list(threads)
    for thread in candidates:
        if thread.key == message_id:
            return thread
    for thread in candidates:
        if message_id in _ids(thread):
            return replace(
                thread,
                key=message_id,
                messages=tuple(replace(m, thread_key=message_id) for m in thread.messages),
            )
    return None


def _ids(thread: Thread) -> set[str]:
    return {i for m in thread.messages for i in (own_id(m), *m.references, *m.in_reply_to)}


def _to_ask(messages: Sequence[Message]) -> set[str]:
    """Return the ids by which the rest of these threads can be found: all that they name."""
    there = {m.message_id for m in messages if m.message_id}
    named = {i for m in messages for i in (*m.references, *m.in_reply_to)}
    return there | named


def _oldest(gathered: Gathered) -> datetime | None:
    """Return when the oldest of these came, with some slack; None where that is unknown."""
    times = [f.received for f in gathered.found.values() if f.received is not None]
    if len(times) < len(gathered.found):
        return None
    return min(min(times), min(m.date for m in gathered.messages)) - _SLACK if times else None


def _matches_locally(message: Message, search: Search) -> bool:
    people = " ".join(str(a) for a in (message.sender, *message.recipients, *message.reply_to))
    heap = f"{message.subject}\n{people}\n{message.text or ''}".casefold()
    ids = {message.message_id, *message.references, *message.in_reply_to}
    return (
        any(all(w.casefold() in heap for w in criteria.words_of(p)) for p in search.phrases)
        or any(p.casefold() in people.casefold() for p in search.participants)
        or any(i in ids for i in search.message_ids)
    )


def _is_charset_refused(error: MailerError, search: Search) -> bool:
    cause = error.__cause__
    if all(p.isascii() for p in search.phrases) or not isinstance(cause, imaplib.IMAP4.error):
        return False
    return not isinstance(cause, imaplib.IMAP4.abort)


def _is_gone(error: MailerError) -> bool:
    cause = error.__cause__
    if not isinstance(cause, imaplib.IMAP4.error) or isinstance(cause, imaplib.IMAP4.abort):
        return False
    return response_code(cause) == "NONEXISTENT" or "select failed" in str(cause)
