"""The way Google's client library reaches the network: each request once, over `requests`.

The library's own transport repeats a POST by itself where a kept connection was closed, which
makes two drafts (G41a, G41b). This one never repeats anything, names a lost answer as such, and
adds the access token; a 401 is repeated once with a fresh one, because nothing was done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from mailer.errors import ProviderUnavailableError

if TYPE_CHECKING:
    import requests

TIMEOUT = (10, 30)
"""Seconds to connect, and to wait for each part of an answer."""


class LostAnswerError(Exception):
    """The request was handed over and no whole answer came: it may have been done."""


class RequestsHttp:
    """What `googleapiclient` expects of an `httplib2.Http`, over a requests session."""

    redirect_codes = frozenset((301, 302, 303, 307, 308))

    def __init__(self, token: Callable[[bool], str], *, count: Callable[[], None]) -> None:
        """Take a function that gives the access token (True: a fresh one) and a counter."""
        self._token = token
        self._count = count
        self._session: requests.Session | None = None
        self.clock_off = timedelta(0)
        """How far this machine's clock is from the service's, as of the last answer."""

    def request(
        self,
        uri: str,
        method: str = "GET",
        body: str | bytes | None = None,
        headers: Mapping[str, str] | None = None,
        redirections: int = 5,
        connection_type: Any = None,  # noqa: ANN401 - the library's own signature
    ) -> tuple[Any, bytes]:
        """Send one request and return the answer as the library wants it.

        Raises:
            LostAnswerError: no whole answer came.
            ProviderUnavailableError: the service was never reached.
        """
        del redirections, connection_type
        answer = self._send(method, uri, body, headers, self._token(False))
        if answer.status_code == 401:
            answer = self._send(method, uri, body, headers, self._token(True))
        self.clock_off = _clock_off(answer)
        return _as_httplib2(answer), answer.content

    def _send(
        self,
        method: str,
        uri: str,
        body: str | bytes | None,
        headers: Mapping[str, str] | None,
        token: str,
    ) -> requests.Response:
        import requests

        self._count()
        sent = {**(headers or {}), "Authorization": f"Bearer {token}"}
        data = body.encode("utf-8") if isinstance(body, str) else body
        try:
            return self._open().request(
                method, uri, data=data, headers=sent, timeout=TIMEOUT, allow_redirects=False
            )
        except requests.exceptions.RequestException as error:
            if never_left(error):
                raise _unreached() from error
            raise LostAnswerError(type(error).__name__) from error

    def _open(self) -> requests.Session:
        if self._session is None:
            import requests
            from requests.adapters import HTTPAdapter

            self._session = requests.Session()
            self._session.auth = as_given
            self._session.mount("https://", HTTPAdapter(max_retries=0))
            self._session.mount("http://", HTTPAdapter(max_retries=0))
        return self._session

    def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            self._session.close()
            self._session = None


def _as_httplib2(answer: requests.Response) -> Any:  # noqa: ANN401 - httplib2 has no types
    import httplib2

    fields = {name.lower(): value for name, value in answer.headers.items()}
    fields.pop("content-encoding", None)
    fields["status"] = str(answer.status_code)
    response = httplib2.Response(fields)
    response.reason = answer.reason
    return response


def _clock_off(answer: requests.Response) -> timedelta:
    try:
        theirs = parsedate_to_datetime(answer.headers["Date"])
    except (KeyError, ValueError):
        return timedelta(0)
    return datetime.now(UTC) - (theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC))


def as_given(request: Any) -> Any:  # noqa: ANN401 - what `requests` takes for an auth
    """Leave a request as it is; without an auth, `requests` puts one of ~/.netrc over the token."""
    return request


def never_left(error: requests.exceptions.RequestException) -> bool:
    """Tell whether a request surely did not reach the service: it never got a connection.

    A fault of TLS counts only while certificates are looked at; later the request may be there.
    """
    from ssl import SSLCertVerificationError

    from urllib3.exceptions import ConnectTimeoutError, NewConnectionError, ProxyError, SSLError

    reason = getattr(error.args[0], "reason", None) if error.args else None
    if isinstance(reason, SSLError):
        return bool(reason.args) and isinstance(reason.args[0], SSLCertVerificationError)
    return isinstance(reason, (NewConnectionError, ConnectTimeoutError, ProxyError))


def _unreached() -> ProviderUnavailableError:
    return ProviderUnavailableError(
        "Google can't be reached. Nothing was stored or sent.",
        hint="Check the network and run the command again.",
    )
