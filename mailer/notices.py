"""What the user is told after a check, in sentences; and the desktop notice of it.

A notice is printed always; on the desktop only where the `notify` extra is installed and a
desktop is there, which nobody can tell for certain: without one the library stays silent.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mailer.documents import Document, time
from mailer.journal_following import About, AnswerRecord, Reminder
from mailer.journal_withdrawals import Withdrawal
from mailer.reminders import Facts, due_at, is_needless

if TYPE_CHECKING:
    from mailer.noticing import Event
    from mailer.watching import AccountCheck

_ASKS = {
    "call": "a call",
    "feedback": "feedback",
    "reason": "the reason",
    "documents": "documents",
    "reconsider": "you to think again",
    "question": "an answer to a question",
}
_QUIET_KINDS = ("auto-reply", "acknowledgement", "calendar-reply")
"""Machine mail: printed, never on the desktop."""
_UNTOLD_KINDS = ("own", "draft", "bulk", "platform", "invitation", "reaction")
"""Kept for the history, not told."""
_LINES = {
    "calendar-reply": "A calendar reply came from {}.",
    "invitation": "The calendar of {} changed a date, or called it off.",
    "reaction": "{} reacted with an emoji: that is no answer yet.",
    "platform": "A message of a platform came from {}: that is no answer yet.",
}
_SECONDS = 5
_NO_MARKUP = str.maketrans("<>", "()")
"""Many desktops read a notice's text as markup: an address in `< >` would vanish, a name could
be a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One sentence for the user."""

    what: str
    """`answer`, `bounce`, `automatic`, a reminder's kind, or an event's word."""
    withdrawal: str
    title: str
    text: str
    is_loud: bool = True
    """Worth a desktop notice."""
    at: datetime | None = None


def make_notices(check: AccountCheck, now: datetime, *, again: bool) -> tuple[Notice, ...]:
    """Return what to tell of a look at an account: unsent drafts first (E3), then what came back.

    With `again` reminders that were told before are told once more.
    """
    by_id = {facts.withdrawal.id: facts for facts in check.facts}
    withdrawals = {key: facts.withdrawal for key, facts in by_id.items()}
    due = [(f.withdrawal, r) for f, r in check.due_reminders(now, again=again)]
    due = [pair for pair in due if not _is_told_by_event(pair[1], check.events)]
    drafts = [_reminder(w, r, now) for w, r in due if r.about is About.DRAFT]
    others = [_reminder(w, r, now) for w, r in due if r.about is not About.DRAFT]
    answers = [
        _answer(by_id[a.withdrawal], a, now)
        for a in check.untold_answers()
        if a.kind not in _UNTOLD_KINDS
    ]
    events = [_event(withdrawals[e.withdrawal], e) for e in check.events if e.what != "answered"]
    return (*drafts, *answers, *events, *others)


def asks_line(asks: Iterable[str]) -> str:
    """Say what an answer asks for; empty where it asks for nothing."""
    words = [_ASKS[ask] for ask in asks if ask in _ASKS]
    if not words:
        return ""
    return f"asks for {', '.join(words[:-1])}{' and ' if len(words) > 1 else ''}{words[-1]}"


def answer_line(answer: AnswerRecord, withdrawal: str) -> str:
    """Say in a sentence what came back."""
    who = answer.name or answer.address
    if answer.kind == "person":
        asks = asks_line(answer.facts.get("asks", ()))
        return f"{who} answered{f' and {asks}' if asks else ''}."
    if answer.kind == "bounce":
        return _bounce_line(answer, withdrawal)
    if answer.kind in _LINES:
        return _LINES[answer.kind].format(who)
    return f"An automatic reply came from {who}: that is no answer yet."


def show_on_desktop(notices: Sequence[Notice]) -> bool:
    """Show the loud notices on the desktop; False where that can't be done."""
    loud = [notice for notice in notices if notice.is_loud]
    if not loud:
        return True
    try:
        import asyncio

        from desktop_notifier import DesktopNotifier
    except ImportError:
        return False
    # without a desktop it logs a traceback, which cron would mail every hour
    logging.getLogger("desktop_notifier").addHandler(logging.NullHandler())
    logging.getLogger("desktop_notifier").propagate = False
    try:
        asyncio.run(_send(DesktopNotifier, loud))
    except Exception:  # no desktop, no bus, no right: the printed line and the journal remain
        return False
    return True


def notice_document(notice: Notice) -> Document:
    """Return one of `notices` in `remind check --json`."""
    return {
        "what": notice.what,
        "withdrawal": notice.withdrawal,
        "title": notice.title,
        "text": notice.text,
        "at": time(notice.at),
    }


async def _send(notifier_class: Callable[..., object], notices: Sequence[Notice]) -> None:
    import asyncio
    from typing import Any

    notifier: Any = notifier_class(app_name="bowout")
    for notice in notices[:5]:
        sending = notifier.send(title=notice.title, message=notice.text.translate(_NO_MARKUP))
        await asyncio.wait_for(sending, timeout=_SECONDS)
    if len(notices) > 5:
        words = f"{len(notices) - 5} more: run `bowout remind check`."
        await asyncio.wait_for(notifier.send(title="bowout", message=words), timeout=_SECONDS)
    if sys.platform == "darwin":
        await asyncio.sleep(0.2)  # the centre drops what a process sends as it dies


def _is_told_by_event(reminder: Reminder, events: Sequence[Event]) -> bool:
    told = {e.withdrawal for e in events if e.what in ("follow_up", "no_follow_up")}
    return reminder.about is About.ANSWER and reminder.withdrawal in told


def _title(withdrawal: Withdrawal) -> str:
    return withdrawal.company or withdrawal.role or withdrawal.id


def _reminder(withdrawal: Withdrawal, reminder: Reminder, now: datetime) -> Notice:
    due = due_at(reminder, now.tzinfo)
    when = f" By {due:%a %d %b, %H:%M}." if due > now else ""
    return Notice(
        what=reminder.about.value,
        withdrawal=withdrawal.id,
        title=_title(withdrawal),
        text=f"{reminder.text}{when}",
        at=due,
    )


def _answer(facts: Facts, answer: AnswerRecord, now: datetime) -> Notice:
    withdrawal, is_person = facts.withdrawal, answer.kind == "person"
    is_moot = is_person and any(is_needless(letter, facts) for letter in facts.letters)
    moot = f" The follow-up in Drafts is not needed any more: `bowout discard {withdrawal.id}`."
    is_loud = answer.kind not in _QUIET_KINDS
    what = "answer" if is_person else "bounce" if answer.kind == "bounce" else "automatic"
    at = answer.at.astimezone(now.tzinfo)
    return Notice(
        what=what,
        withdrawal=withdrawal.id,
        title=_title(withdrawal),
        text=f"{answer_line(answer, withdrawal.id)} ({at:%a %d %b, %H:%M})"
        f"{moot if is_moot else ''}",
        is_loud=is_loud,
        at=at,
    )


def _bounce_line(answer: AnswerRecord, withdrawal: str) -> str:
    facts = answer.facts
    dead = ", ".join(facts.get("dead", ())) or "somebody; the report does not say whom"
    reached, others = facts.get("reached", ()), facts.get("others", ())
    parts = [f"The letter did not reach {dead}."]
    if reached:
        parts.append(f"From {', '.join(reached)} nothing came back.")
    if others:
        parts.append(f"It could go to {', '.join(others)}: "
                     f"`bowout draft {withdrawal} --anyway --to ADDRESS`.")  # fmt: skip
    if not (reached or others):
        parts.append("Nobody else is known who could get it.")
    return " ".join(parts)


def _event(withdrawal: Withdrawal, event: Event) -> Notice:
    return Notice(
        what=event.what, withdrawal=withdrawal.id, title=_title(withdrawal), text=event.text
    )
