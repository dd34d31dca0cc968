"""Shell completion: what a real shell is offered, and what it must never be."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailer.journal import Journal
from mailer.settings import find_places

NOW = datetime(2026, 11, 16, 10, tzinfo=UTC)


@pytest.fixture
def home(lay_demo: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A demo account whose mailbox is gone, and five withdrawals."""
    monkeypatch.setenv("BOWOUT_NOW", NOW.isoformat())
    lay_demo()
    places = find_places()
    shutil.rmtree(places.data / "demo")
    journal = Journal(places.journal)
    for company in ("Brightwater Energy", "Oak; rm -rf $HOME", "$(id)", "-rf", "Line\nend"):
        journal.add_withdrawal(account="demo", company=company, role="", now=NOW)
    journal.close()
    return Path(os.environ["BOWOUT_HOME"])


def offered(line: str) -> list[str]:
    """Ask as a shell does; the last word of the line is the one being typed."""
    words = line.split(" ")
    environment = {
        **os.environ,
        "_BOWOUT_COMPLETE": "bash_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    bowout = Path(sys.executable).parent / "bowout"
    done = subprocess.run(
        [str(bowout)], env=environment, capture_output=True, text=True, check=True
    )
    return [entry.partition(",")[2] for entry in done.stdout.splitlines() if entry]


@pytest.mark.parametrize(
    ("line", "among"),
    [
        ("bowout dr", "draft"),
        ("bowout draft --account ", "demo"),
        ("bowout logout ", "demo"),
        ("bowout remind list --account ", "demo"),
        ("bowout draft x --reason acc", "accepted-offer"),
        ("bowout draft x --kind re", "reschedule"),
        ("bowout draft bri", "brightwater energy"),
        ("bowout remind add bri", "brightwater energy"),
        ("bowout templates show ja/", "ja/withdraw.txt.j2"),
        ("bowout login ", "maildir"),
    ],
)
def test_names_are_offered_without_opening_a_mailbox(home: Path, line: str, among: str) -> None:
    assert among in offered(line)


def test_withdrawals_are_offered_by_id_and_no_name_that_a_shell_would_run(home: Path) -> None:
    words = offered("bowout show ")

    assert sum(word.startswith("w") and len(word) == 4 for word in words) == 5
    assert "brightwater energy" in words
    assert not [word for word in words if set(word) & set(";$()|&<>`\\\"'") or word[0] == "-"]


def test_a_damaged_journal_prints_nothing_into_the_command_line(home: Path) -> None:
    find_places().journal.write_bytes(b"this is no database, and it is long enough" * 99)
    (home / "config.toml").write_text("[damaged")

    assert offered("bowout show ") == []
    assert offered("bowout draft --account ") == []


SHELLS = {
    "bash": 'eval "$(bowout completion bash)"; COMP_WORDS=(bowout draft bri); COMP_CWORD=2; '
    "COMPREPLY=(); _bowout_completion bowout; printf '%s\\n' \"${COMPREPLY[@]}\"",
    "fish": "bowout completion fish | source; complete -C 'bowout draft bri'",
    "zsh": 'autoload -U compinit && compinit -u -D; eval "$(bowout completion zsh)"; '
    "compadd() { printf '%s\\n' \"${completions[@]}\" }; words=(bowout draft bri); CURRENT=3; "
    "_bowout_completion",
    "pwsh": "bowout completion powershell | Out-String | Invoke-Expression; "
    "(TabExpansion2 'bowout draft bri' 16).CompletionMatches.CompletionText",
}


@pytest.mark.parametrize("shell", SHELLS)
def test_a_real_shell_completes_a_withdrawal(
    home: Path, shell: str, wants: Callable[[str, str], None]
) -> None:
    if shell == "pwsh" and shutil.which("pwsh") is None:
        pytest.skip("pwsh is missing: install PowerShell")
    wants(shell, f"the package {shell}")
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }

    done = subprocess.run(
        [shell, "-c", SHELLS[shell]],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )

    assert "brightwater energy" in done.stdout, done.stderr
