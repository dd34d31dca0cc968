"""How well a process fits what the user typed, and whether it is sure enough not to ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from mailer.model import Candidacy, Channel, Evidence, Part, Person
from mailer.reading.callings import spellings
from mailer.reading.company import clean_company, fold, squash
from mailer.reading.display_names import CJK, without_honorific
from mailer.reading.dossiers import is_same_name
from mailer.reading.leaders import PERSON
from mailer.reading.names import names_in_cases, variants
from mailer.reading.quotes import said_in
from mailer.reading.senders import org_domain
from mailer.reading.set_apart import only_of_another
from mailer.reading.strands import Strand

SURE = 0.5
"""From this fit on a process may be meant."""
_NEAR = 0.1

_NAME = "the company's name"
_SIGNED = "the name in a signature"
_UNDER = "a name in a signature"
_DOMAIN = "the company's mail domain or name"
_WITHIN = "part of the company's mail domain"
_BRAND = "another name at the company's mail domain"
_OF_COMPANY = frozenset({_NAME, _SIGNED, _UNDER, _DOMAIN, _WITHIN})
"""Why a process fits that was found by its company."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Exactly one of: the one that fits, the several that may, or none."""

    best: Candidacy | None = None
    several: tuple[Candidacy, ...] = ()
    undecided: Candidacy | None = None
    """The one that fits where the several are this one, once for each who may lead it."""


def choose(candidacies: Sequence[Candidacy], *, query: str) -> Choice:
    """Return the process that clearly fits, or those among which the user must choose."""
    fitting = [c for c in candidacies if c.score >= SURE]
    if not fitting:
        return Choice()
    top = max(c.score for c in fitting)
    near = [c for c in fitting if c.score >= top - _NEAR]
    near += [c for c in fitting if c not in near and any(_is_sister(c, n, query) for n in near)]
    near = _without_receipts(_without_bygone(near))
    if len(near) == 1:
        return Choice(best=near[0])
    return Choice(several=tuple(near))


def _is_sister(one: Candidacy, named: Candidacy, query: str) -> bool:
    """Tell whether a process is at the very house by whose name another was found: either is meant."""
    by_name = any(e.finding == "match" and e.reason in _OF_COMPANY for e in named.evidence)
    is_told = one.is_alive and one.score >= _TOLD
    shared = _houses_of(one) & _houses_of(named) if by_name and is_told else set()
    words = [w for w in re.findall(r"\w+", fold(query)) if len(w) > 3]
    return any(word in house for word in words for house in shared)


_TOLD = 0.8
"""From this fit on a process names in full what was asked for."""


def _houses_of(candidacy: Candidacy) -> set[str]:
    """Return the domains from which people of the employer write."""
    outside = (Part.AGENCY_RECRUITER, Part.REFERRER)
    wrote = (p for p in candidacy.people if p.messages_written and p.part not in outside)
    return {p.organisation for p in wrote} - {""}


def _without_bygone(near: list[Candidacy]) -> list[Candidacy]:
    """Leave out what ended long before a live one was last heard of."""
    alive = [c for c in near if c.is_alive]
    if not alive:
        newest = max(c.last_message_at for c in near)
        return [c for c in near if newest - c.last_message_at < timedelta(days=120)]
    newest = max(c.last_message_at for c in alive)
    best = max(c.score for c in alive)
    return [
        c
        for c in near
        if c.is_alive or newest - c.last_message_at < timedelta(days=14) or c.score > best + 0.03
    ]


def _without_receipts(near: list[Candidacy]) -> list[Candidacy]:
    """Leave out what only machines wrote where people write of the same company, and no other role."""
    talks = [c for c in near if any(p.messages_written for p in c.people)]
    if not talks:
        return near
    roles = {squash(c.role) for c in talks if c.role}
    return [
        c
        for c in near
        if c in talks
        or c.channel is Channel.PLATFORM  # there somebody wrote too
        or (c.role and roles and not any(squash(c.role) in r or r in squash(c.role) for r in roles))
    ]


def may_match(strand: Strand, query: str) -> bool:
    """Tell whether a process may fit a query by this thread, before it is read; it never leaves one out."""
    flat, words = _asked(query)
    names = " ".join(strand.participants | strand.domains | strand.labels)
    if flat in strand.flat or any(w in strand.said or w in names for w in words):
        return True
    return any(len(label) > 3 and label in flat for label in strand.labels | strand.writer_labels)


@lru_cache(maxsize=64)
def _asked(query: str) -> tuple[str, frozenset[str]]:
    """Return a query squashed, and its words in all that they may be spelt and called."""
    bare = without_honorific(query.strip())
    words = set(re.findall(r"\w+", fold(bare)))
    return squash(bare), frozenset(words | {v for w in words for v in (*variants(w), *_umlauts(w))})


def match(candidacy: Candidacy, group: Sequence[Strand], query: str) -> tuple[float, Evidence]:
    """Return how well a process fits a query, 0 to 1, and why."""
    wanted = without_honorific(query.strip())
    if not wanted:
        return (0.9 if candidacy.is_alive else 0.4), Evidence("match", "", "no query")
    spelt = sorted(spellings(wanted.lower()) - {wanted.lower()})
    options = [_by_address(candidacy, group, wanted), _by_person(candidacy, wanted)]
    for text in (wanted, *spelt):
        options += [
            _by_company(candidacy, group, text),
            _by_client(group, text),
            _by_subject(candidacy, group, text),
            _by_text(group, text),
        ]
    score, why, said = max(options, key=lambda o: o[0])
    return score, Evidence("match", f"{score:.2f}", why, "", said[:80])


def _by_address(
    candidacy: Candidacy, group: Sequence[Strand], wanted: str
) -> tuple[float, str, str]:
    text = wanted.casefold().strip("<>@ ")
    addresses = {a.casefold() for p in candidacy.people for a in p.addresses}
    addresses |= {a for s in group for a in s.participants}
    if text in addresses:
        return 1.0, "an address of the process", text
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", text):
        domains = {a.rpartition("@")[2] for a in addresses}
        if any(d == text or d.endswith("." + text) for d in domains):
            return 0.97, "the mail domain", text
        if any(org_domain(d) == org_domain(text) for d in domains):
            return 0.9, "the mail domain", text
    return 0.0, "", ""


def _by_company(
    candidacy: Candidacy, group: Sequence[Strand], wanted: str
) -> tuple[float, str, str]:
    flat = squash(without_and(wanted))
    if not flat:
        return 0.0, "", ""
    name = squash(without_and(candidacy.company))
    if name == flat:
        return 1.0, _NAME, candidacy.company
    labels = {squash(d.partition(".")[0]) for s in group for d in s.domains}
    labels |= {n for s in group for n in s.machine_companies | s.asides}
    signed = {n for s in group for n in s.signed_houses}
    if any(flat == n or (len(flat) > 3 and n.startswith(flat)) for n in signed):
        return 0.97, _SIGNED, wanted
    if flat in labels or any(flat in s.relay_houses for s in group):
        return 0.99, _DOMAIN, wanted
    if (
        len(flat) > 2
        and name
        and (name.startswith(flat) or (flat.startswith(name) and len(name) > 3))
    ):
        return 0.97 - 0.2 * _adds_another(candidacy, group, wanted), _NAME, candidacy.company
    is_domain = "." in wanted.strip(".")
    within = {x for x in labels if x in flat and len(x) > 4 and not is_domain}
    if len(flat) > 3 and (within or any(flat in label for label in labels)):
        is_brand = any(name.startswith(label) and len(name) > len(label) for label in within)
        if is_brand:
            is_told = not _adds_another(candidacy, group, wanted)
            return (0.9 if is_told else 0.6), _BRAND, candidacy.company
        return 0.95, _WITHIN, wanted
    lines = [line for s in group for line in s.signed.splitlines() if fold(wanted) in line]
    told = [x for x in lines if re.search(rf"(?<!\w){re.escape(fold(wanted))}(?!\w)", x)]
    if _is_group(group, wanted):
        return 0.9, "the group to which the company belongs", wanted
    if told and all(len(_SEPARATOR.findall(line)) > 1 for line in told):
        return 0.68, "one of several names in a signature", wanted  # a group's brands
    if told:
        return 0.88, _UNDER, wanted
    words = [w for w in re.findall(r"\w+", fold(wanted)) if len(w) > 2]
    if len(words) > 1 and any(all(w in label for w in words) for label in labels):
        return 0.93, "the words of the company's mail domain", wanted
    return 0.0, "", ""


def _is_group(group: Sequence[Strand], wanted: str) -> bool:
    """Tell whether people say that their house belongs to a group of that name."""
    name = re.escape(fold(wanted))
    found = re.compile(_GROUP_BEFORE + name + r"(?!\w)|\ban? " + name + _GROUP_AFTER)
    return any(fold(wanted) in s.said and found.search(s.said) for s in group)


_GROUP_BEFORE = (
    r"(?:part of|belongs? to|owned by|subsidiary of|brand of|division of|bought by|teil (?:der|von)|gehor\w+ (?:\w+ )?(?:zu|zur|zum)|tochter (?:der|von)|marke (?:der|von)|"
    r"fait partie (?:du|de)|faisons partie (?:du|de)|filiale (?:du|de)|appartient (?:au|a)|appartenons (?:au|a)|parte (?:del|de|do|da)|pertenece\w* (?:al|a)|pertence\w* (?:ao|a)|filial (?:del|de|do|da|till|av)|"
    r"facciamo parte (?:del|di)|fa parte (?:del|di)|appartien\w+ (?:al|a)|onderdeel van|hoor\w* bij|dochter van|del av|ingar i|tillhor|czesc\w* (?:grupy)?|nalez\w+ do|spolk\w+ z)"
    r"(?: (?:the|der|die|grupp\w*|group\w*|konzern\w*|grupo|grupy|gruppo|groep|koncern\w*|holding\w*|den|het|de))* "
)
"""How somebody says to which group their house belongs; folded."""
_GROUP_AFTER = r" (?:group )?(?:company|brand|business|house|hotel|school|unternehmen|marke)\b"


def _by_client(group: Sequence[Strand], wanted: str) -> tuple[float, str, str]:
    """Tell whether an agency names it and nobody else writes: it is their client's name then."""
    talks = [s for s in group if s.by_people]
    if len(squash(wanted)) < 4 or not talks or not all(s.is_agency for s in talks):
        return 0.0, "", ""
    name = rf"(?<!\w){re.escape(fold(wanted))}(?!\w)"
    is_said = not any(fold(wanted) in s.own_names for s in group) and any(
        re.search(name, s.told) and not only_of_another(s, fold(wanted)) for s in talks
    )
    return (0.93, "a name that an agency tells", wanted) if is_said else (0.0, "", "")


def without_and(text: str) -> str:
    """Return a name without what joins its parts: people type `and` where a company writes `&`."""
    return _AND.sub(" ", text)


_SEPARATOR = re.compile(r"[·•|/,;~]|\s[–-]\s")
_AND = re.compile(r"\s(?:and|und|et|y|e|en|og|och|i|&|\+)\s", re.I)


def _by_person(candidacy: Candidacy, wanted: str) -> tuple[float, str, str]:
    best = (0.0, "", "")
    for person in candidacy.people:
        score = _name_score(person, wanted)
        if person.part is Part.INTERVIEWER and not person.messages_written:
            score *= 0.7
        if score > best[0]:
            best = (score, PERSON, person.name)
    return best


def _name_score(person: Person, wanted: str) -> float:
    flat, name = squash(wanted), squash(person.name)
    if not name or not flat:
        return 0.0
    if flat == name:
        return 0.98
    if CJK.search(wanted):
        return 0.9 if name.startswith(flat) or flat == squash(person.family_name) else 0.0
    query_words = set(re.findall(r"\w+", fold(wanted)))
    name_words = set(re.findall(r"\w+", fold(person.name)))
    spelt = {v for w in query_words for v in _umlauts(w)}
    local = set(re.split(r"[._+\-\d]+", person.address.partition("@")[0].casefold()))
    if len(query_words) > 1 and all(_umlauts(w) & name_words for w in query_words):
        return 0.97
    if len(query_words) == 1 and spelt & name_words:
        return 0.9
    if len(query_words) > 1 and is_same_name(wanted, person.name):
        return 0.86  # one with an initial
    called = [variants(w) for w in query_words]
    if called and all(c & name_words for c in called):
        return 0.88 if len(called) > 1 else 0.82
    if len(query_words) == 1 and query_words & local:
        return 0.85
    return 0.0


def _umlauts(word: str) -> set[str]:
    return {word, word.replace("ae", "a").replace("oe", "o").replace("ue", "u")}


def _adds_another(candidacy: Candidacy, group: Sequence[Strand], wanted: str) -> bool:
    """Tell whether the words after the company's name stand for another post than this one's."""
    told = re.findall(r"\w+", fold(clean_company(wanted)))
    more = [w for w in told if w not in fold(candidacy.company) and len(w) > 1]
    texts = (candidacy.role, *(text for s in group for text in s.subjects))
    known = {w for text in texts for w in re.findall(r"\w+", fold(text))}
    return any(w not in known for w in more)


def _by_subject(
    candidacy: Candidacy, group: Sequence[Strand], wanted: str
) -> tuple[float, str, str]:
    flat = squash(wanted)
    if len(flat) < 2:
        return 0.0, "", ""
    if squash(candidacy.role) == flat:
        return 0.95, "the role", candidacy.role
    for strand in group:
        for subject in strand.subjects:
            if flat in squash(subject) and (len(flat) > 3 or CJK.search(wanted)):
                return 0.87, "words of a subject", subject
    words = re.findall(r"\w+", fold(wanted))
    for strand in group:
        for subject in strand.subjects:
            inside = set(re.findall(r"\w+", fold(subject)))
            if words and all(w in inside for w in words):
                return 0.84, "the words of a subject", subject
    return 0.0, "", ""


def _is_named(strand: Strand, wanted: str) -> bool:
    """Tell whether people write a word as a name, with a capital, that is nobody's who takes part."""
    if fold(wanted) in strand.own_names:
        return False
    name = rf"(?<=\w )(?-i:{re.escape(wanted[:1].upper())}){re.escape(wanted[1:])}(?!\w)"
    return any(re.search(name, said_in(m), re.I) for m in strand.by_people)


def _says(strand: Strand, needle: str) -> bool:
    """Tell whether a word stands in what was written, but for a group's brands under a signature."""
    name = re.compile(rf"(?<!\w){re.escape(needle)}(?!\w)")
    if not name.search(strand.said):
        return False
    brands = {x.strip() for x in strand.signed.splitlines() if len(_SEPARATOR.findall(x)) > 1}
    lines = [x.strip() for x in strand.said.splitlines() if name.search(x)]
    return not lines or any(line not in brands for line in lines)


def _says_in_cases(strand: Strand, words: Sequence[str]) -> bool:
    """Tell whether a Polish sentence holds all words of a name: `w Starostwie Powiatowym w Olszanach`."""
    return any(
        all(w in told or names_in_cases(told, [w]) for w in words)
        for told in (re.findall(r"\w+", s) for s in re.split(r"[.!?\n]", strand.told))
    )


AGENT_ALONE = "words of an agent's message alone"
"""Why a process fits of whose people only the agent says what was asked for: it may be another client."""


def said_by_agent(group: Sequence[Strand], wanted: str) -> list[Strand]:
    """Return the threads in which an agent says it, where a house writes in others and never does."""
    needle, flat = fold(wanted), squash(wanted)
    houses = [s for s in group if s.by_hand and not s.is_agency]
    if not houses or any(flat in s.flat or needle in fold(s.told) for s in houses):
        return []
    return [s for s in group if s.is_agency and (flat in s.flat or needle in fold(s.told))]


def _by_text(group: Sequence[Strand], wanted: str) -> tuple[float, str, str]:
    flat = squash(wanted)
    needle = fold(wanted)
    is_east = CJK.search(wanted)
    for strand in group if len(flat) > 3 or is_east else ():
        is_told = _says(strand, needle) or (flat != needle and _says(strand, flat))
        if is_told and not is_east and only_of_another(strand, needle):
            continue
        if is_told or (is_east and flat in strand.flat):
            is_long = len(needle.split()) > 1 or is_east or len(flat) > 6
            if is_long and strand.is_agency and said_by_agent(group, wanted):
                return 0.84, AGENT_ALONE, wanted
            bonus = 0.84 if is_long else 0.8 if _is_named(strand, wanted) else 0.7
            return bonus, "words of a message", wanted
    signed = re.compile(rf"^\W*{re.escape(wanted)}\W*$", re.I | re.M)
    if len(flat) == 3 and any(signed.search(said_in(m)) for s in group for m in s.by_people):
        return 0.8, "how somebody signs", wanted
    words = re.findall(r"\w+", needle)
    if len(words) > 1 and any(s.is_polish and _says_in_cases(s, words) for s in group):
        return 0.84, "its words in other cases", wanted
    for strand in group:
        if len(words) > 1 and all(re.search(rf"(?<!\w){re.escape(w)}", strand.said) for w in words):
            return 0.55, "its words, apart from each other", wanted
    return 0.0, "", ""
