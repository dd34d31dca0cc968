"""Where every provider keeps its secrets: a key in the system's keyring, the rest encrypted.

The keyring holds one 44-character key a sign-in; the secret itself (a token cache may have 13 kB,
Windows Credential Manager takes 2,560 bytes: G75) lies encrypted with it in a file of mode 0600
in the account's own folder, replaced atomically. Without a keyring (a headless machine, G74) the
user can opt in to a key made from a passphrase (scrypt): option `secrets=file` or the environment
variable BOWOUT_SECRETS=file, with the passphrase from BOWOUT_PASSPHRASE or the terminal.

The file's first line says which of the two it is; what was kept is always read, and written again
after a refresh, with the key that it was kept with. Only a new sign-in chooses anew.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from mailer.errors import SecretStoreError
from mailer.provider import Account, Check, Context, LoginOption
from providers import _keyring
from providers._passphrase import Passphrase

SECRETS_OPTION = LoginOption(
    name="secrets",
    help="Keep the key to your secrets in the system's keyring, or make it from a passphrase "
    "(for machines without one).",
    choices=("keyring", "file"),
)

_LOCK_SECONDS = 30
_FORMAT = 1
_TOKEN = b"gAAAA"
"""How Fernet's tokens begin: the version 0x80 and the upper half of a time."""


@dataclass(frozen=True, slots=True)
class _Header:
    """What the file's first line says: how to come by the key."""

    kind: str
    """`keyring` or `file`."""
    entry: str = ""
    """The name of the keyring's entry."""
    salt: str = ""
    """Of the passphrase's key, in hex."""


class Secrets:
    """The one secret of one account: a password, or a token cache as text."""

    def __init__(self, account: Account, context: Context) -> None:
        """Name the place; nothing is opened yet."""
        self._account = account
        self._context = context
        self._path = context.folder / "secret"
        self._passphrase = Passphrase(account, context)
        self._opened: tuple[_Header, bytes] | None = None
        """The key of what was read or written last, or that `prepare` made ready."""

    def read(self) -> str | None:
        """Return the secret, or None where none is kept or its key is lost.

        Raises:
            SecretStoreError: the keyring is missing, locked or failing, the passphrase is wrong,
                or the file is damaged (it is put aside; sign in again).
        """
        envelope = self._load()
        if envelope is None:
            return None
        header = _header_of(envelope)
        if header is None:
            raise self._damaged()
        while (key := self._key(header)) is not None:
            value = _decrypted(envelope, key)
            if value is not None:
                self._opened = header, key
                return value
            if header.kind == "keyring":
                raise self._damaged()
            if not self._passphrase.reject():
                raise self._wrong_passphrase()
        return None

    def write(self, value: str) -> None:
        """Keep the secret, encrypted; a cut leaves the old one whole. Call it under `lock`.

        Raises:
            SecretStoreError: there is no place to keep it; the old one is still there.
        """
        from cryptography.fernet import Fernet

        before = _header_of(self._load() or b"")
        header, key = self._opened or self._make_key()
        first = json.dumps({"v": _FORMAT, **asdict(header)}).encode() + b"\n"
        try:
            self._replace(first + Fernet(key).encrypt(value.encode()))
        except SecretStoreError:
            if header.entry and header != before:
                _keyring.forget(header.entry)
            raise
        self._opened = header, key
        if before and before.entry not in ("", header.entry):
            _keyring.forget(before.entry)

    def keep(self, value: str) -> None:
        """Keep the secret of a new sign-in; no run that refreshes the old one undoes it (G76)."""
        with self.lock():
            self.write(value)

    def delete(self) -> None:
        """Forget the secret and its key; what is not there is no error.

        Raises:
            SecretStoreError: the file can't be deleted.
        """
        header = _header_of(self._load() or b"")
        self._opened = None
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise self._unreachable("deleted", error) from error
        if header and header.entry:
            _keyring.forget(header.entry)

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other processes out while a token is read, rotated and written (G76)."""
        from filelock import FileLock, Timeout

        lock = FileLock(self._context.folder / "secret.lock", timeout=_LOCK_SECONDS, mode=0o600)
        try:
            lock.acquire()
        except Timeout as error:
            raise SecretStoreError(
                "Another bowout holds this account's secrets. Nothing was changed.",
                hint="Wait until it is done, then run the command again.",
            ) from error
        except OSError as error:
            raise self._unreachable("locked", error) from error
        try:
            yield
        finally:
            lock.release()

    def prepare(self) -> None:
        """Find out whether a new secret can be kept, before the user goes to any trouble.

        Raises:
            SecretStoreError: it can't; nothing was kept.
        """
        if self._wants_file:
            self._opened = self._make_key()
        else:
            _keyring.try_out()

    def probe(self) -> Check:
        """Look whether the store is there, changing nothing, for `doctor`."""
        try:
            header = _header_of(self._load() or b"")
            if header.kind == "file" if header else self._wants_file:
                detail = "a file encrypted with your passphrase"
            else:
                _keyring.fetch(header.entry if header else self._account.name)
                detail = _keyring.title()
        except SecretStoreError as error:
            return Check("secret store", is_ok=False, detail=error.message, mend=error.hint)
        return Check("secret store", is_ok=True, detail=detail)

    # --- the key ---

    @property
    def _wants_file(self) -> bool:
        wanted = self._account.options.get("secrets") or os.environ.get("BOWOUT_SECRETS", "")
        return wanted == "file"

    def _key(self, header: _Header) -> bytes | None:
        """Return the key of what is kept; None where the keyring has lost it."""
        if self._opened and self._opened[0] == header:
            return self._opened[1]
        if header.kind == "file":
            return self._passphrase.make_key(header.salt)
        known = _keyring.fetch(header.entry)
        return known.encode() if known else None

    def _make_key(self) -> tuple[_Header, bytes]:
        if self._wants_file:
            salt = secrets.token_hex(16)
            return _Header("file", salt=salt), self._passphrase.make_key(salt, is_new=True)
        from cryptography.fernet import Fernet

        # never a name used before: another home (BOWOUT_HOME) may have an account of that name
        entry = f"{self._account.name}-{secrets.token_hex(4)}"
        key = Fernet.generate_key()
        _keyring.store(entry, key.decode())
        return _Header("keyring", entry=entry), key

    # --- the file ---

    def _load(self) -> bytes | None:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unreachable("read", error) from error

    def _replace(self, content: bytes) -> None:
        temporary = self._path.with_name(".secret.new")  # one: only who holds the lock writes
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(self._path)
        except OSError as error:
            raise self._unreachable("written", error) from error
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)

    def _wrong_passphrase(self) -> SecretStoreError:
        return SecretStoreError(
            "The passphrase does not open this account's secrets. Nothing was changed.",
            hint=f"Try again; if it is lost, sign in anew: {self._login}.",
        )

    def _damaged(self) -> SecretStoreError:
        """Say that the file is of no use; it is put aside, so that nothing overwrites it."""
        aside = _put_aside(self._path)
        return SecretStoreError(
            f"The secrets of {self._account.name} can't be read any more; they were put aside as "
            f"{aside.name}.",
            hint=f"Sign in again: {self._login}.",
        )

    def _unreachable(self, what: str, error: OSError) -> SecretStoreError:
        return SecretStoreError(
            f"The secrets of {self._account.name} can't be {what}: {error.strerror or error}. "
            "Nothing was changed.",
            hint="Free some space, or mend the permissions of the data folder.",
        )

    @property
    def _login(self) -> str:
        return f"`bowout login {self._account.provider} --account {self._account.name}`"


def _header_of(envelope: bytes) -> _Header | None:
    """Read the first line; None where the file is not as it was written."""
    first, _, token = envelope.partition(b"\n")
    try:
        fields = json.loads(first)
        header = _Header(str(fields["kind"]), str(fields["entry"]), str(fields["salt"]))
        bytes.fromhex(header.salt)
    except (ValueError, KeyError, TypeError):
        return None
    is_whole = header.kind in ("keyring", "file") and token.startswith(_TOKEN)
    return header if is_whole else None


def _decrypted(envelope: bytes, key: bytes) -> str | None:
    """Return what the envelope holds; None where the key is not the one, or the file damaged."""
    from cryptography.fernet import Fernet, InvalidToken

    try:
        return Fernet(key).decrypt(envelope.partition(b"\n")[2]).decode()
    except (InvalidToken, ValueError):
        return None


def _put_aside(path: Path) -> Path:
    """Rename a damaged file so that nothing overwrites it."""
    for number in range(1, 100):
        aside = path.with_name(f"{path.name}.damaged-{number}")
        if not aside.exists():
            path.replace(aside)
            return aside
    return path
