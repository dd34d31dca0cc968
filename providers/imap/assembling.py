"""Searches the mailboxes that matter, and puts whole threads together from what matches.

What matches is fetched header-level, newest first, and completed (`completing`), for a thread's
messages lie in several mailboxes: the answers in Sent, the rest in INBOX or Archive. A read that
follows a search does not search again, where no mailbox changed since.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mailer.errors import ProviderUnavailableError
from mailer.model import Message, Search, Thread
from mailer.threads import group_threads, is_made_up, own_id
from providers.imap import criteria, wire
from providers.imap.completing import (
    Completion,
    Gathered,
    is_plain_refusal,
    named_ids,
)
from providers.imap.connection import Connection
from providers.imap.mailboxes import Layout, Mailbox
from providers.imap.reading import Found, fetch_headers, fetch_whole

if TYPE_CHECKING:
    from imapclient import IMAPClient

_HITS_PER_THREAD = 8
_IDS_AT_ONCE = 25
_LOCAL_FILTER = 300

States = dict[str, dict[bytes, Any]]


class Assembler:
    """Finds threads through one connection."""

    def __init__(self, connection: Connection, layout: Layout) -> None:
        """Take an account's connection and its mailboxes."""
        self.connection = connection
        self.layout = layout
        self._last: Gathered | None = None
        self._states: States = {}

    # --- searching ---

    def search(self, search: Search) -> tuple[Thread, ...]:
        """Return the threads that match, header-level, those with the newest message first."""
        self._last = None
        states = self._fetch_states()
        hits = Gathered()
        for mailbox in self.layout.searched:
            uids = self._matching(mailbox, search)
            newest = uids[::-1][: search.limit * _HITS_PER_THREAD]
            for batch in fetch_headers(self.connection, mailbox, newest):
                hits.add(batch)
        ids = {own_id(m) for t in group_threads(hits.messages)[: search.limit] for m in t.messages}
        chosen = Gathered({k: f for k, f in hits.found.items() if own_id(f.message) in ids})
        self.complete(chosen)
        self._last, self._states = chosen, states
        threads = [
            thread
            for thread in group_threads(chosen.messages)
            if any(own_id(m) in ids for m in thread.messages)
        ]
        return tuple(threads[: search.limit])

    def _matching(self, mailbox: Mailbox, search: Search) -> list[int]:
        """Return the UIDs that match in one mailbox; a mailbox that is gone has none."""

        def ask(client: IMAPClient) -> list[int]:
            if mailbox.is_all and client.has_capability("X-GM-EXT-1"):
                return wire.search_uids(client, criteria.for_gmail(search))
            return wire.search_uids(client, criteria.for_search(search))

        try:
            return self.connection.read(ask, mailbox=mailbox.name, is_fresh=True)
        except ProviderUnavailableError as error:
            if not is_plain_refusal(error):
                raise
        if all(phrase.isascii() for phrase in search.phrases):
            return self.find_uids(mailbox, criteria.for_search(search))
        return self._matching_in_ascii(mailbox, search)

    def _matching_in_ascii(self, mailbox: Mailbox, search: Search) -> list[int]:
        """Ask a server that knows no UTF-8 for less, and look at what it found ourselves."""
        uids = self.find_uids(mailbox, criteria.for_search(search, ascii_only=True))
        newest = uids[::-1][:_LOCAL_FILTER]
        found = [f for b in fetch_headers(self.connection, mailbox, newest) for f in b]
        whole = fetch_whole(self.connection, found)
        return sorted(
            each.place.uid
            for each in found
            if _matches_locally(whole.get(each.place.key, each.message), search)
        )

    def find_uids(self, mailbox: Mailbox, tokens: criteria.Criteria) -> list[int]:
        """Search a mailbox as it is now; ascending, none where it was deleted meanwhile.

        Raises:
            ProviderUnavailableError: out of reach, or the server refuses the search.
        """
        try:
            return self.connection.read(
                lambda client: wire.search_uids(client, tokens),
                mailbox=mailbox.name,
                is_fresh=True,
            )
        except ProviderUnavailableError as error:
            if "select failed" in str(error.__cause__):
                return []
            raise

    def complete(self, gathered: Gathered) -> None:
        """Add every message of the mailboxes that belongs to one of these threads."""
        if gathered.found:
            Completion(self.connection, self.layout, gathered).run()

    # --- whole threads ---

    def gather(self, ids: Sequence[str]) -> Gathered:
        """Find the messages with these ids, those that name them, and the rest of the threads."""
        if self._is_known(ids):
            assert self._last is not None
            return self._last
        gathered = Gathered()
        real = [i for i in ids if i and not is_made_up(i)]
        for mailbox in self.layout.searched:
            for start in range(0, len(real), _IDS_AT_ONCE):
                batch = real[start : start + _IDS_AT_ONCE]
                keys = criteria.any_of([criteria.for_message_id(i) for i in batch])
                uids = self.find_uids(mailbox, [*criteria.NOT_DELETED, *keys])
                for found in fetch_headers(self.connection, mailbox, uids):
                    gathered.add(found)
            for found in fetch_headers(self.connection, mailbox, self._seen(mailbox, ids)):
                gathered.add(found)
        self.complete(gathered)
        return gathered

    def _seen(self, mailbox: Mailbox, ids: Sequence[str]) -> list[int]:
        """Return where the last search saw these, for no server finds an id that is no id."""
        seen = self._last.within(mailbox) if self._last else []
        return [f.place.uid for f in seen if own_id(f.message) in ids]

    def whole(self, threads: Sequence[Thread], gathered: Gathered) -> tuple[Thread, ...]:
        """Fetch the bodies of threads; messages that are gone meanwhile are left out."""
        wanted: list[Found] = [gathered.found[m.key] for t in threads for m in t.messages]
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

    # --- what the last search found ---

    def _is_known(self, ids: Sequence[str]) -> bool:
        """Tell whether the last search found all these, and no mailbox changed since."""
        if self._last is None:
            return False
        known = {i for m in self._last.messages for i in named_ids(m)}
        return set(ids) <= known and self._states == self._fetch_states()

    def _fetch_states(self) -> States:
        """Return what shows whether messages came or went in a mailbox."""

        def ask(client: IMAPClient) -> States:
            items = ["MESSAGES", "UIDNEXT", "UIDVALIDITY"]
            if client.has_capability("CONDSTORE"):
                items.append("HIGHESTMODSEQ")
            states: States = {}
            for mailbox in self.layout.searched:
                states[mailbox.name] = dict(client.folder_status(mailbox.name, items))
            return states

        try:
            return self.connection.read(ask)
        except ProviderUnavailableError as error:
            if is_plain_refusal(error):
                return {"": {b"unknown": object()}}  # equal to nothing, so that nothing is reused
            raise


def thread_with(threads: Iterable[Thread], key: str) -> Thread | None:
    """Return the thread that has this key, or a message which is or names that id."""
    candidates = list(threads)
    for thread in candidates:
        if thread.key == key:
            return thread
    for thread in candidates:
        if any(key in named_ids(m) for m in thread.messages):
            messages = tuple(replace(m, thread_key=key) for m in thread.messages)
            return replace(thread, key=key, messages=messages)
    return None


def _matches_locally(message: Message, search: Search) -> bool:
    people = " ".join(str(a) for a in (message.sender, *message.recipients, *message.reply_to))
    heap = f"{message.subject}\n{people}\n{message.text or ''}".casefold()
    ids = named_ids(message)
    return (
        any(all(w.casefold() in heap for w in criteria.words_of(p)) for p in search.phrases)
        or any(p.casefold() in people.casefold() for p in search.participants)
        or any(i in ids for i in search.message_ids)
    )
