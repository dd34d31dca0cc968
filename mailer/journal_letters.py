"""The rows of the journal for each letter: what was filed, and how far it has come."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from mailer.journal_file import JournalFile, as_column, read_time
from mailer.model import DraftRef, Kind, SendStep


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


class LetterRows(JournalFile):
    """The part of the journal that knows the letters; see `mailer.journal`."""

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
                    (as_column(value), letter),
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
        sent_at=read_time(row["sent_at"]),
        sent_message_id=row["sent_message_id"],
        send_step=SendStep(row["send_step"]) if row["send_step"] else None,
    )
