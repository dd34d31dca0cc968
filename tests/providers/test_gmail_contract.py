"""The contract suite on myworld's Gmail, with Google's own client library."""

import base64
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

import pytest
from servers.gmail_account import deliver_in_one_thread, signed_in
from servers.gmail_world import GmailWorld

from mailer.model import Address, Draft, Message, Thread
from mailer.testing.contract.grounds import FIRST, LAST, make_raw
from mailer.testing.provider_contract import ProviderContract
from providers.gmail import GmailProvider

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("gmail")]


class TestGmail(ProviderContract):
    @pytest.fixture
    def provider(self, world: GmailWorld, tmp_path: Path) -> Iterator[GmailProvider]:
        world.reset()
        with signed_in(world, tmp_path) as opened:
            yield opened
        assert world.complaints == []

    @pytest.fixture
    def deliver(self, world: GmailWorld, thread: Thread) -> Callable[[bytes], None]:
        return lambda raw: world.insert(raw, thread.key) and None

    @pytest.fixture
    def thread(self, provider: GmailProvider, world: GmailWorld) -> Thread:
        to, now = provider.account.address, world.now()
        key = deliver_in_one_thread(
            world,
            make_raw(FIRST, to=to, now=now, text="Could we meet, Zoë? We plan a Gespräch."),
            make_raw(
                LAST,
                to=to,
                now=now,
                text="One more thing: bring the northbound plan.",
                subject="Re: Second round at Northwind",
            ),
        )
        other = Address("Gus Field", "gus@place.example")
        deliver_in_one_thread(
            world,
            make_raw("<o@x>", to=to, now=now, text="The mower.", sender=other, copied=""),
        )
        return provider.read(key)

    @pytest.fixture
    def discard_elsewhere(self, world: GmailWorld) -> Callable[[Message], None]:
        return lambda message: world.ask("POST", f"messages/{message.key}/trash") and None

    @pytest.fixture
    def edit_elsewhere(self, world: GmailWorld) -> Callable[[Draft], None]:
        def edit(draft: Draft) -> None:
            stored = world.ask("GET", f"drafts/{draft.key}", params={"format": "raw"})["message"]
            message = message_from_bytes(base64.urlsafe_b64decode(stored["raw"]), policy=SMTP)
            for part in message.walk():
                if part.get_content_maintype() == "text":
                    text = part.get_content().replace("withdraw", "take back")
                    part.set_content(text, subtype=part.get_content_subtype())
            raw = base64.urlsafe_b64encode(message.as_bytes()).decode()
            body = {"message": {"raw": raw, "threadId": draft.thread_key}}
            world.ask("PUT", f"drafts/{draft.key}", json=body)

        return edit
