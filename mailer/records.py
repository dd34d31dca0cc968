"""What the journal tells of each withdrawal: its state, its age, its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mailer.documents import Document, time
from mailer.drafting import match_withdrawals
from mailer.journal import Journal, LetterRecord, LetterState, Withdrawal
from mailer.model import Call
from mailer.results import letter_record_document

if TYPE_CHECKING:
    from mailer.settings import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One withdrawal with all that the journal knows of it."""

    withdrawal: Withdrawal
    letters: tuple[LetterRecord, ...]
    calls: tuple[tuple[int, Call], ...]
    reflections: tuple[tuple[datetime, str], ...]

    @property
    def state(self) -> str:
        """`decided`, `drafted`, `unknown`, `sent` or `answered`."""
        states = {letter.state for letter in self.letters}
        if states & {LetterState.UNKNOWN, LetterState.SENDING}:
            return "unknown"
        if LetterState.SENT in states:
            return "sent"
        if states & {LetterState.DRAFTED, LetterState.APPROVED, LetterState.SAVING}:
            return "drafted"
        return "decided"

    @property
    def sent_at(self) -> datetime | None:
        """When the newest letter left."""
        times = [letter.sent_at for letter in self.letters if letter.sent_at]
        return max(times, default=None)

    def age_days(self, now: datetime) -> int:
        """Return the days since the decision (E3)."""
        return max(0, (now - (self.withdrawal.decided_at or self.withdrawal.created_at)).days)


def list_records(places: Places, query: str = "", account: str = "") -> tuple[Record, ...]:
    """Return the withdrawals that a query names, of one account or of all, newest first."""
    if not places.journal.exists():
        return ()
    journal = Journal(places.journal)
    try:
        every = journal.list_withdrawals(account)
        wanted = match_withdrawals(every, query) if query else every
        return tuple(read_record(journal, w) for w in reversed(wanted))
    finally:
        journal.close()


def read_record(journal: Journal, withdrawal: Withdrawal) -> Record:
    """Return one withdrawal with all that belongs to it."""
    return Record(
        withdrawal=withdrawal,
        letters=journal.list_letters(withdrawal.id),
        calls=journal.list_calls(withdrawal.id),
        reflections=journal.list_reflections(withdrawal.id),
    )


def status_document(records: Sequence[Record], now: datetime) -> Document:
    """Return what `status --json` prints."""
    return {"withdrawals": [record_document(r, now) for r in records]}


def record_document(record: Record, now: datetime) -> Document:
    """Return one of `withdrawals`."""
    withdrawal = record.withdrawal
    return {
        "withdrawal": withdrawal.id,
        "account": withdrawal.account,
        "company": withdrawal.company,
        "role": withdrawal.role,
        "reason": withdrawal.reason,
        "state": record.state,
        "decided_at": time(withdrawal.decided_at),
        "age_days": record.age_days(now),
        "drafts": [letter_record_document(letter) for letter in record.letters],
        "calls": [call_document(number, call) for number, call in record.calls],
        "sent_at": time(record.sent_at),
        "answer": None,
        "reminders": [],
        "reflections": [{"at": time(at), "text": text} for at, text in record.reflections],
    }


def call_document(number: int, call: Call) -> Document:
    """Return one of `calls`."""
    return {
        "call": number,
        "outcome": call.outcome.value,
        "at": time(call.at),
        "with": call.with_name,
        "notes": call.notes,
    }
