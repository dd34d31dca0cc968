"""Ports for servers that must be told theirs before they start.

A port that the system gave away for `bind(0)` is one of those that it gives to outgoing
connections as well, so another test may hold it before the server does. These lie below every
system's ephemeral range, and each worker of a parallel run has a range of its own.
"""

from __future__ import annotations

import itertools
import os
import random
import socket

_FIRST, _LAST = 10_000, 15_999
_WORKERS = 8


def _own_range() -> range:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "").removeprefix("gw")
    if not worker.isdecimal():
        return range(_FIRST, _LAST + 1)
    size = (_LAST + 1 - _FIRST) // _WORKERS
    first = _FIRST + int(worker) % _WORKERS * size
    return range(first, first + size)


_RANGE = _own_range()
_TURN = itertools.count(random.randrange(len(_RANGE)))


def free_port() -> int:
    """Return a port on loopback that nobody listens on, and not the same one again soon."""
    for _ in _RANGE:
        port = _RANGE[next(_TURN) % len(_RANGE)]
        if _is_free(port):
            return port
    raise OSError(f"no free port from {_RANGE.start} to {_RANGE.stop - 1}")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
