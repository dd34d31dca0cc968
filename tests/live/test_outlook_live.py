"""The Outlook provider on a real mailbox, one that was made for it.

    BOWOUT_LIVE_OUTLOOK_CLIENT_ID=…  BOWOUT_LIVE_OUTLOOK_CACHE=~/outlook-cache.json  \\
        python -m pytest tests/live/test_outlook_live.py -m live -s

The first run shows a device code; the cache file then keeps the sign-in (a secret: guard it). The
mailbox writes to itself alone, and every message of the run is deleted for good at its end.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import keyring
import pytest
from servers.graph.rig import make_keyring
from servers.outlook_account import make_reply

from mailer.errors import DraftChangedError, DraftNotFoundError
from mailer.model import Address, Message, Search, SendStep
from mailer.provider import Account, Context
from providers.outlook import OutlookProvider
from providers.outlook.asking import segment
from providers.outlook.clouds import SEND_SCOPES

pytestmark = [pytest.mark.live, pytest.mark.timeout(600)]

CLIENT_ID = os.environ.get("BOWOUT_LIVE_OUTLOOK_CLIENT_ID", "")
CACHE = Path(os.environ.get("BOWOUT_LIVE_OUTLOOK_CACHE", "outlook-cache.json")).expanduser()
STAMP = f"{datetime.now(UTC):%Y%m%d%H%M%S}"
SUBJECT = f"bowout{STAMP} interview for Data Engineer"


class Person:
    def ask(self, question: str, *, secret: bool = False) -> str:
        return input(question)

    def say(self, text: str) -> None:
        print(text)

    def open_browser(self, url: str) -> bool:
        print(url)
        return False


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OutlookProvider]:
    if not CLIENT_ID:
        pytest.skip("no BOWOUT_LIVE_OUTLOOK_CLIENT_ID in the environment")
    kept = keyring.get_keyring()
    keyring.set_keyring(make_keyring())
    folder = tmp_path_factory.mktemp("outlook")
    context = Context(folder, lambda: datetime.now(UTC), terminal=Person(), debug=print)
    tenant = os.environ.get("BOWOUT_LIVE_OUTLOOK_TENANT", "common")
    options = {"client-id": CLIENT_ID, "tenant": tenant, "device-code": "true"}
    for name in ("authority", "endpoint"):  # national clouds, or a server of one's own
        options[name] = os.environ.get(f"BOWOUT_LIVE_OUTLOOK_{name.upper()}", "")
    options = {name: value for name, value in options.items() if value}
    account = Account("live", "outlook", "", options=options)
    opened = OutlookProvider(account, context)
    if CACHE.exists():
        opened._entra._secrets.write(CACHE.read_text())
    else:
        opened = OutlookProvider(opened.sign_in(), context)
    opened.account = replace(opened.account, address=opened.identities()[0].address.address)
    yield opened
    clean_up(opened)
    CACHE.touch(mode=0o600)
    CACHE.write_text(opened._entra._secrets.read() or "")
    keyring.set_keyring(kept)


@pytest.fixture(scope="module")
def parent(provider: OutlookProvider) -> Message:
    """Write to oneself and wait until it came."""
    me = provider.account.address
    letter = {
        "subject": SUBJECT,
        "body": {"contentType": "html", "content": "<p>Dear Alex,</p><p>when?</p>"},
        "toRecipients": [{"emailAddress": {"address": me}}],
    }
    made = provider._graph.write("POST", "/me/messages", letter).expect("make it")
    provider._graph.write(
        "POST", f"/me/messages/{segment(made['id'])}/send", scopes=SEND_SCOPES
    ).expect("send it")
    until = time.monotonic() + 180
    while time.monotonic() < until:
        for thread in provider.search(Search(phrases=(SUBJECT,))):
            for message in thread.messages:
                if message.special_use == "inbox":
                    return message
        time.sleep(5)
    raise AssertionError("the message to oneself never came")


def clean_up(provider: OutlookProvider) -> None:
    query = {"$filter": f"contains(subject,'bowout{STAMP}')", "$select": "id", "$top": "50"}
    for entry in list(provider._graph.read_pages("/me/messages", query)):
        provider._graph.write("POST", f"/me/messages/{segment(entry['id'])}/permanentDelete")


def reply_to(provider: OutlookProvider, parent: Message):  # noqa: ANN201
    me = Address("", provider.account.address)
    return make_reply(parent, sender=me, to=(me,), cc=())


def test_a_draft_is_filed_in_the_thread_with_its_quote(
    provider: OutlookProvider, parent: Message
) -> None:
    draft = provider.save_reply(reply_to(provider, parent))
    again = provider.fetch_draft(draft.ref)

    assert again.fingerprint == draft.fingerprint
    assert draft.in_reply_to == parent.message_id
    assert "I withdraw & thank you." in draft.text
    assert "when?" in draft.text
    provider._memory.forget()
    bare = OutlookProvider(provider.account, provider.context).fetch_draft(draft.ref)
    assert bare.in_reply_to == parent.message_id
    assert parent.message_id in bare.references
    provider.delete_draft(draft.ref)
    with pytest.raises(DraftNotFoundError):
        provider.fetch_draft(draft.ref)


def test_a_draft_is_replaced_by_version(provider: OutlookProvider, parent: Message) -> None:
    reply = reply_to(provider, parent)
    first = provider.save_reply(reply)
    second = provider.save_reply(replace(reply, html="<p>Shorter.</p>"), replacing=first.ref)

    assert "Shorter." in second.text
    assert "withdraw" not in second.text
    with pytest.raises(DraftChangedError):
        provider.delete_draft(first.ref)
    provider.delete_draft(second.ref)


def test_a_draft_is_sent_once_and_found_and_flagged(
    provider: OutlookProvider, parent: Message
) -> None:
    start = datetime.now(UTC) - timedelta(minutes=5)
    draft = provider.save_reply(reply_to(provider, parent))
    steps: list[SendStep] = []

    sent = provider.send_draft(draft.ref, note=steps.append)

    assert steps == list(SendStep)
    with pytest.raises(DraftNotFoundError):
        provider.send_draft(draft.ref, note=steps.append)
    until = time.monotonic() + 60
    found: set[str] = set()
    while sent.message_id not in found and time.monotonic() < until:
        found = {m.message_id for m in provider.find_sent([parent.message_id], start)}
        time.sleep(2)
    assert sent.message_id in found
    provider.flag(sent, datetime.now(UTC) + timedelta(days=3))


def test_every_step_of_doctor_is_well(provider: OutlookProvider, parent: Message) -> None:
    assert [line.what for line in provider.check() if not line.is_ok] == []
    assert provider.link(parent.thread_key).startswith("https://")
