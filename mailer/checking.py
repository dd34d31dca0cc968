"""What `doctor` checks of the machine itself: settings, journal, clock, scheduler."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mailer.errors import MailerError
from mailer.provider import Check

if TYPE_CHECKING:
    from mailer.settings import Places


def check_machine(places: Places) -> list[Check]:
    """Return one line each; changes nothing."""
    return [
        _check_settings(places),
        _check_journal(places),
        _check_clock(),
        _check_scheduler(places),
    ]


def _check_settings(places: Places) -> Check:
    path = places.config
    if not path.exists():
        return Check("settings", is_ok=True, detail=f"none yet ({path})")
    return _check_private("settings", path)


def _check_journal(places: Places) -> Check:
    from mailer.journal import Journal

    path = places.journal
    if not path.exists():
        return Check("journal", is_ok=True, detail=f"none yet ({path})")
    try:
        journal = Journal(path)
        count = len(journal.list_withdrawals())
        journal.close()
    except MailerError as error:
        return Check("journal", is_ok=False, detail=error.message, mend=error.hint)
    private = _check_private("journal", path)
    return (
        private
        if not private.is_ok
        else Check("journal", is_ok=True, detail=f"{count} withdrawal{'' if count == 1 else 's'}")
    )


def _check_private(what: str, path: Path) -> Check:
    import os

    mode = path.stat().st_mode & 0o077
    if mode and os.name == "posix":
        return Check(
            what,
            is_ok=False,
            detail=f"{path} can be read by others (mode {path.stat().st_mode & 0o777:o})",
            mend=f"chmod 600 '{path}'",
        )
    return Check(what, is_ok=True, detail=str(path))


def _check_clock() -> Check:
    from mailer import clock

    now = clock.now()
    return Check("clock", is_ok=True, detail=f"{now:%Y-%m-%d %H:%M %Z}, zone {now.tzinfo}")


def _check_scheduler(places: Places) -> Check:
    from mailer import clock
    from mailer.scheduling.choosing import check_scheduler

    try:
        return check_scheduler(places, clock.now())
    except MailerError as error:  # a broken journal
        return Check("scheduler", is_ok=False, detail=error.message, mend=error.hint)
