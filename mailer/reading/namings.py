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
from datetime import timedelta
from functools import lru_cache

from mailer.letters import spelled
from mailer.model import Address
from mailer.reading.bonds import NAMED, PROBABLE, SHARED
from mailer.reading.callings import people_announced, people_who_asked, people_who_will_write
from mailer.reading.company import fold, squash
from mailer.reading.display_names import GREETINGS, name_of, split_name
from mailer.reading.introductions import introduces
from mailer.reading.language import detect
from mailer.reading.moves import names_called
from mailer.reading.names import is_inflected, names_in_cases, variants
from mailer.reading.quotes import said_in, split_quote
from mailer.reading.senders import belongs_to_company, names_department, org_domain
from mailer.reading.strands import Strand

_SOON = timedelta(days=30)
"""So soon somebody writes whom a friend has told of the user."""
_Name = tuple[str, str, str]
"""A given and a family name, folded, and the house from which they write."""
GIVEN, FAMILY = 1, 2
"""How somebody is named: by a given name alone, or by the family's."""


@dataclass(frozen=True, slots=True)
class Namings:
    """Which talks name people of which others, and how."""

    told: dict[tuple[int, int], int]
    """By the numbers (`id`) of the talk that names and of the one in which the named one writes."""
    maybe: frozenset[tuple[int, int]]
    """The same where somebody else bears the name too: it tells where the other names back."""

    def strength(self, one: Strand, other: Strand) -> int:
        """Return how surely one names who writes in the other."""
        ways = (id(one), id(other)), (id(other), id(one))
        return max(self.told.get(way, int(way in self.maybe)) for way in ways)

    def by_family(self, speaker: Strand, named: Strand) -> bool:
        """Tell whether one talk gives the family name of who writes in the other."""
        return self.told.get((id(speaker), id(named))) == FAMILY

    def bond(self, one: Strand, other: Strand) -> int:
        """Return the bond of two talks of which one names who writes in the other, else 0."""
        way, return_way = (id(one), id(other)), (id(other), id(one))
        there, back = self.told.get(way, 0), self.told.get(return_way, 0)
        knows, is_known = there or way in self.maybe, back or return_way in self.maybe
        if not (knows or is_known) or one.is_apart_from(other):
            return 0
        if _gives_address_of(one, other) or _gives_address_of(other, one):
            return NAMED
        if not (there or back):
            return 0
        about_work = (one.is_about_work, other.is_about_work)
        is_house = not (one.is_private or other.is_private)
        if knows and is_known and (all(about_work) or (any(about_work) and is_house)):
            return SHARED
        if (is_known and _brings_in(one, other)) or (knows and _brings_in(other, one)):
            return NAMED
        families = ({f for _, f in s.names_full if len(f) > 2} for s in (one, other))
        is_family = not (one.writers & other.writers) and set.intersection(*families)
        if any(about_work) and is_family:  # an owner, and the daughter who hires
            return NAMED
        if (knows and _announces(one, other)) or (is_known and _announces(other, one)):
            return NAMED
        speaker, named = (one, other) if there else (other, one)
        if not all(about_work):
            return 0  # a friend of the user's may know everybody by name
        if speaker.announces_another:
            return 0
        if max(there, back) == FAMILY:
            is_sent = one.is_agency != other.is_agency
            return NAMED if is_sent or not (one.opens and other.opens) else 0
        is_one = speaker.claims_lead or speaker.has_founder or speaker.has_recruiter
        goes_on = not (speaker.opens or speaker.role_words) and bool(speaker.by_hand)
        return PROBABLE if is_one and goes_on and named.is_hiring else 0


def _names_given(strand: Strand, sender: Address) -> Iterator[str]:
    """Yield the given names, folded, by which somebody goes who writes."""
    given = _name_of(sender)[0]
    yield from (*_called(given), *_signed(strand, sender.address, given))


def _brings_in(friend: Strand, talk: Strand) -> bool:
    """Tell whether a friend says to have told of the user, just before who names that friend writes."""
    may_be_work = talk.is_about_work or (talk.is_talk and talk.work_words)
    own_domain = bool(friend.writer_labels) and friend.writer_labels <= set(
        map(squash, friend.writer_names)
    )
    if friend.is_about_work or not (may_be_work and (friend.is_private or own_domain)):
        return False
    if friend.first_at > talk.first_at or len(friend.writers) > 1:
        return False
    return talk.first_at - friend.first_at < _SOON and introduces(friend.messages[0])


def _announces(speaker: Strand, named: Strand) -> bool:
    """Tell whether who recruits says by the whole name that somebody will write or leads, who writes then.

    `PH Vasseur` may be Paul-Henri; a family name alone may be anybody's.
    """
    if not (speaker.is_hiring or speaker.work_words) or not named.is_talk:
        return False
    if named.first_at < speaker.first_at:
        return False
    texts = [said_in(m) for m in speaker.by_people]
    if named.is_private:
        calls = [people_who_will_write] + ([people_who_asked] if named.claims_lead else [])
        expected = {fold(n) for find in calls for text in texts for n in find(text)}
        if expected & {n for m in named.by_hand for n in _names_given(named, m.sender)}:
            return True
    told = (split_name(fold(n)) for text in texts for n in people_announced(text))
    names = [split_name(fold(name_of(m.sender))) for m in named.by_hand]
    return any(
        _is_family_of(family, name, speaker) and given[:1] == short[:1]
        if family
        else named.says_moved and given == short  # who writes from home, and is called by title
        for given, family in told
        for short, name in names
    )


def _is_family_of(told: str, name: str, speaker: Strand) -> bool:
    return told == name or (speaker.is_polish and is_inflected(told, name))


def _gives_address_of(speaker: Strand, named: Strand) -> bool:
    """Tell whether who recruits announces somebody by the name of whom a private address is made."""
    if not (speaker.is_hiring and named.is_private) or named.first_at < speaker.first_at:
        return False
    locals_ = {squash(m.sender.local_part) for m in named.by_hand}
    told = (split_name(fold(n)) for m in speaker.by_people for n in people_announced(said_in(m)))
    return any(
        min(len(given), len(family)) > 2
        and any(n.startswith((squash(given + family), squash(family + given))) for n in locals_)
        for given, family in told
    )


def read_namings(strands: Sequence[Strand]) -> Namings:
    """Return who is named where; a name counts where one person alone bears it in all talks."""
    bearers: dict[str, set[_Name]] = defaultdict(set)
    writing: dict[str, list[tuple[int, Strand]]] = defaultdict(list)
    present: dict[int, frozenset[str]] = {}
    for strand in strands:
        writers = {m.sender.address: m.sender for m in strand.by_hand}
        people = {a.address: a for m in strand.messages for a in (m.sender, *m.recipients)}
        names = {a: n for a, p in people.items() if (n := _name(p, strand)) != ("", "", "")}
        present[id(strand)] = strand.own_names.union(*(n[:2] for n in names.values()))
        for name in names.values():
            for called in (*_called(name[0]), name[1]):
                bearers[called].add(name)
        for address, (given, family, _) in ((a, names[a]) for a in writers if a in names):
            signed = _signed(strand, address, given)
            for called in dict.fromkeys((*_called(given), *signed)):
                writing[called].append((GIVEN, strand))
            for called in signed:
                bearers[called].add(names[address])
            writing[family].append((FAMILY, strand))
    names_known = {n for n in writing if len(n) > 1 and not names_department(n)}
    eastern = [n for n in names_known if _EASTERN.fullmatch(n)]
    told: dict[tuple[int, int], int] = {}
    maybe: set[tuple[int, int]] = set()
    for strand in strands:
        said = _said_by_them(strand)
        told_here = said & names_known
        if strand.is_polish:
            told_here |= names_in_cases(said - names_known, names_known)
        told_here |= {n for n in eastern if n in strand.told and _is_spoken_of(n, strand.told)}
        for word in told_here - present[id(strand)]:
            is_clear = len(bearers[word]) == 1
            for how, other in writing[word]:
                key = (id(strand), id(other))
                if how == FAMILY and (
                    _is_own_house(strand, word, other) or _is_of_another(strand, word, other)
                ):
                    continue
                if not is_clear:
                    maybe.add(key)
                elif other is not strand and how > told.get(key, 0):
                    told[key] = how
    return Namings(told, frozenset(maybe))


_EASTERN = re.compile(r"[\u4e00-\u9fff\u3040-\u30ff]{2,6}")


def _is_spoken_of(name: str, told: str) -> bool:
    """Tell whether a name in kanji stands for somebody: with what honours them, or long enough."""
    return (
        len(name) > 2
        or re.search(
            rf"{name}(?:[\u4e00-\u9fff]{{1,3}}[ \u3000]?)?(?:さん|様|氏|くん|先生|総|总|社長|部長|課長|经理|老师|女士)",
            told,
        )
        is not None
    )


@lru_cache(maxsize=8_192)
def _called(given: str) -> tuple[str, ...]:
    """Return a given name, folded, with the nicknames for it: `Johannes`, Hannes."""
    return (given, *(n for n in map(fold, variants(given)) if n != given and len(n) > 2))


def _name(address: Address, strand: Strand) -> _Name:
    """Return given and family name, folded, and the house; nothing for the user."""
    if strand.me.is_me(address):
        return "", "", ""
    return _name_of(address)


@lru_cache(maxsize=8_192)
def _name_of(address: Address) -> _Name:
    given, family = split_name(name_of(address))
    if not (given or family):
        return "", "", ""
    house = org_domain(address.address) if belongs_to_company(address) else address.folded
    first, last = (given.split()[:1] or [""])[0], (family.split()[-1:] or [""])[0]
    return fold(first), fold(last), house


def _signed(strand: Strand, address: str, given: str) -> tuple[str, ...]:
    """Return the given name with which somebody signs whose sender's field has initials: `LG`, `J.`.

    Or by which they begin where it has a family's: `Dale here`, from The Pruitts.
    """
    theirs = [m for m in strand.by_hand if m.sender.address == address]
    if called := names_called(theirs):
        return tuple(map(fold, called))
    if not 0 < len(given.strip(".")) < 3 or not given.isascii():
        return ()
    own = (split_quote(m.text or "").own for m in theirs)
    lines = (line.strip() for text in own for line in text.strip().splitlines()[-4:])
    found = {fold(f[1]): f[0] for f in map(_SIGNS.match, lines) if f}
    return tuple(n for n, line in found.items() if n[0] == given[0] or "(" in line)


_SIGNS = re.compile(spelled(r"([\pU][ß\pL-]{2,14})(?:,? ?\([^)]{3,60}\)|[ .]*)$"))
"""A line with a given name alone, or with who that is: `Lasse (Lars-Göran Palmqvist, VD)`."""


def _is_own_house(strand: Strand, family: str, other: Strand) -> bool:
    """Tell whether a family's name is that of the house here, and who bears it writes from another's.

    `Tanguy Traiteur` does not speak of Marc Tanguy, whose shop is Maison Tanguy.
    """
    if other.is_private or strand.writer_domains & other.writer_domains:
        return False
    return any(label.startswith(family) or label.endswith(family) for label in strand.writer_labels)


def _is_of_another(strand: Strand, family: str, other: Strand) -> bool:
    """Tell whether a family name is only said behind another given name: `Wei Castellano`, not Imke."""
    texts = [said_in(m) for m in strand.by_people]
    told = [squash(n) for t in texts for n in _said_before(family, t)]
    own = {n[:1] for m in other.by_hand for n in map(fold, split_name(name_of(m.sender)))}
    if not told or any(len(n) < 3 or n[:1] in own or n in _TITLES for n in told):
        return False
    # where a capital tells no name from a noun, nothing is told
    return not any(family in fold(t) and detect(t) == "de" for t in texts)


def _said_before(word: str, text: str) -> Iterator[str]:
    """Yield the word with a capital before each place where a word stands, or nothing."""
    lowered = text.lower()
    at = lowered.find(word)
    while at >= 0:
        end = at + len(word)
        is_whole = not at or text[at - 1].isspace()
        if is_whole and not _LETTER.match(text, end):
            before = _CAPITALIZED.search(text, max(0, at - 30), max(0, at - 1))
            yield before[0] if before else ""
        at = lowered.find(word, end)


_LETTER = re.compile(r"\w")
_CAPITALIZED = re.compile(spelled(r"(?<![\w'’-])[\pU][\w'’-]+\.?$"))


_TITLES = frozenset(
    "herr herrn frau mrs miss prof professor mme mlle madame monsieur sra srta señor señora senhor senhora dona dom "
    "sig signor signora signore dott dottssa ing avv avvocato arch meneer mevrouw dhr mevr fru pan pani pana panem panią "
    "doktor doctor docteur doutor doutora sir lady dame rektor direktor director the und and mit von bei an".split()
)
"""What stands before a family name as well, squashed, and is no given name."""


def _said_by_them(strand: Strand) -> frozenset[str]:
    """Return the words with a capital that people say, folded; the user's own name is none."""
    return strand.capitals - {squash(n) for n in split_name(strand.me.name)} - GREETINGS
