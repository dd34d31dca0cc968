"""Who gets a letter, and which message it answers (E5-E8, G12, G23-G31)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from mailer.model import (
    Address,
    Candidacy,
    Interview,
    Kind,
    Me,
    Message,
    Part,
    Person,
    Wish,
    same_address,
)
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.senders import is_reachable


@dataclass(frozen=True, slots=True)
class Recipients:
    """To, Cc and the message to answer; empty where nobody can be written to."""

    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    parent: Message | None
    reasons: tuple[str, ...] = ()


def choose_recipients(
    candidacy: Candidacy, *, kind: Kind, wish: Wish, me: Me, now: datetime
) -> Recipients:
    """Return who gets a letter of that kind.

    A wish overrules: `to` replaces, `cc` adds, `no_recruiter` and `reply_all` change the copy.
    """
    if kind is Kind.DECLINE_INVITATION:
        return _organizer(candidacy, now)
    lead, reason = _lead(candidacy, kind, now)
    parent = _parent(candidacy, lead, wish, me)
    to = wish.to or ((_address(lead),) if lead else ())
    named = list(_copied(candidacy, kind, lead, wish, now))
    if wish.reply_all and parent is not None:
        named += [*parent.to, *parent.cc, parent.sender]
    cc = _without([*named, *wish.cc], [*to], candidacy, me, wish)
    reasons = tuple(r for r in (reason, _copy_reason(cc)) if r)
    return Recipients(tuple(to), cc, parent, reasons)


def _organizer(candidacy: Candidacy, now: datetime) -> Recipients:
    """Return whose calendar is answered, and the invitation itself (RFC 5546 §3.2.3)."""
    interview = candidacy.next_interview(now)
    if interview is None or interview.organizer is None:
        return Recipients((), (), None)
    messages = (m for t in candidacy.threads for m in t.messages)
    invitation = next((m for m in messages if m.message_id == interview.message_id), None)
    return Recipients((interview.organizer,), (), invitation, ("who sent the invitation (E24)",))


def reachable(candidacy: Candidacy, *parts: Part) -> list[Person]:
    """Return the people with one of these parts who wrote and can be written to."""
    return [p for p in candidacy.people_with(*parts) if p.is_reachable and not p.has_left]


def _wrote(people: Iterable[Person]) -> list[Person]:
    return [p for p in people if p.messages_written]


def _lead(candidacy: Candidacy, kind: Kind, now: datetime) -> tuple[Person | None, str]:
    managers = _newest(_wrote(reachable(candidacy, Part.HIRING_MANAGER)))
    recruiters = _newest(reachable(candidacy, Part.RECRUITER), prefers_writers=True)
    agencies = _newest(reachable(candidacy, Part.AGENCY_RECRUITER), prefers_writers=True)
    coordinators = _newest(_wrote(reachable(candidacy, Part.COORDINATOR)))
    if kind is Kind.RECRUITER_NOTE:
        chosen = agencies or recruiters
        return (chosen[0], "the recruiter, first (E4)") if chosen else (None, "")
    if kind is Kind.REFERRER_THANKS:
        referrers = reachable(candidacy, Part.REFERRER)
        return (referrers[0], "who referred you (E7)") if referrers else (None, "")
    if kind is Kind.CLARIFY and (recruiters or agencies):
        return (recruiters or agencies)[0], "the recruiter (E5)"
    if kind in (Kind.RESCHEDULE, Kind.CANCEL):
        arranged = _arranger(candidacy, candidacy.next_interview(now))
        if arranged is not None:
            return arranged, "who arranged the interview (E5)"
    persons = [p for p in recruiters if not p.is_department]
    for people, reason in (
        (managers, "the hiring manager has written to you (E5)"),
        (persons, "the in-house recruiter leads (E5)"),
        (agencies, "the agency recruiter leads (E5)"),
        (coordinators, "only a coordinator wrote (E5)"),
        (recruiters, "the department that recruits (E5)"),
    ):
        if people:
            return people[0], reason
    others = _newest(_wrote(reachable(candidacy, Part.OTHER)))
    return (others[0], "the only person who wrote") if others else (None, "")


def _newest(people: Sequence[Person], *, prefers_writers: bool = False) -> list[Person]:
    """Order by who wrote last; those who never wrote come last or are left out."""
    ordered = sorted(
        people,
        key=lambda p: (
            bool(p.messages_written),
            p.last_wrote_at.timestamp() if p.last_wrote_at else 0,
        ),
        reverse=True,
    )
    return ordered if prefers_writers else [p for p in ordered if p.messages_written]


def _copied(
    candidacy: Candidacy, kind: Kind, lead: Person | None, wish: Wish, now: datetime
) -> list[Address]:
    if kind in (Kind.RECRUITER_NOTE, Kind.REFERRER_THANKS):
        return []
    people: list[Person] = []
    if not wish.no_recruiter:
        if lead is None or lead.part is not Part.AGENCY_RECRUITER or wish.to:
            people += _one_each(candidacy, Part.RECRUITER)
        if lead is None or lead.part is not Part.COORDINATOR:
            people += _one_each(candidacy, Part.AGENCY_RECRUITER)
    arranged = _arranger(candidacy, candidacy.next_interview(now))
    if arranged is not None and arranged.part is Part.COORDINATOR:
        people.append(arranged)
    return [_address(p) for p in people if lead is None or p.address != lead.address]


def _one_each(candidacy: Candidacy, part: Part) -> list[Person]:
    """Return the recruiter who leads now: who wrote last, or else who is in copy."""
    persons = [p for p in reachable(candidacy, part) if not p.is_department]
    return _newest(persons, prefers_writers=True)[:1]


def _arranger(candidacy: Candidacy, interview: Interview | None) -> Person | None:
    """Return the person who arranged the interview that stands."""
    if interview is None:
        return None
    organizer = interview.organizer.address if interview.organizer else interview.arranged_by
    for person in candidacy.people:
        if not person.is_reachable or person.has_left:
            continue
        if any(same_address(a, organizer) for a in person.addresses):
            return person
    return None


def _parent(candidacy: Candidacy, lead: Person | None, wish: Wish, me: Me) -> Message | None:
    """Return the newest message of that person that can be answered."""
    messages = sorted(
        (m for t in candidacy.threads for m in t.messages if m.message_id and not m.is_draft),
        key=lambda m: m.date,
        reverse=True,
    )
    wanted = [a.folded for a in wish.to] or [a.casefold() for a in (lead.addresses if lead else ())]
    kinds = {m.key: classify(m, me) for m in messages}
    by_lead = [
        m for m in messages if kinds[m.key] is AnswerKind.PERSON and m.sender.folded in wanted
    ]
    if by_lead:  # an invitation is answered where they wrote nothing else
        return next((m for m in by_lead if not m.calendars), by_lead[0])
    involving = [
        m
        for m in messages
        if kinds[m.key] is AnswerKind.PERSON
        and any(a.folded in wanted for a in (*m.recipients, *m.reply_to))
    ]
    people = [m for m in messages if kinds[m.key] is AnswerKind.PERSON]
    own = [m for m in messages if kinds[m.key] is AnswerKind.OWN]
    return next(iter([*involving, *people, *own]), None) if wanted else None


def _without(
    addresses: Sequence[Address], to: Sequence[Address], candidacy: Candidacy, me: Me, wish: Wish
) -> tuple[Address, ...]:
    """Leave out the user, those in To, referrers, doubles and addresses that nobody reads."""
    referrers = {a.casefold() for p in candidacy.people_with(Part.REFERRER) for a in p.addresses}
    asked = {a.folded for a in wish.cc}
    seen = {a.folded for a in to}
    kept = []
    for address in addresses:
        unwanted = address.folded in referrers or not is_reachable(address.address)
        if (
            address.folded in seen
            or me.is_me(address)
            or (unwanted and address.folded not in asked)
        ):
            continue
        seen.add(address.folded)
        kept.append(address)
    return tuple(kept)


def _address(person: Person) -> Address:
    return Address(person.name, person.address)


def _copy_reason(cc: Sequence[Address]) -> str:
    return f"in copy: {', '.join(a.name or a.address for a in cc)} (E5, E8)" if cc else ""
