#!/usr/bin/env python3
"""Counts what a check of 1,000 open withdrawals over 3 accounts costs: reminders.py [--markdown].

Requests are counted by the memory provider as a service would; processor time is that of the
whole process but the provider's own, which stands for a machine far away. The journal is the
real one, on disk. Four rounds: the first look of all, one on which nothing happened, one after
answers and bounces came, one by the scheduler while nothing is due.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from mailer.journal import Journal
from mailer.journal_letters import LetterState
from mailer.model import Address, DraftRef, Kind, SpecialUse
from mailer.provider import Account
from mailer.rounds import Round, note_round_told, run_round
from mailer.session import Session
from mailer.settings import Places, Settings
from mailer.testing.builders import make_message
from mailer.testing.memory import MemoryProvider

ACCOUNTS, WITHDRAWALS = 3, 1000
ANSWERS, BOUNCES = 30, 6
"""Of each account, between the second and the third round."""
MOST_REQUESTS, MOST_SECONDS = 4, 2.0
SENT_AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
_INVITED = "Hi Sam, thank you for applying. Could we have a first interview on Tuesday at 3 pm?"
VERBS = ("search", "read_many", "read", "changes", "find_sent", "fetch_draft", "identities")


@dataclass(frozen=True)
class Cost:
    """What one round cost."""

    name: str
    requests: tuple[int, ...]
    """Of each account."""
    seconds: float
    notices: int

    @property
    def is_fine(self) -> bool:
        return max(self.requests, default=0) <= MOST_REQUESTS and self.seconds < MOST_SECONDS


class Office:
    """Three mailboxes and one journal."""

    def __init__(self, folder: Path, count: int = WITHDRAWALS) -> None:
        self.now = SENT_AT
        self.away = 0.0
        self.places = Places(folder / "config.toml", folder / "data", folder / "templates")
        names = [f"account{n}" for n in range(ACCOUNTS)]
        accounts = {
            name: Account(name=name, provider="memory", address=f"sam@{name}.example", display_name="Sam Rivera")
            for name in names
        }  # fmt: skip
        self.settings = Settings(values={"reminders.quiet": "", "reminders.country": "DE"}, accounts=accounts)  # fmt: skip
        self.providers = {name: self._provider(account) for name, account in accounts.items()}
        self.journal = Journal(self.places.journal)
        self.letters: dict[str, list[Any]] = {name: [] for name in names}
        for number in range(count):
            self._withdraw(names[number % ACCOUNTS], number)
        self.journal.close()

    def _provider(self, account: Account) -> MemoryProvider:
        made = MemoryProvider.for_user(account.address, name=account.display_name, now=lambda: self.now)  # fmt: skip
        for verb in VERBS:
            setattr(made, verb, self._timed(getattr(made, verb)))
        return made

    def _timed(self, verb: Callable[..., Any]) -> Callable[..., Any]:
        """Leave out of the count what the far machine computes; nested calls count once."""

        def call(*args: object, **options: object) -> object:
            before, away = time.process_time(), self.away
            try:
                return verb(*args, **options)
            finally:
                self.away = away + time.process_time() - before

        return call

    def _withdraw(self, account: str, number: int) -> None:
        """Put a thread with the sent letter into the mailbox, and both into the journal."""
        boss = Address(f"Dana {number}", f"dana@company{number}.example")
        me = Address("Sam Rivera", f"sam@{account}.example")
        asked = make_message(_INVITED, subject=f"Your application: Engineer at Company {number}", sender=boss, to=(me,),
                             date=SENT_AT - timedelta(days=3))  # fmt: skip
        letter = make_message("I withdraw.", answers=asked, sender=me, to=(boss,), date=SENT_AT,
                              special_use=SpecialUse.SENT)  # fmt: skip
        self.providers[account].deliver(asked, letter)
        key = asked.message_id
        withdrawal = self.journal.add_withdrawal(
            account=account, company=f"Company {number}", role="Engineer", now=SENT_AT,
            thread_keys=[key], message_ids=[asked.message_id, letter.message_id],
            facts={"people": [{"name": boss.name, "address": boss.address, "part": "hiring_manager"}]},
        )  # fmt: skip
        record = self.journal.begin_letter(
            withdrawal.id, kind=Kind.WITHDRAW, parent_message_id=asked.message_id, text="", html="",
            ref=DraftRef(key="d", message_id=letter.message_id, thread_key=key), now=SENT_AT,
            facts={"to": [boss.address], "cc": [], "thread_seen": [asked.message_id]},
        )  # fmt: skip
        self.journal.update_letter(record.id, now=SENT_AT, state=LetterState.SENT, sent_at=SENT_AT,
                                   sent_message_id=letter.message_id)  # fmt: skip
        self.letters[account].append(letter)

    def answer_some(self) -> None:
        """Let answers and bounces come in."""
        for account, letters in self.letters.items():
            for letter in letters[:ANSWERS]:
                self.providers[account].deliver(
                    make_message(
                        "Thank you. Shall we talk?",
                        answers=letter,
                        sender=letter.to[0],
                        date=self.now,
                    )
                )
            for letter in letters[ANSWERS : ANSWERS + BOUNCES]:
                self.providers[account].deliver(
                    make_message(
                        f"{letter.to[0].address}: user unknown",
                        subject="Undelivered",
                        sender=Address("", f"mailer-daemon@{account}.example"),
                        date=self.now,
                        headers=(("X-Failed-Recipients", letter.to[0].address),),
                    )
                )

    def check(self, name: str, *, is_scheduled: bool = False) -> Cost:
        """Run one round as `remind check` does."""
        start, self.away = time.process_time(), 0.0
        made = run_round(self.settings, self.places, self._open, self.now,
                         accounts=list(self.settings.accounts), is_scheduled=is_scheduled)  # fmt: skip
        note_round_told(self.places, made, self.now)
        seconds = time.process_time() - start - self.away
        _complain(made)
        return Cost(name, tuple(c.requests for c in made.checks), seconds, len(made.notices))

    def _open(self, account: str) -> Session:
        session = Session(self.settings, self.places, self.settings.accounts[account], clock=lambda: self.now)  # fmt: skip
        session.__dict__["provider"] = self.providers[account]
        return session


def _complain(made: Round) -> None:
    for problem in made.problems:
        raise SystemExit(f"{problem.account}: {problem.error}")


@contextmanager
def office(count: int = WITHDRAWALS) -> Iterator[Office]:
    """Make the mailboxes in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        yield Office(Path(folder), count)


def measure(count: int = WITHDRAWALS) -> list[Cost]:
    """Run the rounds."""
    with office(count) as desk:
        costs = [desk.check(f"first look, part {part}") for part in range(1, 1 + -(-count // 300))]
        desk.now += timedelta(hours=4)
        costs.append(desk.check("nothing happened"))
        desk.now += timedelta(hours=4)
        desk.answer_some()
        costs.append(desk.check(f"{ANSWERS * ACCOUNTS} answers, {BOUNCES * ACCOUNTS} bounces"))
        desk.now += timedelta(hours=1)
        costs.append(desk.check("scheduled, nothing due", is_scheduled=True))
    return costs


def measure_follow_ups(count: int = 60) -> float:
    """Return the requests that one drafted follow-up costs, when many are due at once (E30)."""
    with office(count) as desk:
        looking = sum(desk.check("first look").requests)
        desk.now += timedelta(days=7)
        requests = sum(desk.check("follow-ups").requests)
        made = sum(len(provider.drafts) for provider in desk.providers.values())
    return (requests - looking) / made if made == count else float("nan")


def main() -> int:
    """Print the costs; 1 where one is too high."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args()
    costs = measure()
    if options.markdown:
        print("| round | requests of each account | processor time | told |\n|---|---|---|---|")
    for cost in costs:
        cells = (cost.name, ", ".join(map(str, cost.requests)), f"{cost.seconds:.2f} s", str(cost.notices))  # fmt: skip
        if options.markdown:
            print("| " + " | ".join(cells) + " |")
        else:
            print(f"{cells[0]:28} requests {cells[1]:12} {cells[2]:8} told {cells[3]}")
    print(f"\nRequests for each follow-up that is drafted: {measure_follow_ups():.1f}")
    return 0 if all(cost.is_fine for cost in costs) else 1


if __name__ == "__main__":
    sys.exit(main())
