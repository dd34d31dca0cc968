"""Waits on this machine for the browser to come back from the sign-in page (RFC 8252 §7.3)."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from urllib.parse import parse_qsl, urlsplit

_DONE = "You are signed in. You can close this page and go back to bowout."
_FAILED = "The sign-in did not work. You can close this page; bowout says why."
_LONGEST_ANSWER = 65_536
_STEP = 0.5
"""Seconds."""


class _Server(ThreadingHTTPServer):
    """A server that keeps the one answer that carries the right state.

    In threads, because browsers also open connections over which they say nothing.
    """

    allow_reuse_address = False  # on Windows it would let another program take the port as well
    answer: Mapping[str, str] | None = None
    state: str = ""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.has_answered = threading.Event()

    def server_bind(self) -> None:
        """Take the port; the class above would look up a name, for seconds without a network."""
        TCPServer.server_bind(self)

    def handle_error(self, *_: object) -> None:
        """Stay quiet on a visitor that breaks off or talks nonsense; the answer still may come."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 10

    def do_GET(self) -> None:
        """Take the answer from the address (response mode query)."""
        self._take(urlsplit(self.path).query)

    def do_POST(self) -> None:
        """Take the answer from a form (response mode form_post)."""
        length = min(int(self.headers.get("Content-Length") or 0), _LONGEST_ANSWER)
        self._take(self.rfile.read(length).decode("utf-8", "replace"))

    def log_message(self, *_: object) -> None:
        """Stay quiet: the address holds the code."""

    def _take(self, form: str) -> None:
        answer = dict(parse_qsl(form, keep_blank_values=True))
        is_ours = bool(self.server.state) and answer.get("state") == self.server.state
        if is_ours:
            self.server.answer = answer
        text = (_DONE if "code" in answer else _FAILED) if is_ours else "Not found."
        page = f"<!doctype html><meta charset=utf-8><title>bowout</title><p>{text}</p>".encode()
        self.send_response(200 if is_ours else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(page)
        if is_ours:
            self.server.has_answered.set()


class Loopback:
    """A free port on loopback, open as long as the `with` block lasts.

    It answers in a thread of its own: a text browser keeps the terminal until it is done.
    """

    def __enter__(self) -> Loopback:
        self._server = _Server()
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        """The redirect address; neither Entra nor Google minds which port it has."""
        return f"http://localhost:{self._server.server_address[1]}"

    def expect(self, state: str) -> None:
        """Take only the answer that carries this state."""
        self._server.state = state

    def wait(self, seconds: float) -> Mapping[str, str] | None:
        """Return what the browser brought; None where nothing came in that time."""
        until = time.monotonic() + seconds
        while not self._server.has_answered.wait(_STEP) and time.monotonic() < until:
            pass  # in steps: Windows lets Ctrl-C through only between two waits
        return self._server.answer
