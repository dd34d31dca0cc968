import os
from pathlib import Path

import pytest

from mailer.errors import UnreadableError, UsageError
from mailer.provider import Account
from mailer.settings import (
    SETTINGS,
    check_account_name,
    delete_account,
    find_places,
    load_settings,
    save_account,
    save_default_account,
)

SAM = Account(
    "work", "maildir", "sam@rivera.example", "Sam Rivera", ("s@alias.example",), {"path": "/mail"}
)


def test_a_missing_file_means_defaults(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "config.toml")

    assert settings["reminders.after"] == "3d"
    assert settings.default_account == ""


def test_an_account_reads_back_as_it_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"

    save_account(path, SAM, make_default=False)

    assert load_settings(path).accounts == {"work": SAM}


def test_the_only_account_is_the_default(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    save_account(path, SAM, make_default=False)

    assert load_settings(path).default_account == "work"


def test_comments_and_other_accounts_stay(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('# mine\n[accounts.other]\nprovider = "imap" # keep\naddress = "o@x.example"\n')

    save_account(path, SAM, make_default=True)
    save_default_account(path, "other")
    delete_account(path, "work")

    text = path.read_text()
    assert "# mine" in text
    assert "# keep" in text
    assert list(load_settings(path).accounts) == ["other"]
    assert load_settings(path).default_account == "other"


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_the_file_is_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"

    save_account(path, SAM, make_default=False)

    assert path.stat().st_mode & 0o777 == 0o600
    assert not [p for p in tmp_path.iterdir() if p != path]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a = ?\n", "line 1"),
        ("\n\ndefault_acount = 'x'\n", "line 3"),
        ("[reminders]\nafter = 3\n", "line 2"),
        ("[accounts.a]\naddress = 'x'\n", "accounts.a.provider"),
        ("[accounts.a]\nprovider = 'imap'\nport = 993\n", "line 3"),
        ("accounts = 3\n", "line 1"),
        ("[accounts.a]\nprovider = 'x'\n[accounts.b]\nprovider = 3\n", "line 4"),
        ("[accounts.a]\nprovider = 'x'\n\n[accounts.'b']\naddress = 'x'\n", "line 4"),
        ("[letters]\nsign_with = 'S'\n[reminders]\nsignature = 'x'\n", "line 4"),
        ("letters = { stay_in_touch = 'x' }\n", "line 1"),
    ],
)
def test_a_damaged_file_is_said_with_its_line_and_never_overwritten(
    tmp_path: Path, text: str, where: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)

    with pytest.raises(UnreadableError) as caught:
        save_account(path, SAM, make_default=True)

    assert str(path) in caught.value.message
    assert where in caught.value.message
    assert path.read_text() == text


@pytest.mark.parametrize("name", ["", "../x", "a/b", "a b", ".hidden", "x" * 41, "a\n"])
def test_an_account_name_can_not_leave_its_folder(name: str) -> None:
    with pytest.raises(UsageError):
        check_account_name(name)


def test_one_folder_holds_all_where_the_environment_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOWOUT_HOME", str(tmp_path))

    places = find_places()

    assert places.config.parent == tmp_path
    assert tmp_path in places.journal.parents


def test_every_setting_has_a_default_of_its_type() -> None:
    assert all(isinstance(s.default, s.kind) for s in SETTINGS)
