"""Builds messages, threads and replies with few words; for tests."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

from mailer.fields import parse_addresses
from mailer.model import Address, Message, Reply, SpecialUse, Thread
from mailer.writing.mime import references_for, reply_subject

START = datetime(2026, 11, 9, 9, 0, tzinfo=UTC)
SAM = Address("Sam Rivera", "sam@rivera.example")
DANA = Address("Dana Ortiz", "dana@northwind.example")

_numbers = itertools.count(1)


def address(text: str) -> Address:
    """Return `Name <user@host>` as a value."""
    return parse_addresses(text)[0]


def make_message(
    text: str = "Hello",
    *,
    sender: str | Address = DANA,
    to: str | tuple[Address, ...] = (SAM,),
    cc: str | tuple[Address, ...] = (),
    subject: str = "Second round",
    answers: Message | None = None,
    date: datetime | None = None,
    **fields: Any,  # noqa: ANN401 - any other field of Message
) -> Message:
    """Make a message; with `answers` a reply to that one, an hour later unless dated."""
    number = next(_numbers)
    when = date or (answers.date + timedelta(hours=1) if answers else START)
    if answers is not None:
        fields.setdefault("in_reply_to", (answers.message_id,))
        fields.setdefault("references", references_for(answers))
        subject = reply_subject(answers.subject) if subject == "Second round" else subject
    fields.setdefault("key", f"key-{number}")
    fields.setdefault("message_id", f"<{number}.{when:%Y%m%d%H%M%S}@mail.example>")
    fields.setdefault("special_use", SpecialUse.INBOX)
    return Message(
        sender=address(sender) if isinstance(sender, str) else sender,
        to=parse_addresses(to) if isinstance(to, str) else to,
        cc=parse_addresses(cc) if isinstance(cc, str) else cc,
        subject=subject,
        text=text,
        date=when,
        **fields,
    )


def make_thread(*messages: Message, key: str = "") -> Thread:
    """Make a thread of these messages."""
    return Thread(key or messages[0].message_id, messages)


def make_reply(
    *,
    to: Message,
    text: str = "Dear Dana,\n\nI have to withdraw my application.\n\nSam Rivera",
    thread_key: str = "",
    **fields: Any,  # noqa: ANN401 - any other field of Reply
) -> Reply:
    """Make a reply to a message, to its sender, from the first address it was sent to."""
    number = next(_numbers)
    fields.setdefault("sender", to.to[0] if to.to else SAM)
    fields.setdefault("to", (to.sender,))
    fields.setdefault("subject", reply_subject(to.subject))
    fields.setdefault("message_id", f"<reply-{number}@rivera.example>")
    fields.setdefault("html", "".join(f"<p>{line}</p>" for line in text.split("\n\n")))
    fields.setdefault("date", to.date + timedelta(days=1))
    return Reply(
        in_reply_to=to.message_id,
        references=references_for(to),
        text=text,
        parent=to,
        thread_key=thread_key or to.thread_key,
        **fields,
    )
