"""Google's sign-in as the npm package @inbox-zero/emulate plays it, and somebody in a browser.

The emulator knows codes with PKCE, refresh, revocation and several users. It has no page with
boxes to tick and no button to cancel: the browser here does what those would do. It takes any
access token and has no `getProfile`: a gateway in front of its Gmail mends both.
"""

from __future__ import annotations

import json
import socket
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import requests
from servers.graph.emulator import missing as missing
from servers.graph.rig import _Forms

ALEX, OTHER = "alex.candidate@gmail.example", "other.person@gmail.example"
_HERE = Path(__file__).parent
_PROGRAM = _HERE / "node_modules/@inbox-zero/emulate/dist/index.js"


class GoogleEmulator:
    """The running emulator; `root` is what the provider's `--endpoint` takes, and checks tokens."""

    def __enter__(self) -> GoogleEmulator:
        """Start it."""
        self._folder = tempfile.TemporaryDirectory()
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = int(server.getsockname()[1])
        self.direct = f"http://localhost:{port}/"
        self._gateway = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.root = f"http://127.0.0.1:{self._gateway.server_port}/"
        people = [{"email": ALEX, "name": "Alex Candidate"}, {"email": OTHER, "name": "Other"}]
        seed = Path(self._folder.name, "seed.yaml")
        document = {"tokens": {}, "google": {"port": port, "users": people}}
        seed.write_text(json.dumps(document), encoding="utf-8")  # JSON is YAML
        command = ["node", "--require", str(_HERE / "graph/loopback.cjs"), str(_PROGRAM)]
        command += ["start", "--seed", str(seed), "--service", "google"]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(command, cwd=self._folder.name, stdout=quiet, stderr=quiet)
        self._wait(port)
        threading.Thread(target=self._gateway.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        self._gateway.shutdown()
        self._gateway.server_close()
        self._process.terminate()
        self._process.wait(10)
        self._folder.cleanup()

    def client_file(self, folder: Path, **changes: Any) -> Path:
        """Write the file that Google's console gives for a client of type `Desktop app`."""
        installed = {
            "client_id": "123-abc.apps.googleusercontent.com",
            "project_id": "bowout",
            "auth_uri": f"{self.direct}o/oauth2/v2/auth",
            "token_uri": f"{self.direct}oauth2/token",
            "client_secret": "GOCSPX-not-really",
            "redirect_uris": ["http://localhost"],
        }
        path = folder / "google.json"
        path.write_text(json.dumps({"installed": {**installed, **changes}}), encoding="utf-8")
        return path

    def owner(self, token: str) -> str:
        """Return whose an access token is; empty where it is no good."""
        answer = requests.get(
            f"{self.direct}oauth2/v1/tokeninfo", params={"access_token": token}, timeout=10
        )
        return str(answer.json().get("email", ""))

    def revoke(self, token: str) -> None:
        """Take a token back, as the user does in their Google account."""
        requests.post(f"{self.direct}oauth2/revoke", data={"token": token}, timeout=10)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        emulator = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                """Stay quiet."""

            def do_GET(self) -> None:
                """Answer for whoever the token belongs to."""
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length)
                bearer = self.headers.get("Authorization", "")
                if self.path == "/oauth2/token":
                    self._renew(body)
                elif not (owner := emulator.owner(bearer.removeprefix("Bearer "))):
                    self._answer(401, b'{"error": {"code": 401}}')
                elif urlsplit(self.path).path.endswith("/profile"):
                    profile = {"emailAddress": owner, "historyId": "1", "messagesTotal": 0}
                    self._answer(200, json.dumps(profile).encode())
                else:
                    answer = self._pass_on(body, Authorization=bearer)
                    self._answer(answer.status_code, answer.content)

            do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815

            def _renew(self, body: bytes) -> None:
                """Pass a request for a token on, as for an app in `Testing`."""
                answer = self._pass_on(body)
                lasting = {"refresh_token_expires_in": 604799}
                self._answer(answer.status_code, json.dumps({**answer.json(), **lasting}).encode())

            def _pass_on(self, body: bytes, **headers: str) -> requests.Response:
                kind = self.headers.get("Content-Type", "application/json")
                return requests.request(
                    self.command,
                    emulator.direct + self.path.lstrip("/"),
                    data=body or None,
                    headers={"Content-Type": kind, **headers},
                    timeout=20,
                )

            def _answer(self, status: int, content: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

        return Handler

    def _wait(self, port: int) -> None:
        until = time.monotonic() + 30
        while time.monotonic() < until:
            if self._process.poll() is not None:
                raise RuntimeError("the emulator ended at once")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.05)
        raise RuntimeError("the emulator does not answer")


@dataclass
class InBrowser:
    """Somebody at the terminal whose browser goes through Google's pages."""

    email: str = ALEX
    left_out: str = ""
    """A scope whose box stays empty."""
    cancels: bool = False
    wrong_state: bool = False
    """The answer is not to our question."""
    opened: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    has_browser: bool = True
    """False: the address is printed, and the user opens it."""

    def ask(self, question: str, *, secret: bool = False) -> str:
        """Answer nothing: signing in at Google asks nothing here."""
        raise AssertionError(question)

    def say(self, text: str) -> None:
        """Take note."""
        self.said.append(text)

    def open_browser(self, url: str) -> bool:
        """Go through the pages in the background, as a real browser does."""
        self.opened.append(url)
        threading.Thread(target=self._browse, args=(url,), daemon=True).start()
        return self.has_browser

    @property
    def asked(self) -> dict[str, str]:
        """What the last address asked Google for."""
        return dict(parse_qsl(urlsplit(self.opened[-1]).query))

    def _browse(self, url: str) -> None:
        asked = dict(parse_qsl(urlsplit(url).query))
        if self.wrong_state:
            query = urlencode({"code": "stolen", "state": "somebody-else"})
            requests.get(f"{asked['redirect_uri']}?{query}", timeout=20)
        if self.cancels:
            query = urlencode({"error": "access_denied", "state": asked["state"]})
            requests.get(f"{asked['redirect_uri']}?{query}", timeout=20)
            return
        page = requests.get(url, timeout=20)
        for form in _Forms(page.text).forms:
            if form["fields"].get("email") == self.email:
                scopes = form["fields"]["scope"].split()
                ticked = [s for s in scopes if not self.left_out or not s.endswith(self.left_out)]
                data = {**form["fields"], "scope": " ".join(ticked)}
                requests.post(urljoin(url, form["action"]), data=data, timeout=20)
                return
