"""A session on a mailbox in memory with one thread, for tests of review and send."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from mailer.errors import MailerError, RuleStopError
from mailer.filing import Filed, FilingCabinet
from mailer.journal_letters import LetterRecord, LetterState
from mailer.model import Address, Draft, DraftRef, Kind, Message, Reply
from mailer.offering import Offer, SendOrder
from mailer.papers import Paper
from mailer.provider import Account, Capability
from mailer.sending import Sending, send
from mailer.session import Session
from mailer.settings import Places, Settings
from mailer.testing.builders import make_message, make_reply
from mailer.testing.memory import MemoryProvider

NOW = datetime(2026, 11, 10, 12, tzinfo=UTC)
TEXT = (
    "Dear Dana,\n\nThank you for your time. I have decided to withdraw my application for the "
    "role.\n\nAll the best\n\nSam Rivera"
)
FIRST = "dana@northwind.example"


class AppendingProvider(MemoryProvider):
    """Can't change a draft: files the new one, then deletes the old one, as IMAP must."""

    def save_reply(self, reply: Reply, *, replacing: DraftRef | None = None) -> Draft:
        draft = super().save_reply(reply)
        if replacing is not None:
            self.faults.strike("delete_replaced")
            with suppress(MailerError):
                self.delete_draft(replacing)
        return draft


class Desk:
    """One account, one thread, one withdrawal."""

    def __init__(self, folder: Path) -> None:
        self.now = NOW
        account = Account(
            name="memory", provider="memory", address="sam@rivera.example", display_name="Sam"
        )
        places = Places(folder / "config.toml", folder / "data", folder / "templates")
        self.session = Session(Settings(), places, account, clock=lambda: self.now)
        self.provider = MemoryProvider.for_user(account.address, name="Sam", now=lambda: self.now)
        self.session.__dict__["provider"] = self.provider
        first = make_message("Shall we talk?", subject="Engineer at Northwind")
        self.parent = make_message("Tuesday at 3?", answers=first)
        self.provider.deliver(first, self.parent)
        self.withdrawal = self.session.journal.add_withdrawal(
            account=account.name, company="Northwind", role="Engineer", now=NOW
        )

    def another_run(self) -> Session:
        """Open the same account in another process's place: own journal handle, same mailbox."""
        other = Session(
            Settings(), self.session.places, self.session.account, clock=lambda: self.now
        )
        other.__dict__["provider"] = self.provider
        return other

    def draft(
        self,
        kind: Kind = Kind.WITHDRAW,
        text: str = TEXT,
        parent: Message | None = None,
        **facts: Any,
    ) -> LetterRecord:
        """File a letter as the main job does."""
        return self.file(kind, text, parent, **facts).record

    def file(
        self,
        kind: Kind = Kind.WITHDRAW,
        text: str = TEXT,
        parent: Message | None = None,
        **facts: Any,
    ) -> Filed:
        parent = parent or self.parent
        thread = next(t for t in self.provider._threads() if parent.message_id in t.message_ids)
        reply = make_reply(to=parent, text=text, thread_key=thread.key)
        kept = {
            "to": [a.address for a in reply.to], "cc": [], "subject": reply.subject,
            "from": reply.sender.address, "thread_seen": sorted(thread.message_ids),
            "thread_seen_at": parent.date.isoformat(), **facts,
        }  # fmt: skip
        cabinet = FilingCabinet(
            self.provider, self.session.journal, self.session.me, self.session.clock
        )
        paper = Paper(kind=kind, reply=reply, thread=thread, facts=kept)
        return cabinet.file(self.withdrawal, paper)

    def record(self, number: int = -1) -> LetterRecord:
        return self.session.journal.list_letters(self.withdrawal.id)[number]

    def states(self) -> list[LetterState]:
        return [r.state for r in self.session.journal.list_letters(self.withdrawal.id)]

    def only_draft(self) -> str:
        (key,) = self.provider.drafts
        return key

    def replace_in_draft(self, old: str, new: str) -> None:
        """Change the draft as the user would in a mail program."""
        stored = self.provider.drafts[self.only_draft()]
        assert old.encode() in stored.raw
        stored.raw = stored.raw.replace(old.encode(), new.encode())

    def send_by_hand(self, *, message_id: str = "") -> None:
        """Let the user send the only draft from their mail program."""
        from dataclasses import replace

        from mailer.model import SpecialUse
        from mailer.parsing import parse_message

        raw = self.provider.drafts.pop(self.only_draft()).raw
        sent = parse_message(raw, key="by-hand", special_use=SpecialUse.SENT)
        sent = replace(sent, date=self.now, message_id=message_id or sent.message_id)
        self.provider.deliver(sent)

    def send(
        self,
        *fingerprints: str,
        overruled: tuple[str, ...] = (),
        says: Any = None,
        session: Session | None = None,
    ) -> Sending:
        """Run `send`; `says` answers the question, or the fingerprints do."""
        sending = Sending()
        self.offers: list[Offer] = []

        def confirm(offer: Offer) -> bool:
            self.offers.append(offer)
            return bool(says(offer)) if callable(says) else bool(says)

        order = SendOrder(
            query=self.withdrawal.id,
            fingerprints=fingerprints,
            overruled=frozenset(overruled),
            confirm=confirm if says is not None else None,
        )
        send(session or self.session, order, sending)
        return sending

    def sent_or_stopped(self) -> None:
        """Run `send` where the letter may have left by hand."""
        with suppress(RuleStopError):
            self.send(says=True)

    def arrives(self, text: str = "One more thing.", **fields: Any) -> Message:
        """Let a message come into the thread, a day after the parent."""
        fields.setdefault("date", self.parent.date + timedelta(days=1))
        message = make_message(text, answers=self.parent, **fields)
        self.provider.deliver(message)
        return message

    def without(self, *capabilities: Capability) -> None:
        self.provider.capabilities = self.provider.capabilities - set(capabilities)


def someone(address: str) -> Address:
    return Address("", address)
