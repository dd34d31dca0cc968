import multiprocessing
import os
import subprocess
import sys
import textwrap
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


class WindowsLike(keyring.backend.KeyringBackend):
    """Refuses what Windows Credential Manager refuses: more than 2,560 bytes of UTF-16."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password.encode("utf-16-le")) > 2560:
            raise OSError(1783, "CredWrite", "The stub received bad data")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise keyring.errors.PasswordDeleteError("not there")
        del self.kept[service, username]


class Locked(WindowsLike):
    def get_password(self, service: str, username: str) -> str | None:
        raise keyring.errors.KeyringLocked("locked")


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
        (Forgetful(), "did not keep"),
    ],
)
def test_G74_a_store_that_keeps_nothing_is_found_before_anything_is_lost(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    backend: keyring.backend.KeyringBackend,
    why: str,
) -> None:
    use(monkeypatch, backend)

    with pytest.raises(SecretStoreError, match=why) as caught:
        secrets(tmp_path).write("x")

    assert "file" in caught.value.hint
    assert not (tmp_path / "secret").exists()


def test_the_probe_names_the_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Locked())

    check = secrets(tmp_path).probe()

    assert not check.is_ok
    assert check.mend


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


@pytest.mark.server
def test_a_real_secret_service_keeps_them(tmp_path: Path, wants) -> None:  # noqa: ANN001 - a fixture
    wants("gnome-keyring-daemon", "gnome-keyring")
    wants("dbus-run-session", "dbus")
    script = tmp_path / "script.py"
    script.write_text(textwrap.dedent(SCRIPT))
    folder = tmp_path / "account"
    folder.mkdir()
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
    }
    unlock = "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
    done = subprocess.run(
        [
            "dbus-run-session",
            "--",
            "sh",
            "-c",
            f"{unlock}; '{sys.executable}' '{script}' '{folder}'",
        ],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
