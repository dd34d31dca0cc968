"""Sign-in as Microsoft Entra does it for public clients, with a browser that always says yes.

Authorization code with PKCE, device code, refresh with rotation, incremental consent, and any
AADSTS error on demand. Tokens are opaque; the scopes behind them are enforced by the server.

- A token carries every scope that was ever consented to, whatever this request asked for
  (microsoft-authentication-library-for-dotnet #1713, microsoft-graph-docs-contrib #4546).
- What is wrong with the application, its redirect address or the kind of account is shown on the
  sign-in page: the browser never comes back (error codes, learn.microsoft.com/entra).
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

GRAPH = "https://graph.microsoft.com/"
RESERVED = {"openid", "profile", "offline_access", "email"}


@dataclass
class Grant:
    """What a code, a device code or a refresh token stands for."""

    scopes: frozenset[str]
    client: str
    challenge: str = ""
    nonce: str = ""
    redirect: str = ""
    is_approved: bool = True


class PageError(Exception):
    """The sign-in page shows an error and leads nowhere."""


class OAuthError(Exception):
    """An error answer of the token or device endpoint."""

    def __init__(self, error: str, description: str, **more: Any) -> None:
        super().__init__(description)
        self.body = {
            "error": error,
            "error_description": f"{description} Trace ID: 0 Correlation ID: 0",
            "error_codes": more.pop("codes", []),
            **more,
        }


@dataclass
class Entra:
    """The directory of one user."""

    base: str
    address: str
    name: str
    person: str = "00000000-0000-0000-0000-000000000001"
    """The object id of whoever signs in; another one is another account."""
    tenant: str = "9188040d-6c67-4c5b-b112-36a304b66dad"
    tenants: tuple[str, ...] = ("common", "consumers", "organizations")
    clients: tuple[str, ...] = ("11111111-1111-1111-1111-111111111111",)
    audience: str = "everybody"
    """Whom the application is registered for: everybody, organizations, consumers or a tenant."""
    may_consent: bool = True
    """False: the tenant's policy wants an administrator (AADSTS90094)."""
    lifetime: int = 3600
    codes: dict[str, Grant] = field(default_factory=dict)
    devices: dict[str, Grant] = field(default_factory=dict)
    refreshes: dict[str, Grant] = field(default_factory=dict)
    access: dict[str, tuple[frozenset[str], float]] = field(default_factory=dict)
    consented: set[str] = field(default_factory=set)
    asked: list[frozenset[str]] = field(default_factory=list)
    """The scopes of every consent page that was shown."""
    refused: tuple[str, str] | None = None
    """An `(error, AADSTS description)` that every token request gets."""
    claims: list[str] = field(default_factory=list)
    """Claims that came with authorize and token requests."""

    # --- what a test asks for ---

    def token(self, *scopes: str) -> str:
        """Hand out an access token for these short scope names, no questions asked."""
        token = f"access-{secrets.token_urlsafe(12)}"
        self.access[token] = (frozenset(scopes), time.time() + self.lifetime)
        return token

    def scopes_of(self, token: str) -> frozenset[str] | None:
        """Return the scopes of a living access token, else None."""
        scopes, until = self.access.get(token, (None, 0.0))
        return scopes if time.time() < until else None

    def expire(self) -> None:
        """Let every access token die; refresh tokens live on."""
        self.access.clear()

    def revoke(self) -> None:
        """Let everything die, as after 90 days or a changed password."""
        self.access.clear()
        self.refreshes.clear()

    # --- endpoints ---

    def discovery(self, tenant: str) -> dict[str, Any]:
        """Answer the OpenID configuration; an unknown tenant is AADSTS90002."""
        if tenant not in (*self.tenants, self.tenant):
            raise OAuthError("invalid_tenant", f"AADSTS90002: Tenant '{tenant}' not found.",
                             codes=[90002])  # fmt: skip
        root = f"{self.base}/{tenant}"
        return {
            "token_endpoint": f"{root}/oauth2/v2.0/token",
            "authorization_endpoint": f"{root}/oauth2/v2.0/authorize",
            "device_authorization_endpoint": f"{root}/oauth2/v2.0/devicecode",
            "issuer": f"{self.base}/{self.tenant}/v2.0",
            "jwks_uri": f"{root}/discovery/v2.0/keys",
            "response_types_supported": ["code"],
            "tenant_region_scope": None,
        }

    def authorize(self, tenant: str, query: dict[str, str]) -> str:
        """Show the consent page, say yes at once, and return the address to go to."""
        self._check_page(tenant, query)
        answer = {"state": query.get("state", "")}
        scopes = short(query.get("scope", ""))
        self.asked.append(scopes)
        if "claims" in query:
            self.claims.append(query["claims"])
        if not self.may_consent:
            answer["error"] = "access_denied"
            answer["error_description"] = "AADSTS90094: The grant requires admin permission."
        elif self.refused and self.refused[0] == "access_denied":
            answer |= {"error": "access_denied", "error_description": self.refused[1]}
        else:
            code = f"code-{secrets.token_urlsafe(12)}"
            self.consented |= scopes
            self.codes[code] = Grant(
                scopes, query.get("client_id", ""), query.get("code_challenge", ""),
                query.get("nonce", ""), query.get("redirect_uri", ""),
            )  # fmt: skip
            answer["code"] = code
        return f"{query['redirect_uri']}?{urlencode(answer)}"

    def device(self, tenant: str, form: dict[str, str]) -> dict[str, Any]:
        """Start the device flow; `approve` lets it go on."""
        self._check_client(form)
        error, told = self._misfit(tenant)
        if told:
            raise OAuthError(error, told)
        code = f"device-{secrets.token_urlsafe(8)}"
        self.devices[code] = Grant(
            short(form.get("scope", "")), form.get("client_id", ""), is_approved=False
        )
        user_code = code[-8:].upper()
        return {
            "device_code": code, "user_code": user_code, "expires_in": 900, "interval": 1,
            "verification_uri": f"{self.base}/devicelogin",
            "message": f"To sign in, open {self.base}/devicelogin and enter the code {user_code}.",
        }  # fmt: skip

    def approve(self) -> None:
        """Say yes to every device that waits."""
        for grant in self.devices.values():
            if not grant.is_approved:
                self.asked.append(grant.scopes)
            grant.is_approved = True
            self.consented |= grant.scopes

    def exchange(self, form: dict[str, str]) -> dict[str, Any]:
        """Answer the token endpoint."""
        self._check_client(form)
        if "claims" in form:
            self.claims.append(form["claims"])
        if self.refused:
            raise OAuthError(*self.refused)
        kind = form.get("grant_type", "")
        if kind == "authorization_code":
            return self._issue(self._of_code(form))
        if kind.endswith("device_code"):
            return self._issue(self._of_device(form))
        if kind == "refresh_token":
            return self._issue(self._of_refresh(form))
        raise OAuthError("unsupported_grant_type", "AADSTS70003: unsupported grant type.")

    def _check_page(self, tenant: str, query: dict[str, str]) -> None:
        redirect = urlsplit(query.get("redirect_uri", ""))
        if query.get("client_id") not in self.clients:
            raise PageError(f"AADSTS700016: Application '{query.get('client_id')}' was not found.")
        if (redirect.scheme, redirect.hostname, redirect.path) != ("http", "localhost", ""):
            raise PageError("AADSTS50011: The redirect URI does not match those configured.")
        if told := self._misfit(tenant)[1]:
            raise PageError(told)

    def _misfit(self, tenant: str) -> tuple[str, str]:
        """Return what Microsoft says where the application is for other accounts than asked."""
        if self.audience == "everybody" or tenant == self.audience:
            return "", ""
        if self.audience == "consumers":
            return "invalid_request", (
                "AADSTS9002331: Application is configured for use by Microsoft Account users "
                "only. Please use the /consumers endpoint to serve this request."
            )
        if self.audience == "organizations":
            if tenant != "consumers":
                return "", ""
            return (
                "unauthorized_client",
                "The client does not exist or is not enabled for consumers.",
            )
        return "invalid_request", (
            "AADSTS50194: Application is not configured as a multi-tenant application. Usage of "
            "the /common endpoint is not supported for such apps."
        )

    def _check_client(self, form: dict[str, str]) -> None:
        if form.get("client_id") not in self.clients:
            told = f"AADSTS700016: Application '{form.get('client_id')}' was not found."
            raise OAuthError("unauthorized_client", told, codes=[700016])

    def _of_code(self, form: dict[str, str]) -> Grant:
        grant = self.codes.pop(form.get("code", ""), None)
        if grant is None or grant.redirect != form.get("redirect_uri"):
            raise OAuthError("invalid_grant", "AADSTS70008: The code has expired.", codes=[70008])
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).decode().rstrip("=") != grant.challenge:
            raise OAuthError("invalid_grant", "AADSTS501481: The code verifier does not match.")
        return grant

    def _of_device(self, form: dict[str, str]) -> Grant:
        grant = self.devices.get(form.get("device_code", ""))
        if grant is None:
            raise OAuthError("expired_token", "AADSTS70020: The device code has expired.")
        if not grant.is_approved:
            raise OAuthError("authorization_pending", "AADSTS70016: Not yet.", codes=[70016])
        return grant

    def _of_refresh(self, form: dict[str, str]) -> Grant:
        grant = self.refreshes.pop(form.get("refresh_token", ""), None)
        if grant is None:
            raise OAuthError("invalid_grant", "AADSTS700082: The refresh token has expired due to "
                             "inactivity.", codes=[700082], suberror="bad_token")  # fmt: skip
        wanted = short(form.get("scope", ""))
        missing = wanted - self.consented
        if missing:
            self.refreshes[form["refresh_token"]] = grant
            raise OAuthError("invalid_grant", "AADSTS65001: The user has not consented to use the "
                             f"application: {', '.join(sorted(missing))}.", codes=[65001],
                             suberror="consent_required")  # fmt: skip
        return Grant(wanted or grant.scopes, grant.client)

    def _issue(self, grant: Grant) -> dict[str, Any]:
        held = grant.scopes | self.consented
        token, refresh = self.token(*held), f"refresh-{secrets.token_urlsafe(12)}"
        self.refreshes[refresh] = grant
        now = int(time.time())
        identity = {
            "aud": grant.client, "iss": f"{self.base}/{self.tenant}/v2.0", "iat": now, "nbf": now,
            "exp": now + self.lifetime, "name": self.name, "preferred_username": self.address,
            "oid": self.person, "sub": "subject", "tid": self.tenant,
            **({"nonce": grant.nonce} if grant.nonce else {}), "ver": "2.0",
        }  # fmt: skip
        info = {"uid": identity["oid"], "utid": self.tenant}
        return {
            "token_type": "Bearer", "expires_in": self.lifetime, "access_token": token,
            "scope": " ".join(sorted(f"{GRAPH}{s}" for s in held)),
            "refresh_token": refresh, "id_token": f"{_part({'alg': 'none'})}.{_part(identity)}.x",
            "client_info": _part(info),
        }  # fmt: skip


def short(scope: str) -> frozenset[str]:
    """Return the short names of the resource's scopes in a scope parameter."""
    names = {name.rpartition("/")[2] if "://" in name else name for name in scope.split()}
    return frozenset(names - RESERVED)


def _part(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")
