"""Signing in at Google for the user's own OAuth client: PKCE and a loopback redirect (RFC 8252).

Used for Gmail's interface and for IMAP with OAuth; what is kept afterwards is `_google_token`'s.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mailer.errors import ProviderUnavailableError, SignInError, UsageError
from mailer.provider import Account, Context, LoginOption
from providers._google_token import TESTING, reason_for
from providers._loopback import Loopback

if TYPE_CHECKING:
    import requests

CLIENT_OPTION = LoginOption(
    "client-secrets", "Your own OAuth client of type `Desktop app` (JSON file).", is_path=True
)
_PATIENCE = 300.0
_FOR_GOOD = 10 * 365 * 24 * 3600
"""Seconds; an end further away than this is none."""
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_NOTHING = "Nothing was stored."
_GUIDE = "docs/gmail.md shows how to make one in ten steps."


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
        context.terminal.open_browser(url)  # or prints it
        answer = loopback.wait(_PATIENCE)
        token = _fetch_token(flow, answer)
    require_scopes(token["scopes"], scopes, _NOTHING)
    if not token["refresh_token"]:
        raise SignInError(
            f"Google gave no lasting sign-in. {_NOTHING}",
            hint="Remove bowout under Third-party access in your Google account and try again.",
        )
    if token["ends"]:
        day = f"{datetime.fromisoformat(token['ends']).astimezone():%d %B}"
        context.terminal.say(f"Google ends this sign-in on {day}: {TESTING}")
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
        config = json.loads(Path(name).read_text("utf-8-sig"))
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
    if isinstance(config, dict) and config.get("type") == "service_account":
        raise UsageError(
            f"{name} is a service account, which has no mailbox of yours. {_NOTHING}",
            hint=f"Make a client of type `Desktop app`. {_GUIDE}",
        )
    installed = config.get("installed") if isinstance(config, dict) else None
    wanted = ("client_id", "auth_uri", "token_uri")
    if not isinstance(installed, dict) or not all(installed.get(key) for key in wanted):
        raise UsageError(f"{name} is no OAuth client file of Google. {_NOTHING}", hint=_GUIDE)
    if not all(is_protected(str(installed[key])) for key in ("auth_uri", "token_uri")):
        raise UsageError(
            f"{name} names an address that does not begin with https. {_NOTHING}", hint=_GUIDE
        )
    return {"installed": installed}


def require_scopes(given: Iterable[str], wanted: Sequence[str], outcome: str) -> None:
    """Name the rights that the user left out on Google's page; `outcome`: what became of it.

    Raises:
        SignInError: one is missing.
    """
    missing = [scope.rpartition("/")[2] for scope in wanted if scope not in frozenset(given)]
    if missing:
        raise SignInError(
            f"The right `{', '.join(missing)}` was not given. {outcome}",
            hint="Run `bowout login` again and tick every box on Google's page.",
        )


# --- inside ------------------------------------------------------------------------------------


def _make_flow(config: dict[str, Any], scopes: Sequence[str], address: str) -> Any:  # noqa: ANN401
    from google_auth_oauthlib.flow import Flow

    flow = Flow.from_client_config(
        config, scopes=list(scopes), redirect_uri=address, autogenerate_code_verifier=True
    )
    flow.oauth2session.register_compliance_hook("access_token_response", _require_in_order)
    return flow


def _require_in_order(answer: requests.Response) -> requests.Response:
    """Stop where the token server is out of order, which the library takes for a refusal."""
    if answer.status_code >= 500 or answer.status_code == 429:
        raise _unreached()
    return answer


def _fetch_token(flow: Any, answer: Any) -> dict[str, Any]:  # noqa: ANN401 - untyped library
    import requests
    from oauthlib.oauth2.rfc6749.errors import OAuth2Error

    if answer is None:
        raise SignInError(
            f"No answer came from the browser. {_NOTHING}", hint="Run `bowout login` again."
        )
    if "error" in answer:
        error = answer["error"]
        known = "" if error == "access_denied" else reason_for(error)
        raise SignInError(
            f"{known or f'The sign-in was refused ({error}).'} {_NOTHING}",
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
        raise _unreached() from error
    return {**_as_token(flow.credentials), "ends": _ends(flow.oauth2session.token)}


def _unreached() -> ProviderUnavailableError:
    return ProviderUnavailableError(
        f"Google can't be reached. {_NOTHING}", hint="Check the network and try again."
    )


def _ends(answer: Mapping[str, Any]) -> str:
    """Return when Google ends the sign-in itself; empty where it does not say (G71)."""
    seconds = str(answer.get("refresh_token_expires_in") or "")
    if not seconds.isdigit() or int(seconds) > _FOR_GOOD:
        return ""
    return (datetime.now(UTC) + timedelta(seconds=int(seconds))).isoformat()


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


def is_protected(address: str) -> bool:
    """Tell whether what is sent there can't be read on the way."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    is_here = parts.scheme == "http" and parts.hostname in _LOOPBACK
    return (parts.scheme == "https" and bool(parts.hostname)) or is_here


@contextlib.contextmanager
def _relaxed(config: dict[str, Any]) -> Iterator[None]:
    """Let oauthlib return what was granted instead of raising, and allow http on loopback."""
    settings = {"OAUTHLIB_RELAX_TOKEN_SCOPE": "1"}
    if urlsplit(str(config["installed"]["token_uri"])).hostname in _LOOPBACK:
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
