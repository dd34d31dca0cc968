"""What stays with a withdrawal: setting, listing, moving and closing its reminders.

Works on the journal alone and asks no mailbox; `mailer.watching` does that. What a reminder rests
on is in `mailer.reminders`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from mailer.errors import MailerError, NothingFitsError, UsageError
from mailer.journal import Journal
from mailer.journal_following import About, Reminder
from mailer.journal_letters import LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.model import Sent
from mailer.provider import Capability
from mailer.reminders import (
    AWAITING_KINDS,
    SPAN_FACT,
    Facts,
    Rules,
    answer_reminder,
    asked_reminder,
    at,
    due_at,
    revise,
    snoozed,
    span_columns,
    unsent,
)
from mailer.workdays import after_span, make_calendar

if TYPE_CHECKING:
    from mailer.orders import Drafted
    from mailer.session import Session
    from mailer.settings import Settings


_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Listed:
    """A reminder with its withdrawal, for people."""

    reminder: Reminder
    withdrawal: Withdrawal
    due: datetime
    """In the user's present zone."""


def make_rules(settings: Settings) -> Rules:
    """Make the rules on reminders of the settings."""
    return Rules(make_calendar(settings), str(settings["reminders.after"]))


def read_facts(journal: Journal, withdrawal: Withdrawal) -> Facts:
    """Read all that the reminders of a withdrawal rest on."""
    return Facts(
        withdrawal=withdrawal,
        letters=journal.list_letters(withdrawal.id),
        calls=tuple(call for _, call in journal.list_calls(withdrawal.id)),
        answers=journal.list_answers(withdrawal.id),
        reminders=journal.list_reminders(withdrawal.id),
    )


def refresh(journal: Journal, facts: Facts, rules: Rules, now: datetime) -> Facts:
    """Set the reminders that are missing and close those that lost their reason; idempotent."""
    revision = revise(facts, rules, now)
    if not (revision.add or revision.done or revision.dropped):
        return facts
    journal.add_reminders(revision.add)
    journal.end_reminders(revision.done, "done", now=now)
    journal.end_reminders(revision.dropped, "dropped", now=now)
    return replace(facts, reminders=journal.list_reminders(facts.withdrawal.id))


def refresh_all(
    journal: Journal, rules: Rules, now: datetime, withdrawals: Iterable[Withdrawal]
) -> tuple[Facts, ...]:
    """Bring the reminders of many withdrawals up to date; returns what they rest on."""
    return tuple(refresh(journal, read_facts(journal, w), rules, now) for w in withdrawals)


# --- hooks of drafting and sending -------------------------------------------------------------


def on_drafted(session: Session, drafted: Drafted) -> None:
    """Note the call that a plan asked for, and set the reminders of what was drafted."""
    withdrawal = drafted.withdrawal
    if withdrawal is None:
        return
    now = session.clock()
    step = next((s for s in drafted.plan.steps if s.step == "call" and not s.is_done), None)
    if step is not None and not withdrawal.facts.get("call_asked"):
        interview = drafted.candidacy.next_interview(now)
        asked = {
            "at": now.isoformat(),
            "who": step.who,
            "before": interview.start.isoformat() if interview else "",
        }
        withdrawal = session.journal.update_withdrawal(
            withdrawal.id, facts={**withdrawal.facts, "call_asked": asked}
        )
    with suppress(UsageError):  # wrong settings are for `remind` to say
        rules = make_rules(session.settings)
        refresh(session.journal, read_facts(session.journal, withdrawal), rules, now)


def on_sent(session: Session, withdrawal: Withdrawal, letter: LetterRecord, now: datetime) -> None:
    """Set what follows a letter that left, and the service's own flag on it where there is one.

    Never fails for wrong settings or for the flag's sake: the letter has left, and the next check
    sets what is missing.
    """
    facts = read_facts(session.journal, withdrawal)
    with suppress(UsageError):
        facts = refresh(session.journal, facts, make_rules(session.settings), now)
    if Capability.FLAG not in session.provider.capabilities:
        return
    wanted = [r for r in facts.reminders if r.letter == letter.id and r.about is About.ANSWER]
    open_ones = [r for r in wanted if r.state == "open"]
    if not open_ones:
        return
    sent = Sent(
        message_id=letter.sent_message_id or letter.ref.message_id,
        sent_at=letter.sent_at or now,
        thread_key=letter.ref.thread_key,
    )
    try:
        session.provider.flag(sent, due_at(open_ones[0], now.tzinfo))
    except MailerError as error:
        if session.debug is not None:
            session.debug(f"the follow-up flag was not set: {error.code}")


# --- by the user -------------------------------------------------------------------------------


def remind_after(session: Session, withdrawal: Withdrawal, span: str) -> str:
    """Remind after a span without an answer; returns a line for people.

    For a letter that left the span counts from its sending; for a draft from now, and anew once
    it is sent.

    Raises:
        UsageError: it is no span; nothing was stored.
    """
    now, rules = session.clock(), make_rules(session.settings)
    after_span(span, now, rules.calendar)
    journal = session.journal
    withdrawal = journal.update_withdrawal(
        withdrawal.id, facts={**withdrawal.facts, SPAN_FACT: span.strip()}
    )
    letter = _newest_letter(journal.list_letters(withdrawal.id))
    if letter is None:
        made = _own(withdrawal, f"{withdrawal.company or 'This process'}: look again.", now)
        reminder = replace(made, **span_columns(span, now, rules.calendar))
    elif letter.state is LetterState.SENT:
        reminder = answer_reminder(letter, span, rules.calendar, now)
    else:
        reminder = asked_reminder(letter, span, rules, now)
    kept = journal.set_reminder(reminder)
    return f"You will be reminded on {due_at(kept, now.tzinfo):%a %d %b %Y, %H:%M}."


def _newest_letter(letters: Sequence[LetterRecord]) -> LetterRecord | None:
    """Return the letter that an answer is awaited to: the newest that left, else the newest."""
    main = [one for one in letters if one.kind in AWAITING_KINDS]
    sent = [one for one in main if one.state is LetterState.SENT]
    return next(reversed(sent or [one for one in main if unsent(one)]), None)


def add_reminder(
    journal: Journal,
    withdrawal: Withdrawal,
    text: str,
    moment: datetime,
    *,
    now: datetime,
    is_instant: bool,
) -> Reminder:
    """Set a reminder of the user's own.

    Raises:
        UsageError: it has no text, or its time is in the past; nothing was stored.
    """
    words = " ".join(_CONTROLS.sub(" ", text).split())
    if not words:
        raise UsageError("The reminder has no text. Nothing was stored.")
    if moment <= now:
        raise UsageError("That time is in the past. Nothing was stored.")
    made = _own(withdrawal, words, now)
    return journal.set_reminder(replace(made, **at(moment, is_instant=is_instant)))


def _own(withdrawal: Withdrawal, text: str, now: datetime) -> Reminder:
    return Reminder(
        withdrawal=withdrawal.id,
        about=About.OWN,
        mark=f"own:{text}",
        text=text,
        due=now,
        created_at=now,
    )


def find_reminder(journal: Journal, number: int) -> Reminder:
    """Return the reminder of that number.

    Raises:
        NothingFitsError: there is none.
    """
    for reminder in journal.list_reminders():
        if reminder.id == number:
            return reminder
    raise NothingFitsError(
        f"There is no reminder {number}. Nothing was changed.",
        hint="`bowout remind list` shows their numbers.",
    )


def finish_reminder(journal: Journal, number: int, now: datetime) -> Reminder:
    """Close a reminder as done; one that is closed already stays as it is."""
    reminder = find_reminder(journal, number)
    if reminder.state == "open":
        journal.end_reminders([number], "done", now=now)
    return find_reminder(journal, number)


def snooze(
    journal: Journal, number: int, moment: datetime, *, now: datetime, is_instant: bool = False
) -> Reminder:
    """Move a reminder to another moment and open it again.

    Raises:
        UsageError: the moment is in the past; nothing was changed.
    """
    reminder = find_reminder(journal, number)
    if moment <= now:
        raise UsageError("That time is in the past. Nothing was changed.")
    return journal.set_reminder(snoozed(reminder, moment, is_instant=is_instant))


def list_reminders(
    journal: Journal,
    rules: Rules,
    now: datetime,
    withdrawals: Iterable[Withdrawal],
    *,
    with_closed: bool = False,
) -> list[Listed]:
    """Return the open reminders of withdrawals, what is due first; unsent drafts lead (E3)."""
    found = [
        Listed(reminder, facts.withdrawal, due_at(reminder, now.tzinfo))
        for facts in refresh_all(journal, rules, now, withdrawals)
        for reminder in facts.reminders
        if with_closed or reminder.state == "open"
    ]
    return sorted(found, key=lambda one: _urgency(one, now))


def _urgency(one: Listed, now: datetime) -> tuple[bool, bool, datetime]:
    is_late = one.due <= now
    return (not is_late, not (is_late and one.reminder.about is About.DRAFT), one.due)
