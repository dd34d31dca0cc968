"""`doctor`: checks each account end to end, and says what mends what fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mailer.cli.opening import complete_accounts, debug_option, json_option, load, opened

if TYPE_CHECKING:
    from mailer.provider import Check


@click.command()
@click.argument("name", default="", shell_complete=complete_accounts)
@json_option
@debug_option
def doctor(name: str, as_json: bool, debug: bool) -> None:
    """Check the account NAME, or all: secret store, token, scopes, Drafts, search, clock.

    Changes nothing. Exits with 6 where something is broken.
    """
    from mailer.checking import check_machine
    from mailer.output import end_progress, print_document, print_heading
    from mailer.session import pick_account

    settings, places = load()
    names = [pick_account(settings, name).name] if name else list(settings.accounts)
    found: dict[str, list[Check]] = {"this machine": check_machine(places)}
    for one in names:
        with opened(one, debug=debug, as_json=as_json) as session:
            found[one] = _check(session)
    end_progress()
    if as_json:
        print_document(
            {"checks": {one: [_document(c) for c in checks] for one, checks in found.items()}}
        )
    else:
        for one, checks in found.items():
            print_heading(one)
            _print(checks)
    if not all(check.is_ok for checks in found.values() for check in checks):
        raise click.exceptions.Exit(6)


def _check(session: object) -> list[Check]:
    from mailer.errors import MailerError
    from mailer.provider import Check
    from mailer.session import Session

    assert isinstance(session, Session)
    try:
        return list(session.provider.check())
    except MailerError as error:
        return [Check("account", is_ok=False, detail=error.message, mend=error.hint)]


def _document(check: Check) -> dict[str, object]:
    return {"what": check.what, "ok": check.is_ok, "detail": check.detail, "mend": check.mend}


def _print(checks: list[Check]) -> None:
    from mailer.output import say

    for check in checks:
        say(f"  {'ok ' if check.is_ok else 'BAD'} {check.what}: {check.detail}")
        if check.mend:
            say(f"      mend: {check.mend}")
