"""Faults on demand: before the deed, after it, or in the middle of the wire."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field

from .routes import Answer, Call


@dataclass
class Fault:
    """What happens to the next requests whose `METHOD /path?query` matches."""

    pattern: str
    status: int = 0
    """0: the connection is cut instead."""
    code: str = "UnknownError"
    message: str = "Armed by the test."
    headers: dict[str, str] = field(default_factory=dict)
    is_after: bool = False
    """The deed is done and only its answer is lost."""
    times: int = 1
    delay: float = 0.0
    """Seconds to wait before the answer."""
    hits: int = 0

    def answer(self, call: Call) -> Answer:
        """Return the faulty answer."""
        if not self.status:
            return Answer(0, is_cut=True, delay=self.delay)
        answer = Answer.error(self.status, self.code, self.message)
        answer.headers.update(self.headers)
        answer.delay = self.delay
        return answer


@dataclass
class Faults:
    """The armed faults."""

    armed: list[Fault] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def arm(self, pattern: str, **how: object) -> Fault:
        """Arm a fault and return it; `hits` counts how often it struck."""
        fault = Fault(pattern, **how)  # type: ignore[arg-type]
        self.armed.append(fault)
        return fault

    def take(self, call: Call) -> Fault | None:
        """Return the fault that strikes this request, if any."""
        line = f"{call.method} {call.path}"
        with self._lock:
            for fault in self.armed:
                if fault.hits < fault.times and re.search(fault.pattern, line):
                    fault.hits += 1
                    return fault
        return None


def throttled(retry_after: int = 1) -> dict[str, object]:
    """Return how Exchange throttles one mailbox (G63), for `arm`."""
    return {
        "status": 429,
        "code": "ApplicationThrottled",
        "message": "Application is over its MailboxConcurrency limit.",
        "headers": {"Retry-After": str(retry_after)},
    }
