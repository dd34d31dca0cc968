"""Threads and messages as Gmail gives them, made into ours: labels, parts, bodies, drafts."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from email.message import Message as Header
from typing import Any

from mailer.errors import ThreadNotFoundError
from mailer.fields import decode_header
from mailer.markup import html_to_text
from mailer.model import Attachment, Message, Search, SpecialUse, Thread
from mailer.parsing import parse_message
from providers.gmail.api import Api
from providers.gmail.query import to_queries
from providers.gmail.refusals import ConflictError, GoneError

THREAD_FIELDS = "id,historyId,messages(id,threadId,labelIds,internalDate,payload)"
_LABELS = {
    "TRASH": SpecialUse.TRASH,
    "SPAM": SpecialUse.JUNK,
    "DRAFT": SpecialUse.DRAFTS,
    "SENT": SpecialUse.SENT,
    "INBOX": SpecialUse.INBOX,
}
_LEFT_OUT = frozenset({"TRASH", "SPAM", "CHAT"})
_CALENDARS = frozenset({"text/calendar", "application/ics"})
_FIELD_NAME = re.compile(r"[!-9;-~]+")  # RFC 5322 §3.6.8
_REACTION = "text/vnd.google.email-reaction+json"
_MOST_PAGES = 5
_LARGEST = 2_000_000
"""Octets of a text or calendar that are fetched by themselves."""


class Reader:
    """Reads the threads of one account."""

    def __init__(self, api: Api) -> None:
        """Take the interface."""
        self._api = api
        self._found: dict[str, tuple[str, Thread]] = {}
        """What the last search found, by key: the last change to a thread (historyId), and it."""

    def search(self, search: Search) -> tuple[Thread, ...]:
        """Return the threads that match, whole, newest last message first: a list and a batch.

        What the search before has read, and what has not changed since, is not read again.
        """
        listed: dict[str, str] = {}
        for query in to_queries(search):
            listed |= self._list(query, search.limit)
        known = {k: self._found[k] for k, change in listed.items() if self._knows(k, change)}
        fresh = self._answers(key for key in listed if key not in known)
        read = {str(a["id"]): (str(a.get("historyId", "")), self._thread(a)) for a in fresh}
        self._found = known | read
        threads = [thread for _, thread in self._found.values() if thread.messages]
        found = [t for t in threads if search.since is None or t.last_message_at >= search.since]
        found.sort(key=lambda thread: thread.last_message_at, reverse=True)
        return tuple(found[: search.limit])

    def read(self, thread_key: str) -> Thread:
        """Return one thread as it stands now."""
        if not thread_key:
            raise _no_thread()
        request = self._api.users.threads().get(
            userId="me", id=thread_key, format="full", fields=THREAD_FIELDS
        )
        try:
            thread = self._thread(self._api.read(request, "read the thread"))
        except GoneError as error:
            raise _no_thread() from error
        if not thread.messages:
            raise _no_thread()
        return thread

    def read_many(self, thread_keys: Sequence[str]) -> tuple[Thread, ...]:
        """Return several threads after one batch; those that are gone are missing."""
        threads = map(self._thread, self._answers(thread_keys))
        return tuple(thread for thread in threads if thread.messages)

    # --- inside ---

    def _knows(self, key: str, change: str) -> bool:
        return bool(change) and key in self._found and self._found[key][0] == change

    def _answers(self, thread_keys: Iterable[str]) -> list[dict[str, Any]]:
        threads = self._api.users.threads()
        requests = [
            threads.get(userId="me", id=key, format="full", fields=THREAD_FIELDS)
            for key in thread_keys
            if key
        ]
        answers = self._api.read_many(requests, "read the threads")
        return [answer for answer in answers if answer is not None]

    def _list(self, query: str, limit: int) -> dict[str, str]:
        """Return the keys of the threads that match, each with the last change to it."""
        threads = self._api.users.threads()
        request = threads.list(
            userId="me",
            q=query,
            maxResults=min(limit, 500),
            fields="threads(id,historyId),nextPageToken",
        )
        found: dict[str, str] = {}
        for _ in range(_MOST_PAGES):
            answer = self._api.read(request, "search the mailbox")
            for entry in answer.get("threads", [])[: limit - len(found)]:
                found[str(entry["id"])] = str(entry.get("historyId", ""))
            request = threads.list_next(request, answer)
            if request is None or len(found) >= limit:
                break
        return found

    def _thread(self, answer: Mapping[str, Any]) -> Thread:
        entries = [
            e for e in answer.get("messages", []) if not _LEFT_OUT & set(e.get("labelIds", ()))
        ]
        messages = sorted(map(self._message, entries), key=lambda m: (m.date, m.key))
        return Thread(str(answer["id"]), tuple(messages))

    def _message(self, entry: Mapping[str, Any]) -> Message:
        """Make a message; what Gmail keeps apart of its text and invitations is fetched."""
        for part in _parts(entry.get("payload", {})):
            if _is_kept_apart(part):
                part["body"]["data"] = self._data(str(entry["id"]), part["body"]["attachmentId"])
        return to_message(entry)

    def _data(self, key: str, attachment: str) -> str:
        request = (
            self._api.users.messages()
            .attachments()
            .get(userId="me", messageId=key, id=attachment, fields="data")
        )
        try:
            return str(self._api.read(request, "read a message").get("data", ""))
        except (GoneError, ConflictError):
            return ""


def to_header_level(entry: Mapping[str, Any]) -> Message:
    """Make a message without its text, of what Gmail gives for one in any format."""
    labels = set(entry.get("labelIds", ()))
    received = datetime.fromtimestamp(int(entry.get("internalDate", 0)) / 1000, UTC)
    return parse_message(
        _header_bytes(entry.get("payload", {}).get("headers", ())),
        key=str(entry["id"]),
        thread_key=str(entry.get("threadId", "")),
        special_use=next((u for n, u in _LABELS.items() if n in labels), SpecialUse.ARCHIVE),
        is_draft="DRAFT" in labels,
        is_read="UNREAD" not in labels,
        received=received,
        headers_only=True,
    )


def to_message(entry: Mapping[str, Any]) -> Message:
    """Make a whole message of what Gmail gives for one in format `full`."""
    parts = list(_parts(entry.get("payload", {})))
    plain = [_text(p) for p in parts if _is_body(p, "text/plain")]
    html = [_text(p) for p in parts if _is_body(p, "text/html")]
    text = "\n\n".join(t for t in plain if t.strip())
    return replace(
        to_header_level(entry),
        text=text if text.strip() or not html else html_to_text("\n".join(html)),
        html="\n".join(html) or None,
        calendars=tuple(dict.fromkeys(t for t in map(_calendar_text, parts) if t)),
        attachments=tuple(_attachment(p) for p in parts if _is_attachment(p)),
        is_reaction=any(p.get("mimeType") == _REACTION for p in parts),
    )


def _header_bytes(headers: Iterable[Mapping[str, str]]) -> bytes:
    """Write the fields down again, so that the one parser reads them, whatever their case."""
    lines = []
    for field in headers:
        name = str(field.get("name", ""))
        if _FIELD_NAME.fullmatch(name):
            value = " ".join(str(field.get("value", "")).splitlines())
            lines.append(f"{name}: {value}".encode(errors="replace"))
    return b"\n".join(lines) + b"\n\n"


def _parts(payload: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Walk the parts that hold something, without recursion."""
    stack = [payload]
    while stack:
        part = stack.pop()
        inner = part.get("parts") or ()
        if inner and part.get("mimeType") != "message/rfc822":
            stack.extend(reversed(inner))
        else:
            yield part


def _header(part: Mapping[str, Any]) -> Header:
    header = Header()
    for field in part.get("headers", ()):
        if str(field.get("name", "")).casefold() in ("content-type", "content-disposition"):
            header[str(field["name"])] = str(field.get("value", ""))
    return header


def _is_attached(part: Mapping[str, Any]) -> bool:
    return _header(part).get_content_disposition() == "attachment"


def _is_body(part: Mapping[str, Any], kind: str) -> bool:
    return part.get("mimeType") == kind and not _is_attached(part)


def _is_calendar(part: Mapping[str, Any]) -> bool:
    name = str(part.get("filename", "")).lower()
    return part.get("mimeType") in _CALENDARS or name.endswith(".ics")


def _is_kept_apart(part: Mapping[str, Any]) -> bool:
    """Tell whether a part that is to be read came without its content: a file, or a long text."""
    body = part.get("body", {})
    is_wanted = _is_calendar(part) or _is_body(part, "text/plain") or _is_body(part, "text/html")
    is_bearable = int(body.get("size", 0)) <= _LARGEST
    return is_wanted and is_bearable and not body.get("data") and bool(body.get("attachmentId"))


def _is_attachment(part: Mapping[str, Any]) -> bool:
    kind = part.get("mimeType")
    is_text = kind in ("text/plain", "text/html") and not _is_attached(part)
    is_other = kind == _REACTION or str(kind).startswith("multipart/")
    return not (is_text or is_other or _is_calendar(part))


def _attachment(part: Mapping[str, Any]) -> Attachment:
    return Attachment(
        decode_header(str(part.get("filename", ""))),
        str(part.get("mimeType", "")),
        int(part.get("body", {}).get("size", 0)),
    )


def _calendar_text(part: Mapping[str, Any]) -> str:
    return _text(part) if _is_calendar(part) else ""


def _text(part: Mapping[str, Any]) -> str:
    """Return a part's text; Gmail undoes the transfer encoding and leaves the charset."""
    data = _decoded(part.get("body", {}).get("data", ""))
    charset = str(_header(part).get_content_charset() or "utf-8")
    try:
        text = data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        text = data.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(data + "=" * (-len(data) % 4))
    except (binascii.Error, ValueError):
        return b""


def _no_thread() -> ThreadNotFoundError:
    return ThreadNotFoundError("Gmail no longer has that thread. Nothing was stored.")
