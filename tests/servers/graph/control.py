"""The server's own interface under `/control/`, for tests in any language and for a terminal.

POST   /control/messages?folder=inbox&read=false   a raw message (RFC 5322), laid into a folder
GET    /control/messages?folder=sentitems          what lies there, in a few words each
POST   /control/faults                             {"pattern": "/send$", "status": 504, …}
DELETE /control/faults                             disarm them
GET    /control/requests                           every Graph request so far, with its scopes
GET    /control/complaints                         what broke Microsoft's description of Graph
POST   /control/entra                              {"audience": …}, {"expire": true} …
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from .faults import Fault

if TYPE_CHECKING:
    from .server import GraphServer
    from .store import Item

Told = tuple[int, Any]
_SETTINGS = ("audience", "may_consent", "lifetime", "refused", "consented")
_DEEDS = ("expire", "revoke", "approve")


class Control:
    """Answers the requests below `/control/` for one server."""

    def __init__(self, server: GraphServer) -> None:
        self._server = server

    def answer(self, method: str, target: str, payload: bytes) -> Told:
        """Return status and JSON for a request."""
        parts = urlsplit(target)
        query = dict(parse_qsl(parts.query))
        verbs: dict[str, Callable[[], Told]] = {
            "GET /control/messages": lambda: self._list(query),
            "POST /control/messages": lambda: self._deliver(query, payload),
            "POST /control/faults": lambda: self._arm(json.loads(payload)),
            "DELETE /control/faults": self._disarm,
            "GET /control/requests": lambda: (200, [_logged(one) for one in self._server.log]),
            "GET /control/complaints": lambda: (200, self._server.complaints),
            "POST /control/entra": lambda: self._set(json.loads(payload)),
        }
        verb = verbs.get(f"{method} {parts.path}")
        if verb is None:
            return 404, {"error": "unknown", "known": sorted(verbs)}
        try:
            return verb()
        except (TypeError, ValueError, AttributeError) as error:
            return 400, {"error": str(error)}

    def _list(self, query: dict[str, str]) -> Told:
        box = self._server.box
        folder = query.get("folder", "")
        return 200, [_shown(i) for i in (box.in_folder(folder) if folder else box.items)]

    def _deliver(self, query: dict[str, str], payload: bytes) -> Told:
        box, folder = self._server.box, query.get("folder", "inbox")
        if box.folder(folder) is None:
            raise ValueError(f"there is no folder {folder}")
        return 201, _shown(box.deliver(payload, folder, is_read=query.get("read") == "true"))

    def _arm(self, how: dict[str, Any]) -> Told:
        unknown = how.keys() - {field.name for field in fields(Fault)}
        if unknown or "pattern" not in how:
            raise ValueError(f"a fault has a pattern, and not: {', '.join(sorted(unknown))}")
        pattern = how.pop("pattern")
        return 201, asdict(self._server.arm(pattern, **how))

    def _disarm(self) -> Told:
        self._server.faults.armed.clear()
        return 200, []

    def _set(self, changes: dict[str, Any]) -> Told:
        unknown = changes.keys() - {*_SETTINGS, *_DEEDS}
        if unknown:
            raise ValueError(f"not known: {', '.join(sorted(unknown))}")
        entra = self._server.entra
        for name, value in changes.items():
            if name in _DEEDS:
                getattr(entra, name)()
            else:
                setattr(entra, name, set(value) if name == "consented" else value)
        return 200, {"asked": [sorted(scopes) for scopes in entra.asked]}


def _shown(item: Item) -> dict[str, Any]:
    return {
        "id": item.key, "immutableId": item.immutable_key, "messageId": item.message_id,
        "subject": item.subject, "from": item.from_, "to": item.to, "cc": item.cc,
        "bcc": item.bcc, "isDraft": item.is_draft, "isRead": item.is_read, "flag": item.flag,
        "conversationId": item.conversation, "text": item.plain_text,
    }  # fmt: skip


def _logged(one: Any) -> dict[str, Any]:
    body = one.body.decode("utf-8", "replace") if isinstance(one.body, bytes) else one.body
    return {**asdict(one), "body": body, "scopes": sorted(one.scopes)}
