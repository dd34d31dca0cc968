"""Runs the real command line in processes of their own, and kills one of them between two steps.

    python killing.py        reads one JSON request a line, answers one JSON line each

The process imports everything once and forks for each request, so that a run costs a tenth of a
second instead of two. The child is the real thing: its own home, its own connections, ended by a
real SIGKILL just before its Nth deed. A deed is what can be seen from outside: a write to a
connection, an answer that begins to arrive, a transaction of the journal, a file put in place.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_LIBRARIES = (
    "cryptography.fernet", "filelock", "google.auth.transport.requests",
    "google.oauth2.credentials", "googleapiclient.discovery", "imapclient", "msal", "nh3",
    "requests", "selectolax.lexbor",
)  # fmt: skip
LIGHT_COST = 2**4
"""The N of scrypt here: at the real one, with which test_secrets.py runs, the key that each run
makes of the passphrase is most of its time."""


class Stepper:
    """Counts the deeds of this process, and ends it before the one that was named."""

    def __init__(self, kill_at: int, trace: Path) -> None:
        self.kill_at = kill_at
        self.count = 0
        self.trace = trace.open("w", encoding="utf-8")
        self._waits_for_answer: set[int] = set()

    def step(self, what: str) -> None:
        """Be at the border between two deeds; `what` is the one that comes next."""
        self.count += 1
        self.trace.write(f"{what}\n")
        self.trace.flush()
        if self.count == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        """Stand before every deed from here on."""
        from mailer.journal import Journal

        self._before(socket.socket, "sendall", "write to a connection")
        self._before(Journal, "_change", "write to the journal")
        self._before(os, "replace", "put a file in place")
        self._at_answers("recv_into")
        self._at_answers("recv")

    def _before(self, owner: Any, name: str, what: str) -> None:
        done: Callable[..., Any] = getattr(owner, name)

        def stepped(*args: Any, **options: Any) -> Any:
            self.step(what)
            if name == "sendall":
                self._waits_for_answer.add(id(args[0]))
            return done(*args, **options)

        setattr(owner, name, stepped)

    def _at_answers(self, name: str) -> None:
        """Stand where the server has done what it was asked, and the process does not know yet."""
        done: Callable[..., Any] = getattr(socket.socket, name)

        def stepped(connection: socket.socket, *args: Any, **options: Any) -> Any:
            answer = done(connection, *args, **options)
            if id(connection) in self._waits_for_answer:
                self._waits_for_answer.discard(id(connection))
                self.step("take an answer")
            return answer

        setattr(socket.socket, name, stepped)


def run_child(request: dict[str, Any]) -> None:
    """Become one run of the command line; never returns."""
    folder = Path(request["folder"])
    for number, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.environ.update(request["environment"])
    stepper = Stepper(request["kill_at"], folder / "trace")
    stepper.watch()
    sys.argv = ["bowout", *request["arguments"]]
    from mailer.__main__ import main

    status = 99
    try:
        main()
    except SystemExit as end:
        status = int(end.code or 0)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def import_everything() -> None:
    """Import what a run imports, so that only the first one pays for it."""
    for package in ("mailer", "providers"):
        folder = importlib.import_module(package).__path__
        for found in pkgutil.walk_packages(folder, f"{package}."):
            if not found.name.startswith(("mailer.testing", "mailer.__main__")):
                importlib.import_module(found.name)
    for name in _LIBRARIES:
        importlib.import_module(name)


def warm_up() -> None:
    """Read a thread, write a letter and check it, so that patterns and tables are there already.

    All that is pure: no file but packaged ones, no connection, nothing that a kill could catch.
    """
    from mailer.reading.candidacy import read_candidacies
    from mailer.writing.check import check_letter
    from mailer.writing.render import TemplateFolder
    from mailer.writing.situations import check_context, list_situations, write_situation

    one = next(list_situations("en"))
    read_candidacies(one.candidacy.threads, query="", me=one.me, now=one.now)
    letter = write_situation(one, TemplateFolder())
    check_letter(letter.text, context=check_context(one))


def main() -> None:
    """Serve requests until the input ends."""
    import_everything()
    warm_up()
    importlib.import_module("providers._passphrase")._COST = LIGHT_COST
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            run_child(json.loads(line))
        _, ended = os.waitpid(child, 0)
        print(json.dumps({"status": os.waitstatus_to_exitcode(ended)}), flush=True)


if __name__ == "__main__":
    main()
