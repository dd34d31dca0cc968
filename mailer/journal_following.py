"""The rows of the journal that stay with a letter after it left: reminders, answers, looks, runs.

Reminders are keyed by what they are about (`mark`), not by a service's key, which may change
(G67): adding the same one twice leaves one. Nothing of an answer is kept but who, when and of
which kind; its words stay in the mailbox.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from mailer.journal_file import JournalFile, read_time

FOLLOWING_SCHEMA = """
    CREATE TABLE reminders (
      id INTEGER PRIMARY KEY, withdrawal TEXT NOT NULL REFERENCES withdrawals(id) ON DELETE CASCADE,
      letter INTEGER REFERENCES letters(id) ON DELETE CASCADE, about TEXT NOT NULL,
      mark TEXT NOT NULL, text TEXT NOT NULL, due TEXT NOT NULL, wall TEXT NOT NULL DEFAULT '',
      zone TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'open', created_at TEXT NOT NULL,
      ended_at TEXT, told_at TEXT, UNIQUE (withdrawal, mark)
    ) STRICT;
    CREATE TABLE answers (
      withdrawal TEXT NOT NULL REFERENCES withdrawals(id) ON DELETE CASCADE,
      message_id TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL, address TEXT NOT NULL,
      name TEXT NOT NULL DEFAULT '', facts TEXT NOT NULL DEFAULT '{}', seen_at TEXT NOT NULL,
      told_at TEXT, PRIMARY KEY (withdrawal, message_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE looks (
      withdrawal TEXT PRIMARY KEY REFERENCES withdrawals(id) ON DELETE CASCADE, at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE cursors (
      account TEXT PRIMARY KEY, cursor TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY, at TEXT NOT NULL, ended_at TEXT, is_scheduled INTEGER NOT NULL,
      outcome TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX letters_by_withdrawal ON letters(withdrawal);
    CREATE INDEX acts_by_withdrawal ON acts(withdrawal);
    CREATE INDEX calls_by_withdrawal ON calls(withdrawal);
"""

_RUNS_KEPT = 200


class About(StrEnum):
    """What a reminder is about."""

    ANSWER = "answer"
    """An answer to a letter that left (E30)."""
    DRAFT = "draft"
    """A draft that lies unsent (E3)."""
    PROMISE = "promise"
    """What the letter promised: a referral, documents (E29)."""
    CALL = "call"
    """A call that the plan asked for (E11, E24)."""
    CONNECT = "connect"
    """Staying in touch (E33)."""
    OWN = "own"
    """Whatever the user wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """Something due at a time."""

    id: int = 0
    withdrawal: str
    about: About
    mark: str
    """What it is about, so that it is never made twice (G67)."""
    text: str
    due: datetime
    """The instant, in UTC, as it was worked out when the reminder was set."""
    wall: str = ""
    """The local time that was meant, ISO without offset; empty where the instant is meant."""
    zone: str = ""
    """The zone in which it was meant, by its IANA name."""
    letter: int | None = None
    state: str = "open"
    """`open`, `done`, or `dropped`: what it is about has gone."""
    created_at: datetime
    ended_at: datetime | None = None
    told_at: datetime | None = None
    """When the user was told; snoozing empties it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRecord:
    """What came back to a letter: who, when, of which kind; never its words."""

    withdrawal: str
    message_id: str
    kind: str
    """A value of `mailer.reading.answers.AnswerKind`."""
    at: datetime
    address: str
    name: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """`asks`; for a bounce `dead`, `reached` and `others`; the letter's own kind."""
    seen_at: datetime
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of `remind check`; `ended_at` is None while it runs, or after a crash."""

    id: int
    at: datetime
    ended_at: datetime | None
    is_scheduled: bool
    outcome: str
    """`ok`, or what went wrong, without private text."""


class FollowingRows(JournalFile):
    """The part of the journal that `mailer.following` works with; see `mailer.journal`."""

    # --- reminders ---

    def add_reminders(self, reminders: Iterable[Reminder]) -> int:
        """Add those whose mark is new; returns how many were."""
        rows = [
            (
                r.withdrawal, r.letter, r.about, r.mark, r.text, _utc(r.due), r.wall, r.zone,
                r.state, _utc(r.created_at),
            )
            for r in reminders
        ]  # fmt: skip
        if not rows:
            return 0
        with self._change() as db:
            before = db.total_changes
            db.executemany(
                "INSERT OR IGNORE INTO reminders (withdrawal, letter, about, mark, text, due, "
                "wall, zone, state, created_at) VALUES (?,?,?,?,?,?,?,?,?,?)",
                rows,
            )
            return db.total_changes - before

    def set_reminder(self, reminder: Reminder) -> Reminder:
        """Add a reminder, or move the one of the same mark to this time and open it again."""
        with self._change() as db:
            db.execute(
                "INSERT INTO reminders (withdrawal, letter, about, mark, text, due, wall, zone, "
                "created_at) VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (withdrawal, mark) DO UPDATE "
                "SET due = excluded.due, wall = excluded.wall, zone = excluded.zone, "
                "text = excluded.text, letter = excluded.letter, state = 'open', "
                "ended_at = NULL, told_at = NULL",
                (
                    reminder.withdrawal, reminder.letter, reminder.about, reminder.mark,
                    reminder.text, _utc(reminder.due), reminder.wall, reminder.zone,
                    _utc(reminder.created_at),
                ),
            )  # fmt: skip
        found = self.list_reminders(reminder.withdrawal)
        return next(r for r in found if r.mark == reminder.mark)

    def end_reminders(self, numbers: Sequence[int], state: str, *, now: datetime) -> None:
        """Close reminders as `done` or `dropped`."""
        if not numbers:
            return
        with self._change() as db:
            db.executemany(
                "UPDATE reminders SET state = ?, ended_at = ? WHERE id = ?",
                [(state, _utc(now), number) for number in numbers],
            )

    def note_told(self, numbers: Sequence[int], *, now: datetime) -> None:
        """Write down that the user was told of these reminders."""
        if not numbers:
            return
        with self._change() as db:
            db.executemany(
                "UPDATE reminders SET told_at = ? WHERE id = ?",
                [(_utc(now), number) for number in numbers],
            )

    def list_reminders(
        self, withdrawal: str = "", *, account: str = "", state: str = ""
    ) -> tuple[Reminder, ...]:
        """Return reminders of a withdrawal, of an account or of all, the earliest due first."""
        wheres = {
            "withdrawal = ?": withdrawal,
            "withdrawal IN (SELECT id FROM withdrawals WHERE account = ?)": account,
            "state = ?": state,
        }
        chosen = {where: value for where, value in wheres.items() if value}
        with self._mapped():
            rows = self._db.execute(
                f"SELECT * FROM reminders WHERE {' AND '.join(chosen) or '1'} ORDER BY due, id",  # noqa: S608 - the texts above
                tuple(chosen.values()),
            ).fetchall()
            return tuple(_reminder(row) for row in rows)

    # --- answers ---

    def add_answer(self, answer: AnswerRecord) -> bool:
        """Write down what came back; False: it was known already."""
        with self._change() as db:
            cursor = db.execute(
                "INSERT OR IGNORE INTO answers (withdrawal, message_id, kind, at, address, name, "
                "facts, seen_at) VALUES (?,?,?,?,?,?,?,?)",
                (
                    answer.withdrawal, answer.message_id, answer.kind, _utc(answer.at),
                    answer.address, answer.name, json.dumps(dict(answer.facts)),
                    _utc(answer.seen_at),
                ),
            )  # fmt: skip
            return cursor.rowcount == 1

    def note_answers_told(self, answers: Sequence[AnswerRecord], *, now: datetime) -> None:
        """Write down that the user was told of these answers."""
        if not answers:
            return
        with self._change() as db:
            db.executemany(
                "UPDATE answers SET told_at = ? WHERE withdrawal = ? AND message_id = ?",
                [(_utc(now), a.withdrawal, a.message_id) for a in answers],
            )

    def list_answers(self, withdrawal: str = "", *, account: str = "") -> tuple[AnswerRecord, ...]:
        """Return what came back to a withdrawal, or to all of an account, by time."""
        wheres = {
            "withdrawal = ?": withdrawal,
            "withdrawal IN (SELECT id FROM withdrawals WHERE account = ?)": account,
        }
        chosen = {where: value for where, value in wheres.items() if value}
        with self._mapped():
            rows = self._db.execute(
                f"SELECT * FROM answers WHERE {' AND '.join(chosen) or '1'} ORDER BY at",  # noqa: S608 - the texts above
                tuple(chosen.values()),
            ).fetchall()
            return tuple(_answer(row) for row in rows)

    # --- looks, cursors, runs ---

    def note_looks(self, withdrawals: Iterable[str], *, now: datetime) -> None:
        """Write down that the mailbox was read for these withdrawals."""
        with self._change() as db:
            db.executemany(
                "INSERT OR REPLACE INTO looks VALUES (?,?)",
                [(one, _utc(now)) for one in withdrawals],
            )

    def list_looks(self, account: str) -> dict[str, datetime]:
        """Return when each withdrawal of an account was last looked at."""
        with self._mapped():
            rows = self._db.execute(
                "SELECT looks.withdrawal, looks.at FROM looks JOIN withdrawals "
                "ON withdrawals.id = looks.withdrawal WHERE account = ?",
                (account,),
            ).fetchall()
            return {row[0]: datetime.fromisoformat(row[1]) for row in rows}

    def cursor(self, account: str) -> tuple[str | None, datetime | None]:
        """Return how far the account's changes were read, and when."""
        with self._mapped():
            row = self._db.execute(
                "SELECT cursor, at FROM cursors WHERE account = ?", (account,)
            ).fetchone()
            return (row[0] or None, datetime.fromisoformat(row[1])) if row else (None, None)

    def set_cursor(self, account: str, cursor: str, *, now: datetime) -> None:
        """Remember how far the account's changes were read; empty: there is no cursor."""
        with self._change() as db:
            db.execute(
                "INSERT OR REPLACE INTO cursors VALUES (?,?,?)", (account, cursor, _utc(now))
            )

    def begin_run(self, *, now: datetime, is_scheduled: bool) -> int:
        """Write down that a check begins; the oldest runs go."""
        with self._change() as db:
            cursor = db.execute(
                "INSERT INTO runs (at, is_scheduled) VALUES (?,?)", (_utc(now), int(is_scheduled))
            )
            number = cursor.lastrowid or 0
            db.execute("DELETE FROM runs WHERE id <= ?", (number - _RUNS_KEPT,))
            return number

    def end_run(self, number: int, outcome: str, *, now: datetime) -> None:
        """Write down what came of a check."""
        with self._change() as db:
            db.execute(
                "UPDATE runs SET ended_at = ?, outcome = ? WHERE id = ?",
                (_utc(now), outcome, number),
            )

    def last_run(self, *, is_scheduled: bool) -> Run | None:
        """Return the newest run of the scheduler, or the newest by hand."""
        with self._mapped():
            row = self._db.execute(
                "SELECT * FROM runs WHERE is_scheduled = ? ORDER BY id DESC LIMIT 1",
                (int(is_scheduled),),
            ).fetchone()
            if row is None:
                return None
            ended = row["ended_at"]
            return Run(
                id=row["id"],
                at=datetime.fromisoformat(row["at"]),
                ended_at=datetime.fromisoformat(ended) if ended else None,
                is_scheduled=bool(row["is_scheduled"]),
                outcome=row["outcome"],
            )

    def forget_runs(self) -> None:
        """Delete what is known of runs."""
        with self._change() as db:
            db.execute("DELETE FROM runs")

    def forget_all(self) -> None:
        """Delete every row of the journal, overwriting them on the disk."""
        with self._change() as db:
            for table in ("withdrawals", "cursors", "runs"):
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - the names above
        with self._mapped():
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _reminder(row: sqlite3.Row) -> Reminder:
    return Reminder(
        id=row["id"],
        withdrawal=row["withdrawal"],
        about=About(row["about"]),
        mark=row["mark"],
        text=row["text"],
        due=datetime.fromisoformat(row["due"]),
        wall=row["wall"],
        zone=row["zone"],
        letter=row["letter"],
        state=row["state"],
        created_at=datetime.fromisoformat(row["created_at"]),
        ended_at=read_time(row["ended_at"]),
        told_at=read_time(row["told_at"]),
    )


def _answer(row: sqlite3.Row) -> AnswerRecord:
    return AnswerRecord(
        withdrawal=row["withdrawal"],
        message_id=row["message_id"],
        kind=row["kind"],
        at=datetime.fromisoformat(row["at"]),
        address=row["address"],
        name=row["name"],
        facts=json.loads(row["facts"]),
        seen_at=datetime.fromisoformat(row["seen_at"]),
        told_at=read_time(row["told_at"]),
    )


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
