"""One letter as the mailbox holds it now: read, checked, and ready to go once the user says yes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mailer.errors import (
    DraftChangedError,
    OutcomeUnknownError,
    RuleStopError,
    ThreadNotFoundError,
)
from mailer.filing import FilingCabinet
from mailer.journal_letters import LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.model import Draft, Thread
from mailer.reviewing import Reviewed, make_review, review
from mailer.stops import find_stops, loud_lines

if TYPE_CHECKING:
    from mailer.session import Session

READY = (LetterState.SAVING, LetterState.DRAFTED, LetterState.APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One letter as the mailbox holds it now, ready to go once the user says yes."""

    reviewed: Reviewed
    loud: tuple[str, ...] = ()
    """What must not be overlooked."""

    @property
    def draft(self) -> Draft:
        """The draft, of the version that was read."""
        return self.reviewed.draft


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOrder:
    """What `bowout send` was asked to do."""

    query: str
    fingerprints: tuple[str, ...] = ()
    """Only drafts with one of these are sent; empty: whatever the user says yes to."""
    overruled: frozenset[str] = frozenset()
    """Rules and stops that the user lifts by name."""
    confirm: Callable[[Offer], bool] | None = None
    """Shows the letter and asks; None: nobody is there, the fingerprints are the answer."""


def examine(
    session: Session, withdrawal: Withdrawal, record: LetterRecord, order: SendOrder
) -> Offer:
    """Read a letter from the mailbox as it is now and check that nothing stops it.

    Raises:
        RuleStopError: what stops it; see `mailer.stops`.
    """
    session.say("reading the draft")
    reviewed = read_current(session, withdrawal, record)
    thread = _thread(session, record, reviewed.draft)
    others, zone = _left_letters(session, record), session.clock().tzinfo
    for stop in find_stops(reviewed, thread, session.me, others=others, zone=zone):
        if not stop.is_overruled(order.overruled):
            raise stop.error(draft=reviewed.draft)
    if order.fingerprints and reviewed.draft.fingerprint not in order.fingerprints:
        raise changed_meanwhile(withdrawal)
    return Offer(reviewed=reviewed, loud=loud_lines(reviewed))


def _left_letters(session: Session, record: LetterRecord) -> set[str]:
    """Return the Message-IDs of letters that left and are not this one: other or earlier ones."""
    return {
        r.sent_message_id
        for r in session.journal.list_letters(record.withdrawal)
        if r.sent_at and (r.kind is not record.kind or r.sent_at < record.created_at)
    }


def read_current(session: Session, withdrawal: Withdrawal, record: LetterRecord) -> Reviewed:
    """Review a letter by what journal and mailbox say now, whatever was known before."""
    record = session.journal.letter(record.id)
    if record.state not in READY:
        raise no_longer_open(session, withdrawal, record)
    reviewed = review(session, record)
    if reviewed is None:
        raise no_longer_open(session, withdrawal, session.journal.letter(record.id))
    if record.state is LetterState.SAVING:
        return _taken_up(session, withdrawal, reviewed)
    return reviewed


def _taken_up(session: Session, withdrawal: Withdrawal, reviewed: Reviewed) -> Reviewed:
    """Take up a draft whose filing was cut, if it is whole; a half-made one is never sent."""
    cabinet = FilingCabinet(session.provider, session.journal, session.me, session.clock)
    record = cabinet.take_up(reviewed.record, reviewed.draft)
    if record is None:
        raise RuleStopError(
            "changed",
            "An earlier run was cut while it filed this draft, and what lies in the mailbox is "
            "not what it meant to file. Nothing was sent.",
            hint=f"`bowout draft {withdrawal.id}` finishes it; `bowout show {withdrawal.id}` "
            "shows what is there.",
            details={"fingerprint": reviewed.draft.fingerprint},
        )
    return make_review(record, reviewed.draft)


def _thread(session: Session, record: LetterRecord, draft: Draft) -> Thread | None:
    """Read the thread that the draft was written for; None where it is gone."""
    for key in dict.fromkeys(filter(None, (record.ref.thread_key, draft.thread_key))):
        try:
            return session.provider.read(key)
        except ThreadNotFoundError:
            continue
    return None


def other_fingerprint(
    withdrawal: Withdrawal, wanted: str, present: Sequence[str]
) -> DraftChangedError:
    """Make the error for a fingerprint that no draft has."""
    return DraftChangedError(
        f"No draft of {withdrawal.id} has the fingerprint {wanted} (any more). Nothing was sent.",
        hint=f"Look at it with `bowout show {withdrawal.id}`, then name the fingerprint it prints.",
        details={"fingerprints": list(present)},
        stored=True,
    )


def changed_meanwhile(withdrawal: Withdrawal) -> DraftChangedError:
    """Make the error for a draft that is not the one that was shown."""
    return DraftChangedError(
        "The draft was changed after it was shown. Nothing was sent.",
        hint=f"Run `bowout send {withdrawal.id}` again: it shows the draft as it is now.",
        stored=True,
    )


def no_longer_open(
    session: Session, withdrawal: Withdrawal, record: LetterRecord
) -> RuleStopError | OutcomeUnknownError:
    """Say what became of a letter that can't be sent (any more)."""
    kind = record.kind.value
    if record.state is LetterState.SENT:
        sent_at = (record.sent_at or record.updated_at).astimezone(session.clock().tzinfo)
        where = " from the mailbox" if record.facts.get("sent_by_hand") else ""
        return RuleStopError(
            "ended",
            f"The {kind} letter was sent by you on {sent_at:%Y-%m-%d %H:%M}{where}. "
            "Nothing was sent now.",
            hint=f"`bowout status {withdrawal.id}` shows the whole history.",
            details={"state": "sent", "message_id": record.sent_message_id},
        )
    if record.state in (LetterState.SENDING, LetterState.UNKNOWN):
        return OutcomeUnknownError(
            "It is not known whether this letter left. Nothing was sent now.",
            hint=f"Run `bowout status {withdrawal.id}`, which looks in Sent.",
        )
    was_discarded = record.state is LetterState.DISCARDED
    what = "was discarded" if was_discarded else "is neither in Drafts nor in Sent: deleted"
    return RuleStopError(
        "changed",
        f"The draft of the {kind} letter {what}. Nothing was sent.",
        hint=f"`bowout draft {withdrawal.id}` writes a new one.",
    )
