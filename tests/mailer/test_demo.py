import mailbox
import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mailer.demo.mailbox import DEMO_ACCOUNT, lay_down
from mailer.errors import ProviderUnavailableError, UsageError
from mailer.parsing import parse_message
from mailer.threads import group_threads
from providers.maildir.layout import find_mailboxes
from providers.maildir.store import list_entries

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 11, 10, 9, 0, tzinfo=BERLIN),
        datetime(2026, 11, 14, 23, 30, tzinfo=BERLIN),  # a Saturday
        datetime(2027, 1, 3, 0, 5, tzinfo=BERLIN),  # a Sunday after new year
        datetime(2026, 3, 29, 12, 0, tzinfo=BERLIN),  # the day summer time begins
    ],
)
def test_the_sample_is_laid_down_around_any_day(tmp_path: Path, now: datetime) -> None:
    count = lay_down(tmp_path / "mail", now=now)

    inbox = mailbox.Maildir(tmp_path / "mail", create=False)
    folders = [inbox, *(inbox.get_folder(name) for name in inbox.list_folders())]
    raw = [folder.get_bytes(key) for folder in folders for key in folder.keys()]  # noqa: SIM118 - no mapping
    messages = [parse_message(one, key=str(n)) for n, one in enumerate(raw)]
    assert count == len(messages) >= 200
    assert all(m.message_id and m.subject and m.sender.address for m in messages)
    assert all(m.date <= now for m in messages)
    assert len({m.message_id for m in messages}) == count
    second_round = next(m for m in messages if m.calendars)
    assert "METHOD:REQUEST" in second_round.calendars[0]


def test_talks_are_threads(tmp_path: Path) -> None:
    lay_down(tmp_path / "mail", now=datetime(2026, 11, 10, 9, 0, tzinfo=BERLIN))
    files = [p for p in (tmp_path / "mail").rglob("cur/*") if p.is_file()]

    threads = group_threads(parse_message(p.read_bytes(), key=p.name) for p in files)

    subjects = {t.messages[0].subject: len(t.messages) for t in threads}
    assert subjects["Senior Data Engineer at Northwind: a first conversation"] == 5


def test_a_second_demo_replaces_the_first_and_nothing_else(tmp_path: Path) -> None:
    now = datetime(2026, 11, 10, 9, 0, tzinfo=BERLIN)
    first = lay_down(tmp_path / "mail", now=now)
    assert lay_down(tmp_path / "mail", now=now) == first

    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError):
        lay_down(tmp_path / "papers", now=now)
    assert (tmp_path / "papers" / "thesis.txt").read_text() == "mine"


def test_a_demo_that_was_cut_short_is_replaced_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime(2026, 11, 10, 9, 0, tzinfo=BERLIN)
    with monkeypatch.context() as patched:
        patched.setattr("mailer.demo.mailbox._FOLDERS", ("", "x" * 300))  # no file system has it
        with pytest.raises(ProviderUnavailableError):
            lay_down(tmp_path / "mail", now=now)
    assert any((tmp_path / "mail").iterdir())

    assert lay_down(tmp_path / "mail", now=now) >= 200


def test_its_files_have_names_that_windows_allows_where_it_must(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime(2026, 11, 10, 9, 0, tzinfo=BERLIN)
    monkeypatch.setattr("mailer.demo.mailbox.SEPARATOR", ";")
    count = lay_down(tmp_path / "mail", now=now)

    entries = [e for m in find_mailboxes(tmp_path / "mail") for e in list_entries(m.path)]

    assert len(entries) == count
    assert not [e for e in entries if re.search(r'[<>:"|?*]', Path(e.path).name)]
    assert any(e.is_read for e in entries)


def test_the_account_belongs_to_the_mailbox() -> None:
    assert DEMO_ACCOUNT.address.endswith(".example")
