"""Reads the parts of a message: text, HTML, calendars; of attachments name, type and size."""

from __future__ import annotations

import binascii
import hashlib
from collections.abc import Iterator
from email.message import Message as Part

from mailer.charsets import decode
from mailer.fields import decode_header, unescape
from mailer.model import Attachment

_LARGEST_PART = 400_000
_MAX_PARTS = 500
_LONGEST_PARAMETERS = 4_000
"""Of header fields: the email package takes seconds for longer ones."""
_REACTION = "text/vnd.google.email-reaction+json"
_CALENDARS = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})


class Body:
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


def read_body(parsed: Part, *, is_draft: bool = False) -> Body:
    """Read all parts that can be read; of a draft every word, for its fingerprint stands for it."""
    body = Body()
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


def _read_part(part: Part, body: Body, *, is_draft: bool) -> None:
    """Take what a part holds; of what others wrote, the beginning is enough."""
    most = None if is_draft else _LARGEST_PART
    _shorten_parameters(part)
    kind = part.get_content_type()
    name = decode_header(unescape(str(part.get_filename() or "")))
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
    text = decode(_bytes_of(part)[:most], charset)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


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
