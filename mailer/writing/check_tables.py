"""What the checker looks for, language by language: read from `templates/<language>/language.toml`.

A table that lacks a key is a fault of the language's folder, and is told as a `KeyError`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from mailer.letters import spelled
from mailer.writing.render import read_language

_NAME = spelled(
    r"(?P<name>(?-i:[\pU][\w&'’.-]*[\w])"
    r"(?:\s+(?-i:(?:[\pU][\w&'’.-]*[\w])|of|and|&|de|du|der|und)){0,6}(?<!\sof)(?<!\sand)(?<!\sde)(?<!\sund))"
)
Patterns = tuple[re.Pattern[str], ...]


class Group:
    """Phrases of one category, with what is said about them."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.rule: str = document.get("rule", "E26")
        self.level: str = document["level"]
        self.message: str = document["message"]
        self.patterns = _compile(document["patterns"])


class Table:
    """All that is looked for in one language."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.decision = _compile(document["decision"])
        self.decision_example: str = document["decision_example"]
        self.hedge = _compile(document["hedge"])
        """Words that undo a decision in the same sentence."""
        self.interest = _compile(document["interest"])
        self.leaving = _compile(document["leaving"])
        """Words without which nothing can be said of leaving; they alone decide nothing."""
        self.thanks = _compile(document["thanks"])
        self.courtesy = _compile(document["courtesy"])
        """Hard words about the user's own act (`sorry to disappoint`): no grievance."""
        self.judged = _compile(document["judged"])
        self.praise = _compile(document["praise"])
        self.apology = _compile(document["apology"])
        self.own_message = _compile(document.get("own_message", []))
        self.most_apologies: int = document.get("most_apologies", 1)
        self.empty_greeting = _compile(document["empty_greeting"])
        self.company = _compile(document["company"])
        self.elsewhere = _compile(document["elsewhere"])
        self.other_employer = _compile(document["other_employer"])
        self.judgement = _compile(document["judgement"])
        self.reasons = {name: _compile(p) for name, p in document["reasons"].items()}
        self.groups = [Group(g) for g in document["groups"]]


def _compile(patterns: list[str]) -> Patterns:
    return tuple(re.compile(p.replace("{NAME}", _NAME), re.I | re.M) for p in patterns)


@cache
def load_table(language: str) -> Table:
    """Return what is looked for in a language that has letters."""
    return Table(read_language(language)["checker"])
