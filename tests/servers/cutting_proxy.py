"""A TCP proxy on loopback that cuts, delays, answers and rewrites, to drive faults.

It counts what the client sends (one write, mostly one command, each). `cut_at` with the number of
one of them cuts there: before it is passed on, or after the server did it, so that the answer is
lost.
"""

from __future__ import annotations

import contextlib
import re
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType


@dataclass
class CuttingProxy:
    """Runs while the context lasts; passes everything on until told otherwise."""

    target: int
    """The port on loopback to pass on to."""
    cut_at: int = 0
    """The number of the client's write at which to cut, counted from 1; 0: never."""
    cut_on: bytes = b""
    """A pattern (bytes, any case) in what the client sends at which to cut, once."""
    cut_after: bytes = b""
    """A pattern in what the client sends: it is passed on, and its next write cut, once."""
    loses_answer: bool = False
    """Cut after the server did it; else before it is passed on."""
    is_gone: bool = False
    """Take no new connections: they are closed at once."""
    stays_gone: bool = False
    """After a cut, be gone."""
    answers: dict[bytes, bytes] = field(default_factory=dict)
    """Patterns in what the client sends, and what to answer instead of passing it on; `TAG`
    stands for the command's tag. Each works once."""
    rewrites: list[tuple[bytes, bytes]] = field(default_factory=list)
    """Patterns in what the server sends, and what to put in their place."""
    delay: float = 0.0
    """Seconds before each answer."""
    writes: list[bytes] = field(default_factory=list)
    """All that clients sent."""
    cuts: int = 0
    at_cut: Callable[[], None] = lambda: None
    """What else happens at a cut: the client is killed, say."""

    def __post_init__(self) -> None:
        """Listen."""
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self._is_over = False

    def __enter__(self) -> CuttingProxy:
        """Start it."""
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop taking connections."""
        self._is_over = True
        self._server.close()

    def _accept(self) -> None:
        while not self._is_over:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            if self.is_gone:
                client.close()
                continue
            try:
                server = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                client.close()
                continue
            for side in (client, server):
                side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            state = _Pair(self, client, server)
            threading.Thread(target=state.pass_up, daemon=True).start()
            threading.Thread(target=state.pass_down, daemon=True).start()


@dataclass
class _Pair:
    owner: CuttingProxy
    client: socket.socket
    server: socket.socket
    is_muted: bool = False

    def pass_up(self) -> None:
        """Pass on what the client sends."""
        try:
            while chunk := self.client.recv(65536):
                self.owner.writes.append(chunk)
                if self._answer(chunk):
                    continue
                if not self._is_due(chunk):
                    self.server.sendall(chunk)
                    continue
                if self.owner.loses_answer:
                    self.is_muted = True
                    self.server.sendall(chunk)
                    time.sleep(0.15)
                self.owner.at_cut()
                break
        except OSError:
            pass
        self._close()

    def pass_down(self) -> None:
        """Pass on what the server sends."""
        try:
            while chunk := self.server.recv(65536):
                if self.owner.delay:
                    time.sleep(self.owner.delay)
                for pattern, replacement in self.owner.rewrites:
                    chunk = re.sub(pattern, replacement, chunk)
                if not self.is_muted:
                    self.client.sendall(chunk)
        except OSError:
            pass
        self._close()

    def _answer(self, chunk: bytes) -> bool:
        for pattern in list(self.owner.answers):
            if re.search(pattern, chunk, re.IGNORECASE):
                tag = chunk.split(b" ", 1)[0]
                self.client.sendall(self.owner.answers.pop(pattern).replace(b"TAG", tag))
                return True
        return False

    def _is_due(self, chunk: bytes) -> bool:
        owner = self.owner
        by_number = owner.cut_at and len(owner.writes) == owner.cut_at
        by_pattern = owner.cut_on and re.search(owner.cut_on, chunk, re.IGNORECASE)
        if owner.cut_after and re.search(owner.cut_after, chunk, re.IGNORECASE):
            owner.cut_after, owner.cut_at = b"", len(owner.writes) + 1
        if not by_number and not by_pattern:
            return False
        owner.cut_on, owner.cut_at = b"", 0
        owner.cuts += 1
        owner.is_gone = owner.is_gone or owner.stays_gone
        return True

    def _close(self) -> None:
        for each in (self.client, self.server):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
