"""Finds a filed letter again: still there, edited, sent by hand, or gone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from mailer.errors import DraftNotFoundError, ThreadNotFoundError
from mailer.journal_letters import LetterRecord, LetterState
from mailer.model import Draft, DraftRef, Me, Message
from mailer.provider import Provider

CLOCK_SKEW = timedelta(minutes=10)
"""How far the clocks of the service and of this machine may be apart."""
_GRAM = 5
_ALIKE = 0.3
"""How much of the letter's wording must stand in a sent message that is taken for it: an edited
letter keeps more, another answer to the same message shares some greeting at most."""


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
    """The letter in Sent; where it is gone, another answer that the user sent meanwhile."""


def locate(provider: Provider, letter: LetterRecord, me: Me) -> Located:
    """Look for a letter in the mailbox, as it is now.

    By its key; by the tool's own Message-ID among the drafts; else a draft of the user's that
    answers the same parent (an edited one); else such a message in Sent; else it is gone.
    """
    draft = find_draft(provider, letter, me)
    if draft is not None:
        is_ours = bool(letter.fingerprint) and draft.fingerprint == letter.fingerprint
        return Located(Whereabouts.UNCHANGED if is_ours else Whereabouts.EDITED, draft=draft)
    sent = find_sent(provider, letter, me)
    if sent is None:
        return Located(Whereabouts.GONE)
    where = Whereabouts.SENT if is_the_letter(letter, sent) else Whereabouts.GONE
    return Located(where, sent=sent)


def find_sent(provider: Provider, letter: LetterRecord, me: Me) -> Message | None:
    """Return what the user sent that may be the letter, whole: best guess first, or None.

    The message with the tool's own Message-ID, else the user's answer to the letter's parent
    that is most like it. Only answers since the draft was made count.
    """
    wanted = [i for i in (letter.ref.message_id, letter.parent_message_id) if i]
    if not wanted:
        return None
    since = letter.created_at - CLOCK_SKEW
    found = provider.find_sent(wanted, since)
    own = [m for m in found if m.message_id and m.message_id == letter.ref.message_id]
    if own:
        return own[0]
    answers = [
        m
        for m in found
        if letter.parent_message_id in (*m.in_reply_to, *m.references)
        and me.is_me(m.sender)
        and m.date >= since
    ]
    whole = read_whole(provider, answers)
    return max(whole, key=lambda m: likeness(letter.text, m.text or ""), default=None)


def is_the_letter(letter: LetterRecord, sent: Message) -> bool:
    """Tell whether a sent message is the letter: by its Message-ID, else by its wording."""
    if sent.message_id and sent.message_id == letter.ref.message_id:
        return True
    return likeness(letter.text, sent.text or "") >= _ALIKE


def likeness(letter: str, text: str) -> float:
    """Return which part of a letter's wording stands in a text, 0 to 1, in any language."""
    wanted = _grams(letter)
    return len(wanted & _grams(text)) / len(wanted) if wanted else 0.0


def _grams(text: str) -> set[str]:
    unquoted = "\n".join(line for line in text.splitlines() if not line.startswith(">"))
    squeezed = re.sub(r"\W+", " ", unquoted.casefold())
    return {squeezed[i : i + _GRAM] for i in range(len(squeezed) - _GRAM + 1)}


def own_text(draft: Draft, signature: str = "") -> str:
    """Return the own text of a stored draft: above its signature, above the quote."""
    from mailer.reading.quotes import split_quote

    own = split_quote(draft.text.replace("\r\n", "\n")).own.rstrip()
    if signature.strip():
        own = own.removesuffix(signature.strip()).rstrip()
        own = own.removesuffix("--").rstrip()
    return own.strip()


def read_whole(provider: Provider, messages: Sequence[Message]) -> list[Message]:
    """Return the messages with their bodies; those found by header alone are read."""
    whole = [m for m in messages if m.is_whole]
    wanted = {m.key for m in messages}
    for key in sorted({m.thread_key for m in messages if not m.is_whole}):
        try:
            thread = provider.read(key)
        except ThreadNotFoundError:
            continue
        whole += [m for m in thread.messages if m.key in wanted and not m.is_draft]
    return whole


def list_thread_drafts(provider: Provider, thread_key: str, me: Me) -> tuple[Message, ...]:
    """Return the drafts that lie in a thread, whoever made them; none where it is gone."""
    try:
        thread = provider.read(thread_key)
    except ThreadNotFoundError:
        return ()
    return tuple(m for m in thread.messages if m.is_draft and _is_own(m, me))


def find_draft(
    provider: Provider, letter: LetterRecord, me: Me, *, but: Collection[str] = ()
) -> Draft | None:
    """Return a letter's draft as it stands now, or None; never one with a Message-ID of `but`."""
    for ref in _refs(letter):
        try:
            return provider.fetch_draft(ref)
        except DraftNotFoundError:
            continue
    for message in list_thread_drafts(provider, letter.ref.thread_key, me):
        answers = bool(letter.parent_message_id) and letter.parent_message_id in message.in_reply_to
        if answers and message.message_id not in but:
            try:
                return provider.fetch_draft(
                    DraftRef(key=message.key, message_id=message.message_id)
                )
            except DraftNotFoundError:
                continue
    return None


def _refs(letter: LetterRecord) -> Iterator[DraftRef]:
    """Yield where a letter may lie, likeliest first.

    While one is being replaced its key names the old draft, its Message-ID the new one; where a
    service can't change a draft both may lie there, and the new one is the letter.
    """
    if letter.state is LetterState.SAVING and letter.ref.key:
        yield replace(letter.ref, key="", version="")
    yield letter.ref


def _is_own(message: Message, me: Me) -> bool:
    return not message.sender.address or me.is_me(message.sender)
