"""Who speaks of whom: people of one talk that another names, where the name is nobody else's.

`Frau Krollmann hat Sie empfohlen`, `Denise told me`: two talks that share neither address nor house
belong together where what people say in one names who writes in the other. A name that two people
bear tells nothing, nor does what the user says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailer.reading.bonds import NAMED, PROBABLE, SHARED
from mailer.reading.company import fold, squash
from mailer.reading.display_names import name_of, split_name
from mailer.reading.quotes import split_quote
from mailer.reading.senders import belongs_to_company, org_domain
from mailer.reading.strands import Strand

GIVEN, FAMILY = 1, 2
"""How somebody is named: by a given name alone, or by the family's."""
_CAPITAL = re.compile(r"[A-ZÀ-Þ][\w'’-]{2,}")


@dataclass(frozen=True, slots=True)
class Namings:
    """Which talks name people of which others, and how."""

    told: dict[tuple[int, int], int]
    """By the numbers (`id`) of the talk that names and of the one in which the named one writes."""

    def pairs(self, numbers: dict[int, int]) -> Iterator[tuple[int, int]]:
        """Yield the pairs, as the numbers that are given for them."""
        yield from ((numbers[a], numbers[b]) for a, b in self.told if a in numbers and b in numbers)

    def bond(self, one: Strand, other: Strand) -> int:
        """Return the bond of two talks of which one names who writes in the other, else 0."""
        there = self.told.get((id(one), id(other)), 0)
        back = self.told.get((id(other), id(one)), 0)
        if not (there or back) or one.is_apart_from(other):
            return 0
        if not (one.is_about_work and other.is_about_work):
            return 0  # a friend of the user's may know everybody by name
        if there and back:
            return SHARED
        speaker, named = (one, other) if there else (other, one)
        if speaker.announces_another:
            return 0
        if max(there, back) == FAMILY:
            is_sent = one.is_agency != other.is_agency
            return NAMED if is_sent or not (one.opens and other.opens) else 0
        is_one = speaker.claims_lead or speaker.has_founder or speaker.has_recruiter
        goes_on = not (speaker.opens or speaker.role_words) and bool(speaker.by_hand)
        return PROBABLE if is_one and goes_on and named.is_hiring else 0


def read_namings(strands: Sequence[Strand]) -> Namings:
    """Return who is named where; a name counts where one person alone bears it in all talks."""
    bearers: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    writing: dict[str, list[tuple[int, Strand]]] = defaultdict(list)
    for strand in strands:
        for given, family, house in _names(strand, everybody=True):
            bearers[given].add((given, family, house))
            bearers[family].add((given, family, house))
        for given, family, _ in _names(strand):
            writing[given].append((GIVEN, strand))
            writing[family].append((FAMILY, strand))
    clear = {name for name in writing if len(name) > 2 and len(bearers[name]) == 1}
    told: dict[tuple[int, int], int] = {}
    for strand in strands:
        own = {part for name in _names(strand, everybody=True) for part in name[:2]}
        for word in (_capitals(strand) & clear) - own:
            for how, other in writing[word]:
                key = (id(strand), id(other))
                if other is not strand and how > told.get(key, 0):
                    told[key] = how
    return Namings(told)


def _names(strand: Strand, *, everybody: bool = False) -> set[tuple[str, str, str]]:
    """Return the given and family names, folded, and the house of who writes by hand, or of all."""
    people = [m.sender for m in strand.by_hand]
    if everybody:
        people += [a for m in strand.messages for a in m.recipients]
        people += [m.sender for m in strand.by_people]
    found = set()
    for address in people:
        given, family = split_name(name_of(address))
        if (given or family) and not strand.me.is_me(address):
            house = org_domain(address.address) if belongs_to_company(address) else address.folded
            name = (given.split()[:1] or [""])[0], (family.split()[-1:] or [""])[0]
            found.add((fold(name[0]), fold(name[1]), house))
    return found


def _capitals(strand: Strand) -> frozenset[str]:
    """Return the words with a capital that people say, folded; the user's own name is none."""
    texts = (split_quote(m.text or m.snippet).own for m in strand.by_people)
    own = {squash(n) for n in split_name(strand.me.name)}
    return frozenset(
        word for text in texts for w in _CAPITAL.findall(text) if squash(word := fold(w)) not in own
    )
