"""A launchd agent: runs hourly, when the user logs in, and after the machine woke.

Runs at a calendar time that the machine slept through are made up on waking, several of them as
one (launchd.plist(5), StartCalendarInterval); `StartInterval` would lose them.
"""

from __future__ import annotations

import os
import plistlib
import sys
from pathlib import Path

from mailer.scheduling.plan import MINUTE, Job, Runner, Step, remove, run

NAME = "launchd"
TITLE = "a launchd agent"
AGENT = "app.bowout.remind"


def is_there(runner: Runner = run) -> bool:
    """Tell whether this is macOS."""
    return sys.platform == "darwin"


def agent_path() -> Path:
    """Return where the agent's property list lies."""
    return Path.home() / "Library" / "LaunchAgents" / f"{AGENT}.plist"


def make_agent(job: Job) -> bytes:
    """Make the property list."""
    return plistlib.dumps(
        {
            "Label": AGENT,
            "ProgramArguments": list(job.arguments),
            "EnvironmentVariables": dict(job.environment),
            "StartCalendarInterval": {"Minute": MINUTE},
            "RunAtLoad": True,
            "ProcessType": "Background",
            "LowPriorityIO": True,
        }
    )


def install_steps(job: Job) -> list[Step]:
    """Return what sets it up."""
    path = agent_path()
    return [
        Step(command=("launchctl", "bootout", f"{_domain()}/{AGENT}"), may_fail=True),
        Step(path=path, content=make_agent(job)),
        Step(command=("launchctl", "bootstrap", _domain(), str(path))),
    ]


def is_installed(runner: Runner = run) -> bool:
    """Tell whether its file is there."""
    return agent_path().exists()


def uninstall(runner: Runner = run) -> list[str]:
    """Take it away; returns what was removed."""
    if is_there():
        runner(("launchctl", "bootout", f"{_domain()}/{AGENT}"), "")
    return [str(path) for path in remove([agent_path()])]


def _domain() -> str:
    return f"gui/{os.getuid() if hasattr(os, 'getuid') else 0}"
