"""Runs of words by which mail tells what it is: signs, which weigh for one answer or another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from mailer.reading.company import fold

THEY, YOU = "§", "@"
"""What stands in a sign for the writer's own name and for the user's."""
STANDING = "="
"""What a sign begins with that is no word: how many wrote, from where."""
_WORD = re.compile(r"[^\W\d_]+|\d+|[?!§]")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_SENTENCE = re.compile(r"[\n.!?。！？]")
_BEGINNING = 5
"""So many letters stand for a long word in all its cases: `Weiterentwicklung`, `einladen`."""
_ENDINGS = (4, 5, 6)
_MANY = 4


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded; every number is one and the same."""
    return _words(fold(text))


def _words(folded: str) -> list[str]:
    return ["0" if w.isdigit() else w for w in _WORD.findall(folded)]


@lru_cache(maxsize=8_192)
def _sentences(text: str) -> tuple[tuple[str, ...], ...]:
    found = (tuple(_words(s)) for s in _SENTENCE.split(fold(text)))
    return tuple(words for words in found if words)


def runs(
    text: str, place: str, most: int, names: dict[str, str], *, beginning: bool = False
) -> list[str]:
    """Return the runs of up to `most` words within a sentence; of scripts without spaces, of signs.

    With `beginning` also how the long words begin, whatever their case.
    """
    found: list[str] = []
    for plain in _sentences(text):
        words = [names.get(w, w) for w in plain]
        found += [place + w for w in words] if place else words
        found += [f"{place}{a} {b}" for a, b in pairwise(words)]
        for length in range(3, most + 1):
            last = len(words) - length + 1
            found += [place + " ".join(words[n : n + length]) for n in range(last)]
        if beginning:
            long = [w[:_BEGINNING] for w in plain if len(w) > _BEGINNING + 1 and w not in names]
            found += [f"{_BEGINNING}{place or ':'}{w}" for w in long]
    for run in () if text.isascii() else _EAST.findall(text):
        for first in range(len(run)):
            for end in range(first + 1, min(first + _MANY, len(run)) + 1):
                found.append(place + run[first:end])
    return found


def endings(text: str, names: Collection[str]) -> Iterator[str]:
    """Yield how the long words of a text end: by that a post is told that nobody has listed, `…ledare`."""
    for word in words_of(text):
        if word not in names:
            yield from (f"e:{word[-n:]}" for n in _ENDINGS if len(word) > n + 1)


def shown(sign: str) -> str:
    """Return the words of a sign as a reader may see them: no names, `…` where a word goes on."""
    place, _, text = sign.partition(":") if ":" in sign else ("", "", sign)
    words = "".join(_SHOWN.get(letter, letter) for letter in text)
    return f"{words}…" if place.startswith(str(_BEGINNING)) else words


_SHOWN = {THEY: "[name]", YOU: "[you]", "0": "[number]"}


def names_in_signs(theirs: Iterable[str], user: str) -> dict[str, str]:
    """Return what stands in signs for the words of these names and of the user's."""
    own = {w for name in theirs for w in words_of(name) if len(w) > 1}
    return dict.fromkeys(own, THEY) | dict.fromkeys(words_of(user), YOU)


def few(count: int) -> int:
    """Return a count up to which more makes no difference."""
    return min(count, _MANY)
