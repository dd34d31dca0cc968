"""What Gmail's answers other than 2xx mean: whether waiting helps, and what is said."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import ceil

from mailer.errors import (
    MailerError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    RefusedError,
    SignInError,
)

NOTHING = "Nothing was stored or sent."
READ_PROFILE = "read whose mailbox it is"
LONGEST_WAIT = 60.0
_RATES = frozenset(
    {"rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED", "RESOURCE_EXHAUSTED"}
)
_NO_RIGHT = frozenset(
    {"insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "forbidden", "PERMISSION_DENIED"}
)
_PASSING = frozenset({429, 500, 502, 503, 504})


class GoneError(RefusedError):
    """Gmail answered 404: there is no such thing (any more)."""


class ConflictError(RefusedError):
    """Gmail answered 400: it understood, and won't."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer other than 2xx says."""

    status: int
    reason: str
    after: float | None
    """Seconds to wait, where it names a time."""

    @property
    def is_rate(self) -> bool:
        """Tell whether there were too many requests, so that nothing was done."""
        return self.status == 429 or (self.status == 403 and self.reason in _RATES)

    @property
    def is_worth_waiting(self) -> bool:
        """Tell whether asking again soon may help a read."""
        is_soon = self.after is None or self.after <= LONGEST_WAIT
        return is_soon and (self.is_rate or self.status in _PASSING)


def refusal(told: Answer, doing: str, login: str) -> MailerError:
    """Say in plain words why Gmail refused; `login` is the command that signs in again."""
    status, reason = told.status, told.reason
    if status == 404:
        return GoneError(f"Gmail has no such thing (any more). {NOTHING}")
    if status == 401:
        return SignInError(f"Gmail refuses the sign-in. {NOTHING}", hint=f"Run `{login}` again.")
    if status == 403 and reason in ("accessNotConfigured", "SERVICE_DISABLED"):
        return SignInError(
            f"The Gmail API is not enabled in your Google Cloud project. {NOTHING}",
            hint="Enable it (docs/gmail.md, step 3), wait a minute, and run it again.",
        )
    if status == 403 and reason in _NO_RIGHT:
        return SignInError(
            f"The sign-in lacks a right that it needs to {doing}. {NOTHING}",
            hint=f"Run `{login}` again and tick every box on Google's page.",
        )
    if status == 403 and reason in ("domainPolicy", "delegationDenied"):
        return SignInError(
            f"Your organisation does not allow this app to use Gmail. {NOTHING}",
            hint="Ask who runs it, or use `bowout login imap` if that is allowed.",
        )
    if reason == "failedPrecondition" and doing == READ_PROFILE:
        return SignInError(
            f"This Google account has no Gmail mailbox, or it is switched off. {NOTHING}",
            hint="Sign in with an account that has one.",
        )
    if told.is_rate or reason == "dailyLimitExceeded":
        return _too_many(doing, told.after)
    if status in _PASSING:
        return unavailable(doing, told.after)
    if status == 400:
        return ConflictError(f"Gmail refused to {doing} ({reason or status}). {NOTHING}")
    return RefusedError(f"Gmail refused to {doing} ({reason or status}). {NOTHING}")


def unavailable(doing: str, after: float | None = None) -> ProviderUnavailableError:
    """Make the error for a service that does not answer, or not now."""
    return ProviderUnavailableError(
        f"Gmail did not answer while trying to {doing}. {NOTHING}",
        hint="Run the command again in a while.",
        retry_after=after,
    )


def _too_many(doing: str, after: float | None) -> ProviderUnavailableError:
    """Make the error for a quota that is used up, by all programs of this mailbox together."""
    when = "in a while" if after is None else f"in {ceil(after / 60)} min"
    return ProviderUnavailableError(
        f"Gmail takes no more requests for this mailbox for now, and won't {doing}. {NOTHING}",
        hint=f"Run the command again {when}.",
        retry_after=after,
    )


def unknown(what: str) -> OutcomeUnknownError:
    """Make the error for a write whose answer was lost and that looking did not settle."""
    return OutcomeUnknownError(
        f"The answer was lost while {what}; it may have happened.",
        hint="Run the command again later: it looks before it does anything.",
    )


def answer_of(error: BaseException) -> Answer | None:
    """Return what the library's error says of the answer; None where it is about something else."""
    from googleapiclient.errors import HttpError

    if not isinstance(error, HttpError):
        return None
    reason, message = _reason(error.content)
    field = str(error.resp.get("retry-after", ""))
    return Answer(int(error.status_code), reason, _seconds(field or message))


def _reason(content: bytes) -> tuple[str, str]:
    """Return the reason and the message; the older form of reasons is the finer one."""
    try:
        error = json.loads(content)["error"]
        named = [e.get("reason", "") for e in error.get("errors", []) if isinstance(e, dict)]
        details = [d.get("reason", "") for d in error.get("details", []) if isinstance(d, dict)]
        found = next((r for r in [*named, *details] if r), error.get("status", ""))
        return str(found), str(error.get("message", ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        return "", ""


def _seconds(text: str) -> float | None:
    """Read Retry-After (RFC 9110 §10.2.3), or the time in Gmail's `Retry after 2026-…Z`."""
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    try:
        named = re.search(r"(?i)retry after (\S+)", text)
        when = datetime.fromisoformat(named[1]) if named else parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
