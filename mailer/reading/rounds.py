"""Which talk a mail speaks of, a first one with who recruits or an interview, by weighing its signs.

A careful reader goes by facts: who will talk, where, how long, as which of several, with what to
do, whether a talk lies behind. No sign decides alone; each has its points and its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mailer.reading.claim_groups import sentences_of
from mailer.reading.frames import stems
from mailer.reading.language import likely_codes
from mailer.reading.round_words import ROUND_WORDS

_NEAR = 75
"""Characters that may lie between two words of one sign."""
_NEAR_UNSPACED = 20


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for an interview (points above nought) or for a first talk (below), in its words."""

    points: float
    words: str


class _Groups:
    """The groups of one language, compiled as they are asked for."""

    def __init__(self, code: str) -> None:
        self.table = ROUND_WORDS[code]
        self.gap = _NEAR if self.table.is_spaced else _NEAR_UNSPACED

    @lru_cache(maxsize=16)  # noqa: B019 (there are eleven of these, for good)
    def find(self, name: str) -> re.Pattern[str]:
        return stems(getattr(self.table, name), is_spaced=self.table.is_spaced)


_GROUPS = {code: _Groups(code) for code in ROUND_WORDS}


@lru_cache(maxsize=4_096)
def signs_in(said: str, *, is_subject: bool = False) -> tuple[Sign, ...]:
    """Return the signs of a mail's own words, sentence by sentence; a subject tells no persons, only posts."""
    text = said.lower().replace("’", "'")
    found = [
        sign
        for groups in _groups_of(text)
        for sentence in sentences_of(text)
        for sign in _in_sentence(sentence, groups, is_subject=is_subject)
    ]
    return (*(s for s in found if s.points > 0), *[s for s in found if s.points < 0][:1])


def speaks_of_talk(said: str) -> bool:
    """Tell whether a mail speaks of talking or meeting at all."""
    text = said.lower().replace("’", "'")
    return any(
        groups.find(name).search(text) for groups in _groups_of(text) for name in ("talk", "come")
    )


def is_only_handed_on(said: str) -> bool:
    """Tell whether a talk lies behind and the papers go on: it was the first one."""
    text = said.lower().replace("’", "'")
    return any(
        groups.find("held").search(text) and groups.find("passes").search(text)
        for groups in _groups_of(text)
    )


def _groups_of(text: str) -> list[_Groups]:
    return [_GROUPS[code] for code in likely_codes(text) if code in _GROUPS]


def _in_sentence(sentence: str, groups: _Groups, *, is_subject: bool) -> Iterator[Sign]:
    find = groups.find
    for small in find("small").finditer(sentence):
        if not find("held").search(sentence[max(0, small.start() - 40) : small.end() + 10]):
            yield Sign(-1, small[0])
            break
    if _ONLY_AFTER.search(sentence):
        return
    later = find("later").search(sentence)
    reach = later.start() if later and groups.table.is_spaced else len(sentence)
    if (later and not groups.table.is_spaced) or find("passes").search(sentence):
        return
    said = find("held").sub(" ", sentence[:reach])
    for name in ("more", "task", "wants"):
        found = find(name).search(said)
        if found:
            yield Sign(2, found[0])
    if is_subject:
        return
    for first, second, points in (("talk", "who", 2.5), ("come", "place", 2.0)):
        both = _near(said, find(first), find(second), groups.gap)
        if both:
            yield Sign(points, both)


_ONLY_AFTER = re.compile(
    r"\b(?:only (?:after|then|if|once)|erst (?:danach|dann|wenn|nach)|seulement (?:après|si|ensuite)|solo (?:dopo|se|después)|"
    r"sólo (?:después|si)|só depois|pas (?:na|als|daarna)|först (?:efter|när)|dopiero)\b"
)
_BETWEEN = re.compile(
    r"\b(?:about|regarding|über|au sujet|concernant|acerca|riguardo|betreff|dotycząc\w+|its|decid\w+|entscheid\w*|décid\w*|beslis\w*|besluit\w*|beslut\w*)\b|[，。]"
)
"""What parts two words of one sign: a chat about a team is none with it."""


def _near(said: str, one: re.Pattern[str], other: re.Pattern[str], gap: int) -> str:
    """Return the words from one to the other where they stand near each other, in any order."""
    others = list(other.finditer(said))
    for a in one.finditer(said) if others else ():
        for b in others:
            first, second = (a, b) if a.start() < b.start() else (b, a)
            between = said[first.end() : second.start()]
            if (
                first.end() <= second.start()
                and len(between) <= gap
                and not _BETWEEN.search(between)
            ):
                return said[first.start() : second.end()]
    return ""
