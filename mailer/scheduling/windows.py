"""A Windows scheduled task: runs hourly, as the user, and soon after a missed run.

`StartWhenAvailable` makes up for runs that the machine slept through. The task is handed over as
XML (the task scheduler's own schema, version 1.2), because `schtasks` has no option for it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

from mailer.scheduling.plan import MINUTE, Job, Runner, Step, run

NAME = "windows"
TITLE = "a scheduled task"
TASK = r"\bowout\remind"
_NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"


def is_there(runner: Runner = run) -> bool:
    """Tell whether this is Windows."""
    return sys.platform == "win32"


def make_task(job: Job) -> bytes:
    """Make the task's XML, in UTF-16 as `schtasks /Create /XML` wants it."""
    task = ET.Element("Task", {"version": "1.2", "xmlns": _NAMESPACE})
    info = ET.SubElement(task, "RegistrationInfo")
    ET.SubElement(info, "Description").text = "Looks for answers to withdrawals (bowout)"
    _add_trigger(task)
    principal = ET.SubElement(ET.SubElement(task, "Principals"), "Principal", {"id": "Author"})
    ET.SubElement(principal, "LogonType").text = "InteractiveToken"
    ET.SubElement(principal, "RunLevel").text = "LeastPrivilege"
    settings = ET.SubElement(task, "Settings")
    for name, value in _SETTINGS.items():
        ET.SubElement(settings, name).text = value
    _add_action(task, job)
    ET.indent(task)
    return ('<?xml version="1.0" encoding="UTF-16"?>\n' + ET.tostring(task, "unicode")).encode(
        "utf-16"
    )


_SETTINGS = {
    "MultipleInstancesPolicy": "IgnoreNew",
    "DisallowStartIfOnBatteries": "false",
    "StopIfGoingOnBatteries": "false",
    "StartWhenAvailable": "true",
    "ExecutionTimeLimit": "PT15M",
}


def _add_trigger(task: ET.Element) -> None:
    """Add the trigger; its children have an order (triggerBaseType is a sequence)."""
    trigger = ET.SubElement(ET.SubElement(task, "Triggers"), "CalendarTrigger")
    ET.SubElement(trigger, "StartBoundary").text = f"2026-01-01T00:{MINUTE:02}:00"
    repetition = ET.SubElement(trigger, "Repetition")
    ET.SubElement(repetition, "Interval").text = "PT1H"
    ET.SubElement(repetition, "Duration").text = "P1D"
    ET.SubElement(ET.SubElement(trigger, "ScheduleByDay"), "DaysInterval").text = "1"


def _add_action(task: ET.Element, job: Job) -> None:
    execute = ET.SubElement(ET.SubElement(task, "Actions", {"Context": "Author"}), "Exec")
    command, *arguments = job.arguments
    line = subprocess.list2cmdline(arguments)
    if job.environment:  # a task has no variables of its own
        sets = " && ".join(f'set "{name}={value}"' for name, value in job.environment.items())
        line = f'/d /c "{sets} && {subprocess.list2cmdline(job.arguments)}"'
        command = r"%SystemRoot%\System32\cmd.exe"
    ET.SubElement(execute, "Command").text = command
    ET.SubElement(execute, "Arguments").text = line


def install_steps(job: Job) -> list[Step]:
    """Return what sets it up."""
    path = _task_file()
    return [
        Step(path=path, content=make_task(job)),
        Step(command=("schtasks", "/Create", "/TN", TASK, "/XML", str(path), "/F")),
        Step(command=("cmd", "/d", "/c", "del", str(path)), may_fail=True),
    ]


def is_installed(runner: Runner = run) -> bool:
    """Tell whether the task is registered."""
    return is_there() and runner(("schtasks", "/Query", "/TN", TASK), "").status == 0


def uninstall(runner: Runner = run) -> list[str]:
    """Take it away; returns what was removed."""
    if not is_there():
        return []
    _task_file().unlink(missing_ok=True)
    ran = runner(("schtasks", "/Delete", "/TN", TASK, "/F"), "")
    return [f"task {TASK}"] if ran.status == 0 else []


def _task_file() -> Path:
    return Path(tempfile.gettempdir()) / "bowout-remind.xml"
