"""`accounts`, `logout` and `providers`."""

from __future__ import annotations

import click

from mailer.cli.opening import complete_accounts, json_option, load


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def accounts(ctx: click.Context, as_json: bool) -> None:
    """List the connected accounts; `bowout accounts default NAME` chooses the default."""
    if ctx.invoked_subcommand is not None:
        return
    from mailer.output import hint, print_document, print_table

    settings, places = load()
    found = [
        {
            "name": a.name,
            "provider": a.provider,
            "address": a.address,
            "default": a.name == settings.default_account,
        }
        for a in settings.accounts.values()
    ]
    if as_json:
        print_document({"accounts": found, "config": str(places.config)})
    elif found:
        rows = [
            ["*" if a["default"] else " ", str(a["name"]), str(a["provider"]), str(a["address"])]
            for a in found
        ]
        print_table(["", "account", "kind", "address"], rows)
    else:
        hint("No account is connected yet. `bowout demo` makes a sample; `bowout login` yours.")


@accounts.command("default")
@click.argument("name", shell_complete=complete_accounts)
@json_option
def default_account(name: str, as_json: bool) -> None:
    """Make NAME the account used where none is named."""
    from mailer.output import print_document, say
    from mailer.session import pick_account
    from mailer.settings import save_default_account

    settings, places = load()
    save_default_account(places.config, pick_account(settings, name).name)
    if as_json:
        print_document({"account": name, "default": True})
    else:
        say(f"{name} is the default account now.")


@click.command()
@click.argument("name", shell_complete=complete_accounts)
@json_option
def logout(name: str, as_json: bool) -> None:
    """Revoke and delete the secrets of the account NAME, and forget it.

    Your mail is not touched, and the journal keeps its withdrawals: `bowout forget` deletes those.
    """
    from mailer.cli.opening import opened
    from mailer.output import print_document, say
    from mailer.settings import delete_account

    with opened(name, as_json=as_json) as session:
        session.provider.sign_out()
        delete_account(session.places.config, session.account.name)
        _clear(session.places.account_folder(session.account.name))
    if as_json:
        print_document({"account": name, "signed_out": True})
    else:
        say(f"Signed out of {name}. Its mail was not touched.")


def _clear(folder: object) -> None:
    """Delete the account's own folder: caches, and what is left of secrets."""
    import shutil

    shutil.rmtree(str(folder), ignore_errors=True)


@click.command()
@json_option
def providers(as_json: bool) -> None:
    """List the kinds of account there are; a broken plugin is named with its reason."""
    from mailer.output import print_document, print_table
    from mailer.registry import list_plugins

    found = [
        {
            "name": p.name,
            "package": p.package,
            "title": p.provider.title if p.provider else "",
            "can": sorted(c.value for c in p.provider.capabilities) if p.provider else [],
            "problem": p.problem,
        }
        for p in list_plugins()
    ]
    if as_json:
        print_document({"providers": found})
        return
    rows = [
        [str(p["name"]), str(p["package"]), str(p["problem"]) or ", ".join(p["can"])] for p in found
    ]
    print_table(["kind", "package", "can, besides finding, reading and drafting"], rows)
