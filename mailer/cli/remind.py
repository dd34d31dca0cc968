"""`remind`: list, add, done, snooze, export; and `check`, which the system's scheduler runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mailer.cli.opening import (
    can_ask,
    complete_accounts,
    complete_withdrawals,
    debug_option,
    json_option,
    load,
)

if TYPE_CHECKING:
    from mailer.following import Listed
    from mailer.journal import Journal
    from mailer.journal_withdrawals import Withdrawal
    from mailer.rounds import Round
    from mailer.session import Session
    from mailer.settings import Places, Settings

account_option = click.option(
    "--account",
    default="",
    metavar="NAME",
    shell_complete=complete_accounts,
    help="Only this account; all of them by default.",
)


@click.group()
def remind() -> None:
    """Keep reminders, and look for answers to what was sent."""


@remind.command("list")
@click.argument("query", nargs=-1, shell_complete=complete_withdrawals)
@click.option("--all", "with_closed", is_flag=True, help="Those that are done, too.")
@account_option
@json_option
def list_(query: tuple[str, ...], with_closed: bool, account: str, as_json: bool) -> None:
    """List the open reminders.

    What is due comes first; with QUERY only those of the withdrawals that it names.
    """
    from mailer import clock
    from mailer.output import hint, print_document, print_table
    from mailer.records import reminder_document

    found = _listed(" ".join(query), account, clock.now(), with_closed=with_closed)
    if as_json:
        print_document({"reminders": [reminder_document(one) for one in found]})
    elif found:
        print_table(["no", "due", "process", "reminder"], [_row(one) for one in found])
    else:
        hint("There are no open reminders.")


@remind.command()
@click.argument("query", shell_complete=complete_withdrawals)
@click.argument("text", nargs=-1, required=True)
@click.option("--at", "when", default="1d", metavar="TIME", show_default=True,
              help="`3d` (working days), `48h`, `tuesday 15:00`, `2026-11-10 9:00`.")  # fmt: skip
@account_option
@json_option
def add(query: str, text: tuple[str, ...], when: str, account: str, as_json: bool) -> None:
    """Set a reminder of your own.

    For example: `bowout remind add northwind "connect with Dana" --at 1w`. Put a QUERY of several
    words into quotes.
    """
    from mailer import clock
    from mailer.following import add_reminder

    now = clock.now()
    settings, _ = load()
    moment, is_instant = _moment(settings, when, now)
    with _journal() as journal:
        withdrawal = _find(journal, query, account)
        words = " ".join(text)
        made = add_reminder(journal, withdrawal, words, moment, now=now, is_instant=is_instant)
        _print_one(journal, made.id, now, as_json=as_json, words="Set")


@remind.command()
@click.argument("number", type=int)
@json_option
def done(number: int, as_json: bool) -> None:
    """Close a reminder by its number.

    `bowout remind list` shows the numbers.
    """
    from mailer import clock
    from mailer.following import finish_reminder

    with _journal() as journal:
        finish_reminder(journal, number, clock.now())
        _print_one(journal, number, clock.now(), as_json=as_json, words="Done")


@remind.command()
@click.argument("number", type=int)
@click.argument("when", nargs=-1)
@json_option
def snooze(number: int, when: tuple[str, ...], as_json: bool) -> None:
    """Move a reminder to another time.

    WHEN is such as `2d`, `48h`, `tuesday 15:00` or `2026-11-10 9:00`; by default `1d`, the next
    working day. A reminder that is done is opened again.
    """
    from mailer import clock
    from mailer.following import snooze as snooze_reminder

    now = clock.now()
    settings, _ = load()
    moment, is_instant = _moment(settings, " ".join(when) or "1d", now)
    with _journal() as journal:
        snooze_reminder(journal, number, moment, now=now, is_instant=is_instant)
        _print_one(journal, number, now, as_json=as_json, words="Moved")


@remind.command("export")
@click.option("--output", "-o", type=click.Path(path_type=Path), default=None, metavar="FILE",
              help="Where to write it; standard output by default.")  # fmt: skip
@click.option("--all", "with_closed", is_flag=True, help="Those that are done, too.")
@account_option
def export_(output: Path | None, with_closed: bool, account: str) -> None:
    """Write the reminders for a calendar.

    As tasks with alarms (iCalendar), which any calendar program reads.
    """
    from mailer import clock
    from mailer.output import hint
    from mailer.reminder_export import make_calendar_text
    from mailer.settings import write_private

    now = clock.now()
    content = make_calendar_text(_listed("", account, now, with_closed=with_closed), now)
    if output is None:
        click.echo(content, nl=False)
        return
    write_private(output.expanduser().absolute(), content.decode())
    hint(f"Wrote {output}.")


@remind.command("check")
@click.option(
    "--scheduled", is_flag=True, help="Run by the system's scheduler: quiet, no questions."
)
@account_option
@json_option
@debug_option
def check_(scheduled: bool, account: str, as_json: bool, debug: bool) -> int:
    """Look for answers; draft follow-ups.

    Looks for answers, bounces and what you sent or deleted by hand, and drafts the follow-ups
    that are due. Sends nothing. Exits with the status of the first account that could not be read.
    """
    from mailer import clock
    from mailer.rounds import note_round_told, run_round
    from mailer.session import pick_account

    settings, places = load()
    names = [pick_account(settings, account).name] if account else list(settings.accounts)
    made = run_round(
        settings,
        places,
        opener(settings, places, debug=debug),
        clock.now(),
        accounts=names,
        is_scheduled=scheduled,
    )
    _print_round(made, is_scheduled=scheduled, as_json=as_json)
    if scheduled and settings["reminders.notify"]:
        from mailer.notices import show_on_desktop

        show_on_desktop(made.notices)
    note_round_told(places, made, clock.now())
    return made.problems[0].error.exit_code if made.problems else 0


@remind.command()
@click.option("--scheduler", metavar="NAME",
              type=click.Choice(["systemd", "launchd", "windows", "cron"]),
              help="systemd, launchd, windows or cron; by default what is there.")  # fmt: skip
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Only show what would be written.")
@json_option
def install(scheduler: str | None, yes: bool, dry_run: bool, as_json: bool) -> None:
    """Have the system check every hour.

    Shows what it writes and asks first; `bowout remind uninstall` takes all of it away.
    """
    from mailer.errors import DeclinedError
    from mailer.output import print_document, say
    from mailer.scheduling.choosing import plan_installation

    planned = plan_installation(scheduler or "")
    if not as_json:
        say(planned.describe())
    asks = not as_json and can_ask()
    if not (dry_run or yes or (asks and click.confirm("Set this up?", default=True))):
        raise DeclinedError(
            "Nothing was set up.", hint="Scripts say `bowout remind install --yes`."
        )
    if not dry_run:
        planned.carry_out()
    if as_json:
        steps = [step.describe() for step in planned.steps]
        name = planned.scheduler.NAME
        print_document({"scheduler": name, "steps": steps, "installed": not dry_run})
        return
    if dry_run:
        say("Nothing was written: this was a dry run.")
        return
    say(f"Set up {planned.scheduler.TITLE}. `bowout doctor` tells when it last ran; "
        "`bowout remind uninstall` takes it away.")  # fmt: skip


@remind.command()
@json_option
def uninstall(as_json: bool) -> None:
    """Take the hourly check away again.

    Leaves nothing of it behind, its log and its history included.
    """
    from mailer.output import print_document, say
    from mailer.rounds import LOG_NAME
    from mailer.scheduling.choosing import uninstall as take_away

    removed = take_away()
    _, places = load()
    (places.data / LOG_NAME).unlink(missing_ok=True)
    if places.journal.exists():
        with _journal() as journal:
            journal.forget_runs()
    if as_json:
        print_document({"removed": [str(one) for one in removed]})
        return
    for one in removed:
        say(f"Removed {one}.")
    if not removed:
        say("Nothing was set up.")


# --- helpers of these commands -----------------------------------------------------------------


@contextmanager
def _journal() -> Iterator[Journal]:
    from mailer.journal import Journal

    _, places = load()
    journal = Journal(places.journal)
    try:
        yield journal
    finally:
        journal.close()


def opener(settings: Settings, places: Places, *, debug: bool) -> Callable[[str], Session]:
    """Return what opens an account by its name, with nobody at the terminal."""
    from mailer import clock
    from mailer.session import Session

    def open_session(name: str) -> Session:
        return Session(
            settings=settings,
            places=places,
            account=settings.accounts[name],
            clock=clock.now,
            terminal=None,
            debug=(lambda line: click.echo(f"debug: {line}", err=True)) if debug else None,
        )

    return open_session


def _find(journal: Journal, query: str, account: str) -> Withdrawal:
    from mailer.records import find_in_journal

    return find_in_journal(journal, query, account)


def _listed(query: str, account: str, now: datetime, *, with_closed: bool) -> list[Listed]:
    from mailer.errors import NothingFitsError
    from mailer.following import list_reminders, make_rules
    from mailer.records import match_in_journal

    settings, places = load()
    if not places.journal.exists() and not query:
        return []
    with _journal() as journal:
        chosen = match_in_journal(journal, query, account)
        if query and not chosen:
            raise NothingFitsError(
                f"The journal knows no withdrawal that fits {query!r}.",
                hint="`bowout status` lists them.",
            )
        return list_reminders(journal, make_rules(settings), now, chosen, with_closed=with_closed)


def _moment(settings: Settings, text: str, now: datetime) -> tuple[datetime, bool]:
    """Return the moment that a text names, and whether it is exact rather than a local time."""
    from mailer.following import make_rules
    from mailer.when import parse_when
    from mailer.workdays import after_span, is_exact, is_span

    if not is_span(text):
        return parse_when(text, now), False
    return after_span(text, now, make_rules(settings).calendar), is_exact(text)


def _print_one(journal: Journal, number: int, now: datetime, *, as_json: bool, words: str) -> None:
    from mailer.following import Listed, find_reminder
    from mailer.output import print_document, say
    from mailer.records import reminder_document
    from mailer.reminders import due_at

    reminder = find_reminder(journal, number)
    one = Listed(reminder, journal.withdrawal(reminder.withdrawal), due_at(reminder, now.tzinfo))
    if as_json:
        print_document(reminder_document(one))
        return
    say(f"{words}: reminder {number}, {one.due:%a %d %b %Y, %H:%M}: {reminder.text}")


def _row(one: Listed) -> list[str]:
    state = "" if one.reminder.state == "open" else f" [{one.reminder.state}]"
    title = one.withdrawal.company or one.withdrawal.id
    return [
        str(one.reminder.id),
        f"{one.due:%a %d %b %Y, %H:%M}",
        title,
        f"{one.reminder.text}{state}",
    ]


def _print_round(made: Round, *, is_scheduled: bool, as_json: bool) -> None:
    from mailer.output import print_document, print_error, say
    from mailer.records import round_document

    if as_json:
        print_document(round_document(made))
        return
    for notice in made.notices:
        say(f"{notice.title}: {notice.text}")
    for problem in made.problems:
        click.echo(f"The account {problem.account} was not looked at:", err=True)
        print_error(problem.error, wants_json=False)
    if not is_scheduled and not made.notices and not made.problems:
        say("Nothing new, and nothing is due.")
