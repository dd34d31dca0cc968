"""Talks to Microsoft Graph over HTTP: one request at a time, each on the wire at most once.

- Immutable ids are asked for on every single request (G57).
- A mailbox takes four requests at a time (G63); one at a time is enough here.
- 429 is waited out as Retry-After says, for a minute altogether: throttled means not done. 5xx
  are repeated for reads alone; a write that may have been done never is (G64).
- `$batch` carries up to 20 reads; a part that was throttled or that a server without `$batch`
  refused is asked for again by itself.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from providers._http import as_given
from providers.outlook.asking import (
    LONGEST_WAIT,
    Answer,
    Ask,
    LostAnswerError,
    anonymous,
    answer_of,
    is_worth_another_go,
    lost,
    out_of_reach,
    part_answer,
    wait_before_repeating,
)

if TYPE_CHECKING:
    import requests

BATCH = 20
_TIMEOUT = (10, 60)
_TRIES = 4


class Graph:
    """The connection of one account."""

    def __init__(
        self,
        endpoint: str,
        token: Callable[[Sequence[str], str], str],
        *,
        count: Callable[[], None] = lambda: None,
        debug: Callable[[str], None] | None = None,
    ) -> None:
        """Take the endpoint and what gives tokens for scopes and claims; makes no request."""
        self.endpoint = endpoint
        self.sleep: Callable[[float], None] = time.sleep
        self._clock_off: timedelta | None = None
        self._token = token
        self._count = count
        self._debug = debug or (lambda line: None)
        self._session: requests.Session | None = None

    def close(self) -> None:
        """Let go of the connection; the next request opens another one."""
        if self._session is not None:
            self._session.close()
            self._session = None

    @property
    def clock_off(self) -> timedelta | None:
        """How far the service's clock is ahead of this machine's; None before any answer."""
        return self._clock_off

    def server_now(self) -> datetime:
        """Return the time by the service's clock, to a second or two."""
        return datetime.now(UTC) + (self._clock_off or timedelta())

    def _note_clock(self, date: str) -> None:
        with contextlib.suppress(TypeError, ValueError):
            self._clock_off = parsedate_to_datetime(date) - datetime.now(UTC)

    # --- reads ---

    def read(
        self, path: str, query: Mapping[str, str] | None = None, *, prefer: str = ""
    ) -> Answer:
        """Read something; a passing fault is retried."""
        return self._ask(Ask("GET", path, query or {}, prefer))

    def read_pages(
        self, path: str, query: Mapping[str, str], *, prefer: str = "", pages: int = 20,
        doing: str = "read the mailbox",
    ) -> Iterator[Any]:  # fmt: skip
        """Yield the entries of a collection, page after page, up to `pages`."""
        answer = self.read(path, query, prefer=prefer)
        yield from self.rest_of(answer, prefer=prefer, pages=pages, doing=doing)

    def rest_of(
        self, answer: Answer, *, prefer: str = "", pages: int = 20, doing: str = "read the mailbox"
    ) -> Iterator[Any]:
        """Yield the entries of a page and of those behind it."""
        for number in range(1, pages + 1):
            body = answer.expect(doing)
            yield from body.get("value", [])
            link = body.get("@odata.nextLink", "")
            if not link or number == pages:
                return
            answer = self._ask(Ask("GET", self._own(link), prefer=prefer))

    def read_many(self, asks: Sequence[Ask]) -> list[Answer]:
        """Read several things in `$batch` requests of 20; the answers in the order asked for."""
        answers: list[Answer] = []
        for start in range(0, len(asks), BATCH):
            answers += self._batch(asks[start : start + BATCH])
        return answers

    # --- writes ---

    def prepare(self, scopes: Sequence[str]) -> None:
        """Get the token for these scopes now, which may ask the user and take minutes."""
        self._token(scopes, "")

    def write(
        self,
        method: str,
        path: str,
        body: Any = None,  # noqa: ANN401 - JSON
        *,
        version: str = "",
        prefer: str = "",
        scopes: Sequence[str] = (),
        waits: bool = True,
        repeats: bool = False,
    ) -> Answer:
        """Do something, once; what only sets a mark is tried again as a read is.

        Raises:
            ProviderUnavailableError: it was never handed over.
            LostAnswerError: it was handed over and no answer came.
        """
        headers = {"If-Match": f'W/"{version}"'} if version else {}
        ask = Ask(method, path, {}, prefer, repeats)
        return self._ask(ask, body=body, headers=headers, scopes=scopes, waits=waits)

    # --- the wire ---

    def _ask(
        self, ask: Ask, *, body: Any = None, headers: Mapping[str, str] | None = None,  # noqa: ANN401
        scopes: Sequence[str] = (), waits: bool = True,
    ) -> Answer:  # fmt: skip
        claims, has_renewed, patience = "", False, LONGEST_WAIT
        for tries_left in reversed(range(_TRIES)):
            try:
                answer = self._exchange(ask, body, headers or {}, scopes, claims)
            except LostAnswerError:
                if not ask.is_repeatable or not tries_left:
                    raise
                self.sleep(1)
                continue
            if answer.status == 401 and not has_renewed:
                claims, has_renewed = answer.claims or "{}", True
                continue
            pause = wait_before_repeating(ask, answer) if waits else None
            if pause is None or pause > patience or not tries_left:
                return answer
            patience -= pause
            self.sleep(pause)
        return answer

    def _exchange(
        self, ask: Ask, body: Any, headers: Mapping[str, str], scopes: Sequence[str], claims: str  # noqa: ANN401
    ) -> Answer:  # fmt: skip
        import requests

        token = self._token(scopes, claims)
        started = time.monotonic()
        self._count()
        try:
            response = self._open().request(
                ask.method,
                self.endpoint + ask.url,
                json=body,
                headers={
                    "Authorization": f"Bearer {token}",
                    "Prefer": ask.preferences,
                    "Accept": "application/json",
                    **headers,
                },
                timeout=_TIMEOUT,
                allow_redirects=False,
            )
        except (requests.exceptions.ConnectTimeout, requests.exceptions.SSLError) as error:
            raise out_of_reach() from error
        except requests.exceptions.RequestException as error:
            if _never_connected(error):
                raise out_of_reach() from error
            self._debug(f"{ask.method} {anonymous(ask.path)}: no answer")
            raise lost(ask.method) from error
        took = time.monotonic() - started
        self._debug(f"{ask.method} {anonymous(ask.path)} {response.status_code} {took:.2f}s")
        self._note_clock(response.headers.get("Date", ""))
        return answer_of(response)

    def _open(self) -> requests.Session:
        if self._session is None:
            import requests
            from requests.adapters import HTTPAdapter
            from urllib3.util import Retry

            # only a connection that never came to be is tried again here
            policy = Retry(total=None, connect=2, read=0, redirect=0, status=0, other=0,
                           allowed_methods=None, backoff_factor=0.3)  # fmt: skip
            self._session = requests.Session()
            self._session.auth = as_given
            for scheme in ("https://", "http://"):
                self._session.mount(scheme, HTTPAdapter(max_retries=policy))
        return self._session

    def _batch(self, asks: Sequence[Ask]) -> list[Answer]:
        if len(asks) == 1:
            return [self._ask(asks[0])]
        entries = [
            {"id": str(i), "method": a.method, "url": a.url, "headers": {"Prefer": a.preferences}}
            for i, a in enumerate(asks)
        ]
        body = self._ask_batch({"requests": entries})
        parts = {part.get("id"): part for part in body.get("responses", [])}
        answers = [part_answer(parts.get(str(i))) for i in range(len(asks))]
        pauses = [a.retry_after or 1.0 for a in answers if a.status == 429]
        if pauses:
            self.sleep(min(max(pauses), LONGEST_WAIT))
        return [
            self._ask(ask) if is_worth_another_go(answer) else answer
            for ask, answer in zip(asks, answers, strict=True)
        ]

    def _ask_batch(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Ask a batch of reads; a passing fault is retried."""
        try:
            answer = self._ask(Ask("POST", "/$batch", repeats=True), body=body)
        except LostAnswerError as error:
            raise out_of_reach() from error
        if answer.status in (404, 405, 501):
            return {}  # no batch there: each is asked for by itself
        found: Mapping[str, Any] = answer.expect("read the mailbox")
        return found

    def _own(self, link: str) -> str:
        """Return what follows our endpoint in a next link, which may name another host's view."""
        _, _, rest = link.partition("/v1.0")
        return rest if rest and not link.startswith(self.endpoint) else link[len(self.endpoint) :]


def _never_connected(error: BaseException) -> bool:
    from urllib3.exceptions import MaxRetryError, NewConnectionError

    reasons: Iterable[object] = (
        *error.args,
        getattr(error.args[0], "reason", None) if error.args else None,
    )
    return any(isinstance(r, NewConnectionError) for r in reasons) or any(
        isinstance(r, MaxRetryError) and isinstance(r.reason, NewConnectionError) for r in reasons
    )
