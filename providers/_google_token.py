"""The access token of one Google account: kept, refreshed when due (RFC 6749 §6), taken back.

Two processes that refresh at once take turns (G76). A refusal is told in plain words, the usual
reason first (G71); a token server that is out of order is never taken for a refusal.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mailer.errors import MailerError, ProviderUnavailableError, SignInError
from mailer.provider import Account, Context
from providers._http import never_left
from providers._secrets import Secrets

if TYPE_CHECKING:
    import requests

_NOTHING = "Nothing was stored or sent."
_TRIES = 3
_PAUSE = 1.0
_TIMEOUT = (10, 30)
_EARLY = timedelta(seconds=60)
"""A token is renewed this long before it runs out."""
TESTING = "its app is still in `Testing`; publish it for yourself (docs/gmail.md, step 8)."
_EXPIRED = (
    "Google no longer accepts this sign-in. If your app is still in `Testing`, that happens seven "
    "days after each sign-in; publishing it for yourself ends that (docs/gmail.md, step 8). It "
    "also happens when you changed the password or took the right back."
)
_CLIENT = "Google no longer knows the OAuth client of this account (docs/gmail.md, step 7)."
_ORGANISATION = "Your organisation does not allow this app, or no longer does; ask who runs it."
_REASONS = {
    "invalid_grant": _EXPIRED,
    "invalid_client": _CLIENT,
    "deleted_client": _CLIENT,
    "disabled_client": _CLIENT,
    "unauthorized_client": _CLIENT,
    "admin_policy_enforced": _ORGANISATION,
    "org_internal": _ORGANISATION,
    "access_denied": _ORGANISATION,
}


class GoogleToken:
    """The access token of one account, refreshed when it is due."""

    def __init__(self, account: Account, context: Context) -> None:
        """Remember whose it is; opens nothing."""
        self._account = account
        self._context = context
        self._kept: dict[str, Any] | None = None

    def fetch(self, is_fresh: bool = False) -> str:
        """Return an access token; `is_fresh`: not the one that was just refused.

        Raises:
            SignInError: none is kept, or Google took the right back.
            ProviderUnavailableError: Google is out of reach.
            SecretStoreError: the store fails.
        """
        refused = self._kept["token"] if self._kept and is_fresh else None
        if self._kept and not is_fresh and not _is_due(self._kept):
            return str(self._kept["token"])
        secrets = Secrets(self._account, self._context)
        with secrets.lock():
            kept = _parse(secrets.read(), self._account)
            if kept["token"] == refused or _is_due(kept):
                kept = _refreshed(kept, self._account)
                secrets.write(json.dumps(kept))
        self._kept = kept
        return str(kept["token"])

    @property
    def ends(self) -> str:
        """Return when Google ends the sign-in itself (ISO 8601), where it told; after `fetch`."""
        return str((self._kept or {}).get("ends") or "")


def revoke(account: Account, context: Context, say: Callable[[str], None]) -> None:
    """Take the right back at Google; says so where that did not work."""
    import requests

    try:
        kept = Secrets(account, context).read()
        if kept is None:
            return
        token = _parse(kept, account)
        answer = requests.post(
            _revoke_address(token), data={"token": token["refresh_token"]}, timeout=20
        )
        is_done = answer.status_code in (200, 400)  # 400: it was no good any more
    except (requests.exceptions.RequestException, MailerError):
        is_done = False
    if not is_done:
        say(
            "Google could not be told; the right stays there until you remove bowout under "
            "https://myaccount.google.com/connections."
        )


def reason_for(error: str) -> str:
    """Return in plain words why Google refuses; empty where only the code can be told."""
    return _REASONS.get(error, "")


def _is_due(kept: dict[str, Any]) -> bool:
    """Tell whether to refresh; by this machine's clock, which also wrote the time down."""
    expires = datetime.fromisoformat(kept["expiry"]) if kept.get("expiry") else None
    return not kept.get("token") or (expires is not None and expires - datetime.now(UTC) < _EARLY)


def _parse(kept: str | None, account: Account) -> dict[str, Any]:
    try:
        value = json.loads(kept) if kept else None
    except ValueError:
        value = None
    if not isinstance(value, dict) or not value.get("refresh_token"):
        raise SignInError(
            f"The account {account.name} is not signed in. {_NOTHING}", hint=_login(account)
        )
    return value


def _refreshed(kept: dict[str, Any], account: Account) -> dict[str, Any]:
    answer = _ask(kept)
    try:
        body = answer.json()
    except ValueError:
        body = None
    if not isinstance(body, dict) or answer.status_code >= 500 or answer.status_code == 429:
        raise _unreached()
    if answer.ok and body.get("access_token"):
        lives = timedelta(seconds=int(body.get("expires_in") or 3600))
        return {
            **kept,
            "token": body["access_token"],
            "refresh_token": body.get("refresh_token") or kept["refresh_token"],
            "expiry": (datetime.now(UTC) + lives).isoformat(),
        }
    if not body.get("error"):
        raise _unreached()
    raise SignInError(f"{_why(body)} {_NOTHING}", hint=_login(account))


def _ask(kept: dict[str, Any]) -> requests.Response:
    """Ask for a new access token; asking twice does no harm, so a lost answer is asked again."""
    import requests

    form = {"grant_type": "refresh_token"}
    form |= {name: kept[name] for name in ("refresh_token", "client_id", "client_secret")}
    for attempt in range(_TRIES):
        try:
            answer = requests.post(
                kept["token_uri"], data=form, timeout=_TIMEOUT, allow_redirects=False
            )
        except requests.exceptions.RequestException as error:
            if never_left(error) or attempt + 1 == _TRIES:
                raise _unreached() from error
        else:
            if answer.status_code < 500 or attempt + 1 == _TRIES:
                return answer
        time.sleep(_PAUSE * (attempt + 1))
    raise _unreached()


def _why(body: dict[str, Any]) -> str:
    error = str(body["error"])
    if "rapt" in str(body.get("error_subtype", "")):
        return "Your organisation asks for a fresh sign-in at Google."
    return reason_for(error) or f"Google refuses to renew the sign-in ({error})."


def _login(account: Account) -> str:
    return f"Run `bowout login {account.provider} --account {account.name}` again."


def _unreached() -> ProviderUnavailableError:
    return ProviderUnavailableError(
        f"Google's sign-in can't be reached. {_NOTHING}",
        hint="Check the network and run the command again.",
    )


def _revoke_address(kept: dict[str, Any]) -> str:
    """Return the address that revokes; other token servers (tests) have one of their own."""
    parts = urlsplit(str(kept["token_uri"]))
    path = parts.path.rpartition("/")[0]
    return f"{parts.scheme}://{parts.netloc}{path}/revoke"
