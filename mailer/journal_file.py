"""The journal's file: opened private, brought to the present schema, changed in transactions."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from mailer.errors import ProviderUnavailableError, UnreadableError
from mailer.settings import make_private

_BUSY_SECONDS = 10


class JournalFile:
    """One SQLite file; what lies in it is the business of those that derive from this."""

    def __init__(self, path: Path, *, migrations: Sequence[str]) -> None:
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


def as_column(value: Any) -> str | None:  # noqa: ANN401 - whatever a column takes
    """Return a value as it is written into a column."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    return json.dumps(value if isinstance(value, Mapping) else list(value))


def read_time(text: str | None) -> datetime | None:
    """Return the moment that a column holds, if any."""
    return datetime.fromisoformat(text) if text else None


def _out_of_reach(path: Path, error: Exception) -> ProviderUnavailableError:
    return ProviderUnavailableError(
        f"The journal {path} can't be written: {error}. Nothing was sent.",
        hint="Free some space, or mend the folder's permissions, and run the command again.",
    )
