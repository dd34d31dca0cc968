"""Asks the mailbox what became of letters: sent or deleted by hand, answered, bounced.

An account where nothing is watched costs no request. Else: one `changes` call since the last
look, one reading of the threads that were touched, and, where that can't tell everything, one
search for bounces and answers outside of them. Everything is written down as it is found, so
that a run that was cut, or run twice, says and drafts nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mailer.errors import BusyError
from mailer.following import make_rules, read_facts, refresh, refresh_all
from mailer.journal_following import About, AnswerRecord, Reminder
from mailer.journal_letters import LetterRecord, LetterState
from mailer.model import Kind, Thread
from mailer.noticing import Event, Look, follow_up, look_at
from mailer.provider import Capability
from mailer.reminders import Facts, is_due, unsent, waits_for_answer
from mailer.settling import needs_settling
from mailer.strays import find_strays, sorted_out

if TYPE_CHECKING:
    from mailer.session import Session

LOOK_EVERY = timedelta(hours=3)
"""How often the scheduled check looks for answers while nothing is due."""
_WATCHED_FOR = timedelta(days=60)
_FIRST_LOOKS = 100
"""The most threads that are read in one run because they were never looked at."""
_NEEDS_MAILBOX = (About.ANSWER, About.DRAFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountCheck:
    """What one look at one account came to."""

    account: str
    facts: tuple[Facts, ...] = ()
    events: tuple[Event, ...] = ()
    requests: int = 0
    is_busy: bool = False
    """Another run was at work on the account: the mailbox was not asked, the next run will."""

    def untold_answers(self) -> list[AnswerRecord]:
        """Return the answers that the user was not told of."""
        return [a for facts in self.facts for a in facts.answers if a.told_at is None]

    def due_reminders(self, now: datetime, *, again: bool) -> list[tuple[Facts, Reminder]]:
        """Return the open reminders that are due; with `again` those told before, too.

        Where the mailbox could not be asked, those that may be out of date wait.
        """
        return [
            (facts, reminder)
            for facts in self.facts
            for reminder in facts.reminders
            if reminder.state == "open"
            and is_due(reminder, now)
            and (again or reminder.told_at is None)
            and not (self.is_busy and reminder.about in _NEEDS_MAILBOX)
        ]


def check_account(
    session: Session, *, is_scheduled: bool = False, drafts_follow_ups: bool = True
) -> AccountCheck:
    """Look at one account and bring its withdrawals up to date; safe to repeat at any time.

    A scheduled look gives way to a run that is at work there, such as a send that waits for a
    sign-in.

    Raises:
        BusyError: the same, where the look is not scheduled.
        SignInError, ProviderUnavailableError: the account can't be read; what was found before
            that is written down.
    """
    if not session.has_journal:
        return AccountCheck(account=session.account.name)
    now, rules = session.clock(), make_rules(session.settings)
    withdrawals = session.journal.list_withdrawals(session.account.name)
    every = refresh_all(session.journal, rules, now, withdrawals)
    if not _is_look_due(session, every, now, is_scheduled=is_scheduled):
        return AccountCheck(account=session.account.name, facts=every)
    look = Look(session, rules, now, drafts_follow_ups)
    before = session.provider.requests
    try:
        with session.lock():
            checked = _look_at_all(look, every)
    except BusyError:
        if not is_scheduled:
            raise
        return AccountCheck(account=session.account.name, facts=every, is_busy=True)
    return AccountCheck(
        account=session.account.name,
        facts=checked,
        events=tuple(look.events),
        requests=session.provider.requests - before,
    )


def check_withdrawal(session: Session, key: str, *, drafts_follow_ups: bool = True) -> AccountCheck:
    """Look at one withdrawal of the session's account; idempotent, and holds the account's lock.

    The unit of work for a durable engine: all it needs is the account and the key.

    Raises:
        KeyError: the journal has no such withdrawal.
        SignInError, ProviderUnavailableError: the account can't be read.
    """
    look = Look(session, make_rules(session.settings), session.clock(), drafts_follow_ups)
    before = session.provider.requests
    with session.lock():
        withdrawal = session.journal.withdrawal(key)
        facts = refresh(
            session.journal, read_facts(session.journal, withdrawal), look.rules, look.now
        )
        if is_watched(facts, look.now):
            keys = sorted(facts.thread_keys)
            threads = [*session.provider.read_many(keys), *find_strays(look, [facts], keys)]
            facts = look_at(look, facts, threads)
            session.journal.note_looks([key], now=look.now)
            facts = follow_up(look, facts)
    return AccountCheck(
        account=session.account.name,
        facts=(facts,),
        events=tuple(look.events),
        requests=session.provider.requests - before,
    )


def check_one(open_session: Callable[[str], Session], account: str, key: str) -> AccountCheck:
    """Open an account by its name and check one withdrawal of it; see `check_withdrawal`."""
    session = open_session(account)
    try:
        return check_withdrawal(session, key)
    finally:
        session.close()


def is_watched(facts: Facts, now: datetime) -> bool:
    """Tell whether the mailbox can still tell something new of a withdrawal."""
    for letter in facts.letters:
        if unsent(letter) or needs_settling(letter):
            return True
        is_sent = letter.state is LetterState.SENT and letter.sent_at is not None
        if is_sent and now - (letter.sent_at or now) > _WATCHED_FOR:
            continue
        follows = is_sent and letter.kind is Kind.FOLLOW_UP and not _answered_since(facts, letter)
        if follows or waits_for_answer(letter, facts.answers):
            return True
    return False


def _answered_since(facts: Facts, letter: LetterRecord) -> bool:
    since = letter.sent_at or letter.updated_at
    return any(a.kind == "person" and a.at >= since for a in facts.answers)


def _is_look_due(
    session: Session, every: Sequence[Facts], now: datetime, *, is_scheduled: bool
) -> bool:
    watched = [facts for facts in every if is_watched(facts, now)]
    if not watched:
        return False
    if not is_scheduled or any(_is_due(facts, now) for facts in watched):
        return True
    _, looked_at = session.journal.cursor(session.account.name)
    return looked_at is None or now - looked_at >= LOOK_EVERY


def _is_due(facts: Facts, now: datetime) -> bool:
    return any(
        r.state == "open" and r.about in _NEEDS_MAILBOX and r.told_at is None and is_due(r, now)
        for r in facts.reminders
    )


# --- one look at an account ----------------------------------------------------------------------


def _look_at_all(look: Look, every: Sequence[Facts]) -> tuple[Facts, ...]:
    session, account = look.session, look.session.account.name
    watched = [facts for facts in every if is_watched(facts, look.now)]
    touched, cursor = _changes(session)
    wanted = _wanted(look, watched, touched)
    keys = {key for facts in wanted for key in _keys_to_read(facts, touched)}
    threads = list(session.provider.read_many(sorted(keys))) if keys else []
    known = {key for facts in watched for key in facts.thread_keys}
    strays: list[Thread] = []
    if touched is None:
        strays = find_strays(look, watched, {t.key for t in threads})
    elif not touched <= known:
        strays = find_strays(look, watched, known)
    changed = {f.withdrawal.id: f for f in watched}
    for facts, own in sorted_out(watched, wanted, threads, strays):
        changed[facts.withdrawal.id] = look_at(look, facts, own)
    session.journal.note_looks([facts.withdrawal.id for facts in wanted], now=look.now)
    session.journal.set_cursor(account, cursor, now=look.now)
    for facts in changed.values():
        changed[facts.withdrawal.id] = follow_up(look, facts)
    return tuple(changed.get(facts.withdrawal.id, facts) for facts in every)


def _changes(session: Session) -> tuple[frozenset[str] | None, str]:
    """Return the threads touched since the last look, None where that is not known."""
    if Capability.CHANGES not in session.provider.capabilities:
        return None, ""
    cursor, _ = session.journal.cursor(session.account.name)
    changes = session.provider.changes(cursor)
    is_known = cursor is not None and changes.is_complete
    return (frozenset(changes.thread_keys) if is_known else None), changes.cursor


def _wanted(look: Look, watched: Sequence[Facts], touched: frozenset[str] | None) -> list[Facts]:
    """Choose whom to look at: touched, due or in doubt; of the rest the longest unseen, bounded."""
    looks = look.session.journal.list_looks(look.session.account.name)
    surely, perhaps = [], []
    for facts in watched:
        if _needs_look(facts, touched, look.now):
            surely.append(facts)
        elif touched is None or not _is_looked_at(facts, looks):
            perhaps.append(facts)
    oldest = datetime.min.replace(tzinfo=look.now.tzinfo)
    perhaps.sort(key=lambda facts: looks.get(facts.withdrawal.id, oldest))
    return [*surely, *perhaps[:_FIRST_LOOKS]]


def _needs_look(facts: Facts, touched: frozenset[str] | None, now: datetime) -> bool:
    if any(needs_settling(letter) for letter in facts.letters):
        return True
    return _is_due(facts, now) if touched is None else bool(facts.thread_keys & touched)


def _is_looked_at(facts: Facts, looks: dict[str, datetime]) -> bool:
    looked_at = looks.get(facts.withdrawal.id)
    return looked_at is not None and all(looked_at >= one.updated_at for one in facts.letters)


def _keys_to_read(facts: Facts, touched: frozenset[str] | None) -> frozenset[str]:
    keys = facts.thread_keys
    return (keys & touched if touched else frozenset()) or keys
