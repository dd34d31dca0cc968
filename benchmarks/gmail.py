"""Requests per draft on Gmail, counted on the wire, against what other programs take.

    python benchmarks/gmail.py

Runs the commands on a mailbox of myworld's (PyPI, group `test`) through Google's own client library
and counts the HTTP requests that arrive; an account is known when its addresses were asked for
within the day. The peers' figures were read from their source in November 2026: requests to file
a reply draft in a thread, token refresh and discovery left out. None of them looks for the thread,
so each is told which message to answer; none reads back what was stored.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent / name) for name in ("tests", "")]

from servers.gmail_account import deliver_in_one_thread, raw_letter, signed_in
from servers.gmail_world import GmailWorld

from mailer.cli.main import run
from mailer.settings import find_places, save_account

PEERS = (
    ("gws +reply --draft", "3", "no search, no read-back; signature only by hand"),
    ("gws +reply-all --draft", "4", "the same"),
    ("gog drafts reply ID", "3", "no search, no read-back"),
    ("gog drafts create --thread-id --quote", "4", "no search, no read-back"),
    ("google_workspace_mcp draft_gmail_message", "3", "no search, no read-back"),
    ("inbox-zero", "1-2", "reads nothing: the message is in its own database, by webhook"),
)
OTHER_MAIL = 30
DRAFT = ("draft", "northwind", "--reason", "accepted-offer")


@contextlib.contextmanager
def mailbox(*, has_recruiter: bool) -> Iterator[GmailWorld]:
    """Run a mailbox with one process and other mail that names the company."""
    with GmailWorld() as world, tempfile.TemporaryDirectory() as home:
        os.environ["BOWOUT_HOME"] = home
        places = find_places()
        with signed_in(world, places.account_folder("work")) as provider:
            account = replace(provider.account, name="work")
            save_account(places.config, account, make_default=True)
            subject = "Interview for Data Engineer at Northwind"
            deliver_in_one_thread(
                world,
                raw_letter(
                    subject=subject,
                    cc="Rita Lang <rita@lark-recruiting.example>" if has_recruiter else "",
                    text="Hi Alex,\n\nthank you for your application for the Data Engineer role at "
                    "Northwind. When could you come for an interview?\n\nBest,\nDana Ortiz\n"
                    "Engineering Manager, Northwind",
                ),
                raw_letter(subject=f"Re: {subject}", text="Shall we say Tuesday?\n\nDana"),
            )
            for number in range(OTHER_MAIL):
                deliver_in_one_thread(
                    world,
                    raw_letter(
                        "Jobs Digest <digest@jobs.example>",
                        subject=f"Northwind and {number} others are hiring",
                        text="Unsubscribe here.",
                    ),
                )
            os.environ["BOWOUT_NOW"] = world.now().isoformat()
            yield world


def count(world: GmailWorld, *words: str) -> int:
    """Run a command and return the requests that it took."""
    world.requests = 0
    with contextlib.redirect_stdout(io.StringIO()) as said:
        if status := run([*words, "--json"]):
            raise SystemExit(f"{' '.join(words)} ended with {status}: {said.getvalue()}")
    return world.requests


def main() -> None:
    """Print the table; ends with 1 where a draft takes more than it may."""
    rows = []
    with mailbox(has_recruiter=False) as world:
        rows.append(("bowout threads (new account)", count(world, "threads", "northwind")))
        rows.append(("bowout draft (known account)", known := count(world, *DRAFT)))
        rows.append(("bowout draft, again: adopted", count(world, *DRAFT)))
        rows.append(("bowout show", count(world, "show", "northwind")))
    with mailbox(has_recruiter=True) as world:
        rows.append(("bowout draft (new account, agency in copy)", count(world, *DRAFT)))
    with mailbox(has_recruiter=True) as world:
        count(world, "threads", "northwind")
        rows.append(("bowout draft (known account, agency in copy)", count(world, *DRAFT)))
    width = max(len(name) for name, *_ in [*rows, *PEERS])
    for name, requests in rows:
        print(f"{name:{width}}  {requests:>4}")
    for name, requests, note in PEERS:
        print(f"{name:{width}}  {requests:>4}  {note}")
    if known > 4:
        raise SystemExit(f"a draft on a known account takes {known} requests instead of 4")


if __name__ == "__main__":
    main()
