"""What docs/security.md promises against each threat, as far as no other file tests it; and that
each line of its table names tests that are there."""

import base64
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mailer.cli.main import run
from mailer.errors import ProviderUnavailableError
from mailer.fields import display_name, parse_addresses
from mailer.journal import Journal
from mailer.locating import own_text
from mailer.parsing import parse_draft, parse_message
from mailer.provider import Account
from mailer.session import Session
from mailer.settings import Settings, find_places
from mailer.writing.check import CheckContext, KnownPerson, check_letter

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "security.md"
ESCAPES = "\x1b[2J\x1b]0;owned\x07\x1b]8;;http://evil.example\x07\x9b31m\u202egnp.exe\u2066"
FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
SECRET_WORDS = ("plover", "xyzzy")
"""Words of other people's mail that nothing of ours may keep."""


def encoded(text: str) -> str:
    return f"=?utf-8?B?{base64.b64encode(text.encode()).decode()}?="


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture) -> Path:
    """An account whose mailbox holds one process, written by somebody who means harm."""
    root = tmp_path / "Mail"
    for name in ("cur", "new", "tmp"):
        (root / name).mkdir(parents=True)
    head = (
        f"From: {encoded('Dana Ortiz' + ESCAPES)} <dana@northwind.example>\r\n"
        "To: Sam <sam@rivera.example>\r\n"
        f"Subject: {encoded(f'Interview{ESCAPES} at Northwind' + chr(10) + 'Bcc: e@x.example')}\r\n"
        "Message-ID: <1@northwind.example>\r\nDate: Mon, 9 Nov 2026 09:00:00 +0100\r\n"
        "Reply-To: dana@n0rthwind.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    )
    text = (
        "Hi Sam,\r\n\r\nthank you for your application for the Data Engineer role at Northwind. "
        f"{{{{ 7*7 }}}} {{% for x in y %}} {SECRET_WORDS[0]} {ESCAPES}\r\n"
        "Could you come for an interview on Tuesday, 24 November 2026 at 10:00?\r\n\r\n"
        f"Best,\r\nDana Ortiz\r\nEngineering Manager, {SECRET_WORDS[1]}{ESCAPES}\r\n"
    )
    (root / "cur" / "1.host:2,S").write_bytes((head + text).encode())
    monkeypatch.setenv("BOWOUT_NOW", "2026-11-16T10:00:00+01:00")
    monkeypatch.chdir(tmp_path)
    assert run(["login", "maildir", str(root), "--address", "sam@rivera.example"]) == 0
    capfd.readouterr()
    return root


EVERY_COMMAND = (
    "threads northwind", "threads northwind --explain", "decide northwind",
    "draft northwind --reason accepted-offer --debug", "show northwind", "status",
    "status northwind", "remind add northwind 1h", "remind list", "remind check",
    "reflect northwind fine", "report", "send northwind --yes --fingerprint 000000000000",
    "draft northwind --reason relocation", "call northwind --reached", "discard northwind",
    "draft dana@n0rthwind.example --dry-run", "doctor",
)  # fmt: skip


def test_no_escape_of_a_hostile_mail_reaches_the_terminal(
    hostile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for command in EVERY_COMMAND:
        status = run(command.split())

        said = capfd.readouterr()
        assert status in (0, 2, 7), f"{command}: {said}"
        assert not FORBIDDEN.search(said.out + said.err), command
    report = (Path.cwd() / "bowout-report.html").read_text("utf-8")
    assert not FORBIDDEN.search(report)


def test_a_name_with_escapes_in_it_is_not_used_for_the_greeting(
    hostile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["draft", "northwind", "--reason", "accepted-offer"]) == 0

    (draft,) = (hostile / ".Drafts" / "cur").iterdir()
    stored = parse_draft(draft.read_bytes(), key="", version="", thread_key="")
    own = own_text(stored)
    assert not re.search("owned|evil|31m|gnp", own), own
    assert not FORBIDDEN.search(own)
    assert "owned" not in "".join(a.name for a in (*stored.to, *stored.cc))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Dana\x1b]0;pwned\x07 Ortiz", ""),
        ("Dana \x9b31m", ""),
        ("gnp.\u202eexe anaD", ""),
        ("Dana\x00 Ortiz", ""),
        ("\u202bדנה\u202c", "דנה"),
        ("Dana\r\n Ortiz", "Dana Ortiz"),
        ("Dana O\x92Brien", "Dana O Brien"),
    ],
)
def test_a_display_name_is_whole_or_it_is_not_used(name: str, shown: str) -> None:
    assert display_name(name) == shown

    (address,) = parse_addresses(f"{encoded(name)} <dana@northwind.example>")

    assert address.name == shown
    assert address.address == "dana@northwind.example"


def test_what_looks_like_a_template_in_a_mail_stays_text(
    hostile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert (
        run(["draft", "northwind", "--reason", "accepted-offer", "--mention", "{{ 7919 * 7907 }}"])
        == 0
    )

    said = capfd.readouterr().out
    assert "62615533" not in said
    assert "{{ 7919 * 7907 }}" in said


def test_a_stolen_journal_holds_no_word_of_other_peoples_mail(
    hostile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    mine = "gooseberries"
    assert run(["draft", "northwind", "--reason", "none", "--mention", f"your {mine}"]) == 0
    for command in (*EVERY_COMMAND, f"reflect northwind {mine}"):
        run(command.split())
        kept = b"".join(p.read_bytes() for p in find_places().data.rglob("*") if p.is_file())
        assert not [word for word in SECRET_WORDS if word.encode() in kept], command
    run(["forget", "northwind", "--yes"])
    kept = b"".join(p.read_bytes() for p in find_places().data.rglob("*") if p.is_file())
    assert mine.encode() not in kept


def test_the_tools_own_letter_leaves_the_journal_with_the_draft(
    hostile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = find_places().journal
    assert run(["draft", "northwind", "--reason", "none", "--mention", "your gooseberries"]) == 0
    assert b"gooseberries" in stolen(path)

    assert run(["discard", "northwind"]) == 0

    assert b"gooseberries" not in stolen(path)


def stolen(path: Path) -> bytes:
    """The journal as a thief finds it, the files beside it included."""
    return b"".join(p.read_bytes() for p in path.parent.glob(f"{path.name}*"))


@pytest.mark.parametrize(
    "template",
    ["{% for x in range(1000000000) %}x{% endfor %}", "{{ ''.__class__.__mro__ }}",
     "{% include '/etc/passwd' %}", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"],
    ids=["endless", "reaching into Python", "reading a file", "calling itself"],
)  # fmt: skip
def test_a_hostile_template_is_named_and_nothing_is_stored(
    hostile: Path, capfd: pytest.CaptureFixture[str], template: str
) -> None:
    path = find_places().templates / "en" / "withdraw.txt.j2"
    path.parent.mkdir(parents=True)
    path.write_text(template)

    status = run(["draft", "northwind", "--reason", "none"])

    said = capfd.readouterr()
    assert status == 2, said
    assert "withdraw.txt.j2" in said.err
    assert "root:" not in said.out + said.err
    assert not (hostile / ".Drafts").exists()


# --- whom the letter goes to ---

DANA = KnownPerson(name="Dana", part="hiring_manager", addresses=("dana@northwind.example",))


def faults(*people: KnownPerson, to: str) -> list[tuple[str, str]]:
    context = CheckContext(kind="withdraw", language="en", people=people, to=(to,))
    return [(f.level, f.words) for f in check_letter("", context=context) if f.rule == "E28"]


@pytest.mark.parametrize(
    "address",
    ["dana@n0rthwind.example", "dana@nоrthwind.example", "dana@northvvind.example",
     "dana@northwnid.example", "dana@xn--nrthwind-nbh.example"],
    ids=["digit", "cyrillic", "two letters for one", "swapped", "punycode"],
)  # fmt: skip
def test_a_reply_to_that_imitates_their_domain_is_an_error(address: str) -> None:
    led_away = KnownPerson(
        name="Dana", part="hiring_manager", addresses=(address, "dana@northwind.example")
    )

    assert ("error", address) in faults(led_away, to=address)


def test_who_writes_from_an_imitation_is_no_witness_for_it() -> None:
    imitator = KnownPerson(name="Dana", part="recruiter", addresses=("hr@n0rthwind.example",))

    assert ("error", "hr@n0rthwind.example") in faults(DANA, imitator, to="hr@n0rthwind.example")


def test_a_reply_to_in_another_domain_is_a_warning() -> None:
    led_away = KnownPerson(
        name="Dana", part="hiring_manager", addresses=("d@other.example", "dana@northwind.example")
    )

    assert faults(led_away, to="d@other.example") == [("warning", "d@other.example")]


def test_colleagues_in_one_domain_and_its_subdomains_raise_nothing() -> None:
    tom = KnownPerson(
        name="Tom", part="hiring_manager",
        addresses=("tom@mail.northwind.example", "tom@northwind.example"),
    )  # fmt: skip

    assert faults(DANA, tom, to="dana@northwind.example") == []
    assert faults(DANA, tom, to="tom@mail.northwind.example") == []


# --- giant and nested mail ---


def test_a_mail_nested_a_thousand_times_or_of_a_thousand_parts_is_read() -> None:
    nested = b"Subject: Talk\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 1000 + b"\r\nHi"
    broad = b"Subject: Talk\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    broad += b"--b\r\nContent-Type: text/plain\r\n\r\nHi\r\n" * 5000 + b"--b--\r\n"
    giant = b"Subject: Talk\r\n\r\n" + b"<div>" * 1_000_000

    for raw in (nested, broad, giant):
        message = parse_message(raw, key="k")
        assert message.subject == "Talk"
        assert len(message.text or "") <= 2_000_000
        assert len(message.attachments) <= 500


# --- two runs ---

_HOLDER = """
import sys, time
from datetime import UTC, datetime
from mailer.provider import Account
from mailer.session import Session
from mailer.settings import Settings, find_places
session = Session(Settings(), find_places(), Account("work", "maildir", "a@b.example"),
                  clock=lambda: datetime.now(UTC))
with session.lock():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_lock_keeps_others_out_and_is_free_once_its_process_was_killed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Runs on Linux, macOS and Windows: the system's own lock, not a file that stays behind."""
    from mailer import clock, session

    monkeypatch.setattr(session, "_LOCK_SECONDS", 0.1)
    account = Account("work", "maildir", "a@b.example")
    mine = Session(Settings(), find_places(), account, clock=clock.now)
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(ProviderUnavailableError, match="Another bowout"), mine.lock():
            pass

        os.kill(holder.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        holder.wait(30)

    monkeypatch.setattr(session, "_LOCK_SECONDS", 15)
    with mine.lock():
        assert (find_places().account_folder("work") / "lock").exists()


def test_a_journal_left_by_a_killed_process_opens_with_all_that_was_written(
    tmp_path: Path,
) -> None:
    path = tmp_path / "journal.sqlite3"
    script = (
        "import os, signal, sys\n"
        "from datetime import UTC, datetime\n"
        "from pathlib import Path\n"
        "from mailer.journal import Journal\n"
        f"journal = Journal(Path({str(path)!r}))\n"
        "journal.add_withdrawal(account='a', company='Northwind', role='', now=datetime.now(UTC))\n"
        "journal._db.execute('BEGIN IMMEDIATE')\n"
        "journal._db.execute('DELETE FROM withdrawals')\n"
        "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))\n"
    )

    subprocess.run([sys.executable, "-c", script], check=False, timeout=60)

    journal = Journal(path)
    assert [w.company for w in journal.list_withdrawals()] == ["Northwind"]
    journal.close()


# --- the page itself ---


def test_every_line_of_the_page_names_tests_that_are_there() -> None:
    table = PAGE.read_text("utf-8").partition("## Threats")[2].partition("## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][2:]
    assert len(rows) > 10
    for row in rows:
        named = re.findall(r"`([\w/]+\.py)::(test_\w+)`", row)
        assert named, f"no test is named: {row[:60]}"
        for file, test in named:
            source = (ROOT / "tests" / file).read_text("utf-8")
            assert re.search(rf"^def {test}\b", source, re.MULTILINE), f"{file} has no {test}"
