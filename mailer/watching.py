"""Asks the mailbox what became of letters: sent or deleted by hand, answered, bounced.

An account where nothing is watched costs no request. Else: one `changes` call since the last
look, one reading of the threads that were touched, and, where that can't tell everything, one
search for bounces and answers outside of them. Everything is written down as it is found, so
that a run that was cut, or run twice, says and drafts nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mailer.errors import BusyError
from mailer.following import make_rules, read_facts, refresh, refresh_all
from mailer.incoming import find_answers
from mailer.journal import LetterRecord, LetterState
from mailer.journal_following import About, AnswerRecord, Reminder
from mailer.locating import Whereabouts, locate
from mailer.model import Kind, Search, Thread
from mailer.nudging import draft_follow_up
from mailer.provider import Capability
from mailer.reading.bounces import EXCHANGE, dead_addresses
from mailer.reading.senders import is_freemail
from mailer.reminders import Facts, Rules, is_due, unsent, waits_for_answer
from mailer.settling import needs_settling, note_sent, settle

if TYPE_CHECKING:
    from mailer.session import Session

LOOK_EVERY = timedelta(hours=3)
"""How often the scheduled check looks for answers while nothing is due."""
_WATCHED_FOR = timedelta(days=60)
_LATE_BOUNCES = timedelta(days=14)
_CLOCK_SKEW = timedelta(minutes=10)
_FIRST_LOOKS = 100
"""The most threads that are read in one run because they were never looked at."""
_FIND_LIMIT = 50
_INDEX_LAG = timedelta(days=1)
"""How far before the last look is searched: an index may know a message late."""
_BOUNCE_SENDERS = ("mailer-daemon", "postmaster", EXCHANGE)
EDIT_NOTICED = "edit_noticed"
"""The act by which the journal remembers that a draft was edited; its outcome is the letter."""
_NEEDS_MAILBOX = (About.ANSWER, About.DRAFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a letter, found or done by this run."""

    what: str
    """`sent_by_hand`, `deleted`, `settled`, `unknown`, `follow_up` or `no_follow_up`."""
    withdrawal: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountCheck:
    """What one look at one account came to."""

    account: str
    facts: tuple[Facts, ...] = ()
    events: tuple[Event, ...] = ()
    requests: int = 0
    is_busy: bool = False
    """Another run was at work on the account: the mailbox was not asked, the next run will."""

    def untold_answers(self) -> list[AnswerRecord]:
        """Return the answers that the user was not told of."""
        return [a for facts in self.facts for a in facts.answers if a.told_at is None]

    def due_reminders(self, now: datetime, *, again: bool) -> list[tuple[Facts, Reminder]]:
        """Return the open reminders that are due; with `again` those told before, too.

        Where the mailbox could not be asked, those that may be out of date wait.
        """
        return [
            (facts, reminder)
            for facts in self.facts
            for reminder in facts.reminders
            if reminder.state == "open"
            and is_due(reminder, now)
            and (again or reminder.told_at is None)
            and not (self.is_busy and reminder.about in _NEEDS_MAILBOX)
        ]


@dataclass(slots=True)
class _Look:
    """One look in progress."""

    session: Session
    rules: Rules
    now: datetime
    drafts_follow_ups: bool
    events: list[Event] = field(default_factory=list)

    def tell(self, what: str, facts: Facts, text: str) -> None:
        self.events.append(Event(what=what, withdrawal=facts.withdrawal.id, text=text))


def check_account(
    session: Session, *, is_scheduled: bool = False, drafts_follow_ups: bool = True
) -> AccountCheck:
    """Look at one account and bring its withdrawals up to date; safe to repeat at any time.

    A scheduled look gives way to a run that is at work there, such as a send that waits for a
    sign-in.

    Raises:
        BusyError: the same, where the look is not scheduled.
        SignInError, ProviderUnavailableError: the account can't be read; what was found before
            that is written down.
    """
    if not session.has_journal:
        return AccountCheck(account=session.account.name)
    now, rules = session.clock(), make_rules(session.settings)
    withdrawals = session.journal.list_withdrawals(session.account.name)
    every = refresh_all(session.journal, rules, now, withdrawals)
    if not _is_look_due(session, every, now, is_scheduled=is_scheduled):
        return AccountCheck(account=session.account.name, facts=every)
    look = _Look(session, rules, now, drafts_follow_ups)
    before = session.provider.requests
    try:
        with session.lock():
            checked = _look_at_all(look, every)
    except BusyError:
        if not is_scheduled:
            raise
        return AccountCheck(account=session.account.name, facts=every, is_busy=True)
    return AccountCheck(
        account=session.account.name,
        facts=checked,
        events=tuple(look.events),
        requests=session.provider.requests - before,
    )


def check_withdrawal(session: Session, key: str, *, drafts_follow_ups: bool = True) -> AccountCheck:
    """Look at one withdrawal of the session's account; idempotent, and holds the account's lock.

    The unit of work for a durable engine: all it needs is the account and the key.

    Raises:
        KeyError: the journal has no such withdrawal.
        SignInError, ProviderUnavailableError: the account can't be read.
    """
    look = _Look(session, make_rules(session.settings), session.clock(), drafts_follow_ups)
    before = session.provider.requests
    with session.lock():
        withdrawal = session.journal.withdrawal(key)
        facts = refresh(
            session.journal, read_facts(session.journal, withdrawal), look.rules, look.now
        )
        if is_watched(facts, look.now):
            keys = sorted(thread_keys(facts))
            threads = [*session.provider.read_many(keys), *_find_strays(look, [facts], keys)]
            facts = _look_at(look, facts, threads)
            session.journal.note_looks([key], now=look.now)
            facts = _follow_up(look, facts)
    return AccountCheck(
        account=session.account.name,
        facts=(facts,),
        events=tuple(look.events),
        requests=session.provider.requests - before,
    )


def check_one(open_session: Callable[[str], Session], account: str, key: str) -> AccountCheck:
    """Open an account by its name and check one withdrawal of it; see `check_withdrawal`."""
    session = open_session(account)
    try:
        return check_withdrawal(session, key)
    finally:
        session.close()


def is_watched(facts: Facts, now: datetime) -> bool:
    """Tell whether the mailbox can still tell something new of a withdrawal."""
    for letter in facts.letters:
        if unsent(letter) or needs_settling(letter):
            return True
        is_sent = letter.state is LetterState.SENT and letter.sent_at is not None
        if is_sent and now - (letter.sent_at or now) > _WATCHED_FOR:
            continue
        follows = is_sent and letter.kind is Kind.FOLLOW_UP and not _answered_since(facts, letter)
        if follows or waits_for_answer(letter, facts.answers):
            return True
    return False


def thread_keys(facts: Facts) -> frozenset[str]:
    """Return the threads in which something may happen to a withdrawal."""
    of_letters = {one.ref.thread_key for one in facts.letters if one.ref.thread_key}
    return frozenset({*facts.withdrawal.thread_keys, *of_letters})


def _answered_since(facts: Facts, letter: LetterRecord) -> bool:
    since = letter.sent_at or letter.updated_at
    return any(a.kind == "person" and a.at >= since for a in facts.answers)


def _is_look_due(
    session: Session, every: Sequence[Facts], now: datetime, *, is_scheduled: bool
) -> bool:
    watched = [facts for facts in every if is_watched(facts, now)]
    if not watched:
        return False
    if not is_scheduled or any(_is_due(facts, now) for facts in watched):
        return True
    _, looked_at = session.journal.cursor(session.account.name)
    return looked_at is None or now - looked_at >= LOOK_EVERY


def _is_due(facts: Facts, now: datetime) -> bool:
    return any(
        r.state == "open" and r.about in _NEEDS_MAILBOX and r.told_at is None and is_due(r, now)
        for r in facts.reminders
    )


# --- one look at an account --------------------------------------------------------------------


def _look_at_all(look: _Look, every: Sequence[Facts]) -> tuple[Facts, ...]:
    session, account = look.session, look.session.account.name
    watched = [facts for facts in every if is_watched(facts, look.now)]
    touched, cursor = _changes(session)
    wanted = _wanted(look, watched, touched)
    keys = {key for facts in wanted for key in _keys_to_read(facts, touched)}
    threads = list(session.provider.read_many(sorted(keys))) if keys else []
    known = {key for facts in watched for key in thread_keys(facts)}
    strays: list[Thread] = []
    if touched is None:
        strays = _find_strays(look, watched, {t.key for t in threads})
    elif not touched <= known:
        strays = _find_strays(look, watched, known)
    changed = {f.withdrawal.id: f for f in watched}
    for facts, own in _sorted_out(watched, wanted, threads, strays):
        changed[facts.withdrawal.id] = _look_at(look, facts, own)
    session.journal.note_looks([facts.withdrawal.id for facts in wanted], now=look.now)
    session.journal.set_cursor(account, cursor, now=look.now)
    for facts in changed.values():
        changed[facts.withdrawal.id] = _follow_up(look, facts)
    return tuple(changed.get(facts.withdrawal.id, facts) for facts in every)


def _changes(session: Session) -> tuple[frozenset[str] | None, str]:
    """Return the threads touched since the last look, None where that is not known."""
    if Capability.CHANGES not in session.provider.capabilities:
        return None, ""
    cursor, _ = session.journal.cursor(session.account.name)
    changes = session.provider.changes(cursor)
    is_known = cursor is not None and changes.is_complete
    return (frozenset(changes.thread_keys) if is_known else None), changes.cursor


def _wanted(look: _Look, watched: Sequence[Facts], touched: frozenset[str] | None) -> list[Facts]:
    """Choose whom to look at: touched, due or in doubt; of the rest the longest unseen, bounded."""
    looks = look.session.journal.list_looks(look.session.account.name)
    surely, perhaps = [], []
    for facts in watched:
        if _needs_look(facts, touched, look.now):
            surely.append(facts)
        elif touched is None or not _is_looked_at(facts, looks):
            perhaps.append(facts)
    oldest = datetime.min.replace(tzinfo=look.now.tzinfo)
    perhaps.sort(key=lambda facts: looks.get(facts.withdrawal.id, oldest))
    return [*surely, *perhaps[:_FIRST_LOOKS]]


def _needs_look(facts: Facts, touched: frozenset[str] | None, now: datetime) -> bool:
    if any(needs_settling(letter) for letter in facts.letters):
        return True
    return _is_due(facts, now) if touched is None else bool(thread_keys(facts) & touched)


def _is_looked_at(facts: Facts, looks: dict[str, datetime]) -> bool:
    looked_at = looks.get(facts.withdrawal.id)
    return looked_at is not None and all(looked_at >= one.updated_at for one in facts.letters)


def _keys_to_read(facts: Facts, touched: frozenset[str] | None) -> frozenset[str]:
    keys = thread_keys(facts)
    return (keys & touched if touched else frozenset()) or keys


def _find_strays(look: _Look, watched: Sequence[Facts], read: Collection[str]) -> list[Thread]:
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


def _answerers(letter: LetterRecord) -> Iterator[str]:
    """Yield who may answer a letter: a whole company; of a domain that many share the address."""
    for address in (*letter.facts.get("to", ()), *letter.facts.get("cc", ())):
        yield address if is_freemail(address) else address.rpartition("@")[2]


def _strays_since(look: _Look, letters: Sequence[LetterRecord]) -> datetime:
    """Return since when strays may have come: since the first letter, or the last look."""
    sent_at = min(one.sent_at or one.updated_at for one in letters) - _CLOCK_SKEW
    _, looked_at = look.session.journal.cursor(look.session.account.name)
    return max(sent_at, looked_at - _INDEX_LAG) if looked_at else sent_at


def _may_bounce(letter: LetterRecord, now: datetime) -> bool:
    is_sent = letter.state is LetterState.SENT and letter.sent_at is not None
    return is_sent and now - (letter.sent_at or now) <= _LATE_BOUNCES


def _sorted_out(
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
            own = [by_key[key] for key in sorted(thread_keys(facts)) if key in by_key]
            yield facts, own + concerned[facts.withdrawal.id]


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


# --- one withdrawal ----------------------------------------------------------------------------


def _look_at(look: _Look, facts: Facts, threads: Sequence[Thread]) -> Facts:
    """Write down what became of a withdrawal's letters and what came back."""
    journal = look.session.journal
    _settle(look, facts)
    _notice_letters(look, facts)
    facts = read_facts(journal, journal.withdrawal(facts.withdrawal.id))
    note_answers(look.session, facts, threads, look.now)
    facts = read_facts(journal, journal.withdrawal(facts.withdrawal.id))
    return refresh(journal, facts, look.rules, look.now)


def note_answers(
    session: Session, facts: Facts, threads: Iterable[Thread], now: datetime
) -> tuple[AnswerRecord, ...]:
    """Write down what came back to a withdrawal in these threads; returns what is new."""
    found = find_answers(facts, threads, session.me, now)
    new = tuple(answer for answer in found if session.journal.add_answer(answer))
    ids = [a.message_id for a in new if a.message_id.startswith("<")]
    if ids:
        session.journal.update_withdrawal(facts.withdrawal.id, message_ids=ids)
    return new


def _settle(look: _Look, facts: Facts) -> None:
    if not any(needs_settling(letter) for letter in facts.letters):
        return
    for settled in settle(look.session, facts.withdrawal):
        is_open = settled.record.state is LetterState.UNKNOWN
        if settled.note:
            look.tell("unknown" if is_open else "settled", facts, settled.note)


def _notice_letters(look: _Look, facts: Facts) -> None:
    """Notice which drafts the user sent, deleted or edited in the mailbox."""
    session = look.session
    for letter in facts.letters:
        if not unsent(letter):
            continue
        located = locate(session.provider, letter, session.me)
        if located.where is Whereabouts.SENT and located.sent is not None:
            note_sent(
                session,
                letter,
                sent_at=located.sent.date,
                message_id=located.sent.message_id,
                is_by_hand=True,
            )
            look.tell("sent_by_hand", facts, f"You sent the {letter.kind.value} letter yourself.")
        elif located.where is Whereabouts.GONE:
            session.journal.update_letter(letter.id, now=look.now, state=LetterState.GONE)
            look.tell("deleted", facts, f"You deleted the {letter.kind.value} draft.")
        elif located.where is Whereabouts.EDITED:
            _note_edited(session, letter, look.now)


def _note_edited(session: Session, letter: LetterRecord, now: datetime) -> None:
    """Write down once that the user edited a draft, for the history."""
    acts = session.journal.list_acts(letter.withdrawal)
    if any(a.what == EDIT_NOTICED and a.outcome == str(letter.id) for a in acts):
        return
    act = session.journal.begin_act(letter.withdrawal, EDIT_NOTICED, now=now, letter=letter.id)
    session.journal.end_act(act, str(letter.id), now=now)


def _follow_up(look: _Look, facts: Facts) -> Facts:
    """Draft the gentle follow-up where no answer came in time (E30): once, never sent."""
    if not look.drafts_follow_ups:
        return facts
    due = [
        r for r in facts.reminders
        if r.about is About.ANSWER and r.state == "open" and r.told_at is None
        and is_due(r, look.now)
    ]  # fmt: skip
    journal = look.session.journal
    for reminder in due:
        letter = next((one for one in facts.letters if one.id == reminder.letter), None)
        if letter is None or not waits_for_answer(letter, facts.answers):
            continue
        outcome = draft_follow_up(look.session, facts, letter)
        look.tell(outcome.what, facts, outcome.text)
        if outcome.what == "follow_up":
            journal.end_reminders([reminder.id], "done", now=look.now)
        else:
            journal.note_told([reminder.id], now=look.now)
        facts = read_facts(journal, journal.withdrawal(facts.withdrawal.id))
    return refresh(journal, facts, look.rules, look.now) if due else facts
