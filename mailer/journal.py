"""What this tool did, on disk: one SQLite file, private to the user, migrated forward only.

Every outward act is written before it is done (`begin_act`) and after (`end_act`), so that a
crash at any point is found on the next run and settled by looking into the mailbox, never by
doing it again. Nothing of other people's mail is kept but names, addresses and ids; the tool's
own letter only until it is sent or discarded; call notes and reflections are the user's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mailer.journal_acts import ActRows
from mailer.journal_following import FOLLOWING_SCHEMA, FollowingRows
from mailer.journal_letters import LetterRows
from mailer.journal_withdrawals import WithdrawalRows

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


class Journal(WithdrawalRows, LetterRows, ActRows, FollowingRows):
    """The journal of all accounts; every method is one transaction."""

    def __init__(self, path: Path, *, migrations: Sequence[str] = _MIGRATIONS) -> None:
        """Open the journal; see `JournalFile`."""
        super().__init__(path, migrations=migrations)
