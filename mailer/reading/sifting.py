"""Sifts the threads: what the user's own house writes, and what friends passed on, is none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from mailer.model import Me, Thread
from mailer.reading import words
from mailer.reading.agencies import names_agency, speaks_for_client
from mailer.reading.agents import SURELY, SURELY_NOT, odds_of_agency
from mailer.reading.answers import AnswerKind
from mailer.reading.bonds import is_torn
from mailer.reading.company import squash
from mailer.reading.quotes import said_in
from mailer.reading.senders import bears_year, belongs_to_company, is_organisation, org_domain
from mailer.reading.strands import Strand


def make_strands(threads: Iterable[Thread], me: Me) -> list[Strand]:
    """Return the strands of threads that hold anything but drafts.

    What the user's employer writes is left out (its payslips tell who that is), and what somebody
    passed on of their own process.
    """
    strands = _mended([s for s in (Strand(thread, me) for thread in threads) if s.messages])
    strands = [s for s in strands if not _is_forged(s, strands)]
    speaking = [m for s in strands for m in s.by_people if speaks_for_client(m)]
    agencies = frozenset(
        org_domain(m.sender.address) for m in speaking if belongs_to_company(m.sender)
    )
    own = frozenset(d for s in strands if s.employs for d in s.writer_domains)
    weighed = _weighed(strands)
    houses = {domain for domain, odds in weighed.items() if odds < SURELY_NOT}
    agencies |= {domain for domain, odds in weighed.items() if odds > SURELY}
    agencies -= own | houses
    own -= {org_domain(m.sender.address) for m in speaking if names_agency(m)}
    own |= houses
    employers = {d for s in strands for d in _employers(s)}
    homes = _homes(strands)
    return [
        _told(s, agencies, own, homes)
        for s in strands
        if not s.is_anothers and not _is_of(s, employers)
    ]


def _weighed(strands: Iterable[Strand]) -> dict[str, float]:
    """Return the most that the words of a first mail weigh for an agency, by the domain of who wrote it.

    In talks about work alone: elsewhere nobody is asked for whom they recruit.
    """
    found: dict[str, float] = {}
    for strand in strands:
        if strand.by_people and (strand.is_hiring or strand.of_process > 0):
            for domain, first in strand.first_of_houses.items():
                odds = odds_of_agency(first, strand.me.name)
                found[domain] = max(odds, found.get(domain, odds))
    return found


def _is_forged(strand: Strand, strands: Iterable[Strand]) -> bool:
    """Tell whether somebody asks for money or papers under the name of a house with an addition.

    `hr@ferrow-careers.test` is not Ferrow, which writes from elsewhere and has not been answered here.
    """
    labels = [d.partition(".")[0] for d in strand.writer_domains]
    alike = {squash(label.partition("-")[0]) for label in labels if "-" in label}
    if not alike or strand.of_kind(AnswerKind.OWN):
        return False
    if not all(words.ASKS_FOR_MONEY.search(said_in(m)) for m in strand.by_people):
        return False
    others = (s for s in strands if not s.writer_domains & strand.writer_domains)
    return any(alike & (s.house_names | s.machine_companies) for s in others)


def _mended(strands: list[Strand]) -> list[Strand]:
    """Make one strand of the threads into which a talk fell apart whose References were lost.

    What is told in one part and in another is told in one talk: who leads, and whom they name.
    """
    talks = {id(s): [s] for s in strands}
    by_subject: dict[str, list[Strand]] = defaultdict(list)
    for strand in strands:
        if strand.by_hand:
            for subject in strand.subjects:
                by_subject[subject].append(strand)
    for alike in by_subject.values():
        for one, other in combinations(alike, 2):
            parts = talks[id(one)]
            if parts is not talks[id(other)] and is_torn(one, other):
                parts += talks[id(other)]
                talks.update((id(s), parts) for s in talks[id(other)])
    whole = {id(parts): parts for parts in talks.values()}
    return [_joined(parts) if len(parts) > 1 else parts[0] for parts in whole.values()]


def _joined(parts: list[Strand]) -> Strand:
    threads = [s.thread for s in sorted(parts, key=lambda s: s.first_at)]
    messages = sorted((m for t in threads for m in t.messages), key=lambda m: m.date)
    return Strand(replace(threads[0], messages=tuple(messages)), parts[0].me, tuple(threads))


def _told(
    strand: Strand, agencies: frozenset[str], own: frozenset[str], homes: frozenset[str]
) -> Strand:
    """Return a thread that knows of agencies, other houses and homes: of who wrote in it, or was copied."""
    wrote_from = {org_domain(m.sender.address) for m in strand.by_people}
    if strand.writer_domains & (agencies | homes) or wrote_from & agencies:
        return replace(strand, agencies=agencies, own_houses=own, homes=homes)
    if strand.speaks_for_client and strand.writer_domains & own:
        return replace(strand, agencies=agencies, own_houses=own)
    return replace(strand, agencies=agencies) if strand.domains & agencies else strand


def _homes(strands: Iterable[Strand]) -> frozenset[str]:
    """Return the domains of mail providers that no list knows.

    Several people write from there of anything but work, and nobody of a job; or somebody has the
    year of birth in the address.
    """
    told: dict[str, list[Strand]] = defaultdict(list)
    hiring: set[str] = set()
    born: set[str] = set()
    for strand in strands:
        wrote = (m.sender.address for m in strand.by_hand)
        born |= {org_domain(a) for a in wrote if bears_year(a)}
        if strand.is_hiring:
            hiring |= strand.writer_domains
        else:
            for domain in {org_domain(m.sender.address) for m in strand.by_hand}:
                told[domain].append(strand)
    return frozenset(
        born | {d for d, talks in told.items() if d not in hiring and _are_friends(d, talks)}
    )


def _are_friends(domain: str, talks: Iterable[Strand]) -> bool:
    """Tell whether several people write from a domain, of anything but work."""
    people: set[str] = set()
    for talk in talks:
        wrote = {m.sender.folded for m in talk.by_hand if org_domain(m.sender.address) == domain}
        people |= set() if wrote <= people or talk.work_words else wrote
    return len(people) > 1


def _employers(strand: Strand) -> Iterable[str]:
    """Yield the domains from which wages come, and where the user is one of the house."""
    # payroll is work as well: `Coordinación de Nómina`
    is_of_job = strand.is_talk or strand.is_hiring
    for message in strand.messages:
        is_payslip = words.PAYSLIP.search(message.subject.lower()) is not None
        if is_payslip and belongs_to_company(message.sender) and not is_of_job:
            yield org_domain(message.sender.address)
        domain = org_domain(message.sender.address)
        if domain in strand.own_domains and belongs_to_company(message.sender):
            circle = {a.folded for a in message.recipients if org_domain(a.address) == domain}
            if is_organisation(message.sender) or message.header("List-Id") or len(circle) > 2:
                yield domain


def _is_of(strand: Strand, employers: set[str]) -> bool:
    """Tell whether all who write to the user are of the user's own house."""
    mails = (m for m in strand.messages if not strand.me.is_me(m.sender))
    wrote = {org_domain(m.sender.address) for m in mails}
    return bool(wrote) and wrote <= employers
