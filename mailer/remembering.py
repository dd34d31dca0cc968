"""What the journal keeps of a process, and how a query names one that it knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from mailer.documents import candidacy_document
from mailer.errors import NothingFitsError, SeveralFitError
from mailer.journal_withdrawals import Withdrawal
from mailer.matching import fold
from mailer.model import Candidacy
from mailer.orders import Situation

if TYPE_CHECKING:
    from mailer.session import Session


def remember(session: Session, situation: Situation) -> Withdrawal:
    """Write the process into the journal, or bring its entry up to date."""
    candidacy, known, wish = situation.candidacy, situation.withdrawal, situation.wish
    facts = journal_facts(candidacy)
    keys = [thread.key for thread in candidacy.threads]
    if known is None:
        known = session.journal.add_withdrawal(
            account=session.account.name,
            company=candidacy.company,
            role=candidacy.role,
            reason=wish.reason,
            thread_keys=keys,
            message_ids=candidacy.message_ids,
            facts=facts,
            now=session.clock(),
        )
    return session.journal.update_withdrawal(
        known.id,
        message_ids=candidacy.message_ids,
        company=candidacy.company or known.company,
        role=candidacy.role or known.role,
        reason=wish.reason,
        thread_keys=keys,
        facts={**known.facts, **facts},
        corrections=dict(situation.corrections),
    )


def journal_facts(candidacy: Candidacy) -> dict[str, Any]:
    """Return what the journal keeps of a process: names and facts, no text of other people's."""
    document = candidacy_document(candidacy)
    kept = ("subject", "people", "stage", "channel", "language", "tone", "interviews")
    began = min(thread.messages[0].date for thread in candidacy.threads)
    people = [{k: p[k] for k in ("name", "address", "part", "left")} for p in document["people"]]
    facts = {key: document[key] for key in kept}
    return facts | {"people": people, "began_at": began.isoformat()}


def find_withdrawals(session: Session, query: str) -> tuple[Withdrawal, ...]:
    """Return the withdrawals of the account that a query or id names, best match only."""
    if not session.has_journal:
        return ()
    every = session.journal.list_withdrawals(session.account.name)
    return match_withdrawals(every, query)


def match_withdrawals(withdrawals: Sequence[Withdrawal], query: str) -> tuple[Withdrawal, ...]:
    """Return those that a query names: by id, else by all its words in what is known of them."""
    wanted = query.strip()
    if exact := tuple(w for w in withdrawals if w.id == wanted.lower()):
        return exact
    words = fold(wanted).split()
    if not words:
        return tuple(withdrawals)
    return tuple(w for w in withdrawals if all(word in _searchable(w) for word in words))


def only_one(
    fitting: Sequence[Withdrawal], query: str, untouched: str, hint_if_none: str
) -> Withdrawal:
    """Return the one withdrawal among those that fit; the errors say what was left `untouched`.

    Raises:
        NothingFitsError, SeveralFitError: there is none, or more than one.
    """
    if not fitting:
        raise NothingFitsError(
            f"The journal knows no withdrawal that fits {query!r}. {untouched}".strip(),
            hint=hint_if_none,
        )
    if len(fitting) > 1:
        named = [
            {"withdrawal": w.id, "account": w.account, "company": w.company, "role": w.role}
            for w in fitting
        ]
        raise SeveralFitError(
            f"{len(fitting)} withdrawals fit {query!r}. {untouched}".strip(),
            hint="Name one by its id.",
            details={"withdrawals": named},
        )
    return fitting[0]


def _searchable(withdrawal: Withdrawal) -> str:
    people = withdrawal.facts.get("people", ())
    named = [f"{p.get('name', '')} {p.get('address', '')}" for p in people]
    subject = str(withdrawal.facts.get("subject", ""))
    return fold(" ".join([withdrawal.company, withdrawal.role, subject, *named]))
