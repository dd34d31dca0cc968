"""Whom a calendar part names, and which event it is; read from its text (RFC 5545)."""

from __future__ import annotations

import re

EVENT = re.compile(r"^UID:[ \t]*(\S[^\n]*)", re.I | re.M)
ATTENDEE = re.compile(r"^(?:ATTENDEE|ORGANIZER)[^\n]*?mailto:([^\s;>]+)", re.I | re.M)
_NAMED_GUEST = re.compile(
    r"^(?:ATTENDEE|ORGANIZER)[^\n]*?;CN=\"?([^\";:\n]+)[^\n]*?mailto:([^\s;>]+)", re.I | re.M
)


def guests_in(calendar: str) -> list[tuple[str, str]]:
    """Return the names and addresses of the guests whom a calendar part names (RFC 5545, 3.2.2)."""
    return _NAMED_GUEST.findall(unfolded(calendar))


def unfolded(calendar: str) -> str:
    """Return a calendar part with its long lines put together (RFC 5545, 3.1)."""
    return calendar.replace("\r\n", "\n").replace("\n ", "")
