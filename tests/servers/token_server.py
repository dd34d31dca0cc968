"""A small authorization server: tells whom an access token is for, and refreshes one."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qs, urlsplit


@dataclass
class TokenServer:
    """`GET /tokeninfo?access_token=…` and `POST /token` with a refresh token (RFC 6749 §6)."""

    tokens: dict[str, str] = field(default_factory=dict)
    """Access token to address."""
    refresh_tokens: dict[str, str] = field(default_factory=dict)
    refreshed: int = 0
    _server: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        """The root of the server."""
        assert self._server
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> TokenServer:
        """Start it."""
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                query = parse_qs(urlsplit(self.path).query)
                address = owner.tokens.get(query.get("access_token", [""])[0])
                self._answer(200 if address else 401, {"email": address} if address else {})

            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                form = parse_qs(self.rfile.read(length).decode())
                address = owner.refresh_tokens.get(form.get("refresh_token", [""])[0])
                if address is None:
                    self._answer(400, {"error": "invalid_grant"})
                    return
                self._answer(200, {"access_token": owner.issue(address), "expires_in": 3600})

            def _answer(self, status: int, body: dict[str, object]) -> None:
                content = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *args: object) -> None:
                """Keep quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()

    def issue(self, address: str) -> str:
        """Make a new access token for an address."""
        self.refreshed += 1
        token = f"token-{self.refreshed}"
        self.tokens[token] = address
        return token
