"""The system's schedulers: what is written, and, where this machine has them, that it runs."""

import os
import plistlib
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from filelock import FileLock

from mailer.cli.main import run as bowout
from mailer.errors import ProviderUnavailableError
from mailer.journal import Journal
from mailer.rounds import last_failure
from mailer.scheduling import choosing, cron, launchd, systemd, windows
from mailer.scheduling.plan import LABEL, Job, Ran, carry_out, make_job, run

ODD = Job(
    arguments=("/opt/my tools/bow'out", "remind", "check", "--scheduled", '50% "off" $HOME'),
    environment={"BOWOUT_HOME": '/home/ada/100% mine; $x "y"', "LANG": "de_DE.UTF-8"},
)
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="Linux has it")


def home() -> Path:
    return Path(os.environ["BOWOUT_HOME"])


def log() -> str:
    path = home() / "data" / "remind.log"
    return path.read_text() if path.exists() else ""


# --- cron ---


@pytest.fixture
def crontab(wants) -> Iterator[None]:  # noqa: ANN001
    """Have the user's crontab to ourselves; whatever stood in it stands there again after."""
    wants("crontab", "cron")
    with FileLock("/tmp/bowout-test-crontab.lock"):
        before = run(("crontab", "-l"))
        yield
        if before.status == 0:
            run(("crontab", "-"), before.output)
        else:
            run(("crontab", "-r"))
        after = run(("crontab", "-l"))
        assert (after.status, after.output) == (before.status, before.output)


def table() -> str:
    return run(("crontab", "-l")).output


@linux_only
@pytest.mark.server
def test_cron_is_installed_and_removed_and_leaves_every_other_line_alone(
    crontab, capsys  # noqa: ANN001
) -> None:  # fmt: skip
    own = '# mine\nMAILTO=""\n5 4 * * 0 /bin/true  # 100\\% mine\n'
    run(("crontab", "-"), own)

    assert bowout(["remind", "install", "--scheduler", "cron", "--yes"]) == 0
    assert table().startswith(own)
    assert cron.is_installed()
    assert bowout(["remind", "install", "--scheduler", "cron", "--yes"]) == 0
    assert table().count(cron.TAG) == 1  # a second time replaces the first

    assert bowout(["remind", "uninstall"]) == 0
    assert table() == own
    assert not cron.is_installed()


@linux_only
@pytest.mark.server
def test_the_line_of_cron_runs_the_check_as_cron_runs_it(crontab, capsys) -> None:  # noqa: ANN001
    run(("crontab", "-"), "")
    assert bowout(["demo"]) == 0
    assert bowout(["remind", "install", "--scheduler", "cron", "--yes"]) == 0
    line = next(one for one in table().splitlines() if one.endswith(cron.TAG))
    command = re.sub(r"\\%", "%", line.split(None, 5)[5])

    done = subprocess.run(
        ["/bin/sh", "-c", command],
        env={"HOME": os.environ["HOME"], "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert re.search(r" (ok|quiet) requests=0", log())
    assert bowout(["remind", "uninstall"]) == 0
    assert table() == ""
    assert log() == ""


@linux_only
@pytest.mark.server
@pytest.mark.slow
def test_the_cron_daemon_really_runs_it(crontab, capsys) -> None:  # noqa: ANN001
    daemon = shutil.which("cron")
    if daemon is None or os.geteuid() != 0 or run(("pgrep", "-x", "cron")).status == 0:
        pytest.skip("only root can start a cron daemon, and only where none runs")
    assert bowout(["demo"]) == 0
    assert bowout(["draft", "northwind", "--reason", "timing"]) == 0
    assert bowout(["remind", "install", "--scheduler", "cron", "--yes"]) == 0
    at_start = re.sub(r"(?m)^17 \* \* \* \*(?=.*bowout)", "@reboot", table())
    run(("crontab", "-"), at_start)  # for the same line, not up to an hour of waiting
    Path("/run/crond.reboot").unlink(missing_ok=True)  # Debian's cron: the machine has just started
    process = subprocess.Popen([daemon, "-f"])
    try:
        until = time.monotonic() + 75
        while "requests=" not in log() and time.monotonic() < until:
            time.sleep(0.5)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()

    assert re.search(r" (ok|quiet) requests=\d", log())
    checks = choosing.check_scheduler(_places(), datetime.now(UTC))
    assert "a crontab entry; last ran on" in checks.detail
    assert "went well" in checks.detail
    assert bowout(["remind", "uninstall"]) == 0
    assert cron.TAG not in table()


@linux_only
def test_a_line_of_cron_keeps_odd_characters_for_the_shell() -> None:
    line = cron.make_line(ODD)
    command = line.split(None, 5)[5].removesuffix(cron.TAG).replace("\\%", "%")
    command = command.replace("'/opt/my tools/bow'\"'\"'out' remind check --scheduled", "printf %s")

    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=True)

    assert "%" not in line.replace("\\%", "")
    assert done.stdout == '50% "off" $HOME'


@linux_only
@pytest.mark.server
def test_a_crontab_in_another_charset_keeps_every_byte(crontab) -> None:  # noqa: ANN001
    own = "# Käse\u2028 mine\n5 4 * * 0 /bin/true\n".encode() + b"# K\xe4se\n"
    subprocess.run(["crontab", "-"], input=own, check=True)

    assert bowout(["remind", "install", "--scheduler", "cron", "--yes"]) == 0
    assert bowout(["remind", "uninstall"]) == 0

    assert subprocess.run(["crontab", "-l"], capture_output=True, check=True).stdout == own


def test_a_crontab_that_can_not_be_read_is_not_written_over() -> None:
    def runner(*_: object) -> Ran:
        return Ran(1, "", "crontab: can't open: Input/output error")

    with pytest.raises(ProviderUnavailableError, match="can't be read"):
        cron.install_steps(ODD, runner)


def test_a_crontab_that_may_not_be_had_is_none() -> None:
    assert not cron.is_there(lambda *_: Ran(1, "", "You (ada) are not allowed to use this program"))
    assert cron.is_there(lambda *_: Ran(1, "", "no crontab for ada"))
    assert not cron.is_there(lambda *_: Ran(127, "", "crontab is not installed"))


# --- what the job knows ---


def test_the_job_finds_the_files_from_any_folder(monkeypatch, tmp_path: Path) -> None:  # noqa: ANN001
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOWOUT_HOME", "home")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/somewhere/config")

    environment = make_job().environment

    assert environment["BOWOUT_HOME"] == str(tmp_path / "home")
    assert environment["XDG_CONFIG_HOME"] == str(Path("/somewhere/config").absolute())


@linux_only
def test_a_scheduler_of_another_system_is_shown_and_never_written(capsys) -> None:  # noqa: ANN001
    assert bowout(["remind", "install", "--scheduler", "launchd", "--dry-run"]) == 0
    assert "LaunchAgents" in capsys.readouterr().out

    assert bowout(["remind", "install", "--scheduler", "launchd", "--yes"]) == 2

    assert "Nothing was set up" in capsys.readouterr().err
    assert not launchd.agent_path().exists()


# --- systemd ---


@linux_only
@pytest.mark.server
@pytest.mark.parametrize("job", [make_job(), ODD], ids=["ours", "odd"])
def test_systemd_finds_the_units_in_order(wants, tmp_path: Path, job: Job) -> None:  # noqa: ANN001
    wants("systemd-analyze", "systemd")
    program = tmp_path / "my tools" / "bow'out"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    job = Job((str(program), *job.arguments[1:]), job.environment)
    carry_out([step for step in systemd.install_steps(job) if step.path is not None])

    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", str(systemd.unit_folder() / f"{LABEL}.timer")],
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    elapses = run(("systemd-analyze", "calendar", "--iterations=3", "*-*-* *:17:00"))

    assert (done.returncode, done.stderr.strip()) == (0, "")
    assert len(re.findall(r":17:00", elapses.output)) >= 3
    removed = systemd.uninstall(lambda *_: Ran(0, ""))
    assert [Path(p).name for p in removed] == [f"{LABEL}.timer", f"{LABEL}.service"]
    assert not systemd.unit_folder().exists()


def test_a_timer_makes_up_for_what_was_slept_through() -> None:
    assert "Persistent=true" in systemd.make_timer()


def test_a_unit_doubles_what_systemd_would_read_as_its_own() -> None:
    unit = systemd.make_service(ODD)

    assert 'Environment="BOWOUT_HOME=/home/ada/100%% mine; $x \\"y\\""' in unit
    assert '"50%% \\"off\\" $$HOME"' in unit


@linux_only
@pytest.mark.skipif(
    run(("systemctl", "--user", "show-environment")).status != 0, reason="no user session here"
)
def test_the_systemd_timer_runs_the_check_and_goes_again(capsys) -> None:  # noqa: ANN001
    job = Job(make_job().arguments, {**make_job().environment, "BOWOUT_HOME": str(home())})
    carry_out(systemd.install_steps(job))
    try:
        assert run(("systemctl", "--user", "start", "--wait", f"{LABEL}.service")).status == 0
        assert "requests=" in log()
    finally:
        systemd.uninstall()
    assert LABEL not in run(("systemctl", "--user", "list-timers", "--all")).output


# --- launchd ---


def test_the_launchd_agent_has_the_keys_of_its_manual_page_with_their_types() -> None:
    types = {
        "Label": str, "ProgramArguments": list, "EnvironmentVariables": dict,
        "StartCalendarInterval": dict, "RunAtLoad": bool, "ProcessType": str, "LowPriorityIO": bool,
    }  # fmt: skip

    agent = plistlib.loads(launchd.make_agent(ODD))

    assert {key: type(value) for key, value in agent.items()} == types
    assert tuple(agent["ProgramArguments"]) == ODD.arguments
    assert agent["EnvironmentVariables"] == dict(ODD.environment)
    assert agent["StartCalendarInterval"] == {"Minute": 17}  # what was slept through is made up
    assert agent["ProcessType"] in ("Background", "Standard", "Adaptive", "Interactive")


def test_the_launchd_agent_goes_without_a_trace(tmp_path: Path) -> None:
    carry_out([step for step in launchd.install_steps(ODD) if step.path is not None])
    assert launchd.is_installed()

    removed = launchd.uninstall(lambda *_: Ran(0, ""))

    assert [Path(p).suffix for p in removed] == [".plist"]
    assert not launchd.agent_path().parent.exists()


# --- Windows ---

_NAMESPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
_ANY, _SEQUENCE = "all", "sequence"
_SCHEMA: dict[str, tuple[str, list[str]]] = {
    # Task Scheduler Schema, version 1.2: taskType, triggerBaseType, calendarTriggerType …
    "Task": (_ANY, ["RegistrationInfo", "Triggers", "Settings", "Data", "Principals", "Actions"]),
    "RegistrationInfo": (_ANY, ["URI", "SecurityDescriptor", "Source", "Date", "Author", "Version",
                                "Description", "Documentation"]),
    "Triggers": (_SEQUENCE, ["CalendarTrigger"]),
    "CalendarTrigger": (_SEQUENCE, ["Enabled", "StartBoundary", "EndBoundary", "Repetition",
                                    "ExecutionTimeLimit", "RandomDelay", "ScheduleByDay"]),
    "Repetition": (_ANY, ["Interval", "Duration", "StopAtDurationEnd"]),
    "ScheduleByDay": (_ANY, ["DaysInterval"]),
    "Principals": (_SEQUENCE, ["Principal"]),
    "Principal": (_ANY, ["UserId", "LogonType", "GroupId", "DisplayName", "RunLevel"]),
    "Settings": (_ANY, ["AllowStartOnDemand", "RestartOnFailure", "MultipleInstancesPolicy",
                        "DisallowStartIfOnBatteries", "StopIfGoingOnBatteries",
                        "AllowHardTerminate", "StartWhenAvailable", "NetworkProfileName",
                        "RunOnlyIfNetworkAvailable", "WakeToRun", "Enabled", "Hidden",
                        "DeleteExpiredTaskAfter", "IdleSettings", "NetworkSettings",
                        "ExecutionTimeLimit", "Priority", "RunOnlyIfIdle"]),
    "Actions": (_SEQUENCE, ["Exec"]),
    "Exec": (_ANY, ["Command", "Arguments", "WorkingDirectory"]),
}  # fmt: skip
_DURATION = r"P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?"
_VALUES = {
    "StartBoundary": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d",
    "Interval": _DURATION, "Duration": _DURATION,
    "DaysInterval": r"\d{1,3}", "LogonType": "InteractiveToken", "RunLevel": "LeastPrivilege",
    "MultipleInstancesPolicy": "IgnoreNew|Parallel|Queue|StopExisting",
    "DisallowStartIfOnBatteries": "true|false", "StopIfGoingOnBatteries": "true|false",
    "StartWhenAvailable": "true", "ExecutionTimeLimit": _DURATION,
}  # fmt: skip


def check_against_schema(element: ET.Element) -> None:
    name = element.tag.removeprefix(_NAMESPACE)
    children = [child.tag.removeprefix(_NAMESPACE) for child in element]
    if name not in _SCHEMA:
        assert not children, f"{name} holds a value"
        assert re.fullmatch(_VALUES.get(name, ".+"), element.text or "", re.S), name
        return
    order, allowed = _SCHEMA[name]
    assert set(children) <= set(allowed), name
    assert len(set(children)) == len(children), name
    if order == _SEQUENCE:
        assert children == sorted(children, key=allowed.index), name
    for child in element:
        check_against_schema(child)


@pytest.mark.parametrize("job", [Job(("C:\\py\\pythonw.exe", "-m", "mailer")), ODD])
def test_the_windows_task_fits_the_schema_of_the_task_scheduler(job: Job) -> None:
    made = windows.make_task(job)

    assert made.startswith(b"\xff\xfe")
    declared = made.decode("utf-16").splitlines()[0]
    assert 'encoding="UTF-16"' in declared  # anything else can't be switched to, says Windows
    root = ET.fromstring(made)
    assert root.tag == f"{_NAMESPACE}Task"
    assert root.get("version") == "1.2"
    check_against_schema(root)


def test_the_windows_task_keeps_arguments_and_variables() -> None:
    root = ET.fromstring(windows.make_task(ODD))

    arguments = root.findtext(f".//{_NAMESPACE}Arguments") or ""
    assert 'set "LANG=de_DE.UTF-8"' in arguments
    assert '"/opt/my tools/bow\'out" remind check --scheduled' in arguments


# --- what doctor says ---


def _places():  # noqa: ANN202
    from mailer.settings import find_places

    return find_places()


@pytest.fixture
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "installed", lambda: cron)


@pytest.mark.parametrize(
    ("outcome", "hours", "is_ok", "said"),
    [
        ("ok", 1, True, ": went well"),
        ("quiet", 1, True, ": went well"),
        ("ok", 30, False, ", not since"),  # it has stopped running
        ("work: sign_in", 1, False, ": work: sign_in"),
        ("", 1, False, ": was cut"),
    ],
)
@pytest.mark.usefixtures("_installed")
def test_doctor_says_when_it_last_ran_and_how_it_went(
    outcome: str, hours: int, is_ok: bool, said: str
) -> None:
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    ran_at = now - timedelta(hours=hours)
    journal = Journal(_places().journal)
    number = journal.begin_run(now=ran_at, is_scheduled=True)
    if outcome:
        journal.end_run(number, outcome, now=ran_at)
    journal.close()

    check = choosing.check_scheduler(_places(), now)

    assert check.is_ok is is_ok
    assert f"last ran on {ran_at:%Y-%m-%d %H:%M}{said}" in check.detail
    assert bool(check.mend) is not is_ok


@pytest.mark.parametrize(
    ("outcome", "minutes", "by_hand", "is_told"),
    [
        ("work: sign_in", 60, None, True),
        ("", 60, None, True),
        ("", 5, None, False),  # it runs at this moment
        ("work: sign_in", 60, "work: sign_in", True),
        ("work: sign_in", 60, "ok", False),
    ],
)
def test_a_failed_run_is_told_until_one_went_well(
    outcome: str, minutes: int, by_hand: str | None, is_told: bool
) -> None:
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    journal = Journal(_places().journal)
    for one, is_scheduled in ((outcome, True), (by_hand, False)):
        if one is not None:
            number = journal.begin_run(
                now=now - timedelta(minutes=minutes), is_scheduled=is_scheduled
            )
            if one:
                journal.end_run(number, one, now=now)
    journal.close()

    assert (last_failure(_places(), now) is not None) is is_told


@pytest.mark.usefixtures("_installed")
def test_doctor_says_where_it_never_ran() -> None:
    assert "has not run yet" in choosing.check_scheduler(_places(), datetime.now(UTC)).detail
