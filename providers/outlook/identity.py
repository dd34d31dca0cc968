"""Who the account is: its addresses, and the signature of its own sent mail.

Graph knows no signatures (G37). The newest sent message that carries one shows it: Outlook marks
it with `id="Signature"`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mailer.model import Address, Identity
from mailer.provider import Account
from providers.outlook.asking import HTML_BODIES, Ask
from providers.outlook.bodies import signature_of
from providers.outlook.graph import Graph

ME = Ask("GET", "/me", {"$select": "displayName,mail,userPrincipalName,proxyAddresses"})
_SENT = Ask(
    "GET",
    "/me/mailFolders/sentitems/messages",
    {"$select": "from,body", "$orderby": "sentDateTime desc", "$top": "15"},
    HTML_BODIES,
)


def fetch_identities(graph: Graph, account: Account) -> tuple[Identity, ...]:
    """Return the account's addresses, the default one first, in one request."""
    me, sent = graph.read_many([ME, _SENT])
    profile = me.expect("read who you are")
    entries = sent.expect("read your sent mail").get("value", [])
    name = account.display_name or str(profile.get("displayName") or "")
    first = account.address or primary_address(profile)
    signature = _signature(entries, first)
    text, html = _both(signature)
    default = Identity(
        address=Address(name, first), signature_text=text, signature_html=html, is_default=True
    )
    others = dict.fromkeys(a for a in _other_addresses(profile, account) if a != first.casefold())
    return default, *(
        Identity(address=Address(name, address), signature_text=text, signature_html=html)
        for address in others
    )


def primary_address(profile: Mapping[str, Any]) -> str:
    """Return the address of the mailbox; a sign-in name may be none of its addresses."""
    return str(profile.get("mail") or profile.get("userPrincipalName") or "")


def proxy_addresses(profile: Mapping[str, Any]) -> Iterator[str]:
    """Yield the mailbox's addresses, lower case: the first is its primary one."""
    proxies = [str(p) for p in profile.get("proxyAddresses") or ()]
    for proxy in sorted(proxies, key=lambda p: not p.startswith("SMTP:")):
        kind, _, address = proxy.partition(":")
        if kind.casefold() == "smtp" and "@" in address:
            yield address.casefold()


def _other_addresses(profile: Mapping[str, Any], account: Account) -> Iterator[str]:
    yield from (alias.casefold() for alias in account.aliases)
    # tenants have technical addresses that nobody writes from
    yield from (a for a in proxy_addresses(profile) if not a.endswith(".onmicrosoft.com"))


def _signature(entries: Sequence[Mapping[str, Any]], address: str) -> str:
    for entry in entries:
        inner = (entry.get("from") or {}).get("emailAddress") or {}
        if str(inner.get("address")).casefold() != address.casefold():
            continue
        block = signature_of(str((entry.get("body") or {}).get("content") or ""))
        if block.strip():
            return block
    return ""


def _both(signature: str) -> tuple[str, str]:
    """Return a signature as text and as clean HTML in the wrapper that Outlook recognises."""
    if not signature:
        return "", ""
    from mailer.markup import html_to_text, sanitise

    text = html_to_text(signature).strip()
    return (text, f'<div id="Signature">{sanitise(signature)}</div>') if text else ("", "")
