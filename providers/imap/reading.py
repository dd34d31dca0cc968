"""Fetches messages: header fields in batches, bodies without attachments, never marking a thing.

Everything is BODY.PEEK, in mailboxes opened with EXAMINE. Of a large message only the text and
calendar parts are fetched, by its BODYSTRUCTURE, so that attachments never travel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from mailer.model import Attachment, Message, SpecialUse
from mailer.parsing import parse_message

if TYPE_CHECKING:
    from imapclient import IMAPClient

    from providers.imap.connection import Connection
    from providers.imap.mailboxes import Mailbox

_BATCH = 250
_SMALL = 200_000
"""Octets up to which a message is fetched whole."""
_LARGEST_PART = 400_000
_BODIES_AT_ONCE = 2_000_000

_FIELDS = (
    "DATE FROM SENDER REPLY-TO TO CC BCC SUBJECT MESSAGE-ID IN-REPLY-TO REFERENCES LIST-ID "
    "LIST-UNSUBSCRIBE LIST-POST AUTO-SUBMITTED PRECEDENCE X-AUTO-RESPONSE-SUPPRESS X-AUTOREPLY "
    "RETURN-PATH DELIVERED-TO CONTENT-TYPE X-MAILER FEEDBACK-ID"
)
HEADER_ITEM = f"BODY.PEEK[HEADER.FIELDS ({_FIELDS})]"
_GMAIL_ITEMS = ("X-GM-THRID", "X-GM-LABELS")
_LABELS = {
    b"\\sent": SpecialUse.SENT,
    b"\\draft": SpecialUse.DRAFTS,
    b"\\drafts": SpecialUse.DRAFTS,
    b"\\inbox": SpecialUse.INBOX,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message lies; written out, it is the message's key."""

    mailbox: str
    uidvalidity: int
    uid: int

    @property
    def key(self) -> str:
        """`UIDVALIDITY/UID/MAILBOX`."""
        return f"{self.uidvalidity}/{self.uid}/{self.mailbox}"

    @classmethod
    def from_key(cls, key: str) -> Place | None:
        """Read a key; None where it is none of ours."""
        uidvalidity, _, rest = key.partition("/")
        uid, _, mailbox = rest.partition("/")
        if not (uidvalidity.isdecimal() and uid.isdecimal() and mailbox):
            return None
        return cls(mailbox, int(uidvalidity), int(uid))


@dataclass(frozen=True, slots=True)
class Found:
    """A message with its header fields, and what is needed to fetch the rest."""

    place: Place
    message: Message
    size: int
    received: datetime | None = None
    service_thread: int = 0
    """Gmail's X-GM-THRID; 0 elsewhere."""


def fetch_headers(
    connection: Connection, mailbox: Mailbox, uids: Sequence[int]
) -> Iterator[list[Found]]:
    """Fetch the header fields of messages, a batch at a time, in the order asked for."""
    for start in range(0, len(uids), _BATCH):
        batch = list(uids[start : start + _BATCH])

        def fetch(client: IMAPClient, batch: list[int] = batch) -> Mapping[int, Any]:
            extra = _GMAIL_ITEMS if client.has_capability("X-GM-EXT-1") else ()
            items = ("FLAGS", "INTERNALDATE", "RFC822.SIZE", HEADER_ITEM, *extra)
            answer: Mapping[int, Any] = client.fetch(batch, items)
            return answer

        answers = connection.read(fetch, mailbox=mailbox.name)
        uidvalidity = _uidvalidity(connection)
        found = [
            _found(Place(mailbox.name, uidvalidity, uid), answers[uid], mailbox)
            for uid in batch
            if uid in answers
        ]
        yield [each for each in found if each is not None]


def fetch_whole(connection: Connection, found: Iterable[Found]) -> dict[str, Message]:
    """Fetch the bodies of messages; by key. What is gone meanwhile is missing."""
    whole: dict[str, Message] = {}
    by_mailbox: dict[str, list[Found]] = {}
    for each in found:
        by_mailbox.setdefault(each.place.mailbox, []).append(each)
    for mailbox, group in by_mailbox.items():
        small = [each for each in group if each.size <= _SMALL]
        for batch in _by_size(small):
            whole.update(_fetch_small(connection, mailbox, batch))
        for each in group:
            if each.size > _SMALL:
                whole.update(_fetch_large(connection, mailbox, each))
    return whole


def fetch_raw(connection: Connection, place: Place) -> tuple[bytes, tuple[bytes, ...]] | None:
    """Fetch one message's bytes and flags; None where it is gone or marked as deleted."""

    def fetch(client: IMAPClient) -> Mapping[int, Any]:
        answer: Mapping[int, Any] = client.fetch([place.uid], ("FLAGS", "BODY.PEEK[]"))
        return answer

    answers = connection.read(fetch, mailbox=place.mailbox, is_fresh=True)
    answer = answers.get(place.uid)
    if answer is None or _uidvalidity(connection) != place.uidvalidity:
        return None
    flags = tuple(flag.lower() for flag in answer.get(b"FLAGS", ()))
    raw = answer.get(b"BODY[]")
    return None if raw is None or b"\\deleted" in flags else (raw, flags)


def _uidvalidity(connection: Connection) -> int:
    return int(connection.selection.get(b"UIDVALIDITY", 0))


def _found(place: Place, answer: Mapping[bytes, Any], mailbox: Mailbox) -> Found | None:
    flags = {flag.lower() for flag in answer.get(b"FLAGS", ())}
    header = next((v for k, v in answer.items() if k.startswith(b"BODY[HEADER")), None)
    if header is None or b"\\deleted" in flags:
        return None
    use = _use(mailbox, answer.get(b"X-GM-LABELS", ()))
    received = answer.get(b"INTERNALDATE")
    message = parse_message(
        header,
        key=place.key,
        special_use=use,
        is_draft=use is SpecialUse.DRAFTS or b"\\draft" in flags,
        is_read=b"\\seen" in flags,
        received=received,
        headers_only=True,
    )
    return Found(
        place,
        message,
        size=int(answer.get(b"RFC822.SIZE", 0)),
        received=received,
        service_thread=int(answer.get(b"X-GM-THRID", 0)),
    )


def _use(mailbox: Mailbox, labels: Iterable[Any]) -> SpecialUse:
    """Return a message's role: Gmail's labels tell in All Mail, else its mailbox."""
    for label in labels:
        raw = label if isinstance(label, bytes) else str(label).encode()
        if raw.lower() in _LABELS:
            return _LABELS[raw.lower()]
    return SpecialUse.NONE if mailbox.is_all else mailbox.use


def _by_size(found: Sequence[Found]) -> Iterator[list[Found]]:
    batch: list[Found] = []
    total = 0
    for each in found:
        if batch and (total + each.size > _BODIES_AT_ONCE or len(batch) >= _BATCH):
            yield batch
            batch, total = [], 0
        batch.append(each)
        total += each.size
    if batch:
        yield batch


def _fetch_small(
    connection: Connection, mailbox: str, batch: Sequence[Found]
) -> dict[str, Message]:
    uids = [each.place.uid for each in batch]

    def fetch(client: IMAPClient) -> Mapping[int, Any]:
        answer: Mapping[int, Any] = client.fetch(uids, ("BODY.PEEK[]",))
        return answer

    answers = connection.read(fetch, mailbox=mailbox)
    if _uidvalidity(connection) != batch[0].place.uidvalidity:
        return {}
    return {
        each.place.key: _whole(each, answers[each.place.uid][b"BODY[]"])
        for each in batch
        if answers.get(each.place.uid, {}).get(b"BODY[]") is not None
    }


def _whole(found: Found, raw: bytes) -> Message:
    header = found.message
    message = parse_message(
        raw,
        key=header.key,
        special_use=header.special_use,
        is_draft=header.is_draft,
        is_read=header.is_read,
        received=found.received,
    )
    return replace(message, thread_key=header.thread_key)


# --- large messages --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Leaf:
    section: str
    kind: str
    name: str
    size: int
    is_attached: bool

    @property
    def is_wanted(self) -> bool:
        """Text and calendar parts are read, everything else is only named."""
        if self.kind in ("text/calendar", "application/ics") or self.name.lower().endswith(".ics"):
            return True
        return self.kind in ("text/plain", "text/html") and not self.is_attached


def _fetch_large(connection: Connection, mailbox: str, found: Found) -> dict[str, Message]:
    uid = found.place.uid

    def fetch_structure(client: IMAPClient) -> Mapping[int, Any]:
        answer: Mapping[int, Any] = client.fetch([uid], ("BODYSTRUCTURE", "BODY.PEEK[HEADER]"))
        return answer

    answer = connection.read(fetch_structure, mailbox=mailbox).get(uid)
    if answer is None or _uidvalidity(connection) != found.place.uidvalidity:
        return {}
    leaves = list(_leaves(answer[b"BODYSTRUCTURE"]))
    wanted = [leaf for leaf in leaves if leaf.is_wanted][:20]
    items = [
        item
        for leaf in wanted
        for item in (
            f"BODY.PEEK[{leaf.section}]<0.{_LARGEST_PART}>",
            *([f"BODY.PEEK[{leaf.section}.MIME]"] if len(leaves) > 1 else []),
        )
    ]

    def fetch_parts(client: IMAPClient) -> Mapping[int, Any]:
        parts: Mapping[int, Any] = client.fetch([uid], items) if items else {}
        return parts

    parts = connection.read(fetch_parts, mailbox=mailbox).get(uid, {})
    raw = _put_together(answer[b"BODY[HEADER]"], leaves, wanted, parts)
    message = _whole(found, raw)
    others = tuple(
        Attachment(leaf.name, leaf.kind, leaf.size) for leaf in leaves if not leaf.is_wanted
    )
    return {found.place.key: replace(message, attachments=others)}


def _leaves(structure: Any, section: str = "") -> Iterator[_Leaf]:  # noqa: ANN401 - nested tuples
    """Walk a BODYSTRUCTURE; a forwarded message counts as one part."""
    stack: list[tuple[Any, str]] = [(structure, section)]
    while stack:
        node, where = stack.pop()
        if isinstance(node[0], list):
            parts = [(part, f"{where}.{n}" if where else str(n)) for n, part in _numbered(node[0])]
            stack.extend(reversed(parts))
        else:
            yield _leaf(node, where or "1")


def _numbered(parts: Sequence[Any]) -> Iterator[tuple[int, Any]]:
    return enumerate(parts, start=1)


def _leaf(node: Sequence[Any], section: str) -> _Leaf:
    kind = f"{_text(node[0])}/{_text(node[1])}".lower()
    parameters = _pairs(node[2])
    disposition: Any = next(
        (
            item
            for item in node[7:]
            if isinstance(item, tuple)
            and item
            and isinstance(item[0], bytes)
            and item[0].lower() in (b"attachment", b"inline")
        ),
        (b"",),
    )
    shown = _pairs(disposition[1]) if len(disposition) > 1 else {}
    name = shown.get("filename") or parameters.get("name", "")
    size = int(node[6]) if len(node) > 6 and isinstance(node[6], int) else 0
    is_base64 = _text(node[5]).lower() == "base64" if len(node) > 5 else False
    return _Leaf(
        section,
        kind,
        name,
        size * 3 // 4 if is_base64 else size,
        is_attached=_text(disposition[0]).lower() == "attachment",
    )


def _pairs(parameters: Any) -> dict[str, str]:  # noqa: ANN401 - a tuple of bytes, or None
    """Return parameters by name, continued and encoded ones put together (RFC 2231)."""
    from email.utils import collapse_rfc2231_value, decode_params

    from mailer.fields import decode_header

    if not isinstance(parameters, tuple):
        return {}
    texts = [_text(item) for item in parameters]
    pairs = [(k.lower(), v) for k, v in zip(texts[::2], texts[1::2], strict=False)]
    joined = decode_params([("", ""), *pairs])[1:]
    return {k: decode_header(collapse_rfc2231_value(v).strip('"')) for k, v in joined}


def _text(value: Any) -> str:  # noqa: ANN401 - bytes, a number or None
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")


def _put_together(
    header: bytes, leaves: Sequence[_Leaf], wanted: Sequence[_Leaf], parts: Mapping[bytes, Any]
) -> bytes:
    """Make a message of the header fields and those parts alone."""
    if len(leaves) == 1:
        body = parts.get(f"BODY[{leaves[0].section}]<0>".encode(), b"")
        return header + (body or b"")
    boundary = b"parts-that-were-fetched"
    lines = [_without_content_fields(header)]
    lines.append(b'Content-Type: multipart/mixed; boundary="' + boundary + b'"\r\n\r\n')
    for leaf in wanted:
        mime = parts.get(f"BODY[{leaf.section}.MIME]".encode()) or b"\r\n"
        body = parts.get(f"BODY[{leaf.section}]<0>".encode()) or b""
        lines += [b"--", boundary, b"\r\n", mime, body, b"\r\n"]
    return b"".join([*lines, b"--", boundary, b"--\r\n"])


def _without_content_fields(header: bytes) -> bytes:
    kept: list[bytes] = []
    is_dropped = False
    for line in header.splitlines(keepends=True):
        if not line.strip():
            break
        if line[:1] not in b" \t":
            is_dropped = line.lower().startswith((b"content-", b"mime-version"))
        if not is_dropped:
            kept.append(line)
    return b"".join(kept)
