"""What Graph's refusals mean, in plain sentences with the mend.

Codes are those of learn.microsoft.com/graph/errors and of Exchange; a sentence never repeats
the service's own words, which may quote a subject or an address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mailer.errors import (
    DraftChangedError,
    MailerError,
    ProviderUnavailableError,
    RefusedError,
    SignInError,
    ThreadNotFoundError,
)

if TYPE_CHECKING:
    from providers.outlook.asking import Answer

NOTHING = "Nothing was stored or sent."

_NO_MAILBOX = (
    "This account has no mailbox that Outlook's interface can open: it lies on a server of the "
    "company's own, or the account has no licence for mail."
)
_NO_MAILBOX_MEND = (
    "Connect it with `bowout login imap` if the company allows IMAP, or ask its mail administrator."
)
_MAILBOXES = frozenset({
    "MailboxNotEnabledForRESTAPI", "MailboxNotSupportedForRESTAPI",
    "MailboxNotHostedInExchangeOnline", "ErrorNonExistentMailbox",
    "ErrorMailboxNotHostedInExchangeOnline", "ErrorMailboxNotFound",
})  # fmt: skip
_PASSING_MAILBOX = frozenset({
    "ErrorMailboxStoreUnavailable", "ErrorMailboxMoveInProgress", "ErrorServerBusy",
    "ErrorTimeoutExpired", "MailboxStoreUnavailable",
})  # fmt: skip
_QUOTA = frozenset({"ErrorQuotaExceeded", "ErrorStoreQuotaExceeded", "ErrorMessageSizeExceeded"})
_SENDING = {
    "ErrorSendAsDenied": "Outlook does not let you send from that address.",
    "ErrorInvalidRecipients": "Outlook does not accept one of the recipients.",
    "ErrorExceededMessageLimit": "Outlook's limit of messages a day is used up.",
    "ErrorMessageSubmissionBlocked": "Outlook has blocked sending from this mailbox.",
    "ErrorAccountSuspend": "Outlook has suspended sending from this account until you confirm it.",
    "ErrorSubmissionQuotaExceeded": "Outlook's limit of messages is used up.",
}
GONE = frozenset({"ErrorItemNotFound", "ErrorInvalidIdMalformed", "ErrorInvalidId", "itemNotFound"})


def is_gone(answer: Answer) -> bool:
    """Tell whether the message asked for is not there."""
    if answer.code in _MAILBOXES:
        return False
    return answer.status in (404, 410) or answer.code in GONE


def is_unanswerable(answer: Answer) -> bool:
    """Tell whether Exchange refuses to answer that kind of message (G48, G50)."""
    text = answer.message.casefold()
    return answer.status == 400 and "invalid" in text and "creating a reply" in text


def refusal(answer: Answer, doing: str) -> MailerError:
    """Return the error for a refused request; nothing was done. `doing` completes `could not`."""
    code = answer.code
    if code in _MAILBOXES:
        return SignInError(f"{_NO_MAILBOX} {NOTHING}", hint=_NO_MAILBOX_MEND)
    if code in _SENDING:
        return RefusedError(f"{_SENDING[code]} {NOTHING}",
                            hint="Mend it in Outlook, then run the command again.")  # fmt: skip
    if code in _QUOTA or answer.status == 507:
        return RefusedError(
            f"The mailbox is full. {NOTHING}",
            hint="Delete something in Outlook, then run the command again.",
        )
    if answer.status == 401:
        return SignInError(
            f"Outlook does not accept the sign-in any more. {NOTHING}",
            hint="Run `bowout login outlook` again.",
        )
    if answer.status == 403:
        return _forbidden(doing)
    if answer.status == 404:
        return ThreadNotFoundError(
            f"Outlook no longer has that message. {NOTHING}",
            hint="It was moved, deleted, or lies in an online archive, which Outlook's interface "
            "can't open; search again.",
        )
    if answer.status in (409, 412):
        return DraftChangedError(
            f"The draft was changed in Outlook meanwhile; it was left alone. {NOTHING}",
            hint="Look at it with `bowout show`.",
        )
    if answer.status == 429:
        return throttled(answer)
    if answer.status >= 500 or code in _PASSING_MAILBOX:
        return ProviderUnavailableError(
            f"Outlook is out of order for the moment. {NOTHING}",
            hint="Run the command again in a few minutes.",
            retry_after=answer.retry_after,
        )
    told = f" (it says {code})" if code else ""
    return RefusedError(
        f"Outlook could not {doing}{told}. {NOTHING}",
        hint="`bowout doctor` tries each step; with --debug it shows the requests.",
    )


def throttled(answer: Answer) -> ProviderUnavailableError:
    """Return the error for a mailbox that asks to wait, be it seconds or the rest of the day."""
    wait = answer.retry_after
    when = f"for {_span(wait)}" if wait else "for a while"
    return ProviderUnavailableError(
        f"Outlook asks to wait {when}: too many requests were made to this mailbox. {NOTHING}",
        hint=f"Run the command again {'in ' + _span(wait) if wait else 'later'}.",
        retry_after=wait,
    )


def _forbidden(doing: str) -> MailerError:
    return SignInError(
        f"The sign-in does not allow bowout to {doing}. {NOTHING}",
        hint="Run `bowout login outlook` again and accept what it asks for; in a company an "
        "administrator may have to allow it (docs/outlook.md).",
    )


def _span(seconds: float) -> str:
    if seconds < 120:
        return f"{round(seconds)} seconds"
    if seconds < 7200:
        return f"{round(seconds / 60)} minutes"
    return f"{round(seconds / 3600)} hours"
