"""The JSON documents of what workflows did: `draft`, `call`, `show`, `send`, `status`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mailer.documents import Document, bare, checks_document, plan_document, time

if TYPE_CHECKING:
    from mailer.journal_letters import LetterRecord
    from mailer.journal_withdrawals import Withdrawal
    from mailer.orders import Drafted, DraftedLetter
    from mailer.reviewing import Reviewed
    from mailer.sending import Sending, SentLetter
    from mailer.session import Session


def draft_document(session: Session, drafted: Drafted, *, is_dry_run: bool = False) -> Document:
    """Return what `draft --json` and `call --json` print."""
    letters = [_letter_document(session, made, is_dry_run=is_dry_run) for made in drafted.letters]
    first = letters[0] if letters else {"stored": False, "to": [], "cc": [], "checks": []}
    return {
        "withdrawal": drafted.withdrawal.id if drafted.withdrawal else None,
        "account": session.account.name,
        "provider": session.account.provider,
        **first,
        "plan": plan_document(drafted.plan),
        "advice": list(drafted.plan.advice),
        "script": drafted.plan.script,
        "paste": drafted.plan.paste,
        "notes": list(drafted.notes),
        "requests": session.provider.requests,
        "also": letters[1:],
    }


def _letter_document(session: Session, made: DraftedLetter, *, is_dry_run: bool) -> Document:
    from mailer.locating import own_text

    letter, reply, draft = made.letter, made.reply, made.draft
    document: Document = {
        "draft_key": draft.key if draft else None,
        "thread_key": reply.thread_key if reply else None,
        "stored": draft is not None and not is_dry_run,
        "adopted": made.is_adopted,
        "from": reply.sender.address if reply else session.account.address,
        "to": bare(reply.to) if reply else [],
        "cc": bare(reply.cc) if reply else [],
        "subject": reply.subject if reply else letter.subject,
        "in_reply_to": reply.in_reply_to if reply else None,
        "references": list(reply.references) if reply else [],
        "text": letter.text,
        "html": letter.html,
        "link": "",
        "language": letter.language,
        "tone": letter.tone.value,
        "kind": letter.kind.value,
        "reason": letter.reason.value,
        "reasons": list(made.reasons),
        "checks": checks_document(made.findings),
        "fingerprint": None,
    }
    if draft is not None and reply is not None:
        document |= {
            "from": draft.sender.address,
            "to": bare(draft.to),
            "cc": bare(draft.cc),
            "subject": draft.subject,
            "in_reply_to": draft.in_reply_to,
            "references": list(draft.references),
            "text": own_text(draft, reply.signature_text),
            "link": draft.link,
            "fingerprint": draft.fingerprint,
        }
    return document


def show_document(session: Session, withdrawal: Withdrawal, reviewed: list[Reviewed]) -> Document:
    """Return what `show --json` prints: the first letter on top, the others under `also`."""
    letters = [review_document(one) for one in reviewed]
    return {
        "withdrawal": withdrawal.id,
        "account": session.account.name,
        "provider": session.account.provider,
        **letters[0],
        "plan": [],
        "notes": list(reviewed[0].notes),
        "requests": session.provider.requests,
        "also": letters[1:],
    }


def review_document(reviewed: Reviewed) -> Document:
    """Return one letter as it stands in the mailbox now."""
    record, draft = reviewed.record, reviewed.draft
    return {
        "draft_key": draft.key,
        "thread_key": draft.thread_key,
        "stored": True,
        "adopted": False,
        "edited": reviewed.is_edited,
        "differences": list(reviewed.differences),
        "from": draft.sender.address,
        "to": bare(draft.to),
        "cc": bare(draft.cc),
        "bcc": bare(draft.bcc),
        "subject": draft.subject,
        "in_reply_to": draft.in_reply_to,
        "references": list(draft.references),
        "text": reviewed.own_text,
        "html": draft.html,
        "link": draft.link,
        "language": record.facts.get("language", ""),
        "tone": record.facts.get("tone", ""),
        "kind": record.kind.value,
        "reason": record.facts.get("reason", ""),
        "checks": checks_document(reviewed.findings),
        "fingerprint": draft.fingerprint,
        "state": record.state.value,
    }


def send_document(session: Session, sending: Sending) -> Document:
    """Return what `send --json` prints: the letter to the hiring side first, others in `also`.

    Letters that wait are named under `waiting`.
    """
    from mailer.papers import SAME_THREAD_KINDS

    sent = sorted(sending.letters, key=lambda one: one.record.kind not in SAME_THREAD_KINDS)
    letters = [sent_letter_document(one) for one in sent]
    return {
        "withdrawal": sending.withdrawal.id if sending.withdrawal else None,
        "account": session.account.name,
        "provider": session.account.provider,
        **(letters[0] if letters else {}),
        "plan": [],
        "requests": session.provider.requests,
        "also": letters[1:],
        "waiting": [letter_record_document(record) for record in sending.waiting],
    }


def sent_letter_document(sent: SentLetter) -> Document:
    """Return one letter that left."""
    record = sent.record
    if sent.offer is not None:
        document = review_document(sent.offer.reviewed)
    else:
        document = {**letter_record_document(record), "stored": True}
    return {
        **document,
        "state": record.state.value,
        "sent_at": time(record.sent_at),
        "message_id": record.sent_message_id,
        "refused": list(record.facts.get("refused", ())),
        "notes": list(sent.notes),
    }


def letter_record_document(record: LetterRecord) -> Document:
    """Return one of `drafts` in `status`."""
    return {
        "kind": record.kind.value,
        "state": record.state.value,
        "draft_key": record.ref.key,
        "thread_key": record.ref.thread_key,
        "fingerprint": record.fingerprint,
        "to": record.facts.get("to", []),
        "cc": record.facts.get("cc", []),
        "subject": record.facts.get("subject", ""),
        "created_at": time(record.created_at),
        "updated_at": time(record.updated_at),
        "sent_at": time(record.sent_at),
        "message_id": record.sent_message_id or record.ref.message_id,
    }
