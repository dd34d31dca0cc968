"""The Gmail provider on a real mailbox, one that was made for it.

    BOWOUT_LIVE_GMAIL_CLIENT=~/google.json  BOWOUT_LIVE_GMAIL_TOKEN=~/gmail-token.json  \\
        python -m pytest tests/live/test_gmail_live.py -m live -s

The first run prints an address to open in a browser on this machine; the token file then keeps the
sign-in (a secret: guard it). The mailbox writes to itself alone. At its end every draft of the run
is deleted; what was sent can't be deleted with these rights, and is left under a subject that
begins with `bowout` and the time, for a filter to clear away.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from servers.imap_account import memory_keyring

from mailer.errors import DraftChangedError, DraftNotFoundError, ThreadNotFoundError
from mailer.model import Address, Message, Reply, Search, SendStep
from mailer.provider import Account, Context
from mailer.testing.builders import make_reply
from providers._secrets import Secrets
from providers.gmail import GmailProvider

pytestmark = [pytest.mark.live, pytest.mark.timeout(600)]

CLIENT = os.environ.get("BOWOUT_LIVE_GMAIL_CLIENT", "")
TOKEN = Path(os.environ.get("BOWOUT_LIVE_GMAIL_TOKEN", "gmail-token.json")).expanduser()
STAMP = f"{datetime.now(UTC):%Y%m%d%H%M%S}"
SUBJECT = f"bowout{STAMP} interview for Data Engineer"
NAME = "Zoë Müller-Lüdenscheidt, お世話"


class Person:
    def ask(self, question: str, *, secret: bool = False) -> str:
        return input(question)

    def say(self, text: str) -> None:
        print(text)

    def open_browser(self, url: str) -> bool:
        print(url)
        return False


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GmailProvider]:
    if not CLIENT:
        pytest.skip("no BOWOUT_LIVE_GMAIL_CLIENT in the environment")
    folder = tmp_path_factory.mktemp("gmail")
    context = Context(folder, lambda: datetime.now(UTC), terminal=Person(), debug=print)
    options = {"client-secrets": str(Path(CLIENT).expanduser())}
    if endpoint := os.environ.get("BOWOUT_LIVE_GMAIL_ENDPOINT"):  # a server of one's own
        options["endpoint"] = endpoint
    account = Account("live", "gmail", "", "Alex Candidate", options=options)
    with memory_keyring():
        if TOKEN.exists():
            Secrets(account, context).write(TOKEN.read_text("utf-8"))
        else:
            account = GmailProvider(account, context).sign_in()
        opened = GmailProvider(account, context)
        own = opened.identities()[0].address.address
        opened = GmailProvider(replace(account, address=own), context)
        yield opened
        clean_up(opened)
        TOKEN.touch(mode=0o600)
        TOKEN.write_text(Secrets(account, context).read() or "", "utf-8")
        opened.close()


@pytest.fixture(scope="module")
def parent(provider: GmailProvider) -> Message:
    """Write to oneself: a draft that stands in no thread, sent, then found in the inbox."""
    import base64
    from email.message import EmailMessage

    letter = EmailMessage()
    letter["From"] = letter["To"] = provider.account.address
    letter["Subject"] = SUBJECT
    letter.set_content("Dear Alex,\n\nwhen could you come?\n")
    raw = base64.urlsafe_b64encode(letter.as_bytes()).decode()
    users = provider._api.users
    body = {"message": {"raw": raw}}
    made = provider._api.write(users.drafts().create(userId="me", body=body), "make it")
    provider._api.write(users.drafts().send(userId="me", body={"id": made["id"]}), "send it")
    return wait_for(provider, lambda m: m.special_use == "inbox" or not m.is_draft)


def wait_for(provider: GmailProvider, wanted) -> Message:  # noqa: ANN001
    until = time.monotonic() + 180
    while time.monotonic() < until:
        for thread in provider.search(Search(phrases=(f"bowout{STAMP}",))):
            for message in thread.messages:
                if wanted(message):
                    return message
        time.sleep(5)
    raise AssertionError("the message to oneself never came")


def clean_up(provider: GmailProvider) -> None:
    drafts = provider._api.users.drafts()
    listed = provider._api.read(drafts.list(userId="me", q=f"subject:bowout{STAMP}"), "list")
    for entry in listed.get("drafts", []):
        provider._api.write(drafts.delete(userId="me", id=entry["id"]), "clean up")


def reply_to(provider: GmailProvider, parent: Message, text: str) -> Reply:
    me = Address("", provider.account.address)
    return replace(make_reply(to=parent, text=text, sender=me), to=(me,), cc=())


def test_every_step_of_doctor_is_well(provider: GmailProvider) -> None:
    assert [line.detail for line in provider.check() if not line.is_ok] == []


def test_a_draft_is_filed_in_the_thread_and_read_back(
    provider: GmailProvider, parent: Message
) -> None:
    reply = reply_to(provider, parent, "Dear Dana,\n\nI withdraw & thank you. お世話\n\nZoë")
    reply = replace(reply, to=(Address(NAME, provider.account.address),))

    draft = provider.save_reply(reply)

    assert draft.thread_key == parent.thread_key
    assert draft.in_reply_to == parent.message_id
    assert "I withdraw & thank you. お世話" in draft.text
    assert draft.to[0].name == NAME
    assert provider.fetch_draft(draft.ref).fingerprint == draft.fingerprint
    shown = [m for m in provider.read(parent.thread_key).messages if m.is_draft]
    assert [m.message_id for m in shown] == [draft.message_id]
    provider.delete_draft(draft.ref)
    with pytest.raises(DraftNotFoundError):
        provider.fetch_draft(draft.ref)


def test_a_draft_is_replaced_by_version(provider: GmailProvider, parent: Message) -> None:
    first = provider.save_reply(reply_to(provider, parent, "I withdraw."))
    second = provider.save_reply(reply_to(provider, parent, "Shorter."), replacing=first.ref)

    assert second.key == first.key
    assert second.thread_key == parent.thread_key
    with pytest.raises(DraftChangedError):
        provider.delete_draft(first.ref)
    provider.delete_draft(second.ref)


def test_a_draft_is_sent_once_and_found(provider: GmailProvider, parent: Message) -> None:
    start = datetime.now(UTC) - timedelta(minutes=5)
    cursor = provider.changes(None).cursor
    draft = provider.save_reply(reply_to(provider, parent, "I withdraw."))
    steps: list[SendStep] = []

    sent = provider.send_draft(draft.ref, note=steps.append)

    assert steps == list(SendStep)
    with pytest.raises(DraftNotFoundError):
        provider.send_draft(draft.ref, note=steps.append)
    assert sent.thread_key == parent.thread_key
    until = time.monotonic() + 60
    found: set[str] = set()
    while sent.message_id not in found and time.monotonic() < until:
        found = {m.message_id for m in provider.find_sent([parent.message_id], start)}
        time.sleep(2)
    assert sent.message_id in found
    assert parent.thread_key in provider.changes(cursor).thread_keys


def test_what_is_not_there_is_said(provider: GmailProvider) -> None:
    for key in ("0000000000000001", "not-an-id"):
        with pytest.raises(ThreadNotFoundError):
            provider.read(key)
