"""`demo`: a sample mailbox to try everything on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mailer.cli.opening import json_option, load

if TYPE_CHECKING:
    from mailer.provider import Account


@click.command()
@click.option(
    "--path",
    type=click.Path(path_type=Path),
    default=None,
    help="Where to lay it; the data folder by default.",
)
@json_option
def demo(path: Path | None, as_json: bool) -> None:
    """Lay down a sample mailbox (a Maildir of a believable job search) and connect it as `demo`.

    Needs no network. Run it again for a fresh one.
    """
    from mailer import clock
    from mailer.demo.mailbox import DEMO_ACCOUNT, lay_down
    from mailer.output import print_document, say
    from mailer.provider import Account
    from mailer.settings import save_account

    settings, places = load()
    _refuse_own(settings.accounts.get("demo"))
    folder = (path or places.data / "demo").expanduser().absolute()
    count = lay_down(folder, now=clock.now())
    account = Account(
        name="demo",
        provider="maildir",
        address=DEMO_ACCOUNT.address,
        display_name=DEMO_ACCOUNT.name,
        aliases=DEMO_ACCOUNT.aliases,
        options={"path": str(folder)},
    )
    is_default = not set(settings.accounts) - {"demo"}
    _forget_old(places.journal)
    save_account(places.config, account, make_default=is_default)
    tries = [
        "bowout threads northwind",
        "bowout draft northwind --reason accepted-offer",
        "bowout show northwind",
    ]
    if as_json:
        print_document({"account": "demo", "path": str(folder), "messages": count, "try": tries})
        return
    say(f"Laid down {count} messages in {folder}, connected as the account `demo`.")
    say("Try:")
    for line in tries:
        say(f"  {line}{'' if is_default else ' --account demo'}")


def _refuse_own(known: Account | None) -> None:
    """Refuse to take the place of an account of the user's own that bears the name."""
    from mailer.demo.mailbox import is_demo
    from mailer.errors import UsageError

    if known is None:
        return
    folder = Path(known.options.get("path", ""))
    if known.provider != "maildir" or (folder.exists() and not is_demo(folder)):
        raise UsageError(
            "An account of your own is called `demo`. Nothing was changed.",
            hint="`bowout logout demo` forgets it; then connect it under another name.",
        )


def _forget_old(path: Path) -> None:
    """Forget the withdrawals of an earlier demo: its mailbox is gone."""
    if not path.exists():
        return
    from mailer.journal import Journal

    journal = Journal(path)
    for withdrawal in journal.list_withdrawals("demo"):
        journal.forget(withdrawal.id)
    journal.close()
