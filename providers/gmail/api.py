"""Talks to Gmail through Google's client library: reads may be repeated, writes never.

429, 403 for a rate and a 5xx of a read are waited out, as Retry-After says or with growing pauses,
a few times and never for longer than a minute (G81). A write is repeated only after an answer which
says that nothing was done; where its answer was lost the caller looks before it does more (G64).
"""

from __future__ import annotations

import json
import random
import time
import warnings
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from mailer.errors import MailerError
from providers._http import LostAnswerError, RequestsHttp
from providers.gmail.refusals import (
    LONGEST_WAIT,
    Answer,
    ConflictError,
    GoneError,
    answer_of,
    refusal,
    unavailable,
)

BATCH = 50
"""Reads in one batch; Gmail takes 100 and counts each against the quota."""
_TRIES = 4


class _AnsweredError(Exception):
    """The service answered, and not with 2xx."""

    def __init__(self, answer: Answer) -> None:
        """Keep what it said."""
        super().__init__(answer)
        self.answer = answer


class Api:
    """Gmail's interface, for one account."""

    def __init__(
        self,
        token: Callable[[bool], str],
        *,
        endpoint: str,
        login: str,
        count: Callable[[], None],
        debug: Callable[[str], None] | None = None,
    ) -> None:
        """Take the access token's source, and the command that signs in anew.

        `endpoint` replaces Google's address where it is set.
        """
        self._http = RequestsHttp(token, count=count)
        self._endpoint = endpoint
        self._login = login
        self._debug = debug
        self._service: Any = None
        self.sleep: Callable[[float], None] = time.sleep

    @property
    def users(self) -> Any:  # noqa: ANN401 - the library makes its classes at run time
        """Return the library's `users` resource."""
        if self._service is None:
            with warnings.catch_warnings():  # Google's libraries announce ends of support here
                warnings.simplefilter("ignore", FutureWarning)
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
        left = LONGEST_WAIT
        for attempt in range(_TRIES):
            try:
                return self._execute(request)
            except LostAnswerError as error:
                if attempt + 1 == _TRIES:
                    raise unavailable(doing) from error
                left -= self._wait(attempt, None)
            except _AnsweredError as error:
                told = error.answer
                may_wait = told.is_worth_waiting and (told.after or 0) <= left
                if not may_wait or attempt + 1 == _TRIES:
                    raise refusal(told, doing, self._login) from error
                left -= self._wait(attempt, told.after)
        raise unavailable(doing)

    def write(
        self,
        request: Any,  # noqa: ANN401 - as above
        doing: str,
        *,
        waits: bool = True,
    ) -> dict[str, Any]:
        """Do a write, once; again only after Gmail said that it did nothing because of a rate.

        With `waits` false not even then: what was looked at before may have changed meanwhile.

        Raises:
            LostAnswerError: it may have been done.
            GoneError, ConflictError: it was not done.
            SignInError, RefusedError, ProviderUnavailableError: it was not done.
        """
        left = LONGEST_WAIT
        for attempt in range(_TRIES):
            try:
                return self._execute(request)
            except _AnsweredError as error:
                told = error.answer
                if told.status >= 500:
                    raise LostAnswerError(f"status {told.status}") from error
                is_soon = told.is_worth_waiting and (told.after or 0) <= left
                may_wait = waits and told.is_rate and is_soon
                if not may_wait or attempt + 1 == _TRIES:
                    raise refusal(told, doing, self._login) from error
                left -= self._wait(attempt, told.after)
        raise unavailable(doing)

    def read_many(self, requests: Sequence[Any], doing: str) -> list[dict[str, Any] | None]:
        """Do several reads in batches; what is gone, or has an impossible key, is None."""
        found: list[dict[str, Any] | None] = [None] * len(requests)
        for start in range(0, len(requests), BATCH):
            waiting = list(range(start, min(start + BATCH, len(requests))))
            for attempt in range(_TRIES):
                waiting, is_worth_waiting = self._batch(requests, waiting, found)
                if not is_worth_waiting:
                    break
                self._wait(attempt, None)
            for number in waiting:  # one by one: whatever is wrong is said
                try:
                    found[number] = self.read(requests[number], doing)
                except (GoneError, ConflictError):
                    continue
        return found

    def _batch(
        self, requests: Sequence[Any], numbers: Sequence[int], found: list[dict[str, Any] | None]
    ) -> tuple[list[int], bool]:
        """Do one batch; returns what is still to be read, and whether waiting may help."""
        if len(numbers) <= 1:
            return list(numbers), False
        errors: dict[int, Answer | None] = {}

        def take(name: str, answer: Any, error: Exception | None) -> None:  # noqa: ANN401
            number = int(name)
            told = None if error is None else answer_of(error)
            if error is None:
                found[number] = answer
            elif told is None or told.status not in (400, 404):
                errors[number] = told

        _ = self.users
        batch = self._service.new_batch_http_request(callback=take)
        for number in numbers:
            batch.add(requests[number], request_id=str(number))
        self._note(f"batch of {len(numbers)}")
        try:
            batch.execute(http=self._http)
        except MailerError:
            raise
        except Exception as error:  # the batch as a whole; its answer can break the library too
            told = answer_of(error)
            left = [number for number in numbers if found[number] is None]
            is_lost = isinstance(error, LostAnswerError)
            return left, is_lost or (told is not None and told.is_worth_waiting)
        return list(errors), any(told and told.is_worth_waiting for told in errors.values())

    @property
    def clock_off(self) -> timedelta:
        """Return how far this machine's clock is from Google's, as of the last answer."""
        return self._http.clock_off

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    # --- inside ---

    def _execute(self, request: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
        from googleapiclient.errors import HttpError

        self._note(f"{request.method} {request.methodId}")
        try:
            answer = request.execute(http=self._http, num_retries=0)
        except HttpError as error:
            told = answer_of(error)
            assert told is not None
            raise _AnsweredError(told) from error
        except ValueError as error:  # cut off in the middle
            raise LostAnswerError("unreadable answer") from error
        return answer if isinstance(answer, dict) else {}

    def _wait(self, attempt: int, after: float | None) -> float:
        pause = after if after is not None else 2**attempt * (0.5 + random.random())  # noqa: S311
        self._note(f"waiting {pause:.1f} s")
        self.sleep(pause)
        return pause

    def _note(self, line: str) -> None:
        if self._debug is not None:
            self._debug(line)
