"""The provider `maildir`: every verb of the contract on mail that lies on this machine.

Quirks: a thread is known by the Message-ID of its root; it can't send, because only the mail
program that fills the folder can. Files are never changed: a draft is replaced by a new file, as
the Maildir convention asks, and reading touches no flag.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from mailer.errors import (
    DraftChangedError,
    DraftNotFoundError,
    ProviderUnavailableError,
    ThreadNotFoundError,
    UnsupportedFeatureError,
    UsageError,
)
from mailer.model import (
    Address,
    Draft,
    DraftRef,
    Identity,
    Message,
    Reply,
    Search,
    SpecialUse,
    Thread,
)
from mailer.parsing import parse_draft, parse_message
from mailer.provider import Account, Capability, Check, Context, LoginOption, Provider
from mailer.threads import root_id
from mailer.writing.mime import make_message
from providers.maildir.catalog import Catalog
from providers.maildir.layout import Mailbox, drafts_path, find_mailboxes
from providers.maildir.skimming import HEADER_OCTETS, Sieve
from providers.maildir.store import Entry, list_entries, read_bytes, remove, write_message

_SAMPLE = 200


class MaildirProvider(Provider):
    """One account whose mail lies in a folder of Maildirs."""

    name: ClassVar[str] = "maildir"
    title: ClassVar[str] = "Maildir"
    capabilities = frozenset({Capability.SEVERAL_DRAFTS, Capability.CALENDAR_REPLIES})
    login_options = (
        LoginOption(
            "PATH",
            "The folder: a Maildir, a Maildir++, or a folder of Maildirs.",
            is_argument=True,
            is_required=True,
            is_path=True,
        ),
    )

    def __init__(self, account: Account, context: Context) -> None:
        """Open the account; reads nothing."""
        super().__init__(account, context)
        self._root = Path(account.options.get("path", ""))

    # --- signing in ---

    def sign_in(self) -> Account:
        """Look whether mail lies there, and whose it is; keeps no secret."""
        mailboxes = self._find_mailboxes()
        if self.account.address:
            return self.account
        own = _commonest_sender(mailboxes)
        if own is None and self.context.terminal is not None:
            own = Address("", self.context.terminal.ask("Your address in this mailbox").strip())
        if own is None or "@" not in own.address:
            raise UsageError(
                f"The mail in {self._root} does not tell whose it is. Nothing was stored.",
                hint="Say it with --address.",
            )
        return replace(
            self.account,
            address=own.address,
            display_name=self.account.display_name or own.name,
        )

    def sign_out(self) -> None:
        """Keep nothing, so forget nothing; the mail stays where it is."""

    def check(self) -> Sequence[Check]:
        """Look for the folder, its mailboxes and a Drafts that can be written to."""
        try:
            catalog = self._fresh()
        except ProviderUnavailableError as error:
            return [Check("folder", is_ok=False, detail=error.message, mend=error.hint)]
        roles = [m.special_use for m in catalog.mailboxes]
        drafts = drafts_path(self._root, catalog.mailboxes)
        lines = [
            Check(
                "folder", is_ok=True, detail=f"{catalog.count()} messages in {len(roles)} mailboxes"
            ),
            _check_drafts(drafts),
        ]
        if SpecialUse.SENT not in roles:
            detail = "no mailbox is named for sent mail; yours is told by its sender"
            lines.append(Check("sent", is_ok=True, detail=detail))
        return lines

    # --- reading ---

    def identities(self) -> tuple[Identity, ...]:
        """Return the account's address and its aliases; a Maildir knows no signatures."""
        own = (self.account.address, *self.account.aliases)
        return tuple(
            Identity(address=Address(self.account.display_name, a), is_default=not number)
            for number, a in enumerate(own)
        )

    def search(self, search: Search) -> tuple[Thread, ...]:
        """Scan the files, newest first as far as the search reaches back; whole threads."""
        return self._fresh().find(Sieve(search), search.since, search.limit)

    def read(self, thread_key: str) -> Thread:
        """Return the thread of that root."""
        return self._read(self._fresh(), thread_key)

    def read_many(self, thread_keys: Sequence[str]) -> tuple[Thread, ...]:
        """Return the threads of those roots after one listing."""
        catalog = self._fresh()
        found = (catalog.thread_of(key) for key in thread_keys)
        return tuple(thread for thread in found if thread is not None)

    def find_sent(self, message_ids: Sequence[str], since: datetime) -> tuple[Message, ...]:
        """Look through what the user sent since then."""
        own = frozenset(a.casefold() for a in (self.account.address, *self.account.aliases))
        return tuple(self._fresh().sent(message_ids, since, own))

    # --- drafts ---

    def save_reply(self, reply: Reply, *, replacing: DraftRef | None = None) -> Draft:
        """Write the draft to Drafts; the old one goes only once the new one lies there."""
        catalog = self._fresh()
        self._read(catalog, reply.in_reply_to or reply.thread_key)
        old = self._find_draft(catalog, replacing, checks_version=True) if replacing else None
        raw = make_message(reply).as_bytes().replace(b"\r\n", b"\n")
        entry = write_message(drafts_path(self._root, catalog.mailboxes), raw, flags="DS")
        if old is not None and not remove(old[1]):
            remove(entry)
            raise DraftChangedError(
                "The draft was changed while it was being replaced; it was left alone.",
                hint="Look at it with `bowout show`.",
            )
        return self._draft(*next(d for d in self._listed() if d[1].unique == entry.unique))

    def fetch_draft(self, ref: DraftRef) -> Draft:
        """Return the draft as it lies there now."""
        return self._draft(*self._find_draft(self._fresh(), ref))

    def delete_draft(self, ref: DraftRef) -> None:
        """Delete the file of that version."""
        found = self._find_draft(self._fresh(), ref, checks_version=True)
        if not remove(found[1]):
            raise _gone()

    def unsupported(self, what: str) -> UnsupportedFeatureError:
        """Say what to do instead: the draft is there for the user's own program."""
        error = super().unsupported(what)
        if what == "send mail":
            error.hint = (
                "Open the draft in your mail program and send it there, or connect the account "
                "with `bowout login imap` (gmail, outlook)."
            )
        return error

    # --- inside ---

    @cached_property
    def _catalog(self) -> Catalog:
        return Catalog(self._root, self.context.now)

    def _fresh(self) -> Catalog:
        """Return the catalog as the folder is now."""
        self.requests += 1
        try:
            self._catalog.refresh()
        except OSError as error:
            raise self._no_folder(error) from error
        if not self._catalog.mailboxes:
            raise self._no_folder(None)
        return self._catalog

    def _find_mailboxes(self) -> tuple[Mailbox, ...]:
        try:
            mailboxes = find_mailboxes(self._root)
        except OSError as error:
            raise self._no_folder(error) from error
        if not mailboxes:
            raise UsageError(
                f"{self._root} is no Maildir: there is no folder with `cur` and `new` in it. "
                "Nothing was stored.",
                hint="Name the folder that your mail program or syncing program writes to.",
            )
        return mailboxes

    def _no_folder(self, error: OSError | None) -> ProviderUnavailableError:
        why = (error.strerror or str(error)) if error else "no mailbox is in it"
        return ProviderUnavailableError(
            f"The folder {self._root} can't be read: {why}. Nothing was stored.",
            hint="If it moved, run `bowout login maildir PATH` again.",
        )

    def _read(self, catalog: Catalog, message_id: str) -> Thread:
        thread = catalog.thread_of(message_id)
        if thread is None:
            raise ThreadNotFoundError("That thread is not in the mailbox. Nothing was stored.")
        return thread

    def _listed(self) -> list[tuple[str, Entry]]:
        return list(self._fresh().drafts())

    def _find_draft(
        self, catalog: Catalog, ref: DraftRef, *, checks_version: bool = False
    ) -> tuple[str, Entry]:
        listed = list(catalog.drafts())
        found = next((d for d in listed if d[0] == ref.key), None)
        if found is None and ref.message_id:
            found = next((d for d in listed if _message_id(d[1]) == ref.message_id), None)
        if found is None:
            raise _gone()
        if checks_version and _version(read_bytes(found[1].path)) != ref.version:
            raise DraftChangedError(
                "The draft was edited since; it was left alone.",
                hint="Look at it with `bowout show`.",
            )
        return found

    def _draft(self, key: str, entry: Entry) -> Draft:
        raw = read_bytes(entry.path)
        if not raw:
            raise _gone()
        message = parse_message(raw, key=key, headers_only=True)
        thread = self._catalog.thread_of(message.message_id) if message.message_id else None
        root = thread.key if thread else root_id(message)
        return parse_draft(raw, key=key, version=_version(raw), thread_key=root, link=entry.path)


def _version(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()[:32]


def _message_id(entry: Entry) -> str:
    raw = read_bytes(entry.path, HEADER_OCTETS)
    return parse_message(raw, key="", headers_only=True).message_id


def _gone() -> DraftNotFoundError:
    return DraftNotFoundError("The draft is not among the drafts any more.")


def _check_drafts(path: Path) -> Check:
    import os

    there = next(p for p in (path / "cur", path, *path.parents) if p.exists())
    if os.access(there, os.W_OK):
        detail = str(path) if path.exists() else f"{path} will be made with the first draft"
        return Check("drafts", is_ok=True, detail=detail)
    return Check(
        "drafts",
        is_ok=False,
        detail=f"{path} can't be written to",
        mend="Give yourself the right to write there.",
    )


def _commonest_sender(mailboxes: tuple[Mailbox, ...]) -> Address | None:
    """Tell whose mail it is: who wrote what lies in Sent."""
    count: Counter[Address] = Counter()
    for mailbox in mailboxes:
        if mailbox.special_use is not SpecialUse.SENT:
            continue
        for number, entry in enumerate(list_entries(mailbox.path)):
            if number >= _SAMPLE:
                break
            raw = read_bytes(entry.path, HEADER_OCTETS)
            sender = parse_message(raw, key="", headers_only=True).sender
            if sender.address:
                count[sender] += 1
    return next((address for address, _ in count.most_common(1)), None)
