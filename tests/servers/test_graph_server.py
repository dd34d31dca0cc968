"""The Graph server keeps its word: each rule of its README is shown here by a bare HTTP client."""

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
import requests
from servers.graph.faults import throttled
from servers.graph.openapi import check_request, check_response
from servers.graph.rig import CLIENT_ID, INVITATION, letter
from servers.graph.routes import Answer
from servers.graph.server import GraphServer

VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
"""The example of RFC 7636 appendix B."""
IMMUTABLE = 'IdType="ImmutableId"'


class Client:
    """A Graph client without any wisdom."""

    def __init__(self, server: GraphServer, *scopes: str) -> None:
        self.server = server
        self.headers = server.bearer(*scopes)

    def ask(
        self, method: str, path: str, body: Any = None, *, prefer: str = "", match: str = "",
        **query: str,
    ) -> requests.Response:  # fmt: skip
        options = "&".join(f"${k}={quote(v, safe='')}" for k, v in query.items())
        headers = {**self.headers, **({"Prefer": prefer} if prefer else {})}
        if match:
            headers["If-Match"] = match
        url = f"{self.server.endpoint}{path}{'?' if options else ''}{options}"
        return requests.request(method, url, json=body, headers=headers, timeout=5)


@pytest.fixture
def server() -> Iterator[GraphServer]:
    with GraphServer() as running:
        yield running


@pytest.fixture
def client(server: GraphServer) -> Client:
    return Client(server, "Mail.ReadWrite", "Mail.Send", "User.Read")


def at(key: str) -> str:
    return f"/me/messages/{quote(key, safe='')}"


def code(answer: requests.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def reply(client: Client, key: str, body: Any = None) -> dict[str, Any]:
    answer = client.ask("POST", f"{at(key)}/createReplyAll", {} if body is None else body)
    assert answer.status_code == 201, answer.text
    draft: dict[str, Any] = answer.json()
    return draft


# --- queries ---


def test_search_takes_neither_filter_nor_order(client: Client) -> None:  # G52
    for option in ({"filter": "isRead eq true"}, {"orderby": "receivedDateTime"}):
        assert code(client.ask("GET", "/me/messages", search='"x"', **option))[0] == 400


def test_a_conversation_filter_takes_no_order(client: Client) -> None:  # G53
    answer = client.ask(
        "GET", "/me/messages", filter="conversationId eq 'x'", orderby="conversationId"
    )

    assert code(answer) == (400, "InefficientFilter")


def test_an_order_must_be_the_filter_s_first_property(client: Client) -> None:  # G53
    wrong = client.ask(
        "GET", "/me/messages", filter="isRead eq true", orderby="receivedDateTime desc"
    )
    right = client.ask(
        "GET", "/me/messages", orderby="receivedDateTime desc",
        filter="receivedDateTime ge 2020-01-01T00:00:00Z and isRead eq true",
    )  # fmt: skip

    assert code(wrong)[0] == 400
    assert right.status_code == 200


def test_a_filter_can_not_look_into_bodies(client: Client) -> None:  # G53
    answer = client.ask("GET", "/me/messages", filter="contains(body/content, 'x')")

    assert answer.status_code == 400


def test_personal_accounts_refuse_a_conversation_filter(
    server: GraphServer, client: Client
) -> None:  # G54
    server.is_personal = True

    assert client.ask("GET", "/me/messages", filter="conversationId eq 'x'").status_code == 400


@pytest.mark.parametrize(
    ("kql", "hits"),
    [
        ('"engineer"', 1), ('"ENGINEER"', 1), ('"engine"', 0), ('"engine*"', 1),
        ('"subject:engineer AND from:hanna"', 1), ('"rita"', 0), ('"participants:rita"', 1),
        ('"participants:agency.example"', 1), ('"NOT engineer"', 0), ('"come OR nothing"', 1),
        ('"\\"could you come\\""', 1), ('"\\"come could\\""', 0),
        ('"received>=2026-11-01 AND engineer"', 1), ('"received>=2027-01-01"', 0),
    ],
)  # fmt: skip
def test_search_speaks_kql(server: GraphServer, client: Client, kql: str, hits: int) -> None:
    server.box.deliver(letter(cc="Rita <rita@agency.example>"))

    assert len(client.ask("GET", "/me/messages", search=kql).json()["value"]) == hits


def test_a_search_without_quotes_is_refused(client: Client) -> None:
    assert client.ask("GET", "/me/messages", search="engineer").status_code == 400


def test_collections_come_in_pages(server: GraphServer, client: Client) -> None:
    for number in range(12):
        server.box.deliver(letter(subject=str(number)))

    first = client.ask("GET", "/me/messages", select="subject").json()
    second = requests.get(first["@odata.nextLink"], headers=client.headers, timeout=5).json()

    assert len(first["value"]) == 10
    assert len(second["value"]) == 2
    assert "@odata.nextLink" not in second
    assert set(first["value"][0]) == {"@odata.etag", "id", "subject"}


def test_header_fields_come_only_when_selected(server: GraphServer, client: Client) -> None:
    key = server.box.deliver(letter()).key

    assert "internetMessageHeaders" not in client.ask("GET", at(key)).json()
    assert client.ask("GET", at(key), select="internetMessageHeaders").json()[
        "internetMessageHeaders"
    ]


def test_unknown_properties_are_complained_about(server: GraphServer, client: Client) -> None:
    assert client.ask("GET", "/me/messages", select="subjct").status_code == 400
    assert server.complaints == ["GET /me/messages: $select=subjct names no property"]


# --- ids ---


def test_ids_must_be_percent_encoded(server: GraphServer, client: Client) -> None:  # G55
    key = server.box.deliver(letter()).key
    assert {"/", "+", "="} <= set(key)

    assert client.ask("GET", f"/me/messages/{key}").status_code != 200
    assert client.ask("GET", at(key)).status_code == 200


def test_ordinary_ids_change_on_a_move_and_immutable_ones_do_not(
    server: GraphServer, client: Client
) -> None:  # G57
    ordinary = server.box.deliver(letter()).key
    immutable = client.ask("GET", at(ordinary), prefer=IMMUTABLE).json()["id"]

    moved = client.ask("POST", f"{at(ordinary)}/move", {"destinationId": "archive"}).json()

    assert moved["id"] != ordinary
    assert code(client.ask("GET", at(ordinary))) == (404, "ErrorItemNotFound")
    assert client.ask("GET", at(immutable), prefer=IMMUTABLE).json()["id"] == immutable


# --- replies ---


def test_a_reply_is_made_with_quote_recipients_and_references(
    server: GraphServer, client: Client
) -> None:
    original = server.box.deliver(
        letter(cc="rita@agency.example", reply_to="jobs@northwind.example", message_id="<1@n>")
    )

    draft = reply(client, original.key)

    addresses = [r["emailAddress"]["address"] for r in draft["toRecipients"]]
    assert addresses == ["jobs@northwind.example"]
    assert [r["emailAddress"]["address"] for r in draft["ccRecipients"]] == ["rita@agency.example"]
    assert draft["subject"] == "RE: Interview for Data Engineer"
    assert draft["conversationId"] == original.conversation
    assert 'id="divRplyFwdMsg"' in draft["body"]["content"]
    assert "<b>Sent:</b> Tuesday, November 17, 2026 12:00:00 PM<br>" in draft["body"]["content"]
    found = client.ask(
        "GET", at(draft["id"]),
        expand="singleValueExtendedProperties($filter=id eq 'String 0x1042')",
    ).json()  # fmt: skip
    assert found["singleValueExtendedProperties"] == [{"id": "String 0x1042", "value": "<1@n>"}]


def test_making_a_reply_marks_the_original_as_read(server: GraphServer, client: Client) -> None:
    original = server.box.deliver(letter(), is_read=False)  # G49

    reply(client, original.key)

    assert original.is_read


def test_drafts_and_invitations_can_not_be_answered(
    server: GraphServer, client: Client
) -> None:  # G48, G50
    invitation = server.box.deliver(letter(calendar=INVITATION))
    draft = reply(client, server.box.deliver(letter()).key)

    for key in (invitation.key, draft["id"]):
        answer = client.ask("POST", f"{at(key)}/createReply", {})
        assert answer.status_code == 400
        assert "Item type is invalid" in answer.json()["error"]["message"]


def test_comment_and_body_exclude_each_other(server: GraphServer, client: Client) -> None:  # G42
    key = server.box.deliver(letter()).key
    both = {"comment": "a", "message": {"body": {"contentType": "text", "content": "b"}}}

    assert client.ask("POST", f"{at(key)}/createReply", both).status_code == 400


def test_a_patch_replaces_lists_and_answers_the_message(
    server: GraphServer, client: Client
) -> None:  # G29
    draft = reply(client, server.box.deliver(letter(cc="a@x.example, b@x.example")).key)
    one = {"ccRecipients": [{"emailAddress": {"address": "c@x.example"}}]}

    stored = client.ask("PATCH", at(draft["id"]), one).json()

    assert [r["emailAddress"]["address"] for r in stored["ccRecipients"]] == ["c@x.example"]
    assert stored["changeKey"] != draft["changeKey"]


def test_another_subject_is_another_conversation(server: GraphServer, client: Client) -> None:
    draft = reply(client, server.box.deliver(letter()).key)  # G46

    stored = client.ask("PATCH", at(draft["id"]), {"subject": "Something else"}).json()

    assert stored["conversationId"] != draft["conversationId"]


def test_stored_html_is_cleaned(server: GraphServer, client: Client) -> None:  # G61
    draft = reply(client, server.box.deliver(letter()).key)
    content = '<body><p onclick="x" data-a="1">Hi<script>evil()</script><!-- c --></p></body>'

    body = {"body": {"contentType": "html", "content": content}}
    stored = client.ask("PATCH", at(draft["id"]), body).json()["body"]["content"]

    assert stored == '<body><p style="margin-top:0; margin-bottom:0">Hi</p></body>'


def test_another_version_is_refused(server: GraphServer, client: Client) -> None:  # G59
    draft = reply(client, server.box.deliver(letter()).key)
    change = {"importance": "high"}

    assert client.ask("PATCH", at(draft["id"]), change, match='W/"old"').status_code == 412
    right = f'W/"{draft["changeKey"]}"'
    assert client.ask("PATCH", at(draft["id"]), change, match=right).status_code == 200


def test_a_due_date_needs_a_start(server: GraphServer, client: Client) -> None:
    key = server.box.deliver(letter()).key
    due = {"dateTime": "2026-12-01T00:00:00", "timeZone": "UTC"}
    flag: dict[str, Any] = {"flagStatus": "flagged", "dueDateTime": due}

    assert client.ask("PATCH", at(key), {"flag": flag}).status_code == 400
    flag["startDateTime"] = due
    assert client.ask("PATCH", at(key), {"flag": flag}).json()["flag"] == flag


# --- sending and deleting ---


def test_sending_answers_202_without_a_body_and_works_once(
    server: GraphServer, client: Client
) -> None:  # G57
    draft = reply(client, server.box.deliver(letter()).key)
    key = client.ask("GET", at(draft["id"]), prefer=IMMUTABLE).json()["id"]

    first = client.ask("POST", f"{at(draft['id'])}/send")
    second = client.ask("POST", f"{at(draft['id'])}/send")
    third = client.ask("POST", f"{at(key)}/send")

    assert (first.status_code, first.content) == (202, b"")
    assert second.status_code == 404
    assert third.status_code == 400
    assert [i.message_id for i in server.box.in_folder("sentitems")] == [draft["internetMessageId"]]


def test_a_deleted_draft_can_still_be_fetched(server: GraphServer, client: Client) -> None:  # G60
    draft = reply(client, server.box.deliver(letter()).key)
    key = client.ask("GET", at(draft["id"]), prefer=IMMUTABLE).json()["id"]

    assert client.ask("DELETE", at(draft["id"])).status_code == 204

    found = client.ask("GET", at(key)).json()
    assert found["isDraft"]
    assert found["parentFolderId"] == server.box.folder("deleteditems")


def test_scopes_are_enforced(server: GraphServer, client: Client) -> None:
    draft = reply(client, server.box.deliver(letter()).key)
    weak = Client(server, "Mail.ReadWrite")

    assert code(weak.ask("POST", f"{at(draft['id'])}/send")) == (403, "ErrorAccessDenied")
    assert code(Client(server).ask("GET", "/me"))[0] == 403
    client.headers["Authorization"] = "Bearer made-up"
    assert code(client.ask("GET", "/me")) == (401, "InvalidAuthenticationToken")


# --- sign-in ---


def enter(server: GraphServer, tenant: str = "common", **changes: str) -> requests.Response:
    query = {
        "client_id": CLIENT_ID, "redirect_uri": "http://localhost:1234", "state": "s",
        "scope": "https://graph.microsoft.com/Mail.ReadWrite offline_access",
        "code_challenge": CHALLENGE, **changes,
    }  # fmt: skip
    url = f"{server.base}/{tenant}/oauth2/v2.0/authorize"
    return requests.get(url, params=query, allow_redirects=False, timeout=5)


def redeem(server: GraphServer, **form: str) -> dict[str, Any]:
    url = f"{server.base}/common/oauth2/v2.0/token"
    answer: dict[str, Any] = requests.post(
        url, data={"client_id": CLIENT_ID, **form}, timeout=5
    ).json()
    return answer


def sign_in(server: GraphServer) -> dict[str, Any]:
    code_ = dict(parse_qsl(urlsplit(enter(server).headers["Location"]).query))["code"]
    return redeem(
        server, grant_type="authorization_code", code=code_, code_verifier=VERIFIER,
        redirect_uri="http://localhost:1234",
    )  # fmt: skip


def test_a_code_needs_its_verifier_and_a_refresh_token_works_once(server: GraphServer) -> None:
    tokens = sign_in(server)
    once = {"grant_type": "refresh_token", "refresh_token": tokens["refresh_token"]}

    assert redeem(server, **once)["access_token"]
    assert redeem(server, **once)["error_codes"] == [700082]
    code_ = dict(parse_qsl(urlsplit(enter(server).headers["Location"]).query))["code"]
    wrong = redeem(
        server, grant_type="authorization_code", code=code_, code_verifier="other",
        redirect_uri="http://localhost:1234",
    )  # fmt: skip
    assert "AADSTS501481" in wrong["error_description"]


def test_a_token_carries_every_permission_ever_given_asked_for_or_not(
    server: GraphServer,
) -> None:
    before = sign_in(server)["scope"]
    enter(server, scope="https://graph.microsoft.com/Mail.Send")

    assert before == "https://graph.microsoft.com/Mail.ReadWrite"
    assert "https://graph.microsoft.com/Mail.Send" in sign_in(server)["scope"].split()


def test_a_permission_never_given_is_refused_until_somebody_says_yes(server: GraphServer) -> None:
    refresh = {
        "grant_type": "refresh_token", "refresh_token": sign_in(server)["refresh_token"],
        "scope": "https://graph.microsoft.com/Mail.Send",
    }  # fmt: skip

    assert redeem(server, **refresh)["error_codes"] == [65001]
    enter(server, scope="https://graph.microsoft.com/Mail.Send")
    assert redeem(server, **refresh)["access_token"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"client_id": "unknown"}, "AADSTS700016"),
        ({"redirect_uri": "https://evil.example"}, "AADSTS50011"),
        ({"tenant": "organizations"}, "AADSTS9002331"),
    ],
    ids=str,
)
def test_what_is_wrong_with_the_application_is_shown_on_a_page_that_leads_nowhere(
    server: GraphServer, changes: dict[str, str], told: str
) -> None:
    server.entra.audience = "consumers"

    page = enter(server, **{"tenant": "consumers", **changes})

    assert page.status_code == 400
    assert "Location" not in page.headers
    assert told in page.text


def test_a_device_waits_until_its_page_is_opened(server: GraphServer) -> None:
    url = f"{server.base}/common/oauth2/v2.0/devicecode"
    form = {"client_id": CLIENT_ID, "scope": "https://graph.microsoft.com/Mail.ReadWrite"}
    flow = requests.post(url, data=form, timeout=5).json()
    wanted = {
        "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
        "device_code": flow["device_code"],
    }

    assert redeem(server, **wanted)["error"] == "authorization_pending"
    requests.get(flow["verification_uri"], timeout=5)
    assert redeem(server, **wanted)["access_token"]


# --- by itself, for tests in any language ---


def test_it_runs_from_the_command_line_and_is_steered_over_http(tmp_path: Path) -> None:
    (tmp_path / "sentitems").mkdir()
    (tmp_path / "1.eml").write_bytes(bytes(letter(subject="Hello")))
    (tmp_path / "sentitems" / "2.eml").write_bytes(bytes(letter(subject="Yours")))
    command = [sys.executable, "-m", "graph", "--mail", str(tmp_path)]
    process = subprocess.Popen(
        command, cwd=Path(__file__).parent, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        assert process.stdout is not None
        told = dict(re.split(r"\s{2,}", process.stdout.readline().strip(), maxsplit=1)
                    for _ in range(3))  # fmt: skip
        bearer = process.stdout.readline().split(maxsplit=1)[1].strip()
        steer(told["endpoint"])
        found = requests.get(
            f"{told['endpoint']}/me/messages", headers={"Authorization": bearer}, timeout=5
        )
    finally:
        process.kill()
        process.wait(10)

    assert sorted(m["subject"] for m in found.json()["value"]) == ["Hello", "Third", "Yours"]
    assert told["client id"] == CLIENT_ID


def steer(endpoint: str) -> None:
    """Lay down a third message; arm a fault and disarm it again."""
    control = f"{endpoint.removesuffix('/v1.0')}/control"
    raw = bytes(letter(subject="Third"))
    assert requests.post(f"{control}/messages?folder=archive", data=raw, timeout=5).ok
    fault = {"pattern": "GET /me/messages$", "status": 503}
    assert requests.post(f"{control}/faults", json=fault, timeout=5).ok
    assert requests.delete(f"{control}/faults", timeout=5).ok


def test_its_own_interface_arms_faults_and_tells_what_happened(
    server: GraphServer, client: Client
) -> None:
    control = f"{server.base}/control"
    armed = requests.post(f"{control}/faults", json={"pattern": "GET", "status": 503}, timeout=5)

    first = client.ask("GET", "/me/messages")
    client.ask("GET", "/me/messages", select="subjct")

    assert (armed.status_code, first.status_code) == (201, 503)
    log = requests.get(f"{control}/requests", timeout=5).json()
    assert [one["status"] for one in log] == [503, 400]
    assert log[0]["scopes"] == ["Mail.ReadWrite", "Mail.Send", "User.Read"]
    assert requests.get(f"{control}/complaints", timeout=5).json() == server.complaints != []


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "faults", b'{"patern": "x"}'), ("POST", "faults", b"{"),
        ("POST", "messages?folder=nowhere", b"x"), ("POST", "entra", b'{"adress": 1}'),
    ],
)  # fmt: skip
def test_its_own_interface_refuses_what_it_does_not_know(
    server: GraphServer, method: str, path: str, body: bytes
) -> None:
    answer = requests.request(method, f"{server.base}/control/{path}", data=body, timeout=5)

    assert answer.status_code == 400
    assert requests.get(f"{server.base}/control/nothing", timeout=5).status_code == 404


def test_an_operation_that_is_left_out_says_so(client: Client) -> None:
    answer = client.ask("POST", "/me/mailFolders", {"displayName": "x"})

    assert code(answer) == (501, "NotImplemented")


# --- batches, changes, faults ---


def test_a_batch_answers_each_part(server: GraphServer, client: Client) -> None:
    key = server.box.deliver(letter()).key
    parts = [
        {"id": "a", "method": "GET", "url": f"{at(key)}?$select=subject"},
        {"id": "b", "method": "GET", "url": "/me/messages/none"},
        {"id": "c", "method": "GET", "url": "/me", "dependsOn": ["b"]},
    ]

    answer = client.ask("POST", "/$batch", {"requests": parts}).json()["responses"]

    statuses = {one["id"]: one["status"] for one in answer}
    assert statuses == {"a": 200, "b": 404, "c": 424}
    assert client.ask("POST", "/$batch", {"requests": parts * 7}).status_code == 400


def test_a_delta_names_what_changed(server: GraphServer, client: Client) -> None:
    server.box.deliver(letter())
    path = "/me/mailFolders/inbox/messages/delta"
    link = client.ask("GET", path).json()["@odata.deltaLink"]
    fresh = server.box.deliver(letter(subject="Fresh"))

    changed = requests.get(link, headers=client.headers, timeout=5).json()["value"]

    assert [one["id"] for one in changed] == [fresh.key]
    gone = requests.get(f"{server.endpoint}{path}?$deltatoken=x", headers=client.headers, timeout=5)
    assert code(gone) == (410, "SyncStateNotFound")


def test_faults_strike_before_or_after_the_deed(server: GraphServer, client: Client) -> None:
    key = server.box.deliver(letter()).key
    server.arm("createReply", **throttled(3))
    server.arm("createReply", status=504, is_after=True)
    server.arm("createReply", status=0)

    throttle = client.ask("POST", f"{at(key)}/createReply", {})
    after = client.ask("POST", f"{at(key)}/createReply", {})
    with pytest.raises(requests.ConnectionError):
        client.ask("POST", f"{at(key)}/createReply", {})

    assert (throttle.status_code, throttle.headers["Retry-After"]) == (429, "3")
    assert after.status_code == 504
    assert len(server.box.in_folder("drafts")) == 1


def test_a_fifth_request_at_a_time_is_throttled(server: GraphServer, client: Client) -> None:
    gate, busy = threading.Event(), threading.Semaphore(0)  # G63

    def hold(call: Any) -> Answer:
        busy.release()
        gate.wait(20)
        return Answer(200, {"value": []})

    server.arm("GET /me/messages$", times=4).answer = hold  # type: ignore[method-assign]
    with ThreadPoolExecutor(4) as pool:
        four = [pool.submit(client.ask, "GET", "/me/messages") for _ in range(4)]
        for _ in four:
            busy.acquire(timeout=20)
        fifth = client.ask("GET", "/me/messages")
        gate.set()

    assert code(fifth) == (429, "ApplicationThrottled")
    assert [one.result().status_code for one in four] == [200] * 4
    assert client.ask("GET", "/me/messages").status_code == 200


# --- the validator ---


@pytest.mark.parametrize(
    ("method", "path", "query", "body", "words"),
    [
        ("GET", "/me/mesages", {}, None, "unknown operation"),
        ("GET", "/me/messages", {"$tpo": "1"}, None, "not declared"),
        ("GET", "/me/messages", {"$top": "many"}, None, "no number"),
        ("POST", "/me/messages/x/send", {}, {"a": 1}, "takes no body"),
        ("POST", "/me/messages/x/createReply", {}, {"messag": {}}, "no property"),
        ("PATCH", "/me/messages/x", {}, {"importance": "urgent"}, "none of"),
        ("PATCH", "/me/messages/x", {}, {"toRecipients": {}}, "no list"),
        ("PATCH", "/me/messages/x", {}, {"isRead": "yes"}, "no boolean"),
        ("PATCH", "/me/messages/x", {}, {"receivedDateTime": "today"}, "wrong form"),
    ],
)
def test_the_validator_is_strict(
    method: str, path: str, query: dict[str, str], body: Any, words: str
) -> None:
    (complaint,) = check_request(method, path, query, body)

    assert words in complaint


def test_the_validator_knows_answers_too() -> None:
    assert check_response("GET", "/me/messages", 200, {"value": [{"id": "x", "body": None}]}) == []
    assert check_response("GET", "/me/messages", 200, {"value": [{"idd": "x"}]})
    assert check_response("POST", "/me/messages/x/send", 202, {"id": "x"})
