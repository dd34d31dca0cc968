import multiprocessing
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import keyring.backends.null
import keyring.errors
import pytest

from mailer.errors import SecretStoreError
from mailer.provider import Account, Context
from providers._secrets import Secrets

LARGE = "token-ä-" * 2000


class WinError(Exception):
    """As `pywintypes.error`: a plain Exception, which the library passes on as it is."""


class WindowsLike(keyring.backend.KeyringBackend):
    """Refuses what Windows Credential Manager refuses: more than 2,560 bytes of UTF-16."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password.encode("utf-16-le")) > 2560:
            raise WinError(1783, "CredWrite", "The stub received bad data")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise keyring.errors.PasswordDeleteError("not there")
        del self.kept[service, username]


class Locked(WindowsLike):
    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked("locked")


class NoSession(WindowsLike):
    """Credential Manager over SSH."""

    def get_password(self, service: str, username: str) -> str | None:
        raise WinError(1312, "CredRead", "A specified logon session does not exist")


class ReadOnly(WindowsLike):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise WinError(5, "CredWrite", "Access is denied")


class Forgetful(WindowsLike):
    def set_password(self, service: str, username: str, password: str) -> None:
        pass


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> WindowsLike:
    backend = WindowsLike()
    use(monkeypatch, backend)
    return backend


def use(monkeypatch: pytest.MonkeyPatch, backend: keyring.backend.KeyringBackend) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend)


def secrets(folder: Path, **options: str) -> Secrets:
    account = Account("work", "gmail", "sam@rivera.example", options=options)
    return Secrets(account, Context(folder=folder, now=lambda: datetime.now(UTC)))


def test_nothing_is_kept_at_first(tmp_path: Path, store: WindowsLike) -> None:
    assert secrets(tmp_path).read() is None


def test_G75_a_large_secret_fits_a_store_with_small_entries(
    tmp_path: Path, store: WindowsLike
) -> None:
    secrets(tmp_path).write(LARGE)

    assert secrets(tmp_path).read() == LARGE
    assert {len(value) for value in store.kept.values()} == {44}


def test_nothing_readable_lies_on_the_disk(tmp_path: Path, store: WindowsLike) -> None:
    secrets(tmp_path).write("very-secret-token")

    assert all(b"very-secret" not in p.read_bytes() for p in tmp_path.iterdir())
    if os.name == "posix":
        assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


def test_deleting_forgets_key_and_secret(tmp_path: Path, store: WindowsLike) -> None:
    secrets(tmp_path).write("x")

    secrets(tmp_path).delete()
    secrets(tmp_path).delete()

    assert secrets(tmp_path).read() is None
    assert not store.kept


def test_a_lost_key_means_sign_in_again_and_not_a_crash(tmp_path: Path, store: WindowsLike) -> None:
    secrets(tmp_path).write("x")
    store.kept.clear()

    assert secrets(tmp_path).read() is None


def test_G76_a_damaged_file_is_put_aside(tmp_path: Path, store: WindowsLike) -> None:
    secrets(tmp_path).write("x")
    (tmp_path / "secret").write_bytes(b"rubbish")

    with pytest.raises(SecretStoreError, match="put aside"):
        secrets(tmp_path).read()

    assert (tmp_path / "secret.damaged-1").read_bytes() == b"rubbish"
    assert secrets(tmp_path).read() is None


@pytest.mark.parametrize(
    ("backend", "why"),
    [
        (keyring.backends.fail.Keyring(), "none on this machine"),
        (keyring.backends.null.Keyring(), "none on this machine"),
        (Locked(), "locked"),
        (NoSession(), "it fails"),
        (ReadOnly(), "it fails"),
        (Forgetful(), "does not keep"),
    ],
)
@pytest.mark.parametrize("act", [lambda kept: kept.prepare(), lambda kept: kept.write("x")])
def test_G74_a_store_that_keeps_nothing_is_found_before_anything_is_lost(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    backend: keyring.backend.KeyringBackend,
    why: str,
    act: Callable[[Secrets], None],
) -> None:
    use(monkeypatch, backend)

    with pytest.raises(SecretStoreError, match=why) as caught:
        act(secrets(tmp_path))

    assert "file" in caught.value.hint
    assert not (tmp_path / "secret").exists()


def test_the_probe_names_the_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Locked())

    check = secrets(tmp_path).probe()

    assert not check.is_ok
    assert check.mend


def test_preparing_leaves_nothing_behind(tmp_path: Path, store: WindowsLike) -> None:
    secrets(tmp_path).prepare()

    assert not store.kept
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["nowhere.Keyring", "keyring.backends.fail.Nothing"])
def test_a_backend_that_is_named_and_not_installed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)

    with pytest.raises(SecretStoreError, match="it fails"):
        secrets(tmp_path).prepare()


def test_a_new_sign_in_leaves_one_key_in_the_keyring(tmp_path: Path, store: WindowsLike) -> None:
    secrets(tmp_path).keep("first")
    secrets(tmp_path).keep("second")

    assert len(store.kept) == 1
    assert secrets(tmp_path).read() == "second"


def test_a_secret_that_can_t_be_written_leaves_the_old_one_and_no_key(
    tmp_path: Path, store: WindowsLike, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets(tmp_path).keep("old")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(SecretStoreError, match="No space left"):
            secrets(tmp_path).keep("new")

    assert secrets(tmp_path).read() == "old"
    assert len(store.kept) == 1
    assert {p.name for p in tmp_path.iterdir()} <= {"secret", "secret.lock"}


def test_accounts_of_one_name_in_two_homes_share_no_key(tmp_path: Path, store: WindowsLike) -> None:
    for home in ("one", "two"):
        (tmp_path / home).mkdir()
        secrets(tmp_path / home).keep(home)

    secrets(tmp_path / "one").delete()

    assert secrets(tmp_path / "two").read() == "two"


def test_what_a_passphrase_keeps_is_read_whatever_the_environment_says_later(
    tmp_path: Path, store: WindowsLike, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOWOUT_PASSPHRASE", "correct horse")
    monkeypatch.setenv("BOWOUT_SECRETS", "file")
    secrets(tmp_path).keep("first")
    monkeypatch.delenv("BOWOUT_SECRETS")
    kept = secrets(tmp_path)

    assert kept.read() == "first"
    kept.write("rotated")

    assert secrets(tmp_path).read() == "rotated"
    assert not store.kept


def test_a_sign_in_moves_from_the_keyring_to_a_file_and_back(
    tmp_path: Path, store: WindowsLike, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOWOUT_PASSPHRASE", "correct horse")
    secrets(tmp_path).keep("first")

    secrets(tmp_path, secrets="file").keep("second")
    assert not store.kept
    secrets(tmp_path, secrets="keyring").keep("third")

    monkeypatch.delenv("BOWOUT_PASSPHRASE")
    assert secrets(tmp_path).read() == "third"


class Typist:
    """Somebody who types these answers, one after the other."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def ask(self, question: str, *, secret: bool = False) -> str:
        assert secret
        self.asked.append(question)
        return self.answers.pop(0)

    def say(self, text: str) -> None:
        assert text == "That is not the passphrase."

    def open_browser(self, url: str) -> bool:
        raise AssertionError(url)


def typed(folder: Path, person: Typist) -> Secrets:
    account = Account("work", "gmail", "sam@rivera.example", options={"secrets": "file"})
    return Secrets(account, Context(folder, lambda: datetime.now(UTC), terminal=person))


def test_a_new_passphrase_is_asked_for_twice_and_a_known_one_once_a_run(tmp_path: Path) -> None:
    new, known = Typist("horse", "horse"), Typist("horse")

    kept = typed(tmp_path, new)
    kept.prepare()
    kept.keep("first")
    kept = typed(tmp_path, known)
    assert kept.read() == "first"
    kept.write("second")

    assert kept.read() == "second"
    assert (len(new.asked), len(known.asked)) == (2, 1)


@pytest.mark.parametrize("answers", [("horse", "hrose"), ("",)])
def test_a_passphrase_that_was_mistyped_or_empty_keeps_nothing(
    tmp_path: Path, answers: tuple[str, ...]
) -> None:
    with pytest.raises(SecretStoreError, match="Nothing was kept"):
        typed(tmp_path, Typist(*answers)).prepare()

    assert not list(tmp_path.iterdir())


def test_a_wrong_passphrase_can_be_typed_again_but_not_for_ever(tmp_path: Path) -> None:
    typed(tmp_path, Typist("horse", "horse")).keep("x")

    assert typed(tmp_path, Typist("cow", "horse")).read() == "x"

    person = Typist("cow", "goat", "hen", "horse")
    with pytest.raises(SecretStoreError, match="does not open"):
        typed(tmp_path, person).read()
    assert person.answers == ["horse"]


def test_a_damaged_file_asks_for_no_passphrase(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b'{"kind": "file", "entry": "", "salt": "zz"}\ngAAAA')

    with pytest.raises(SecretStoreError, match="put aside"):
        typed(tmp_path, Typist()).read()


def test_a_headless_machine_can_keep_them_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOWOUT_PASSPHRASE", "correct horse")
    secrets(tmp_path, secrets="file").write(LARGE)
    assert secrets(tmp_path, secrets="file").read() == LARGE

    monkeypatch.setenv("BOWOUT_PASSPHRASE", "wrong")
    with pytest.raises(SecretStoreError, match="passphrase"):
        secrets(tmp_path, secrets="file").read()
    assert (tmp_path / "secret").exists()


def test_G74_an_empty_passphrase_in_the_environment_counts_as_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOWOUT_PASSPHRASE", "")
    secrets(tmp_path, secrets="file").write("x")

    assert secrets(tmp_path, secrets="file").read() == "x"


def test_without_a_passphrase_and_a_terminal_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(SecretStoreError, match="nobody is there"):
        secrets(tmp_path, secrets="file").write("x")


def _rotate(folder: str) -> None:
    os.environ["BOWOUT_PASSPHRASE"] = "p"
    kept = secrets(Path(folder), secrets="file")
    for _ in range(3):
        with kept.lock():
            kept.write(str(int(kept.read() or "0") + 1))


def test_G76_concurrent_runs_lose_no_rotation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_rotate, args=(str(tmp_path),)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    monkeypatch.setenv("BOWOUT_PASSPHRASE", "p")

    assert [w.exitcode for w in workers] == [0, 0]
    assert secrets(tmp_path, secrets="file").read() == "6"


SCRIPT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from mailer.provider import Account, Context
from providers._secrets import Secrets

account = Account("work", "gmail", "s@x.example")
kept = Secrets(account, Context(Path(sys.argv[1]), lambda: datetime.now(UTC)))
assert kept.read() is None
kept.write("token" * 3000)
assert kept.read() == "token" * 3000
print(kept.probe().detail)
kept.delete()
assert kept.read() is None
"""


LOCKED = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from mailer.errors import SecretStoreError
from mailer.provider import Account, Context
from providers._secrets import Secrets

account = Account("work", "gmail", "s@x.example")
kept = Secrets(account, Context(Path(sys.argv[1]), lambda: datetime.now(UTC)))
for act in (kept.prepare, lambda: kept.write("token")):
    try:
        act()
    except SecretStoreError as error:
        print(error.message, error.hint)
print(kept.probe().is_ok)
"""


@pytest.fixture
def secret_service(tmp_path: Path, wants) -> Callable[[str, str], str]:  # noqa: ANN001 - a fixture
    """Return what a script says in a session whose keyring is opened with that password."""
    wants("gnome-keyring-daemon", "gnome-keyring")
    wants("dbus-run-session", "dbus")
    (tmp_path / "account").mkdir()
    (tmp_path / "run").mkdir(mode=0o700)
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
    }
    unlock = "printf {} | gnome-keyring-daemon --unlock --components=secrets >/dev/null"

    def run(password: str, script: str) -> str:
        (tmp_path / "script.py").write_text(textwrap.dedent(script))
        words = f"'{sys.executable}' '{tmp_path / 'script.py'}' '{tmp_path / 'account'}'"
        done = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", f"{unlock.format(password)}; {words}"],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return run


@pytest.mark.server
def test_a_real_secret_service_keeps_them(secret_service: Callable[[str, str], str]) -> None:
    assert secret_service("pw", SCRIPT) == "SecretService Keyring"


@pytest.mark.server
def test_a_real_secret_service_that_is_locked_is_said_to_be(
    secret_service: Callable[[str, str], str],
) -> None:
    secret_service("pw", SCRIPT)  # makes the keyring

    *said, is_ok = secret_service("wrong", LOCKED).splitlines()

    assert len(said) == 2
    assert all("it is locked" in line and "Unlock it" in line for line in said)
    assert is_ok == "False"
