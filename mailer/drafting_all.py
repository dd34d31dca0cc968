"""A letter for every process that is alive: "I accepted an offer, tell the others" (`--all-open`).

Two steps, so that a person sees the plan before anything is stored: plan all, then draft one at a
time. Each draft is complete before the next begins; a run that was cut is simply run again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mailer.choosing import make_situation, undecided_leaders
from mailer.documents import Document, bare
from mailer.drafting import draft_for
from mailer.errors import (
    MailerError,
    NothingFitsError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    SignInError,
)
from mailer.finding import find, read_candidacies
from mailer.journal_letters import LetterState
from mailer.model import Address, Candidacy, Kind, Plan
from mailer.orders import Drafted, Order, Situation
from mailer.papers import SAME_THREAD_KINDS
from mailer.reading.ranking import choose
from mailer.reminders import unsent
from mailer.session import Session
from mailer.writing.etiquette import advise
from mailer.writing.recipients import choose_recipients

FATAL = (SignInError, ProviderUnavailableError, OutcomeUnknownError)
"""Errors after which the next process would fail, too."""

_TELLING = frozenset({Kind.WITHDRAW, Kind.DECLINE_OFFER, Kind.CONFIRMATION})


class Outlook(StrEnum):
    """What would be done with a process."""

    LETTER = "letter"
    DRAFTED = "drafted"
    """The letter lies in Drafts from an earlier run; it is looked at again, never doubled."""
    TOLD = "told"
    STOPPED = "stopped"
    """A rule holds the letter back: a call comes first, nobody to write to, terms accepted."""
    EXCEPTED = "excepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One process with what would be done."""

    situation: Situation
    plan: Plan
    outlook: Outlook
    why: str
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()

    @property
    def candidacy(self) -> Candidacy:
        """The process as understood."""
        return self.situation.candidacy

    @property
    def is_to_draft(self) -> bool:
        """Tell whether there is a letter to draft or to look at again."""
        return self.outlook in (Outlook.LETTER, Outlook.DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one process."""

    planned: Planned
    what: str
    """`drafted`, `adopted`, `declined`, `failed`, `not reached`, or the outlook where it stood."""
    drafted: Drafted | None = None
    error: MailerError | None = None


def plan_all(session: Session, order: Order, excepted: Sequence[str] = ()) -> tuple[Planned, ...]:
    """Find every process that is alive and say what would be done with each; stores nothing.

    Raises:
        NothingFitsError: nothing is alive, or one of `excepted` names no process at all, which a
            slip of the keyboard does; nothing was stored.
    """
    found = find(
        session.provider, "", me=session.me, now=session.clock(), progress=session.progress
    )
    if not found.candidacies:
        raise NothingFitsError("No interview process looks alive. Nothing was stored.")
    spared = {
        key: query
        for query in excepted
        for candidacy in _named(session, found.candidacies, query)
        for key in candidacy.message_ids
    }
    return tuple(_plan(session, order, c, spared) for c in found.candidacies)


def draft_planned(session: Session, order: Order, planned: Planned) -> Outcome:
    """Draft the letters of one process; an error of its own is in the outcome.

    Raises:
        SignInError, ProviderUnavailableError, OutcomeUnknownError: the others would fail, too.
    """
    session.say(f"writing to {planned.candidacy.company or 'them'}")
    try:
        with session.lock():
            drafted = draft_for(session, order, planned.situation)
    except FATAL:
        raise
    except MailerError as error:
        return Outcome(planned=planned, what="failed", error=error)
    is_adopted = any(m.is_adopted for m in drafted.letters)
    return Outcome(planned=planned, what="adopted" if is_adopted else "drafted", drafted=drafted)


# --- planning ----------------------------------------------------------------------------------


def _named(session: Session, candidacies: Sequence[Candidacy], query: str) -> Iterator[Candidacy]:
    """Yield the processes that `--except` names: all that may be meant."""
    threads = list({t.key: t for c in candidacies for t in c.threads}.values())
    read = read_candidacies(threads, query=query, me=session.me, now=session.clock())
    choice = choose(read, query=query)
    fitting = [choice.best] if choice.best else list(choice.several)
    if not fitting and not _is_known(session, query):
        raise NothingFitsError(
            f"--except {query!r} names no interview process. Nothing was stored.",
            hint="`bowout threads` lists every process that looks alive.",
        )
    yield from fitting


def _is_known(session: Session, query: str) -> bool:
    """Tell whether a query names a process that is no longer alive."""
    found = find(session.provider, query, me=session.me, now=session.clock())
    return found.choice.best is not None or bool(found.choice.several)


def _plan(session: Session, order: Order, candidacy: Candidacy, spared: dict[str, str]) -> Planned:
    situation = make_situation(session, order, candidacy)
    plan = advise(
        situation.candidacy,
        situation.wish,
        me=session.me,
        now=session.clock(),
        calls=situation.calls,
    )
    query = next((spared[key] for key in candidacy.message_ids if key in spared), None)
    if query is not None:
        return Planned(situation=situation, plan=plan, outlook=Outlook.EXCEPTED,
                       why=f"left out: --except {query}")  # fmt: skip
    outlook, why = _outlook(session, situation, plan)
    to, cc = _recipients(session, situation, plan)
    return Planned(situation=situation, plan=plan, outlook=outlook, why=why, to=to, cc=cc)


def _outlook(session: Session, situation: Situation, plan: Plan) -> tuple[Outlook, str]:
    known = situation.withdrawal
    letters = session.journal.list_letters(known.id) if known else ()
    main = [one for one in letters if one.kind in _TELLING]
    if any(one.state is LetterState.SENT for one in main) and not situation.wish.anyway:
        return Outlook.TOLD, "was told already"
    if plan.stop:
        return Outlook.STOPPED, plan.why_stop
    if any(unsent(one) for one in main):
        return Outlook.DRAFTED, "lies in Drafts already"
    if not situation.wish.to and (names := undecided_leaders(situation.candidacy)):
        return Outlook.STOPPED, f"who leads is not certain, {names}: draft it alone, with --to"
    kinds = [s.kind.value for s in plan.steps if s.kind is not None and not s.is_done]
    return Outlook.LETTER, ", ".join(dict.fromkeys(kinds))


def _recipients(
    session: Session, situation: Situation, plan: Plan
) -> tuple[tuple[Address, ...], tuple[Address, ...]]:
    kinds = [s.kind for s in plan.steps if s.kind in SAME_THREAD_KINDS]
    chosen = choose_recipients(
        situation.candidacy,
        kind=kinds[0] if kinds and kinds[0] else Kind.WITHDRAW,
        wish=situation.wish,
        me=session.me,
        now=session.clock(),
    )
    return chosen.to, chosen.cc


# --- documents ---------------------------------------------------------------------------------


def all_document(session: Session, outcomes: Iterable[Outcome], *, is_cut: bool) -> Document:
    """Return what `draft --all-open --json` prints."""
    processes = [_outcome_document(session, outcome) for outcome in outcomes]
    return {
        "account": session.account.name,
        "processes": processes,
        "drafted": sum(p["outcome"] in ("drafted", "adopted") for p in processes),
        "interrupted": is_cut,
        "requests": session.provider.requests,
    }


def _outcome_document(session: Session, outcome: Outcome) -> Document:
    from mailer.documents import answered_thread, error_document
    from mailer.results import draft_document

    planned = outcome.planned
    candidacy = planned.candidacy
    return {
        "company": candidacy.company,
        "role": candidacy.role,
        "stage": candidacy.stage.value,
        "thread_key": answered_thread(candidacy).key,
        "outcome": outcome.what,
        "why": planned.why,
        "rule": planned.plan.stop or None,
        "to": bare(planned.to),
        "cc": bare(planned.cc),
        "draft": draft_document(session, outcome.drafted) if outcome.drafted else None,
        "error": error_document(outcome.error)["error"] if outcome.error else None,
    }
