import json
from pathlib import Path

import pytest

from mailer.cli.main import run
from mailer.journal import Journal
from mailer.settings import find_places


@pytest.fixture
def demo(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOWOUT_NOW", "2026-11-16T10:00:00+01:00")
    assert run(["demo", "--path", str(tmp_path / "mail")]) == 0
    capsys.readouterr()


def _document(capsys: pytest.CaptureFixture[str]) -> dict:
    return json.loads(capsys.readouterr().out)


def test_without_a_query_it_advises_and_stores_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["decide", "--reason", "compensation", "--json"]) == 0

    document = _document(capsys)
    assert (document["kind"], document["talk_first"]) == ("clarify", True)
    assert (document["withdrawal"], document["stored"]) == (None, False)
    assert not find_places().journal.exists()


def test_where_nobody_can_be_asked_it_shows_the_four_questions(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["decide"]) == 0

    assert capsys.readouterr().out.count("?") == 4


@pytest.mark.usefixtures("demo")
def test_the_answers_are_kept_with_the_process_and_the_mailbox_is_not_touched(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    before = sorted(p.name for p in (tmp_path / "mail").rglob("*"))
    arguments = ["decide", "northwind", "--committed", "--no-talk", "--reason", "accepted-offer"]

    assert run([*arguments, "--json"]) == 0

    document = _document(capsys)
    assert document["stored"] is True
    assert [q["answer"] for q in document["questions"]] == [True, None, None, False]
    assert sorted(p.name for p in (tmp_path / "mail").rglob("*")) == before
    journal = Journal(find_places().journal)
    kept = journal.withdrawal(document["withdrawal"])
    journal.close()
    assert kept.facts["decision"]["answers"] == {"committed": True, "talk": False}
    assert kept.reason == "accepted-offer"


@pytest.mark.usefixtures("demo")
def test_deciding_twice_is_one_withdrawal_and_keeps_the_reason(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["decide", "northwind", "--reason", "timing", "--json"])
    first = _document(capsys)

    assert run(["decide", "northwind", "--talk", "--json"]) == 0

    second = _document(capsys)
    assert second["withdrawal"] == first["withdrawal"]
    journal = Journal(find_places().journal)
    assert journal.withdrawal(first["withdrawal"]).reason == "timing"
    journal.close()


@pytest.mark.usefixtures("demo")
def test_what_nobody_knows_is_exit_status_4(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["decide", "nobody-ever-heard-of-it", "--talk"]) == 4
    assert "No interview process fits" in capsys.readouterr().err


def test_a_thread_without_a_query_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["decide", "--thread", "x"]) == 2
    assert "--thread" in capsys.readouterr().err
