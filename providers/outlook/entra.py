"""Signs in with msal as a public client, keeps its token cache, and hands out access tokens.

Authorization code with PKCE on loopback, or a device code. The cache is reloaded under a lock
before every refresh and written back at once, so that no rotated refresh token gets lost (G76).
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from mailer.errors import MailerError, ProviderUnavailableError, SignInError
from mailer.provider import Account, Check, Context
from providers._loopback import Loopback
from providers._secrets import Secrets
from providers.outlook.aadsts import codes_of, page_hint, sign_in_error, wants_consent
from providers.outlook.asking import out_of_reach
from providers.outlook.clouds import SEND_SCOPES, SIGN_IN_SCOPES, addresses_of, client_id_of
from providers.outlook.sign_in_wire import SignInWire

_PATIENCE = 300.0
_MARGIN = 120
_NOTHING = "Nothing was stored or sent."

Result = dict[str, Any]
TokenCache: TypeAlias = Any
"""msal.SerializableTokenCache; msal is untyped."""
App: TypeAlias = Any
"""msal.PublicClientApplication."""


class EntraSession:
    """The sign-in of one account."""

    def __init__(self, account: Account, context: Context) -> None:
        """Take the account; no request, no import of a library."""
        self._account = account
        self._context = context
        self._addresses = addresses_of(account.options)
        self._client_id = client_id_of(account.options)
        self._tokens: dict[frozenset[str], tuple[str, float]] = {}
        self._unsaved: Any = None
        self._allowed: frozenset[str] = frozenset()
        self._wire = SignInWire(self._addresses.authority)

    # --- tokens ---

    def token(self, names: Sequence[str], claims: str) -> str:
        """Return an access token for these scopes besides those of the sign-in.

        `claims` is what a 401 demanded: JSON, `{}` where it only said no.

        Raises:
            SignInError: somebody has to sign in again, and the mend.
        """
        wanted = frozenset(names or SIGN_IN_SCOPES)
        token, until = self._tokens.get(wanted, ("", 0.0))
        if token and not claims and until > time.time():
            return token
        result = self._silently(wanted, claims)
        if "access_token" not in result and wanted & set(SEND_SCOPES) and wants_consent(result):
            result = self._ask_to_send()
        return self._kept(wanted, result)

    def may_send(self) -> bool:
        """Ask for a fresh token to draft with, and tell whether it allows sending as well.

        Microsoft puts every permission that was ever given to the application into each token,
        asked for or not (microsoft-authentication-library-for-dotnet #1713).
        """
        self.token((), "{}")
        return bool(self._allowed & set(self._addresses.scopes(*SEND_SCOPES)))

    def _kept(self, wanted: frozenset[str], result: Mapping[str, Any]) -> str:
        if "access_token" not in result:
            raise sign_in_error(result, client_id=self._client_id)
        token = str(result["access_token"])
        lifetime = float(result.get("expires_in") or 0)
        self._allowed = frozenset(str(result.get("scope") or "").split())
        self._tokens[wanted] = (token, time.time() + lifetime - _MARGIN)
        return token

    def _silently(self, wanted: frozenset[str], claims: str) -> Result:
        scopes = self._addresses.scopes(*sorted(wanted))
        if self._unsaved is not None:
            return self._refresh(self._unsaved, scopes, claims)
        with self._secrets.lock():
            cache = self._load()
            if not claims and (cached := _cached(cache, scopes, self._client_id)):
                return cached
            result = self._refresh(cache, scopes, claims)
            self._save(cache)
        return result

    def _refresh(self, cache: TokenCache, scopes: list[str], claims: str) -> Result:
        app = self._app(cache)
        accounts = app.get_accounts()
        if not accounts:
            raise self._not_signed_in()
        found = self._guarded(
            lambda: app.acquire_token_silent_with_error(
                scopes,
                accounts[0],
                force_refresh=claims == "{}",
                claims_challenge=claims if claims not in ("", "{}") else None,
            )
        )
        return dict(found or {"error": "invalid_grant"})

    # --- signing in ---

    def sign_in(self) -> None:
        """Let the user sign in; the result is kept in memory until `keep`.

        Raises:
            SignInError: refused, or nobody is there to sign in.
        """
        if not self._client_id:
            raise SignInError(
                "bowout has no application id for Outlook yet. Nothing was stored.",
                hint="Register one (docs/outlook.md, five minutes) and pass it: "
                "`bowout login outlook --client-id ID`.",
            )
        cache = _msal().SerializableTokenCache()
        self._secrets.prepare()
        result = self._interactively(cache, SIGN_IN_SCOPES)
        self._kept(frozenset(SIGN_IN_SCOPES), result)
        self._unsaved = cache

    def keep(self, account: Account) -> None:
        """Store what the sign-in brought, under that account's name."""
        self._account = account
        if self._unsaved is not None:
            self._secrets.keep(self._unsaved.serialize())
            self._unsaved = None

    def sign_out(self) -> None:
        """Delete every token of the account from this machine."""
        self._tokens.clear()
        self._unsaved = None
        self._secrets.delete()

    def check_store(self) -> Check:
        """Tell whether the secret store works and holds a sign-in."""
        store = self._secrets.probe()
        if store.is_ok and not self._secrets.read():
            raise self._not_signed_in()
        return store

    def _ask_to_send(self) -> Result:
        """Ask for the right to send, the first time somebody sends."""
        terminal = self._context.terminal
        if terminal is None:
            raise SignInError(
                "Sending was never allowed for this account: bowout asks for it when you first "
                f"send, and nobody is there to answer. {_NOTHING}",
                hint="Run `bowout send` once on a terminal and accept; after that it works alone.",
            )
        terminal.say("Microsoft asks you once more: until now bowout could only draft, not send.")
        # not under the lock: a person may take minutes, and reminders go on meanwhile
        cache = _msal().SerializableTokenCache()
        result = self._interactively(cache, (*SIGN_IN_SCOPES, *SEND_SCOPES))
        with self._secrets.lock():
            if _owners(cache) != _owners(self._load()):
                raise SignInError(
                    f"You allowed it with another account than {self._account.name!r} is signed "
                    f"in with. {_NOTHING}",
                    hint="Run `bowout send` again and pick the same account.",
                )
            self._save(cache)
        return result

    def _interactively(self, cache: TokenCache, names: Sequence[str]) -> Result:
        if self._context.terminal is None:
            raise SignInError(
                f"Somebody has to sign in to Outlook, and nobody is there. {_NOTHING}",
                hint="Run `bowout login outlook` on a terminal.",
            )
        app = self._app(cache)
        scopes = self._addresses.scopes(*names)
        if self._account.options.get("device-code"):
            result = self._guarded(lambda: self._by_device_code(app, scopes))
        else:
            result = self._guarded(lambda: self._by_browser(app, scopes))
        if "access_token" not in result:
            raise sign_in_error(result, client_id=self._client_id)
        return dict(result)

    def _by_browser(self, app: App, scopes: list[str]) -> Result:
        terminal = self._context.terminal
        assert terminal is not None
        with Loopback() as loopback, warnings.catch_warnings():
            # msal advises form_post; the code is bound by PKCE either way, and a plain redirect
            # works without script and without a warning about an insecure form
            warnings.simplefilter("ignore")
            flow = app.initiate_auth_code_flow(
                scopes, redirect_uri=loopback.address, response_mode="query",
                login_hint=self._account.address or None,
                prompt=None if self._account.address else "select_account",
            )  # fmt: skip
            loopback.expect(str(flow["state"]))
            if not terminal.open_browser(self._wire.outside(str(flow["auth_uri"]))):
                terminal.say("No browser on this machine? Then use --device-code instead.")
            terminal.say(
                "Waiting for the browser. If Microsoft's page shows an error there, it does not "
                "come back: press Ctrl-C, and look the AADSTS number up in docs/outlook.md."
            )
            answer = loopback.wait(_PATIENCE)
        if answer is None:
            raise SignInError(
                f"Nobody signed in within {_PATIENCE / 60:.0f} minutes. {_NOTHING}",
                hint=page_hint(self._client_id),
            )
        if "error" in answer:
            return dict(answer)
        return dict(app.acquire_token_by_auth_code_flow(flow, dict(answer)))

    def _by_device_code(self, app: App, scopes: list[str]) -> Result:
        flow = app.initiate_device_flow(scopes)
        if "user_code" not in flow:
            return dict(flow)
        assert self._context.terminal is not None
        self._context.terminal.say(self._wire.outside(str(flow["message"])))
        return dict(app.acquire_token_by_device_flow(flow))

    # --- msal ---

    def _app(self, cache: TokenCache) -> App:
        authority = self._addresses.authority
        is_known = urlsplit(authority).hostname in _KNOWN_AUTHORITIES
        return self._guarded(
            lambda: _msal().PublicClientApplication(
                self._client_id,
                authority=self._wire.inside(authority),
                token_cache=cache,
                http_client=self._wire,
                instance_discovery=None if is_known else False,
            )
        )

    def _guarded(self, act: Callable[[], Any]) -> Any:  # noqa: ANN401 - msal is untyped
        """Turn what msal and requests raise into our errors."""
        import requests

        try:
            return act()
        except MailerError:
            raise
        except requests.exceptions.RequestException as error:
            raise out_of_reach() from error
        except (ValueError, RuntimeError) as error:
            # msal keeps to itself what an authority answered that is none (90002)
            if codes_of(self._wire.refused):
                raise sign_in_error(self._wire.refused, client_id=self._client_id) from error
            raise ProviderUnavailableError(
                f"What answered at the sign-in address is not Microsoft's service. {_NOTHING}",
                hint="Check --authority, and whether a proxy or a hotel's network stands between.",
            ) from error

    def _load(self) -> TokenCache:
        stored = self._secrets.read()
        if not stored:
            raise self._not_signed_in()
        cache = _msal().SerializableTokenCache()
        try:
            cache.deserialize(stored)
        except ValueError as error:
            raise SignInError(
                f"The stored sign-in can't be read. {_NOTHING}",
                hint="Run `bowout login outlook` again.",
            ) from error
        return cache

    def _save(self, cache: TokenCache) -> None:
        if cache.has_state_changed:
            self._secrets.write(cache.serialize())

    @cached_property
    def _secrets(self) -> Secrets:
        # one for all: a passphrase is asked for once
        return Secrets(self._account, self._context)

    def _not_signed_in(self) -> SignInError:
        return SignInError(
            f"The account {self._account.name!r} is not signed in. {_NOTHING}",
            hint=f"Run `bowout login outlook --account {self._account.name}`.",
        )


_KNOWN_AUTHORITIES = frozenset({
    "login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn",
    "login.chinacloudapi.cn", "login.windows.net", "sts.windows.net", "login.microsoft.com",
})  # fmt: skip


def _msal() -> Any:  # noqa: ANN401 - msal is untyped
    import msal

    return msal


def _owners(cache: TokenCache) -> set[str]:
    """Return the ids of the accounts that a cache holds tokens of."""
    return {str(one["home_account_id"]) for one in cache.search(cache.CredentialType.ACCOUNT)}


def _cached(cache: TokenCache, scopes: Sequence[str], client_id: str) -> Result | None:
    """Return a living access token of the cache, which saves asking the sign-in service at all."""
    kind = cache.CredentialType.ACCESS_TOKEN
    for entry in cache.search(kind, target=list(scopes), query={"client_id": client_id}):
        left = int(entry["expires_on"]) - time.time()
        if left > _MARGIN:
            return {
                "access_token": entry["secret"], "expires_in": left, "scope": entry["target"],
            }  # fmt: skip
    return None
