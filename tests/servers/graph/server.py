"""A small, stateful, strict Microsoft Graph mail server with its own sign-in, on loopback.

    with GraphServer("alex@outlook.example") as server:
        server.box.deliver(raw_message)
        requests.get(f"{server.endpoint}/me/messages", headers=server.bearer("Mail.ReadWrite"))

Every request and every answer is checked against Microsoft's OpenAPI description; what is wrong
is answered with 400 and kept in `server.complaints`. The README lists the rules.
"""

from __future__ import annotations

import base64
import contextlib
import json
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from .control import Control
from .entra import Entra, OAuthError, PageError
from .faults import Fault, Faults
from .openapi import check_request, check_response
from .routes import Answer, Call, dispatch
from .store import Mailbox

MAILBOX_CONCURRENCY = 4


@dataclass(frozen=True)
class Logged:
    """One request as it came over the wire."""

    method: str
    path: str
    """Behind `/v1.0`, without the query, still encoded."""
    query: dict[str, str]
    prefer: str
    body: Any
    status: int = 0
    scopes: frozenset[str] = frozenset()
    """What the token of the request allows."""


@dataclass
class GraphServer:
    """The server of one mailbox; `with` starts and stops it."""

    address: str = "alex.candidate@outlook.example"
    name: str = "Alex Candidate"
    is_personal: bool = False
    """Personal accounts refuse `conversationId eq` (G54)."""
    settle_after: int = 0
    """How many reads answer 404 right after a message was made (G62)."""
    port: int = 0
    """0: any free one."""
    faults: Faults = field(default_factory=Faults)
    log: list[Logged] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    passwords: list[str] = field(default_factory=list)
    """Paths of requests that carried a password (Basic), which no client should ever send."""

    def __enter__(self) -> GraphServer:
        self.box = Mailbox(self.address, self.name)
        self.lock = threading.RLock()
        self._turns = threading.BoundedSemaphore(MAILBOX_CONCURRENCY)
        self.unsettled: dict[str, int] = {}
        self._http = ThreadingHTTPServer(("127.0.0.1", self.port), self._handler())
        self._http.daemon_threads = True
        self.base = f"http://127.0.0.1:{self._http.server_address[1]}"
        self.endpoint = f"{self.base}/v1.0"
        self.entra = Entra(self.base, self.address, self.name)
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def bearer(self, *scopes: str) -> dict[str, str]:
        """Return the header of a token with these scopes."""
        return {"Authorization": f"Bearer {self.entra.token(*scopes)}"}

    def arm(self, path: str, **how: Any) -> Fault:
        """Arm a fault for requests whose `METHOD /path` matches; see `faults.Fault`."""
        return self.faults.arm(path, **how)

    def requests(self, pattern: str = "") -> list[Logged]:
        """Return the logged Graph requests whose `METHOD /path` matches."""
        return [one for one in self.log if re.search(pattern, f"{one.method} {one.path}")]

    # --- answering ---

    @contextlib.contextmanager
    def turn(self) -> Iterator[bool]:
        """Take one of the mailbox's four turns (G63); False: all are taken."""
        is_free = self._turns.acquire(blocking=False)
        try:
            yield is_free
        finally:
            if is_free:
                self._turns.release()

    def answer(self, call: Call) -> Answer:
        """Answer one Graph request, alone or out of a batch."""
        fault = self.faults.take(call)
        if fault and not fault.is_after:
            return fault.answer(call)
        with self.lock:
            answer = self._checked(call)
        return fault.answer(call) if fault else answer

    def _checked(self, call: Call) -> Answer:
        wrong = check_request(
            call.method, call.path, call.query, call.body, content_type=call.content_type
        )
        if wrong:
            self.complaints += [f"{call.method} {call.path}: {fault}" for fault in wrong]
            return Answer.error(400, "BadRequest", "; ".join(wrong))
        answer = dispatch(self, call)
        if isinstance(answer.body, dict):
            self.complaints += check_response(call.method, call.path, answer.status, answer.body)
        return answer

    def batch(self, call: Call) -> Answer:
        """Answer a JSON batch: at most 20, each alone (learn.microsoft.com/graph/json-batching)."""
        entries = call.body.get("requests", []) if isinstance(call.body, dict) else []
        if not 0 < len(entries) <= 20:
            return Answer.error(400, "BadRequest", "Number of requests must be between 1 and 20.")
        responses, statuses = [], {}
        for entry in entries:
            if any(statuses.get(i, 500) >= 400 for i in entry.get("dependsOn", [])):
                one = Answer.error(424, "FailedDependency", "A request it depends on failed.")
            else:
                one = self.answer(call.inner(entry))
            statuses[entry["id"]] = one.status
            responses.append(one.in_batch(entry["id"]))
        return Answer(200, {"responses": responses[::-1]})  # in no particular order

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            timeout = 30

            def log_message(self, *_: object) -> None:
                """Stay quiet."""

            def _serve(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                payload = self.rfile.read(length)
                if len(payload) < length:  # who asked died over it: no server takes a half
                    return
                path = urlsplit(self.path).path
                if self.headers.get("Authorization", "").startswith("Basic"):
                    server.passwords.append(path)
                if path.startswith("/v1.0/"):
                    self._graph(payload)
                elif path.startswith("/control/"):
                    status, body = Control(server).answer(self.command, self.path, payload)
                    self._reply(status, json.dumps(body).encode(), {})
                else:
                    self._sign_in(path, payload)

            do_GET = do_POST = do_PATCH = do_DELETE = do_PUT = _serve  # noqa: N815

            def _graph(self, payload: bytes) -> None:
                call = Call.read(self.command, self.path, dict(self.headers), payload)
                with server.turn() as is_free:
                    if not is_free:
                        answer = Answer.error(429, "ApplicationThrottled", "Application is over "
                                              "its MailboxConcurrency limit.")  # fmt: skip
                        answer.headers["Retry-After"] = "1"
                    elif call.path == "/$batch":
                        answer = server.batch(call)
                    else:
                        answer = server.answer(call)
                server.log.append(
                    Logged(
                        call.method, call.path, call.query, call.prefer, call.body, answer.status,
                        server.entra.scopes_of(call.token) or frozenset(),
                    )
                )  # fmt: skip
                if answer.delay:
                    time.sleep(answer.delay)
                if answer.is_cut:
                    self.close_connection = True
                    self.connection.close()
                    return
                self._reply(answer.status, answer.payload(), answer.headers)

            def _sign_in(self, path: str, payload: bytes) -> None:
                query = dict(parse_qsl(urlsplit(self.path).query))
                form = dict(parse_qsl(payload.decode("utf-8", "replace")))
                try:
                    status, body = server.sign_in(path, query, form)
                except OAuthError as error:
                    status, body = 400, error.body
                except PageError as error:
                    self._reply(400, f"<p>{escape(str(error))}</p>".encode(),
                                {"Content-Type": "text/html"})  # fmt: skip
                    return
                if status == 302:
                    self._reply(302, b"", {"Location": str(body)})
                else:
                    self._reply(status, json.dumps(body).encode(), {})

            def _reply(self, status: int, payload: bytes, headers: dict[str, str]) -> None:
                self.send_response(status)
                if payload:
                    self.send_header(
                        "Content-Type", headers.pop("Content-Type", "application/json")
                    )
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(payload)))
                self.end_headers()
                self.wfile.write(payload)

        return Handler

    def sign_in(self, path: str, query: dict[str, str], form: dict[str, str]) -> tuple[int, Any]:
        """Answer an Entra endpoint."""
        tenant, _, rest = path.lstrip("/").partition("/")
        if path == "/devicelogin":
            self.entra.approve()
            return 200, "Approved. You can close this page."
        if rest == "v2.0/.well-known/openid-configuration":
            return 200, self.entra.discovery(tenant)
        if rest == "oauth2/v2.0/authorize":
            return 302, self.entra.authorize(tenant, query)
        if rest == "oauth2/v2.0/devicecode":
            return 200, self.entra.device(tenant, form)
        if rest == "oauth2/v2.0/token":
            return 200, self.entra.exchange(form)
        return 404, {"error": "not_found"}

    def claims_header(self, claims: str) -> dict[str, str]:
        """Return the header of a claims challenge (learn.microsoft.com, claims-challenge)."""
        coded = base64.b64encode(claims.encode()).decode()
        return {"WWW-Authenticate": 'Bearer realm="", authorization_uri="x", '
                f'error="insufficient_claims", claims="{coded}"'}  # fmt: skip
