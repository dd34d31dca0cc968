"""The system's keyring: short entries by name; whatever is wrong with it is one error.

A backend is a plugin, and the library wraps few of its errors: Windows raises `pywintypes.error`,
a Secret Service those of three libraries, a backend that is named but not installed an
ImportError. All are said with the mend for this system (G74).
"""

from __future__ import annotations

import contextlib
import secrets
import sys
from collections.abc import Iterator

from mailer.errors import SecretStoreError

SERVICE = "bowout"

_FILE = "or sign in with `--secrets file` and a passphrase."
_ABSENT = {
    "linux": f"Install and start a Secret Service (gnome-keyring or KWallet), {_FILE}",
    "darwin": f"Check that Keychain Access has a login keychain, {_FILE}",
    "win32": f"Check that Credential Manager works for your user, {_FILE}",
}
_LOCKED = {
    "linux": f"Unlock it (log in at the desktop, or in Passwords and Keys), {_FILE}",
    "darwin": f"Unlock it with `security unlock-keychain` and allow bowout to use it, {_FILE}",
}


def fetch(name: str) -> str | None:
    """Return the value of an entry; None where there is none.

    Raises:
        SecretStoreError: the keyring is missing, locked or failing.
    """
    import keyring

    _require()
    with _guarded():
        return keyring.get_password(SERVICE, name)


def store(name: str, value: str) -> None:
    """Keep a value, and look whether it is kept.

    Raises:
        SecretStoreError: it is not; nothing was kept.
    """
    import keyring

    _require()
    with _guarded():
        keyring.set_password(SERVICE, name, value)
        kept = keyring.get_password(SERVICE, name)
    if kept != value:
        raise _unusable("it does not keep what it is given")


def forget(name: str) -> None:
    """Delete an entry; what is not there, or out of reach, is no error."""
    import keyring

    with contextlib.suppress(SecretStoreError), _guarded():
        keyring.delete_password(SERVICE, name)


def try_out() -> None:
    """Keep something and delete it again.

    Raises:
        SecretStoreError: that does not work.
    """
    name = f"probe-{secrets.token_hex(4)}"
    try:
        store(name, "probe")
    finally:
        forget(name)


def title() -> str:
    """Return what the keyring calls itself."""
    import keyring

    with _guarded():
        return str(getattr(keyring.get_keyring(), "name", "keyring"))


def _require() -> None:
    """Refuse the backends that keep nothing."""
    import keyring
    from keyring.backends import fail, null

    with _guarded():
        backend = keyring.get_keyring()
    if isinstance(backend, fail.Keyring | null.Keyring):
        raise _unusable("there is none on this machine")


@contextlib.contextmanager
def _guarded() -> Iterator[None]:
    from keyring.errors import KeyringLocked, NoKeyringError

    try:
        yield
    except KeyringLocked as error:
        raise _unusable("it is locked", _LOCKED) from error
    except NoKeyringError as error:
        raise _unusable("there is none on this machine") from error
    except Exception as error:  # a backend is a plugin, and may fail in any way
        raise _unusable(f"it fails ({type(error).__name__})") from error


def _unusable(why: str, mends: dict[str, str] = _ABSENT) -> SecretStoreError:
    return SecretStoreError(
        f"The system's keyring can't be used: {why}. Nothing was changed.",
        hint=mends.get(sys.platform) or _ABSENT.get(sys.platform, _ABSENT["linux"]),
    )
