"""The Outlook provider.

What is peculiar to Graph, and where it is dealt with (numbers: docs/gotchas.md):

- replies are made by Exchange alone: createReply, then PATCH (G42–G51, `replying`)
- ids change on moves unless immutable ones are asked for (G55, G57, `graph`)
- `$search` excludes filters and order (G52, G53, `kql`, `reading`)
- a conversation is a subject, not a thread (G47, `reading`)
- invitations come as properties (`meetings`), signatures not at all (G37, `identity`)
- a deleted draft can still be fetched (G60, `drafts`)
- the right to send is asked for when somebody first sends (`entra`)
- one cloud, one setting (G80, `clouds`)

`changes` asks for what was modified anywhere in the mailbox since a time of the server's own
clock: Graph's delta query knows one folder only, and rules file answers into any.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any, ClassVar

from mailer.errors import MailerError, SecretStoreError, SignInError
from mailer.model import (
    Changes,
    Draft,
    DraftRef,
    Identity,
    Message,
    Reply,
    Search,
    SendStep,
    Sent,
    Thread,
)
from mailer.provider import Account, Capability, Check, LoginOption, Provider
from providers.outlook.asking import segment
from providers.outlook.clouds import LOGIN_OPTIONS, addresses_of
from providers.outlook.drafts import Drafts
from providers.outlook.entra import EntraSession
from providers.outlook.folders import Memory
from providers.outlook.graph import Graph
from providers.outlook.identity import ME, fetch_identities, primary_address, proxy_addresses
from providers.outlook.messages import moment_of, moment_text
from providers.outlook.reading import Reader
from providers.outlook.refusals import NOTHING
from providers.outlook.replying import Replier
from providers.outlook.sending import Sender

_CHANGES = {"$select": "conversationId,lastModifiedDateTime,changeKey", "$top": "100"}
_SKEW = timedelta(minutes=5)
_PERMISSIONS = "https://account.live.com/consent/Manage or https://myapps.microsoft.com"


class OutlookProvider(Provider):
    """One Outlook mailbox."""

    name: ClassVar[str] = "outlook"
    title: ClassVar[str] = "Outlook"
    login_options: ClassVar[tuple[LoginOption, ...]] = LOGIN_OPTIONS
    capabilities = frozenset(Capability) - {Capability.CALENDAR_REPLIES}

    # --- signing in ---

    def sign_in(self) -> Account:
        """Sign in, open the mailbox once, and store the sign-in only if it is the right one."""
        self._entra.sign_in()
        profile = self._graph.read(ME.path, ME.query).expect("read who you are")
        address = self._matching_address(primary_address(profile), tuple(proxy_addresses(profile)))
        self._memory.forget()
        self._memory.folder_uses(self._graph)
        account = Account(
            name=self.account.name,
            provider=self.account.provider,
            address=address,
            display_name=self.account.display_name or str(profile.get("displayName") or ""),
            aliases=self.account.aliases,
            options=self.account.options,
        )
        self._entra.keep(account)
        return account

    def sign_out(self) -> None:
        """Delete the tokens here; Microsoft offers no way to revoke them from outside."""
        self._entra.sign_out()
        self._memory.forget()
        if self.context.terminal:
            self.context.terminal.say(
                f"To withdraw bowout's permission at Microsoft as well, open {_PERMISSIONS}."
            )

    def close(self) -> None:
        """Let go of the connection."""
        self._graph.close()

    def check(self) -> Sequence[Check]:
        """Try secret store, sign-in, mailbox, folders, search and clock."""
        steps: tuple[tuple[str, Callable[[], str]], ...] = (
            ("secret store", self._check_secret),
            ("sign-in", self._check_sign_in),
            ("mailbox", self._check_mailbox),
            ("drafts", self._check_folders),
            ("search", self._check_search),
            ("clock", self._check_clock),
        )
        lines = []
        for what, step in steps:
            try:
                lines.append(Check(what, True, step()))
            except MailerError as error:
                lines.append(Check(what, False, error.message, error.hint))
                if what != "clock":
                    break  # what follows would only repeat it
        return lines

    # --- reading ---

    def identities(self) -> tuple[Identity, ...]:
        """Return the mailbox's addresses, with the signature of its own sent mail."""
        return fetch_identities(self._graph, self.account)

    def search(self, search: Search) -> tuple[Thread, ...]:
        """Return the threads that match, whole."""
        return self._reader.search(search)

    def read(self, thread_key: str) -> Thread:
        """Return one thread as it stands now."""
        return self._reader.read(thread_key)

    def read_many(self, thread_keys: Sequence[str]) -> tuple[Thread, ...]:
        """Return several threads in one request."""
        return self._reader.read_many(thread_keys)

    # --- drafts ---

    def save_reply(self, reply: Reply, *, replacing: DraftRef | None = None) -> Draft:
        """File a reply as Exchange would, quote included."""
        if reply.calendar_reply:
            raise self.unsupported("keep an answer to an invitation as a draft")
        if replacing:
            return self._replier.replace(reply, replacing)
        return self._replier.save(reply)

    def fetch_draft(self, ref: DraftRef) -> Draft:
        """Return the draft as it stands now."""
        return self._drafts.fetch(ref)

    def delete_draft(self, ref: DraftRef) -> None:
        """Delete the draft for good, if it still is that version."""
        self._drafts.delete(ref)

    # --- sending ---

    def send_draft(self, ref: DraftRef, *, note: Callable[[SendStep], None]) -> Sent:
        """Send the draft of that version, once."""
        return self._sender.send(ref, note)

    def finish_send(
        self, ref: DraftRef, *, done: SendStep, note: Callable[[SendStep], None]
    ) -> None:
        """Note what is left: the service files and clears by itself."""
        order = list(SendStep)
        for step in order[order.index(done) + 1 :]:
            note(step)

    def find_sent(self, message_ids: Sequence[str], since: datetime) -> tuple[Message, ...]:
        """Return sent messages that are, or answer, one of these."""
        return self._sender.find_sent(message_ids, since)

    # --- the rest ---

    def changes(self, cursor: str | None) -> Changes:
        """Return the threads in which anything was modified since the cursor.

        Times of Graph are whole seconds, so the cursor names what it has seen of its last one.
        """
        if cursor is None:
            query = {**_CHANGES, "$orderby": "lastModifiedDateTime desc"}
            newest = self._graph.read("/me/messages", query).expect("read the mailbox")
            return Changes((), _cursor(newest.get("value", []), self.context.now()))
        moment, *seen = cursor.split()
        since = moment_of(moment)
        if since is None:
            return Changes((), self.changes(None).cursor, is_complete=False)
        return self._changes_since(since, seen)

    def flag(self, sent: Sent, due: datetime) -> None:
        """Set Outlook's own follow-up flag on a sent message."""
        self._sender.flag(sent, due)

    def link(self, thread_key: str) -> str:
        """Return the address of the thread's newest message in Outlook on the web."""
        messages = self.read(thread_key).messages
        newest = next((m for m in reversed(messages) if not m.is_draft), messages[-1])
        answer = self._graph.read(f"/me/messages/{segment(newest.key)}", {"$select": "webLink"})
        return str(answer.expect("find the thread's address")["webLink"])

    # --- parts ---

    @cached_property
    def _entra(self) -> EntraSession:
        return EntraSession(self.account, self.context)

    @cached_property
    def _graph(self) -> Graph:
        endpoint = addresses_of(self.account.options).endpoint
        return Graph(endpoint, self._entra.token, count=self._count, debug=self.context.debug)

    @cached_property
    def _memory(self) -> Memory:
        return Memory(self.context.folder, self.context.now)

    @cached_property
    def _reader(self) -> Reader:
        own = (self.account.address, *self.account.aliases)
        return Reader(self._graph, self._memory, own)

    @cached_property
    def _drafts(self) -> Drafts:
        return Drafts(self._graph, self._memory)

    @cached_property
    def _replier(self) -> Replier:
        return Replier(self._graph, self._reader, self._drafts)

    @cached_property
    def _sender(self) -> Sender:
        return Sender(self._graph, self._drafts, self._memory, self.context.now)

    def _count(self) -> None:
        self.requests += 1

    def _matching_address(self, primary: str, proxies: Sequence[str]) -> str:
        """Return the address to use; refuse somebody else's mailbox, shared ones included."""
        wanted = self.account.address
        own = {primary.casefold(), *proxies}
        if wanted and wanted.casefold() not in own:
            raise SignInError(
                "You signed in with another account than the one named by --address. Nothing was "
                "stored.",
                hint="Sign in as that address, or leave --address out. A shared mailbox can't be "
                "used: bowout drafts in the mailbox of the person who signs in.",
            )
        return wanted or primary

    def _changes_since(self, since: datetime, seen: Sequence[str]) -> Changes:
        query = {
            **_CHANGES,
            "$filter": f"lastModifiedDateTime ge {moment_text(since)}",
            "$orderby": "lastModifiedDateTime",
        }
        entries = list(self._graph.read_pages("/me/messages", query))
        fresh = [e for e in entries if str(e.get("changeKey")) not in seen]
        conversations = dict.fromkeys(str(e.get("conversationId") or "") for e in fresh)
        keys = [key for c in conversations if c for key in self._memory.keys_of(c)]
        return Changes(tuple(keys), _cursor(entries, since))

    # --- doctor ---

    def _check_secret(self) -> str:
        store = self._entra.check_store()
        if not store.is_ok:
            raise SecretStoreError(store.detail, hint=store.mend)
        return store.detail

    def _check_sign_in(self) -> str:
        if self._entra.may_send():
            return "Microsoft accepts it; it can send too, for you or an administrator allowed it"
        return "Microsoft accepts it; it can draft, not send: that is asked for when you first send"

    def _check_mailbox(self) -> str:
        profile = self._graph.read(ME.path, ME.query).expect("read who you are")
        self._matching_address(primary_address(profile), tuple(proxy_addresses(profile)))
        return "it is the mailbox of this account"

    def _check_folders(self) -> str:
        self._memory.forget_folders()
        found = self._memory.folder_uses(self._graph)
        return f"Inbox, Drafts and {len(found) - 2} more are there"

    def _check_search(self) -> str:
        query = {"$search": '"interview"', "$select": "id", "$top": "1"}
        self._graph.read("/me/messages", query).expect("search the mailbox")
        return "the mailbox can be searched"

    def _check_clock(self) -> str:
        if self._graph.clock_off is None:
            return "the service told no time"
        theirs = datetime.now(UTC) + self._graph.clock_off
        off = abs(self.context.now().astimezone(UTC) - theirs)
        if off > _SKEW:
            minutes = round(off.total_seconds() / 60)
            raise SignInError(
                f"This computer's clock is {minutes} minutes off. {NOTHING}",
                hint="Set the clock; tokens and reminders depend on it.",
            )
        return "right"


def _cursor(entries: Sequence[Mapping[str, Any]], without: datetime) -> str:
    """Name the newest moment among the entries, and what was changed in its second."""
    moments = [(moment_of(e.get("lastModifiedDateTime")) or without, e) for e in entries]
    newest = max((moment for moment, _ in moments), default=without)
    seen = [str(e.get("changeKey")) for moment, e in moments if moment == newest]
    return " ".join([moment_text(newest), *seen])
