"""Which talk a mail speaks of, a first one with who recruits or an interview, by weighing its signs.

A careful reader goes by facts: who will talk, where, how long, as which of several, with what to
do, whether a talk lies behind. No sign decides alone; each has its points and its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from mailer.reading.claim_groups import sentences_of
from mailer.reading.frames import Lexicon, in_plain
from mailer.reading.round_words import ROUND_WORDS

_LEXICON = Lexicon(ROUND_WORDS)
_NEAR = 75
"""Characters that may lie between two words of one sign."""
_NEAR_UNSPACED = 20


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for an interview (points above nought) or for a first talk (below), in its words."""

    points: float
    words: str


@lru_cache(maxsize=4_096)
def signs_in(said: str, *, is_subject: bool = False) -> tuple[Sign, ...]:
    """Return the signs of a mail's own words, sentence by sentence; a subject tells no persons, only posts."""
    text = in_plain(said)
    sentences = sentences_of(text)
    found = [
        sign
        for code in _LEXICON.codes_of(text)
        for sentence in sentences
        for sign in _in_sentence(sentence, code, is_subject=is_subject)
    ]
    return (*(s for s in found if s.points > 0), *[s for s in found if s.points < 0][:1])


def speaks_of_talk(said: str) -> bool:
    """Tell whether a mail speaks of talking or meeting at all."""
    text = in_plain(said)
    return any(
        _LEXICON.find(code, name).search(text)
        for code in _LEXICON.codes_of(text)
        for name in ("talk", "come")
    )


def lies_behind(said: str) -> bool:
    """Tell whether a mail speaks of a talk that was held."""
    text = in_plain(said)
    return any(_LEXICON.find(code, "held").search(text) for code in _LEXICON.codes_of(text))


def is_only_handed_on(said: str) -> bool:
    """Tell whether a talk lies behind and the papers go on: it was the first one."""
    text = in_plain(said)
    return any(
        _LEXICON.find(code, "held").search(text) and _LEXICON.find(code, "passes").search(text)
        for code in _LEXICON.codes_of(text)
    )


def _in_sentence(sentence: str, code: str, *, is_subject: bool) -> Iterator[Sign]:
    find = partial(_LEXICON.find, code)
    is_spaced = ROUND_WORDS[code].is_spaced
    for small in find("small").finditer(sentence):
        if not find("held").search(sentence[max(0, small.start() - 40) : small.end() + 10]):
            yield Sign(-1, small[0])
            break
    if _ONLY_AFTER.search(sentence):
        return
    later = find("later").search(sentence)
    reach = later.start() if later and is_spaced else len(sentence)
    if (later and not is_spaced) or find("passes").search(sentence):
        return
    said = find("held").sub(" ", sentence[:reach])
    for name in ("more", "task", "wants"):
        found = find(name).search(said)
        if found:
            yield Sign(2, found[0])
    if is_subject:
        return
    for first, second, points in (("talk", "who", 2.5), ("come", "place", 2.0)):
        both = _near(said, find(first), find(second), _NEAR if is_spaced else _NEAR_UNSPACED)
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
