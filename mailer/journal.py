"""What this tool did, on disk: one SQLite file, private to the user, migrated forward only.

Every outward act is written before it is done (`begin_act`) and after (`end_act`), so that a
crash at any point is found on the next run and settled by looking into the mailbox, never by
doing it again. Nothing of other people's mail is kept but names, addresses and ids; the tool's
own letter only until it is sent or discarded; call notes and reflections are the user's own.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from mailer.errors import ProviderUnavailableError, UnreadableError
from mailer.journal_following import FOLLOWING_SCHEMA, FollowingRows
from mailer.model import Call, CallOutcome, DraftRef, Kind, SendStep
from mailer.settings import make_private

_BUSY_SECONDS = 10


class LetterState(StrEnum):
    """How far a letter has come; each state is written before the act that follows it."""

    SAVING = "saving"
    """About to be filed: a draft may or may not be there."""
    DRAFTED = "drafted"
    APPROVED = "approved"
    """The user saw this fingerprint and said yes."""
    SENDING = "sending"
    """About to be handed over; after a crash the outcome is unknown until settled."""
    UNKNOWN = "unknown"
    """Handed over without an answer; never sent again before it is settled."""
    SENT = "sent"
    DISCARDED = "discarded"
    GONE = "gone"
    """Deleted by hand from the mailbox."""
    YIELDING = "yielding"
    """A newer letter of ours takes its place; its own draft may still lie there."""
    REPLACED = "replaced"
    """A newer letter of ours took its place."""


OPEN_STATES = (
    LetterState.SAVING,
    LetterState.DRAFTED,
    LetterState.APPROVED,
    LetterState.SENDING,
    LetterState.UNKNOWN,
)
_TEXT_GOES = (LetterState.SENT, LetterState.DISCARDED, LetterState.GONE, LetterState.REPLACED)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRecord:
    """One letter of a withdrawal: what was filed, and how far it has come."""

    id: int
    withdrawal: str
    kind: Kind
    state: LetterState
    ref: DraftRef
    parent_message_id: str = ""
    fingerprint: str = ""
    """Of the draft as it was read back after saving; what differs from it, the user edited."""
    approved: str = ""
    """The fingerprint that the user approved; empty: none."""
    text: str = ""
    """The tool's own text; emptied once the letter is sent, discarded, replaced or gone."""
    html: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Subject, recipients, language, tone, reason and the checker's context."""
    created_at: datetime
    updated_at: datetime
    sent_at: datetime | None = None
    sent_message_id: str = ""
    send_step: SendStep | None = None
    """How far a send has come, as the provider noted it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One outward act: begun, and ended with what came of it; `ended_at` is None after a crash."""

    id: int
    withdrawal: str
    what: str
    begun_at: datetime
    ended_at: datetime | None
    outcome: str


_MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE withdrawals (
      id TEXT PRIMARY KEY, account TEXT NOT NULL, company TEXT NOT NULL, role TEXT NOT NULL,
      created_at TEXT NOT NULL, decided_at TEXT, reason TEXT NOT NULL DEFAULT 'none',
      thread_keys TEXT NOT NULL DEFAULT '[]', facts TEXT NOT NULL DEFAULT '{}',
      corrections TEXT NOT NULL DEFAULT '{}'
    ) STRICT;
    CREATE TABLE message_ids (
      withdrawal TEXT NOT NULL REFERENCES withdrawals(id) ON DELETE CASCADE,
      message_id TEXT NOT NULL, PRIMARY KEY (withdrawal, message_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX message_ids_by_id ON message_ids(message_id);
    CREATE TABLE letters (
      id INTEGER PRIMARY KEY, withdrawal TEXT NOT NULL REFERENCES withdrawals(id) ON DELETE CASCADE,
      kind TEXT NOT NULL, state TEXT NOT NULL, draft_key TEXT NOT NULL DEFAULT '',
      version TEXT NOT NULL DEFAULT '', message_id TEXT NOT NULL DEFAULT '',
      thread_key TEXT NOT NULL DEFAULT '', parent_message_id TEXT NOT NULL DEFAULT '',
      fingerprint TEXT NOT NULL DEFAULT '', approved TEXT NOT NULL DEFAULT '',
      text TEXT NOT NULL DEFAULT '', html TEXT NOT NULL DEFAULT '',
      facts TEXT NOT NULL DEFAULT '{}', created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
      sent_at TEXT, sent_message_id TEXT NOT NULL DEFAULT '', send_step TEXT
    ) STRICT;
    CREATE TABLE acts (
      id INTEGER PRIMARY KEY, withdrawal TEXT NOT NULL REFERENCES withdrawals(id) ON DELETE CASCADE,
      letter INTEGER REFERENCES letters(id) ON DELETE CASCADE, what TEXT NOT NULL,
      begun_at TEXT NOT NULL, ended_at TEXT, outcome TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE TABLE calls (
      id INTEGER PRIMARY KEY, withdrawal TEXT NOT NULL REFERENCES withdrawals(id) ON DELETE CASCADE,
      outcome TEXT NOT NULL, at TEXT NOT NULL, with_name TEXT NOT NULL DEFAULT '',
      with_address TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE TABLE reflections (
      id INTEGER PRIMARY KEY, withdrawal TEXT NOT NULL REFERENCES withdrawals(id) ON DELETE CASCADE,
      at TEXT NOT NULL, text TEXT NOT NULL
    ) STRICT;
    """,
    FOLLOWING_SCHEMA,
)


class Journal(FollowingRows):
    """The journal of all accounts; every method is one transaction."""

    def __init__(self, path: Path, *, migrations: Sequence[str] = _MIGRATIONS) -> None:
        """Open the journal, make it where it is missing, bring it to the present schema.

        Raises:
            UnreadableError: it is damaged, or from a newer bowout; it is left as it is.
            ProviderUnavailableError: the disk is full or read-only.
        """
        self.path = path
        try:
            make_private(path.parent)
            if not path.exists():
                os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
            self._db = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
            self._db.row_factory = sqlite3.Row
            with self._mapped():
                self._db.execute("PRAGMA journal_mode = WAL")
                self._db.execute("PRAGMA synchronous = FULL")
                self._db.execute("PRAGMA foreign_keys = ON")
                self._db.execute("PRAGMA secure_delete = ON")
                self._migrate(migrations)
        except (OSError, sqlite3.OperationalError) as error:
            raise _out_of_reach(path, error) from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    # --- withdrawals ---

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
                    _iso(decided_at or now),
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
                    (_column(value), withdrawal),
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

    # --- letters ---

    def begin_letter(
        self,
        withdrawal: str,
        *,
        kind: Kind,
        ref: DraftRef,
        parent_message_id: str,
        text: str,
        html: str,
        facts: Mapping[str, Any],
        now: datetime,
        fingerprint: str = "",
        supersedes: int | None = None,
    ) -> LetterRecord:
        """Write down that a letter is about to be filed.

        With `supersedes` it takes the place of an earlier letter, which starts to yield in the
        same transaction; `fingerprint` is the one of that letter's draft.
        """
        with self._change() as db:
            cursor = db.execute(
                "INSERT INTO letters (withdrawal, kind, state, draft_key, version, message_id, "
                "thread_key, parent_message_id, text, html, facts, fingerprint, created_at, "
                "updated_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (
                    withdrawal,
                    kind,
                    LetterState.SAVING,
                    ref.key,
                    ref.version,
                    ref.message_id,
                    ref.thread_key,
                    parent_message_id,
                    text,
                    html,
                    json.dumps(dict(facts)),
                    fingerprint,
                    now.isoformat(),
                    now.isoformat(),
                ),
            )
            identifier = cursor.lastrowid
            if supersedes is not None:
                row = db.execute("SELECT facts FROM letters WHERE id = ?", (supersedes,)).fetchone()
                yielding = json.dumps({**json.loads(row["facts"]), "yields_to": identifier})
                db.execute(
                    "UPDATE letters SET state = ?, facts = ?, updated_at = ? WHERE id = ?",
                    (LetterState.YIELDING, yielding, now.isoformat(), supersedes),
                )
        return self.letter(identifier or 0)

    def end_yielding(
        self,
        older: int,
        state: LetterState,
        *,
        now: datetime,
        newer: tuple[int, LetterState] | None = None,
    ) -> LetterRecord:
        """Say what became of a letter that yielded, and of the newer one in the same transaction.

        Nothing is changed where it does not yield any more.
        """
        with self._change() as db:
            row = db.execute("SELECT state FROM letters WHERE id = ?", (older,)).fetchone()
            ends = [(older, state), *([newer] if newer else [])]
            for letter, end in ends if row and row["state"] == LetterState.YIELDING else ():
                db.execute(
                    "UPDATE letters SET state = ?, updated_at = ? WHERE id = ?",
                    (end, now.isoformat(), letter),
                )
                if end in _TEXT_GOES:
                    db.execute("UPDATE letters SET text = '', html = '' WHERE id = ?", (letter,))
        return self.letter(older)

    def update_letter(
        self,
        letter: int,
        *,
        now: datetime,
        ref: DraftRef | None = None,
        before: Collection[LetterState] = tuple(LetterState),
        **changes: Any,  # noqa: ANN401 - column values, checked below
    ) -> LetterRecord:
        """Change a letter and return it as it stands then; a final state empties its text.

        It is changed only while it stands in one of the states `before`, so that a run without
        the lock never overwrites what another one wrote meanwhile.
        """
        allowed = {
            "state", "fingerprint", "approved", "text", "html", "facts", "sent_at",
            "sent_message_id", "send_step", "parent_message_id",
        }  # fmt: skip
        if unknown := set(changes) - allowed:
            raise ValueError(f"no such columns: {unknown}")
        if ref is not None:
            changes |= {
                "draft_key": ref.key,
                "version": ref.version,
                "message_id": ref.message_id,
                "thread_key": ref.thread_key,
            }
        if changes.get("state") in _TEXT_GOES:
            changes |= {"text": "", "html": ""}
        with self._change() as db:
            row = db.execute("SELECT state FROM letters WHERE id = ?", (letter,)).fetchone()
            stands = row is not None and row["state"] in before
            for column, value in {**changes, "updated_at": now}.items() if stands else ():
                db.execute(
                    f"UPDATE letters SET {column} = ? WHERE id = ?",  # noqa: S608 - from the set above
                    (_column(value), letter),
                )
        return self.letter(letter)

    def move_letter(
        self, letter: int, before: Collection[LetterState], after: LetterState, *, now: datetime
    ) -> bool:
        """Move a letter on if it still stands in one of the states `before`; False: it does not.

        Looking and writing are one statement, so that of two processes only one succeeds, even
        where the account's lock fails. A send starts with no step done.
        """
        marks = ",".join("?" * len(before))
        with self._change() as db:
            cursor = db.execute(
                f"UPDATE letters SET state = ?, send_step = NULL, updated_at = ? "  # noqa: S608 - marks only
                f"WHERE id = ? AND state IN ({marks})",
                (after, now.isoformat(), letter, *before),
            )
            return cursor.rowcount == 1

    def delete_letter(self, letter: int) -> None:
        """Take back a letter that was never filed."""
        with self._change() as db:
            db.execute("DELETE FROM letters WHERE id = ?", (letter,))

    def letter(self, letter: int) -> LetterRecord:
        """Return one letter; a KeyError where there is none."""
        with self._mapped():
            row = self._db.execute("SELECT * FROM letters WHERE id = ?", (letter,)).fetchone()
            found = None if row is None else _letter(row)
        if found is None:
            raise KeyError(letter)
        return found

    def list_letters(self, withdrawal: str, kind: Kind | None = None) -> tuple[LetterRecord, ...]:
        """Return the letters of a withdrawal, oldest first."""
        with self._mapped():
            rows = self._db.execute(
                "SELECT * FROM letters WHERE withdrawal = ? ORDER BY id", (withdrawal,)
            ).fetchall()
            found = tuple(_letter(row) for row in rows)
        return tuple(one for one in found if kind is None or one.kind == kind)

    def list_doubtful(self, account: str) -> tuple[LetterRecord, ...]:
        """Return an account's letters that were handed over, or may have been, oldest first."""
        with self._mapped():
            rows = self._db.execute(
                "SELECT letters.* FROM letters JOIN withdrawals ON withdrawals.id = withdrawal "
                "WHERE account = ? AND (state = ? OR (state = ? AND send_step IS NOT NULL)) "
                "ORDER BY letters.id",
                (account, LetterState.UNKNOWN, LetterState.SENDING),
            ).fetchall()
            return tuple(_letter(row) for row in rows)

    # --- acts, calls, reflections ---

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
                    ended_at=_time(row["ended_at"]),
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

    # --- the file itself ---

    def _migrate(self, migrations: Sequence[str]) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version == len(migrations):
            return
        if version > len(migrations):
            raise UnreadableError(
                f"The journal {self.path} was written by a newer bowout. Nothing was changed.",
                hint="Install the newer version again.",
            )
        with self._change() as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            for script in migrations[version:]:
                for statement in filter(None, map(str.strip, script.split(";"))):
                    db.execute(statement)
            db.execute(f"PRAGMA user_version = {len(migrations)}")

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        with self._mapped():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    @contextmanager
    def _mapped(self) -> Iterator[None]:
        """Turn SQLite's errors into ours."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise _out_of_reach(self.path, error) from error
        except (sqlite3.DatabaseError, ValueError, TypeError) as error:
            if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise
            raise UnreadableError(
                f"The journal can't be read: {self.path}: {error}. It was left as it is.",
                hint="Move the file away to start a new one; your mailbox holds all drafts.",
            ) from error

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
            decided_at=_time(row["decided_at"]),
            reason=row["reason"],
            thread_keys=tuple(json.loads(row["thread_keys"])),
            message_ids=frozenset(one["message_id"] for one in ids),
            facts=json.loads(row["facts"]),
            corrections=json.loads(row["corrections"]),
        )


def _letter(row: sqlite3.Row) -> LetterRecord:
    return LetterRecord(
        id=row["id"],
        withdrawal=row["withdrawal"],
        kind=Kind(row["kind"]),
        state=LetterState(row["state"]),
        ref=DraftRef(
            key=row["draft_key"],
            version=row["version"],
            message_id=row["message_id"],
            thread_key=row["thread_key"],
        ),
        parent_message_id=row["parent_message_id"],
        fingerprint=row["fingerprint"],
        approved=row["approved"],
        text=row["text"],
        html=row["html"],
        facts=json.loads(row["facts"]),
        created_at=datetime.fromisoformat(row["created_at"]),
        updated_at=datetime.fromisoformat(row["updated_at"]),
        sent_at=_time(row["sent_at"]),
        sent_message_id=row["sent_message_id"],
        send_step=SendStep(row["send_step"]) if row["send_step"] else None,
    )


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


def _column(value: Any) -> str | None:  # noqa: ANN401 - whatever a column takes
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    return json.dumps(value if isinstance(value, Mapping) else list(value))


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _out_of_reach(path: Path, error: Exception) -> ProviderUnavailableError:
    return ProviderUnavailableError(
        f"The journal {path} can't be written: {error}. Nothing was sent.",
        hint="Free some space, or mend the folder's permissions, and run the command again.",
    )
