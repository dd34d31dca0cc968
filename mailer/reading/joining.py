"""Which threads are one process: bonds between them, the surest tied first; doubt splits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations, product

from mailer.reading.answers import AnswerKind
from mailer.reading.company import fold, squash
from mailer.reading.display_names import clean_name
from mailer.reading.dossiers import is_same_name
from mailer.reading.senders import (
    belongs_to_company,
    is_freemail,
    is_hiring_system,
    is_scheduler,
    org_domain,
)
from mailer.reading.strands import Strand, names_in
from mailer.subjects import is_reply_subject

_FAR = timedelta(days=75)


def join_strands(strands: Sequence[Strand]) -> list[list[Strand]]:
    """Return groups of strands that are one process; strands that are none are left out.

    The surest bonds are tied first. A group keeps to one role: what would join two roles joins
    neither. Threads that do not speak of hiring belong to a process only through one that does,
    or where together they may be about work.
    """
    usable = [s for s in strands if s.is_by_hand or (s.is_about_work and not s.by_people)]
    alone = _one_role_domains(usable)
    bonds = sorted(
        (
            (bond, -abs((one.last_at - other.last_at).total_seconds()), one, other)
            for one, other in _related(usable)
            if (bond := _bond(one, other, alone))
        ),
        key=lambda b: b[:2],
        reverse=True,
    )
    return [g for g in _tie(usable, bonds) if is_process(g) or _leans(g)]


def _one_role_domains(strands: Sequence[Strand]) -> frozenset[str]:
    """Return the organisations with which the user talks about one role at the most.

    An agency's clients count as its roles do; where it has several, its consultants count each,
    by their address.
    """
    found: dict[str, list[Strand]] = defaultdict(list)
    for strand in strands:
        writers = {m.sender.folded for m in strand.by_people} if strand.is_agency else set()
        for key in {*strand.domains, *writers}:
            found[key] += [strand] if strand.is_about_work else []
    return frozenset(key for key, group in found.items() if _is_one_role(group))


def _is_one_role(strands: Sequence[Strand]) -> bool:
    """Tell whether nothing says that these threads with one organisation are two processes."""
    if any(_roles_differ(a, b) for a, b in combinations(strands, 2)):
        return False
    if any(_mandates_differ(a, b) for a, b in combinations(strands, 2)):
        return False
    circles: list[list[Strand]] = []
    for strand in strands:
        near = [c for c in circles if any(_know_people(strand, s) for s in c)]
        circles = [c for c in circles if c not in near] + [[strand, *(s for c in near for s in c)]]
    return not any(_are_two_openings(a, b) for a, b in combinations(circles, 2))


def _know_people(one: Strand, other: Strand) -> bool:
    """Tell whether two threads share people, or one names the people of the other."""
    return bool(
        one.participants & other.participants
        or one.names_writer_of(other)
        or other.names_writer_of(one)
    )


def _mandates_differ(one: Strand, other: Strand) -> bool:
    """Tell whether an agency recruits for another house here.

    Each of its threads names a client of which the other, or the house that writes, is silent.
    """
    if one.is_agency and other.is_agency:
        return bool(one.mandates and other.mandates) and not _names_any(one, other)
    agency, house = (one, other) if one.is_agency else (other, one)
    mandates = {m for m in agency.mandates if m.isascii()}  # a domain spells no other script
    if not (agency.is_agency and mandates and house.house_names):
        return False
    return not (
        any(n in agency.flat for n in house.house_names) or any(n in house.flat for n in mandates)
    )


def _names_any(one: Strand, other: Strand) -> bool:
    """Tell whether one agency's thread names a client of the other."""
    return any(n in other.flat for n in one.mandates) or any(n in one.flat for n in other.mandates)


def _are_two_openings(a: Sequence[Strand], b: Sequence[Strand]) -> bool:
    """Tell whether two groups of threads at one organisation began each by itself.

    Other people write in them, nobody names the others, and both begin with a job: who leads the
    one may know nothing of the other.
    """
    if not (any(s.opens for s in a) and any(s.opens for s in b)):
        return False
    if any(s.role_words for s in a) and any(s.role_words for s in b):
        return False  # either two roles, or one told by two people
    houses = frozenset[str]().union(*(s.writer_domains for s in a))
    if not any(houses & s.writer_domains for s in b):
        return False
    return not any(_know_people(one, other) for one, other in product(a, b))


def _related(strands: Sequence[Strand]) -> Iterator[tuple[Strand, Strand]]:
    """Yield the pairs that share anything a bond can rest on; the others need no look."""
    pairs: set[tuple[int, int]] = set()
    for numbers in _sharing(strands).values():
        pairs |= set(combinations(sorted(set(numbers)), 2))
    for a, b in _naming(strands):
        if a != b:
            pairs.add((min(a, b), max(a, b)))
    for a, b in sorted(pairs):
        if not _are_far(strands[a], strands[b], _FAR):
            yield strands[a], strands[b]


def _sharing(strands: Sequence[Strand]) -> dict[tuple[str, str], list[int]]:
    """Return the strands by what several may have in common."""
    shared: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, strand in enumerate(strands):
        for kind, values in (
            ("person", strand.participants | strand.platform_writers),
            ("domain", strand.domains),
            ("name", strand.writer_names),
            ("machine", strand.machine_companies | strand.machine_domains),
            ("vacancy", strand.codes),
        ):
            for value in values:
                shared[kind, value].append(number)
    return shared


def _naming(strands: Sequence[Strand]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of which one names the other: receipts, notices, agencies, founders at home."""
    names: dict[str, list[int]] = defaultdict(list)
    labels: dict[str, list[int]] = defaultdict(list)
    houses: dict[str, list[int]] = defaultdict(list)
    for number, strand in enumerate(strands):
        for name in strand.names_of_writers:
            names[name].append(number)
        for house in strand.house_names:
            houses[house].append(number)
        for label in strand.labels | strand.writer_labels:
            labels[label].append(number)
    others = [name for name in names if not name.isascii()]
    wanted = {_first_word(n) for s in strands if s.is_receipt for n in s.machine_names}
    speaking: dict[str, list[int]] = defaultdict(list)
    for number, strand in enumerate(strands):
        for word in wanted & strand.spoken:
            speaking[word].append(number)
    for number, strand in enumerate(strands):
        named: list[int] = []
        if strand.is_private or not strand.by_people:
            said = [w for w in strand.spoken if w in names] + [
                n for n in others if n in strand.flat
            ]
            named += [n for name in said for n in names[name]]
            named += [n for name in _houses_of(strand, houses) for n in houses[name]]
        if not strand.by_people and any(is_scheduler(m.sender.address) for m in strand.messages):
            named += [n for word in strand.spoken if word in names for n in names[word]]
        if strand.is_receipt or (strand.is_agency and strand.is_hiring):
            named += [n for label in _named_labels(strand, labels) for n in labels[label]]
        if strand.is_receipt:
            named += [n for name in strand.machine_names for n in speaking[_first_word(name)]]
        yield from ((number, n) for n in named)


def _first_word(name: str) -> str:
    return next(iter(re.findall(r"\w+", fold(name))), "")


def _named_labels(strand: Strand, labels: Iterable[str]) -> Iterator[str]:
    machine = [n for n in strand.named_by_machine if len(n) > 2]
    spoken = [n for text in strand.subjects for n in names_in(text)] if strand.is_agency else []
    for label in labels:
        if len(label) > 2 and (
            any(n in label or label in n for n in (*machine, *spoken)) or label in strand.flat
        ):
            yield label


def _tie(
    strands: Sequence[Strand], bonds: Sequence[tuple[int, float, Strand, Strand]]
) -> list[list[Strand]]:
    """Join along the bonds until nothing changes: hiring spreads from thread to thread."""
    group_of = {id(s): [s] for s in strands}
    changed = True
    while changed:
        changed = False
        for bond, _, one, other in bonds:
            a, b = group_of[id(one)], group_of[id(other)]
            if a is b or not _may_join(a, b, bond):
                continue
            a.extend(b)
            group_of.update((id(s), a) for s in b)
            changed = True
    unique = {id(g): g for g in group_of.values()}
    return list(unique.values())


def _may_join(a: Sequence[Strand], b: Sequence[Strand], bond: int) -> bool:
    if bond == _SAME_TALK:
        return True
    if not (is_process(a) or is_process(b) or _leans([*a, *b])):
        return False
    if any(_roles_differ(x, y) for x in _one_a_role(a).values() for y in _one_a_role(b).values()):
        return False
    if any(_mandates_differ(x, y) for x, y in product(a, b)):
        return False
    return bond == _SHARED or not _are_two_openings(a, b)


def _one_a_role(group: Sequence[Strand]) -> dict[frozenset[str], Strand]:
    return {s.role_words: s for s in group if s.role_words}


def is_process(group: Sequence[Strand]) -> bool:
    """Tell whether a group is one by what any thread, or all of one talk together, say."""
    if any(s.is_hiring and not s.is_passed_on for s in group):
        return True
    together = len(group) > 1 and sum(s.hiring for s in group) >= _ENOUGH and _is_talk(group)
    return together or _leaning(group) >= _SURELY


def _leans(group: Sequence[Strand]) -> bool:
    """Tell whether a talk may be about work: enough to answer a query that names it."""
    return _leaning(group) >= _LEANS


def _leaning(group: Sequence[Strand]) -> float:
    """Return how much a talk among people may be about work; 0 where it is none."""
    told = [s for s in group if s.by_people]
    found = frozenset[str]().union(*(s.work_words for s in group))
    if (
        not found
        or not told
        or any(s.hiring < 0 or s.is_passed_on for s in told)
        or not _is_personal(told)
    ):
        return 0.0
    points = 0.3 * min(len(found), 5) + sum(max(0.0, s.hiring) for s in group)
    points += _is_talk(group) and not any(s.is_talk for s in group)
    points += 0.5 * any(s.has_founder for s in told)
    return points + 0.5 * any(map(_has_invitation, group))


def _is_personal(group: Sequence[Strand]) -> bool:
    """Tell whether people wrote to the user, and the user answered or was written to alone."""
    return _is_talk(group) or any(
        len(m.recipients) <= 3 and not m.header("List-Id") for s in group for m in s.by_people
    )


def _is_talk(group: Sequence[Strand]) -> bool:
    return any(s.by_people for s in group) and any(s.of_kind(AnswerKind.OWN) for s in group)


_SAME_TALK, _SHARED, _NAMED, _PROBABLE = 4, 3, 2, 1
_ENOUGH = 1.5
_LEANS, _SURELY = 1.2, 2.0
_CLOSE = timedelta(days=45)


def _bond(one: Strand, other: Strand, alone: frozenset[str]) -> int:
    """Return how surely two threads belong together; 0 where nothing says so.

    `alone` are the organisations with which there is one process at the most.
    """
    if _is_same_talk(one, other):
        return _SAME_TALK
    if one.platform_writers & other.platform_writers:
        return _SHARED
    shared = one.participants & other.participants
    if shared and shared <= one.introducers | other.introducers:
        return 0
    if shared and _share_people(one, other, shared):
        return _SHARED
    if shared & alone and _may_be_one(one, other, is_shared=True):
        return 0 if _are_far(one, other, _CLOSE) else _SHARED
    if _is_one_writer(one, other, alone):
        return _SHARED
    domains = one.domains & other.domains
    if one.codes & other.codes:
        return _NAMED
    if domains and not shared and _name_each_other(one, other):
        return _NAMED
    if domains & alone and _may_be_one(one, other, is_shared=bool(shared)):
        return 0 if _are_far(one, other, _CLOSE) else _PROBABLE
    if domains or shared:
        return 0
    is_receipt = _is_receipt_of(one, other) or _is_receipt_of(other, one)
    is_receipt = is_receipt or _are_receipts(one, other)
    is_notice = _is_notice_of(one, other) or _is_notice_of(other, one)
    is_named = is_receipt or is_notice or _agency_names(one, other) or _know_each_other(one, other)
    return _NAMED if is_named else 0


def _may_be_one(one: Strand, other: Strand, *, is_shared: bool) -> bool:
    """Tell whether two threads with the one organisation may be of its one process.

    What its people write to the user by hand may be, even where it speaks of no work at all.
    """
    about_work = (one.is_about_work, other.is_about_work)
    if is_shared:
        return any(about_work)
    return all(s.is_about_work or s.is_personal for s in (one, other)) and any(about_work)


def _is_one_writer(one: Strand, other: Strand, alone: frozenset[str]) -> bool:
    """Tell whether somebody writes in both, from work and from home.

    One of the addresses stands for no organisation with which there is another process.
    """
    if not one.writer_names & other.writer_names:
        return False
    for a, b in product(one.by_people, other.by_people):
        names = clean_name(a.sender.name), clean_name(b.sender.name)
        if a.sender.folded != b.sender.folded and is_same_name(*names):
            at_work = [m for m in (a, b) if belongs_to_company(m.sender)]
            is_clear = len(at_work) > 1 or (
                at_work and fold(names[0]) == fold(names[1]) and _may_be_of_work(one, other)
            )
            if is_clear and {org_domain(m.sender.address) for m in at_work} <= alone:
                return not _roles_differ(one, other)
    return False


def _may_be_of_work(one: Strand, other: Strand) -> bool:
    """Tell whether a talk from home is no mere namesake's: it speaks of work, or names the house."""
    home, work = (one, other) if one.is_private else (other, one)
    named = any(_is_spoken(name, home) for name in work.house_names)
    return home.is_about_work or named or home.names_writer_of(work) or bool(home.work_words)


def _is_notice_of(notice: Strand, talk: Strand) -> bool:
    """Tell whether a scheduler's mail is about an interview with people of that talk."""
    is_scheduled = any(is_scheduler(m.sender.address) for m in notice.messages)
    is_theirs = _has_invitation(notice) and notice.participants <= talk.participants
    is_notice = (is_theirs or is_scheduled) and not notice.by_people
    return is_notice and talk.is_about_work and notice.names_in_full(talk)


def _know_each_other(one: Strand, other: Strand) -> bool:
    """Tell whether two talks name each other's writers: a founder at home, and the office."""
    if not (one.is_private or other.is_private):
        return False
    if one.names_writer_of(other) and other.names_writer_of(one):
        return True
    if _leads_and_names(one, other) or _leads_and_names(other, one):
        return True
    return _founded(one, other) or _founded(other, one)


def _leads_and_names(private: Strand, house: Strand) -> bool:
    """Tell whether who leads writes from home and names somebody of the house."""
    leads = private.is_private and (private.has_founder or private.has_own_team)
    return leads and not house.is_private and private.names_writer_of(house)


def _founded(private: Strand, house: Strand) -> bool:
    """Tell whether somebody who writes from home has founded the company of the other talk."""
    if house.is_private or not (private.is_private and house.house_names):
        return False
    return bool(_houses_of(private, house.house_names))


def _houses_of(private: Strand, houses: Iterable[str]) -> list[str]:
    """Return which companies somebody who writes from home has founded, or bears in the address."""
    locals_ = {squash(m.sender.local_part) for m in private.by_people}
    return [
        name
        for name in houses
        if (private.has_founder and _is_spoken(name, private))
        or (len(name) > 4 and any(name in local for local in locals_))
    ]


def _is_spoken(name: str, strand: Strand) -> bool:
    """Tell whether a squashed name stands in a thread, in one word or several."""
    return name in strand.spoken or (len(name) > 7 and name in strand.flat)


def _has_invitation(strand: Strand) -> bool:
    return bool(strand.of_kind(AnswerKind.INVITATION))


def _are_far(one: Strand, other: Strand, most: timedelta) -> bool:
    return max(one.first_at, other.first_at) - min(one.last_at, other.last_at) > most


def _is_same_talk(one: Strand, other: Strand) -> bool:
    """Join a talk whose References are lost: same subject, a reply prefix, the same people."""
    subjects = {s for s in set(one.subjects) & set(other.subjects) if len(squash(s)) > 6}
    if not subjects:
        return False
    if _is_platforms(one) and _is_platforms(other):
        return True
    is_reply = any(is_reply_subject(m.subject) for m in (*one.messages, *other.messages))
    broken = any(not m.references and not m.in_reply_to for m in (*one.messages, *other.messages))
    return bool(is_reply and broken and one.participants & other.participants)


def _is_platforms(strand: Strand) -> bool:
    return bool(strand.of_kind(AnswerKind.PLATFORM)) and strand.is_hiring


def _roles_differ(one: Strand, other: Strand) -> bool:
    if one.codes and other.codes:
        return not one.codes & other.codes and bool(one.domains & other.domains)
    a, b = one.role_words, other.role_words
    return bool(a and b) and not (_covers(a, b) or _covers(b, a))


def _covers(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether all words of one stand in the other: `postdoc` in `postdoctoral fellow`."""
    return all(any(w == v or _is_stem(w, v) for v in other) for w in one)


def _is_stem(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) > 4 and long.startswith(short)


def _share_people(one: Strand, other: Strand, shared: frozenset[str]) -> bool:
    if one.domains & other.domains and not (one.is_agency and other.is_agency):
        return True
    if any(is_freemail(a) for a in shared) and not (one.is_agency or other.is_agency):
        return True
    employers = (one.domains | other.domains) - (one.writer_domains & other.writer_domains)
    if employers and not (one.is_agency and other.is_agency):
        return True
    return _same_client(one, other)


def _same_client(one: Strand, other: Strand) -> bool:
    """Tell whether two talks with one agency are about one client: a rare name in both."""
    names = {n for s in (one, other) for text in s.subjects for n in names_in(text)}
    own = {squash(d.partition(".")[0]) for d in one.domains | other.domains}
    return any(
        name in one.flat and name in other.flat
        for name in names
        if not any(name in label or label in name for label in own)
    )


def _name_each_other(one: Strand, other: Strand) -> bool:
    """Tell whether two talks at one company name one of each other's people, or the same role."""
    if squash(one.role) and squash(one.role) == squash(other.role):
        return True
    if not (one.by_people or _has_invitation(one)) or not (
        other.by_people or _has_invitation(other)
    ):
        return bool(one.is_hiring and other.is_hiring)
    return one.names_writer_of(other) or other.names_writer_of(one)


def _is_receipt_of(receipt: Strand, talk: Strand) -> bool:
    """Tell whether a hiring system's mail belongs to a talk with people of that company."""
    if not (receipt.is_receipt and talk.is_hiring):
        return False
    is_named = any(
        len(n) > 2 and len(label) > 2 and (n in label or label in n)
        for n in receipt.named_by_machine
        for label in talk.labels
    )
    by_system = any(is_hiring_system(m.sender.address) for m in talk.by_people)
    leads = talk.has_founder or talk.has_own_team or talk.role
    is_friends = not (talk.writer_domains or by_system or leads)
    relay_named = not is_friends and any(
        len(n) > 3 and n in talk.flat for n in receipt.machine_companies
    )
    return is_named or (relay_named and not _roles_differ(receipt, talk))


def _are_receipts(one: Strand, other: Strand) -> bool:
    """Tell whether machines tell of one application in two threads."""
    machines = not (one.by_people or other.by_people) and one.is_hiring and other.is_hiring
    return machines and bool(
        one.machine_companies & other.machine_companies
        or one.machine_domains & other.machine_domains
    )


def _agency_names(one: Strand, other: Strand) -> bool:
    """Tell whether an agency's talk names the company of the other talk."""
    for agency, talk in ((one, other), (other, one)):
        if agency.is_agency and not talk.is_agency and agency.is_hiring:
            for domain in talk.writer_domains - agency.domains:
                label = squash(domain.partition(".")[0])
                if len(label) > 4 and (label in agency.flat or _label_words(label, agency)):
                    return True
    return False


def _label_words(label: str, agency: Strand) -> bool:
    return any(
        len(n) > 5 and (n in label or label in n) for s in agency.subjects for n in names_in(s)
    )
