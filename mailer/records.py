"""What the journal tells of each withdrawal: its state, its age, its whole history in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mailer.documents import Document, time
from mailer.incoming import is_undeliverable
from mailer.journal import Journal
from mailer.journal_acts import Act
from mailer.journal_following import About, AnswerRecord, Reminder
from mailer.journal_letters import LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.model import Call
from mailer.notices import answer_line, asks_line, notice_document
from mailer.noticing import EDIT_NOTICED
from mailer.papers import SAME_THREAD_KINDS
from mailer.remembering import match_withdrawals, only_one
from mailer.reminders import PERSON, due_at, is_due, people_line, unsent, waits_for_answer
from mailer.results import letter_record_document

if TYPE_CHECKING:
    from mailer.following import Listed
    from mailer.rounds import Round
    from mailer.settings import Places

_CALLS = {"reached": "You spoke with", "voicemail": "You left a voicemail for",
          "no-answer": "Nobody answered when you called"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One point in the history of a withdrawal."""

    at: datetime
    what: str
    """`thread`, `decided`, `call`, `draft`, `edit`, `sent`, `discarded`, `answer`, `bounce`,
    `automatic`, `own`, `interview` or `note`."""
    text: str


_UNSENT = {LetterState.DRAFTED, LetterState.APPROVED, LetterState.SAVING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One withdrawal with all that the journal knows of it."""

    withdrawal: Withdrawal
    letters: tuple[LetterRecord, ...]
    calls: tuple[tuple[int, Call], ...]
    reflections: tuple[tuple[datetime, str], ...]
    acts: tuple[Act, ...] = ()
    answers: tuple[AnswerRecord, ...] = ()
    reminders: tuple[Reminder, ...] = ()

    def state(self, now: datetime) -> str:
        """`decided`, `drafted`, `unknown`, `sent`, `overdue` or `answered`."""
        states = {letter.state for letter in self.letters}
        if states & {LetterState.UNKNOWN, LetterState.SENDING}:
            return "unknown"
        if LetterState.SENT in states and (self.answer is not None or not self._waits_still):
            return self._state_after_sending(now)
        if states & _UNSENT:
            return "drafted"
        return "decided"

    @property
    def _waits_still(self) -> bool:
        """The letter itself waits, and only those left that go before it (E4, E7)."""
        main = {one.state for one in self.letters if one.kind in SAME_THREAD_KINDS}
        return bool(main & _UNSENT) and LetterState.SENT not in main

    def _state_after_sending(self, now: datetime) -> str:
        if self.answer is not None:
            return "answered"
        late = [r for r in self.reminders if r.about is About.ANSWER and is_due(r, now)]
        is_awaited = any(waits_for_answer(letter, self.answers) for letter in self.letters)
        return "overdue" if late and is_awaited else "sent"

    @property
    def answer(self) -> AnswerRecord | None:
        """The newest answer of a person to a letter that left."""
        sent_at = min((one.sent_at for one in self.letters if one.sent_at), default=None)
        answers = [
            a for a in self.answers if a.kind == PERSON and (sent_at is None or a.at >= sent_at)
        ]
        return answers[-1] if answers else None

    @property
    def bounce(self) -> AnswerRecord | None:
        """The newest bounce."""
        return next((a for a in reversed(self.answers) if a.kind == "bounce"), None)

    @property
    def has_bounced(self) -> bool:
        """Tell whether nobody in To got the newest letter; a copy that bounced undoes nothing."""
        sent = [one for one in self.letters if one.state is LetterState.SENT]
        if self.bounce is None or not sent:
            return False
        return not self.bounce.facts.get("dead") or is_undeliverable(sent[-1], self.answers)

    @property
    def sent_at(self) -> datetime | None:
        """When the newest letter left."""
        times = [letter.sent_at for letter in self.letters if letter.sent_at]
        return max(times, default=None)

    @property
    def told_at(self) -> datetime | None:
        """When they were first told: by a letter, or by a call that reached somebody."""
        letters = [letter.sent_at for letter in self.letters if letter.sent_at]
        calls = [call.at for _, call in self.calls if call.outcome.value == "reached"]
        return min([*letters, *calls], default=None)

    @property
    def decided_at(self) -> datetime:
        """The day of the decision (E3)."""
        return self.withdrawal.decided_at or self.withdrawal.created_at

    def age_days(self, now: datetime) -> int:
        """Return the days since the decision (E3)."""
        return max(0, (now - self.decided_at).days)

    def unsent_days(self, now: datetime) -> int | None:
        """Return the days that the oldest draft lies unsent; None: there is none (E3)."""
        made = [letter.created_at for letter in self.letters if unsent(letter)]
        return max(0, (now - min(made)).days) if made else None

    def timeline(self) -> tuple[Event, ...]:
        """Return the history, oldest first."""
        events = [*_beginnings(self), *_calls(self), *_letters(self), *_answers(self)]
        events += [Event(at=at, what="note", text=text) for at, text in self.reflections]
        return tuple(sorted(events, key=lambda event: event.at))


def state_words(record: Record, now: datetime) -> str:
    """Return a record's state with what matters about it."""
    state = record.state(now)
    unsent = record.unsent_days(now)
    if record.answer is not None and state == "answered":
        asks = asks_line(record.answer.facts.get("asks", ()))
        return f"answered{f', {asks}' if asks else ''}"
    if state in ("sent", "overdue") and record.has_bounced:
        return "bounced"
    if state == "drafted" and unsent:
        return f"drafted, unsent for {unsent} day{'s' if unsent > 1 else ''}"
    if state == "overdue":
        return "sent, no answer in time"
    return state


def list_records(places: Places, query: str = "", account: str = "") -> tuple[Record, ...]:
    """Return the withdrawals that a query names, of one account or of all, newest first."""
    if not places.journal.exists():
        return ()
    journal = Journal(places.journal)
    try:
        wanted = match_in_journal(journal, query, account)
        return tuple(read_record(journal, w) for w in reversed(wanted))
    finally:
        journal.close()


def read_record(journal: Journal, withdrawal: Withdrawal) -> Record:
    """Return one withdrawal with all that belongs to it."""
    return Record(
        withdrawal=withdrawal,
        letters=journal.list_letters(withdrawal.id),
        calls=journal.list_calls(withdrawal.id),
        reflections=journal.list_reflections(withdrawal.id),
        acts=journal.list_acts(withdrawal.id),
        answers=journal.list_answers(withdrawal.id),
        reminders=journal.list_reminders(withdrawal.id),
    )


def match_in_journal(journal: Journal, query: str, account: str = "") -> Sequence[Withdrawal]:
    """Return the withdrawals of an account, or of all, that a query names; all without one."""
    every = journal.list_withdrawals(account)
    return match_withdrawals(every, query) if query.strip() else every


def find_in_journal(
    journal: Journal, query: str, account: str = "", *, preferred: str = ""
) -> Withdrawal:
    """Return the one withdrawal that a query names; the preferred account's goes first.

    Raises:
        NothingFitsError, SeveralFitError: it names no one withdrawal; nothing was changed.
    """
    fitting = match_in_journal(journal, query, account)
    own = [w for w in fitting if w.account == preferred]
    return only_one(own or fitting, query, "Nothing was changed.", "`bowout status` lists them.")


# --- the history -------------------------------------------------------------------------------


def _beginnings(record: Record) -> Iterator[Event]:
    facts = record.withdrawal.facts
    began = facts.get("began_at")
    if began:
        subject = str(facts.get("subject", ""))
        yield Event(at=datetime.fromisoformat(began), what="thread", text=f"First mail: {subject}")
    for interview in facts.get("interviews", ()):
        if interview.get("start") and not interview.get("cancelled"):
            at = datetime.fromisoformat(interview["start"])
            summary = interview.get("summary") or "Interview"
            yield Event(at=at, what="interview", text=str(summary))
    reason = record.withdrawal.reason
    why = "" if reason == "none" else f" ({reason.replace('-', ' ')})"
    yield Event(at=record.decided_at, what="decided", text=f"Decided to leave{why}.")


def _calls(record: Record) -> Iterator[Event]:
    for _, call in record.calls:
        whom = f" {call.with_name}" if call.with_name else " them"
        words = _CALLS[call.outcome.value]
        who = "" if call.outcome.value == "no-answer" else whom
        notes = f" Notes: {call.notes}" if call.notes else ""
        yield Event(at=call.at, what="call", text=f"{words}{who}.{notes}")


def _letters(record: Record) -> Iterator[Event]:
    for letter in record.letters:
        kind, to = letter.kind.value, people_line(letter.facts.get("to", []))
        if letter.state is LetterState.SAVING:
            continue
        yield Event(at=letter.created_at, what="draft", text=f"Drafted the {kind} letter to {to}.")
        yield from _edits(record, letter)
        if letter.state is LetterState.SENT:
            by_hand = ", in the mailbox" if letter.facts.get("sent_by_hand") else ""
            at = letter.sent_at or letter.updated_at
            yield Event(at=at, what="sent", text=f"Sent the {kind} letter to {to}{by_hand}.")
        elif letter.state in (LetterState.DISCARDED, LetterState.GONE):
            how = "Discarded" if letter.state is LetterState.DISCARDED else "You deleted"
            yield Event(at=letter.updated_at, what="discarded", text=f"{how} the {kind} draft.")
        elif letter.state in (LetterState.REPLACED, LetterState.YIELDING):
            text = f"Put another letter in the place of the {kind} draft."
            yield Event(at=letter.updated_at, what="discarded", text=text)
        elif letter.state in (LetterState.SENDING, LetterState.UNKNOWN):
            yield Event(
                at=letter.updated_at,
                what="sent",
                text=f"It is not known whether the {kind} letter left.",
            )


def _edits(record: Record, letter: LetterRecord) -> Iterator[Event]:
    seen = [a for a in record.acts if a.what == EDIT_NOTICED and a.outcome == str(letter.id)]
    text = f"You edited the {letter.kind.value} letter."
    if seen:
        yield Event(at=seen[0].begun_at, what="edit", text=text)
    elif letter.approved and letter.fingerprint and letter.approved != letter.fingerprint:
        approved = letter.facts.get("approved_at")
        at = datetime.fromisoformat(approved) if approved else letter.updated_at
        yield Event(at=at, what="edit", text=text)


def _answers(record: Record) -> Iterator[Event]:
    kinds = {PERSON: "answer", "bounce": "bounce", "own": "own"}
    for answer in record.answers:
        if answer.kind in ("draft", "bulk"):
            continue
        text = (
            "You wrote again in the thread."
            if answer.kind == "own"
            else answer_line(answer, record.withdrawal.id)
        )
        yield Event(at=answer.at, what=kinds.get(answer.kind, "automatic"), text=text)


# --- documents ---------------------------------------------------------------------------------


def status_document(records: Sequence[Record], now: datetime) -> Document:
    """Return what `status --json` prints."""
    return {"withdrawals": [record_document(r, now) for r in records]}


def record_document(record: Record, now: datetime) -> Document:
    """Return one of `withdrawals`."""
    withdrawal = record.withdrawal
    return {
        "withdrawal": withdrawal.id,
        "account": withdrawal.account,
        "company": withdrawal.company,
        "role": withdrawal.role,
        "reason": withdrawal.reason,
        "state": record.state(now),
        "decided_at": time(withdrawal.decided_at),
        "age_days": record.age_days(now),
        "unsent_days": record.unsent_days(now),
        "drafts": [letter_record_document(letter) for letter in record.letters],
        "calls": [call_document(number, call) for number, call in record.calls],
        "sent_at": time(record.sent_at),
        "answer": answer_document(record.answer) if record.answer else None,
        "answers": [answer_document(a) for a in record.answers],
        "reminders": [_reminder_document(r, now) for r in record.reminders],
        "reflections": [{"at": time(at), "text": text} for at, text in record.reflections],
        "timeline": [{"at": time(e.at), "what": e.what, "text": e.text} for e in record.timeline()],
    }


def answer_document(answer: AnswerRecord) -> Document:
    """Return `answer`, or one of `answers`."""
    return {
        "kind": answer.kind,
        "at": time(answer.at),
        "from": answer.address,
        "name": answer.name,
        "message_id": answer.message_id,
        "asks": list(answer.facts.get("asks", ())),
        "dead": list(answer.facts.get("dead", ())),
        "reached": list(answer.facts.get("reached", ())),
        "others": list(answer.facts.get("others", ())),
        "text": answer_line(answer, answer.withdrawal),
    }


def reminder_document(one: Listed) -> Document:
    """Return one of `reminders` in `remind list --json`."""
    reminder, withdrawal = one.reminder, one.withdrawal
    return {
        "reminder": reminder.id,
        "withdrawal": withdrawal.id,
        "account": withdrawal.account,
        "company": withdrawal.company,
        "about": reminder.about.value,
        "text": reminder.text,
        "due": time(one.due),
        "state": reminder.state,
    }


def round_document(made: Round) -> Document:
    """Return what `remind check --json` prints."""
    return {
        "outcome": made.outcome,
        "requests": made.requests,
        "accounts": [{"account": c.account, "requests": c.requests, "busy": c.is_busy}
                     for c in made.checks],
        "notices": [notice_document(notice) for notice in made.notices],
        "problems": [
            {"account": p.account, "code": p.error.code, "message": p.error.message,
             "hint": p.error.hint}
            for p in made.problems
        ],
    }  # fmt: skip


def call_document(number: int, call: Call) -> Document:
    """Return one of `calls`."""
    return {
        "call": number,
        "outcome": call.outcome.value,
        "at": time(call.at),
        "with": call.with_name,
        "notes": call.notes,
    }


def _reminder_document(reminder: Reminder, now: datetime) -> Document:
    return {
        "reminder": reminder.id,
        "about": reminder.about.value,
        "text": reminder.text,
        "due": time(due_at(reminder, now.tzinfo)),
        "state": reminder.state,
    }
