"""Every error that bowout raises on purpose, each with its exit status and code.

    MailerError                      1  fault
    ├── DeclinedError                1  declined
    ├── UsageError                   2  usage
    │   └── UnsupportedFeatureError  2  unsupported
    ├── SeveralFitError              3  several
    ├── NothingFitsError             4  nothing_fits
    │   ├── ThreadNotFoundError      4  thread_not_found
    │   └── DraftNotFoundError       4  draft_not_found
    ├── SignInError                  5  sign_in
    │   └── SecretStoreError         5  secret_store
    ├── ProviderUnavailableError     6  unavailable
    │   ├── RefusedError             6  refused
    │   └── BusyError                6  busy
    ├── RuleStopError                7  call_first, ended, accepted, own_draft, edited, …
    │   └── DraftChangedError        7  changed
    ├── OutcomeUnknownError          8  unknown
    ├── UnreadableError              9  unreadable
    └── InterruptedByUserError     130  interrupted

A message says what happened and whether anything was sent or stored; the hint names the
next command. Neither holds a token, a password, or the text of a message.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar


class MailerError(Exception):
    """The root of the tree; raised itself only for a fault of ours."""

    exit_code: ClassVar[int] = 1
    code: str = "fault"

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        stored: bool | None = False,
        details: Mapping[str, Any] | None = None,
    ) -> None:
        """Take the sentence for the user.

        `stored` says whether anything was stored or sent (None: unknown). `details` are
        further keys of `error` in the JSON document, such as `threads`.
        """
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.stored = stored
        self.details = dict(details or {})

    def qualify(self, sentence: str) -> None:
        """Add what the raiser could not know: what an earlier act or run did."""
        self.message = f"{self.message} {sentence}"
        self.args = (self.message,)


class DeclinedError(MailerError):
    """The user said no."""

    code = "declined"


class UsageError(MailerError):
    """The command line asks for something that makes no sense."""

    exit_code = 2
    code = "usage"


class UnsupportedFeatureError(UsageError):
    """The account's mail service cannot do this; it is said, never skipped in silence."""

    code = "unsupported"


class SeveralFitError(MailerError):
    """Several processes or withdrawals fit the query; nothing was stored.

    `details` holds `threads` or `withdrawals`, as `threads --json` and `status --json` show them.
    """

    exit_code = 3
    code = "several"


class NothingFitsError(MailerError):
    """Nothing fits the query; nothing was stored."""

    exit_code = 4
    code = "nothing_fits"


class ThreadNotFoundError(NothingFitsError):
    """The thread, or the message to answer, is not in the mailbox (any more)."""

    code = "thread_not_found"


class DraftNotFoundError(NothingFitsError):
    """The draft is not in the mailbox: deleted, or sent from another program."""

    code = "draft_not_found"


class SignInError(MailerError):
    """The service wants a sign-in, or refuses the one we have."""

    exit_code = 5
    code = "sign_in"


class SecretStoreError(SignInError):
    """The system's secret store is missing, locked or failing."""

    code = "secret_store"


class ProviderUnavailableError(MailerError):
    """The service or the disk is out of reach, full, or asks to wait; nothing was done.

    `retry_after` is in seconds where the service named a time.
    """

    exit_code = 6
    code = "unavailable"

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        stored: bool | None = False,
        details: Mapping[str, Any] | None = None,
        retry_after: float | None = None,
    ) -> None:
        """Take the sentence and, where the service gave one, the seconds to wait."""
        super().__init__(message, hint=hint, stored=stored, details=details)
        self.retry_after = retry_after


class RefusedError(ProviderUnavailableError):
    """The service understood and refused (quota, recipients, read-only); nothing was done."""

    code = "refused"


class BusyError(ProviderUnavailableError):
    """Another run of bowout is at work on the account; nothing was done."""

    code = "busy"


class RuleStopError(MailerError):
    """A rule of etiquette or of safety stops here; `code` says which."""

    exit_code = 7

    CODES: ClassVar[Sequence[str]] = (
        "call_first",
        "ended",
        "accepted",
        "own_draft",
        "edited",
        "changed",
        "newer_message",
        "check",
        "nobody_to_write_to",
    )

    def __init__(
        self,
        code: str,
        message: str,
        *,
        hint: str = "",
        stored: bool | None = False,
        details: Mapping[str, Any] | None = None,
    ) -> None:
        """Take one of `CODES` and the sentence."""
        if code not in self.CODES:
            raise ValueError(f"no rule is called {code!r}")
        super().__init__(message, hint=hint, stored=stored, details=details)
        self.code = code


class DraftChangedError(RuleStopError):
    """The draft is no longer the version named; it was left alone."""

    code = "changed"

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        stored: bool | None = False,
        details: Mapping[str, Any] | None = None,
    ) -> None:
        """Take the sentence; the code is always `changed`."""
        super().__init__(self.code, message, hint=hint, stored=stored, details=details)


class OutcomeUnknownError(MailerError):
    """The answer to an outward act was lost; the act may have happened. Never retried."""

    exit_code = 8
    code = "unknown"

    def __init__(
        self, message: str, *, hint: str = "", details: Mapping[str, Any] | None = None
    ) -> None:
        """Take the sentence; whether anything was stored is unknown by definition."""
        super().__init__(message, hint=hint, stored=None, details=details)


class UnreadableError(MailerError):
    """Settings or journal can't be read; the file is kept, never overwritten."""

    exit_code = 9
    code = "unreadable"


class InterruptedByUserError(MailerError):
    """The user pressed Ctrl-C, or closed a question; nothing half-made."""

    exit_code = 130
    code = "interrupted"
