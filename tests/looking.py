"""A mailbox of Sam Rivera's that is asked for a process, for tests of finding."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mailer.finding import Found, find
from mailer.model import Address, Me, Message
from mailer.testing.builders import START, make_message
from mailer.testing.memory import MemoryProvider

ME = Me("Sam Rivera", ("sam@rivera.example", "rivera@alumni.example"))
SAM = Address("Sam Rivera", "sam@rivera.example")
ALIAS = Address("Sam Rivera", "rivera@alumni.example")
NOW = START + timedelta(days=30)


def found(query: str, *messages: Message) -> Found:
    """Return what a query finds among these messages alone."""
    provider = MemoryProvider.for_user(ME.addresses[0], name=ME.name, now=lambda: NOW)
    provider.deliver(*messages)
    return find(provider, query, me=ME, now=NOW)


def subjects(query: str, *messages: Message) -> set[str]:
    """Return the first subjects of the threads of the process that a query finds for certain."""
    best = found(query, *messages).choice.best
    return {t.messages[0].subject for t in best.threads} if best else set()


def talk(who: str, subject: str, text: str, *, day: int = 0, alias: Address = SAM) -> list[Message]:
    """Return a mail of somebody's so many days after the start, and Sam's answer to it."""
    first = make_message(
        f"Hi Sam,\n\n{text}\n\n{who.split()[0]}", sender=who, subject=subject, to=(alias,)
    )
    first = replace(first, date=START + timedelta(days=day))
    own = make_message(
        "Thanks, gladly.",
        sender=f"{alias.name} <{alias.address}>",
        to=(first.sender,),
        answers=first,
        subject=f"Re: {subject}",
    )
    return [first, replace(own, date=first.date + timedelta(hours=3))]
