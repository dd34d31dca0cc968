"""Follow-ups on the sample mailbox: from the draft to the answer that never came."""

import json
import os
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

from mailer.cli.main import run

DRAFTED, SENT = "2026-11-24T10:00:00+00:00", "2026-11-24T11:00:00+00:00"
NEXT_DAY, DUE, LATER = (
    "2026-11-25T10:00:00+00:00", "2026-11-27T10:00:00+00:00", "2026-12-04T10:00:00+00:00",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _demo(
    lay_demo: Callable[[], Path],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BOWOUT_NOW", DRAFTED)
    lay_demo()
    assert run(["draft", "northwind", "--reason", "accepted-offer", "--only", "withdraw"]) == 0
    capsys.readouterr()


def mailbox() -> Path:
    return Path(os.environ["BOWOUT_HOME"]) / "data" / "demo"


def drafts() -> list[Message]:
    folder = mailbox() / ".Drafts"
    files = [p for name in ("cur", "new") for p in (folder / name).iterdir()]
    found = [message_from_bytes(p.read_bytes()) for p in files]
    return [m for m in found if "northwind" in (m["To"] or "")]


def send_by_hand() -> Message:
    """Let the user send the draft from their mail program."""
    (path,) = [
        p for name in ("cur", "new") for p in (mailbox() / ".Drafts" / name).iterdir()
        if b"northwind" in p.read_bytes().split(b"\nSubject", 1)[0]
    ]  # fmt: skip
    letter = message_from_bytes(path.read_bytes())
    del letter["Date"]
    letter["Date"] = "Tue, 24 Nov 2026 11:00:00 +0000"
    (mailbox() / ".Sent" / "cur" / f"{path.name.partition(':')[0]}:2,S").write_bytes(
        letter.as_bytes()
    )
    path.unlink()
    return letter


def arrives(letter: Message, text: str, *, sender: str, date: str, **headers: str) -> None:
    answer = Message()
    answer["From"], answer["To"], answer["Subject"] = sender, letter["From"], letter["Subject"]
    answer["Date"], answer["Message-ID"] = date, f"<{len(text)}.{date[5:7]}@northwind.example>"
    answer["In-Reply-To"], answer["References"] = letter["Message-ID"], letter["Message-ID"]
    for name, value in headers.items():
        answer[name.replace("_", "-")] = value
    answer.set_payload(text, "utf-8")
    (mailbox() / "new" / f"{len(text)}.{date[5:7]}.x").write_bytes(answer.as_bytes())


def check(capsys, monkeypatch, now: str) -> list[tuple[str, str]]:  # noqa: ANN001
    monkeypatch.setenv("BOWOUT_NOW", now)
    assert run(["remind", "check", "--scheduled", "--json"]) == 0
    notices = json.loads(capsys.readouterr().out)["notices"]
    return [(n["what"], n["text"]) for n in notices]


def state(capsys) -> str:  # noqa: ANN001
    assert run(["status", "northwind", "--offline", "--json"]) == 0
    return json.loads(capsys.readouterr().out)["withdrawals"][0]["state"]


def test_without_an_answer_one_follow_up_is_drafted_into_the_thread_and_never_sent(
    capsys, monkeypatch  # noqa: ANN001
) -> None:  # fmt: skip
    letter = send_by_hand()
    told = check(capsys, monkeypatch, NEXT_DAY)
    assert [what for what, _ in told] == ["sent_by_hand"]
    sent = len(list((mailbox() / ".Sent" / "cur").iterdir()))

    told = check(capsys, monkeypatch, DUE)

    assert [what for what, _ in told] == ["follow_up"]
    (follow_up,) = drafts()
    assert follow_up["In-Reply-To"] in (letter["In-Reply-To"], letter["Message-ID"])
    assert follow_up["Subject"] == letter["Subject"]
    assert follow_up["To"] == letter["To"]
    assert len(list((mailbox() / ".Sent" / "cur").iterdir())) == sent
    assert check(capsys, monkeypatch, "2026-11-27T14:00:00+00:00") == []

    told = check(capsys, monkeypatch, LATER)  # it lies unsent: that is said, none is added
    assert [what for what, _ in told] == ["draft"]
    assert len(drafts()) == 1


def test_an_out_of_office_does_not_keep_the_follow_up_away(capsys, monkeypatch) -> None:  # noqa: ANN001
    letter = send_by_hand()
    check(capsys, monkeypatch, NEXT_DAY)
    arrives(letter, "I am out of the office until 30 November. Please contact Priya.",
            sender="Dana Ortiz <dana.ortiz@northwind.example>",
            date="Wed, 25 Nov 2026 12:00:00 +0000")  # fmt: skip

    told = check(capsys, monkeypatch, DUE)

    assert [what for what, _ in told] == ["automatic", "follow_up"]


def test_an_answer_in_time_closes_the_loop_and_no_follow_up_is_drafted(
    capsys, monkeypatch  # noqa: ANN001
) -> None:  # fmt: skip
    letter = send_by_hand()
    check(capsys, monkeypatch, NEXT_DAY)
    arrives(letter, "Thank you, Robin. Could you tell us the reason?",
            sender="Dana Ortiz <dana.ortiz@northwind.example>",
            date="Wed, 25 Nov 2026 12:00:00 +0000")  # fmt: skip

    ((what, text),) = check(capsys, monkeypatch, DUE)

    assert what == "answer"
    assert "asks for the reason" in text
    assert drafts() == []
    assert state(capsys) == "answered"


def test_an_answer_that_comes_after_the_follow_up_was_drafted_closes_the_loop(
    capsys, monkeypatch  # noqa: ANN001
) -> None:  # fmt: skip
    letter = send_by_hand()
    check(capsys, monkeypatch, NEXT_DAY)
    check(capsys, monkeypatch, DUE)
    arrives(letter, "Thanks, all good.", sender="Dana Ortiz <dana.ortiz@northwind.example>",
            date="Fri, 27 Nov 2026 12:00:00 +0000")  # fmt: skip

    told = check(capsys, monkeypatch, "2026-11-27T17:00:00+00:00")

    assert "answer" in [what for what, _ in told]
    assert state(capsys) == "answered"


def test_an_answer_makes_the_follow_up_in_drafts_needless_and_says_so(capsys, monkeypatch) -> None:  # noqa: ANN001
    letter = send_by_hand()
    check(capsys, monkeypatch, DUE)
    assert len(drafts()) == 1
    arrives(
        letter,
        "Thank you, all clear.",
        sender="Dana Ortiz <dana.ortiz@northwind.example>",
        date="Fri, 27 Nov 2026 11:00:00 +0000",
    )

    notices = check(capsys, monkeypatch, LATER)

    assert [what for what, _ in notices] == ["answer"]  # no word of a draft that lies unsent
    assert "not needed any more: `bowout discard" in notices[0][1]
    assert len(drafts()) == 1  # it is the user's to discard
