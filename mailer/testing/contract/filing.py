"""The contract of drafts: filed, replaced, fetched, deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from mailer.errors import DraftChangedError, DraftNotFoundError, ThreadNotFoundError
from mailer.model import Address, DraftRef, Message, Thread
from mailer.provider import Capability, Provider
from mailer.testing.contract.grounds import DANA, NOT_THERE, PRIYA, Edit, Grounds, lately


class FilingContract(Grounds):
    """A reply is filed as a draft in its thread, and only the version named is touched."""

    # --- filing ---

    def test_a_draft_is_stored_as_it_was_asked_for(
        self, provider: Provider, parent: Message
    ) -> None:
        draft = provider.save_reply(self.reply(parent, to=(DANA,), cc=(PRIYA,)))

        assert [a.folded for a in draft.to] == [DANA.folded]
        assert [a.folded for a in draft.cc] == [PRIYA.folded]
        assert draft.sender.folded == provider.account.address.casefold()
        assert draft.subject.casefold() == "re: second round at northwind"
        assert draft.in_reply_to == parent.message_id
        assert draft.references[-1] == parent.message_id
        assert draft.version

    def test_the_references_name_the_whole_way_to_the_root(
        self, provider: Provider, thread: Thread
    ) -> None:
        draft = provider.save_reply(self.reply(thread.messages[-1]))

        assert draft.references == tuple(m.message_id for m in thread.messages)  # §3.6.4

    def test_a_draft_belongs_to_the_thread_of_its_parent(
        self, provider: Provider, thread: Thread
    ) -> None:
        draft = provider.save_reply(self.reply(thread.messages[-1]))

        assert draft.thread_key == thread.key
        assert draft.ref.thread_key == thread.key

    def test_markup_in_the_text_is_text(self, provider: Provider, parent: Message) -> None:
        text = "Hi Dana,\n\nI withdraw & <b>thank</b> you &amp; yours: 1 < 2 > 0.\n\nSam"
        written = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        reply = replace(
            self.reply(parent, text=text),
            html="".join(f"<p>{part}</p>" for part in written.split("\n\n")),
        )

        draft = provider.save_reply(reply)

        assert "I withdraw & <b>thank</b> you &amp; yours: 1 < 2 > 0." in draft.text

    def test_many_recipients_keep_their_order(self, provider: Provider, parent: Message) -> None:
        copied = tuple(Address(f"Person {n}", f"p{n}@northwind.example") for n in range(20))

        draft = provider.save_reply(self.reply(parent, to=(DANA, PRIYA), cc=copied))

        assert [a.folded for a in draft.to] == [DANA.folded, PRIYA.folded]
        assert [a.folded for a in draft.cc] == [a.folded for a in copied]

    def test_a_draft_leaves_the_rest_of_the_thread_as_it_was(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        provider.save_reply(self.reply(thread.messages[-1]))
        settle()

        received = [m for m in provider.read(thread.key).messages if not m.is_draft]
        assert [(m.key, m.text) for m in received] == [(m.key, m.text) for m in thread.messages]

    def test_the_own_text_stands_above_the_quote(self, provider: Provider, parent: Message) -> None:
        draft = provider.save_reply(self.reply(parent))

        own, _, rest = draft.text.partition("northbound")
        assert own.strip().startswith("Hi Dana,")
        assert "withdraw" in own
        assert rest

    def test_the_draft_stands_in_the_thread_as_a_draft(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        draft = provider.save_reply(self.reply(thread.messages[-1]))
        settle()

        read = provider.read(thread.key)

        (found,) = [m for m in read.messages if m.is_draft]
        assert found.message_id == draft.message_id
        assert len(read.messages) == 3

    def test_filing_marks_nothing_as_read(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        provider.save_reply(self.reply(thread.messages[-1]))
        settle()

        received = [m for m in provider.read(thread.key).messages if not m.is_draft]
        assert [m.is_read for m in received] == [False, False]

    def test_a_draft_is_no_sent_message(self, provider: Provider, parent: Message) -> None:
        provider.save_reply(self.reply(parent))

        assert provider.find_sent([parent.message_id], lately(provider)) == ()

    def test_every_letter_of_every_script_survives(
        self, provider: Provider, parent: Message
    ) -> None:
        text = "Grüße, お世話になっております。 – “quoted” … 🙂\n\nZoë"
        to = Address("Müller-Lüdenscheidt, Zoë", "zoe@northwind.example")

        draft = provider.save_reply(self.reply(parent, text=text, to=(to,)))

        assert "お世話になっております" in draft.text
        assert "“quoted” … 🙂" in draft.text
        assert draft.to[0].name == to.name

    def test_blind_copies_are_kept_in_the_draft(self, provider: Provider, parent: Message) -> None:
        mine = Address("", "archive@rivera.example")

        draft = provider.save_reply(self.reply(parent, bcc=(mine,)))

        assert [a.folded for a in draft.bcc] == [mine.folded]

    def test_a_reply_to_what_is_gone_stores_nothing(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        gone = replace(
            thread.messages[-1],
            message_id=NOT_THERE,
            key=thread.messages[-1].key[:-3] + "xyz",
            thread_key=thread.key[:-3] + "xyz",
        )

        with pytest.raises(ThreadNotFoundError):
            provider.save_reply(self.reply(gone))

        settle()
        assert not any(m.is_draft for m in provider.read(thread.key).messages)

    # --- replacing ---

    def test_a_replaced_draft_leaves_one(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        parent = thread.messages[-1]
        first = provider.save_reply(self.reply(parent))

        second = provider.save_reply(self.reply(parent, text="Other words."), replacing=first.ref)

        settle()
        assert second.version != first.version
        assert "Other words." in second.text
        assert second.in_reply_to == parent.message_id
        drafts = [m for m in provider.read(thread.key).messages if m.is_draft]
        assert [d.message_id for d in drafts] == [second.message_id]

    def test_replacing_again_and_again_leaves_one_in_the_same_thread(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        parent = thread.messages[-1]
        draft = provider.save_reply(self.reply(parent))
        versions = {draft.version}

        for number in range(3):
            reply = self.reply(parent, text=f"Words, number {number}.", cc=(PRIYA,))
            draft = provider.save_reply(reply, replacing=draft.ref)
            versions.add(draft.version)

        settle()
        assert len(versions) == 4
        assert draft.thread_key == thread.key
        assert draft.references == tuple(m.message_id for m in thread.messages)
        assert [a.folded for a in draft.cc] == [PRIYA.folded]
        assert "number 2" in draft.text
        assert "number 1" not in draft.text
        assert [m.is_draft for m in provider.read(thread.key).messages] == [False, False, True]

    def test_another_version_is_not_replaced(
        self, provider: Provider, parent: Message, edit_elsewhere: Edit | None
    ) -> None:
        draft = provider.save_reply(self.reply(parent))
        stale = self._stale(draft, edit_elsewhere)
        stands = provider.fetch_draft(draft.ref)

        with pytest.raises(DraftChangedError):
            provider.save_reply(self.reply(parent, text="Other words."), replacing=stale)

        assert provider.fetch_draft(draft.ref) == stands

    def test_what_is_gone_is_not_replaced(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        parent = thread.messages[-1]
        draft = provider.save_reply(self.reply(parent))
        provider.delete_draft(draft.ref)

        with pytest.raises(DraftNotFoundError):
            provider.save_reply(self.reply(parent), replacing=draft.ref)

        settle()
        assert not any(m.is_draft for m in provider.read(thread.key).messages)

    # --- fetching and deleting ---

    def test_a_draft_that_nobody_touched_keeps_its_version(
        self, provider: Provider, parent: Message
    ) -> None:
        draft = provider.save_reply(self.reply(parent))

        again = provider.fetch_draft(draft.ref)

        assert again.version == draft.version
        assert again.text == draft.text

    def test_a_draft_is_found_by_its_message_id(self, provider: Provider, parent: Message) -> None:
        draft = provider.save_reply(self.reply(parent))

        found = provider.fetch_draft(
            DraftRef(
                key=draft.key[:-3] + "xyz",
                message_id=draft.message_id,
                thread_key=draft.thread_key,
            )
        )

        assert found.version == draft.version

    def test_a_draft_is_found_by_the_key_that_reading_shows(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        draft = provider.save_reply(self.reply(thread.messages[-1]))
        settle()
        (shown,) = [m for m in provider.read(thread.key).messages if m.is_draft]

        assert provider.fetch_draft(DraftRef(key=shown.key)).message_id == draft.message_id

    def test_an_edit_elsewhere_changes_the_version(
        self, provider: Provider, parent: Message, edit_elsewhere: Edit | None
    ) -> None:
        if edit_elsewhere is None:
            pytest.skip("this provider's tests can't edit elsewhere")
        draft = provider.save_reply(self.reply(parent))

        edit_elsewhere(draft)

        assert provider.fetch_draft(draft.ref).version != draft.version

    def test_deleting_one_of_two_drafts_leaves_the_other(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        self._needs(provider, Capability.SEVERAL_DRAFTS)
        parent = thread.messages[-1]
        first = provider.save_reply(self.reply(parent))
        second = provider.save_reply(self.reply(parent, text="Something else.", to=(PRIYA,)))
        settle()

        provider.delete_draft(first.ref)

        settle()
        assert provider.fetch_draft(second.ref).version == second.version
        drafts = [m for m in provider.read(thread.key).messages if m.is_draft]
        assert [m.message_id for m in drafts] == [second.message_id]

    def test_a_deleted_draft_is_gone(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        draft = provider.save_reply(self.reply(thread.messages[-1]))

        provider.delete_draft(draft.ref)

        settle()
        assert not any(m.is_draft for m in provider.read(thread.key).messages)
        with pytest.raises(DraftNotFoundError):
            provider.fetch_draft(draft.ref)
        with pytest.raises(DraftNotFoundError):
            provider.delete_draft(draft.ref)

    def test_another_version_is_not_deleted(
        self, provider: Provider, parent: Message, edit_elsewhere: Edit | None
    ) -> None:
        draft = provider.save_reply(self.reply(parent))
        stale = self._stale(draft, edit_elsewhere)

        with pytest.raises(DraftChangedError):
            provider.delete_draft(stale)

        assert provider.fetch_draft(draft.ref).key
