"""One round over all accounts: what `remind check` runs, by hand or by the system's scheduler.

Never asks anything. An account that fails stops no other one; what failed stands in the journal
and in the log file, so that `status` and `doctor` can say it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mailer.errors import MailerError
from mailer.following import make_rules
from mailer.journal import Journal
from mailer.journal_following import Run
from mailer.notices import Notice, make_notices
from mailer.watching import AccountCheck, check_account

if TYPE_CHECKING:
    from mailer.session import Session
    from mailer.settings import Places, Settings

OK, QUIET, BUSY = "ok", "quiet", "busy"
_LOG_BYTES = 200_000
_STALE_AFTER = timedelta(hours=26)
_LONGEST_RUN = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Problem:
    """An account that could not be looked at."""

    account: str
    error: MailerError


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What came of one round."""

    checks: tuple[AccountCheck, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    is_quiet: bool = False
    """The quiet hours: nothing was asked and nothing is shown."""

    @property
    def requests(self) -> int:
        """Requests to mail services in this round."""
        return sum(check.requests for check in self.checks)

    @property
    def outcome(self) -> str:
        """`ok`, or each account that failed with the code of its error, or that was busy."""
        if self.is_quiet:
            return QUIET
        words = [f"{p.account}: {p.error.code}" for p in self.problems]
        words += [f"{check.account}: {BUSY}" for check in self.checks if check.is_busy]
        return "; ".join(words) or OK


def run_round(
    settings: Settings,
    places: Places,
    open_session: Callable[[str], Session],
    now: datetime,
    *,
    accounts: Sequence[str],
    is_scheduled: bool,
) -> Round:
    """Look at the accounts one after the other, and write down how it went.

    Raises:
        UnreadableError, ProviderUnavailableError: the journal can't be used; the log says so.
    """
    log = places.data / LOG_NAME
    try:
        made = _run(settings, places, open_session, now, accounts, is_scheduled=is_scheduled)
    except BaseException as error:
        if is_scheduled:
            append_log(log, now, _fault(error))
        raise
    if is_scheduled:
        append_log(log, now, f"{made.outcome} requests={made.requests} notices={len(made.notices)}")
    return made


LOG_NAME = "remind.log"
"""The log of the scheduled runs, in the data folder; no address and no text is ever in it."""


def note_round_told(places: Places, made: Round, now: datetime) -> None:
    """Write down that the user was told all that a round found."""
    if not made.checks or not places.journal.exists():
        return
    journal = Journal(places.journal)
    try:
        for check in made.checks:
            journal.note_answers_told(check.untold_answers(), now=now)
            due = check.due_reminders(now, again=False)
            journal.note_told([reminder.id for _, reminder in due], now=now)
    finally:
        journal.close()


def last_failure(places: Places, now: datetime) -> Run | None:
    """Return the scheduler's last run where it failed or was cut; None: all is well since.

    A run by hand that went well since then settles it; one that still runs has not failed.
    """
    run, by_hand = (last_run(places, is_scheduled=scheduled) for scheduled in (True, False))
    if run is None or is_fine(run) or is_running(run, now):
        return None
    is_settled = by_hand is not None and by_hand.outcome == OK and by_hand.id > run.id
    return None if is_settled else run


def last_run(places: Places, *, is_scheduled: bool = True) -> Run | None:
    """Return the newest run of the scheduler, or by hand."""
    if not places.journal.exists():
        return None
    journal = Journal(places.journal)
    try:
        return journal.last_run(is_scheduled=is_scheduled)
    finally:
        journal.close()


def is_fine(run: Run) -> bool:
    """Tell whether a run that ended failed nowhere; to give way to another run is no failure."""
    parts = run.outcome.split("; ")
    return all(part in (OK, QUIET) or part.endswith(f": {BUSY}") for part in parts)


def is_running(run: Run, now: datetime) -> bool:
    """Tell whether a run may be going on; the schedulers end one after a quarter of an hour."""
    return run.ended_at is None and timedelta(0) <= now - run.at < _LONGEST_RUN


def is_stale(run: Run | None, now: datetime) -> bool:
    """Tell whether the scheduler has not run for more than a day."""
    return run is None or now - run.at > _STALE_AFTER


def append_log(path: Path, now: datetime, words: str) -> None:
    """Add a line to the log of scheduled runs; a long log begins anew."""
    import os

    from mailer.settings import make_private

    make_private(path.parent)
    is_long = path.exists() and path.stat().st_size > _LOG_BYTES
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if is_long else os.O_APPEND)
    with os.fdopen(os.open(path, flags, 0o600), "a", encoding="utf-8") as file:
        file.write(f"{now.isoformat(timespec='seconds')} {words}\n")


def _run(
    settings: Settings,
    places: Places,
    open_session: Callable[[str], Session],
    now: datetime,
    accounts: Sequence[str],
    *,
    is_scheduled: bool,
) -> Round:
    if not places.journal.exists():
        return Round()
    journal = Journal(places.journal)
    try:
        number = journal.begin_run(now=now, is_scheduled=is_scheduled)
        try:
            if is_scheduled and make_rules(settings).calendar.is_quiet(now):
                made = Round(is_quiet=True)
            else:
                made = _look_around(open_session, now, accounts, is_scheduled=is_scheduled)
        except BaseException as error:
            journal.end_run(number, _fault(error), now=now)
            raise
        journal.end_run(number, made.outcome, now=now)
    finally:
        journal.close()
    return made


def _fault(error: BaseException) -> str:
    return error.code if isinstance(error, MailerError) else f"fault: {type(error).__name__}"


def _look_around(
    open_session: Callable[[str], Session],
    now: datetime,
    accounts: Sequence[str],
    *,
    is_scheduled: bool,
) -> Round:
    checks: list[AccountCheck] = []
    problems: list[Problem] = []
    notices: list[Notice] = []
    for account in accounts:
        try:
            session = open_session(account)
            try:
                check = check_account(session, is_scheduled=is_scheduled)
            finally:
                session.close()
        except MailerError as error:
            problems.append(Problem(account, error))
            continue
        checks.append(check)
        notices += make_notices(check, now, again=not is_scheduled)
    return Round(checks=tuple(checks), problems=tuple(problems), notices=tuple(notices))
