"""The commands on a Gmail mailbox: from the first look to the letter in Sent, and what it costs."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from servers.gmail_account import deliver_in_one_thread, raw_letter, signed_in
from servers.gmail_world import ADDRESS, GmailWorld

from mailer.cli.main import run
from mailer.provider import Account, Context
from mailer.settings import find_places, save_account
from providers._secrets import Secrets

pytestmark = [
    pytest.mark.server,
    pytest.mark.xdist_group("gmail"),
    pytest.mark.usefixtures("_keys_made_once"),
]


@pytest.fixture
def thread(world: GmailWorld, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    world.reset()
    places = find_places()
    with signed_in(world, places.account_folder("work")) as provider:
        account = replace(provider.account, name="work")
        save_account(places.config, account, make_default=True)
        key = deliver_in_one_thread(
            world,
            raw_letter(
                subject="Interview for Data Engineer at Northwind",
                text="Hi Alex,\n\nthank you for your application for the Data Engineer role at "
                "Northwind. You would report to me, in my team. When could you come for an "
                "interview?"
                "\n\nBest,\nDana Ortiz\n"
                "Engineering Manager, Northwind",
            ),
            raw_letter(
                subject="Re: Interview for Data Engineer at Northwind",
                text="Hi Alex,\n\nshall we say Tuesday, 24 November at 10:00?\n\nBest,\nDana",
            ),
        )
        deliver_in_one_thread(
            world,
            raw_letter(
                "Jobs Digest <digest@jobs.example>",
                subject="Northwind and 20 others are hiring",
                text="Unsubscribe",
            ),
        )
        monkeypatch.setenv("BOWOUT_NOW", world.now().isoformat())
        monkeypatch.setattr("providers.gmail.api.time", SimpleNamespace(sleep=lambda seconds: None))
        yield key
    assert world.complaints == []


def ask(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    status = run([*words, "--json"])
    said = capsys.readouterr()
    assert status == 0, said.out + said.err
    return json.loads(said.out)


def start_counting(world: GmailWorld) -> None:
    world.requests = 0
    world.methods.clear()


def test_a_draft_on_a_known_account_takes_four_requests(
    world: GmailWorld, thread: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(capsys, "threads", "northwind")  # the identities are known from here on
    start_counting(world)

    found = ask(capsys, "draft", "northwind", "--reason", "accepted-offer")

    assert found["stored"]
    assert world.requests == 4
    assert [m for m in world.methods if not m.startswith("batch:")] == [
        "gmail.users.threads.list",
        "gmail.users.drafts.create",
        "gmail.users.drafts.get",
    ]
    assert world.methods.count("batch:gmail.users.threads.get") == 2
    stored = world.ask("GET", "drafts")["drafts"]
    assert [d["message"]["threadId"] for d in stored] == [thread]


def test_a_second_run_adopts_the_draft(
    world: GmailWorld, thread: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(capsys, "draft", "northwind", "--reason", "accepted-offer")

    ask(capsys, "draft", "northwind", "--reason", "accepted-offer")

    assert len(world.ask("GET", "drafts")["drafts"]) == 1


def test_shown_sent_and_settled(
    world: GmailWorld, thread: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(capsys, "draft", "northwind", "--reason", "accepted-offer")
    shown = ask(capsys, "show", "northwind")
    start_counting(world)

    print_ = shown["fingerprint"]
    ask(capsys, "send", "northwind", "--yes", "--fingerprint", print_)

    assert world.methods.count("gmail.users.drafts.send") == 1
    assert world.ask("GET", "drafts").get("drafts", []) == []
    sent = world.ask("GET", "messages", params={"q": "in:sent"})["messages"]
    assert [m["threadId"] for m in sent] == [thread]


def test_a_lost_answer_to_the_send_is_settled_by_looking_and_nothing_leaves_twice(
    world: GmailWorld, thread: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(capsys, "draft", "northwind", "--reason", "accepted-offer")
    print_ = ask(capsys, "show", "northwind")["fingerprint"]
    world.arm(r"POST .*/drafts/send$", is_after=True)

    for _ in range(2):
        run(["send", "northwind", "--yes", "--fingerprint", print_, "--json"])
        capsys.readouterr()

    assert world.methods.count("gmail.users.drafts.send") == 1
    assert len(world.ask("GET", "messages", params={"q": "in:sent"})["messages"]) == 1
    (found,) = ask(capsys, "status", "northwind")["withdrawals"]
    assert found["state"] == "sent"  # by its text: the Message-ID is another one now


def test_a_letter_sent_from_gmails_own_page_is_noted_although_gmail_renames_it(
    world: GmailWorld, thread: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(capsys, "draft", "northwind", "--reason", "accepted-offer")
    (draft,) = world.ask("GET", "drafts")["drafts"]
    world.ask("POST", "drafts/send", json={"id": draft["id"]})

    status = run(["send", "northwind", "--yes", "--fingerprint", "0" * 12, "--json"])

    error = json.loads(capsys.readouterr().out)["error"]
    assert (status, error["code"]) == (7, "ended")
    assert "from the mailbox" in error["message"]
    found = ask(capsys, "status", "northwind")
    assert [w["state"] for w in found["withdrawals"]] == ["sent"]


def test_debug_prints_no_token_text_or_address(
    world: GmailWorld, thread: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(["draft", "northwind", "--reason", "accepted-offer", "--debug", "--json"])

    lines = [li for li in capsys.readouterr().err.splitlines() if li.startswith("debug:")]
    assert status == 0
    assert lines
    for private in (world.token, "refresh", "Northwind", "withdraw", "@"):
        assert private not in "\n".join(lines)


def test_opening_an_account_imports_no_library_of_a_service(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from mailer.registry import find_provider\n"
        "from mailer.provider import Account, Context\n"
        "from pathlib import Path\n"
        "from datetime import datetime, UTC\n"
        "context = Context(Path('.'), lambda: datetime.now(UTC))\n"
        "find_provider('gmail')(Account('a', 'gmail', 'a@b.c'), context)\n"
        "early = {'googleapiclient', 'google', 'requests', 'keyring', 'httplib2'}\n"
        "others = {'msal', 'imapclient', 'providers.outlook', 'providers.imap'}\n"
        "print(sorted((early | others) & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.strip() == "[]"


def test_a_draft_imports_nothing_of_another_provider(
    world: GmailWorld, thread: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = find_places()
    kept = Account("work", "gmail", ADDRESS, "Alex Candidate", options={"endpoint": world.root})
    folder = places.account_folder("work")
    token = Secrets(kept, Context(folder, world.now)).read()
    account = kept.with_options(secrets="file")
    monkeypatch.setenv("BOWOUT_PASSPHRASE", "a long one")
    Secrets(account, Context(folder, world.now)).write(token or "")
    save_account(places.config, account, make_default=True)
    script = (
        "import sys\n"
        "from mailer.cli.main import run\n"
        "assert run(['draft', 'northwind', '--reason', 'accepted-offer', '--json']) == 0\n"
        "others = ('msal', 'imapclient', 'imaplib', 'smtplib', 'keyring', 'google_auth_oauthlib')\n"
        "others += ('providers.outlook', 'providers.imap', 'providers.maildir')\n"
        "print([name for name in others if name in sys.modules])\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
    assert len(world.ask("GET", "drafts")["drafts"]) == 1


def test_login_says_what_it_wants(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["login", "gmail", "--help"]) == 0
    assert "--client-secrets" in capsys.readouterr().out


def test_login_without_a_client_file_says_how_to_make_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["login", "gmail", "--secrets", "file", "--address", ADDRESS]) != 0
    said = capsys.readouterr().err
    assert "docs/gmail.md" in said


@pytest.mark.parametrize("is_after", [False, True], ids=["before it is done", "after it is done"])
@pytest.mark.parametrize("command", ["show", "status", "draft", "discard"])
def test_an_error_while_a_draft_is_replaced_leaves_one_and_the_next_command_goes_on(
    world: GmailWorld,
    thread: str,
    capsys: pytest.CaptureFixture[str],
    command: str,
    is_after: bool,
) -> None:
    ask(capsys, "draft", "northwind", "--reason", "accepted-offer")
    world.arm(r"PUT .*/drafts/", status=503, is_after=is_after, times=3)
    run(["draft", "northwind", "--reason", "relocation", "--json"])
    capsys.readouterr()
    world.faults.clear()
    assert len(world.ask("GET", "drafts")["drafts"]) == 1

    more = ("--reason", "relocation") if command == "draft" else ()
    ask(capsys, command, "northwind", *more)

    left = world.ask("GET", "drafts").get("drafts", [])
    assert len(left) == (0 if command == "discard" else 1)
    if command == "draft":
        assert "relocat" in ask(capsys, "show", "northwind")["text"]


def test_an_error_while_a_draft_is_discarded_is_told_and_the_next_discard_ends_it(
    world: GmailWorld, thread: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(capsys, "draft", "northwind", "--reason", "accepted-offer")
    world.arm(r"DELETE .*/drafts/", status=403)
    assert run(["discard", "northwind", "--json"]) == 6
    capsys.readouterr()
    assert len(world.ask("GET", "drafts")["drafts"]) == 1

    ask(capsys, "discard", "northwind")

    assert world.ask("GET", "drafts").get("drafts", []) == []
