"""`reflect`, `report` and `forget`: the user's own records."""

from __future__ import annotations

from pathlib import Path

import click

from mailer.cli.opening import (
    account_option,
    can_ask,
    complete_accounts,
    complete_withdrawals,
    json_option,
    load,
)


@click.command()
@click.argument("query", shell_complete=complete_withdrawals)
@click.argument("text", nargs=-1, required=True)
@account_option
@json_option
def reflect(query: str, text: tuple[str, ...], account: str, as_json: bool) -> None:
    """Keep a note of your own on the process that QUERY names; `bowout report` shows it.

    It stays in your journal and goes into no letter. Put a QUERY of several words into quotes.
    """
    from mailer import clock
    from mailer.journal import Journal
    from mailer.output import print_document, say
    from mailer.records import find_in_journal

    settings, places = load()
    words = " ".join(" ".join(text).split())
    if not words:
        raise click.UsageError("The note is empty.")
    journal = Journal(places.journal)
    try:
        withdrawal = find_in_journal(journal, query, account, preferred=settings.default_account)
        journal.add_reflection(withdrawal.id, words, now=clock.now())
    finally:
        journal.close()
    if as_json:
        print_document({"withdrawal": withdrawal.id, "stored": True, "text": words})
    else:
        say(f"Noted on {withdrawal.id} ({withdrawal.company}).")


@click.command()
@click.option("--output", "-o", type=click.Path(path_type=Path), default=None, metavar="FILE",
              help="Where to write it; `bowout-report.html` here by default.")  # fmt: skip
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@click.option("--account", default="", metavar="NAME", shell_complete=complete_accounts,
              help="Only this account.")  # fmt: skip
@json_option
def report(output: Path | None, opens: bool, account: str, as_json: bool) -> None:
    """Write one HTML page of all withdrawals: to read, to print, to keep. Needs no network."""
    from mailer import clock
    from mailer.cli.terminal import PersonAtTerminal
    from mailer.output import print_document, say
    from mailer.records import list_records
    from mailer.report import make_page
    from mailer.settings import write_private

    _, places = load()
    records = list_records(places, account=account)
    path = (output or Path("bowout-report.html")).expanduser().absolute()
    write_private(path, make_page(records, clock.now()))
    if as_json:
        print_document({"path": str(path), "withdrawals": len(records)})
    else:
        say(f"Wrote {path}: {_count(len(records))}.")
    if opens:
        PersonAtTerminal().open_browser(path.as_uri())


@click.command()
@click.argument("query", nargs=-1, shell_complete=complete_withdrawals)
@click.option("--all", "all_", is_flag=True, help="Forget every withdrawal of every account.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@account_option
@json_option
def forget(query: tuple[str, ...], all_: bool, yes: bool, account: str, as_json: bool) -> None:
    """Delete all that bowout keeps of the withdrawal that QUERY names, or with --all of all.

    Your mailbox is not touched: drafts and messages stay, and so do reports and calendar files
    that you saved. Accounts stay connected; `bowout
    logout` forgets those.
    """
    name = " ".join(query).strip()
    if all_ == bool(name):
        raise click.UsageError("Name one withdrawal by QUERY, or give --all, not both.")
    if all_:
        _forget_all(yes=yes, as_json=as_json)
    else:
        _forget_one(name, account, yes=yes, as_json=as_json)


def _forget_one(query: str, account: str, *, yes: bool, as_json: bool) -> None:
    from mailer.forgetting import forget_one
    from mailer.journal import Journal
    from mailer.output import print_document, say
    from mailer.records import find_in_journal

    settings, places = load()
    journal = Journal(places.journal)
    try:
        withdrawal = find_in_journal(journal, query, account, preferred=settings.default_account)
        title = " · ".join(filter(None, [withdrawal.company, withdrawal.role])) or withdrawal.id
        _ask(f"Forget {withdrawal.id} ({title}), with its history and your notes?", yes=yes)
        forget_one(journal, withdrawal)
    finally:
        journal.close()
    if as_json:
        print_document({"forgotten": [withdrawal.id]})
    else:
        say(f"Forgot {withdrawal.id}. Your mailbox was not touched.")


def _forget_all(*, yes: bool, as_json: bool) -> None:
    from mailer.forgetting import forget_all
    from mailer.output import print_document, say

    _, places = load()
    _ask("Forget every withdrawal, with all histories, notes and reminders?", yes=yes)
    count = forget_all(places)
    if as_json:
        print_document({"forgotten": count})
    else:
        say(f"Forgot {_count(count)}. Your mailbox was not touched.")


def _count(number: int) -> str:
    return f"{number} withdrawal{'' if number == 1 else 's'}"


def _ask(question: str, *, yes: bool) -> None:
    from mailer.errors import DeclinedError

    if yes:
        return
    if not can_ask() or not click.confirm(question, default=False, err=True):
        raise DeclinedError("Nothing was forgotten.", hint="Scripts say --yes.", stored=None)
