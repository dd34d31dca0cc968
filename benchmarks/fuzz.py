#!/usr/bin/env python3
"""Fuzzes the mail path: `python benchmarks/fuzz.py --count 1000000 [--engine atheris]`.

Prints how many messages went through and what was found; a finding's bytes are written beside
`--keep` to become a test in tests/fuzzing/findings. Without atheris, damaged messages are made
from believable ones, the same ones for the same `--seed`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

SECONDS = 5.0
"""A single message that takes longer is a finding; usual ones take a few milliseconds."""


def main() -> int:
    """Fuzz and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=("own", "atheris"), default="own")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    arguments = parser.parse_args()
    tally = Tally(arguments.keep)
    if arguments.engine == "atheris":
        fuzz_with_atheris(tally, arguments.count, arguments.seed)
    else:
        from fuzzing.mail_path import cases

        for case in cases(arguments.seed, arguments.count):
            tally.take(case)
    tally.print()
    return 1 if tally.findings else 0


class Tally:
    """Counts cases and keeps findings, one for each place."""

    def __init__(self, keep: Path) -> None:
        self.keep = keep
        self.count = 0
        self.slowest = 0.0
        self.findings: Counter[str] = Counter()
        self.started = time.monotonic()

    def take(self, case: bytes) -> None:
        """Run one case."""
        from fuzzing.mail_path import run_case

        self.count += 1
        started = time.process_time()
        try:
            run_case(case)
        except Exception as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(frame.filename).name}:{frame.lineno}"
            self._note(case, f"{type(error).__name__} in {place} {error}"[:160])
        took = time.process_time() - started
        self.slowest = max(self.slowest, took)
        if took > SECONDS:
            self._note(case, f"took long: {took:.0f} s for {len(case)} bytes")
        if self.count % 50_000 == 0:
            self.print()

    def _note(self, case: bytes, name: str) -> None:
        self.findings[name] += 1
        if self.findings[name] == 1:
            self.keep.mkdir(parents=True, exist_ok=True)
            digest = hashlib.sha256(case).hexdigest()[:12]
            (self.keep / f"{digest}.eml").write_bytes(case)
            print(f"finding {digest}: {name}", flush=True)

    def print(self) -> None:
        """Print the counts."""
        took = time.monotonic() - self.started
        print(
            f"{self.count} messages, {sum(self.findings.values())} findings in "
            f"{len(self.findings)} places, slowest {self.slowest * 1000:.0f} ms, {took:.0f} s",
            flush=True,
        )
        for name, times in self.findings.most_common():
            print(f"  {times} times: {name}", flush=True)


def fuzz_with_atheris(tally: Tally, count: int, seed: int) -> None:
    """Let atheris choose the cases by what code they reach."""
    import atheris

    with atheris.instrument_imports(include=["mailer", "fuzzing"]):
        from fuzzing import mail_path

    corpus = tally.keep / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, case in enumerate(mail_path.seeds()):
        (corpus / f"seed-{number}").write_bytes(case)
    words = tally.keep / "words.dict"
    words.write_text(
        "".join(
            '"' + "".join(f"\\x{byte:02x}" for byte in token[:60]) + '"\n'
            for token in mail_path.TOKENS
        )
    )
    arguments = [sys.argv[0], f"-runs={count}", f"-seed={seed}", f"-dict={words}",
                 "-max_len=8000", "-rss_limit_mb=2000", "-verbosity=0", str(corpus)]  # fmt: skip
    import atexit

    atexit.register(tally.print)
    atheris.Setup(arguments, tally.take)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
