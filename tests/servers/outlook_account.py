"""A signed-in Outlook account on a Graph server of ours, and a process in its mailbox."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import keyring
from servers.graph.rig import NOW, AtTerminal, letter, make_keyring, options_for
from servers.graph.server import GraphServer
from servers.graph.store import Item

from mailer.model import Address, Message, Reply, Search
from mailer.provider import Account, Context
from mailer.writing.mime import references_for, reply_subject
from providers.outlook import OutlookProvider

ME = "alex.candidate@outlook.example"


@contextlib.contextmanager
def checked_server() -> Iterator[GraphServer]:
    """Run a server; whatever breaks Microsoft's description of Graph fails the test."""
    with GraphServer(ME) as running:
        yield running
        assert running.complaints == []


@contextlib.contextmanager
def signed_in(
    server: GraphServer, folder: Path, now: Callable[[], datetime] = lambda: NOW
) -> Iterator[OutlookProvider]:
    """Sign in with a browser that says yes; pauses take no time."""
    kept = keyring.get_keyring()
    keyring.set_keyring(make_keyring())
    context = Context(folder, now, terminal=AtTerminal())
    account = Account("work", "outlook", "", options=options_for(server.base))
    provider = OutlookProvider(OutlookProvider(account, context).sign_in(), context)
    provider._graph.sleep = lambda seconds: None
    server.log.clear()
    try:
        yield provider
    finally:
        provider.close()
        keyring.set_keyring(kept)


def deliver_process(server: GraphServer, *, is_read: bool = True) -> Item:
    """Three messages: an offer of a date, the user's answer, and a word back."""
    box = server.box
    box.deliver(letter(message_id="<1@northwind>", days_ago=3))
    box.deliver(
        letter(
            f"Alex Candidate <{ME}>",
            to="Hanna Manager <hanna@northwind.example>",
            subject="RE: Interview for Data Engineer",
            message_id="<2@me>",
            answers="<1@northwind>",
            html="<html><body><p>Tuesday suits me.</p></body></html>",
            days_ago=2,
        ),
        "sentitems",
    )
    return box.deliver(
        letter(
            cc="Rita Recruiter <rita@agency.example>",
            subject="Re: Interview for Data Engineer",
            message_id="<3@northwind>",
            answers="<2@me>",
            chain="<1@northwind>",
            html='<html><head><style>body{}</style></head><body lang="EN">'
            "<p>Tuesday it is.</p></body></html>",
            days_ago=1,
        ),
        is_read=is_read,
    )


def find_parent(provider: OutlookProvider) -> Message:
    (thread,) = provider.search(Search(phrases=("northwind",)))
    return next(m for m in reversed(thread.messages) if m.sender.folded != ME and not m.is_draft)


def make_reply(parent: Message, **changes: object) -> Reply:
    reply = Reply(
        message_id="<own@bowout.example>",
        date=NOW,
        sender=Address("Alex Candidate", ME),
        to=(parent.sender,),
        cc=parent.cc,
        subject=reply_subject(parent.subject),
        in_reply_to=parent.message_id,
        references=references_for(parent),
        text="Dear Hanna,\n\nI withdraw & thank you.\n\nAlex",
        html="<p>Dear Hanna,</p><p>I withdraw &amp; thank you.</p><p>Alex</p>",
        signature_text="Alex Candidate\n+49 1",
        parent=parent,
        thread_key=parent.thread_key,
    )
    return replace(reply, **changes)  # type: ignore[arg-type]


def drafts_of(server: GraphServer) -> list[Item]:
    return server.box.in_folder("drafts")


def has_right_to_send(server: GraphServer) -> bool:
    return any("Mail.Send" in scopes for scopes in server.entra.asked)
