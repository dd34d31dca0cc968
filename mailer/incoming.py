"""Which messages came back to a letter, and what kind each one is; pure.

A message counts where it stands in the letter's thread or answers it by References, and comes
from somebody of the process or is a machine's word on the letter (G82). The user's own mail is
never an answer (G68), an automatic one closes nothing (G69).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from mailer.journal_following import AnswerRecord
from mailer.journal_letters import LetterRecord, LetterState
from mailer.journal_withdrawals import Withdrawal
from mailer.model import Address, Me, Message, SpecialUse, Thread
from mailer.reading.answers import AnswerKind, classify
from mailer.reading.asks import find_asks
from mailer.reading.bounces import is_failure, reported_addresses
from mailer.reading.quotes import split_quote
from mailer.reading.senders import is_freemail
from mailer.reminders import Facts

_CLOCK_SKEW = timedelta(minutes=10)
_LEADS = ("hiring_manager", "recruiter", "agency_recruiter", "coordinator")


@dataclass(frozen=True, slots=True)
class _Circle:
    """Who belongs to a process, and by which Message-IDs its letters are known."""

    addresses: frozenset[str]
    domains: frozenset[str]
    message_ids: frozenset[str]
    thread_keys: frozenset[str]

    def knows(self, address: Address) -> bool:
        """Tell whether somebody belongs to it, or to a company of it."""
        return address.folded in self.addresses or address.domain in self.domains


def find_answers(
    facts: Facts, threads: Iterable[Thread], me: Me, now: datetime
) -> tuple[AnswerRecord, ...]:
    """Return what came back and is not known yet, oldest first."""
    sent = sorted(
        (one for one in facts.letters if one.state is LetterState.SENT and one.sent_at),
        key=lambda one: one.sent_at or one.updated_at,
    )
    if not sent:
        return ()
    circle = _circle(facts)
    known = {a.message_id for a in facts.answers}
    found: dict[str, AnswerRecord] = {}
    for thread in threads:
        for message in thread.messages:
            answer = _read(message, thread, facts, sent, circle, me, now)
            if answer is not None and answer.message_id not in known:
                found.setdefault(answer.message_id, answer)
    return tuple(sorted(found.values(), key=lambda a: a.at))


def other_people(withdrawal: Withdrawal, dead: Iterable[str]) -> tuple[str, ...]:
    """Return who else could get the letter, who leads first; never a dead address."""
    gone = {address.casefold() for address in dead}
    return tuple(
        f"{person['name']} <{person['address']}>" if person.get("name") else person["address"]
        for person in withdrawal.facts.get("people", ())
        if person.get("part") in _LEADS
        and person.get("address", "")
        and person["address"].casefold() not in gone
        and not person.get("left")
    )[:3]


def is_undeliverable(letter: LetterRecord, answers: Iterable[AnswerRecord]) -> bool:
    """Tell whether every address in the letter's To bounced."""
    dead = {d for a in answers for d in a.facts.get("dead", ())}
    to = [address.casefold() for address in letter.facts.get("to", [])]
    return bool(to) and all(address in dead for address in to)


def _read(
    message: Message,
    thread: Thread,
    facts: Facts,
    sent: Sequence[LetterRecord],
    circle: _Circle,
    me: Me,
    now: datetime,
) -> AnswerRecord | None:
    letter = _answered_letter(message, sent)
    if letter is None or not _is_incoming(message, letter, sent):
        return None
    kind = classify(message, me)
    if kind is AnswerKind.BOUNCE and not is_failure(message):
        return None  # it is still on its way: only a final failure counts (RFC 3464)
    if not _belongs(message, thread, kind, letter, circle):
        return None
    return AnswerRecord(
        withdrawal=facts.withdrawal.id,
        message_id=message.message_id or f"{message.sender.folded}@{message.date.isoformat()}",
        kind=kind.value,
        at=message.date,
        address=message.sender.address,
        name=message.sender.name,
        facts=_facts(message, kind, letter, facts.withdrawal),
        seen_at=now,
    )


def _answered_letter(message: Message, sent: Sequence[LetterRecord]) -> LetterRecord | None:
    """Return the letter that a message answers by References, else the last one before it."""
    ids = {*message.in_reply_to, *message.references}
    by_reference = [one for one in sent if one.sent_message_id and one.sent_message_id in ids]
    if by_reference:
        return by_reference[-1]
    before = [one for one in sent if (one.sent_at or one.updated_at) <= message.date + _CLOCK_SKEW]
    return before[-1] if before else None


def _is_incoming(message: Message, letter: LetterRecord, sent: Sequence[LetterRecord]) -> bool:
    """Tell whether a message came after the letter and is none that was there before it."""
    if message.is_draft or message.special_use in (SpecialUse.DRAFTS, SpecialUse.JUNK):
        return False
    own = {one.sent_message_id for one in sent} | {one.ref.message_id for one in sent}
    if message.message_id and message.message_id in own:
        return False
    seen = letter.facts.get("thread_seen", ())
    if message.message_id and message.message_id in seen:
        return False
    if letter.sent_message_id in (*message.in_reply_to, *message.references):
        return True
    return message.date > (letter.sent_at or letter.updated_at) - _CLOCK_SKEW


def _belongs(
    message: Message, thread: Thread, kind: AnswerKind, letter: LetterRecord, circle: _Circle
) -> bool:
    """Tell whether a message belongs to the process (G82); same subjects prove nothing (G47)."""
    in_thread = thread.key in circle.thread_keys
    refers = bool(circle.message_ids & {*message.in_reply_to, *message.references})
    if kind is AnswerKind.BOUNCE:
        return refers or bool(_dead(message, letter))
    if kind is AnswerKind.OWN:  # one passed on to a friend is for none of them
        return in_thread and refers and any(circle.knows(a) for a in message.recipients)
    if circle.knows(message.sender):
        return in_thread or refers
    parents = message.in_reply_to or message.references[-1:]  # what the friend answers is not ours
    return in_thread and bool(circle.message_ids & set(parents))


def _facts(
    message: Message, kind: AnswerKind, letter: LetterRecord, withdrawal: Withdrawal
) -> dict[str, Any]:
    facts: dict[str, Any] = {"letter": letter.kind.value}
    if kind is AnswerKind.PERSON:
        own = split_quote((message.text or "").replace("\r\n", "\n")).own
        facts["asks"] = [ask.value for ask in find_asks(own)]
    if kind is AnswerKind.BOUNCE:
        facts |= _bounce_facts(_dead(message, letter), letter, withdrawal)
    return facts


def _bounce_facts(
    dead: frozenset[str], letter: LetterRecord, withdrawal: Withdrawal
) -> dict[str, Any]:
    """Return who did not get a letter, who did as far as is known, and who else could."""
    to, cc = (letter.facts.get(key, []) for key in ("to", "cc"))
    reached = [a for a in (*to, *cc) if a.casefold() not in dead] if dead else []
    is_told = any(a in reached for a in to)  # who only had a copy may be written to instead
    others = other_people(withdrawal, {*dead, *(reached if is_told else ())})
    return {"dead": sorted(dead), "reached": reached, "others": list(others)}


def _dead(message: Message, letter: LetterRecord) -> frozenset[str]:
    """Return which of the letter's addresses a bounce names."""
    written = frozenset(a.casefold() for key in ("to", "cc") for a in letter.facts.get(key, []))
    return written & reported_addresses(message)


def _circle(facts: Facts) -> _Circle:
    people = facts.withdrawal.facts.get("people", ())
    addresses = {str(p.get("address", "")).casefold() for p in people}
    for letter in facts.letters:
        addresses |= {a.casefold() for key in ("to", "cc") for a in letter.facts.get(key, [])}
    domains = {a.rpartition("@")[2] for a in addresses if "@" in a and not is_freemail(a)}
    sent_ids = {one.sent_message_id for one in facts.letters} | {
        one.ref.message_id for one in facts.letters
    }
    keys = {*facts.withdrawal.thread_keys, *(one.ref.thread_key for one in facts.letters)}
    return _Circle(
        addresses=frozenset(addresses - {""}),
        domains=frozenset(domains),
        message_ids=facts.withdrawal.message_ids | (sent_ids - {""}),
        thread_keys=frozenset(keys - {""}),
    )
