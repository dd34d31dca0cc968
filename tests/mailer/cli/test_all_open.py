import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mailer.cli.main import run
from mailer.errors import ProviderUnavailableError

ALL = ["draft", "--all-open", "--reason", "accepted-offer"]


@pytest.fixture(autouse=True)
def _demo(lay_demo: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOWOUT_NOW", "2026-11-16T10:00:00+01:00")
    lay_demo()


def drafts() -> list[Path]:
    mailbox = Path(os.environ["BOWOUT_HOME"]) / "data" / "demo"
    return [p for p in mailbox.rglob("*") if p.is_file() and "D" in p.name.rpartition(",")[2]]


def document(capsys: pytest.CaptureFixture[str], *options: str) -> dict:
    assert run([*ALL, *options, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def outcomes(found: dict) -> dict[str, str]:
    return {p["company"]: p["outcome"] for p in found["processes"]}


def test_a_dry_run_shows_the_plan_and_stores_nothing(capsys) -> None:  # noqa: ANN001
    before = drafts()

    found = document(capsys, "--dry-run")

    assert outcomes(found)["Northwind"] == "planned"
    assert outcomes(found)["Brightwater Energy"] == "stopped"
    assert found["drafted"] == 0
    assert drafts() == before
    assert not (Path(os.environ["BOWOUT_HOME"]) / "data" / "journal.sqlite3").exists()


def test_yes_drafts_every_letter_but_the_excepted_and_sends_nothing(capsys) -> None:  # noqa: ANN001
    before = len(drafts())

    found = document(capsys, "--yes", "--except", "northwind")

    said = outcomes(found)
    assert said["Northwind"] == "excepted"
    written = [p for p in found["processes"] if p["outcome"] == "drafted"]
    assert len(written) == found["drafted"] >= 2
    assert all(p["draft"]["stored"] for p in written)
    letters = [p["draft"], *p["draft"]["also"]] if (p := written[0]) else []
    assert all("sent_at" not in letter for letter in letters)
    assert len(drafts()) == before + sum(1 + len(p["draft"]["also"]) for p in written)


def test_a_second_run_adopts_what_the_first_one_drafted(capsys) -> None:  # noqa: ANN001
    document(capsys, "--yes")
    count = len(drafts())

    again = document(capsys, "--yes")

    assert "drafted" not in outcomes(again).values()
    assert "adopted" in outcomes(again).values()
    assert len(drafts()) == count


@pytest.mark.parametrize("query", ["priya nair", "NORTHWIND", "northwind.example"])
def test_except_takes_what_a_person_would_type(capsys, query: str) -> None:  # noqa: ANN001
    assert outcomes(document(capsys, "--dry-run", "--except", query))["Northwind"] == "excepted"


def test_a_slip_in_except_stores_nothing(capsys) -> None:  # noqa: ANN001
    before = drafts()

    assert run([*ALL, "--yes", "--except", "nortwhind gmbh"]) == 4
    assert "names no interview process" in capsys.readouterr().err
    assert drafts() == before


def test_without_a_terminal_it_needs_yes(capsys) -> None:  # noqa: ANN001
    before = drafts()

    assert run(ALL) == 1
    assert "--yes" in capsys.readouterr().err
    assert drafts() == before


@pytest.mark.parametrize(
    "options", [["--to", "a@b.example"], ["--thread", "x"], ["--kind", "reschedule"], ["--anyway"]]
)
def test_what_fits_one_process_only_is_refused(capsys, options: list[str]) -> None:  # noqa: ANN001
    assert run([*ALL, "--yes", *options]) == 2


def test_a_mailbox_out_of_reach_stops_it_and_keeps_what_was_drafted(
    capsys, monkeypatch: pytest.MonkeyPatch  # noqa: ANN001
) -> None:  # fmt: skip
    from providers.maildir import MaildirProvider

    real, saved = MaildirProvider.save_reply, []

    def second_fails(self, reply, **options):  # noqa: ANN001, ANN003, ANN202
        if saved:
            raise ProviderUnavailableError("The disk is full. Nothing was stored.")
        saved.append(reply)
        return real(self, reply, **options)

    monkeypatch.setattr(MaildirProvider, "save_reply", second_fails)

    assert run([*ALL, "--yes", "--json"]) == 6
    said = outcomes(json.loads(capsys.readouterr().out))
    assert list(said.values()).count("drafted") == 1
    assert "not reached" in said.values()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_it_asks_one_by_one_and_ctrl_c_leaves_nothing_half_made(capsys) -> None:  # noqa: ANN001
    before = len(drafts())

    status, screen = at_terminal([*ALL], ["y\n", "\x03"])

    assert status == 130
    assert "1 of 3: draft the letter to" in screen
    assert "2 of 3: draft the letter to" in screen
    assert "1 of 3 letters lie in Drafts before it was interrupted" in screen
    assert len(drafts()) == before + 1
    assert outcomes(document(capsys, "--yes"))  # what was cut is simply run again


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_a_no_leaves_that_process_alone() -> None:
    before = len(drafts())

    status, screen = at_terminal([*ALL], ["n\n"] * 3)

    assert status == 0
    assert "0 of 3 letters lie in Drafts" in screen
    assert len(drafts()) == before


def at_terminal(arguments: list[str], answers: list[str]) -> tuple[int, str]:
    """Run bowout on a pseudo terminal; each answer is typed when a question stands there.

    A Ctrl-C in the very instant before the program waits for a key is heard with the next key,
    which a person would press sooner or later.
    """
    import pty
    import select

    process, terminal = pty.fork()
    if process == 0:
        os.execv(sys.executable, [sys.executable, "-m", "mailer", *arguments])
    screen, waiting = "", list(answers)
    while True:
        is_quiet = not select.select([terminal], [], [], 1)[0]
        if is_quiet and waiting:
            continue
        try:
            if is_quiet:
                os.write(terminal, b"\n")
                continue
            chunk = os.read(terminal, 65536)
        except OSError:  # it has ended
            break
        if not chunk:
            break
        screen += chunk.decode(errors="replace")
        asked = screen.count("[Y/n]:")
        if waiting and asked > len(answers) - len(waiting):
            os.write(terminal, waiting.pop(0).encode())
    _, status = os.waitpid(process, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), screen
