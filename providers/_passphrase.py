"""The key of an encrypted file where there is no keyring: made from a passphrase (scrypt)."""

from __future__ import annotations

import base64
import hashlib
import os

from mailer.errors import SecretStoreError, SignInError
from mailer.provider import Account, Context

_MOST_TRIES = 3
_COST = 2**15
"""The N of scrypt."""


class Passphrase:
    """The passphrase of one account; from BOWOUT_PASSPHRASE, or asked for once a run."""

    def __init__(self, account: Account, context: Context) -> None:
        """Remember whom to ask; asks nothing yet."""
        self._account = account
        self._context = context
        self._given: str | None = None
        self._tries = 0

    def make_key(self, salt: str, *, is_new: bool = False) -> bytes:
        """Return the key for that salt (hex); a new passphrase is asked for twice.

        Raises:
            SecretStoreError: nobody is there to give it, or the two differ; nothing was changed.
        """
        if self._given is None:
            self._given = os.environ.get("BOWOUT_PASSPHRASE")  # an empty one counts as set (G74)
        if self._given is None:
            self._tries += 1
            given = self._ask(f"Passphrase for the secrets of {self._account.name}")
            if is_new:
                self._require_good(given)
            self._given = given
        return _stretch(self._given, salt)

    def reject(self) -> bool:
        """Forget it, as it was wrong; tells whether somebody is there to type it better."""
        self._given = None
        if self._context.terminal is None or not 0 < self._tries < _MOST_TRIES:
            return False
        self._context.terminal.say("That is not the passphrase.")
        return True

    def _require_good(self, given: str) -> None:
        if not given or given != self._ask("The same passphrase again"):
            why = "The two were not the same." if given else "A passphrase can't be empty."
            raise SecretStoreError(f"{why} Nothing was kept.", hint="Run the command again.")

    def _ask(self, question: str) -> str:
        try:
            if self._context.terminal is not None:
                return self._context.terminal.ask(question, secret=True)
        except SignInError:
            pass  # standard input is no terminal
        raise SecretStoreError(
            "The secrets are encrypted with a passphrase and nobody is there to give it. "
            "Nothing was changed.",
            hint="Set BOWOUT_PASSPHRASE, or run the command in a terminal.",
        )


def _stretch(passphrase: str, salt: str) -> bytes:
    """Make a key of a passphrase, at the cost that OWASP's Password Storage Cheat Sheet names."""
    material = hashlib.scrypt(
        passphrase.encode("utf-8", "surrogateescape"),
        salt=bytes.fromhex(salt),
        n=_COST,
        r=8,
        p=3,
        maxmem=64 * 1024 * 1024,
        dklen=32,
    )
    return base64.urlsafe_b64encode(material)
