"""The operations on mail, one function each, and the table that finds them.

- `$search` excludes `$filter` and `$orderby` (G52); a filter on `conversationId` takes no sort
  order, and a sort order must be the filter's first property (G53)
- personal accounts refuse a filter on `conversationId` (G54)
- ids in paths are percent-encoded, or they are not found (G55)
- send answers 202 without a body, moves the draft, and works once (G57)
- If-Match is honoured: 412 where the version is another one (G59)
- DELETE moves to Deleted Items (G60); permanentDelete removes
- scopes are enforced: 403 ErrorAccessDenied
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from .compose import Refusal, apply, attachment, make_reply, represent
from .language import RefusedQuery, compile_filter, compile_kql
from .store import WELL_KNOWN, Item

if TYPE_CHECKING:
    from .server import GraphServer


@dataclass(frozen=True)
class Call:
    """One request."""

    method: str
    path: str
    """Behind `/v1.0`, still encoded."""
    query: dict[str, str]
    headers: Mapping[str, str]
    body: Any
    content_type: str
    base: str

    @classmethod
    def read(cls, method: str, target: str, headers: dict[str, str], payload: bytes) -> Call:
        """Read a request off the wire."""
        lower = {name.casefold(): value for name, value in headers.items()}
        parts = urlsplit(target)
        kind = lower.get("content-type", "").partition(";")[0]
        body: Any = payload or None
        if payload and kind == "application/json":
            body = json.loads(payload)
        base = f"http://{lower.get('host', '127.0.0.1')}/v1.0"
        query = dict(parse_qsl(parts.query))
        return cls(method, parts.path.removeprefix("/v1.0"), query, lower, body, kind, base)

    def inner(self, entry: dict[str, Any]) -> Call:
        """Return one request of a batch; its headers are its own, but the token."""
        parts = urlsplit(entry["url"])
        lower = {k.casefold(): v for k, v in entry.get("headers", {}).items()}
        lower["authorization"] = self.headers.get("authorization", "")
        return replace(
            self, method=entry["method"], path="/" + parts.path.lstrip("/"), headers=lower,
            query=dict(parse_qsl(parts.query)), body=entry.get("body"),
            content_type=lower.get("content-type", ""),
        )  # fmt: skip

    @property
    def token(self) -> str:
        """The access token, empty where there is none."""
        return self.headers.get("authorization", "").removeprefix("Bearer ")

    @property
    def prefer(self) -> str:
        """The Prefer header."""
        return self.headers.get("prefer", "")


@dataclass
class Answer:
    """One answer."""

    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    is_cut: bool = False
    delay: float = 0.0

    @classmethod
    def error(cls, status: int, code: str, message: str) -> Answer:
        """Make an error as Graph words them."""
        inner = {"date": "2026-11-24T12:00:00", "request-id": "0", "client-request-id": "0"}
        return cls(status, {"error": {"code": code, "message": message, "innerError": inner}})

    def payload(self) -> bytes:
        """Return the octets of the body."""
        if isinstance(self.body, bytes):
            return self.body
        return json.dumps(self.body).encode() if self.body is not None else b""

    def in_batch(self, key: str) -> dict[str, Any]:
        """Return the entry of a batch answer; octets travel in base64."""
        body = self.body
        if isinstance(body, bytes):
            body = base64.b64encode(body).decode()
        status = self.status or 504
        return {"id": key, "status": status, "headers": self.headers,
                **({"body": body} if body is not None else {})}  # fmt: skip


Operation = Callable[["GraphServer", Call, list[str]], Answer]


def dispatch(server: GraphServer, call: Call) -> Answer:
    """Find and do the operation, scopes first."""
    for method, pattern, scope, operation in _ROUTES:
        match = re.fullmatch(pattern, call.path)
        if method == call.method and match:
            refused = _authorise(server, call, scope)
            if refused:
                return refused
            try:
                answer = operation(server, call, [unquote(g) for g in match.groups()])
            except Refusal as error:
                return Answer.error(error.status, error.code, str(error))
            except RefusedQuery as error:
                return Answer.error(400, error.code, str(error))
            answer.headers.setdefault("Preference-Applied", call.prefer)
            return answer
    return Answer.error(501, "NotImplemented", "Graph has this operation; this server does not.")


def _authorise(server: GraphServer, call: Call, scope: str) -> Answer | None:
    scopes = server.entra.scopes_of(call.token)
    if scopes is None:
        refused = Answer.error(401, "InvalidAuthenticationToken", "Lifetime validation failed, "
                               "the token is expired.")  # fmt: skip
        refused.headers["WWW-Authenticate"] = 'Bearer realm="", error="invalid_token"'
        return refused
    if scope not in scopes:
        return Answer.error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try "
                            "again.")  # fmt: skip
    return None


# --- reading -------------------------------------------------------------------------------


def _get_me(server: GraphServer, call: Call, _: list[str]) -> Answer:
    box = server.box
    whole: dict[str, Any] = {
        "id": "00000000-0000-0000-0000-000000000001",
        "displayName": box.name,
        "mail": box.address,
        "userPrincipalName": box.address,
        "proxyAddresses": [f"SMTP:{box.address}", *(f"smtp:{a}" for a in box.aliases)],
    }
    wanted = set(call.query.get("$select", ",".join(whole)).split(","))
    return Answer(200, {k: v for k, v in whole.items() if k in wanted})


def _list_all(server: GraphServer, call: Call, _: list[str]) -> Answer:
    return _list(server, call, list(server.box.items))


def _list_folder(server: GraphServer, call: Call, names: list[str]) -> Answer:
    return _list(server, call, server.box.in_folder(_folder(server, names[0])))


def _list(server: GraphServer, call: Call, items: list[Item]) -> Answer:
    query = call.query
    items.sort(key=lambda item: item.received, reverse=True)
    if "$search" in query:
        test = compile_kql(query["$search"])
        items = sorted((i for i in items if test(i)), key=lambda i: i.sent, reverse=True)[:1000]
    if "$filter" in query:
        items = _filtered(server, query, items)
    if "$orderby" in query:
        name, _, direction = query["$orderby"].partition(" ")
        items.sort(key=lambda item: item.odata(name) or "", reverse=direction == "desc")
    return _page(server, call, items)


def _filtered(server: GraphServer, query: dict[str, str], items: list[Item]) -> list[Item]:
    chosen = compile_filter(query["$filter"])
    if "conversationId" in chosen.properties:
        if server.is_personal:
            raise Refusal(400, "ErrorInvalidUrlQueryFilter", "The query filter contains one or "
                          "more invalid nodes.")  # fmt: skip
        if "$orderby" in query:
            raise Refusal(400, "InefficientFilter", "The restriction or sort order is too complex "
                          "for this operation.")  # fmt: skip
    return [item for item in items if chosen.test(item)]


def _page(server: GraphServer, call: Call, items: list[Item]) -> Answer:
    query = call.query
    top, skip = int(query.get("$top", 10)), int(query.get("$skip", query.get("$skiptoken", 0)))
    if not 1 <= top <= 1000:
        raise Refusal(400, "BadRequest", "$top must be between 1 and 1000.")
    body: dict[str, Any] = {
        "@odata.context": f"{call.base}/$metadata#messages",
        "value": [_shown(call, item) for item in items[skip : skip + top]],
    }
    if skip + top < len(items):
        rest = {**query, "$skip": str(skip + top)}
        options = "&".join(f"{quote(k, safe='$')}={quote(v, safe='')}" for k, v in rest.items())
        body["@odata.nextLink"] = f"{call.base}{call.path}?{options}"
    return Answer(200, body)


def _shown(call: Call, item: Item) -> dict[str, Any]:
    return represent(
        item, prefer=call.prefer, select=call.query.get("$select", ""),
        expand=call.query.get("$expand", ""),
    )  # fmt: skip


def _get(server: GraphServer, call: Call, keys: list[str]) -> Answer:
    item = _item(server, keys[0])
    if server.unsettled.get(item.immutable_key, 0) > 0:
        server.unsettled[item.immutable_key] -= 1
        raise Refusal(404, "ErrorItemNotFound", "The specified object was not found in the store.")
    return Answer(200, _shown(call, item))


def _get_mime(server: GraphServer, call: Call, keys: list[str]) -> Answer:
    item = _item(server, keys[0])
    return Answer(200, item.raw or item.plain_text.encode(), {"Content-Type": "text/plain"})


def _list_attachments(server: GraphServer, call: Call, keys: list[str]) -> Answer:
    return Answer(200, {"value": [attachment(part) for part in _item(server, keys[0]).parts]})


def _get_attachment(server: GraphServer, call: Call, keys: list[str]) -> Answer:
    for part in _item(server, keys[0]).parts:
        if part.key == keys[1]:
            return Answer(200, attachment(part, with_content=True))
    raise Refusal(404, "ErrorItemNotFound", "The attachment was not found.")


def _delta(server: GraphServer, call: Call, names: list[str]) -> Answer:
    """Answer the messages changed since the token; an unknown token is gone (410)."""
    since = call.query.get("$deltatoken")
    items = server.box.in_folder(_folder(server, names[0]))
    if since is not None:
        try:
            after = datetime.fromtimestamp(float(since), UTC)
        except ValueError:
            raise Refusal(410, "SyncStateNotFound", "The sync state is not found.") from None
        items = [item for item in items if item.modified > after]
    elif "$filter" in call.query:
        items = _filtered(server, call.query, items)
    link = f"{call.base}{call.path}?$deltatoken={server.box.now().timestamp()}"
    return Answer(200, {"value": [_shown(call, i) for i in items], "@odata.deltaLink": link})


def _get_folder(server: GraphServer, call: Call, names: list[str]) -> Answer:
    return Answer(200, _folder_json(server, _folder(server, names[0]), call))


def _list_folders(server: GraphServer, call: Call, _: list[str]) -> Answer:
    keys = [k for k, w in server.box.folders.items() if w != "msgfolderroot"]
    return Answer(200, {"value": [_folder_json(server, key, call) for key in keys]})


def _list_children(server: GraphServer, call: Call, names: list[str]) -> Answer:
    parent = _folder(server, names[0])
    keys = [key for key, above in server.box.parents.items() if above == parent]
    return Answer(200, {"value": [_folder_json(server, key, call) for key in keys]})


def _folder_json(server: GraphServer, key: str, call: Call) -> dict[str, Any]:
    box = server.box
    name = WELL_KNOWN.get(box.folders[key]) or box.names.get(key, "")
    unread = [item for item in box.in_folder(key) if not item.is_read]
    children = [child for child, parent in box.parents.items() if parent == key]
    whole = {"id": key, "displayName": name, "totalItemCount": len(box.in_folder(key)),
             "unreadItemCount": len(unread), "childFolderCount": len(children)}  # fmt: skip
    wanted = {*call.query.get("$select", ",".join(whole)).split(","), "id"}
    return {k: v for k, v in whole.items() if k in wanted}


# --- writing -------------------------------------------------------------------------------


def _create(server: GraphServer, call: Call, _: list[str]) -> Answer:
    box = server.box
    body = call.body or {}
    draft = box.add(
        folder="drafts", subject=body.get("subject", ""), body="", body_type="html",
        from_=[(box.name, box.address)], to=[], cc=[],
    )  # fmt: skip
    draft.is_draft = draft.is_read = True
    apply(box, draft, body)
    return Answer(201, represent(draft, prefer=call.prefer))


def _create_reply(server: GraphServer, call: Call, keys: list[str]) -> Answer:
    return _reply(server, call, keys[0], to_all=False)


def _create_reply_all(server: GraphServer, call: Call, keys: list[str]) -> Answer:
    return _reply(server, call, keys[0], to_all=True)


def _reply(server: GraphServer, call: Call, key: str, *, to_all: bool) -> Answer:
    options = {k.casefold(): v for k, v in (call.body or {}).items()}
    draft = make_reply(
        server.box, _item(server, key), to_all=to_all, comment=options.get("comment") or "",
        message=options.get("message"),
    )  # fmt: skip
    server.unsettled[draft.immutable_key] = server.settle_after
    return Answer(201, represent(draft, prefer=call.prefer))


def _patch(server: GraphServer, call: Call, keys: list[str]) -> Answer:
    item = _item(server, keys[0])
    _check_version(call, item)
    apply(server.box, item, call.body)
    return Answer(200, represent(item, prefer=call.prefer))


def _delete(server: GraphServer, call: Call, keys: list[str]) -> Answer:
    item = _item(server, keys[0])
    _check_version(call, item)
    if item.folder == server.box.folder("deleteditems"):
        server.box.items.remove(item)
    else:
        server.box.move(item, "deleteditems")
    return Answer(204)


def _delete_for_good(server: GraphServer, call: Call, keys: list[str]) -> Answer:
    server.box.items.remove(_item(server, keys[0]))
    return Answer(204)


def _move(server: GraphServer, call: Call, keys: list[str]) -> Answer:
    item = _item(server, keys[0])
    options = {k.casefold(): v for k, v in call.body.items()}
    server.box.move(item, _folder(server, options.get("destinationid", "")))
    return Answer(201, represent(item, prefer=call.prefer))


def _send(server: GraphServer, call: Call, keys: list[str]) -> Answer:
    item = _item(server, keys[0])
    if not item.is_draft:
        raise Refusal(400, "ErrorInvalidRequest", "The message is not a draft.")
    if not (item.to or item.cc or item.bcc):
        raise Refusal(400, "ErrorInvalidRecipients", "At least one recipient is needed.")
    item.is_draft = False
    item.sent = item.received = server.box.now()
    server.box.move(item, "sentitems")
    _deliver_to_oneself(server, item)
    return Answer(202)


def _deliver_to_oneself(server: GraphServer, item: Item) -> None:
    """Let mail to the mailbox's own address arrive; nobody else is there to get any."""
    people = (*item.to, *item.cc, *item.bcc)
    if server.address.casefold() in {address.casefold() for _, address in people}:
        arrived = server.box.add(
            folder="inbox", subject=item.subject, body=item.body, body_type=item.body_type,
            from_=item.from_, to=item.to, cc=item.cc, message_id=item.message_id,
        )  # fmt: skip
        arrived.extended = dict(item.extended)


def _item(server: GraphServer, key: str) -> Item:
    item = server.box.find(key)
    if item is None:
        raise Refusal(404, "ErrorItemNotFound", "The specified object was not found in the store.")
    return item


def _folder(server: GraphServer, name: str) -> str:
    key = server.box.folder(name)
    if key is None:
        raise Refusal(404, "ErrorFolderNotFound", "The specified folder was not found.")
    return key


def _check_version(call: Call, item: Item) -> None:
    wanted = call.headers.get("if-match", "*")
    if wanted not in ("*", f'W/"{item.change_key}"', f'"{item.change_key}"', item.change_key):
        raise Refusal(412, "ErrorIrresolvableConflict", "The send or update operation could not be "
                      "performed because the change key passed in the request does not match the "
                      "current change key for the item.")  # fmt: skip


_MESSAGE = r"/me(?:/mailFolders/[^/]+)?/messages/([^/]+)"
_FOLDER = r"/me/mailFolders/([^/]+)"
_READ, _WRITE = "Mail.ReadWrite", "Mail.ReadWrite"
_ROUTES: tuple[tuple[str, str, str, Operation], ...] = (
    ("GET", "/me", "User.Read", _get_me),
    ("GET", "/me/messages", _READ, _list_all),
    ("POST", "/me/messages", _WRITE, _create),
    ("GET", f"{_FOLDER}/messages", _READ, _list_folder),
    ("GET", f"{_FOLDER}/messages/delta", _READ, _delta),
    ("GET", f"{_FOLDER}/childFolders", _READ, _list_children),
    ("GET", "/me/mailFolders", _READ, _list_folders),
    ("GET", _FOLDER, _READ, _get_folder),
    ("GET", _MESSAGE, _READ, _get),
    ("PATCH", _MESSAGE, _WRITE, _patch),
    ("DELETE", _MESSAGE, _WRITE, _delete),
    ("GET", rf"{_MESSAGE}/\$value", _READ, _get_mime),
    ("GET", f"{_MESSAGE}/attachments", _READ, _list_attachments),
    ("GET", f"{_MESSAGE}/attachments/([^/]+)", _READ, _get_attachment),
    ("POST", f"{_MESSAGE}/createReply", _WRITE, _create_reply),
    ("POST", f"{_MESSAGE}/createReplyAll", _WRITE, _create_reply_all),
    ("POST", f"{_MESSAGE}/move", _WRITE, _move),
    ("POST", f"{_MESSAGE}/permanentDelete", _WRITE, _delete_for_good),
    ("POST", f"{_MESSAGE}/send", "Mail.Send", _send),
)
