"""The provider `imap`: every verb of the contract for an account reached by IMAP and SMTP.

Quirks: a thread is known by the Message-ID of its root, for IMAP has no name for it. Drafts and
sent copies are this side's work; which step of a send is certain is told step by step. One
connection is kept open for reading and writing, a second kind only while something is sent.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import ClassVar

from mailer.errors import MailerError, ThreadNotFoundError
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
    same_address,
)
from mailer.provider import Account, Capability, Check, Context, LoginOption, Provider
from mailer.threads import group_threads, own_id
from mailer.writing.mime import make_message
from providers._secrets import SECRETS_OPTION, Secrets
from providers.imap import changes, checking, criteria, signing_in
from providers.imap.assembling import Assembler, thread_with
from providers.imap.completing import Gathered
from providers.imap.connection import Connection
from providers.imap.credentials import Keyring, authenticate
from providers.imap.drafts import DraftBox, Stored
from providers.imap.mailboxes import Layout, fetch_layout
from providers.imap.reading import Place, fetch_headers
from providers.imap.sending import Sender
from providers.imap.signing_in import Servers, files_sent
from providers.imap.submission import Credentials


class ImapProvider(Provider):
    """One account that is read by IMAP and sends by SMTP."""

    name: ClassVar[str] = "imap"
    title: ClassVar[str] = "IMAP"
    capabilities = frozenset(
        {
            Capability.SEND,
            Capability.CHANGES,
            Capability.SEVERAL_DRAFTS,
            Capability.CALENDAR_REPLIES,
            Capability.SERVER_SEARCH,
        }
    )
    """At some services sent copies file themselves, too."""
    login_options = (
        LoginOption("imap-host", "HOST[:PORT] to read from, where it is not known."),
        LoginOption("smtp-host", "HOST[:PORT] to send by, where it is not known."),
        LoginOption(
            "tls",
            "How both connections are kept private; none on this machine alone.",
            choices=("implicit", "starttls", "none"),
        ),
        LoginOption("user", "The user name, where it is not the address."),
        LoginOption(
            "auth", "Sign in by password, or by OAuth with --client-secrets.", ("password", "oauth")
        ),
        LoginOption(
            "client-secrets", "Google's client file (JSON), for --auth oauth.", is_path=True
        ),
        SECRETS_OPTION,
    )

    def __init__(self, account: Account, context: Context) -> None:
        """Open the account; connects to nothing."""
        super().__init__(account, context)
        self._keyring = Keyring(account, context)
        if files_sent(account):
            self.capabilities = self.capabilities | {Capability.FILES_SENT}

    # --- signing in ---

    def sign_in(self) -> Account:
        """Find the servers, try the password or token at both, and keep it."""
        account = signing_in.address_of(self.account, self.context)
        servers = signing_in.choose_servers(account, self._say)
        account = account.with_options(
            **{"imap-host": servers.imap.place, "smtp-host": servers.smtp.place}
        )
        keyring = Keyring(account, self.context)
        if keyring.uses_oauth:
            from providers.imap import oauth

            kept, token = oauth.sign_in(account, self.context)
            credentials = Credentials(keyring.user, token, is_token=True)
        else:
            kept = signing_in.password_of(account, self.context, servers)
            credentials = Credentials(keyring.user, kept)
        signing_in.check_both(servers, credentials, lambda c: authenticate(c, credentials))
        Secrets(account, self.context).keep(kept)
        return account

    def sign_out(self) -> None:
        """Forget the secret; a token is revoked where the service can be reached."""
        self.close()
        if self._keyring.uses_oauth:
            from providers.imap import oauth

            oauth.sign_out(self.account, self.context, self._say)
        Secrets(self.account, self.context).delete()

    def close(self) -> None:
        """Let go of the connection and of what is known of the mailboxes."""
        if "_connection" in self.__dict__:
            self._connection.close()
        for name in ("_connection", "_layout", "_assembler", "_servers"):
            self.__dict__.pop(name, None)

    def check(self) -> Sequence[Check]:
        """Try IMAP and SMTP apart, and what the main job needs; changes nothing."""
        return checking.check(
            Secrets(self.account, self.context),
            self._keyring.fetch,
            lambda: self._servers,
            lambda: (self._connection, self._layout),
        )

    # --- reading ---

    def identities(self) -> tuple[Identity, ...]:
        """Return the account's address and its aliases; IMAP knows no others, and no signature."""
        name = self.account.display_name
        addresses = dict.fromkeys((self.account.address, *self.account.aliases))
        return tuple(
            Identity(address=Address(name, address), is_default=number == 0)
            for number, address in enumerate(addresses)
        )

    def search(self, search: Search) -> tuple[Thread, ...]:
        """Search every mailbox that matters on the server; messages are header-level."""
        return self._assembler.search(search)

    def read(self, thread_key: str) -> Thread:
        """Fetch a whole thread from all mailboxes; attachments are named, not fetched."""
        found = self.read_many([thread_key])
        if not found:
            raise ThreadNotFoundError(
                "That thread is not in the mailbox (any more). Nothing was stored.",
                hint="`bowout threads` lists what is there.",
            )
        return found[0]

    def read_many(self, thread_keys: Sequence[str]) -> tuple[Thread, ...]:
        """Fetch several whole threads with one search a mailbox."""
        if not thread_keys:
            return ()
        gathered = self._assembler.gather(thread_keys)
        threads = group_threads(gathered.messages)
        wanted = [t for key in thread_keys if (t := thread_with(threads, key)) is not None]
        whole = self._assembler.whole(wanted, gathered)
        return tuple(thread for thread in whole if thread.messages)

    # --- drafts ---

    def save_reply(self, reply: Reply, *, replacing: DraftRef | None = None) -> Draft:
        """Append the reply to Drafts and read it back; a replaced draft goes only after that."""
        self._require_parent(reply.parent)
        old = None
        if replacing is not None:
            old = self._drafts.find_version(replacing, outcome="Nothing was stored.")
        ref = DraftRef(key="", message_id=reply.message_id, thread_key=reply.thread_key)
        stored = self._drafts.append(bytes(make_message(reply)), reply.message_id, ref)
        self._look_anew()
        if old is not None:
            self._drop_old(old)
        return stored.draft

    def fetch_draft(self, ref: DraftRef) -> Draft:
        """Return the draft as it stands now."""
        return self._with_thread(self._drafts.find(ref).draft)

    def delete_draft(self, ref: DraftRef) -> None:
        """Delete the draft for good, if it still is that version."""
        stored = self._drafts.find_version(ref, outcome="It was left alone.")
        self._drafts.delete(stored, outcome="The draft may still be there.")

    # --- sending ---

    def send_draft(self, ref: DraftRef, *, note: Callable[[SendStep], None]) -> Sent:
        """Hand the draft over by SMTP, file the copy, clear the draft."""
        return self._sender.send(ref, note)

    def finish_send(
        self, ref: DraftRef, *, done: SendStep, note: Callable[[SendStep], None]
    ) -> None:
        """File the copy and clear the draft, whichever is left."""
        self._sender.finish(ref, done, note)

    def find_sent(self, message_ids: Sequence[str], since: datetime) -> tuple[Message, ...]:
        """Look in Sent, and for the user's own messages elsewhere, drafts aside."""
        wanted = [i for i in dict.fromkeys(message_ids) if i]
        if not wanted:
            return ()
        keys = criteria.any_of([criteria.for_message_id(i) for i in wanted])
        tokens = [*criteria.since(since), *criteria.NOT_DELETED, *keys]
        found = Gathered()
        for mailbox in self._layout.searched:
            if mailbox.use is not SpecialUse.DRAFTS:
                uids = self._assembler.find_uids(mailbox, tokens)
                for batch in fetch_headers(self._connection, mailbox, uids):
                    found.add(batch)
        sent = {
            own_id(m): m
            for m in found.messages
            if self._is_sent(m) and _concerns(m, wanted) and m.date >= since
        }
        return tuple(sorted(sent.values(), key=lambda m: m.date))

    # --- the rest ---

    def changes(self, cursor: str | None) -> Changes:
        """Return what is new or changed, by UIDs and MODSEQ; deletions are not told."""
        self._look_anew()
        return changes.fetch_changes(self._assembler, cursor)

    # --- inside ---

    @cached_property
    def _servers(self) -> Servers:
        return signing_in.servers_of(self.account)

    @cached_property
    def _connection(self) -> Connection:
        return Connection(
            self._servers.imap,
            lambda client: authenticate(client, self._keyring.fetch()),
            self._count,
        )

    @cached_property
    def _layout(self) -> Layout:
        return self._connection.read(fetch_layout)

    @cached_property
    def _assembler(self) -> Assembler:
        return Assembler(self._connection, self._layout)

    @property
    def _drafts(self) -> DraftBox:
        return DraftBox(self._connection, self._layout)

    @property
    def _sender(self) -> Sender:
        return Sender(
            self._drafts,
            self._servers.smtp,
            self._keyring.fetch,
            files_sent=self._servers.files_sent,
            now=self.context.now,
        )

    def _look_anew(self) -> None:
        """Forget the mailboxes: one may be new."""
        for name in ("_layout", "_assembler"):
            self.__dict__.pop(name, None)

    def _count(self) -> None:
        self.requests += 1

    def _say(self, text: str) -> None:
        if self.context.terminal is not None:
            self.context.terminal.say(text)

    def _require_parent(self, parent: Message) -> None:
        """Make sure that the parent still is in the mailbox, where it was or elsewhere."""
        place = Place.from_key(parent.key)
        if place is not None and self._is_at(place, parent):
            return
        if parent.message_id:
            tokens = [*criteria.NOT_DELETED, *criteria.is_message(parent.message_id)]
            for mailbox in self._layout.searched:
                if self._assembler.find_uids(mailbox, tokens):
                    return
        raise ThreadNotFoundError(
            "The message to answer is not in the mailbox any more. Nothing was stored.",
            hint="`bowout threads` lists what is there.",
        )

    def _is_at(self, place: Place, parent: Message) -> bool:
        mailbox = next((m for m in self._layout.searched if m.name == place.mailbox), None)
        if mailbox is None:
            return False
        uids = self._assembler.find_uids(mailbox, [b"UID", str(place.uid).encode()])
        found = [f for batch in fetch_headers(self._connection, mailbox, uids) for f in batch]
        return any(f.place == place and f.message.message_id == parent.message_id for f in found)

    def _drop_old(self, old: Stored) -> None:
        """Delete the draft that was replaced; where that fails, the core tries again."""
        with contextlib.suppress(MailerError):
            self._drafts.find_version(old.draft.ref, outcome="")
            self._drafts.delete(old, outcome="")

    def _with_thread(self, draft: Draft) -> Draft:
        """Return the draft with the key of the thread it lies in."""
        if draft.thread_key:
            return draft
        ids = [i for i in (draft.message_id, draft.in_reply_to, *draft.references[:1]) if i]
        threads = group_threads(self._assembler.gather(ids).messages) if ids else ()
        thread = next((t for t in threads if any(m.key == draft.key for m in t.messages)), None)
        return replace(draft, thread_key=thread.key if thread else "")

    def _is_sent(self, message: Message) -> bool:
        if message.is_draft:
            return False
        own = (self.account.address, *self.account.aliases)
        return message.special_use is SpecialUse.SENT or any(
            same_address(message.sender.address, address) for address in own
        )


def _concerns(message: Message, wanted: Sequence[str]) -> bool:
    """Tell whether a message is, or answers, one of these."""
    return bool({message.message_id, *message.in_reply_to, *message.references} & set(wanted))
