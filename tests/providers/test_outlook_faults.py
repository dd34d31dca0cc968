from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from servers.graph.faults import throttled
from servers.graph.rig import INVITATION, NOW, letter
from servers.graph.server import GraphServer
from servers.outlook_account import (
    checked_server,
    deliver_process,
    drafts_of,
    find_parent,
    make_reply,
    signed_in,
)

from mailer.errors import (
    DraftChangedError,
    DraftNotFoundError,
    MailerError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    RefusedError,
    SignInError,
    ThreadNotFoundError,
)
from mailer.model import Search, SendStep
from providers.outlook import OutlookProvider

ANY = Search(phrases=("northwind",))


@pytest.fixture
def server() -> Iterator[GraphServer]:
    with checked_server() as running:
        deliver_process(running)
        yield running


@pytest.fixture
def provider(server: GraphServer, tmp_path: Path) -> Iterator[OutlookProvider]:
    with signed_in(server, tmp_path) as opened:
        yield opened


@dataclass
class Pauses:
    seconds: list[float] = field(default_factory=list)


@pytest.fixture
def pauses(provider: OutlookProvider) -> Pauses:
    taken = Pauses()
    provider._graph.sleep = taken.seconds.append
    return taken


# --- reads ---


@pytest.mark.parametrize("status", [0, 429, 500, 502, 503, 504])
def test_a_read_is_tried_again_after_a_passing_fault(
    server: GraphServer, provider: OutlookProvider, status: int
) -> None:
    for path in (r"GET /me/messages$", r"POST /\$batch$"):
        server.arm(path, status=status)

    assert len(provider.search(ANY)) == 1


def test_retry_after_is_obeyed(
    server: GraphServer, provider: OutlookProvider, pauses: Pauses
) -> None:
    server.arm("GET /me/messages$", **throttled(7))

    provider.search(ANY)

    assert pauses.seconds == [7.0]


def test_a_throttled_part_of_a_batch_is_asked_again(
    server: GraphServer, provider: OutlookProvider, pauses: Pauses
) -> None:
    server.box.deliver(letter("Rob <rob@contoso.example>", subject="Northwind too"))
    threads = provider.search(ANY)
    fault = server.arm("GET /me/messages$", **throttled(3))

    again = provider.read_many([thread.key for thread in threads])

    assert fault.hits == 1
    assert again == threads
    assert pauses.seconds == [3.0]


def test_a_day_s_budget_is_not_waited_for(
    server: GraphServer, provider: OutlookProvider, pauses: Pauses
) -> None:
    server.arm("GET /me/messages$", times=9, **throttled(30_000))

    with pytest.raises(ProviderUnavailableError, match="asks to wait for 8 hours") as caught:
        provider.search(ANY)

    assert caught.value.retry_after == 30_000
    assert pauses.seconds == []


def test_pauses_are_a_minute_at_most_together(
    server: GraphServer, provider: OutlookProvider, pauses: Pauses
) -> None:
    server.arm("GET /me/messages$", times=9, **throttled(25))

    with pytest.raises(ProviderUnavailableError, match="asks to wait for 25 seconds"):
        provider.search(ANY)

    assert pauses.seconds == [25.0, 25.0]


def test_what_could_not_be_looked_for_is_not_said_to_be_missing(
    server: GraphServer, provider: OutlookProvider
) -> None:
    server.arm(r"GET /me/messages$", status=503, times=99)

    with pytest.raises(ProviderUnavailableError):
        provider.search(Search(message_ids=("<2@me>",)))


def test_an_invitation_that_can_not_be_read_does_not_pass_for_none(
    server: GraphServer, provider: OutlookProvider
) -> None:
    booked = letter(subject="Northwind booking")
    booked.add_attachment(INVITATION.encode(), maintype="text", subtype="calendar",
                          filename="invite.ics")  # fmt: skip
    server.box.deliver(booked)
    server.arm("/attachments/", status=503, times=99)

    with pytest.raises(ProviderUnavailableError):
        provider.search(ANY)


def test_a_password_in_netrc_goes_nowhere(
    server: GraphServer, provider: OutlookProvider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("default login alex password hunter2\n")
    monkeypatch.setenv("NETRC", str(netrc))
    server.entra.expire()  # so that the sign-in service is asked as well

    assert len(provider.search(ANY)) == 1
    assert server.passwords == []


@pytest.mark.parametrize(
    ("fault", "error", "words"),
    [
        ({"status": 503, "times": 9}, ProviderUnavailableError, "out of order"),
        ({"status": 0, "times": 9}, MailerError, "did not answer; nothing was stored"),
        ({"status": 403, "code": "ErrorAccessDenied"}, SignInError, "does not allow bowout to"),
        (
            {"status": 404, "code": "MailboxNotEnabledForRESTAPI"},
            SignInError,
            "has no mailbox that Outlook's interface can open",
        ),
        ({"status": 507, "code": "ErrorQuotaExceeded"}, RefusedError, "mailbox is full"),
        ({"status": 400, "code": "BadRequest"}, RefusedError, "could not search"),
        (
            {"status": 400, "code": "ErrorMailboxMoveInProgress"},
            ProviderUnavailableError,
            "out of order",
        ),
    ],
)  # fmt: skip
def test_what_stays_broken_is_said_plainly(
    server: GraphServer,
    provider: OutlookProvider,
    fault: dict[str, object],
    error: type[MailerError],
    words: str,
) -> None:
    server.arm("GET /me/messages$", **fault)

    with pytest.raises(error, match=words) as caught:
        provider.search(ANY)

    assert caught.value.hint
    assert "othing was stored" in caught.value.message


def test_out_of_reach_is_said_plainly(server: GraphServer, provider: OutlookProvider) -> None:
    server._http.server_close()

    with pytest.raises(ProviderUnavailableError, match="could not be reached"):
        provider.search(ANY)


def test_a_truncated_answer_is_no_answer(server: GraphServer, provider: OutlookProvider) -> None:
    from servers.graph.routes import Answer

    fault = server.arm("GET /me/messages$", status=200)
    fault.answer = lambda call: Answer(200, b'{"value": [')  # type: ignore[method-assign]

    assert len(provider.search(ANY)) == 1
    assert fault.hits == 1


# --- the sign-in, while at work ---


def test_an_expired_token_is_renewed_without_asking(
    server: GraphServer, provider: OutlookProvider
) -> None:
    provider.search(ANY)
    server.entra.expire()

    assert len(provider.search(ANY)) == 1
    assert len(server.entra.asked) == 1


def test_a_claims_challenge_reaches_the_sign_in_service(
    server: GraphServer, provider: OutlookProvider
) -> None:
    claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}'
    server.arm("GET /me/messages$", status=401, headers=server.claims_header(claims))

    assert len(provider.search(ANY)) == 1
    assert "1700000000" in server.entra.claims[-1]


def test_a_claims_challenge_that_can_not_be_met_asks_to_sign_in(
    server: GraphServer, provider: OutlookProvider
) -> None:
    claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
    server.arm("GET /me/messages$", status=401, headers=server.claims_header(claims))
    server.entra.refused = ("interaction_required", "AADSTS50076: Use multi-factor.")

    with pytest.raises(SignInError, match="second factor") as caught:
        provider.search(ANY)

    assert "bowout login outlook" in caught.value.hint


def test_after_ninety_days_somebody_signs_in_again(
    server: GraphServer, provider: OutlookProvider
) -> None:
    server.entra.revoke()

    with pytest.raises(SignInError, match="90 days") as caught:
        provider.search(ANY)

    assert caught.value.exit_code == 5


# --- filing ---


@pytest.mark.parametrize("fault", [{"status": 429, "headers": {"Retry-After": "2"}},
                                   {"status": 503, "headers": {"Retry-After": "2"}}])  # fmt: skip
def test_a_throttled_write_is_done_once(
    server: GraphServer, provider: OutlookProvider, fault: dict[str, object]
) -> None:
    parent = find_parent(provider)
    server.arm("createReply", **fault)
    server.arm("PATCH", **fault)

    draft = provider.save_reply(make_reply(parent))

    assert [d.immutable_key for d in drafts_of(server)] == [draft.key]


def test_a_busy_service_that_did_it_all_the_same_makes_no_second_draft(
    server: GraphServer, provider: OutlookProvider
) -> None:
    parent = find_parent(provider)
    for deed in ("createReply", "PATCH"):
        server.arm(deed, status=503, headers={"Retry-After": "2"}, is_after=True)

    draft = provider.save_reply(make_reply(parent))

    assert [d.immutable_key for d in drafts_of(server)] == [draft.key]
    assert draft.html.count("I withdraw") == 1


@pytest.mark.parametrize("status", [0, 503])
def test_a_lost_replacement_never_goes_over_what_was_edited_meanwhile(
    server: GraphServer, provider: OutlookProvider, status: int
) -> None:
    reply = make_reply(find_parent(provider))
    draft = provider.save_reply(reply)
    (item,) = drafts_of(server)

    def edit(seconds: float) -> None:
        item.body = item.body.replace("I withdraw", "I take back")
        server.box.touch(item)

    provider._graph.sleep = edit
    server.arm("PATCH", status=status, headers={"Retry-After": "2"})

    with pytest.raises(DraftChangedError):
        provider.save_reply(replace(reply, html="<p>Shorter.</p>"), replacing=draft.ref)

    assert "I take back" in item.body
    assert "Shorter" not in item.body


@pytest.mark.parametrize("status", [0, 500, 504])
@pytest.mark.parametrize("is_after", [True, False])
def test_a_lost_answer_to_a_deletion_is_settled_by_looking(
    server: GraphServer, provider: OutlookProvider, status: int, is_after: bool
) -> None:
    draft = provider.save_reply(make_reply(find_parent(provider)))
    server.arm("permanentDelete", status=status, is_after=is_after)

    if is_after:
        provider.delete_draft(draft.ref)
    else:
        with pytest.raises(ProviderUnavailableError):
            provider.delete_draft(draft.ref)

    assert len(drafts_of(server)) == (not is_after)


@pytest.mark.parametrize("status", [0, 500, 504])
def test_a_reply_that_was_made_although_the_answer_was_lost_is_adopted(
    server: GraphServer, provider: OutlookProvider, status: int
) -> None:
    parent = find_parent(provider)
    server.arm("createReply", status=status, is_after=True)

    draft = provider.save_reply(make_reply(parent))

    assert [d.immutable_key for d in drafts_of(server)] == [draft.key]
    assert "I withdraw" in draft.text
    assert len(server.requests("createReply")) == 1


@pytest.mark.parametrize(
    ("status", "error"), [(0, OutcomeUnknownError), (504, OutcomeUnknownError),
                          (500, ProviderUnavailableError)],
)  # fmt: skip
def test_a_reply_that_was_not_made_is_not_asked_for_twice(
    server: GraphServer, provider: OutlookProvider, status: int, error: type[MailerError]
) -> None:
    parent = find_parent(provider)
    server.arm("createReply", status=status)

    with pytest.raises(error):
        provider.save_reply(make_reply(parent))

    assert drafts_of(server) == []
    assert len(server.requests("createReply")) == 1


def test_somebody_else_s_draft_in_the_conversation_is_never_adopted(
    server: GraphServer, provider: OutlookProvider
) -> None:
    parent = find_parent(provider)
    mine = provider.save_reply(make_reply(parent))
    server.arm("createReply", status=0)

    with pytest.raises(OutcomeUnknownError):
        provider.save_reply(make_reply(parent))

    assert provider.fetch_draft(mine.ref) == mine


def test_a_draft_that_the_user_began_before_is_never_adopted(
    server: GraphServer, provider: OutlookProvider
) -> None:
    from servers.graph.compose import make_reply as answer_by_hand

    parent = find_parent(provider)
    original = server.box.find(parent.key)
    assert original is not None
    theirs = answer_by_hand(server.box, original, to_all=False)
    theirs.created -= timedelta(seconds=20)
    written = theirs.body
    server.arm("createReply", status=0)

    with pytest.raises(OutcomeUnknownError):
        provider.save_reply(make_reply(parent))

    assert drafts_of(server) == [theirs]
    assert theirs.body == written


@pytest.mark.parametrize("status", [0, 500, 502, 504])
@pytest.mark.parametrize("is_after", [True, False])
def test_a_lost_patch_is_settled_by_looking(
    server: GraphServer, provider: OutlookProvider, status: int, is_after: bool
) -> None:
    parent = find_parent(provider)
    server.arm("PATCH", status=status, is_after=is_after)

    draft = provider.save_reply(make_reply(parent))

    assert [d.immutable_key for d in drafts_of(server)] == [draft.key]
    assert len(server.requests("^PATCH")) == (1 if is_after else 2)
    assert provider.fetch_draft(draft.ref) == draft


@pytest.mark.parametrize("status", [0, 400, 403, 500, 504])
def test_a_draft_that_can_not_be_filled_is_taken_back(
    server: GraphServer, provider: OutlookProvider, status: int
) -> None:
    parent = find_parent(provider)
    server.arm("PATCH", status=status, times=9)

    with pytest.raises(MailerError):
        provider.save_reply(make_reply(parent))

    assert drafts_of(server) == []


def test_what_can_not_be_taken_back_is_named(
    server: GraphServer, provider: OutlookProvider
) -> None:
    parent = find_parent(provider)
    server.arm("PATCH", status=400, times=9)
    server.arm("(permanentDelete|DELETE)", status=503, times=9)

    with pytest.raises(MailerError, match="half-made draft") as caught:
        provider.save_reply(make_reply(parent))

    assert caught.value.stored is None


def test_an_interrupt_between_making_and_filling_leaves_nothing(
    server: GraphServer, provider: OutlookProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = find_parent(provider)

    def interrupt(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("providers.outlook.replying.put_own", interrupt)

    with pytest.raises(KeyboardInterrupt):
        provider.save_reply(make_reply(parent))

    assert drafts_of(server) == []


def test_a_draft_that_is_not_found_right_after_it_was_made_is_asked_for_again(
    server: GraphServer, provider: OutlookProvider
) -> None:
    parent = find_parent(provider)
    server.arm("PATCH", status=404, code="ErrorItemNotFound")

    assert provider.save_reply(make_reply(parent)).text.startswith("Dear Hanna")


def test_a_version_that_exchange_itself_changed_is_read_again(
    server: GraphServer, provider: OutlookProvider
) -> None:
    parent = find_parent(provider)
    server.arm("PATCH", status=412, code="ErrorIrresolvableConflict")

    draft = provider.save_reply(make_reply(parent))

    assert [d.immutable_key for d in drafts_of(server)] == [draft.key]
    assert draft.html.count("I withdraw") == 1


def test_recipients_that_were_not_stored_as_asked_are_noticed(
    server: GraphServer, provider: OutlookProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    import servers.graph.routes as routes

    parent = find_parent(provider)
    right = routes.apply

    def forget_cc(box: object, item: object, changes: dict[str, object]) -> None:
        right(box, item, {**changes, "ccRecipients": []})  # type: ignore[arg-type]

    monkeypatch.setattr(routes, "apply", forget_cc)

    with pytest.raises(RefusedError, match="ccRecipients"):
        provider.save_reply(make_reply(parent))

    assert drafts_of(server) == []


# --- sending ---


@pytest.fixture
def steps() -> list[SendStep]:
    return []


@pytest.mark.parametrize("status", [0, 500, 503, 504])
@pytest.mark.parametrize("is_after", [True, False])
def test_a_send_without_an_answer_is_unknown_and_never_repeated(
    server: GraphServer, provider: OutlookProvider, steps: list[SendStep], status: int,
    is_after: bool,
) -> None:  # fmt: skip
    parent = find_parent(provider)
    draft = provider.save_reply(make_reply(parent))
    server.arm("/send$", status=status, is_after=is_after)

    with pytest.raises(OutcomeUnknownError):
        provider.send_draft(draft.ref, note=steps.append)

    assert steps == [SendStep.SUBMITTING]
    assert len(server.requests("/send$")) == 1
    assert len(provider.find_sent([draft.message_id], NOW)) == is_after


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (throttled(1), ProviderUnavailableError),
        ({"status": 403, "code": "ErrorSendAsDenied"}, RefusedError),
        ({"status": 400, "code": "ErrorInvalidRecipients"}, RefusedError),
        ({"status": 403, "code": "ErrorAccessDenied"}, SignInError),
        ({"status": 404, "code": "ErrorItemNotFound"}, DraftNotFoundError),
    ],
)
def test_a_refused_send_says_that_nothing_was_sent(
    server: GraphServer, provider: OutlookProvider, steps: list[SendStep],
    fault: dict[str, object], error: type[MailerError],
) -> None:  # fmt: skip
    draft = provider.save_reply(make_reply(find_parent(provider)))
    server.arm("/send$", times=9, **fault)

    with pytest.raises(error):
        provider.send_draft(draft.ref, note=steps.append)

    assert steps == [SendStep.SUBMITTING]
    assert len(drafts_of(server)) == 1
    assert len(server.requests("/send$")) == 1


def test_no_error_tells_addresses_texts_or_tokens(
    server: GraphServer, provider: OutlookProvider
) -> None:
    lines: list[str] = []
    provider._graph._debug = lines.append
    parent = find_parent(provider)
    acts: list[Callable[[], object]] = [
        lambda: provider.save_reply(make_reply(parent)),
        lambda: provider.search(ANY),
    ]
    told = []
    for status in (400, 401, 403, 404, 409, 429, 500, 507):
        server.faults.armed.clear()
        server.arm("", status=status, times=99, message="hanna@northwind.example I withdraw")
        for act in acts:
            with pytest.raises(MailerError) as caught:
                act()
            told += [caught.value.message, caught.value.hint]

    text = "\n".join([*told, *lines])
    for secret in ("hanna@", "withdraw &", "I withdraw", "Bearer", "access-", parent.key):
        assert secret not in text


def test_a_message_to_answer_in_an_online_archive_says_so(
    server: GraphServer, provider: OutlookProvider
) -> None:
    parent = find_parent(provider)
    server.arm("createReply", status=404, code="ErrorItemNotFound", times=9)
    server.box.items.clear()

    with pytest.raises(ThreadNotFoundError) as caught:
        provider.save_reply(make_reply(parent))

    assert "archive" in caught.value.hint
