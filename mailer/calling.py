"""Logs a phone call, then drafts what follows it in writing (E12, E15)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mailer.choosing import find_situation
from mailer.drafting import draft_for
from mailer.errors import UsageError
from mailer.journal_letters import LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.model import (
    Address,
    Call,
    CallOutcome,
    Candidacy,
    Kind,
    Part,
    Person,
    Plan,
    Reason,
    Wish,
)
from mailer.orders import Drafted, Order, Situation
from mailer.remembering import remember

if TYPE_CHECKING:
    from mailer.session import Session


_LEAVES = (None, Kind.WITHDRAW, Kind.DECLINE_OFFER, Kind.CONFIRMATION)


def log_call(session: Session, order: Order, call: Call) -> Drafted:
    """Log a call and draft the confirmation, or the full letter where nobody was reached.

    The call is kept even where the draft is stopped by a rule. Where the withdrawal was sent
    already, the call is logged and nothing is drafted.
    """
    if order.is_dry_run:
        situation = find_situation(session, order)
        call = complete_call(situation.candidacy, call)
        situation = _with_call(situation, call)
        return draft_for(session, order, _after_call(session, situation, call))
    with session.lock():
        situation = find_situation(session, order)
        call = complete_call(situation.candidacy, call)
        situation = _after_call(session, _with_call(situation, call), call)
        withdrawal = remember(session, situation)
        session.journal.add_call(withdrawal.id, call)
        situation = replace(situation, withdrawal=withdrawal)
        if _is_sent(session, withdrawal):
            return _logged_only(situation)
        return draft_for(session, order, situation)


def phone_script(session: Session, order: Order) -> tuple[Situation, Plan]:
    """Return the plan whose script and phone number the user wants before calling (E16).

    Raises:
        UsageError: the letter that is wished for is not one of leaving.
    """
    from mailer.writing.etiquette import advise, write_script
    from mailer.writing.render import TemplateFolder

    situation = find_situation(session, order)
    candidacy, wish = situation.candidacy, situation.wish
    if wish.kind not in _LEAVES:
        raise UsageError(
            f"The phone script is for leaving a process, not for {wish.kind.value!r}.",
            hint="Leave --kind out for the script.",
        )
    now, folder = session.clock(), TemplateFolder(session.places.templates)
    plan = advise(candidacy, wish, me=session.me, now=now, calls=situation.calls, templates=folder)
    script = write_script(candidacy, wish, me=session.me, now=now, templates=folder)
    return situation, replace(plan, script=script)


def find_call(session: Session, withdrawal: Withdrawal, number: int) -> Call:
    """Return a logged call of a withdrawal.

    Raises:
        UsageError: that withdrawal has no call of that number.
    """
    known = dict(session.journal.list_calls(withdrawal.id))
    if number not in known:
        numbers = ", ".join(str(n) for n in known) or "none"
        raise UsageError(
            f"{withdrawal.id} has no call {number}. Nothing was changed.",
            hint=f"Its calls are: {numbers}; `bowout status {withdrawal.id}` shows them.",
        )
    return known[number]


def complete_call(candidacy: Candidacy, call: Call) -> Call:
    """Fill in who was called: the person of that name, else the one who leads.

    Raises:
        UsageError: several people of the process have that name.
    """
    people = [p for p in candidacy.people if p.part not in (Part.REFERRER, Part.OTHER)]
    if call.with_name:
        wanted = call.with_name.casefold().split()
        fitting = [p for p in candidacy.people if _has_name(p, wanted)]
        if len({p.address for p in fitting}) > 1:
            names = ", ".join(f"{p.name} <{p.address}>" for p in fitting)
            raise UsageError(
                f"Several people here are called {call.with_name!r}. Nothing was stored.",
                hint=f"Give the full name or the address with --with: {names}.",
            )
        people = fitting
    if not people:
        return call
    return replace(call, with_name=people[0].name or call.with_name, with_address=people[0].address)


def _has_name(person: Person, words: list[str]) -> bool:
    known = f"{person.name} {' '.join(person.addresses)} {person.address}".casefold()
    return all(word in known for word in words)


def _with_call(situation: Situation, call: Call) -> Situation:
    return replace(situation, calls=(*situation.calls, call))


def _after_call(session: Session, situation: Situation, call: Call) -> Situation:
    """Return it with the wish for what follows in writing: told, the confirmation (E15).

    A letter of another kind that the user named (a new date, a question) stays what it is: no
    call makes a withdrawal of it. A reason that was given before stays, a visa's end with it.
    """
    wish = replace(situation.wish, by_mail=True)
    if wish.reason is Reason.NONE and situation.withdrawal is not None:
        wish = replace(wish, reason=Reason(situation.withdrawal.reason))
        if wish.reason is Reason.VISA and wish.visa_for_good is None:
            wish = replace(wish, visa_for_good=_said_of_visa(session, situation.withdrawal))
    if call.outcome is CallOutcome.REACHED and wish.kind in _LEAVES:
        wish = replace(wish, kind=Kind.CONFIRMATION, to=_reached(situation.candidacy, call, wish))
    return replace(situation, wish=wish)


def _said_of_visa(session: Session, withdrawal: Withdrawal) -> bool | None:
    """Return whether the newest letter said that a visa is refused for good (E23)."""
    letters = reversed(session.journal.list_letters(withdrawal.id))
    return next((r.facts["visa_for_good"] for r in letters if "visa_for_good" in r.facts), None)


def _reached(candidacy: Candidacy, call: Call, wish: Wish) -> tuple[Address, ...]:
    """Return whom the confirmation goes to: the person reached by phone (E5)."""
    if wish.to or not call.with_address:
        return wish.to
    person = next((p for p in candidacy.people if p.address == call.with_address), None)
    if person is None or not person.is_reachable:
        return ()
    return (Address(person.name, person.address),)


def _is_sent(session: Session, withdrawal: Withdrawal) -> bool:
    letters = session.journal.list_letters(withdrawal.id)
    main = (Kind.WITHDRAW, Kind.DECLINE_OFFER, Kind.CONFIRMATION)
    return any(one.state is LetterState.SENT and one.kind in main for one in letters)


def _logged_only(situation: Situation) -> Drafted:
    return Drafted(
        candidacy=situation.candidacy,
        plan=Plan(steps=()),
        letters=(),
        withdrawal=situation.withdrawal,
        notes=("The call is logged. Your letter was sent already, so nothing more was drafted.",),
    )
