"""Against the npm package @inbox-zero/emulate: somebody else's idea of Gmail.

It has no batch, so that every thread is read by itself, threads more loosely than Gmail, and knows
neither groups nor chats in a search.
"""

import base64
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from servers.google_sign_in import ALEX, GoogleEmulator, InBrowser, missing
from servers.imap_account import memory_keyring

from mailer.errors import DraftChangedError, DraftNotFoundError, ThreadNotFoundError
from mailer.model import Address, Message, Reply, SendStep
from mailer.provider import Account, Context
from mailer.testing.builders import make_reply
from mailer.testing.contract.grounds import make_raw
from providers.gmail import GmailProvider

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("google")]


@pytest.fixture(scope="module")
def google() -> Iterator[GoogleEmulator]:
    if missing():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing())
    with GoogleEmulator() as running:
        yield running


@pytest.fixture
def provider(google: GoogleEmulator, tmp_path: Path) -> Iterator[GmailProvider]:
    options = {"client-secrets": str(google.client_file(tmp_path)), "endpoint": google.root}
    account = Account("work", "gmail", "", "Alex Candidate", options=options)
    context = Context(tmp_path, lambda: datetime.now(UTC), terminal=InBrowser())
    with memory_keyring():
        opened = GmailProvider(GmailProvider(account, context).sign_in(), context)
        opened._api.sleep = lambda seconds: None
        yield opened
        opened.close()


@pytest.fixture
def parent(provider: GmailProvider, request: pytest.FixtureRequest) -> Message:
    """Two messages of one thread, in a process of this test's own."""
    name = request.node.name.replace("_", "-")
    first, last = f"<{name}-1@northwind.example>", f"<{name}-2@northwind.example>"
    messages = provider._api.users.messages()
    thread = ""
    for number, answers in ((first, ()), (last, (first,))):
        raw = make_raw(
            number,
            to=ALEX,
            now=datetime.now(UTC),
            text=f"About {name}: when could you come, Zoë?",
            subject=f"Re: {name}" if answers else name,
            answers=answers,
            hours_ago=2 - len(answers),
        )
        body = {"raw": base64.urlsafe_b64encode(raw).decode(), "labelIds": ["INBOX", "UNREAD"]}
        if thread:
            body["threadId"] = thread
        made = provider._api.write(messages.insert(userId="me", body=body), "insert")
        thread = made["threadId"]
    return provider.read(thread).messages[-1]


def reply_to(parent: Message, text: str = "Dear Dana,\n\nI withdraw.\n\nAlex") -> Reply:
    made = make_reply(to=parent, text=text, sender=Address("Alex Candidate", ALEX))
    return replace(made, to=(parent.sender,), cc=parent.cc)


def test_a_thread_is_read(provider: GmailProvider, parent: Message) -> None:
    thread = provider.read(parent.thread_key)
    assert [m.message_id for m in thread.messages] == [*parent.in_reply_to, parent.message_id]
    assert all("Zoë" in (m.text or "") for m in thread.messages)
    assert not any(m.is_read for m in thread.messages)


def test_a_draft_is_filed_replaced_and_deleted(provider: GmailProvider, parent: Message) -> None:
    draft = provider.save_reply(reply_to(parent))

    assert draft.thread_key == parent.thread_key
    assert draft.in_reply_to == parent.message_id
    assert [a.folded for a in draft.cc] == [a.folded for a in parent.cc]
    assert provider.fetch_draft(draft.ref) == draft
    second = provider.save_reply(reply_to(parent, "Shorter."), replacing=draft.ref)
    assert "Shorter." in second.text
    provider.delete_draft(second.ref)
    with pytest.raises(DraftNotFoundError):
        provider.fetch_draft(second.ref)


def test_a_draft_is_sent_once_and_found(provider: GmailProvider, parent: Message) -> None:
    draft = provider.save_reply(reply_to(parent))
    steps: list[SendStep] = []

    sent = provider.send_draft(draft.ref, note=steps.append)

    assert steps == list(SendStep)
    with pytest.raises(DraftNotFoundError):
        provider.send_draft(draft.ref, note=steps.append)
    since = datetime.now(UTC) - timedelta(days=1)
    found = provider.find_sent([parent.message_id], since)
    assert [m.message_id for m in found] == [sent.message_id]


def test_what_is_not_there_is_said(provider: GmailProvider, parent: Message) -> None:
    with pytest.raises(ThreadNotFoundError):
        provider.read("not-there")
    draft = provider.save_reply(reply_to(parent))
    with pytest.raises(DraftChangedError):
        provider.delete_draft(replace(draft.ref, version="another"))


def test_identities_come_from_its_settings(provider: GmailProvider) -> None:
    identities = provider.identities()

    assert identities[0].is_default
    assert identities[0].address.folded == ALEX
