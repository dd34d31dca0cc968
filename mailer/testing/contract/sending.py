"""The contract of sending, and of what only some services can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from mailer.errors import DraftChangedError, DraftNotFoundError, UnsupportedFeatureError
from mailer.model import Message, SendStep, Sent, SpecialUse, Thread
from mailer.provider import Capability, Provider
from mailer.testing.contract.grounds import (
    DANA,
    NOT_THERE,
    PRIYA,
    Deliver,
    Edit,
    Grounds,
    lately,
    make_raw,
)


def _never_sent(provider: Provider, parent: Message) -> Sent:
    return Sent(
        message_id=NOT_THERE,
        sent_at=provider.context.now(),
        thread_key=parent.thread_key,
        key=parent.key,
    )


class SendingContract(Grounds):
    """A draft is sent once, as it was approved; what is not declared is refused."""

    # --- sending ---

    def test_sending_hands_over_once_and_clears_up(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        self._needs(provider, Capability.SEND)
        draft = provider.save_reply(self.reply(thread.messages[-1]))
        steps: list[SendStep] = []

        sent = provider.send_draft(draft.ref, note=steps.append)

        settle()
        assert steps[:2] == [SendStep.SUBMITTING, SendStep.ACCEPTED]
        assert sent.sent_at.tzinfo is not None
        with pytest.raises(DraftNotFoundError):
            provider.fetch_draft(draft.ref)
        read = provider.read(thread.key)
        assert [m.is_draft for m in read.messages] == [False, False, False]
        (found,) = provider.find_sent([thread.messages[-1].message_id], lately(provider))
        assert thread.messages[-1].message_id in found.in_reply_to
        assert found.text is None or "I have decided to withdraw" in found.text

    def test_what_was_sent_is_what_was_approved(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        self._needs(provider, Capability.SEND)
        draft = provider.save_reply(self.reply(thread.messages[-1], cc=(PRIYA,)))

        sent = provider.send_draft(draft.ref, note=lambda _: None)

        settle()
        read = provider.read(sent.thread_key or thread.key)
        (found,) = [m for m in read.messages if m.message_id == sent.message_id]
        assert found.special_use is SpecialUse.SENT
        assert [a.folded for a in found.to] == [DANA.folded]
        assert [a.folded for a in found.cc] == [PRIYA.folded]
        assert found.subject == draft.subject
        assert "I have decided to withdraw my application." in (found.text or "")

    def test_sent_mail_older_than_asked_for_stays_out(
        self, provider: Provider, parent: Message, settle: Callable[[], None]
    ) -> None:
        self._needs(provider, Capability.SEND)
        draft = provider.save_reply(self.reply(parent))
        sent = provider.send_draft(draft.ref, note=lambda _: None)
        settle()

        later = sent.sent_at + timedelta(days=2)

        assert provider.find_sent([parent.message_id], later) == ()

    def test_a_sent_draft_is_not_sent_again(
        self, provider: Provider, parent: Message, settle: Callable[[], None]
    ) -> None:
        self._needs(provider, Capability.SEND)
        draft = provider.save_reply(self.reply(parent))
        provider.send_draft(draft.ref, note=lambda _: None)
        settle()

        with pytest.raises(DraftNotFoundError):
            provider.send_draft(draft.ref, note=lambda _: None)

        assert len(provider.find_sent([parent.message_id], lately(provider))) == 1

    def test_another_version_is_not_sent(
        self, provider: Provider, parent: Message, edit_elsewhere: Edit | None
    ) -> None:
        self._needs(provider, Capability.SEND)
        draft = provider.save_reply(self.reply(parent))
        stale = self._stale(draft, edit_elsewhere)

        with pytest.raises(DraftChangedError):
            provider.send_draft(stale, note=lambda _: None)

        assert provider.fetch_draft(draft.ref).key
        assert provider.find_sent([parent.message_id], lately(provider)) == ()

    def test_a_note_that_fails_stops_before_the_deed(
        self, provider: Provider, parent: Message
    ) -> None:
        self._needs(provider, Capability.SEND)
        draft = provider.save_reply(self.reply(parent))

        def fail(_: SendStep) -> None:
            raise RuntimeError("the journal can't be written")

        with pytest.raises(RuntimeError):
            provider.send_draft(draft.ref, note=fail)

        assert provider.fetch_draft(draft.ref).version == draft.version
        assert provider.find_sent([parent.message_id], lately(provider)) == ()

    def test_finishing_a_finished_send_changes_nothing(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        self._needs(provider, Capability.SEND)
        draft = provider.save_reply(self.reply(thread.messages[-1]))
        provider.send_draft(draft.ref, note=lambda _: None)
        settle()

        for _ in range(2):
            provider.finish_send(draft.ref, done=SendStep.ACCEPTED, note=lambda _: None)

        settle()
        assert len(provider.find_sent([thread.messages[-1].message_id], lately(provider))) == 1
        assert len(provider.read(thread.key).messages) == 3

    def test_what_was_sent_is_found_by_its_own_id_too(
        self, provider: Provider, parent: Message, settle: Callable[[], None]
    ) -> None:
        self._needs(provider, Capability.SEND)
        draft = provider.save_reply(self.reply(parent))
        sent = provider.send_draft(draft.ref, note=lambda _: None)
        settle()

        found = provider.find_sent([sent.message_id], lately(provider))

        assert [m.message_id for m in found] == [sent.message_id]
        assert provider.find_sent([NOT_THERE], lately(provider)) == ()

    # --- the rest ---

    def test_changes_name_the_thread_that_was_touched(
        self, provider: Provider, thread: Thread, deliver: Deliver, settle: Callable[[], None]
    ) -> None:
        self._needs(provider, Capability.CHANGES)
        start = provider.changes(None)
        assert start.thread_keys == ()

        deliver(
            make_raw(
                "<contract-4@northwind.example>",
                to=provider.account.address,
                now=provider.context.now(),
                text="Never mind.",
                answers=tuple(m.message_id for m in thread.messages),
                hours_ago=0,
            )
        )
        settle()

        touched = provider.changes(start.cursor)
        assert thread.key in touched.thread_keys or not touched.is_complete
        assert thread.key not in provider.changes(touched.cursor).thread_keys

    def test_nothing_has_changed_where_nothing_was_touched(
        self, provider: Provider, thread: Thread
    ) -> None:
        self._needs(provider, Capability.CHANGES)
        start = provider.changes(None)

        provider.read(thread.key)

        assert thread.key not in provider.changes(start.cursor).thread_keys

    def test_a_cursor_that_the_service_does_not_know_says_look_at_everything(
        self, provider: Provider, thread: Thread
    ) -> None:
        self._needs(provider, Capability.CHANGES)

        answer = provider.changes("of-another-time")

        assert not answer.is_complete
        assert provider.changes(answer.cursor).is_complete

    def test_a_sent_message_takes_a_flag(
        self, provider: Provider, parent: Message, settle: Callable[[], None]
    ) -> None:
        self._needs(provider, Capability.FLAG)
        draft = provider.save_reply(self.reply(parent))
        sent = provider.send_draft(draft.ref, note=lambda _: None)
        settle()

        provider.flag(sent, sent.sent_at + timedelta(days=3))

        assert len(provider.find_sent([parent.message_id], lately(provider))) == 1

    def test_a_link_opens_the_thread(self, provider: Provider, thread: Thread) -> None:
        self._needs(provider, Capability.LINK)

        assert provider.link(thread.key).startswith("http")

    @pytest.mark.parametrize("capability", list(Capability))
    def test_what_is_not_declared_is_refused_with_a_hint(
        self, provider: Provider, parent: Message, capability: Capability
    ) -> None:
        verbs: dict[Capability, Callable[[], object]] = {
            Capability.SEND: lambda: provider.send_draft(
                provider.save_reply(self.reply(parent)).ref, note=lambda _: None
            ),
            Capability.CHANGES: lambda: provider.changes(None),
            Capability.LINK: lambda: provider.link(parent.thread_key),
            Capability.FLAG: lambda: provider.flag(_never_sent(provider, parent), parent.date),
            Capability.CALENDAR_REPLIES: lambda: provider.save_reply(
                replace(self.reply(parent), calendar_reply="BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
            ),
        }
        if capability in provider.capabilities or capability not in verbs:
            pytest.skip(f"{provider.name}: nothing to refuse")

        with pytest.raises(UnsupportedFeatureError) as caught:
            verbs[capability]()

        assert caught.value.hint

    def test_finishing_a_send_is_refused_where_sending_is(
        self, provider: Provider, parent: Message
    ) -> None:
        if Capability.SEND in provider.capabilities:
            pytest.skip(f"{provider.name} declares send")
        draft = provider.save_reply(self.reply(parent))

        with pytest.raises(UnsupportedFeatureError):
            provider.finish_send(draft.ref, done=SendStep.ACCEPTED, note=lambda _: None)

        assert provider.fetch_draft(draft.ref).version == draft.version
