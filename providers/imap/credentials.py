"""What an account signs in with: a password, or an access token that is refreshed in time."""

from __future__ import annotations

import imaplib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mailer.errors import SignInError
from mailer.provider import Account, Context
from providers._secrets import Secrets
from providers.imap.connection import LOST, sign_in_error
from providers.imap.submission import Credentials, token_text

if TYPE_CHECKING:
    from imapclient import IMAPClient


@dataclass(frozen=True, slots=True)
class Keyring:
    """The kept secret of one account, read when it is first needed."""

    account: Account
    context: Context

    @property
    def uses_oauth(self) -> bool:
        """Tell whether the account signs in by token."""
        return self.account.options.get("auth") == "oauth"

    @property
    def user(self) -> str:
        """The user name: mostly the address."""
        return self.account.options.get("user") or self.account.address

    def fetch(self) -> Credentials:
        """Return what to sign in with; refreshes a token that is about to expire.

        Raises:
            SignInError: nothing is kept, or the service withdrew its consent.
            SecretStoreError: the keyring fails.
        """
        if self.uses_oauth:
            from providers.imap import oauth

            return Credentials(self.user, oauth.fresh_token(self.account, self.context), True)
        password = Secrets(self.account, self.context).read()
        if not password:
            raise SignInError(
                f"No password is kept for {self.account.name}. Nothing was stored or sent.",
                hint="Run `bowout login imap` again.",
            )
        return Credentials(self.user, password)


def authenticate(client: IMAPClient, credentials: Credentials) -> None:
    """Sign a fresh IMAP connection in.

    Raises:
        SignInError: refused, or the server offers no way that is open to us.
        ProviderUnavailableError: the server is too busy.
    """
    try:
        if credentials.is_token:
            _give_token(client, credentials)
        else:
            _give_password(client, credentials)
    except LOST:
        raise
    except imaplib.IMAP4.error as error:
        if isinstance(error.__context__, LOST):
            raise error.__context__ from None  # the library calls a lost connection a bad login
        raise sign_in_error(error) from error


def _give_password(client: IMAPClient, credentials: Credentials) -> None:
    is_ascii = (credentials.user + credentials.secret).isascii()
    if client.has_capability("AUTH=PLAIN") and (
        not is_ascii or client.has_capability("LOGINDISABLED")
    ):
        client.plain_login(credentials.user, credentials.secret)
    elif client.has_capability("LOGINDISABLED") or not is_ascii:
        raise SignInError(
            "The IMAP server takes no password over this connection; it was not sent.",
            hint="Try --tls implicit, or `bowout login imap --auth oauth`.",
        )
    else:
        client.login(credentials.user, credentials.secret)


def _give_token(client: IMAPClient, credentials: Credentials) -> None:
    offers_both = client.has_capability("AUTH=OAUTHBEARER")
    mechanism = "XOAUTH2" if client.has_capability("AUTH=XOAUTH2") else "OAUTHBEARER"
    if mechanism == "OAUTHBEARER" and not offers_both:
        raise SignInError(
            "The IMAP server takes no access tokens; none was sent.",
            hint="Sign in with an app password: leave --auth out.",
        )
    answers = iter([token_text(credentials, mechanism)])
    # after a refusal the server sends its reason, which wants an empty answer
    client.sasl_login(mechanism, lambda _: next(answers, ""))
