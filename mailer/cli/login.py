"""`login`: one subcommand a provider, its options made from what the provider declares."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mailer.cli.opening import debug_option, json_option, load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mailer.provider import Account, LoginOption, Provider


class ProviderGroup(click.Group):
    """The group whose subcommands are the registered providers."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all providers that can be used."""
        from mailer.registry import list_plugins

        return list(dict.fromkeys(p.name for p in list_plugins() if p.provider))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Make the command of one provider."""
        from mailer.registry import find_provider

        return _make_command(find_provider(name))


@click.group(cls=ProviderGroup)
def login() -> None:
    """Connect an account.

    Its secret is kept encrypted, the key to it in the system's keyring; never give it as an
    argument.
    """


def _make_command(provider: type[Provider]) -> click.Command:
    @click.command(name=provider.name, help=f"Connect your {provider.title} account.")
    @click.option("--account", "name", default="", metavar="NAME", help="What to call it here.")
    @click.option("--address", default="", help="Your address there.")
    @click.option("--name", "display_name", default="", help="Your name, as it stands in From.")
    @click.option(
        "--alias", "aliases", multiple=True, help="A further address of yours; repeatable."
    )
    @click.option("--no-browser", is_flag=True, help="Print addresses instead of opening them.")
    @click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
    @json_option
    @debug_option
    def command(**values: Any) -> None:  # noqa: ANN401 - click hands over what the options declare
        _login(provider, values)

    for option in provider.login_options:
        command.params.append(_parameter(option))
    return command


def _parameter(option: LoginOption) -> click.Parameter:
    if option.is_argument:
        return click.Argument([_variable(option)], required=option.is_required, metavar=option.name)
    kind = click.Choice(option.choices) if option.choices else None
    return click.Option(
        [f"--{option.name}", _variable(option)],
        help=option.help,
        is_flag=option.is_flag,
        type=kind,
        required=option.is_required,
        default=None if not option.is_flag else False,
    )


def _variable(option: LoginOption) -> str:
    return "option_" + option.name.lower().replace("-", "_")


def _login(provider: type[Provider], values: dict[str, Any]) -> None:
    from mailer.output import print_document
    from mailer.settings import check_account_name, save_account

    settings, places = load()
    name = check_account_name(values["name"] or provider.name)
    account = _make_account(provider, name, values, settings.accounts.get(name))
    signed_in = _sign_in(provider, account, places.account_folder(name), values)
    is_first = not settings.accounts or settings.default_account == "demo"
    save_account(places.config, signed_in, make_default=is_first)
    if values["as_json"]:
        print_document({"account": name, "provider": provider.name, "address": signed_in.address})
    else:
        _say_done(signed_in, is_default=is_first)


def _make_account(
    provider: type[Provider], name: str, values: dict[str, Any], known: Account | None
) -> Account:
    from mailer.provider import Account

    options: dict[str, str] = {}
    for option in provider.login_options:
        value = values[_variable(option)]
        if value is None or value is False:
            continue
        text = "true" if value is True else str(value)
        options[option.name.lower()] = (
            str(Path(text).expanduser().absolute()) if option.is_path else text
        )
    fresh = Account(
        name=name,
        provider=provider.name,
        address=values["address"],
        display_name=values["display_name"],
        aliases=tuple(values["aliases"]),
        options=options,
    )
    if known is None:
        return fresh
    _require_same_mailbox(known, fresh.address)
    fresh = replace(fresh, address=fresh.address or known.address)
    if known.provider != provider.name:
        return fresh
    return replace(
        fresh,
        display_name=fresh.display_name or known.display_name,
        aliases=fresh.aliases or known.aliases,
        options={**known.options, **options},
    )


def _require_same_mailbox(known: Account, address: str) -> None:
    """Keep an account's withdrawals with their mailbox: another one wants another name."""
    from mailer.errors import UsageError
    from mailer.model import same_address

    if address and known.address and not same_address(address, known.address):
        raise UsageError(
            f"The account {known.name} is connected to another address. Nothing was stored.",
            hint="Give the new one a name of its own with --account, or forget the old one first: "
            f"`bowout logout {known.name}`.",
        )


def _sign_in(
    provider: type[Provider], account: Account, folder: Path, values: dict[str, Any]
) -> Account:
    from mailer import clock
    from mailer.cli.terminal import PersonAtTerminal
    from mailer.provider import Context

    secret = sys.stdin.readline().rstrip("\r\n") if values["password_stdin"] else None
    context = Context(
        folder=folder,
        now=clock.now,
        terminal=PersonAtTerminal(opens_browser=not values["no_browser"]),
        secret=secret,
        debug=(lambda line: click.echo(f"debug: {line}", err=True)) if values["debug"] else None,
    )
    opened = provider(account, context)
    try:
        return opened.sign_in()
    finally:
        opened.close()


def _say_done(account: Account, *, is_default: bool) -> None:
    from mailer.output import say

    also: Sequence[str] = ["It is the default account."] if is_default else []
    say(" ".join([f"Connected {account.name} ({account.address}).", *also]))
    say("Try `bowout threads` to see the interview processes in it; that changes nothing.")
