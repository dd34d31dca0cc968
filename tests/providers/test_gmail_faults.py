"""Gmail out of order: each fault, before the deed and after it, and what is left in the mailbox."""

import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from servers.gmail_account import deliver_in_one_thread, raw_letter, signed_in
from servers.gmail_world import ADDRESS, GmailWorld

from mailer.errors import (
    DraftNotFoundError,
    MailerError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    RefusedError,
    SignInError,
)
from mailer.model import Address, Message, Reply, Search, SendStep
from mailer.testing.builders import make_reply
from mailer.writing.mime import make_message
from providers.gmail import GmailProvider

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("gmail")]

CREATE = r"POST /gmail/v1/users/me/drafts$"
UPDATE = r"PUT /gmail/v1/users/me/drafts/"
DELETE = r"DELETE /gmail/v1/users/me/drafts/"
SEND = r"POST /gmail/v1/users/me/drafts/send$"
LIST = r"GET /gmail/v1/users/me/threads$"
GET_DRAFT = r"GET /gmail/v1/users/me/drafts/"
DRAFTS = r"GET /gmail/v1/users/me/drafts$"


@pytest.fixture
def provider(world: GmailWorld, tmp_path: Path) -> Iterator[GmailProvider]:
    world.reset()
    with signed_in(world, tmp_path) as opened:
        yield opened
    assert world.complaints == []


@pytest.fixture
def pauses(provider: GmailProvider) -> list[float]:
    taken: list[float] = []
    provider._api.sleep = taken.append
    return taken


@pytest.fixture
def thread(world: GmailWorld, provider: GmailProvider) -> str:
    return deliver_in_one_thread(world, raw_letter(), raw_letter(text="Any news?"))


@pytest.fixture
def parent(provider: GmailProvider, thread: str) -> Message:
    return provider.read(thread).messages[-1]


@pytest.fixture
def reply(parent: Message) -> Reply:
    me = Address("Alex Candidate", ADDRESS)
    made = make_reply(to=parent, text="Dear Dana,\n\nI withdraw.\n\nAlex", sender=me)
    return replace(made, to=(parent.sender,))


def drafts(world: GmailWorld) -> list[str]:
    return [d["id"] for d in world.ask("GET", "drafts").get("drafts", [])]


def times(world: GmailWorld, method: str) -> int:
    return world.methods.count(f"gmail.users.{method}")


def is_sent(world: GmailWorld) -> int:
    listed = world.ask("GET", "messages", params={"q": "in:sent"})
    return len(listed.get("messages", []))


PASSING = [
    {"status": 429},
    {"status": 429, "headers": {"Retry-After": "7"}},
    {"status": 403, "reason": "rateLimitExceeded"},
    {"status": 403, "reason": "userRateLimitExceeded"},
    {"status": 500},
    {"status": 502},
    {"status": 503, "headers": {"Retry-After": "7"}},
    {},
    {"is_truncated": True},
]


# --- reading ------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", PASSING, ids=str)
def test_a_read_goes_on_after_a_passing_fault(
    world: GmailWorld, provider: GmailProvider, thread: str, pauses: list[float], fault: dict
) -> None:
    world.arm(LIST, **fault)

    found = provider.search(Search(phrases=("news",)))

    assert [t.key for t in found] == [thread]
    assert len(pauses) == 1
    if "headers" in fault:
        assert pauses == [7.0]
    else:
        assert 0 < pauses[0] < 2


def test_pauses_grow_and_are_never_the_same_for_two(
    world: GmailWorld, provider: GmailProvider, pauses: list[float]
) -> None:
    world.arm(LIST, status=503, times=99)

    with pytest.raises(ProviderUnavailableError) as caught:
        provider.search(Search(phrases=("news",)))

    assert "Nothing was stored or sent" in caught.value.message
    assert len(pauses) == 3
    assert len(set(pauses)) == 3
    assert sum(pauses) < 15


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_a_long_wait_is_told_instead_of_waited(
    world: GmailWorld, provider: GmailProvider, pauses: list[float], form: str
) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    field = "3600" if form == "seconds" else date
    world.arm(LIST, status=429, headers={"Retry-After": field}, times=99)

    with pytest.raises(ProviderUnavailableError) as caught:
        provider.search(Search(phrases=("news",)))

    assert pauses == []
    assert 3500 < (caught.value.retry_after or 0) <= 3600
    assert "no more requests" in caught.value.message
    assert "in 60 min" in caught.value.hint


def test_pauses_are_never_longer_than_a_minute_together(
    world: GmailWorld, provider: GmailProvider, pauses: list[float]
) -> None:
    world.arm(LIST, status=429, headers={"Retry-After": "25"}, times=99)

    with pytest.raises(ProviderUnavailableError):
        provider.search(Search(phrases=("news",)))

    assert pauses == [25.0, 25.0]


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        ("insufficientPermissions", "lacks a right"),
        ("accessNotConfigured", "not enabled"),
        ("domainPolicy", "organisation"),
    ],
)
def test_a_refusal_is_named_and_not_repeated(
    world: GmailWorld, provider: GmailProvider, pauses: list[float], reason: str, says: str
) -> None:
    world.arm(LIST, status=403, reason=reason, times=99)

    with pytest.raises(SignInError, match=says) as caught:
        provider.search(Search(phrases=("news",)))

    assert caught.value.hint
    assert pauses == []


def test_a_token_that_is_refused_is_renewed_once_and_the_deed_done_once(
    world: GmailWorld, provider: GmailProvider, reply: Reply, pauses: list[float]
) -> None:
    world.tokens.add("another")

    draft = provider.save_reply(reply)

    assert drafts(world) == [draft.key]
    assert world.refreshed == 1
    assert pauses == []


def test_a_token_that_is_refused_again_is_a_matter_of_signing_in(
    world: GmailWorld, provider: GmailProvider, pauses: list[float]
) -> None:
    world.arm(LIST, status=401, times=99)

    with pytest.raises(SignInError, match="refuses the sign-in"):
        provider.search(Search(phrases=("news",)))

    assert world.refreshed == 1
    assert provider.requests == 2


def test_an_account_without_a_mailbox_is_named(world: GmailWorld, provider: GmailProvider) -> None:
    world.arm("GET .*/profile", status=400, reason="failedPrecondition", times=99)

    (broken,) = [line for line in provider.check() if not line.is_ok]

    assert broken.what == "mailbox"
    assert "no Gmail mailbox" in broken.detail
    assert broken.mend


def test_a_fault_in_a_batch_reads_only_the_rest_again(
    world: GmailWorld, provider: GmailProvider, thread: str, pauses: list[float]
) -> None:
    others = [deliver_in_one_thread(world, raw_letter(subject=f"Round {n}")) for n in range(3)]
    world.methods.clear()
    world.arm(r"PART GET .*/threads/", status=429, times=2)

    read = provider.read_many([thread, *others])

    assert [t.key for t in read] == [thread, *others]
    assert len(pauses) == 1
    assert [m for m in world.methods if m.startswith("batch:")] == [
        "batch:gmail.users.threads.get"
    ] * 4


@pytest.mark.parametrize(
    "fault", [{"status": 503}, {"status": 429}, {}, {"is_truncated": True}], ids=str
)
def test_a_batch_that_fails_as_a_whole_is_asked_again(
    world: GmailWorld, provider: GmailProvider, thread: str, pauses: list[float], fault: dict
) -> None:
    other = deliver_in_one_thread(world, raw_letter(subject="Another"))
    world.arm("POST /batch", **fault)

    assert [t.key for t in provider.read_many([thread, other])] == [thread, other]


def test_what_is_gone_is_missing_from_a_batch(
    world: GmailWorld, provider: GmailProvider, thread: str, pauses: list[float]
) -> None:
    other = deliver_in_one_thread(world, raw_letter(subject="Another"))
    world.arm(rf"PART GET .*/threads/{other}", status=400, reason="invalidArgument")

    read = provider.read_many([other, "0000000000000000", thread])

    assert [t.key for t in read] == [thread]
    assert pauses == []


def test_without_a_network_it_is_said_at_once(provider: GmailProvider, pauses: list[float]) -> None:
    options = {"endpoint": "http://127.0.0.1:9/"}
    offline = GmailProvider(replace(provider.account, options=options), provider.context)

    with pytest.raises(ProviderUnavailableError, match="can't be reached"):
        offline.search(Search(phrases=("news",)))

    assert offline.requests == 1


# --- storing ------------------------------------------------------------------------------------

BEFORE = [{"status": 500}, {"status": 502}, {"status": 503}, {}]
AFTER = [{"is_after": True}, {"is_after": True, "status": 500}, {"is_truncated": True}]


@pytest.mark.parametrize("fault", BEFORE, ids=str)
def test_a_draft_that_was_not_stored_is_said_not_to_be(
    world: GmailWorld, provider: GmailProvider, reply: Reply, fault: dict
) -> None:
    world.arm(CREATE, **fault)

    with pytest.raises(ProviderUnavailableError, match="nothing was stored"):
        provider.save_reply(reply)

    assert drafts(world) == []
    assert times(world, "drafts.create") == 0


@pytest.mark.parametrize("fault", AFTER, ids=str)
def test_a_draft_whose_answer_was_lost_is_found_and_never_made_twice(
    world: GmailWorld, provider: GmailProvider, reply: Reply, fault: dict
) -> None:
    world.arm(CREATE, **fault)

    draft = provider.save_reply(reply)

    assert drafts(world) == [draft.key]
    assert draft.in_reply_to == reply.in_reply_to
    assert times(world, "drafts.create") == 1


def test_a_draft_that_is_stored_while_one_looks_is_found(
    world: GmailWorld, provider: GmailProvider, reply: Reply
) -> None:
    raw = base64.urlsafe_b64encode(make_message(reply).as_bytes()).decode()
    body = {"message": {"raw": raw, "threadId": reply.thread_key}}
    world.arm(CREATE)
    late: list[str] = []

    def pause(seconds: float) -> None:
        late.append(world.ask("POST", "drafts", json=body)["id"])

    provider._api.sleep = pause

    draft = provider.save_reply(reply)

    assert drafts(world) == late == [draft.key]


def test_a_draft_that_the_service_stored_twice_is_left_once(
    world: GmailWorld, provider: GmailProvider, reply: Reply
) -> None:
    world.arm(CREATE, is_after=True, is_doubled=True)

    draft = provider.save_reply(reply)

    assert drafts(world) == [draft.key]


def test_a_draft_that_resembles_the_lost_one_is_not_deleted(
    world: GmailWorld, provider: GmailProvider, reply: Reply
) -> None:
    edited = provider.save_reply(replace(reply, text=f"{reply.text}\n\nPS: my own words."))
    world.arm(CREATE, is_after=True)

    draft = provider.save_reply(reply)

    assert set(drafts(world)) == {edited.key, draft.key}
    assert "my own words" not in draft.text


@pytest.mark.parametrize("fault", [{"is_after": True}, {}], ids=["stored", "not stored"])
def test_a_copy_to_other_people_is_neither_taken_nor_deleted(
    world: GmailWorld, provider: GmailProvider, reply: Reply, pauses: list[float], fault: dict
) -> None:
    copy = replace(reply, cc=(Address("Kim", "kim@rivera.example"),))
    own = provider.save_reply(copy)
    world.arm(CREATE, **fault)

    if fault:
        assert provider.save_reply(reply).cc == ()
    else:
        with pytest.raises(OutcomeUnknownError):
            provider.save_reply(reply)

    assert provider.fetch_draft(own.ref).cc == copy.cc


@pytest.mark.parametrize("fault", PASSING[:4], ids=str)
def test_a_write_waits_only_where_nothing_was_done(
    world: GmailWorld, provider: GmailProvider, reply: Reply, pauses: list[float], fault: dict
) -> None:
    world.arm(CREATE, **fault)

    draft = provider.save_reply(reply)

    assert drafts(world) == [draft.key]
    assert len(pauses) == 1
    assert times(world, "drafts.create") == 1


@pytest.mark.parametrize("fault", [*BEFORE, *AFTER], ids=str)
def test_where_looking_does_not_help_it_is_said_to_be_unknown(
    world: GmailWorld, provider: GmailProvider, reply: Reply, pauses: list[float], fault: dict
) -> None:
    world.arm(CREATE, **fault)
    world.arm(DRAFTS, status=503, times=99)

    with pytest.raises(OutcomeUnknownError) as caught:
        provider.save_reply(reply)

    assert caught.value.stored is None
    assert len(drafts(world)) == int(fault in AFTER)


def test_a_draft_that_can_t_be_read_back_is_not_called_a_success(
    world: GmailWorld, provider: GmailProvider, reply: Reply, pauses: list[float]
) -> None:
    world.arm(GET_DRAFT, status=503, times=99)

    with pytest.raises(OutcomeUnknownError, match="stored the draft"):
        provider.save_reply(reply)

    assert len(drafts(world)) == 1


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b"To: Dana", b"X-To: Dana", "the recipients"),
        (b"I withdraw.", b"I stay.", "the text"),
        (b"In-Reply-To", b"X-Answers", "the message that it answers"),
        (b"References:", b"X-Referred:", "the chain of references"),
        (b"Subject: Re: ", b"Subject: RE: ", "the subject"),
    ],
)
def test_a_draft_that_gmail_changed_is_taken_back(
    world: GmailWorld, provider: GmailProvider, reply: Reply, old: bytes, new: bytes, says: str
) -> None:
    world.rewrite = lambda raw: raw.replace(old, new)

    with pytest.raises(RefusedError, match=says):
        provider.save_reply(reply)

    assert drafts(world) == []


def test_a_draft_from_an_address_that_gmail_does_not_know_is_taken_back(
    world: GmailWorld, provider: GmailProvider, reply: Reply
) -> None:
    alias = Address("Alex", "not.verified@rivera.example")

    with pytest.raises(RefusedError, match="the sender"):
        provider.save_reply(replace(reply, sender=alias))

    assert drafts(world) == []


def test_a_draft_in_a_thread_of_its_own_is_taken_back(
    world: GmailWorld, provider: GmailProvider, reply: Reply
) -> None:
    with pytest.raises(RefusedError, match="the conversation"):
        provider.save_reply(replace(reply, subject="Something else"))

    assert drafts(world) == []


# --- replacing and deleting ---------------------------------------------------------------------


@pytest.mark.parametrize("fault", BEFORE, ids=str)
def test_a_draft_that_was_not_replaced_stays_as_it_was(
    world: GmailWorld, provider: GmailProvider, reply: Reply, fault: dict
) -> None:
    draft = provider.save_reply(reply)
    world.arm(UPDATE, **fault)

    with pytest.raises(ProviderUnavailableError, match="nothing was changed"):
        provider.save_reply(replace(reply, text="Other words."), replacing=draft.ref)

    assert provider.fetch_draft(draft.ref) == draft


@pytest.mark.parametrize("fault", AFTER, ids=str)
def test_a_replacement_whose_answer_was_lost_is_found(
    world: GmailWorld, provider: GmailProvider, reply: Reply, fault: dict
) -> None:
    draft = provider.save_reply(reply)
    world.arm(UPDATE, **fault)

    second = provider.save_reply(replace(reply, text="Other words."), replacing=draft.ref)

    assert "Other words." in second.text
    assert drafts(world) == [draft.key]
    assert times(world, "drafts.update") == 1


@pytest.mark.parametrize("fault", BEFORE, ids=str)
def test_a_draft_that_was_not_deleted_is_said_to_be_there(
    world: GmailWorld, provider: GmailProvider, reply: Reply, fault: dict
) -> None:
    draft = provider.save_reply(reply)
    world.arm(DELETE, **fault)

    with pytest.raises(ProviderUnavailableError, match="nothing was deleted"):
        provider.delete_draft(draft.ref)

    assert drafts(world) == [draft.key]


@pytest.mark.parametrize("fault", AFTER[:2], ids=str)
def test_a_deletion_whose_answer_was_lost_is_settled(
    world: GmailWorld, provider: GmailProvider, reply: Reply, fault: dict
) -> None:
    draft = provider.save_reply(reply)
    world.arm(DELETE, **fault)

    provider.delete_draft(draft.ref)

    assert drafts(world) == []


# --- sending ------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [*BEFORE, *AFTER], ids=str)
def test_a_send_whose_answer_was_lost_is_never_repeated(
    world: GmailWorld, provider: GmailProvider, reply: Reply, fault: dict
) -> None:
    draft = provider.save_reply(reply)
    before = is_sent(world)
    world.arm(SEND, **fault)
    steps: list[SendStep] = []

    with pytest.raises(OutcomeUnknownError) as caught:
        provider.send_draft(draft.ref, note=steps.append)

    assert steps == [SendStep.SUBMITTING]
    assert "may have" in caught.value.message
    has_left = fault in AFTER
    assert times(world, "drafts.send") == int(has_left)
    assert is_sent(world) - before == int(has_left)
    since = world.now() - timedelta(days=2)
    assert len(provider.find_sent([reply.in_reply_to], since)) == int(has_left)


@pytest.mark.parametrize("fault", PASSING[:4], ids=str)
def test_a_send_does_not_wait_because_the_draft_may_change_meanwhile(
    world: GmailWorld, provider: GmailProvider, reply: Reply, pauses: list[float], fault: dict
) -> None:
    draft = provider.save_reply(reply)
    world.arm(SEND, **fault)

    with pytest.raises(ProviderUnavailableError, match="Nothing was stored or sent"):
        provider.send_draft(draft.ref, note=lambda _: None)

    assert pauses == []
    assert times(world, "drafts.send") == 0
    assert provider.fetch_draft(draft.ref) == draft


@pytest.mark.parametrize("status", [400, 403])
def test_a_send_that_is_refused_sends_nothing(
    world: GmailWorld, provider: GmailProvider, reply: Reply, status: int
) -> None:
    draft = provider.save_reply(reply)
    world.arm(SEND, status=status, reason="invalidArgument")

    with pytest.raises(RefusedError):
        provider.send_draft(draft.ref, note=lambda _: None)

    assert drafts(world) == [draft.key]


def test_what_was_sent_is_sent_even_if_it_can_t_be_looked_at(
    world: GmailWorld, provider: GmailProvider, reply: Reply, pauses: list[float]
) -> None:
    draft = provider.save_reply(reply)
    world.arm(r"GET /gmail/v1/users/me/messages/", status=503, times=99)

    sent = provider.send_draft(draft.ref, note=lambda _: None)

    assert sent.message_id == draft.message_id
    assert sent.thread_key == reply.thread_key
    assert drafts(world) == []


def test_what_was_sent_is_found_when_the_parent_is_deleted(
    world: GmailWorld, provider: GmailProvider, reply: Reply, parent: Message
) -> None:
    provider.send_draft(provider.save_reply(reply).ref, note=lambda _: None)
    for message in provider.read(reply.thread_key).messages:
        if message.special_use != "sent":
            world.ask("DELETE", f"messages/{message.key}")

    (found,) = provider.find_sent([parent.message_id], world.now() - timedelta(days=2))

    assert parent.message_id in found.in_reply_to


def test_a_draft_that_was_sent_elsewhere_is_gone_and_its_message_in_sent(
    world: GmailWorld, provider: GmailProvider, reply: Reply
) -> None:
    draft = provider.save_reply(reply)
    world.ask("POST", "drafts/send", json={"id": draft.key})

    with pytest.raises(DraftNotFoundError):
        provider.send_draft(draft.ref, note=lambda _: None)

    assert len(provider.find_sent([reply.in_reply_to], world.now() - timedelta(days=2))) == 1


# --- Ctrl-C -------------------------------------------------------------------------------------


def interrupt(provider: GmailProvider, number: int, *, is_after: bool) -> Callable[[], int]:
    """Press Ctrl-C at the request of that number, before or after it; returns a counter."""
    send, seen = provider._api._http._send, 0

    def pressed(*args: object) -> object:
        nonlocal seen
        seen += 1
        if seen == number and not is_after:
            raise KeyboardInterrupt
        answer = send(*args)  # type: ignore[arg-type]
        if seen == number:
            raise KeyboardInterrupt
        return answer

    provider._api._http._send = pressed  # type: ignore[method-assign,assignment]
    return lambda: seen


@pytest.mark.parametrize("is_after", [False, True])
@pytest.mark.parametrize("number", [1, 2])
def test_ctrl_c_while_storing_leaves_no_draft_or_a_whole_one(
    world: GmailWorld, provider: GmailProvider, reply: Reply, number: int, is_after: bool
) -> None:
    seen = interrupt(provider, number, is_after=is_after)

    with pytest.raises(KeyboardInterrupt):
        provider.save_reply(reply)

    assert seen() == number
    left = drafts(world)
    assert len(left) == int((number, is_after) != (1, False))
    for key in left:
        raw = world.ask("GET", f"drafts/{key}", params={"format": "raw"})["message"]["raw"]
        assert b"I withdraw." in base64.urlsafe_b64decode(raw)


@pytest.mark.parametrize("is_after", [False, True])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_ctrl_c_while_sending_never_sends_without_the_step_being_noted(
    world: GmailWorld, provider: GmailProvider, reply: Reply, number: int, is_after: bool
) -> None:
    draft = provider.save_reply(reply)
    interrupt(provider, number, is_after=is_after)
    steps: list[SendStep] = []

    with pytest.raises(KeyboardInterrupt):
        provider.send_draft(draft.ref, note=steps.append)

    has_left = number == 3 or (number, is_after) == (2, True)
    assert is_sent(world) == int(has_left)
    assert (SendStep.SUBMITTING in steps) >= has_left


# --- nothing leaks ------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [400, 401, 404, 412, 503])
@pytest.mark.parametrize("pattern", [CREATE, SEND, LIST, GET_DRAFT, "GET .*/threads/"])
def test_every_status_becomes_an_error_of_ours_without_secrets(
    world: GmailWorld,
    provider: GmailProvider,
    reply: Reply,
    pauses: list[float],
    pattern: str,
    status: int,
) -> None:
    lines: list[str] = []
    provider._api._debug = lines.append
    draft = provider.save_reply(reply)
    world.arm(pattern, status=status, reason="somethingElse", times=99)
    verbs = {
        CREATE: lambda: provider.save_reply(replace(reply, text="I withdraw, as I said.")),
        SEND: lambda: provider.send_draft(draft.ref, note=lambda _: None),
        LIST: lambda: provider.search(Search(phrases=("x",))),
        GET_DRAFT: lambda: provider.fetch_draft(draft.ref),
        "GET .*/threads/": lambda: provider.read(reply.thread_key),
    }

    with pytest.raises(MailerError) as caught:
        verbs[pattern]()

    said = "\n".join([caught.value.message, caught.value.hint, *lines])
    assert world.token not in said
    assert ADDRESS not in said
    assert "withdraw" not in said
    assert caught.value.exit_code > 1
