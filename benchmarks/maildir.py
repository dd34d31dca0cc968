#!/usr/bin/env python3
"""The sample mailbox and a large Maildir: processor time of `draft`, peak memory of `threads`.

    python benchmarks/maildir.py [--messages 100000]

The large mailbox is the sample one among unrelated mail of every usual encoding; it is made in a
temporary folder and removed again.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import quopri
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
WORDS = (
    "invoice meeting garden receipt weather ticket journey recipe update library football music "
    "kitchen concert insurance delivery holiday photos parking dentist".split()
)


def run(home: Path, *arguments: str) -> tuple[float, float]:
    """Run bowout once; returns processor seconds and peak memory in MB of that run."""
    code = (
        "import resource, subprocess, sys, json;"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(json.dumps([done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))"
    )
    environment = {**os.environ, "BOWOUT_HOME": str(home), "BOWOUT_NOW": NOW.isoformat()}
    command = [sys.executable, "-c", code, sys.executable, "-m", "mailer", *arguments]
    out = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    status, seconds, peak = json.loads(out.stdout)
    if status:
        raise SystemExit(f"bowout {' '.join(arguments)} ended with {status}")
    return seconds, peak


def fill(folder: Path, count: int) -> None:
    """Put unrelated mail around the sample mailbox: plain, quoted-printable and base64."""
    inbox = folder / ".Archive" / "cur"
    for number in range(count):
        date = NOW - timedelta(minutes=number * 11)
        path = inbox / f"{int(date.timestamp())}.M{number}P9.bulk:2,S"
        path.write_bytes(message(number, date))
        os.utime(path, (date.timestamp(), date.timestamp()))


def message(number: int, date: datetime) -> bytes:
    """Return one message that has nothing to do with hiring."""
    one, two, three = (WORDS[(number * k + k) % len(WORDS)] for k in (1, 3, 7))
    text = f"Hello,\n\nabout the {one} and the {two}: {three}.\n\n" * (2 + number % 6)
    encoding, body = "7bit", text.encode()
    if number % 3 == 1:
        encoding, body = "quoted-printable", quopri.encodestring(f"Grüße, {text}".encode())
    if number % 3 == 2:
        encoding, body = "base64", base64.encodebytes(f"Grüße, {text}".encode())
    answer = f"In-Reply-To: <{number - 1}@bulk.example>\n" if number % 4 else ""
    header = (
        f"From: Someone {number % 997} <p{number % 997}@place{number % 89}.example>\n"
        f"To: Robin Castell <robin@castell.example>\nSubject: {one} and {two}\n"
        f"Date: {format_datetime(date)}\nMessage-ID: <{number}@bulk.example>\n{answer}"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: {encoding}\n\n"
    )
    return header.encode() + body


def main() -> None:
    """Measure both and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    count = parser.parse_args().messages
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        run(home, "demo")
        seconds, peak = run(home, "draft", "northwind", "--reason", "accepted-offer")
        print(f"draft on the sample mailbox: {seconds:.2f} s of processor time, {peak:.0f} MB")
        fill(home / "data" / "demo", count)
        seconds, peak = run(home, "threads", "northwind")
        print(
            f"threads among {count} messages: peak {peak:.0f} MB, {seconds:.1f} s of processor time"
        )


if __name__ == "__main__":
    main()
