"""The commands on an Outlook mailbox: from the first look to the letter in Sent, and its cost."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from servers.graph import compose
from servers.graph.rig import INVITATION, NOW, letter
from servers.graph.server import GraphServer
from servers.outlook_account import (
    ME,
    checked_server,
    drafts_of,
    has_right_to_send,
    signed_in,
)

from mailer.cli.main import run
from mailer.settings import find_places, save_account
from providers.outlook import OutlookProvider, replying
from providers.outlook.clouds import SEND_SCOPES

TITLE = "Interview for Data Engineer at Northwind"
CC = "Rita Recruiter <rita@northwind.example>"


def process() -> tuple[EmailMessage, EmailMessage]:
    first = letter(
        subject=TITLE,
        text="Hi Alex,\n\nthank you for your application for the Data Engineer role at Northwind. "
        "You would report to me, in my team. When could you come for an interview?"
        "\n\nBest,\nHanna Manager\n"
        "Engineering Manager, Northwind",
        cc=CC,
        message_id="<1@northwind.example>",
        days_ago=3,
    )
    last = letter(
        subject=f"Re: {TITLE}",
        text="Hi Alex,\n\nshall we say Tuesday at 10:00?\n\nBest,\nHanna",
        cc=CC,
        message_id="<2@northwind.example>",
        answers="<1@northwind.example>",
        days_ago=1,
    )
    return first, last


@pytest.fixture
def server() -> Iterator[GraphServer]:
    with checked_server() as running:
        yield running


@pytest.fixture
def provider(server: GraphServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[OutlookProvider]:
    places = find_places()
    monkeypatch.setenv("BOWOUT_NOW", NOW.isoformat())
    digest = letter("Jobs <digest@jobs.example>", subject="Northwind and 20 others", text="Bye")
    with signed_in(server, places.account_folder("work")) as opened:
        save_account(places.config, replace(opened.account, name="work"), make_default=True)
        server.box.deliver(digest)
        for message in process():
            server.box.deliver(message, is_read=True)
        yield opened


def ask(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> dict:
    ended = run([*words, "--json"])
    said = capsys.readouterr()
    assert ended == status, said.out + said.err
    return json.loads(said.out)


def fingerprint_of_a_draft(capsys: pytest.CaptureFixture[str]) -> str:
    ask(capsys, "draft", "northwind", "--reason", "accepted-offer")
    return str(ask(capsys, "show", "northwind")["fingerprint"])


def allow_sending(provider: OutlookProvider) -> None:
    """Say yes to Microsoft's page once, as at a terminal."""
    provider._entra.token(SEND_SCOPES, "")


def steps_of(server: GraphServer) -> list[str]:
    return [f"{one.method} {one.path.rpartition('/')[2]}" for one in server.log]


def test_a_draft_on_a_known_account_takes_four_requests(
    server: GraphServer, provider: OutlookProvider, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(capsys, "threads", "northwind")  # folders and identities are known from here on
    server.log.clear()

    found = ask(capsys, "draft", "northwind", "--reason", "accepted-offer")

    assert found["stored"]
    assert steps_of(server)[:3] == ["GET messages", "POST $batch", "POST createReply"]
    assert [one.method for one in server.log] == ["GET", "POST", "POST", "PATCH"]
    (draft,) = drafts_of(server)
    assert "withdraw" in draft.body


def test_an_unread_mark_is_restored_for_one_request_more(
    server: GraphServer, provider: OutlookProvider, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(capsys, "threads", "northwind")
    for item in server.box.in_folder("inbox"):
        item.is_read = False
    server.log.clear()

    ask(capsys, "draft", "northwind", "--reason", "accepted-offer")

    assert len(server.log) == 5
    assert not any(item.is_read for item in server.box.in_folder("inbox"))


def test_a_second_run_adopts_the_draft(
    server: GraphServer, provider: OutlookProvider, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        ask(capsys, "draft", "northwind", "--reason", "accepted-offer")

    assert len(drafts_of(server)) == 1


def test_a_draft_that_was_edited_in_outlook_is_left_alone(
    server: GraphServer, provider: OutlookProvider, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(capsys, "draft", "northwind", "--reason", "accepted-offer")
    (item,) = drafts_of(server)
    item.body = item.body.replace("withdraw", "take back")
    server.box.touch(item)

    run(["draft", "northwind", "--reason", "relocation", "--json"])

    (kept,) = drafts_of(server)
    assert "take back" in kept.body


def test_an_answer_to_an_invitation_is_refused_before_the_letter_is_stored(
    server: GraphServer, provider: OutlookProvider, capsys: pytest.CaptureFixture[str]
) -> None:
    invitation = letter(
        subject=f"Re: {TITLE}", calendar=INVITATION, answers="<2@northwind.example>", days_ago=0.5
    )
    server.box.deliver(invitation, is_read=True)
    wanted = ("draft", "northwind", "--reason", "timing")

    refused = ask(capsys, *wanted, "--decline-invitation", status=2)["error"]

    assert refused["stored"] is False
    assert "decline the invitation in your calendar" in refused["hint"]
    assert drafts_of(server) == []
    assert ask(capsys, "status")["withdrawals"] == []
    run(list(wanted))
    assert "An invitation stands in your calendar: decline it there" in capsys.readouterr().out
    assert len(drafts_of(server)) == 1


def test_shown_sent_and_gone_from_the_drafts(
    server: GraphServer, provider: OutlookProvider, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = fingerprint_of_a_draft(capsys)
    allow_sending(provider)

    ask(capsys, "send", "northwind", "--yes", "--fingerprint", shown)

    assert len(server.requests("/send$")) == 1
    assert drafts_of(server) == []
    (sent,) = server.box.in_folder("sentitems")
    assert "withdraw" in sent.body


def test_drafting_never_asks_for_the_right_to_send(
    server: GraphServer, provider: OutlookProvider, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = fingerprint_of_a_draft(capsys)
    assert not has_right_to_send(server)

    found = ask(capsys, "send", "northwind", "--yes", "--fingerprint", shown, status=5)

    assert found["error"]["code"] == "sign_in"
    assert server.requests("/send$") == []
    assert len(drafts_of(server)) == 1


def test_a_lost_answer_to_the_send_is_settled_by_looking_and_nothing_leaves_twice(
    server: GraphServer, provider: OutlookProvider, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = fingerprint_of_a_draft(capsys)
    allow_sending(provider)
    server.arm("/send$", status=504, is_after=True)

    for _ in range(2):
        run(["send", "northwind", "--yes", "--fingerprint", shown, "--json"])
        capsys.readouterr()

    assert len(server.requests("/send$")) == 1
    assert len(server.box.in_folder("sentitems")) == 1
    assert drafts_of(server) == []


def test_opening_an_account_imports_nothing_of_another_provider(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from datetime import UTC, datetime\n"
        "from pathlib import Path\n"
        "from mailer.provider import Account, Context\n"
        "from mailer.registry import find_provider\n"
        "context = Context(Path('.'), lambda: datetime.now(UTC))\n"
        "find_provider('outlook')(Account('a', 'outlook', 'a@b.c'), context)\n"
        "early = {'msal', 'requests', 'keyring'}\n"
        "others = {'googleapiclient', 'imapclient', 'providers.gmail', 'providers.imap'}\n"
        "print(sorted((early | others) & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.strip() == "[]"


def test_login_says_what_it_wants(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["login", "outlook", "--help"]) == 0
    said = capsys.readouterr().out
    assert "Connect your Outlook account." in said
    for option in ("--client-id", "--tenant", "--cloud", "--device-code", "--secrets"):
        assert option in said


def test_login_without_an_application_id_says_how_to_get_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["login", "outlook", "--secrets", "file", "--address", ME]) != 0
    assert "docs/outlook.md" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["show", "status", "draft", "discard", "send"])
def test_where_the_old_draft_could_not_be_deleted_the_next_command_leaves_one(
    server: GraphServer,
    provider: OutlookProvider,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
) -> None:
    quote = compose._quote  # of which nothing tells where the own text ends
    monkeypatch.setattr(compose, "_quote", lambda item: quote(item).replace("divRplyFwdMsg", "x"))
    ask(capsys, "draft", "northwind", "--reason", "accepted-offer")
    server.arm("(permanentDelete|DELETE)", status=403, times=2)
    said = ask(capsys, "draft", "northwind", "--reason", "relocation")
    assert "Two drafts of the withdraw letter" in " ".join(said["notes"])
    assert len(drafts_of(server)) == 2
    allow_sending(provider)
    more = {
        "draft": ("--reason", "relocation"),
        "send": ("--yes", "--fingerprint", said["fingerprint"]),
    }

    ask(capsys, command, said["withdrawal"], *more.get(command, ()))

    assert len(drafts_of(server)) == (0 if command in ("discard", "send") else 1)
    assert all("relocat" in draft.body for draft in drafts_of(server))
    assert len(server.box.in_folder("sentitems")) == (command == "send")


def test_a_bare_draft_that_the_user_sends_before_it_is_filled_stays_in_sent(
    server: GraphServer,
    provider: OutlookProvider,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    real = replying.put_own

    def send_by_hand(*arguments: str) -> str:
        for item in drafts_of(server):
            item.is_draft = False
            item.sent = server.box.now()
            server.box.move(item, "sentitems")
            server.box.touch(item)
        return real(*arguments)

    monkeypatch.setattr(replying, "put_own", send_by_hand)
    refused = ask(capsys, "draft", "northwind", "--reason", "accepted-offer", status=4)
    monkeypatch.setattr(replying, "put_own", real)
    (sent,) = server.box.in_folder("sentitems")
    assert "withdraw" not in sent.body
    assert "sent from there" in refused["error"]["message"]

    ask(capsys, "draft", "northwind", "--reason", "accepted-offer")

    assert server.box.in_folder("sentitems") == [sent]
    (draft,) = drafts_of(server)
    assert "withdraw" in draft.body


def test_what_the_user_wrote_into_a_bare_draft_is_not_taken_back_with_it(
    server: GraphServer,
    provider: OutlookProvider,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def write_by_hand(*arguments: str) -> str:
        (item,) = drafts_of(server)
        item.body = item.body.replace("<body", "<p>My own words</p><body", 1)
        server.box.touch(item)
        raise KeyboardInterrupt

    monkeypatch.setattr(replying, "put_own", write_by_hand)
    ask(capsys, "draft", "northwind", "--reason", "accepted-offer", status=130)

    (draft,) = drafts_of(server)
    assert "My own words" in draft.body
