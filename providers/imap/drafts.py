r"""Files, finds, replaces and deletes drafts: APPEND with `\Draft \Seen`, never a change.

Quirks: IMAP can't change a message, so a new version is a new UID; other programs keep the
Message-ID (Thunderbird) or make a new one. Without UIDPLUS the server does not tell the UID of
what was appended, and EXPUNGE would take other people's deletions with it. Gmail archives what is
expunged, so there a draft is moved to the bin. APPEND may be answered `NO [OVERQUOTA]`.
"""

from __future__ import annotations

import contextlib
import hashlib
import imaplib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mailer.errors import (
    DraftChangedError,
    DraftNotFoundError,
    MailerError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    RefusedError,
)
from mailer.model import Draft, DraftRef, SpecialUse
from mailer.parsing import parse_draft, parse_message
from providers.imap import criteria, wire
from providers.imap.connection import LOST, Connection, as_mailer_error, translated
from providers.imap.mailboxes import Layout
from providers.imap.reading import Place, fetch_raw

if TYPE_CHECKING:
    from imapclient import IMAPClient

_APPENDUID = re.compile(rb"APPENDUID (\d+) (\d+)")
_DELETED = b"\\Deleted"


@dataclass(frozen=True, slots=True)
class Stored:
    """A draft with the very bytes that lie in the mailbox."""

    place: Place
    raw: bytes
    draft: Draft


class DraftBox:
    """The Drafts mailbox of an account."""

    def __init__(self, connection: Connection, layout: Layout) -> None:
        """Take the account's connection and its mailboxes."""
        self.connection = connection
        self.layout = layout

    # --- looking ---

    def find(self, ref: DraftRef) -> Stored:
        """Return the draft as it stands now: by its key, else by its Message-ID.

        Raises:
            DraftNotFoundError: neither is among the drafts.
        """
        place = Place.from_key(ref.key)
        stored = self._at(place, ref) if place else None
        if stored is None and ref.message_id:
            stored = self._with_id(ref.message_id, ref)
        if stored is None:
            raise DraftNotFoundError(
                "The draft is not in the mailbox any more: it was deleted, or sent from another "
                "program. Nothing was stored or sent.",
                hint="`bowout status` looks whether it was sent.",
            )
        return stored

    def find_version(self, ref: DraftRef, *, outcome: str) -> Stored:
        """Return the draft if it still is that version.

        Raises:
            DraftNotFoundError: it is gone.
            DraftChangedError: it is another version.
        """
        stored = self.find(ref)
        if stored.draft.version != ref.version:
            raise DraftChangedError(
                f"The draft was changed in the mailbox since it was last shown. {outcome}",
                hint="Look at it with `bowout show` first.",
            )
        return stored

    def _at(self, place: Place, ref: DraftRef) -> Stored | None:
        """Return the draft at a place; Drafts comes first where the place is All Mail."""
        try:
            answer = fetch_raw(self.connection, place)
        except RefusedError:
            return None  # that mailbox is gone
        if answer is None:
            return None
        raw, flags = answer
        use = self.layout.use_of(place.mailbox)
        if use is SpecialUse.DRAFTS:
            return _stored(place, raw, ref)
        if b"\\draft" not in flags:
            return None
        message_id = parse_message(raw, key="", headers_only=True).message_id
        return (self._with_id(message_id, ref) if message_id else None) or _stored(place, raw, ref)

    def _with_id(self, message_id: str, ref: DraftRef) -> Stored | None:
        mailbox = self.layout.find(SpecialUse.DRAFTS)
        uids = self.uids_with_id(mailbox.name, message_id) if mailbox else []
        for uid in reversed(uids):
            assert mailbox is not None
            place = Place(mailbox.name, int(self.connection.selection[b"UIDVALIDITY"]), uid)
            answer = fetch_raw(self.connection, place)
            if answer is not None:
                return _stored(place, answer[0], ref)
        return None

    def uids_with_id(self, mailbox: str, message_id: str) -> list[int]:
        """Return the UIDs of the messages with exactly that Message-ID; ascending."""
        tokens = [*criteria.NOT_DELETED, *criteria.is_message(message_id)]
        uids = self.connection.read(
            lambda client: wire.search_uids(client, tokens), mailbox=mailbox, is_fresh=True
        )
        if not uids:
            return []
        item = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"
        answers = self.connection.read(lambda client: client.fetch(uids, [item]), mailbox=mailbox)
        return [uid for uid in uids if _names(answers.get(uid, {}), message_id)]

    # --- filing ---

    def append(self, raw: bytes, message_id: str, ref: DraftRef) -> Stored:
        """File a draft and read it back.

        Raises:
            RefusedError: full, read-only, or no mailbox for drafts; nothing was stored.
            OutcomeUnknownError: the answer was lost, and nobody can look.
        """
        mailbox = self._mailbox()
        place = self.put(mailbox, raw, message_id, flags=(b"\\Draft", b"\\Seen"))
        try:
            answer = fetch_raw(self.connection, place)
        except MailerError as error:
            raise _unread() from error
        if answer is None:
            raise _unread()
        return _stored(place, answer[0], ref)

    def put(self, mailbox: str, raw: bytes, message_id: str, *, flags: tuple[bytes, ...]) -> Place:
        """Append a message to a mailbox and return where it lies."""
        before = self._uidnext(mailbox)
        try:
            answer = self.connection.write(lambda client: client.append(mailbox, raw, flags))
        except LOST as error:
            if isinstance(error, imaplib.IMAP4.readonly):
                raise as_mailer_error(error, "Nothing was stored.") from error
            return self._look_after_cut(mailbox, message_id, before, error)
        except imaplib.IMAP4.error as error:
            raise as_mailer_error(error, "Nothing was stored.") from error
        told = _APPENDUID.search(answer if isinstance(answer, bytes) else str(answer).encode())
        if told:
            return Place(mailbox, int(told[1]), int(told[2]))
        try:
            place = self._newest(mailbox, message_id, before)
        except MailerError as error:
            raise _unread() from error
        if place is None:
            raise _unread()
        return place

    def _look_after_cut(
        self, mailbox: str, message_id: str, before: int, error: BaseException
    ) -> Place:
        """Settle an APPEND whose answer was lost by looking; never by doing it again."""
        try:
            place = self._newest(mailbox, message_id, before)
        except MailerError:
            raise OutcomeUnknownError(
                "The connection was cut while the message was being stored; it may be there.",
                hint="Run the command again later: it looks before it stores anything.",
            ) from error
        if place is None:
            raise ProviderUnavailableError(
                "The connection was cut before the message was stored. Nothing was stored.",
                hint="Run the command again.",
            ) from error
        return place

    def _newest(self, mailbox: str, message_id: str, before: int) -> Place | None:
        uids = [uid for uid in self.uids_with_id(mailbox, message_id) if uid >= before]
        if not uids:
            return None
        return Place(mailbox, int(self.connection.selection[b"UIDVALIDITY"]), uids[-1])

    def _uidnext(self, mailbox: str) -> int:
        """Return the UID that the next message gets at least; 0 where the server won't tell."""

        def ask(client: IMAPClient) -> int:
            return int(client.folder_status(mailbox, ("UIDNEXT",)).get(b"UIDNEXT", 0))

        try:
            return self.connection.read(ask)
        except RefusedError:
            return 0

    def _mailbox(self) -> str:
        """Return the Drafts mailbox; makes one where there is none.

        Raises:
            RefusedError: there is none, and the server lets nobody make one.
        """
        mailbox = self.layout.find(SpecialUse.DRAFTS)
        if mailbox is not None:
            return mailbox.name
        name = f"{self.layout.prefix}Drafts"
        return self.make_mailbox(name, "drafts")

    def make_mailbox(self, name: str, purpose: str) -> str:
        """Make a mailbox for drafts or sent messages."""
        try:
            self.connection.write(lambda client: client.create_folder(name))
        except (imaplib.IMAP4.error, OSError) as error:
            raise RefusedError(
                f"This account has no mailbox for {purpose}, and the server lets us make none. "
                "Nothing was stored.",
                hint="Make one in your mail program; any usual name will do.",
            ) from error
        with contextlib.suppress(imaplib.IMAP4.error, OSError):  # it can be used without
            self.connection.write(lambda client: client.subscribe_folder(name))
        return name

    # --- deleting ---

    def delete(self, stored: Stored, *, outcome: str) -> None:
        """Delete exactly this message; nothing else that is marked as deleted goes with it."""
        place = stored.place

        def act(client: IMAPClient) -> None:
            if int(self.connection.selection.get(b"UIDVALIDITY", 0)) != place.uidvalidity:
                raise DraftNotFoundError(f"The mailbox was made anew meanwhile. {outcome}")
            bin_mailbox = self.layout.find(SpecialUse.TRASH)
            if (
                client.has_capability("X-GM-EXT-1")
                and bin_mailbox
                and client.has_capability("MOVE")
            ):
                client.move([place.uid], bin_mailbox.name)
                return
            client.add_flags([place.uid], [_DELETED], silent=True)
            if client.has_capability("UIDPLUS"):
                client.uid_expunge([place.uid])
            elif wire.search_uids(client, [b"DELETED"]) == [place.uid]:
                client.expunge()

        with translated(outcome):
            try:
                self.connection.write(act, mailbox=place.mailbox)
            except imaplib.IMAP4.readonly:
                raise
            except LOST:  # to name one UID a second time harms nothing
                self.connection.write(act, mailbox=place.mailbox)


def _stored(place: Place, raw: bytes, ref: DraftRef) -> Stored:
    digest = hashlib.sha256(raw).hexdigest()[:16]
    version = f"{place.uidvalidity}/{place.uid}/{digest}"
    draft = parse_draft(raw, key=place.key, version=version, thread_key=ref.thread_key)
    return Stored(place, raw, draft)


def _names(answer: object, message_id: str) -> bool:
    if not isinstance(answer, dict):
        return False
    header = next((v for k, v in answer.items() if bytes(k).startswith(b"BODY[HEADER")), b"")
    return parse_message(header or b"", key="", headers_only=True).message_id == message_id


def _unread() -> OutcomeUnknownError:
    return OutcomeUnknownError(
        "The server says that it stored the message, but it can't be read back.",
        hint="Run the command again later: it looks before it stores anything.",
    )
