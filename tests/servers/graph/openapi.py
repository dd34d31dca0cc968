"""Checks Graph requests and answers against Microsoft's own OpenAPI description, strictly.

Strict means: an unknown operation, query option, property or enumeration value is a complaint,
and so are the combinations that Microsoft documents as refused. `graph-mail.json` is cut from
the published description by `cut_openapi.py`. Nothing beyond the standard library is needed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_DOCUMENT = json.loads(Path(__file__).with_name("graph-mail.json").read_text(encoding="utf-8"))

# Documented, but younger than the description that was published:
# message: permanentDelete, learn.microsoft.com/graph/api/message-permanentdelete
# JSON batching, learn.microsoft.com/graph/json-batching
_LATER = ("POST /me/messages/{message-id}/permanentDelete", "POST /$batch")

# Declared below /me/mailFolders only, but documented for /me/messages too:
# learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-get
_EXPANDABLE = {
    "/me/messages": "/me/mailFolders/{mailFolder-id}/messages",
    "/me/messages/{message-id}": "/me/mailFolders/{mailFolder-id}/messages/{message-id}",
}


@dataclass(frozen=True)
class Operation:
    """One method on one path template."""

    method: str
    template: str
    pattern: re.Pattern[str]
    spec: Mapping[str, Any]

    @property
    def is_action(self) -> bool:
        """Tell whether it calls an action, whose parameters ignore case."""
        return bool(re.search(r"/(create|send|move)\w*$", self.template))


def check_request(
    method: str, path: str, query: Mapping[str, str], body: Any, *, content_type: str = ""
) -> list[str]:
    """Return what is wrong with a request; `path` starts behind `/v1.0`, still encoded."""
    if is_later(method, path):
        return []
    operation = find_operation(method, path)
    if operation is None:
        return [f"unknown operation {method} {path}"]
    wrong = list(_query_faults(operation, query))
    schema = _request_schema(operation)
    if body not in (None, {}) and schema is None and content_type != "text/plain":
        wrong.append(f"{method} {operation.template} takes no body")
    if schema is not None and isinstance(body, dict):
        if operation.is_action:
            known = {name.casefold(): name for name in _properties(schema)}
            body = {known.get(key.casefold(), key): value for key, value in body.items()}
        wrong += _faults(schema, body, "request")
    return wrong


def check_response(method: str, path: str, status: int, body: Any) -> list[str]:
    """Return what is wrong with a successful answer's body."""
    operation = find_operation(method, path)
    if operation is None or status >= 300 or body is None:
        return []
    answers = operation.spec["responses"]
    answer = _resolve(answers.get(str(status)) or answers.get("2XX") or {})
    schema = answer.get("content", {}).get("application/json", {}).get("schema")
    if schema is None:
        return [f"{method} {operation.template} answers {status} with a body"]
    return list(_faults(schema, body, "answer"))


def is_later(method: str, path: str) -> bool:
    """Tell whether the operation is documented but younger than the description."""
    generic = re.sub(r"/me/messages/[^/]+/", "/me/messages/{message-id}/", path)
    return f"{method} {generic}" in _LATER


def find_operation(method: str, path: str) -> Operation | None:
    """Return the operation whose template fits best, or None."""
    fitting = [o for o in _operations() if o.method == method and o.pattern.fullmatch(path)]
    return min(fitting, key=lambda o: o.template.count("{"), default=None)


@cache
def _operations() -> tuple[Operation, ...]:
    found = []
    for path, item in _DOCUMENT["paths"].items():
        template = path.replace("microsoft.graph.", "").replace("delta()", "delta")
        pattern = re.compile(re.sub(r"\\\{[^}]+\\\}", "[^/]+", re.escape(template)))
        for method in {"get", "post", "patch", "put", "delete"} & item.keys():
            found.append(Operation(method.upper(), template, pattern, item[method]))
    return tuple(found)


def _query_faults(operation: Operation, query: Mapping[str, str]) -> Iterator[str]:
    declared = _parameters(operation)
    for name, value in query.items():
        if name in ("$skiptoken", "$deltatoken"):
            continue
        if name not in declared:
            yield f"{name} is not declared for {operation.method} {operation.template}"
        elif name in ("$select", "$expand", "$orderby"):
            allowed = declared[name].get("schema", {}).get("items", {}).get("enum", [])
            asked = {part.strip() for part in split_top(value)}
            yield from (f"{name}={a} names no property" for a in sorted(asked - set(allowed)))
        elif name in ("$top", "$skip") and not value.isdecimal():
            yield f"{name}={value} is no number"
    if "$search" in query and {"$filter", "$orderby"} & query.keys():
        yield "$search with $filter or $orderby is refused on messages (G52)"
    if "$search" in query and not re.fullmatch(r'"(?:[^"\\]|\\.)*"', query["$search"]):
        yield f"$search is not one quoted string: {query['$search']}"
    if "$orderby" in query and "$filter" in query:
        first = query["$orderby"].split()[0]
        if not query["$filter"].lstrip("( ").startswith(first):
            yield f"InefficientFilter: $filter does not begin with {first} (G53)"


def _parameters(operation: Operation) -> dict[str, Mapping[str, Any]]:
    declared = {p["name"]: p for p in map(_resolve, operation.spec.get("parameters", []))}
    twin = _EXPANDABLE.get(operation.template) if operation.method == "GET" else None
    if twin:
        wider = next(o for o in _operations() if (o.method, o.template) == ("GET", twin))
        declared["$expand"] = _parameters(wider)["$expand"]
    return declared


def split_top(value: str) -> list[str]:
    """Split at commas outside parentheses and drop what is inside them."""
    flat, depth = "", 0
    for char in value:
        depth += (char == "(") - (char == ")")
        flat += char if depth == 0 and char != ")" else ""
    return [part for part in flat.split(",") if part]


def _request_schema(operation: Operation) -> Mapping[str, Any] | None:
    body = _resolve(operation.spec.get("requestBody", {}))
    schema: Mapping[str, Any] | None = (
        body.get("content", {}).get("application/json", {}).get("schema")
    )
    return schema


def _resolve(part: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in part:
        _, _, section, name = part["$ref"].split("/", 3)
        part = _DOCUMENT["components"][section][name]
    return part


def _properties(schema: Mapping[str, Any]) -> dict[str, Any]:
    schema = _resolve(schema)
    found: dict[str, Any] = {}
    for parent in schema.get("allOf", []):
        found |= _properties(parent)
    return found | schema.get("properties", {})


def _faults(schema: Mapping[str, Any], value: Any, where: str) -> Iterator[str]:
    schema = _resolve(schema)
    if "anyOf" in schema:
        real = [s for s in schema["anyOf"] if not (s.get("nullable") and len(s) <= 2)]
        if value is not None or len(real) == len(schema["anyOf"]):
            yield from _faults(real[0], value, where)
    elif value is None:
        if not schema.get("nullable") and schema.get("type") not in ("object", None):
            yield f"{where} must not be null"
    elif "allOf" in schema or "properties" in schema or schema.get("type") == "object":
        yield from _object_faults(schema, value, where)
    elif schema.get("type") == "array":
        yield from _array_faults(schema, value, where)
    else:
        yield from _plain_faults(schema, value, where)


def _object_faults(schema: Mapping[str, Any], value: Any, where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where} is no object"
        return
    derived = str(value.get("@odata.type", "")).removeprefix("#")
    known = _properties(_DOCUMENT["components"]["schemas"].get(derived, schema))
    for key, inner in value.items():
        if "@odata." in key:
            continue
        if key in known:
            yield from _faults(known[key], inner, f"{where}/{key}")
        elif known:
            yield f"{where}/{key} is no property"


def _array_faults(schema: Mapping[str, Any], value: Any, where: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{where} is no list"
        return
    for index, entry in enumerate(value):
        yield from _faults(schema.get("items", {}), entry, f"{where}/{index}")


_PLAIN = {"string": str, "boolean": bool, "integer": int, "number": (int, float)}


def _plain_faults(schema: Mapping[str, Any], value: Any, where: str) -> Iterator[str]:
    wanted = _PLAIN.get(schema.get("type", ""))
    is_disguised_bool = isinstance(value, bool) and schema.get("type") != "boolean"
    if wanted and (not isinstance(value, wanted) or is_disguised_bool):
        yield f"{where} is no {schema['type']}"
    elif "enum" in schema and value not in schema["enum"]:
        yield f"{where}={value!r} is none of {schema['enum']}"
    elif "pattern" in schema and not re.search(schema["pattern"], str(value)):
        yield f"{where}={value!r} has the wrong form"
