"""The border of the command line: documents, exit statuses, and what the system refuses."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from mailer.cli.main import COMMANDS, bowout, run

NOW = "2026-11-16T10:00:00+01:00"
NO_DOCUMENT = {"completion", "remind export"}
"""These print a file of another format."""


@pytest.fixture(autouse=True)
def _fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOWOUT_NOW", NOW)


@pytest.fixture
def demo(lay_demo: Callable[[], Path]) -> Path:
    return lay_demo()


def process(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    command = [sys.executable, "-m", "mailer", *arguments]
    kept: dict[str, object] = {"capture_output": True, "text": True, "encoding": "utf-8"}
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL, **{**kept, **options})


def leaves() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(bowout)
    for name in COMMANDS:
        command = bowout.get_command(context, name)
        if not isinstance(command, click.Group):
            yield name, command
            continue
        for below in command.list_commands(context):
            yield f"{name} {below}", command.get_command(context, below)


def test_every_command_that_shows_something_takes_json() -> None:
    without = {
        name
        for name, command in leaves()
        if not any("--json" in parameter.opts for parameter in command.params)
    }

    assert without == NO_DOCUMENT


@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        (["nonsense"], 2, "usage"),
        (["thread"], 2, "usage"),
        (["draft"], 2, "usage"),
        (["draft", "x", "--reason", "boredom"], 2, "usage"),
        (["remind"], 2, "usage"),
        (["login", "pigeon"], 2, "usage"),
        (["logout", "nobody"], 2, "usage"),
        (["threads", "--account", "nobody"], 2, "usage"),
        (["threads", "nobody-at-all"], 0, None),
        (["draft", "nobody-at-all"], 4, "nothing_fits"),
        (["draft", "data", "engineer"], 3, "several"),
        (["show", "northwind"], 4, "nothing_fits"),
        (["draft", "brightwater"], 7, "call_first"),
        (["draft", "meridian"], 7, "nobody_to_write_to"),
        (["login", "maildir", "/no/such/folder", "--account", "x"], 6, "unavailable"),
    ],
)
def test_with_json_an_error_is_the_only_document_on_stdout(
    demo: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    code: str | None,
) -> None:
    assert run([*arguments, "--json"]) == status

    document = json.loads(capsys.readouterr().out)
    assert document.get("error", {}).get("code") == code
    assert document.get("error", {}).get("stored", False) is False


@pytest.mark.parametrize(
    "command",
    [
        "accounts", "providers", "doctor", "decide", "remind list", "remind check", "report",
        "templates list", "forget --all --yes", "logout demo",
    ],
)  # fmt: skip
def test_a_document_has_the_keys_that_the_documents_page_says(
    demo: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    command: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    page = (Path(__file__).parents[3] / "docs" / "json.md").read_text("utf-8")
    name = command.partition(" -")[0].removesuffix(" demo")
    shape = next(x for x in page.splitlines() if x.startswith(f"| `{name}` |")).split("`")[3]
    bare = re.sub(r"\[.*?\]|: \{.*\}(?=\})", "", shape)

    assert run([*command.split(), "--json"]) == 0

    document = json.loads(capsys.readouterr().out)
    assert set(document) == set(re.findall(r'"(\w+)"', bare))


def test_what_fails_after_the_draft_was_shown_leaves_one_document(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["draft", "northwind"])
    capsys.readouterr()

    assert run(["show", "northwind", "--open", "--json"]) == 2

    assert json.loads(capsys.readouterr().out)["error"]["code"] == "unsupported"


def test_an_interrupt_is_said_in_the_document_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mailer.settings.find_places", interrupted)

    assert run(["accounts", "--json"]) == 130

    assert json.loads(capsys.readouterr().out)["error"]["code"] == "interrupted"


@pytest.mark.parametrize(
    ("command", "octets"),
    [("draft northwind", 0), ("draft northwind", 60_000), ("decide northwind --misfit", 1_000)],
)
def test_a_disk_that_takes_no_more_is_exit_status_6_and_leaves_no_draft(
    demo: Path, command: str, octets: int
) -> None:
    resource = pytest.importorskip("resource", reason="limits of a process are POSIX")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (octets, octets))

    done = process(*command.split(), "--json", preexec_fn=limit, env=dict(os.environ))

    document = json.loads(done.stdout)
    assert (done.returncode, document["error"]["code"]) == (6, "unavailable"), document
    assert "fault" not in document["error"]["message"]
    if command.startswith("draft"):
        assert not list((demo / "data/demo/.Drafts").glob("*/*"))


@pytest.mark.parametrize(
    "command",
    [
        "draft northwind",
        "call northwind --reached",
        "doctor",
        "report -o {stuck}/page.html",
        "templates copy en/withdraw.txt.j2",
    ],
)
def test_a_folder_that_cannot_be_made_is_named_with_the_mend(
    demo: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (demo / "templates").write_text("a file where a folder belongs")
    (demo / "data" / "accounts").write_text("the same")

    status = run(command.format(stuck=demo / "templates").split())

    said = capsys.readouterr()
    assert status == 6
    assert "can't be written" in said.out + said.err
    assert "fault" not in said.err


def test_reading_goes_on_where_nothing_can_be_kept(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (demo / "data" / "accounts" / "demo" / "identities.json").mkdir(parents=True)

    assert run(["threads", "northwind", "--json"]) == 0

    assert json.loads(capsys.readouterr().out)["threads"][0]["company"] == "Northwind"


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
@pytest.mark.parametrize("option", [[], ["--json"]])
def test_output_that_leads_to_a_full_disk_is_said_on_stderr(demo: Path, option: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = process(
            "threads", *option, stdout=full, stderr=subprocess.PIPE, capture_output=False
        )

    assert done.returncode == 6
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "ascii"])
def test_no_encoding_of_a_redirected_stream_stops_a_command(demo: Path, encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}

    shown = process("templates", "show", "ja/base.txt.j2", env=environment, encoding=encoding,
                    errors="replace")  # fmt: skip
    document = process("templates", "show", "ja/base.txt.j2", "--json", env=environment)

    assert shown.returncode == 0, shown.stderr
    assert "macro" in shown.stdout
    assert "面接" in json.loads(document.stdout)["text"]


def test_a_run_without_any_streams_does_not_fall(demo: Path) -> None:
    code = (
        "import sys; sys.stdin = sys.stdout = sys.stderr = None\n"
        "from mailer.cli.main import run\n"
        "sys.exit(run(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "remind", "check", "--scheduled"]
    assert run(["draft", "northwind"]) == 0
    (demo / "data" / "demo").rename(demo / "data" / "moved")

    done = subprocess.run(command, capture_output=True, check=False)

    assert done.returncode == 6, done.stderr


def test_an_account_of_the_users_own_never_makes_way_for_the_demo(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for part in ("cur", "new", "tmp"):
        (tmp_path / "Mail" / part).mkdir(parents=True)
    assert run(["login", "maildir", str(tmp_path / "Mail"), "--address", "sam@rivera.example",
                "--account", "demo"]) == 0  # fmt: skip

    assert run(["demo"]) == 2

    assert "your own" in capsys.readouterr().err
    assert run(["accounts", "--json"]) == 0
    assert "sam@rivera.example" in capsys.readouterr().out
