#!/usr/bin/env python3
"""Cold start of `bowout --version` and `--help` against a bare click group of as many commands.

Interleaved runs of whole processes; prints the medians of user plus system time and their ratio
(to reach: at most 1.3).
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 15

BARE = '''
import click

@click.group()
@click.version_option("1.0", prog_name="bare")
def bare():
    """A bare group."""

def make(name):
    @bare.command(name, help="Do something.")
    def command():
        pass

for number in range({count}):
    make(f"command{{number}}")

bare()
'''


def cpu_seconds(command: list[str], environment: dict[str, str]) -> float:
    """User plus system time of one whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure() -> dict[str, float]:
    """Return the ratios."""
    from mailer.cli.main import COMMANDS

    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    bowout = str(Path(sys.executable).parent / "bowout")
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE.format(count=len(COMMANDS)))
        ratios = {}
        for option in ("--version", "--help"):
            pairs = [
                (
                    cpu_seconds([bowout, option], environment),
                    cpu_seconds([sys.executable, str(bare), option], environment),
                )
                for _ in range(RUNS)
            ][1:]
            ours = statistics.median(a for a, _ in pairs)
            theirs = statistics.median(b for _, b in pairs)
            ratios[option] = round(ours / theirs, 2)
            print(
                f"{option:10} bowout {ours * 1000:.0f} ms, bare click {theirs * 1000:.0f} ms, ratio {ratios[option]}"
            )
    return ratios


if __name__ == "__main__":
    print(json.dumps(measure()))
