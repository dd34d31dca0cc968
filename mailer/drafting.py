"""The main job: find the thread, read it, advise, write the letters, file them as drafts."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from mailer.documents import candidacy_document
from mailer.errors import (
    MailerError,
    NothingFitsError,
    RuleStopError,
    SeveralFitError,
    UnsupportedFeatureError,
    UsageError,
)
from mailer.filing import ONCE_KINDS, SAME_THREAD_KINDS, FilingCabinet, Paper, already_sent
from mailer.journal import LetterRecord, LetterState, Withdrawal
from mailer.model import (
    Address,
    Call,
    Candidacy,
    Draft,
    Finding,
    Identity,
    Kind,
    Letter,
    Me,
    Message,
    Person,
    Plan,
    Reply,
    Step,
    Thread,
    Tone,
    Wish,
)
from mailer.provider import Capability
from mailer.reminders import letter_promises
from mailer.writing.mime import references_for, reply_subject
from mailer.writing.sender import choose_identity

if TYPE_CHECKING:
    from mailer.finding import Found
    from mailer.session import Session
    from mailer.writing.check import CheckContext
    from mailer.writing.recipients import Recipients


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What `bowout draft` was asked to do."""

    query: str
    wish: Wish
    thread_key: str = ""
    only: Kind | None = None
    allow_second: bool = False
    is_dry_run: bool = False
    calls: tuple[Call, ...] = ()
    """Calls that are being logged with this very run."""
    edit: Callable[[str], str] | None = None
    """Lets the user change the own text before it is filed."""
    confirm: Callable[[str], bool] | None = None
    """Asks on a terminal where a rule wants a clear yes; None: nobody is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedLetter:
    """One letter, as filed or as it would be."""

    letter: Letter
    reply: Reply | None
    """None where there is no thread to reply in: the text is printed."""
    draft: Draft | None = None
    record: LetterRecord | None = None
    is_adopted: bool = False
    findings: tuple[Finding, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why these recipients."""
    is_by_hand: bool = False
    """The user changed the text before it was filed (`--edit`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What came of an order."""

    candidacy: Candidacy
    plan: Plan
    letters: tuple[DraftedLetter, ...]
    """The letter to the hiring side first."""
    withdrawal: Withdrawal | None = None
    """None for a dry run of a process not yet in the journal."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """A process as found for an order: understood, corrected, and known to the journal or not."""

    candidacy: Candidacy
    withdrawal: Withdrawal | None
    wish: Wish
    calls: tuple[Call, ...] = ()
    corrections: Mapping[str, Any] = field(default_factory=dict)
    """What the user put right in this process, now and earlier."""


@dataclass(slots=True)
class _Run:
    """One run of an order; collects what is said on the way."""

    session: Session
    order: Order
    notes: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def draft(session: Session, order: Order) -> Drafted:
    """Draft the letters of the plan; with `is_dry_run` nothing is written anywhere.

    Raises:
        SeveralFitError, NothingFitsError: the query names no one process; nothing was stored.
        RuleStopError: a rule stops it (docs/exit-statuses.md); nothing was stored.
    """
    if order.is_dry_run:
        return draft_for(session, order, find_situation(session, order))
    with session.lock():
        return draft_for(session, order, find_situation(session, order))


def find_situation(session: Session, order: Order) -> Situation:
    """Find and read the process that an order names, and what the journal knows of it.

    Raises:
        SeveralFitError, NothingFitsError: the query names no one process.
    """
    return make_situation(session, order, _pick(_find(session, order), order))


def make_situation(session: Session, order: Order, candidacy: Candidacy) -> Situation:
    """Join a process that was found with what the journal knows of it and what the user wishes."""
    known = _known(session, candidacy)
    wish, candidacy = _corrected(order.wish, candidacy, known)
    calls = tuple(c for _, c in session.journal.list_calls(known.id)) if known else ()
    corrections = {**(known.corrections if known else {}), **_corrections(order.wish)}
    return Situation(candidacy, known, wish, (*calls, *order.calls), corrections)


def remember(session: Session, situation: Situation) -> Withdrawal:
    """Write the process into the journal, or bring its entry up to date."""
    candidacy, known, wish = situation.candidacy, situation.withdrawal, situation.wish
    facts = journal_facts(candidacy)
    keys = [thread.key for thread in candidacy.threads]
    if known is None:
        known = session.journal.add_withdrawal(
            account=session.account.name,
            company=candidacy.company,
            role=candidacy.role,
            reason=wish.reason,
            thread_keys=keys,
            message_ids=candidacy.message_ids,
            facts=facts,
            now=session.clock(),
        )
    return session.journal.update_withdrawal(
        known.id,
        message_ids=candidacy.message_ids,
        company=candidacy.company or known.company,
        role=candidacy.role or known.role,
        reason=wish.reason,
        thread_keys=keys,
        facts={**known.facts, **facts},
        corrections=dict(situation.corrections),
    )


def journal_facts(candidacy: Candidacy) -> dict[str, Any]:
    """Return what the journal keeps of a process: names and facts, no text of other people's."""
    document = candidacy_document(candidacy)
    kept = ("subject", "people", "stage", "channel", "language", "tone", "interviews")
    began = min(thread.messages[0].date for thread in candidacy.threads)
    people = [{k: p[k] for k in ("name", "address", "part", "left")} for p in document["people"]]
    facts = {key: document[key] for key in kept}
    return facts | {"people": people, "began_at": began.isoformat()}


# --- finding ----------------------------------------------------------------------------------


def _find(session: Session, order: Order) -> Found:
    from mailer.finding import find, find_known

    session.say("looking for the thread")
    known = find_withdrawals(session, order.query)
    if len(known) == 1 and not order.thread_key:
        found = find_known(
            session.provider,
            known[0].thread_keys,
            known[0].message_ids,
            me=session.me,
            now=session.clock(),
            query=known[0].company or order.query,
            progress=session.progress,
        )
        if found.candidacies:
            return found
    return find(
        session.provider,
        order.query,
        me=session.me,
        now=session.clock(),
        progress=session.progress,
    )


def find_withdrawals(session: Session, query: str) -> tuple[Withdrawal, ...]:
    """Return the withdrawals of the account that a query or id names, best match only."""
    if not session.has_journal:
        return ()
    every = session.journal.list_withdrawals(session.account.name)
    return match_withdrawals(every, query)


def match_withdrawals(withdrawals: Sequence[Withdrawal], query: str) -> tuple[Withdrawal, ...]:
    """Return those that a query names: by id, else by all its words in what is known of them."""
    wanted = query.strip()
    if exact := tuple(w for w in withdrawals if w.id == wanted.lower()):
        return exact
    words = _folded(wanted).split()
    if not words:
        return tuple(withdrawals)
    return tuple(w for w in withdrawals if all(word in _searchable(w) for word in words))


def _searchable(withdrawal: Withdrawal) -> str:
    people = withdrawal.facts.get("people", ())
    named = [f"{p.get('name', '')} {p.get('address', '')}" for p in people]
    subject = str(withdrawal.facts.get("subject", ""))
    return _folded(" ".join([withdrawal.company, withdrawal.role, subject, *named]))


def _folded(text: str) -> str:
    import unicodedata

    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _pick(found: Found, order: Order) -> Candidacy:
    if order.thread_key:
        for candidacy in found.candidacies:
            if any(order.thread_key in (t.key, *t.message_ids) for t in candidacy.threads):
                return candidacy
        raise NothingFitsError(
            f"No thread {order.thread_key!r} was found for {order.query!r}. Nothing was stored.",
            hint="`bowout threads` lists the threads with their keys.",
        )
    if found.choice.best is not None:
        return found.choice.best
    if found.choice.several:
        raise several(order.query, found.choice.several)
    raise NothingFitsError(
        f"No interview process fits {order.query!r}. Nothing was stored.",
        hint="Try the company's mail domain or a person's name; "
        "`bowout threads` lists every process that looks alive.",
    )


def several(query: str, candidacies: Iterable[Candidacy]) -> SeveralFitError:
    """Make the error that lists the processes among which the user must choose."""
    found = [candidacy_document(c) for c in candidacies]
    return SeveralFitError(
        f"{len(found)} interview processes fit {query!r}. Nothing was stored.",
        hint="Use a longer query, or pick one with --thread KEY.",
        details={"threads": found},
    )


def _known(session: Session, candidacy: Candidacy) -> Withdrawal | None:
    if not session.has_journal:
        return None
    return session.journal.find_by_message_ids(session.account.name, candidacy.message_ids)


def _corrected(
    wish: Wish, candidacy: Candidacy, known: Withdrawal | None
) -> tuple[Wish, Candidacy]:
    """Apply what the user put right, now or in an earlier run."""
    kept: Mapping[str, Any] = known.corrections if known else {}
    to = wish.to or tuple(Address("", a) for a in kept.get("to", ()))
    cc = wish.cc or tuple(Address("", a) for a in kept.get("cc", ()))
    wish = replace(wish, to=_with_names(to, candidacy), cc=_with_names(cc, candidacy))
    language = wish.language or str(kept.get("language", "")) or candidacy.language
    tone = wish.tone or (Tone(kept["tone"]) if kept.get("tone") else candidacy.tone)
    return replace(wish, language=language, tone=tone), replace(
        candidacy, language=language, tone=tone
    )


def _with_names(addresses: Iterable[Address], candidacy: Candidacy) -> tuple[Address, ...]:
    """Give bare addresses the names that the process knows."""
    names = {a.casefold(): p.name for p in candidacy.people for a in p.addresses}
    return tuple(Address(a.name or names.get(a.folded, ""), a.address) for a in addresses)


def _corrections(wish: Wish) -> dict[str, Any]:
    """Return what the journal remembers of a wish for the next run."""
    kept: dict[str, Any] = {
        "to": [a.address for a in wish.to],
        "cc": [a.address for a in wish.cc],
        "language": wish.language,
        "tone": wish.tone.value if wish.tone else "",
    }
    return {key: value for key, value in kept.items() if value}


# --- advising and writing ---------------------------------------------------------------------


def draft_for(session: Session, order: Order, situation: Situation) -> Drafted:
    """Draft the letters for a process that was found already; the caller holds the lock."""
    from mailer.following import on_drafted

    run = _Run(session, order)
    plan = _advised(run, situation)
    situation = replace(situation, wish=_allowed(run, situation.wish, plan))
    steps = _unsent(run, situation, _mail_steps(plan, run.order.only))
    _check_invitation(run, steps)
    papers = _edited(run, situation, _written(run, situation, steps))
    if run.order.is_dry_run:
        return Drafted(
            candidacy=situation.candidacy,
            plan=plan,
            letters=tuple(papers),
            withdrawal=situation.withdrawal,
            notes=tuple(run.notes),
        )
    withdrawal = remember(run.session, situation)
    filed: list[DraftedLetter] = []
    for paper in papers:
        filed.append(_filed(run, situation, withdrawal, paper, is_first=not filed))
    drafted = Drafted(
        candidacy=situation.candidacy,
        plan=plan,
        letters=tuple(filed),
        withdrawal=withdrawal,
        notes=tuple(run.notes),
    )
    on_drafted(run.session, drafted)
    return drafted


def _advised(run: _Run, situation: Situation) -> Plan:
    from mailer.writing.etiquette import advise
    from mailer.writing.render import TemplateFolder

    return advise(
        situation.candidacy,
        situation.wish,
        me=run.session.me,
        now=run.session.clock(),
        calls=situation.calls,
        templates=TemplateFolder(run.session.places.templates),
        answers_invitations=Capability.CALENDAR_REPLIES in run.session.provider.capabilities,
    )


def _check_invitation(run: _Run, steps: Sequence[Step]) -> None:
    """Refuse what the mailbox can't keep before the letter beside it is stored."""
    provider = run.session.provider
    is_wanted = any(step.kind is Kind.DECLINE_INVITATION for step in steps)
    if is_wanted and Capability.CALENDAR_REPLIES not in provider.capabilities:
        raise UnsupportedFeatureError(
            f"{provider.title} accounts can't keep an answer to an invitation as a draft. Nothing "
            "was stored or sent.",
            hint="Leave --decline-invitation out, and decline the invitation in your calendar.",
        )


def _allowed(run: _Run, wish: Wish, plan: Plan) -> Wish:
    """Go on, or stop by the plan's rule: on a terminal a clear yes lifts some of them."""
    if not plan.stop:
        return wish
    if plan.stop in ("ended", "accepted"):
        if run.order.is_dry_run:
            rule = "E22" if plan.stop == "accepted" else "ended"
            run.findings.append(Finding(rule=rule, level="error", message=plan.why_stop))
            return replace(wish, anyway=True)
        if run.order.confirm is not None and run.order.confirm(plan.why_stop):
            return replace(wish, anyway=True)
    raise stopped(plan)


def stopped(plan: Plan) -> RuleStopError:
    """Make the error of a plan that stops, with all that the user needs next."""
    from mailer.documents import plan_document

    hints = {
        "call_first": "Call, then log it with `bowout call`; or write all the same with --by mail.",
        "ended": "Write all the same with --anyway.",
        "accepted": "Write all the same with --anyway.",
        "nobody_to_write_to": "Follow the plan; a person's address can be given with --to.",
    }
    details: dict[str, Any] = {"plan": plan_document(plan), "advice": list(plan.advice)}
    if plan.script:
        details["script"] = plan.script
    if plan.paste:
        details["paste"] = plan.paste
    return RuleStopError(
        plan.stop,
        f"{plan.why_stop} Nothing was stored.",
        hint=hints[plan.stop],
        details=details,
    )


def _mail_steps(plan: Plan, only: Kind | None) -> list[Step]:
    """Return the steps that draft mail, the letter to the hiring side first."""
    steps = [s for s in plan.steps if s.kind is not None and not s.is_done]
    if only is not None:
        steps = [s for s in steps if s.kind == only]
        if not steps:
            raise UsageError(
                f"The plan has no letter of the kind {only.value!r}. Nothing was stored.",
                hint="Leave out --only to see the plan.",
            )
    aside = (Kind.RECRUITER_NOTE, Kind.REFERRER_THANKS, Kind.DECLINE_INVITATION)
    return sorted(steps, key=lambda s: s.kind in aside)


def _unsent(run: _Run, situation: Situation, steps: Sequence[Step]) -> list[Step]:
    """Leave out the letters that left already; stop where the letter itself did."""
    if situation.withdrawal is None or situation.wish.anyway:
        return list(steps)
    records = run.session.journal.list_letters(situation.withdrawal.id)
    sent = {r.kind: r for r in records if r.state is LetterState.SENT and r.kind in ONCE_KINDS}
    for step in steps:
        record = sent.get(step.kind) if step.kind else None
        if record is not None and step.kind in SAME_THREAD_KINDS:
            if not run.order.is_dry_run:
                raise already_sent(record)
            message = already_sent(record).message
            run.findings.append(Finding(rule="ended", level="error", message=message))
    return [s for s in steps if s.kind not in sent or s.kind in SAME_THREAD_KINDS]


def _written(run: _Run, situation: Situation, steps: Sequence[Step]) -> list[DraftedLetter]:
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


def _write(run: _Run, situation: Situation, step: Step, earlier: Sequence[str]) -> Letter:
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


def _signing(run: _Run, candidacy: Candidacy) -> Me:
    """Return the user under the name that goes under the letter."""
    name = str(run.session.settings["letters.sign_with"]) or run.session.me.name
    return replace(run.session.me, name=name)


def _edited(
    run: _Run, situation: Situation, written: Sequence[DraftedLetter]
) -> Sequence[DraftedLetter]:
    """Let the user change each text where `--edit` asks for it, before anything is stored.

    What would stop the filing stops here: nobody is to write in an editor for nothing.
    """
    edit = run.order.edit
    if edit is None:
        return written
    for made in written:
        if made.reply is not None and not run.order.is_dry_run:
            _cabinet(run).look(situation.withdrawal, _paper(run, situation, made, made.reply))
    return [_edited_letter(run, situation, made, edit(made.letter.text)) for made in written]


def _edited_letter(
    run: _Run, situation: Situation, made: DraftedLetter, text: str
) -> DraftedLetter:
    """Put the user's own text into a letter; it is checked as it then stands."""
    from mailer.markup import text_to_html

    text = text.strip()
    if not text:
        raise UsageError("The text is empty. Nothing was stored.", hint="Run the command again.")
    if text == made.letter.text.strip():
        return made
    letter = replace(made.letter, text=text, html=text_to_html(text))
    if made.reply is None:
        return replace(made, letter=letter, is_by_hand=True)
    reply = replace(made.reply, text=letter.text, html=letter.html)
    findings = _checked(run, situation, letter, reply)
    return replace(made, letter=letter, reply=reply, findings=findings, is_by_hand=True)


def _address(run: _Run, situation: Situation, step: Step, letter: Letter) -> DraftedLetter:
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
    findings = _checked(run, situation, letter, reply)
    return DraftedLetter(letter=letter, reply=reply, findings=findings, reasons=recipients.reasons)


def _make_reply(
    run: _Run, situation: Situation, letter: Letter, recipients: Recipients, parent: Message
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


def _checked(run: _Run, situation: Situation, letter: Letter, reply: Reply) -> tuple[Finding, ...]:
    from mailer.writing.check import check_letter

    context = _check_context(run, situation, letter, reply)
    return (*run.findings, *check_letter(letter.text, context=context))


def _check_context(run: _Run, situation: Situation, letter: Letter, reply: Reply) -> CheckContext:
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


# --- filing -----------------------------------------------------------------------------------


def _filed(
    run: _Run, situation: Situation, withdrawal: Withdrawal, made: DraftedLetter, *, is_first: bool
) -> DraftedLetter:
    if made.reply is None:
        return made
    run.session.say("saving the draft")
    try:
        filed = _cabinet(run).file(withdrawal, _paper(run, situation, made, made.reply))
    except MailerError as error:
        if is_first and error.stored is False:
            _take_back(run.session, situation, withdrawal)
        raise
    return replace(made, draft=filed.draft, record=filed.record, is_adopted=filed.is_adopted)


def _cabinet(run: _Run) -> FilingCabinet:
    session = run.session
    return FilingCabinet(session.provider, session.journal, session.me, session.clock)


def _paper(run: _Run, situation: Situation, made: DraftedLetter, reply: Reply) -> Paper:
    return Paper(
        kind=made.letter.kind,
        reply=reply,
        thread=_thread_of(situation.candidacy, reply.parent),
        facts=letter_facts(run, situation, made),
        allow_second=run.order.allow_second,
        is_again=situation.wish.anyway,
    )


def _take_back(session: Session, situation: Situation, withdrawal: Withdrawal) -> None:
    """Undo what this very run noted of a letter that came to nothing."""
    known = situation.withdrawal
    if known is not None:
        session.journal.update_withdrawal(
            known.id, reason=known.reason, corrections=dict(known.corrections)
        )
    elif not session.journal.list_letters(withdrawal.id):
        session.journal.forget(withdrawal.id)


def letter_facts(run: _Run, situation: Situation, made: DraftedLetter) -> dict[str, Any]:
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


def person_address(person: Person) -> Address:
    """Return a person as an address to write to."""
    return Address(person.name, person.address)
