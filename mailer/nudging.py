"""Drafts the gentle follow-up to a letter that nobody answered (E30): once, and never sends it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mailer.choosing import find_situation
from mailer.drafting import draft_for
from mailer.errors import MailerError, OutcomeUnknownError, ProviderUnavailableError, SignInError
from mailer.incoming import find_answers, is_undeliverable, other_people
from mailer.journal_letters import LetterRecord
from mailer.model import Kind, Reason, Wish
from mailer.orders import Order, Situation
from mailer.reminders import PERSON, Facts

if TYPE_CHECKING:
    from mailer.session import Session

_TRY_AGAIN = (ProviderUnavailableError, SignInError, OutcomeUnknownError)
"""Errors that the next run may not meet: the reminder stays as it is."""


@dataclass(frozen=True, slots=True)
class Nudge:
    """What came of a follow-up."""

    what: str
    """`follow_up` (drafted), `answered`, or `no_follow_up`."""
    text: str


def draft_follow_up(session: Session, facts: Facts, letter: LetterRecord) -> Nudge:
    """Draft a follow-up into the thread of a letter; the caller holds the account's lock.

    Looks once more for an answer in everything that belongs to the process. Where a rule stops
    it, or the user wrote again themselves, says so instead.

    Raises:
        SignInError, ProviderUnavailableError, OutcomeUnknownError: nothing is decided yet.
    """
    obstacle = _obstacle(facts, letter)
    if obstacle:
        return Nudge("no_follow_up", obstacle)
    order = Order(query=facts.withdrawal.id, wish=_wish(facts))
    try:
        situation = find_situation(session, order)
        if answered := _answered_meanwhile(session, facts, situation):
            return answered
        draft_for(session, order, situation)
    except _TRY_AGAIN:
        raise
    except MailerError as error:
        return Nudge("no_follow_up", f"No answer yet, and no follow-up was drafted: {error}")
    return Nudge(
        "follow_up",
        f"No answer to your {letter.kind.value} letter: a gentle follow-up lies in Drafts, in the "
        f"same thread. `bowout show {facts.withdrawal.id}` shows it; nothing was sent.",
    )


def _obstacle(facts: Facts, letter: LetterRecord) -> str:
    """Return why there is nothing to follow up, in a sentence; empty: go on."""
    if any(one.kind is Kind.FOLLOW_UP for one in facts.letters):
        return "No answer yet. A follow-up was drafted before; a second one would be a nuisance."
    since = letter.sent_at or letter.updated_at
    if any(a.kind == "own" and a.at > since for a in facts.answers):
        return "No answer yet. You wrote again yourself, so no follow-up was drafted."
    if is_undeliverable(letter, facts.answers):
        dead = {d for a in facts.answers for d in a.facts.get("dead", ())}
        others = ", ".join(other_people(facts.withdrawal, dead))
        whom = f" {others} could get it: `bowout draft --to`." if others else ""
        return f"The letter bounced, so no follow-up was drafted.{whom}"
    return ""


def _wish(facts: Facts) -> Wish:
    """Return the wish; the reason stays what the journal has of the withdrawal."""
    return Wish(
        kind=Kind.FOLLOW_UP, reason=Reason(facts.withdrawal.reason), by_mail=True, anyway=True
    )


def _answered_meanwhile(session: Session, facts: Facts, situation: Situation) -> Nudge | None:
    found = find_answers(facts, situation.candidacy.threads, session.me, session.clock())
    for answer in found:
        session.journal.add_answer(answer)
    people = [a for a in found if a.kind == PERSON]
    return Nudge("answered", f"{people[0].name or 'They'} answered.") if people else None
