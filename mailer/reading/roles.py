"""Whether two threads are about one vacancy, by the words of its role and its number."""

from __future__ import annotations

import re

from mailer.reading.company import fold
from mailer.reading.display_names import CJK
from mailer.reading.strands import Strand


def roles_differ(one: Strand, other: Strand) -> bool:
    """Tell whether two threads are about two vacancies, by their numbers, else by their roles."""
    if one.codes and other.codes:
        return not one.codes & other.codes and bool(one.domains & other.domains)
    if not (one.role_words and other.role_words) or tell_one_role(one, other):
        return False
    if _says_role(one, other) or _says_role(other, one):
        return False
    if _spells(one, other) or _spells(other, one) or _are_of_two_scripts(one, other):
        return False
    agency, house = (one, other) if one.is_agency else (other, one)
    is_told = agency.is_agency and not house.is_agency and len(house.role_words) > 1
    return not (is_told and house.role_words <= agency.spoken)  # a subject that gives little away


def _are_of_two_scripts(one: Strand, other: Strand) -> bool:
    """Tell whether one role is written in Latin letters and the other in none: no word compares."""
    latin = [{w.isascii() for w in s.role_words} for s in (one, other)]
    return (
        {True} in latin
        and {False} in latin
        and bool(CJK.search("".join(one.role_words | other.role_words)))
    )


_SHORT_POSTS = {
    "exec": {"executive"},
    "eng": {"engineer"},
    "mgr": {"manager"},
    "coord": {"coordinator"},
    "assoc": {"associate"},
    "comms": {"communications"},
    "ops": {"operations"},
    "swe": {"software", "engineer"},
    "sde": {"software", "engineer"},
    "sre": {"reliability", "engineer"},
    "pm": {"product", "manager"},
    "pmm": {"product", "marketing", "manager"},
    "tpm": {"technical", "program", "manager"},
    "em": {"engineering", "manager"},
    "dba": {"database", "administrator"},
}
"""What posts in short stand for."""


def _spells(one: Strand, other: Strand) -> bool:
    """Tell whether a subject spells out what the other's role shortens: `Record to Report`, R2R."""
    short = [w for w in one.role_words if re.fullmatch(r"[a-z]2[a-z]", w)]
    told = fold("\n".join(other.subjects))
    return any(re.search(rf"\b{w[0]}\w+ (?:to|2) {w[2]}\w+", told) for w in short)


def _says_role(one: Strand, other: Strand) -> bool:
    """Tell whether all words of a role of several stand in the other's subjects, with more between."""
    told = frozenset(w for text in other.subjects for w in re.findall(r"\w+", fold(text)))
    is_long = len(one.role_words) > 1
    if not is_long and one.domains & other.domains and one.participants & other.participants:
        spoken = {w for text in one.subjects for w in re.findall(r"\w+", fold(text))}
        is_long = not one.role_words & spoken  # said by the way: `le poste de directeur …`
    return is_long and one.role_words <= told


def covers(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether all words of one stand in the other: `postdoc` in `postdoctoral fellow`."""
    return all(any(w == v or _is_stem(w, v) for v in other) for w in one)


def _spelt_out(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Return a role's words with what the other spells out: `PMM` as product, marketing, manager."""
    found = set(one)
    for short, whole in _SHORT_POSTS.items():
        if short in found:
            found = (found - {short}) | whole
    for word in one:
        spelt = {v for v in other if len(v) > 2 and v[0] in word}
        if 1 < len(word) < 5 and sorted(word) == sorted(v[0] for v in spelt):
            found = (found - {word}) | spelt
    return frozenset(found)


def tell_one_role(one: Strand, other: Strand) -> bool:
    """Tell whether all words of one thread's role stand in the other's, or what they are short for."""
    if not (one.role_words and other.role_words):
        return False
    a = _spelt_out(one.role_words, other.role_words)
    b = _spelt_out(other.role_words, one.role_words)
    return covers(a, b) or covers(b, a)


def _is_stem(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if one[:10] == other[:10] and len(short) > 9:
        return True  # `Redaktionsleiterin` for the `Redaktionsleitung`
    if len(short) > 5 and _LEADS.fullmatch(short) and long.endswith(short):
        return True  # `Leitung der Abteilung`, `Abteilungsleitung`
    return (len(short) > 4 and long.startswith(short)) or _abbreviates(short, long)


_LEADS = re.compile(r"leit(?:ung|er|erin)|direkt(?:ion|or|orin)|chef(?:in|en)?|ledare|leder|leider")
"""What a German, Dutch or Nordic post is compounded with that leads whatever stands before it."""


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether two or three letters may stand for a long word: `PV` for pharmacovigilance."""
    if not (1 < len(short) < 4 and len(long) > 9 and long[0] == short[0]):
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)
