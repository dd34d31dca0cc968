"""Sends a draft, at most once, and finds what was sent.

The draft is read again immediately before. The service answers 202 without a body and does the
rest itself: the copy in Sent Items, the end of the draft. A refusal (4xx, 429) means nothing was
sent; a lost answer or a 5xx means nobody knows, and the request is never made again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from mailer.errors import OutcomeUnknownError, SignInError
from mailer.model import Draft, DraftRef, Message, SendStep, Sent
from providers.outlook.asking import Answer, LostAnswerError, quoted, segment
from providers.outlook.clouds import SEND_SCOPES
from providers.outlook.drafts import Drafts, changed, gone
from providers.outlook.folders import Memory
from providers.outlook.graph import Graph
from providers.outlook.messages import HEADER_FIELDS, THREADING, moment_text, to_message
from providers.outlook.refusals import is_gone

_PAGE = 100
_PAGES = 10


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends from one mailbox."""

    graph: Graph
    drafts: Drafts
    memory: Memory
    now: Callable[[], datetime]

    def send(self, ref: DraftRef, note: Callable[[SendStep], None]) -> Sent:
        """Send the draft of that version, once.

        The right to send comes first: who is asked for it may take minutes, in which the draft
        can be edited, and where it is refused nothing was begun.
        """
        self._get_allowed()
        draft = self.drafts.fetch(ref)
        if draft.version != ref.version:
            raise changed()
        note(SendStep.SUBMITTING)
        self._hand_over(draft)
        for step in (SendStep.ACCEPTED, SendStep.FILED, SendStep.CLEARED):
            note(step)
        return Sent(
            message_id=draft.message_id,
            sent_at=self.now(),
            thread_key=draft.thread_key,
            key=draft.key,  # immutable: the same in Sent Items (G57)
        )

    def find_sent(self, message_ids: Sequence[str], since: datetime) -> tuple[Message, ...]:
        """Return sent messages that are, or answer, one of these; oldest first."""
        wanted = {message_id for message_id in message_ids if message_id}
        query = {
            "$select": HEADER_FIELDS,
            "$expand": THREADING,
            "$filter": f"sentDateTime ge {moment_text(since)}",
            "$orderby": "sentDateTime desc",
            "$top": str(_PAGE),
        }
        uses = self.memory.folder_uses(self.graph)
        entries = self.graph.read_pages(
            "/me/mailFolders/sentitems/messages", query, pages=_PAGES, doing="read Sent Items"
        )
        found = []
        for entry in entries:
            keys = self.memory.keys_of(str(entry.get("conversationId") or ""))
            message = self._with_answers(to_message(entry, uses=uses, thread_key=keys[0]))
            ids = {message.message_id, *message.in_reply_to, *message.references}
            if ids & wanted and message.date >= since and not message.is_draft:
                found.append(message)
        return tuple(sorted(found, key=lambda message: message.date))

    def flag(self, sent: Sent, due: datetime) -> None:
        """Set the follow-up flag with a due date on a sent message."""
        moment = {"dateTime": f"{due.astimezone(UTC):%Y-%m-%dT%H:%M:%S}", "timeZone": "UTC"}
        start = {"dateTime": f"{self.now().astimezone(UTC):%Y-%m-%dT%H:%M:%S}", "timeZone": "UTC"}
        # a due date is refused without a start date (followupFlag, learn.microsoft.com)
        flag: dict[str, Any] = {
            "flagStatus": "flagged",
            "startDateTime": min(start, moment, key=lambda m: m["dateTime"]),
            "dueDateTime": moment,
        }
        answer = self._set_flag(sent.key, flag) if sent.key else None
        if answer is None or is_gone(answer):
            answer = self._set_flag(self._key_of(sent.message_id), flag)
        answer.expect("set the follow-up flag")

    def _get_allowed(self) -> None:
        try:
            self.graph.prepare(SEND_SCOPES)
        except SignInError as error:
            error.hint += " The draft is kept in Outlook's Drafts: you can send it from there."
            raise

    def _set_flag(self, key: str, flag: dict[str, Any]) -> Answer:
        path = f"/me/messages/{segment(key)}"
        return self.graph.write("PATCH", path, {"flag": flag}, repeats=True)

    def _hand_over(self, draft: Draft) -> None:
        path = f"/me/messages/{segment(draft.key)}/send"
        try:
            answer = self.graph.write("POST", path, scopes=SEND_SCOPES, waits=False)
        except LostAnswerError as error:
            raise _unknown() from error
        if answer.status >= 500:
            raise _unknown()
        if is_gone(answer):
            raise gone()
        answer.expect("send the draft")

    def _with_answers(self, message: Message) -> Message:
        """Add what a draft of ours answered, where the service does not tell."""
        answers = self.memory.answers_of(message.key)
        if message.in_reply_to or message.references or answers is None:
            return message
        return replace(message, in_reply_to=(answers[0],), references=answers[1])

    def _key_of(self, message_id: str) -> str:
        """Return the id of a sent message; a letter takes a moment to get into Sent Items (G62)."""
        query = {"$filter": f"internetMessageId eq {quoted(message_id)}", "$select": "id"}
        for is_last in (False, True):
            answer = self.graph.read("/me/mailFolders/sentitems/messages", query)
            entries = answer.expect("find the sent message").get("value", [])
            if message_id and entries:
                return str(entries[0]["id"])
            if not is_last:
                self.graph.sleep(2)
        raise gone()


def _unknown() -> OutcomeUnknownError:
    return OutcomeUnknownError(
        "Outlook did not confirm that it took the message. It may have been sent.",
        hint="Run `bowout status`, which looks in Sent Items, before anything else.",
    )
