"""Checks exchanges with a Google service against the discovery document that Google publishes.

Independent of the code under test: paths, names and kinds of parameters, enumerations, bodies'
properties and the scopes that a method needs.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from googleapiclient.discovery_cache import get_static_doc

Schema = Mapping[str, Any]


class Discovery:
    """The rules of one service."""

    def __init__(self, name: str = "gmail", version: str = "v1") -> None:
        """Read the document that the client library ships."""
        self.document = json.loads(get_static_doc(name, version))
        self._methods = list(self._walk(self.document["resources"]))

    def check_request(
        self,
        method: str,
        path: str,
        query: Iterable[tuple[str, str]],
        body: Any,
        scopes: Sequence[str],
    ) -> tuple[str, list[str]]:
        """Return the method's id and what is wrong with a request."""
        found = self._find(method, path)
        if found is None:
            return "", [f"there is no method {method} {path}"]
        wrong = [*self._wrong_query(found, list(query))]
        if "request" in found:
            wrong += self._wrong(found["request"], body, "body", is_written=True)
        elif body:
            wrong.append("a body where the method takes none")
        if not set(scopes) & set(found.get("scopes", [])):
            wrong.append(f"{found['id']} needs one of {found.get('scopes')}")
        return str(found["id"]), wrong

    def check_response(self, method: str, path: str, body: Any) -> list[str]:
        """Return what is wrong with an answer."""
        found = self._find(method, path)
        if found is None or "response" not in found:
            return [] if not body else ["a body where the method gives none"]
        return list(self._wrong(found["response"], body, "answer", is_written=False))

    def _walk(self, resources: Mapping[str, Any]) -> Iterator[tuple[re.Pattern[str], Schema]]:
        for resource in resources.values():
            for method in resource.get("methods", {}).values():
                for path in {method["path"], method.get("flatPath", method["path"])}:
                    pattern = re.sub(r"\\\{[^}]+\\\}", "[^/]+", re.escape(path))
                    prefix = re.escape(self.document["servicePath"])
                    yield re.compile(f"/{prefix}{pattern}"), method
            yield from self._walk(resource.get("resources", {}))

    def _find(self, method: str, path: str) -> Schema | None:
        fitting = [
            (pattern.pattern.count("[^/]+"), number, found)
            for number, (pattern, found) in enumerate(self._methods)
            if found["httpMethod"] == method and pattern.fullmatch(path)
        ]
        return min(fitting, key=lambda f: f[:2])[2] if fitting else None

    def _wrong_query(self, method: Schema, query: list[tuple[str, str]]) -> Iterator[str]:
        known = {**self.document.get("parameters", {}), **method.get("parameters", {})}
        times = Counter(name for name, _ in query)
        for name, value in query:
            rule = known.get(name)
            if rule is None or rule.get("location") == "path":
                yield f"query {name}: unknown"
            elif times[name] > 1 and not rule.get("repeated"):
                yield f"query {name}: repeated"
            elif "enum" in rule and value not in rule["enum"]:
                yield f"query {name}: {value!r} is not among {rule['enum']}"
            elif rule["type"] == "integer" and not re.fullmatch(r"-?\d+", value):
                yield f"query {name}: no integer"
            elif rule["type"] == "boolean" and value not in ("true", "false"):
                yield f"query {name}: no boolean"
        for name, rule in method.get("parameters", {}).items():
            if rule.get("required") and rule["location"] == "query" and name not in times:
                yield f"query {name}: missing"

    def _wrong(self, rule: Schema, value: Any, where: str, *, is_written: bool) -> Iterator[str]:
        if "$ref" in rule:
            rule = self.document["schemas"][rule["$ref"]]
        kind = rule.get("type")
        kinds = {"object": dict, "array": list, "string": str, "boolean": bool}
        if kind in kinds and not isinstance(value, kinds[kind]):
            yield f"{where}: no {kind}"
        elif kind == "integer" and (isinstance(value, bool) or not isinstance(value, int)):
            yield f"{where}: no integer"
        elif kind == "object":
            yield from self._wrong_object(rule, value, where, is_written=is_written)
        elif kind == "array":
            for number, item in enumerate(value):
                yield from self._wrong(
                    rule["items"], item, f"{where}[{number}]", is_written=is_written
                )
        elif kind == "string":
            yield from _wrong_string(rule, value, where)

    def _wrong_object(
        self, rule: Schema, value: Mapping[str, Any], where: str, *, is_written: bool
    ) -> Iterator[str]:
        properties = rule.get("properties", {})
        for name, inner in value.items():
            known = properties.get(name) or rule.get("additionalProperties")
            if known is None:
                yield f"{where}.{name}: unknown"
                continue
            is_output = (
                known.get("readOnly") or "output only" in known.get("description", "").lower()
            )
            if is_written and is_output:
                yield f"{where}.{name}: is for answers alone"
            yield from self._wrong(known, inner, f"{where}.{name}", is_written=is_written)


def _wrong_string(rule: Schema, value: str, where: str) -> Iterator[str]:
    kind = rule.get("format")
    if kind in ("int64", "uint64") and not re.fullmatch(r"-?\d+", value):
        yield f"{where}: no {kind}"
    if kind == "byte":
        try:
            base64.b64decode(value + "=" * (-len(value) % 4), altchars=b"-_", validate=True)
        except binascii.Error:
            yield f"{where}: not base64url"
    if "enum" in rule and value not in rule["enum"]:
        yield f"{where}: {value!r} is not among {rule['enum']}"
