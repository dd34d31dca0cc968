"""The contract of opening, searching and reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from mailer.errors import DraftNotFoundError, ThreadNotFoundError
from mailer.model import DraftRef, Message, Search, Thread
from mailer.provider import Provider
from mailer.testing.contract.grounds import DANA, NOT_THERE, PRIYA, Discard, Grounds

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


class FindingContract(Grounds):
    """An account opens, is searched and read, and nothing in it changes."""

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
