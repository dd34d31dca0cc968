"""What two threads have to do with each other: the facts by which they are of one process or of two."""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from mailer.letters import spelled
from mailer.reading.company import fold, squash
from mailer.reading.roles import roles_differ, tell_one_role
from mailer.reading.strands import Strand
from mailer.reading.trees import trees
from mailer.subjects import base_subject, is_reply_subject

_DAY = 86_400
_WORD = re.compile(r"[^\W\d_]{3,}|\d{3,}|[\u3040-\u30ff\u3400-\u9fff]{2,}")
_NAME = re.compile(spelled(r"[\pU][\w&'’-]{2,}"))
_FURTHEST = 8.0
"""Beyond these log-odds nothing is surer."""


def are_two_processes(one: Strand, other: Strand) -> bool:
    """Tell whether two threads are of two processes, by all that they have to do with each other.

    Rather two than one where it is near: what is two wrongly is asked about, what is one wrongly is
    a letter to somebody else.
    """
    kept = one.compared.get(id(other))
    return kept[1] if kept is not None else _compare(one, other, _ENOUGH)


def expect_one(one: Strand, other: Strand) -> None:
    """Let two threads that share a name or a post be two only where more speaks for it."""
    _compare(one, other, _ENOUGH_FOR_NAMESAKES)


def _compare(one: Strand, other: Strand, enough: float) -> bool:
    """Tell whether they are two, and keep the answer."""
    are_two = trees("pair").judge(facts_of_pair(one, other)) > enough
    one.compared[id(other)], other.compared[id(one)] = (other, are_two), (one, are_two)
    return are_two


_ENOUGH = 0.2
"""From these log-odds on two threads are two."""
_ENOUGH_FOR_NAMESAKES = 1.5
"""From these on they are where a name or a post stands in both and in no other process."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a thread's first subject says, but for the names of the people and houses of the two."""

    words: frozenset[str]
    names: frozenset[str]


def facts_of_pair(one: Strand, other: Strand) -> dict[str, float]:
    """Return the facts, each a number; the earlier of the two threads is told from the later.

    Nothing of it is a word of the mail itself, so that what holds in one language holds in all.
    """
    a, b = (one, other) if one.first_at <= other.first_at else (other, one)
    known = {w for s in (a, b) for name in s.names_full for w in name}
    houses = {squash(d.partition(".")[0]) for s in (a, b) for d in s.writer_domains}
    first, second = _subject(a, known, houses), _subject(b, known, houses)
    role, other_role = a.role_words, b.role_words
    return beginning_facts((a.opening, a.of_process), (b.opening, b.of_process)) | {
        "same writer": bool(a.writers & b.writers),
        "same house": bool(a.writer_domains & b.writer_domains),
        "common people": len(a.participants & b.participants),
        "earlier is an agent's": a.is_agency,
        "later is an agent's": b.is_agency,
        "earlier has a recruiter": a.has_recruiter,
        "later has a recruiter": b.has_recruiter,
        "earlier leads": a.claims_lead,
        "later leads": b.claims_lead,
        "earlier hires": a.hiring,
        "later hires": b.hiring,
        "mails earlier": min(len(a.by_hand), 5),
        "mails later": min(len(b.by_hand), 5),
        "common words": len(first.words & second.words),
        "words in common": _share(len(first.words & second.words), first.words, second.words),
        "words earlier": len(first.words),
        "words later": len(second.words),
        "earlier words said later": _said(first.words, b),
        "later words said earlier": _said(second.words, a),
        "names earlier": len(first.names),
        "names later": len(second.names),
        "earlier names said later": _said(first.names, b),
        "later names said earlier": _said(second.names, a),
        "earlier is answered": is_reply_subject(a.messages[0].subject),
        "later is answered": is_reply_subject(b.messages[0].subject),
        "continues": b.continues_subject_of(a) or a.continues_subject_of(b),
        "days between": _days(a.first_at, b.first_at),
        "days of silence": _days(a.last_at, b.first_at),
        "one number": bool(a.codes & b.codes),
        "another number": bool(a.codes and b.codes and not a.codes & b.codes),
        "roles": bool(role) + bool(other_role),
        "common role": len(role & other_role),
        "one role": bool(role and other_role) and tell_one_role(a, b),
        "other roles": roles_differ(a, b),
        "names in full": a.names_in_full(b) or b.names_in_full(a),
        "later names earlier": b.names_writer_of(a),
        "earlier names later": a.names_writer_of(b),
        "later says house": any(len(h) > 3 and h in b.flat for h in a.house_names),
        "earlier says house": any(len(h) > 3 and h in a.flat for h in b.house_names),
        "says to be apart": a.is_separate or b.is_separate,
    }


def beginning_facts(earlier: tuple[float, float], later: tuple[float, float]) -> dict[str, float]:
    """Return what the log-odds tell of which each thread begins a process, and is of one at all."""
    return {
        "earlier begins": _within(earlier[0]),
        "later begins": _within(later[0]),
        "less begins": _within(min(earlier[0], later[0])),
        "earlier is of a process": _within(earlier[1]),
        "later is of a process": _within(later[1]),
    }


def _subject(strand: Strand, known: Collection[str], houses: Collection[str]) -> _Subject:
    text = base_subject(strand.messages[0].subject)

    def tells(word: str) -> bool:
        return word not in known and not any(word in house for house in houses)

    return _Subject(
        frozenset(filter(tells, _WORD.findall(fold(text)))),
        frozenset(filter(tells, map(squash, _NAME.findall(text)))),
    )


def _said(words: Collection[str], strand: Strand) -> float:
    """Return what part of some words stands in a thread; a half where there are none."""
    return sum(w in strand.flat for w in words) / len(words) if words else 0.5


def _share(common: int, words: Collection[str], others: Collection[str]) -> float:
    return common / max(1, min(len(words), len(others)))


def _within(odds: float) -> float:
    return max(-_FURTHEST, min(_FURTHEST, odds))


def _days(earlier: datetime, later: datetime) -> float:
    """Return how many days lie between, as a logarithm; negative where it is the other way round."""
    days = (later - earlier).total_seconds() / _DAY
    return math.copysign(math.log1p(abs(days)), days)
