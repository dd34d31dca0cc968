"""Finds, reads and deletes drafts.

A deleted draft can still be fetched, so it is the folder that counts (G60).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mailer.errors import DraftChangedError, DraftNotFoundError
from mailer.model import Draft, DraftRef, SpecialUse
from providers.outlook.asking import HTML_BODIES, Answer, LostAnswerError, quoted, segment
from providers.outlook.folders import Memory
from providers.outlook.graph import Graph
from providers.outlook.messages import DRAFT_FIELDS, THREADING, Answers, to_draft, version_of
from providers.outlook.reading import conversation_of
from providers.outlook.refusals import NOTHING, is_gone

Json = Mapping[str, Any]
_OPTIONS = {
    "$select": f"{DRAFT_FIELDS},createdDateTime,lastModifiedDateTime",
    "$expand": f"{THREADING},attachments($select=id,name,contentType,size,isInline)",
}


class Drafts:
    """The drafts of one mailbox."""

    def __init__(self, graph: Graph, memory: Memory) -> None:
        """Take the connection and what is remembered."""
        self._graph = graph
        self._memory = memory

    def fetch(self, ref: DraftRef) -> Draft:
        """Return the draft as it stands now."""
        return self.value(self.fetch_json(ref), thread_key=ref.thread_key)

    def fetch_json(self, ref: DraftRef) -> Json:
        """Return the draft by its key, else by its Message-ID among the drafts."""
        if ref.key:
            answer = self._graph.read(
                f"/me/messages/{segment(ref.key)}", _OPTIONS, prefer=HTML_BODIES
            )
            if answer.is_done and self.is_draft(answer.body):
                data: Json = answer.body
                return data
            if not answer.is_done and not is_gone(answer):
                answer.expect("read the draft")
        return self._by_message_id(ref.message_id)

    def list_json(self, conversation: str) -> list[Json]:
        """Return the drafts of a conversation, newest first."""
        query = {**_OPTIONS, "$top": "50", "$orderby": "lastModifiedDateTime desc"}
        entries = self._graph.read_pages(
            "/me/mailFolders/drafts/messages", query, prefer=HTML_BODIES, pages=2
        )
        return [e for e in entries if e.get("conversationId") == conversation]

    def delete(self, ref: DraftRef) -> None:
        """Delete a draft that is still that version."""
        data = self.fetch_json(ref)
        if ref.version and version_of(data) != ref.version:
            raise changed()
        self.delete_json(data)

    def delete_json(self, data: Json) -> None:
        """Delete for good where the service can, else into Deleted Items."""
        path = f"/me/messages/{segment(str(data['id']))}"
        answer = self._try("POST", f"{path}/permanentDelete")
        if answer.status in (400, 404, 405, 501):
            answer = self._try("DELETE", path)
        if answer.status >= 500 and not self._is_there(path):
            return  # done, although the answer got lost
        if is_gone(answer):
            raise gone()
        answer.expect("delete the draft")

    def _try(self, method: str, path: str) -> Answer:
        try:
            return self._graph.write(method, path)
        except LostAnswerError:
            return Answer(504)

    def _is_there(self, path: str) -> bool:
        self._graph.sleep(1)
        answer = self._graph.read(path, {"$select": "isDraft,parentFolderId"})
        return not is_gone(answer) and self.is_draft(answer.expect("look for the draft"))

    def value(self, data: Json, *, thread_key: str) -> Draft:
        """Make the value of a draft; it stays in the thread it was filed in."""
        conversation = str(data.get("conversationId") or "")
        key = thread_key if conversation_of(thread_key) == conversation else conversation
        return to_draft(data, thread_key=key, answers=self._memory.answers_of(str(data["id"])))

    def note(self, key: str, answers: Answers) -> None:
        """Remember what a draft of ours answers."""
        self._memory.note_draft(key, answers)

    def is_known(self, key: str) -> bool:
        """Tell whether a draft is one of ours that was finished."""
        return self._memory.answers_of(key) is not None

    def is_draft(self, data: Json) -> bool:
        """Tell whether it is unsent and lies in Drafts."""
        uses = self._memory.folder_uses(self._graph)
        use = uses.get(str(data.get("parentFolderId")))
        return bool(data.get("isDraft")) and use == SpecialUse.DRAFTS

    def _by_message_id(self, message_id: str) -> Json:
        if not message_id:
            raise gone()
        query = {**_OPTIONS, "$filter": f"internetMessageId eq {quoted(message_id)}"}
        answer: Answer = self._graph.read(
            "/me/mailFolders/drafts/messages", query, prefer=HTML_BODIES
        )
        for entry in answer.expect("read the drafts").get("value", []):
            # a service that ignores the filter must not hand over somebody else's draft
            if entry.get("internetMessageId") == message_id and self.is_draft(entry):
                found: Json = entry
                return found
        raise gone()


def gone() -> DraftNotFoundError:
    """Make the error for a draft that is not in Drafts."""
    return DraftNotFoundError(
        "The draft is not in Outlook's Drafts any more: it was deleted, or sent from there. "
        "Nothing was changed.",
        hint="Run `bowout status`, which looks in Sent Items.",
    )


def changed() -> DraftChangedError:
    """Make the error for a draft that is another version."""
    return DraftChangedError(
        f"The draft was changed in Outlook since it was last shown; it was left alone. {NOTHING}",
        hint="Look at it with `bowout show`.",
    )
