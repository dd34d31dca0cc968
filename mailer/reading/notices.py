"""Whether a machine's mail is of a process of the user's, by all its words and who sent it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mailer.reading.senders import org_domain
from mailer.reading.signs import names_in_signs, runs
from mailer.reading.weights import weights

OF_PROCESS, OF_NONE = "process", "none"
"""What a machine's mail is of, as the weights name it."""
_MOST = 1_200
"""So many letters of a text are read: what follows is the footer."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A mail that no person wrote."""

    subject: str
    text: str
    sender: str
    """The address."""
    name: str
    """The name beside it."""
    user: str
    is_bulk: bool
    has_calendar: bool


def signs_of_notice(notice: Notice) -> frozenset[str]:
    """Return all that tells whether such a mail is of a process."""
    names = names_in_signs((), notice.user)
    text = notice.text[:_MOST]
    found = {*runs(notice.subject, "s:", 2, names, beginning=True)}
    found |= {*runs(text, "", 2, names, beginning=True)}
    found |= {*runs(notice.name, "n:", 2, names)}
    found |= {*runs(notice.sender.partition("@")[0], "l:", 2, names)}
    found.add(f"d:{org_domain(notice.sender)}")
    found |= {f"=bulk:{notice.is_bulk:d}", f"=calendar:{notice.has_calendar:d}"}
    return frozenset(found)


@lru_cache(maxsize=4096)
def judge_notice(notice: Notice) -> float:
    """Return the log-odds that it is of a process; a mailbox is read several times."""
    told: Mapping[str, float] = weights("notice").judge(signs_of_notice(notice))
    return told[OF_PROCESS] - told[OF_NONE]
