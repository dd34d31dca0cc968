"""Display names as people write them: order, honorifics, pronouns and companies taken off."""

from __future__ import annotations

import re
from functools import lru_cache

from mailer.letters import spelled
from mailer.model import Address

_PRONOUNS = re.compile(
    r"\s*[(\[](?:she|he|they|sie|er|elle|il|ella|él|zij|hij)\b[^)\]]*[)\]]", re.I
)
_ASIDE = re.compile(r"\s*[(\[（【][^)\]）】]*[)\]）】]")
_VIA = re.compile(r"\s+(?:via|at|from|@|\||–|—|-)\s+.*$|\s+/\s+.*$|(?<=\w)/.*$|\s*\|.*$", re.I)
_HONORIFIC = re.compile(
    r"^(?:dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|rev|herr|frau|dipl|ing|mag|m|mme|mlle|sr|sra|srta|don|doña|"
    r"dott|dott\.ssa|avv|dhr|mevr|drs|ir|hr|pan|pani|lord|lady)\.?(?:-ing\.?)?\s+",
    re.I,
)
_TITLE = re.compile(
    r"(?:(?:univ|priv|ao|apl|hon|em)\.?-?)?(?:prof|doz)\.?|(?:dr|mag|mmag|prim|dipl|dott)\.(?:ª|ssa|in)?|dr|prof|pd|"
    r"(?:dipl\.?-?|dr\.?-?)ing\.?|ing\.|inż\.|mgr|hab\.|med\.|dent\.|vet\.|jur\.|phil\.|rer\.|nat\.|habil\.|oec\.|h\.?c\.",
    re.I,
)
"""A word of an academic title, which stands before a name, and in directories behind it."""
_DEGREE = re.compile(r"(?:Ph\.?D|M\.?Sc|B\.?Sc|MBA|LL\.?M|CIPD|M\.?D)\.?")
"""What stands behind a name only."""
_HONORED = re.compile(r"様$|さん$|氏$|先生$|殿$")
_LEGAL = re.compile(r"\b(?:inc|ltd|llc|gmbh|phd|md|msc|mba|rn|cipd|esq|jr|sr|ii|iii)\b", re.I)
_CJK_NAME = re.compile(r"^[\u3040-\u30ff\u4e00-\u9fff\s]{2,12}$")
CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_INITIAL = re.compile(spelled(r"\b([\pU])\.(?=[\pU][\pL])"))
_AFTER_COMMA = re.compile(r",.*$")
_DASH = re.compile(r"\s+[-–—|]\s+")
_PARTICLES = frozenset("van von de der den da di del dos zu la le ter ten af al bin".split())


@lru_cache(maxsize=10_000)
def clean_name(name: str) -> str:
    """Return a name as people write it: no pronouns, no company, family name last."""
    text = _PRONOUNS.sub("", name).strip().strip("'\"")
    text = _titles_first(_ASIDE.sub("", _VIA.sub("", text)).strip() or text)
    family, _, given = text.partition(",")
    given = _LEGAL.sub("", given).strip(" .")
    if text.count(",") == 1 and given and (len(family.split()) == 1 or not _LEGAL.search(text)):
        family = family.strip()
        title = _HONORIFIC.match(f"{family} ")
        family = family[title.end() :].strip() if title and title.end() < len(family) else family
        text = f"{given} {family}" if given and family else text
    text = _INITIAL.sub(r"\1. ", _AFTER_COMMA.sub("", text))
    parts = _HONORED.sub("", text).split()
    if len(parts) > 2 and all(map(CJK.search, parts)):
        parts = parts[-1:]  # the organisation, the office, then the name
    return " ".join(parts)


def _titles_first(text: str) -> str:
    """Return a name before which its titles stand.

    A directory turns it round: `Huber Karl Prim. Dr.`; behind a comma they follow the whole name.
    """
    words = [w for w in re.split(r"(,)|\s+", text) if w]
    while len(words) > 2 and _DEGREE.fullmatch(words[-1]):
        words.pop()
        text = text.rpartition(" ")[0].rstrip(" ,")
    last = len(words)
    while last and (_TITLE.fullmatch(words[last - 1]) or words[last - 1] == ","):
        last -= 1
    titles = [w for w in words[last:] if w != ","]
    name = [w for w in words[:last] if not _TITLE.fullmatch(w)]
    if not titles or len(name) < 2:
        return text
    if "," not in words:
        name = [w for w in words[:last] if _TITLE.fullmatch(w)] + [*name[1:], name[0]]
    else:
        name = words[:last]
    return " ".join([*titles, *name]).replace(" ,", ",")


def name_in_address(bare: str) -> str:
    """Return the name of which an address is made (`margaret.rhodes@`); empty where it is unclear."""
    parts = bare.partition("@")[0].split(".")
    is_name = len(parts) == 2 and all(p.isalpha() and len(p) > 1 for p in parts)
    return " ".join(p.title() for p in parts) if is_name else ""


def name_of(address: Address) -> str:
    """Return somebody's name: as a mail program wrote it, else as the address is made of it."""
    return clean_name(name_part(address)) or name_in_address(address.address)


def name_part(address: Address) -> str:
    """Return a display name without the house or office before it.

    `Officine Brambati - Loredana Pezzotta` is she; `Secretariaat <fatiha.benali@…>` is Fatiha Benali.
    """
    return _name_part(address.name, address.address)


_IN_BRACKETS = re.compile(r"\(([^()]+)\)$")
"""Whose office it is that a display name names: `Secrétariat Kerdanet (Sylvie Le Goff)`."""


@lru_cache(maxsize=10_000)
def _name_part(name: str, bare: str) -> str:
    before, between, person = _parted(name)
    inside = _IN_BRACKETS.search(name)
    if inside and OFFICE.search(name[: inside.start()]):
        before, between, person = name[: inside.start()], inside[0][0], inside[1]
    if not between:
        return (OFFICE.search(name) and name_in_address(bare)) or name
    words = person.split()
    if len(words) not in (2, 3) or not all(map(_CAPITALIZED.fullmatch, words)):
        return name
    label = _letters(bare.rpartition("@")[2].partition(".")[0])
    of_house = any(len(w) > 3 and _letters(w) in label for w in before.split())
    is_theirs = any(len(w) > 3 and _letters(w) in label for w in words)
    return person if (of_house or OFFICE.search(before)) and not is_theirs else name


def _parted(name: str) -> tuple[str, str, str]:
    found = _DASH.search(name)
    return (name[: found.start()], found[0], name[found.end() :]) if found else (name, "", "")


_CAPITALIZED = re.compile(spelled(r"[\pU][ß\pL'’]+(?:-[\pU][ß\pL]+)?"))
OFFICE = re.compile(
    r"\b(?:segreteria|secretariaat|sekretariat(?:et)?|secrétariat|secretaría|secretariado|secretaria|office|büro|bureau|ufficio|oficina|kontor|biuro|"
    r"hr|people team|recruiting team|personalabteilung|risorse umane|direction|direzione|dirección|direção|team|kadry)\b",
    re.I,
)
"""An office, before the name of who writes there."""


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def without_honorific(text: str) -> str:
    """Return what somebody is called without `Mr`, `Frau`, `様` and the like."""
    return _without_titles(_HONORED.sub("", text.strip())) or text


def _without_titles(text: str) -> str:
    while True:
        shorter = _HONORIFIC.sub("", text)
        first, _, rest = shorter.partition(" ")
        shorter = rest if rest and _TITLE.fullmatch(first) else shorter
        if shorter == text:
            return text
        text = shorter


_HAN = re.compile(r"^[\u4e00-\u9fff]{2,4}$")
_CHINESE_TITLES = "总 董 经理 总监 主任 部长 院长 老师 教授 先生 女士 小姐 博士 工".split()


@lru_cache(maxsize=10_000)
def names_of(name: str) -> tuple[str, ...]:
    """Return what somebody may be called alone: the family name, the given one.

    Where a Chinese or Japanese name is written without a space, its first and last two characters,
    and the first with a Chinese title.
    """
    given, family = split_name(name)
    if not given and _HAN.match(family):
        honored = tuple(f"{family[0]}{title}" for title in _CHINESE_TITLES)
        return (
            (family, family[:2], family[-2:], *honored) if len(family) > 2 else (family, *honored)
        )
    return tuple(n for n in (family, given) if n)


@lru_cache(maxsize=10_000)
def split_name(name: str) -> tuple[str, str]:
    """Return given and family name; a Japanese or Chinese name begins with the family's."""
    bare = _without_titles(name)
    parts = bare.split()
    if not parts:
        return "", ""
    if _CJK_NAME.match(bare):
        return (parts[1], parts[0]) if len(parts) == 2 else ("", bare)
    if len(parts) == 1:
        return parts[0], ""
    for number, part in enumerate(parts[1:], 1):
        is_within = number < len(parts) - 1 and part.istitle()  # `Sylvie Le Goff`
        if (part.islower() or is_within) and part.lower() in _PARTICLES:
            return " ".join(parts[:number]), " ".join(parts[number:])
    capitals = [p for p in parts if p.isupper() and len(p) > 2]
    if capitals and len(capitals) < len(parts):
        return " ".join(p for p in parts if p not in capitals), " ".join(
            p.title() for p in capitals
        )
    return " ".join(parts[:-1]), parts[-1]


GREETINGS = frozenset(
    "dear gentile gentili egregio egregia caro cara cari cher chere liebe lieber werte werter beste geachte "
    "estimado estimada querido querida caros prezado prezada exmo exma hallo hello kara drogi droga".split()
)
"""Words with which mail begins, folded, that are somebody's name too: `Gentile dottoressa`."""
