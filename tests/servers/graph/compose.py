"""What Exchange makes of messages: JSON, the reply draft with its quote, cleaned HTML.

- createReply quotes the original below a rule and `divRplyFwdMsg`, with a Sent line in UTC
  whatever the Prefer header says (G45); it marks the original as read (G49)
- a draft or a meeting message can't be answered (G48, G50)
- `comment` together with a body is refused (message: createReply, learn.microsoft.com)
- stored HTML loses scripts, event handlers, comments and `data-` attributes (G61)
"""

from __future__ import annotations

import base64
import re
from datetime import UTC, datetime
from html import escape
from typing import Any
from urllib.parse import quote

from .language import expansions
from .store import IN_REPLY_TO, REFERENCES, Item, Mailbox, Person, plain

ONLY_WHEN_SELECTED = ("internetMessageHeaders", "uniqueBody")
"""learn.microsoft.com/graph/api/resources/message: returned only on $select."""

_BODY_TAG = re.compile(r"(?is)<body\b[^>]*>")


class Refusal(Exception):  # noqa: N818 - it is an answer of the service
    """An answer of status 400 and above."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code = status, code


# --- messages as JSON ----------------------------------------------------------------------


def represent(
    item: Item, *, prefer: str = "", select: str = "", expand: str = "", owner: str = ""
) -> dict[str, Any]:
    """Return a message as the service shows it under these options."""
    whole = _whole(item, prefer, owner)
    if select:
        wanted = {name.strip() for name in select.split(",")} | {"id"}
        shown = {k: v for k, v in whole.items() if k in wanted or k.startswith("@")}
    else:
        shown = {k: v for k, v in whole.items() if k not in ONLY_WHEN_SELECTED}
    for relation, options in expansions(expand):
        shown |= _expanded(item, relation, options)
    return shown


def _whole(item: Item, prefer: str, owner: str) -> dict[str, Any]:
    key = item.immutable_key if wants_immutable(prefer) else item.key
    body = as_body(item.body, item.body_type, prefer)
    whole: dict[str, Any] = {
        "@odata.etag": f'W/"{item.change_key}"',
        "id": key,
        "changeKey": item.change_key,
        "createdDateTime": moment(item.created),
        "lastModifiedDateTime": moment(item.modified),
        "categories": item.categories,
        "receivedDateTime": moment(item.received),
        "sentDateTime": moment(item.sent),
        "hasAttachments": any(not part.is_inline for part in item.parts),
        "internetMessageId": item.message_id or None,
        "subject": item.subject,
        "bodyPreview": " ".join(item.plain_text.split())[:255],
        "importance": "normal",
        "parentFolderId": item.folder,
        "conversationId": item.conversation,
        "isRead": item.is_read,
        "isDraft": item.is_draft,
        "webLink": f"https://outlook.office365.com/owa/?ItemID={quote(key, safe='')}"
        "&exvsurl=1&viewmodel=ReadMessageItem",
        "body": body,
        "uniqueBody": {**body, "content": _unique(body["content"])},
        "sender": _one(item.sender),
        "from": _one(item.from_),
        "toRecipients": _many(item.to),
        "ccRecipients": _many(item.cc),
        "bccRecipients": _many(item.bcc),
        "replyTo": _many(item.reply_to),
        "flag": item.flag,
        "internetMessageHeaders": [{"name": n, "value": v} for n, v in item.headers] or None,
    }
    if item.is_meeting:
        whole["@odata.type"] = "#microsoft.graph.eventMessage"
    if whole["internetMessageHeaders"] is None:
        del whole["internetMessageHeaders"]  # sent messages and drafts have none
    return whole


def _expanded(item: Item, relation: str, options: str) -> dict[str, Any]:
    if relation == "singleValueExtendedProperties":
        wanted = {canonical(i) for i in re.findall(r"id eq '([^']*)'", options)}
        found = [{"id": k, "value": v} for k, v in item.extended.items() if k in wanted]
        return {relation: found} if found else {}  # absent where none is set
    if relation == "attachments":
        fields = re.search(r"\$select=([\w,/.]+)", options)
        parts = [attachment(part) for part in item.parts]
        if fields:
            wanted = {*fields[1].split(","), "id"}
            parts = [{k: v for k, v in p.items() if k in wanted or "@" in k} for p in parts]
        return {relation: parts}
    raise Refusal(400, "BadRequest", f"Could not find a property named '{relation}'")


def attachment(part: Any, *, with_content: bool = False) -> dict[str, Any]:
    """Return an attachment, with its content where it alone was asked for."""
    content = {"contentBytes": base64.b64encode(part.content).decode()} if with_content else {}
    return {
        "@odata.type": "#microsoft.graph.fileAttachment",
        "id": part.key,
        "name": part.name,
        "contentType": part.content_type,
        "size": len(part.content),
        "isInline": part.is_inline,
        **content,
    }


def canonical(name: str) -> str:
    """Return an extended property's id as the service writes it: lower case, no zeros."""
    kind, _, rest = name.partition(" ")
    return f"{kind} " + re.sub(r"0x0*(?=[0-9a-f])", "0x", rest.lower()).replace(" id ", " Id ")


def as_body(content: str, kind: str, prefer: str) -> dict[str, str]:
    """Return a body as Prefer asks for it."""
    if "outlook.body-content-type=" in prefer:
        wanted = "text" if 'content-type="text"' in prefer else "html"
        if wanted == "text" and kind == "html":
            return {"contentType": "text", "content": plain(content)}
        if wanted == "html" and kind == "text":
            return {"contentType": "html", "content": _page(f"<pre>{escape(content)}</pre>")}
    return {"contentType": kind, "content": content}


def wants_immutable(prefer: str) -> bool:
    """Tell whether immutable ids are asked for (outlook-immutable-id)."""
    return 'idtype="immutableid"' in prefer.casefold()


def moment(when: datetime) -> str:
    """Write a time as Graph does."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _unique(content: str) -> str:
    return re.split(r'(?i)<hr\b[^>]*>\s*<div id="divRplyFwdMsg"|\n_{10,}\n', content)[0]


def _one(people: list[Person]) -> dict[str, Any] | None:
    return _many(people)[0] if people else None


def _many(people: list[Person]) -> list[dict[str, Any]]:
    return [{"emailAddress": {"name": name or bare, "address": bare}} for name, bare in people]


# --- writing -------------------------------------------------------------------------------


def make_reply(
    box: Mailbox, original: Item, *, to_all: bool, comment: str = "", message: Any = None
) -> Item:
    """Make the draft that answers a message, quote and recipients included."""
    if original.is_draft or original.is_meeting:
        raise Refusal(400, "ErrorInvalidItemForOperationCreateReply",
                      "Item type is invalid for creating a Reply.")  # fmt: skip
    message = message or {}
    if comment and "body" in message:
        raise Refusal(400, "ErrorInvalidRequest", "Comment and Body can't both be specified.")
    prefix = "" if re.match(r"(?i)re:", original.subject) else "RE: "
    me = [(box.name, box.address)]
    draft = box.add(
        folder="drafts", subject=prefix + original.subject, body_type="html", from_=me,
        body=_page(_comment(comment) + _quote(original)), to=_reply_to(box, original, to_all),
        cc=_without_me(box, original.cc) if to_all else [],
    )  # fmt: skip
    draft.is_draft = draft.is_read = True
    draft.extended[IN_REPLY_TO] = original.message_id
    chain = original.extended.get(REFERENCES) or original.extended.get(IN_REPLY_TO, "")
    draft.extended[REFERENCES] = f"{chain} {original.message_id}".strip()
    original.is_read = True
    box.touch(original)
    if message:
        apply(box, draft, message)
    return draft


def _reply_to(box: Mailbox, original: Item, to_all: bool) -> list[Person]:
    first = original.reply_to or original.from_
    if [a.casefold() for _, a in first] == [box.address.casefold()]:
        first = original.to
    others = original.to if to_all else []
    seen = {a.casefold() for _, a in first}
    return first + [(n, a) for n, a in _without_me(box, others) if a.casefold() not in seen]


def _without_me(box: Mailbox, people: list[Person]) -> list[Person]:
    return [(n, a) for n, a in people if a.casefold() != box.address.casefold()]


def _comment(text: str) -> str:
    return f"<div>{text}</div>" if text else ""  # taken as markup, line ends collapse (G44)


def _quote(original: Item) -> str:
    when = original.sent.astimezone(UTC)
    hour = f"{when.hour % 12 or 12}:{when:%M:%S} {'AM' if when.hour < 12 else 'PM'}"
    lines = [
        ("From", _shown(original.from_)),
        ("Sent", f"{when:%A, %B} {when.day}, {when.year} {hour}"),
        ("To", _shown(original.to)),
        *([("Cc", _shown(original.cc))] if original.cc else []),
        ("Subject", escape(original.subject)),
    ]
    header = "<br>\r\n".join(f"<b>{name}:</b> {value}" for name, value in lines)
    is_html = original.body_type == "html"
    body = clean(original.body) if is_html else f"<pre>{escape(original.body)}</pre>"
    opening = _BODY_TAG.search(body)
    inner = body[opening.end() :] if opening else body
    return (
        '<hr tabindex="-1" style="display:inline-block; width:98%">\r\n'
        '<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" color="#000000" '
        f'style="font-size:11pt">{header}</font>\r\n<div>&nbsp;</div>\r\n</div>\r\n'
        + re.sub(r"(?is)</body>.*", "", inner)
    )


def _shown(people: list[Person]) -> str:
    return "; ".join(escape(f"{n} <{a}>" if n else a) for n, a in people)


def _page(inner: str) -> str:
    return (
        '<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
        f"</head><body>{inner}</body></html>"
    )


_WRITABLE = {
    "body", "subject", "toRecipients", "ccRecipients", "bccRecipients", "replyTo", "from",
    "sender", "importance", "isRead", "flag", "categories",
}  # fmt: skip
_WRITABLE_AFTER_SENDING = {"isRead", "flag", "categories", "importance"}


def apply(box: Mailbox, item: Item, changes: dict[str, Any]) -> None:
    """Change a message as PATCH does: lists are replaced whole (G29)."""
    unwritable = changes.keys() - (_WRITABLE if item.is_draft else _WRITABLE_AFTER_SENDING)
    if unwritable:
        raise Refusal(400, "ErrorInvalidPropertySet",
                      f"The property can't be set: {', '.join(sorted(unwritable))}")  # fmt: skip
    if "flag" in changes:
        _set_flag(item, changes["flag"])
    if "from" in changes:
        _set_sender(box, item, changes["from"]["emailAddress"])
    if "body" in changes:
        item.body_type = changes["body"].get("contentType", "text")
        content = changes["body"]["content"]
        item.body = clean(content) if item.body_type == "html" else content
    for name, target in (("to", "to"), ("cc", "cc"), ("bcc", "bcc")):
        if f"{name}Recipients" in changes:
            setattr(item, target, _read_people(changes[f"{name}Recipients"]))
    if "replyTo" in changes:
        item.reply_to = _read_people(changes["replyTo"])
    if "subject" in changes and changes["subject"] != item.subject:
        item.subject = changes["subject"]
        item.conversation = box.conversation_of(item.subject, item.number)
    if "isRead" in changes:
        item.is_read = changes["isRead"]
    box.touch(item)


def _set_flag(item: Item, flag: dict[str, Any]) -> None:
    if "dueDateTime" in flag and "startDateTime" not in flag:
        # learn.microsoft.com/graph/api/resources/followupflag
        raise Refusal(400, "ErrorInvalidRequest", "A due date needs a start date.")
    item.flag = {**flag, "flagStatus": flag.get("flagStatus", "flagged")}


def _set_sender(box: Mailbox, item: Item, address: dict[str, str]) -> None:
    bare = address["address"]
    if bare.casefold() not in {a.casefold() for a in (box.address, *box.aliases)}:
        raise Refusal(403, "ErrorSendAsDenied", "The user account which was used to submit this "
                      "request does not have the right to send mail on behalf of the specified "
                      "sending account.")  # fmt: skip
    item.from_ = item.sender = [(address.get("name") or box.name, bare)]


def _read_people(entries: list[Any]) -> list[Person]:
    people = []
    for entry in entries:
        address = entry["emailAddress"]
        if "@" not in address.get("address", ""):
            raise Refusal(400, "ErrorInvalidRecipients", "At least one recipient is not valid.")
        people.append((address.get("name", ""), address["address"]))
    return people


def clean(html: str) -> str:
    """Clean HTML a little, as Exchange does when it stores it (G61)."""
    html = re.sub(r"(?is)<script\b.*?</script\s*>|<!--.*?-->", "", html)
    html = re.sub(r"""(?i)\s(?:on\w+|data-[\w-]+)\s*=\s*("[^"]*"|'[^']*')""", "", html)
    html = re.sub(r"(?i)<p>", '<p style="margin-top:0; margin-bottom:0">', html)
    return html if _BODY_TAG.search(html) else _page(html)
