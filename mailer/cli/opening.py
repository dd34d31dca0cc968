"""What every command shares: the common options, and opening a session."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from mailer.provider import Terminal
    from mailer.session import Session
    from mailer.settings import Places, Settings

_PLAIN = re.compile(r"\w[\w .-]*")
"""What no shell reads as more than words: a company's name comes out of other people's mail."""
_Command = TypeVar("_Command", bound=Callable[..., Any])


def json_option(command: _Command) -> _Command:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(command)


def account_option(command: _Command) -> _Command:
    """Add `--account`, which completes from the settings alone."""
    return click.option(
        "--account",
        default="",
        envvar="BOWOUT_ACCOUNT",
        metavar="NAME",
        shell_complete=complete_accounts,
        help="The account to use instead of the default one.",
    )(command)


def debug_option(command: _Command) -> _Command:
    """Add `--debug`."""
    return click.option(
        "--debug", is_flag=True, help="Tell on stderr what is asked of the mail service."
    )(command)


def query_argument(*, is_required: bool = True) -> Callable[[_Command], _Command]:
    """Add QUERY: all words of the command line, quoted or not; completes withdrawals."""

    def add(command: _Command) -> _Command:
        return click.argument(
            "query",
            nargs=-1,
            required=is_required,
            callback=lambda _ctx, _param, words: check_query(" ".join(words), is_required),
            shell_complete=complete_withdrawals,
        )(command)

    return add


def check_query(query: str, is_required: bool) -> str:
    """Return the query, trimmed; refuse blanks and what no person would type."""
    trimmed = " ".join(query.split())
    if not trimmed and (is_required or query):
        raise click.UsageError("The query is empty: name a company, a person or a role.")
    if len(trimmed) > 500:
        raise click.UsageError("The query is too long: 500 characters are enough.")
    return trimmed


def load() -> tuple[Settings, Places]:
    """Read the settings."""
    from mailer.settings import find_places, load_settings

    places = find_places()
    return load_settings(places.config), places


@contextmanager
def opened(account: str, *, debug: bool = False, as_json: bool = False) -> Iterator[Session]:
    """Open a session on the named account, or on the default one."""
    from mailer import clock
    from mailer.output import show_progress
    from mailer.session import Session, pick_account

    settings, places = load()
    session = Session(
        settings=settings,
        places=places,
        account=pick_account(settings, account),
        clock=_steady(clock.now),
        terminal=find_terminal(),
        debug=(lambda line: click.echo(f"debug: {line}", err=True)) if debug else None,
        progress=None if as_json else show_progress,
    )
    try:
        yield session
    finally:
        session.close()


def _steady(clock: Callable[[], Any]) -> Callable[[], Any]:
    """Check the clock once, so that a wrong BOWOUT_NOW is said before anything is done."""
    clock()
    return clock


def can_ask() -> bool:
    """Tell whether a person is there: a run by a scheduler may lack the very streams."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def find_terminal() -> Terminal | None:
    """Return the person at the terminal, or None where nobody is there."""
    if not can_ask():
        return None
    from mailer.cli.terminal import PersonAtTerminal

    return PersonAtTerminal()


def complete_accounts(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Complete account names without opening a mailbox."""
    try:
        settings, _ = load()
    except Exception:  # completion must never print an error into the user's command line
        return []
    return [name for name in settings.accounts if name.startswith(incomplete)]


def complete_withdrawals(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[str]:
    """Complete withdrawal ids and companies from the journal alone."""
    try:
        _, places = load()
        if not places.journal.exists():
            return []
        from mailer.journal import Journal

        journal = Journal(places.journal)
        try:
            known = journal.list_withdrawals()
        finally:
            journal.close()
    except Exception:  # completion must never print an error there
        return []
    words = [word for w in known for word in (w.id, w.company.lower()) if _PLAIN.fullmatch(word)]
    return [word for word in dict.fromkeys(words) if word.startswith(incomplete.lower())]
