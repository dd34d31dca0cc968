"""Sends a draft of Gmail, at most once, and finds what was sent.

`drafts.send` takes no condition, so the draft is read again immediately before; the moment between
is what remains (docs/security.md). A lost answer is never followed by a second send.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from mailer.errors import OutcomeUnknownError, RefusedError
from mailer.model import DraftRef, Message, SendStep, Sent
from providers._http import LostAnswerError
from providers.gmail.api import Api
from providers.gmail.drafts import DraftBox, gone
from providers.gmail.query import id_queries
from providers.gmail.reading import to_header_level
from providers.gmail.refusals import ConflictError, GoneError

_HEADERS = ["Message-ID", "In-Reply-To", "References", "Date", "From", "To", "Cc", "Subject"]
_MOST_SENT = 200
_SLACK = timedelta(days=1)
"""Clocks differ, and Gmail's days are those of the user's own zone."""
_FIELDS = "id,threadId,labelIds,internalDate,payload(headers)"


class Sender:
    """Hands drafts over, and looks into Sent."""

    def __init__(self, api: Api, drafts: DraftBox, now: Callable[[], datetime]) -> None:
        """Take the interface, the drafts and the clock."""
        self._api = api
        self._drafts = drafts
        self._now = now

    def send(self, ref: DraftRef, note: Callable[[SendStep], None]) -> Sent:
        """Send the draft of that version; Gmail files the copy and clears the draft itself."""
        draft = self._drafts.find_version(ref)
        note(SendStep.SUBMITTING)
        request = self._api.users.drafts().send(userId="me", body={"id": draft.key})
        try:
            answer = self._api.write(request, "send the letter", waits=False)
        except LostAnswerError as error:
            raise OutcomeUnknownError(
                "Gmail did not confirm that it took the letter. It may have been sent.",
                hint="Run `bowout status`, which looks into Sent, before anything else.",
            ) from error
        except GoneError as error:
            raise gone() from error
        except ConflictError as error:
            raise RefusedError(
                "Gmail refused to send the letter; it stays in Drafts.",
                hint="Check the addresses with `bowout show`.",
            ) from error
        for step in (SendStep.ACCEPTED, SendStep.FILED, SendStep.CLEARED):
            note(step)
        return self._sent(
            str(answer.get("id", "")), draft.message_id, str(answer.get("threadId", ""))
        )

    def find(self, message_ids: Sequence[str], since: datetime) -> tuple[Message, ...]:
        """Return sent messages that are, or answer, one of these: a list and a batch.

        Where none of their threads is there any more, what was sent lately is looked through.
        """
        if not message_ids:
            return ()
        entries = self._entries_of_threads(message_ids) or self._entries_since(since)
        wanted = set(message_ids)
        sent = [_sent_message(e) for e in entries if "SENT" in e.get("labelIds", ())]
        answering = (m for m in sent if wanted & {m.message_id, *m.in_reply_to, *m.references})
        return tuple(sorted((m for m in answering if m.date >= since), key=lambda m: m.date))

    def _entries_of_threads(self, message_ids: Sequence[str]) -> list[dict[str, Any]]:
        """Return all messages of the threads in which these ids stand."""
        messages = self._api.users.messages()
        found: list[dict[str, Any]] = []
        for query in id_queries(message_ids):
            request = messages.list(
                userId="me", q=query, includeSpamTrash=True, fields="messages(threadId)"
            )
            found += self._api.read(request, "look for the thread").get("messages", [])
        threads = self._api.users.threads()
        requests = [
            threads.get(
                userId="me",
                id=key,
                format="metadata",
                metadataHeaders=_HEADERS,
                fields=f"messages({_FIELDS})",
            )
            for key in dict.fromkeys(str(entry["threadId"]) for entry in found)
        ]
        answers = self._api.read_many(requests, "look into Sent")
        return [entry for answer in answers if answer for entry in answer.get("messages", [])]

    def _entries_since(self, since: datetime) -> list[dict[str, Any]]:
        """Return what was sent lately: the parent may be deleted, and its id with it."""
        messages = self._api.users.messages()
        query = f"in:sent after:{int((since - _SLACK).timestamp())}"
        request = messages.list(
            userId="me",
            q=query,
            maxResults=_MOST_SENT,
            includeSpamTrash=True,
            fields="messages(id)",
        )
        found = self._api.read(request, "look into Sent").get("messages", [])
        requests = [
            messages.get(
                userId="me",
                id=str(entry["id"]),
                format="metadata",
                metadataHeaders=_HEADERS,
                fields=_FIELDS,
            )
            for entry in found
        ]
        return [a for a in self._api.read_many(requests, "look into Sent") if a]

    def _sent(self, key: str, message_id: str, thread_key: str) -> Sent:
        """Return what was sent, under the Message-ID that Gmail gave it (G16)."""
        request = self._api.users.messages().get(
            userId="me", id=key, format="metadata", metadataHeaders=_HEADERS, fields=_FIELDS
        )
        try:
            message = _sent_message(self._api.read(request, "read what was sent"))
        except Exception:  # it is sent, whatever this look says; the draft's id will do
            return Sent(
                message_id=message_id,
                sent_at=self._now().astimezone(UTC),
                thread_key=thread_key,
                key=key,
            )
        return Sent(
            message_id=message.message_id or message_id,
            sent_at=message.date,
            thread_key=thread_key,
            key=key,
        )


def _sent_message(entry: Mapping[str, Any]) -> Message:
    """Make a header-level message of what left; its Date may still be that of the draft."""
    message = to_header_level(entry)
    filed = datetime.fromtimestamp(int(entry.get("internalDate", 0)) / 1000, UTC)
    return replace(message, date=max(message.date, filed))
