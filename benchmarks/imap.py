"""A search in 100,000 messages against the bare commands sent by hand, in one run.

    python benchmarks/imap.py [MESSAGES]

Lays a Maildir of that many messages under a real Dovecot, warms its indexes once (as a mailbox in
use has them), then times by turns: the SEARCH and FETCH commands alone, typed on a socket with
nothing read from the answers; and `provider.search`, which puts whole threads together. The ratio
is to stay under 2. Wants dovecot-imapd, dovecot-submissiond and dovecot-lmtpd.
"""

from __future__ import annotations

import random
import re
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent / name) for name in ("tests", "")]

from servers.imap_account import ADDRESS, PASSWORD, memory_keyring, open_account, sign_in
from servers.mailstack import MailStack

from mailer.model import Search
from providers.imap.reading import HEADER_ITEM

ROUNDS = 5
QUERY = "northwind"
_WORDS = (
    "project meeting invoice report update schedule lunch budget release notes customer support "
    "design review ticket order shipping receipt newsletter offer weekend travel hotel family"
).split()


def make_mailbox(count: int) -> Iterator[tuple[bytes, datetime]]:
    """Make noise over four years, and forty threads of six messages that fit the query."""
    rng = random.Random(7)
    start = datetime(2022, 11, 1, tzinfo=UTC)
    step = timedelta(days=4 * 365) / count
    every = max(1, count // 40)
    for number in range(count):
        came = start + number * step
        place, offset = divmod(number, every)
        if offset < 6:
            yield _message(rng, came, f"n{place}-{offset}", thread=(place, offset)), came
        else:
            answers = f"m{number - 3}" if number % 4 == 0 else ""
            yield _message(rng, came, f"m{number}", answers=answers), came


def _message(
    rng: random.Random,
    came: datetime,
    name: str,
    *,
    answers: str = "",
    thread: tuple[int, int] | None = None,
) -> bytes:
    chain = f"<{answers}@noise.example>" if answers else ""
    domain, subject = "noise.example", " ".join(rng.choices(_WORDS, k=4))
    if thread:
        place, offset = thread
        domain, subject = "northwind.example", f"Interview, position {place}"
        chain = " ".join(f"<n{place}-{n}@{domain}>" for n in range(offset))
    lines = [
        f"Return-Path: <bounce@{domain}>",
        f"Received: from mx.{domain} by mail.example.test; {format_datetime(came)}",
        f"From: Person {rng.randrange(999)} <p{rng.randrange(999)}@{domain}>",
        f"To: Alex Rivera <{ADDRESS}>",
        f"Subject: {subject}",
        f"Date: {format_datetime(came)}",
        f"Message-ID: <{name}@{domain}>",
        *([f"In-Reply-To: {chain.split()[-1]}", f"References: {chain}"] if chain else []),
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "",
        *(" ".join(rng.choices(_WORDS, k=12)) for _ in range(12)),
    ]
    return "\r\n".join(lines).encode() + b"\r\n"


class ByHand:
    """Types commands on a socket and waits for their ends."""

    def __init__(self, port: int) -> None:
        """Connect and sign in."""
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._buffer = b""
        self._number = 0
        self._read_until(b"\r\n")
        self.command(f'LOGIN {ADDRESS} "{PASSWORD}"')

    def command(self, text: str) -> bytes:
        """Send one command and return its whole answer."""
        self._number += 1
        tag = f"h{self._number} ".encode()
        self._socket.sendall(tag + text.encode() + b"\r\n")
        return self._read_until(b"\r\n" + tag, b"" if self._buffer else tag)

    def _read_until(self, end: bytes, start: bytes = b"") -> bytes:
        chunks = [self._buffer]
        tail = b""
        while True:
            chunk = self._socket.recv(1 << 20)
            chunks.append(chunk)
            tail = tail[-100:] + chunk
            at = tail.find(end)
            if at >= 0 and tail.endswith(b"\r\n"):
                self._buffer = b""
                return b"".join(chunks)
            if start and tail.startswith(start) and tail.endswith(b"\r\n"):
                return b"".join(chunks)

    def search(self) -> int:
        """Do by hand what finds the same threads; returns how many messages were fetched."""
        fetched = 0
        for mailbox in ("Drafts", "Sent", "INBOX", "Archive"):
            self.command(f"EXAMINE {mailbox}")
            uids = _uids(self.command(f'UID SEARCH UNDELETED TEXT "{QUERY}"'))
            if not uids:
                continue
            chosen = ",".join(uids[-400:])
            self.command(f"UID FETCH {chosen} (FLAGS INTERNALDATE RFC822.SIZE {HEADER_ITEM})")
            fetched += len(uids)
        return fetched


def _uids(answer: bytes) -> list[str]:
    found = re.search(rb"\* SEARCH([ 0-9]*)", answer)
    return found[1].decode().split() if found else []


def main(count: int) -> int:
    """Run it; 1 where the ratio is not reached."""
    folder = Path(tempfile.mkdtemp(prefix="bench-imap-"))
    with MailStack({ADDRESS: PASSWORD}) as stack, memory_keyring():
        began = time.perf_counter()
        stack.put_messages(ADDRESS, make_mailbox(count))
        print(f"{count} messages laid in {time.perf_counter() - began:.0f} s")
        provider = sign_in(open_account(stack, folder))
        hand = ByHand(stack.imap_port)
        began = time.perf_counter()
        hand.search()
        print(f"first time by hand, indexes cold: {time.perf_counter() - began:.1f} s")
        began = time.perf_counter()
        provider.search(Search(phrases=(QUERY,), limit=50))
        print(f"first time by the provider: {time.perf_counter() - began:.1f} s")
        bare, ours = [], []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            hand.search()
            bare.append(time.perf_counter() - began)
            began = time.perf_counter()
            threads = provider.search(Search(phrases=(QUERY,), limit=50))
            ours.append(time.perf_counter() - began)
        provider.close()
    messages = sum(len(t.messages) for t in threads)
    ratio = statistics.median(ours) / statistics.median(bare)
    print(
        f"by hand {statistics.median(bare):.2f} s, provider {statistics.median(ours):.2f} s "
        f"({len(threads)} threads, {messages} messages): {ratio:.2f} times"
    )
    return 0 if ratio <= 2 else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
