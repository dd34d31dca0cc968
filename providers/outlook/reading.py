"""Finds conversations, reads them whole, and parts what Exchange joined by subject alone (G47).

A search costs two requests however much it finds: `$search`, then every conversation in one
`$batch` (20 at a time). A conversation is read with its bodies as text, in pages of fifty. A
thread's key is the conversation's id; where a conversation holds several threads, the later ones
are `<conversation>#<Message-ID of the first message>`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mailer.errors import ProviderUnavailableError, ThreadNotFoundError
from mailer.model import Message, Search, SpecialUse, Thread
from mailer.subjects import base_subject
from providers.outlook.asking import TEXT_BODIES, Answer, Ask, quoted
from providers.outlook.calendars import read_calendar_files
from providers.outlook.folders import LEFT_OUT, Memory
from providers.outlook.graph import Graph
from providers.outlook.kql import matches, search_option, words_of
from providers.outlook.messages import (
    HEADER_FIELDS,
    IN_REPLY_TO,
    REFERENCES,
    WHOLE,
    WHOLE_FIELDS,
    can_be_answered,
    moment_text,
    to_message,
)

_HIT_FIELDS = "id,conversationId,subject,parentFolderId"
_HITS = 100
_PAGES_OF_HITS = 3
_PAGE = 50
_PAGES = 40
_SCANNED = 200

Hit = Mapping[str, Any]


class Reader:
    """Reads the threads of one account."""

    def __init__(self, graph: Graph, memory: Memory, addresses: Sequence[str]) -> None:
        """Take the connection, what is remembered, and the user's own bare addresses."""
        self._graph = graph
        self._memory = memory
        self._own = frozenset(address.casefold() for address in addresses)
        self._seen: dict[str, tuple[Thread, ...]] = {}
        self._unanswerable: set[str] = set()

    # --- what the provider's verbs ask for ---

    def search(self, search: Search) -> tuple[Thread, ...]:
        """Return the threads that match, newest first, whole."""
        uses = self._memory.folder_uses(self._graph)
        hits = self._hits(search, uses)
        subjects = {str(h["conversationId"]): str(h.get("subject") or "") for h in hits}
        chosen = list(subjects)[: search.limit]
        keys = {str(hit["id"]) for hit in hits}
        threads = [
            thread
            for conversation in self.read_conversations(chosen, subjects).values()
            for thread in conversation
            if keys & {message.key for message in thread.messages}
        ]
        threads.sort(key=lambda thread: thread.last_message_at, reverse=True)
        return tuple(threads[: search.limit])

    def read(self, thread_key: str) -> Thread:
        """Return one thread as it stands now."""
        found = self.read_many((thread_key,))
        if not found:
            raise ThreadNotFoundError(
                "Outlook no longer has that thread. Nothing was stored.",
                hint="It was deleted, or moved to an online archive, which Outlook's interface "
                "can't open; search again.",
            )
        return found[0]

    def read_many(self, thread_keys: Sequence[str]) -> tuple[Thread, ...]:
        """Return several threads in one request; those that are gone are missing."""
        wanted = dict.fromkeys(conversation_of(key) for key in thread_keys)
        conversations = self.read_conversations(list(wanted), {})
        found = (_pick(conversations[conversation_of(key)], key) for key in thread_keys)
        return tuple(thread for thread in found if thread)

    def messages_of(self, thread_key: str) -> tuple[Message, ...]:
        """Return the messages of a thread, from this run's memory where it was read."""
        conversation = conversation_of(thread_key)
        if conversation not in self._seen:
            self.read_conversations([conversation], {})
        thread = _pick(self._seen.get(conversation, ()), thread_key)
        return thread.messages if thread else ()

    def is_answerable(self, message: Message) -> bool:
        """Tell whether Exchange can make a reply to a message, as far as this run has seen."""
        return not (message.is_draft or message.is_reaction or message.key in self._unanswerable)

    def read_conversations(
        self, conversations: Sequence[str], subjects: Mapping[str, str]
    ) -> dict[str, tuple[Thread, ...]]:
        """Return the threads of each conversation; spam, trash and chats are left out."""
        uses = self._memory.folder_uses(self._graph)
        answers = self._ask_conversations(conversations)
        entries: dict[str, list[Hit]] = {}
        for conversation, answer in zip(conversations, answers, strict=True):
            if answer is None or _is_refused_filter(answer):
                self._memory.note_refusal()
                subject = subjects.get(conversation, "")
                entries[conversation] = self._without_filter(conversation, subject)
            else:
                entries[conversation] = list(self._entries(answer))
        files = read_calendar_files(self._graph, (e for many in entries.values() for e in many))
        found = {}
        for conversation in entries:
            self._unanswerable |= {
                str(e["id"]) for e in entries[conversation] if not can_be_answered(e)
            }
            messages = _messages(entries[conversation], conversation, uses, files)
            found[conversation] = self._threads(conversation, messages)
        self._seen |= found
        return found

    # --- finding ---

    def _hits(self, search: Search, uses: Mapping[str, SpecialUse]) -> list[Hit]:
        """Return the messages that match, newest first, without what lies in trash or spam."""
        option = search_option(search)
        hits: list[Hit] = []
        if option:
            hits = self._kept(self._searched(option), uses, search.limit)
            if not hits:
                hits = self._kept(self._scanned(search, uses), uses)
        elif not search.message_ids and not (search.phrases or search.participants):
            hits = self._kept(self._newest(search), uses, search.limit)
        if search.message_ids:
            hits += self._kept(self._by_id(search.message_ids), uses)
        return hits

    def _searched(self, option: str) -> Iterable[Hit]:
        query = {"$search": option, "$select": _HIT_FIELDS, "$top": str(_HITS)}
        return self._graph.read_pages(
            "/me/messages", query, pages=_PAGES_OF_HITS, doing="search the mailbox"
        )

    def _newest(self, search: Search) -> Iterable[Hit]:
        query = {
            "$select": _HIT_FIELDS,
            "$orderby": "receivedDateTime desc",
            "$top": str(_HITS),
        }
        if search.since:
            query["$filter"] = f"receivedDateTime ge {moment_text(search.since)}"
        return self._graph.read_pages("/me/messages", query, pages=_PAGES_OF_HITS)

    def _scanned(self, search: Search, uses: Mapping[str, SpecialUse]) -> Iterable[Hit]:
        """Look through the newest messages: the service's index lags behind new mail."""
        query = {
            "$select": f"{HEADER_FIELDS},body",
            "$orderby": "receivedDateTime desc",
            "$top": str(_SCANNED),
        }
        entries = self._graph.read_pages("/me/messages", query, prefer=TEXT_BODIES, pages=1)
        return [e for e in entries if matches(to_message(e, uses=uses, thread_key=""), search)]

    def _by_id(self, message_ids: Sequence[str]) -> Iterable[Hit]:
        """Find messages that are, or answer, one of these (G56)."""
        asks = [
            Ask("GET", "/me/messages", {"$select": _HIT_FIELDS, "$top": "20", "$filter": test})
            for message_id in message_ids
            for test in _tests_for(message_id)
        ]
        for answer in self._graph.read_many(asks):
            if not _is_refused_filter(answer):
                yield from answer.expect("search the mailbox").get("value", [])

    def _kept(
        self, hits: Iterable[Hit], uses: Mapping[str, SpecialUse], limit: int = sys.maxsize
    ) -> list[Hit]:
        """Return the hits that count, until they name so many conversations; reads no further."""
        kept: list[Hit] = []
        conversations: set[str] = set()
        for hit in hits:
            conversation = str(hit.get("conversationId") or "")
            if conversation and uses.get(str(hit.get("parentFolderId"))) not in LEFT_OUT:
                kept.append(hit)
                conversations.add(conversation)
            if len(conversations) >= limit:
                break
        return kept

    # --- reading conversations ---

    def _ask_conversations(self, conversations: Sequence[str]) -> Sequence[Answer | None]:
        if self._memory.refuses_conversations:
            return [None] * len(conversations)
        return self._graph.read_many([_conversation_ask(c) for c in conversations])

    def _entries(self, answer: Answer) -> Iterable[Hit]:
        rest = self._graph.rest_of(answer, prefer=TEXT_BODIES, pages=_PAGES + 1)
        for number, entry in enumerate(rest, 1):
            if number > _PAGE * _PAGES:
                raise ProviderUnavailableError(
                    f"One conversation holds more than {_PAGE * _PAGES} messages, more than bowout "
                    "reads. Nothing was stored.",
                    hint="Name the thread by a longer query.",
                )
            yield entry

    def _without_filter(self, conversation: str, subject: str) -> list[Hit]:
        """Read a conversation of an account that can't filter by it (G54)."""
        if not subject:
            query = {"$select": "conversationId,subject", "$orderby": "receivedDateTime desc",
                     "$top": "250"}  # fmt: skip
            entries = self._graph.read_pages("/me/messages", query, pages=4)
            known = (e for e in entries if e.get("conversationId") == conversation)
            subject = next((str(e.get("subject") or "") for e in known), "")
        words = " AND ".join(f"subject:{word}" for word in words_of(base_subject(subject)))
        if not words:
            return []
        query = {"$search": f'"{words}"', "$select": WHOLE_FIELDS, "$expand": WHOLE,
                 "$top": str(_PAGE)}  # fmt: skip
        entries = self._graph.read_pages("/me/messages", query, prefer=TEXT_BODIES, pages=6)
        return [e for e in entries if e.get("conversationId") == conversation]

    # --- parting ---

    def _threads(self, conversation: str, messages: Sequence[Message]) -> tuple[Thread, ...]:
        parts = self._parts(messages)
        threads = []
        for number, part in enumerate(parts):
            key = conversation if number == 0 else f"{conversation}#{_root(part)}"
            owned = tuple(replace(message, thread_key=key) for message in part)
            threads.append(Thread(key, owned))
        if len(threads) > 1:
            self._memory.note_split(conversation, (thread.key for thread in threads))
        return tuple(threads)

    def _parts(self, messages: Sequence[Message]) -> list[list[Message]]:
        """Group by References; groups that share a person besides the user belong together."""
        from mailer.threads import group_threads

        parts: list[tuple[set[str], list[Message]]] = []
        for group in group_threads(messages):
            people, members = self._people(group.messages), list(group.messages)
            for other in [p for p in parts if p[0] & people or not people or not p[0]]:
                people |= other[0]
                members += other[1]
                parts.remove(other)
            parts.append((people, members))
        ordered = [sorted(members, key=_age) for _, members in parts]
        return sorted(ordered, key=lambda part: _age(part[0]))

    def _people(self, messages: Iterable[Message]) -> set[str]:
        people = (
            a.folded for m in messages for a in (m.sender, *m.reply_to, *m.recipients, *m.bcc)
        )
        return {address for address in people if address and address not in self._own}


def conversation_of(thread_key: str) -> str:
    """Return the conversation of a thread key."""
    return thread_key.partition("#")[0]


def _conversation_ask(conversation: str) -> Ask:
    # no $orderby beside this filter: too complex for Exchange (G53)
    query = {
        "$filter": f"conversationId eq {quoted(conversation)}",
        "$select": WHOLE_FIELDS,
        "$expand": WHOLE,
        "$top": str(_PAGE),
    }
    return Ask("GET", "/me/messages", query, TEXT_BODIES)


def _is_refused_filter(answer: Answer) -> bool:
    return answer.status == 400 and "filter" in answer.code.casefold()


def _tests_for(message_id: str) -> tuple[str, ...]:
    value = quoted(message_id)
    answers = (
        f"singleValueExtendedProperties/any(ep: ep/id eq '{IN_REPLY_TO}' and ep/value eq {value})"
    )
    names = (
        f"singleValueExtendedProperties/any(ep: ep/id eq '{REFERENCES}' and "
        f"contains(ep/value, {value}))"
    )
    return f"internetMessageId eq {value}", answers, names


def _messages(
    entries: Iterable[Hit],
    conversation: str,
    uses: Mapping[str, SpecialUse],
    files: Mapping[str, tuple[str, ...]],
) -> list[Message]:
    messages = (
        replace(message, calendars=(*message.calendars, *files.get(message.key, ())))
        for message in (to_message(e, uses=uses, thread_key=conversation) for e in entries)
    )
    kept = (m for m in messages if m.special_use not in LEFT_OUT)
    return sorted({m.key: m for m in kept}.values(), key=_age)


def _age(message: Message) -> tuple[bool, Any]:
    """Order by date; drafts last, for theirs is the time of the last save."""
    return (message.is_draft, message.date)


def _root(part: Sequence[Message]) -> str:
    return next((m.message_id for m in part if m.message_id), part[0].key)


def _pick(threads: Sequence[Thread], key: str) -> Thread | None:
    exact = next((thread for thread in threads if thread.key == key), None)
    if exact or "#" not in key:
        return exact
    root = key.partition("#")[2]
    return next((t for t in threads if root in t.message_ids), None)
