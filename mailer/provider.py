"""The contract that every mail service fulfils; nothing in it knows of interviews.

Glossary (the whole code keeps to it):

- *message*: header fields and a body (RFC 5322); *message_id*: the Message-ID value with `< >`.
- *key*: a service's own opaque identifier; *version*: changes when the stored thing does.
- *mailbox*: a folder or label that holds messages (RFC 9051); *special-use*: its role (RFC 6154).
- *thread*: messages joined by References and In-Reply-To; *parent*: the message a reply answers.
- *draft*: an unsent message stored as such; a provider names it by `DraftRef`.

A provider is opened for one account with `Provider(account, context)`, which must be cheap: no
request, no import of a service's library. It turns every library error into a class of
`mailer.errors`, with `raise … from error`, and says in the message whether anything was stored
or sent. A read may be retried; a write only where it is certain that nothing happened (G64).

Packages register a provider class under the entry-point group `bowout.providers`; the entry
point's name is the word after `bowout login`. `mailer.testing.provider_contract` proves it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import ClassVar, Protocol

from mailer.errors import UnsupportedFeatureError
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

ENTRY_POINT_GROUP = "bowout.providers"


class Capability(StrEnum):
    """What a provider can do beyond finding, reading and filing drafts.

    A verb whose capability is not declared raises `UnsupportedFeatureError`.
    """

    SEND = "send"
    """`send_draft` and `finish_send`."""
    FILES_SENT = "files-sent"
    """The service itself files what it sends, so that `find_sent` settles an unknown send."""
    CHANGES = "changes"
    """`changes`."""
    FLAG = "flag"
    """`flag`."""
    LINK = "link"
    """`link` and `Draft.link` open a thread or a draft in the user's mailbox."""
    SEVERAL_DRAFTS = "several-drafts"
    """A thread can hold two drafts without harm (not Gmail: G5)."""
    CALENDAR_REPLIES = "calendar-replies"
    """`save_reply` keeps an answer to an invitation as a draft (`Reply.calendar_reply`)."""
    SERVER_SEARCH = "server-search"
    """The service searches; without it the provider scans, newest first."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account as the settings hold it; no secret is ever in it."""

    name: str
    provider: str
    address: str
    display_name: str = ""
    aliases: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    """The provider's own settings, by the names in its `login_options`."""

    def with_options(self, **changes: str) -> Account:
        """Return the account with some options changed; an empty value removes one."""
        options = {**self.options, **changes}
        return replace(self, options={k: v for k, v in options.items() if v != ""})


class Terminal(Protocol):
    """The person at the terminal; where nobody is there, `Context.terminal` is None."""

    def ask(self, question: str, *, secret: bool = False) -> str:
        """Ask for one line; `secret` does not echo it."""

    def say(self, text: str) -> None:
        """Tell something, on stderr."""

    def open_browser(self, url: str) -> bool:
        """Open an address, or print it where the user asked for that; False: it is printed."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the core lends to a provider."""

    folder: Path
    """This account's own folder, mode 0700, for caches and the encrypted secrets file."""
    now: Callable[[], datetime]
    """The clock, always aware."""
    terminal: Terminal | None = None
    secret: str | None = None
    """A password that came by `--password-stdin`, during `login` alone."""
    debug: Callable[[str], None] | None = None
    """Takes a line for `--debug`: no secret, no text, no full address."""


@dataclass(frozen=True, slots=True)
class LoginOption:
    """An option of `bowout login NAME`; its value arrives in `Account.options`."""

    name: str
    """As in `--client-secrets`, without the dashes; or, for an argument, its upper-case name."""
    help: str
    choices: tuple[str, ...] = ()
    is_flag: bool = False
    is_argument: bool = False
    is_required: bool = False
    is_path: bool = False
    """Made absolute before it is stored."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of `bowout doctor`."""

    what: str
    is_ok: bool
    detail: str
    mend: str = ""
    """The command or step that mends it; empty where nothing is broken."""


class Provider(ABC):
    """One account of one mail service."""

    name: ClassVar[str]
    """The entry point's name."""
    title: ClassVar[str]
    """What people call the service: `Gmail`, `Outlook` …"""
    login_options: ClassVar[tuple[LoginOption, ...]] = ()
    capabilities: frozenset[Capability] = frozenset()
    """May depend on the account; settled without a request."""

    def __init__(self, account: Account, context: Context) -> None:
        """Open the account; does nothing outward."""
        self.account = account
        self.context = context
        self.requests = 0
        """Requests (or commands) made to the service since it was opened."""

    # --- signing in ---

    @abstractmethod
    def sign_in(self) -> Account:
        """Make the account work and return it with what was learnt (its address, options).

        Secrets go to the system's secret store, never into the returned value. Asks only where
        `context.terminal` is set.

        Raises:
            SignInError: refused, or somebody would have to answer and nobody is there.
            SecretStoreError: there is no place to keep the secret; nothing was kept.
            ProviderUnavailableError: out of reach.
        """

    @abstractmethod
    def sign_out(self) -> None:
        """Revoke what can be revoked and delete every secret of the account; never fails half.

        Works offline too: what could not be revoked is said through `context.terminal`.
        """

    def close(self) -> None:  # noqa: B027 - most providers hold nothing open
        """Let go of connections; the provider may be used again afterwards."""

    @abstractmethod
    def check(self) -> Sequence[Check]:
        """Try the account end to end for `doctor`, changing nothing; failures are lines."""

    # --- reading ---

    @abstractmethod
    def identities(self) -> tuple[Identity, ...]:
        """Return the addresses the user may write from, the default one first.

        The core caches the answer for a day.
        """

    @abstractmethod
    def search(self, search: Search) -> tuple[Thread, ...]:
        """Return the threads that match, newest last message first, at most `search.limit`.

        Never spam, trash or chats; drafts and sent messages are included. Messages may be
        header-level (`text` is None) or whole: whole threads save the core a `read`.
        In one bounded batch where the service allows. A thread holds all of its messages, not
        only those that matched. Changes nothing, marks nothing as read.
        """

    @abstractmethod
    def read(self, thread_key: str) -> Thread:
        """Return the whole thread, drafts included and marked, oldest first.

        Never marks anything as read.

        Raises:
            ThreadNotFoundError: there is no such thread (any more).
        """

    def read_many(self, thread_keys: Sequence[str]) -> tuple[Thread, ...]:
        """Return several whole threads, in the order asked for; those that are gone are missing.

        A provider overrides it where the service reads several in one request.
        """
        from mailer.errors import ThreadNotFoundError

        found = []
        for key in thread_keys:
            try:
                found.append(self.read(key))
            except ThreadNotFoundError:
                continue
        return tuple(found)

    # --- drafts ---

    @abstractmethod
    def save_reply(self, reply: Reply, *, replacing: DraftRef | None = None) -> Draft:
        """File `reply` as a draft in the thread of its parent and read it back.

        The service may rewrite Message-ID and Date. Every other header field, and the text,
        stand in the returned draft as they were stored. With `replacing`, the draft of that
        version is replaced; a cut on the way never loses both texts. Where a service can't
        change a draft, and the replaced one can't be deleted once the new one lies there, the new
        one is returned all the same: the core looks for the other.

        Raises:
            ThreadNotFoundError: the parent is gone; nothing was stored.
            DraftChangedError: `replacing` was edited since; it was left alone.
            DraftNotFoundError: `replacing` is gone; nothing was stored.
            ProviderUnavailableError: refused or out of reach; nothing was stored.
            OutcomeUnknownError: the answer was lost; a draft may be there.
        """

    @abstractmethod
    def fetch_draft(self, ref: DraftRef) -> Draft:
        """Return the draft as it stands now, whatever `ref.version` says.

        Looks by `ref.key` (a draft's key, or the key of a message that `read` marked as draft),
        then by `ref.message_id` among the drafts.

        Raises:
            DraftNotFoundError: neither is among the drafts (deleted, or sent from elsewhere).
        """

    @abstractmethod
    def delete_draft(self, ref: DraftRef) -> None:
        """Delete the draft, for good where the service can, if it still is that version.

        Raises:
            DraftChangedError: it is another version; it was left alone.
            DraftNotFoundError: it is gone already.
        """

    # --- sending ---

    def send_draft(self, ref: DraftRef, *, note: Callable[[SendStep], None]) -> Sent:
        """Send the draft of that version, once, and clear up behind it.

        The draft is read again immediately before; `note` is called with each step, before the
        next outward act: SUBMITTING before the message is handed over, ACCEPTED when the
        service took it, FILED and CLEARED as they are done. An exception from `note` stops
        everything. Never hands the message over twice, whatever happens.

        Raises:
            DraftChangedError: it is another version; nothing was sent.
            DraftNotFoundError: it is gone; nothing was sent.
            RefusedError: the service refused (recipients, quota); nothing was sent to anybody.
            OutcomeUnknownError: the answer was lost after SUBMITTING.
            ProviderUnavailableError: out of reach; nothing was sent.
        """
        raise self.unsupported("send mail")

    def finish_send(
        self, ref: DraftRef, *, done: SendStep, note: Callable[[SendStep], None]
    ) -> None:
        """Do what is left after ACCEPTED (file the copy, clear the draft); safe to repeat.

        Never hands the message over. Providers whose service does all that have nothing to do.
        """
        raise self.unsupported("send mail")

    @abstractmethod
    def find_sent(self, message_ids: Sequence[str], since: datetime) -> tuple[Message, ...]:
        """Return the user's sent messages that answer, or are, one of these; oldest first.

        A message *answers* when its In-Reply-To or References name one of `message_ids`, and
        *is* one when its own Message-ID does. Header-level is enough.
        """

    # --- the rest ---

    def changes(self, cursor: str | None) -> Changes:
        """Return the keys of the threads touched since `cursor`, and the next cursor.

        With None: no keys, and a cursor that stands for now.
        """
        raise self.unsupported("tell what changed")

    def flag(self, sent: Sent, due: datetime) -> None:
        """Set the service's own follow-up flag on a sent message."""
        raise self.unsupported("set a follow-up flag")

    def link(self, thread_key: str) -> str:
        """Return the address that opens that thread in the user's mailbox."""
        raise self.unsupported("open a thread in the browser")

    def unsupported(self, what: str) -> UnsupportedFeatureError:
        """Make the error for a verb whose capability is not declared."""
        return UnsupportedFeatureError(
            f"{self.title} accounts can't {what}. Nothing was stored or sent.",
            hint="`bowout providers` lists what each kind of account can do.",
        )
