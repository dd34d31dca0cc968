"""`send`: show, check, ask, and send exactly that, once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from mailer.cli.opening import (
    account_option,
    can_ask,
    debug_option,
    json_option,
    opened,
    query_argument,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mailer.errors import MailerError
    from mailer.offering import Offer, SendOrder
    from mailer.sending import Sending, SentLetter
    from mailer.session import Session


@click.command()
@query_argument()
@click.option("--yes", is_flag=True, help="Do not ask; send only what --fingerprint names.")
@click.option(
    "--fingerprint",
    "fingerprints",
    multiple=True,
    metavar="F",
    help="Send only the draft that still has this fingerprint, as `show` printed it.",
)
@click.option(
    "--overrule",
    "overruled",
    multiple=True,
    metavar="RULE",
    help="Send although this rule stops it, such as E25 or newer_message.",
)
@click.option("--remind", default=None, metavar="TIME", help="Remind after this time, such as 3d.")
@account_option
@json_option
@debug_option
def send(
    query: str,
    yes: bool,
    fingerprints: tuple[str, ...],
    overruled: tuple[str, ...],
    remind: str | None,
    account: str,
    as_json: bool,
    debug: bool,
) -> int:
    """Show the letters of QUERY (or of an id) as the mailbox holds them, check, ask, and send.

    Whom to tell first comes first. Sends only the version that it showed, and each letter at most
    once; where it can't be known whether one left, it says so and never sends it again.
    """
    from mailer.errors import MailerError
    from mailer.sending import Sending
    from mailer.sending import send as send_workflow

    order = _make_order(query, yes, fingerprints, overruled, as_json=as_json)
    _check_span(remind)
    sending = Sending()
    with opened(account, debug=debug, as_json=as_json) as session:
        try:
            send_workflow(session, order, sending)
        except MailerError as error:
            _remind(session, sending, remind)
            return _report_error(session, sending, error, as_json=as_json)
        _report(session, sending, _remind(session, sending, remind), as_json=as_json)
    return 0


def _make_order(
    query: str,
    yes: bool,
    fingerprints: Sequence[str],
    overruled: Sequence[str],
    *,
    as_json: bool,
) -> SendOrder:
    from mailer.offering import SendOrder

    wanted = tuple(f.strip().lower() for f in fingerprints if f.strip())
    if yes and not wanted:
        raise click.UsageError(
            "--yes needs --fingerprint F: what `bowout show` printed. Nothing was sent."
        )
    if not yes and (as_json or not (can_ask() and sys.stdout.isatty())):
        raise click.UsageError(
            "Nobody is at the terminal to approve the letter. Nothing was sent. Scripts name what "
            "they send: --yes --fingerprint F, as `bowout show` printed it."
        )
    return SendOrder(
        query=query,
        fingerprints=wanted,
        overruled=frozenset(overruled),
        confirm=None if yes else _confirm,
    )


def _check_span(remind: str | None) -> None:
    """Refuse a wrong `--remind` before anything is sent."""
    if remind is not None:
        from mailer.when import parse_span

        parse_span(remind)


def _confirm(offer: Offer) -> bool:
    """Show one letter and ask."""
    from mailer.cli.cards import people_line
    from mailer.cli.show import print_review
    from mailer.output import clean_line, end_progress, print_heading, say

    end_progress()
    say()
    print_review(offer.reviewed)
    for line in offer.loud:
        print_heading(f"! {line}")
    people = clean_line(people_line((*offer.draft.to, *offer.draft.cc, *offer.draft.bcc)))
    return click.confirm(f"Send this to {people}?", default=False)


def _remind(session: Session, sending: Sending, span: str | None) -> str:
    """Set the reminder that was asked for, once something left; returns a line on it."""
    if span is None or sending.withdrawal is None or not any(s.offer for s in sending.letters):
        return ""
    from mailer.following import remind_after

    return str(remind_after(session, sending.withdrawal, span))


def _report(session: Session, sending: Sending, reminder: str, *, as_json: bool) -> None:
    from mailer.output import end_progress, print_document, say
    from mailer.results import send_document

    end_progress()
    if as_json:
        print_document(send_document(session, sending))
        return
    _print_sent(sending)
    if reminder:
        say(reminder)
    _print_next(sending)


def _report_error(session: Session, sending: Sending, error: MailerError, *, as_json: bool) -> int:
    """Print what left before the error, then the error; with JSON both in one document."""
    from mailer.documents import error_document
    from mailer.output import print_document, print_error
    from mailer.results import send_document

    if not as_json:
        _print_sent(sending)
        _print_newer(error)
        print_error(error, wants_json=False)
        return error.exit_code
    document = error_document(error)
    if sending.withdrawal is not None:
        document = {**send_document(session, sending), **document}
        document["state"] = "unknown" if error.code == "unknown" else "refused"
    print_document(document)
    return error.exit_code


def _print_sent(sending: Sending) -> None:
    from mailer.output import say

    for one in sending.letters:
        say(_sent_line(one))
        for note in one.notes:
            say(f"  {note}")


def _sent_line(sent: SentLetter) -> str:
    from mailer.cli.cards import people_line

    record = sent.record
    when = f"{record.sent_at:%a %d %b %Y, %H:%M}" if record.sent_at else "an unknown time"
    if sent.offer is None:
        return f"The {record.kind.value} letter had left on {when}."
    draft = sent.offer.draft
    copy = f", copy to {people_line(draft.cc)}" if draft.cc else ""
    return f"Sent the {record.kind.value} letter to {people_line(draft.to)}{copy} ({when})."


def _print_next(sending: Sending) -> None:
    from mailer.output import say

    assert sending.withdrawal is not None
    name = sending.withdrawal.id
    for record in sending.waiting:
        say(
            f"Still waiting: the {record.kind.value} letter to "
            f"{', '.join(record.facts.get('to', []))}. `bowout send {name}` sends it."
        )
    if not sending.waiting:
        say(f"Next: `bowout status {name}` shows the history; answers are noticed by "
            "`bowout remind check`.")  # fmt: skip


def _print_newer(error: MailerError) -> None:
    """Show the newer messages that stopped the letter."""
    from mailer.output import print_letter

    for message in error.details.get("newer_messages", ()):
        sender = message["name"] or message["from"]
        print_letter(message["words"], title=f"{sender}: {message['subject']}")
