"""Who is who in a process: the people with their parts, who leads first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mailer.letters import spelled
from mailer.model import Evidence, Interview, Me, Message, Part, Person
from mailer.reading import people_words, words
from mailer.reading.clerks import SENDS_SUMMONS
from mailer.reading.company import fold, squash
from mailer.reading.display_names import OFFICE, split_name
from mailer.reading.dossiers import (
    Dossier,
    gather_dossiers,
    note_guests,
    only_reachable,
    spoken_names,
)
from mailer.reading.handover import hand_over
from mailer.reading.introductions import introducers_of
from mailer.reading.moves import merge_same_people
from mailer.reading.own_words import ANOTHER_DECIDES, HAS_NO_SAY, IS_COLLEAGUE, SAYS_TO_LEAD
from mailer.reading.part_facts import lead_of, points_beside, weigh
from mailer.reading.parts import (
    agency_domains_of,
    employer_domain_of,
    judge_organizers,
    judge_parts,
)
from mailer.reading.person_signs import signs_of_person
from mailer.reading.quotes import said_in
from mailer.reading.senders import (
    is_freemail,
    is_hiring_role,
    is_reachable,
    is_shared,
    org_domain,
    platform_of,
)
from mailer.reading.weights import WEIGH, weights


@dataclass(frozen=True, slots=True)
class Found:
    """The people of a process and why."""

    people: tuple[Person, ...]
    evidence: tuple[Evidence, ...]
    employer_domain: str
    agency_domains: frozenset[str]


def read_people(
    messages: Sequence[Message],
    interviews: Sequence[Interview],
    me: Me,
    *,
    company: str = "",
    known_agencies: frozenset[str] = frozenset(),
    known_houses: frozenset[str] = frozenset(),
) -> Found:
    """Return everybody of a process with their parts, who leads first.

    `known_agencies` are domains that other threads have shown to be agencies', `known_houses` those
    that have been shown to be none.
    """
    dossiers = gather_dossiers(messages, me)
    merge_same_people(dossiers)
    note_guests(dossiers, interviews, me)
    dossiers = only_reachable(dossiers)
    agencies = (agency_domains_of(dossiers) - known_houses) | known_agencies
    introducers = introducers_of(dossiers, agencies)
    employer = employer_domain_of(dossiers, agencies, introducers, company)
    judge_parts(dossiers, messages, me, agencies, employer, introducers)
    hand_over(dossiers, agencies, messages)
    judge_organizers(dossiers)
    by_default = {a for a, d in dossiers.items() if d.points == {Part.RECRUITER: 1}}
    alone = _weigh(dossiers, messages, me)
    _judge_tellers([d for a, d in dossiers.items() if a in by_default], dossiers.values())
    _judge_bosses(dossiers, alone)
    people = [_make_person(d, agencies, employer) for d in dossiers.values()]
    ordered = sorted(people, key=_precedence)
    evidence = tuple(e for d in dossiers.values() for e in d.evidence)
    return Found(tuple(ordered), evidence, employer, frozenset(agencies))


def _weigh(dossiers: dict[str, Dossier], messages: Sequence[Message], me: Me) -> dict[str, float]:
    """Add to what the rules found what everybody's words weigh, and tell their parts beside each other.

    Returns by how many points everybody leads before they are told beside each other.
    """
    leading: dict[str, float] = {}
    table = weights("part")
    wrote = {a: d for a, d in dossiers.items() if d.written}
    signs = [signs_of_person(d, dossiers.values(), messages, me) for d in wrote.values()]
    writers = [weigh(d, theirs, table) for d, theirs in zip(wrote.values(), signs, strict=True)]
    for (address, dossier), theirs, writer in zip(wrote.items(), signs, writers, strict=True):
        dossier.points.update(writer.counted)
        leading[address] = lead_of(writer.counted, Part.HIRING_MANAGER)
        alone, last = _part_of(dossier), dossier.written[-1]
        reasons = {e.reason for e in dossier.evidence}
        if _SURE.isdisjoint(reasons):
            dossier.points.update(points_beside(writer, writers))
        part = _part_of(dossier)
        if part is not alone:
            dossier.add(part, 0, "beside the others who write", last)
        no_say = _no_say(part, reasons)
        if no_say:
            more = dossier.points[part] - dossier.points[Part.INTERVIEWER] + 1
            part = Part.INTERVIEWER
            dossier.add(part, more, no_say, last)
        told = table.words(theirs, part.value)
        if told:
            said = f"{dossier.address}: {part.value}"
            dossier.evidence.append(Evidence("part", said, WEIGH, last.message_id, told))
    return leading


def _no_say(part: Part, reasons: Collection[str]) -> str:
    """Return why somebody leads or recruits nothing, whatever weighs for it; empty where nothing says so."""
    if part not in (Part.HIRING_MANAGER, Part.RECRUITER) or SAYS_TO_LEAD in reasons:
        return ""
    if IS_COLLEAGUE in reasons:
        return IS_COLLEAGUE
    return HAS_NO_SAY if part is Part.HIRING_MANAGER and HAS_NO_SAY in reasons else ""


_SURE = frozenset({SAYS_TO_LEAD, SENDS_SUMMONS})
"""Reasons that who else writes does not outweigh: two who both say to lead are asked about."""


def _judge_tellers(known_by_default: Iterable[Dossier], dossiers: Iterable[Dossier]) -> None:
    """Tell a friend who told of the job from who recruits: one mail, unsigned, before the boss of whom it tells."""
    leads = Part.HIRING_MANAGER
    bosses = [d for d in dossiers if d.written and _part_of(d) is leads]
    for dossier in known_by_default:
        if len(dossier.written) > 1 or dossier.title or _part_of(dossier) is not Part.RECRUITER:
            continue
        (mail,) = dossier.written
        told = set(re.findall(r"\w+", fold(f"{mail.subject}\n{said_in(mail)}")))
        for boss in bosses:
            names = {fold(n) for n in spoken_names(boss.name) if len(n) > 2}
            if names & told and mail.date < boss.written[0].date:
                more = dossier.points[Part.RECRUITER] - dossier.points[Part.REFERRER] + 1
                dossier.add(Part.REFERRER, more, "tells of who leads, who writes later", mail)
                break


def _judge_bosses(dossiers: dict[str, Dossier], leading: Mapping[str, float]) -> None:
    """Where several write like the boss, and one of them far more clearly, tell that the others are none.

    Nor is who says that another decides, where the other writes too (`his team and his hire`).
    So it was wherever the labels know the boss of two who differ so; who differ less are asked about.
    Who came after a boss is told beside them, so it counts by how much each leads alone.
    """
    leads = Part.HIRING_MANAGER
    bosses = [
        (d, leading[a])
        for a, d in dossiers.items()
        if d.written and not d.has_left and _part_of(d) is leads
    ]
    clearest = max((margin for _, margin in bosses), default=0.0)
    deferring = [d for d, _ in bosses if _defers(d)]
    for dossier, margin in bosses:
        yields = dossier in deferring and len(deferring) < len(bosses)
        if yields or margin < clearest - _CLEARLY:
            part = Part.COORDINATOR if is_shared(dossier.address) else _besides(dossier)
            more = dossier.points[leads] - dossier.points[part] + 1
            dossier.add(part, more, "writes beside who leads", dossier.written[-1])


def _besides(dossier: Dossier) -> Part:
    """Return what somebody is who does not lead: who arranges or recruits, else who interviews."""
    parts = (Part.INTERVIEWER, Part.COORDINATOR, Part.RECRUITER)
    return max(parts, key=lambda p: dossier.points.get(p, 0))


def _defers(dossier: Dossier) -> bool:
    """Tell whether somebody says that another decides, and not that they lead themselves."""
    reasons = {e.reason for e in dossier.evidence}
    return ANOTHER_DECIDES in reasons and SAYS_TO_LEAD not in reasons


_CLEARLY = 7.0
"""Points; in cross-validation 24 of 24 who led by so much were the boss, of 15 who led by less two not."""


def _part_of(dossier: Dossier) -> Part:
    return max(dossier.points, key=lambda p: dossier.points[p], default=Part.OTHER)


def _make_person(dossier: Dossier, agencies: set[str], employer: str) -> Person:
    part = _part_of(dossier)
    if not dossier.written:
        part = _part_of_silent(dossier, part, agencies, employer)
    given, family = split_name(dossier.name)
    address = dossier.reply_to or dossier.address
    return Person(
        name=dossier.name,
        address=address,
        part=part,
        addresses=tuple(dict.fromkeys([address, *dossier.addresses])),
        given_name=given,
        family_name=family,
        title=dossier.title,
        organisation="" if is_freemail(f"@{dossier.house}") else dossier.house,
        phone=dossier.phone,
        is_department=_is_department(dossier),
        is_reachable=is_reachable(address) and not dossier.has_left and not platform_of(address),
        messages_written=len(dossier.written),
        last_wrote_at=max((m.date for m in dossier.written), default=None),
        has_left=dossier.has_left,
    )


def _is_department(dossier: Dossier) -> bool:
    """Tell whether a role's mailbox wrote and nobody signed: `Northwind HR <recruitment@…>`."""
    if not is_hiring_role(dossier.address) or (0 < len(dossier.name) < 5):
        return False
    label = org_domain(dossier.address).partition(".")[0]
    names = [w for text in dossier.names for w in text.split()]
    if len(names) == 2 and _is_persons(names) and not any(squash(w) in label for w in names):
        return False  # `Cati Bonet <personas@…>`
    lines = [line for s in dossier.signatures for line in s.splitlines()]
    signed = {line.strip(" ,") for line in lines}
    if any(n in signed and _is_persons(n.split()) and len(n.split()) > 1 for n in dossier.names):
        return False  # `Lourdes Cebrián Oltra <rrhh.lcebrian@…>`
    return not any(
        _SIGNED.match(line.strip())
        and squash(line.split()[0]) not in label
        and not people_words.RECRUITER_TITLE.search(line)
        for line in lines
    )


def _is_persons(names: Sequence[str]) -> bool:
    """Tell whether words are a person's name, none of an office's."""
    capitals = all(re.fullmatch(spelled(r"[\pU][ß\pL'’-]+"), n) for n in names)
    office = f"{' '.join(names)}"
    return capitals and not (
        people_words.RECRUITER_TITLE.search(office)
        or people_words.COORDINATOR_TITLE.search(office)
        or words.LEANING.search(office.lower())
        or OFFICE.search(office)
    )


_SIGNED = re.compile(
    spelled(
        r"[\pU][\w'’.-]+(?: [a-z]{2,4})? [\pU][\w'’-]+\W*$|[\u3040-\u30ff\u4e00-\u9fff]{2,4}[ \u3000]?[\u3040-\u30ff\u4e00-\u9fff]{0,3}$"
    )
)


def _part_of_silent(dossier: Dossier, part: Part, agencies: set[str], employer: str) -> Part:
    if org_domain(dossier.address) in agencies:
        return Part.AGENCY_RECRUITER
    if dossier.organizes:
        return Part.COORDINATOR if part is Part.OTHER else part
    is_guest = dossier.is_attendee or dossier.sits_in
    if is_guest and part in (Part.OTHER, Part.HIRING_MANAGER):
        return Part.INTERVIEWER
    return part


_ORDER = (
    Part.HIRING_MANAGER,
    Part.RECRUITER,
    Part.AGENCY_RECRUITER,
    Part.COORDINATOR,
    Part.INTERVIEWER,
    Part.REFERRER,
    Part.OTHER,
)


def _precedence(person: Person) -> tuple[bool, int, bool, float]:
    last = person.last_wrote_at
    return (
        person.has_left,
        _ORDER.index(person.part),
        not person.messages_written,
        -(last.timestamp() if isinstance(last, datetime) else 0),
    )
