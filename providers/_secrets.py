"""Where every provider keeps its secrets: a key in the system's keyring, the rest encrypted.

The keyring holds one 44-character key an account; the secret itself (a token cache may have 13 kB,
Windows Credential Manager takes 2,560 bytes: G75) lies encrypted with it in a file of mode 0600
in the account's own folder, replaced atomically. Without a keyring (a headless machine, G74) the
user can opt in to a key made from a passphrase (scrypt): option `secrets=file` or the environment
variable BOWOUT_SECRETS=file, with the passphrase from BOWOUT_PASSPHRASE or the terminal.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mailer.errors import SecretStoreError
from mailer.provider import Account, Check, Context, LoginOption

SERVICE = "bowout"

SECRETS_OPTION = LoginOption(
    name="secrets",
    help="Keep secrets in the system's keyring, or in a file encrypted with a passphrase.",
    choices=("keyring", "file"),
)

_LOCK_SECONDS = 30
_SALT_BYTES = 16
_MENDS = {
    "linux": "Install and unlock a Secret Service (gnome-keyring or KWallet), or sign in with "
    "--secrets file and a passphrase.",
    "darwin": "Unlock the login keychain in Keychain Access, or sign in with --secrets file.",
    "win32": "Check that Credential Manager works for your user, or sign in with --secrets file.",
}


class Secrets:
    """The one secret of one account: a password, or a token cache as text."""

    def __init__(self, account: Account, context: Context) -> None:
        """Name the place; nothing is opened yet."""
        self._account = account
        self._context = context
        self._path = context.folder / "secret"
        self._passphrase: str | None = None

    def read(self) -> str | None:
        """Return the secret, or None where none is kept.

        Raises:
            SecretStoreError: the keyring is missing, locked or failing, the passphrase is wrong,
                or the file is damaged (it is put aside; sign in again).
        """
        from cryptography.fernet import InvalidToken

        try:
            envelope = self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unreadable(error) from error
        key = self._key(envelope, makes=False)
        if key is None:
            return None
        try:
            return _open(envelope, key)
        except InvalidToken as error:
            raise self._wrong_key(envelope) from error

    def write(self, value: str) -> None:
        """Keep the secret, encrypted; a cut leaves the old one whole.

        Raises:
            SecretStoreError: there is no place to keep it; nothing was kept.
        """
        from cryptography.fernet import Fernet

        salt = os.urandom(_SALT_BYTES) if self._uses_file else b""
        header = {"v": 1, "kind": "file" if salt else "keyring", "salt": salt.hex()}
        first = json.dumps(header).encode() + b"\n"
        key = self._key(first, makes=True)
        assert key is not None
        self._replace(first + Fernet(key).encrypt(value.encode()))

    def delete(self) -> None:
        """Forget the secret and its key; what is not there is no error."""
        self._path.unlink(missing_ok=True)
        if self._uses_file:
            return
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.delete_password(SERVICE, self._account.name)
        except (KeyringError, RuntimeError, OSError):
            return  # gone, or out of reach: without the file the key opens nothing

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other processes out while a token is read, rotated and written (G76)."""
        from filelock import FileLock, Timeout

        try:
            with FileLock(self._context.folder / "secret.lock", timeout=_LOCK_SECONDS, mode=0o600):
                yield
        except Timeout as error:
            raise SecretStoreError(
                "Another bowout holds this account's secrets. Nothing was changed.",
                hint="Wait until it is done, then run the command again.",
            ) from error

    def probe(self) -> Check:
        """Try the store without keeping anything, for login and `doctor`."""
        if self._uses_file:
            return Check("secret store", is_ok=True, detail="a file encrypted with your passphrase")
        try:
            self._require_keyring()
            self._get_password(SERVICE + ".probe", self._account.name)
        except SecretStoreError as error:
            return Check("secret store", is_ok=False, detail=error.message, mend=error.hint)
        return Check("secret store", is_ok=True, detail=self._backend_name())

    # --- the key ---

    @property
    def _uses_file(self) -> bool:
        wanted = self._account.options.get("secrets") or os.environ.get("BOWOUT_SECRETS", "")
        return wanted == "file"

    def _key(self, envelope: bytes, *, makes: bool) -> bytes | None:
        """Return the key of an envelope; None where the keyring has lost it."""
        if self._uses_file:
            return self._key_from_passphrase(_header(envelope).get("salt", ""))
        self._require_keyring()
        known = self._get_password(SERVICE, self._account.name)
        if known:
            return known.encode()
        return self._make_key() if makes else None

    def _make_key(self) -> bytes:
        import keyring
        from cryptography.fernet import Fernet
        from keyring.errors import KeyringError

        key = Fernet.generate_key()
        try:
            keyring.set_password(SERVICE, self._account.name, key.decode())
        except (KeyringError, RuntimeError, OSError) as error:
            raise self._no_keyring(f"it refused to keep a key ({type(error).__name__})") from error
        if self._get_password(SERVICE, self._account.name) != key.decode():
            raise self._no_keyring("it did not keep the key it was given")
        return key

    def _get_password(self, service: str, name: str) -> str | None:
        import keyring
        from keyring.errors import KeyringError, KeyringLocked

        try:
            return keyring.get_password(service, name)
        except KeyringLocked as error:
            raise self._no_keyring("it is locked") from error
        except (KeyringError, RuntimeError, OSError) as error:
            raise self._no_keyring(f"it fails ({type(error).__name__})") from error

    def _require_keyring(self) -> None:
        """Refuse the backends that keep nothing (G74)."""
        import keyring
        from keyring.backends import fail, null

        try:
            backend = keyring.get_keyring()
        except (RuntimeError, OSError) as error:
            raise self._no_keyring(f"it fails ({type(error).__name__})") from error
        if isinstance(backend, fail.Keyring | null.Keyring):
            raise self._no_keyring("there is none on this machine")

    def _backend_name(self) -> str:
        import keyring

        return str(getattr(keyring.get_keyring(), "name", "keyring"))

    def _key_from_passphrase(self, salt: str) -> bytes:
        material = hashlib.scrypt(
            self._ask_passphrase().encode(),
            salt=bytes.fromhex(salt),
            n=2**15,
            r=8,
            p=1,
            maxmem=64 * 1024 * 1024,
            dklen=32,
        )
        return base64.urlsafe_b64encode(material)

    def _ask_passphrase(self) -> str:
        if self._passphrase is None:
            self._passphrase = os.environ.get("BOWOUT_PASSPHRASE")
        if self._passphrase is None:
            if self._context.terminal is None:
                raise SecretStoreError(
                    "The secrets are encrypted with a passphrase and nobody is there to give it. "
                    "Nothing was changed.",
                    hint="Set BOWOUT_PASSPHRASE, or run the command in a terminal.",
                )
            self._passphrase = self._context.terminal.ask(
                f"Passphrase for the secrets of {self._account.name}", secret=True
            )
        return self._passphrase

    # --- the file ---

    def _replace(self, content: bytes) -> None:
        temporary = self._path.with_name(f".secret.{os.getpid()}")
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(self._path)
        except OSError as error:
            temporary.unlink(missing_ok=True)
            raise SecretStoreError(
                f"The secret can't be written: {error.strerror or error}. Nothing was kept.",
                hint="Free some space, or mend the permissions of the data folder.",
            ) from error

    def _wrong_key(self, envelope: bytes) -> SecretStoreError:
        """Say what a key that does not fit means; a damaged file is put aside, never lost."""
        if self._uses_file and _is_whole(envelope):
            self._passphrase = None
            return SecretStoreError(
                "The passphrase does not open this account's secrets. Nothing was changed.",
                hint="Try again; if it is lost, sign in anew with `bowout login`.",
            )
        aside = _put_aside(self._path)
        return SecretStoreError(
            f"The secrets of {self._account.name} can't be read any more; they were put aside as "
            f"{aside.name}.",
            hint=f"Sign in again: `bowout login {self._account.provider}`.",
        )

    def _unreadable(self, error: OSError) -> SecretStoreError:
        return SecretStoreError(
            f"The secrets of {self._account.name} can't be read: {error.strerror or error}.",
            hint="Mend the permissions of the data folder.",
        )

    def _no_keyring(self, why: str) -> SecretStoreError:
        return SecretStoreError(
            f"The system's keyring can't be used: {why}. Nothing was kept.",
            hint=_MENDS.get(sys.platform, _MENDS["linux"]),
        )


def _header(envelope: bytes) -> dict[str, Any]:
    try:
        header = json.loads(envelope.split(b"\n", 1)[0])
    except ValueError:
        return {}
    return header if isinstance(header, dict) else {}


def _is_whole(envelope: bytes) -> bool:
    """Tell whether the file looks as it was written (the token begins with the version 0x80)."""
    token = envelope.partition(b"\n")[2]
    return bool(_header(envelope)) and token.startswith(b"gAAAA")


def _open(envelope: bytes, key: bytes) -> str:
    from cryptography.fernet import Fernet

    return Fernet(key).decrypt(envelope.partition(b"\n")[2]).decode()


def _put_aside(path: Path) -> Path:
    """Rename a damaged file so that nothing overwrites it."""
    for number in range(1, 100):
        aside = path.with_name(f"{path.name}.damaged-{number}")
        if not aside.exists():
            path.replace(aside)
            return aside
    return path
