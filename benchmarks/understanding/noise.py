#!/usr/bin/env python3
"""Adds real mail to every labelled mailbox and tells what it changes: noise.py DIR --owner ADDRESS.

DIR holds messages as files, at any depth, of any age: an old mailbox, a public corpus. The mail
is moved to the last 300 days before each mailbox's `now`, and what was written to its owners is
written to the mailbox's user. Nothing that is said of the processes may change, and without a
query no process may be seen that was not there. Real mail is never committed.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from score import HERE, correspondents, judge, load

from mailer.finding import Found, find
from mailer.model import Address, Me, Message
from mailer.parsing import parse_message

SPAN = timedelta(days=300)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("mail", type=Path, help="a folder of messages, a file each")
    parser.add_argument("--owner", action="append", default=[], help="whom it was written to")
    parser.add_argument("--every", type=int, default=1, help="take every n-th message")
    parser.add_argument("--list", action="store_true", help="name the processes seen in it")
    parser.add_argument("files", nargs="*", type=Path, help="labelled mailboxes; usually all")
    options = parser.parse_intermixed_args()
    noise = read_mail(options.mail, options.every)
    print(f"{len(noise)} real messages")
    changed = seen = 0
    for path in options.files or sorted((HERE / "mailboxes").glob("*.json")):
        worse, extra = compare(path, noise, frozenset(options.owner), lists=options.list)
        changed, seen = changed + worse, seen + extra
    print(f"{changed} cases changed, {seen} processes seen in the real mail")


def read_mail(folder: Path, every: int) -> list[Message]:
    """Parse every n-th file below a folder; what is no message is left out."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())[::every]
    parsed = [
        parse_message(p.read_bytes(), key=f"real-{n}", special_use=None)
        for n, p in enumerate(files)
    ]
    return [m for m in parsed if m.sender.address]


def compare(
    path: Path, noise: Sequence[Message], owners: frozenset[str], *, lists: bool
) -> tuple[int, int]:
    """Return how many cases of a mailbox change, and how many processes are made of real mail."""
    data, bare, me, now = load(path)
    _, noisy, _, _ = load(path)
    noisy.deliver(*believable(noise, owners, me, now))
    people = correspondents(data)
    changed = 0
    for case in data["cases"]:
        before = _outcome(case, find(bare, case["query"], me=me, now=now), me, now, people)
        after = _outcome(case, find(noisy, case["query"], me=me, now=now), me, now, people)
        if before != after:
            changed += 1
            print(f"{data['mailbox']} {case['query']!r}: {before} became {after}")
    real = {m.message_id for m in noise}
    extra = [c for c in find(noisy, "", me=me, now=now).candidacies if c.message_ids & real]
    for candidacy in extra if lists else ():
        people_seen = [(p.name or p.address, p.part.value) for p in candidacy.people[:3]]
        subjects = [t.messages[0].subject[:60] for t in candidacy.threads[:4]]
        print(f"  seen: {candidacy.company} {candidacy.stage} {people_seen} {subjects}")
    return changed, len(extra)


def _outcome(
    case: dict[str, Any], found: Found, me: Me, now: datetime, people: set[str]
) -> tuple[tuple[str, ...], bool, str]:
    verdict, harm, note = judge(case, found, me, now, people)
    return tuple(k for k, ok in verdict.items() if not ok), harm, note


def believable(
    noise: Sequence[Message], owners: frozenset[str], me: Me, now: datetime
) -> list[Message]:
    """Return the mail as if it had come to this user in the last 300 days, in its own order."""
    ordered = sorted(noise, key=lambda m: m.date)
    step = SPAN / max(1, len(ordered))
    own = Address(me.name, me.addresses[0])

    def mine(addresses: Sequence[Address]) -> tuple[Address, ...]:
        return tuple(own if a.folded in owners else a for a in addresses)

    return [
        replace(m, date=now - SPAN + step * n, to=mine(m.to), cc=mine(m.cc))
        for n, m in enumerate(ordered)
    ]


if __name__ == "__main__":
    main()
