"""The main job: find the thread, read it, advise, write the letters, file them as drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mailer.choosing import find_situation
from mailer.composing import Run, check_written, make_paper, write_letters
from mailer.earlier import already_sent
from mailer.errors import MailerError, RuleStopError, UnsupportedFeatureError, UsageError
from mailer.filing import FilingCabinet
from mailer.journal_letters import LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.model import Finding, Kind, Plan, Step, Wish
from mailer.orders import Drafted, DraftedLetter, Order, Situation
from mailer.papers import ONCE_KINDS, SAME_THREAD_KINDS
from mailer.provider import Capability
from mailer.remembering import remember

if TYPE_CHECKING:
    from mailer.session import Session


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


def draft_for(session: Session, order: Order, situation: Situation) -> Drafted:
    """Draft the letters for a process that was found already; the caller holds the lock."""
    from mailer.following import on_drafted

    run = Run(session, order)
    plan = _advised(run, situation)
    situation = replace(situation, wish=_allowed(run, situation.wish, plan))
    steps = _unsent(run, situation, _mail_steps(plan, run.order.only))
    _check_invitation(run, steps)
    papers = _edited(run, situation, write_letters(run, situation, steps))
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


def _stopped(plan: Plan) -> RuleStopError:
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


# --- advising ------------------------------------------------------------------------------------


def _advised(run: Run, situation: Situation) -> Plan:
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


def _check_invitation(run: Run, steps: Sequence[Step]) -> None:
    """Refuse what the mailbox can't keep before the letter beside it is stored."""
    provider = run.session.provider
    is_wanted = any(step.kind is Kind.DECLINE_INVITATION for step in steps)
    if is_wanted and Capability.CALENDAR_REPLIES not in provider.capabilities:
        raise UnsupportedFeatureError(
            f"{provider.title} accounts can't keep an answer to an invitation as a draft. Nothing "
            "was stored or sent.",
            hint="Leave --decline-invitation out, and decline the invitation in your calendar.",
        )


def _allowed(run: Run, wish: Wish, plan: Plan) -> Wish:
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
    raise _stopped(plan)


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


def _unsent(run: Run, situation: Situation, steps: Sequence[Step]) -> list[Step]:
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


# --- editing -------------------------------------------------------------------------------------


def _edited(
    run: Run, situation: Situation, written: Sequence[DraftedLetter]
) -> Sequence[DraftedLetter]:
    """Let the user change each text where `--edit` asks for it, before anything is stored.

    What would stop the filing stops here: nobody is to write in an editor for nothing.
    """
    edit = run.order.edit
    if edit is None:
        return written
    for made in written:
        if made.reply is not None and not run.order.is_dry_run:
            _cabinet(run).look(situation.withdrawal, make_paper(run, situation, made, made.reply))
    return [_edited_letter(run, situation, made, edit(made.letter.text)) for made in written]


def _edited_letter(run: Run, situation: Situation, made: DraftedLetter, text: str) -> DraftedLetter:
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
    findings = check_written(run, situation, letter, reply)
    return replace(made, letter=letter, reply=reply, findings=findings, is_by_hand=True)


# --- filing --------------------------------------------------------------------------------------


def _filed(
    run: Run, situation: Situation, withdrawal: Withdrawal, made: DraftedLetter, *, is_first: bool
) -> DraftedLetter:
    if made.reply is None:
        return made
    run.session.say("saving the draft")
    try:
        filed = _cabinet(run).file(withdrawal, make_paper(run, situation, made, made.reply))
    except MailerError as error:
        if is_first and error.stored is False:
            _take_back(run.session, situation, withdrawal)
        raise
    run.notes.extend(filed.notes)
    return replace(made, draft=filed.draft, record=filed.record, is_adopted=filed.is_adopted)


def _cabinet(run: Run) -> FilingCabinet:
    session = run.session
    return FilingCabinet(session.provider, session.journal, session.me, session.clock)


def _take_back(session: Session, situation: Situation, withdrawal: Withdrawal) -> None:
    """Undo what this very run noted of a letter that came to nothing."""
    known = situation.withdrawal
    if known is not None:
        session.journal.update_withdrawal(
            known.id, reason=known.reason, corrections=dict(known.corrections)
        )
    elif not session.journal.list_letters(withdrawal.id):
        session.journal.forget(withdrawal.id)
