"""What is to be scheduled, and the shape of what each scheduler's module offers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mailer.errors import ProviderUnavailableError

LABEL = "bowout-remind"
MINUTE = 17
"""The minute of each hour at which a check runs: not the full hour, when all others do."""
_FOLDERS = ("BOWOUT_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
_KEPT_VARIABLES = ("PYTHON_KEYRING_BACKEND", "LC_ALL", "LC_TIME", "LANG", "TZ")
"""Where the secrets lie, whose holidays count, and whose mornings."""
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Job:
    """The command that a scheduler runs every hour."""

    arguments: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that an installation does: writes a file, or runs a command."""

    command: tuple[str, ...] = ()
    standard_input: str = ""
    path: Path | None = None
    content: bytes = b""
    may_fail: bool = False

    def describe(self) -> str:
        """Return what a person is shown before it is done."""
        if self.path is not None:
            encoding = "utf-16" if self.content.startswith(b"\xff\xfe") else "utf-8"
            text = self.content.decode(encoding)
            return f"write {self.path}:\n{_indented(text)}"
        shown = self.standard_input.encode("utf-8", "replace").decode()
        told = f", with\n{_indented(shown)}" if shown else ""
        return f"run {' '.join(self.command)}{told}"


Runner = Callable[[Sequence[str], str], "Ran"]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command answered."""

    status: int
    output: str
    complaint: str = ""


def make_job() -> Job:
    """Make the job of this very installation of bowout."""
    kept = {name: os.environ.get(name, "") for name in (*_FOLDERS, *_KEPT_VARIABLES)}
    environment = {
        name: str(Path(value).expanduser().absolute()) if name in _FOLDERS else value
        for name, value in kept.items()
        if value
    }
    return Job(arguments=(*_program(), "remind", "check", "--scheduled"), environment=environment)


def _program() -> tuple[str, ...]:
    """Return what starts bowout without a shell, and on Windows without a window."""
    python = Path(sys.executable)
    if sys.platform == "win32":
        windowless = python.with_name("pythonw.exe")
        return (str(windowless if windowless.exists() else python), "-m", "mailer")
    beside = python.with_name("bowout")
    return (str(beside),) if beside.exists() else (str(python), "-m", "mailer")


def run(command: Sequence[str], standard_input: str = "") -> Ran:
    """Run a command of the system; a missing one answers with status 127.

    What it says and hears keeps every byte: in a crontab of another charset, too.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own commands, no shell
            list(command),
            input=standard_input.encode("utf-8", "surrogateescape"),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        return Ran(127, "", f"{command[0]} is not installed")
    except (OSError, subprocess.TimeoutExpired) as error:
        return Ran(126, "", str(error))
    said, complaint = (
        stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr)
    )
    return Ran(done.returncode, said, complaint.strip().encode("utf-8", "replace").decode())


def carry_out(steps: Sequence[Step], runner: Runner = run) -> None:
    """Do the steps in order.

    Raises:
        ProviderUnavailableError: one failed; those before it stand.
    """
    for step in steps:
        if step.path is not None:
            _write(step.path, step.content)
            continue
        ran = runner(step.command, step.standard_input)
        if ran.status and not step.may_fail:
            raise ProviderUnavailableError(
                f"`{' '.join(step.command)}` failed: {ran.complaint or ran.status}.",
                hint="`bowout remind uninstall` takes back what was set up so far.",
            )


def remove(paths: Sequence[Path]) -> list[Path]:
    """Delete files that are there, and their folders where those are left empty."""
    removed = []
    for path in paths:
        if path.exists() or path.is_symlink():
            path.unlink()
            removed.append(path)
            if path.parent.is_dir() and not any(path.parent.iterdir()):
                path.parent.rmdir()
    return removed


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise ProviderUnavailableError(f"{path} can't be written: {error}.") from error


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.rstrip().splitlines())
