"""The provider `gmail`: every verb of the contract on Gmail's own interface.

Scopes: reading and composing. Gmail has none that can draft but not send, so sending lives in one
place, which asks (docs/privacy.md); `gmail.metadata` is never asked for (G72). A search costs a
list and a batch, a draft one write and one read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from mailer.errors import SignInError, UsageError
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
    Thread,
)
from mailer.provider import Account, Capability, Check, Context, LoginOption, Provider
from providers._google import CLIENT_OPTION, is_protected, read_client, sign_in
from providers._google_token import GoogleToken
from providers._secrets import SECRETS_OPTION, Secrets
from providers.gmail import checking
from providers.gmail.addresses import is_same_mailbox
from providers.gmail.api import Api
from providers.gmail.drafts import DraftBox
from providers.gmail.reading import Reader
from providers.gmail.refusals import NOTHING, READ_PROFILE, ConflictError, GoneError
from providers.gmail.sending import Sender

SCOPES = (
    "https://www.googleapis.com/auth/gmail.readonly",
    "https://www.googleapis.com/auth/gmail.compose",
)
_SIGNATURE = '<div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">{}</div>'
_MOST_PAGES = 20


class GmailProvider(Provider):
    """One account of Gmail or Google Workspace."""

    name: ClassVar[str] = "gmail"
    title: ClassVar[str] = "Gmail"
    capabilities = frozenset(
        {
            Capability.SEND,
            Capability.FILES_SENT,
            Capability.CHANGES,
            Capability.LINK,
            Capability.CALENDAR_REPLIES,
            Capability.SERVER_SEARCH,
        }
    )
    login_options = (
        CLIENT_OPTION,
        LoginOption("endpoint", "Another address of Gmail's interface (test servers)."),
        SECRETS_OPTION,
    )

    def __init__(self, account: Account, context: Context) -> None:
        """Open the account; does nothing outward."""
        super().__init__(account, context)
        self._token = GoogleToken(account, context)

    # --- signing in ---

    def sign_in(self) -> Account:
        """Sign in in a browser, look whose mailbox it is, and keep the token."""
        read_client(self.account)
        self._endpoint()
        store = Secrets(self.account, self.context)
        store.prepare()
        token = sign_in(self.account, self.context, SCOPES)
        profile = self._profile(self._open_api(lambda _: str(token["token"])))
        address = str(profile.get("emailAddress", ""))
        if self.account.address and not is_same_mailbox(address, self.account.address):
            raise SignInError(
                "You signed in with another Google account than the one that was named. "
                "Nothing was stored.",
                hint="Choose the right one on Google's page; another mailbox is another account: "
                "`bowout login gmail --account NAME`.",
            )
        store.keep(json.dumps(token))
        return replace(self.account, address=address)

    def sign_out(self) -> None:
        """Take the right back at Google, as far as it can be reached, and delete the token."""
        self.close()
        say = self.context.terminal.say if self.context.terminal else (lambda _: None)
        self._token.sign_out(say)

    def close(self) -> None:
        """Let go of the connections."""
        if "_api" in self.__dict__:
            self._api.close()

    def check(self) -> Sequence[Check]:
        """Try the store, the sign-in, the mailbox, a search and the identities."""
        return checking.check(
            Secrets(self.account, self.context).probe(),
            (
                ("sign-in", lambda: checking.check_token(self._token, SCOPES)),
                ("mailbox", self._check_mailbox),
                ("search", lambda: checking.check_search(self._api)),
                ("drafts", lambda: checking.check_drafts(self._api)),
                ("identities", lambda: checking.check_identities(self.identities())),
                ("clock", lambda: checking.check_clock(self._api.clock_off)),
            ),
        )

    # --- reading ---

    def identities(self) -> tuple[Identity, ...]:
        """Return the send-as addresses with their signatures, as Gmail itself wraps them (G34)."""
        request = self._api.users.settings().sendAs().list(userId="me")
        entries = self._api.read(request, "read your addresses").get("sendAs", [])
        identities = [_identity(entry, self.account.display_name) for entry in entries]
        if not identities:
            own = Address(self.account.display_name, self.account.address)
            return (Identity(address=own, is_default=True),)
        identities.sort(key=lambda i: not i.is_default)
        if not identities[0].is_default:
            identities[0] = replace(identities[0], is_default=True)
        return tuple(identities)

    def search(self, search: Search) -> tuple[Thread, ...]:
        """Return the threads that match, whole."""
        return self._reader.search(search)

    def read(self, thread_key: str) -> Thread:
        """Return one thread as it stands now."""
        return self._read(lambda: self._reader.read(thread_key))

    def read_many(self, thread_keys: Sequence[str]) -> tuple[Thread, ...]:
        """Return several threads after one batch."""
        return self._reader.read_many(thread_keys)

    def find_sent(self, message_ids: Sequence[str], since: datetime) -> tuple[Message, ...]:
        """Look into Sent."""
        return self._sender.find(message_ids, since)

    # --- drafts and sending ---

    def save_reply(self, reply: Reply, *, replacing: DraftRef | None = None) -> Draft:
        """Create the draft in its thread, or replace one, and read it back."""
        return self._drafts.replace(reply, replacing) if replacing else self._drafts.save(reply)

    def fetch_draft(self, ref: DraftRef) -> Draft:
        """Return the draft as it stands now."""
        return self._drafts.find(ref)

    def delete_draft(self, ref: DraftRef) -> None:
        """Delete the draft for good, if it still is that version."""
        self._drafts.delete(ref)

    def send_draft(self, ref: DraftRef, *, note: Callable[[SendStep], None]) -> Sent:
        """Send the draft of that version, once."""
        return self._sender.send(ref, note)

    def finish_send(
        self, ref: DraftRef, *, done: SendStep, note: Callable[[SendStep], None]
    ) -> None:
        """Note what is left: Gmail files the copy and clears the draft with the send."""
        order = list(SendStep)
        for step in order[order.index(done) + 1 :]:
            note(step)

    # --- the rest ---

    def changes(self, cursor: str | None) -> Changes:
        """Return the threads that Gmail's history names since the cursor, a history id."""
        if cursor is None:
            return Changes((), str(self._profile(self._api)["historyId"]))
        if not cursor.isdecimal():
            return Changes((), self.changes(None).cursor, is_complete=False)
        history = self._api.users.history()
        request = history.list(
            userId="me",
            startHistoryId=cursor,
            fields="history(messages(threadId)),historyId,nextPageToken",
        )
        keys: dict[str, None] = {}
        for _ in range(_MOST_PAGES):
            try:
                answer = self._api.read(request, "read what changed")
            except (GoneError, ConflictError):  # Gmail keeps its history for some days
                return Changes((), self.changes(None).cursor, is_complete=False)
            for entry in answer.get("history", []):
                keys.update((str(m["threadId"]), None) for m in entry.get("messages", []))
            cursor = str(answer.get("historyId", cursor))
            request = history.list_next(request, answer)
            if request is None:
                return Changes(tuple(keys), cursor)
        return Changes(tuple(keys), cursor, is_complete=False)

    def link(self, thread_key: str) -> str:
        """Return the address that opens the conversation in the right account."""
        return self._drafts.link(thread_key)

    # --- parts ---

    @cached_property
    def _api(self) -> Api:
        return self._open_api(self._token.fetch)

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._api)

    @cached_property
    def _drafts(self) -> DraftBox:
        return DraftBox(self._api, self.account.address)

    @cached_property
    def _sender(self) -> Sender:
        return Sender(self._api, self._drafts, self.context.now)

    def _open_api(self, token: Callable[[bool], str]) -> Api:
        return Api(
            token,
            endpoint=self._endpoint(),
            login=self._login,
            count=self._count,
            debug=self.context.debug,
        )

    def _endpoint(self) -> str:
        """Return the address of the interface; empty for Gmail's own.

        Raises:
            UsageError: what is sent there could be read on the way.
        """
        endpoint = self.account.options.get("endpoint", "")
        if endpoint and not is_protected(endpoint):
            raise UsageError(
                f"--endpoint wants an address that begins with https://. {NOTHING}",
                hint=f"Leave it out for Gmail itself: `{self._login}`.",
            )
        return endpoint

    @property
    def _login(self) -> str:
        return f"bowout login gmail --account {self.account.name}"

    def _count(self) -> None:
        self.requests += 1

    def _profile(self, api: Api) -> dict[str, Any]:
        request = api.users.getProfile(userId="me", fields="emailAddress,historyId,messagesTotal")
        return api.read(request, READ_PROFILE)

    def _check_mailbox(self) -> str:
        return checking.check_mailbox(self._profile(self._api), self.account, self._login)

    def _read(self, act: Callable[[], Thread]) -> Thread:
        from mailer.errors import ThreadNotFoundError

        try:
            return act()
        except ConflictError as error:  # an id that Gmail can't even parse
            raise ThreadNotFoundError(
                "Gmail no longer has that thread. Nothing was stored."
            ) from error


def _identity(entry: dict[str, Any], own_name: str) -> Identity:
    from mailer.markup import html_to_text

    html = str(entry.get("signature", ""))
    is_primary = bool(entry.get("isPrimary"))
    return Identity(
        address=Address(str(entry.get("displayName") or own_name), str(entry["sendAsEmail"])),
        signature_html=_SIGNATURE.format(html) if html.strip() else "",
        signature_text=html_to_text(html).strip() if html.strip() else "",
        is_default=bool(entry.get("isDefault")),
        is_verified=is_primary or entry.get("verificationStatus") == "accepted",
    )
