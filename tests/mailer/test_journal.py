import multiprocessing
import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mailer.errors import ProviderUnavailableError, UnreadableError
from mailer.journal import Journal
from mailer.journal_letters import LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.model import Call, CallOutcome, DraftRef, Kind

NOW = datetime(2026, 11, 10, 9, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "data" / "journal.sqlite3")


def add(
    journal: Journal, *, account: str = "work", ids: tuple[str, ...] = ("<a@x>",)
) -> Withdrawal:
    return journal.add_withdrawal(
        account=account,
        company="Northwind",
        role="Engineer",
        now=NOW,
        thread_keys=["t1"],
        message_ids=ids,
        facts={"stage": "interview"},
    )


def begin(journal: Journal, withdrawal: Withdrawal, text: str = "own text") -> int:
    return journal.begin_letter(
        withdrawal.id,
        kind=Kind.WITHDRAW,
        ref=DraftRef(key="", message_id="<m@x>", thread_key="t1"),
        parent_message_id="<a@x>",
        text=text,
        html=f"<p>{text}</p>",
        facts={"to": ["dana@northwind.example"]},
        now=NOW,
    ).id


def test_a_withdrawal_reads_back(journal: Journal) -> None:
    withdrawal = add(journal)

    assert journal.withdrawal(withdrawal.id) == withdrawal
    assert withdrawal.id.startswith("w")
    assert withdrawal.decided_at == NOW
    assert withdrawal.facts == {"stage": "interview"}


def test_it_is_found_by_any_message_id_of_its_own_account(journal: Journal) -> None:
    withdrawal = add(journal, ids=("<a@x>", "<b@x>"))

    assert journal.find_by_message_ids("work", ["<zzz@x>", "<b@x>"]) == withdrawal
    assert journal.find_by_message_ids("other", ["<b@x>"]) is None
    assert journal.find_by_message_ids("work", []) is None


def test_new_messages_are_added_to_a_withdrawal(journal: Journal) -> None:
    withdrawal = add(journal)

    changed = journal.update_withdrawal(withdrawal.id, message_ids=["<c@x>"], reason="timing")

    assert changed.message_ids == {"<a@x>", "<c@x>"}
    assert changed.reason == "timing"


def test_ids_never_collide(journal: Journal) -> None:
    ids = {add(journal, ids=()).id for _ in range(300)}

    assert len(ids) == 300


def test_a_letter_keeps_its_text_until_it_is_sent(journal: Journal) -> None:
    letter = begin(journal, add(journal))
    assert journal.letter(letter).text == "own text"

    sent = journal.update_letter(letter, now=NOW, state=LetterState.SENT, sent_at=NOW)

    assert (sent.text, sent.html) == ("", "")
    assert sent.sent_at == NOW


@pytest.mark.parametrize("state", [LetterState.DISCARDED, LetterState.GONE])
def test_the_text_goes_with_the_draft(journal: Journal, state: LetterState) -> None:
    letter = begin(journal, add(journal), text="a secret plan")

    journal.update_letter(letter, now=NOW, state=state)
    journal.close()

    assert b"a secret plan" not in journal.path.read_bytes()


def test_calls_are_kept_by_time_and_can_be_changed(journal: Journal) -> None:
    withdrawal = add(journal)
    late = Call(outcome=CallOutcome.REACHED, at=NOW, with_name="Dana")
    early = Call(outcome=CallOutcome.VOICEMAIL, at=NOW - timedelta(hours=2))
    number = journal.add_call(withdrawal.id, late)
    journal.add_call(withdrawal.id, early)

    assert [c for _, c in journal.list_calls(withdrawal.id)] == [early, late]

    journal.replace_call(number, None)
    assert [c for _, c in journal.list_calls(withdrawal.id)] == [early]


def test_an_act_without_an_end_shows_a_crash(journal: Journal) -> None:
    withdrawal = add(journal)
    done = journal.begin_act(withdrawal.id, "save_reply", now=NOW)
    journal.end_act(done, "stored", now=NOW)
    journal.begin_act(withdrawal.id, "send_draft", now=NOW)

    first, second = journal.list_acts(withdrawal.id)

    assert (first.outcome, first.ended_at) == ("stored", NOW)
    assert second.ended_at is None


def test_forgetting_leaves_no_byte_behind(journal: Journal) -> None:
    withdrawal = add(journal)
    begin(journal, withdrawal, text="nobody shall read this")
    journal.add_reflection(withdrawal.id, "a note of mine", now=NOW)

    journal.forget(withdrawal.id)
    journal.close()

    files = b"".join(p.read_bytes() for p in journal.path.parent.iterdir())
    assert b"nobody shall read this" not in files
    assert b"a note of mine" not in files
    assert b"northwind" not in files


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_the_file_is_for_the_user_alone(journal: Journal) -> None:
    add(journal)

    modes = {p.name: p.stat().st_mode & 0o077 for p in journal.path.parent.iterdir()}

    assert set(modes.values()) == {0}
    assert journal.path.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "content", [b"not a database at all, " * 50, b"SQLite format 3\x00" + b"\xff" * 4000]
)
def test_a_damaged_journal_is_said_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "journal.sqlite3"
    path.write_bytes(content)

    with pytest.raises(UnreadableError) as caught:
        Journal(path)

    assert str(path) in caught.value.message
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE letters SET state = 'mislaid'",
        "UPDATE letters SET facts = '{'",
        "UPDATE letters SET created_at = 'yesterday'",
        "UPDATE calls SET outcome = 'hung up'",
        "UPDATE acts SET begun_at = ''",
        "UPDATE reflections SET at = 'once'",
        "UPDATE withdrawals SET thread_keys = 'none'",
    ],
)
def test_a_damaged_row_is_said_as_a_damaged_journal(journal: Journal, damage: str) -> None:
    withdrawal = add(journal)
    begin(journal, withdrawal)
    journal.begin_act(withdrawal.id, "save_reply", now=NOW)
    journal.add_call(withdrawal.id, Call(outcome=CallOutcome.REACHED, at=NOW))
    journal.add_reflection(withdrawal.id, "a good talk", now=NOW)
    read_all(journal, withdrawal.id)
    journal._db.execute(damage)

    with pytest.raises(UnreadableError, match="left as it is"):
        read_all(journal, withdrawal.id)


def read_all(journal: Journal, withdrawal: str) -> None:
    journal.withdrawal(withdrawal)
    journal.list_letters(withdrawal)
    journal.list_acts(withdrawal)
    journal.list_calls(withdrawal)
    journal.list_reflections(withdrawal)


def test_a_journal_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    Journal(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")

    with pytest.raises(UnreadableError, match="newer"):
        Journal(path)


def test_a_failing_migration_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    with pytest.raises(ProviderUnavailableError):
        Journal(path, migrations=["CREATE TABLE one (a TEXT) STRICT; CREATE NONSENSE"])

    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0


def _write_many(path: Path, start: float) -> None:
    journal = Journal(path)
    for _ in range(25):
        add(journal, ids=())


def test_processes_that_start_together_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_write_many, args=(path, 0.0)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)

    assert [w.exitcode for w in workers] == [0, 0, 0]
    assert len(Journal(path).list_withdrawals()) == 75
