"""What `bowout draft` is asked to do, the process it is about, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mailer.journal_letters import LetterRecord
from mailer.journal_withdrawals import Withdrawal
from mailer.model import Call, Candidacy, Draft, Finding, Kind, Letter, Plan, Reply, Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What `bowout draft` was asked to do."""

    query: str
    wish: Wish
    thread_key: str = ""
    only: Kind | None = None
    allow_second: bool = False
    is_dry_run: bool = False
    calls: tuple[Call, ...] = ()
    """Calls that are being logged with this very run."""
    edit: Callable[[str], str] | None = None
    """Lets the user change the own text before it is filed."""
    confirm: Callable[[str], bool] | None = None
    """Asks on a terminal where a rule wants a clear yes; None: nobody is there."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A process as found for an order: understood, corrected, and known to the journal or not."""

    candidacy: Candidacy
    withdrawal: Withdrawal | None
    wish: Wish
    calls: tuple[Call, ...] = ()
    corrections: Mapping[str, Any] = field(default_factory=dict)
    """What the user put right in this process, now and earlier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedLetter:
    """One letter, as filed or as it would be."""

    letter: Letter
    reply: Reply | None
    """None where there is no thread to reply in: the text is printed."""
    draft: Draft | None = None
    record: LetterRecord | None = None
    is_adopted: bool = False
    findings: tuple[Finding, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why these recipients."""
    is_by_hand: bool = False
    """The user changed the text before it was filed (`--edit`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What came of an order."""

    candidacy: Candidacy
    plan: Plan
    letters: tuple[DraftedLetter, ...]
    """The letter to the hiring side first."""
    withdrawal: Withdrawal | None = None
    """None for a dry run of a process not yet in the journal."""
    notes: tuple[str, ...] = ()
