"""A submission server on loopback (aiosmtpd) that keeps what it took and fails when told to."""

from __future__ import annotations

import asyncio
import smtplib
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from servers.ports import free_port


@dataclass(frozen=True)
class Taken:
    """One message that was accepted, with its envelope."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes
    options: tuple[str, ...] = ()


@dataclass
class SmtpServer:
    """Runs while the context lasts; faults are plain attributes that tests set."""

    users: dict[str, str] = field(default_factory=dict)
    """Address to password; empty: nobody has to sign in."""
    smtputf8: bool = True
    lmtp_port: int = 0
    """Where mail for `local` goes; 0: nowhere."""
    local: frozenset[str] = frozenset()

    refuse: set[str] = field(default_factory=set)
    """Recipients to answer with 550; such that start with `bounce` always are."""
    fail_next: str | None = None
    """The answer to the next DATA, such as `452 4.3.1 full`; it is not kept."""
    delay: float = 0.0
    """Seconds before the answer to DATA."""
    taken: list[Taken] = field(default_factory=list)
    port: int = field(default_factory=free_port)
    _controller: Controller | None = None

    def __enter__(self) -> SmtpServer:
        """Start it."""
        options: dict[str, Any] = {"enable_SMTPUTF8": self.smtputf8}
        if self.users:
            options.update(
                authenticator=self._check_password, auth_require_tls=False, auth_required=True
            )
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, **options)
        self._controller.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        if self._controller:
            self._controller.stop()

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take or refuse one recipient."""
        if address.startswith("bounce") or address.casefold() in self.refuse:
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take or refuse the message."""
        if self.delay:
            await asyncio.sleep(self.delay)
        if self.fail_next:
            answer, self.fail_next = self.fail_next, None
            return answer
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        self.taken.append(
            Taken(
                envelope.mail_from or "",
                tuple(envelope.rcpt_tos),
                content,
                tuple(envelope.mail_options),
            )
        )
        self._deliver(envelope.mail_from or "", envelope.rcpt_tos, content)
        return "250 OK queued"

    def _deliver(self, sender: str, recipients: Iterable[str], content: bytes) -> None:
        for recipient in recipients:
            if self.lmtp_port and recipient.casefold() in self.local:
                deliver(self.lmtp_port, sender, recipient, content)

    def _check_password(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        if not isinstance(data, LoginPassword):
            return AuthResult(success=False)
        expected = self.users.get(data.login.decode("utf-8", "replace").casefold())
        return AuthResult(success=expected is not None and expected.encode() == data.password)


def deliver(port: int, sender: str, recipient: str, content: bytes) -> None:
    """Hand one message to one user by LMTP.

    One recipient at a time: smtplib does not read LMTP's answers per recipient.
    """
    with smtplib.LMTP("127.0.0.1", port) as lmtp:
        lmtp.sendmail(sender, [recipient], content)
