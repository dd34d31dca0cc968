"""`draft` where two may lead one process: it asks, and takes the answer."""

from __future__ import annotations

import json
import mailbox
import sys
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from mailer.__main__ import main

ME = "Sam Rivera <sam@rivera.example>"
MAILS = (
    ("a", "Rosa Feld <rosa@lindmark.example>", "Lindmark: structural engineer", 2,
     "I recruit for Lindmark. A first interview for the structural engineer on Friday?\n\nRosa Feld\nTalent Partner, Lindmark"),
    ("b", "Hana Weir <hana@lindmark.example>", "bridges", 4,
     "Rosa sent me your application. I lead the bridge team at Lindmark, and you would report to me.\n\nHana"),
    ("c", "Juno Beck <juno@lindmark.example>", "the yard", 6,
     "Rosa told me of your interview. I head the works at Lindmark, and you would report to me.\n\nJuno"),
)  # fmt: skip


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Any:
    """Run commands on a Maildir of three mails."""
    monkeypatch.setenv("BOWOUT_NOW", "2026-11-16T10:00:00")
    monkeypatch.setenv("BOWOUT_HOME", str(tmp_path / "home"))
    folder = mailbox.Maildir(tmp_path / "mail")
    for number, sender, subject, day, text in MAILS:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender, ME, subject
        mail["Date"] = f"Mon, {day:02} Nov 2026 09:00:00 +0100"
        mail["Message-ID"] = f"<{number}@lindmark.example>"
        mail.set_content(f"Hi Sam,\n\n{text}\n")
        folder.add(mailbox.MaildirMessage(mail))

    def invoke(*arguments: str) -> tuple[int, dict[str, Any]]:
        monkeypatch.setattr(sys, "argv", ["bowout", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0), dict(json.loads(capsys.readouterr().out or "{}"))

    login = ["login", "maildir", str(tmp_path / "mail"), "--account", "t", "--json"]
    assert invoke(*login, "--address", "sam@rivera.example", "--name", "Sam Rivera")[0] == 0
    return invoke


def test_it_asks_and_stores_nothing(run: Any) -> None:
    code, body = run("draft", "lindmark", "--json")

    assert code == 3
    assert "Hana Weir" in body["error"]["message"]
    assert "Juno Beck" in body["error"]["message"]
    assert "--to" in body["error"]["hint"]
    ids = [set(t["message_ids"]) for t in body["error"]["threads"]]
    assert sorted(map(sorted, ids)) == [["<b@lindmark.example>"], ["<c@lindmark.example>"]]


@pytest.mark.parametrize(
    "answer", [("--to", "hana@lindmark.example"), ("--thread", "<b@lindmark.example>")]
)
def test_it_takes_the_answer_and_asks_no_more(run: Any, answer: tuple[str, str]) -> None:
    code, body = run("draft", "lindmark", *answer, "--json")
    assert (code, body["to"]) == (0, ["hana@lindmark.example"])
    assert body["cc"] == ["rosa@lindmark.example"]

    code, again = run("draft", "lindmark", *(answer if answer[0] == "--to" else ()), "--json")
    assert code == 0
    assert again["in_reply_to"] == body["in_reply_to"]


def test_the_thread_of_somebody_who_does_not_lead_changes_nothing(run: Any) -> None:
    assert run("draft", "lindmark", "--thread", "<a@lindmark.example>", "--json")[0] == 3


def test_whom_the_user_called_is_who_leads(run: Any) -> None:
    code, body = run("call", "lindmark", "--voicemail", "--with", "Hana", "--json")

    assert (code, body["to"]) == (0, ["hana@lindmark.example"])


def test_a_call_to_nobody_in_particular_is_asked_about(run: Any) -> None:
    assert run("call", "lindmark", "--voicemail", "--json")[0] == 3


def test_to_decide_wants_no_leader(run: Any) -> None:
    assert run("decide", "lindmark", "--json")[0] == 0
