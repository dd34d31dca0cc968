"""A mail client of others lists and recalls what `draft` filed."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from email import message_from_bytes, message_from_string
from pathlib import Path

import pytest

pytestmark = pytest.mark.server

NOW = "2026-11-16T09:00:00+01:00"


def bowout(home: Path, *arguments: str) -> str:
    environment = {**os.environ, "BOWOUT_HOME": str(home), "BOWOUT_NOW": NOW}
    done = subprocess.run(
        [sys.executable, "-m", "mailer", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def recall(mailbox: Path, folder: Path) -> str:
    """Let neomutt recall the only postponed message; returns what its editor was given."""
    import pty

    out, editor, settings = folder / "recalled", folder / "editor.sh", folder / "muttrc"
    editor.write_text(f'#!/bin/sh\ncp "$1" {out}.part && mv {out}.part {out}\n')
    editor.chmod(0o755)
    settings.write_text(
        f'set folder="{mailbox}"\nset spoolfile="{mailbox}"\nset postponed="{mailbox}/.Drafts"\n'
        f'set mbox_type=Maildir\nset edit_headers=yes\nset editor="{editor}"\nset postpone=no\n'
        'set recall=yes\nset record=""\n'
    )
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm", HOME=str(folder))
        os.execvp("neomutt", ["neomutt", "-F", str(settings), "-p"])
    deadline = time.monotonic() + 20
    while not out.exists() and time.monotonic() < deadline:
        if select.select([terminal], [], [], 0.2)[0]:
            os.read(terminal, 65536)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(terminal)
    return out.read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="neomutt wants a pseudo-terminal")
def test_neomutt_recalls_the_demo_draft_with_thread_and_people_right(
    wants: Callable[[str, str], None], tmp_path: Path
) -> None:
    wants("neomutt", "the package neomutt")
    home = tmp_path / "home"
    bowout(home, "demo")
    bowout(home, "draft", "northwind", "--reason", "accepted-offer")

    (stored,) = (home / "data" / "demo" / ".Drafts" / "cur").iterdir()
    references = message_from_bytes(stored.read_bytes())["References"].split()

    recalled = message_from_string(recall(home / "data" / "demo", tmp_path))

    assert recalled["To"] == "Dana Ortiz <dana.ortiz@northwind.example>"
    assert recalled["Cc"] == "Priya Nair <priya@larkfieldsearch.example>"
    assert recalled["Subject"].startswith("Re: ")
    assert not recalled["Subject"].startswith("Re: Re:")
    assert recalled["In-Reply-To"] == references[-1]
    assert len(references) > 1
