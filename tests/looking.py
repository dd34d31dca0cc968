"""A mailbox of Sam Rivera's that is asked for a process, for tests of finding."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mailer.finding import Found, find
from mailer.model import Address, Kind, Me, Message, Wish
from mailer.testing.builders import START, make_message
from mailer.testing.memory import MemoryProvider
from mailer.writing.recipients import choose_recipients

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
    """Return the first subjects of the threads of the one process that a query finds."""
    choice = found(query, *messages).choice
    best = choice.best or choice.undecided
    return {t.messages[0].subject for t in best.threads} if best else set()


def written_to(query: str, *messages: Message) -> tuple[list[str], list[str]]:
    """Return who gets a withdrawal from the process that a query finds, and who a copy."""
    best = found(query, *messages).choice.best
    assert best is not None
    people = choose_recipients(best, kind=Kind.WITHDRAW, wish=Wish(), me=ME, now=START)
    return [a.address for a in people.to], [a.address for a in people.cc]


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
