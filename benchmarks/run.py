#!/usr/bin/env python3
"""Runs every measurement, one after the other, and prints what each found: run.py [NAME...] [--quick].

    make bench                              # all of them, some twenty minutes
    python benchmarks/run.py cold_start     # one of them

Each runs in a process of its own, so that none warms up another. What wants a program that is
missing is skipped with a sentence. `fuzz.py`, `crashes.py` and `explore.py` look for faults rather
than measure; they run as long as they are told and are started by hand.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Measurement:
    """One script, what it measures, and what it wants."""

    script: str
    what: str
    quick: tuple[str, ...] = ()
    """Its arguments with `--quick`."""
    wants: str = ""
    """A program without which it can't run."""


MEASUREMENTS = (
    Measurement("cold_start", "start of --version and --help against a bare click group"),
    Measurement("maildir", "draft on the sample, threads in 100,000 messages",
                ("--messages", "5000")),
    Measurement("gmail", "requests per draft on Gmail, against other programs"),
    Measurement("imap", "a search in 100,000 messages against the bare commands",
                ("5000",), wants="doveadm"),
    Measurement("reminders", "a check of 1,000 withdrawals over 3 accounts"),
    Measurement("understanding/score", "right thread, people, stage on labelled mailboxes"),
    Measurement("understanding/speed", "reading and ranking of 1,000 messages"),
    Measurement("answers/score", "answers told from machine mail on labelled mails"),
    Measurement("letters/score", "false alarms and misses of the checker"),
)  # fmt: skip


def measure(one: Measurement, *, is_quick: bool) -> str:
    """Run one; its output goes straight through. Returns a line for the end."""
    print(f"\n=== {one.script}: {one.what}", flush=True)
    if one.wants and shutil.which(one.wants) is None:
        return f"{one.script}: skipped, {one.wants} is not installed"
    command = [sys.executable, str(HERE / f"{one.script}.py"), *(one.quick if is_quick else ())]
    status = subprocess.run(command, check=False).returncode
    return f"{one.script}: {'done' if status == 0 else f'ended with {status}'}"


def main() -> int:
    """Run those named, or all; 1 where one did not end well."""
    names = [one.script for one in MEASUREMENTS]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names))
    parser.add_argument("--quick", action="store_true", help="small mailboxes")
    wanted = parser.parse_args()
    if unknown := set(wanted.names) - set(names):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    chosen = [one for one in MEASUREMENTS if not wanted.names or one.script in wanted.names]
    lines = [measure(one, is_quick=wanted.quick) for one in chosen]
    print("\n" + "\n".join(lines))
    return 1 if any("ended with" in line for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
