"""The files of a Maildir: listing, naming, writing; the one place that touches the disk.

A file's name is `unique:2,FLAGS`; programs rename it when flags change, so a message is known by
what stands before the flags. Where a file system can't have colons, `;` or `!` stands for one.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import re
import secrets
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mailer.errors import ProviderUnavailableError, RefusedError

_INFO = re.compile(r"[:;!]2,([A-Za-z]*)$")
SEPARATOR = ";" if os.name == "nt" else ":"
_count = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One message file as a listing showed it."""

    path: str
    unique: str
    flags: str

    @property
    def is_draft(self) -> bool:
        """Tell whether it carries the draft flag."""
        return "D" in self.flags

    @property
    def is_deleted(self) -> bool:
        """Tell whether a program marked it for deletion."""
        return "T" in self.flags

    @property
    def is_read(self) -> bool:
        """Tell whether it was read: it lies in `cur` and carries the seen flag."""
        return "S" in self.flags


def list_entries(mailbox: Path) -> Iterator[Entry]:
    """List the messages of a mailbox; a folder that went away is an empty one."""
    for part in ("cur", "new"):
        try:
            with os.scandir(mailbox / part) as entries:
                for entry in entries:
                    if not entry.name.startswith("."):
                        yield _entry(entry.path, entry.name)
        except OSError:
            continue


def read_bytes(path: str, limit: int = -1) -> bytes:
    """Return at most `limit` octets of a file, empty where it is gone or can't be read.

    Opening changes neither flags nor, where the system can help it, the access time.
    """
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a hundred thousand Path objects cost time
            return file.read(limit)
    except OSError:
        return b""


def modified_at(path: str) -> float:
    """Return when the file was put there, in seconds since 1970; 0 where it is gone."""
    try:
        return os.stat(path).st_mtime  # noqa: PTH116 - as above
    except OSError:
        return 0.0


def write_message(mailbox: Path, raw: bytes, *, flags: str) -> Entry:
    """Put a message into `cur`, whole or not at all: written to `tmp`, synced, then renamed.

    The mailbox is made where it is missing.

    Raises:
        ProviderUnavailableError: the disk is full or failing; nothing was stored.
        RefusedError: the folder can't be written to; nothing was stored.
    """
    unique = _unique_name()
    draft = mailbox / "tmp" / unique
    final = mailbox / "cur" / f"{unique}{SEPARATOR}2,{''.join(sorted(flags))}"
    try:
        for part in ("tmp", "new", "cur"):
            (mailbox / part).mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_synced(draft, raw)
        draft.rename(final)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise storage_error(mailbox, error) from error
    _sync_folder(final.parent)
    return _entry(str(final), final.name)


def remove(entry: Entry) -> bool:
    """Delete the file; False where it was gone, or renamed, already.

    Raises:
        RefusedError: the folder can't be written to; the file is still there.
        ProviderUnavailableError: the disk fails.
    """
    try:
        os.unlink(entry.path)  # noqa: PTH108 - entries hold plain strings
    except FileNotFoundError:
        return False
    except OSError as error:
        raise storage_error(Path(entry.path).parent.parent, error) from error
    return True


def storage_error(mailbox: Path, error: OSError) -> ProviderUnavailableError:
    """Say what the disk refused."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ProviderUnavailableError(
            f"The disk of {mailbox} is full. Nothing was stored.", hint="Make room and run again."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return RefusedError(
            f"{mailbox} can't be written to ({error.strerror}). Nothing was stored.",
            hint="Give yourself the right to write there and run again.",
        )
    return ProviderUnavailableError(
        f"{mailbox} fails: {error.strerror or error}. Nothing was stored."
    )


def _entry(path: str, name: str) -> Entry:
    info = _INFO.search(name)
    if info is None:
        return Entry(path, name, "")
    return Entry(path, name[: info.start()], info.group(1))


def _unique_name() -> str:
    """Name a message as the Maildir convention asks: time, this delivery, host."""
    now = time.time_ns()
    host = re.sub(r"[^\w.-]", "_", socket.gethostname()) or "localhost"
    part = f"M{now // 1000 % 1_000_000}P{os.getpid()}Q{next(_count)}R{secrets.token_hex(4)}"
    return f"{now // 1_000_000_000}.{part}.{host}"


def _write_synced(path: Path, raw: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    """Make the rename last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
