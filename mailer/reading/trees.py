"""Sums of small decision trees, learned from labelled mailboxes (benchmarks/understanding/learn.py)."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Node = tuple[int, float, int, int]
"""The number of a fact, up to which value to go on with the first of two nodes, and these two.

In a leaf the number is -1, and the value is what it adds.
"""


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees that each add to the score of one of the answers: the first to the first, and so on in turn.

    With one answer alone the score is its log-odds.
    """

    facts: tuple[str, ...]
    bias: tuple[float, ...]
    """One for each of the answers."""
    trees: tuple[tuple[Node, ...], ...]

    def scores(self, facts: Mapping[str, float]) -> list[float]:
        """Return the scores of the answers, by the facts of which they are asked."""
        values = [float(facts[name]) for name in self.facts]
        scores = list(self.bias)
        for number, tree in enumerate(self.trees):
            scores[number % len(scores)] += _leaf(tree, values)
        return scores

    def judge(self, facts: Mapping[str, float]) -> float:
        """Return the log-odds of the one answer."""
        (odds,) = self.scores(facts)
        return odds


def _leaf(tree: Sequence[Node], values: Sequence[float]) -> float:
    fact, value, low, high = tree[0]
    while fact >= 0:
        fact, value, low, high = tree[low if values[fact] <= value else high]
    return value


@cache
def trees(name: str) -> Trees:
    """Return a table of trees, read once: the facts, the bias of each answer, then a node a line."""
    text = files("mailer.reading").joinpath(f"{name}_trees.csv").read_text("utf-8")
    facts, bias, *rows = csv.reader(text.splitlines())
    grown: list[list[Node]] = []
    for tree, fact, value, low, high in rows:
        if int(tree) == len(grown):
            grown.append([])
        grown[-1].append((int(fact), float(value), int(low), int(high)))
    return Trees(tuple(facts), tuple(map(float, bias)), tuple(map(tuple, grown)))
