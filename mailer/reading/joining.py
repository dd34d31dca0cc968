"""Which threads are one process: bonds between them, the surest tied first; doubt splits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product

from mailer.reading.answers import AnswerKind
from mailer.reading.bonds import (
    NUMBERED,
    SAME_TALK,
    bond_of,
    has_invitation,
    recruits_for,
)
from mailer.reading.callings import names_in, spellings
from mailer.reading.company import fold, squash
from mailer.reading.elsewhere import houses_of
from mailer.reading.mandates import pairs_of_one_post, read_mandates
from mailer.reading.namings import Namings, read_namings
from mailer.reading.pair_facts import are_two_processes, expect_one
from mailer.reading.parting import (
    are_far_apart,
    are_two_bosses,
    clients_differ,
    one_role_keys,
)
from mailer.reading.roles import roles_differ
from mailer.reading.senders import is_scheduler, org_domain
from mailer.reading.strands import Strand

_ENOUGH = 1.5
_LEANS, _SURELY = 1.2, 2.0
_LIKELY = 1.0
"""From these log-odds on the words of a first mail make a talk one that may be about work."""


def join_strands(
    strands: Sequence[Strand], fits: Callable[[Strand], bool] | None = None
) -> list[list[Strand]]:
    """Return groups of strands that are one process; strands that are none are left out.

    With `fits`, those that nothing connects with a strand that fits are left out too: they have
    no say in what is joined with it.

    The surest bonds are tied first. A group keeps to one role: what would join two roles joins
    neither. Threads that do not speak of hiring belong to a process only through one that does,
    or where together they may be about work.
    """
    usable = _of_any_process(
        [s for s in strands if s.is_by_hand or (s.is_about_work and not s.by_people)]
    )
    _introduce(usable)
    namings = read_namings(strands)
    of_one_post = pairs_of_one_post(usable)
    naming = {(id(usable[a]), id(usable[b])) for a, b in _naming(usable)} | namings.told.keys()
    if fits is not None:
        usable = _connected(usable, [*naming, *of_one_post], fits)
    alone = one_role_keys(usable)
    mandates = read_mandates(usable, alone, namings, of_one_post)
    for a, b in _places(usable, mandates.alike):
        expect_one(usable[a], usable[b])
    bonds = sorted(
        (
            (bond, _likeness(one, other, namings), _nearness(one, other), one, other)
            for one, other in _related(usable, [*naming, *mandates.alike])
            if not mandates.part(one, other)
            and (
                bond := max(
                    bond_of(one, other, alone) or mandates.bond(one, other),
                    namings.bond(one, other),
                )
            )
        ),
        key=lambda b: b[:3],
        reverse=True,
    )
    return [g for g in _tie(usable, bonds) if is_process(g) or _leans(g)]


def _of_any_process(strands: Sequence[Strand]) -> list[Strand]:
    """Return the strands but those of no process, unless who writes in one is known from elsewhere.

    They write in one of a process too, or there their address is told, or they are a guest, or who
    recruits for their house names them; of who writes from home the whole name is told.
    """
    hiring = [s for s in strands if s.is_hiring and not s.is_of_none]
    known = {a for s in hiring for a in s.writers | s.told_addresses | s.guests}
    by_house: dict[str, list[Strand]] = defaultdict(list)
    for strand in hiring:
        for domain in strand.writer_domains if strand.has_recruiter else ():
            by_house[domain].append(strand)

    def is_known(strand: Strand) -> bool:
        if strand.writers & known:
            return True
        if not strand.writer_domains:
            return any(h.names_in_full(strand) for h in hiring)
        return any(h.names_writer_of(strand) for d in strand.writer_domains for h in by_house[d])

    return [s for s in strands if not s.is_of_none or is_known(s)]


def _likeness(one: Strand, other: Strand, namings: Namings) -> int:
    """Return what besides its bond speaks for a pair: words of the subjects, who is named."""
    return bool(one.subject_words & other.subject_words) + namings.strength(one, other)


def _nearness(one: Strand, other: Strand) -> float:
    """Return how near in time two threads end; 0 is nearest."""
    return -abs((one.last_at - other.last_at).total_seconds())


def _introduce(strands: Sequence[Strand]) -> None:
    """Tell each strand who else writes from the houses of its writers, and whether they recruit."""
    names: dict[str, set[str]] = defaultdict(set)
    for strand in strands:
        for domain in strand.writer_domains:
            names[domain] |= strand.names_of_writers
    recruiting = {d for s in strands if s.has_recruiter and s.opens for d in s.writer_domains}
    for strand in strands:
        strand.is_claimed = not names.keys().isdisjoint(strand.machine_domains)
        strand.owners = frozenset(
            d
            for d in (names if strand.machine_companies else ())
            if squash(d.partition(".")[0]) in strand.machine_companies
        )
        strand.colleagues = frozenset(n for d in strand.writer_domains for n in names[d])
        strand.has_own_recruiter = bool(strand.writer_domains & recruiting)


def _connected(
    strands: Sequence[Strand],
    naming: Iterable[Iterable[int]],
    fits: Callable[[Strand], bool],
) -> list[Strand]:
    """Return the strands to which anything leads from one that fits, over however many others.

    All is followed on which a bond can rest, or the count of the roles at one organisation; so
    whatever is asked of those that are returned, the others do not change the answer.
    """
    circles = [*_sharing(strands).values(), *_by_organisation(strands).values()]
    circles += _places(strands, naming)
    around: dict[int, list[list[int]]] = defaultdict(list)
    for circle in circles:
        for number in circle:
            around[number].append(circle)
    found = {n for n, strand in enumerate(strands) if fits(strand)}
    reached = list(found)
    while reached:
        for circle in around[reached.pop()]:
            reached += set(circle) - found
            found |= set(circle)
            circle.clear()  # is followed once
    return [strands[n] for n in sorted(found)]


def _by_organisation(strands: Sequence[Strand]) -> dict[str, list[int]]:
    """Return the strands by the organisations and people whose roles are counted."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, strand in enumerate(strands):
        wrote_from = {org_domain(m.sender.address) for m in strand.by_people}
        people = strand.participants | strand.writers
        for key in people | strand.domains | strand.writer_domains | wrote_from:
            found[key].append(number)
    return found


def _places(strands: Sequence[Strand], pairs: Iterable[Iterable[int]]) -> list[list[int]]:
    """Return the places of the pairs, told by `id`, of which both are here."""
    places = {id(s): n for n, s in enumerate(strands)}
    found = ([places[i] for i in pair if i in places] for pair in pairs)
    return [pair for pair in found if len(pair) == 2]


def _related(
    strands: Sequence[Strand], naming: Iterable[Iterable[int]]
) -> Iterator[tuple[Strand, Strand]]:
    """Yield the pairs that share anything a bond can rest on; the others need no look."""
    pairs: set[tuple[int, int]] = set()
    for numbers in _sharing(strands).values():
        pairs |= set(combinations(sorted(set(numbers)), 2))
    for a, b in _places(strands, naming):
        if a != b:
            pairs.add((min(a, b), max(a, b)))
    for a, b in sorted(pairs):
        if not are_far_apart(strands[a], strands[b]):
            yield strands[a], strands[b]


def _sharing(strands: Sequence[Strand]) -> dict[tuple[str, str], list[int]]:
    """Return the strands by what several may have in common."""
    shared: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, strand in enumerate(strands):
        for kind, values in (
            ("person", strand.participants | strand.platform_writers | strand.told_addresses),
            ("domain", strand.domains),
            ("name", strand.writer_names),
            ("people", [f"{g} {f}" for g, f in strand.full_names | strand.guest_names]),
            ("writer", {squash(f"{g}{f}") for g, f in strand.names_full} | strand.platform_names),
            ("machine", strand.machine_companies | strand.machine_domains),
            ("vacancy", strand.codes),
            ("event", strand.events | strand.platform_talks),
            ("house", strand.relay_houses | strand.house_names),
            ("notice", strand.subjects if strand.is_platforms else ()),
        ):
            for value in values:
                shared[kind, value].append(number)
    return shared


def _naming(strands: Sequence[Strand]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of which one names the other: receipts, notices, agencies, founders at home."""
    names: dict[str, list[int]] = defaultdict(list)
    labels: dict[str, list[int]] = defaultdict(list)
    houses: dict[str, list[int]] = defaultdict(list)
    initials: dict[str, list[int]] = defaultdict(list)
    families: dict[str, list[int]] = defaultdict(list)
    for number, strand in enumerate(strands):
        for name in strand.writer_names:
            families[name].append(number)
        for letters in strand.initials:
            initials[letters].append(number)
        for name in strand.names_of_writers:
            names[name].append(number)
        for house in strand.house_names | strand.spoken_houses:
            houses[house].append(number)
        for label in {n for s in strand.labels | strand.writer_labels for n in spellings(s)}:
            labels[label].append(number)
    others = [name for name in names if not name.isascii()]
    wanted = {_first_word(n) for s in strands if s.is_receipt for n in s.machine_names}
    speaking: dict[str, list[int]] = defaultdict(list)
    for number, strand in enumerate(strands):
        for word in wanted & strand.spoken:
            speaking[word].append(number)
    agents_of: dict[str, list[int]] = defaultdict(list)
    for number, strand in enumerate(strands):
        for name in strand.writer_names if strand.is_agency else ():
            agents_of[name].append(number)
    offices = [n for n, s in enumerate(strands) if s.is_talk and not s.by_hand]
    for number, strand in enumerate(strands):
        named: list[int] = []
        if strand.is_private or strand.says_moved or not strand.by_people:
            said = [w for w in strand.spoken if w in names] + [
                n for n in others if n in strand.flat
            ]
            named += [n for name in said for n in names[name]]
            named += [n for name in houses_of(strand, houses) for n in houses[name]]
        named += [n for name in strand.spoken & families.keys() for n in families[name]]
        if strand.says_moved:
            own = strand.names_of_writers | strand.initials | strand.address_words
            named += [n for name in own for n in (*names[name], *initials[name])]
            named += [n for n in offices if strand.local_names & strands[n].spoken]
        for name in strand.east_homes:
            named += [n for h in houses if h.startswith(name) for n in houses[h]]
        if strand.says_where_from:
            named += [n for h in houses if len(h) > 4 and h in strand.flat for n in houses[h]]
        if not strand.by_people and any(is_scheduler(m.sender.address) for m in strand.messages):
            named += [n for word in strand.spoken if word in names for n in names[word]]
        for _, family in strand.inviters:
            named += [n for n, other in enumerate(strands) if family in other.spoken]
        if strand.has_recruiter:
            told = {n for name in strand.spoken if name in names for n in names[name]}
            told |= {n for h in houses if len(h) > 7 and h in strand.flat for n in houses[h]}
            told |= {n for name in others if name in strand.flat for n in names[name]}
            named += [n for n in told if strands[n].is_private or recruits_for(strand, strands[n])]
        if strand.is_agency:
            named += [n for name in others if name in strand.flat for n in names[name]]
        agents = {n for name in strand.spoken & agents_of.keys() for n in agents_of[name]}
        named += [n for n in agents if strand.names_in_full(strands[n])]
        if strand.is_receipt or (strand.is_agency and strand.is_hiring):
            named += [n for label in _named_labels(strand, labels) for n in labels[label]]
        if strand.is_receipt:
            named += [n for name in strand.machine_names for n in speaking[_first_word(name)]]
        yield from ((number, n) for n in named)


def _first_word(name: str) -> str:
    return next(iter(re.findall(r"\w+", fold(name))), "")


def _named_labels(strand: Strand, labels: Iterable[str]) -> list[str]:
    machine = [n for n in strand.named_by_machine if len(n) > 2]
    spoken = [n for text in strand.subjects for n in names_in(text)] if strand.is_agency else []
    longer = [label for label in labels if len(label) > 2]
    every, said = "\n".join(longer), "\n".join((*machine, *spoken, strand.flat))
    within = [n for n in (*machine, *spoken) if n in every]  # few are: that is asked once for all
    found = [label for label in longer if label in said]
    return found + [label for name in within for label in longer if name in label]


def _tie(
    strands: Sequence[Strand], bonds: Sequence[tuple[int, int, float, Strand, Strand]]
) -> list[list[Strand]]:
    """Join along the bonds until nothing changes: hiring spreads from thread to thread."""
    group_of = {id(s): [s] for s in strands}
    changed = True
    while changed:
        changed = False
        for bond, _, _, one, other in bonds:
            a, b = group_of[id(one)], group_of[id(other)]
            if a is b or not _may_join(a, b, bond):
                continue
            a.extend(b)
            group_of.update((id(s), a) for s in b)
            changed = True
    unique = {id(g): g for g in group_of.values()}
    return list(unique.values())


def _may_join(a: Sequence[Strand], b: Sequence[Strand], bond: int) -> bool:
    if bond == SAME_TALK:
        return True
    if not (is_process(a) or is_process(b) or _leans([*a, *b])):
        return False
    if any(roles_differ(x, y) for x in _one_a_role(a).values() for y in _one_a_role(b).values()):
        return False
    if clients_differ(a, b):
        return False
    if any(x.is_apart_from(y) or are_two_processes(x, y) for x, y in product(a, b)):
        return False
    return bond >= NUMBERED or not are_two_bosses(a, b)


def _one_a_role(group: Sequence[Strand]) -> dict[frozenset[str], Strand]:
    return {s.role_words | s.codes: s for s in group if s.role_words or s.codes}


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
    is_likely = any(s.of_process > _LIKELY for s in told)
    if (
        not (found or is_likely)
        or not told
        or any(s.hiring < 0 or s.is_passed_on for s in told)
        or not _is_personal(told)
    ):
        return 0.0
    points = 0.3 * min(len(found), 5) + sum(max(0.0, s.hiring) for s in group) + 0.5 * is_likely
    points += _is_talk(group) and not any(s.is_talk for s in group)
    points += 0.5 * any(s.has_founder for s in told)
    is_heard = _is_talk(group) or sum(len(s.by_people) for s in told) > 1
    points += 1.0 * (is_heard and any(s.is_agency for s in told))
    return points + 0.5 * any(map(has_invitation, group))


def _is_personal(group: Sequence[Strand]) -> bool:
    """Tell whether people wrote to the user, and the user answered or was written to alone."""
    return _is_talk(group) or any(
        len(m.recipients) <= 3 and not m.header("List-Id") for s in group for m in s.by_people
    )


def _is_talk(group: Sequence[Strand]) -> bool:
    return any(s.by_people for s in group) and any(s.of_kind(AnswerKind.OWN) for s in group)
