"""What `doctor` tries at Gmail, step by step, changing nothing; the first failure ends it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from mailer.errors import MailerError, SignInError
from mailer.model import Identity
from mailer.provider import Account, Check
from providers._google import require_scopes
from providers._google_token import TESTING, GoogleToken
from providers.gmail.addresses import is_same_mailbox
from providers.gmail.api import Api
from providers.gmail.refusals import NOTHING

_SKEW = timedelta(minutes=5)


def check(first: Check, steps: Iterable[tuple[str, Callable[[], str]]]) -> Sequence[Check]:
    """Return a line a step; a step says what it found, or raises what is wrong."""
    lines = [first]
    for what, act in steps:
        if not lines[-1].is_ok:
            break
        try:
            lines.append(Check(what, is_ok=True, detail=act()))
        except MailerError as error:
            lines.append(Check(what, is_ok=False, detail=error.message, mend=error.hint))
    return lines


def check_token(token: GoogleToken, scopes: Sequence[str]) -> str:
    """Let Google renew the token, and say until when it will (G71)."""
    token.renew()
    require_scopes(token.scopes, scopes, NOTHING)
    renewed = "Google renews it, for reading and composing"
    return f"{renewed}; until {token.ends[:10]}: {TESTING}" if token.ends else renewed


def check_mailbox(profile: Mapping[str, Any], account: Account, login: str) -> str:
    """Look whose mailbox it is."""
    if not is_same_mailbox(str(profile.get("emailAddress", "")), account.address):
        raise SignInError(
            "The sign-in is for another mailbox than this account's.",
            hint=f"Run `{login}` again.",
        )
    return f"{profile.get('messagesTotal', 0)} messages"


def check_search(api: Api) -> str:
    """Search for something."""
    request = api.users.threads().list(
        userId="me", q="interview", maxResults=1, fields="threads(id)"
    )
    api.read(request, "search the mailbox")
    return "the mailbox can be searched"


def check_drafts(api: Api) -> str:
    """Look into Drafts."""
    request = api.users.drafts().list(userId="me", maxResults=1, fields="drafts(id)")
    api.read(request, "list the drafts")
    return "they can be listed"


def check_identities(identities: Iterable[Identity]) -> str:
    """Name the addresses that Gmail lets the user write from."""
    return f"you can write from {', '.join(i.address.address for i in identities if i.is_verified)}"


def check_clock(off: timedelta) -> str:
    """Compare this machine's clock with Google's, by its last answer."""
    if abs(off) > _SKEW:
        raise SignInError(
            f"This computer's clock is {round(abs(off).total_seconds() / 60)} minutes off. "
            f"{NOTHING}",
            hint="Set the clock; tokens and reminders depend on it.",
        )
    return "right"
