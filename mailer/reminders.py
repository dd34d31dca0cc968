"""Which reminders a withdrawal should have, worked out from what the journal knows; pure.

Working them out again adds nothing twice: whatever noticed that a letter left, the next check
sets what is missing and closes what has lost its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from mailer.journal_following import About, AnswerRecord, Reminder
from mailer.journal_letters import LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.model import Call, Kind, Reason, Stage, Wish
from mailer.workdays import (
    WorkCalendar,
    add_exactly,
    after_span,
    is_exact,
    localise,
    zone_name,
)

AWAITING_KINDS = (
    Kind.WITHDRAW,
    Kind.DECLINE_OFFER,
    Kind.CONFIRMATION,
    Kind.RESCHEDULE,
    Kind.CANCEL,
    Kind.CLARIFY,
)
"""Letters to the hiring side that an answer is awaited to (E30); a follow-up comes once."""
PROMISE_WITHIN = timedelta(hours=48)
"""How soon a promise is kept (E29)."""
PERSON = "person"
"""The value of `AnswerKind.PERSON`: the only answer that closes the loop."""

SPAN_FACT = "remind_after"
"""The fact of a withdrawal that holds the span which the user asked for with `--remind`."""

_WARN_BEFORE = timedelta(hours=24)
_CALL_AFTER = "2h"
_CONNECT_AFTER = "1w"
_UNSENT_AFTER = "1d"
_ASKED = "asked:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that the reminders of one withdrawal rest on."""

    withdrawal: Withdrawal
    letters: Sequence[LetterRecord] = ()
    calls: Sequence[Call] = ()
    answers: Sequence[AnswerRecord] = ()
    reminders: Sequence[Reminder] = ()

    @property
    def thread_keys(self) -> frozenset[str]:
        """The threads in which something may happen to the withdrawal."""
        of_letters = {one.ref.thread_key for one in self.letters if one.ref.thread_key}
        return frozenset({*self.withdrawal.thread_keys, *of_letters})


@dataclass(frozen=True, slots=True)
class Rules:
    """The user's settings on reminders."""

    calendar: WorkCalendar
    after: str = "3d"
    """When a follow-up is due, as a span; empty: no reminder by itself."""


@dataclass(frozen=True, slots=True)
class Revision:
    """What is missing, and what has lost its reason."""

    add: tuple[Reminder, ...]
    done: tuple[int, ...]
    dropped: tuple[int, ...]


def revise(facts: Facts, rules: Rules, now: datetime) -> Revision:
    """Return how the reminders of a withdrawal must change to fit what is known."""
    wanted = [
        *_unsent(facts, rules, now),
        *_unanswered(facts, rules, now),
        *_promised(facts, rules, now),
        *_to_call(facts, rules, now),
    ]
    known = {r.mark for r in facts.reminders}
    states = {r.id: _end(r, facts) for r in facts.reminders if r.state == "open"}
    return Revision(
        add=tuple(r for r in wanted if r.mark not in known and not _end(r, facts)),
        done=tuple(number for number, state in states.items() if state == "done"),
        dropped=tuple(number for number, state in states.items() if state == "dropped"),
    )


def letter_promises(kind: Kind, wish: Wish, stage: Stage) -> dict[str, Any]:
    """Return what a letter promises, for the journal: see `_offers` of the letters (E21, E22)."""
    promises = []
    if wish.suggest_peer.strip():
        promises.append({"what": "referral", "who": wish.suggest_peer.strip()})
    is_under_way = wish.reason in (Reason.VISA, Reason.RELOCATION) or stage is Stage.ACCEPTED
    if kind is Kind.DECLINE_OFFER and is_under_way:
        promises.append({"what": "documents", "who": ""})
    return {"promises": promises, "stay_in_touch": wish.stay_in_touch}


def due_at(reminder: Reminder, zone: tzinfo | None) -> datetime:
    """Return when a reminder is due, in a zone: a wall time counts where the user now is."""
    if reminder.wall:
        return localise(datetime.fromisoformat(reminder.wall), zone)
    return reminder.due.astimezone(zone)


def is_due(reminder: Reminder, now: datetime) -> bool:
    """Tell whether a reminder is to be told now; promises a day before their time is over."""
    due = due_at(reminder, now.tzinfo)
    if reminder.about is About.PROMISE:
        due = due.astimezone(UTC) - _WARN_BEFORE
    return due <= now


def at(moment: datetime, *, is_instant: bool = False) -> dict[str, Any]:
    """Return the columns `due`, `wall` and `zone` for a moment in the user's zone."""
    wall = "" if is_instant else moment.replace(tzinfo=None, fold=0).isoformat()
    return {"due": moment.astimezone(UTC), "wall": wall, "zone": zone_name(moment.tzinfo)}


def span_columns(span: str, now: datetime, calendar: WorkCalendar) -> dict[str, Any]:
    """Return those columns for the end of a span; hours and minutes are exact instants."""
    moment = after_span(span, now, calendar)
    is_instant = is_exact(span)
    return at(moment, is_instant=is_instant)


def waits_for_answer(letter: LetterRecord, answers: Iterable[AnswerRecord]) -> bool:
    """Tell whether a letter left and no person answered since (E31: an automatic reply is none)."""
    if letter.state is not LetterState.SENT or letter.kind not in AWAITING_KINDS:
        return False
    since = letter.sent_at or letter.updated_at
    return not any(a.kind == PERSON and a.at >= since for a in answers)


def unsent(letter: LetterRecord) -> bool:
    """Tell whether a letter lies in Drafts."""
    return letter.state in (LetterState.DRAFTED, LetterState.APPROVED)


def is_needless(letter: LetterRecord, facts: Facts) -> bool:
    """Tell whether a follow-up lies in Drafts although the answer came meanwhile."""
    return (
        letter.kind is Kind.FOLLOW_UP
        and unsent(letter)
        and not any(waits_for_answer(one, facts.answers) for one in facts.letters)
    )


def people_line(addresses: Sequence[str]) -> str:
    """Name whom a letter goes to."""
    return ", ".join(addresses) or "nobody yet"


# --- one kind of reminder each -----------------------------------------------------------------


def _unsent(facts: Facts, rules: Rules, now: datetime) -> Iterable[Reminder]:
    for letter in facts.letters:
        if unsent(letter) and not is_needless(letter, facts):
            made = letter.created_at.astimezone(now.tzinfo)
            yield Reminder(
                withdrawal=facts.withdrawal.id,
                letter=letter.id,
                about=About.DRAFT,
                mark=f"draft:{letter.id}",
                text=f"The {letter.kind.value} letter to "
                f"{people_line(letter.facts.get('to', []))} lies unsent in Drafts (E3).",
                created_at=now,
                **span_columns(_UNSENT_AFTER, made, rules.calendar),
            )


def _unanswered(facts: Facts, rules: Rules, now: datetime) -> Iterable[Reminder]:
    span = str(facts.withdrawal.facts.get(SPAN_FACT) or rules.after).strip()
    if not span:
        return
    for letter in facts.letters:
        if waits_for_answer(letter, facts.answers):
            yield answer_reminder(letter, span, rules.calendar, now)


def answer_reminder(
    letter: LetterRecord, span: str, calendar: WorkCalendar, now: datetime
) -> Reminder:
    """Make the reminder that an answer to a sent letter is awaited, counted from its sending."""
    sent_at = (letter.sent_at or letter.updated_at).astimezone(now.tzinfo)
    return Reminder(
        withdrawal=letter.withdrawal,
        letter=letter.id,
        about=About.ANSWER,
        mark=answer_mark(letter),
        text=f"No answer yet to the {letter.kind.value} letter to "
        f"{people_line(letter.facts.get('to', []))} (E30).",
        created_at=now,
        **span_columns(span, sent_at, calendar),
    )


def asked_reminder(letter: LetterRecord, span: str, rules: Rules, now: datetime) -> Reminder:
    """Make the reminder that the user asked for with a draft; sending counts its span anew."""
    return Reminder(
        withdrawal=letter.withdrawal,
        letter=letter.id,
        about=About.ANSWER,
        mark=f"{_ASKED}{letter.id}",
        text=f"You wanted to be reminded of the {letter.kind.value} letter to "
        f"{people_line(letter.facts.get('to', []))}.",
        created_at=now,
        **span_columns(span, now, rules.calendar),
    )


def answer_mark(letter: LetterRecord) -> str:
    """Return what an answer reminder is keyed by: Message-ID and time of sending (G67)."""
    sent_at = (letter.sent_at or letter.updated_at).astimezone(UTC)
    return f"answer:{letter.sent_message_id or letter.ref.message_id}@{sent_at.isoformat()}"


def _promised(facts: Facts, rules: Rules, now: datetime) -> Iterable[Reminder]:
    for letter in facts.letters:
        if letter.state is not LetterState.SENT or letter.sent_at is None:
            continue
        sent_at = letter.sent_at.astimezone(now.tzinfo)
        for promise in letter.facts.get("promises", ()):
            yield Reminder(
                withdrawal=facts.withdrawal.id,
                letter=letter.id,
                about=About.PROMISE,
                mark=f"promise:{promise['what']}:{letter.id}",
                text=_promise_words(promise, facts.withdrawal),
                created_at=now,
                **at(add_exactly(sent_at, PROMISE_WITHIN), is_instant=True),
            )
        if letter.facts.get("stay_in_touch"):
            yield Reminder(
                withdrawal=facts.withdrawal.id,
                letter=letter.id,
                about=About.CONNECT,
                mark=f"connect:{facts.withdrawal.id}",
                text=f"You offered to stay in touch: connect with "
                f"{_lead_name(facts.withdrawal)} (E33).",
                created_at=now,
                **span_columns(_CONNECT_AFTER, sent_at, rules.calendar),
            )


def _promise_words(promise: Mapping[str, str], withdrawal: Withdrawal) -> str:
    company = withdrawal.company or "them"
    if promise["what"] == "referral":
        return f"You promised {company} to put them in touch with {promise['who']} (E29)."
    return f"You promised {company} the documents that they need (E29)."


def _lead_name(withdrawal: Withdrawal) -> str:
    people = withdrawal.facts.get("people", ())
    name = next((p.get("name") or p.get("address") for p in people), "")
    return " at ".join(filter(None, [str(name), withdrawal.company])) or "them"


def _to_call(facts: Facts, rules: Rules, now: datetime) -> Iterable[Reminder]:
    asked = facts.withdrawal.facts.get("call_asked")
    if not asked:
        return
    asked_at = datetime.fromisoformat(asked["at"]).astimezone(now.tzinfo)
    before = datetime.fromisoformat(asked["before"]) if asked.get("before") else None
    moment = _working_hour(asked_at, rules.calendar)
    if before is not None and moment >= before:
        moment = max(asked_at, before.astimezone(now.tzinfo) - timedelta(hours=1))
    yield Reminder(
        withdrawal=facts.withdrawal.id,
        about=About.CALL,
        mark=f"call:{asked['at']}",
        text=f"Call {asked.get('who') or 'them'}, as the plan says; then log it with "
        f"`bowout call {facts.withdrawal.id}`.",
        created_at=now,
        **at(moment),
    )


def _working_hour(asked_at: datetime, calendar: WorkCalendar) -> datetime:
    """Return two hours later, or the next working morning where that is late or a day off."""
    soon = after_span(_CALL_AFTER, asked_at, calendar)
    if calendar.is_working_day(soon.date()) and 9 <= soon.hour < 18:
        return soon
    later = soon.date() if soon.hour < 9 else soon.date() + timedelta(days=1)
    return localise(calendar.morning(calendar.add_days(later, 0)), asked_at.tzinfo)


# --- what has lost its reason ------------------------------------------------------------------


def _end(reminder: Reminder, facts: Facts) -> str:
    """Return `done` or `dropped` for a reminder that has lost its reason, else nothing."""
    letter = next((one for one in facts.letters if one.id == reminder.letter), None)
    if reminder.about is About.DRAFT:
        is_moot = letter is not None and is_needless(letter, facts)
        return "dropped" if is_moot else _end_draft(letter)
    if reminder.about is About.ANSWER and reminder.mark.startswith(_ASKED):
        return _end_draft(letter)
    if reminder.about is About.ANSWER and letter is not None:
        return "" if waits_for_answer(letter, facts.answers) else "done"
    if reminder.about is About.CALL:
        return "done" if any(c.at >= _asked_at(reminder) for c in facts.calls) else ""
    return ""


def _end_draft(letter: LetterRecord | None) -> str:
    if letter is None:
        return "dropped"
    if letter.state is LetterState.SENT:
        return "done"
    return "" if unsent(letter) or letter.state is LetterState.SAVING else "dropped"


def _asked_at(reminder: Reminder) -> datetime:
    return datetime.fromisoformat(reminder.mark.partition(":")[2])


def snoozed(reminder: Reminder, moment: datetime, *, is_instant: bool = False) -> Reminder:
    """Return the reminder moved to another moment, open and untold."""
    return replace(
        reminder, state="open", ended_at=None, told_at=None, **at(moment, is_instant=is_instant)
    )
