"""Finds the mailboxes below a folder: Maildir, Maildir++, and plain folders of Maildirs.

mbsync, OfflineIMAP, lieer, Dovecot and mail programs each lay folders out in their own way; what
they share is that a mailbox is a folder with `cur` and `new` in it. Roles are told by name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mailer.model import SpecialUse
from mailer.special_use import by_name

_OWN = frozenset({"cur", "new", "tmp"})
_MAX_DEPTH = 8
_ORDER = (
    SpecialUse.INBOX,
    SpecialUse.SENT,
    SpecialUse.DRAFTS,
    SpecialUse.NONE,
    SpecialUse.ARCHIVE,
    SpecialUse.JUNK,
    SpecialUse.TRASH,
)


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One Maildir and the role that its name gives it."""

    path: Path
    name: str
    """Below the root, decoded, parts joined by `/`; empty for the root itself."""
    special_use: SpecialUse

    @property
    def is_hidden(self) -> bool:
        """Tell whether nothing in it is ever looked at."""
        return self.special_use in (SpecialUse.JUNK, SpecialUse.TRASH)


def find_mailboxes(root: Path) -> tuple[Mailbox, ...]:
    """Return the mailboxes in and below `root`; those whose name tells most come first.

    Empty where there is none. Links are followed, each folder once.

    Raises:
        OSError: `root` can't be listed.
    """
    os.scandir(root).close()
    found = [
        Mailbox(path, name, _role(name) if name else SpecialUse.INBOX)
        for path, name in _walk(root, "", set(), _MAX_DEPTH)
    ]
    return tuple(sorted(found, key=lambda m: (_ORDER.index(m.special_use), m.name)))


def drafts_path(root: Path, mailboxes: tuple[Mailbox, ...]) -> Path:
    """Return the Drafts mailbox, or where one belongs in this layout."""
    drafts = [m for m in mailboxes if m.special_use is SpecialUse.DRAFTS]
    if drafts:
        return min(drafts, key=lambda m: (m.name.count("/"), len(m.name))).path
    beside = [m for m in mailboxes if m.name and m.path.parent == root]
    is_plain = not is_maildir(root) or any(not m.path.name.startswith(".") for m in beside)
    return root / ("Drafts" if is_plain else ".Drafts")


def is_maildir(path: Path) -> bool:
    """Tell whether a folder is a mailbox itself; `tmp` may be missing in synced copies."""
    return (path / "cur").is_dir() and (path / "new").is_dir()


def _walk(path: Path, name: str, seen: set[str], depth: int) -> Iterator[tuple[Path, str]]:
    real = os.path.realpath(path)
    if real in seen or not depth:
        return
    seen.add(real)
    if is_maildir(path):
        yield path, name
    try:
        with os.scandir(path) as entries:
            below = sorted(e.name for e in entries if e.name not in _OWN and e.is_dir())
    except OSError:
        return
    for part in below:
        yield from _walk(path / part, _joined(name, part), seen, depth - 1)


def _joined(above: str, part: str) -> str:
    """Name a folder: Maildir++ puts the whole path into one name that begins with a dot."""
    own = _decoded(part.removeprefix("."))
    if part.startswith("."):
        own = own.replace(".", "/")
    return f"{above}/{own}" if above else own


def _decoded(name: str) -> str:
    """Decode modified UTF-7 (RFC 3501 §5.1.3), which Maildir++ folder names are written in."""
    if "&" not in name or not name.isascii():
        return name
    from imapclient.imap_utf7 import decode

    try:
        return str(decode(name.encode("ascii")))
    except (ValueError, LookupError):
        return name


def _role(name: str) -> SpecialUse:
    """Tell the role by the last part; OfflineIMAP writes dots between the parts."""
    last = name.rpartition("/")[2]
    found = by_name(last)
    if found is SpecialUse.NONE:
        found = by_name(last.rpartition(".")[2])
    return found
