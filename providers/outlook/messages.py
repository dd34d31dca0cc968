"""Turns Graph's messages into the values of `mailer.model`, and the other way round.

In-Reply-To and References stand in `internetMessageHeaders` of received mail alone; for sent
messages and drafts they are read as extended properties: PidTagInternetReferences (0x1039) and
PidTagInReplyToId (0x1042), [MS-OXOMSG] §2.2.1. Graph lets nobody set them (G58).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from mailer.fields import decode_header, display_name
from mailer.model import Address, Attachment, Draft, Message, SpecialUse
from providers.outlook.meetings import PROPERTIES, Meeting, calendar_text, canonical, is_answerable

REFERENCES = "String 0x1039"
IN_REPLY_TO = "String 0x1042"

HEADER_FIELDS = (
    "id,conversationId,internetMessageId,subject,from,sender,replyTo,toRecipients,ccRecipients,"
    "bccRecipients,sentDateTime,receivedDateTime,isDraft,isRead,parentFolderId,hasAttachments,"
    "bodyPreview"
)
WHOLE_FIELDS = f"{HEADER_FIELDS},internetMessageHeaders,body"
DRAFT_FIELDS = f"{HEADER_FIELDS},changeKey,webLink,body"


def expand_properties(*names: str) -> str:
    """Return the `$expand` option that reads extended properties."""
    wanted = " or ".join(f"id eq '{name}'" for name in names)
    return f"singleValueExtendedProperties($filter={wanted})"


THREADING = expand_properties(REFERENCES, IN_REPLY_TO)
WHOLE = (
    f"{expand_properties(REFERENCES, IN_REPLY_TO, *PROPERTIES)},"
    "attachments($select=id,name,contentType,size,isInline)"
)

_SEEN_ELSEWHERE = frozenset({
    "from", "to", "cc", "bcc", "sender", "reply-to", "subject", "date", "message-id",
    "in-reply-to", "references",
})  # fmt: skip


def to_message(
    data: Mapping[str, Any], *, uses: Mapping[str, SpecialUse], thread_key: str
) -> Message:
    """Make a message of Graph's JSON; bodies only where the JSON has them."""
    properties, headers = _properties(data), _headers(data)
    sender = _address(data.get("from")) or _address(data.get("sender")) or Address("", "")
    via = _address(data.get("sender"))
    date = _date(data)
    subject = str(data.get("subject") or "")
    recipients = (*_addresses(data, "toRecipients"), *_addresses(data, "ccRecipients"))
    text, html = _bodies(data)
    calendar = calendar_text(properties, Meeting(subject, sender, recipients, date))
    attachments = tuple(_attachment(a) for a in data.get("attachments") or ())
    is_draft = bool(data.get("isDraft"))
    return Message(
        key=str(data.get("id") or ""),
        thread_key=thread_key,
        message_id=str(data.get("internetMessageId") or ""),
        in_reply_to=_ids(properties, headers, IN_REPLY_TO, "in-reply-to"),
        references=_ids(properties, headers, REFERENCES, "references"),
        date=date,
        subject=subject,
        sender=sender,
        via=via if via and via.folded != sender.folded else None,
        reply_to=_addresses(data, "replyTo"),
        to=_addresses(data, "toRecipients"),
        cc=_addresses(data, "ccRecipients"),
        bcc=_addresses(data, "bccRecipients"),
        headers=tuple(h for h in headers if h[0].casefold() not in _SEEN_ELSEWHERE),
        special_use=uses.get(str(data.get("parentFolderId")), SpecialUse.NONE),
        is_draft=is_draft,
        is_read=bool(data.get("isRead", True)),
        # a reaction reaches Exchange as a message without any content (G4)
        is_reaction=text == "" and not (is_draft or calendar or attachments),
        text=text,
        html=html,
        calendars=(calendar,) if calendar else (),
        attachments=attachments,
        snippet=str(data.get("bodyPreview") or ""),
    )


def can_be_answered(data: Mapping[str, Any]) -> bool:
    """Tell whether Exchange can make a reply to it: no draft, meeting or report (G48, G50)."""
    return not data.get("isDraft") and is_answerable(_properties(data))


def to_draft(data: Mapping[str, Any], *, thread_key: str, answers: Answers | None = None) -> Draft:
    """Make a draft of Graph's JSON.

    `answers` are the In-Reply-To and References known from when it was made; without them they
    are read from the JSON.
    """
    from mailer.markup import html_to_text

    properties = _properties(data)
    body = data.get("body") or {}
    content = str(body.get("content") or "")
    is_html = str(body.get("contentType")).casefold() == "html"
    if answers is None:
        in_reply_to = " ".join(_ids(properties, (), IN_REPLY_TO, ""))
        answers = (in_reply_to, _ids(properties, (), REFERENCES, ""))
    return Draft(
        key=str(data.get("id") or ""),
        version=version_of(data),
        thread_key=thread_key,
        message_id=str(data.get("internetMessageId") or ""),
        sender=_address(data.get("from")) or Address("", ""),
        to=_addresses(data, "toRecipients"),
        cc=_addresses(data, "ccRecipients"),
        bcc=_addresses(data, "bccRecipients"),
        reply_to=_addresses(data, "replyTo"),
        subject=str(data.get("subject") or ""),
        in_reply_to=answers[0],
        references=answers[1],
        text=html_to_text(content) if is_html else content,
        html=content if is_html else "",
        attachments=tuple(_attachment(a) for a in data.get("attachments") or ()),
        date=_date(data),
        link=str(data.get("webLink") or ""),
    )


Answers = tuple[str, tuple[str, ...]]
"""In-Reply-To and References of a draft."""


def version_of(data: Mapping[str, Any]) -> str:
    """Return a draft's version: its change key, another one after every write (G59)."""
    return str(data.get("changeKey") or data.get("lastModifiedDateTime") or "")


def recipients_json(addresses: Sequence[Address]) -> list[dict[str, Any]]:
    """Return addresses as Graph takes them."""
    return [address_json(address) for address in addresses]


def address_json(address: Address) -> dict[str, Any]:
    """Return one address as Graph takes it."""
    named = {"name": address.name} if address.name else {}
    return {"emailAddress": {**named, "address": address.address}}


def moment_of(value: object) -> datetime | None:
    """Return a time of Graph's, or None where it is missing or unreadable."""
    try:
        when = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def moment_text(when: datetime) -> str:
    """Write a time for a filter."""
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _date(data: Mapping[str, Any]) -> datetime:
    names = ("sentDateTime", "receivedDateTime", "createdDateTime", "lastModifiedDateTime")
    moments = (moment_of(data.get(name)) for name in names)
    return next((when for when in moments if when), datetime.fromtimestamp(0, UTC))


def _bodies(data: Mapping[str, Any]) -> tuple[str | None, str | None]:
    body = data.get("body")
    if not isinstance(body, Mapping):
        return None, None
    content = str(body.get("content") or "").replace("\r\n", "\n")
    if str(body.get("contentType")).casefold() != "html":
        return content.strip("\n"), None
    from mailer.markup import html_to_text

    return html_to_text(content), content


def _properties(data: Mapping[str, Any]) -> dict[str, str]:
    pairs = data.get("singleValueExtendedProperties") or ()
    return {canonical(str(p.get("id"))): str(p.get("value") or "") for p in pairs}


def _headers(data: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    entries = data.get("internetMessageHeaders") or ()
    return tuple((str(e.get("name")), decode_header(str(e.get("value") or ""))) for e in entries)


def _ids(
    properties: Mapping[str, str], headers: Sequence[tuple[str, str]], name: str, field: str
) -> tuple[str, ...]:
    from mailer.fields import message_ids

    value = properties.get(canonical(name), "")
    if not value and field:
        value = next((v for n, v in headers if n.casefold() == field), "")
    return message_ids(value)


def _addresses(data: Mapping[str, Any], name: str) -> tuple[Address, ...]:
    found = (_address(entry) for entry in data.get(name) or ())
    return tuple(address for address in found if address)


def _address(entry: object) -> Address | None:
    """Return a recipient; Exchange puts the bare address where the name is missing."""
    inner = entry.get("emailAddress") if isinstance(entry, Mapping) else None
    if not isinstance(inner, Mapping):
        return None
    bare, name = str(inner.get("address") or ""), display_name(str(inner.get("name") or ""))
    return Address("" if name == bare else name, bare) if bare or name else None


def _attachment(entry: Mapping[str, Any]) -> Attachment:
    size = entry.get("size")
    return Attachment(
        name=str(entry.get("name") or ""),
        content_type=str(entry.get("contentType") or "application/octet-stream"),
        size=size if isinstance(size, int) else 0,
    )
