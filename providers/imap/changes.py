"""Tells what came or changed since a cursor, by UIDs, and by MODSEQ where the server counts.

The cursor holds, for each mailbox that matters, UIDVALIDITY, UIDNEXT and HIGHESTMODSEQ
(RFC 7162). What was only deleted is not told: no server does without QRESYNC.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mailer.errors import RefusedError
from mailer.model import Changes
from mailer.threads import group_threads
from providers.imap.assembling import Assembler
from providers.imap.completing import Gathered
from providers.imap.mailboxes import Mailbox
from providers.imap.reading import fetch_headers

if TYPE_CHECKING:
    from imapclient import IMAPClient

_MOST = 1_000

State = dict[str, list[int]]


def fetch_changes(assembler: Assembler, cursor: str | None) -> Changes:
    """Return the threads touched since `cursor`, and the next one."""
    assembler.connection.read(lambda client: client.noop())  # STATUS of a selected mailbox lags
    states = {
        mailbox.name: state
        for mailbox in assembler.layout.searched
        if (state := _state(assembler, mailbox)) is not None
    }
    next_cursor = json.dumps(states, sort_keys=True)
    if cursor is None:
        return Changes((), next_cursor)
    known = _parse(cursor)
    touched = Gathered()
    is_complete = bool(known)
    for mailbox in assembler.layout.searched:
        now, before = states.get(mailbox.name), known.get(mailbox.name)
        if now is None or now == before:
            continue
        uids = None if before is None else _touched(assembler, mailbox, before, now)
        if uids is None:
            is_complete = False
            continue
        for batch in fetch_headers(assembler.connection, mailbox, uids):
            touched.add(batch)
    return Changes(_thread_keys(assembler, touched), next_cursor, is_complete)


def _thread_keys(assembler: Assembler, touched: Gathered) -> tuple[str, ...]:
    if not touched.found:
        return ()
    keys = set(touched.found)
    assembler.complete(touched)
    threads = group_threads(touched.messages)
    return tuple(t.key for t in threads if any(m.key in keys for m in t.messages))


def _state(assembler: Assembler, mailbox: Mailbox) -> list[int] | None:
    """Return UIDVALIDITY, UIDNEXT, HIGHESTMODSEQ; None where the mailbox is gone."""

    def ask(client: IMAPClient) -> dict[bytes, Any]:
        items = ["UIDVALIDITY", "UIDNEXT"]
        if client.has_capability("CONDSTORE"):
            items.append("HIGHESTMODSEQ")
        return dict(client.folder_status(mailbox.name, items))

    try:
        answer = assembler.connection.read(ask)
    except RefusedError:
        return None
    names = (b"UIDVALIDITY", b"UIDNEXT", b"HIGHESTMODSEQ")
    return [int(answer.get(name, 0)) for name in names]


def _touched(
    assembler: Assembler, mailbox: Mailbox, before: list[int], now: list[int]
) -> list[int] | None:
    """Return the UIDs that are new or changed; None where that can't be told."""
    if before[0] != now[0]:
        return None

    def ask(client: IMAPClient) -> list[int]:
        if before[2] and now[2] and client.has_capability("CONDSTORE"):
            answers = client._imap.uid("FETCH", "1:*", "(UID)", f"(CHANGEDSINCE {before[2]})")
            return _uids(answers)
        return [uid for uid in client.search(["UID", f"{before[1]}:*"]) if uid >= before[1]]

    uids = sorted(assembler.connection.read(ask, mailbox=mailbox.name, is_fresh=True))
    return uids if len(uids) <= _MOST else None


def _uids(answer: tuple[str, list[Any]]) -> list[int]:
    import re

    lines = [item[0] if isinstance(item, tuple) else item for item in answer[1] if item]
    return [int(m[1]) for line in lines for m in [re.search(rb"UID (\d+)", line)] if m]


def _parse(cursor: str) -> State:
    try:
        value = json.loads(cursor)
    except ValueError:
        return {}
    if not isinstance(value, dict):
        return {}
    return {
        str(name): state
        for name, state in value.items()
        if isinstance(state, list) and len(state) == 3 and all(isinstance(n, int) for n in state)
    }
