"""Drafts of Gmail: created in their thread, read back raw, replaced whole (G1-G14).

A draft's version is the id of its message: Gmail gives a new one with every change, ours and the
user's alike. A thread holds one draft (G5). Where the answer to a write was lost, the drafts of
the thread are looked at before anything else is done (G64).
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from mailer.errors import (
    DraftChangedError,
    DraftNotFoundError,
    MailerError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    RefusedError,
    ThreadNotFoundError,
)
from mailer.model import Draft, DraftRef, Reply
from mailer.parsing import parse_draft
from mailer.writing.mime import make_message
from providers._http import LostAnswerError
from providers.gmail.addresses import is_same_mailbox
from providers.gmail.api import Api
from providers.gmail.query import id_queries
from providers.gmail.refusals import ConflictError, GoneError, unknown

_RAW = "id,message(id,threadId,raw)"
_LIST = "drafts(id,message(id,threadId)),nextPageToken"
_MOST_PAGES = 4
_IN_FLIGHT = 3.0
"""Seconds until a second look, where the first found nothing: the request may still be at work."""


class DraftBox:
    """The drafts of one account."""

    def __init__(self, api: Api, address: str) -> None:
        """Take the interface, and the user's address for links."""
        self._api = api
        self._address = address

    # --- filing ---

    def save(self, reply: Reply) -> Draft:
        """Create the draft in its thread and read it back."""
        raw = _raw(reply)
        request = self._drafts.create(userId="me", body=_body(reply, raw), fields="id")
        try:
            key = str(self._api.write(request, "store the draft")["id"])
        except LostAnswerError as error:
            return self._settle_create(reply, raw, error)
        except GoneError as error:
            raise _no_thread() from error
        except ConflictError as error:
            raise self._thread_trouble(reply, error) from error
        return self._as_meant(self._read_back(key), reply, raw)

    def replace(self, reply: Reply, old: DraftRef) -> Draft:
        """Replace that version by a complete message (G14) and read it back."""
        before = self.find_version(old)
        raw = _raw(reply)
        request = self._drafts.update(
            userId="me", id=before.key, body=_body(reply, raw), fields="id"
        )
        try:
            self._api.write(request, "replace the draft")
        except LostAnswerError as error:
            return self._settle_update(before, raw, error)
        except GoneError as error:
            raise gone() from error
        return self._read_back(before.key)

    def delete(self, ref: DraftRef) -> None:
        """Delete that version for good."""
        draft = self.find_version(ref)
        try:
            self._api.write(self._drafts.delete(userId="me", id=draft.key), "delete the draft")
        except GoneError as error:
            raise gone() from error
        except LostAnswerError as error:
            try:
                self._get(draft.key)
            except GoneError:
                return
            except MailerError:
                raise unknown("the draft was being deleted") from error
            raise _lost("deleted") from error

    # --- finding ---

    def find(self, ref: DraftRef) -> Draft:
        """Return the draft as it stands: by its key, its message's key, or its Message-ID."""
        if ref.key:
            try:
                return self._get(ref.key)
            except (GoneError, ConflictError):
                pass
        for key in self._candidates(ref):
            try:
                draft = self._get(key)
            except (GoneError, ConflictError):
                continue
            # a service that ignores the query must not hand over somebody else's draft
            if ref.key == draft.version or ref.message_id == draft.message_id:
                return draft
        raise gone()

    def find_version(self, ref: DraftRef) -> Draft:
        """Return the draft if it still is that version."""
        draft = self.find(ref)
        if draft.version != ref.version:
            raise DraftChangedError(
                "The draft was edited since; it was left alone.",
                hint="Look at it with `bowout show`.",
            )
        return draft

    def link(self, thread_key: str) -> str:
        """Return the address that opens a conversation in the right account (G22)."""
        return f"https://mail.google.com/mail/?authuser={quote(self._address)}#all/{thread_key}"

    # --- inside ---

    @property
    def _drafts(self) -> Any:  # noqa: ANN401 - the library makes its classes at run time
        return self._api.users.drafts()

    def _get(self, key: str) -> Draft:
        request = self._drafts.get(userId="me", id=key, format="raw", fields=_RAW)
        return self._to_draft(self._api.read(request, "read the draft"))

    def _read_back(self, key: str) -> Draft:
        try:
            return self._get(key)
        except MailerError as error:
            raise OutcomeUnknownError(
                "Gmail stored the draft, but it could not be read back and compared.",
                hint="Run the command again later: it finds that draft and goes on from there.",
            ) from error

    def _to_draft(self, answer: Mapping[str, Any]) -> Draft:
        message = answer["message"]
        data = str(message.get("raw", ""))
        thread_key = str(message["threadId"])
        return parse_draft(
            base64.urlsafe_b64decode(data + "=" * (-len(data) % 4)),
            key=str(answer["id"]),
            version=str(message["id"]),
            thread_key=thread_key,
            link=self.link(thread_key),
        )

    def _as_meant(self, draft: Draft, reply: Reply, raw: bytes) -> Draft:
        """Take back what Gmail filed otherwise than meant (G1, G2, G32): better none than that."""
        wrong = _difference(draft, reply, _meant(raw))
        if not wrong:
            return draft
        request = self._drafts.delete(userId="me", id=draft.key)
        try:
            self._api.write(request, "delete the draft")
        except (MailerError, LostAnswerError) as error:
            raise OutcomeUnknownError(
                f"Gmail changed {wrong} of the draft, and it could not be deleted again.",
                hint="Look at the draft in Gmail before you send it.",
            ) from error
        raise RefusedError(
            f"Gmail changed {wrong} of the draft, so it was deleted again. Nothing was stored.",
            hint="Check with `bowout doctor` that the address you write from is verified in Gmail.",
        )

    def _candidates(self, ref: DraftRef) -> Iterator[str]:
        """Yield the keys of drafts that the reference may mean."""
        if ref.key:
            yield from (d["id"] for d in self._list() if d["message"]["id"] == ref.key)
        for query in id_queries([ref.message_id]):
            yield from (d["id"] for d in self._list(q=query))

    def _list(self, **options: str) -> Iterator[Mapping[str, Any]]:
        request = self._drafts.list(userId="me", maxResults=100, fields=_LIST, **options)
        for _ in range(_MOST_PAGES):
            answer = self._api.read(request, "list the drafts")
            yield from answer.get("drafts", [])
            request = self._drafts.list_next(request, answer)
            if request is None:
                return

    # --- lost answers ---

    def _settle_create(self, reply: Reply, raw: bytes, error: BaseException) -> Draft:
        """Look for the draft whose answer was lost; a second copy, the same in all, is deleted.

        One that only resembles it may be the user's own: it is left, and nothing is claimed.
        """
        meant = _meant(raw)
        try:
            found = self._copies(reply, raw)
            if not found:
                self._api.sleep(_IN_FLIGHT)
                found = self._copies(reply, raw)
            ours = [draft for draft in found if not _difference(draft, reply, meant)]
            for double in (d for d in ours[1:] if d.fingerprint == ours[0].fingerprint):
                request = self._drafts.delete(userId="me", id=double.key)
                self._api.write(request, "delete a second copy")
        except (MailerError, LostAnswerError):
            raise unknown("the draft was being stored") from error
        if not found:
            raise _lost("stored") from error
        if not ours:
            raise unknown("the draft was being stored") from error
        return ours[0]

    def _copies(self, reply: Reply, raw: bytes) -> list[Draft]:
        entries = [e for e in self._list() if e["message"]["threadId"] == reply.thread_key]
        drafts = (self._get(str(entry["id"])) for entry in entries)
        return [draft for draft in drafts if _is_same(draft, raw)]

    def _settle_update(self, before: Draft, raw: bytes, error: BaseException) -> Draft:
        try:
            draft = self._get(before.key)
            if draft.version == before.version:
                self._api.sleep(_IN_FLIGHT)
                draft = self._get(before.key)
        except MailerError:
            raise unknown("the draft was being replaced") from error
        if draft.version == before.version:
            raise _lost("changed") from error
        if not _is_same(draft, raw):
            raise unknown("the draft was being replaced") from error
        return draft

    def _thread_trouble(self, reply: Reply, error: ConflictError) -> MailerError:
        """Tell a thread that is not there from another refusal."""
        request = self._api.users.threads().get(
            userId="me", id=reply.thread_key, format="minimal", fields="id"
        )
        try:
            self._api.read(request, "find the thread")
        except (GoneError, ConflictError):
            return _no_thread()
        return RefusedError(error.message, hint=error.hint)


def gone() -> DraftNotFoundError:
    """Make the error for a draft that was deleted, or sent from elsewhere."""
    return DraftNotFoundError("The draft is not among Gmail's drafts any more.")


def _raw(reply: Reply) -> bytes:
    return make_message(reply).as_bytes()


def _body(reply: Reply, raw: bytes) -> dict[str, Any]:
    text = base64.urlsafe_b64encode(raw).decode("ascii")
    return {"message": {"raw": text, "threadId": reply.thread_key}}


def _meant(raw: bytes) -> Draft:
    """Read what was handed over as if it were stored."""
    return parse_draft(raw, key="", version="", thread_key="")


def _is_same(draft: Draft, raw: bytes) -> bool:
    """Tell whether a stored draft is what was handed over; ids may have been replaced."""
    meant = _meant(raw)
    return (draft.in_reply_to, _flat(draft.text)) == (meant.in_reply_to, _flat(meant.text))


def _difference(draft: Draft, reply: Reply, meant: Draft) -> str:
    """Name what differs of the things that must never differ; empty where all is as meant."""
    own = _flat(reply.text)
    compared: dict[str, tuple[object, object]] = {
        "the conversation": (draft.thread_key, reply.thread_key),
        "the sender": (is_same_mailbox(draft.sender.address, meant.sender.address), True),
        "the recipients": (_bare(draft), _bare(meant)),
        "the message that it answers": (draft.in_reply_to, meant.in_reply_to),
        "the chain of references": (draft.references, meant.references),
        "the subject": (_flat(draft.subject), _flat(meant.subject)),
        "the text": (own in _flat(draft.text), own in _flat(meant.text)),
    }
    return next((what for what, (stored, wanted) in compared.items() if stored != wanted), "")


def _bare(draft: Draft) -> tuple[set[str], ...]:
    return tuple({a.folded for a in people} for people in (draft.to, draft.cc))


def _flat(text: str) -> str:
    return "".join(text.split())


def _lost(what: str) -> ProviderUnavailableError:
    return ProviderUnavailableError(
        f"Gmail's answer was lost; a look shows that nothing was {what}.",
        hint="Run the command again.",
    )


def _no_thread() -> ThreadNotFoundError:
    return ThreadNotFoundError("Gmail no longer has that thread. Nothing was stored.")
