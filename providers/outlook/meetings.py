"""Turns Exchange's meeting messages back into the calendar text that they came as.

Exchange takes the text/calendar part of an invitation apart and shows properties instead; its
interface can give the part back only message by message. So the properties are read along with
the conversation and written as iCalendar (RFC 5545, RFC 5546), following [MS-OXOCAL] for their
meaning and [MS-OXCICAL] §2.1.3.1.1.20.26 for the UID.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mailer.model import Address

_APPOINTMENT = "{00062002-0000-0000-C000-000000000046}"
_MEETING = "{6ED8DA90-450B-101B-98DA-00AA003F1305}"
ITEM_CLASS = "String 0x001A"
START = f"SystemTime {_APPOINTMENT} Id 0x820D"
END = f"SystemTime {_APPOINTMENT} Id 0x820E"
SEQUENCE = f"Integer {_APPOINTMENT} Id 0x8201"
LOCATION = f"String {_APPOINTMENT} Id 0x8208"
ALL_DAY = f"Boolean {_APPOINTMENT} Id 0x8215"
GLOBAL_ID = f"Binary {_MEETING} Id 0x3"
PROPERTIES = (ITEM_CLASS, START, END, SEQUENCE, LOCATION, ALL_DAY, GLOBAL_ID)

_VCAL_UID = b"vCal-Uid\x01\x00\x00\x00"
_DATA_AT = 40
_METHODS = {
    "ipm.schedule.meeting.request": ("REQUEST", ""),
    "ipm.schedule.meeting.canceled": ("CANCEL", ""),
    "ipm.schedule.meeting.resp.pos": ("REPLY", "ACCEPTED"),
    "ipm.schedule.meeting.resp.neg": ("REPLY", "DECLINED"),
    "ipm.schedule.meeting.resp.tent": ("REPLY", "TENTATIVE"),
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a meeting message's own fields tell besides the properties."""

    subject: str
    sender: Address
    recipients: tuple[Address, ...]
    date: datetime


def canonical(name: str) -> str:
    """Return an extended property's id for comparing: the service rewrites case and zeros."""
    kind, _, rest = name.casefold().partition(" ")
    head, _, number = rest.rpartition("0x")
    return f"{kind} {head}0x{number.lstrip('0')}"


def is_answerable(properties: Mapping[str, str]) -> bool:
    """Tell whether Exchange can make a reply to it: no meeting message, no report (G50)."""
    kind = properties.get(canonical(ITEM_CLASS), "ipm.note").casefold()
    return not kind.startswith(("ipm.schedule.", "report."))


def calendar_text(properties: Mapping[str, str], meeting: Meeting) -> str:
    """Return the iCalendar text of a meeting message; empty where it is none.

    `properties` are by `canonical` names.
    """
    kind = properties.get(canonical(ITEM_CLASS), "").casefold()
    method, partstat = _METHODS.get(kind, ("", ""))
    start = _moment(properties.get(canonical(START), ""))
    if not method or start is None:
        return ""
    end = _moment(properties.get(canonical(END), ""))
    all_day = properties.get(canonical(ALL_DAY), "").casefold() in ("true", "1")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//bowout//Outlook//EN",
        f"METHOD:{method}",
        "BEGIN:VEVENT",
        f"UID:{_uid(properties.get(canonical(GLOBAL_ID), ''))}",
        f"SEQUENCE:{properties.get(canonical(SEQUENCE), '') or '0'}",
        f"DTSTAMP:{_utc(meeting.date)}",
        _when("DTSTART", start, all_day=all_day),
        *([_when("DTEND", end, all_day=all_day)] if end else []),
        f"SUMMARY:{_escaped(meeting.subject)}",
        *_optional("LOCATION", properties.get(canonical(LOCATION), "")),
        *_people(meeting, method, partstat),
        *(["STATUS:CANCELLED"] if method == "CANCEL" else []),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _people(meeting: Meeting, method: str, partstat: str) -> list[str]:
    """Name organizer and attendees: a request comes from the organizer, a reply goes there."""
    if method == "REPLY":
        organizer = [f"ORGANIZER{_address(a)}" for a in meeting.recipients[:1]]
        return [*organizer, f"ATTENDEE;PARTSTAT={partstat}{_address(meeting.sender)}"]
    attendees = [f"ATTENDEE;PARTSTAT=NEEDS-ACTION{_address(a)}" for a in meeting.recipients]
    return [f"ORGANIZER{_address(meeting.sender)}", *attendees]


def _address(address: Address) -> str:
    name = "".join(c for c in address.name if c not in '"\r\n\x00')
    shown = f';CN="{name}"' if name else ""
    return f"{shown}:mailto:{address.address}"


def _uid(global_id: str) -> str:
    """Return the UID inside a GlobalObjectId, else the id itself in hex."""
    try:
        blob = base64.b64decode(global_id, validate=True)
    except (binascii.Error, ValueError):
        return ""
    data = blob[_DATA_AT:]
    if data.startswith(_VCAL_UID):
        return data[len(_VCAL_UID) :].split(b"\x00", 1)[0].decode("utf-8", "replace")
    return blob.hex().upper()


def _moment(value: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(value)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _when(name: str, when: datetime, *, all_day: bool) -> str:
    if all_day:
        # midnight somewhere: twelve hours on it is the same date in every zone
        return f"{name};VALUE=DATE:{when.astimezone(UTC) + timedelta(hours=12):%Y%m%d}"
    return f"{name}:{_utc(when)}"


def _utc(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _optional(name: str, value: str) -> list[str]:
    return [f"{name}:{_escaped(value)}"] if value else []


def _escaped(value: str) -> str:
    for char in "\\;,":
        value = value.replace(char, f"\\{char}")
    return "\\n".join(value.splitlines())


def _folded(line: str) -> str:
    """Fold at 75 octets (RFC 5545 §3.1) without parting a character."""
    parts, rest = [], line
    while len(rest.encode()) > 74:
        cut = rest.encode()[:74].decode("utf-8", "ignore")
        parts.append(cut)
        rest = rest[len(cut) :]
    return "\r\n ".join([*parts, rest])
