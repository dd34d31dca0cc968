"""Finds the one process that an order names, and joins it with what the journal knows of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mailer.documents import candidacy_document
from mailer.errors import NothingFitsError, SeveralFitError
from mailer.journal_withdrawals import Withdrawal
from mailer.model import Address, Call, CallOutcome, Candidacy, Kind, Tone, Wish
from mailer.orders import Order, Situation
from mailer.remembering import find_withdrawals

if TYPE_CHECKING:
    from mailer.finding import Found
    from mailer.session import Session


def find_situation(
    session: Session, order: Order, *, called: str = "", needs_leader: bool = True
) -> Situation:
    """Find and read the process that an order names, and what the journal knows of it.

    Where two may lead it, `called` tells who does: the name of whom the user called.

    Raises:
        SeveralFitError, NothingFitsError: the query names no one process, or it is not certain who
            leads it and `needs_leader`.
    """
    is_told = bool(called or order.wish.to) or not needs_leader
    candidacy = _pick(_find(session, order), order, is_told=is_told)
    if needs_leader:
        order = _with_leader(order, candidacy, called)
    return make_situation(session, order, candidacy)


def make_situation(session: Session, order: Order, candidacy: Candidacy) -> Situation:
    """Join a process that was found with what the journal knows of it and what the user wishes."""
    known = _known(session, candidacy)
    wish, candidacy = _corrected(order.wish, candidacy, known)
    calls = tuple(c for _, c in session.journal.list_calls(known.id)) if known else ()
    if wish.kind is None:
        wish = confirm_reached(wish, candidacy, (*calls, *order.calls))
    corrections = {**(known.corrections if known else {}), **_corrections(order.wish)}
    return Situation(candidacy, known, wish, (*calls, *order.calls), corrections)


def confirm_reached(wish: Wish, candidacy: Candidacy, calls: Iterable[Call]) -> Wish:
    """Return the wish for the confirmation to whom a call reached last, if one did (E5, E15)."""
    reached = [c for c in calls if c.outcome is CallOutcome.REACHED]
    if not reached:
        return wish
    last = max(reached, key=lambda c: c.at)
    people = [p for p in candidacy.people if p.address == last.with_address and p.is_reachable]
    told = tuple(Address(p.name, p.address) for p in people[:1])
    return replace(wish, kind=Kind.CONFIRMATION, to=wish.to or told)


def _several(query: str, candidacies: Iterable[Candidacy]) -> SeveralFitError:
    """Make the error that lists the processes among which the user must choose."""
    found = [candidacy_document(c) for c in candidacies]
    return SeveralFitError(
        f"{len(found)} interview processes fit {query!r}. Nothing was stored.",
        hint="Use a longer query, or pick one with --thread KEY.",
        details={"threads": found},
    )


def undecided_leaders(candidacy: Candidacy) -> str:
    """Return the names of those of whom one leads a process; empty where that is certain."""
    from mailer.reading.leaders import each_led, leaders_of

    if len(each_led(candidacy)) < 2:
        return ""
    return " or ".join(f"{p.name or p.address} ({p.address})" for p in leaders_of(candidacy))


def _undecided(candidacy: Candidacy, led: Iterable[Candidacy]) -> SeveralFitError:
    """Make the error that lists the threads of those who may lead one process."""
    names = undecided_leaders(candidacy)
    return SeveralFitError(
        f"One process fits, and who leads it is not certain: {names}. Nothing was stored.",
        hint="Say who with --to ADDRESS, or pick the thread with --thread KEY.",
        details={"threads": [candidacy_document(c) for c in led]},
    )


def _with_leader(order: Order, candidacy: Candidacy, called: str) -> Order:
    """Return an order that writes to who may lead and wrote in the picked thread, or was called.

    Raises:
        SeveralFitError: several may lead, and that tells no one of them.
    """
    from mailer.reading.leaders import each_led, leaders_of

    is_asked = not order.wish.to and (order.thread_key or called)
    led = each_led(candidacy) if is_asked else ()
    if len(led) < 2:
        return order
    words = called.casefold().split()
    picked = [
        leader
        for c in led
        for leader in leaders_of(c)
        if (order.thread_key and _has_thread(c, order.thread_key))
        or (words and all(w in f"{leader.name} {leader.address}".casefold() for w in words))
    ]
    if len(picked) != 1:
        raise _undecided(candidacy, led)
    to = (Address(picked[0].name, picked[0].address),)
    return replace(order, wish=replace(order.wish, to=to))


def _has_thread(candidacy: Candidacy, key: str) -> bool:
    return any(key in (t.key, *t.message_ids) for t in candidacy.threads)


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


def _pick(found: Found, order: Order, *, is_told: bool) -> Candidacy:
    if order.thread_key:
        for candidacy in found.candidacies:
            if _has_thread(candidacy, order.thread_key):
                return candidacy
        raise NothingFitsError(
            f"No thread {order.thread_key!r} was found for {order.query!r}. Nothing was stored.",
            hint="`bowout threads` lists the threads with their keys.",
        )
    if found.choice.best is not None:
        return found.choice.best
    if found.choice.undecided is not None:
        if is_told:
            return found.choice.undecided
        raise _undecided(found.choice.undecided, found.choice.several)
    if found.choice.several:
        raise _several(order.query, found.choice.several)
    raise NothingFitsError(
        f"No interview process fits {order.query!r}. Nothing was stored.",
        hint="Try the company's mail domain or a person's name; "
        "`bowout threads` lists every process that looks alive.",
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
