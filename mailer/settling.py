"""Settles what a crash or a lost answer left open: by looking into the mailbox, or by word.

Nothing here ever hands a message over. A letter counts as sent only where the service said so,
where it lies in Sent, or where the user says so; that it is missing from Sent proves nothing,
because it may appear there late.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mailer.errors import (
    DraftChangedError,
    DraftNotFoundError,
    MailerError,
    OutcomeUnknownError,
    UsageError,
)
from mailer.following import on_sent
from mailer.journal_letters import LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.locating import CLOCK_SKEW, read_whole
from mailer.model import Draft, Message, SendStep
from mailer.provider import Capability
from mailer.yielding import Yielding

if TYPE_CHECKING:
    from mailer.session import Session

_IN_DOUBT = (LetterState.SENDING, LetterState.UNKNOWN)
_HANDED_OVER = (SendStep.ACCEPTED, SendStep.FILED, SendStep.CLEARED)
_LEFT_OVER = (SendStep.ACCEPTED, SendStep.FILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What became of one letter whose outcome was open."""

    record: LetterRecord
    note: str
    """One sentence for the user."""
    error: MailerError | None = None
    """Why two drafts of it stand."""


def needs_settling(record: LetterRecord) -> bool:
    """Tell whether a letter waits for a look into the mailbox."""
    return _is_in_doubt(record) or record.state is LetterState.YIELDING


def settle(session: Session, withdrawal: Withdrawal) -> tuple[Settled, ...]:
    """Settle every letter of a withdrawal that waits for it; the caller holds the lock.

    Letters that stay in doubt are among the answers, in the state `unknown`; those of which two
    drafts stand, in the state `yielding`.
    """
    return (*_settle_doubts(session, withdrawal), *settle_yielding(session, withdrawal))


def settle_yielding(session: Session, withdrawal: Withdrawal) -> tuple[Settled, ...]:
    """Leave one draft where a replacement left two; tells what changed by that, if anything."""
    yielding = Yielding(session.provider, session.journal, session.me, session.clock)
    settled = yielding.settle_all(withdrawal.id)
    for letter in (y.left for y in settled if y.left is not None):
        on_sent(session, session.journal.withdrawal(withdrawal.id), letter, session.clock())
    return tuple(Settled(record=y.record, note=y.note, error=y.error) for y in settled if y.note)


def _settle_doubts(session: Session, withdrawal: Withdrawal) -> tuple[Settled, ...]:
    waiting = [r for r in session.journal.list_letters(withdrawal.id) if _is_in_doubt(r)]
    return tuple(_settle_one(session, record) for record in waiting)


def _is_in_doubt(record: LetterRecord) -> bool:
    is_left_over = record.state is LetterState.SENT and record.send_step in _LEFT_OVER
    return record.state in _IN_DOUBT or is_left_over


def check_settled(withdrawal: Withdrawal, settled: Iterable[Settled]) -> None:
    """Stop where a letter stays in doubt.

    Raises:
        OutcomeUnknownError: it may have left; nothing was sent now.
        MailerError: two drafts of one letter stand; nothing was sent now.
    """
    for one in settled:
        if one.error is not None:
            one.error.qualify("Nothing was sent now.")
            raise one.error
        if one.record.state is LetterState.UNKNOWN:
            raise OutcomeUnknownError(
                f"{one.note} Nothing was sent now.",
                hint=_hint(withdrawal.id),
                details={"withdrawal": withdrawal.id, "state": "unknown"},
            )


def settle_by_word(session: Session, withdrawal: Withdrawal, *, was_sent: bool) -> Settled:
    """Take the user's word for a letter in doubt, after one more look into Sent.

    `was_sent` also takes note of a letter whose draft is gone and that Sent does not show.

    Raises:
        UsageError: nothing is in doubt, or the mailbox says the contrary.
    """
    with session.lock():
        by_mailbox = _settle_doubts(session, withdrawal)
        records = session.journal.list_letters(withdrawal.id)
        doubtful = [r for r in records if r.state is LetterState.UNKNOWN]
        if was_sent:
            doubtful = doubtful or [r for r in records if r.state is LetterState.GONE][-1:]
        if doubtful:
            settler = _settle_as_sent if was_sent else _settle_as_not_sent
            return settler(session, doubtful[0])
        for one in by_mailbox:
            if was_sent == (one.record.state is LetterState.SENT):
                return one
            raise UsageError(f"{one.note} Nothing was changed.", stored=None)
    raise UsageError(
        f"No letter of {withdrawal.id} is in doubt. Nothing was changed.",
        hint=f"`bowout status {withdrawal.id}` shows what is known.",
    )


def note_sent(
    session: Session,
    record: LetterRecord,
    *,
    sent_at: datetime,
    message_id: str,
    step: SendStep | None = None,
    is_by_hand: bool = False,
    refused: tuple[str, ...] = (),
    before: Collection[LetterState] = tuple(LetterState),
) -> LetterRecord:
    """Write down that a letter left; its text goes, its Message-ID joins the process.

    With `before`, only while it stands in one of those states.
    """
    facts = dict(record.facts)
    if is_by_hand:
        facts["sent_by_hand"] = True
    if refused:
        facts["refused"] = list(refused)
    noted = session.journal.update_letter(
        record.id,
        now=session.clock(),
        state=LetterState.SENT,
        sent_at=sent_at,
        sent_message_id=message_id,
        send_step=step,
        facts=facts,
        before=before,
    )
    withdrawal = session.journal.update_withdrawal(record.withdrawal, message_ids=[message_id])
    if noted.state is LetterState.SENT:
        on_sent(session, withdrawal, noted, session.clock())
    return noted


def text_digest(text: str) -> str:
    """Return a digest of a text that stays the same however its lines are wrapped."""
    return hashlib.sha256(" ".join(text.replace(">", " ").split()).encode()).hexdigest()


# --- one letter ---------------------------------------------------------------------------------


def _settle_one(session: Session, record: LetterRecord) -> Settled:
    if record.state is LetterState.SENT:
        return finish(session, record)
    if record.state is LetterState.SENDING:
        if record.send_step is None:
            return _take_back(session, record)
        if record.send_step in _HANDED_OVER:
            return _settle_accepted(session, record)
        record = session.journal.update_letter(
            record.id, now=session.clock(), state=LetterState.UNKNOWN
        )
    return _look_in_sent(session, record)


def _take_back(session: Session, record: LetterRecord) -> Settled:
    """Undo the intent to send: the step before the hand-over was never written."""
    record = session.journal.update_letter(
        record.id, now=session.clock(), state=LetterState.DRAFTED, approved=""
    )
    return Settled(
        record=record, note="An earlier run was cut before the letter was handed over: not sent."
    )


def _settle_accepted(session: Session, record: LetterRecord) -> Settled:
    """Note as sent what the service took before the run was cut, then do the rest."""
    noted = note_sent(
        session,
        record,
        sent_at=record.updated_at,
        message_id=record.ref.message_id,
        step=record.send_step,
    )
    return finish(session, noted)


def _look_in_sent(session: Session, record: LetterRecord) -> Settled:
    found = find_handed_over(session, record)
    if found is None:
        return Settled(record=record, note=_doubt(session, record))
    noted = note_sent(
        session, record, sent_at=found.date, message_id=found.message_id, step=SendStep.FILED
    )
    finished = finish(session, noted)
    when = found.date.astimezone(session.clock().tzinfo)
    return Settled(
        record=finished.record, note=f"It was sent on {when:%Y-%m-%d %H:%M}: it lies in Sent."
    )


def find_handed_over(session: Session, record: LetterRecord) -> Message | None:
    """Return the letter as it lies in Sent, or None: by its Message-ID, else by its very text.

    Another answer of the user's to the same message is not taken for it.
    """
    wanted = [i for i in (record.ref.message_id, record.parent_message_id) if i]
    if not wanted:
        return None
    found = session.provider.find_sent(wanted, record.created_at - CLOCK_SKEW)
    for message in found:
        if message.message_id and message.message_id == record.ref.message_id:
            return message
    digest = record.facts.get("approved_text", "")
    since_then = [m for m in found if m.date >= _approved_at(record)]
    for message in read_whole(session.provider, since_then):
        if digest and text_digest(message.text or "") == digest:
            return message
    return None


def _approved_at(record: LetterRecord) -> datetime:
    approved = record.facts.get("approved_at")
    since = datetime.fromisoformat(approved) if approved else record.created_at
    return since - CLOCK_SKEW


def _doubt(session: Session, record: LetterRecord) -> str:
    """Say what is known of a letter in doubt; what is missing from Sent proves nothing."""
    try:
        session.provider.fetch_draft(record.ref)
    except DraftNotFoundError:
        return "It is not known whether the letter left: it is neither in Drafts nor in Sent."
    return (
        "It is not known whether the letter left: the draft still lies in Drafts and Sent does "
        "not show it, so it probably did not."
    )


def _hint(withdrawal: str) -> str:
    return (
        f"Look into Sent, or ask whom it went to; then `bowout status {withdrawal} --settle sent` "
        "or `--settle not-sent`. It is never sent again before that."
    )


# --- by word ------------------------------------------------------------------------------------


def _settle_as_sent(session: Session, record: LetterRecord) -> Settled:
    is_ours = record.state is LetterState.UNKNOWN
    noted = note_sent(
        session,
        record,
        sent_at=record.updated_at,
        message_id=record.ref.message_id,
        step=SendStep.ACCEPTED if is_ours else None,
        is_by_hand=not is_ours,
    )
    finished = finish(session, noted) if is_ours else Settled(record=noted, note="")
    return Settled(record=finished.record, note=f"Noted as sent, on your word. {finished.note}")


def _settle_as_not_sent(session: Session, record: LetterRecord) -> Settled:
    record = session.journal.update_letter(
        record.id, now=session.clock(), state=LetterState.DRAFTED, approved=""
    )
    return Settled(
        record=record,
        note="Noted as not sent, on your word. "
        f"`bowout send {record.withdrawal}` shows it and asks again.",
    )


# --- what is left after the service took it ---------------------------------------------------


def finish(session: Session, record: LetterRecord) -> Settled:
    """File the copy and clear the draft where that is left to do; never sends.

    What fails here is done by the next run; a draft that was edited since is left alone.
    """
    if record.send_step not in _LEFT_OVER or Capability.SEND not in session.provider.capabilities:
        return Settled(record=record, note="")
    assert record.send_step is not None

    def note(step: SendStep) -> None:
        session.journal.update_letter(record.id, now=session.clock(), send_step=step)

    try:
        if _is_edited_since(session, record):
            raise DraftChangedError("edited since")
        session.provider.finish_send(record.ref, done=record.send_step, note=note)
        words = ""
    except DraftChangedError:
        words = "Its draft was changed since and still lies in Drafts: delete it there."
    except DraftNotFoundError:
        words = ""
    except MailerError as error:
        return Settled(
            record=session.journal.letter(record.id),
            note=f"The letter was sent; clearing up behind it is not done yet ({error.code}).",
        )
    done = session.journal.update_letter(record.id, now=session.clock(), send_step=SendStep.CLEARED)
    return Settled(record=done, note=words)


def _is_edited_since(session: Session, record: LetterRecord) -> bool:
    draft = _draft(session, record)
    return draft is not None and bool(record.approved) and draft.fingerprint != record.approved


def _draft(session: Session, record: LetterRecord) -> Draft | None:
    try:
        return session.provider.fetch_draft(record.ref)
    except DraftNotFoundError:
        return None
