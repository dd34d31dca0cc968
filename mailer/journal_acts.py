"""The rows of the journal for what was done, and for the user's own calls and reflections."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from mailer.journal_file import JournalFile, read_time
from mailer.model import Call, CallOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One outward act: begun, and ended with what came of it; `ended_at` is None after a crash."""

    id: int
    withdrawal: str
    what: str
    begun_at: datetime
    ended_at: datetime | None
    outcome: str


class ActRows(JournalFile):
    """The part of the journal that knows acts, calls and reflections; see `mailer.journal`."""

    def begin_act(
        self, withdrawal: str, what: str, *, now: datetime, letter: int | None = None
    ) -> int:
        """Write down an outward act before it is done; returns its number for `end_act`."""
        with self._change() as db:
            cursor = db.execute(
                "INSERT INTO acts (withdrawal, letter, what, begun_at) VALUES (?,?,?,?)",
                (withdrawal, letter, what, now.isoformat()),
            )
            return cursor.lastrowid or 0

    def end_act(self, act: int, outcome: str, *, now: datetime) -> None:
        """Write down what came of an act."""
        with self._change() as db:
            db.execute(
                "UPDATE acts SET ended_at = ?, outcome = ? WHERE id = ?",
                (now.isoformat(), outcome, act),
            )

    def list_acts(self, withdrawal: str) -> tuple[Act, ...]:
        """Return the acts of a withdrawal, oldest first."""
        with self._mapped():
            rows = self._db.execute(
                "SELECT * FROM acts WHERE withdrawal = ? ORDER BY id", (withdrawal,)
            ).fetchall()
            return tuple(
                Act(
                    id=row["id"],
                    withdrawal=row["withdrawal"],
                    what=row["what"],
                    begun_at=datetime.fromisoformat(row["begun_at"]),
                    ended_at=read_time(row["ended_at"]),
                    outcome=row["outcome"],
                )
                for row in rows
            )

    def add_call(self, withdrawal: str, call: Call) -> int:
        """Log a call; returns its number."""
        with self._change() as db:
            cursor = db.execute(
                "INSERT INTO calls (withdrawal, outcome, at, with_name, with_address, notes) "
                "VALUES (?,?,?,?,?,?)",
                (withdrawal, *_call_columns(call)),
            )
            return cursor.lastrowid or 0

    def replace_call(self, number: int, call: Call | None) -> None:
        """Change a logged call, or delete it with None."""
        with self._change() as db:
            if call is None:
                db.execute("DELETE FROM calls WHERE id = ?", (number,))
                return
            db.execute(
                "UPDATE calls SET outcome = ?, at = ?, with_name = ?, with_address = ?, notes = ? "
                "WHERE id = ?",
                (*_call_columns(call), number),
            )

    def list_calls(self, withdrawal: str) -> tuple[tuple[int, Call], ...]:
        """Return the calls of a withdrawal with their numbers, by time."""
        with self._mapped():
            rows = self._db.execute(
                "SELECT * FROM calls WHERE withdrawal = ?", (withdrawal,)
            ).fetchall()
            calls = [(row["id"], _call(row)) for row in rows]
        return tuple(sorted(calls, key=lambda pair: pair[1].at))

    def add_reflection(self, withdrawal: str, text: str, *, now: datetime) -> None:
        """Keep a note of the user's own."""
        with self._change() as db:
            db.execute(
                "INSERT INTO reflections (withdrawal, at, text) VALUES (?,?,?)",
                (withdrawal, now.isoformat(), text),
            )

    def list_reflections(self, withdrawal: str) -> tuple[tuple[datetime, str], ...]:
        """Return the user's notes on a withdrawal, oldest first."""
        with self._mapped():
            rows = self._db.execute(
                "SELECT at, text FROM reflections WHERE withdrawal = ? ORDER BY id", (withdrawal,)
            ).fetchall()
            return tuple((datetime.fromisoformat(row["at"]), row["text"]) for row in rows)


def _call(row: sqlite3.Row) -> Call:
    return Call(
        outcome=CallOutcome(row["outcome"]),
        at=datetime.fromisoformat(row["at"]),
        with_name=row["with_name"],
        with_address=row["with_address"],
        notes=row["notes"],
    )


def _call_columns(call: Call) -> tuple[str, ...]:
    return (call.outcome, call.at.isoformat(), call.with_name, call.with_address, call.notes)
