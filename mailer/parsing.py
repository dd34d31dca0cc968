"""Bytes to messages: reads whatever lies in a mailbox and never raises on any of it.

Python's modern header parser raises on some real malformed mail, so header fields are read raw
and each is decoded on its own, with what can be saved of it. Charsets that lie are tried as
UTF-8, then as Windows-1252.
"""

from __future__ import annotations

import base64
import binascii
import email
import hashlib
import quopri
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message as Part
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime

from mailer.model import Address, Attachment, Draft, Message, SpecialUse

_LARGEST_READ = 8 * 1024 * 1024
_LARGEST_PART = 400_000
_LONGEST_TEXT = 100_000
"""Of what others wrote: every word of it is looked at, some hundred times."""
_MAX_PARTS = 500
_LONGEST_LIST = 50_000
_LONGEST_PARAMETERS = 4_000
"""Of header fields: the email package takes seconds for longer ones."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MESSAGE_ID = re.compile(r"<[^<>\s]+>")
_LONGEST_ID = 900
"""In octets; a longer id fits no line (RFC 5322 §2.1.1), so nothing can answer it by name."""
_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_WORDS = re.compile(r"(=\?[^?\s]{1,40}\?[bBqQ]\?[^?]*\?=)\s+(?==\?)")
_BARE_NAME = re.compile(r"""(?:^|(?<=[,:;>)]))([^"\\(),:;<>]*+)<""")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\x80-\x9f]+")
_HOSTILE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x9b\u202d\u202e]")
"""Steers a terminal, or turns the reading direction over: in nobody's name. Not all of \x80-\x9f,
which are apostrophes in Windows-1252 that calls itself ISO-8859-1."""
_DIRECTION = re.compile(r"[\u200e\u200f\u202a-\u202c\u2066-\u2069]")
_MODELLED = frozenset(
    "from sender reply-to to cc bcc subject date message-id in-reply-to references mime-version "
    "content-type content-transfer-encoding content-disposition".split()
)
_REACTION = "text/vnd.google.email-reaction+json"
_CALENDARS = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})


def parse_message(
    raw: bytes,
    *,
    key: str,
    thread_key: str = "",
    special_use: SpecialUse = SpecialUse.NONE,
    is_draft: bool = False,
    is_read: bool = True,
    received: datetime | None = None,
    headers_only: bool = False,
) -> Message:
    """Read a message; what is damaged is left out, and never raises.

    Of a message beyond some megabytes only the beginning is read: its attachments are not needed.
    Of a text as long as a book the beginning, too; it ends with `[…]`. `received` stands in for
    a missing or unreadable Date.
    """
    parsed = _parse(raw[:_LARGEST_READ], headers_only=headers_only)
    fields = _Fields(parsed)
    body = _Body() if headers_only else _read_body(parsed)
    sender = next(iter(fields.addresses("from")), Address("", ""))
    via = next(iter(fields.addresses("sender")), None)
    return Message(
        key=key,
        thread_key=thread_key,
        message_id=_own_id(fields.first("message-id")),
        in_reply_to=message_ids(fields.first("in-reply-to")),
        references=message_ids(fields.first("references")),
        date=parse_date(fields.first("date")) or received or _EPOCH,
        subject=fields.first("subject"),
        sender=sender,
        via=via if via and via.folded != sender.folded else None,
        reply_to=fields.addresses("reply-to"),
        to=fields.addresses("to"),
        cc=fields.addresses("cc"),
        bcc=fields.addresses("bcc"),
        headers=tuple((n, v) for n, v in fields.all if n.casefold() not in _MODELLED),
        special_use=special_use,
        is_draft=is_draft,
        is_read=is_read,
        is_reaction=body.is_reaction,
        text=None if headers_only else _shortened(body.as_text()),
        html=None if headers_only else body.as_html(),
        calendars=tuple(body.calendars),
        attachments=tuple(body.attachments),
    )


def parse_draft(raw: bytes, *, key: str, version: str, thread_key: str, link: str = "") -> Draft:
    """Read a stored draft whole, its attachments' digests included; never raises."""
    parsed = _parse(raw, headers_only=False)
    fields = _Fields(parsed)
    body = _read_body(parsed, is_draft=True)
    return Draft(
        key=key,
        version=version,
        thread_key=thread_key,
        message_id=_own_id(fields.first("message-id")),
        sender=next(iter(fields.addresses("from")), Address("", "")),
        to=fields.addresses("to"),
        cc=fields.addresses("cc"),
        bcc=fields.addresses("bcc"),
        reply_to=fields.addresses("reply-to"),
        subject=fields.first("subject"),
        in_reply_to=next(iter(message_ids(fields.first("in-reply-to"))), ""),
        references=message_ids(fields.first("references")),
        text=body.as_text(),
        html=body.as_html() or "",
        attachments=tuple(body.attachments),
        date=parse_date(fields.first("date")),
        link=link,
    )


def parse_addresses(value: str) -> tuple[Address, ...]:
    """Read an address list (RFC 5322 §3.4), encoded words in names decoded (G39).

    Names that lack their quotes are taken for names: `Dana @ Northwind <dana@x.example>` and
    `Ortiz, Dana <dana@x.example>` are one address each. What has no `@` is an address only where
    nothing beside it has one.
    """
    quoted = _BARE_NAME.sub(_put_in_quotes, value[:_LONGEST_LIST])
    try:
        pairs = _read_addresses(quoted)
    except (ValueError, IndexError, RecursionError):
        return ()
    found, before = [], ""
    is_any_whole = any("@" in address for _, address in pairs)
    for name, address in pairs:
        bare = _CONTROL.sub("", address).strip()
        if len(bare) > 2 and bare[0] == bare[-1] == "'":
            bare = bare[1:-1]
        if is_any_whole and bare and "@" not in bare:
            before = "" if name else f"{before}{bare}, "
            continue
        shown = display_name(_joined_words(name)).strip("'\"").strip()
        if bare or shown:
            found.append(Address(f"{before}{shown}" if shown else "", bare))
        before = ""
    return tuple(found)


def display_name(text: str) -> str:
    """Return a decoded display name (RFC 5322 §3.4) on one line; empty where it is hostile.

    What is left of `Dana <ESC>]0;…` without its escape would stand in a greeting: whoever writes
    such a name is called by the address.
    """
    if _HOSTILE.search(text) or "=?" in text:  # an encoded word that can't be decoded
        return ""
    return " ".join(_CONTROL.sub(" ", _DIRECTION.sub("", text)).split())


def _read_addresses(value: str) -> list[tuple[str, str]]:
    try:
        return getaddresses([value], strict=False)  # type: ignore[call-arg,unused-ignore]
    except TypeError:  # Python before the strict mode came
        return getaddresses([value])


def _put_in_quotes(found: re.Match[str]) -> str:
    name = found[1].strip()
    return f' "{name}" <' if "@" in name else found[0]


def message_ids(value: str) -> tuple[str, ...]:
    """Return every msg-id of a header field, with `< >`, in order, each once."""
    found = dict.fromkeys(_MESSAGE_ID.findall(value))
    return tuple(i for i in found if len(i.encode("utf-8", "replace")) <= _LONGEST_ID)


def parse_date(value: str) -> datetime | None:
    """Read a Date field; aware, and None where it can't be read or makes no sense.

    An unknown zone (`-0000`, RFC 5322 §3.3) counts as UTC.
    """
    try:
        date = parsedate_to_datetime(value)
        if date.tzinfo is None:
            date = date.replace(tzinfo=UTC)
        if 1971 <= date.year <= 2200:
            date.astimezone(UTC)
            return date
    except (ValueError, TypeError, OverflowError, IndexError, AttributeError):
        pass
    return None


def decode_header(value: str) -> str:
    """Return a header field's value on one line, encoded words decoded, controls left out."""
    decoded = _joined_words(value)
    return _CONTROL.sub(" ", decoded.replace("\r\n", "\n").replace("\n", " ")).strip()


def _joined_words(value: str) -> str:
    return _decode_words(_BETWEEN_WORDS.sub(r"\1", value))


def _decode_words(value: str) -> str:
    """Decode runs of encoded words; bytes of one charset are joined before they are decoded."""
    out: list[str] = []
    pending, charset, position = b"", "", 0
    for found in _WORD.finditer(value):
        between = value[position : found.start()]
        if pending and (between or found[1].casefold() != charset):
            out.append(_decode(pending, charset))
            pending = b""
        out.append(between)
        charset, position = found[1].casefold(), found.end()
        pending += _word_bytes(found)
    if pending:
        out.append(_decode(pending, charset))
    return "".join(out) + value[position:]


def _word_bytes(found: re.Match[str]) -> bytes:
    content = found[3].encode("ascii", "replace")
    if found[2] in "qQ":
        return quopri.decodestring(content.replace(b"_", b" "), header=True)
    try:
        return base64.b64decode(content + b"=" * (-len(content) % 4))
    except (binascii.Error, ValueError):
        return found[0].encode("utf-8", "replace")


class _Fields:
    """The header fields of a parsed message, decoded one by one."""

    def __init__(self, parsed: Part) -> None:
        self._raw = [(name, _unescape(str(value))) for name, value in parsed.raw_items()]
        self.all = tuple((_CONTROL.sub("", n), decode_header(v)) for n, v in self._raw)

    def first(self, name: str) -> str:
        """Return the first field of that name, decoded; empty where there is none."""
        return next((v for n, v in self.all if n.casefold() == name), "")

    def addresses(self, name: str) -> tuple[Address, ...]:
        """Return the addresses of all fields of that name."""
        values = [v for n, v in self._raw if n.casefold() == name]
        return tuple(a for v in values for a in parse_addresses(" ".join(v.split())))


class _Body:
    """What the parts of a message hold."""

    def __init__(self) -> None:
        self.plain: list[str] = []
        self.html: list[str] = []
        self.calendars: list[str] = []
        self.attachments: list[Attachment] = []
        self.is_reaction = False

    def as_text(self) -> str:
        """Return the plain text, made from the HTML where there is no plain one."""
        text = "\n\n".join(t for t in self.plain if t.strip())
        if text.strip() or not self.html:
            return text
        from mailer.markup import html_to_text

        return html_to_text("\n".join(self.html))

    def as_html(self) -> str | None:
        """Return the HTML, or None where there is none."""
        return "\n".join(self.html) or None


def _parse(raw: bytes, *, headers_only: bool) -> Part:
    if headers_only:
        return BytesHeaderParser().parsebytes(raw)
    try:
        return email.message_from_bytes(raw)
    except (RecursionError, ValueError, AssertionError, LookupError):
        return BytesHeaderParser().parsebytes(raw)


def _read_body(parsed: Part, *, is_draft: bool = False) -> _Body:
    body = _Body()
    try:
        for count, part in enumerate(_leaves(parsed)):
            if count >= _MAX_PARTS:
                break
            _read_part(part, body, is_draft=is_draft)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError):
        pass  # what was read so far is what can be had of it
    return body


def _leaves(parsed: Part) -> Iterator[Part]:
    """Walk the parts without recursion; a forwarded message counts as one part."""
    stack = [parsed]
    while stack:
        part = stack.pop()
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            stack.extend(p for p in reversed(payload) if isinstance(p, Part))
        else:
            yield part


def _read_part(part: Part, body: _Body, *, is_draft: bool) -> None:
    """Take what a part holds: of a draft all of it, for its fingerprint stands for every word."""
    most = None if is_draft else _LARGEST_PART
    _shorten_parameters(part)
    kind = part.get_content_type()
    name = decode_header(_unescape(str(part.get_filename() or "")))
    is_attached = str(part.get("Content-Disposition") or "").lower().startswith("attachment")
    if kind == _REACTION:
        body.is_reaction = True
    elif kind in _CALENDARS or name.lower().endswith(".ics"):
        calendar = _text_of(part, most)
        if calendar.strip() not in {c.strip() for c in body.calendars}:
            body.calendars.append(calendar)
    elif (kind == "text/plain" and not is_attached) or kind.startswith("multipart/"):
        # a multipart that has no parts is shown as it stands
        body.plain.append(_unflow(_text_of(part, most), part))
    elif kind == "text/html" and not is_attached:
        body.html.append(_text_of(part, most))
    else:
        body.attachments.append(_attachment(part, kind, name, digests=is_draft))


def _shorten_parameters(part: Part) -> None:
    for name in ("Content-Type", "Content-Disposition"):
        value = str(part.get(name, ""))
        if len(value) > _LONGEST_PARAMETERS:
            part.replace_header(name, value[:_LONGEST_PARAMETERS])


def _attachment(part: Part, kind: str, name: str, *, digests: bool) -> Attachment:
    payload = part.get_payload()
    if not digests or not isinstance(payload, str):
        size = len(payload) * 3 // 4 if isinstance(payload, str) else 0
        return Attachment(name, kind, size)
    content = _bytes_of(part)
    return Attachment(name, kind, len(content), hashlib.sha256(content).hexdigest())


def _bytes_of(part: Part) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, binascii.Error):
        content = None
    if isinstance(content, bytes):
        return content
    payload = part.get_payload()
    return payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""


def _text_of(part: Part, most: int | None) -> str:
    try:
        charset = str(part.get_content_charset() or "")
    except (ValueError, LookupError, AttributeError):
        charset = ""
    text = _decode(_bytes_of(part)[:most], charset)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}\n[…]"


def _decode(content: bytes, charset: str) -> str:
    """Decode by the declared charset, else as UTF-8, else as Windows-1252."""
    for candidate in (charset.strip("\"'"), "utf-8"):
        if candidate and candidate not in ("unknown-8bit", "us-ascii", "ascii"):
            try:
                return content.decode(candidate)
            except UnicodeDecodeError as error:
                good = content[: error.start]
                if len(content) - len(good) < 4 and not good.isascii():
                    return good.decode(candidate, "replace")  # cut in the middle of a character
            except (LookupError, UnicodeError, ValueError):
                continue
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _unescape(value: str) -> str:
    """Give raw 8-bit header bytes back their characters."""
    try:
        return _decode(value.encode("ascii", "surrogateescape"), "")
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace").decode("utf-8", "replace")


def _unflow(text: str, part: Part) -> str:
    """Join the soft lines of format=flowed (RFC 3676 §4.1)."""
    try:
        is_flowed = str(part.get_param("format") or "").lower() == "flowed"
        deletes_space = str(part.get_param("delsp") or "").lower() == "yes"
    except (ValueError, LookupError, AttributeError):
        return text
    if not is_flowed:
        return text
    out: list[str] = []
    is_open = False
    for line in text.split("\n"):
        unstuffed = line[1:] if line.startswith(" ") else line
        is_soft = unstuffed.endswith(" ") and unstuffed != "-- " and not line.startswith(">")
        kept = unstuffed[:-1] if is_soft and deletes_space else unstuffed
        if is_open and not line.startswith(">"):
            out[-1] += kept
        else:
            out.append(kept)
        is_open = is_soft
    return "\n".join(out)


def _own_id(value: str) -> str:
    found = message_ids(value)
    if found:
        return found[0]
    bare = value.strip().strip("<>")
    is_one = "@" in bare and len(bare) <= _LONGEST_ID and not re.search(r"[\s<>]", bare)
    return f"<{bare}>" if is_one else ""
