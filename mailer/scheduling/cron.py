"""A line in the user's crontab: hourly; every other line stays as it is, byte by byte.

cron does not make up for missed runs; the next hourly one finds all that is due, because a
reminder stays due until it was told.
"""

from __future__ import annotations

import os
import re
import shlex

from mailer.errors import ProviderUnavailableError
from mailer.scheduling.plan import LABEL, MINUTE, Job, Ran, Runner, Step, run

NAME = "cron"
TITLE = "a crontab entry"
TAG = f"# {LABEL}"


def is_there(runner: Runner = run) -> bool:
    """Tell whether there is a crontab that the user may have."""
    return _is_certain(runner(("crontab", "-l"), ""))


def make_line(job: Job) -> str:
    """Make the crontab line (crontab(5)): `%` is a line end there and needs a backslash."""
    environment = {**job.environment, **_session_variables()}
    sets = [f"{name}={shlex.quote(value)}" for name, value in environment.items()]
    words = [*sets, *(shlex.quote(argument) for argument in job.arguments)]
    return f"{MINUTE} * * * * {' '.join(words).replace('%', chr(92) + '%')} {TAG}"


def install_steps(job: Job, runner: Runner = run) -> list[Step]:
    """Return what sets it up: the whole crontab as it then is, since it can't be added to.

    Raises:
        ProviderUnavailableError: the crontab can't be read, so writing it could lose lines.
    """
    ran = runner(("crontab", "-l"), "")
    if not _is_certain(ran):
        raise ProviderUnavailableError(
            f"Your crontab can't be read: {ran.complaint or ran.status}. Nothing was set up.",
            hint="`crontab -l` shows why.",
        )
    table = _without_ours(ran.output if ran.status == 0 else "")
    if table and not table.endswith("\n"):
        table += "\n"
    return [Step(command=("crontab", "-"), standard_input=f"{table}{make_line(job)}\n")]


def is_installed(runner: Runner = run) -> bool:
    """Tell whether the line is there."""
    return _without_ours(table := read_table(runner)) != table


def uninstall(runner: Runner = run) -> list[str]:
    """Take the line away; a crontab that held nothing else goes altogether."""
    table = read_table(runner)
    kept = _without_ours(table)
    if kept == table:
        return []
    if kept.strip():
        runner(("crontab", "-"), kept)
    else:
        runner(("crontab", "-r"), "")
    return ["the crontab entry"]


def _is_certain(ran: Ran) -> bool:
    """Tell whether what a crontab holds is known: it was read, or there is none."""
    return ran.status == 0 or (ran.status == 1 and "no crontab" in ran.complaint.lower())


def read_table(runner: Runner = run) -> str:
    """Return the user's crontab; empty where there is none."""
    ran = runner(("crontab", "-l"), "")
    return ran.output if ran.status == 0 else ""


def _session_variables() -> dict[str, str]:
    """Return what leads a job of cron to the user's keyring and desktop, where that is lasting."""
    names = ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY")
    found = {name: os.environ.get(name, "") for name in names}
    is_lasting = "/run/user/" in found["DBUS_SESSION_BUS_ADDRESS"]
    return {name: value for name, value in found.items() if value} if is_lasting else {}


def _without_ours(table: str) -> str:
    lines = re.findall(r"[^\n]*\n|[^\n]+", table)  # `splitlines` cuts at more than line ends
    return "".join(line for line in lines if not line.rstrip("\n").endswith(TAG))
