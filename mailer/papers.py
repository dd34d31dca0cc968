"""A finished letter on its way into the mailbox, and how a stored draft compares with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mailer.errors import MailerError
from mailer.journal_letters import LetterRecord
from mailer.locating import own_text
from mailer.model import Draft, Kind, Reply, Thread, same_address

SAME_THREAD_KINDS = frozenset(
    {
        Kind.WITHDRAW,
        Kind.DECLINE_OFFER,
        Kind.CONFIRMATION,
        Kind.RESCHEDULE,
        Kind.CANCEL,
        Kind.CLARIFY,
        Kind.FOLLOW_UP,
        Kind.FEEDBACK,
        Kind.CORRECTION,
    }
)
"""Letters to the hiring side: a new one takes the place of an unedited draft of another."""


ONCE_KINDS = frozenset(
    {Kind.WITHDRAW, Kind.DECLINE_OFFER, Kind.RECRUITER_NOTE, Kind.REFERRER_THANKS}
)
"""Letters that nobody writes twice in one process, unless asked for with `--anyway`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A finished letter on its way into the mailbox."""

    kind: Kind
    reply: Reply
    thread: Thread
    """The thread as it was just read, drafts included."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What the journal keeps of it besides its text."""
    allow_second: bool = False
    """`--new`: although a draft of the user's own is in the thread."""
    is_again: bool = False
    """`--anyway`: although such a letter left already."""


def says_the_same(reply: Reply, draft: Draft) -> bool:
    """Tell whether a stored draft already is what the reply would make of it."""
    return not differences(reply, draft) and draft.text.replace("\r\n", "\n").lstrip().startswith(
        reply.text.strip()
    )


def differences(reply: Reply, draft: Draft) -> list[str]:
    """Name the header fields in which the stored draft differs from what was meant."""
    pairs = {
        "From": ([reply.sender.address], [draft.sender.address]),
        "To": (_bare(reply.to), _bare(draft.to)),
        "Cc": (_bare(reply.cc), _bare(draft.cc)),
        "Bcc": (_bare(reply.bcc), _bare(draft.bcc)),
        "In-Reply-To": ([reply.in_reply_to], [draft.in_reply_to]),
        "thread": ([reply.thread_key], [draft.thread_key]),
    }
    return [name for name, (meant, stored) in pairs.items() if not _same(meant, stored)]


def check_stored(reply: Reply, draft: Draft) -> None:
    """Refuse to claim success where the mailbox holds something else than was meant (G28)."""
    wrong = differences(reply, draft)
    if wrong:
        raise MailerError(
            f"The draft was stored, but its {', '.join(wrong)} came back different from what was "
            "asked. Nothing was sent.",
            hint="Look at it with `bowout show`; `bowout discard` takes it away again.",
            stored=True,
        )


def _bare(addresses: Sequence[Any]) -> list[str]:
    return sorted(a.address for a in addresses)


def _same(meant: Sequence[str], stored: Sequence[str]) -> bool:
    return len(meant) == len(stored) and all(
        same_address(one, other) for one, other in zip(meant, stored, strict=True)
    )


def is_bare(record: LetterRecord, draft: Draft) -> bool:
    """Tell whether nobody wrote anything into a draft yet."""
    return not _own(record, draft) and not draft.attachments


def is_whole(record: LetterRecord, draft: Draft) -> bool:
    """Tell whether a draft is what the run meant to file, and not a word more."""
    says_it = _own(record, draft) == _squeezed(record.text)
    return says_it and _has_recipients(record, draft) and not draft.attachments


def begins_as_meant(record: LetterRecord, draft: Draft) -> bool:
    """Tell whether a draft is what the run meant to file, and perhaps more below it."""
    meant = _squeezed(record.text)
    return bool(meant) and _has_recipients(record, draft) and _own(record, draft).startswith(meant)


def _has_recipients(record: LetterRecord, draft: Draft) -> bool:
    pairs = ((record.facts.get("to", []), draft.to), (record.facts.get("cc", []), draft.cc))
    return not draft.bcc and all(_same(sorted(meant), _bare(stands)) for meant, stands in pairs)


def _own(record: LetterRecord, draft: Draft) -> str:
    return _squeezed(own_text(draft, str(record.facts.get("signature", ""))))


def _squeezed(text: str) -> str:
    return " ".join(text.split())
