"""The sentences of a mail and the groups of words in them, per language: the tools of the claims."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from mailer.letters import spelled
from mailer.reading import people_words
from mailer.reading.claim_words import CLAIM_WORDS, ClaimWords
from mailer.reading.company import replace_words
from mailer.reading.frames import in_plain
from mailer.reading.language import likely_codes

NAME = "\u00a4"
LIGHT = frozenset("has does finds find sends send sending confirms confirm time times day".split())
"""Verbs and nouns that say too little of a habit."""
_WRAP = re.compile(r"(?<=[^\n]{45})\n(?=[^\n])")
_SHORT = "sr sra srs eng dr dra drs mr ms mrs prof ing lic dott sig mag dipl exmo exma hr mme mlle arq av ir dhr mevr"  # fmt: skip
"""Titles with a dot that ends no sentence."""
_TITLE_DOT = "|".join(rf"(?<=\b{title})" for title in _SHORT.split())
_SENTENCE = re.compile(
    rf"(?:[^.!?。！？\n;]|[.](?=\w)|(?<=\d)[.](?= ?\d)|(?<=\b\w)[.]|(?:{_TITLE_DOT})[.])+[.!?。！？]?"
)
_MOST = 400
"""The longest sentence that is read; a longer one is a list."""


class ClaimGroups:
    """The groups of one language, compiled as they are asked for."""

    def __init__(self, code: str, table: ClaimWords) -> None:
        self.code, self.table = code, table

    @lru_cache(maxsize=64)  # noqa: B019 (there are eleven of these, for good)
    def find(self, *names: str) -> re.Pattern[str]:
        """Return one pattern for some groups."""
        joined = "|".join(getattr(self.table, name) for name in names)
        if self.code == "de":
            for letter, spelt in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
                joined = joined.replace(letter, f"(?:{letter}|{spelt})")
        return re.compile(
            rf"(?<!\w)(?:{joined})(?!\w)" if self.table.is_spaced else f"(?:{joined})"
        )

    def denies(self, sentence: str, spans: Sequence[re.Match[str]]) -> bool:
        """Tell whether something denies what stands within these bounds."""
        first = min(s.start() for s in spans)
        last = max(s.end() for s in spans)
        return bool(self.find("nots").search(sentence[max(0, first - 14) : last + 10]))


_GROUPS = {code: ClaimGroups(code, table) for code, table in CLAIM_WORDS.items()}


def groups_of(text: str) -> Iterator[ClaimGroups]:
    """Yield the groups of the languages that a text may be in, the likeliest first."""
    codes = likely_codes(text)
    if not codes:
        yield from _GROUPS.values()
    yield from (_GROUPS[code] for code in codes if code in _GROUPS)


def sentences_of(said: str) -> list[str]:
    """Return the sentences in lower case, what a mail program wrapped put together again."""
    text = in_plain(_WRAP.sub(" ", said))
    found = (f[0].strip() for f in _SENTENCE.finditer(text) if len(f[0]) < _MOST)
    return [s for s in found if any(map(str.isalnum, s))]  # `(no. 2!).` leaves a bracket


def named_sentences(said: str, names: Sequence[str], groups: ClaimGroups) -> list[str]:
    """Return the sentences with a mark for the name, and for the pronoun that follows it."""
    spoken = {n for n in names if len(n) > 1}
    if not spoken:
        return []
    found, was_named = [], False
    for sentence in sentences_of(_mark(said, spoken, groups)):
        marked = sentence
        if was_named and NAME not in marked:
            marked = re.sub(rf"^\W*(?:{groups.table.they})(?!\w)", f"{NAME} ", marked)
        if was_named and NAME not in marked:
            marked = _TO_THEM.sub(rf"\g<1> {NAME}", marked, count=1)
        was_named = NAME in marked
        found.append(marked)
    return found


_TO_THEM = re.compile(
    r"(?<!\w)(to|an|à|a|aan|till|do) (?:him|her|ihn|lui|elle|él|ella|ele|ela|lei|hem|haar|honom|henne|niego|niej)(?!\w)"
)
"""Whom the sentence before has named: `the role reports to him`."""


def _mark(said: str, names: Collection[str], groups: ClaimGroups) -> str:
    """Mark a name wherever it stands, but not where another family name follows it."""

    def mark(start: int, end: int) -> str:
        name = said[start:end]
        follows = _CAPITAL.match(said, end)
        is_noun = follows and groups.find("dates", "talk").fullmatch(follows[1].lower())
        is_other = follows and " " not in name and not is_noun and name.isascii()
        return name if is_other else NAME

    return replace_words(names, said, mark, spaced=groups.table.is_spaced)


_CAPITAL = re.compile(spelled(r" ([\pU][\pL]+)"))


def near(
    sentence: str, gap: int, *patterns: re.Pattern[str], in_order: bool = False
) -> list[re.Match[str]]:
    """Return one match of each pattern, none further from the next than the gap; or nothing."""
    found: list[list[re.Match[str]]] = []
    for pattern in patterns:
        found.append(list(pattern.finditer(sentence)))
        if not found[-1]:
            return []
    return _chain(found, [], gap, in_order)


def _chain(
    rest: list[list[re.Match[str]]], got: list[re.Match[str]], gap: int, in_order: bool
) -> list[re.Match[str]]:
    if not rest:
        return got
    for match in rest[0]:
        if all(apart(g, match) >= 0 for g in got) and (
            not got
            or (
                0 <= match.start() - got[-1].end() <= gap
                if in_order
                else min(apart(g, match) for g in got) <= gap
            )
        ):
            found = _chain(rest[1:], [*got, match], gap, in_order)
            if found:
                return found
    return []


def apart(one: re.Match[str], other: re.Match[str]) -> int:
    """Return the characters between two matches, below nought where they overlap."""
    return max(one.start() - other.end(), other.start() - one.end())


def recruits_in(text: str) -> bool:
    """Tell whether a text names who recruits: `people` alone are people like any other."""
    return any(m[0].lower() not in _FOLK for m in people_words.RECRUITER_TITLE.finditer(text))


_FOLK = frozenset("pessoas personas people personal employment".split())
