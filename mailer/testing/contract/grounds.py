"""What every part of the contract stands on: a clean account, and a thread in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

import pytest

from mailer.model import Address, Draft, DraftRef, Message, Reply, Search, Thread
from mailer.provider import Capability, Provider
from mailer.testing.builders import make_reply

DANA = Address("Dana Ortiz", "dana@northwind.example")
PRIYA = Address("Priya Nair", "priya@larkfield.example")
FIRST, LAST = "<contract-1@northwind.example>", "<contract-3@northwind.example>"
NOT_THERE = "<not-there@northwind.example>"
TEXT = "Hi Dana,\n\nI have decided to withdraw my application.\n\nBest,\nSam"

Deliver = Callable[[bytes], None]
Edit = Callable[[Draft], None]
Discard = Callable[[Message], None]


def make_raw(
    message_id: str,
    *,
    to: str,
    now: datetime,
    text: str,
    subject: str = "Second round at Northwind",
    sender: Address = DANA,
    copied: str = str(PRIYA),
    answers: tuple[str, ...] = (),
    hours_ago: int = 24,
) -> bytes:
    """Make one message as it comes off the wire."""
    message = EmailMessage()
    message["From"] = str(sender)
    message["To"] = to
    if copied:
        message["Cc"] = copied
    message["Subject"] = subject
    message["Date"] = format_datetime(now - timedelta(hours=hours_ago))
    message["Message-ID"] = message_id
    if answers:
        message["In-Reply-To"] = answers[-1]
        message["References"] = " ".join(answers)
    message.set_content(text)
    return message.as_bytes()


def lately(provider: Provider) -> datetime:
    """Return a time before everything in the account, whichever clock the service goes by."""
    return min(provider.context.now(), datetime.now(UTC)) - timedelta(days=9)


class Grounds:
    """What a provider's own test class gives, and the thread that every test is about."""

    # --- what a provider's own test class gives ---

    @pytest.fixture
    def provider(self) -> Provider:
        """Return the provider on a clean account."""
        raise NotImplementedError  # a provider's own test class says how

    @pytest.fixture
    def deliver(self) -> Deliver:
        """Return a function that puts a message into the account's inbox, unread."""
        raise NotImplementedError  # a provider's own test class says how

    @pytest.fixture
    def edit_elsewhere(self) -> Edit | None:
        """Return a function that edits a draft as another program would, or None."""
        return None

    @pytest.fixture
    def discard_elsewhere(self) -> Discard | None:
        """Return a function that moves a received message to the trash, or None."""
        return None

    @pytest.fixture
    def settle(self) -> Callable[[], None]:
        """Return a function that waits until what was done is shown everywhere."""
        return lambda: None

    # --- the thread that everything is about ---

    @pytest.fixture
    def thread(self, provider: Provider, deliver: Deliver, settle: Callable[[], None]) -> Thread:
        """Deliver two messages of one thread, and one of another; return the thread."""
        to, now = provider.account.address, provider.context.now()
        deliver(
            make_raw(
                FIRST, to=to, now=now, text="Could we meet, Zoë? We plan a Gespräch.", hours_ago=48
            )
        )
        deliver(
            make_raw(
                LAST,
                to=to,
                now=now,
                text="One more thing: bring the northbound plan.",
                subject="Re: Second round at Northwind",
                answers=(FIRST,),
                hours_ago=24,
            )
        )
        deliver(
            make_raw(
                "<other@place.example>",
                to=to,
                now=now,
                text="The lawn mower is ready.",
                subject="Second round at Northwind",
                sender=Address("Gus Field", "gus@place.example"),
                copied="",
                hours_ago=5,
            )
        )
        settle()
        (found,) = provider.search(Search(message_ids=(LAST,)))
        return provider.read(found.key)

    @pytest.fixture
    def parent(self, thread: Thread) -> Message:
        """Return the message that is answered."""
        return thread.messages[-1]

    def reply(
        self,
        parent: Message,
        *,
        text: str = TEXT,
        to: tuple[Address, ...] = (DANA,),
        cc: tuple[Address, ...] = (),
        bcc: tuple[Address, ...] = (),
    ) -> Reply:
        """Make a reply to the parent."""
        sender = Address("Sam Rivera", parent.to[0].address)
        return replace(make_reply(to=parent, text=text, sender=sender), to=to, cc=cc, bcc=bcc)

    def _needs(self, provider: Provider, capability: Capability) -> None:
        if capability not in provider.capabilities:
            pytest.skip(f"{provider.name} does not declare {capability.value}")

    def _stale(self, draft: Draft, edit_elsewhere: Edit | None) -> DraftRef:
        """Return a reference to a version that does not stand any more."""
        if edit_elsewhere is None:
            return replace(draft.ref, version=draft.version[:-1] + "-")
        edit_elsewhere(draft)
        return draft.ref
