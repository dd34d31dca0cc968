"""Lays the sample mailbox down as a Maildir++ folder."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mailer.demo.noise import noise
from mailer.demo.processes import processes
from mailer.demo.scenes import Calendar, Piece
from mailer.errors import ProviderUnavailableError, UsageError

_FOLDERS = ("", ".Sent", ".Drafts", ".Archive", ".Junk", ".Trash")
_MARK = ".bowout-demo"
SEPARATOR = ";" if os.name == "nt" else ":"
"""Before the flags in a file's name; Windows has no colons in one."""


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Whose mailbox it is."""

    name: str
    address: str
    aliases: tuple[str, ...]


DEMO_ACCOUNT = DemoAccount(
    name="Robin Castell",
    address="robin@castell.example",
    aliases=("robin.jobs@castell.example",),
)


def lay_down(path: Path, *, now: datetime) -> int:
    """Write the mailbox, dates relative to `now`; returns the number of messages.

    An earlier demo in that folder is replaced; any other folder that holds something is refused.

    Raises:
        UsageError: the folder holds something else; nothing was changed.
        ProviderUnavailableError: the disk is full or read-only.
    """
    try:
        _make_folders(path)
        calendar = Calendar(now)
        pieces = sorted([*processes(calendar), *noise(calendar)], key=lambda p: p.date)
        for number, piece in enumerate(pieces):
            _write(path, piece, number)
    except OSError as error:
        raise ProviderUnavailableError(
            f"The demo can't be written to {path}: {error.strerror or error}. "
            "No account was connected.",
            hint="Free some space, or choose another folder with --path.",
        ) from error
    return len(pieces)


def is_demo(path: Path) -> bool:
    """Tell whether a folder is a sample mailbox, one that was cut short included."""
    return (path / _MARK).exists()


def _make_folders(path: Path) -> None:
    if path.exists() and any(path.iterdir()):
        if not is_demo(path):
            raise UsageError(
                f"{path} holds something else already. Nothing was changed.",
                hint="Choose an empty folder with --path.",
            )
        shutil.rmtree(path)
    path.mkdir(parents=True, exist_ok=True)
    (path / _MARK).touch()  # first, so that a cut one is known for what it is
    for folder in _FOLDERS:
        for part in ("cur", "new", "tmp"):
            (path / folder / part).mkdir(parents=True, exist_ok=True)
        if folder:
            (path / folder / "maildirfolder").touch()


def _write(path: Path, piece: Piece, number: int) -> None:
    folder = path / {"INBOX": ""}.get(piece.folder, f".{piece.folder}") / "cur"
    flags = "" if piece.is_unread else "S"
    stamp = int(piece.date.timestamp())
    file = folder / f"{stamp}.M{number:06d}P1.demo{SEPARATOR}2,{flags}"
    file.write_bytes(piece.raw)
