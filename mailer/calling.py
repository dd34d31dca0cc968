"""Logs a phone call, then drafts what follows it in writing (E12, E15)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mailer.choosing import confirm_reached, find_situation
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
)
from mailer.orders import Drafted, Order, Situation
from mailer.remembering import remember

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mailer.session import Session


_LEAVES = (None, Kind.WITHDRAW, Kind.DECLINE_OFFER, Kind.CONFIRMATION)


def log_call(session: Session, order: Order, call: Call) -> Drafted:
    """Log a call and draft the confirmation, or the full letter where nobody was reached.

    The call is kept even where the draft is stopped by a rule, and once where it is told twice.
    Where the withdrawal was sent already, the call is logged and nothing is drafted.
    """
    if order.is_dry_run:
        situation = find_situation(session, order, called=call.with_name)
        call = complete_call(situation.candidacy, call, writes_to=order.wish.to)
        situation = _with_call(situation, call)
        return draft_for(session, order, _after_call(session, situation))
    with session.lock():
        situation = find_situation(session, order, called=call.with_name)
        call = complete_call(situation.candidacy, call, writes_to=order.wish.to)
        is_new = not any(_is_same(known, call) for known in situation.calls)
        if is_new:
            situation = _with_call(situation, call)
        situation = _after_call(session, situation)
        withdrawal = remember(session, situation)
        if is_new:
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


def complete_call(candidacy: Candidacy, call: Call, *, writes_to: Sequence[Address] = ()) -> Call:
    """Fill in who was called: the person of that name, else the one who leads.

    `writes_to` are the addresses that the user named for the letter.

    Raises:
        UsageError: several people of the process have that name, or none, so that the letter
            would thank somebody else for the call.
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
        if not fitting and call.outcome is CallOutcome.REACHED and not writes_to:
            names = ", ".join(p.name or p.address for p in people) or "nobody"
            raise UsageError(
                f"Nobody of this process is called {call.with_name!r}, so it is not known whom "
                "the confirmation goes to. Nothing was stored.",
                hint=f"Known are: {names}. Or name the address to write to with --to.",
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


def _is_same(known: Call, call: Call) -> bool:
    """Tell whether a call is told a second time: same minute, same person, nothing new of it."""
    same = replace(known, at=known.at.replace(second=0, microsecond=0), notes="")
    told = replace(call, at=call.at.replace(second=0, microsecond=0), notes="")
    return same == told and call.notes in ("", known.notes)


def _after_call(session: Session, situation: Situation) -> Situation:
    """Return it with the wish for what follows in writing: told, the confirmation (E15).

    Told is whoever was reached once, also where a vain call is logged after it.
    A letter of another kind that the user named (a new date, a question) stays what it is: no
    call makes a withdrawal of it. A reason that was given before stays, a visa's end with it.
    """
    wish = replace(situation.wish, by_mail=True)
    if wish.reason is Reason.NONE and situation.withdrawal is not None:
        wish = replace(wish, reason=Reason(situation.withdrawal.reason))
        if wish.reason is Reason.VISA and wish.visa_for_good is None:
            wish = replace(wish, visa_for_good=_said_of_visa(session, situation.withdrawal))
    if wish.kind in _LEAVES:
        wish = confirm_reached(wish, situation.candidacy, situation.calls)
    return replace(situation, wish=wish)


def _said_of_visa(session: Session, withdrawal: Withdrawal) -> bool | None:
    """Return whether the newest letter said that a visa is refused for good (E23)."""
    letters = reversed(session.journal.list_letters(withdrawal.id))
    return next((r.facts["visa_for_good"] for r in letters if "visa_for_good" in r.facts), None)


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
