"""Opens accounts of the provider `imap` on a MailStack, and other clients' eyes on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import keyring
from imapclient import IMAPClient
from keyring.backend import KeyringBackend
from servers.mailstack import MailStack

from mailer.provider import Account, Context

if TYPE_CHECKING:
    from providers.imap.provider import ImapProvider

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PASSWORD = "correct horse"
ADDRESS = "alex@example.test"
RECRUITER = "dana@northwind.example"


class MemoryKeyring(KeyringBackend):
    """A keyring that forgets everything with the process."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        self.kept.pop((service, username), None)


class Person:
    """Somebody at the terminal who has an answer to everything."""

    def __init__(self, answer: str = PASSWORD) -> None:
        """Take the answer."""
        self.answer = answer
        self.heard: list[str] = []

    def ask(self, question: str, *, secret: bool = False) -> str:
        """Answer."""
        self.heard.append(question)
        return self.answer

    def say(self, text: str) -> None:
        """Hear."""
        self.heard.append(text)

    def open_browser(self, url: str) -> bool:
        """Open nothing."""
        self.heard.append(url)
        return False


@contextmanager
def memory_keyring() -> Iterator[MemoryKeyring]:
    """Put a keyring in memory in place of the system's."""
    before = keyring.get_keyring()
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    try:
        yield backend
    finally:
        keyring.set_keyring(before)


def open_account(
    stack: MailStack,
    folder: Path,
    *,
    address: str = ADDRESS,
    person: Person | None = None,
    now: Callable[[], datetime] = lambda: NOW,
    **options: str,
) -> ImapProvider:
    """Open an account that has not signed in yet; options override those of the stack."""
    from providers.imap import ImapProvider

    folder.mkdir(parents=True, exist_ok=True)
    settings = {
        "imap-host": f"127.0.0.1:{stack.imap_port}",
        "smtp-host": f"127.0.0.1:{stack.submission_port}",
        "tls": "none",
        **options,
    }
    account = Account(
        name="work",
        provider="imap",
        address=address,
        display_name="Alex Rivera",
        options={k: v for k, v in settings.items() if v},
    )
    context = Context(folder=folder, now=now, terminal=person, secret=PASSWORD)
    return ImapProvider(account, context)


def sign_in(provider: ImapProvider) -> ImapProvider:
    """Sign in and return the provider of the account that was learnt."""
    from providers.imap import ImapProvider

    account = provider.sign_in()
    provider.close()
    return ImapProvider(account, provider.context)


@contextmanager
def other_client(stack: MailStack, address: str = ADDRESS) -> Iterator[IMAPClient]:
    """Look with another client's eyes, or change things behind the provider's back."""
    client = IMAPClient("127.0.0.1", stack.imap_port, ssl=False)
    client.login(address, PASSWORD)
    try:
        yield client
    finally:
        client.logout()


def empty(stack: MailStack, address: str = ADDRESS) -> None:
    """Delete everything in every mailbox of an account."""
    with other_client(stack, address) as client:
        for flags, _, name in client.list_folders():
            if b"\\Noselect" in flags:
                continue
            client.select_folder(name)
            if client.search():
                client.delete_messages(client.search(), silent=True)
                client.expunge()
            client.unselect_folder()
    stack.relay.taken.clear()
    stack.relay.refuse.clear()
    stack.relay.fail_next = None


def make_mail(
    text: str = "We would like to invite you.",
    *,
    message_id: str,
    subject: str = "Second round at Northwind",
    sender: str = f"Dana Ortiz <{RECRUITER}>",
    to: str = f"Alex Rivera <{ADDRESS}>",
    date: datetime = datetime(2026, 11, 10, 9, 0, tzinfo=UTC),
    **fields: Any,
) -> bytes:
    """Make a message as it arrives."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"] = format_datetime(date)
    message["Message-ID"] = message_id
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message.as_bytes().replace(b"\n", b"\r\n")


def put(
    stack: MailStack,
    mailbox: str,
    raw: bytes,
    flags: tuple[bytes, ...] = (),
    address: str = ADDRESS,
) -> None:
    """Append a message with another client."""
    with other_client(stack, address) as client:
        client.append(mailbox, raw, flags)


def listing(stack: MailStack, mailbox: str, address: str = ADDRESS) -> dict[int, Any]:
    """Return what lies in a mailbox: flags, bytes and Message-ID header by UID."""
    with other_client(stack, address) as client:
        client.select_folder(mailbox, readonly=True)
        found: dict[int, Any] = client.fetch(
            client.search(["UNDELETED"]),
            ["FLAGS", "BODY.PEEK[]", "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"],
        )
        return found
