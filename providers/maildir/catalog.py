"""Knows every message file of the account: where it lies and which thread it belongs to.

Nothing is kept on disk and nothing of a message but hashes of its ids and its date, so that a
mailbox of a hundred thousand messages fits into little memory. Files are read newest first, and
older ones only where a thread names a message that was not seen yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mailer.model import Message, SpecialUse, Thread
from mailer.parsing import parse_message
from mailer.threads import group_threads
from providers.maildir.layout import Mailbox, find_mailboxes
from providers.maildir.skimming import HEADER_OCTETS, Sieve, Skim, id_hash, skim
from providers.maildir.store import Entry, list_entries, modified_at, read_bytes

MESSAGE_OCTETS = 8 * 1024 * 1024
"""What is read of one message; the rest of a larger one is attachments."""
RECENT = timedelta(days=400)
_CLOCKS = timedelta(days=3).total_seconds()


@dataclass(slots=True)
class _Known:
    """One message file, and what was skimmed of it."""

    mailbox: Mailbox
    entry: Entry
    skim: Skim | None = None

    @property
    def key(self) -> str:
        return f"{self.mailbox.name}/{self.entry.unique}"

    @property
    def newest_possible(self) -> float:
        """A moment that its date can't lie behind: when the file came, in seconds since 1970."""
        stamp = self.entry.unique.partition(".")[0]
        if stamp.isdigit() and 9 <= len(stamp) <= 10:
            return max(float(stamp), modified_at(self.entry.path))
        return modified_at(self.entry.path)

    def received(self) -> datetime:
        return datetime.fromtimestamp(modified_at(self.entry.path), UTC)

    def read_skim(self, raw: bytes) -> Skim:
        return skim(raw, self.key, self.received)


class Catalog:
    """The messages of one account, as the folder holds them now."""

    def __init__(self, root: Path, now: Callable[[], datetime]) -> None:
        """Know nothing yet."""
        self._root = root
        self._now = now
        self._known: dict[str, _Known] = {}
        self.mailboxes: tuple[Mailbox, ...] = ()

    def refresh(self) -> None:
        """List the files again; what was skimmed of those still there is kept.

        Raises:
            OSError: the folder can't be listed.
        """
        self.mailboxes = find_mailboxes(self._root)
        before, self._known = self._known, {}
        for mailbox in self.mailboxes:
            if mailbox.is_hidden:
                continue
            for entry in list_entries(mailbox.path):
                if entry.is_deleted:
                    continue
                fresh = _Known(mailbox, entry)
                old = before.pop(fresh.key, None)
                fresh.skim = old.skim if old else None
                self._known[fresh.key] = fresh

    def count(self) -> int:
        """Return the number of messages that are looked at."""
        return len(self._known)

    def find(self, sieve: Sieve, since: datetime | None, limit: int) -> tuple[Thread, ...]:
        """Return the whole threads of the messages that the sieve lets through."""
        hits: set[int] = set()
        for known in self._recent(since):
            raw = read_bytes(known.entry.path, sieve.octets)
            if not raw:
                continue
            known.skim = known.skim or known.read_skim(raw)
            if sieve.fits(raw, known.skim):
                hits.add(known.skim.own)
        return self._threads(hits, limit)

    def thread_of(self, message_id: str) -> Thread | None:
        """Return the whole thread that a Message-ID belongs to, or None.

        The message itself may be gone, as long as others name it.
        """
        wanted = id_hash(message_id)
        for pool in (self._recent(self._now() - RECENT), self._known.values()):
            self._skim_all(pool)
            for thread in self._threads({wanted}, 1):
                return thread
        return None

    def drafts(self) -> Iterator[tuple[str, Entry]]:
        """List the drafts: what lies in a Drafts mailbox or carries the draft flag."""
        for key, known in self._known.items():
            if _is_draft(known):
                yield key, known.entry

    def sent(
        self, message_ids: Iterable[str], since: datetime, own: frozenset[str]
    ) -> list[Message]:
        """Return the user's sent messages that are or answer one of these ids, oldest first.

        Where no mailbox is named for sent mail, the sender tells.
        """
        wanted = frozenset(map(id_hash, message_ids))
        found = []
        pool = list(self._recent(since))
        self._skim_all(pool)
        for known in pool:
            mark = known.skim
            if mark is None or wanted.isdisjoint({mark.own, *mark.named}) or _is_draft(known):
                continue
            message = self._message(known)
            is_sent = known.mailbox.special_use is SpecialUse.SENT or message.sender.folded in own
            if is_sent and message.date >= since:
                found.append(message)
        unique = {m.message_id or m.key: m for m in reversed(found)}
        return sorted(unique.values(), key=lambda m: m.date)

    # --- inside ---

    def _recent(self, since: datetime | None) -> Iterable[_Known]:
        if since is None:
            return list(self._known.values())
        edge = since.timestamp() - _CLOCKS
        return [k for k in self._known.values() if k.newest_possible >= edge]

    def _skim_all(self, pool: Iterable[_Known]) -> None:
        for known in pool:
            if known.skim is None:
                raw = read_bytes(known.entry.path, HEADER_OCTETS)
                known.skim = known.read_skim(raw) if raw else None

    def _threads(self, hits: set[int], limit: int) -> tuple[Thread, ...]:
        groups = self._groups(hits)
        there = {k.skim.own for group in groups for k in group if k.skim}
        named = {i for group in groups for k in group if k.skim for i in k.skim.named}
        if named - there and any(k.skim is None for k in self._known.values()):
            self._skim_all(self._known.values())
            groups = self._groups(hits)
        newest = sorted(groups, key=_newest, reverse=True)[:limit]
        return group_threads([self._message(k) for group in newest for k in group])[:limit]

    def _groups(self, hits: set[int]) -> list[list[_Known]]:
        """Gather the files of every thread that one of the hits belongs to."""
        if not hits:
            return []
        links = _Links()
        for known in self._known.values():
            if known.skim is not None:
                for other in known.skim.named:
                    links.join(known.skim.own, other)
        wanted: dict[int, list[_Known]] = {links.find(hit): [] for hit in hits}
        for known in self._known.values():
            if known.skim is not None:
                group = wanted.get(links.find(known.skim.own))
                if group is not None:
                    group.append(known)
        return [group for group in wanted.values() if group]

    def _message(self, known: _Known) -> Message:
        entry = known.entry
        raw = read_bytes(entry.path, MESSAGE_OCTETS)
        return parse_message(
            raw,
            key=known.key,
            special_use=known.mailbox.special_use,
            is_draft=_is_draft(known),
            is_read=entry.is_read,
            received=known.received(),
        )


def _is_draft(known: _Known) -> bool:
    return known.mailbox.special_use is SpecialUse.DRAFTS or known.entry.is_draft


def _newest(group: list[_Known]) -> float:
    dates = [k.skim.date for k in group if k.skim and not _is_draft(k)]
    return max(dates, default=max((k.skim.date for k in group if k.skim), default=0.0))


class _Links:
    """Which ids belong together, among those that name others (union-find)."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def find(self, item: int) -> int:
        """Return the id that stands for the item's group."""
        root = item
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while (parent := self._parent.get(item, item)) != root:
            self._parent[item] = root
            item = parent
        return root

    def join(self, one: int, other: int) -> None:
        """Put two ids into one group."""
        self._parent[self.find(one)] = self.find(other)
