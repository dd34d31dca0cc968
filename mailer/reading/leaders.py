"""Who may lead a process: where two may, and neither is named, the user says who does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailer.model import Candidacy, Message, Part, Person, Thread
from mailer.reading.company import squash
from mailer.reading.endings import refusal_in
from mailer.reading.quotes import said_in
from mailer.reading.senders import is_shared

PERSON = "a person of the process"
"""Why a process fits that was found by the name of somebody in it."""
_BESIDE = {Part.HIRING_MANAGER: Part.INTERVIEWER, Part.RECRUITER: Part.OTHER}
"""What those are who have the part of who leads and do not lead."""


def leaders_of(candidacy: Candidacy) -> tuple[Person, ...]:
    """Return who may be written to first: the bosses who wrote, else the recruiters of the house.

    Of those only the ones who write from an address of their own, whom nobody follows and who have
    not ended it, if any do.
    """
    for part in _BESIDE:
        found = tuple(
            p
            for p in candidacy.people_with(part)
            if p.messages_written and p.is_reachable and not (p.has_left or p.is_department)
        )
        if found:
            found = tuple(p for p in found if not is_shared(p.address)) or found
            mails = {p.address: _mails_of(candidacy, p) for p in found}
            found = tuple(p for p in found if not any(_follows(q, p, mails) for q in found))
            return tuple(p for p in found if not _refused(mails[p.address])) or found
    return ()


def _mails_of(candidacy: Candidacy, person: Person) -> list[Message]:
    """Return what somebody wrote, oldest first."""
    own = {a.casefold() for a in person.addresses}
    mails = (m for t in candidacy.threads for m in t.messages if m.sender.folded in own)
    return sorted(mails, key=lambda m: m.date)


def _follows(other: Person, person: Person, mails: Mapping[str, Sequence[Message]]) -> bool:
    """Tell whether somebody was silent from before another began, who has their post.

    Recruiters do one work, whatever their titles; two bosses of one title are one after the other.
    """
    before, after = mails[person.address], mails[other.address]
    if not (before and after and before[-1].date < after[0].date):
        return False
    post, theirs = (squash(re.split("[,|\n]", p.title)[0]) for p in (person, other))
    return person.part is Part.RECRUITER or (bool(post) and post == theirs)


def _refused(mails: Sequence[Message]) -> bool:
    """Tell whether the last that somebody wrote is that it is over: what goes on, others lead."""
    return bool(mails) and refusal_in(said_in(mails[-1])) is not None


def led_by(candidacy: Candidacy, leader: Person) -> Candidacy:
    """Return a process in which, of those who may lead, this person does."""
    others = {
        id(p)
        for p in candidacy.people_with(leader.part)
        if p is not leader and p.messages_written and not p.has_left
    }
    people = tuple(_beside(p) if id(p) in others else p for p in candidacy.people)
    return replace(candidacy, people=people)


def _beside(person: Person) -> Person:
    """Return somebody with the part of who leads as who does not: an office arranges."""
    arranges = is_shared(person.address) and person.part is Part.HIRING_MANAGER
    return replace(person, part=Part.COORDINATOR if arranges else _BESIDE[person.part])


def is_named_last(candidacy: Candidacy) -> bool:
    """Tell whether a process was found by the name of who of those that may lead wrote last."""
    last = max(leaders_of(candidacy), key=_last_wrote, default=None)
    if last is None or not candidacy.evidence:
        return False
    match = candidacy.evidence[0]
    return match.reason == PERSON and match.words == last.name


def _last_wrote(person: Person) -> float:
    return person.last_wrote_at.timestamp() if person.last_wrote_at else 0.0


def each_led(candidacy: Candidacy) -> tuple[Candidacy, ...]:
    """Return a process once for each who may lead, with the threads in which only they wrote of them.

    One alone where nobody else may lead, or where all write in one thread.
    """
    leaders = leaders_of(candidacy)
    if len(leaders) == 1 and leaders[0].part is Part.HIRING_MANAGER:
        return (led_by(candidacy, leaders[0]),)
    threads = [_written_by(candidacy, leader) for leader in leaders]
    if len(leaders) < 2 or any(not own for own in _alone(threads)):
        return (candidacy,)
    return tuple(
        replace(led_by(candidacy, leader), threads=own)
        for leader, own in zip(leaders, threads, strict=True)
    )


def _written_by(candidacy: Candidacy, person: Person) -> tuple[Thread, ...]:
    own = {a.casefold() for a in person.addresses}
    return tuple(t for t in candidacy.threads if any(m.sender.folded in own for m in t.messages))


def _alone(threads: Sequence[tuple[Thread, ...]]) -> list[set[str]]:
    """Return for each the keys of the threads in which nobody else of them wrote."""
    keys = [{t.key for t in own} for own in threads]
    return [own - set().union(*(other for other in keys if other is not own)) for own in keys]
