"""The rows of the journal for each process that the user is leaving."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mailer.journal_file import JournalFile, as_column, read_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """One process that the user is leaving, as the journal knows it."""

    id: str
    account: str
    company: str
    role: str
    created_at: datetime
    decided_at: datetime | None = None
    reason: str = "none"
    thread_keys: tuple[str, ...] = ()
    message_ids: frozenset[str] = frozenset()
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What later steps need without reading the mailbox: people, stage, language, interview."""
    corrections: Mapping[str, Any] = field(default_factory=dict)
    """What the user put right: to, cc, thread, language, tone."""


class WithdrawalRows(JournalFile):
    """The part of the journal that knows the processes; see `mailer.journal`."""

    def add_withdrawal(
        self,
        *,
        account: str,
        company: str,
        role: str,
        now: datetime,
        reason: str = "none",
        thread_keys: Iterable[str] = (),
        message_ids: Iterable[str] = (),
        facts: Mapping[str, Any] | None = None,
        decided_at: datetime | None = None,
    ) -> Withdrawal:
        """Write down a new withdrawal under a fresh id."""
        with self._change() as db:
            withdrawal = _fresh_id(db)
            db.execute(
                "INSERT INTO withdrawals (id, account, company, role, created_at, decided_at, "
                "reason, thread_keys, facts) VALUES (?,?,?,?,?,?,?,?,?)",
                (
                    withdrawal,
                    account,
                    company,
                    role,
                    now.isoformat(),
                    (decided_at or now).isoformat(),
                    reason,
                    json.dumps(list(thread_keys)),
                    json.dumps(dict(facts or {})),
                ),
            )
            _add_message_ids(db, withdrawal, message_ids)
        return self.withdrawal(withdrawal)

    def update_withdrawal(
        self,
        withdrawal: str,
        *,
        message_ids: Iterable[str] = (),
        **changes: Any,  # noqa: ANN401 - column values, checked below
    ) -> Withdrawal:
        """Change columns of a withdrawal, and add Message-IDs to it."""
        allowed = {"company", "role", "reason", "thread_keys", "facts", "corrections", "decided_at"}
        if unknown := set(changes) - allowed:
            raise ValueError(f"no such columns: {unknown}")
        with self._change() as db:
            for column, value in changes.items():
                db.execute(
                    f"UPDATE withdrawals SET {column} = ? WHERE id = ?",  # noqa: S608 - from the set above
                    (as_column(value), withdrawal),
                )
            _add_message_ids(db, withdrawal, message_ids)
        return self.withdrawal(withdrawal)

    def withdrawal(self, withdrawal: str) -> Withdrawal:
        """Return one withdrawal; a KeyError where there is none."""
        for found in self.list_withdrawals(where="id = ?", values=(withdrawal,)):
            return found
        raise KeyError(withdrawal)

    def list_withdrawals(
        self, account: str = "", *, where: str = "1", values: Sequence[str] = ()
    ) -> tuple[Withdrawal, ...]:
        """Return the withdrawals of an account, or of all, oldest first."""
        if account:
            where, values = f"({where}) AND account = ?", (*values, account)
        with self._mapped():
            rows = self._db.execute(
                f"SELECT * FROM withdrawals WHERE {where} ORDER BY created_at, id",  # noqa: S608 - our own
                values,
            ).fetchall()
            return tuple(self._withdrawal(row) for row in rows)

    def find_by_message_ids(self, account: str, message_ids: Iterable[str]) -> Withdrawal | None:
        """Return the withdrawal that shares a Message-ID with these, or None."""
        wanted = list(message_ids)
        marks = ",".join("?" * len(wanted))
        found = self.list_withdrawals(
            account,
            where=f"id IN (SELECT withdrawal FROM message_ids WHERE message_id IN ({marks}))",  # noqa: S608 - marks only
            values=wanted,
        )
        return found[-1] if found else None

    def forget(self, withdrawal: str) -> None:
        """Delete all traces of a withdrawal, overwriting them on the disk."""
        with self._change() as db:
            db.execute("DELETE FROM withdrawals WHERE id = ?", (withdrawal,))
        with self._mapped():
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _withdrawal(self, row: sqlite3.Row) -> Withdrawal:
        ids = self._db.execute(
            "SELECT message_id FROM message_ids WHERE withdrawal = ?", (row["id"],)
        ).fetchall()
        return Withdrawal(
            id=row["id"],
            account=row["account"],
            company=row["company"],
            role=row["role"],
            created_at=datetime.fromisoformat(row["created_at"]),
            decided_at=read_time(row["decided_at"]),
            reason=row["reason"],
            thread_keys=tuple(json.loads(row["thread_keys"])),
            message_ids=frozenset(one["message_id"] for one in ids),
            facts=json.loads(row["facts"]),
            corrections=json.loads(row["corrections"]),
        )


def _fresh_id(db: sqlite3.Connection) -> str:
    taken = {row[0] for row in db.execute("SELECT id FROM withdrawals")}
    digits = 3
    while True:
        for _ in range(50):
            candidate = "w" + secrets.token_hex(digits)[:digits]
            if candidate not in taken:
                return candidate
        digits += 1


def _add_message_ids(db: sqlite3.Connection, withdrawal: str, ids: Iterable[str]) -> None:
    rows = [(withdrawal, one) for one in ids if one]
    db.executemany("INSERT OR IGNORE INTO message_ids VALUES (?,?)", rows)
