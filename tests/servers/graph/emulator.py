"""The npm package @inbox-zero/emulate: a Graph mailbox and an Entra that others wrote.

A gateway stands in front of it: every request goes through the strict validator first, and every
answer afterwards, so that one knows what the emulator lets pass. It keeps state, but knows no
Message-ID that it did not make itself, no References and no `$search` beyond one word.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from servers.ports import free_port

from .openapi import check_request, check_response

_HERE = Path(__file__).parent
_PROGRAM = _HERE.parent / "node_modules/@inbox-zero/emulate/dist/index.js"
_PATIENCE = 30.0


def missing() -> str:
    """Return why the emulator can't run here; empty where it can."""
    if shutil.which("node") is None:
        return "node is not installed"
    if not _PROGRAM.exists():
        return "the emulator is not installed: run `npm ci` in tests/servers"
    return ""


@dataclass
class Emulator:
    """The running emulator and the gateway in front of it."""

    address: str = "alex.candidate@outlook.example"
    others: tuple[str, ...] = ()
    """Addresses of further mailboxes, empty ones."""
    complaints: list[str] = field(default_factory=list)
    """What was wrong with requests."""
    oddities: set[str] = field(default_factory=set)
    """What was wrong with answers."""

    def __enter__(self) -> Emulator:
        self._folder = tempfile.TemporaryDirectory()
        self._port = free_port()
        self.direct = f"http://localhost:{self._port}"
        seed = Path(self._folder.name, "seed.yaml")
        seed.write_text(json.dumps(self._seed()), encoding="utf-8")  # JSON is YAML
        command = [
            "node", "--require", str(_HERE / "loopback.cjs"), str(_PROGRAM),
            "start", "--seed", str(seed), "--service", "microsoft",
        ]  # fmt: skip
        self._process = subprocess.Popen(
            command, cwd=self._folder.name, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._wait()
        self._gateway = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._gateway.daemon_threads = True
        self.endpoint = f"http://127.0.0.1:{self._gateway.server_address[1]}/v1.0"
        threading.Thread(target=self._gateway.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._gateway.shutdown()
        self._gateway.server_close()
        self._process.terminate()
        self._process.wait(10)
        self._folder.cleanup()

    def deliver(
        self, *, sender: str, subject: str, text: str, folder: str = "inbox", cc: str = "",
        name: str = "", cc_name: str = "", owner: str = "", answers: str = "",
    ) -> dict[str, Any]:  # fmt: skip
        """Lay an unread message down through the emulator's own interface: draft, PATCH, move.

        `answers` is the id of the message that it answers: the two share a conversation.
        """
        owner = owner or self.address
        content: dict[str, Any] = {
            "subject": subject,
            "body": {"contentType": "html", "content": f"<p>{text}</p>"},
            "toRecipients": [{"emailAddress": {"address": owner}}],
            "ccRecipients": [{"emailAddress": {"address": cc, "name": cc_name}}] if cc else [],
        }
        made = self.ask("POST", f"/{answers}/createReply" if answers else "", owner, content)
        person = {"emailAddress": {"address": sender, "name": name or sender}}
        self.ask("PATCH", f"/{made['id']}", owner, {**content, "from": person, "isRead": False})
        if answers:  # which marked it as read
            self.ask("PATCH", f"/{answers}", owner, {"isRead": False})
        target = {"destinationId": self.folder(folder, owner)}
        return self.ask("POST", f"/{made['id']}/move", owner, target)

    def ask(self, method: str, path: str, owner: str, body: dict[str, Any]) -> dict[str, Any]:
        """Ask the emulator itself, past the gateway; `path` is below a mailbox's messages."""
        import requests

        answer = requests.request(
            method, f"{self.direct}/v1.0/me/messages{path}", json=body, timeout=10,
            headers={"Authorization": f"Bearer {_token(owner)}"},
        )  # fmt: skip
        result: dict[str, Any] = answer.json()
        return result

    def folder(self, name: str, owner: str = "") -> str:
        """Return a folder's id."""
        import requests

        url = f"{self.direct}/v1.0/me/mailFolders/{name}"
        bearer = {"Authorization": f"Bearer {_token(owner or self.address)}"}
        answer = requests.get(url, headers=bearer, timeout=10)
        return str(answer.json()["id"])

    def _seed(self) -> dict[str, Any]:
        scopes = ["Mail.ReadWrite", "Mail.Send", "User.Read"]
        everybody = (self.address, *self.others)
        return {
            "tokens": {_token(a): {"login": a, "scopes": scopes} for a in everybody},
            "microsoft": {
                "port": self._port,
                "users": [{"email": a, "name": "Alex Candidate"} for a in everybody],
            },
        }

    def _wait(self) -> None:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            if self._process.poll() is not None:
                raise RuntimeError("the emulator ended at once")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self._port)) == 0:
                    return
            time.sleep(0.05)
        raise RuntimeError("the emulator does not answer")

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        emulator = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def log_message(self, *_: object) -> None:
                """Stay quiet."""

            def _serve(self) -> None:
                import requests

                length = int(self.headers.get("Content-Length") or 0)
                payload = self.rfile.read(length)
                body = json.loads(payload) if payload else None
                emulator.check(self.command, self.path, body)
                passed = ("authorization", "prefer", "content-type", "if-match")
                answer = requests.request(
                    self.command, emulator.direct + self.path, data=payload or None, timeout=30,
                    headers={k: v for k, v in self.headers.items() if k.lower() in passed},
                )  # fmt: skip
                emulator.check_answer(self.command, self.path, answer)
                self.send_response(answer.status_code)
                self.send_header("Content-Type", answer.headers.get("Content-Type", "text/plain"))
                self.send_header("Content-Length", str(len(answer.content)))
                self.end_headers()
                self.wfile.write(answer.content)

            do_GET = do_POST = do_PATCH = do_DELETE = _serve  # noqa: N815

        return Handler

    def check(self, method: str, target: str, body: Any) -> None:
        """Validate a request, or each part of a batch."""
        if target.endswith("/$batch"):
            for part in (body or {}).get("requests", []):
                self.check(part["method"], f"/v1.0{part['url']}", part.get("body"))
            return
        parts = urlsplit(target)
        path = parts.path.removeprefix("/v1.0")
        self.complaints += check_request(method, path, dict(parse_qsl(parts.query)), body)

    def check_answer(self, method: str, target: str, answer: Any) -> None:
        """Validate an answer."""
        path = urlsplit(target).path.removeprefix("/v1.0")
        is_json = "json" in answer.headers.get("Content-Type", "")
        if answer.ok and is_json and path != "/$batch":
            found = check_response(method, path, answer.status_code, answer.json())
            self.oddities.update(_general(fault) for fault in found)


def _token(owner: str) -> str:
    return f"token-of-{owner}"


def _general(fault: str) -> str:
    """Return a complaint without positions in lists and without values."""
    import re

    return re.sub(r"=.*(?= has the wrong form)", "", re.sub(r"/\d+", "", fault))


def is_required() -> bool:
    """Tell whether a missing emulator is a failure."""
    return bool(os.environ.get("CI"))
