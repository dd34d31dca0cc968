"""When and whether mail leaves: show, check, ask, approve, send exactly that, once.

Each step stands in the journal before the next outward act: approved (with the fingerprint that
the user saw), sending, the provider's own steps, sent. What a cut leaves open is settled by
`mailer.settling`, never by sending again. The account's lock is held while anything is done and
let go while the user thinks; what they then approve is read and checked once more.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mailer.errors import (
    DeclinedError,
    DraftChangedError,
    MailerError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    SignInError,
    UnreadableError,
    UsageError,
)
from mailer.journal_letters import LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.model import SendStep, Sent
from mailer.offering import (
    READY,
    Offer,
    SendOrder,
    changed_meanwhile,
    examine,
    no_longer_open,
)
from mailer.provider import Capability
from mailer.queueing import choose_letters, list_waiting, nothing_to_send, order_lines
from mailer.reviewing import find_withdrawal
from mailer.settling import check_settled, finish, note_sent, settle, text_digest

if TYPE_CHECKING:
    from mailer.session import Session

_NOTHING_WAS_SENT = (DraftChangedError, ProviderUnavailableError, SignInError)
"""Errors by which a provider says that nothing was handed over. Not DraftNotFoundError: a
request that was repeated on its way finds the draft gone because the first one sent it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLetter:
    """One letter that left."""

    record: LetterRecord
    offer: Offer | None = None
    """None: it left earlier, and that was only noticed now."""
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Sending:
    """What came of an order so far; filled letter by letter, also when a later one is stopped."""

    withdrawal: Withdrawal | None = None
    letters: list[SentLetter] = field(default_factory=list)
    waiting: tuple[LetterRecord, ...] = ()
    """Letters of the plan that were not sent."""


def send(session: Session, order: SendOrder, sending: Sending) -> None:
    """Send the letters of a withdrawal in the plan's order, stopping at the first refusal.

    `sending` tells what left, even where an error ends it.

    Raises:
        RuleStopError: a rule stops it (docs/exit-statuses.md); nothing more was sent.
        OutcomeUnknownError: an answer was lost, now or earlier; nothing is sent again.
        DeclinedError: the user said no.
        RefusedError, ProviderUnavailableError: nothing more was sent.
    """
    if Capability.SEND not in session.provider.capabilities:
        raise _cannot_send(session)
    if order.confirm is None and not order.fingerprints:
        raise UsageError("Sending without a question needs the fingerprint of what to send.")
    with session.lock():
        withdrawal = sending.withdrawal = find_withdrawal(session, order.query)
        _settle(session, withdrawal, sending)
        sending.waiting = tuple(list_waiting(session, withdrawal))
        if not sending.waiting and not sending.letters:
            raise nothing_to_send(session, withdrawal)
        chosen = choose_letters(session, withdrawal, order, sending.waiting)
    for record in chosen:
        try:
            sent = _send_one(session, withdrawal, record, order, sending)
        except MailerError as error:
            if any(one.offer for one in sending.letters):
                error.qualify("That is said of the letters that still wait, not of what left.")
                error.stored = error.stored if error.stored is None else True
            raise
        if sent is None:
            return
        sending.letters.append(sent)
        sending.waiting = tuple(r for r in sending.waiting if r.id != record.id)


def _settle(session: Session, withdrawal: Withdrawal, sending: Sending) -> None:
    settled = settle(session, withdrawal)
    check_settled(withdrawal, settled)
    sending.letters += [
        SentLetter(record=one.record, notes=(one.note,) if one.note else ())
        for one in settled
        if one.record.state is LetterState.SENT
    ]


# --- one letter ---------------------------------------------------------------------------------


def _send_one(
    session: Session,
    withdrawal: Withdrawal,
    record: LetterRecord,
    order: SendOrder,
    sending: Sending,
) -> SentLetter | None:
    """Offer and send one letter; None: the user wants to wait after an earlier one left."""
    with session.lock():
        offer = examine(session, withdrawal, record, order)
        sent = [one.record.kind for one in sending.letters]
        lines = order_lines(record, sent, sending.waiting)
        offer = replace(offer, loud=(*lines, *offer.loud))
        if order.confirm is None:
            left = _hand_over(session, withdrawal, offer)
            return replace(left, notes=(*offer.loud, *left.notes))
    if not order.confirm(offer):
        if any(one.offer for one in sending.letters):
            return None
        raise DeclinedError(
            "Nothing was sent; the draft stays in your mailbox.",
            hint=f"Edit it there, then run `bowout send {withdrawal.id}` again.",
            stored=True,
        )
    with session.lock():
        again = examine(session, withdrawal, record, order)
        if again.draft.fingerprint != offer.draft.fingerprint:
            raise changed_meanwhile(withdrawal)
        return _hand_over(session, withdrawal, again)


# --- handing over ----------------------------------------------------------------------------


class _Steps:
    """Writes the provider's steps into the journal and remembers how far it came."""

    def __init__(self, session: Session, record: LetterRecord) -> None:
        self._session = session
        self._record = record
        self.tried: SendStep | None = None
        """The last step the provider told of, written down or not."""
        self.written: SendStep | None = None
        """The last step that stands in the journal."""

    def note(self, step: SendStep) -> None:
        self.tried = step
        self._session.journal.update_letter(
            self._record.id, now=self._session.clock(), send_step=step
        )
        self.written = step

    @property
    def is_accepted(self) -> bool:
        """The service took the message: it is sent, even if that could not be written down."""
        return self.tried not in (None, SendStep.SUBMITTING)

    @property
    def is_untouched(self) -> bool:
        """Nothing was handed over: the provider may only do so once SUBMITTING is written."""
        return self.written is None and not self.is_accepted


def _hand_over(session: Session, withdrawal: Withdrawal, offer: Offer) -> SentLetter:
    record = _approve(session, withdrawal, offer)
    session.say("sending")
    act = session.journal.begin_act(
        withdrawal.id, "send_draft", now=session.clock(), letter=record.id
    )
    if not session.journal.move_letter(
        record.id, (LetterState.APPROVED,), LetterState.SENDING, now=session.clock()
    ):
        raise no_longer_open(session, withdrawal, session.journal.letter(record.id))
    steps = _Steps(session, record)
    try:
        sent = session.provider.send_draft(offer.draft.ref, note=steps.note)
    except (MailerError, KeyboardInterrupt) as error:
        sent, note = _after_error(session, withdrawal, record, steps, act, error)
    else:
        note = ""
    return _sent(session, record, offer, steps, act, sent, note)


def _approve(session: Session, withdrawal: Withdrawal, offer: Offer) -> LetterRecord:
    """Write down which version the user said yes to."""
    draft = offer.draft
    approved = {
        "approved_at": session.clock().isoformat(),
        "approved_text": text_digest(draft.text),
        "to": [a.address for a in draft.to],
        "cc": [a.address for a in draft.cc],
        "subject": draft.subject,
        "from": draft.sender.address,
    }
    record = session.journal.update_letter(
        offer.reviewed.record.id,
        now=session.clock(),
        state=LetterState.APPROVED,
        approved=draft.fingerprint,
        ref=draft.ref,
        facts={**offer.reviewed.record.facts, **approved},
        before=READY,
    )
    if record.state is not LetterState.APPROVED:
        raise no_longer_open(session, withdrawal, record)
    return record


def _after_error(
    session: Session,
    withdrawal: Withdrawal,
    record: LetterRecord,
    steps: _Steps,
    act: int,
    error: BaseException,
) -> tuple[Sent, str]:
    """Decide what an error means by how far the send had come; return what was sent, or raise."""
    if steps.is_accepted:
        words = error.message if isinstance(error, MailerError) else "It was interrupted after."
        sent = Sent(message_id=record.ref.message_id, sent_at=session.clock())
        return sent, f"The service took the letter, so it is sent; what follows was cut: {words}"
    is_certain = steps.is_untouched or isinstance(error, _NOTHING_WAS_SENT)
    after = LetterState.DRAFTED if is_certain else LetterState.UNKNOWN
    code = error.code if isinstance(error, MailerError) else "interrupted"
    outcome = f"{'not sent' if is_certain else 'unknown'}: {code}"
    with suppress(MailerError):  # a full disk: what stands there already means the same
        session.journal.update_letter(record.id, now=session.clock(), state=after)
        session.journal.end_act(act, outcome, now=session.clock())
    if is_certain:
        raise error
    raise _unknown(session, withdrawal, error) from error


def _sent(
    session: Session,
    record: LetterRecord,
    offer: Offer,
    steps: _Steps,
    act: int,
    sent: Sent,
    note: str,
) -> SentLetter:
    is_all_done = Capability.FILES_SENT in session.provider.capabilities
    step = SendStep.CLEARED if is_all_done else steps.tried or SendStep.ACCEPTED
    try:
        noted = note_sent(
            session,
            record,
            sent_at=sent.sent_at,
            message_id=sent.message_id or record.ref.message_id,
            step=step,
            refused=sent.refused,
        )
        session.journal.end_act(act, "sent", now=session.clock())
    except (ProviderUnavailableError, UnreadableError) as error:
        raise _unwritten(withdrawal=record.withdrawal) from error
    finished = finish(session, noted)
    refused = [f"Refused by the service, so not delivered to: {a}." for a in sent.refused]
    notes = tuple(n for n in (note, finished.note, *refused) if n)
    return SentLetter(record=finished.record, offer=offer, notes=notes)


# --- sentences --------------------------------------------------------------------------------


def _unknown(session: Session, withdrawal: Withdrawal, error: BaseException) -> OutcomeUnknownError:
    told = error.message if isinstance(error, OutcomeUnknownError) else (
        "The send was cut after the letter was handed over. It may have been sent."
    )  # fmt: skip
    looks = (
        "which looks in Sent, before anything else"
        if Capability.FILES_SENT in session.provider.capabilities
        else "and settle it with --settle once you know"
    )
    return OutcomeUnknownError(
        told,
        hint=f"Run `bowout status {withdrawal.id}`, {looks}. It is never sent again by itself.",
        details={"withdrawal": withdrawal.id, "state": "unknown"},
    )


def _unwritten(withdrawal: str) -> ProviderUnavailableError:
    return ProviderUnavailableError(
        "The letter was sent, but the journal can't be written.",
        hint=f"Free some space, then run `bowout status {withdrawal}`: it settles the rest.",
        stored=True,
    )


def _cannot_send(session: Session) -> MailerError:
    error = session.provider.unsupported("send mail")
    error.hint = (
        "Open the draft in your mail program and send it there; bowout notices that it left."
    )
    return error
