"""One IMAP connection: opened when first needed, opened again once where a read was cut off.

Quirks: servers end sessions with BYE at any time, Dovecot after 30 minutes, Gmail after 10 or with
its password changed; a server that is only busy says `NO [UNAVAILABLE]` or `[INUSE]` to a right
password (RFC 5530). imaplib raises `abort` for a lost connection, plain OSErrors too, and
`readonly`, a kind of `abort`, for a mailbox that can't be written.
"""

from __future__ import annotations

import contextlib
import imaplib
import re
import socket
import ssl
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from mailer.errors import (
    MailerError,
    ProviderUnavailableError,
    RefusedError,
    SignInError,
)
from providers.imap.presets import Security, Server

if TYPE_CHECKING:
    from imapclient import IMAPClient

T = TypeVar("T")

CONNECT_SECONDS = 15.0
READ_SECONDS = 90.0
"""A search through the bodies of a large mailbox takes its time."""

LOST = (imaplib.IMAP4.abort, OSError, EOFError)
"""What the library raises when the connection is gone; `readonly` has to be caught before."""

WRONG_TLS = (
    "Check port and way: `--tls implicit` is for 993 and 465, `--tls starttls` for 143 and 587."
)
_RESPONSE_CODE = re.compile(r"\[([A-Z-]+)")
_BUSY = frozenset({"UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG"})


class Connection:
    """The IMAP connection of one account; every method raises errors of `mailer.errors` alone."""

    def __init__(
        self,
        server: Server,
        authenticate: Callable[[IMAPClient], None],
        count: Callable[[], None],
    ) -> None:
        """Do nothing yet; `authenticate` signs a fresh connection in, `count` counts commands."""
        self.server = server
        self._authenticate = authenticate
        self._count = count
        self._client: IMAPClient | None = None
        self._selected: tuple[str, bool] | None = None
        self.selection: dict[bytes, Any] = {}
        """The answer to the last SELECT or EXAMINE."""

    # --- acts ---

    def read(
        self, act: Callable[[IMAPClient], T], *, mailbox: str = "", is_fresh: bool = False
    ) -> T:
        """Run an act that changes nothing, in a mailbox opened read-only; once more if cut off.

        `is_fresh` looks for new messages first, where the mailbox is open already.
        """
        with translated("Nothing was stored or sent."):
            try:
                return self._run(act, mailbox, is_readonly=True, is_fresh=is_fresh)
            except imaplib.IMAP4.readonly:
                raise
            except LOST:
                self.drop()
                return self._run(act, mailbox, is_readonly=True, is_fresh=is_fresh)

    def write(self, act: Callable[[IMAPClient], T], *, mailbox: str = "") -> T:
        """Run an act that may change something, once; library errors come through as they are.

        Opening the connection and the mailbox is tried twice, for that changes nothing.
        """
        with translated("Nothing was stored or sent."):
            client = self._ready(mailbox)
        self._count()
        try:
            return act(client)
        except imaplib.IMAP4.readonly:
            raise
        except LOST:
            self.drop()
            raise

    def _ready(self, mailbox: str) -> IMAPClient:
        try:
            client = self._open()
            if mailbox:
                self._select(client, mailbox, is_readonly=False, is_fresh=True)
            else:
                client.noop()
        except imaplib.IMAP4.readonly:
            raise
        except LOST:
            self.drop()
            client = self._open()
            if mailbox:
                self._select(client, mailbox, is_readonly=False, is_fresh=True)
        return client

    def _run(
        self, act: Callable[[IMAPClient], T], mailbox: str, *, is_readonly: bool, is_fresh: bool
    ) -> T:
        client = self._open()
        if mailbox:
            self._select(client, mailbox, is_readonly=is_readonly, is_fresh=is_fresh)
        self._count()
        return act(client)

    # --- state ---

    def _open(self) -> IMAPClient:
        if self._client is None:
            client = open_client(self.server)
            try:
                self._authenticate(client)
            except BaseException:
                with contextlib.suppress(Exception):  # it is given up anyway
                    client.shutdown()
                raise
            self._client, self._selected = client, None
        return self._client

    def _select(
        self, client: IMAPClient, mailbox: str, *, is_readonly: bool, is_fresh: bool
    ) -> None:
        wanted = (mailbox, is_readonly)
        if self._selected == wanted and not is_fresh:
            return
        self._selected = None
        self._count()
        self.selection = dict(client.select_folder(mailbox, readonly=is_readonly))
        self._selected = wanted

    def drop(self) -> None:
        """Let go of a connection that is of no use any more, without a word to the server."""
        client, self._client, self._selected = self._client, None, None
        if client is not None:
            with contextlib.suppress(Exception):  # it is broken; there is nothing to tell
                client.shutdown()

    def close(self) -> None:
        """Say goodbye, if anybody is there."""
        client, self._client, self._selected = self._client, None, None
        if client is not None:
            with contextlib.suppress(Exception):  # nothing depends on the goodbye
                client.socket().settimeout(2.0)
                client.logout()
            with contextlib.suppress(Exception):
                client.shutdown()


def open_client(server: Server) -> IMAPClient:
    """Connect, with TLS as it is meant to be; raises OSError and the library's own errors."""
    from imapclient import IMAPClient, SocketTimeout

    is_implicit = server.security is Security.IMPLICIT
    client = IMAPClient(
        server.host,
        port=server.port,
        ssl=is_implicit,
        ssl_context=ssl.create_default_context() if is_implicit else None,
        timeout=SocketTimeout(CONNECT_SECONDS, READ_SECONDS),  # type: ignore[arg-type]
    )
    client.normalise_times = False
    # The library sends the end of a SEARCH apart, which Nagle's rule holds back 40 ms each time.
    client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if server.security is Security.STARTTLS:
        _start_tls(client, server)
    return client


def _start_tls(client: IMAPClient, server: Server) -> None:
    if not client.has_capability("STARTTLS"):
        client.shutdown()
        raise SignInError(
            f"{server.host} offers no TLS on port {server.port}; the password was not sent.",
            hint="Try --tls implicit, or ask whoever runs the server.",
        )
    try:
        client.starttls(ssl.create_default_context())
    except BaseException:
        with contextlib.suppress(Exception):  # it is given up anyway
            client.shutdown()
        raise


# --- errors ----------------------------------------------------------------------------------


@contextlib.contextmanager
def translated(outcome: str) -> Any:  # noqa: ANN401 - a generator that contextlib wraps
    """Turn what the library raises into our errors; `outcome` says what was stored or sent."""
    try:
        yield
    except MailerError:
        raise
    except (imaplib.IMAP4.error, OSError, EOFError, ValueError) as error:
        raise as_mailer_error(error, outcome) from error


def as_mailer_error(error: BaseException, outcome: str, *, service: str = "IMAP") -> MailerError:
    """Return our error for one of the library's."""
    hint = "Run the command again."
    if isinstance(error, ssl.SSLCertVerificationError):
        return SignInError(
            f"The {service} server's certificate is not trusted ({error.verify_message}). "
            f"The password was not sent. {outcome}",
            hint="Check the host's name; a private certificate goes into the system's store or "
            "SSL_CERT_FILE.",
        )
    if isinstance(error, ssl.SSLError):
        return ProviderUnavailableError(
            f"No TLS came about with the {service} server ({reason(error)}). {outcome}",
            hint=WRONG_TLS,
        )
    if isinstance(error, TimeoutError):
        return ProviderUnavailableError(
            f"The {service} server did not answer in time. {outcome}", hint=hint
        )
    if isinstance(error, imaplib.IMAP4.readonly):
        return RefusedError(f"The server lets that mailbox be read only. {outcome}")
    if isinstance(error, LOST):
        return ProviderUnavailableError(
            f"The connection to the {service} server failed ({reason(error)}). {outcome}", hint=hint
        )
    if isinstance(error, imaplib.IMAP4.error):
        return _refused(error, outcome)
    return ProviderUnavailableError(
        f"The {service} server answered in a way that can't be read. {outcome}", hint=hint
    )


def _refused(error: imaplib.IMAP4.error, outcome: str) -> MailerError:
    code = response_code(error)
    if code == "OVERQUOTA":
        return RefusedError(
            f"The mailbox is full. {outcome}", hint="Delete something there, then run it again."
        )
    if code == "NOPERM":
        return RefusedError(f"The server does not permit that in this mailbox. {outcome}")
    if code in _BUSY:
        return ProviderUnavailableError(
            f"The IMAP server is busy. {outcome}", hint="Wait a little, then run it again."
        )
    return RefusedError(f"The IMAP server refused ({reason(error)}). {outcome}")


def sign_in_error(error: imaplib.IMAP4.error) -> MailerError:
    """Return our error for a refused sign-in: wrong password, or a server that is only busy."""
    if response_code(error) in _BUSY:
        return ProviderUnavailableError(
            "The IMAP server is too busy to sign in. Nothing was stored or sent.",
            hint="Wait a little, then run it again.",
        )
    return SignInError(
        "The IMAP server refused the user name or the password. Nothing was stored or sent.",
        hint="Run `bowout login imap` again; many services want an app password here.",
    )


def response_code(error: BaseException) -> str:
    """Return the response code of RFC 5530 that stands in an error, or an empty text."""
    found = _RESPONSE_CODE.search(str(error)) if isinstance(error, imaplib.IMAP4.error) else None
    return found[1] if found else ""


def reason(error: BaseException) -> str:
    """Return what may be shown of a library's error: its code or kind, never what was said."""
    if isinstance(error, ssl.SSLError):
        return error.reason or "the connection was closed"
    if isinstance(error, TimeoutError):
        return "no answer"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    code = response_code(error)
    if code:
        return code
    if isinstance(error, imaplib.IMAP4.error):
        text = str(error)
        if "BAD" in text.split("[")[0]:
            return "BAD"
        return "BYE" if "BYE" in text or "EOF" in text else "NO"
    return type(error).__name__
