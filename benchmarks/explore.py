#!/usr/bin/env python3
"""Explores review and send: `python benchmarks/explore.py [--only WORD] [--most RUNS]`.

Every interleaving of the scenarios in tests/exploring/scenarios.py, to the end: an hour or so. Prints one
line for each scenario and a sum; the counts in docs/security.md are from here. A violation is
printed with the shortest run that led to it, and makes the exit status 1.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from exploring.explorer import Counts, explore
from exploring.scenarios import LARGE, SMALL


def main() -> int:
    """Explore and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only scenarios whose name holds this")
    parser.add_argument("--most", type=int, default=2_000_000, help="runs of one scenario at most")
    arguments = parser.parse_args()
    total = Counts()
    for scenario in (*SMALL, *LARGE):
        if arguments.only in scenario.name:
            counts = explore(scenario, most_runs=arguments.most)
            print_counts(scenario.name, counts)
            total.add(counts)
    print_counts("sum", total)
    for what in total.violations:
        print(f"\n{what}:", *total.example[what], sep="\n  ")
    return 1 if total.violations or not total.is_complete else 0


def print_counts(name: str, counts: Counts) -> None:
    """Print one line, and how the runs ended."""
    end = "complete" if counts.is_complete else "stopped early"
    print(
        f"{name}: {counts.runs} runs, {counts.states} states, {counts.steps} steps, "
        f"{counts.crashes} crashes, {sum(counts.violations.values())} violations, {end}"
    )
    for ending, times in (counts.endings + counts.window).most_common():
        print(f"    {times} times {ending}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
