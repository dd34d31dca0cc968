"""A provider that keeps its mail in memory: the reference that passes the contract suite.

`faults` arms losses for tests of workflows: an error raised before a deed, or after it, so that
the answer is lost although the deed was done.
"""

from __future__ import annotations

import hashlib
import itertools
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from mailer.errors import DraftChangedError, DraftNotFoundError, ThreadNotFoundError
from mailer.matching import matches
from mailer.model import (
    Address,
    Changes,
    Draft,
    DraftRef,
    Identity,
    Message,
    Reply,
    Search,
    SendStep,
    Sent,
    SpecialUse,
    Thread,
)
from mailer.parsing import parse_draft, parse_message
from mailer.provider import Account, Capability, Check, Context, Provider
from mailer.threads import group_threads
from mailer.writing.mime import make_message

_BATCH = 50
_HIDDEN = (SpecialUse.JUNK, SpecialUse.TRASH)


@dataclass
class Faults:
    """Errors to raise, by the verb's name: the first armed one goes first."""

    before: dict[str, deque[BaseException]] = field(default_factory=lambda: defaultdict(deque))
    after: dict[str, deque[BaseException]] = field(default_factory=lambda: defaultdict(deque))

    def arm(self, verb: str, error: BaseException, *, after: bool = False) -> None:
        """Arm one error: raised before the deed, or after it."""
        (self.after if after else self.before)[verb].append(error)

    def strike(self, verb: str, *, after: bool = False) -> None:
        """Raise what is armed, once."""
        armed = (self.after if after else self.before)[verb]
        if armed:
            raise armed.popleft()


@dataclass
class _StoredDraft:
    raw: bytes
    thread_key: str
    number: int = 0

    @property
    def version(self) -> str:
        return hashlib.sha256(self.raw).hexdigest()[:16]


class MemoryProvider(Provider):
    """One account whose mail lies in this object."""

    name = "memory"
    title = "Memory"
    capabilities = frozenset(Capability)

    def __init__(self, account: Account, context: Context) -> None:
        """Open an empty mailbox."""
        super().__init__(account, context)
        self.messages: list[Message] = []
        self.drafts: dict[str, _StoredDraft] = {}
        self.outbox: list[bytes] = []
        """Every message that was handed over, in order."""
        self.flags: dict[str, datetime] = {}
        self.faults = Faults()
        self.hides_sent = False
        """While set, `find_sent` shows nothing: the service files late."""
        self._numbers = itertools.count(1)
        self._changes: list[str] = []

    @classmethod
    def for_user(
        cls,
        address: str,
        *,
        name: str = "",
        now: Callable[[], datetime],
        folder: Path | None = None,
    ) -> MemoryProvider:
        """Open an empty mailbox for an address."""
        account = Account(name="memory", provider="memory", address=address, display_name=name)
        return cls(account, Context(folder=folder or Path(), now=now))

    def deliver(self, *messages: Message) -> None:
        """Put messages into the mailbox, as they are."""
        for message in messages:
            self.messages.append(message)
            self._changes.append(message.message_id)

    def edit_draft(self, key: str, old: str, new: str) -> None:
        """Change a draft's text as the user would in a mail program."""
        stored = self.drafts[key]
        stored.raw = stored.raw.replace(old.encode(), new.encode())

    # --- the contract ---

    def sign_in(self) -> Account:
        """Work at once."""
        return self.account

    def sign_out(self) -> None:
        """Keep nothing, so forget nothing."""

    def check(self) -> Sequence[Check]:
        """Find everything well."""
        return [Check("mailbox", is_ok=True, detail=f"{len(self.messages)} messages")]

    def identities(self) -> tuple[Identity, ...]:
        """Return the account's address and its aliases."""
        own = (self.account.address, *self.account.aliases)
        return tuple(
            Identity(address=Address(self.account.display_name, a), is_default=not number)
            for number, a in enumerate(own)
        )

    def search(self, search: Search) -> tuple[Thread, ...]:
        """Scan everything."""
        self.requests += 1
        self.faults.strike("search")
        found = []
        for thread in self._threads():
            visible = [m for m in thread.messages if m.special_use not in _HIDDEN]
            if any(matches(m, search) for m in visible):
                found.append(Thread(thread.key, tuple(visible)))
        return tuple(found[: search.limit])

    def read(self, thread_key: str) -> Thread:
        """Return the thread of that key."""
        self.requests += 1
        self.faults.strike("read")
        for thread in self._threads():
            if thread.key == thread_key:
                return thread
        raise ThreadNotFoundError(f"There is no thread {thread_key!r}.")

    def read_many(self, thread_keys: Sequence[str]) -> tuple[Thread, ...]:
        """Return several threads; a batch counts as one request, as services with batches do it."""
        self.requests += -(-len(thread_keys) // _BATCH)
        self.faults.strike("read")
        found = {thread.key: thread for thread in self._threads()}
        return tuple(found[key] for key in thread_keys if key in found)

    def save_reply(self, reply: Reply, *, replacing: DraftRef | None = None) -> Draft:
        """Store the message that the one builder makes."""
        self.requests += 1
        self.faults.strike("save_reply")
        if reply.calendar_reply and Capability.CALENDAR_REPLIES not in self.capabilities:
            raise self.unsupported("keep an answer to an invitation as a draft")
        if not any(m.message_id == reply.in_reply_to for m in self.messages):
            raise ThreadNotFoundError("The message to answer is gone. Nothing was stored.")
        key = f"draft-{next(self._numbers)}"
        if replacing is not None:
            key = self._find(replacing, checks_version=True)
        self.drafts[key] = _StoredDraft(
            make_message(reply).as_bytes(), reply.thread_key, next(self._numbers)
        )
        self._changes.append(reply.in_reply_to)
        self.faults.strike("save_reply", after=True)
        return self._draft(key)

    def fetch_draft(self, ref: DraftRef) -> Draft:
        """Return the draft as it stands."""
        self.requests += 1
        self.faults.strike("fetch_draft")
        return self._draft(self._find(ref))

    def delete_draft(self, ref: DraftRef) -> None:
        """Delete the draft of that version."""
        self.requests += 1
        self.faults.strike("delete_draft")
        del self.drafts[self._find(ref, checks_version=True)]
        self.faults.strike("delete_draft", after=True)

    def send_draft(self, ref: DraftRef, *, note: Callable[[SendStep], None]) -> Sent:
        """Hand the draft over to `outbox` and file it."""
        if Capability.SEND not in self.capabilities:
            return super().send_draft(ref, note=note)
        self.requests += 1
        key = self._find(ref, checks_version=True)
        note(SendStep.SUBMITTING)
        self.faults.strike("send_draft")
        stored = self.drafts.pop(key)
        self.outbox.append(stored.raw)
        sent = replace(
            parse_message(stored.raw, key=f"sent-{key}", special_use=SpecialUse.SENT),
            date=self.context.now(),
        )
        self.messages.append(sent)
        self._changes.append(sent.message_id)
        self.faults.strike("send_draft", after=True)
        note(SendStep.ACCEPTED)
        return Sent(
            message_id=sent.message_id,
            sent_at=sent.date,
            thread_key=stored.thread_key,
            key=sent.key,
        )

    def finish_send(
        self, ref: DraftRef, *, done: SendStep, note: Callable[[SendStep], None]
    ) -> None:
        """Have nothing left to do."""
        if Capability.SEND not in self.capabilities:
            super().finish_send(ref, done=done, note=note)

    def find_sent(self, message_ids: Sequence[str], since: datetime) -> tuple[Message, ...]:
        """Scan what was sent."""
        self.requests += 1
        self.faults.strike("find_sent")
        if self.hides_sent:
            return ()
        wanted = set(message_ids)
        found = [
            m
            for m in self.messages
            if m.special_use is SpecialUse.SENT
            and m.date >= since
            and wanted & {m.message_id, *m.in_reply_to, *m.references}
        ]
        return tuple(sorted(found, key=lambda m: m.date))

    def changes(self, cursor: str | None) -> Changes:
        """Tell the threads touched since."""
        if Capability.CHANGES not in self.capabilities:
            return super().changes(cursor)
        self.requests += 1
        now = str(len(self._changes))
        if cursor is None or not cursor.isdecimal():
            return Changes((), now, is_complete=cursor is None)
        touched = set(self._changes[int(cursor) :])
        keys = [t.key for t in self._threads() if touched & t.message_ids]
        return Changes(tuple(keys), now)

    def flag(self, sent: Sent, due: datetime) -> None:
        """Keep the flag."""
        if Capability.FLAG not in self.capabilities:
            super().flag(sent, due)
        self.flags[sent.message_id] = due

    def link(self, thread_key: str) -> str:
        """Make up an address."""
        if Capability.LINK not in self.capabilities:
            return super().link(thread_key)
        return f"https://mail.example/{thread_key.strip('<>')}"

    # --- inside ---

    def _threads(self) -> tuple[Thread, ...]:
        drafts = [
            parse_message(
                stored.raw, key=key, special_use=SpecialUse.DRAFTS, is_draft=True, is_read=True
            )
            for key, stored in self.drafts.items()
        ]
        return group_threads([*self.messages, *drafts])

    def _find(self, ref: DraftRef, *, checks_version: bool = False) -> str:
        for key, stored in self.drafts.items():
            draft = parse_draft(stored.raw, key=key, version="", thread_key="")
            if key == ref.key or (ref.message_id and draft.message_id == ref.message_id):
                if checks_version and stored.version != ref.version:
                    raise DraftChangedError("The draft was edited since; it was left alone.")
                return key
        raise DraftNotFoundError("The draft is not among the drafts any more.")

    def _draft(self, key: str) -> Draft:
        stored = self.drafts[key]
        thread_key = stored.thread_key
        link = f"https://mail.example/{key}" if Capability.LINK in self.capabilities else ""
        return parse_draft(
            stored.raw, key=key, version=stored.version, thread_key=thread_key, link=link
        )
