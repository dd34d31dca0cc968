"""Notices on a real desktop bus, with a notification service of ours at its other end."""

import subprocess
import sys
from pathlib import Path

import pytest

DAEMON = Path(__file__).resolve().parents[1] / "servers" / "notification_daemon.py"
SHOW = """
import subprocess, sys
from mailer.notices import Notice, show_on_desktop

daemon, file, count = sys.argv[1:]
server = subprocess.Popen([sys.executable, daemon, file], stdout=subprocess.PIPE)
assert server.stdout.readline() == b"ready\\n"
text = "Rae <rae@x.example> <img src=x> & Co."
loud = [Notice(what="answer", withdrawal="w1", title=f"Northwind {n}", text=text)
        for n in range(int(count))]
quiet = Notice(what="automatic", withdrawal="w1", title="Quiet", text="x", is_loud=False)
print(show_on_desktop([*loud, quiet]))
server.kill()
"""


def shown(tmp_path: Path, count: int) -> list[list[str]]:
    file = tmp_path / "shown"
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", SHOW, str(DAEMON), str(file), str(count)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == "True\n", done.stderr
    return [line.split("\t") for line in file.read_text("utf-8").splitlines()]


@pytest.mark.server
@pytest.mark.skipif(sys.platform != "linux", reason="a desktop bus is Linux's")
def test_what_is_loud_is_shown_on_the_desktop(wants, tmp_path: Path) -> None:  # noqa: ANN001
    wants("dbus-run-session", "dbus")
    pytest.importorskip("desktop_notifier", reason="the `notify` extra is not installed")

    (one,) = shown(tmp_path, 1)

    assert one == ["bowout", "Northwind 0", "Rae (rae@x.example) (img src=x) & Co."]  # no markup


@pytest.mark.server
@pytest.mark.skipif(sys.platform != "linux", reason="a desktop bus is Linux's")
def test_many_notices_become_five_and_a_last_one(wants, tmp_path: Path) -> None:  # noqa: ANN001
    wants("dbus-run-session", "dbus")
    pytest.importorskip("desktop_notifier", reason="the `notify` extra is not installed")

    found = shown(tmp_path, 8)

    assert [title for _, title, _ in found] == [f"Northwind {n}" for n in range(5)] + ["bowout"]
    assert found[-1][2].startswith("3 more")
