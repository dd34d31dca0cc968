"""Files a reply: createReply or createReplyAll, then one PATCH of body and recipients.

- `{}` goes to createReply: a body or comment of ours would replace or mangle the quote (G42–G44).
- The subject is never sent: a changed one starts another conversation (G46).
- createReply marks the parent as read; that is undone (G49).
- A write whose answer was lost is settled by looking among the drafts of the conversation (G64);
  a draft that could not be filled is deleted again (G51).
- What the PATCH answers is compared with what was asked, own text as text (G61).
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from mailer.errors import (
    DraftChangedError,
    DraftNotFoundError,
    MailerError,
    OutcomeUnknownError,
    RefusedError,
    ThreadNotFoundError,
)
from mailer.model import Address, Draft, DraftRef, Message, Reply
from mailer.writing.mime import own_html, references_for
from providers.outlook.asking import HTML_BODIES, Answer, LostAnswerError, quoted, segment
from providers.outlook.bodies import as_page, holds_own, localise_sent, put_own, swap_own
from providers.outlook.drafts import Drafts, changed
from providers.outlook.graph import Graph
from providers.outlook.messages import address_json, moment_of, recipients_json, version_of
from providers.outlook.reading import Reader, conversation_of
from providers.outlook.refusals import NOTHING, is_gone, is_unanswerable, refusal

Json = Mapping[str, Any]
_CLOCK_SLACK = timedelta(seconds=3)
_LEFT_BEHIND = (
    "A half-made draft without your text may be left in Outlook's Drafts: delete it there."
)


class Replier:
    """Makes and replaces reply drafts in one mailbox."""

    def __init__(self, graph: Graph, reader: Reader, drafts: Drafts) -> None:
        """Take what it works with; does nothing yet."""
        self._graph = graph
        self._reader = reader
        self._drafts = drafts

    def save(self, reply: Reply) -> Draft:
        """File a new draft in the thread of the reply's parent and return what was stored."""
        asked: list[Message] = []
        try:
            parent, bare = self._make_bare(reply, asked)
            with self._cleaned_up(bare, reply):
                stored = self._fill_fresh(bare, reply, parent)
        finally:
            for message in asked:
                if not message.is_read:
                    self._mark_unread(message)
        return self._done(stored, reply, parent)

    def replace(self, reply: Reply, replacing: DraftRef) -> Draft:
        """Put another text and other recipients into a draft that is still that version."""
        data = self._drafts.fetch_json(replacing)
        if version_of(data) != replacing.version:
            raise changed()
        page = swap_own(_page_of(data), own_html(reply))
        if page is None:
            return self._make_anew(reply, replacing)
        stored = self._fill(data, reply, page)
        _compare(stored, data, reply, "it stands so in Drafts: look at it there")
        return self._done(stored, reply, reply.parent)

    # --- making ---

    def _make_bare(self, reply: Reply, asked: list[Message]) -> tuple[Message, Json]:
        """Make the draft that Exchange offers; returns the message that it answers, too.

        `asked` takes the messages that may have been marked as read by this.
        """
        parent = reply.parent
        if not self._reader.is_answerable(parent):
            parent = self._another_parent(reply)
        start = self._graph.server_now()
        answer = self._ask_reply(parent, reply, asked)
        if is_unanswerable(answer):
            parent = self._another_parent(reply)
            answer = self._ask_reply(parent, reply, asked)
        if is_gone(answer):
            parent = self._find_parent_again(parent, answer)
            answer = self._ask_reply(parent, reply, asked)
        if answer.status == 503 and answer.wait is not None:
            self._graph.sleep(answer.wait)
            found = self._look_for_fresh(parent, start)
            answer = Answer(201, found) if found else self._ask_reply(parent, reply, asked)
        if answer.status >= 500:
            return parent, self._settle(parent, start, answer)
        data: Json = answer.expect("make a reply in this thread")
        return parent, data

    def _ask_reply(self, parent: Message, reply: Reply, asked: list[Message]) -> Answer:
        """Ask for the draft once; a lost answer counts as a time-out at the gateway."""
        action = "createReplyAll" if len(reply.to) + len(reply.cc) > 1 else "createReply"
        path = f"/me/messages/{segment(parent.key)}/{action}"
        try:
            answer = self._graph.write("POST", path, {}, prefer=HTML_BODIES)
        except LostAnswerError:
            answer = Answer(504)
        if answer.is_done or answer.status >= 500:
            asked.append(parent)
        return answer

    def _another_parent(self, reply: Reply) -> Message:
        """Return the newest message of the thread that Exchange can answer (G48, G50).

        Never one of another thread in the same conversation: its quote is for others (G47).
        """
        messages = self._reader.messages_of(reply.parent.thread_key or reply.thread_key)
        fit = [m for m in messages if self._reader.is_answerable(m) and m.key != reply.parent.key]
        if not fit:
            raise RefusedError(
                "Outlook can't make a reply to an invitation, and this thread holds nothing else. "
                f"{NOTHING}",
                hint="Answer the invitation in Outlook's calendar, or name another thread with "
                "--thread.",
            )
        return fit[-1]

    def _find_parent_again(self, parent: Message, answer: Answer) -> Message:
        """Look for a message whose id is no longer valid by its Message-ID (G57, G67)."""
        from dataclasses import replace

        if not parent.message_id:
            raise refusal(answer, "find the message to answer")
        test = f"internetMessageId eq {quoted(parent.message_id)}"
        found = self._graph.read("/me/messages", {"$filter": test, "$select": "id,isDraft"})
        entries = found.expect("find the message to answer").get("value", [])
        keys = [str(e["id"]) for e in entries if not e.get("isDraft")]
        if not keys or keys[0] == parent.key:
            raise ThreadNotFoundError(
                "Outlook no longer has the message to answer. Nothing was stored.",
                hint="Search again; what lies in an online archive can't be answered.",
            )
        return replace(parent, key=keys[0])

    def _settle(self, parent: Message, start: datetime, answer: Answer) -> Json:
        """Find out whether a draft came to be although the answer was lost (G64)."""
        for pause in (0.5, 2.0):
            self._graph.sleep(pause)
            found = self._look_for_fresh(parent, start)
            if found:
                return found
        if answer.status in (500, 503):
            raise refusal(answer, "make a reply in this thread")
        raise OutcomeUnknownError(
            "Outlook did not answer while the draft was made, and it is not among the drafts. It "
            "may still appear there; nothing was sent.",
            hint="Run the same command again: it looks for the draft first.",
        )

    def _look_for_fresh(self, parent: Message, start: datetime) -> Json | None:
        """Return the one draft of the conversation that was made since.

        One that is older than the request is the user's own and left alone.
        """
        fresh = [
            d
            for d in self._drafts.list_json(conversation_of(parent.thread_key))
            if (moment_of(d.get("createdDateTime")) or start) >= start - _CLOCK_SLACK
            and not self._drafts.is_known(str(d.get("id")))
        ]
        return fresh[0] if len(fresh) == 1 else None

    def _make_anew(self, reply: Reply, replacing: DraftRef) -> Draft:
        """Replace a draft whose own part can't be told from its quote: first make, then delete.

        Where it can't be deleted, the core tries again: the new one stands all the same.
        """
        fresh = self.save(reply)
        with contextlib.suppress(MailerError):
            self._drafts.delete(replacing)
        return fresh

    # --- filling ---

    def _fill_fresh(self, bare: Json, reply: Reply, parent: Message) -> Json:
        for tries_left in (1, 0):
            page = localise_sent(_page_of(bare), parent.date)
            try:
                stored = self._fill(bare, reply, put_own(page, own_html(reply)))
            except DraftChangedError:
                if not tries_left:
                    raise
                # Exchange itself touched the draft since it was made (G59)
                bare = self._drafts.fetch_json(DraftRef(key=str(bare["id"])))
            else:
                _compare(stored, bare, reply, "the draft was taken back")
                return stored
        raise AssertionError("unreachable")

    def _fill(self, bare: Json, reply: Reply, page: str) -> Json:
        changes: dict[str, Any] = {
            "body": {"contentType": "html", "content": page},
            "toRecipients": recipients_json(reply.to),
            "ccRecipients": recipients_json(reply.cc),
            "bccRecipients": recipients_json(reply.bcc),
        }
        if _bare_sender(bare).casefold() != reply.sender.folded:
            changes["from"] = address_json(reply.sender)
        key, version = str(bare["id"]), str(bare.get("changeKey") or "")
        return self._patch(key, changes, version, reply)

    def _patch(self, key: str, changes: Json, version: str, reply: Reply) -> Json:
        path = f"/me/messages/{segment(key)}"
        try:
            answer = self._graph.write("PATCH", path, changes, version=version, prefer=HTML_BODIES)
        except LostAnswerError:
            answer = Answer(504)
        if is_gone(answer):
            self._graph.sleep(1)  # it was there a moment ago (G62)
            answer = self._graph.write("PATCH", path, changes, version=version, prefer=HTML_BODIES)
        if answer.status >= 500:
            self._graph.sleep(answer.wait or 1.0)
            data = self._drafts.fetch_json(DraftRef(key=key))
            if holds_own(_page_of(data), own_html(reply)) and _same(data, "toRecipients", reply.to):
                return data  # done, although the answer got lost
            answer = self._graph.write("PATCH", path, changes, version=version, prefer=HTML_BODIES)
        if answer.status == 412:
            raise changed()
        stored: Json = answer.expect("store the draft")
        return stored

    def _done(self, stored: Json, reply: Reply, parent: Message) -> Draft:
        answers = (parent.message_id, references_for(parent))
        self._drafts.note(str(stored["id"]), answers)
        return self._drafts.value(stored, thread_key=reply.thread_key)

    def _mark_unread(self, parent: Message) -> None:
        # nobody loses anything if this fails: the letter is stored either way
        with contextlib.suppress(MailerError):
            path = f"/me/messages/{segment(parent.key)}"
            self._graph.write("PATCH", path, {"isRead": False}, repeats=True)

    @contextlib.contextmanager
    def _cleaned_up(self, bare: Json, reply: Reply) -> Any:  # noqa: ANN401
        """Delete the half-made draft when anything stops the filling, Ctrl-C included (G51).

        One that the user sent meanwhile is no draft any more, and what they wrote into it is
        theirs: both are left alone.
        """
        try:
            yield
        except BaseException as error:
            try:
                self._take_back(bare, reply)
            except DraftNotFoundError:
                pass
            except MailerError:
                if isinstance(error, MailerError):
                    error.message = f"{error.message} {_LEFT_BEHIND}"
                    error.stored = None
                    error.args = (error.message,)
            raise

    def _take_back(self, bare: Json, reply: Reply) -> None:
        """Delete a half-made draft that holds the quote alone, or the letter as we put it in."""
        now = self._drafts.fetch_json(DraftRef(key=str(bare["id"])))
        page = _page_of(now)
        is_ours = page == _page_of(bare) or holds_own(page, own_html(reply))
        if not is_ours:
            raise changed()
        self._drafts.delete_json(now)


def _page_of(data: Json) -> str:
    body = data.get("body") or {}
    content = str(body.get("content") or "")
    is_html = str(body.get("contentType") or "html").casefold() == "html"
    return content if is_html else as_page(content)


def _compare(stored: Json, bare: Json, reply: Reply, fate: str) -> None:
    """Refuse a draft that is not what was asked for; `fate` says what becomes of it."""
    lists = (("toRecipients", reply.to), ("ccRecipients", reply.cc), ("bccRecipients", reply.bcc))
    wrong = [name for name, wanted in lists if not _same(stored, name, wanted)]
    if _bare_sender(stored).casefold() != reply.sender.folded:
        wrong.append("from")
    if str(stored.get("conversationId")) != str(bare.get("conversationId")):
        wrong.append("conversation")
    if not holds_own(_page_of(stored), own_html(reply)):
        wrong.append("text")
    if wrong:
        raise RefusedError(
            f"Outlook stored something else than asked ({', '.join(wrong)}); {fate}. Nothing was "
            "sent.",
            hint="Run the command again; if it stays so, `bowout doctor` and --debug help to "
            "report it.",
        )


def _same(data: Json, name: str, wanted: Sequence[Address]) -> bool:
    entries = data.get(name) or ()
    stored = {str((e.get("emailAddress") or {}).get("address")).casefold() for e in entries}
    return stored == {address.folded for address in wanted}


def _bare_sender(data: Json) -> str:
    inner = (data.get("from") or {}).get("emailAddress") or {}
    return str(inner.get("address") or "")
