"""The card that `draft` shows: process, plan, each letter as the mailbox now holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mailer.cli.cards import (
    candidacy_rows,
    people_line,
    print_draft,
    print_findings,
    print_plan,
)
from mailer.output import hint, print_heading, print_letter, print_rows, say

if TYPE_CHECKING:
    from mailer.orders import Drafted, DraftedLetter
    from mailer.session import Session


def print_drafted(
    session: Session, drafted: Drafted, *, is_dry_run: bool, reminder: str = ""
) -> None:
    """Print the whole card, and the next step."""
    candidacy = drafted.candidacy
    title = " · ".join(filter(None, [candidacy.company, candidacy.role]))
    print_heading(title or "(no company named)")
    print_rows(candidacy_rows(candidacy, session.clock()))
    say()
    print_plan(drafted.plan)
    for letter in drafted.letters:
        say()
        _print_letter(letter, is_dry_run=is_dry_run)
    for note in drafted.notes:
        hint(f"Note: {note}")
    if reminder:
        say(reminder)
    _print_next(session, drafted, is_dry_run=is_dry_run)


def _print_letter(made: DraftedLetter, *, is_dry_run: bool) -> None:
    from mailer.locating import own_text

    kind = made.letter.kind.value
    if made.reply is None:
        print_letter(made.letter.text, title=f"{kind}: no thread to reply in; copy this")
        return
    if made.draft is not None:
        text = own_text(made.draft, made.reply.signature_text)
        adopted = ", already there from an earlier run" if made.is_adopted else ""
        print_draft(made.draft, text, made.findings, title=f"{kind}{adopted}")
        return
    reply = made.reply
    print_rows(
        [
            ("From", str(reply.sender)),
            ("To", people_line(reply.to)),
            ("Cc", people_line(reply.cc)),
            ("Subject", reply.subject),
        ]
    )
    print_letter(reply.text, title=f"{kind}: would be drafted" if is_dry_run else kind)
    print_findings(made.findings)


def _print_next(session: Session, drafted: Drafted, *, is_dry_run: bool) -> None:
    from mailer.provider import Capability

    if is_dry_run:
        say("Nothing was stored: this was a dry run.")
        return
    if drafted.withdrawal is None or not any(m.draft for m in drafted.letters):
        return
    name = drafted.withdrawal.id
    if Capability.SEND in session.provider.capabilities:
        say(f"Saved as a draft; nothing was sent. Next: `bowout send {name}`, "
            f"or `bowout show {name}` after editing it in your mailbox.")  # fmt: skip
    else:
        say("Saved as a draft; nothing was sent. Next: open it in your mail program, edit it, "
            f"send it there. `bowout show {name}` checks it again.")  # fmt: skip
