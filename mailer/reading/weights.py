"""How much each sign speaks for what, learned from labelled mailboxes (benchmarks/understanding/learn.py)."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from mailer.reading.signs import STANDING, shown

_TELLING = re.compile(r"[^\W\d_]{4}|[\u3040-\u30ff\u3400-\u9fff]{2}")
"""What a run of words holds that says anything to a reader."""
_MANY = 40
"""From about so many known words on each counts for less: a short mail shall not shout."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What signs weigh: one number for each of the answers, none for signs that tell nothing."""

    answers: tuple[str, ...]
    bias: tuple[float, ...]
    rows: Mapping[str, tuple[float, ...]]

    def judge(self, signs: Set[str]) -> dict[str, float]:
        """Return the natural logarithm of the probability of every answer."""
        known = self.rows.keys() & signs
        words = [s for s in known if s[0] != STANDING]
        scale = word_scale(len(words))
        standing = self._sums(known.difference(words))
        sums = [
            bias + one + scale * other
            for bias, one, other in zip(self.bias, standing, self._sums(words), strict=True)
        ]
        top = max(sums)
        whole = top + math.log(sum(math.exp(s - top) for s in sums))
        return {answer: s - whole for answer, s in zip(self.answers, sums, strict=True)}

    def _sums(self, signs: Collection[str]) -> Iterable[float]:
        """Return what these signs of the table weigh together for each answer, in whatever order."""
        if not signs:
            return (0.0,) * len(self.answers)
        return map(math.fsum, zip(*map(self.rows.__getitem__, signs), strict=True))

    def known(self, signs: Collection[str]) -> int:
        """Return how many of these signs are words that weigh anything."""
        return sum(s in self.rows and not s.startswith(STANDING) for s in signs)

    def belief(self, signs: Collection[str], half: int) -> float:
        """Return how far to believe it, 0 to 1: a half where `half` words are known, less of a line or two."""
        known = self.known(signs)
        return known**2 / (known**2 + half**2)

    def telling(self, signs: Collection[str], answer: str, count: int = 3) -> list[str]:
        """Return the words that speak most for an answer, strongest first."""
        if answer not in self.answers:
            return []
        place = self.answers.index(answer)
        words = (s for s in signs if s in self.rows and not s.startswith(STANDING))
        told = (s for s in words if _TELLING.search(s.partition(":")[2] or s))
        over = {s: self.rows[s][place] - sum(self.rows[s]) / len(self.answers) for s in told}
        best = sorted((s for s in over if over[s] > 0), key=lambda s: (-over[s], s))
        return best[:count]

    def words(self, signs: Collection[str], answer: str) -> str:
        """Return the up to three words that speak most for an answer, as a reader may see them."""
        told = dict.fromkeys(map(shown, self.telling(signs, answer, 6)))
        return ", ".join([*told][:3])


WEIGH = "such words weigh for it"
"""The reason for what a table told."""


def word_scale(known: int) -> float:
    """Return by what the weight of each of so many known words is multiplied."""
    return 1.0 / math.sqrt(known + _MANY)


@cache
def weights(name: str) -> Weights:
    """Return a table of weights, read once; its first row is the bias."""
    text = files("mailer.reading").joinpath(f"{name}_weights.csv").read_text("utf-8")
    head, bias, *rows = csv.reader(text.splitlines())
    return Weights(
        answers=tuple(head[1:]),
        bias=tuple(map(float, bias[1:])),
        rows={row[0]: tuple(map(float, row[1:])) for row in rows},
    )
