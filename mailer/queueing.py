"""Which letters wait to be sent, and in which order: the recruiter's before the hiring side's."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from mailer.errors import DraftNotFoundError, MailerError, RuleStopError
from mailer.journal_letters import OPEN_STATES, LetterRecord
from mailer.journal_withdrawals import Withdrawal
from mailer.model import Kind
from mailer.offering import SendOrder, no_longer_open, other_fingerprint, read_current
from mailer.papers import SAME_THREAD_KINDS

if TYPE_CHECKING:
    from mailer.session import Session

_ORDER = (Kind.RECRUITER_NOTE, Kind.REFERRER_THANKS)
"""Who is told before the hiring side (E4, E7)."""


def list_waiting(session: Session, withdrawal: Withdrawal) -> list[LetterRecord]:
    """Return the open letters in the order in which they should go (E4, E7)."""
    records = session.journal.list_letters(withdrawal.id)
    is_open = [r for r in records if r.state in OPEN_STATES]
    return sorted(is_open, key=lambda r: _ORDER.index(r.kind) if r.kind in _ORDER else len(_ORDER))


def choose_letters(
    session: Session,
    withdrawal: Withdrawal,
    order: SendOrder,
    waiting: Sequence[LetterRecord],
) -> list[LetterRecord]:
    """Return the letters to offer: all of the queue, or those with the fingerprints named."""
    if not order.fingerprints:
        return list(waiting)
    present: dict[str, LetterRecord] = {}
    stops: list[MailerError] = []
    for record in waiting:
        try:
            reviewed = read_current(session, withdrawal, record)
        except RuleStopError as stop:
            stops.append(stop)
        else:
            present[reviewed.draft.fingerprint] = record
    missing = [f for f in order.fingerprints if f not in present]
    if missing:
        raise next(iter(stops), other_fingerprint(withdrawal, missing[0], tuple(present)))
    return [record for print_, record in present.items() if print_ in order.fingerprints]


def order_lines(
    record: LetterRecord, sent: Collection[Kind], waiting: Sequence[LetterRecord]
) -> tuple[str, ...]:
    """Say what the order of the letters means for this one (E4, E7)."""
    if record.kind in _ORDER:
        return ()
    if Kind.RECRUITER_NOTE in sent:
        return ("The recruiter knows now. You can wait for their answer and send this later (E4).",)
    unsent = [r.kind for r in waiting if r.kind in _ORDER]
    names = {Kind.RECRUITER_NOTE: "recruiter is told (E4)", Kind.REFERRER_THANKS:
             "referrer is thanked (E7)"}  # fmt: skip
    return tuple(f"This goes before the {names[kind]}: that letter still waits." for kind in unsent)


def nothing_to_send(session: Session, withdrawal: Withdrawal) -> MailerError:
    """Make the error for a withdrawal none of whose letters waits."""
    records = session.journal.list_letters(withdrawal.id)
    if not records:
        return DraftNotFoundError(
            f"There is no draft of {withdrawal.id} ({withdrawal.company}). Nothing was sent.",
            hint=f"`bowout draft {withdrawal.id}` writes one.",
        )
    main = [r for r in records if r.kind in SAME_THREAD_KINDS]
    return no_longer_open(session, withdrawal, (main or list(records))[-1])
