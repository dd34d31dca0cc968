"""Picks the scheduler that this machine has, sets the check up with it, and tells how it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from mailer.errors import UsageError
from mailer.provider import Check
from mailer.scheduling import cron, launchd, systemd, windows
from mailer.scheduling.plan import Job, Runner, Step, carry_out, make_job, run

if TYPE_CHECKING:
    from mailer.settings import Places


class Scheduler(Protocol):
    """What each module of this folder offers."""

    NAME: str
    TITLE: str

    def is_there(self, runner: Runner = ...) -> bool:
        """Tell whether this machine has it."""

    def install_steps(self, job: Job) -> list[Step]:
        """Return what sets the job up."""

    def is_installed(self, runner: Runner = ...) -> bool:
        """Tell whether the job is set up."""

    def uninstall(self, runner: Runner = ...) -> list[str]:
        """Take the job away; returns what was removed."""


SCHEDULERS: tuple[Scheduler, ...] = (launchd, windows, systemd, cron)


@dataclass(frozen=True, slots=True)
class Installation:
    """What would be set up, to be shown before it is done."""

    scheduler: Scheduler
    steps: tuple[Step, ...]

    def describe(self) -> str:
        """Return what a person is shown."""
        shown = "\n".join(step.describe() for step in self.steps)
        return (
            f"This sets up {self.scheduler.TITLE} that runs `bowout remind check` hourly:\n{shown}"
        )

    def carry_out(self) -> None:
        """Do it.

        Raises:
            UsageError: this machine has no such scheduler; nothing was set up.
            ProviderUnavailableError: a step failed; those before it stand.
        """
        if not self.scheduler.is_there(run):
            raise UsageError(
                f"This machine can't have {self.scheduler.TITLE}: what runs it does not answer. "
                "Nothing was set up.",
                hint="`bowout remind install` takes what this machine has.",
            )
        carry_out(self.steps)


def plan_installation(name: str = "", job: Job | None = None) -> Installation:
    """Plan to set the check up with the named scheduler, or with the first that is there.

    Raises:
        UsageError: there is none.
    """
    for scheduler in SCHEDULERS:
        if name == scheduler.NAME or (not name and scheduler.is_there(run)):
            return Installation(scheduler, tuple(scheduler.install_steps(job or make_job())))
    raise UsageError(
        "Neither systemd nor cron answers here, so nothing was set up."
        if not name
        else f"There is no scheduler called {name!r}.",
        hint="Run `bowout remind check` yourself, or have your own scheduler run "
        "`bowout remind check --scheduled` every hour.",
    )


def installed() -> Scheduler | None:
    """Return the scheduler that the check is set up with."""
    return next((s for s in SCHEDULERS if s.is_installed(run)), None)


def uninstall() -> Sequence[str]:
    """Take the check out of every scheduler; returns what was removed."""
    return [removed for scheduler in SCHEDULERS for removed in scheduler.uninstall(run)]


def check_scheduler(places: Places, now: datetime) -> Check:
    """Return the line of `doctor`: whether it is set up, when it last ran, and how it went."""
    from mailer.rounds import BUSY, is_fine, is_running, is_stale, last_run

    scheduler = installed()
    if scheduler is None:
        return Check("scheduler", is_ok=True, detail="not set up; `bowout remind install` does")
    run_ = last_run(places)
    if run_ is None:
        return Check("scheduler", is_ok=True, detail=f"{scheduler.TITLE}; has not run yet")
    when = f"last ran on {run_.at.astimezone(now.tzinfo):%Y-%m-%d %H:%M}"
    if is_stale(run_, now):
        mend = "see whether the system's scheduler runs; `bowout remind install` sets it up again"
        detail = f"{scheduler.TITLE}; {when}, not since"
    elif is_fine(run_):
        ending = "gave way to another run" if BUSY in run_.outcome else "went well"
        mend, detail = "", f"{scheduler.TITLE}; {when}: {ending}"
    elif is_running(run_, now):
        mend, detail = "", f"{scheduler.TITLE}; runs at this moment"
    else:
        mend = "`bowout remind check` shows what is wrong"
        detail = f"{scheduler.TITLE}; {when}: {run_.outcome or 'was cut'}"
    return Check("scheduler", is_ok=not mend, detail=detail, mend=mend)
