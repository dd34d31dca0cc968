"""Bytes to messages: reads whatever lies in a mailbox and never raises on any of it."""

from __future__ import annotations

import email
from datetime import UTC, datetime
from email.message import Message as Part
from email.parser import BytesHeaderParser

from mailer.bodies import Body, read_body
from mailer.fields import Fields, message_ids, parse_date, parse_message_id
from mailer.model import Address, Draft, Message, SpecialUse

_LARGEST_READ = 8 * 1024 * 1024
_LONGEST_TEXT = 100_000
"""Of what others wrote: every word of it is looked at, some hundred times."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MODELLED = frozenset(
    "from sender reply-to to cc bcc subject date message-id in-reply-to references mime-version "
    "content-type content-transfer-encoding content-disposition".split()
)


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
    fields = Fields(parsed)
    body = Body() if headers_only else read_body(parsed)
    sender = next(iter(fields.addresses("from")), Address("", ""))
    via = next(iter(fields.addresses("sender")), None)
    return Message(
        key=key,
        thread_key=thread_key,
        message_id=parse_message_id(fields.first("message-id")),
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
    fields = Fields(parsed)
    body = read_body(parsed, is_draft=True)
    return Draft(
        key=key,
        version=version,
        thread_key=thread_key,
        message_id=parse_message_id(fields.first("message-id")),
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


def _parse(raw: bytes, *, headers_only: bool) -> Part:
    if headers_only:
        return BytesHeaderParser().parsebytes(raw)
    try:
        return email.message_from_bytes(raw)
    except (RecursionError, ValueError, AssertionError, LookupError):
        return BytesHeaderParser().parsebytes(raw)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}\n[…]"
