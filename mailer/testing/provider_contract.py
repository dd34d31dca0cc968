"""The contract that every provider fulfils, as tests through its public verbs alone.

    class TestExample(ProviderContract):
        @pytest.fixture
        def provider(self):
            return ExampleProvider(account, context)     # signed in, a clean account

        @pytest.fixture
        def deliver(self, provider):
            return lambda raw: ...                       # puts an RFC 5322 message into the inbox

A service that gives messages ids of its own overrides the fixture `thread` too. Optional fixtures:

- `edit_elsewhere` returns a function that changes the text of a `Draft` as another mail program
  would, keeping its Message-ID; without it, the tests of edits use a version that never was.
- `discard_elsewhere` returns a function that moves the thread's newest received message to the
  trash, as another program would; without it, the test of trash is left out.
- `settle` returns a function that waits until the service shows what was just done.

A declared capability switches tests on; an undeclared one switches on the test that it is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

import pytest

from mailer.errors import (
    DraftChangedError,
    DraftNotFoundError,
    ThreadNotFoundError,
    UnsupportedFeatureError,
)
from mailer.model import (
    Address,
    Draft,
    DraftRef,
    Message,
    Reply,
    Search,
    SendStep,
    Sent,
    SpecialUse,
    Thread,
)
from mailer.provider import Capability, Provider
from mailer.testing.builders import make_reply

DANA = Address("Dana Ortiz", "dana@northwind.example")
PRIYA = Address("Priya Nair", "priya@larkfield.example")
FIRST, LAST = "<contract-1@northwind.example>", "<contract-3@northwind.example>"
NOT_THERE = "<not-there@northwind.example>"
TEXT = "Hi Dana,\n\nI have decided to withdraw my application.\n\nBest,\nSam"

HOSTILE_WORDS = (
    '"',
    "\\",
    "(",
    "a) OR (b",
    "* OR *",
    "from:dana",
    "-northwind",
    "{5}",
    "\r\nA1 NOOP",
    "%' --",
    "質問 ¿",
    " ".join(f"wordy{number}" for number in range(300)),
)
"""What people, and nobody nice, type into a search box."""
ODD_KEYS = ("", "0", "-1", "nothing", "../../etc/passwd", "a/b+c=d", "é\r\nA1 NOOP", "k" * 500)
"""Keys that no service gave out: of other accounts, of other versions, or out of a damaged file."""

Deliver = Callable[[bytes], None]
Edit = Callable[[Draft], None]
Discard = Callable[[Message], None]


def make_raw(
    message_id: str,
    *,
    to: str,
    now: datetime,
    text: str,
    subject: str = "Second round at Northwind",
    sender: Address = DANA,
    copied: str = str(PRIYA),
    answers: tuple[str, ...] = (),
    hours_ago: int = 24,
) -> bytes:
    """Make one message as it comes off the wire."""
    message = EmailMessage()
    message["From"] = str(sender)
    message["To"] = to
    if copied:
        message["Cc"] = copied
    message["Subject"] = subject
    message["Date"] = format_datetime(now - timedelta(hours=hours_ago))
    message["Message-ID"] = message_id
    if answers:
        message["In-Reply-To"] = answers[-1]
        message["References"] = " ".join(answers)
    message.set_content(text)
    return message.as_bytes()


def _never_sent(provider: Provider, parent: Message) -> Sent:
    return Sent(
        message_id=NOT_THERE,
        sent_at=provider.context.now(),
        thread_key=parent.thread_key,
        key=parent.key,
    )


def _lately(provider: Provider) -> datetime:
    return min(provider.context.now(), datetime.now(UTC)) - timedelta(days=9)


class ProviderContract:
    """At least this much holds for every provider."""

    # --- what a provider's own test class gives ---

    @pytest.fixture
    def provider(self) -> Provider:
        """Return the provider on a clean account."""
        raise NotImplementedError

    @pytest.fixture
    def deliver(self) -> Deliver:
        """Return a function that puts a message into the account's inbox, unread."""
        raise NotImplementedError

    @pytest.fixture
    def edit_elsewhere(self) -> Edit | None:
        """Return a function that edits a draft as another program would, or None."""
        return None

    @pytest.fixture
    def discard_elsewhere(self) -> Discard | None:
        """Return a function that moves a received message to the trash, or None."""
        return None

    @pytest.fixture
    def settle(self) -> Callable[[], None]:
        """Return a function that waits until what was done is shown everywhere."""
        return lambda: None

    # --- the thread that everything is about ---

    @pytest.fixture
    def thread(self, provider: Provider, deliver: Deliver, settle: Callable[[], None]) -> Thread:
        """Deliver two messages of one thread, and one of another; return the thread."""
        to, now = provider.account.address, provider.context.now()
        deliver(
            make_raw(
                FIRST, to=to, now=now, text="Could we meet, Zoë? We plan a Gespräch.", hours_ago=48
            )
        )
        deliver(
            make_raw(
                LAST,
                to=to,
                now=now,
                text="One more thing: bring the northbound plan.",
                subject="Re: Second round at Northwind",
                answers=(FIRST,),
                hours_ago=24,
            )
        )
        deliver(
            make_raw(
                "<other@place.example>",
                to=to,
                now=now,
                text="The lawn mower is ready.",
                subject="Second round at Northwind",
                sender=Address("Gus Field", "gus@place.example"),
                copied="",
                hours_ago=5,
            )
        )
        settle()
        (found,) = provider.search(Search(message_ids=(LAST,)))
        return provider.read(found.key)

    @pytest.fixture
    def parent(self, thread: Thread) -> Message:
        """Return the message that is answered."""
        return thread.messages[-1]

    def reply(
        self,
        parent: Message,
        *,
        text: str = TEXT,
        to: tuple[Address, ...] = (DANA,),
        cc: tuple[Address, ...] = (),
        bcc: tuple[Address, ...] = (),
    ) -> Reply:
        """Make a reply to the parent."""
        sender = Address("Sam Rivera", parent.to[0].address)
        return replace(make_reply(to=parent, text=text, sender=sender), to=to, cc=cc, bcc=bcc)

    # --- opening ---

    def test_opening_makes_no_request(self, provider: Provider) -> None:
        assert type(provider)(provider.account, provider.context).requests == 0

    def test_the_class_names_itself(self, provider: Provider) -> None:
        assert provider.name == provider.name.lower().strip()
        assert provider.title

    def test_check_reports_lines_and_all_is_well(self, provider: Provider) -> None:
        lines = provider.check()

        assert lines
        assert [line.detail for line in lines if not line.is_ok] == []

    def test_identities_hold_the_account_and_one_default(self, provider: Provider) -> None:
        identities = provider.identities()

        assert identities[0].is_default
        assert sum(i.is_default for i in identities) == 1
        own = {i.address.folded for i in identities}
        assert provider.account.address.casefold() in own

    # --- searching ---

    @pytest.mark.parametrize(
        "search",
        [
            Search(phrases=("northbound",)),
            Search(phrases=("NORTHBOUND plan",)),
            Search(phrases=("plan northbound",)),
            Search(phrases=("nothing like it", "northbound")),
            Search(phrases=("gespräch",)),
            Search(participants=(DANA.address,)),
            Search(participants=("northwind.example",)),
            Search(participants=("larkfield.example", DANA.address)),
        ],
        ids=str,
    )
    def test_a_search_finds_the_whole_thread(
        self, provider: Provider, thread: Thread, search: Search
    ) -> None:
        found = {t.key: t for t in provider.search(search)}

        assert thread.key in found
        assert found[thread.key].message_ids == thread.message_ids

    def test_a_search_by_message_id_finds_the_whole_thread(
        self, provider: Provider, thread: Thread
    ) -> None:
        for message in thread.messages:
            (found,) = provider.search(Search(message_ids=(NOT_THERE, message.message_id)))

            assert found.message_ids == thread.message_ids

    @pytest.mark.parametrize(
        "search",
        [
            Search(phrases=("zeppelin",)),
            Search(participants=("nobody@nowhere.example",)),
            Search(message_ids=(NOT_THERE,)),
        ],
        ids=str,
    )
    def test_a_search_for_what_is_not_there_finds_nothing(
        self, provider: Provider, thread: Thread, search: Search
    ) -> None:
        assert thread.key not in [t.key for t in provider.search(search)]

    @pytest.mark.parametrize(
        "query",
        HOSTILE_WORDS,
        ids=str.split("quote backslash bracket or star from minus brace line sql kanji long"),
    )
    def test_no_character_of_a_query_is_an_operator(
        self, provider: Provider, thread: Thread, query: str
    ) -> None:
        found = provider.search(Search(phrases=(query, "northbound")))

        assert thread.key in [t.key for t in found]
        assert thread.key not in [
            t.key for t in provider.search(Search(phrases=(f"zeppelin {query}",)))
        ]

    def test_a_search_shows_drafts_as_drafts(
        self, provider: Provider, thread: Thread, settle: Callable[[], None]
    ) -> None:
        draft = provider.save_reply(self.reply(thread.messages[-1]))
        settle()

        (found,) = provider.search(Search(phrases=("northbound plan",)))

        assert [m.message_id for m in found.messages if m.is_draft] == [draft.message_id]

    def test_searching_marks_nothing_as_read(self, provider: Provider, thread: Thread) -> None:
        provider.search(Search(phrases=("northbound",)))

        assert [m.is_read for m in provider.read(thread.key).messages] == [False, False]

    def test_what_lies_in_the_trash_is_not_found(
        self,
        provider: Provider,
        thread: Thread,
        discard_elsewhere: Discard | None,
        settle: Callable[[], None],
    ) -> None:
        if discard_elsewhere is None:
            pytest.skip("this provider's tests can't discard elsewhere")

        discard_elsewhere(thread.messages[-1])
        settle()

        assert provider.search(Search(phrases=("northbound",))) == ()
        (found,) = provider.search(Search(phrases=("Could we meet",)))
        assert [m.message_id for m in found.messages] == [thread.messages[0].message_id]

    def test_a_search_reaches_back_as_far_as_it_says(
        self, provider: Provider, thread: Thread
    ) -> None:
        def found(since: datetime) -> list[str]:
            search = Search(phrases=("northbound",), since=since)
            return [t.key for t in provider.search(search)]

        now = provider.context.now()
        assert found(now - timedelta(days=30)) == [thread.key]
        assert found(now + timedelta(days=3)) == []

    def test_a_search_returns_no_more_threads_than_asked_for(
        self, provider: Provider, thread: Thread
    ) -> None:
        everything = provider.search(Search())

        assert len(everything) >= 2
        assert len(provider.search(Search(limit=1))) == 1

    def test_threads_come_newest_first(self, provider: Provider, thread: Thread) -> None:
        times = [t.last_message_at for t in provider.search(Search())]

        assert times == sorted(times, reverse=True)

    def test_the_same_subject_alone_joins_nothing(self, provider: Provider, thread: Thread) -> None:
        assert "gus@place.example" not in [m.sender.folded for m in thread.messages]

    # --- reading ---

    def test_a_thread_is_read_whole_and_oldest_first(self, thread: Thread) -> None:
        first, last = thread.messages
        assert "Could we meet" in (first.text or "")
        assert "northbound" in (last.text or "")
        assert thread.is_whole

    def test_a_message_has_its_fields_and_text(self, thread: Thread) -> None:
        first = thread.messages[0]

        assert first.sender == DANA
        assert first.cc == (PRIYA,)
        assert first.subject == "Second round at Northwind"
        assert "Could we meet, Zoë? We plan a Gespräch." in (first.text or "")
        assert first.date.tzinfo is not None
        assert not first.is_draft

    def test_a_message_names_its_thread_and_what_it_answers(self, thread: Thread) -> None:
        assert {m.thread_key for m in thread.messages} == {thread.key}
        assert thread.messages[1].in_reply_to == (thread.messages[0].message_id,)

    def test_keys_differ_between_messages(self, thread: Thread) -> None:
        assert len({m.key for m in thread.messages}) == len(thread.messages)

    def test_reading_marks_nothing_as_read(self, provider: Provider, thread: Thread) -> None:
        again = provider.read(thread.key)

        assert [m.is_read for m in again.messages] == [False, False]

    def test_a_thread_that_is_not_there_is_said(self, provider: Provider, thread: Thread) -> None:
        with pytest.raises(ThreadNotFoundError):
            provider.read(thread.key[:-3] + "xyz")

    @pytest.mark.parametrize(
        "key", ODD_KEYS, ids=str.split("empty zero minus word path base64 line long")
    )
    def test_an_odd_key_is_no_thread_and_no_draft(
        self, provider: Provider, thread: Thread, key: str
    ) -> None:
        with pytest.raises(ThreadNotFoundError):
            provider.read(key)
        with pytest.raises(DraftNotFoundError):
            provider.fetch_draft(DraftRef(key=key))
        with pytest.raises(DraftNotFoundError):
            provider.delete_draft(DraftRef(key=key, version="1"))

    def test_a_received_message_is_no_draft(self, provider: Provider, parent: Message) -> None:
        with pytest.raises(DraftNotFoundError):
            provider.fetch_draft(DraftRef(key=parent.key, message_id=parent.message_id))

    def test_a_provider_that_was_closed_works_again(
        self, provider: Provider, thread: Thread
    ) -> None:
        provider.close()

        assert provider.read(thread.key).message_ids == thread.message_ids

    def test_many_threads_come_in_order_without_those_that_are_gone(
        self, provider: Provider, thread: Thread
    ) -> None:
        (other,) = provider.search(Search(participants=("gus@place.example",)))

        read = provider.read_many([other.key, thread.key[:-3] + "xyz", thread.key])

        assert [t.key for t in read] == [other.key, thread.key]
        assert all(t.is_whole for t in read)

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

        assert provider.find_sent([parent.message_id], _lately(provider)) == ()

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

    def _stale(self, draft: Draft, edit_elsewhere: Edit | None) -> DraftRef:
        """Return a reference to a version that does not stand any more."""
        if edit_elsewhere is None:
            return replace(draft.ref, version=draft.version[:-1] + "-")
        edit_elsewhere(draft)
        return draft.ref

    # --- sending ---

    def _needs(self, provider: Provider, capability: Capability) -> None:
        if capability not in provider.capabilities:
            pytest.skip(f"{provider.name} does not declare {capability.value}")

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
        (found,) = provider.find_sent([thread.messages[-1].message_id], _lately(provider))
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

        assert len(provider.find_sent([parent.message_id], _lately(provider))) == 1

    def test_another_version_is_not_sent(
        self, provider: Provider, parent: Message, edit_elsewhere: Edit | None
    ) -> None:
        self._needs(provider, Capability.SEND)
        draft = provider.save_reply(self.reply(parent))
        stale = self._stale(draft, edit_elsewhere)

        with pytest.raises(DraftChangedError):
            provider.send_draft(stale, note=lambda _: None)

        assert provider.fetch_draft(draft.ref).key
        assert provider.find_sent([parent.message_id], _lately(provider)) == ()

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
        assert provider.find_sent([parent.message_id], _lately(provider)) == ()

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
        assert len(provider.find_sent([thread.messages[-1].message_id], _lately(provider))) == 1
        assert len(provider.read(thread.key).messages) == 3

    def test_what_was_sent_is_found_by_its_own_id_too(
        self, provider: Provider, parent: Message, settle: Callable[[], None]
    ) -> None:
        self._needs(provider, Capability.SEND)
        draft = provider.save_reply(self.reply(parent))
        sent = provider.send_draft(draft.ref, note=lambda _: None)
        settle()

        found = provider.find_sent([sent.message_id], _lately(provider))

        assert [m.message_id for m in found] == [sent.message_id]
        assert provider.find_sent([NOT_THERE], _lately(provider)) == ()

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

        assert len(provider.find_sent([parent.message_id], _lately(provider))) == 1

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
