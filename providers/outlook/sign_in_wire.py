"""The way msal reaches the sign-in service: with time-outs, each request once.

msal takes https addresses alone; a test server on this machine is reached through an https name
that never leaves this module and `entra`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from providers._http import as_given
from providers.outlook.clouds import LOOPBACK_HOSTS

_TIMEOUT = (10, 30)


class _Answer:
    """An HTTP answer as msal wants it."""

    def __init__(self, status: int, headers: Mapping[str, str], text: str) -> None:
        self.status_code = status
        self.headers = headers
        self.text = text

    def raise_for_status(self) -> None:
        """Raise for a failure, as requests does."""
        if self.status_code >= 400:
            import requests

            raise requests.exceptions.HTTPError(f"HTTP {self.status_code}")


class SignInWire:
    """The HTTP client that msal is given."""

    def __init__(self, authority: str) -> None:
        """Take the authority, which tells whether a disguise is needed; makes no request."""
        parts = urlsplit(authority)
        is_here = parts.scheme == "http" and parts.hostname in LOOPBACK_HOSTS
        self._plain = f"http://{parts.netloc}" if is_here else ""
        self._disguised = f"https://{parts.netloc}"
        self.refused: Mapping[str, Any] = {}
        """What the last answer said, where it was a refusal."""

    def get(self, url: str, **options: Any) -> _Answer:  # noqa: ANN401 - msal's own signature
        """Ask for something."""
        return self._go("GET", url, options)

    def post(self, url: str, **options: Any) -> _Answer:  # noqa: ANN401
        """Post a form, once."""
        return self._go("POST", url, options)

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def inside(self, text: str) -> str:
        """Return the text as msal may see it."""
        return text.replace(self._plain, self._disguised) if self._plain else text

    def outside(self, text: str) -> str:
        """Return the text as the network must see it."""
        return text.replace(self._disguised, self._plain) if self._plain else text

    def _go(self, method: str, url: str, options: dict[str, Any]) -> _Answer:
        options["timeout"] = _TIMEOUT
        response = self._session.request(method, self.outside(url), **options)
        self.refused = _refusal(response.text) if response.status_code >= 400 else {}
        return _Answer(response.status_code, response.headers, self.inside(response.text))

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - requests is imported late
        import requests

        session = requests.Session()
        session.auth = as_given
        return session


def _refusal(text: str) -> Mapping[str, Any]:
    try:
        answer = json.loads(text)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
