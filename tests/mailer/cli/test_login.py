"""`login`: what happens to an account that is known already."""

from pathlib import Path

import pytest

from mailer.cli.main import run
from mailer.settings import find_places, load_settings


@pytest.fixture
def mailbox(tmp_path: Path) -> str:
    for name in ("cur", "new", "tmp"):
        (tmp_path / "mail" / name).mkdir(parents=True)
    return str(tmp_path / "mail")


def test_an_account_never_moves_to_another_mailbox_unasked(
    mailbox: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["login", "maildir", mailbox, "--address", "sam@rivera.example"]) == 0

    assert run(["login", "maildir", mailbox, "--address", "kim@rivera.example"]) == 2

    assert "bowout logout maildir" in capsys.readouterr().err
    assert load_settings(find_places().config).accounts["maildir"].address == "sam@rivera.example"


def test_signing_in_again_keeps_what_was_said_before(mailbox: str) -> None:
    first = [
        "--address",
        "sam@rivera.example",
        "--name",
        "Sam Rivera",
        "--alias",
        "s@rivera.example",
    ]
    assert run(["login", "maildir", mailbox, *first]) == 0

    assert run(["login", "maildir", mailbox, "--address", "Sam@Rivera.example"]) == 0

    account = load_settings(find_places().config).accounts["maildir"]
    assert (account.display_name, account.aliases) == ("Sam Rivera", ("s@rivera.example",))
