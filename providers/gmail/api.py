"""Talks to Gmail through Google's client library: reads may be repeated, writes never.

429, 403 for a rate and a 5xx of a read are waited out, as Retry-After says or with growing pauses,
a few times (G81). A write is repeated only after an answer which says that nothing was done; where
the answer was lost the caller looks before it does anything (G64).
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Sequence
from typing import Any

from mailer.errors import (
    MailerError,
    OutcomeUnknownError,
    ProviderUnavailableError,
    RefusedError,
    SignInError,
)
from providers._http import LostAnswerError, RequestsHttp

NOTHING = "Nothing was stored or sent."
BATCH = 50
"""Reads in one batch; Gmail takes 100 and counts each against the quota."""
_TRIES = 4
_LONGEST_WAIT = 60.0
_RATES = frozenset({"rateLimitExceeded", "userRateLimitExceeded", "backendError"})
_PASSING = frozenset({429, 500, 502, 503, 504})


class GoneError(MailerError):
    """Gmail answered 404: there is no such thing (any more)."""


class ConflictError(MailerError):
    """Gmail answered 400: it understood, and won't."""


class Api:
    """Gmail's interface, for one account."""

    def __init__(
        self,
        token: Callable[[bool], str],
        *,
        endpoint: str,
        count: Callable[[], None],
        debug: Callable[[str], None] | None = None,
    ) -> None:
        """Take the access token's source; `endpoint` replaces Google's address where it is set."""
        self._http = RequestsHttp(token, count=count)
        self._endpoint = endpoint
        self._debug = debug
        self._service: Any = None
        self.sleep: Callable[[float], None] = time.sleep

    @property
    def users(self) -> Any:  # noqa: ANN401 - the library makes its classes at run time
        """Return the library's `users` resource."""
        if self._service is None:
            from googleapiclient.discovery import build_from_document
            from googleapiclient.discovery_cache import get_static_doc

            document = json.loads(get_static_doc("gmail", "v1"))
            if self._endpoint:
                root = self._endpoint.rstrip("/") + "/"
                document["rootUrl"], document["baseUrl"] = root, root + document["servicePath"]
            self._service = build_from_document(document, http=self._http)
        return self._service.users()

    def read(self, request: Any, doing: str) -> dict[str, Any]:  # noqa: ANN401 - as above
        """Do a read, patiently.

        Raises:
            GoneError: 404.
            SignInError, RefusedError, ProviderUnavailableError: it was refused or out of reach.
        """
        for attempt in range(_TRIES):
            try:
                return self._execute(request)
            except LostAnswerError as error:
                if attempt + 1 == _TRIES:
                    raise self._unavailable(doing) from error
                self._wait(attempt, None)
            except Exception as error:
                status, reason, after = _told(error)
                if status is None:
                    raise
                is_passing = status in _PASSING or (status == 403 and reason in _RATES)
                if not is_passing or attempt + 1 == _TRIES:
                    raise self._refusal(status, reason, doing, after) from error
                self._wait(attempt, after)
        raise self._unavailable(doing)

    def write(self, request: Any, doing: str) -> dict[str, Any]:  # noqa: ANN401 - as above
        """Do a write, once; again only after Gmail said that it did nothing because of a rate.

        Raises:
            LostAnswerError: it may have been done.
            GoneError, ConflictError: it was not done.
            SignInError, RefusedError, ProviderUnavailableError: it was not done.
        """
        for attempt in range(_TRIES):
            try:
                return self._execute(request)
            except LostAnswerError:
                raise
            except Exception as error:
                status, reason, after = _told(error)
                if status is None:
                    raise
                if status >= 500:
                    raise LostAnswerError(f"status {status}") from error
                is_rate = status == 429 or (status == 403 and reason in _RATES)
                if not is_rate or attempt + 1 == _TRIES:
                    raise self._refusal(status, reason, doing, after) from error
                self._wait(attempt, after)
        raise self._unavailable(doing)

    def read_many(self, requests: Sequence[Any], doing: str) -> list[dict[str, Any] | None]:
        """Do several reads in batches; what is gone is None."""
        found: list[dict[str, Any] | None] = [None] * len(requests)
        for start in range(0, len(requests), BATCH):
            numbers = list(range(start, min(start + BATCH, len(requests))))
            for number in self._batch(requests, numbers, found, doing):
                try:
                    found[number] = self.read(requests[number], doing)
                except GoneError:
                    continue
        return found

    def _batch(
        self,
        requests: Sequence[Any],
        numbers: Sequence[int],
        found: list[dict[str, Any] | None],
        doing: str,
    ) -> list[int]:
        """Do one batch; returns the numbers that are to be read one by one."""
        if len(numbers) == 1:
            return list(numbers)
        again: list[int] = []

        def take(name: str, answer: Any, error: Exception | None) -> None:  # noqa: ANN401
            number = int(name)
            if error is None:
                found[number] = answer
            elif _told(error)[0] != 404:
                again.append(number)

        _ = self.users
        batch = self._service.new_batch_http_request(callback=take)
        for number in numbers:
            batch.add(requests[number], request_id=str(number))
        try:
            batch.execute(http=self._http)
        except MailerError:
            raise
        except Exception as error:
            # No batch, or a broken one: every read goes by itself, and says what is wrong.
            self._note(f"batch failed: {type(error).__name__} while trying to {doing}")
            return [n for n in numbers if found[n] is None]
        return again

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    # --- inside ---

    def _execute(self, request: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
        from googleapiclient.errors import HttpError

        self._note(f"{request.method} {request.methodId}")
        try:
            answer = request.execute(http=self._http, num_retries=0)
        except (MailerError, HttpError):
            raise
        except ValueError as error:  # cut off in the middle
            raise LostAnswerError("unreadable answer") from error
        return answer if isinstance(answer, dict) else {}

    def _wait(self, attempt: int, after: float | None) -> None:
        pause = after if after is not None else 2**attempt * (0.5 + random.random())  # noqa: S311
        self.sleep(min(pause, _LONGEST_WAIT))

    def _note(self, line: str) -> None:
        if self._debug is not None:
            self._debug(line)

    def _unavailable(self, doing: str, after: float | None = None) -> ProviderUnavailableError:
        return ProviderUnavailableError(
            f"Gmail did not answer while trying to {doing}. {NOTHING}",
            hint="Run the command again in a while.",
            retry_after=after,
        )

    def _refusal(self, status: int, reason: str, doing: str, after: float | None) -> MailerError:
        """Say in plain words why Gmail refused."""
        if status == 404:
            return GoneError(f"Gmail has no such thing (any more). {NOTHING}")
        if status == 401:
            return SignInError(
                f"Gmail refuses the sign-in. {NOTHING}", hint="Run `bowout login gmail` again."
            )
        if status == 403 and reason in ("accessNotConfigured", "SERVICE_DISABLED"):
            return SignInError(
                f"The Gmail API is not enabled in your Google Cloud project. {NOTHING}",
                hint="Enable it (docs/gmail.md, step 3), wait a minute, and run it again.",
            )
        if status == 403 and reason in (
            "insufficientPermissions",
            "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
            "forbidden",
        ):
            return SignInError(
                f"The sign-in lacks a right that it needs to {doing}. {NOTHING}",
                hint="Run `bowout login gmail` again and tick every box on Google's page.",
            )
        if reason == "failedPrecondition":
            return SignInError(
                f"This Google account has no Gmail mailbox, or it is switched off. {NOTHING}",
                hint="Sign in with an account that has one.",
            )
        if status in _PASSING or reason in _RATES or reason == "dailyLimitExceeded":
            return self._unavailable(doing, after)
        if status == 400:
            return ConflictError(f"Gmail refused to {doing} ({reason or status}). {NOTHING}")
        return RefusedError(f"Gmail refused to {doing} ({reason or status}). {NOTHING}")


def unknown(what: str) -> OutcomeUnknownError:
    """Make the error for a write whose answer was lost and that looking did not settle."""
    return OutcomeUnknownError(
        f"The answer was lost while {what}; it may have happened.",
        hint="Run the command again later: it looks before it does anything.",
    )


def _told(error: BaseException) -> tuple[int | None, str, float | None]:
    """Return the status, the reason and the seconds to wait of a library's error."""
    from googleapiclient.errors import HttpError

    if not isinstance(error, HttpError):
        return None, "", None
    after = str(error.resp.get("retry-after", ""))
    seconds = float(after) if after.replace(".", "", 1).isdigit() else None
    return int(error.status_code), _reason(error.content), seconds


def _reason(content: bytes) -> str:
    try:
        error = json.loads(content)["error"]
        details = [d.get("reason", "") for d in error.get("details", []) if isinstance(d, dict)]
        named = [e.get("reason", "") for e in error.get("errors", []) if isinstance(e, dict)]
    except (ValueError, KeyError, TypeError, AttributeError):
        return ""
    return str(next((r for r in [*details, *named] if r), error.get("status", "")))
