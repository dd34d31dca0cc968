"""A systemd user timer: runs hourly, and once after the machine slept or was off.

`Persistent=true` makes up for a missed run (systemd.timer(5)); a user's timers run while they
are logged in, or always with `loginctl enable-linger`.
"""

from __future__ import annotations

import os
from pathlib import Path

from mailer.scheduling.plan import LABEL, MINUTE, Job, Runner, Step, remove, run

NAME = "systemd"
TITLE = "a systemd user timer"
_CONTROL = ("systemctl", "--user")


def is_there(runner: Runner = run) -> bool:
    """Tell whether a user manager answers."""
    return runner((*_CONTROL, "show-environment"), "").status == 0


def unit_folder() -> Path:
    """Return where the user's own units lie."""
    config = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(config) / "systemd" / "user"


def make_service(job: Job) -> str:
    """Make the service unit."""
    environment = "".join(
        f"Environment={_quoted(f'{name}={value}')}\n" for name, value in job.environment.items()
    )
    program = job.arguments[0]
    # a program's own name may hold neither quote nor backslash there; an argument may
    through = ["/usr/bin/env"] if set(program) & set("'\"\\") else []
    words = [_quoted(word).replace("$", "$$") for word in (*through, *job.arguments)]
    command = " ".join(words)
    return (
        "[Unit]\nDescription=Look for answers to withdrawals (bowout)\n\n"
        f"[Service]\nType=oneshot\n{environment}ExecStart={command}\nTimeoutStartSec=15min\n"
    )


def make_timer() -> str:
    """Make the timer unit."""
    return (
        "[Unit]\nDescription=Look for answers to withdrawals every hour (bowout)\n\n"
        f"[Timer]\nOnCalendar=*-*-* *:{MINUTE}:00\nPersistent=true\nAccuracySec=5min\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )


def install_steps(job: Job) -> list[Step]:
    """Return what sets it up."""
    folder = unit_folder()
    return [
        Step(path=folder / f"{LABEL}.service", content=make_service(job).encode()),
        Step(path=folder / f"{LABEL}.timer", content=make_timer().encode()),
        Step(command=(*_CONTROL, "daemon-reload")),
        Step(command=(*_CONTROL, "enable", "--now", f"{LABEL}.timer")),
    ]


def is_installed(runner: Runner = run) -> bool:
    """Tell whether its files are there."""
    return (unit_folder() / f"{LABEL}.timer").exists()


def uninstall(runner: Runner = run) -> list[str]:
    """Take it away, the stamp of its last run included; returns what was removed."""
    runner((*_CONTROL, "disable", "--now", f"{LABEL}.timer"), "")
    runner((*_CONTROL, "clean", "--what=state", f"{LABEL}.timer"), "")
    folder = unit_folder()
    wanted_by = folder / "timers.target.wants" / f"{LABEL}.timer"
    removed = remove([wanted_by, folder / f"{LABEL}.timer", folder / f"{LABEL}.service"])
    if removed:
        runner((*_CONTROL, "daemon-reload"), "")
        runner((*_CONTROL, "reset-failed", f"{LABEL}.service"), "")
    return [str(path) for path in removed]


def _quoted(text: str) -> str:
    """Quote a word for a unit file (systemd.syntax(7)); `%` stands for itself.

    `$` is special in commands alone (systemd.service(5)).
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'
