"""The mailbox behind the Graph server: folders, messages, conversations, ids that change.

Rules, each with the place where it was learnt:

- every message has two ids; the ordinary one changes when the message moves or is sent, the
  immutable one does not (G57); both hold `/`, `+` and `=`, so that an unencoded path breaks (G55)
- a conversation is a topic, the subject without prefixes: equal subjects share one (G47), and a
  changed subject starts another (G46)
- `changeKey` changes with every write (G59)
- DELETE moves to Deleted Items, where the message can still be read (G60)
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern
from email.utils import getaddresses, parsedate_to_datetime
from html import unescape

Person = tuple[str, str]
"""Display name and bare address."""

WELL_KNOWN = {
    "inbox": "Inbox",
    "drafts": "Drafts",
    "sentitems": "Sent Items",
    "deleteditems": "Deleted Items",
    "junkemail": "Junk Email",
    "archive": "Archive",
    "outbox": "Outbox",
    "conversationhistory": "Conversation History",
    "msgfolderroot": "Top of Information Store",
}
REFERENCES, IN_REPLY_TO, ITEM_CLASS = "String 0x1039", "String 0x1042", "String 0x1a"
_PREFIX = re.compile(r"^\s*(?:re|aw|sv|fw|fwd|wg|antw)\s*(?:\[\d+\])?\s*:\s*", re.IGNORECASE)


@dataclass
class Part:
    """An attachment."""

    name: str
    content_type: str
    content: bytes
    is_inline: bool = False

    @property
    def key(self) -> str:
        """Its id."""
        return opaque(f"attachment {self.name} {len(self.content)}")


@dataclass
class Item:
    """A stored message."""

    number: int
    folder: str
    subject: str
    body: str
    body_type: str
    from_: list[Person]
    sender: list[Person]
    to: list[Person]
    cc: list[Person]
    message_id: str
    conversation: str
    received: datetime
    sent: datetime
    created: datetime
    modified: datetime
    bcc: list[Person] = field(default_factory=list)
    reply_to: list[Person] = field(default_factory=list)
    headers: list[tuple[str, str]] = field(default_factory=list)
    extended: dict[str, str] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    flag: dict[str, object] = field(default_factory=lambda: {"flagStatus": "notFlagged"})
    categories: list[str] = field(default_factory=list)
    is_draft: bool = False
    is_read: bool = False
    is_meeting: bool = False
    moves: int = 0
    writes: int = 1
    raw: bytes = b""

    @property
    def key(self) -> str:
        """The ordinary id: another one after every move (G57)."""
        return opaque(f"item {self.number} {self.moves}")

    @property
    def immutable_key(self) -> str:
        """The immutable id."""
        return opaque(f"immutable {self.number}", "AAkAL")

    @property
    def change_key(self) -> str:
        """The version; also inside the ETag."""
        return opaque(f"version {self.number} {self.writes}", "CQAAABYAAAB")[:40]

    @property
    def plain_text(self) -> str:
        """The body as text."""
        return self.body if self.body_type == "text" else plain(self.body)

    def odata(self, path: str) -> object:
        """Return the value that a filter compares."""
        sender = self.from_[0] if self.from_ else ("", "")
        values: dict[str, object] = {
            "conversationId": self.conversation,
            "internetMessageId": self.message_id,
            "parentFolderId": self.folder,
            "receivedDateTime": self.received,
            "sentDateTime": self.sent,
            "createdDateTime": self.created,
            "lastModifiedDateTime": self.modified,
            "subject": self.subject,
            "isDraft": self.is_draft,
            "isRead": self.is_read,
            "hasAttachments": bool(self.parts),
            "from/emailAddress/name": sender[0],
            "from/emailAddress/address": sender[1],
        }
        return values.get(path)

    def extended_pairs(self) -> Iterable[Pair]:
        """Return the extended properties for `any(…)` in a filter."""
        return [Pair(key, value) for key, value in self.extended.items()]


@dataclass(frozen=True)
class Pair:
    """One extended property, as a filter sees it."""

    key: str
    value: str

    def odata(self, path: str) -> object:
        """Return `id` or `value`."""
        return self.key if path == "id" else self.value


class Mailbox:
    """One person's mailbox."""

    def __init__(
        self, address: str, name: str = "", *, now: Callable[[], datetime] | None = None
    ) -> None:
        self.address = address
        self.name = name or address.partition("@")[0]
        self.aliases: list[str] = []
        self.now = now or (lambda: datetime.now(UTC))
        self.items: list[Item] = []
        self.folders = {opaque(f"folder {w} {address}"): w for w in WELL_KNOWN}
        self.parents: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self._numbers = itertools.count(1)

    # --- folders ---

    def folder(self, name: str) -> str | None:
        """Return the id of a folder named by id or by its well-known name."""
        if name in self.folders:
            return name
        return next((key for key, w in self.folders.items() if w and w == name.casefold()), None)

    def add_folder(self, name: str, parent: str = "msgfolderroot") -> str:
        """Make a folder of the user's own and return its id."""
        key = opaque(f"folder own {name} {len(self.folders)}")
        self.folders[key] = ""
        self.names[key] = name
        self.parents[key] = self.folder(parent) or ""
        return key

    def in_folder(self, name: str) -> list[Item]:
        """Return a folder's messages, oldest first."""
        return [item for item in self.items if item.folder == self.folder(name)]

    # --- messages ---

    def find(self, key: str) -> Item | None:
        """Return the message of that ordinary or immutable id."""
        return next((i for i in self.items if key in (i.key, i.immutable_key)), None)

    def deliver(
        self, raw: bytes | EmailMessage, folder: str = "inbox", *, is_read: bool = True,
        received: datetime | None = None,
    ) -> Item:  # fmt: skip
        """Lay a message into a folder, as Exchange would on delivery."""
        data = raw if isinstance(raw, bytes) else raw.as_bytes()
        message = message_from_bytes(data, policy=modern)
        body, body_type = _body(message)
        when = received or _date(message) or self.now()
        item = self.add(
            folder=folder, subject=str(message["Subject"] or ""), body=body, body_type=body_type,
            from_=_people(message, "From"), to=_people(message, "To"), cc=_people(message, "Cc"),
            message_id=str(message["Message-ID"] or "").strip(), received=when,
            sent=_date(message) or when,
        )  # fmt: skip
        item.sender = _people(message, "Sender") or item.from_
        item.bcc, item.reply_to = _people(message, "Bcc"), _people(message, "Reply-To")
        item.is_read, item.raw = is_read, data
        item.is_draft = item.folder == self.folder("drafts")
        item.parts = list(_parts(message))
        if item.folder not in (self.folder("sentitems"), self.folder("drafts")):
            # transport header fields exist on received mail alone
            item.headers = [(k, " ".join(str(v).split())) for k, v in message.items()]
        for field_name, key in (("References", REFERENCES), ("In-Reply-To", IN_REPLY_TO)):
            if message[field_name]:
                item.extended[key] = " ".join(str(message[field_name]).split())
        _note_meeting(item, message)
        return item

    def add(self, *, folder: str, subject: str, body: str, body_type: str, from_: list[Person],
            to: list[Person], cc: list[Person], message_id: str = "",
            received: datetime | None = None, sent: datetime | None = None) -> Item:  # fmt: skip
        """Lay a new message down and return it."""
        number, now = next(self._numbers), self.now()
        item = Item(
            number=number, folder=self.folder(folder) or folder, subject=subject, body=body,
            body_type=body_type, from_=from_, sender=from_, to=to, cc=cc,
            message_id=message_id or f"<{opaque(f'mid {number} {self.address}')[:24]}"
            "@EURP190MB0001.EURP190.PROD.OUTLOOK.COM>".replace("/", "0").replace("+", "1"),
            conversation=self.conversation_of(subject, number),
            received=received or now, sent=sent or received or now, created=now, modified=now,
            extended={ITEM_CLASS: "IPM.Note"},
        )  # fmt: skip
        self.items.append(item)
        return item

    def conversation_of(self, subject: str, number: int) -> str:
        """Return the conversation of a topic (G46, G47)."""
        topic = subject
        while (shorter := _PREFIX.sub("", topic)) != topic:
            topic = shorter
        return opaque(f"topic {topic.strip().casefold() or number}", "AAQkAD")

    def touch(self, item: Item) -> None:
        """Note a write: another version, another time."""
        item.writes += 1
        item.modified = self.now()

    def move(self, item: Item, folder: str) -> None:
        """Move a message: its ordinary id changes (G57)."""
        item.folder = self.folder(folder) or folder
        item.moves += 1
        self.touch(item)


def opaque(name: str, prefix: str = "AAMkAG") -> str:
    """Make an id as Exchange makes them; every one holds `/`, `+` and `=` (G55)."""
    digest = hashlib.sha256(name.encode()).digest()
    return f"{prefix}{base64.b64encode(digest).decode()[:30].replace('=', 'A')}/+{name[0]}A="


def plain(html: str) -> str:
    """Turn HTML into text, roughly as Exchange does."""
    text = re.sub(r"(?is)<(script|style|head)\b.*?</\1\s*>|<!--.*?-->", "", html)
    text = re.sub(r"(?i)<br\s*/?>|</(?:p|div|tr|li|h\d)>", "\n", text)
    return unescape(re.sub(r"(?s)<[^>]*>", "", text)).replace("\xa0", " ").strip()


def _people(message: EmailMessage, name: str) -> list[Person]:
    values = [str(value) for value in message.get_all(name, [])]
    return [(n, a) for n, a in getaddresses(values) if a]


def _date(message: EmailMessage) -> datetime | None:
    try:
        when = parsedate_to_datetime(str(message["Date"]))
    except (TypeError, ValueError):
        return None
    return when.replace(tzinfo=when.tzinfo or UTC).astimezone(UTC)


def _body(message: EmailMessage) -> tuple[str, str]:
    part = message.get_body(("html", "plain"))
    if part is None:
        return "", "text"
    return part.get_content(), "html" if part.get_content_subtype() == "html" else "text"


def _parts(message: EmailMessage) -> Iterable[Part]:
    for part in message.iter_attachments():
        content = part.get_payload(decode=True)
        is_meeting = part.get_content_type() == "text/calendar" and not part.get_filename()
        if isinstance(content, bytes) and not is_meeting:
            yield Part(part.get_filename() or "", part.get_content_type(), content)


_METHOD_CLASSES = {
    "REQUEST": "IPM.Schedule.Meeting.Request",
    "CANCEL": "IPM.Schedule.Meeting.Canceled",
    "REPLY": "IPM.Schedule.Meeting.Resp.Pos",
}


def _note_meeting(item: Item, message: EmailMessage) -> None:
    """Make a meeting message of mail with a text/calendar part ([MS-OXCICAL])."""
    for part in message.walk():
        if part.get_content_type() != "text/calendar" or part.get_filename():
            continue  # a calendar file that is attached stays one
        text = str(part.get_content())
        method = re.search(r"(?m)^METHOD:(\w+)", text)
        if method and method[1].upper() in _METHOD_CLASSES:
            item.is_meeting = True
            item.extended[ITEM_CLASS] = _METHOD_CLASSES[method[1].upper()]
            item.extended.update(_meeting_properties(text))


_APPOINTMENT = "{00062002-0000-0000-c000-000000000046}"
_MEETING = "{6ed8da90-450b-101b-98da-00aa003f1305}"


def _meeting_properties(text: str) -> Iterable[tuple[str, str]]:
    event = re.sub(r"\r?\n[ \t]", "", text).partition("BEGIN:VEVENT")[2]

    def value(name: str) -> str:
        found = re.search(rf"(?m)^{name}[^:\n]*:(.*?)\r?$", event)
        return found[1] if found else ""

    for name, number in (("DTSTART", "0x820d"), ("DTEND", "0x820e")):
        when = _utc(event, name)
        if when:
            yield f"SystemTime {_APPOINTMENT} Id {number}", when
    if value("LOCATION"):
        yield f"String {_APPOINTMENT} Id 0x8208", value("LOCATION").replace("\\,", ",")
    yield f"Integer {_APPOINTMENT} Id 0x8201", value("SEQUENCE") or "0"
    yield f"Boolean {_APPOINTMENT} Id 0x8215", str("VALUE=DATE:" in event).lower()
    uid = value("UID").encode()
    content = b"vCal-Uid\x01\0\0\0" + uid + b"\0"
    blob = (
        bytes.fromhex("040000008200e00074c5b7101a82e008") + bytes(20)
        + len(content).to_bytes(4, "little") + content
    )  # fmt: skip
    yield f"Binary {_MEETING} Id 0x3", base64.b64encode(blob).decode()


def _utc(event: str, name: str) -> str:
    found = re.search(
        rf"(?m)^{name}(?:;TZID=([^:;\n]+)|[^:\n]*):(\d{{8}})(?:T(\d{{6}})(Z?))?", event
    )
    if not found:
        return ""
    from zoneinfo import ZoneInfo

    when = datetime.strptime(found[2] + (found[3] or "000000"), "%Y%m%d%H%M%S")  # noqa: DTZ007
    zone = ZoneInfo(found[1]) if found[1] and not found[4] else UTC
    return when.replace(tzinfo=zone).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
