"""What `doctor` tells of an IMAP account: secret, IMAP, mailboxes, search, SMTP, each apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mailer.errors import MailerError
from mailer.model import SpecialUse
from mailer.provider import Check
from providers._secrets import Secrets
from providers.imap import submission, wire
from providers.imap.connection import Connection
from providers.imap.mailboxes import Layout
from providers.imap.signing_in import Servers
from providers.imap.submission import Credentials


def check(
    secrets: Secrets,
    fetch_credentials: Callable[[], Credentials],
    find_servers: Callable[[], Servers],
    open_imap: Callable[[], tuple[Connection, Layout]],
) -> Sequence[Check]:
    """Try everything; a failure is a line, and what does not hang on it is tried all the same."""
    lines = [secrets.probe()]
    credentials: list[Credentials] = []
    servers: list[Servers] = []

    def get_ready() -> str:
        servers.append(find_servers())
        credentials.append(fetch_credentials())
        return "kept"

    lines.append(_attempt("password or token", get_ready))
    if not credentials:
        return lines
    imap: list[tuple[Connection, Layout]] = []

    def sign_in() -> str:
        imap.append(open_imap())
        return f"signed in at {servers[0].imap.place}"

    lines.append(_attempt("IMAP", sign_in))
    if imap:
        connection, layout = imap[0]
        lines.append(_mailbox(layout, SpecialUse.DRAFTS, "drafts"))
        lines.append(_mailbox(layout, SpecialUse.SENT, "sent messages"))
        lines.append(_attempt("search", lambda: _try_search(connection, layout)))
    lines.append(_attempt("SMTP", lambda: _try_smtp(servers[0], credentials[0])))
    return lines


def _attempt(what: str, act: Callable[[], str]) -> Check:
    try:
        return Check(what, is_ok=True, detail=act())
    except MailerError as error:
        return Check(what, is_ok=False, detail=error.message, mend=error.hint)


def _mailbox(layout: Layout, use: SpecialUse, purpose: str) -> Check:
    mailbox = layout.find(use)
    if mailbox:
        return Check(f"mailbox for {purpose}", is_ok=True, detail=mailbox.name)
    detail = "there is none; it will be made when it is needed"
    return Check(f"mailbox for {purpose}", is_ok=True, detail=detail)


def _try_search(connection: Connection, layout: Layout) -> str:
    mailbox = layout.find(SpecialUse.INBOX) or layout.mailboxes[0]
    tokens = [b"SUBJECT", wire.quoted("é")]
    connection.read(lambda client: wire.search_uids(client, tokens), mailbox=mailbox.name)
    return f"{len(layout.searched)} mailboxes, searched on the server"


def _try_smtp(servers: Servers, credentials: Credentials) -> str:
    smtp = submission.open_submission(servers.smtp, credentials, outcome="Nothing was sent.")
    submission.close(smtp)
    return f"signed in at {servers.smtp.place}"
