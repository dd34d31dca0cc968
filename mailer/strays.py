"""Finds what came back outside of the letters' threads: bounces, and answers of a new subject."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta

from mailer.journal_letters import LetterRecord, LetterState
from mailer.model import Search, Thread
from mailer.noticing import Look
from mailer.reading.bounces import EXCHANGE, dead_addresses
from mailer.reading.senders import is_freemail
from mailer.reminders import Facts

_LATE_BOUNCES = timedelta(days=14)
_CLOCK_SKEW = timedelta(minutes=10)
_FIND_LIMIT = 50
_INDEX_LAG = timedelta(days=1)
"""How far before the last look is searched: an index may know a message late."""
_BOUNCE_SENDERS = ("mailer-daemon", "postmaster", EXCHANGE)


def find_strays(look: Look, watched: Sequence[Facts], read: Collection[str]) -> list[Thread]:
    """Find bounces, and answers that the service put into threads of their own: one search.

    Gmail and Outlook begin a new thread where the subject changes: `Automatic reply: …`.
    """
    letters = [one for facts in watched for one in facts.letters if _may_bounce(one, look.now)]
    if not letters:
        return []
    letters.sort(key=lambda one: one.sent_at or one.updated_at, reverse=True)
    newest = letters[:_FIND_LIMIT]
    found = look.session.provider.search(
        Search(
            phrases=_BOUNCE_SENDERS,
            participants=tuple(dict.fromkeys(p for one in newest for p in _answerers(one))),
            message_ids=tuple(one.sent_message_id for one in newest if one.sent_message_id),
            since=_strays_since(look, newest),
            limit=_FIND_LIMIT,
        )
    )
    others = [t for t in found if t.key not in read]
    partly = [t.key for t in others if not t.is_whole]
    whole = look.session.provider.read_many(partly) if partly else ()
    return [t for t in others if t.is_whole] + list(whole)


def sorted_out(
    watched: Sequence[Facts],
    wanted: Sequence[Facts],
    threads: Sequence[Thread],
    strays: Sequence[Thread],
) -> Iterator[tuple[Facts, list[Thread]]]:
    """Give each withdrawal the threads that concern it."""
    by_key = {t.key: t for t in threads}
    by_word = _index(watched)
    concerned: dict[str, list[Thread]] = {f.withdrawal.id: [] for f in wanted}
    for thread in strays:
        for key in {key for word in _words(thread) for key in by_word.get(word, ())}:
            concerned.setdefault(key, []).append(thread)
    for facts in watched:
        if facts.withdrawal.id in concerned:
            own = [by_key[key] for key in sorted(facts.thread_keys) if key in by_key]
            yield facts, own + concerned[facts.withdrawal.id]


def _answerers(letter: LetterRecord) -> Iterator[str]:
    """Yield who may answer a letter: a whole company; of a domain that many share the address."""
    for address in (*letter.facts.get("to", ()), *letter.facts.get("cc", ())):
        yield address if is_freemail(address) else address.rpartition("@")[2]


def _strays_since(look: Look, letters: Sequence[LetterRecord]) -> datetime:
    """Return since when strays may have come: since the first letter, or the last look."""
    sent_at = min(one.sent_at or one.updated_at for one in letters) - _CLOCK_SKEW
    _, looked_at = look.session.journal.cursor(look.session.account.name)
    return max(sent_at, looked_at - _INDEX_LAG) if looked_at else sent_at


def _may_bounce(letter: LetterRecord, now: datetime) -> bool:
    is_sent = letter.state is LetterState.SENT and letter.sent_at is not None
    return is_sent and now - (letter.sent_at or now) <= _LATE_BOUNCES


def _index(watched: Sequence[Facts]) -> dict[str, set[str]]:
    """Return who is concerned by a Message-ID, or by an address that bounced."""
    index: dict[str, set[str]] = {}
    for facts in watched:
        for letter in facts.letters:
            to = [a.casefold() for key in ("to", "cc") for a in letter.facts.get(key, [])]
            for word in filter(None, [letter.sent_message_id, *to]):
                index.setdefault(word, set()).add(facts.withdrawal.id)
    return index


def _words(thread: Thread) -> set[str]:
    refers = {i for m in thread.messages for i in (*m.in_reply_to, *m.references)}
    return refers | dead_addresses(thread.messages)
