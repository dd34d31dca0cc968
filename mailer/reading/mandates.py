"""Which talks of one recruiter are about which client, where they recruit for several."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from mailer.letters import spelled
from mailer.reading import words
from mailer.reading.answers import AnswerKind
from mailer.reading.bonds import NAMED
from mailer.reading.company import fold, squash
from mailer.reading.days import is_calendar_word
from mailer.reading.names import is_inflected
from mailer.reading.namings import Namings
from mailer.reading.parting import names_label
from mailer.reading.quotes import said_in
from mailer.reading.strands import Strand
from mailer.subjects import base_subject

_WITHIN = re.compile(spelled(r"(?<=[\w,;:&(\"] )[\pU][\w'’-]{3,}|\b[\pU]{3,}\b"))
"""What may be a name within a sentence: a client, a place, who works there."""
_CAPITAL = re.compile(spelled(r"\b[\pU][\w'’-]{2,}"))
"""The same at the beginning of one too."""


@dataclass(frozen=True, slots=True)
class Mandates:
    """What agencies with several clients say of whom."""

    named: dict[int, set[int]]
    """For a talk with a house: the agency's threads that name it, or who writes there."""
    busy: frozenset[str]
    """The addresses of those who recruit for several clients here."""
    alike: frozenset[frozenset[int]]
    """The pairs of their threads that share a name which stands in no other client's thread.

    And of a house's talks of which one tells the role, the other its words and no other role's.
    """

    def part(self, one: Strand, other: Strand) -> bool:
        """Tell whether an agency's thread is about another client than this house's."""
        return self._is_anothers(one, other) or self._is_anothers(other, one)

    def bond(self, one: Strand, other: Strand) -> int:
        """Return the bond of two threads that share a name which is one client's."""
        return NAMED if frozenset((id(one), id(other))) in self.alike else 0

    def _is_anothers(self, agency: Strand, house: Strand) -> bool:
        named = self.named.get(id(house), set())
        is_one_of_several = agency.opens or bool(agency.writers & self.busy)
        return bool(named) and agency.is_agency and is_one_of_several and id(agency) not in named


def read_mandates(
    strands: Sequence[Strand],
    alone: frozenset[str],
    namings: Namings,
    of_one_post: frozenset[frozenset[int]],
) -> Mandates:
    """Return what the agencies' threads say; `alone` are those with one process at the most."""
    theirs: dict[str, list[Strand]] = defaultdict(list)
    for strand in strands:
        if strand.is_agency:
            for address in strand.writers:
                theirs[address].append(strand)
    busy = frozenset(a for a in theirs if a not in alone)
    named = {}
    for house in strands:
        if house.is_agency:
            continue
        talks = [s for a in house.participants | busy for s in theirs[a]]
        found = {id(s) for s in talks if _names(s, house) or namings.by_family(s, house)}
        if found:
            named[id(house)] = found
    alike = {frozenset(pair) for address in busy for pair in _alike(theirs[address])}
    alike |= {frozenset(pair) for pair in _by_role(strands, alone)}
    return Mandates(named, busy, frozenset(alike) | of_one_post)


def _by_role(strands: Sequence[Strand], alone: frozenset[str]) -> list[tuple[int, int]]:
    """Return the pairs at houses with several roles: who tells the role, and who speaks of it."""
    told: dict[str, list[Strand]] = defaultdict(list)
    for strand in strands:
        for domain in strand.writer_domains - alone if not strand.is_agency else ():
            told[domain].append(strand)
    return [
        (id(talk), id(best))
        for talks in told.values()
        for talk in talks
        if not talk.role_words and (best := _spoken_of(talk, [s for s in talks if _post_of(s)]))
    ]


def pairs_of_one_post(strands: Sequence[Strand]) -> frozenset[frozenset[int]]:
    """Return the pairs of who leads from elsewhere and the one opening whose post they speak of.

    `The Gesamtleitung reports to me`, from home: a long word that no other opening has.
    """
    rare = {id(s): {w for w in s.role_words if len(w) > _RARE} for s in strands if _recruits(s)}
    openings = {id(s) for s in strands if rare.get(id(s)) and s.opens}
    posts = {word for place in openings for word in rare[place]}
    holding: dict[str, list[Strand]] = defaultdict(list)
    for strand in strands:
        for word in posts & strand.spoken:
            holding[word].append(strand)
    found: dict[int, set[int]] = defaultdict(set)
    for word, both in holding.items():
        told = {id(s) for s in both if id(s) in openings and word in s.role_words}
        for talk in both if len(both) == 2 else ():
            if _leads_from_home(talk):
                found[id(talk)] |= told
    return frozenset(frozenset((talk, *told)) for talk, told in found.items() if len(told) == 1)


def _recruits(talk: Strand) -> bool:
    return talk.is_agency or talk.has_recruiter


def _leads_from_home(talk: Strand) -> bool:
    is_private = talk.is_private and talk.is_about_work and not talk.role_words
    return is_private and talk.claims_lead


_RARE = 11
"""Letters from which on a word that two mails share tells of one post."""


def _spoken_of(talk: Strand, openings: Sequence[Strand]) -> Strand | None:
    """Return the opening whose role a talk speaks of, if it speaks of no other's."""
    every = Counter(w for words_ in {_post_of(s) for s in openings} for w in words_)
    own = {
        id(s): {w for w in _post_of(s) - _ANY_POST if every[w] == 1 and len(w) > 4}
        for s in openings
    }
    stems = {w[: max(5, len(w) - 3)] for words_ in own.values() for w in words_ if len(w) > 5}
    spoken = talk.spoken | {s for s in stems if any(w.startswith(s) for w in talk.spoken)}
    hits = [
        s
        for s in openings
        if {v for w in own[id(s)] for v in (w, w[: max(5, len(w) - 3)])} & spoken
    ]
    return hits[0] if len({_post_of(s) for s in hits}) == 1 else None


_ANY_POST = frozenset(
    "engineer manager developer designer analyst director consultant specialist scientist architect coordinator officer "
    "assistant teacher nurse entwickler entwicklerin ingenieur ingenieurin leiter leiterin leitung berater beraterin "
    "ingeniero ingeniera ingenieure developpeur developpeuse gerente analista responsable responsabile ontwikkelaar "
    "utvecklare inzynier programista kierownik tecnico tecnica coordinador coordenador projektleiter projectmanager".split()
)
"""What many posts are called: it tells none from another."""


def _post_of(opening: Strand) -> frozenset[str]:
    """Return what tells an opening from another: its role's words, or those of a numbered subject."""
    return opening.role_words or (opening.subject_words if opening.codes else frozenset())


def _names(agency: Strand, house: Strand) -> bool:
    names = house.house_names or _written_to(house)
    is_told = any(n in agency.flat or _is_made_of(n, agency.spoken) for n in names)
    is_told = is_told or bool({w for w in house.first_words if len(w) > 4} & agency.spoken)
    return is_told or names_label(agency, names) or agency.names_in_full(house)


def _is_made_of(label: str, spoken: frozenset[str]) -> bool:
    """Tell whether a label is two of the words said, either way round: `deisterklinik`."""
    return any(
        len(word) > 4
        and word != label
        and (label.startswith(word) or label.endswith(word))
        and len(rest := label.replace(word, "", 1)) > 4
        and rest in spoken
        for word in spoken
    )


def _written_to(house: Strand) -> frozenset[str]:
    """Return what the house may be called to which only the user wrote here."""
    domains = house.domains - house.agencies
    labels = {squash(d.partition(".")[0]) for d in domains}
    return frozenset(n for n in labels if len(n) > 3)


def _alike(talks: Sequence[Strand]) -> list[tuple[int, int]]:
    """Return the pairs that share a name which stands in no two threads that are apart."""
    names = frozenset[str]().union(*(_capitals(talk, _WITHIN) for talk in talks))
    holding: dict[str, list[Strand]] = defaultdict(list)
    for talk in talks:
        for name in _capitals(talk, _CAPITAL) & names:
            holding[name].append(talk)
    if any(talk.is_polish for talk in talks):
        _put_cases_together(holding)
    return [
        (id(a), id(b))
        for group in holding.values()
        if not any(a.is_apart_from(b) for a, b in combinations(group, 2))
        for a, b in combinations(group, 2)
    ]


def _put_cases_together(holding: dict[str, list[Strand]]) -> None:
    """Take a name's cases for one name: `w Nysie` and `Nysa`."""
    for one, other in combinations(sorted(holding), 2):
        if one[:3] == other[:3] and is_inflected(one, other):
            both = {id(s): s for s in (*holding[one], *holding[other])}
            holding[one] = holding[other] = list(both.values())


def _capitals(talk: Strand, pattern: re.Pattern[str]) -> frozenset[str]:
    """Return the words with a capital that may be names, folded: nobody's who takes part."""
    told = talk.of_kind(AnswerKind.PERSON, AnswerKind.OWN)
    texts = (text for m in told for text in (base_subject(m.subject), said_in(m)))
    found = {fold(w) for text in texts if not _shouts(text) for w in pattern.findall(f"\n{text}")}
    own = {squash(n) for n in (*talk.own_names, talk.me.name, *talk.house_names) if n}
    return frozenset(w for w in found if not (_is_common(w) or any(squash(w) in n for n in own)))


def _shouts(text: str) -> bool:
    """Tell whether a text is written in capitals, so that one is no sign of a name."""
    small = sum(map(str.islower, text))
    return sum(map(str.isupper, text)) > max(small, _FEW)


_FEW = 20
"""Capitals; so many stand in any subject."""


def _is_common(word: str) -> bool:
    """Tell whether a word is no name: of a calendar, of work."""
    return bool(is_calendar_word(word) or words.LEANING.match(word) or words.HIRING.match(word))
