"""Hands a message over by SMTP submission (RFC 6409), to everybody or to nobody.

Quirks: `smtplib.send_message` hands a message over although some recipients were refused (G41c),
so RCPT is asked for each first, and RSET sent where one is refused. smtplib signs in with ASCII
passwords alone. A message with internationalised addresses goes only where SMTPUTF8 is offered
(RFC 6531); what is not seven-bit only where 8BITMIME is. From the last dot on the outcome is
unknown until it is answered (RFC 5321 section 4.5.3.2.6): it may be ten minutes.
"""

from __future__ import annotations

import base64
import contextlib
import re
import smtplib
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mailer.errors import (
    MailerError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    RefusedError,
    SignInError,
)
from providers.imap.connection import as_mailer_error
from providers.imap.presets import Security, Server

CONNECT_SECONDS = 30.0
ANSWER_SECONDS = 300.0
"""How long the answer to the last dot is waited for."""

_OWN_NAME = "[127.0.0.1]"
"""What EHLO says: an address literal, as RFC 5321 section 4.1.4 has it for a machine without a
name; it tells nothing of the user's, and servers that refuse bare names take it."""
_LINE_END = re.compile(rb"\r\n|\r|\n")
_NOTHING_SENT = "Nothing was sent; the draft is kept."
_LOST = (smtplib.SMTPServerDisconnected, OSError, EOFError)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What somebody signs in with: a password, or an access token."""

    user: str
    secret: str
    is_token: bool = False


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message and its envelope (RFC 5321 section 2.3.1)."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes
    """Without Bcc."""

    @property
    def needs_utf8(self) -> str:
        """An address that only SMTPUTF8 carries, or `the header fields`; empty: none does."""
        for address in (self.sender, *self.recipients):
            if not address.isascii():
                return address
        header = re.split(rb"\r\n\r\n|\n\n|\r\r", self.content, maxsplit=1)[0]
        return "" if header.isascii() else "the header fields"


def open_submission(
    server: Server, credentials: Credentials, *, outcome: str = _NOTHING_SENT
) -> smtplib.SMTP:
    """Connect and sign in; hands nothing over. `outcome` is what errors say of it.

    Raises:
        SignInError: refused, or a certificate that is not trusted.
        ProviderUnavailableError: out of reach.
    """
    try:
        smtp = connect(server)
    except (*_LOST, smtplib.SMTPException) as error:
        raise _unreachable(error, outcome) from error
    try:
        _start_tls(smtp, server)
        _sign_in(smtp, credentials, outcome)
    except MailerError:
        close(smtp)
        raise
    except (*_LOST, smtplib.SMTPException) as error:
        close(smtp)
        raise _unreachable(error, outcome) from error
    return smtp


def submit(smtp: smtplib.SMTP, parcel: Parcel, *, before: Callable[[], None]) -> None:
    """Hand a message over once; `before` is called when everybody was accepted.

    Raises:
        RefusedError: somebody or something was refused; nobody got anything.
        ProviderUnavailableError: cut off before the message was handed over.
        OutcomeUnknownError: cut off after it.
    """
    try:
        _give_envelope(smtp, parcel)
    except _LOST as error:
        raise _unreachable(error, _NOTHING_SENT) from error
    before()
    try:
        code, answer = smtp.docmd("DATA")
    except _LOST as error:
        raise _unreachable(error, _NOTHING_SENT) from error
    if code != 354:
        _reset(smtp)
        raise _refused("the message", code, answer)
    try:
        if smtp.sock:
            smtp.sock.settimeout(ANSWER_SECONDS)
        smtp.send(as_data(parcel.content))
        code, answer = smtp.getreply()
    except (*_LOST, smtplib.SMTPException) as error:
        close(smtp)
        raise _unconfirmed() from error
    if not 200 <= code < 300:
        raise _refused("the message", code, answer) if code >= 400 else _unconfirmed()


def as_data(content: bytes) -> bytes:
    """Write a message as DATA carries it: CRLF, dots doubled, a dot at the end."""
    even = _LINE_END.sub(b"\r\n", content)
    stuffed = re.sub(rb"(?m)^\.", b"..", even)
    return stuffed + (b"" if stuffed.endswith(b"\r\n") else b"\r\n") + b".\r\n"


def close(smtp: smtplib.SMTP) -> None:
    """Say goodbye, if anybody is there."""
    with contextlib.suppress(*_LOST, smtplib.SMTPException):
        if smtp.sock:
            smtp.sock.settimeout(2.0)
        smtp.quit()
    with contextlib.suppress(OSError):
        smtp.close()


# --- connecting ------------------------------------------------------------------------------


def connect(server: Server) -> smtplib.SMTP:
    """Connect without signing in; raises OSError, which smtplib's errors are too."""
    if server.security is Security.IMPLICIT:
        return smtplib.SMTP_SSL(
            server.host,
            server.port,
            timeout=CONNECT_SECONDS,
            context=ssl.create_default_context(),
            local_hostname=_OWN_NAME,
        )
    return smtplib.SMTP(server.host, server.port, timeout=CONNECT_SECONDS, local_hostname=_OWN_NAME)


def _start_tls(smtp: smtplib.SMTP, server: Server) -> None:
    smtp.ehlo_or_helo_if_needed()
    if server.security is not Security.STARTTLS:
        return
    if not smtp.has_extn("starttls"):
        raise SignInError(
            f"{server.host} offers no TLS on port {server.port}; the password was not sent.",
            hint="Try --tls implicit, or ask whoever runs the server.",
        )
    smtp.starttls(context=ssl.create_default_context())
    smtp.ehlo()


def _sign_in(smtp: smtplib.SMTP, credentials: Credentials, outcome: str) -> None:
    offered = str(smtp.esmtp_features.get("auth", "")).upper().split()
    if not offered:
        return  # a relay that knows its own network
    if credentials.is_token:
        code, _ = _give_token(smtp, offered, credentials)
    elif "PLAIN" in offered or "LOGIN" not in offered:
        plain = f"\0{credentials.user}\0{credentials.secret}".encode()
        code, _ = smtp.docmd("AUTH", "PLAIN " + base64.b64encode(plain).decode())
    else:
        code, _ = smtp.docmd("AUTH", "LOGIN " + _encoded(credentials.user))
        if code == 334:
            code, _ = smtp.docmd(_encoded(credentials.secret))
    if code not in (235, 503):
        raise _sign_in_refused(code, outcome)


def _give_token(
    smtp: smtplib.SMTP, offered: Sequence[str], credentials: Credentials
) -> tuple[int, bytes]:
    mechanism = "XOAUTH2" if "XOAUTH2" in offered else "OAUTHBEARER"
    code, answer = smtp.docmd("AUTH", f"{mechanism} {_encoded(token_text(credentials, mechanism))}")
    if code == 334:  # the server's reason for a refusal, to be answered with nothing
        code, answer = smtp.docmd("")
    return code, answer


def token_text(credentials: Credentials, mechanism: str) -> str:
    """Return the one line by which an access token is shown (RFC 7628, Google's XOAUTH2)."""
    if mechanism == "OAUTHBEARER":
        user = credentials.user.replace("=", "=3D").replace(",", "=2C")
        return f"n,a={user},\x01auth=Bearer {credentials.secret}\x01\x01"
    return f"user={credentials.user}\x01auth=Bearer {credentials.secret}\x01\x01"


def _encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


# --- the envelope ----------------------------------------------------------------------------


def _give_envelope(smtp: smtplib.SMTP, parcel: Parcel) -> None:
    options = _options(smtp, parcel)
    code, answer = smtp.mail(parcel.sender, options)
    if code != 250:
        _reset(smtp)
        raise _refused(parcel.sender, code, answer)
    refused = []
    for recipient in parcel.recipients:
        code, answer = smtp.rcpt(recipient)
        if code not in (250, 251):
            refused.append((recipient, code, answer))
    if refused:
        _reset(smtp)
        names = ", ".join(recipient for recipient, _, _ in refused)
        raise _refused(names, refused[0][1], refused[0][2])


def _options(smtp: smtplib.SMTP, parcel: Parcel) -> list[str]:
    options = []
    if parcel.needs_utf8:
        if not smtp.has_extn("smtputf8"):
            raise RefusedError(
                f"This server takes no internationalised addresses, and {parcel.needs_utf8} "
                f"holds such. {_NOTHING_SENT}",
                hint="Use an address that is plain ASCII.",
            )
        smtp.command_encoding = "utf-8"
        options += ["SMTPUTF8", "BODY=8BITMIME"]
    elif not parcel.content.isascii():
        if not smtp.has_extn("8bitmime"):
            raise RefusedError(
                f"This server takes seven-bit mail alone, and the draft is none. {_NOTHING_SENT}",
                hint="Save the draft again in your mail program.",
            )
        options.append("BODY=8BITMIME")
    if smtp.has_extn("size"):
        options.append(f"SIZE={len(as_data(parcel.content))}")
    return options


def _reset(smtp: smtplib.SMTP) -> None:
    with contextlib.suppress(*_LOST, smtplib.SMTPException):
        smtp.rset()


# --- errors ----------------------------------------------------------------------------------


def _refused(what: str, code: int, answer: bytes) -> MailerError:
    enhanced = re.match(rb"[245]\.\d{1,3}\.\d{1,3}", answer or b"")
    status = f"{code} {enhanced[0].decode()}" if enhanced else str(code)
    hint = "Try again later." if 400 <= code < 500 else "Mend it in the draft, then send again."
    return RefusedError(f"The server refused {what} ({status}). {_NOTHING_SENT}", hint=hint)


def _unconfirmed() -> OutcomeUnknownError:
    return OutcomeUnknownError(
        "The server did not confirm that it took the message. It may have been sent.",
        hint="Run `bowout status`, which looks in Sent, before anything else.",
    )


def _sign_in_refused(code: int, outcome: str) -> MailerError:
    if 400 <= code < 500:
        return ProviderUnavailableError(
            f"The SMTP server is too busy to sign in ({code}). {outcome}",
            hint="Wait a little, then run it again.",
        )
    return SignInError(
        f"The SMTP server refused the user name or the password ({code}). {outcome}",
        hint="Run `bowout login imap` again; many services want an app password here.",
    )


def _unreachable(error: BaseException, outcome: str) -> MailerError:
    if not isinstance(error, smtplib.SMTPException):
        return as_mailer_error(error, outcome, service="SMTP")
    is_cut = isinstance(error, smtplib.SMTPServerDisconnected)
    what = "was closed" if is_cut else f"failed ({type(error).__name__})"
    return ProviderUnavailableError(
        f"The connection to the SMTP server {what}. {outcome}", hint="Run the command again."
    )
