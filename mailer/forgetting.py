"""Deletes what the tool knows of one withdrawal, or of all; never anything in a mailbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mailer.journal import Journal
from mailer.journal_withdrawals import Withdrawal
from mailer.rounds import LOG_NAME

if TYPE_CHECKING:
    from mailer.settings import Places

_CACHES = ("identities.json",)
_CACHE_PATTERNS = ("cache*", "*.cache", "index*")


def forget_one(journal: Journal, withdrawal: Withdrawal) -> None:
    """Delete all that the journal has of a withdrawal; its drafts stay in the mailbox."""
    journal.forget(withdrawal.id)


def forget_all(places: Places) -> int:
    """Delete the journal, the log and the accounts' caches; accounts and secrets stay.

    Returns how many withdrawals were forgotten. Rows are deleted first, so that the disk's
    blocks are overwritten, then the file itself.
    """
    count = 0
    if places.journal.exists():
        journal = Journal(places.journal)
        try:
            every = journal.list_withdrawals()
            count = len(every)
            journal.forget_all()
        finally:
            journal.close()
        for suffix in ("", "-wal", "-shm"):
            places.journal.with_name(places.journal.name + suffix).unlink(missing_ok=True)
    (places.data / LOG_NAME).unlink(missing_ok=True)
    _clear_caches(places)
    return count


def _clear_caches(places: Places) -> None:
    accounts = places.data / "accounts"
    if not accounts.is_dir():
        return
    for folder in accounts.iterdir():
        found = [folder / name for name in _CACHES]
        found += [path for pattern in _CACHE_PATTERNS for path in folder.glob(pattern)]
        for path in found:
            if path.is_file():
                path.unlink(missing_ok=True)
