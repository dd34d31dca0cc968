"""Remembers what is opaque and lasting: special-use folders, split conversations, draft parents.

One small JSON file in the account's own folder; it holds ids alone, no text and no address. A
lost or damaged file costs one request, nothing else.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from mailer.model import SpecialUse
from providers.outlook.asking import Ask, segment
from providers.outlook.graph import Graph
from providers.outlook.messages import Answers

WELL_KNOWN = {
    "inbox": SpecialUse.INBOX,
    "drafts": SpecialUse.DRAFTS,
    "sentitems": SpecialUse.SENT,
    "archive": SpecialUse.ARCHIVE,
    "deleteditems": SpecialUse.TRASH,
    "junkemail": SpecialUse.JUNK,
    "conversationhistory": SpecialUse.JUNK,
}
"""Conversation History holds chats: left out of every search, as junk is."""
LEFT_OUT = frozenset({SpecialUse.TRASH, SpecialUse.JUNK})
_DRAFTS_KEPT = 200
_DEPTH = 10


class Memory:
    """The file of one account."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        """Take the account's own folder and a clock; reads nothing yet."""
        self._path = folder / "outlook.json"
        self._now = now
        self._data: dict[str, Any] | None = None

    # --- folders ---

    def folder_uses(self, graph: Graph) -> Mapping[str, SpecialUse]:
        """Return the special use of each folder id; asks the service once a day.

        Daily, because a folder that the user deletes goes on as a folder in the trash.
        """
        known, today = self._load().get("folders"), self._now().date().isoformat()
        if not known or self._load().get("folders_of") != today:
            known = _ask_folders(graph)
            self._store(folders=known, folders_of=today)
        return {key: SpecialUse(use) for key, use in known.items()}

    def forget_folders(self) -> None:
        """Ask anew next time."""
        self._store(folders={})

    # --- conversations that hold several threads (G47) ---

    def note_split(self, conversation: str, keys: Iterable[str]) -> None:
        """Remember the thread keys of a conversation that falls apart."""
        splits = dict(self._load().get("splits") or {})
        wanted = sorted(keys)
        if splits.get(conversation, []) != wanted:
            splits[conversation] = wanted
            self._store(splits=splits)

    def keys_of(self, conversation: str) -> tuple[str, ...]:
        """Return every thread key that a conversation is known by."""
        splits = self._load().get("splits") or {}
        return tuple(splits.get(conversation) or (conversation,))

    # --- drafts ---

    def note_draft(self, key: str, answers: Answers) -> None:
        """Remember what a draft answers: the same for as long as it lives (G58)."""
        drafts = dict(self._load().get("drafts") or {})
        drafts.pop(key, None)
        drafts[key] = [answers[0], list(answers[1])]
        self._store(drafts=dict(list(drafts.items())[-_DRAFTS_KEPT:]))

    def answers_of(self, key: str) -> Answers | None:
        """Return what a draft of ours answers; None where it is not known."""
        found = (self._load().get("drafts") or {}).get(key)
        return (str(found[0]), tuple(map(str, found[1]))) if found else None

    # --- what kind of account it is ---

    @property
    def refuses_conversations(self) -> bool:
        """Tell whether this account refuses a filter on conversationId (G54)."""
        return bool(self._load().get("refuses_conversations"))

    def note_refusal(self) -> None:
        """Remember that it does."""
        self._store(refuses_conversations=True)

    def forget(self) -> None:
        """Delete the file."""
        self._data = None
        self._path.unlink(missing_ok=True)

    def _load(self) -> dict[str, Any]:
        if self._data is None:
            try:
                data = json.loads(self._path.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                data = {}
            self._data = data if isinstance(data, dict) else {}
        return self._data

    def _store(self, **changes: object) -> None:
        """Write by rename; where the disk refuses, it is only remembered in this process."""
        self._data = {**self._load(), **changes}
        fresh = self._path.with_name(f"outlook.json.{os.getpid()}.new")
        try:
            with os.fdopen(
                os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w"
            ) as file:
                json.dump(self._data, file)
            fresh.replace(self._path)
        except OSError:
            fresh.unlink(missing_ok=True)


def _ask_folders(graph: Graph) -> dict[str, str]:
    """Ask for the ids of the well-known folders, and of all those inside Deleted Items."""
    names = list(WELL_KNOWN)
    asks = [Ask("GET", f"/me/mailFolders/{name}", {"$select": "id"}) for name in names]
    *answers, deleted = graph.read_many([*asks, _children_of("deleteditems")])
    found = {}
    for name, answer in zip(names, answers, strict=True):
        if answer.status == 404 and name not in ("inbox", "drafts"):
            continue  # an account without an archive
        found[str(answer.expect("open the mailbox")["id"])] = WELL_KNOWN[name].value
    inside = [deleted]
    for _ in range(_DEPTH):
        children = [c for a in inside if a.is_done for c in a.body.get("value", [])]
        found |= {str(child["id"]): SpecialUse.TRASH.value for child in children}
        parents = [str(c["id"]) for c in children if c.get("childFolderCount")]
        if not parents:
            break
        inside = graph.read_many([_children_of(key) for key in parents])
    return found


def _children_of(folder: str) -> Ask:
    query = {"$select": "id,childFolderCount", "$top": "100"}
    return Ask("GET", f"/me/mailFolders/{segment(folder)}/childFolders", query)
