"""Where Microsoft signs people in and where Graph answers, cloud by cloud.

Authority and endpoint belong together: a token of one cloud is refused by another one's Graph
(AADSTS900382, G80). So the cloud is one setting; `--authority` and `--endpoint` overrule it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from mailer.errors import UsageError
from mailer.provider import LoginOption
from providers._secrets import SECRETS_OPTION

CLIENT_ID = ""
"""The application id that a packager registered for all users; empty: everybody brings one."""

TENANT = "common"

_GRAPH = "https://graph.microsoft.com"
CLOUDS = {
    "global": ("https://login.microsoftonline.com", _GRAPH),
    "usgov": ("https://login.microsoftonline.us", "https://graph.microsoft.us"),
    "usgov-dod": ("https://login.microsoftonline.us", "https://dod-graph.microsoft.us"),
    "china": (
        "https://login.partner.microsoftonline.cn",
        "https://microsoftgraph.chinacloudapi.cn",
    ),
}
"""learn.microsoft.com/graph/deployments: sign-in and Graph of each national cloud."""

LOGIN_OPTIONS = (
    LoginOption("client-id", "The application (client) id of your app registration; see docs."),
    LoginOption(
        "tenant",
        "Who may sign in: common (default), consumers, organizations, or a tenant's id or domain.",
    ),
    LoginOption("cloud", "A national cloud instead of the global one.", choices=tuple(CLOUDS)),
    LoginOption("authority", "The sign-in address, where it is none of these clouds."),
    LoginOption("endpoint", "The address of Graph, where it is none of these clouds."),
    LoginOption("device-code", "Sign in on another device with a short code.", is_flag=True),
    SECRETS_OPTION,
)

LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})

SIGN_IN_SCOPES = ("Mail.ReadWrite", "User.Read")
"""offline_access is added by msal. Named scopes only: `.default` fails for consumers (G80)."""
SEND_SCOPES = ("Mail.Send",)
"""Asked for when the user sends for the first time, never before."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one account's cloud."""

    authority: str
    """With the tenant, without a trailing slash."""
    endpoint: str
    """With the version, without a trailing slash."""
    resource: str
    """What scopes begin with."""

    def scopes(self, *names: str) -> list[str]:
        """Return the full names of Graph's scopes in this cloud."""
        return [f"{self.resource}/{name}" for name in names]


def addresses_of(options: Mapping[str, str]) -> Addresses:
    """Return the addresses that an account's options name.

    Raises:
        UsageError: one of them would carry tokens over a network in the clear, or is no address.
    """
    authority, graph = CLOUDS.get(options.get("cloud", ""), CLOUDS["global"])
    authority = _secure("authority", options.get("authority", authority))
    if not urlsplit(authority).path.strip("/"):
        authority = f"{authority}/{options.get('tenant', TENANT)}"
    endpoint = _secure("endpoint", options.get("endpoint", graph))
    parts = urlsplit(endpoint)
    if not parts.path.strip("/"):
        endpoint = f"{endpoint}/v1.0"
    # a test server on this machine has no resource name of its own
    resource = f"https://{parts.netloc}" if parts.scheme == "https" else _GRAPH
    return Addresses(authority, endpoint, resource)


def _secure(option: str, address: str) -> str:
    parts = urlsplit(address)
    is_here = parts.scheme == "http" and parts.hostname in LOOPBACK_HOSTS
    if not parts.hostname or not (parts.scheme == "https" or is_here):
        raise UsageError(
            f"--{option} takes an address that begins with https://. Nothing was stored or sent.",
            hint="`bowout login outlook --help` lists what else names a cloud: --cloud, --tenant.",
        )
    return address.rstrip("/")


def client_id_of(options: Mapping[str, str]) -> str:
    """Return the application id: the account's own, else the packager's; may be empty."""
    return options.get("client-id", "") or CLIENT_ID
