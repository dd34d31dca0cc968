"""When and whether mail leaves: show, check, ask, approve, send exactly that, once.

Each step stands in the journal before the next outward act: approved (with the fingerprint that
the user saw), sending, the provider's own steps, sent. What a cut leaves open is settled by
`mailer.settling`, never by sending again. The account's lock is held while anything is done and
let go while the user thinks; what they then approve is read and checked once more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mailer.errors import (
    DeclinedError,
    DraftChangedError,
    DraftNotFoundError,
    MailerError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    RuleStopError,
    SignInError,
    ThreadNotFoundError,
    UnreadableError,
    UsageError,
)
from mailer.filing import SAME_THREAD_KINDS, FilingCabinet
from mailer.journal_letters import OPEN_STATES, LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.model import Draft, Kind, SendStep, Sent, Thread
from mailer.provider import Capability
from mailer.reviewing import Reviewed, find_withdrawal, make_review, review
from mailer.settling import check_settled, finish, note_sent, settle, text_digest
from mailer.stops import find_stops, loud_lines

if TYPE_CHECKING:
    from mailer.session import Session

_ORDER = (Kind.RECRUITER_NOTE, Kind.REFERRER_THANKS)
"""Who is told before the hiring side (E4, E7)."""
_NOTHING_WAS_SENT = (DraftChangedError, ProviderUnavailableError, SignInError)
"""Errors by which a provider says that nothing was handed over. Not DraftNotFoundError: a
request that was repeated on its way finds the draft gone because the first one sent it."""
_READY = (LetterState.SAVING, LetterState.DRAFTED, LetterState.APPROVED)


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
        sending.waiting = tuple(_queue(session, withdrawal))
        if not sending.waiting and not sending.letters:
            raise _nothing_to_send(session, withdrawal)
        chosen = _chosen(session, withdrawal, order, sending)
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


def _queue(session: Session, withdrawal: Withdrawal) -> list[LetterRecord]:
    """Return the open letters in the order in which they should go (E4, E7)."""
    records = session.journal.list_letters(withdrawal.id)
    is_open = [r for r in records if r.state in OPEN_STATES]
    return sorted(is_open, key=lambda r: _ORDER.index(r.kind) if r.kind in _ORDER else len(_ORDER))


def _chosen(
    session: Session, withdrawal: Withdrawal, order: SendOrder, sending: Sending
) -> list[LetterRecord]:
    """Return the letters to offer: all of the queue, or those with the fingerprints named."""
    if not order.fingerprints:
        return list(sending.waiting)
    present: dict[str, LetterRecord] = {}
    stops: list[MailerError] = []
    for record in sending.waiting:
        try:
            reviewed = _current(session, withdrawal, record)
        except RuleStopError as stop:
            stops.append(stop)
        else:
            present[reviewed.draft.fingerprint] = record
    missing = [f for f in order.fingerprints if f not in present]
    if missing:
        raise next(iter(stops), _other_fingerprint(withdrawal, missing[0], tuple(present)))
    return [record for print_, record in present.items() if print_ in order.fingerprints]


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
        offer = replace(offer, loud=(*_order_lines(record, sending), *offer.loud))
        if order.confirm is None:
            return _hand_over(session, withdrawal, offer)
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
            raise _changed_meanwhile(withdrawal)
        return _hand_over(session, withdrawal, again)


def _order_lines(record: LetterRecord, sending: Sending) -> tuple[str, ...]:
    """Say what the order of the letters means for this one (E4, E7)."""
    if record.kind in _ORDER:
        return ()
    sent = [one.record.kind for one in sending.letters]
    if Kind.RECRUITER_NOTE in sent:
        return ("The recruiter knows now. You can wait for their answer and send this later (E4).",)
    unsent = [r.kind for r in sending.waiting if r.kind in _ORDER]
    names = {Kind.RECRUITER_NOTE: "recruiter is told (E4)", Kind.REFERRER_THANKS:
             "referrer is thanked (E7)"}  # fmt: skip
    return tuple(f"This goes before the {names[kind]}: that letter still waits." for kind in unsent)


def examine(
    session: Session, withdrawal: Withdrawal, record: LetterRecord, order: SendOrder
) -> Offer:
    """Read a letter from the mailbox as it is now and check that nothing stops it.

    Raises:
        RuleStopError: what stops it; see `mailer.stops`.
    """
    session.say("reading the draft")
    reviewed = _current(session, withdrawal, record)
    thread = _thread(session, record, reviewed.draft)
    others = _left_letters(session, record)
    for stop in find_stops(reviewed, thread, session.me, others=others):
        if not stop.is_overruled(order.overruled):
            raise stop.error(draft=reviewed.draft)
    if order.fingerprints and reviewed.draft.fingerprint not in order.fingerprints:
        raise _changed_meanwhile(withdrawal)
    return Offer(reviewed=reviewed, loud=loud_lines(reviewed))


def _left_letters(session: Session, record: LetterRecord) -> set[str]:
    """Return the Message-IDs of letters that left and are not this one: other or earlier ones."""
    return {
        r.sent_message_id
        for r in session.journal.list_letters(record.withdrawal)
        if r.sent_at and (r.kind is not record.kind or r.sent_at < record.created_at)
    }


def _current(session: Session, withdrawal: Withdrawal, record: LetterRecord) -> Reviewed:
    """Review a letter by what journal and mailbox say now, whatever was known before."""
    record = session.journal.letter(record.id)
    if record.state not in _READY:
        raise _no_longer_open(session, withdrawal, record)
    reviewed = review(session, record)
    if reviewed is None:
        raise _no_longer_open(session, withdrawal, session.journal.letter(record.id))
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
        raise _no_longer_open(session, withdrawal, session.journal.letter(record.id))
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
        before=_READY,
    )
    if record.state is not LetterState.APPROVED:
        raise _no_longer_open(session, withdrawal, record)
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


def _other_fingerprint(
    withdrawal: Withdrawal, wanted: str, present: Sequence[str]
) -> DraftChangedError:
    return DraftChangedError(
        f"No draft of {withdrawal.id} has the fingerprint {wanted} (any more). Nothing was sent.",
        hint=f"Look at it with `bowout show {withdrawal.id}`, then name the fingerprint it prints.",
        details={"fingerprints": list(present)},
        stored=True,
    )


def _changed_meanwhile(withdrawal: Withdrawal) -> DraftChangedError:
    return DraftChangedError(
        "The draft was changed after it was shown. Nothing was sent.",
        hint=f"Run `bowout send {withdrawal.id}` again: it shows the draft as it is now.",
        stored=True,
    )


def _nothing_to_send(session: Session, withdrawal: Withdrawal) -> MailerError:
    records = session.journal.list_letters(withdrawal.id)
    if not records:
        return DraftNotFoundError(
            f"There is no draft of {withdrawal.id} ({withdrawal.company}). Nothing was sent.",
            hint=f"`bowout draft {withdrawal.id}` writes one.",
        )
    main = [r for r in records if r.kind in SAME_THREAD_KINDS]
    return _no_longer_open(session, withdrawal, (main or list(records))[-1])


def _no_longer_open(
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
