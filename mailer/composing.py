"""Writes the letters of a plan: words, recipients, the reply itself; nothing is stored."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from mailer.errors import UsageError
from mailer.model import (
    Address,
    Candidacy,
    Finding,
    Identity,
    Kind,
    Letter,
    Me,
    Message,
    Reply,
    Step,
    Thread,
    Wish,
)
from mailer.orders import DraftedLetter, Order, Situation
from mailer.papers import Paper
from mailer.provider import Capability
from mailer.reminders import letter_promises
from mailer.writing.mime import references_for, reply_subject
from mailer.writing.sender import choose_identity

if TYPE_CHECKING:
    from mailer.session import Session
    from mailer.writing.check import CheckContext
    from mailer.writing.recipients import Recipients


@dataclass(slots=True)
class Run:
    """One run of an order; collects what is said on the way."""

    session: Session
    order: Order
    notes: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def write_letters(run: Run, situation: Situation, steps: Sequence[Step]) -> list[DraftedLetter]:
    """Write and address a letter for each step, as it would be filed.

    A letter for which the service has no room in its thread (G5) is left out, and noted.
    """
    written: list[DraftedLetter] = []
    taken: set[str] = set()
    holds_two = Capability.SEVERAL_DRAFTS in run.session.provider.capabilities
    for step in steps:
        letter = _write(run, situation, step, [one.letter.text for one in written])
        made = _address(run, situation, step, letter)
        if made.reply is not None:
            if made.reply.thread_key in taken and not holds_two:
                run.notes.append(_left_out(made.letter.kind, run.session.provider.title))
                continue
            taken.add(made.reply.thread_key)
        written.append(made)
    return written


def check_written(
    run: Run, situation: Situation, letter: Letter, reply: Reply
) -> tuple[Finding, ...]:
    """Return what the rules and the checker find in a letter as it stands."""
    from mailer.writing.check import check_letter

    context = _check_context(run, situation, letter, reply)
    return (*run.findings, *check_letter(letter.text, context=context))


def make_paper(run: Run, situation: Situation, made: DraftedLetter, reply: Reply) -> Paper:
    """Make what the filing cabinet takes, with what the journal keeps of the letter."""
    return Paper(
        kind=made.letter.kind,
        reply=reply,
        thread=_thread_of(situation.candidacy, reply.parent),
        facts=_letter_facts(run, situation, made),
        allow_second=run.order.allow_second,
        is_again=situation.wish.anyway,
    )


def _left_out(kind: Kind, title: str) -> str:
    """Say of a letter that its thread is taken, and how it still goes in the plan's order."""
    if kind is Kind.DECLINE_INVITATION:
        way = "run this again once the first one is sent"
    else:
        way = f"to send it first, `--only {kind.value}` drafts it before this one"
    return (
        f"The {kind.value} letter belongs in the same thread, and {title} opens only one draft "
        f"there (G5): {way}."
    )


def _write(run: Run, situation: Situation, step: Step, earlier: Sequence[str]) -> Letter:
    from mailer.writing.letter import write_letter
    from mailer.writing.render import TemplateFolder

    assert step.kind is not None
    letter = write_letter(
        situation.candidacy,
        kind=step.kind,
        wish=situation.wish,
        me=_signing(run, situation.candidacy),
        now=run.session.clock(),
        calls=situation.calls,
        earlier=tuple(earlier),
        templates=TemplateFolder(run.session.places.templates),
    )
    run.notes.extend(letter.notes)
    return letter


def _signing(run: Run, candidacy: Candidacy) -> Me:
    """Return the user under the name that goes under the letter."""
    name = str(run.session.settings["letters.sign_with"]) or run.session.me.name
    return replace(run.session.me, name=name)


def _address(run: Run, situation: Situation, step: Step, letter: Letter) -> DraftedLetter:
    from mailer.writing.recipients import choose_recipients

    assert step.kind is not None
    recipients = choose_recipients(
        situation.candidacy,
        kind=step.kind,
        wish=situation.wish,
        me=run.session.me,
        now=run.session.clock(),
    )
    parent = recipients.parent
    if parent is None or not recipients.to:
        return DraftedLetter(letter=letter, reply=None, reasons=recipients.reasons)
    reply = _make_reply(run, situation, letter, recipients, parent)
    findings = check_written(run, situation, letter, reply)
    return DraftedLetter(letter=letter, reply=reply, findings=findings, reasons=recipients.reasons)


def _make_reply(
    run: Run, situation: Situation, letter: Letter, recipients: Recipients, parent: Message
) -> Reply:
    session = run.session
    thread = _thread_of(situation.candidacy, parent)
    identity = choose_identity(session.identities, thread.messages, wanted=situation.wish.sender)
    signature = str(session.settings["letters.signature"])
    return Reply(
        message_id=_fresh_message_id(identity),
        date=session.clock(),
        sender=_named_sender(identity, session.me),
        to=recipients.to,
        cc=recipients.cc,
        subject=reply_subject(parent.subject),
        in_reply_to=parent.message_id,
        references=references_for(parent),
        text=letter.text,
        html=letter.html,
        signature_text=signature or identity.signature_text,
        signature_html="" if signature else identity.signature_html,
        parent=parent,
        thread_key=thread.key,
        language=letter.language,
        calendar_reply=_calendar_reply(situation.candidacy, letter, identity, session),
    )


def _calendar_reply(
    candidacy: Candidacy, letter: Letter, identity: Identity, session: Session
) -> str:
    if letter.kind is not Kind.DECLINE_INVITATION:
        return ""
    from mailer.writing.invitation import make_decline

    interview = candidacy.next_interview(session.clock())
    if interview is None or not interview.calendar:
        raise UsageError("There is no invitation to decline. Nothing was stored.")
    return make_decline(interview, identity.address.address, session.clock())


def _named_sender(identity: Identity, me: Me) -> Address:
    return Address(identity.address.name or me.name, identity.address.address)


def _fresh_message_id(identity: Identity) -> str:
    """Make a Message-ID that tells nothing but the user's own domain (RFC 5322 §3.6.4)."""
    return f"<{secrets.token_hex(16)}@{identity.address.domain or 'localhost'}>"


def _thread_of(candidacy: Candidacy, parent: Message) -> Thread:
    for thread in candidacy.threads:
        if any(m.key == parent.key for m in thread.messages):
            return thread
    return Thread(parent.thread_key, (parent,))


def _check_context(run: Run, situation: Situation, letter: Letter, reply: Reply) -> CheckContext:
    from mailer.writing.check import context_for

    return context_for(
        situation.candidacy,
        kind=letter.kind,
        me=run.session.me,
        to=reply.to,
        cc=reply.cc,
        employer=str(run.session.settings["letters.employer"]),
        language=letter.language,
        needs_recruiter=not situation.wish.no_recruiter,
    )


def _letter_facts(run: Run, situation: Situation, made: DraftedLetter) -> dict[str, Any]:
    """Return what the journal keeps of a letter besides its text, for `show` and `send`."""
    assert made.reply is not None
    reply, letter = made.reply, made.letter
    return {
        "reason": letter.reason.value,
        "language": letter.language,
        "tone": letter.tone.value,
        "subject": reply.subject,
        "from": reply.sender.address,
        "to": [a.address for a in reply.to],
        "cc": [a.address for a in reply.cc],
        "signature": reply.signature_text,
        "check": _check_context(run, situation, letter, reply).to_document(),
        "thread_seen_at": situation.candidacy.last_message_at.isoformat(),
        "thread_seen": sorted(_thread_of(situation.candidacy, reply.parent).message_ids),
        **({"by_hand": True} if made.is_by_hand else {}),
        **_visa_facts(situation.wish),
        **letter_promises(letter.kind, situation.wish, situation.candidacy.stage),
    }


def _visa_facts(wish: Wish) -> dict[str, Any]:
    return {} if wish.visa_for_good is None else {"visa_for_good": wish.visa_for_good}
