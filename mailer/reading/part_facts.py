"""What is known of somebody beside the others of a process: the facts by which their part is told.

Who leads, who assists and for whom somebody recruits is seldom told by one person's mail alone: two
who write from one house are both of the agency or neither, and where one decides another does not.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mailer.model import Part
from mailer.reading.dossiers import Dossier
from mailer.reading.senders import is_freemail, org_domain
from mailer.reading.trees import trees
from mailer.reading.weights import Weights

PARTS = tuple(part for part in Part if part is not Part.OTHER)
_LEADERS = tuple(part for part in PARTS if part is not Part.REFERRER)
_UNHEARD = -15.0
"""How likely (natural logarithm) any part is of nobody."""
_UNSEEN = -20.0
"""By how many points nobody leads in any part."""
_MANY = 5


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody who wrote, and what their mail told by itself."""

    points: Mapping[Part, float]
    """What the rules counted."""
    likely: Mapping[str, float]
    """The natural logarithm of how likely each part is by all their words."""
    belief: float
    """How far that is believed, 0 to 1."""
    mails: int
    house: str
    """The domain from which they write; empty at a mail provider's."""
    is_titled: bool
    has_left: bool
    last_at: datetime

    @property
    def counted(self) -> dict[Part, float]:
        """The points for each part: those of the rules, and what the words weigh.

        The rules know what one phrase means, the weights how people of a part write as a whole:
        where one errs the other seldom does.
        """
        found = dict(self.points)
        for part in PARTS:
            more = self.belief * _TRUST * max(self.likely[part.value], _LEAST)
            found[part] = found.get(part, 0.0) + more
        return found


_TRUST = 2.2
"""Points of the rules to one unit of likelihood (natural logarithm)."""
_LEAST = -9.0
_LITTLE = 60
"""Of whom so many words are known, half of that is believed."""


def weigh(dossier: Dossier, signs: frozenset[str], table: Weights) -> Writer:
    """Return what rules and words tell of somebody who wrote."""
    home = dossier.reply_to or dossier.address
    return Writer(
        points=dict(dossier.points),
        likely=table.judge(signs),
        belief=table.belief(signs, _LITTLE),
        mails=len(dossier.written),
        house="" if is_freemail(home) else org_domain(home),
        is_titled=bool(dossier.title),
        has_left=dossier.has_left,
        last_at=max(m.date for m in dossier.written),
    )


def reweigh(writer: Writer, signs: frozenset[str], table: Weights) -> Writer:
    """Return the same of somebody by another table."""
    return replace(writer, likely=table.judge(signs), belief=table.belief(signs, _LITTLE))


def facts_of_part(one: Writer, everybody: Sequence[Writer]) -> dict[str, float]:
    """Return the facts, each a number; none is a word of the mail itself.

    Who left is not beside anybody: their successor has their part.
    """
    others = [w for w in everybody if w is not one and not w.has_left]
    colleagues = [w for w in others if w.house and w.house == one.house]
    outside = [w for w in others if not (w.house and w.house == one.house)]
    facts = {
        "belief": one.belief,
        "mails": min(one.mails, _MANY),
        "at a provider's": not one.house,
        "has a title": one.is_titled,
        "people": len(others),
        "colleagues": len(colleagues),
        "wrote last": all(w.last_at <= one.last_at for w in others),
        "wrote before": sum(w.last_at < one.last_at for w in others) / max(1, len(others)),
    }
    for part in PARTS:
        facts[f"{part.value}: points"] = one.points.get(part, 0.0)
        facts[f"{part.value}: words"] = one.likely[part.value]
    counted = [w.counted for w in others]
    for part in _LEADERS:
        facts[f"{part.value}: others"] = max((lead_of(c, part) for c in counted), default=_UNSEEN)
        facts[f"{part.value}: colleagues"] = _likeliest(colleagues, part)
        facts[f"{part.value}: outside"] = _likeliest(outside, part)
    return facts


def lead_of(counted: Mapping[Part, float], part: Part) -> float:
    """Return by how many points a part leads before any other; below 0 by how many it is behind."""
    return counted[part] - max(n for other, n in counted.items() if other is not part)


def _likeliest(writers: Collection[Writer], part: Part) -> float:
    return max((w.likely[part.value] for w in writers), default=_UNHEARD)


def points_beside(one: Writer, everybody: Sequence[Writer]) -> dict[Part, float]:
    """Return the points for each part: those of the writer, and how likely it is beside who else wrote.

    Of whom few words are known the rules tell more.
    """
    scores = trees("part").scores(facts_of_part(one, everybody))
    top = max(scores)
    whole = top + math.log(sum(math.exp(s - top) for s in scores))
    found = one.counted
    for part, score in zip(PARTS, scores, strict=True):
        found[part] += one.belief * _BESIDE * max(score - whole, _LEAST)
    return found


_BESIDE = 4.0
"""Points to one unit of likelihood beside the others."""
