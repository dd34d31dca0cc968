"""Completes threads: adds the messages that belong to them, from every mailbox that matters.

Inside of a mailbox the server's own threads tell (`THREAD=REFS` servers answer INTHREAD, others
THREAD=REFERENCES, RFC 5256; Gmail has X-GM-THRID). Across mailboxes, and on servers that know no
threads, the ids of the chain are asked for, a bounded number at a time. Answers came after what
they answer, so only what is younger is asked for them: by UID, for servers look at dates last.
"""

from __future__ import annotations

import imaplib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mailer.errors import ProviderUnavailableError
from mailer.model import Message
from mailer.threads import is_made_up, own_id
from providers.imap import criteria, wire
from providers.imap.connection import Connection
from providers.imap.mailboxes import Layout, Mailbox
from providers.imap.reading import Found, fetch_headers

if TYPE_CHECKING:
    from imapclient import IMAPClient

_IDS_AT_ONCE = 25
_UIDS_AT_ONCE = 500
_ROUNDS = 6
_MOST_IN_THREADS = 5_000
_LARGEST_THREADED = 30_000
"""Messages up to which a mailbox's whole THREAD answer is worth its way (10 octets each)."""
_SLACK = timedelta(days=2)


@dataclass
class Gathered:
    """Messages found so far, by key."""

    found: dict[str, Found] = field(default_factory=dict)

    def add(self, found: Iterable[Found]) -> None:
        """Take these, where they are new."""
        for each in found:
            self.found.setdefault(each.place.key, each)

    @property
    def messages(self) -> list[Message]:
        """All messages, each once: of a draft and its sent copy the copy."""
        unique: dict[str, Message] = {}
        for message in (each.message for each in self.found.values()):
            own = own_id(message)
            if own not in unique or (unique[own].is_draft and not message.is_draft):
                unique[own] = message
        return list(unique.values())

    def within(self, mailbox: Mailbox) -> list[Found]:
        """Return those that lie in one mailbox."""
        return [each for each in self.found.values() if each.place.mailbox == mailbox.name]


def named_ids(message: Message) -> set[str]:
    """Return the message's own id and those it names."""
    return {own_id(message), *message.references, *message.in_reply_to}


class Completion:
    """One completion of some threads; remembers what was asked already."""

    def __init__(self, connection: Connection, layout: Layout, gathered: Gathered) -> None:
        """Take what was found so far, to add to it."""
        self.connection = connection
        self.layout = layout
        self.gathered = gathered
        self._asked: dict[str, set[str]] = defaultdict(set)
        self._threaded: dict[str, set[int]] = defaultdict(set)
        self._sizes: dict[str, int] = {}
        self._first_uids: dict[str, int] = {}

    def run(self) -> None:
        """Go through the mailboxes until nothing new turns up."""
        self._ask_gmail()
        for _ in range(_ROUNDS):
            before = len(self.gathered.found)
            if before > _MOST_IN_THREADS:
                return
            for mailbox in self.layout.searched:
                if self._size(mailbox):
                    self._complete_in(mailbox)
            if len(self.gathered.found) == before:
                return

    def _complete_in(self, mailbox: Mailbox) -> None:
        knows_threads = self._add_siblings(mailbox)
        messages = self.gathered.messages
        here = [each.message for each in self.gathered.within(mailbox)]
        there = {m.message_id for m in messages if m.message_id}
        ids_here = {m.message_id for m in here} if knows_threads else set()
        roots_here = {_root(m) for m in here} if knows_threads else set()
        roots = {_root(m) for m in messages} if knows_threads else there
        missing = {i for m in messages for i in (*m.references, *m.in_reply_to)} - there
        keys = [
            *self._new_keys(mailbox, b"In-Reply-To", (there | missing) - ids_here),
            *self._new_keys(mailbox, b"References", (roots | missing) - roots_here),
        ]
        uids = self._younger(mailbox, keys)
        above = self._new_keys(mailbox, b"Message-ID", missing)
        for start in range(0, len(above), _IDS_AT_ONCE):
            tokens = criteria.any_of(above[start : start + _IDS_AT_ONCE])
            uids |= self._find(mailbox, [*criteria.NOT_DELETED, *tokens])
        self._add(mailbox, uids)

    def _new_keys(self, mailbox: Mailbox, name: bytes, ids: set[str]) -> list[criteria.Criteria]:
        """Return the SEARCH keys for ids that were not asked for in that field and mailbox."""
        asked = self._asked[f"{name.decode()} {mailbox.name}"]
        new = sorted(i for i in ids - asked if i and not is_made_up(i))
        asked.update(new)
        return [[b"HEADER", name, wire.quoted(i)] for i in new]

    def _younger(self, mailbox: Mailbox, keys: Sequence[criteria.Criteria]) -> set[int]:
        uids: set[int] = set()
        for start in range(0, len(keys), _IDS_AT_ONCE):
            tokens = criteria.any_of(keys[start : start + _IDS_AT_ONCE])
            first = f"{self._first_uid(mailbox)}:*".encode()
            uids |= self._find(mailbox, [b"UID", first, *criteria.NOT_DELETED, *tokens])
        return uids

    # --- the server's own threads ---

    def _add_siblings(self, mailbox: Mailbox) -> bool:
        """Add what the server holds for the same threads; False where it knows no threads."""
        known = {each.place.uid for each in self.gathered.within(mailbox)}
        new = sorted(known - self._threaded[mailbox.name])
        if not self._knows_threads(mailbox):
            return False
        for start in range(0, len(new), _UIDS_AT_ONCE):
            found = self._siblings(mailbox, new[start : start + _UIDS_AT_ONCE])
            if found is None:
                return False
            self._add(mailbox, found)
            self._threaded[mailbox.name] |= found
        self._threaded[mailbox.name].update(new)
        return True

    def _knows_threads(self, mailbox: Mailbox) -> bool:
        def ask(client: IMAPClient) -> bool:
            is_small = self._size(mailbox) <= _LARGEST_THREADED
            return bool(
                client.has_capability("THREAD=REFS")
                or (is_small and client.has_capability("THREAD=REFERENCES"))
            )

        return self.connection.read(ask)

    def _siblings(self, mailbox: Mailbox, uids: Sequence[int]) -> set[int] | None:
        def ask(client: IMAPClient) -> set[int]:
            if client.has_capability("THREAD=REFS"):
                named = ",".join(map(str, uids)).encode()
                return set(wire.search_uids(client, [b"INTHREAD", b"REFS", b"UID", named]))
            wanted = set(uids)
            groups = wire.list_threads(client, "REFERENCES")
            return set().union(*(group for group in groups if group & wanted))

        try:
            return self.connection.read(ask, mailbox=mailbox.name)
        except ProviderUnavailableError as error:
            if is_plain_refusal(error):
                return None  # it claims to know, and does not
            raise

    def _ask_gmail(self) -> None:
        """Ask Gmail for the rest of its own threads."""
        numbers = sorted({f.service_thread for f in self.gathered.found.values()} - {0})
        mailbox = next((m for m in self.layout.searched if m.is_all), None)
        for start in range(0, len(numbers) if mailbox else 0, _IDS_AT_ONCE):
            assert mailbox is not None
            batch = numbers[start : start + _IDS_AT_ONCE]
            tokens = criteria.any_of([[b"X-GM-THRID", str(n).encode()] for n in batch])
            self._add(mailbox, self._find(mailbox, tokens))

    # --- the mailboxes ---

    def _find(self, mailbox: Mailbox, tokens: criteria.Criteria) -> set[int]:
        try:
            return set(
                self.connection.read(
                    lambda client: wire.search_uids(client, tokens), mailbox=mailbox.name
                )
            )
        except ProviderUnavailableError as error:
            if is_plain_refusal(error):
                return set()  # deleted meanwhile, or a field that it can't search
            raise

    def _add(self, mailbox: Mailbox, uids: Iterable[int]) -> None:
        known = {each.place.uid for each in self.gathered.within(mailbox)}
        for batch in fetch_headers(self.connection, mailbox, sorted(set(uids) - known)):
            self.gathered.add(batch)

    def _size(self, mailbox: Mailbox) -> int:
        """Return how many messages a mailbox holds; 0 where it is gone."""
        if mailbox.name not in self._sizes:
            try:
                self.connection.read(lambda client: None, mailbox=mailbox.name)
                self._sizes[mailbox.name] = int(self.connection.selection.get(b"EXISTS", 0))
            except ProviderUnavailableError as error:
                if not is_plain_refusal(error):
                    raise
                self._sizes[mailbox.name] = 0
        return self._sizes[mailbox.name]

    def _first_uid(self, mailbox: Mailbox) -> int:
        """Return the first UID that came after the oldest message found; 1 where unknown."""
        if mailbox.name not in self._first_uids:
            tokens = criteria.since(_oldest(self.gathered))
            self._first_uids[mailbox.name] = (
                self.connection.read(
                    lambda client: wire.first_uid(client, tokens), mailbox=mailbox.name
                )
                if tokens
                else 1
            )
        return self._first_uids[mailbox.name]


def is_plain_refusal(error: ProviderUnavailableError) -> bool:
    """Tell whether the server said NO or BAD; the connection is as good as before."""
    cause = error.__cause__
    return isinstance(cause, imaplib.IMAP4.error) and not isinstance(cause, imaplib.IMAP4.abort)


def _root(message: Message) -> str:
    chain = message.references or message.in_reply_to
    return chain[0] if chain else message.message_id


def _oldest(gathered: Gathered) -> datetime | None:
    """Return when the oldest of these came, with some slack; None where that is unknown."""
    times = [f.received for f in gathered.found.values() if f.received is not None]
    if not times or len(times) < len(gathered.found):
        return None
    return min(*times, *(m.date for m in gathered.messages)) - _SLACK
