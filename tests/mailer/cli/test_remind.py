import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from mailer.cli.main import run
from mailer.cli.remind import remind

NOW = "2026-11-24T10:00:00+00:00"


@pytest.fixture(autouse=True)
def _demo(lay_demo: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOWOUT_NOW", NOW)
    monkeypatch.setenv("PATH", "")  # no crontab and no systemctl of this machine
    lay_demo()


def document(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> dict:
    assert run([*arguments, "--json"]) == status
    return json.loads(capsys.readouterr().out)


def drafted(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    found = document(capsys, "draft", "northwind", "--reason", "accepted-offer", *options)
    return found["withdrawal"]


def at(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    monkeypatch.setenv("BOWOUT_NOW", moment)


def test_the_commands_have_the_names_that_the_documents_say() -> None:
    assert set(remind.commands) == {
        "list", "add", "done", "snooze", "check", "export", "install", "uninstall",
    }  # fmt: skip


def test_a_check_of_nothing_says_so(capsys) -> None:  # noqa: ANN001
    assert run(["remind", "check"]) == 0
    assert "Nothing new" in capsys.readouterr().out


def test_a_draft_left_unsent_is_spoken_of_after_a_working_day(capsys, monkeypatch) -> None:  # noqa: ANN001
    key = drafted(capsys)
    at(monkeypatch, "2026-11-25T10:00:00+00:00")

    (notice,) = document(capsys, "remind", "check", "--scheduled")["notices"]

    assert (notice["withdrawal"], notice["what"]) == (key, "draft")
    assert document(capsys, "remind", "check", "--scheduled")["notices"] == []


def test_a_scheduled_check_is_silent_in_quiet_hours_and_catches_up_after_them(
    capsys, monkeypatch  # noqa: ANN001
) -> None:  # fmt: skip
    drafted(capsys)
    at(monkeypatch, "2026-11-25T23:00:00+00:00")
    quiet = document(capsys, "remind", "check", "--scheduled")
    assert (quiet["outcome"], quiet["notices"], quiet["requests"]) == ("quiet", [], 0)

    at(monkeypatch, "2026-11-26T09:30:00+00:00")

    assert len(document(capsys, "remind", "check", "--scheduled")["notices"]) == 1


def test_a_machine_that_slept_for_a_week_tells_each_thing_once(capsys, monkeypatch) -> None:  # noqa: ANN001
    drafted(capsys, "--remind", "2d")
    document(capsys, "remind", "add", "northwind", "connect with Dana", "--at", "3d")
    at(monkeypatch, "2026-12-02T10:00:00+00:00")

    told = document(capsys, "remind", "check", "--scheduled")["notices"]

    assert sorted(n["what"] for n in told) == ["answer", "draft", "own"]
    assert told[0]["what"] == "draft"  # the unsent draft first (E3)
    assert document(capsys, "remind", "check", "--scheduled")["notices"] == []
    by_hand = document(capsys, "remind", "check")["notices"]
    assert len(by_hand) == len(told)  # by hand it tells what is due once more


def test_reminders_are_listed_moved_and_closed(capsys) -> None:  # noqa: ANN001
    drafted(capsys)
    made = document(capsys, "remind", "add", "northwind", "ask", "Priya", "--at", "3d")
    assert made["due"] == "2026-11-27T09:00:00+00:00"

    moved = document(capsys, "remind", "snooze", str(made["reminder"]), "1w")
    assert moved["due"] == "2026-12-01T09:00:00+00:00"

    assert document(capsys, "remind", "done", str(made["reminder"]))["state"] == "done"
    listed = document(capsys, "remind", "list")["reminders"]
    assert made["reminder"] not in {r["reminder"] for r in listed}


def test_the_export_is_a_calendar_of_tasks_with_alarms(capsys, tmp_path: Path) -> None:  # noqa: ANN001
    from icalendar import Calendar

    drafted(capsys)
    assert run(["remind", "export", "-o", str(tmp_path / "r.ics")]) == 0

    (todo,) = Calendar.from_ical((tmp_path / "r.ics").read_bytes()).walk("VTODO")
    (alarm,) = todo.walk("VALARM")

    assert "Northwind" in str(todo["SUMMARY"])
    assert alarm["ACTION"] == "DISPLAY"


def test_doctor_says_whether_the_check_is_scheduled(capsys) -> None:  # noqa: ANN001
    checks = document(capsys, "doctor")["checks"]["this machine"]

    (line,) = [c for c in checks if c["what"] == "scheduler"]
    assert line["ok"]
    assert "bowout remind install" in line["detail"]


def test_an_account_out_of_reach_is_said_by_exit_status_log_status_and_doctor(
    capsys, monkeypatch  # noqa: ANN001
) -> None:  # fmt: skip
    from mailer.errors import ProviderUnavailableError
    from providers.maildir import MaildirProvider

    def fail(*_: object) -> None:
        raise ProviderUnavailableError("The disk is gone.")

    drafted(capsys)
    at(monkeypatch, "2026-11-25T10:00:00+00:00")
    monkeypatch.setattr(MaildirProvider, "fetch_draft", fail)
    monkeypatch.setattr(MaildirProvider, "changes", fail)

    found = document(capsys, "remind", "check", "--scheduled", status=6)

    assert found["problems"][0]["code"] == "unavailable"
    log = Path(os.environ["BOWOUT_HOME"]) / "data" / "remind.log"
    assert "demo: unavailable" in log.read_text()
    assert "northwind" not in log.read_text().lower()
    assert run(["status", "--offline"]) == 0
    assert "failed (demo: unavailable)" in capsys.readouterr().err


def test_install_without_any_scheduler_sets_nothing_up(capsys) -> None:  # noqa: ANN001
    assert run(["remind", "install", "--yes"]) == 2
    assert "Neither systemd nor cron" in capsys.readouterr().err


def test_install_asks_and_without_a_person_sets_nothing_up(capsys) -> None:  # noqa: ANN001
    assert run(["remind", "install", "--scheduler", "systemd"]) == 1
    said = capsys.readouterr()
    assert "remind check --scheduled" in said.out or "remind" in said.out
    assert "Nothing was set up." in said.err
    assert not (Path.home() / ".config" / "systemd").exists()


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_reminder_without_words_is_refused(capsys, text) -> None:  # noqa: ANN001
    drafted(capsys)

    assert run(["remind", "add", "northwind", text]) == 2
    assert "has no text" in capsys.readouterr().err


def test_a_reminder_in_the_past_is_refused(capsys) -> None:  # noqa: ANN001
    drafted(capsys)

    assert run(["remind", "add", "northwind", "call", "--at", "yesterday"]) == 2


def test_no_control_character_reaches_a_calendar(capsys) -> None:  # noqa: ANN001
    drafted(capsys)
    assert run(["remind", "add", "northwind", "a\x1b[31mb\nc"]) == 0
    capsys.readouterr()

    assert run(["remind", "export"]) == 0

    assert "a [31mb c" in capsys.readouterr().out


def test_a_query_that_fits_nothing_is_said(capsys) -> None:  # noqa: ANN001
    assert run(["remind", "list", "zzz"]) == 4


def test_an_export_to_where_nobody_may_write_says_so(capsys, tmp_path) -> None:  # noqa: ANN001
    (tmp_path / "file").write_text("")

    assert run(["remind", "export", "-o", str(tmp_path / "file" / "x.ics")]) == 6
    assert "can't be written" in capsys.readouterr().err


@contextmanager
def another_run_at_work(monkeypatch) -> Iterator[None]:  # noqa: ANN001
    """Hold the account's lock, as a send does while a page asks for the right to send."""
    monkeypatch.setattr("mailer.session._LOCK_SECONDS", 0)
    account = Path(os.environ["BOWOUT_HOME"]) / "data" / "accounts" / "demo"
    assert account.is_dir()
    with FileLock(account / "lock"):
        yield


def test_a_scheduled_check_gives_way_to_another_run_and_that_is_no_failure(
    capsys, monkeypatch  # noqa: ANN001
) -> None:  # fmt: skip
    drafted(capsys)
    at(monkeypatch, "2026-11-25T10:00:00+00:00")

    with another_run_at_work(monkeypatch):
        made = document(capsys, "remind", "check", "--scheduled")

    assert (made["outcome"], made["notices"], made["problems"]) == ("demo: busy", [], [])
    (line,) = (Path(os.environ["BOWOUT_HOME"]) / "data" / "remind.log").read_text().splitlines()
    assert "demo: busy" in line
    assert "scheduler" not in document(capsys, "status", "--offline")
    assert len(document(capsys, "remind", "check", "--scheduled")["notices"]) == 1


def test_what_needs_no_mailbox_is_told_while_another_run_is_at_work(capsys, monkeypatch) -> None:  # noqa: ANN001
    drafted(capsys)
    document(capsys, "remind", "add", "northwind", "connect with Dana", "--at", "1h")
    at(monkeypatch, "2026-11-25T10:00:00+00:00")

    with another_run_at_work(monkeypatch):
        told = document(capsys, "remind", "check", "--scheduled")["notices"]

    assert [notice["what"] for notice in told] == ["own"]


def test_a_check_by_hand_says_that_another_run_is_at_work(capsys, monkeypatch) -> None:  # noqa: ANN001
    drafted(capsys)

    with another_run_at_work(monkeypatch):
        (problem,) = document(capsys, "remind", "check", status=6)["problems"]

    assert problem["code"] == "busy"
