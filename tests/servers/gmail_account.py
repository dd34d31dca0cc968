"""A signed-in Gmail account on myworld, and a thread in its mailbox."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

from servers.gmail_world import ADDRESS, SCOPES, GmailWorld
from servers.imap_account import memory_keyring

from mailer.provider import Account, Context
from providers._secrets import Secrets
from providers.gmail import GmailProvider


@contextlib.contextmanager
def signed_in(
    world: GmailWorld, folder: Path, *, expiry: str = "", refresh_token: str = "refresh"
) -> Iterator[GmailProvider]:
    """Open the account with a token that is kept already; pauses take no time."""
    folder.mkdir(parents=True, exist_ok=True)
    account = Account("work", "gmail", ADDRESS, "Alex Candidate", options={"endpoint": world.root})
    context = Context(folder, world.now)
    with memory_keyring():
        kept = {
            "token": world.token,
            "refresh_token": refresh_token,
            "expiry": expiry,
            "client_id": "client",
            "client_secret": "secret",
            "token_uri": f"{world.root}token",
            "scopes": list(SCOPES),
        }
        Secrets(account, context).write(json.dumps(kept))
        provider = GmailProvider(account, context)
        provider._api.sleep = lambda seconds: None
        try:
            yield provider
        finally:
            provider.close()


def raw_letter(
    sender: str = "Dana Ortiz <dana@northwind.example>",
    *,
    text: str = "When could you come?",
    subject: str = "Interview at Northwind",
    cc: str = "",
    answers: tuple[str, ...] = (),
) -> bytes:
    """Write a message as it would travel."""
    lines = [f"From: {sender}", f"To: Alex Candidate <{ADDRESS}>", f"Subject: {subject}"]
    lines += [f"Cc: {cc}"] if cc else []
    if answers:
        lines += [f"In-Reply-To: {answers[-1]}", f"References: {' '.join(answers)}"]
    return ("\r\n".join(lines) + f"\r\n\r\n{text}\r\n").encode()


def message_id_of(world: GmailWorld, key: str) -> str:
    """Return the Message-ID that the service gave a message."""
    answer = world.ask("GET", f"messages/{key}", params={"format": "metadata"})
    fields = {h["name"].lower(): h["value"] for h in answer["payload"]["headers"]}
    return str(fields["message-id"])


def deliver_in_one_thread(world: GmailWorld, *raws: bytes) -> str:
    """Insert messages as one conversation, each an answer to the one before; return its id."""
    thread, ids = "", ()
    for raw in raws:
        message = message_from_bytes(raw, policy=SMTP)
        del message["In-Reply-To"], message["References"]
        if ids:
            message["In-Reply-To"], message["References"] = ids[-1], " ".join(ids)
        answer = world.insert(message.as_bytes(), thread)
        thread = str(answer["threadId"])
        ids = (*ids, message_id_of(world, str(answer["id"])))
    return thread


def utc_clock() -> Callable[[], datetime]:
    """Return the real clock."""
    return lambda: datetime.now(UTC)
