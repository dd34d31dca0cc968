"""The contract suite on a real Dovecot: mailboxes by flag and by name."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from servers.imap_account import (
    empty,
    memory_keyring,
    open_account,
    other_client,
    put,
    sign_in,
)
from servers.mailstack import MailStack

from mailer.model import Draft, Message
from mailer.testing.provider_contract import ProviderContract
from providers.imap import ImapProvider

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("dovecot")]


class TestImap(ProviderContract):
    @pytest.fixture
    def provider(self, stack: MailStack, tmp_path: Path) -> Iterator[ImapProvider]:
        empty(stack)
        with memory_keyring():
            opened = sign_in(
                open_account(stack, tmp_path / "account", now=lambda: datetime.now(UTC))
            )
            yield opened
            opened.close()

    @pytest.fixture
    def deliver(self, stack: MailStack) -> Callable[[bytes], None]:
        return lambda raw: put(stack, "INBOX", raw.replace(b"\n", b"\r\n"))

    @pytest.fixture
    def edit_elsewhere(self, stack: MailStack) -> Callable[[Draft], None]:
        def edit(draft: Draft) -> None:
            with other_client(stack) as client:
                client.select_folder("Drafts")
                (uid,) = client.search(["HEADER", "Message-ID", draft.message_id])
                raw = client.fetch([uid], ["BODY.PEEK[]"])[uid][b"BODY[]"]
                client.append("Drafts", raw.replace(b"withdraw", b"take back"), (b"\\Draft",))
                client.delete_messages([uid])
                client.expunge([uid])

        return edit

    @pytest.fixture
    def discard_elsewhere(self, stack: MailStack) -> Callable[[Message], None]:
        def discard(message: Message) -> None:
            with other_client(stack) as client:
                client.select_folder("INBOX")
                client.move(client.search(["HEADER", "Message-ID", message.message_id]), "Trash")

        return discard
