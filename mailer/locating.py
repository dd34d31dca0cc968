"""Finds a filed letter again: still there, edited, sent by hand, or gone (architecture.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from mailer.errors import DraftNotFoundError, ThreadNotFoundError
from mailer.journal import LetterRecord
from mailer.model import Draft, DraftRef, Me, Message
from mailer.provider import Provider

_CLOCK_SKEW = timedelta(minutes=10)


class Whereabouts(StrEnum):
    """What became of a letter."""

    UNCHANGED = "unchanged"
    EDITED = "edited"
    SENT = "sent"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Located:
    """What became of a letter, with the draft or the sent message itself."""

    where: Whereabouts
    draft: Draft | None = None
    sent: Message | None = None


def locate(provider: Provider, letter: LetterRecord, me: Me) -> Located:
    """Look for a letter in the mailbox, as it is now.

    By its key; by the tool's own Message-ID among the drafts; else a draft of the user's that
    answers the same parent (an edited one); else such a message in Sent; else it is gone.
    """
    draft = _find_draft(provider, letter, me)
    if draft is not None:
        is_ours = bool(letter.fingerprint) and draft.fingerprint == letter.fingerprint
        return Located(Whereabouts.UNCHANGED if is_ours else Whereabouts.EDITED, draft=draft)
    sent = find_sent(provider, letter, me)
    return Located(Whereabouts.SENT, sent=sent) if sent else Located(Whereabouts.GONE)


def find_sent(provider: Provider, letter: LetterRecord, me: Me) -> Message | None:
    """Return the letter as it lies in Sent: the message itself, else an answer to its parent.

    Only messages since the draft was made count. The message with the tool's own Message-ID
    comes before any other answer.
    """
    wanted = [i for i in (letter.ref.message_id, letter.parent_message_id) if i]
    if not wanted:
        return None
    found = provider.find_sent(wanted, letter.created_at - _CLOCK_SKEW)
    own = [m for m in found if m.message_id == letter.ref.message_id and m.message_id]
    since = letter.created_at - _CLOCK_SKEW
    answers = [
        m
        for m in found
        if letter.parent_message_id in (*m.in_reply_to, *m.references)
        and me.is_me(m.sender)
        and m.date >= since
    ]
    return next(iter([*own, *answers]), None)


def list_thread_drafts(provider: Provider, thread_key: str, me: Me) -> tuple[Message, ...]:
    """Return the drafts that lie in a thread, whoever made them; none where it is gone."""
    try:
        thread = provider.read(thread_key)
    except ThreadNotFoundError:
        return ()
    return tuple(m for m in thread.messages if m.is_draft and _is_own(m, me))


def _find_draft(provider: Provider, letter: LetterRecord, me: Me) -> Draft | None:
    try:
        return provider.fetch_draft(letter.ref)
    except DraftNotFoundError:
        pass
    for message in list_thread_drafts(provider, letter.ref.thread_key, me):
        if letter.parent_message_id and letter.parent_message_id in message.in_reply_to:
            try:
                return provider.fetch_draft(
                    DraftRef(key=message.key, message_id=message.message_id)
                )
            except DraftNotFoundError:
                continue
    return None


def _is_own(message: Message, me: Me) -> bool:
    return not message.sender.address or me.is_me(message.sender)
