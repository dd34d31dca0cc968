#!/usr/bin/env python3
"""Kills `draft` and `send` at every step on real servers: `python benchmarks/crashes.py`.

Dovecot with submission, myworld's Gmail, our Graph server; each run of the command line is a
process of its own that SIGKILL ends before its Nth deed, then the next runs settle what it left
(tests/crashing/). Prints how often it was killed, before what, and how that ended; some ten minutes.
The counts in docs/security.md are from here.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from crashing.drive import COMMANDS, Drive, open_runs
from crashing.rigs import NAMES, PASSPHRASE, open_rig


def main() -> int:
    """Drive and print the counts; an AssertionError says at which step something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", choices=NAMES, action="append")
    parser.add_argument("--command", choices=COMMANDS, action="append")
    parser.add_argument("--every", type=int, default=1, help="only every so many steps")
    arguments = parser.parse_args()
    os.environ.update(PASSPHRASE)
    total = 0
    for name in arguments.server or NAMES:
        for command in arguments.command or COMMANDS:
            total += drive(name, command, arguments.every)
    print(f"{total} kills")
    return 0


def drive(name: str, command: str, every: int) -> int:
    """Drive one command on one server through its steps, the last one first."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_rig(name) as rig,
        open_runs(Path(folder)) as runs,
    ):
        tally = Drive(rig, runs).kill(command, lambda steps: range(steps, 0, -every))
    print(f"{name}, {command}: {tally.kills} kills", flush=True)
    for counted in (tally.steps, tally.outcomes):
        for what, times in counted.most_common():
            print(f"    {times} times {what}", flush=True)
    return tally.kills


if __name__ == "__main__":
    sys.exit(main())
