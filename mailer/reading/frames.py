"""How the tables of `mailer.reading.tongues` are written: what a clause is made of, per language.

Stems are parted by spaces; `_` is a space, `~` any ending of a word, `..` up to 45 characters
of the same clause. All is for text in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from mailer.reading.language import likely_codes


class Says(StrEnum):
    """What a clause may say."""

    FILLED = "filled"
    """They: the post is gone, the search was given up."""
    REJECTED = "rejected"
    """They: it is not you."""
    WITHDRAWN = "withdrawn"
    """The user: I leave."""
    OFFERED = "offered"
    AGREED = "agreed"
    """The user: yes, signed; it counts after an offer."""
    WELCOMED = "welcomed"
    """They: glad you come, your contract is here; it counts after an offer."""
    LAST = "last"
    """A last round."""


def stems(text: str, *, is_spaced: bool = True) -> re.Pattern[str]:
    """Compile a list of stems; none of them stands inside a word where words are `is_spaced`."""
    parts = [_stem(part) for part in text.split()]
    joined = "|".join(parts)
    return re.compile(rf"\b(?:{joined})(?!\w)" if is_spaced else f"(?:{joined})")


def in_plain(text: str) -> str:
    """Return a text as the stems are written: in lower case, with straight apostrophes."""
    return text.lower().replace("’", "'")


class Lexicon:
    """Tables of stems, one for each language, compiled as they are asked for."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._tables = tables
        self._compiled: dict[tuple[str, str], re.Pattern[str]] = {}

    def codes_of(self, text: str) -> list[str]:
        """Return the languages that a text may be in, the likeliest first."""
        return [code for code in likely_codes(text) if code in self._tables]

    def find(self, code: str, name: str) -> re.Pattern[str]:
        """Return the pattern of one group of a language's."""
        key = code, name
        if key not in self._compiled:
            table = self._tables[code]
            self._compiled[key] = stems(getattr(table, name), is_spaced=table.is_spaced)
        return self._compiled[key]


_BETWEEN = r"(?:(?!\b(?:nicht|kein|not|niet|geen|inte|nie|pas|no|não|non)\b)[^.!?,;。\n]){0,45}?"
"""What may stand between the parts of a verb: nothing that denies it."""


def _stem(part: str) -> str:
    part = part.replace("_", " ").replace("~", r"\w*").replace("..", _BETWEEN)
    for letter, spelt in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        part = part.replace(letter, f"(?:{letter}|{spelt})")
    return part


@dataclass(frozen=True)
class Frame:
    """A verb or adjective, the noun that it is said of, and whether it must be denied."""

    kind: Says
    says: str
    about: str = ""
    """Empty: what is said needs no noun."""
    denied: bool = False
    gap: int = 60
    """Characters that may lie between the two."""
    is_near: bool = False
    """The two stand in one clause, not only in one sentence."""
    unless: str = ""
    """What makes the clause say something else."""
    is_spaced: bool = True
    any_polarity: bool = False
    """The verb holds what denies it: `不合适`."""

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """The compiled `says`."""
        return stems(self.says, is_spaced=self.is_spaced)

    @cached_property
    def noun(self) -> re.Pattern[str] | None:
        """The compiled `about`."""
        return stems(self.about, is_spaced=self.is_spaced) if self.about else None

    @cached_property
    def killer(self) -> re.Pattern[str] | None:
        """The compiled `unless`."""
        return stems(self.unless, is_spaced=self.is_spaced) if self.unless else None


_NEVER = r"(?!)"


@dataclass(frozen=True)
class Tongue:
    """One language: what denies, conditions and moves away, and its frames; all but those raw patterns."""

    code: str
    nots: str
    """What denies, before the verb."""
    breaks: str
    """Words that begin another clause."""
    ifs: str
    """What makes a clause conditional, anywhere before the verb in it."""
    opens_if: str
    """What makes a whole sentence conditional at its beginning."""
    maybe: str
    """What leaves an ending open: `could be`, `might`."""
    past: str
    """Another year."""
    other: str
    """What stands right before a noun that is not the one of this talk."""
    yet: str
    """`Not yet`, which denies nothing for good."""
    later: str
    """What stands right after a verb that is only put off."""
    people: str
    """Others, of whom something is said before the noun."""
    glad: str
    """Words of a mail that ends nothing."""
    frames: tuple[Frame, ...]
    buts: str
    """What takes a yes back in the same sentence."""
    wants: str
    """What makes a condition no condition: `it is yours if you want it`."""
    asks: str
    """How one begins to ask a favour: `could you remove me from the list?` is a word of leaving."""
    trails: int = 0
    """Characters after the verb in which it may be denied: `besetzen wir nicht`."""
    conditions_follow: bool = False
    """A condition stands behind its verb: `中止になる場合`."""
    nots_over_comma: str = _NEVER
    """What denies the clause after the comma: `nicht in der Lage, …`."""
    compiled: dict[str, re.Pattern[str]] = field(default_factory=dict, compare=False, repr=False)

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return one of the raw patterns, compiled."""
        if name not in self.compiled:
            raw = getattr(self, name) or _NEVER
            ends = {"other": r"\W{0,2}$", "nots_over_comma": r"\W{0,2}$"}.get(name, "")
            begins = {"opens_if": r"\W{0,3}", "asks": r"[^.!?]{0,40}\b"}.get(name, "")
            self.compiled[name] = re.compile(f"{begins}(?:{raw}){ends}")
        return self.compiled[name]

    def of(self, kind: Says) -> tuple[Frame, ...]:
        """Return the frames of a kind."""
        return tuple(f for f in self.frames if f.kind is kind)
