"""Gmail's own ways: its search, its labels and parts, its signatures, its words for refusing."""

import base64
import contextlib
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote_plus

import pytest
from servers.gmail_account import deliver_in_one_thread, raw_letter, signed_in
from servers.gmail_world import ADDRESS, GmailWorld

from mailer.errors import ProviderUnavailableError, RefusedError, SignInError, UsageError
from mailer.model import Address, Search, SpecialUse
from mailer.provider import Account, Context
from mailer.testing.builders import make_reply
from providers._http import LostAnswerError, RequestsHttp
from providers.gmail import GmailProvider
from providers.gmail.addresses import is_same_mailbox
from providers.gmail.provider import _identity
from providers.gmail.query import id_queries, to_queries
from providers.gmail.reading import to_message
from providers.gmail.refusals import Answer, answer_of, refusal

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)

# --- the search ---------------------------------------------------------------------------------


def test_a_search_asks_for_any_alternative_since_then_and_no_chats() -> None:
    search = Search(
        phrases=("data engineer",),
        participants=("northwind.example",),
        message_ids=("<a@b>",),
        since=NOW,
    )

    (query,) = to_queries(search)

    assert query == (
        '{("data" "engineer") from:northwind.example to:northwind.example cc:northwind.example '
        f"rfc822msgid:a@b}} -in:chats after:{int(NOW.timestamp())}"
    )


@pytest.mark.parametrize(
    "phrase",
    [
        "acme OR in:trash",
        "acme -subject:interview",
        'acme" in:anywhere "',
        "acme {a b} (c)",
        "acme label:^x",
        "AROUND acme",
        "acme\nin:spam",
    ],
)
def test_no_word_of_a_query_is_an_operator(phrase: str) -> None:
    (query,) = to_queries(Search(phrases=(phrase,)))

    own = query.removesuffix(" -in:chats").strip("()")
    assert own
    for token in own.split():
        assert token.startswith('"')
        assert token.endswith('"')
        assert '"' not in token[1:-1]
        assert ":" not in token


def test_a_query_without_a_word_finds_nothing_and_one_without_a_wish_everything() -> None:
    assert to_queries(Search(phrases=("!? -",))) == ()
    assert to_queries(Search()) == ("-in:chats",)


@pytest.mark.parametrize("address", ["o'brien@x.example", "a{b}@x.example", "m&a@x.example"])
def test_odd_addresses_are_quoted(address: str) -> None:
    (query,) = to_queries(Search(participants=(address,)))

    assert f'from:"{address}"' in query


def test_an_address_can_t_end_its_own_quotes() -> None:
    (query,) = to_queries(Search(participants=('x" in:trash "@y.example',)))

    assert query.count('"') == 6
    assert "in:trash " not in query


def test_a_long_search_is_asked_in_parts_that_lose_nothing() -> None:
    people = tuple(f"person.number.{n}@northwind-international.example" for n in range(60))

    queries = to_queries(Search(participants=people, since=NOW))

    assert len(queries) > 1
    assert all(len(quote_plus(query)) < 1_600 for query in queries)
    for person in people:
        assert sum(f"from:{person}" in query for query in queries) == 1
    assert len(id_queries([f"<{n:0>60}@mail.example>" for n in range(60)])) > 1


# --- what Gmail gives for a message ---------------------------------------------------------------


def coded(text: str, charset: str = "utf-8") -> dict[str, Any]:
    data = text.encode(charset)
    return {"data": base64.urlsafe_b64encode(data).decode().rstrip("="), "size": len(data)}


PLAIN = {"mimeType": "text/plain", "body": coded("x")}


def entry(*labels: str, parts: list[dict[str, Any]] | None = None, **fields: str) -> dict[str, Any]:
    headers = {"FROM": "Dana <dana@northwind.example>", "to": ADDRESS, "Message-Id": "<m@x>"}
    headers |= {name.replace("_", "-"): value for name, value in fields.items()}
    payload: dict[str, Any] = {
        "mimeType": "multipart/mixed" if parts else "text/plain",
        "headers": [{"name": name, "value": value} for name, value in headers.items()],
    }
    payload |= {"parts": parts} if parts else {"body": coded("Hello")}
    return {
        "id": "k",
        "threadId": "t",
        "labelIds": list(labels),
        "internalDate": "1795000000000",
        "payload": payload,
    }


def test_header_fields_are_found_in_any_case() -> None:
    message = to_message(entry("INBOX", SUBJECT="Round two", iN_rEPLY_tO="<p@x>"))

    assert message.message_id == "<m@x>"
    assert message.sender == Address("Dana", "dana@northwind.example")
    assert message.subject == "Round two"
    assert message.in_reply_to == ("<p@x>",)


def test_encoded_words_are_decoded() -> None:
    message = to_message(entry(Subject="=?utf-8?q?Gespr=C3=A4ch?= am =?utf-8?b?RGllbnN0YWc=?="))

    assert message.subject == "Gespräch am Dienstag"


@pytest.mark.parametrize(
    ("labels", "use"),
    [
        (("INBOX", "UNREAD", "IMPORTANT"), SpecialUse.INBOX),
        (("SENT",), SpecialUse.SENT),
        (("SENT", "INBOX"), SpecialUse.SENT),
        (("DRAFT",), SpecialUse.DRAFTS),
        (("TRASH", "INBOX"), SpecialUse.TRASH),
        (("SPAM",), SpecialUse.JUNK),
        (("Label_7",), SpecialUse.ARCHIVE),
        ((), SpecialUse.ARCHIVE),
    ],
)
def test_labels_tell_where_a_message_lies(labels: tuple[str, ...], use: SpecialUse) -> None:
    message = to_message(entry(*labels))

    assert message.special_use is use
    assert message.is_draft is ("DRAFT" in labels)
    assert message.is_read is ("UNREAD" not in labels)


def test_a_reaction_is_one_and_no_attachment() -> None:
    reaction = {
        "mimeType": "text/vnd.google.email-reaction+json",
        "body": coded('{"emoji": "👍", "version": 1}'),
    }
    plain = {"mimeType": "text/plain", "body": coded("👍 Dana reacted")}

    message = to_message(entry("INBOX", parts=[plain, reaction]))

    assert message.is_reaction
    assert message.attachments == ()


def test_bodies_calendars_and_files_are_told_apart() -> None:
    charset = [{"name": "Content-Type", "value": "text/plain; charset=iso-8859-1"}]
    attached = [{"name": "Content-Disposition", "value": "attachment; filename=notes.txt"}]
    parts = [
        {
            "mimeType": "multipart/alternative",
            "parts": [
                {"mimeType": "text/plain", "headers": charset, "body": coded("Grüße", "latin-1")},
                {"mimeType": "text/html", "body": coded("<p>Grüße</p>")},
                {"mimeType": "text/calendar", "body": coded("BEGIN:VCALENDAR\r\nEND:VCALENDAR")},
            ],
        },
        {
            "mimeType": "text/plain",
            "filename": "notes.txt",
            "headers": attached,
            "body": {"attachmentId": "a1", "size": 9},
        },
        {
            "mimeType": "application/pdf",
            "filename": "=?utf-8?q?Stelle=C3=A4.pdf?=",
            "body": {"attachmentId": "a2", "size": 99},
        },
    ]

    message = to_message(entry("INBOX", parts=parts))

    assert message.text == "Grüße"
    assert message.html == "<p>Grüße</p>"
    assert message.calendars == ("BEGIN:VCALENDAR\nEND:VCALENDAR",)
    assert [(a.name, a.size) for a in message.attachments] == [
        ("notes.txt", 9),
        ("Stelleä.pdf", 99),
    ]


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"payload": {}},
        {"payload": {"headers": [{}]}},
        {"payload": {"mimeType": "text/plain", "body": {"data": "!!!"}}},
        {
            "payload": {
                **PLAIN,
                "headers": [{"name": "Content-Type", "value": "; charset=nonsense"}],
            }
        },
        {"payload": {"headers": [{"name": "From", "value": "\udcff\x00"}]}},
        {"payload": {"headers": [{"name": "X\nEvil", "value": "a\r\nBcc: b"}]}},
    ],
    ids=str,
)
def test_damage_breaks_nothing(broken: dict[str, Any]) -> None:
    message = to_message({"id": "k", **broken})

    assert message.key == "k"
    assert message.bcc == ()


def test_ten_thousand_levels_of_parts_are_walked_without_falling() -> None:
    part: dict[str, Any] = {"mimeType": "text/plain", "body": coded("deep")}
    for _ in range(10_000):
        part = {"mimeType": "multipart/mixed", "parts": [part]}

    assert to_message({"id": "k", "payload": part}).text == "deep"


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("alex.candidate@gmail.com", "AlexCandidate@GoogleMail.com", True),
        ("alex+jobs@gmail.com", "alex@gmail.com", True),
        ("alex@gmail.com", "alexa@gmail.com", False),
        ("a.b@rivera.example", "ab@rivera.example", False),
        ("Alex@rivera.example", "alex@RIVERA.example", True),
        ("", "alex@gmail.com", False),
    ],
)
def test_dots_tags_and_the_older_domain_are_one_mailbox(
    one: str, other: str, is_same: bool
) -> None:
    assert is_same_mailbox(one, other) is is_same


# --- the words for refusing -----------------------------------------------------------------------


def http_error(status: int, body: Any, **headers: str) -> Exception:
    from googleapiclient.errors import HttpError
    from httplib2 import Response

    return HttpError(Response({"status": str(status), **headers}), json.dumps(body).encode())


def test_a_quota_that_is_used_up_is_known_by_its_old_name_and_its_new_one() -> None:
    details = [
        {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "RATE_LIMIT_EXCEEDED"}
    ]
    for error in (
        {"errors": [{"reason": "rateLimitExceeded"}], "details": details},
        {"details": details},
        {"status": "RESOURCE_EXHAUSTED"},
    ):
        told = answer_of(http_error(403, {"error": {"code": 403, **error}}))
        assert told is not None
        assert told.is_rate
        assert told.is_worth_waiting


def test_the_time_that_gmail_writes_into_the_message_is_understood() -> None:
    when = datetime.now(UTC) + timedelta(hours=2)
    message = f"User-rate limit exceeded.  Retry after {when:%Y-%m-%dT%H:%M:%S}.000Z"

    told = answer_of(http_error(429, {"error": {"code": 429, "message": message}}))

    assert told is not None
    assert 7100 < (told.after or 0) <= 7200
    assert not told.is_worth_waiting


@pytest.mark.parametrize("field", ["soon", "-1", "", "Fri, 99 Nov 2026 25:00:00 GMT", "9" * 400])
def test_a_retry_after_that_makes_no_sense_breaks_nothing(field: str) -> None:
    headers = {"retry-after": field}

    told = answer_of(http_error(503, {"error": {"code": 503}}, **headers))

    assert told is not None
    assert told.after is None or not told.is_worth_waiting


@pytest.mark.parametrize("body", [None, [], "text", {"error": "text"}, {"error": {"errors": [7]}}])
def test_an_answer_of_another_shape_is_still_an_answer(body: Any) -> None:
    told = answer_of(http_error(500, body))

    assert told is not None
    assert told.status == 500


@pytest.mark.parametrize(
    "endpoint", ["nonsense", "http://gmail.example/", "https://", "ftp://127.0.0.1", "http://[::1"]
)
def test_the_token_goes_to_no_address_where_it_could_be_read_on_the_way(
    tmp_path: Path, endpoint: str
) -> None:
    account = Account("work", "gmail", ADDRESS, options={"endpoint": endpoint})

    with pytest.raises(UsageError, match="https://"):
        GmailProvider(account, Context(tmp_path, lambda: datetime.now(UTC))).identities()


def test_a_missing_right_is_named_by_what_it_is_for() -> None:
    error = refusal(Answer(403, "insufficientPermissions", None), "read your addresses", "login")

    assert isinstance(error, SignInError)
    assert "read your addresses" in error.message


# --- the transport --------------------------------------------------------------------------------


@pytest.fixture
def listening() -> Iterator[SimpleNamespace]:
    """Take connections and do with each what the test says; counts whole requests."""
    server = socket.create_server(("127.0.0.1", 0))
    state = SimpleNamespace(port=server.getsockname()[1], requests=0, act=lambda connection: None)

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                if heard := connection.recv(65536):
                    state.requests += 1
                    state.heard = heard
                    state.act(connection)

    threading.Thread(target=serve, daemon=True).start()
    yield state
    server.close()


def post(port: int, scheme: str = "http") -> None:
    http = RequestsHttp(lambda is_fresh: "token", count=lambda: None)
    try:
        http.request(f"{scheme}://127.0.0.1:{port}/x", "POST", b"{}")
    finally:
        http.close()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        b"nonsense\r\n\r\n",
    ],
)
def test_a_post_whose_answer_breaks_is_sent_once_and_its_outcome_unknown(
    listening: SimpleNamespace, answer: bytes
) -> None:
    listening.act = lambda connection: connection.sendall(answer)

    with pytest.raises(LostAnswerError):
        post(listening.port)

    assert listening.requests == 1


def test_a_post_without_a_connection_was_surely_not_done() -> None:
    with pytest.raises(ProviderUnavailableError):
        post(9)


def test_a_certificate_that_is_not_google_s_stops_before_anything_is_said(
    tmp_path: Path,
    wants,  # noqa: ANN001 - a fixture
) -> None:
    import subprocess

    wants("openssl", "openssl")
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
    subprocess.run(
        [*command, "-keyout", key, "-out", certificate, "-subj", "/CN=localhost"],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            try:
                with context.wrap_socket(connection, server_side=True) as secure:
                    heard.append(secure.recv(100))
            except OSError:
                heard.append(b"")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        with pytest.raises(ProviderUnavailableError):
            post(server.getsockname()[1], "https")
        thread.join(5)
    assert heard == [b""]


def test_a_password_for_everybody_in_netrc_never_takes_the_token_s_place(
    listening: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("default login sam password hunter2\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    listening.act = lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n{}")

    http = RequestsHttp(lambda is_fresh: "token", count=lambda: None)
    http.request(f"http://127.0.0.1:{listening.port}/x")

    assert b"Authorization: Bearer token" in listening.heard
    assert b"Basic" not in listening.heard


def test_a_redirect_is_not_followed_with_the_token(listening: SimpleNamespace) -> None:
    listening.act = lambda connection: connection.sendall(
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"
    )
    http = RequestsHttp(lambda is_fresh: "token", count=lambda: None)

    response, _ = http.request(f"http://127.0.0.1:{listening.port}/x")

    assert response.status == 302
    assert listening.requests == 1


# --- on the server --------------------------------------------------------------------------------


@pytest.fixture
def provider(world: GmailWorld, tmp_path: Path) -> Iterator[GmailProvider]:
    world.reset()
    with signed_in(world, tmp_path) as opened:
        yield opened
    assert world.complaints == []


on_server = [pytest.mark.server, pytest.mark.xdist_group("gmail")]


@pytest.mark.parametrize(
    ("entry", "is_verified"),
    [
        ({"isPrimary": True}, True),
        ({"verificationStatus": "accepted"}, True),
        ({"verificationStatus": "pending"}, False),
        ({}, False),
    ],
)
def test_an_alias_counts_only_once_gmail_has_verified_it(
    entry: dict[str, Any], is_verified: bool
) -> None:
    identity = _identity({"sendAsEmail": "alias@rivera.example", **entry}, "Alex")

    assert identity.is_verified is is_verified
    assert identity.address == Address("Alex", "alias@rivera.example")


class TestOnServer:
    pytestmark = on_server

    def test_trash_and_spam_are_neither_found_nor_read(
        self, world: GmailWorld, provider: GmailProvider
    ) -> None:
        thread = deliver_in_one_thread(world, raw_letter(), raw_letter(text="Forget that."))
        last = provider.read(thread).messages[-1]
        world.ask("POST", f"messages/{last.key}/trash")
        junk = world.insert(raw_letter(subject="Win"), labels=("SPAM",))

        (found,) = provider.search(Search(participants=("northwind.example",)))

        assert [m.text for m in found.messages] == ["When could you come?\n"]
        assert junk["threadId"] not in [t.key for t in provider.search(Search())]

    def test_a_search_is_one_list_and_one_batch_and_fetches_no_attachment(
        self, world: GmailWorld, provider: GmailProvider
    ) -> None:
        for number in range(3):
            deliver_in_one_thread(world, raw_letter(subject=f"Round {number}"))
        world.requests = 0
        world.methods.clear()

        found = provider.search(Search(participants=("northwind.example",)))

        assert len(found) == 3
        assert all(thread.is_whole for thread in found)
        assert world.requests == provider.requests == 2
        assert world.methods == ["gmail.users.threads.list"] + ["batch:gmail.users.threads.get"] * 3

    def test_a_second_search_reads_only_what_changed_since_the_first(
        self, world: GmailWorld, provider: GmailProvider
    ) -> None:
        wanted = Search(participants=("northwind.example",))
        first, second = (deliver_in_one_thread(world, raw_letter()) for _ in range(2))
        provider.search(wanted)
        parent = provider.read(first).messages[-1]
        world.insert(raw_letter(text="Any news?", answers=(parent.message_id,)), first)
        world.methods.clear()

        found = {thread.key: thread for thread in provider.search(wanted)}

        assert [m.text for m in found[first].messages][1:] == ["Any news?\n"]
        assert len(found[second].messages) == 1
        assert world.methods == ["gmail.users.threads.list", "gmail.users.threads.get"]

    def test_a_search_for_forty_people_reads_by_get_alone(
        self, world: GmailWorld, provider: GmailProvider
    ) -> None:
        thread = deliver_in_one_thread(world, raw_letter())
        people = tuple(f"面接{n}.person@mail-{n}.example" for n in range(40))
        world.methods.clear()

        found = provider.search(Search(participants=(*people, "northwind.example")))

        assert [t.key for t in found] == [thread]
        assert world.methods.count("gmail.users.threads.list") > 1

    def test_the_signature_of_the_address_comes_in_gmail_s_own_wrapper(
        self, provider: GmailProvider
    ) -> None:
        (identity,) = provider.identities()

        assert identity.address == Address("Alex Candidate", ADDRESS)
        assert identity.signature_html.count('data-smartmail="gmail_signature"') == 1
        assert identity.signature_text == "Alex Candidate\n+1 555 0100"
        assert identity.is_verified

    def test_the_signature_stands_once_above_the_quote(
        self, world: GmailWorld, provider: GmailProvider
    ) -> None:
        thread = deliver_in_one_thread(world, raw_letter(text="When could you come?"))
        (identity,) = provider.identities()
        parent = provider.read(thread).messages[-1]
        reply = make_reply(to=parent, text="I withdraw.", sender=identity.address)
        reply = replace(
            reply,
            to=(parent.sender,),
            signature_html=identity.signature_html,
            signature_text=identity.signature_text,
        )

        draft = provider.save_reply(reply)

        html = draft.html or ""
        assert html.count("gmail_signature") == 2  # class and data-smartmail of one wrapper
        assert html.index("I withdraw") < html.index("gmail_signature") < html.index("could you")
        assert draft.text.count("+1 555 0100") == 1

    def test_an_invitation_that_came_as_a_file_is_read_and_other_files_are_not(
        self, world: GmailWorld, provider: GmailProvider
    ) -> None:
        from email.message import EmailMessage

        letter = EmailMessage()
        letter["From"], letter["To"], letter["Subject"] = "d@northwind.example", ADDRESS, "Round 2"
        letter.set_content("See the invitation.")
        invitation = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
        letter.add_attachment(invitation, "text", "calendar", filename="invite.ics")
        letter.add_attachment(b"%PDF-" + b"x" * 5000, "application", "pdf", filename="role.pdf")
        thread = deliver_in_one_thread(world, letter.as_bytes())
        world.methods.clear()

        (message,) = provider.read(thread).messages

        assert message.calendars == ("BEGIN:VCALENDAR\nEND:VCALENDAR\n",)
        assert [a.name for a in message.attachments] == ["role.pdf"]
        assert world.methods == ["gmail.users.threads.get", "gmail.users.messages.attachments.get"]

    def test_a_name_with_a_comma_leaves_as_one_name(
        self, world: GmailWorld, provider: GmailProvider
    ) -> None:
        from email import message_from_bytes
        from email.policy import SMTP

        handed: list[bytes] = []
        world.rewrite = lambda raw: handed.append(raw) or raw
        thread = deliver_in_one_thread(world, raw_letter())
        parent = provider.read(thread).messages[-1]
        to = Address("Müller-Lüdenscheidt, Zoë 世話", "zoe@northwind.example")
        me = Address("Alex Candidate", ADDRESS)

        with contextlib.suppress(RefusedError):  # myworld writes the name without its quotes
            provider.save_reply(replace(make_reply(to=parent, sender=me), to=(to,)))

        (person,) = message_from_bytes(handed[0], policy=SMTP)["To"].addresses
        assert (person.display_name, person.addr_spec) == (to.name, to.address)
        assert max(map(len, handed[0].split(b"\r\n"))) <= 998

    def test_the_link_opens_the_conversation_in_the_right_account(
        self, provider: GmailProvider
    ) -> None:
        odd = replace(provider.account, address="a+jobs@gmail.example")
        there = GmailProvider(odd, provider.context)

        link = there.link("18c0ffee")

        assert (
            link == "https://mail.google.com/mail/?authuser=a%2Bjobs%40gmail.example#all/18c0ffee"
        )

    def test_a_history_that_is_too_old_says_so(
        self, world: GmailWorld, provider: GmailProvider
    ) -> None:
        world.arm("GET .*/history", status=404, reason="notFound")

        changes = provider.changes("1")

        assert not changes.is_complete
        assert provider.changes(changes.cursor).is_complete

    def test_a_clock_that_is_off_is_a_line_of_doctor(
        self, world: GmailWorld, provider: GmailProvider
    ) -> None:
        world.ahead = 7200.0

        *good, clock = provider.check()

        assert all(line.is_ok for line in good)
        assert not clock.is_ok
        assert "120 minutes off" in clock.detail
