"""Writes down what the mailbox tells of one withdrawal, and drafts the follow-up that is due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from mailer.following import read_facts, refresh
from mailer.incoming import find_answers
from mailer.journal_following import About
from mailer.journal_letters import LetterRecord, LetterState
from mailer.locating import Whereabouts, locate
from mailer.model import Thread
from mailer.nudging import draft_follow_up
from mailer.reminders import Facts, Rules, is_due, unsent, waits_for_answer
from mailer.settling import needs_settling, note_sent, settle

if TYPE_CHECKING:
    from mailer.session import Session

EDIT_NOTICED = "edit_noticed"
"""The act by which the journal remembers that a draft was edited; its outcome is the letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a letter, found or done by this run."""

    what: str
    """`sent_by_hand`, `deleted`, `settled`, `unknown`, `follow_up` or `no_follow_up`."""
    withdrawal: str
    text: str


@dataclass(slots=True)
class Look:
    """One look in progress."""

    session: Session
    rules: Rules
    now: datetime
    drafts_follow_ups: bool
    events: list[Event] = field(default_factory=list)

    def tell(self, what: str, facts: Facts, text: str) -> None:
        """Keep what is to be told of a withdrawal."""
        self.events.append(Event(what=what, withdrawal=facts.withdrawal.id, text=text))


def look_at(look: Look, facts: Facts, threads: Sequence[Thread]) -> Facts:
    """Write down what became of a withdrawal's letters and what came back."""
    journal = look.session.journal
    _settle(look, facts)
    _notice_letters(look, facts)
    facts = read_facts(journal, journal.withdrawal(facts.withdrawal.id))
    _note_answers(look.session, facts, threads, look.now)
    facts = read_facts(journal, journal.withdrawal(facts.withdrawal.id))
    return refresh(journal, facts, look.rules, look.now)


def follow_up(look: Look, facts: Facts) -> Facts:
    """Draft the gentle follow-up where no answer came in time (E30): once, never sent."""
    if not look.drafts_follow_ups:
        return facts
    due = [
        r for r in facts.reminders
        if r.about is About.ANSWER and r.state == "open" and r.told_at is None
        and is_due(r, look.now)
    ]  # fmt: skip
    journal = look.session.journal
    for reminder in due:
        letter = next((one for one in facts.letters if one.id == reminder.letter), None)
        if letter is None or not waits_for_answer(letter, facts.answers):
            continue
        outcome = draft_follow_up(look.session, facts, letter)
        look.tell(outcome.what, facts, outcome.text)
        if outcome.what == "follow_up":
            journal.end_reminders([reminder.id], "done", now=look.now)
        else:
            journal.note_told([reminder.id], now=look.now)
        facts = read_facts(journal, journal.withdrawal(facts.withdrawal.id))
    return refresh(journal, facts, look.rules, look.now) if due else facts


def _note_answers(session: Session, facts: Facts, threads: Iterable[Thread], now: datetime) -> None:
    """Write down what came back to a withdrawal in these threads."""
    found = find_answers(facts, threads, session.me, now)
    new = [answer for answer in found if session.journal.add_answer(answer)]
    ids = [a.message_id for a in new if a.message_id.startswith("<")]
    if ids:
        session.journal.update_withdrawal(facts.withdrawal.id, message_ids=ids)


def _settle(look: Look, facts: Facts) -> None:
    if not any(needs_settling(letter) for letter in facts.letters):
        return
    for settled in settle(look.session, facts.withdrawal):
        is_open = settled.record.state is LetterState.UNKNOWN
        if settled.note:
            look.tell("unknown" if is_open else "settled", facts, settled.note)


def _notice_letters(look: Look, facts: Facts) -> None:
    """Notice which drafts the user sent, deleted or edited in the mailbox."""
    session = look.session
    for letter in facts.letters:
        if not unsent(letter):
            continue
        located = locate(session.provider, letter, session.me)
        if located.where is Whereabouts.SENT and located.sent is not None:
            note_sent(
                session,
                letter,
                sent_at=located.sent.date,
                message_id=located.sent.message_id,
                is_by_hand=True,
            )
            look.tell("sent_by_hand", facts, f"You sent the {letter.kind.value} letter yourself.")
        elif located.where is Whereabouts.GONE:
            session.journal.update_letter(letter.id, now=look.now, state=LetterState.GONE)
            look.tell("deleted", facts, f"You deleted the {letter.kind.value} draft.")
        elif located.where is Whereabouts.EDITED:
            _note_edited(session, letter, look.now)


def _note_edited(session: Session, letter: LetterRecord, now: datetime) -> None:
    """Write down once that the user edited a draft, for the history."""
    acts = session.journal.list_acts(letter.withdrawal)
    if any(a.what == EDIT_NOTICED and a.outcome == str(letter.id) for a in acts):
        return
    act = session.journal.begin_act(letter.withdrawal, EDIT_NOTICED, now=now, letter=letter.id)
    session.journal.end_act(act, str(letter.id), now=now)
