"""Which addresses are one mailbox at Gmail: dots, case, tags and the older domain don't count."""

from __future__ import annotations

_DOMAINS = frozenset({"gmail.com", "googlemail.com"})


def is_same_mailbox(one: str, other: str) -> bool:
    """Tell whether two bare addresses reach the same mailbox; other domains are taken literally."""
    return _canonical(one) == _canonical(other)


def _canonical(address: str) -> str:
    local, _, domain = address.strip().casefold().rpartition("@")
    if domain not in _DOMAINS:
        return f"{local}@{domain}"
    return f"{local.partition('+')[0].replace('.', '')}@gmail.com"
