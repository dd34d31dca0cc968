"""One request to Microsoft Graph and its answer, as values; nothing here goes on the wire."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from mailer.errors import OutcomeUnknownError, ProviderUnavailableError
from providers.outlook.refusals import refusal

if TYPE_CHECKING:
    import requests


LONGEST_WAIT = 60.0
_IMMUTABLE = 'IdType="ImmutableId"'
TEXT_BODIES = 'outlook.body-content-type="text"'
HTML_BODIES = 'outlook.body-content-type="html"'


class LostAnswerError(OutcomeUnknownError):
    """A write was handed over and its answer never came."""


@dataclass(frozen=True)
class Answer:
    """One answer, whatever its status."""

    status: int
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in lower case."""

    @property
    def is_done(self) -> bool:
        """Tell whether the service did what it was asked."""
        return 200 <= self.status < 300

    @property
    def code(self) -> str:
        """The service's own error code, empty where it gave none."""
        return str(self._error.get("code") or "")

    @property
    def message(self) -> str:
        """The service's own words; for recognising cases, not for the user."""
        return str(self._error.get("message") or "")

    @property
    def retry_after(self) -> float | None:
        """The seconds to wait that the service names."""
        value = self.headers.get("retry-after", "")
        return float(value) if re.fullmatch(r"\d+(\.\d+)?", value) else None

    @property
    def wait(self) -> float | None:
        """The seconds to wait, where the service names some that are worth waiting for."""
        wait = self.retry_after
        return wait if wait is not None and wait <= LONGEST_WAIT else None

    @property
    def claims(self) -> str:
        """The claims that a 401 demands (conditional access), as JSON; empty: none."""
        found = re.search(r'claims="([^"]+)"', self.headers.get("www-authenticate", ""))
        if not found:
            return ""
        try:
            return base64.b64decode(found[1] + "==").decode()
        except (binascii.Error, UnicodeDecodeError):
            return ""

    @property
    def _error(self) -> Mapping[str, Any]:
        error = self.body.get("error") if isinstance(self.body, dict) else None
        return error if isinstance(error, dict) else {}

    def expect(self, doing: str) -> Any:  # noqa: ANN401 - JSON
        """Return the body, or raise what the refusal means; nothing was done then."""
        if self.is_done:
            return self.body
        raise refusal(self, doing)


@dataclass(frozen=True)
class Ask:
    """One request."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    prefer: str = ""
    repeats: bool = False
    """A POST that only reads, or a write that only sets a mark."""

    @property
    def is_repeatable(self) -> bool:
        """Tell whether doing it twice is doing it once."""
        return self.repeats or self.method == "GET"

    @property
    def url(self) -> str:
        """Path and query, encoded as OData wants it: `%20`, never `+`."""
        return self.path + (
            "?" + urlencode(self.query, quote_via=quote, safe="$") if self.query else ""
        )

    @property
    def preferences(self) -> str:
        """The Prefer header."""
        return f"{_IMMUTABLE}, {self.prefer}" if self.prefer else _IMMUTABLE


def segment(key: str) -> str:
    """Encode an id for a path: ids hold `/`, `+` and `=` (G55)."""
    return quote(key, safe="")


def quoted(value: str) -> str:
    """Write a string for an OData filter."""
    return "'" + value.replace("'", "''") + "'"


def out_of_reach() -> ProviderUnavailableError:
    """Make the error for a request that never arrived."""
    return ProviderUnavailableError(
        "Outlook could not be reached. Nothing was stored or sent.",
        hint="Check the connection, then run the command again; `bowout doctor` tries each step.",
    )


def lost(method: str) -> LostAnswerError:
    """Make the error for a request whose answer never came."""
    what = "nothing was stored" if method == "GET" else "it may have been done all the same"
    return LostAnswerError(
        f"Outlook did not answer; {what}.",
        hint="Run `bowout status`, which looks into the mailbox, before anything else.",
    )


def wait_before_repeating(ask: Ask, answer: Answer) -> float | None:
    """Return how long to wait before the same request again; None: not at all."""
    wait = answer.retry_after
    if answer.status == 429:
        return 2.0 if wait is None else wait
    if ask.is_repeatable and answer.status in (500, 502, 503, 504):
        return 1.0 if wait is None else wait
    return None


def is_worth_another_go(answer: Answer) -> bool:
    """Tell whether a part of a batch failed in a way that it may not fail by itself."""
    is_passing = answer.status in (401, 429, 500, 502, 503, 504)
    return is_passing or (answer.status == 400 and not answer.code)


def part_answer(part: Mapping[str, Any] | None) -> Answer:
    """Read one part of the answer to a batch; a part that is missing got no answer."""
    if part is None:
        return Answer(504)
    headers = {str(k).lower(): str(v) for k, v in (part.get("headers") or {}).items()}
    return Answer(int(part.get("status", 504)), part.get("body"), headers)


def answer_of(response: requests.Response) -> Answer:
    """Read an answer off the wire."""
    headers = {name.lower(): value for name, value in response.headers.items()}
    try:
        body = response.json() if response.content else None
    except (json.JSONDecodeError, ValueError):
        body = None
        if response.ok:
            return Answer(502, None, headers)  # a truncated or foreign answer is no answer
    return Answer(response.status_code, body, headers)


def anonymous(path: str) -> str:
    """Return the path without ids and queries, for the debug log."""
    bare = path.partition("?")[0]
    return re.sub(r"(messages|mailFolders)/[^/]{20,}", r"\1/…", bare)
