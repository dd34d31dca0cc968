"""Thinks one process over before a letter is written, and keeps the answers (E1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from mailer.model import Reason
from mailer.orders import Situation
from mailer.remembering import remember

if TYPE_CHECKING:
    from mailer.journal_withdrawals import Withdrawal
    from mailer.session import Session


def keep_answers(
    session: Session, situation: Situation, answers: Mapping[str, bool], reason: Reason
) -> Withdrawal:
    """Write the answers into the journal; the mailbox is not touched.

    The process gets its id here where it had none. A reason kept earlier stays where none is
    given now.
    """
    known = situation.withdrawal
    if reason is Reason.NONE and known is not None:
        reason = Reason(known.reason)
    wish = replace(situation.wish, reason=reason)
    decision = {"answers": dict(answers), "at": session.clock().isoformat()}
    with session.lock():
        withdrawal = remember(session, replace(situation, wish=wish))
        return session.journal.update_withdrawal(
            withdrawal.id, facts={**withdrawal.facts, "decision": decision}
        )
