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
from providers._http import as_given, never_left
from providers._secrets import Secrets

if TYPE_CHECKING:
    import requests

_NOTHING = "Nothing was stored or sent."
_TRIES = 3
_PAUSE = 1.0
_TIMEOUT = (10, 30)
_USUAL = 3600
"""Seconds that an access token lives where Google does not say."""
_EARLY = timedelta(seconds=60)
"""A token is renewed this long before it runs out."""
_OF_GOOGLE = frozenset({"oauth2.googleapis.com", "accounts.google.com", "www.googleapis.com"})
"""Where client files of all years have their token address."""
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
        self._secrets = Secrets(account, context)  # one for all: a passphrase is asked for once
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
        with self._secrets.lock():
            kept = _parse(self._secrets.read(), self._account)
            if kept["token"] == refused or _is_due(kept):
                kept = self._refreshed(kept)
                self._secrets.write(json.dumps(kept))
        self._kept = kept
        return str(kept["token"])

    def renew(self) -> None:
        """Ask Google for a new access token, due or not; errors as in `fetch`."""
        self.fetch()
        self.fetch(is_fresh=True)

    @property
    def ends(self) -> str:
        """Return when Google ends the sign-in itself (ISO 8601), where it told; after `fetch`."""
        return str((self._kept or {}).get("ends") or "")

    @property
    def scopes(self) -> frozenset[str]:
        """Return what Google said last that the sign-in may do; after `fetch`."""
        return frozenset((self._kept or {}).get("scopes") or ())

    def sign_out(self, say: Callable[[str], None]) -> None:
        """Take the right back at Google and delete what is kept; works offline too.

        Where Google could not be told, that is said.
        """
        with self._secrets.lock():
            try:
                is_done = self._revoke()
            except MailerError:  # the keyring or the passphrase is gone: no token to give back
                is_done = False
            self._secrets.delete()
        self._kept = None
        if not is_done:
            say(
                "Google could not be told; the right stays there until you remove bowout under "
                "https://myaccount.google.com/connections."
            )

    # --- inside ---

    def _refreshed(self, kept: dict[str, Any]) -> dict[str, Any]:
        self._note("POST token")
        return _refreshed(kept, self._account)

    def _revoke(self) -> bool:
        import requests

        kept = self._secrets.read()
        if kept is None:
            return True
        token = _parse(kept, self._account)
        self._note("POST revoke")
        try:
            answer = requests.post(
                _revoke_address(token),
                data={"token": token["refresh_token"]},
                auth=as_given,
                timeout=20,
            )
        except requests.exceptions.RequestException:
            return False
        return answer.status_code in (200, 400)  # 400: it was no good any more

    def _note(self, line: str) -> None:
        if self._context.debug is not None:
            self._context.debug(line)


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
        given = {"scopes": sorted(str(body["scope"]).split())} if body.get("scope") else {}
        return {
            **kept,
            **given,
            "token": body["access_token"],
            "refresh_token": body.get("refresh_token") or kept["refresh_token"],
            "expiry": (datetime.now(UTC) + _lifetime(body)).isoformat(),
        }
    if not body.get("error"):
        raise _unreached()
    raise SignInError(f"{_why(body)} {_NOTHING}", hint=_login(account))


def _lifetime(body: dict[str, Any]) -> timedelta:
    try:
        return timedelta(seconds=int(body.get("expires_in") or _USUAL))
    except (ValueError, TypeError, OverflowError):
        return timedelta(seconds=_USUAL)


def _ask(kept: dict[str, Any]) -> requests.Response:
    """Ask for a new access token; asking twice does no harm, so a lost answer is asked again."""
    import requests

    form = {"grant_type": "refresh_token"}
    form |= {name: kept[name] for name in ("refresh_token", "client_id", "client_secret")}
    for attempt in range(_TRIES):
        try:
            answer = requests.post(
                kept["token_uri"],
                data=form,
                auth=as_given,
                timeout=_TIMEOUT,
                allow_redirects=False,
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
    if parts.hostname in _OF_GOOGLE:
        return "https://oauth2.googleapis.com/revoke"
    path = parts.path.rpartition("/")[0]
    return f"{parts.scheme}://{parts.netloc}{path}/revoke"
