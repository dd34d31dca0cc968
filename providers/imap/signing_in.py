"""Signs in: finds the servers, takes the password or token, tries both ways, keeps the secret.

Order: what the options say, else what is known of the address's domain, else the usual names,
each tried and reported. Nothing is kept before IMAP and SMTP both took it.
"""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mailer.errors import MailerError, ProviderUnavailableError, SignInError
from mailer.provider import Account, Context
from providers.imap import submission
from providers.imap.connection import as_mailer_error, open_client, reason
from providers.imap.presets import (
    Preset,
    Security,
    Server,
    find_preset,
    parse_server,
    preset_of_domain,
    preset_of_host,
    usual_servers,
)
from providers.imap.submission import Credentials

_NOTHING_STORED = "Nothing was stored."


@dataclass(frozen=True, slots=True)
class Servers:
    """Where an account's mail is read, and where it is handed over."""

    imap: Server
    smtp: Server
    preset: Preset | None = None

    @property
    def files_sent(self) -> bool:
        """Tell whether the service files what it takes by SMTP."""
        return self.preset is not None and self.preset.files_sent


def servers_of(account: Account) -> Servers:
    """Return the servers of an account that signed in before, from its options alone."""
    options = account.options
    imap_host, smtp_host = options.get("imap-host", ""), options.get("smtp-host", "")
    if not imap_host or not smtp_host:
        known = find_preset(account.address)
        if known is None:
            raise SignInError(
                f"Account {account.name} names no servers. Nothing was stored or sent.",
                hint="Run `bowout login imap` again.",
            )
        return Servers(known.imap, known.smtp, known)
    tls = options.get("tls", "")
    imap = parse_server(imap_host, security=tls, is_imap=True)
    return Servers(
        imap, parse_server(smtp_host, security=tls, is_imap=False), preset_of_host(imap.host)
    )


def files_sent(account: Account) -> bool:
    """Tell whether the account's service is known to file what it sends; needs no connection."""
    host = account.options.get("imap-host", "").partition(":")[0]
    domain = account.address.rpartition("@")[2].casefold()
    preset = preset_of_host(host) if host else preset_of_domain(domain)
    return preset is not None and preset.files_sent


def choose_servers(account: Account, say: Callable[[str], None]) -> Servers:
    """Return the servers to sign in at: as told, as known, or found by trying.

    Raises:
        SignInError: none of the usual names answers, or the domain takes no passwords.
    """
    options = account.options
    tls = options.get("tls", "")
    told_imap = options.get("imap-host", "")
    told_smtp = options.get("smtp-host", "")
    preset = preset_of_host(told_imap.partition(":")[0]) if told_imap else None
    preset = preset or (None if told_imap else find_preset(account.address))
    if preset and not told_imap and not told_smtp and not tls:
        return Servers(preset.imap, preset.smtp, preset)
    imap = parse_server(told_imap, security=tls, is_imap=True) if told_imap else None
    smtp = parse_server(told_smtp, security=tls, is_imap=False) if told_smtp else None
    if preset:
        return Servers(imap or preset.imap, smtp or preset.smtp, preset)
    if imap and smtp:
        return Servers(imap, smtp)
    return _guess(account.address.rpartition("@")[2], imap, smtp, say)


def _guess(
    domain: str, imap: Server | None, smtp: Server | None, say: Callable[[str], None]
) -> Servers:
    usual_imap, usual_smtp = usual_servers(domain)
    tried: list[str] = []
    imap = imap or _first_that_answers(usual_imap, _try_imap, tried)
    if imap is None:
        raise _none_answers("IMAP", domain, tried, "--imap-host")
    smtp = smtp or _first_that_answers(_near(usual_smtp, imap), _try_smtp, tried)
    if smtp is None:
        raise _none_answers("SMTP", domain, tried, "--smtp-host")
    say(f"Found {imap.place} for reading and {smtp.place} for sending.")
    return Servers(imap, smtp)


def _near(usual: Sequence[Server], imap: Server) -> Sequence[Server]:
    """Put the host that answered by IMAP first: many domains have one for both."""
    own = [
        Server(imap.host, 465, Security.IMPLICIT),
        Server(imap.host, 587, Security.STARTTLS),
    ]
    return [*usual, *own]


def _first_that_answers(
    servers: Sequence[Server], attempt: Callable[[Server], None], tried: list[str]
) -> Server | None:
    unknown: set[str] = set()
    for server in servers:
        if server.host in unknown:
            continue
        try:
            attempt(server)
        except (OSError, imaplib.IMAP4.error, MailerError) as error:
            why = error.message if isinstance(error, MailerError) else reason(error)
            tried.append(f"{server.place} ({why})")
            if "getaddrinfo" in repr(error) or type(error).__name__ == "gaierror":
                unknown.add(server.host)
            continue
        return server
    return None


def _try_imap(server: Server) -> None:
    open_client(server).shutdown()


def _try_smtp(server: Server) -> None:
    smtp = submission.connect(server)
    submission.close(smtp)


def _none_answers(what: str, domain: str, tried: Sequence[str], option: str) -> MailerError:
    return SignInError(
        f"No {what} server of {domain} answers under the usual names: {'; '.join(tried)}. "
        f"{_NOTHING_STORED}",
        hint=f"Name it with {option} HOST:PORT; your provider's help pages say it.",
    )


def address_of(account: Account, context: Context) -> Account:
    """Return the account with its address; asks where it is unknown and somebody is there."""
    address = account.address.strip()
    if not address and context.terminal:
        address = context.terminal.ask("Your address").strip()
    local, at, domain = address.rpartition("@")
    if not (local and at and "." in domain.strip(".")) and domain != "localhost":
        raise SignInError(
            f"An IMAP account needs its address. {_NOTHING_STORED}",
            hint="Use --address you@example.com.",
        )
    return replace(account, address=address)


def password_of(account: Account, context: Context, servers: Servers) -> str:
    """Return the password that came by --password-stdin, or that somebody types."""
    if context.secret is not None:
        password = context.secret
    elif context.terminal is not None:
        _say_what_is_needed(context, servers.preset)
        password = context.terminal.ask(f"Password for {account.address}", secret=True)
    else:
        password = ""
    if not password:
        raise SignInError(
            f"Signing in needs a password. {_NOTHING_STORED}",
            hint="Run it in a terminal, or give the password by --password-stdin.",
        )
    if servers.preset and servers.preset.title == "Gmail":
        password = password.replace(" ", "")  # Google shows app passwords in four groups
    return password


def _say_what_is_needed(context: Context, preset: Preset | None) -> None:
    assert context.terminal is not None
    if preset is None:
        return
    if preset.note:
        context.terminal.say(preset.note)
    if preset.app_passwords:
        context.terminal.say(
            f"{preset.title} wants an app password here, not your usual one. "
            f"Make one at {preset.app_passwords}"
        )


def check_both(
    servers: Servers, credentials: Credentials, authenticate: Callable[..., None]
) -> None:
    """Sign in at both servers and leave again.

    Raises:
        SignInError, ProviderUnavailableError: one of them refuses or is out of reach.
    """
    try:
        client = open_client(servers.imap)
        try:
            authenticate(client)
        finally:
            client.shutdown()
    except MailerError:
        raise
    except (imaplib.IMAP4.error, OSError, EOFError) as error:
        mailer_error = as_mailer_error(error, _NOTHING_STORED)
        _point_to(mailer_error, error, "--imap-host")
        raise mailer_error from error
    try:
        smtp = submission.open_submission(servers.smtp, credentials, outcome=_NOTHING_STORED)
        submission.close(smtp)
    except ProviderUnavailableError as error:
        told = ProviderUnavailableError(
            f"Reading works, sending does not: {error.message}", hint=error.hint
        )
        _point_to(told, error.__cause__, "--smtp-host")
        raise told from error


def _point_to(error: MailerError, cause: BaseException | None, option: str) -> None:
    """Hint at the option that names the server, where its place may be what is wrong."""
    if isinstance(cause, OSError) and not isinstance(cause, ssl.SSLError):
        error.hint = f"Check the network, and the server's name and port ({option} HOST:PORT)."
