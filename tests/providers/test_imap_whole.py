"""The commands on a real Dovecot: killed at any step of a send, and with a mail client beside."""

import io
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from servers.cutting_proxy import CuttingProxy
from servers.imap_account import ADDRESS, PASSWORD, empty, listing, make_mail, other_client, put
from servers.mailstack import MailStack

from mailer.cli.main import run

pytestmark = [
    pytest.mark.server,
    pytest.mark.xdist_group("dovecot"),
    pytest.mark.usefixtures("_keys_made_once"),
]

FIRST = "<1@northwind.example>"
SECOND = "<2@northwind.example>"


@pytest.fixture(autouse=True)
def account(
    stack: MailStack,
    imap: CuttingProxy,
    smtp: CuttingProxy,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Connect the account, with a thread in its INBOX."""
    empty(stack)
    put(stack, "INBOX", make_mail(INVITATION, message_id=FIRST))
    later = datetime(2026, 11, 11, 9, 0, tzinfo=UTC)
    chain = {"In_Reply_To": FIRST, "References": FIRST}
    put(stack, "INBOX", make_mail(DATE, message_id=SECOND, date=later, **chain))
    monkeypatch.setenv("BOWOUT_NOW", "2026-11-16T09:00:00+01:00")
    monkeypatch.setenv("BOWOUT_PASSPHRASE", "open")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    servers = (f"--imap-host=127.0.0.1:{imap.port}", f"--smtp-host=127.0.0.1:{smtp.port}")
    bowout(
        capsys,
        *("login", "imap", "--address", ADDRESS, "--name", "Alex Rivera", *servers),
        *("--tls=none", "--secrets=file", "--password-stdin"),
    )


INVITATION = (
    "Hi Alex,\n\nthank you for your application for the Data Engineer role at Northwind. When "
    "could you come for an interview?\n\nBest,\nDana Ortiz\nEngineering Manager, Northwind\n"
)
DATE = "Hi Alex,\n\nshall we say Tuesday, 24 November at 10:00?\n\nBest,\nDana\n"


def bowout(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> Any:
    ended = run([*words, "--json"])
    said = capsys.readouterr()
    assert ended == status, said.out + said.err
    return json.loads(said.out)


POINTS = [
    ("smtp", rb"^rcpt to", "before", "drafted"),
    ("smtp", rb"^data", "after", "unknown"),
    ("smtp", rb"^content-type: multipart", "after", "unknown"),
    ("smtp", rb"^quit", "before", "sent"),
    ("imap", rb"^content-type: multipart", "before", "sent"),
    ("imap", rb"^content-type: multipart", "after", "sent"),
    ("imap", rb"STORE", "before", "sent"),
    ("imap", rb"EXPUNGE", "before", "sent"),
    ("imap", rb"EXPUNGE", "after", "sent"),
]


@pytest.mark.parametrize(("service", "step", "when", "state"), POINTS)
def test_a_send_that_is_killed_is_settled_and_never_repeated(
    stack: MailStack,
    imap: CuttingProxy,
    smtp: CuttingProxy,
    capsys: pytest.CaptureFixture[str],
    service: str,
    step: bytes,
    when: str,
    state: str,
) -> None:
    draft = bowout(capsys, "draft", "northwind", "--reason", "accepted-offer")
    order = ("send", draft["withdrawal"], "--yes", "--fingerprint", draft["fingerprint"])
    proxy = {"imap": imap, "smtp": smtp}[service]
    proxy.cut_on, proxy.loses_answer = b"(?m)" + step, when == "after"
    process = subprocess.Popen([sys.executable, "-m", "mailer", *order])
    proxy.at_cut = process.kill
    assert process.wait(60) == -signal.SIGKILL
    proxy.at_cut = lambda: None
    went_out = len(stack.relay.taken)

    (settled,) = bowout(capsys, "status", draft["withdrawal"])["withdrawals"]
    bowout(capsys, *order, status={"drafted": 0, "unknown": 8, "sent": 7}[state])

    assert settled["state"] == state
    assert len(stack.relay.taken) == (1 if state == "drafted" else went_out) <= 1
    copies, drafts = listing(stack, "Sent"), listing(stack, "Drafts")
    assert (len(copies), len(drafts)) == ((0, 1) if state == "unknown" else (1, 0))


REFUSED = b"TAG NO [NOPERM] You may not delete here.\r\n"


@pytest.fixture
def two_drafts(
    stack: MailStack, imap: CuttingProxy, capsys: pytest.CaptureFixture[str]
) -> dict[str, Any]:
    """Let the server refuse to delete the draft that a newer one replaces, twice."""
    bowout(capsys, "draft", "northwind", "--reason", "accepted-offer")
    imap.answers.update({rb"STORE.*Deleted": REFUSED, rb"STORE .*(?=Deleted)": REFUSED})

    said: dict[str, Any] = bowout(capsys, "draft", "northwind", "--reason", "relocation")

    assert not imap.answers
    assert "Two drafts of the withdraw letter" in " ".join(said["notes"])
    assert len(listing(stack, "Drafts")) == 2
    return said


@pytest.mark.parametrize("command", ["show", "status", "draft", "discard", "send"])
def test_where_the_old_draft_could_not_be_deleted_the_next_command_leaves_one(
    stack: MailStack,
    two_drafts: dict[str, Any],
    capsys: pytest.CaptureFixture[str],
    command: str,
) -> None:
    more = {
        "draft": ("--reason", "relocation"),
        "send": ("--yes", "--fingerprint", two_drafts["fingerprint"]),
    }

    bowout(capsys, command, two_drafts["withdrawal"], *more.get(command, ()))

    texts = [m[b"BODY[]"] for m in listing(stack, "Drafts").values()]
    assert len(texts) == (0 if command in ("discard", "send") else 1)
    assert all(b"relocat" in text for text in texts)
    assert len(stack.relay.taken) == (command == "send")


def test_an_old_draft_that_the_user_edited_meanwhile_is_the_one_that_stays(
    stack: MailStack, two_drafts: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    old = min(listing(stack, "Drafts"))
    raw = listing(stack, "Drafts")[old][b"BODY[]"]
    with other_client(stack) as client:  # as Thunderbird does: a new UID, the same Message-ID
        client.append("Drafts", raw.replace(b"Hi Dana", b"Dear Dana"), [b"\\Draft"])
        client.select_folder("Drafts")
        client.delete_messages([old])
        client.uid_expunge([old])

    shown = bowout(capsys, "show", two_drafts["withdrawal"])

    assert "You edited the older of two drafts" in " ".join(shown["notes"])
    (left,) = listing(stack, "Drafts").values()
    assert b"Dear Dana" in left[b"BODY[]"]
    assert shown["edited"] is True


def test_an_old_draft_that_the_user_sent_meanwhile_is_the_letter_and_the_new_one_goes(
    stack: MailStack, two_drafts: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    old = min(listing(stack, "Drafts"))
    raw = listing(stack, "Drafts")[old][b"BODY[]"]
    with other_client(stack) as client:
        client.append("Sent", raw, [b"\\Seen"])
        client.select_folder("Drafts")
        client.delete_messages([old])
        client.uid_expunge([old])

    said = bowout(
        capsys, "send", two_drafts["withdrawal"], "--yes", "--fingerprint",
        two_drafts["fingerprint"], status=7,
    )  # fmt: skip

    assert "You sent one of two drafts" in json.dumps(said)
    assert listing(stack, "Drafts") == {}
    assert len(listing(stack, "Sent")) == 1
    assert stack.relay.taken == []
    (told,) = bowout(capsys, "status", two_drafts["withdrawal"])["withdrawals"]
    assert told["state"] == "sent"


def test_a_connection_that_is_cut_at_the_deletion_leaves_one_draft_in_the_end(
    stack: MailStack, imap: CuttingProxy, capsys: pytest.CaptureFixture[str]
) -> None:
    bowout(capsys, "draft", "northwind", "--reason", "accepted-offer")
    imap.cut_on, imap.stays_gone = rb"STORE.*Deleted", True
    said = bowout(capsys, "draft", "northwind", "--reason", "relocation")
    assert "Two drafts of the withdraw letter" in " ".join(said["notes"])
    imap.is_gone = imap.stays_gone = False

    bowout(capsys, "status", said["withdrawal"])

    (left,) = listing(stack, "Drafts").values()
    assert b"relocat" in left[b"BODY[]"]


@pytest.mark.parametrize(("mailbox", "said"), [("Archive", "moved out of Drafts"), ("Trash", "")])
def test_a_draft_that_the_user_moved_away_is_not_sent(
    stack: MailStack, capsys: pytest.CaptureFixture[str], mailbox: str, said: str
) -> None:
    draft = bowout(capsys, "draft", "northwind", "--reason", "accepted-offer")
    with other_client(stack) as client:
        client.select_folder("Drafts")
        client.move(client.search(), mailbox)

    refused = bowout(
        capsys, "send", "northwind", "--yes", "--fingerprint", draft["fingerprint"], status=7
    )

    assert refused["error"]["code"] == "changed"
    assert said in refused["error"]["message"]
    assert stack.relay.taken == []


MUTTRC = """
set folder="imap://127.0.0.1:{imap}/"
set imap_user="{user}"
set imap_pass="{password}"
set ssl_starttls=no
set ssl_force_tls=no
set spoolfile="+INBOX"
set postponed="+Drafts"
set record="+Sent"
set smtp_url="smtp://{login}@127.0.0.1:{submission}/"
set smtp_pass="{password}"
set smtp_authenticators="plain"
set from="{user}"
set realname="Alex Rivera"
set editor="true"
set edit_headers=no
set recall=yes
set postpone=no
set wait_key=no
set tmpdir="{folder}"
"""


def send_by_neomutt(stack: MailStack, folder: Path) -> None:
    """Let neomutt recall the only postponed message over IMAP and press its key for sending."""
    import pty

    settings = folder / "muttrc"
    settings.write_text(
        MUTTRC.format(
            imap=stack.imap_port,
            submission=stack.submission_port,
            user=ADDRESS,
            login=ADDRESS.replace("@", "%40"),
            password=PASSWORD,
            folder=folder,
        )
    )
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm", HOME=str(folder), COLUMNS="120", LINES="40")
        os.execvp("neomutt", ["neomutt", "-F", str(settings), "-p"])
    screen, deadline, is_asked = b"", time.monotonic() + 40, False
    while os.waitpid(pid, os.WNOHANG) == (0, 0):
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                screen += os.read(terminal, 65536)
            except OSError:  # it has ended
                continue
        if b"Send" in screen and not is_asked:
            is_asked = os.write(terminal, b"y") == 1
        if time.monotonic() > deadline:
            os.kill(pid, signal.SIGKILL)
            deadline += 40
    os.close(terminal)
    assert is_asked, screen[-2000:]


@pytest.mark.skipif(sys.platform == "win32", reason="neomutt wants a pseudo-terminal")
def test_neomutt_recalls_the_draft_over_imap_and_sends_it_in_its_thread(
    stack: MailStack,
    wants: Callable[[str, str], None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    wants("neomutt", "the package neomutt")
    draft = bowout(capsys, "draft", "northwind", "--reason", "accepted-offer")

    send_by_neomutt(stack, tmp_path)

    (taken,) = stack.relay.taken
    letter = message_from_bytes(taken.content)
    assert letter["To"] == "Dana Ortiz <dana@northwind.example>"
    assert letter["In-Reply-To"] == SECOND
    assert letter["References"].split() == [FIRST, SECOND]
    assert letter["Subject"] == draft["subject"]
    assert [p.get_content_type() for p in letter.walk()][1:] == ["text/plain", "text/html"]
    assert not listing(stack, "Drafts")
    (settled,) = bowout(capsys, "status", draft["withdrawal"])["withdrawals"]
    assert settled["state"] == "sent"
