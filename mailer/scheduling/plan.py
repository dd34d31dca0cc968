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
_KEPT_VARIABLES = ("BOWOUT_HOME", "PYTHON_KEYRING_BACKEND", "LC_ALL", "LC_TIME", "LANG")
"""Where the files lie, where the secrets lie, and whose holidays count."""
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
        told = f", with\n{_indented(self.standard_input)}" if self.standard_input else ""
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
    environment = {name: os.environ[name] for name in _KEPT_VARIABLES if os.environ.get(name)}
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
    """Run a command of the system; a missing one answers with status 127."""
    try:
        done = subprocess.run(  # noqa: S603 - our own commands, no shell
            list(command),
            input=standard_input,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        return Ran(127, "", f"{command[0]} is not installed")
    except (OSError, subprocess.TimeoutExpired) as error:
        return Ran(126, "", str(error))
    return Ran(done.returncode, done.stdout, done.stderr.strip())


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
