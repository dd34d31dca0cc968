"""OAuth for IMAP and SMTP at Google: the mail scope, with the user's own client.

A token for IMAP needs the one wide scope `https://mail.google.com/`; Gmail's own provider gets by
with narrower ones.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from mailer.provider import Account, Context
from providers._google import sign_in as sign_in_at_google
from providers._google_token import GoogleToken

SCOPES = ("https://mail.google.com/",)


def sign_in(account: Account, context: Context) -> tuple[str, str]:
    """Sign in in a browser; returns what is to be kept, and an access token.

    Raises:
        UsageError: the client file can't be used.
        SignInError: refused or given up; nothing was kept.
        ProviderUnavailableError: Google is out of reach.
    """
    token = sign_in_at_google(account, context, SCOPES)
    return json.dumps(token), str(token["token"])


def fresh_token(account: Account, context: Context) -> str:
    """Return an access token that is good for some time, refreshed where it is due."""
    return GoogleToken(account, context).fetch()


def sign_out(account: Account, context: Context, say: Callable[[str], None]) -> None:
    """Take the right back at Google, as far as it can be reached, and delete the token."""
    GoogleToken(account, context).sign_out(say)
