"""What a mail system reports of a letter: that it failed, is late or went on; and whose failed.

Reports come as RFC 3464 has it, and in the words of each program (Postfix, Exim, qmail, sendmail,
Exchange, Gmail): many name the failed address in their text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailer.model import Message
from mailer.reading.senders import is_no_reply

_DAEMONS = ("mailer-daemon", "postmaster", "mailerdaemon")
EXCHANGE = "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e"
"""The local part from which Exchange reports, the same for every tenant."""
_ADDRESS = re.compile(r"[^\s<>\"',;:()\[\]]+@[^\s<>\"',;:()\[\]]+\.[^\s<>\"',;:()\[\]]+")
_SUBJECT = re.compile(
    r"undeliver|non-?delivery|delivery (?:status notification|failure|has failed|failed)|"
    r"returned mail|failure notice|mail delivery (?:failed|failure|system)|mail system error|"
    r"unzustellbar|nicht zustellbar|non remis|échec de (?:la )?remise|"
    r"no (?:se puede entregar|entregado)|não (?:é possível entregar|entregue)|"
    r"mancat[ao] (?:consegna|recapito)|non recapitabile|onbestelbaar|kan inte levereras|"
    r"går inte att leverera|nie można dostarczyć|niedostarczon|配信不能|配信エラー|配信できません",
    re.I,
)
_NOT_FAILED = re.compile(
    r"delay|still being retried|could not send message for past|verzögert|retardé|demorad|retrasad|"
    r"ritardat|vertraagd|försenad|opóźnion|遅延|"
    r"\((?:success|relay)\)|^(?:relayed|delivered|weitergeleitet|zugestellt)\s*:|"
    r"successful(?:ly)? (?:mail delivery|delivered)",
    re.I,
)
_REFUSED = re.compile(r"^\W*55[0-4][ -]|\b5\.[1-7]\.\d{1,3}\b", re.M)
"""A final refusal's code (RFC 5321 section 4.2.2, RFC 3463)."""
_COPY = re.compile(
    r"^[ \t]*(?:return-path|received|dkim-signature|message-id|mime-version)\s*:|"
    r"^\W*-{3,}.{0,20}\b(?:copy of|original message)",
    re.I | re.M,
)
"""Where a report quotes the letter, with all whom it went to."""


def is_bounce(message: Message) -> bool:
    """Tell whether a mail system reports on the delivery of a message (RFC 3464)."""
    if message.header("X-Failed-Recipients") or is_from_daemon(message):
        return True
    if any(a.content_type == "message/delivery-status" for a in message.attachments):
        return True
    is_null = (message.header("Return-Path") or "").strip() == "<>"
    if is_null and _REFUSED.search(message.text or ""):
        return True
    is_machine = is_null or is_no_reply(message.sender.address)
    return is_machine and bool(_SUBJECT.search(message.subject))


def is_from_daemon(message: Message) -> bool:
    """Tell whether a mail system itself wrote it."""
    local = message.sender.local_part
    return local in _DAEMONS or local == EXCHANGE.casefold()


def is_failure(message: Message) -> bool:
    """Tell whether a report is final; a late letter, or one passed on, is on its way."""
    return not _NOT_FAILED.search(message.subject)


def reported_addresses(message: Message) -> frozenset[str]:
    """Return the bare addresses, in lower case, of which a final report says that they failed."""
    if not is_failure(message):
        return frozenset()
    failed = message.header("X-Failed-Recipients")
    said = failed or _COPY.split(message.text or "", maxsplit=1)[0]
    return frozenset(found.casefold().rstrip(".") for found in _ADDRESS.findall(said))


def dead_addresses(messages: Iterable[Message]) -> frozenset[str]:
    """Return the bare addresses, in lower case, that bounces among the messages name as failed."""
    reports = (m for m in messages if m.header("X-Failed-Recipients") or is_from_daemon(m))
    return frozenset(address for report in reports for address in reported_addresses(report))
