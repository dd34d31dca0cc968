"""Kills `draft` and `send` at every step on one server, lets the next run settle, and checks.

Whatever the step: one letter leaves at most, no draft is lost, and nothing says "sent" before it
left. What the mailbox holds is asked of the server itself, past the tool.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from mailer.journal import Journal
from mailer.journal_letters import LetterRecord, LetterState

KILLED = -9


class Rig(Protocol):
    """One server with one interview process in its mailbox."""

    name: str
    files_sent: bool
    """The service files a copy of what it sends, so that every outcome can be known."""

    def reset(self, home: Path) -> Mapping[str, str]:
        """Start anew: the mailbox as at first, an account in `home`; returns the environment."""

    def drafts(self) -> list[str]:
        """Return the own text of each draft that lies in the mailbox."""

    def left(self) -> int:
        """Return how many messages left the house."""

    def filed(self) -> int:
        """Return how many messages lie in Sent."""


@dataclass
class Runs:
    """Runs commands for one rig, in a home of its own."""

    folder: Path
    process: subprocess.Popen[str]
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def home(self) -> Path:
        return self.folder / "home"

    def run(self, *arguments: str, kill_at: int = 0) -> int:
        """Run one command line; returns its exit status, -9 where it was killed."""
        request = {"arguments": arguments, "environment": self.environment, "kill_at": kill_at,
                   "folder": str(self.folder)}  # fmt: skip
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return int(json.loads(self.process.stdout.readline())["status"])

    def answer(self) -> dict[str, Any]:
        """Return the document that the last run printed."""
        return dict(json.loads((self.folder / "stdout").read_text("utf-8") or "{}"))

    def steps(self) -> list[str]:
        """Return the deeds before which the last run stood."""
        return (self.folder / "trace").read_text("utf-8").splitlines()

    def said(self) -> str:
        return "".join((self.folder / name).read_text("utf-8") for name in ("stdout", "stderr"))

    def letters(self) -> list[LetterRecord]:
        """Return what the journal says, read past the command line."""
        path = self.home / "data" / "journal.sqlite3"
        if not path.exists():
            return []
        journal = Journal(path)
        try:
            return [
                record
                for withdrawal in journal.list_withdrawals()
                for record in journal.list_letters(withdrawal.id)
            ]
        finally:
            journal.close()


@contextlib.contextmanager
def open_runs(folder: Path) -> Iterator[Runs]:
    """Start the process that forks the runs."""
    folder.mkdir(parents=True, exist_ok=True)
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("killing.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
    ) as process:
        yield Runs(folder, process)
        assert process.stdin is not None
        process.stdin.close()


COMMANDS = ("draft", "replacing", "send")
"""What is killed, by the names of `Drive.kill`."""


@dataclass
class Tally:
    """What a drive covered."""

    kills: int = 0
    steps: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)


DRAFT = ("draft", "northwind", "--reason", "accepted-offer", "--by", "mail", "--json")
ANOTHER = ("draft", "northwind", "--reason", "relocation", "--by", "mail", "--json")


@dataclass
class Drive:
    """One rig, driven through the steps of one command."""

    rig: Rig
    runs: Runs
    tally: Tally = field(default_factory=Tally)

    def kill(self, command: str, choose: Callable[[int], Sequence[int]]) -> Tally:
        """Kill that command at the steps that `choose` picks of so many, counted from 1."""
        ways = {"draft": self.kill_draft, "replacing": self.kill_replacing, "send": self.kill_send}
        return ways[command](choose)

    def kill_draft(self, choose: Callable[[int], Sequence[int]]) -> Tally:
        """Kill the first draft; the next run leaves exactly one, whole."""

        def settle() -> str:
            was_there = len(self.rig.drafts())
            self.must(*DRAFT)
            drafts = self.rig.drafts()
            assert len(drafts) == 1, f"{len(drafts)} drafts"
            self.check_whole(drafts[0], "withdraw")
            assert self.runs.answer()["stored"] is True
            return "adopted" if was_there else "made anew"

        return self._at_every_step(DRAFT, lambda: None, settle, choose)

    def kill_replacing(self, choose: Callable[[int], Sequence[int]]) -> Tally:
        """Kill a draft that takes the place of an unedited one; one text always lies there."""

        def settle() -> str:
            texts = self.rig.drafts()
            assert any("withdraw" in text for text in texts), f"no text is left: {texts}"
            self.must(*ANOTHER)
            drafts = self.rig.drafts()
            assert len(drafts) == 1, f"{len(drafts)} drafts"
            self.check_whole(drafts[0], "relocat")
            return f"{len(texts)} lay there"

        return self._at_every_step(ANOTHER, lambda: self.must(*DRAFT), settle, choose)

    def kill_send(self, choose: Callable[[int], Sequence[int]]) -> Tally:
        """Kill a send; whatever was known then, one letter leaves in the end, and only one."""

        def prepare() -> None:
            self.must(*DRAFT)

        return self._at_every_step((), prepare, self._settle_send, choose)

    # --- one step ---

    def _at_every_step(
        self,
        command: Sequence[str],
        prepare: Callable[[], None],
        settle: Callable[[], str],
        choose: Callable[[int], Sequence[int]],
    ) -> Tally:
        self._start(prepare)
        assert self.runs.run(*(command or self._send_command())) == 0, self.runs.said()
        steps = self.runs.steps()
        for at in choose(len(steps)):
            self._start(prepare)
            status = self.runs.run(*(command or self._send_command()), kill_at=at)
            assert status == KILLED, f"not killed at step {at}: {self.runs.said()}"
            self.tally.kills += 1
            self.tally.steps[self.runs.steps()[-1]] += 1
            self.check_claims()
            try:
                outcome = settle()
                self.check_claims()
            except AssertionError as error:
                place = f"killed at step {at} of {len(steps)}, before: {self.runs.steps()[-1:]}"
                raise AssertionError(f"{self.rig.name}, {place}: {error}") from error
            self.tally.outcomes[outcome] += 1
        return self.tally

    def _start(self, prepare: Callable[[], None]) -> None:
        shutil.rmtree(self.runs.home, ignore_errors=True)
        self.runs.environment = {
            "BOWOUT_HOME": str(self.runs.home), **self.rig.reset(self.runs.home)
        }  # fmt: skip
        prepare()

    def _send_command(self) -> tuple[str, ...]:
        self.must("show", "northwind", "--json")
        print_ = str(self.runs.answer()["fingerprint"])
        return ("send", "northwind", "--yes", "--fingerprint", print_, "--json")

    def _settle_send(self) -> str:
        left = self.rig.left()
        assert left <= 1
        assert left or len(self.rig.drafts()) == 1, "the draft was lost"
        self.must("status", "northwind", "--json")
        self.check_claims()
        known = self.runs.letters()[-1].state
        if known is LetterState.UNKNOWN:
            assert not (left and self.rig.files_sent), "it lies in Sent and was not found"
            self.check_never_again(left)
            word = "sent" if left else "not-sent"
            self.must("status", "northwind", "--settle", word, "--json")
        if not left:
            assert self.runs.run(*self._send_command()) == 0, self.runs.said()
        self.check_never_again(1)
        assert self.runs.letters()[-1].state is LetterState.SENT
        assert (self.rig.left(), self.rig.filed(), self.rig.drafts()) == (1, 1, [])
        return f"{'left' if left else 'not left'}, known as {known.value}"

    # --- what must hold ---

    def must(self, *arguments: str) -> None:
        """Run a command that has to succeed."""
        status = self.runs.run(*arguments)
        assert status == 0, f"{' '.join(arguments)} ended with {status}: {self.runs.said()}"

    def check_claims(self) -> None:
        """The journal says sent only of what left."""
        claims = [r for r in self.runs.letters() if r.state is LetterState.SENT]
        assert len(claims) <= self.rig.left(), "the journal says sent, but nothing left"

    def check_never_again(self, left: int) -> None:
        """A send now hands nothing over."""
        status = self.runs.run("send", "northwind", "--yes", "--fingerprint", "0" * 12, "--json")
        assert status in (7, 8), f"send ended with {status}: {self.runs.said()}"
        assert self.rig.left() == left

    def check_whole(self, text: str, word: str) -> None:
        """The draft is a whole letter, not a half-made one."""
        assert word in text, f"{word!r} is not in {text!r}"
        assert "Alex" in text, f"the letter ends early: {text!r}"
