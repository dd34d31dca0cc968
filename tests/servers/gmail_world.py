"""myworld's Gmail, which others wrote, behind a gateway of ours.

myworld keeps state, knows the search operators and runs on virtual time. The gateway adds what it
lacks, `/batch` above all, checks every exchange against Google's discovery document for the scopes
that the provider asks for, counts, and breaks what a test tells it to break.

What myworld does otherwise than Gmail: it gives every message a Message-ID of its own, enforces no
scopes, and its tokens never run out.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.message import Message
from email.parser import Parser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests
from servers.discovery import Discovery
from servers.ports import free_port

ADDRESS = "alex.candidate@gmail.example"
SCOPES = (
    "https://www.googleapis.com/auth/gmail.readonly",
    "https://www.googleapis.com/auth/gmail.compose",
)
_HOST = {"Authorization": "Bearer host-secret"}
_SERVICE = "gmail.googleapis.com"
_SEED = {
    "name": "search",
    "task": "a job search",
    "now": "2026-11-20T09:00:00Z",
    "time": "virtual",
    "agents": {"alex": {"as": ADDRESS, "task": "leave"}},
    "servers": {
        "gmail": {
            "seed": {
                "user": {
                    "email": ADDRESS,
                    "name": "Alex Candidate",
                    "signature": "<div>Alex Candidate<br>+1 555 0100</div>",
                },
                "emails": [],
                "mailboxes": [{"user": {"email": "dana@northwind.example", "name": "Dana"}}],
            }
        }
    },
    "checks": [],
}


@dataclass
class Fault:
    """What to do to the next requests whose `METHOD path` fits; each fault works `times` times."""

    pattern: str
    status: int = 0
    """Answer this instead of passing on; 0: cut the connection."""
    reason: str = "backendError"
    headers: Mapping[str, str] = field(default_factory=dict)
    is_after: bool = False
    """Pass the request on first, so that the deed is done."""
    is_doubled: bool = False
    """Pass the request on twice."""
    is_truncated: bool = False
    """Pass it on and give half of the answer."""
    times: int = 1


@dataclass
class GmailWorld:
    """The running servers; `root` is what the provider's `--endpoint` takes."""

    complaints: list[str] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    """The ids of the methods that were called, batches' parts included, as `batch:…`."""
    faults: list[Fault] = field(default_factory=list)
    requests: int = 0
    """HTTP requests that reached the gateway."""
    tokens: set[str] = field(default_factory=set)
    """Access tokens that are good; empty: any is."""
    refreshed: int = 0
    """How often an access token was asked for."""
    ahead: float = 0.0
    """Seconds that the service's clock is ahead of this machine's."""
    rewrite: Callable[[bytes], bytes] | None = None
    """What the service does to a message that is stored."""

    def __enter__(self) -> GmailWorld:
        """Start both."""
        self._folder = Path(tempfile.mkdtemp())
        seed = self._folder / "seed.yaml"
        seed.write_text(json.dumps(_SEED))  # JSON is YAML
        port = free_port()
        self._base = f"http://127.0.0.1:{port}"
        command = [
            str(Path(sys.executable).with_name("myworld")), "serve", "--host", "127.0.0.1",
            "--port", str(port), "--env", str(seed), "--gateway", str(free_port()),
            "--gateway-bind", "127.0.0.1", "--no-passthrough", "--ca-dir", str(self._folder / "ca"),
            "--token", "host-secret",
        ]  # fmt: skip
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self._folder)
        self._wait()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        self.root = f"http://127.0.0.1:{self._server.server_port}/"
        self.discovery = Discovery()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop both."""
        self._server.shutdown()
        self._server.server_close()
        self._process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        if self._process.poll() is None:
            self._process.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    # --- what tests do ---

    def reset(self) -> None:
        """Forget everything but the seed."""
        requests.post(f"{self._base}/envs/search/reset", headers=_HOST, timeout=20)
        self.complaints.clear()
        self.methods.clear()
        self.faults.clear()
        self.tokens.clear()
        self.rewrite = None
        self.ahead = 0.0
        self.refreshed = 0
        self.requests = 0

    def now(self) -> datetime:
        """Return the virtual time."""
        return datetime.fromisoformat(self._env()["now"])

    def advance(self, seconds: int) -> None:
        """Let virtual time pass."""
        requests.post(
            f"{self._base}/envs/search/advance",
            headers=_HOST,
            json={"seconds": seconds},
            timeout=20,
        ).raise_for_status()

    def insert(
        self, raw: bytes, thread: str = "", labels: tuple[str, ...] = ("INBOX", "UNREAD")
    ) -> dict[str, Any]:
        """Put a message into the mailbox from outside; returns its id and its thread's."""
        body = {"raw": base64.urlsafe_b64encode(raw).decode(), "labelIds": list(labels)}
        if thread:
            body["threadId"] = thread
        answer = self.ask("POST", "messages", json=body)
        self.advance(3600)
        return answer

    def ask(self, method: str, path: str, **options: Any) -> dict[str, Any]:
        """Ask myworld itself, past the gateway."""
        answer = requests.request(
            method,
            f"{self._base}/gw/{_SERVICE}/gmail/v1/users/me/{path}",
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=20,
            **options,
        )
        answer.raise_for_status()
        return dict(answer.json()) if answer.content else {}

    def arm(self, pattern: str, **how: Any) -> Fault:
        """Break the next request that fits."""
        fault = Fault(pattern, **how)
        self.faults.append(fault)
        return fault

    @property
    def token(self) -> str:
        """An access token of the account."""
        return str(self._env()["credentials"]["alex"]["google_access_token"])

    # --- inside ---

    def _env(self) -> dict[str, Any]:
        answer = requests.get(f"{self._base}/envs", headers=_HOST, timeout=20)
        return dict(answer.json()["envs"][0])

    def _wait(self) -> None:
        deadline = time.monotonic() + 40
        while time.monotonic() < deadline:
            with contextlib.suppress(requests.RequestException, KeyError, IndexError):
                self._env()
                return
            time.sleep(0.1)
        raise RuntimeError((self._folder / "log").read_text())

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        world = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

            def date_time_string(self, timestamp: float | None = None) -> str:
                """Write the field Date by the service's clock."""
                return super().date_time_string((timestamp or time.time()) + world.ahead)

            def _serve(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                payload = self.rfile.read(length)
                if len(payload) == length:  # else who asked died over it: no server takes a half
                    world.serve(self, payload)

            do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = _serve  # noqa: N815

        return Handler

    def serve(self, call: BaseHTTPRequestHandler, payload: bytes) -> None:
        """Answer one request."""
        if call.path == "/token":
            self.refreshed += 1
            token = f"fresh-{self.refreshed}"
            if self.tokens:
                self.tokens.add(token)
            body = {"access_token": token, "expires_in": 3600, "token_type": "Bearer"}
            _reply(call, 200, json.dumps(body).encode(), {"Content-Type": "application/json"})
            return
        self.requests += 1
        bearer = (call.headers.get("Authorization") or "").removeprefix("Bearer ")
        if self.tokens and bearer not in self.tokens:
            _reply(call, 401, _error(401, "authError"), {})
            return
        fault = self._fault(f"{call.command} {urlsplit(call.path).path}")
        if fault is not None and not (fault.is_after or fault.is_truncated):
            self._break(call, fault)
            return
        if call.path.startswith("/batch"):
            status, body, headers = self._batch(call.headers, payload)
        else:
            status, body = self._pass_on(call.command, call.path, payload, "")
            headers = {"Content-Type": "application/json; charset=UTF-8"}
        if fault is not None and fault.is_doubled:
            self._pass_on(call.command, call.path, payload, "")
        if fault is not None and fault.is_after:
            self._break(call, fault)
            return
        if fault is not None and fault.is_truncated:
            headers = {**headers, "Content-Length": str(len(body))}
            body = body[: len(body) // 2]
        _reply(call, status, body, headers)

    def _fault(self, what: str) -> Fault | None:
        for fault in self.faults:
            if fault.times > 0 and re.search(fault.pattern, what):
                fault.times -= 1
                return fault
        return None

    def _break(self, call: BaseHTTPRequestHandler, fault: Fault) -> None:
        if fault.status:
            _reply(call, fault.status, _error(fault.status, fault.reason), fault.headers)
            return
        call.close_connection = True
        with contextlib.suppress(OSError):
            call.connection.shutdown(socket.SHUT_RDWR)

    def _pass_on(self, method: str, path: str, payload: bytes, prefix: str) -> tuple[int, bytes]:
        url = urlsplit(path)
        body = json.loads(payload) if payload else None
        query = parse_qsl(url.query, keep_blank_values=True)
        name, wrong = self.discovery.check_request(method, url.path, query, body, SCOPES)
        self.methods.append(prefix + name)
        self.complaints += [f"{name}: {line}" for line in wrong]
        if self.rewrite is not None and body and "message" in body:
            raw = self.rewrite(base64.urlsafe_b64decode(body["message"]["raw"]))
            body["message"]["raw"] = base64.urlsafe_b64encode(raw).decode()
            payload = json.dumps(body).encode()
        answer = requests.request(
            method,
            f"{self._base}/gw/{_SERVICE}{path}",
            data=payload or None,
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
            timeout=30,
        )
        if answer.ok and "fields" not in dict(query):
            found = answer.json() if answer.content else None
            self.complaints += self.discovery.check_response(method, url.path, found)
        return answer.status_code, answer.content

    def _batch(self, headers: Message, payload: bytes) -> tuple[int, bytes, dict[str, str]]:
        """Take a batch apart and put the answers together, as Google's own does."""
        text = f"Content-Type: {headers['Content-Type']}\n\n{payload.decode()}"
        lines = ["--batch_answer"]
        for part in Parser().parsestr(text).get_payload():
            assert isinstance(part, Message)
            inner = str(part.get_payload())
            method, path, _ = inner.splitlines()[0].split(" ")
            fault = self._fault(f"PART {method} {urlsplit(path).path}")
            if fault is not None:
                status, body = fault.status, _error(fault.status, fault.reason)
            else:
                status, body = self._pass_on(method, path, b"", "batch:")
            name = str(part["Content-ID"]).replace("<", "<response-", 1)
            lines += ["Content-Type: application/http", f"Content-ID: {name}", ""]
            lines += [f"HTTP/1.1 {status} X", "Content-Type: application/json", "", body.decode()]
            lines += ["--batch_answer"]
        content = "\r\n".join(lines) + "--"
        return 200, content.encode(), {"Content-Type": "multipart/mixed; boundary=batch_answer"}


def _reply(
    call: BaseHTTPRequestHandler, status: int, body: bytes, headers: Mapping[str, str]
) -> None:
    call.send_response(status)
    for name, value in headers.items():
        call.send_header(name, value)
    if "Content-Length" not in headers:
        call.send_header("Content-Length", str(len(body)))
    call.end_headers()
    call.wfile.write(body)
    if "Content-Length" in headers:
        call.close_connection = True


def _error(status: int, reason: str) -> bytes:
    error = {"code": status, "message": reason, "errors": [{"reason": reason}]}
    return json.dumps({"error": error}).encode()


def missing() -> str:
    """Return why myworld can't run here; empty where it can."""
    there = Path(sys.executable).with_name("myworld" + (".exe" if os.name == "nt" else "")).exists()
    return "" if there else "myworld is not installed: run `make check` once"
