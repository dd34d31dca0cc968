"""Sends a draft: handed over once, then filed in Sent, then cleared; each step noted first.

Quirks: most services file nothing that comes by SMTP, Gmail and some others do; so Sent is asked
for the Message-ID before a copy is put there, and it is never doubled. The copy keeps Bcc, what
goes out does not, nor what the user's mail program noted for itself in the draft.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import format_datetime

from mailer.errors import (
    DraftChangedError,
    DraftNotFoundError,
    MailerError,
    ProviderUnavailableError,
    RefusedError,
    RuleStopError,
)
from mailer.model import DraftRef, SendStep, Sent, SpecialUse
from providers.imap import submission
from providers.imap.drafts import DraftBox, Stored
from providers.imap.presets import Server
from providers.imap.submission import Credentials, Parcel

_SENT_ALREADY = "The message was sent"
_FINISH = "Run `bowout status`: it finishes what is left, and sends nothing."

_PRIVATE = re.compile(
    rb"(?:resent-)?bcc[ \t]*:|fcc[ \t]*:|"
    rb"x-(?:mozilla|mutt|kmail|evolution|apple)-|"
    rb"x-(?:identity-key|account-key|k9mail-identity)[ \t]*:|"
    rb"x-(?:uniform-type|universally-unique)-identifier[ \t]*:",
    re.IGNORECASE,
)
"""Thunderbird, mutt, KMail, Evolution, Apple Mail and K-9 write these into the drafts they save."""

_DATE = re.compile(rb"(?im)^date[ \t]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*")
_OLD = timedelta(hours=1)
"""After that a Date is no longer when the message was ready to go (RFC 5322 section 3.6.1):
recipients would find it among older mail, and filters count some hours as a sign of spam."""

Note = Callable[[SendStep], None]


class Sender:
    """Sends the drafts of one account."""

    def __init__(
        self,
        drafts: DraftBox,
        server: Server,
        credentials: Callable[[], Credentials],
        *,
        files_sent: bool,
        now: Callable[[], datetime],
    ) -> None:
        """Take the drafts and the way out; `files_sent`: the service files copies itself."""
        self.drafts = drafts
        self.server = server
        self.credentials = credentials
        self.files_sent = files_sent
        self.now = now

    def send(self, ref: DraftRef, note: Note) -> Sent:
        """Send the draft of that version, once."""
        smtp = submission.open_submission(self.server, self.credentials())
        try:
            stored = self._dated(self.drafts.find_version(ref, outcome="Nothing was sent."))
            parcel = make_parcel(stored)
            submission.submit(smtp, parcel, before=lambda: note(SendStep.SUBMITTING))
            sent_at = self.now()
            note(SendStep.ACCEPTED)  # at once: between the answer and this, a crash leaves doubt
        finally:
            submission.close(smtp)
        self._clear_up(stored, note)
        draft = stored.draft
        return Sent(message_id=draft.message_id, sent_at=sent_at, thread_key=draft.thread_key)

    def finish(self, ref: DraftRef, done: SendStep, note: Note) -> None:
        """Do what is left after ACCEPTED; safe to repeat, hands nothing over."""
        if done is SendStep.CLEARED:
            return
        stored = self._left_over(ref)
        if done is not SendStep.FILED:
            if stored is not None:
                self._file(self._dated(stored))
            elif not self._is_filed(ref.message_id):
                raise DraftNotFoundError(
                    f"{_SENT_ALREADY}, but its draft was deleted before a copy was filed in Sent.",
                    hint="Nothing can be done about the copy; the recipients have the message.",
                    stored=True,
                )
            note(SendStep.FILED)
        if stored is not None:
            self._delete(stored)
        note(SendStep.CLEARED)

    def _dated(self, stored: Stored) -> Stored:
        """Return the draft with today's Date where its own is old: it says when it was sent."""
        now, date = self.now(), stored.draft.date
        if date is not None and now - date <= _OLD:
            return stored
        return replace(stored, raw=with_date(stored.raw, now))

    # --- after it was sent ---

    def _clear_up(self, stored: Stored, note: Note) -> None:
        self._file(stored)
        note(SendStep.FILED)
        self._delete(stored)
        note(SendStep.CLEARED)

    def _file(self, stored: Stored) -> None:
        """Put a copy into Sent, unless the service does or one is there."""
        if self._is_filed(stored.draft.message_id):
            return
        try:
            mailbox = self._sent_mailbox()
            if self.drafts.uids_with_id(mailbox, stored.draft.message_id):
                return
            self.drafts.put(mailbox, stored.raw, stored.draft.message_id, flags=(b"\\Seen",))
        except MailerError as error:
            raise _unfinished("the copy in Sent could not be filed", error) from error

    def _is_filed(self, message_id: str) -> bool:
        if self.files_sent:
            return True
        mailbox = self.drafts.layout.find(SpecialUse.SENT)
        if mailbox is None or not message_id:
            return False
        try:
            return bool(self.drafts.uids_with_id(mailbox.name, message_id))
        except MailerError as error:
            raise _unfinished("Sent could not be looked into", error) from error

    def _sent_mailbox(self) -> str:
        layout = self.drafts.layout
        mailbox = layout.find(SpecialUse.SENT)
        if mailbox is not None:
            return mailbox.name
        return self.drafts.make_mailbox(f"{layout.prefix}Sent", "sent messages")

    def _delete(self, stored: Stored) -> None:
        """Take the draft away, if it still is the one that was sent."""
        try:
            self.drafts.find_version(stored.draft.ref, outcome="")
            self.drafts.delete(stored, outcome="")
        except DraftNotFoundError:
            return
        except DraftChangedError:
            return  # somebody goes on writing in it: it is another letter now
        except MailerError as error:
            raise _unfinished("its draft could not be removed", error) from error

    def _left_over(self, ref: DraftRef) -> Stored | None:
        """Return the draft that was sent, if it still is there in that version."""
        try:
            return self.drafts.find_version(ref, outcome=f"{_SENT_ALREADY} before that.")
        except DraftNotFoundError:
            return None
        except RuleStopError:
            if self._is_filed(ref.message_id):
                return None
            raise


def make_parcel(stored: Stored) -> Parcel:
    """Make what is handed over of a draft: its own bytes without Bcc, and the envelope.

    Raises:
        RefusedError: it is addressed to nobody, or from nobody.
    """
    draft = stored.draft
    everybody = [a.address for a in (*draft.to, *draft.cc, *draft.bcc) if a.address]
    recipients = tuple({address.casefold(): address for address in everybody}.values())
    if not recipients or not draft.sender.address:
        missing = "recipient" if draft.sender.address else "sender"
        raise RefusedError(
            f"The draft has no {missing}. Nothing was sent.",
            hint="Mend it in your mail program, then run `bowout show`.",
        )
    return Parcel(draft.sender.address, recipients, without_private_fields(stored.raw))


def with_date(raw: bytes, date: datetime) -> bytes:
    """Return the message with that Date, every other byte as it was."""
    line = b"Date: " + format_datetime(date).encode()
    end = re.search(rb"\r\n\r\n|\n\n", raw)
    header, rest = (raw[: end.start()], raw[end.start() :]) if end else (raw, b"")
    changed, count = _DATE.subn(line, header, count=1)
    return (changed if count else line + b"\r\n" + header) + rest


def without_private_fields(raw: bytes) -> bytes:
    """Return the message without what is the sender's alone, every other byte as it was.

    That is Bcc, and what mail programs note for themselves in a draft: the account and the
    mailbox for its copy, addresses of servers in them.
    """
    end = re.search(rb"\r\n\r\n|\n\n", raw)
    header, rest = (raw[: end.start()], raw[end.start() :]) if end else (raw, b"")
    kept, is_dropped = [], False
    for line in header.splitlines(keepends=True):
        if line[:1] not in b" \t":
            is_dropped = bool(_PRIVATE.match(line))
        if not is_dropped:
            kept.append(line)
    shortened = b"".join(kept)
    return (shortened.rstrip(b"\r\n") if rest else shortened) + rest


def _unfinished(what: str, error: MailerError) -> MailerError:
    return ProviderUnavailableError(
        f"{_SENT_ALREADY}, but {what}: {error.message}", hint=_FINISH, stored=True
    )
