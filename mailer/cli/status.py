"""`status`: all withdrawals, or the whole history of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import click

from mailer.cli.opening import account_option, debug_option, json_option, load, query_argument

if TYPE_CHECKING:
    from mailer.errors import MailerError
    from mailer.records import Record
    from mailer.settings import Places, Settings


@click.command()
@query_argument(is_required=False)
@click.option(
    "--settle",
    type=click.Choice(["sent", "not-sent"]),
    help="Settle a letter in doubt, where only you can know.",
)
@click.option("--offline", is_flag=True, help="Only what the journal knows; ask no mailbox.")
@account_option
@json_option
@debug_option
def status(
    query: str, settle: str | None, offline: bool, account: str, as_json: bool, debug: bool
) -> None:
    """Show all withdrawals, one line each, or the whole history of the one that QUERY names.

    Looks whether you sent or deleted a draft in the mailbox, whether an answer came, and in Sent
    for a letter whose outcome is unknown.
    """
    from mailer import clock
    from mailer.output import end_progress, hint
    from mailer.records import list_records

    settings, places = load()
    if settle is not None:
        _settle(places, settings, query, account, settle, as_json=as_json)
    problems: list[tuple[str, MailerError]] = []
    if not offline:
        records = list_records(places, query, account)
        problems = _look(settings, places, records, is_one=bool(query), debug=debug)
    records = list_records(places, query, account)
    end_progress()
    if as_json:
        _print_document(records, problems, places, clock.now())
        return
    for name, error in problems:
        hint(f"The account {name} could not be looked at, so this is what was known before: "
             f"{error.message}")  # fmt: skip
    _print_failure(places, clock.now())
    if query and len(records) == 1:
        _print_one(records[0], clock.now())
    else:
        _print_all(records, query, clock.now())


def _settle(
    places: Places, settings: Settings, query: str, account: str, word: str, *, as_json: bool
) -> None:
    """Take the user's word for a letter in doubt."""
    from mailer.cli.opening import opened
    from mailer.journal import Journal
    from mailer.output import say
    from mailer.records import find_in_journal
    from mailer.settling import settle_by_word

    if not query:
        raise click.UsageError("Name the withdrawal that --settle settles.")
    journal = Journal(places.journal)
    try:
        withdrawal = find_in_journal(journal, query, account, preferred=settings.default_account)
    finally:
        journal.close()
    with opened(withdrawal.account, as_json=as_json) as session:
        settled = settle_by_word(session, withdrawal, was_sent=word == "sent")
    if not as_json:
        say(settled.note)


def _look(
    settings: Settings, places: Places, records: Sequence[Record], *, is_one: bool, debug: bool
) -> list[tuple[str, MailerError]]:
    """Bring what is shown up to date; an account that fails is told, and stops nothing."""
    from mailer.cli.remind import opener
    from mailer.errors import MailerError
    from mailer.watching import check_account, check_withdrawal

    problems: list[tuple[str, MailerError]] = []
    open_session = opener(settings, places, debug=debug)
    single = records[0].withdrawal if is_one and len(records) == 1 else None
    for name in dict.fromkeys(r.withdrawal.account for r in records):
        if name not in settings.accounts:
            continue
        try:
            session = open_session(name)
            try:
                if single is not None:
                    check_withdrawal(session, single.id, drafts_follow_ups=False)
                else:
                    check_account(session, drafts_follow_ups=False)
            finally:
                session.close()
        except MailerError as error:
            problems.append((name, error))
    return problems


def _print_document(
    records: Sequence[Record],
    problems: Sequence[tuple[str, MailerError]],
    places: Places,
    now: datetime,
) -> None:
    from mailer.documents import time
    from mailer.output import print_document
    from mailer.records import status_document
    from mailer.rounds import last_failure

    document = status_document(records, now)
    document["problems"] = [
        {"account": name, "code": error.code, "message": error.message} for name, error in problems
    ]
    failure = last_failure(places, now)
    if failure is not None:
        document["scheduler"] = {"at": time(failure.at), "outcome": failure.outcome or "was cut"}
    print_document(document)


def _print_failure(places: Places, now: datetime) -> None:
    from mailer.output import hint
    from mailer.rounds import last_failure

    failure = last_failure(places, now)
    if failure is not None:
        when = failure.at.astimezone(now.tzinfo)
        hint(f"The scheduled check of {when:%a %d %b, %H:%M} failed "
             f"({failure.outcome or 'it was cut'}): `bowout remind check` shows why.")  # fmt: skip


def _print_all(records: Sequence[Record], query: str, now: datetime) -> None:
    from mailer.errors import NothingFitsError
    from mailer.output import hint, print_table
    from mailer.records import state_words

    if not records and query:
        raise NothingFitsError(
            f"The journal knows no withdrawal that fits {query!r}.",
            hint="`bowout status` lists them; `bowout draft` starts one.",
        )
    if not records:
        hint("The journal is empty: `bowout draft` starts a withdrawal.")
        return
    rows = [
        [
            r.withdrawal.id,
            r.withdrawal.company or "?",
            r.withdrawal.role,
            state_words(r, now),
            f"{r.age_days(now)} d",
            r.withdrawal.account,
        ]
        for r in records
    ]
    print_table(["id", "company", "role", "state", "age", "account"], rows)


def _days_ago(days: int) -> str:
    return "today" if not days else f"{days} day{'' if days == 1 else 's'} ago"


def _print_one(record: Record, now: datetime) -> None:
    from mailer.output import print_heading, print_rows, say
    from mailer.records import state_words
    from mailer.reminders import due_at

    withdrawal = record.withdrawal
    print_heading(" · ".join(filter(None, [withdrawal.company, withdrawal.role])) or withdrawal.id)
    print_rows(
        [
            ("id", f"{withdrawal.id} ({withdrawal.account})"),
            ("state", state_words(record, now)),
            ("decided", f"{record.decided_at.astimezone(now.tzinfo):%a %d %b %Y}, "
             + _days_ago(record.age_days(now))),
            ("reason", "" if withdrawal.reason == "none" else withdrawal.reason),
        ]
    )  # fmt: skip
    say()
    for event in record.timeline():
        at = event.at.astimezone(now.tzinfo)
        say(f"  {at:%a %d %b %Y %H:%M}  {event.text}")
    for reminder in record.reminders:
        if reminder.state == "open":
            say(f"  {due_at(reminder, now.tzinfo):%a %d %b %Y %H:%M}  "
                f"(reminder {reminder.id}) {reminder.text}")  # fmt: skip
