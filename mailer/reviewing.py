"""Shows a draft as it stands in the mailbox now, checks it, and discards it when asked to."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mailer.errors import (
    DraftNotFoundError,
    OutcomeUnknownError,
    RuleStopError,
)
from mailer.filing import FilingCabinet
from mailer.journal_letters import OPEN_STATES, LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.locating import Located, Whereabouts, locate, own_text
from mailer.model import Draft, Finding
from mailer.remembering import match_withdrawals, only_one
from mailer.settling import check_settled, note_sent, settle_yielding

if TYPE_CHECKING:
    from mailer.session import Session

_FILED = (LetterState.DRAFTED, LetterState.APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One draft as it stands in the mailbox now."""

    record: LetterRecord
    draft: Draft
    own_text: str
    """Without signature and quote."""
    is_edited: bool
    differences: tuple[str, ...] = ()
    """What the user changed: header fields by name, lines with `+` and `-`."""
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    """What was settled before it was read."""


def find_withdrawal(session: Session, query: str) -> Withdrawal:
    """Look a query or an id up in the journal alone.

    Raises:
        NothingFitsError, SeveralFitError: it names no one withdrawal.
    """
    every = session.journal.list_withdrawals(session.account.name) if session.has_journal else ()
    fitting = match_withdrawals(every, query)
    hint = "`bowout status` lists them; `bowout draft` starts one."
    return only_one(fitting, query, "", hint)


def show(session: Session, query: str) -> tuple[Withdrawal, list[Reviewed]]:
    """Read every open draft of a withdrawal from the mailbox, compare it and check it.

    What was sent or deleted by hand meanwhile is written down, and of two drafts that a
    replacement left one stays.

    Raises:
        DraftNotFoundError: no draft of it is left.
    """
    withdrawal = find_withdrawal(session, query)
    if not any(_yields(r) for r in session.journal.list_letters(withdrawal.id)):
        return withdrawal, _review_all(session, withdrawal)
    with session.lock():
        notes = tuple(one.note for one in settle_yielding(session, withdrawal))
    first, *others = _review_all(session, withdrawal, notes)
    return withdrawal, [replace(first, notes=notes), *others]


def _yields(record: LetterRecord) -> bool:
    return record.state is LetterState.YIELDING


def _review_all(
    session: Session, withdrawal: Withdrawal, notes: Sequence[str] = ()
) -> list[Reviewed]:
    reviewed = []
    for record in open_letters(session, withdrawal):
        found = review(session, record)
        if found is not None:
            reviewed.append(found)
    if not reviewed:
        raise _nothing_left(session, withdrawal, notes)
    return reviewed


def open_letters(session: Session, withdrawal: Withdrawal) -> list[LetterRecord]:
    """Return the letters that are not sent, discarded or gone; the hiring side's first."""
    from mailer.papers import SAME_THREAD_KINDS

    records = session.journal.list_letters(withdrawal.id)
    is_open = [r for r in records if r.state in OPEN_STATES]
    return sorted(is_open, key=lambda r: r.kind not in SAME_THREAD_KINDS)


def review(session: Session, record: LetterRecord) -> Reviewed | None:
    """Read one draft as it is now; None where it was sent or deleted by hand (written down)."""
    if record.state in (LetterState.SENDING, LetterState.UNKNOWN):
        raise OutcomeUnknownError(
            "It is not known whether this letter left. It will not be sent again before that is "
            "settled.",
            hint="`bowout status` looks in Sent; `bowout status --settle` where only you can know.",
        )
    located = locate(session.provider, record, session.me)
    if located.draft is None:
        with suppress(KeyError):  # `show` waits for no lock: a run beside it may take back a letter
            _note_absent(session, record, located)
        return None
    return make_review(record, located.draft)


def _note_absent(session: Session, record: LetterRecord, located: Located) -> None:
    if located.where is Whereabouts.GONE:
        session.journal.update_letter(
            record.id, now=session.clock(), state=LetterState.GONE, before=_FILED
        )
        return
    assert located.sent is not None
    note_sent(
        session,
        record,
        sent_at=located.sent.date,
        message_id=located.sent.message_id,
        is_by_hand=True,
        before=(LetterState.SAVING, *_FILED),
    )


def make_review(record: LetterRecord, draft: Draft) -> Reviewed:
    """Compare a draft with what the tool wrote, and check it; pure."""
    text = own_text(draft, str(record.facts.get("signature", "")))
    return Reviewed(
        record=record,
        draft=draft,
        own_text=text,
        is_edited=draft.fingerprint != record.fingerprint,
        differences=tuple(_differences(record, draft, text)),
        findings=tuple(check_draft(record, draft, text)),
    )


def check_draft(record: LetterRecord, draft: Draft, text: str) -> list[Finding]:
    """Run the checker over what stands in the mailbox."""
    kept = record.facts.get("check")
    if not kept:
        return []
    from mailer.writing.check import CheckContext, check_letter

    context = CheckContext.from_document(kept).for_draft(draft)
    return list(check_letter(text, context=context))


def discard(session: Session, query: str, *, fingerprint: str = "") -> list[LetterRecord]:
    """Delete the open drafts of a withdrawal that the user did not edit.

    One that was edited goes only with the fingerprint that `show` just displayed.

    Raises:
        RuleStopError: `edited`; that draft was left alone.
        DraftNotFoundError: no draft of it is left.
    """
    with session.lock():
        withdrawal = find_withdrawal(session, query)
        check_settled(withdrawal, settle_yielding(session, withdrawal))
        found = _review_all(session, withdrawal)
        cabinet = FilingCabinet(session.provider, session.journal, session.me, session.clock)
        reviewed = [_taken_up(cabinet, one) for one in found]
        edited = [r for r in reviewed if r.is_edited and r.draft.fingerprint != fingerprint]
        if edited:
            raise _edited(withdrawal, edited[0])
        wanted = [r for r in reviewed if not fingerprint or r.draft.fingerprint == fingerprint]
        for one in wanted:
            cabinet.delete(one.record, one.draft.ref)
        return [session.journal.letter(one.record.id) for one in wanted]


def _taken_up(cabinet: FilingCabinet, reviewed: Reviewed) -> Reviewed:
    """Take up a draft whose filing was cut: whole, it is the tool's own and not an edited one."""
    if reviewed.record.state is not LetterState.SAVING:
        return reviewed
    record = cabinet.take_up(reviewed.record, reviewed.draft)
    return make_review(record, reviewed.draft) if record else reviewed


def _differences(record: LetterRecord, draft: Draft, text: str) -> list[str]:
    changed = []
    facts = record.facts
    parent = record.parent_message_id or draft.in_reply_to
    pairs: tuple[tuple[str, Sequence[str], Sequence[str]], ...] = (
        ("To", facts.get("to", []), [a.address for a in draft.to]),
        ("Cc", facts.get("cc", []), [a.address for a in draft.cc]),
        ("Subject", [facts.get("subject", "")], [draft.subject]),
        ("From", [facts.get("from", "")], [draft.sender.address]),
        ("Bcc", [], [a.address for a in draft.bcc]),
        ("Reply-To", [], [a.address for a in draft.reply_to]),
        ("In-Reply-To", [parent], [draft.in_reply_to]),
        ("Attached", [], [a.name or a.content_type for a in draft.attachments]),
    )
    for name, meant, stands in pairs:
        if sorted(map(str.casefold, meant)) != sorted(map(str.casefold, stands)):
            before, after = (", ".join(filter(None, v)) or "(none)" for v in (meant, stands))
            changed.append(f"{name}: {before} → {after}")
    if record.text.strip():
        lines = difflib.ndiff(record.text.strip().splitlines(), text.splitlines())
        changed += [line for line in lines if line[:1] in "+-" and line[2:].strip()]
    return changed


def _nothing_left(
    session: Session, withdrawal: Withdrawal, notes: Sequence[str]
) -> DraftNotFoundError:
    records = session.journal.list_letters(withdrawal.id)
    sent = [r for r in records if r.state is LetterState.SENT]
    last = next(reversed(sent or records), None)
    hint = f"`bowout draft {withdrawal.id}` writes a new one."
    if last is not None and last.state is LetterState.SENT and last.sent_at:
        what = f"It was sent on {last.sent_at.astimezone(session.clock().tzinfo):%Y-%m-%d %H:%M}."
        hint = f"`bowout status {withdrawal.id}` shows the whole history."
    elif last is not None and last.state is LetterState.DISCARDED:
        what = "It was discarded."
    else:
        what = "It is neither in Drafts nor in Sent."
    return DraftNotFoundError(
        f"There is no draft of {withdrawal.id} ({withdrawal.company}) any more. "
        f"{' '.join((*notes, what))}",
        hint=hint,
    )


def _edited(withdrawal: Withdrawal, reviewed: Reviewed) -> RuleStopError:
    return RuleStopError(
        "edited",
        "You edited this draft in the mailbox; it was left alone.",
        hint=f"To delete it all the same: `bowout discard {withdrawal.id} --fingerprint "
        f"{reviewed.draft.fingerprint}`.",
        details={"fingerprint": reviewed.draft.fingerprint},
    )
