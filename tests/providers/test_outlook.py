from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from servers.graph.rig import INVITATION, NOW, AtTerminal, letter
from servers.graph.server import GraphServer
from servers.outlook_account import (
    ME,
    checked_server,
    deliver_process,
    drafts_of,
    find_parent,
    has_right_to_send,
    make_reply,
    signed_in,
)

from mailer.errors import (
    DraftChangedError,
    DraftNotFoundError,
    RefusedError,
    SignInError,
    ThreadNotFoundError,
    UnsupportedFeatureError,
)
from mailer.model import (
    Address,
    Draft,
    DraftRef,
    Search,
    SendStep,
    Sent,
    SpecialUse,
)
from providers.outlook import OutlookProvider


@pytest.fixture
def server() -> Iterator[GraphServer]:
    with checked_server() as running:
        yield running


@pytest.fixture
def provider(server: GraphServer, tmp_path: Path) -> Iterator[OutlookProvider]:
    with signed_in(server, tmp_path) as opened:
        yield opened


# --- searching ---


@pytest.mark.parametrize(
    "search",
    [
        Search(phrases=("northwind",)),
        Search(phrases=("NORTHWIND interview",)),
        Search(phrases=("nothing such", "hanna manager")),
        Search(participants=("hanna@northwind.example",)),
        Search(participants=("northwind.example",)),
        Search(phrases=("tuesday suits",)),
        Search(phrases=('"data engineer"',)),
        Search(phrases=("engineer) interview",)),
        Search(message_ids=("<2@me>",)),
        Search(),
    ],
    ids=str,
)
def test_a_search_finds_the_whole_thread_whatever_matched(
    server: GraphServer, provider: OutlookProvider, search: Search
) -> None:
    deliver_process(server)

    threads = provider.search(search)

    assert [m.message_id for m in threads[0].messages] == [
        "<1@northwind>", "<2@me>", "<3@northwind>",
    ]  # fmt: skip
    assert threads[0].is_whole


@pytest.mark.parametrize("query", ['a"b', "x\\y", "AND", "(", "-", "received>=2026", "*", "' or '"])
def test_no_character_of_a_query_is_an_operator(
    server: GraphServer, provider: OutlookProvider, query: str
) -> None:
    deliver_process(server)

    provider.search(Search(phrases=(query,), participants=(query,)))


def test_what_lies_in_trash_junk_or_chats_is_never_found(
    server: GraphServer, provider: OutlookProvider
) -> None:
    for number, folder in enumerate(("deleteditems", "junkemail", "conversationhistory")):
        server.box.deliver(letter(subject=f"Northwind {number}"), folder)

    assert provider.search(Search(phrases=("northwind",))) == ()
    assert provider.search(Search()) == ()


def test_a_folder_that_is_deleted_later_takes_its_folders_and_their_mail_out_of_every_search(
    server: GraphServer, provider: OutlookProvider
) -> None:
    box = server.box
    jobs = box.add_folder("Jobs")
    box.deliver(letter(subject="Northwind one"), jobs)
    box.deliver(letter(subject="Northwind two"), box.add_folder("Old", parent=jobs))
    assert len(provider.search(Search(phrases=("northwind",)))) == 2

    box.parents[jobs] = box.folder("deleteditems") or ""
    tomorrow = replace(provider.context, now=lambda: NOW + timedelta(days=1))

    later = OutlookProvider(provider.account, tomorrow)
    assert later.search(Search(phrases=("northwind",))) == ()


def test_mail_that_the_index_does_not_know_yet_is_found_among_the_newest(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    blind = server.arm(r"GET /me/messages$", status=200)
    blind.answer = lambda call: _empty_page()  # type: ignore[method-assign]

    (thread,) = provider.search(Search(phrases=("northwind",)))

    assert len(thread.messages) == 3


def _empty_page() -> object:
    from servers.graph.routes import Answer

    return Answer(200, {"value": []})


def test_older_mail_stays_out_where_a_time_is_named(
    server: GraphServer, provider: OutlookProvider
) -> None:
    server.box.deliver(letter(subject="Northwind long ago", days_ago=400))
    since = NOW - timedelta(days=100)

    assert provider.search(Search(phrases=("northwind",), since=since)) == ()
    assert provider.search(Search(since=since)) == ()
    assert len(provider.search(Search(phrases=("northwind",)))) == 1


def test_no_more_threads_than_asked_for_the_newest_first(
    server: GraphServer, provider: OutlookProvider
) -> None:
    for day in range(30):
        server.box.deliver(letter(subject=f"Northwind {day}", days_ago=day + 1))

    threads = provider.search(Search(phrases=("northwind",), limit=25))

    assert [t.messages[0].subject for t in threads] == [f"Northwind {d}" for d in range(25)]


def test_two_processes_of_one_subject_are_two_threads(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    other = letter("Rob <rob@contoso.example>", message_id="<other@contoso>", days_ago=2)
    server.box.deliver(other)

    northwind, contoso = provider.search(Search(phrases=("engineer",)))

    assert {m.sender.domain for m in contoso.messages} == {"contoso.example"}
    assert len(northwind.messages) == 3
    assert provider.read(contoso.key).message_ids == {"<other@contoso>"}
    assert provider.read(northwind.key) == northwind
    assert set(provider.changes(_before(provider)).thread_keys) == {northwind.key, contoso.key}


def _before(provider: OutlookProvider) -> str:
    return "2020-01-01T00:00:00Z"


def test_mail_of_one_person_stays_one_thread_when_references_are_missing(
    server: GraphServer, provider: OutlookProvider
) -> None:
    server.box.deliver(letter(message_id="<a@x>", days_ago=3))
    server.box.deliver(letter(subject="Re: Interview for Data Engineer", days_ago=2))

    (thread,) = provider.search(Search(phrases=("engineer",)))

    assert len(thread.messages) == 2


def test_a_personal_account_that_refuses_conversation_filters_is_read_by_subject(
    server: GraphServer, provider: OutlookProvider
) -> None:
    server.is_personal = True
    deliver_process(server)

    (thread,) = provider.search(Search(phrases=("rita",)))
    again = provider.read(thread.key)

    assert [m.message_id for m in thread.messages] == ["<1@northwind>", "<2@me>", "<3@northwind>"]
    assert again == thread


def test_a_conversation_of_five_hundred_messages_is_read_page_by_page(
    server: GraphServer, provider: OutlookProvider
) -> None:
    for number in range(500):
        server.box.deliver(letter(message_id=f"<{number}@northwind>", days_ago=600 - number))

    (thread,) = provider.search(Search(phrases=("northwind",)))

    assert [m.message_id for m in thread.messages] == [f"<{n}@northwind>" for n in range(500)]


def test_an_endless_conversation_is_refused_in_a_sentence(
    server: GraphServer, provider: OutlookProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("providers.outlook.reading._PAGES", 1)
    for number in range(51):
        server.box.deliver(letter(days_ago=100 - number))

    with pytest.raises(Exception, match="holds more than 50 messages"):
        provider.search(Search(phrases=("northwind",)))


def test_reading_marks_nothing_as_read(server: GraphServer, provider: OutlookProvider) -> None:
    newest = deliver_process(server, is_read=False)

    (thread,) = provider.search(Search(phrases=("northwind",)))
    provider.read(thread.key)

    assert not newest.is_read
    assert not thread.messages[-1].is_read


def test_a_thread_that_is_gone_says_so(server: GraphServer, provider: OutlookProvider) -> None:
    with pytest.raises(ThreadNotFoundError, match="no longer has that thread"):
        provider.read("no such conversation")


def test_messages_carry_what_the_core_reads(server: GraphServer, provider: OutlookProvider) -> None:
    raw = letter(
        "Hanna via Greenhouse <no-reply@greenhouse.example>",
        subject="Ihr Gespräch bei Müller & Söhne",
        reply_to="Hanna Müller <hanna@mueller.example>",
        text="Grüße",
        html="<html><body><p>Grüße</p></body></html>",
    )
    raw["Auto-Submitted"] = "auto-generated"
    raw.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Stelle.pdf")
    server.box.deliver(raw)

    (thread,) = provider.search(Search(phrases=("müller",)))
    (message,) = thread.messages

    assert message.subject == "Ihr Gespräch bei Müller & Söhne"
    assert message.reply_to == (Address("Hanna Müller", "hanna@mueller.example"),)
    assert message.text == "Grüße"
    assert message.header("auto-submitted") == "auto-generated"
    assert [(a.name, a.content_type, a.size) for a in message.attachments] == [
        ("Stelle.pdf", "application/pdf", 4)
    ]
    assert message.special_use == SpecialUse.INBOX


def test_an_invitation_comes_back_as_calendar_text(
    server: GraphServer, provider: OutlookProvider
) -> None:
    import icalendar

    server.box.deliver(letter(subject="Second round", calendar=INVITATION))

    (thread,) = provider.search(Search(phrases=("second round",)))
    (text,) = thread.messages[0].calendars
    calendar = icalendar.Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")

    assert calendar["METHOD"] == "REQUEST"
    assert event["UID"] == "round-2@northwind.example"
    assert event.decoded("DTSTART").isoformat() == "2026-11-25T09:00:00+00:00"
    assert event.decoded("DTEND").isoformat() == "2026-11-25T10:00:00+00:00"
    assert event["SEQUENCE"] == 1
    assert event["LOCATION"] == "Room 4, first floor"
    assert event["ORGANIZER"] == "mailto:hanna@northwind.example"


def test_a_calendar_file_that_is_attached_is_read_with_one_request_more(
    server: GraphServer, provider: OutlookProvider
) -> None:
    booked = letter(subject="Northwind booking")
    booked.add_attachment(INVITATION.encode(), maintype="text", subtype="calendar",
                          filename="invite.ics")  # fmt: skip
    booked.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="x.pdf")
    server.box.deliver(booked)

    provider.requests = 0
    (thread,) = provider.search(Search(phrases=("northwind",)))

    assert provider.requests == 3
    assert "UID:round-2@northwind.example" in thread.messages[0].calendars[0]
    assert [a.name for a in thread.messages[0].attachments] == ["invite.ics", "x.pdf"]
    draft = provider.save_reply(make_reply(thread.messages[0]))
    assert draft.in_reply_to == thread.messages[0].message_id


# --- filing ---


def test_a_draft_costs_four_requests(server: GraphServer, provider: OutlookProvider) -> None:
    deliver_process(server)
    server.box.deliver(letter("Rob <rob@contoso.example>", subject="Northwind rivals"))

    provider.requests = 0
    parent = next(
        t.messages[-1] for t in provider.search(Search(phrases=("northwind",)))
        if "Interview" in t.messages[0].subject
    )  # fmt: skip
    provider.save_reply(make_reply(parent))

    assert [one.path.rpartition("/")[2] for one in server.log][:3] == [
        "messages", "$batch", "createReplyAll",
    ]  # fmt: skip
    assert [one.method for one in server.log] == ["GET", "POST", "POST", "PATCH"]
    assert provider.requests == 4


def test_an_unread_parent_stays_unread_for_one_request_more(
    server: GraphServer, provider: OutlookProvider
) -> None:
    newest = deliver_process(server, is_read=False)
    parent = find_parent(provider)

    provider.requests = 0
    provider.save_reply(make_reply(parent))

    assert provider.requests == 3
    assert not newest.is_read


def test_the_draft_is_exchanges_own_reply_with_own_text_on_top(
    server: GraphServer, provider: OutlookProvider
) -> None:
    newest = deliver_process(server)
    parent = find_parent(provider)

    draft = provider.save_reply(make_reply(parent))

    (stored,) = drafts_of(server)
    assert stored.conversation == newest.conversation
    assert stored.subject == "Re: Interview for Data Engineer"
    assert draft.to == (Address("Hanna Manager", "hanna@northwind.example"),)
    assert draft.cc == (Address("Rita Recruiter", "rita@agency.example"),)
    assert draft.in_reply_to == "<3@northwind>"
    assert draft.references == ("<1@northwind>", "<2@me>", "<3@northwind>")
    own, _, quote = draft.html.partition("<hr")
    assert "I withdraw &amp; thank you." in own
    assert own.index("thank you") < own.index("+49 1")
    assert own.count("<body") == 1
    assert "divRplyFwdMsg" in quote
    assert "Tuesday it is." in quote
    assert draft.text.startswith("Dear Hanna,\n\nI withdraw & thank you.\n\nAlex")
    assert draft.link.startswith("https://outlook.office365.com/")
    assert draft.thread_key == parent.thread_key
    patch = server.requests("^PATCH")[-1]
    assert "subject" not in patch.body


def test_what_was_stored_is_what_is_read_later(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    draft = provider.save_reply(make_reply(find_parent(provider)))

    later = OutlookProvider(provider.account, provider.context)

    assert later.fetch_draft(draft.ref) == draft
    assert later.fetch_draft(DraftRef(key="gone", message_id=draft.message_id)) == draft
    assert later.fetch_draft(draft.ref).fingerprint == draft.fingerprint


def test_without_any_memory_the_mailbox_tells_what_a_draft_answers(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    draft = provider.save_reply(make_reply(find_parent(provider)))
    (provider.context.folder / "outlook.json").write_text("{broken")

    elsewhere = OutlookProvider(provider.account, provider.context)

    assert elsewhere.fetch_draft(draft.ref) == draft


def test_one_person_gets_a_reply_and_several_a_reply_to_all(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    parent = find_parent(provider)

    alone = provider.save_reply(make_reply(parent, cc=()))

    assert server.requests("createReply$")
    assert alone.cc == ()


def test_bcc_and_an_alias_are_stored(server: GraphServer, provider: OutlookProvider) -> None:
    server.box.aliases.append("alex@alias.example")
    deliver_process(server)
    reply = make_reply(
        find_parent(provider),
        sender=Address("Alex", "alex@alias.example"),
        bcc=(Address("", "me@archive.example"),),
    )

    draft = provider.save_reply(reply)

    assert draft.sender == Address("Alex", "alex@alias.example")
    assert draft.bcc == (Address("", "me@archive.example"),)


def test_an_alias_that_is_not_ours_stops_it_and_nothing_is_left(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    reply = make_reply(find_parent(provider), sender=Address("", "boss@northwind.example"))

    with pytest.raises(RefusedError, match="does not let you send from that address"):
        provider.save_reply(reply)

    assert drafts_of(server) == []


def test_an_invitation_is_answered_by_way_of_the_newest_message_beside_it(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    server.box.deliver(
        letter(
            subject="Interview for Data Engineer", calendar=INVITATION, answers="<3@northwind>",
            days_ago=0.5,
        )
    )  # fmt: skip
    parent = find_parent(provider)
    assert parent.calendars

    provider.requests = 0
    draft = provider.save_reply(make_reply(parent))

    assert provider.requests == 2
    assert draft.in_reply_to == "<3@northwind>"


@pytest.mark.parametrize("is_answered_read", [True, False])
def test_the_marks_of_invitation_and_answered_message_stay_as_they_were(
    server: GraphServer, provider: OutlookProvider, is_answered_read: bool
) -> None:
    answered = deliver_process(server, is_read=is_answered_read)
    invitation = server.box.deliver(
        letter(
            subject="Interview for Data Engineer", calendar=INVITATION, answers="<3@northwind>",
            days_ago=0.5,
        ),
        is_read=not is_answered_read,
    )  # fmt: skip

    provider.save_reply(make_reply(find_parent(provider)))

    assert answered.is_read is is_answered_read
    assert invitation.is_read is not is_answered_read


def test_the_message_beside_an_invitation_is_never_one_of_another_process(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    theirs = letter("Rob <rob@contoso.example>", calendar=INVITATION, days_ago=0.5)
    server.box.deliver(theirs)
    threads = provider.search(Search(phrases=("engineer",)))
    (invited,) = (t for t in threads if t.messages[0].sender.domain == "contoso.example")
    reply = make_reply(invited.messages[-1])

    with pytest.raises(RefusedError, match="holds nothing else"):
        provider.save_reply(reply)
    with pytest.raises(RefusedError, match="holds nothing else"):
        OutlookProvider(provider.account, provider.context).save_reply(reply)

    assert drafts_of(server) == []


def test_a_refusal_to_answer_an_invitation_leads_to_the_message_beside_it(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    invitation = letter(
        subject="Interview for Data Engineer", calendar=INVITATION, answers="<3@northwind>",
        days_ago=0.5,
    )  # fmt: skip
    server.box.deliver(invitation)
    parent = find_parent(provider)

    later = OutlookProvider(provider.account, provider.context)
    draft = later.save_reply(make_reply(parent))

    assert draft.in_reply_to == "<3@northwind>"
    assert len(drafts_of(server)) == 1


def test_a_thread_of_invitations_alone_is_refused_with_the_way_out(
    server: GraphServer, provider: OutlookProvider
) -> None:
    server.box.deliver(letter(subject="Northwind round", calendar=INVITATION))
    parent = find_parent(provider)

    with pytest.raises(RefusedError) as caught:
        provider.save_reply(make_reply(parent))

    assert "calendar" in caught.value.hint
    assert drafts_of(server) == []


def test_an_answer_to_an_invitation_is_no_draft_here(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    reply = make_reply(find_parent(provider), calendar_reply="BEGIN:VCALENDAR")

    with pytest.raises(UnsupportedFeatureError):
        provider.save_reply(reply)

    assert drafts_of(server) == []


def test_a_parent_that_was_moved_is_found_by_its_message_id(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    parent = replace(find_parent(provider), key="an id of yesterday")

    assert provider.save_reply(make_reply(parent)).in_reply_to == "<3@northwind>"


def test_a_parent_that_is_gone_stores_nothing(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    parent = find_parent(provider)
    server.box.items.clear()

    with pytest.raises(ThreadNotFoundError, match="Nothing was stored"):
        provider.save_reply(make_reply(parent))


def test_the_quoted_time_is_the_writers_where_it_is_certain(
    server: GraphServer, provider: OutlookProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    if not hasattr(time, "tzset"):
        pytest.skip("this system can't change the zone of a process")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        deliver_process(server)
        draft = provider.save_reply(make_reply(find_parent(provider)))
    finally:
        monkeypatch.undo()
        time.tzset()

    assert "<b>Sent:</b> Thursday, November 19, 2026 9:00:00 PM<br>" in draft.html


# --- replacing and deleting ---


def test_a_replaced_draft_keeps_key_and_quote(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    reply = make_reply(find_parent(provider))
    first = provider.save_reply(reply)

    second = provider.save_reply(
        replace(reply, text="Shorter.", html="<p>Shorter.</p>", cc=()), replacing=first.ref
    )

    assert second.key == first.key
    assert second.version != first.version
    assert second.text.startswith("Shorter.")
    assert "withdraw" not in second.text
    assert second.text.count("Tuesday it is.") == 1
    assert second.cc == ()
    assert len(drafts_of(server)) == 1


def test_a_draft_whose_quote_was_not_recognised_is_made_anew_then_deleted(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    reply = make_reply(find_parent(provider))
    first = provider.save_reply(reply)
    (item,) = drafts_of(server)
    item.body = item.body.replace("divRplyFwdMsg", "x")
    seen = provider.fetch_draft(first.ref)

    second = provider.save_reply(replace(reply, html="<p>Shorter.</p>"), replacing=seen.ref)

    assert [d.immutable_key for d in drafts_of(server)] == [second.key]


def test_an_edited_draft_is_neither_replaced_nor_deleted_nor_sent(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    reply = make_reply(find_parent(provider))
    draft = provider.save_reply(reply)
    (item,) = drafts_of(server)
    item.body += "<p>by hand</p>"
    server.box.touch(item)

    with pytest.raises(DraftChangedError):
        provider.save_reply(reply, replacing=draft.ref)
    with pytest.raises(DraftChangedError):
        provider.delete_draft(draft.ref)
    with pytest.raises(DraftChangedError):
        provider.send_draft(draft.ref, note=lambda step: None)

    assert drafts_of(server) == [item]
    assert provider.fetch_draft(draft.ref).text.endswith("by hand")


def test_a_deleted_draft_is_gone_although_it_can_still_be_fetched(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    draft = provider.save_reply(make_reply(find_parent(provider)))
    server.box.move(drafts_of(server)[0], "deleteditems")

    for act in (provider.fetch_draft, provider.delete_draft):
        with pytest.raises(DraftNotFoundError):
            act(draft.ref)


def test_deleting_is_for_good_where_the_service_can(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    draft = provider.save_reply(make_reply(find_parent(provider)))

    provider.delete_draft(draft.ref)

    assert drafts_of(server) == server.box.in_folder("deleteditems") == []


def test_where_it_can_not_the_draft_goes_to_deleted_items(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    draft = provider.save_reply(make_reply(find_parent(provider)))
    server.arm("permanentDelete", status=405, code="MethodNotAllowed")

    provider.delete_draft(draft.ref)

    assert len(server.box.in_folder("deleteditems")) == 1


# --- sending ---


def sent_once(provider: OutlookProvider, draft: Draft) -> tuple[Sent, list[SendStep]]:
    steps: list[SendStep] = []
    return provider.send_draft(draft.ref, note=steps.append), steps


def test_the_right_to_send_is_asked_for_when_somebody_first_sends(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    parent = find_parent(provider)
    draft = provider.save_reply(make_reply(parent))
    provider.fetch_draft(draft.ref)
    assert not has_right_to_send(server)

    sent, steps = sent_once(provider, draft)

    assert has_right_to_send(server)
    assert steps == list(SendStep)
    (item,) = (i for i in server.box.in_folder("sentitems") if i.message_id == sent.message_id)
    assert item.immutable_key == sent.key
    assert drafts_of(server) == []
    another = OutlookProvider(provider.account, replace(provider.context, terminal=None))
    answer = another.save_reply(make_reply(parent))
    sent_once(another, answer)
    assert len(server.entra.asked) == 2


def test_no_request_before_the_first_send_carries_the_right_to_send(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    parent = find_parent(provider)
    draft = provider.save_reply(make_reply(parent))
    provider.save_reply(make_reply(parent, html="<p>Shorter.</p>"), replacing=draft.ref)
    provider.identities()
    provider.changes(None)
    provider.find_sent(["<2@me>"], NOW)

    assert {one.scopes for one in server.log} == {frozenset({"Mail.ReadWrite", "User.Read"})}
    assert not provider._entra.may_send()


def test_a_draft_that_was_edited_while_the_right_to_send_was_asked_for_stays(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    draft = provider.save_reply(make_reply(find_parent(provider)))
    (item,) = drafts_of(server)
    steps: list[SendStep] = []

    class Slow(AtTerminal):
        def open_browser(self, url: str) -> bool:
            server.box.touch(item)
            return super().open_browser(url)

    alone = OutlookProvider(provider.account, replace(provider.context, terminal=Slow()))

    with pytest.raises(DraftChangedError):
        alone.send_draft(draft.ref, note=steps.append)

    assert steps == []
    assert drafts_of(server) == [item]


def test_where_the_right_to_send_is_refused_the_way_out_is_named_and_the_draft_stays(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    draft = provider.save_reply(make_reply(find_parent(provider)))
    server.entra.may_consent = False

    with pytest.raises(SignInError, match="only an administrator") as caught:
        provider.send_draft(draft.ref, note=lambda step: None)

    assert "send it from there" in caught.value.hint
    assert len(drafts_of(server)) == 1


def test_who_allows_sending_with_another_account_sends_nothing_and_stays_signed_in(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    draft = provider.save_reply(make_reply(find_parent(provider)))
    server.entra.person = "00000000-0000-0000-0000-000000000002"

    with pytest.raises(SignInError, match="with another account"):
        provider.send_draft(draft.ref, note=lambda step: None)

    server.entra.person = "00000000-0000-0000-0000-000000000001"
    again = OutlookProvider(provider.account, replace(provider.context, terminal=None))
    assert again.fetch_draft(draft.ref) == draft
    assert len(drafts_of(server)) == 1


def test_nobody_at_the_terminal_can_not_give_the_right_to_send(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    draft = provider.save_reply(make_reply(find_parent(provider)))
    alone = OutlookProvider(provider.account, replace(provider.context, terminal=None))

    with pytest.raises(SignInError, match="Nothing was stored or sent"):
        alone.send_draft(draft.ref, note=lambda step: None)

    assert len(drafts_of(server)) == 1


def test_a_sent_draft_is_gone_and_found_in_sent(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    parent = find_parent(provider)
    draft = provider.save_reply(make_reply(parent))
    sent, _ = sent_once(provider, draft)

    with pytest.raises(DraftNotFoundError):
        provider.send_draft(draft.ref, note=lambda step: None)
    with pytest.raises(DraftNotFoundError):
        provider.fetch_draft(draft.ref)

    answers = provider.find_sent([parent.message_id], NOW - timedelta(days=1))
    itself = provider.find_sent([sent.message_id], NOW - timedelta(days=1))
    assert [m.message_id for m in answers] == [m.message_id for m in itself] == [sent.message_id]
    assert provider.find_sent(["<nobody@x>"], NOW - timedelta(days=9)) == ()
    assert len(server.requests("/send$")) == 1


def test_a_follow_up_flag_shows_the_due_date(
    server: GraphServer, provider: OutlookProvider
) -> None:
    deliver_process(server)
    sent, _ = sent_once(provider, provider.save_reply(make_reply(find_parent(provider))))

    provider.flag(sent, NOW + timedelta(days=3))
    provider.flag(replace(sent, key=""), NOW + timedelta(days=4))

    item = server.box.find(sent.key)
    assert item is not None
    assert item.flag["flagStatus"] == "flagged"
    assert item.flag["dueDateTime"] == {"dateTime": "2026-11-24T12:00:00", "timeZone": "UTC"}


# --- the rest ---


def test_changes_name_the_threads_touched_since(
    server: GraphServer, provider: OutlookProvider
) -> None:
    server.box.now = lambda: NOW
    deliver_process(server)
    start = provider.changes(None)
    assert start.thread_keys == ()
    assert provider.changes(start.cursor).thread_keys == ()

    server.box.now = lambda: NOW + timedelta(minutes=5)
    item = server.box.deliver(letter(subject="Fresh"), server.box.add_folder("Jobs"))
    changed = provider.changes(start.cursor)

    assert changed.thread_keys == (item.conversation,)
    assert changed.is_complete
    assert provider.changes(changed.cursor).thread_keys == ()
    assert not provider.changes("nonsense").is_complete


def test_a_thread_has_a_link(server: GraphServer, provider: OutlookProvider) -> None:
    newest = deliver_process(server)
    parent = find_parent(provider)

    link = provider.link(parent.thread_key)

    assert newest.immutable_key.replace("/", "%2F").replace("+", "%2B").replace("=", "%3D") in link
    with pytest.raises(ThreadNotFoundError):
        provider.link("no such conversation")


def test_identities_bring_aliases_and_the_signature_of_sent_mail(
    server: GraphServer, provider: OutlookProvider
) -> None:
    server.box.aliases += ["alex@alias.example", "alex@tenant.onmicrosoft.com"]
    signed = (
        '<html><body><p>Hi</p><div id="Signature"><div><b>Alex</b> Candidate<br>+49 1 &amp; 2'
        '</div><script>x</script></div><hr><div id="divRplyFwdMsg">From</div>'
        '<div id="Signature">Somebody else</div></body></html>'
    )
    server.box.deliver(letter(f"Alex <{ME}>", html=signed, days_ago=1), "sentitems")
    server.box.deliver(letter(f"Alex <{ME}>", html="<p>no signature</p>"), "sentitems")

    first, second = provider.identities()

    assert first.address == Address("Alex Candidate", ME)
    assert first.is_default
    assert first.signature_text == "Alex Candidate\n+49 1 & 2"
    assert "script" not in first.signature_html
    assert "<b>Alex</b>" in first.signature_html
    assert second.address.address == "alex@alias.example"


def test_doctor_tries_every_step(server: GraphServer, provider: OutlookProvider) -> None:
    lines = provider.check()

    assert [line.what for line in lines if line.is_ok] == [
        "secret store", "sign-in", "mailbox", "drafts", "search",
    ]  # fmt: skip
    assert not lines[-1].is_ok  # the fixed clock of this test is off
    assert "clock" in lines[-1].detail


def test_importing_the_provider_imports_no_library() -> None:
    import subprocess
    import sys

    heavy = ("msal", "requests", "keyring", "nh3", "selectolax", "urllib3", "babel", "icalendar")
    code = f"import providers.outlook, sys; print([m for m in {heavy!r} if m in sys.modules])"

    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
