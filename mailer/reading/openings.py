"""Whether the first mail of a thread opens a process, goes on with one, or is of none: by all its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mailer.reading.signs import STANDING, endings, names_in_signs, runs
from mailer.reading.weights import weights

OPENS, CONTINUES, NEITHER = "opens", "continues", "neither"
"""What a first mail does with a process, as the weights name it."""


@dataclass(frozen=True, slots=True)
class FirstMail:
    """The first mail that somebody wrote in a thread, and how the thread began."""

    subject: str
    text: str
    """Without what it quotes."""
    writers: tuple[str, ...]
    """The names of all who write in the thread; they and the user's are no signs."""
    user: str
    is_begun_by_user: bool
    is_begun_by_reply: bool
    """By its subject."""
    is_answer: bool
    """What began the thread names a mail that it answers."""


def signs_of_opening(first: FirstMail) -> frozenset[str]:
    """Return all that tells whether such a mail opens a process."""
    names = names_in_signs(first.writers, first.user)
    found = {*runs(first.subject, "s:", 2, names, beginning=True)}
    found |= {*runs(first.text, "", 2, names, beginning=True), *endings(first.subject, names)}
    for name, is_so in (
        ("own", first.is_begun_by_user),
        ("reply", first.is_begun_by_reply),
        ("answers", first.is_answer),
    ):
        found.add(f"{STANDING}{name}:{is_so:d}")
    return frozenset(found)


@lru_cache(maxsize=2048)
def begins(first: FirstMail) -> Mapping[str, float]:
    """Return the natural logarithm of how likely it does what; a mailbox is read several times."""
    return weights("opening").judge(signs_of_opening(first))


def odds_of_beginning(told: Mapping[str, float]) -> tuple[float, float]:
    """Return the log-odds that a first mail begins a process and does not go on, and that it is of one at all."""
    return told[OPENS] - told[CONTINUES], max(told[OPENS], told[CONTINUES]) - told[NEITHER]
