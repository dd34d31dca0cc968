"""Signing in at Google for the user's own OAuth client: PKCE and a loopback redirect (RFC 8252).

Used for Gmail's interface and for IMAP with OAuth. The refresh token lies in the account's secret
store; two processes that refresh at once take turns (G76).
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mailer.errors import MailerError, ProviderUnavailableError, SignInError, UsageError
from mailer.provider import Account, Context, LoginOption
from providers._loopback import Loopback
from providers._secrets import Secrets

CLIENT_OPTION = LoginOption(
    "client-secrets", "Your own OAuth client of type `Desktop app` (JSON file).", is_path=True
)
_PATIENCE = 300.0
_NOTHING = "Nothing was stored."
_GUIDE = "docs/gmail.md shows how to make one in ten steps."
_EXPIRED = (
    "Google no longer accepts this sign-in. If your app is still in `Testing`, that happens seven "
    "days after each sign-in; publishing it for yourself ends that (docs/gmail.md, step 8). It "
    "also happens when you changed the password or took the right back."
)


def sign_in(account: Account, context: Context, scopes: Sequence[str]) -> dict[str, Any]:
    """Let the user sign in in a browser and return the token, to be kept.

    Raises:
        UsageError: the client file is missing, unreadable or of another kind.
        SignInError: denied, given up, or a right was left out.
        ProviderUnavailableError: Google is out of reach.
    """
    config = read_client(account)
    if context.terminal is None:
        raise SignInError(
            f"Nobody is there to sign in. {_NOTHING}", hint="Run `bowout login` in a terminal."
        )
    with _relaxed(config), Loopback() as loopback:
        flow = _make_flow(config, scopes, loopback.address)
        hint = {"login_hint": account.address} if account.address else {}
        url, state = flow.authorization_url(access_type="offline", prompt="consent", **hint)
        loopback.expect(state)
        if not context.terminal.open_browser(url):
            context.terminal.say(f"Open this address to sign in:\n{url}")
        answer = loopback.wait(_PATIENCE)
        token = _fetch_token(flow, answer)
    _require_scopes(token, scopes)
    return token


def read_client(account: Account) -> dict[str, Any]:
    """Return the user's OAuth client, checked.

    Raises:
        UsageError: it can't be used; says why.
    """
    name = account.options.get("client-secrets", "")
    if not name:
        raise UsageError(
            f"Signing in at Google needs an OAuth client of your own. {_NOTHING}",
            hint=f"Name its file with --client-secrets. {_GUIDE}",
        )
    try:
        config = json.loads(Path(name).read_text("utf-8"))
    except OSError as error:
        raise UsageError(
            f"{name} can't be read: {error.strerror}. {_NOTHING}", hint=_GUIDE
        ) from error
    except ValueError as error:
        raise UsageError(f"{name} is no JSON file. {_NOTHING}", hint=_GUIDE) from error
    if isinstance(config, dict) and "web" in config:
        raise UsageError(
            f"{name} is a client of type `Web application`. {_NOTHING}",
            hint=f"Make one of type `Desktop app`. {_GUIDE}",
        )
    installed = config.get("installed") if isinstance(config, dict) else None
    wanted = ("client_id", "auth_uri", "token_uri")
    if not isinstance(installed, dict) or not all(installed.get(key) for key in wanted):
        raise UsageError(f"{name} is no OAuth client file of Google. {_NOTHING}", hint=_GUIDE)
    return {"installed": installed}


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
        if self._kept and not is_fresh and not self._is_due(self._kept):
            return str(self._kept["token"])
        secrets = Secrets(self._account, self._context)
        with secrets.lock():
            kept = _parse(secrets.read(), self._account)
            if kept["token"] == refused or self._is_due(kept):
                kept = _refreshed(kept)
                secrets.write(json.dumps(kept))
        self._kept = kept
        return str(kept["token"])

    def _is_due(self, kept: dict[str, Any]) -> bool:
        expires = datetime.fromisoformat(kept["expiry"]) if kept.get("expiry") else None
        return not kept.get("token") or (
            expires is not None and (expires - datetime.now(UTC)).total_seconds() < 60
        )


def revoke(account: Account, context: Context, say: Callable[[str], None]) -> None:
    """Take the right back at Google; says so where that did not work."""
    import requests

    try:
        kept = _parse(Secrets(account, context).read(), account)
        answer = requests.post(
            _revoke_address(kept), data={"token": kept.get("refresh_token")}, timeout=20
        )
        done = answer.status_code in (200, 400)
    except (requests.exceptions.RequestException, MailerError):
        done = False
    if not done:
        say(
            "Google could not be told; the right stays there until you remove bowout under "
            "Security, Third-party access, in your Google account."
        )


# --- inside ------------------------------------------------------------------------------------


def _make_flow(config: dict[str, Any], scopes: Sequence[str], address: str) -> Any:  # noqa: ANN401
    from google_auth_oauthlib.flow import Flow

    return Flow.from_client_config(
        config, scopes=list(scopes), redirect_uri=address, autogenerate_code_verifier=True
    )


def _fetch_token(flow: Any, answer: Any) -> dict[str, Any]:  # noqa: ANN401 - untyped library
    import requests
    from oauthlib.oauth2.rfc6749.errors import OAuth2Error

    if answer is None:
        raise SignInError(
            f"No answer came from the browser. {_NOTHING}", hint="Run `bowout login` again."
        )
    if "error" in answer:
        raise SignInError(
            f"The sign-in was refused ({answer['error']}). {_NOTHING}",
            hint="Run `bowout login` again and allow what it asks for. If Google says that access "
            "is blocked, add your address as a test user (docs/gmail.md, step 6).",
        )
    try:
        flow.fetch_token(code=answer.get("code", ""), timeout=30)
    except OAuth2Error as error:
        raise SignInError(
            f"Google refused the sign-in ({error.error}). {_NOTHING}",
            hint="Check that the client file belongs to this app, then run `bowout login` again.",
        ) from error
    except requests.exceptions.RequestException as error:
        raise ProviderUnavailableError(
            f"Google can't be reached. {_NOTHING}", hint="Check the network and try again."
        ) from error
    return _as_token(flow.credentials)


def _as_token(credentials: Any) -> dict[str, Any]:  # noqa: ANN401 - untyped library
    granted = credentials.granted_scopes or credentials.scopes or ()
    return {
        "token": credentials.token,
        "refresh_token": credentials.refresh_token,
        "expiry": credentials.expiry.replace(tzinfo=UTC).isoformat() if credentials.expiry else "",
        "client_id": credentials.client_id,
        "client_secret": credentials.client_secret,
        "token_uri": credentials.token_uri,
        "scopes": sorted(granted.split() if isinstance(granted, str) else granted),
    }


def _require_scopes(token: dict[str, Any], scopes: Sequence[str]) -> None:
    missing = [s for s in scopes if s not in token["scopes"]]
    if missing:
        names = ", ".join(s.rpartition("/")[2] for s in missing)
        raise SignInError(
            f"The right `{names}` was not given. {_NOTHING}",
            hint="Run `bowout login` again and tick every box on Google's page.",
        )
    if not token["refresh_token"]:
        raise SignInError(
            f"Google gave no lasting sign-in. {_NOTHING}",
            hint="Remove bowout under Third-party access in your Google account and try again.",
        )


def _parse(kept: str | None, account: Account) -> dict[str, Any]:
    try:
        value = json.loads(kept) if kept else None
    except ValueError:
        value = None
    if not isinstance(value, dict) or not value.get("refresh_token"):
        raise SignInError(
            f"The account {account.name} is not signed in. Nothing was stored or sent.",
            hint=f"Run `bowout login {account.provider} --account {account.name}`.",
        )
    return value


def _refreshed(kept: dict[str, Any]) -> dict[str, Any]:
    from google.auth.exceptions import RefreshError, TransportError
    from google.auth.transport.requests import Request
    from google.oauth2.credentials import Credentials

    credentials = Credentials(
        None,
        refresh_token=kept["refresh_token"],
        token_uri=kept["token_uri"],
        client_id=kept["client_id"],
        client_secret=kept["client_secret"],
    )
    try:
        credentials.refresh(Request())
    except RefreshError as error:
        if getattr(error, "retryable", False):
            raise _unreached() from error
        raise SignInError(
            f"{_EXPIRED} Nothing was stored or sent.", hint="Run `bowout login` again."
        ) from error
    except TransportError as error:
        raise _unreached() from error
    fresh = _as_token(credentials)
    return {**kept, **{key: fresh[key] for key in ("token", "refresh_token", "expiry")}}


def _unreached() -> ProviderUnavailableError:
    return ProviderUnavailableError(
        "Google's sign-in can't be reached. Nothing was stored or sent.",
        hint="Check the network and run the command again.",
    )


def _revoke_address(kept: dict[str, Any]) -> str:
    """Return the address that revokes; other token servers (tests) have one of their own."""
    parts = urlsplit(str(kept["token_uri"]))
    path = parts.path.rpartition("/")[0]
    return f"{parts.scheme}://{parts.netloc}{path}/revoke"


@contextlib.contextmanager
def _relaxed(config: dict[str, Any]) -> Iterator[None]:
    """Let oauthlib return what was granted instead of raising, and allow http on loopback."""
    settings = {"OAUTHLIB_RELAX_TOKEN_SCOPE": "1"}
    host = urlsplit(str(config["installed"]["token_uri"])).hostname
    if host in ("127.0.0.1", "localhost", "::1"):
        settings["OAUTHLIB_INSECURE_TRANSPORT"] = "1"
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
