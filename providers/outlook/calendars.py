"""Reads calendar files that came as attachments, where Exchange made no meeting of them.

Booking pages attach `invite.ics` to an ordinary message. One more request reads all of those in
the conversations at hand; none is made where there is no such file.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from providers.outlook.asking import Ask, segment
from providers.outlook.graph import Graph
from providers.outlook.refusals import is_gone

_LARGEST = 200_000

Entry = Mapping[str, Any]


def read_calendar_files(graph: Graph, entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """Return the text of attached calendar files by message key."""
    wanted = [(str(e["id"]), str(a["id"])) for e in entries for a in _calendar_files(e)]
    asks = [
        Ask("GET", f"/me/messages/{segment(key)}/attachments/{segment(attachment)}")
        for key, attachment in wanted
    ]
    found: dict[str, tuple[str, ...]] = {}
    for (key, _), answer in zip(wanted, graph.read_many(asks), strict=True):
        # one that can't be read must not pass for none: an interview could go uncancelled
        text = "" if is_gone(answer) else _text_of(answer.expect("read an invitation"))
        if text:
            found[key] = (*found.get(key, ()), text)
    return found


def _calendar_files(entry: Entry) -> Iterator[Mapping[str, Any]]:
    for attachment in entry.get("attachments") or ():
        kind = str(attachment.get("contentType") or "").casefold()
        is_calendar = kind.startswith(("text/calendar", "application/ics"))
        is_named_so = str(attachment.get("name") or "").casefold().endswith(".ics")
        if (is_calendar or is_named_so) and int(attachment.get("size") or 0) <= _LARGEST:
            yield attachment


def _text_of(attachment: object) -> str:
    content = attachment.get("contentBytes") if isinstance(attachment, Mapping) else None
    try:
        data = base64.b64decode(str(content or ""), validate=True)
    except (binascii.Error, ValueError):
        return ""
    text = data.decode("utf-8", "replace")
    return text if "BEGIN:VCALENDAR" in text.upper() else ""
