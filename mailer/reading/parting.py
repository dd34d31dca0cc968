"""What tells two processes apart: roles, vacancies' numbers, clients, talks that know nothing of each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import combinations, product

from mailer.reading import people_words
from mailer.reading.answers import AnswerKind
from mailer.reading.pair_facts import are_two_processes
from mailer.reading.roles import covers, roles_differ
from mailer.reading.strands import Strand
from mailer.subjects import is_reply_subject


def one_role_keys(strands: Sequence[Strand]) -> frozenset[str]:
    """Return the organisations with which the user talks about one role at the most.

    An agency's clients count as its roles do; where it has several, its consultants count each,
    by their address. Who applies to one house under two addresses keeps two processes apart by
    them: there each address counts with the house.
    """
    found: dict[str, list[Strand]] = defaultdict(list)
    by_alias: dict[str, list[Strand]] = defaultdict(list)
    for strand in strands:
        writers = strand.writers if strand.is_agency else frozenset[str]()
        told = [strand] if strand.is_about_work or strand.is_agency else []
        for key in {*strand.domains, *writers}:
            found[key] += told
        for key in strand.alias_keys:
            by_alias[key] += told
    alone = {key for key, group in found.items() if _is_one_role(_still_open(group))}
    apart = _kept_apart(by_alias)
    return frozenset(alone | {k for k in apart if not _differ(by_alias[k])})


def _kept_apart(by_alias: dict[str, list[Strand]]) -> set[str]:
    """Return the keys of houses at which talks were opened under several addresses of the user's."""
    opened: dict[str, set[str]] = defaultdict(set)
    for key, strands in by_alias.items():
        if any(s.opens or s.has_recruiter for s in strands):
            opened[key.partition(" ")[0]].add(key)
    return {key for keys in opened.values() if len(keys) > 1 for key in keys}


def _still_open(strands: list[Strand]) -> list[Strand]:
    """Leave out the talks of an agency that ended before another one of theirs began."""
    newest = max((s.first_at for s in strands), default=None)
    return [
        s for s in strands if not (s.is_agency and s.ended_at and newest and s.ended_at < newest)
    ]


def _differ(strands: Sequence[Strand]) -> bool:
    """Tell whether two of them are about two roles or clients, or said to be apart."""
    pairs = list(combinations(strands, 2))
    if any(roles_differ(a, b) for a, b in pairs if not are_far_apart(a, b)):
        return True
    return any(
        mandates_differ(a, b) or a.is_apart_from(b) or are_two_processes(a, b) for a, b in pairs
    )


def _is_one_role(strands: Sequence[Strand]) -> bool:
    """Tell whether nothing says that these threads with one organisation are two processes."""
    if _differ(strands):
        return False
    circles: list[list[Strand]] = []
    for strand in strands:
        near = [c for c in circles if any(_know_people(strand, s) for s in c)]
        circles = [c for c in circles if c not in near] + [[strand, *(s for c in near for s in c)]]
    return not any(_are_two_openings(a, b) for a, b in combinations(circles, 2))


def are_far_apart(one: Strand, other: Strand, most: timedelta | None = None) -> bool:
    """Tell whether more than `most` lies between the end of one thread and the start of the other.

    People of one house whom both know may be silent for longer than strangers.
    """
    if most is None:
        known = one.participants & other.participants and one.domains & other.domains
        most = timedelta(days=100 if known else 75)
    return max(one.first_at, other.first_at) - min(one.last_at, other.last_at) > most


def _know_people(one: Strand, other: Strand) -> bool:
    """Tell whether two threads share people, or one names the people of the other."""
    return bool(
        one.participants & other.participants
        or one.names_writer_of(other)
        or other.names_writer_of(one)
    )


def mandates_differ(one: Strand, other: Strand) -> bool:
    """Tell whether an agency recruits for another house here.

    Each of its threads names a client of which the other, or the house that writes, is silent.
    """
    if one.is_agency and other.is_agency:
        if one.clients and other.clients:
            return not any(a in b or b in a for a in one.clients for b in other.clients)
        if one.mandates and other.mandates:
            return not _names_any(one, other)
        return _are_two_offers(one, other)
    agency, house = (one, other) if one.is_agency else (other, one)
    if agency.guests & house.writers:
        return False  # a guest of the client's whom the agency itself invites
    east = _EAST_HOUSE.search(house.flat)
    mandates = {_bare_name(m) for m in agency.mandates if m.isascii() or east}
    if not (agency.is_agency and mandates and house.house_names) or house.says_moved:
        return False
    if names_label(agency, house.house_names) or _says_label(agency, house.house_names):
        return False
    named = {w for w in house.first_words if len(w) > 4} & agency.spoken
    if agency.first_at < house.first_at:  # who is told to write does
        families = {family for _, family in house.names_full if len(family) > 4}
        named |= families & (agency.spoken - agency.names_of_writers)
    subject = agency.subject_words - agency.role_words
    if named or any(w in n for w in subject for n in house.house_names):
        return False  # `Villa Armonia`, armoniacliniche
    return not (
        any(n in agency.flat for n in house.house_names) or any(n in house.flat for n in mandates)
    )


_EAST_HOUSE = re.compile("株式会社|有限公司|有限会社|集团")
"""Where a house writes its name in its own script: a domain alone spells no other than Latin."""


def _bare_name(mandate: str) -> str:
    return re.sub("様?の.*|様.*", "", _EAST_HOUSE.sub("", mandate)) or mandate


def _are_two_offers(one: Strand, other: Strand) -> bool:
    """Tell whether a consultant begins anew with another job, and nothing says that it is the same."""
    if not (one.opens and other.opens):
        return False
    if one.by_people[0].sender.folded != other.by_people[0].sender.folded:
        return False  # a colleague may take the talk over
    if one.continues_subject_of(other):
        return False
    newer = max(one, other, key=lambda s: s.first_at)
    first = newer.messages[0]
    is_begun = newer.kinds[first.key] is AnswerKind.PERSON and not first.in_reply_to
    if not is_begun or is_reply_subject(first.subject) or one.codes & other.codes:
        return False
    if east_names(one) & east_names(other):
        return False
    roles = one.role_words, other.role_words
    if all(roles) and (covers(*roles) or covers(*reversed(roles))):
        return False
    return not _names_any(one, other)


def east_names(strand: Strand) -> set[str]:
    """Return what may be names in subjects of a script without spaces."""
    parts = (p for text in strand.subjects for p in _EAST.findall(_GENERIC_EAST.sub(" ", text)))
    return {p for p in parts if len(p) > 2}


_EAST = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]+")
_GENERIC_EAST = re.compile(
    r"株式会社|有限会社|合同会社|有限公司|様|御中|候補|の件|について|ご案内|内定|面接|面談|選考|求人|応募|日程|職位|职位|岗位|面试|录用|推荐|邀请|确认|の"
)


def clients_differ(a: Sequence[Strand], b: Sequence[Strand]) -> bool:
    """Tell whether an agency in one group recruits for another house than all talks of one in the other.

    What one talk of a house leaves unsaid another may tell.
    """
    for agencies, others in ((a, b), (b, a)):
        invited = frozenset[str]().union(*(s.guests for s in agencies if s.is_agency))
        for agency in (s for s in agencies if s.is_agency):
            houses: dict[frozenset[str], list[Strand]] = defaultdict(list)
            for other in others:
                if not other.writers & invited:
                    houses[other.writer_domains].append(other)
            if any(all(mandates_differ(agency, s) for s in talks) for talks in houses.values()):
                return True
    return False


def names_label(agency: Strand, labels: Iterable[str]) -> bool:
    """Tell whether a house's label is made of the words of a client: `carrickbank`, Bank of Carrick."""
    told = [w for w in agency.mandate_words if sum(map(len, w)) > 7]
    return any(all(word in label for word in w) for w in told for label in labels)


def _says_label(agency: Strand, labels: Iterable[str]) -> bool:
    """Tell whether an agency says a name that a house's label holds: Anáhuac, `grupoanahuac`."""
    own = {name for label in agency.writer_labels for name in (label, *agency.house_names)}
    return any(
        len(word) > 5 and word in label and not any(word in n for n in own)
        for word in agency.capitals
        for label in labels
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
    pairs = list(product(a, b))
    if any(_hires_for(one, other) or _hires_for(other, one) for one, other in pairs):
        return False
    return not any(_know_people(one, other) for one, other in pairs)


def _hires_for(recruiter: Strand, boss: Strand) -> bool:
    """Tell whether who recruits speaks of the very department that a boss's signature names.

    Or seeks somebody for it: an `Audit Senior Manager` for the `Head of Audit`. Names have cases
    in Polish: the beginnings of the words are compared.
    """
    if not recruiter.has_recruiter or boss.has_recruiter:
        return False
    heads = (people_words.MANAGER_TITLE.sub(" ", x) for x in boss.signed.splitlines() if people_words.MANAGER_TITLE.search(x))  # fmt: skip
    told = {w[:5] for w in re.findall(r"\w{5,}", recruiter.told)}
    led = [{w[:5] for w in re.findall(r"\w{5,}", line)} for line in heads]
    sought = {w[:5] for w in recruiter.role_words if not people_words.MANAGER_TITLE.search(w)}
    return any((len(stems) > 1 and stems <= told) or stems & sought for stems in led)


def are_two_bosses(a: Sequence[Strand], b: Sequence[Strand]) -> bool:
    """Tell whether somebody leads in each group, one of them from home, and neither names the other.

    The boss at home may only name somebody like the other's recruiter: `you, me and Inês`.
    """
    leading = [[s for s in g if s.by_hand and (s.claims_lead or s.has_founder)] for g in (a, b)]
    home, house = leading if any(s.is_private for s in leading[0]) else reversed(leading)
    return (
        any(s.is_private and not s.says_moved for s in home)
        and bool(house)
        and not any(s.is_private for s in house)
        and not any(
            one.names_writer_of(other) or other.names_writer_of(one)
            for one, other in product(home, house)
        )
    )
