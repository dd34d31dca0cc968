"""One run of the tool on one account: settings, provider, journal, clock and lock together."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from mailer.errors import (
    BusyError,
    MailerError,
    ProviderUnavailableError,
    SignInError,
    UsageError,
)
from mailer.model import Address, Identity, Me
from mailer.provider import Account, Context, Provider, Terminal
from mailer.registry import find_provider
from mailer.settings import Places, Settings, disk_error, write_private

if TYPE_CHECKING:
    from pathlib import Path

    from mailer.journal import Journal
    from mailer.journal_letters import LetterRecord

_IDENTITIES_KEPT = timedelta(days=1)
_LOCK_SECONDS = 15


@dataclass
class Session:
    """What every workflow works with; opens things only when they are first used."""

    settings: Settings
    places: Places
    account: Account
    clock: Callable[[], datetime]
    terminal: Terminal | None = None
    debug: Callable[[str], None] | None = None
    progress: Callable[[str], None] | None = None
    """Takes a few words on what is being done, for stderr."""

    @cached_property
    def provider(self) -> Provider:
        """The account's provider, opened."""
        context = Context(
            folder=self.places.account_folder(self.account.name),
            now=self.clock,
            terminal=self.terminal,
            debug=self.debug,
        )
        return find_provider(self.account.provider)(self.account, context)

    @cached_property
    def journal(self) -> Journal:
        """The journal of all accounts."""
        from mailer.journal import Journal

        return Journal(self.places.journal)

    @property
    def has_journal(self) -> bool:
        """Tell whether a journal exists, without making one."""
        return self.places.journal.exists()

    @cached_property
    def identities(self) -> tuple[Identity, ...]:
        """The addresses the user may write from, asked for once a day."""
        path = self.places.account_folder(self.account.name) / "identities.json"
        kept = _load_identities(path, self.clock())
        if kept is not None:
            return kept
        found = self.provider.identities()
        document = {"at": self.clock().isoformat(), "identities": [asdict(i) for i in found]}
        with suppress(ProviderUnavailableError):  # reading goes on where the disk is full
            write_private(path, json.dumps(document))
        return found

    @cached_property
    def me(self) -> Me:
        """The user: the account's address first, then aliases and identities."""
        addresses = [self.account.address, *self.account.aliases]
        addresses += [i.address.address for i in self.identities]
        own = dict.fromkeys(a for a in addresses if a)
        names = [self.account.display_name, *(i.address.name for i in self.identities)]
        return Me(name=next(filter(None, names), ""), addresses=tuple(own))

    def say(self, words: str) -> None:
        """Report progress, where somebody listens."""
        if self.progress is not None:
            self.progress(words)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other runs out of this account; the system frees it when a process dies.

        Where an earlier send has no known outcome, an error that says "nothing was sent" is told
        apart from it.

        Raises:
            BusyError: another run keeps it for longer than this one waits.
        """
        try:
            with self._locked():
                yield
        except (ProviderUnavailableError, SignInError) as error:
            self._tell_doubt(error)
            raise

    @contextmanager
    def _locked(self) -> Iterator[None]:
        from filelock import FileLock, Timeout

        path = self.places.account_folder(self.account.name) / "lock"
        lock = FileLock(path, timeout=_LOCK_SECONDS, mode=0o600)
        try:
            lock.acquire()
        except Timeout as error:
            raise BusyError(
                f"Another bowout is at work on the account {self.account.name!r}. "
                "This run stored and sent nothing.",
                hint="Wait until it is done, then run the command again.",
            ) from error
        except OSError as error:
            raise disk_error(path, error) from error
        try:
            yield
        finally:
            lock.release()

    def _tell_doubt(self, error: MailerError) -> None:
        """Say in an error, which speaks of this run, which letters may have left in others."""
        doubtful: Sequence[LetterRecord] = ()
        with suppress(MailerError):  # the journal may be the very thing that failed
            doubtful = self.journal.list_doubtful(self.account.name) if self.has_journal else ()
        for letter in doubtful:
            error.qualify(
                f"That is said of this run: the {letter.kind.value} letter of {letter.withdrawal} "
                "may have left in another one."
            )
        if doubtful:
            ids = list(dict.fromkeys(letter.withdrawal for letter in doubtful))
            error.details["in_doubt"] = ids
            error.hint = f"{error.hint} `bowout status {ids[0]}` looks in Sent.".strip()

    def close(self) -> None:
        """Let go of connections and files."""
        for name in ("provider", "journal"):
            if name in self.__dict__:
                self.__dict__[name].close()


def pick_account(settings: Settings, name: str) -> Account:
    """Return the named account, or the default one.

    Raises:
        UsageError: there is none of that name, or none at all.
    """
    wanted = name or settings.default_account
    if wanted in settings.accounts:
        return settings.accounts[wanted]
    if not settings.accounts:
        raise UsageError(
            "No account is connected yet.",
            hint="`bowout demo` makes a sample mailbox; `bowout login --help` connects yours.",
        )
    known = ", ".join(sorted(settings.accounts))
    if wanted:
        raise UsageError(f"There is no account called {wanted!r}.", hint=f"There are: {known}.")
    raise UsageError(
        f"Several accounts are connected ({known}) and none is the default.",
        hint="Name one with --account, or choose with `bowout accounts default NAME`.",
    )


def _load_identities(path: Path, now: datetime) -> tuple[Identity, ...] | None:
    """Read the kept identities; None where they are missing, too old or damaged."""
    try:
        document = json.loads(path.read_text("utf-8"))
        if abs(now - datetime.fromisoformat(document["at"])) > _IDENTITIES_KEPT:
            return None
        return tuple(
            Identity(**{**kept, "address": Address(**kept["address"])})
            for kept in document["identities"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
