"""Which mailboxes there are, which role each plays, and which are worth searching.

Quirks: special-use flags come in any case, on many servers only when asked for, on others never;
then the usual names count. Some prefix everything with `INBOX.`. Gmail's All Mail holds the whole
account but spam and trash. Other people's mailboxes (RFC 2342) are never touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mailer import special_use
from mailer.model import SpecialUse
from providers.imap import wire

if TYPE_CHECKING:
    from imapclient import IMAPClient

_MOST_SEARCHED = 100
_ORDER = (SpecialUse.DRAFTS, SpecialUse.SENT, SpecialUse.INBOX, SpecialUse.ARCHIVE)
_UNWANTED = (SpecialUse.TRASH, SpecialUse.JUNK)


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One mailbox that can be opened."""

    name: str
    """Decoded, with all mailboxes above it."""
    separator: str
    use: SpecialUse = SpecialUse.NONE
    is_all: bool = False
    """It shows every message of the account (RFC 6154 `\\All`)."""

    @property
    def last_name(self) -> str:
        """The name without the mailboxes above it."""
        return self.name.rpartition(self.separator)[2] if self.separator else self.name

    @property
    def depth(self) -> int:
        """How many mailboxes stand above it."""
        return self.name.count(self.separator) if self.separator else 0


@dataclass(frozen=True, slots=True)
class Layout:
    """All mailboxes of an account, their roles settled."""

    mailboxes: tuple[Mailbox, ...]
    prefix: str = ""
    """Stands before every personal mailbox's name, `INBOX.` on some servers."""

    def find(self, use: SpecialUse) -> Mailbox | None:
        """Return the mailbox with that role; of several the one nearest the root."""
        fitting = [m for m in self.mailboxes if m.use is use and not m.is_all]
        return min(fitting, key=lambda m: (m.depth, m.name), default=None)

    def use_of(self, name: str) -> SpecialUse:
        """Return the role of a mailbox by its name."""
        return next((m.use for m in self.mailboxes if m.name == name), SpecialUse.NONE)

    @property
    def searched(self) -> tuple[Mailbox, ...]:
        """The mailboxes that matter, drafts first; where All Mail shows the rest, not the rest."""
        wanted = [m for m in self.mailboxes if not self._is_unwanted(m)]
        everything = [m for m in wanted if m.is_all]
        if everything:
            roles = (SpecialUse.DRAFTS, SpecialUse.SENT)
            wanted = [m for m in wanted if m.use in roles and not m.is_all] + everything
        else:
            wanted.sort(key=lambda m: (_rank(m.use), m.depth, m.name))
        return tuple(wanted[:_MOST_SEARCHED])

    def _is_unwanted(self, mailbox: Mailbox) -> bool:
        bins = [m for m in self.mailboxes if m.use in _UNWANTED]
        return any(
            mailbox.name == m.name or mailbox.name.startswith(m.name + (m.separator or "\0"))
            for m in bins
        )


def fetch_layout(client: IMAPClient) -> Layout:
    """Ask the server for its mailboxes."""
    listed = client.list_folders()
    told = any(_use_and_all(flags)[0] is not SpecialUse.NONE for flags, _, _ in listed)
    if not told and client.has_capability("SPECIAL-USE") and client.has_capability("LIST-EXTENDED"):
        listed = wire.list_special_use(client) or listed
    prefix, foreign = _namespaces(client)
    mailboxes = [
        _mailbox(flags, separator, name)
        for flags, separator, name in listed
        if _can_open(flags) and not name.startswith(foreign)
    ]
    return Layout(tuple(_settle_by_name(mailboxes, prefix)), prefix)


def _namespaces(client: IMAPClient) -> tuple[str, tuple[str, ...]]:
    """Return the personal prefix, and the prefixes of what belongs to others."""
    if not client.has_capability("NAMESPACE"):
        return "", ()
    namespaces = client.namespace()
    personal = next((prefix for prefix, _ in namespaces.personal or ()), "")
    foreign = [
        prefix for group in (namespaces.other, namespaces.shared) for prefix, _ in group or ()
    ]
    return personal, tuple(prefix for prefix in foreign if prefix and prefix != personal)


def _mailbox(flags: Sequence[bytes], separator: bytes | str | None, name: str) -> Mailbox:
    use, is_all = _use_and_all(flags)
    parted = separator.decode() if isinstance(separator, bytes) else separator or ""
    if name.upper() == "INBOX":
        use = SpecialUse.INBOX
    return Mailbox(str(name), parted, use, is_all)


def _use_and_all(flags: Iterable[bytes]) -> tuple[SpecialUse, bool]:
    texts = [flag.decode("ascii", "replace") for flag in flags]
    return special_use.by_flags(texts), any(t.casefold() == "\\all" for t in texts)


def _can_open(flags: Iterable[bytes]) -> bool:
    return not {flag.lower() for flag in flags} & {b"\\noselect", b"\\nonexistent"}


def _settle_by_name(mailboxes: list[Mailbox], prefix: str) -> list[Mailbox]:
    """Give each role that no flag named to the mailbox, near the root, whose name says it."""
    taken: set[SpecialUse] = {
        m.use for m in mailboxes if m.use is not SpecialUse.NONE and not m.is_all
    }
    settled = []
    for mailbox in sorted(mailboxes, key=lambda m: (m.depth, m.name)):
        use = special_use.by_name(mailbox.last_name)
        is_near = mailbox.depth - prefix.count(mailbox.separator or "\0") <= 1
        if (
            mailbox.use is SpecialUse.NONE
            and is_near
            and use not in (*taken, SpecialUse.NONE, SpecialUse.INBOX)
        ):
            mailbox = replace(mailbox, use=use)
            taken.add(use)
        settled.append(mailbox)
    return settled


def _rank(use: SpecialUse) -> int:
    return _ORDER.index(use) if use in _ORDER else len(_ORDER)
